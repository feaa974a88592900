import { commitTag } from '../image/image-reference.js';
import { releaseSchemaVersion, type Release } from './release.js';

/** The part of the run's context that a release document records. */
export interface RunOrigin {
  readonly sha: string;
  readonly ref: string;
  readonly repository: string;
  readonly runId: number;
  readonly runUrl: string;
  readonly actor: string;
}

/** The release document of a run that builds nothing: its commit and who started it, without images. */
export function releaseOfRun(run: RunOrigin, correlationId: string, now: Date): Release {
  return {
    schema: releaseSchemaVersion,
    images: [],
    version: commitTag(run.sha),
    revision: run.sha,
    ref: run.ref,
    repository: run.repository,
    run: { id: run.runId, url: run.runUrl },
    actor: run.actor,
    createdAt: now.toISOString(),
    correlationId,
  };
}
