import type { StatusRange } from '../../health/plan/http-expectation.js';
import type { ImageReference } from '../../image/image-reference.js';

/** A repository of a container registry; with a tag or digest, that image in it. */
export interface RepositorySubject {
  readonly kind: 'registry';
  readonly image: ImageReference;
  readonly access: 'pull' | 'push';
}

/** A bucket, and what must be possible there. */
export interface BucketWish {
  readonly bucket: string;
  /** `read`: list and read objects; `write`: make and overwrite them. */
  readonly access: 'read' | 'write';
  readonly versioned: boolean;
}

export interface GcsSubject extends BucketWish {
  readonly kind: 'gcs';
}

export interface S3Subject extends BucketWish {
  readonly kind: 's3';
  /** Of a store that is not Amazon's. */
  readonly endpoint: URL | undefined;
  readonly region: string | undefined;
}

/** A secret or variable of a repository (its organisation's count), or of one of its environments. */
export interface SettingSubject {
  readonly kind: 'secret' | 'variable';
  readonly name: string;
  readonly environment: string | undefined;
  /** `owner/name`; `undefined`: the repository of this run. */
  readonly repository: string | undefined;
}

export interface EnvironmentSubject {
  readonly kind: 'environment';
  readonly name: string;
  /** Whether somebody must approve its jobs. */
  readonly reviewers: boolean;
  readonly repository: string | undefined;
}

export interface WorkflowSubject {
  readonly kind: 'workflow';
  /** The name of its file. */
  readonly file: string;
  readonly repository: string | undefined;
}

export interface HttpsSubject {
  readonly kind: 'https';
  readonly url: URL;
  readonly statuses: readonly StatusRange[];
}

export interface DnsSubject {
  readonly kind: 'dns';
  readonly name: string;
  /** Where it must lead, as an address or another name; `undefined`: to the server. */
  readonly to: string | undefined;
}

export interface SshSubject {
  readonly kind: 'ssh';
  readonly host: string;
  readonly port: number;
}

export interface CommandSubject {
  readonly kind: 'command';
  readonly command: string;
}

/** What a check looks at. */
export type CheckSubject =
  | RepositorySubject
  | GcsSubject
  | S3Subject
  | SettingSubject
  | EnvironmentSubject
  | WorkflowSubject
  | HttpsSubject
  | DnsSubject
  | SshSubject
  | CommandSubject;

/** One entry of `checks:`. */
export interface Check {
  /** For the table: `registry: ghcr.io/acme/api`, or what the entry says. */
  readonly name: string;
  readonly subject: CheckSubject;
  readonly timeoutSeconds: number;
  /** What mends it, in the words of the entry's author. */
  readonly fix: string | undefined;
  /** What a failure counts as. */
  readonly level: 'fail' | 'warn';
}
