import { type ComposeProject, readComposeProject } from '../compose/compose-project.js';
import type { PinnedImage } from '../image/pinned-image.js';
import type { EnvSource } from '../env/plan/env-source.js';
import { composeFindings, hookFindings, strategyFinding } from './plan/compose-findings.js';
import { passed, skipped, warned, type Finding } from '../local/plan/finding.js';
import { checkPins, pinnedServices } from '../deploy/plan/pins.js';
import { planSwitch } from '../deploy/plan/switch-plan.js';
import type { Registry } from '../registry/registry.js';
import type { Workspace } from '../local/workspace.js';
import { collectFiles, type ProjectFiles } from '../deploy/collect-files.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import { migrationOf, proxyOf } from '../deploy/prepare-deploy.js';
import { releasedImages } from '../deploy/released-images.js';
import { checkEnv, knownVariables, readEnv, type SecretPorts } from '../env/prepare-env.js';
import { lookAtImages, type KnownImages } from './look-at-images.js';
import { Rows } from './rows.js';

/** What can be known of a deploy without its server. */
export interface ProjectLook {
  readonly findings: readonly Finding[];
  /** What the server is held against; `undefined` where the Compose files can't be read. */
  readonly project:
    | (ProjectFiles & {
        readonly model: ComposeProject;
        readonly env: EnvSource | undefined;
        readonly images: KnownImages;
        readonly version: string;
      })
    | undefined;
}

/** Goes through what a deploy does before it touches its server, and reports instead of failing. */
export async function lookAtProject(
  request: DeployRequest & {
    readonly composeFiles: readonly string[];
    readonly hasServer: boolean;
  },
  checkout: { readonly root: Workspace; readonly project: Workspace },
  registry: Registry,
  secrets: SecretPorts,
): Promise<ProjectLook> {
  const rows = new Rows();
  const isKnown = request.images.length > 0 || request.release !== undefined;
  const release = await lookAtRelease(request, isKnown, registry, rows);
  const env = await lookAtEnv(request, release?.version ?? '', checkout.root, secrets, rows);
  if (env === 'unreadable') {
    rows.add(skipped('compose: files', 'what they mean depends on the env file'));
    return { findings: rows.findings, project: undefined };
  }
  const files = request.composeFiles;
  const read = await rows.attempt(
    'compose: files',
    () =>
      readComposeProject({
        files,
        readFile: (path) => checkout.project.readText(path),
        env: variablesOf(request, env, release),
        // Without a release nobody knows the version.
        partialEnv: release === undefined || env?.source !== 'upload',
      }),
    ({ services }) => `${files.join(', ')}: ${services.length} services`,
  );
  if (read === undefined) return { findings: rows.findings, project: undefined };
  const model = read.value;
  const collected = await rows.attempt(
    'compose: referenced files',
    () => collectFiles(model, request.extraFiles, checkout.project),
    (found) => referencedFinding(found, request.hasServer),
  );
  const pins = pinnedServices(model, release?.images ?? []);
  // A release that cannot be read has been reported: its services' images would only be reported again.
  const images = await lookAtImages(
    isKnown && release === undefined ? [] : model.services,
    pins,
    registry,
    request.hasServer,
  );
  rows.add(...images.findings);
  rows.add(
    ...composeFindings({
      project: model,
      pins: isKnown ? release && pins : pins,
      healthcheckInImage: images.healthcheckIn,
      stableSeconds: request.settings.stableSeconds,
    }),
    ...hookFindings(request.hooks, (path) => checkout.root.exists(path)),
  );
  if (release !== undefined) await lookAtSwitch(request, release, model, pins, checkout.root, rows);
  return {
    findings: rows.findings,
    project: collected && {
      model,
      env,
      images,
      version: release?.version ?? '',
      ...collected.value,
    },
  };
}

function variablesOf(
  { versionVariable }: DeployRequest,
  env: EnvSource | undefined,
  release: ReleasedImages | undefined,
): ReadonlyMap<string, string> {
  const variables = knownVariables(env, versionVariable, release?.version ?? '');
  if (release === undefined) variables.delete(versionVariable);
  return variables;
}

// Where there is a server to look at, that look tells whether it has them.
function referencedFinding({ files, pathsOnServer }: ProjectFiles, hasServer: boolean): Finding {
  const check = 'compose: referenced files';
  return hasServer || pathsOnServer.length === 0
    ? passed(check, `${files.length} files are shipped`)
    : warned(
        check,
        `not in the checkout, so the server must have them already: ${pathsOnServer.join(', ')}`,
        'Commit them, or put them into the deploy folder on the server.',
      );
}

interface ReleasedImages {
  readonly images: readonly PinnedImage[];
  readonly version: string;
}

async function lookAtRelease(
  request: DeployRequest,
  isKnown: boolean,
  registry: Registry,
  rows: Rows,
): Promise<ReleasedImages | undefined> {
  const check = 'release';
  if (!isKnown) {
    rows.add(skipped(check, 'the event carries none, and `images` is not set'));
    return undefined;
  }
  const found = await rows.attempt(
    check,
    () => releasedImages(request, registry),
    ({ images, version }) => `${version}: ${images.map(({ name }) => name).join(', ')}`,
  );
  return found?.value;
}

async function lookAtEnv(
  request: DeployRequest,
  version: string,
  root: Workspace,
  secrets: SecretPorts,
  rows: Rows,
): Promise<EnvSource | 'unreadable' | undefined> {
  const read = await rows.attempt(
    'env: file',
    () => readEnv(request, root, secrets),
    (env) => {
      if (env === undefined) return skipped('env: file', 'the server keeps its own');
      if (env.source === 'server') return skipped('env: file', `${env.path} is on the server`);
      return `${knownVariables(env, request.versionVariable, version).size} variables`;
    },
  );
  if (read === undefined) return 'unreadable';
  const env = read.value;
  const variables = knownVariables(env, request.versionVariable, version);
  await rows.attempt(
    'env: rules',
    () => checkEnv(request, env, variables, root, secrets),
    (count) =>
      count === undefined
        ? skipped('env: rules', 'there is no rules file, or no env file here to hold against it')
        : `${count} variables are as they must be`,
  );
  return env;
}

async function lookAtSwitch(
  request: DeployRequest,
  { images }: ReleasedImages,
  model: ComposeProject,
  pins: ReadonlyMap<string, string>,
  root: Workspace,
  rows: Rows,
): Promise<void> {
  const whole = { images, project: model, versionVariable: request.versionVariable };
  await rows.attempt(
    'compose: release',
    () => {
      checkPins(whole, pins);
    },
    () => `its images are those of ${[...pins.keys()].join(', ')}`,
  );
  await rows.attempt(
    'compose: strategy',
    () => planSwitch(request.strategy, model, pins),
    (plan) => strategyFinding(plan, request.strategy === 'recreate'),
  );
  await rows.attempt(
    'compose: migration',
    () => migrationOf(request.migration, model, pins),
    (migration) => migration && passed('compose: migration', `runs in ${migration.service}`),
  );
  await rows.attempt(
    'compose: proxy template',
    () => proxyOf(request.proxy, root, pins),
    (proxy) => proxy && passed('compose: proxy template', `leads to ${proxy.file}`),
  );
}
