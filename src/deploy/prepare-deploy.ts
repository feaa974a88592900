import { failure } from '../errors/index.js';
import { newReleaseId } from './release-id.js';
import { readComposeProject, type ComposeProject } from '../compose/compose-project.js';
import type { DeployIntent, Hooks, Migration, ProxySwitch } from './plan/deploy-intent.js';
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
import { variablesOnServer, type ServerEnvPorts } from './variables-on-server.js';
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
  const project =
    onServer === undefined
      ? known
      : readComposeProject({ ...source, env: new Map([...onServer, ...variables]) });
  const released = pinnedServices(project, images);
  const hooks = hookScripts(request.hooks, root);
  const collected = collectFiles(project, request.extraFiles, checkout, [...hooks.values()]);
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
    project,
    ...collected,
    env,
    envWarnings: envWarnings({
      env,
      envFile: request.envFile,
      project,
      files: collected.files,
      others: new Set([...variables.keys(), ...(onServer?.keys() ?? [])]),
    }),
    hooks,
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
