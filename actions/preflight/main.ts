import { join } from 'node:path';
import { ageOf } from '../../src/connect/age-identities.js';
import { checkout } from '../../src/local/outside/checkout.js';
import { connectChecks } from '../../src/connect/connect-checks.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { connectServer, describeKey } from '../../src/connect/connect-server.js';
import { githubContext, type GitHubContext } from '../../src/local/outside/github-context.js';
import { githubWorkflowReader } from '../../src/workflows/outside/github-workflow-reader.js';
import { runAction } from '../../src/connect/run-action.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { writeFile } from '../../src/local/outside/write-file.js';
import { lookRequest } from '../../src/preflight/look-request.js';
import { defaultBranchFiles } from '../../src/workflows/default-branch-files.js';
import { checkWorkflows, type WorkflowCheck } from '../../src/workflows/check-workflows.js';
import { lookAtDeploy } from '../../src/preflight/look-at-deploy.js';
import { reportFindings } from '../../src/preflight/report-findings.js';
import { runChecks } from '../../src/preflight/run-checks.js';
import { firstImage } from '../../src/release/images-to-await.js';
import type { GitHub } from '../../src/github/github.js';
import type { Workspace } from '../../src/local/workspace.js';
import { definition } from './definition.js';

/** Reports what a deploy would meet, and changes nothing. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const root = checkout(context.workspace);
    const { host, hosts = [], path = '' } = inputs;
    const ports = { clock: systemClock, reporter };
    const { request, findings } = lookRequest({ ...inputs, path }, context, systemClock.now());
    const servers = host === undefined ? [] : [host, ...hosts];

    const [chain, deploy, checks] = await Promise.all([
      inputs.workflows ? chainOf(root, context, inputs.githubToken) : undefined,
      lookAtDeploy(
        {
          ...request,
          plainHttp: inputs.registryPlainHttp,
        },
        servers.map((server) => connectServer({ ...inputs, host: server }, server)),
        {
          ...ports,
          root,
          projectIn: (folder) => checkout(join(context.workspace, folder)),
          registry: connectRegistry(inputs, firstImage(request)),
          age: ageOf(inputs.ageKey),
          archiver: tarArchiver,
          describeKey: () => describeKey(inputs),
        },
      ),
      runChecks(
        inputs.checks ?? [],
        { repository: context.repository, hosts: servers.map((server) => server.host) },
        connectChecks(inputs, { ...ports, apiUrl: context.apiUrl, image: firstImage(request) }),
      ),
    ]);

    if (inputs.sarif !== undefined && chain !== undefined)
      writeFile(context.workspace, inputs.sarif, JSON.stringify(chain.sarif));
    reportFindings(
      [...(chain?.findings ?? []), ...findings, ...deploy, ...checks],
      chain?.graph,
      inputs.failOn,
      reporter,
    );
  });
}

async function chainOf(
  root: Workspace,
  context: GitHubContext,
  token: string,
): Promise<WorkflowCheck> {
  const github = async (): Promise<GitHub> => {
    const { octokitGitHub } = await import('../../src/github/outside/octokit-github.js');
    return octokitGitHub(token, context.apiUrl, systemClock);
  };
  const files = token === '' ? undefined : await defaultBranchFiles(context, github);
  const known = files === undefined ? {} : { defaultBranchFiles: files };
  return checkWorkflows(root, githubWorkflowReader(), { ...context, ...known });
}
