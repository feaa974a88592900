import * as v from 'valibot';

const at = v.number();
const text = v.string();

const programEvent = v.variant('event', [
  v.object({ event: v.literal('step'), at, title: text }),
  v.object({ event: v.literal('step-done'), at, title: text, seconds: text }),
  v.object({ event: v.literal('log'), at, source: text, line: text }),
  v.object({ event: v.literal('waiting'), at, for: text }),
  v.object({ event: v.literal('settle'), at, release: text }),
  /** What the log should tell. */
  v.object({ event: v.literal('say'), at, text }),
  /** What people should know, without being a failure. */
  v.object({ event: v.literal('note'), at, title: text, text }),
  /** The line that the program added to the server's journal. */
  v.object({ event: v.literal('journal'), at, line: text }),
  v.object({ event: v.literal('failed'), at, step: text, error: text }),
  v.object({
    event: v.literal('end'),
    at,
    outcome: v.picklist([
      'committed',
      'same',
      // It gave way to a newer one.
      'outdated',
      'settled',
      'unchanged',
      'restored',
      'unknown',
    ]),
    /** The release that is live now; empty when it is none of ours. */
    live: text,
    step: v.optional(text),
    error: v.optional(text),
    values: v.optional(v.record(v.string(), text)),
    /** Why restoring failed too, or what ran before is not well. */
    reason: v.optional(text),
  }),
]);

/** One line of `events.jsonl`: what a program on the server says of itself. */
export type ProgramEvent = v.InferOutput<typeof programEvent>;
export type ProgramEnd = Extract<ProgramEvent, { event: 'end' }>;

/** Reads one event line; `undefined` for a line that is none (cut off by a full disk, say). */
export function parseProgramEvent(line: string): ProgramEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const result = v.safeParse(programEvent, value);
  return result.success ? result.output : undefined;
}
