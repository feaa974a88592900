import type { Reporter } from '../../src/local/reporter.js';

const nothing = (): void => undefined;

/** Reports to nobody. */
export const silentReporter: Reporter = {
  group: (_, phase) => phase(),
  openGroup: () => nothing,
  info: nothing,
  debug: nothing,
  notice: nothing,
  warning: nothing,
  annotate: nothing,
  failed: nothing,
  mask: nothing,
  output: nothing,
  summary: nothing,
  saveState: nothing,
  exportVariable: nothing,
};

/** Keeps the lines that it is told. */
export function listeningReporter(): { readonly reporter: Reporter; readonly lines: string[] } {
  const lines: string[] = [];
  const info = (line: string): void => {
    lines.push(line);
  };
  return { reporter: { ...silentReporter, info }, lines };
}
