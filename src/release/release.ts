import * as v from 'valibot';
import { failure } from '../errors/index.js';
import { parseImageReference } from '../image/image-reference.js';

/** The version of the release document's format. */
export const releaseSchemaVersion = 1;

const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));

const releasedImage = v.strictObject({
  /** The tag that was pushed, in full: `ghcr.io/acme/api:sha-1a2b3c4d5e6f`. */
  reference: v.pipe(
    v.string(),
    v.check((text) => parseImageReference(text) !== undefined, 'must be an image reference'),
  ),
  digest: v.pipe(v.string(), v.regex(/^sha256:[a-f0-9]{64}$/, 'must be sha256:<64 hex digits>')),
  platforms: v.array(shortText),
});

const releaseSchema = v.strictObject({
  schema: v.literal(releaseSchemaVersion),
  /** Empty in a phase that builds and deploys no image. */
  images: v.array(releasedImage),
  /** What people call it: the tag of the first image, `sha-1a2b3c4d5e6f`. */
  version: shortText,
  /** The commit, 40 hex digits. */
  revision: v.pipe(v.string(), v.regex(/^[a-f0-9]{40}$/, 'must be a commit id of 40 hex digits')),
  /** `refs/heads/main` */
  ref: shortText,
  /** `owner/name` */
  repository: shortText,
  run: v.strictObject({ id: v.pipe(v.number(), v.integer(), v.minValue(0)), url: shortText }),
  actor: shortText,
  environment: v.optional(shortText),
  createdAt: v.pipe(v.string(), v.isoTimestamp('must be an ISO 8601 time')),
  correlationId: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits or -'),
  ),
  extra: v.optional(v.record(v.string(), v.unknown())),
});

export type Release = v.InferOutput<typeof releaseSchema>;

/**
 * What travels in the event. The document has more keys than GitHub allows at the top level, so it
 * stands under one; the correlation id stands beside it, where `run-name:` can read it as
 * `github.event.client_payload.correlationId`.
 */
export interface ReleasePayload {
  readonly release: Release;
  readonly correlationId: string;
}

/** The payload of the event that announces a release. */
export function releasePayload(release: Release): ReleasePayload {
  return { release, correlationId: release.correlationId };
}

/**
 * Reads a release document that came from outside.
 * @throws {DeployKitError} `release-document-invalid`, with the path of each offending field
 */
function parseRelease(document: unknown): Release {
  const result = v.safeParse(releaseSchema, document);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const path = v.getDotPath(issue);
    return `${path === null ? 'release' : `release.${path}`}: ${issue.message}`;
  });
  throw failure('release-document-invalid', { problems: problems.join('; ') });
}

/**
 * Reads a release document from JSON text: an output of another step, an input of workflow_dispatch.
 * @throws {DeployKitError} `release-document-invalid`
 */
export function parseReleaseText(text: string): Release {
  try {
    return parseRelease(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw failure('release-document-invalid', { problems: `it is no JSON: ${error.message}` });
  }
}

/**
 * The release document of the event that started this run: in the payload of a repository_dispatch, or
 * in the input `release` of a workflow_dispatch.
 * @returns `undefined` when the event carries none
 * @throws {DeployKitError} `release-document-invalid` when it carries something else in its place
 */
export function releaseOfEvent(event: Readonly<Record<string, unknown>>): Release | undefined {
  const payload = event.client_payload as Readonly<Record<string, unknown>> | null | undefined;
  if (payload !== undefined && payload !== null) return parseRelease(payload.release);
  const inputs = event.inputs as Readonly<Record<string, unknown>> | null | undefined;
  const text = inputs?.release;
  return typeof text === 'string' && text !== '' ? parseReleaseText(text) : undefined;
}
