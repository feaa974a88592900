import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRegistry } from '../../src/adapters/connect-registry.js';
import { execProcesses } from '../../src/adapters/exec-processes.js';
import { githubContext } from '../../src/adapters/github-context.js';
import { octokitGitHub } from '../../src/adapters/octokit-github.js';
import { requireToken } from '../../src/adapters/require-token.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { withLogin } from '../../src/adapters/temporary-login.js';
import { buildRelease } from '../../src/apply/build-release.js';
import { dispatchRelease } from '../../src/apply/dispatch-release.js';
import { dispatchRequest, outputDispatched } from '../../src/apply/dispatch-request.js';
import { requireSuccess } from '../../src/apply/require-success.js';
import { registryAccount } from '../../src/apply/deploy-request.js';
import { renderDispatchSummary } from '../../src/plan/dispatch.js';
import { renderReleaseSummary } from '../../src/plan/release-summary.js';
import { definition } from './definition.js';

/** Builds, pushes, confirms, announces. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    // Before the build: minutes of work would end at a token that is not there.
    requireToken(inputs.githubToken, 'github-token', context);
    const account = registryAccount(inputs);
    const { image } = inputs;
    const { context: folder, file, target, platforms = [] } = inputs;
    const metadataFile = join(
      process.env.RUNNER_TEMP ?? tmpdir(),
      `deploy-kit-${randomUUID()}.json`,
    );
    const readFile = (path: string): string => readFileSync(path, 'utf8');
    const registry = connectRegistry(inputs);
    const ports = { processes: execProcesses, registry, clock: systemClock, reporter, readFile };
    const release = await withLogin(image.registry, account, (dockerConfig) =>
      buildRelease(
        {
          image,
          moreTags: inputs.tags ?? [],
          build: { context: folder, file, target, platforms, metadataFile },
          buildArgs: inputs.buildArgs ?? new Map<string, string>(),
          dockerConfig,
          release: {
            revision: context.sha,
            ref: context.ref,
            repository: context.repository,
            run: { id: context.runId, url: context.runUrl },
            actor: context.actor,
            correlationId: randomUUID(),
          },
          source: `${context.serverUrl}/${context.repository}`,
        },
        ports,
      ),
    );
    const request = dispatchRequest(inputs, release);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const sent = await dispatchRelease(
      request,
      { repository: context.repository, ref: context.refName },
      { github, clock: systemClock, reporter },
    );

    const [released] = release.images;
    reporter.output('image', `${released?.reference ?? ''}@${released?.digest ?? ''}`);
    reporter.output('digest', released?.digest ?? '');
    reporter.output('version', release.version);
    outputDispatched(sent, reporter);
    reporter.summary(renderReleaseSummary(release));
    reporter.summary(renderDispatchSummary(sent, request.door));
    await requireSuccess(sent, github);
  });
}
