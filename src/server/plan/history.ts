import * as v from 'valibot';

const text = v.string();

const recordSchema = v.object({
  release: text,
  version: text,
  revision: text,
  actor: text,
  run: text,
  images: v.array(v.object({ name: text, digest: text })),
  switching: v.object({
    waves: v.array(v.array(v.object({ name: text, replicas: v.number() }))),
    first: v.array(text),
    proxies: v.array(text),
    // Records that were written before there was a choice lack these.
    blueGreen: v.optional(v.boolean(), false),
    healthUrls: v.optional(v.array(text), []),
    startSeconds: v.optional(v.number(), 0),
  }),
  migration: v.picklist(['none', 'compatible', 'breaking']),
});

/** What a release's own record on the server says of it. */
export type ReleaseRecord = v.InferOutput<typeof recordSchema>;

const journalSchema = v.object({
  /** Seconds since the epoch, by the server's clock. */
  at: v.number(),
  release: text,
  kind: v.picklist(['deploy', 'rollback', 'take-back', 'settle']),
  outcome: text,
  live: text,
  previous: text,
  version: text,
  revision: text,
  actor: text,
  run: text,
  seconds: v.number(),
});

/** A line of the server's journal: what one program did. */
export type JournalLine = v.InferOutput<typeof journalSchema>;

/** A release whose files are on the server. */
export interface StoredRelease {
  readonly record: ReleaseRecord;
  /** Its images: service → reference by digest. */
  readonly images: ReadonlyMap<string, string>;
  /** Those of its images that the server's engine does not have. */
  readonly missing: readonly string[];
  /** Whether a job has rejected it. */
  readonly rejected: boolean;
  /** Whether it knows how to take its migration back. */
  readonly hasRollbackCommand: boolean;
}

export interface History {
  /** Oldest first. */
  readonly releases: readonly StoredRelease[];
  readonly journal: readonly JournalLine[];
}

/**
 * Reads what the server prints of its releases. Records and lines that are not whole are left out.
 * @returns `undefined` when the output itself is not whole
 */
export function parseHistory(output: string): History | undefined {
  const releases: StoredRelease[] = [];
  const journal: JournalLine[] = [];
  let facts: (readonly [string, string])[] = [];
  let whole = false;
  const take = (): void => {
    const release = storedRelease(facts);
    if (release !== undefined) releases.push(release);
    facts = [];
  };
  for (const line of output.split('\n')) {
    const at = line.indexOf('=');
    const [key, value] = [line.slice(0, at), line.slice(at + 1)];
    if (key === 'release' || key === 'end') take();
    if (key === 'end') whole = true;
    if (key === 'journal') journal.push(...parse(journalSchema, value));
    else facts.push([key, value]);
  }
  return whole ? { releases, journal } : undefined;
}

function storedRelease(facts: readonly (readonly [string, string])[]): StoredRelease | undefined {
  const all = (name: string): string[] =>
    facts.flatMap(([key, value]) => (key === name ? value : []));
  const [record] = all('record').flatMap((value) => parse(recordSchema, value));
  if (record === undefined) return undefined;
  return {
    record,
    images: new Map(
      all('image').map((line) => {
        const at = line.indexOf(' ');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
    ),
    missing: all('missing'),
    rejected: all('rejected').length > 0,
    hasRollbackCommand: all('rollback-command').length > 0,
  };
}

function parse<const Schema extends v.GenericSchema>(
  schema: Schema,
  json: string,
): v.InferOutput<Schema>[] {
  try {
    const result = v.safeParse(schema, JSON.parse(json));
    return result.success ? [result.output] : [];
  } catch {
    return [];
  }
}
