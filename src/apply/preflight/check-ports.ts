import type { BucketStore } from '../../ports/bucket-store.js';
import type { Clock } from '../../ports/clock.js';
import type { GitHubSettings } from '../../ports/github-settings.js';
import type { HttpProbe } from '../../ports/http-probe.js';
import type { NameLookup } from '../../ports/name-lookup.js';
import type { Processes } from '../../ports/processes.js';
import type { Registry } from '../../ports/registry.js';
import type { RepositoryProbe } from '../../ports/repository-probe.js';
import type { SocketProbe } from '../../ports/socket-probe.js';
import type { S3Subject } from '../../plan/preflight/check.js';

/** What the checks reach out through. */
export interface CheckPorts {
  readonly registry: Registry;
  readonly repositories: RepositoryProbe;
  readonly gcs: BucketStore;
  /** The store that a check names by its endpoint and region. */
  readonly s3: (place: Pick<S3Subject, 'endpoint' | 'region'>) => BucketStore;
  /** `undefined`: there is no token. */
  readonly settings: GitHubSettings | undefined;
  readonly http: HttpProbe;
  readonly sockets: SocketProbe;
  readonly names: NameLookup;
  readonly processes: Processes;
  readonly clock: Clock;
}

/** Where the checks are made. */
export interface CheckContext {
  /** `owner/name` of this run. */
  readonly repository: string;
  /** The servers' names or addresses, where they are known. */
  readonly hosts: readonly string[];
}
