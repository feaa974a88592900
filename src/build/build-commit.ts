import { randomUUID } from 'node:crypto';
import type { Inputs } from '../inputs/index.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Processes } from '../local/processes.js';
import type { Registry } from '../registry/registry.js';
import { releaseOfRun, type RunOrigin } from '../release/release-of-run.js';
import type { Release } from '../release/release.js';
import { openBuilder, type BuilderLogin } from './build-images.js';
import type { buildInputs } from './build-inputs.js';
import {
  buildEnvironment,
  buildOptions,
  buildSource,
  imageCheck,
  releaseTags,
  type BuildContext,
} from './build-options.js';
import { buildRelease } from './build-release.js';
import type { BuildPorts } from './build-request.js';
import { renderReleaseSummary } from './plan/release-summary.js';

/** What the build of a commit reaches out through. */
export interface BuildCommitPorts extends Omit<BuildPorts, 'registry'> {
  /** Gives the work the registry of an image, with docker logged in there until it is done. */
  readonly withRegistry: WithRegistry;
}

export type WithRegistry = <Result>(
  image: ImageReference,
  work: (registry: Registry, login: BuilderLogin) => Promise<Result>,
) => Promise<Result>;

/**
 * Builds the images of the run's commit as the inputs say, checks, pushes and confirms them, and tells what
 * came of it.
 * @throws {DeployKitError} as `openBuilder` and `buildRelease`
 */
export async function buildCommit(
  inputs: Inputs<typeof buildInputs>,
  run: BuildContext & RunOrigin,
  { withRegistry, ...ports }: BuildCommitPorts,
): Promise<Release> {
  const { processes, clock, reporter } = ports;
  const started = clock.now();
  const origin = releaseOfRun(run, randomUUID(), started);
  const committed = await commitTime(processes, run.sha);
  const tags = releaseTags(inputs, run, started);
  const options = buildOptions(inputs, run, committed ?? started);
  const environment = buildEnvironment(inputs, committed);
  const builder = await openBuilder(buildSource(inputs), inputs.image, environment, ports);
  const { skipExisting } = inputs;
  const check = imageCheck(inputs);
  const { release, metadata } = await withRegistry(builder.targets[0].image, (registry, login) =>
    buildRelease({ tags, options, skipExisting, check, login, origin }, builder, {
      ...ports,
      registry,
    }),
  );

  const images = release.images.map(({ reference, digest }) => `${reference}@${digest}`);
  reporter.output('image', images[0] ?? '');
  reporter.output('images', images.join('\n'));
  reporter.output('digest', release.images[0]?.digest ?? '');
  reporter.output('tags', tags.join('\n'));
  reporter.output('version', release.version);
  reporter.output('metadata', metadata);
  const seconds = (clock.now().getTime() - started.getTime()) / 1000;
  reporter.summary(renderReleaseSummary(release, tags, seconds));
  return release;
}

/** When a commit was made, by the checkout's git; `undefined` without one. */
async function commitTime(processes: Processes, sha: string): Promise<Date | undefined> {
  const args = ['log', '-1', '--format=%ct', sha];
  const { code, stdout } = await processes.run('git', args, { silent: true });
  return code === 0 ? new Date(Number(stdout.trim()) * 1000) : undefined;
}
