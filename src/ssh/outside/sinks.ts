/** What takes an output as it comes. */
export interface Sink {
  add(chunk: Buffer): void;
  end(): string;
}

/**
 * More than that of one stream is cut, so that a runaway command does not fill the memory. The list of a live
 * release takes about a hundred bytes a file.
 */
const maxOutputBytes = 32 * 1024 * 1024;

/** A line that is longer is cut. */
const maxLineBytes = 1024 * 1024;

/** All of it, as text. */
export function textCollector(): Sink {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      if (size < maxOutputBytes) chunks.push(chunk);
      size += chunk.length;
    },
    end: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/** Each whole line. */
export function lineSplitter(onLine: (line: string) => void): Sink {
  const decoder = new TextDecoder();
  let rest = '';
  const take = (text: string): void => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, maxLineBytes);
    for (const line of lines) onLine(line);
  };
  return {
    add(chunk) {
      take(decoder.decode(chunk, { stream: true }));
    },
    end() {
      // A last line without its end was cut off in the middle.
      return '';
    },
  };
}
