import { DeployKitError } from '../errors/index.js';
import type { ComposeService } from '../compose/compose-project.js';
import { parseImageReference } from '../image/image-reference.js';
import { failed, failedBy, passed, skipped, warned, type Finding } from '../local/plan/finding.js';
import type { PlannedImage } from './plan/image-findings.js';
import type { Registry } from '../registry/registry.js';

/** What the registries said of the images that the project runs. */
export interface KnownImages {
  readonly findings: readonly Finding[];
  /** All but those that their registry says it does not have. */
  readonly planned: readonly PlannedImage[];
  /** The services whose images bring a healthcheck of their own. */
  readonly healthcheckIn: ReadonlySet<string>;
  /** Service → the places for which its image makes volumes; without those that could not be read. */
  readonly volumesIn: ReadonlyMap<string, readonly string[]>;
  /** Compressed bytes for a platform, of those images that the server does not have. */
  readonly bytesFor: (platform: string, there: ReadonlySet<string>) => Promise<number>;
}

/** A registry that takes longer does not answer, as far as a check is concerned. */
const lookSeconds = 6;

/**
 * Asks for each image that an active service runs.
 * @param hasServer whether a server is asked, too: what only this job cannot read is its to tell then
 */
export async function lookAtImages(
  services: readonly ComposeService[],
  pins: ReadonlyMap<string, string>,
  registry: Registry,
  hasServer: boolean,
): Promise<KnownImages> {
  const references = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const { name, image, imageIsKnown, active } of services) {
    const reference = pins.get(name) ?? image;
    if (!active || reference === undefined) continue;
    if (!pins.has(name) && !imageIsKnown) unknown.push(name);
    else references.set(reference, [...(references.get(reference) ?? []), name]);
  }
  const released = new Set(pins.values());
  const looks = await Promise.all(
    [...references].map(([reference, names]) =>
      lookAtImage(reference, names, released.has(reference), registry),
    ),
  );
  return {
    findings: [
      ...looks.map(({ finding }) =>
        hasServer && finding.verdict === 'warn'
          ? skipped(finding.check, `${finding.detail} The server is asked for it.`)
          : finding,
      ),
      ...unknown.map((name) =>
        skipped(`image: ${name}`, 'its name depends on variables that only the server knows'),
      ),
    ],
    planned: looks.filter(({ finding }) => finding.verdict !== 'fail'),
    healthcheckIn: new Set(
      looks.flatMap(({ healthcheck, services: names }) => (healthcheck ? names : [])),
    ),
    volumesIn: new Map(
      looks.flatMap(({ volumes, services: names }) =>
        volumes === undefined ? [] : names.map((name) => [name, volumes] as const),
      ),
    ),
    bytesFor: async (platform, there) => {
      const pulled = looks.filter(
        ({ reference, platforms }) => platforms.length > 0 && !there.has(reference),
      );
      const sizes = await Promise.all(
        pulled.map(({ reference }) => sizeOf(reference, platform, registry)),
      );
      return sizes.reduce((sum, size) => sum + size, 0);
    },
  };
}

interface ImageLook extends PlannedImage {
  readonly services: readonly string[];
  readonly finding: Finding;
  readonly healthcheck: boolean;
  /** `undefined` where they could not be read. */
  readonly volumes: readonly string[] | undefined;
}

async function lookAtImage(
  reference: string,
  services: readonly string[],
  isReleased: boolean,
  registry: Registry,
): Promise<ImageLook> {
  const check = `image: ${services.join(', ')}`;
  const look = { reference, services, platforms: [], healthcheck: false, volumes: undefined };
  const parsed = parseImageReference(reference);
  const fix = 'Correct the name or tag in the Compose file, or push the image.';
  if (parsed === undefined)
    return { ...look, finding: failed(check, `${reference} is no image's name`, fix) };
  const signal = AbortSignal.timeout(lookSeconds * 1000);
  try {
    const [found, description] = await Promise.all([
      registry.find(parsed, signal),
      isReleased ? registry.describe(parsed, signal) : undefined,
    ]);
    if (found === undefined)
      return { ...look, finding: failed(check, `${reference} is not there`, fix) };
    const { platforms } = found;
    const finding = passed(check, `${reference} is for ${platforms.join(', ')}`);
    const { healthcheck = false, volumes } = description ?? {};
    return { ...look, finding, platforms, healthcheck, volumes };
  } catch (error) {
    if (signal.aborted) return { ...look, finding: silent(check, reference) };
    if (!(error instanceof DeployKitError)) throw error;
    // The server may be logged in where this job is not, and only it must read the image.
    return { ...look, finding: { ...failedBy(check, error), verdict: 'warn' } };
  }
}

function silent(check: string, reference: string): Finding {
  return warned(
    check,
    `${reference}: its registry does not answer within ${lookSeconds} s.`,
    "Look at the registry's status page, and run the job again.",
  );
}

async function sizeOf(reference: string, platform: string, registry: Registry): Promise<number> {
  const parsed = parseImageReference(reference);
  if (parsed === undefined) return 0;
  const signal = AbortSignal.timeout(lookSeconds * 1000);
  try {
    return (await registry.size(parsed, platform, signal)) ?? 0;
  } catch (error) {
    // It has answered before; without the size there is only less to say about the disk.
    if (error instanceof DeployKitError || signal.aborted) return 0;
    throw error;
  }
}
