import { failure } from '../errors/index.js';
import { buildxCommand, type BuildOptions } from '../plan/buildx-command.js';
import {
  commitTag,
  formatImageReference,
  imageName,
  type ImageReference,
} from '../plan/image-reference.js';
import { releaseSchemaVersion, type Release } from '../plan/release.js';
import type { Clock } from '../ports/clock.js';
import type { Processes } from '../ports/processes.js';
import type { Registry } from '../ports/registry.js';
import type { Reporter } from '../ports/reporter.js';
import { unknownBuild } from './watch-build.js';
import { waitForImage } from './wait-for-image.js';

export interface BuildRequest {
  /** Registry and repository; its tag is not used. */
  readonly image: ImageReference;
  /** Beside `sha-<12>`. */
  readonly moreTags: readonly string[];
  readonly build: Pick<BuildOptions, 'context' | 'file' | 'target' | 'platforms' | 'metadataFile'>;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** The folder of docker's configuration, when the step logs in itself. */
  readonly dockerConfig: string | undefined;
  readonly release: Pick<
    Release,
    'revision' | 'ref' | 'repository' | 'run' | 'actor' | 'correlationId'
  >;
  /** The address of the repository, for the image's label. */
  readonly source: string;
}

/** What is needed to build and confirm. */
export interface BuildPorts {
  readonly processes: Processes;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly reporter: Reporter;
  /** Reads buildx's metadata file. */
  readonly readFile: (path: string) => string;
}

/** A pushed tag is visible at once in any registry that keeps the specification; mirrors lag a little. */
const confirmTimeoutSeconds = 60;

/**
 * Builds and pushes an image and confirms with the registry that its tag leads to what was built.
 * @returns the release document that announces it
 * @throws {DeployKitError} `image-build-failed`, `image-push-refused`, `image-never-came`, `image-not-as-built` …
 */
export async function buildRelease(request: BuildRequest, ports: BuildPorts): Promise<Release> {
  const version = commitTag(request.release.revision);
  const createdAt = ports.clock.now().toISOString();
  const references = [version, ...request.moreTags].map((tag) =>
    formatImageReference({ ...request.image, tag, digest: undefined }),
  );
  const built = await ports.reporter.group(`Build and push ${references[0] ?? ''}`, () =>
    build(request, references, version, createdAt, ports),
  );
  const ready = await ports.reporter.group('Confirm with the registry', () =>
    waitForImage(
      {
        image: { ...request.image, tag: version, digest: undefined },
        platforms: request.build.platforms,
        timeoutSeconds: confirmTimeoutSeconds,
      },
      { ...ports, build: unknownBuild },
    ),
  );
  if (ready.digest !== built)
    throw failure('image-not-as-built', { image: references[0] ?? '', built, found: ready.digest });
  return {
    schema: releaseSchemaVersion,
    images: [
      { reference: references[0] ?? '', digest: ready.digest, platforms: [...ready.platforms] },
    ],
    version,
    ...request.release,
    createdAt,
  };
}

/** @returns the digest that buildx says it pushed */
async function build(
  request: BuildRequest,
  tags: readonly string[],
  version: string,
  createdAt: string,
  { processes, readFile }: BuildPorts,
): Promise<string> {
  const { revision } = request.release;
  // https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
  const labels = new Map([
    ['org.opencontainers.image.revision', revision],
    ['org.opencontainers.image.source', request.source],
    ['org.opencontainers.image.version', version],
    ['org.opencontainers.image.created', createdAt],
  ]);
  const command = buildxCommand({
    ...request.build,
    tags,
    labels,
    buildArgNames: [...request.buildArgs.keys()],
  });
  const env = {
    ...Object.fromEntries(request.buildArgs),
    ...(request.dockerConfig === undefined ? {} : { DOCKER_CONFIG: request.dockerConfig }),
  };
  const result = await processes.run('docker', command, { env });
  if (result.code !== 0)
    throw explainBuild(result, imageName(request.image), request.build.context);
  const metadata = JSON.parse(readFile(request.build.metadataFile)) as Record<string, unknown>;
  return String(metadata['containerimage.digest']);
}

function explainBuild(
  { code, stderr }: { code: number; stderr: string },
  image: string,
  context: string,
): Error {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  const details = lines.slice(-20);
  const message = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
  if (
    /denied|unauthorized|forbidden|insufficient_scope|authorization failed|name unknown/i.test(
      message,
    )
  )
    return failure('image-push-refused', { image, message }, { details });
  return failure(
    'image-build-failed',
    { status: code, message, command: `docker buildx build ${context}` },
    { details },
  );
}
