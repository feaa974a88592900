import { DeployKitError } from '../errors/index.js';
import type { Release } from '../plan/release.js';
import type { Clock } from '../ports/clock.js';
import type { GitHub } from '../ports/github.js';
import type { Reporter } from '../ports/reporter.js';

/** The run that should push an image. */
export interface BuildWatch {
  /** Its address; empty when it is not known. */
  readonly url: string;
  /** How it ended, when it ended without success. */
  failure(): Promise<{ readonly conclusion: string } | undefined>;
}

/** When it is not known who builds the image, or nobody does. */
export const unknownBuild: BuildWatch = { url: '', failure: () => Promise.resolve(undefined) };

/** A run is asked for no more often than this, in seconds. */
const askEverySeconds = 15;

/**
 * Watches a run, so that nobody waits for what it will not push. A token that may not look, or a GitHub
 * that does not answer, ends the watch and nothing else.
 * @param release names the run; `undefined` when there is none to watch
 */
export function watchBuild(
  release: Release | undefined,
  { github, clock, reporter }: { github: Pick<GitHub, 'run'>; clock: Clock; reporter: Reporter },
): BuildWatch {
  if (release === undefined) return unknownBuild;
  const { repository, run } = release;
  let next = 0;
  return {
    url: run.url,
    async failure() {
      const now = clock.now().getTime() / 1000;
      if (now < next) return undefined;
      next = now + askEverySeconds;
      try {
        const { conclusion } = await github.run(repository, run.id);
        return conclusion === undefined || conclusion === 'success' ? undefined : { conclusion };
      } catch (error) {
        if (!(error instanceof DeployKitError)) throw error;
        next = Number.POSITIVE_INFINITY;
        reporter.debug(`The build's run cannot be seen: ${error.why}`);
        return undefined;
      }
    },
  };
}
