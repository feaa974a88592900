import type { GitHub } from '../github/github.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Inputs } from '../inputs/index.js';
import type { Registry } from '../registry/registry.js';
import { firstImage } from '../release/images-to-await.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { checkWorkflows, type WorkflowCheck } from '../workflows/check-workflows.js';
import { defaultBranchFiles, type LookedAt } from '../workflows/default-branch-files.js';
import type { WorkflowReader } from '../workflows/workflow-reader.js';
import type { CheckPorts } from './check-ports.js';
import { lookAtDeploy, type LookPorts } from './look-at-deploy.js';
import { lookRequest } from './look-request.js';
import type { preflightInputs } from './preflight-inputs.js';
import { reportFindings } from './report-findings.js';
import { runChecks } from './run-checks.js';

/** What a look ahead reaches out through. */
export interface LookAheadPorts extends Omit<LookPorts, 'registry'> {
  /** No connection is opened before the look at the deploy. */
  readonly servers: readonly ServerConnection[];
  readonly workflows: WorkflowReader;
  /** Loaded where it is asked, and nowhere else; `undefined`: there is no token. */
  readonly github: (() => Promise<GitHub>) | undefined;
  /** The registries, with the account at that of the first image. */
  readonly registryOf: (first: ImageReference | undefined) => Registry;
  readonly checksOf: (first: ImageReference | undefined) => CheckPorts;
  /** Writes a file of the checkout. */
  readonly writeFile: (path: string, text: string) => void;
}

type LookAheadInputs = Inputs<typeof preflightInputs>;

/** The run that looks, as far as it matters what it belongs to. */
type Run = LookedAt & Parameters<typeof lookRequest>[1];

/**
 * Goes through the chain of workflows, a deploy up to its first change, and the list of checks, side by side, and
 * reports all that it found.
 * @throws {DeployKitError} `preflight-failed` when one of the findings makes the step fail
 */
export async function lookAhead(
  inputs: LookAheadInputs,
  run: Run,
  ports: LookAheadPorts,
): Promise<void> {
  const { path = '', registryPlainHttp: plainHttp, composeFiles } = inputs;
  const { request, findings } = lookRequest({ ...inputs, path }, run, ports.clock.now());
  const first = firstImage(request);
  const { servers } = ports;
  const hosts = servers.map(({ name }) => name);
  const [chain, deploy, checks] = await Promise.all([
    inputs.workflows ? chainOf(run, ports) : undefined,
    lookAtDeploy({ ...request, path, plainHttp, composeFiles }, servers, {
      ...ports,
      registry: ports.registryOf(first),
    }),
    runChecks(inputs.checks ?? [], { repository: run.repository, hosts }, ports.checksOf(first)),
  ]);

  if (inputs.sarif !== undefined && chain !== undefined)
    ports.writeFile(inputs.sarif, JSON.stringify(chain.sarif));
  reportFindings(
    [...(chain?.findings ?? []), ...findings, ...deploy, ...checks],
    chain?.graph,
    inputs.failOn,
    ports.reporter,
  );
}

async function chainOf(
  run: Run,
  { root, workflows, github }: LookAheadPorts,
): Promise<WorkflowCheck> {
  const files = github && (await defaultBranchFiles(run, github));
  const known = files === undefined ? {} : { defaultBranchFiles: files };
  return checkWorkflows(root, workflows, { ...run, ...known });
}
