import type { BucketStore } from './bucket-store.js';
import type { Clock } from '../local/clock.js';
import type { GitHubSettings } from '../github/github-settings.js';
import type { HttpProbe } from '../net/http-probe.js';
import type { NameLookup } from '../net/name-lookup.js';
import type { Processes } from '../local/processes.js';
import type { Registry } from '../registry/registry.js';
import type { RepositoryProbe } from '../registry/repository-probe.js';
import type { SocketProbe } from '../net/socket-probe.js';
import type { S3Subject } from './plan/check.js';

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
