import { failure } from '../errors/index.js';
import { newReleaseId } from './release-id.js';
import { readComposeProject, type ComposeProject } from '../compose/compose-project.js';
import type {
  DeployIntent,
  Hooks,
  Migration,
  ProjectIntent,
  ProxySwitch,
} from './plan/deploy-intent.js';
import { accountRegistry, loginFor } from './plan/registry-login.js';
import { envWarnings } from './plan/env-warnings.js';
import { checkProxyTemplate } from './plan/proxy-template.js';
import { pinnedServices } from './plan/pins.js';
import type { Registry } from '../registry/registry.js';
import type { Reporter } from '../local/reporter.js';
import type { Workspace } from '../local/workspace.js';
import { collectFiles } from './collect-files.js';
import type { DeployRequest, MigrationRequest } from './deploy-request.js';
import { locateProject } from './locate-project.js';
import type { ServerVariables } from './read-server-env.js';
import { variablesKey, variablesOnServer, type ServerEnvPorts } from './variables-on-server.js';
import { imageVolumes, otherPins, releasedImages } from './released-images.js';
import { checkEnv, knownVariables, readEnv, type SecretPorts } from '../env/prepare-env.js';

/** What is deployed lies in a checkout: its top folder, and the one of the project. */
export interface Checkout {
  readonly root: Workspace;
  readonly projectIn: (folder: string) => Workspace;
}

/** What reading a deploy takes. */
export interface PreparePorts extends Checkout, SecretPorts, ServerEnvPorts {
  readonly registry: Registry;
  readonly reporter: Reporter;
}

/**
 * Turns the request into everything a deploy needs, from the checkout and the registry, before the
 * server is touched.
 * @throws {DeployKitError} for images that do not exist, Compose files that are not valid …
 */
export async function prepareDeploy(
  request: DeployRequest,
  ports: PreparePorts,
): Promise<DeployIntent> {
  return ports.reporter.group('Read what to deploy', () => readDeploy(request, ports));
}

async function readDeploy(request: DeployRequest, ports: PreparePorts): Promise<DeployIntent> {
  const { root, projectIn, registry, ...secrets } = ports;
  const { folder, files } = locateProject(request.composeFiles, root);
  const checkout = projectIn(folder);
  const { images, version } = await releasedImages(request, registry);
  const env = await readEnv(request, root, secrets);
  const variables = knownVariables(env, request.versionVariable, version);
  await checkEnv(request, env, variables, root, secrets);
  const asked = new Set<string>();
  const source = { files, readFile: (path: string) => checkout.readText(path) };
  const known = readComposeProject({ ...source, env: variables, partialEnv: true, asked });
  const onServer = await variablesOnServer(request, env, { asked, images }, ports);
  const hooks = hookScripts(request.hooks, root);
  const read = (own?: ReadonlyMap<string, string>): Promise<ProjectIntent> =>
    readProject(
      own === undefined
        ? known
        : readComposeProject({ ...source, env: new Map([...own, ...variables]) }),
      {
        ...{ request, images, env, hooks, root, checkout, registry },
        others: new Set([...variables.keys(), ...(own?.keys() ?? [])]),
      },
    );
  const { first, onServers } = await onEach(onServer, read);
  return {
    ...request,
    composeFiles: files,
    releaseId: newReleaseId(request.startedAt, version),
    images,
    login: loginFor(request.registryAccount, accountRegistry(images)),
    version,
    revision: request.release?.revision ?? request.revision,
    document: request.release,
    createdAt:
      request.release === undefined ? request.startedAt : new Date(request.release.createdAt),
    env,
    hooks,
    ...first,
    onServers,
  };
}

/** Reads once for each set of variables that servers have. */
async function onEach(
  onServer: ServerVariables | undefined,
  read: (own?: ReadonlyMap<string, string>) => Promise<ProjectIntent>,
): Promise<{
  readonly first: ProjectIntent;
  readonly onServers: ReadonlyMap<string, ProjectIntent>;
}> {
  const [own, ...others] = onServer ?? [];
  const first = await read(own?.[1]);
  const known = new Map([[variablesKey(own?.[1]), first]]);
  const onServers = new Map<string, ProjectIntent>();
  for (const [server, variables] of others) {
    const key = variablesKey(variables);
    const there = known.get(key) ?? (await read(variables));
    known.set(key, there);
    if (there !== first) onServers.set(server, there);
  }
  return { first, onServers };
}

/** What a project is read with, once its variables are known. */
interface ProjectSource extends Pick<DeployIntent, 'images' | 'env' | 'hooks'> {
  readonly request: DeployRequest;
  /** The variables that are set. */
  readonly others: ReadonlySet<string>;
  readonly root: Workspace;
  readonly checkout: Workspace;
  readonly registry: Registry;
}

async function readProject(
  project: ComposeProject,
  { request, images, env, hooks, others, root, checkout, registry }: ProjectSource,
): Promise<ProjectIntent> {
  const { envFile } = request;
  const released = pinnedServices(project, images);
  const collected = collectFiles(project, request.extraFiles, checkout, [...hooks.values()]);
  return {
    project,
    ...collected,
    envWarnings: envWarnings({ env, envFile, project, files: collected.files, others }),
    migration: migrationOf(request.migration, project, released),
    proxy: proxyOf(request.proxy, root, released),
    imageVolumes: await imageVolumes(released, registry),
    otherPins: request.pinAll ? await otherPins(project, released, registry) : new Map(),
  };
}

/** The scripts of the hooks, with the texts of those that are files of the checkout. */
export function hookScripts(hooks: Hooks, root: Workspace): Hooks {
  return new Map([...hooks].map(([name, script]) => [name, root.readText(script) ?? script]));
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
