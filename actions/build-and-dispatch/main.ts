import { randomUUID } from 'node:crypto';
import { buildAccount } from '../../src/connect/build-account.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { execProcesses } from '../../src/local/outside/exec-processes.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { requireToken } from '../../src/connect/require-token.js';
import { runAction } from '../../src/connect/run-action.js';
import { withScratch } from '../../src/local/outside/scratch-folder.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { withLogin } from '../../src/build/outside/temporary-login.js';
import { openBuilder } from '../../src/build/build-images.js';
import { buildRelease } from '../../src/build/build-release.js';
import {
  buildEnvironment,
  buildOptions,
  buildSource,
  imageCheck,
  releaseTags,
} from '../../src/build/build-request.js';
import { commitTime } from '../../src/build/commit-time.js';
import { dispatchRelease } from '../../src/dispatch/dispatch-release.js';
import { dispatchRequest, outputDispatched } from '../../src/dispatch/dispatch-request.js';
import { requireSuccess } from '../../src/dispatch/require-success.js';
import { renderDispatchSummary } from '../../src/dispatch/plan/dispatch.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { renderReleaseSummary } from '../../src/release/release-summary.js';
import { definition } from './definition.js';

/** Builds, checks, pushes, confirms, announces. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    for (const secret of inputs.secrets?.values() ?? []) reporter.mask(secret);
    const context = githubContext();
    // Before the build: minutes of work would end at a token that is not there.
    requireToken(inputs.githubToken, 'github-token', context);
    const started = systemClock.now();
    const origin = releaseOfRun(context, randomUUID(), started);
    const committed = await commitTime(execProcesses, context.sha);
    const tags = releaseTags(inputs, context, started);
    const options = buildOptions(inputs, context, committed ?? started);
    const { release, metadata } = await withScratch(async (scratch) => {
      const ports = { processes: execProcesses, scratch, clock: systemClock, reporter };
      const environment = buildEnvironment(inputs, committed);
      const builder = await openBuilder(buildSource(inputs), inputs.image, environment, ports);
      const { image } = builder.targets[0];
      const job = { token: inputs.jobToken, actor: context.actor };
      const { account, ...login } = await buildAccount(image, inputs, job);
      const registry = connectRegistry(inputs, image, account);
      const { skipExisting } = inputs;
      return withLogin(image.registry, account, (dockerConfig) =>
        buildRelease(
          {
            tags,
            options,
            skipExisting,
            check: imageCheck(inputs),
            login: { dockerConfig, ...login },
            origin,
          },
          builder,
          { ...ports, registry },
        ),
      );
    });

    const images = release.images.map(({ reference, digest }) => `${reference}@${digest}`);
    reporter.output('image', images[0] ?? '');
    reporter.output('images', images.join('\n'));
    reporter.output('digest', release.images[0]?.digest ?? '');
    reporter.output('tags', tags.join('\n'));
    reporter.output('version', release.version);
    reporter.output('metadata', metadata);
    const seconds = (systemClock.now().getTime() - started.getTime()) / 1000;
    reporter.summary(renderReleaseSummary(release, tags, seconds));

    const request = dispatchRequest(inputs, release);
    const github = octokitGitHub(inputs.githubToken, context.apiUrl, systemClock);
    const branch = { repository: context.repository, ref: context.refName };
    const sent = await dispatchRelease(request, branch, { github, clock: systemClock, reporter });
    outputDispatched(sent, reporter);
    reporter.summary(renderDispatchSummary(sent, request.door));
    await requireSuccess(sent, github);
  });
}
