import { type ComposeProject, readComposeProject } from '../compose/compose-project.js';
import type { EnvSource } from '../env/plan/env-source.js';
import { composeFindings, hookFindings } from './plan/compose-findings.js';
import { passed, skipped, warned, type Finding } from '../local/plan/finding.js';
import { envWarnings } from '../deploy/plan/env-warnings.js';
import { pinnedServices } from '../deploy/plan/pins.js';
import type { Registry } from '../registry/registry.js';
import type { Workspace } from '../local/workspace.js';
import { hookScripts } from '../deploy/prepare-deploy.js';
import { collectFiles, type ProjectFiles } from '../deploy/collect-files.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import { knownVariables, type SecretPorts } from '../env/prepare-env.js';
import { variablesOnServer, type ServerEnvPorts } from '../deploy/variables-on-server.js';
import { lookAtImages, type KnownImages } from './look-at-images.js';
import { Rows } from './rows.js';
import { lookAtRelease, type ReleasedImages } from './look-at-release.js';
import { lookAtEnv } from './look-at-env.js';
import { lookAtSwitch } from './look-at-switch.js';

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
        /** The services of the release: service → image by digest. */
        readonly released: ReadonlyMap<string, string>;
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
  secrets: SecretPorts & ServerEnvPorts,
): Promise<ProjectLook> {
  const rows = new Rows();
  const isKnown = request.images.length > 0 || request.release !== undefined;
  const release = await lookAtRelease(request, isKnown, registry, rows);
  const env = await lookAtEnv(request, release?.version ?? '', checkout.root, secrets, rows);
  if (env === 'unreadable') {
    rows.add(skipped('compose: files', 'what they mean depends on the env file'));
    return { findings: rows.findings, project: undefined };
  }
  const read = await readModel(request, env, release, { ...secrets, rows, ...checkout });
  if (read === undefined) return { findings: rows.findings, project: undefined };
  const model = read.value;
  const collected = await rows.attempt(
    'compose: referenced files',
    () =>
      collectFiles(model, request.extraFiles, checkout.project, [
        ...hookScripts(request.hooks, checkout.root).values(),
      ]),
    (found) => referencedFinding(found, request.hasServer),
  );
  rows.add(
    ...envWarnings({
      env,
      envFile: request.envFile,
      project: model,
      files: collected?.value.files ?? [],
      others: new Set([request.versionVariable]),
    }).map((words) =>
      warned(
        'env: values',
        words,
        'Leave them as they are where that is meant; the file is not changed.',
      ),
    ),
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
      healthTimeoutSeconds: request.settings.healthTimeoutSeconds,
    }),
    ...hookFindings(request.hooks, (path) => checkout.root.exists(path)),
  );
  if (release !== undefined) {
    const facts = {
      shipped: new Set((collected?.value.files ?? []).map(({ path }) => path)),
      volumesOf: (service: string) => images.volumesIn.get(service),
    };
    await lookAtSwitch(request, release, model, pins, facts, checkout.root, rows);
  }
  return {
    findings: rows.findings,
    project: collected && {
      model,
      env,
      images,
      version: release?.version ?? '',
      released: pins,
      ...collected.value,
    },
  };
}

async function readModel(
  request: DeployRequest & {
    readonly composeFiles: readonly string[];
    readonly hasServer: boolean;
  },
  env: EnvSource | undefined,
  release: ReleasedImages | undefined,
  ports: ServerEnvPorts & { readonly project: Workspace; readonly rows: Rows },
): Promise<{ readonly value: ComposeProject } | undefined> {
  const files = request.composeFiles;
  const source = { files, readFile: (path: string) => ports.project.readText(path) };
  const variables = variablesOf(request, env, release);
  return ports.rows.attempt(
    'compose: files',
    async () => {
      const asked = new Set<string>();
      const known = readComposeProject({ ...source, env: variables, partialEnv: true, asked });
      const isWhole = env?.source === 'upload' && release !== undefined;
      if (!request.hasServer && isWhole) return readComposeProject({ ...source, env: variables });
      if (!request.hasServer || asked.size === 0) return known;
      const facts = { asked, images: release?.images ?? [] };
      // Why a server can't be asked, the looks at it say.
      const onServer = await variablesOnServer(request, env, facts, ports).catch(() => undefined);
      if (onServer === undefined) return known;
      const [own = new Map<string, string>()] = onServer.values();
      return readComposeProject({
        ...source,
        env: new Map([...own, ...variables]),
        // Without a release nobody knows the version.
        partialEnv: release === undefined,
      });
    },
    ({ services }) => `${files.join(', ')}: ${services.length} services`,
  );
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
