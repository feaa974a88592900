import type { Sink } from './sinks.js';

/** An output of which only what follows the mark is taken. */
export interface MarkedSink extends Sink {
  /** The last of what came instead, while the mark has not. */
  before(): string;
}

/** A shell that never comes to the mark may print for ever. */
const mostBytesBefore = 64 * 1024;

/** @param onMark called once, when the mark has come */
export function afterMark(mark: string, sink: Sink, onMark: () => void): MarkedSink {
  const wanted = Buffer.from(`${mark}\n`);
  let before = Buffer.alloc(0);
  let seen = false;
  return {
    add(chunk) {
      if (seen) {
        sink.add(chunk);
        return;
      }
      before = Buffer.concat([before, chunk]);
      const at = before.indexOf(wanted);
      if (at < 0) {
        before = before.subarray(-mostBytesBefore);
        return;
      }
      seen = true;
      const rest = before.subarray(at + wanted.length);
      if (rest.length > 0) sink.add(rest);
      onMark();
    },
    end: () => sink.end(),
    before: () => (seen ? '' : before.toString('utf8')),
  };
}
