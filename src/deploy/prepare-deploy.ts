import { posix } from 'node:path';
import { failure } from '../errors/index.js';
import { newReleaseId } from './release-id.js';
import { readComposeProject, type ComposeProject } from '../compose/compose-project.js';
import type {
  DeployIntent,
  Hooks,
  Migration,
  PinnedImage,
  ProxySwitch,
} from './plan/deploy-intent.js';
import { checkProxyTemplate } from './plan/proxy-template.js';
import { pinnedServices } from './plan/pins.js';
import type { ProgramSettings } from '../server/plan/plan.js';
import {
  formatImageReference,
  imageName,
  parseImageReference,
  type ImageReference,
} from '../image/image-reference.js';
import type { Release } from '../release/release.js';
import type { Strategy } from './plan/switch-plan.js';
import type { Registry } from '../registry/registry.js';
import type { Workspace } from '../local/workspace.js';
import { collectFiles } from './collect-files.js';
import { checkEnv, knownVariables, readEnv, type SecretPorts } from '../env/prepare-env.js';

export type MigrationRequest = Omit<Migration, 'service'> & {
  readonly service: string | undefined;
};

/** What a deploy was asked to do, as its inputs say it. */
export interface DeployRequest {
  /** Explicit images; they win over the release document. */
  readonly images: readonly ImageReference[];
  readonly release: Release | undefined;
  /** The Compose files below `projectFolder`. */
  readonly composeFiles: readonly string[];
  /** Glob patterns of further files, below `projectFolder`. */
  readonly extraFiles: readonly string[];
  /** The env file's path in the checkout, or an absolute one (`/…`, `~/…`) on the server. */
  readonly envFile: string | undefined;
  readonly env: ReadonlyMap<string, string> | undefined;
  /** The rules file in the checkout; `undefined`: the usual one, where it is there. */
  readonly envRules: string | undefined;
  readonly versionVariable: string;
  readonly registryAccount: DeployIntent['registryAccount'];
  readonly lockTimeoutSeconds: number;
  readonly strategy: Strategy;
  /** A script each, or the path of one in the checkout. */
  readonly hooks: Hooks;
  readonly preStop: ReadonlyMap<string, string>;
  /** `service` may be left out: then the first one of the release. */
  readonly migration: MigrationRequest | undefined;
  /** Its template is a path in the checkout, its script may be one. */
  readonly proxy: ProxySwitch | undefined;
  readonly healthUrls: readonly string[];
  /** Whether the services outside the release run by digest too. */
  readonly pinAll: boolean;
  readonly force: boolean;
  readonly settings: ProgramSettings;
  readonly revision: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly startedAt: Date;
}

/**
 * Turns the request into everything a deploy needs, from the checkout and the registry, before the
 * server is touched.
 * @throws {DeployKitError} for images that do not exist, Compose files that are not valid …
 */
export async function prepareDeploy(
  request: DeployRequest,
  checkout: { readonly root: Workspace; readonly project: Workspace },
  registry: Registry,
  secrets: SecretPorts,
): Promise<DeployIntent> {
  const { images, version } = await releasedImages(request, registry);
  const env = await readEnv(request, checkout.root, secrets);
  const variables = knownVariables(env, request.versionVariable, version);
  await checkEnv(request, env, variables, checkout.root, secrets);
  const project = readComposeProject({
    files: request.composeFiles,
    readFile: (path) => checkout.project.readText(path),
    env: variables,
    // Without an env file the server keeps its own, which may hold any variable.
    partialEnv: env?.source !== 'upload',
  });
  const released = pinnedServices(project, images);
  return {
    ...request,
    releaseId: newReleaseId(request.startedAt, version),
    images,
    version,
    revision: request.release?.revision ?? request.revision,
    document: request.release,
    project,
    ...collectFiles(project, request.extraFiles, checkout.project),
    env,
    hooks: new Map(
      [...request.hooks].map(([name, script]) => [name, checkout.root.readText(script) ?? script]),
    ),
    migration: migrationOf(request.migration, project, released),
    proxy: proxyOf(request.proxy, checkout.root, released),
    otherPins: request.pinAll ? await otherPins(project, released, registry) : new Map(),
  };
}

/**
 * The proxy with the texts of its template and script.
 * @throws {DeployKitError} `proxy-template-invalid`
 */
export function proxyOf(
  proxy: ProxySwitch | undefined,
  root: Workspace,
  released: ReadonlyMap<string, string>,
): ProxySwitch | undefined {
  if (proxy === undefined) return undefined;
  const template = root.readText(proxy.template);
  if (template === undefined)
    throw failure('proxy-template-invalid', {
      file: proxy.template,
      problem: 'it is not in the checkout',
    });
  checkProxyTemplate(proxy.template, template, [...released.keys()]);
  const { reload } = proxy;
  if ('container' in reload) return { ...proxy, template };
  const script = root.readText(reload.script) ?? reload.script;
  return { ...proxy, template, reload: { script } };
}

async function otherPins(
  project: ComposeProject,
  released: ReadonlyMap<string, string>,
  registry: Registry,
): Promise<ReadonlyMap<string, string>> {
  const others = project.services.flatMap(({ name, image, active }) => {
    const reference = parseImageReference(image ?? '');
    return released.has(name) || !active || reference === undefined ? [] : { name, reference };
  });
  return new Map(
    await Promise.all(
      others.map(async ({ name, reference }): Promise<[string, string]> => {
        const { name: repository, digest } = await pin(reference, registry);
        return [name, `${repository}@${digest}`];
      }),
    ),
  );
}

/** The project folder and the Compose files in it: Compose's own rule is the first file's folder. */
export function locateProject(
  composeFiles: readonly string[] | undefined,
  root: Workspace,
): { folder: string; files: readonly string[] } {
  const given = composeFiles ?? defaultComposeFiles.filter((file) => root.exists(file)).slice(0, 1);
  const [first] = given;
  if (first === undefined)
    throw failure('compose-file-missing', {
      file: defaultComposeFiles.join(', '),
      directory: 'the top folder',
    });
  const folder = posix.dirname(posix.normalize(first));
  return { folder, files: given.map((file) => posix.relative(folder, posix.normalize(file))) };
}

// Compose's order of preference: https://docs.docker.com/compose/intro/compose-application-model/
const defaultComposeFiles = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
];

/**
 * The images of the release with their digests, and what people call it.
 * @throws {DeployKitError} `image-not-found`, `release-document-invalid`, one of the `registry-…` entries
 */
export async function releasedImages(
  { images, release }: Pick<DeployRequest, 'images' | 'release'>,
  registry: Registry,
): Promise<{ images: readonly PinnedImage[]; version: string }> {
  if (images.length > 0) {
    const pinned = await Promise.all(images.map((image) => pin(image, registry)));
    return { images: pinned, version: versionOf(images[0], pinned[0]) };
  }
  if (release === undefined || release.images.length === 0)
    throw failure('release-document-invalid', {
      problems:
        release === undefined
          ? 'the event that started this run carries no release'
          : 'the release names no image',
    });
  return {
    images: release.images.map(({ reference, digest }) => {
      const parsed = parseImageReference(reference);
      return { name: parsed === undefined ? reference : imageName(parsed), digest };
    }),
    version: release.version,
  };
}

async function pin(image: ImageReference, registry: Registry): Promise<PinnedImage> {
  if (image.digest !== undefined) return { name: imageName(image), digest: image.digest };
  const found = await registry.find(image);
  if (found === undefined) throw failure('image-not-found', { image: formatImageReference(image) });
  return { name: imageName(image), digest: found.digest };
}

/**
 * The migration with the service that it runs in.
 * @throws {DeployKitError} `migration-service-missing`
 */
export function migrationOf(
  request: MigrationRequest | undefined,
  project: ComposeProject,
  released: ReadonlyMap<string, string>,
): Migration | undefined {
  if (request === undefined) return undefined;
  const service = request.service ?? [...released.keys()][0];
  const names = project.services.map(({ name }) => name);
  if (service === undefined || !names.includes(service))
    throw failure('migration-service-missing', {
      service: service ?? '',
      services: names.join(', '),
    });
  return { ...request, service };
}

// The tag is what people call a release; an image that is named by digest alone has only that.
function versionOf(image: ImageReference | undefined, pinned: PinnedImage | undefined): string {
  return image?.tag ?? pinned?.digest.slice('sha256:'.length, 'sha256:'.length + 12) ?? '';
}
