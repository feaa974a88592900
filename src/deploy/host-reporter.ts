import type { Reporter } from '../local/reporter.js';

/** Reports of one server among several that work at the same time: each line with its name, no groups. */
export function hostReporter(reporter: Reporter, host: string): Reporter {
  const info = (line: string): void => {
    reporter.info(`[${host}] ${line}`);
  };
  return {
    ...reporter,
    info,
    group: (title, phase) => {
      info(title);
      return phase();
    },
    openGroup: (title) => {
      info(title);
      return () => undefined;
    },
    notice: (title, message) => {
      reporter.notice(`${host}: ${title}`, message);
    },
    warning: (title, message) => {
      reporter.warning(`${host}: ${title}`, message);
    },
  };
}
