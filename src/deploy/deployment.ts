import type { ReadyServer } from '../server/plan/check-server.js';
import type { TimedStep } from '../server/progress-report.js';

/** A release that is live. */
export interface Deployment {
  /** False when it was live already, with everything in it: then nothing was touched. */
  readonly changed: boolean;
  /** Whether a newer release is live, and this one was not deployed: then all else but the version speaks of that. */
  readonly gaveWay: boolean;
  readonly releaseId: string;
  readonly version: string;
  readonly revision: string;
  /** The release that was live before; empty when there was none of ours. */
  readonly previous: string;
  /** Each service of the release: its image before (empty: unknown) and now. */
  readonly changes: readonly {
    readonly service: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly steps: readonly TimedStep[];
  /** The line in the server's journal, as JSON; empty when nothing was touched. */
  readonly journal: string;
  /** The deploy folder, absolute. */
  readonly path: string;
}

/** Each service that is pinned: its image before, where that is known, and the one by digest. */
export function imageChanges(
  pins: ReadonlyMap<string, string>,
  { currentImages }: Pick<ReadyServer, 'currentImages'>,
): Deployment['changes'] {
  return [...pins].map(([service, to]) => ({
    service,
    from: currentImages.get(service) ?? '',
    to,
  }));
}
