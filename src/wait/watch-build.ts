import { DeployKitError } from '../errors/index.js';
import type { Release } from '../release/release.js';
import type { Clock } from '../local/clock.js';
import type { GitHub } from '../github/github.js';
import type { Reporter } from '../local/reporter.js';

/** The run that should push an image. */
export interface BuildWatch {
  /** Its address; empty when it is not known. */
  readonly url: string;
  /** Aborts when the run has ended without success; the reason is its conclusion. */
  readonly failed: AbortSignal;
}

/** When it is not known who builds the image, or nobody does. */
export const unknownBuild: BuildWatch = { url: '', failed: new AbortController().signal };

/** A run is asked for no more often than this, in seconds. */
const askEverySeconds = 15;

export interface BuildWatchPorts {
  readonly github: Pick<GitHub, 'run'>;
  readonly clock: Clock;
  readonly reporter: Reporter;
}

/**
 * Watches a run beside some work, so that nobody waits for what it will not push. GitHub never holds up
 * the work: a token that may not look, or an API that does not answer, ends the watch and nothing else.
 * @param release names the run; `undefined` when there is none to watch
 */
export async function watchingBuild<Result>(
  release: Release | undefined,
  ports: BuildWatchPorts,
  work: (build: BuildWatch) => Promise<Result>,
): Promise<Result> {
  if (release === undefined) return work(unknownBuild);
  const failed = new AbortController();
  const done = new AbortController();
  void watch(release, failed, done.signal, ports);
  try {
    return await work({ url: release.run.url, failed: failed.signal });
  } finally {
    done.abort();
  }
}

async function watch(
  { repository, run }: Release,
  failed: AbortController,
  done: AbortSignal,
  { github, clock, reporter }: BuildWatchPorts,
): Promise<void> {
  try {
    for (;;) {
      const { conclusion } = await github.run(repository, run.id, done);
      if (conclusion === 'success') return;
      if (conclusion !== undefined) {
        failed.abort(conclusion);
        return;
      }
      await clock.sleep(askEverySeconds, done);
    }
  } catch (error) {
    if (done.aborted) return;
    const why = error instanceof DeployKitError ? error.why : String(error);
    reporter.debug(`The build's run cannot be seen: ${why}`);
  }
}
