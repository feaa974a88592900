import type { Host } from '../host.js';

/**
 * The same server, with a line for each command: what it is, its arguments, how it ended, how long it took.
 * Scripts hold no secrets, and neither do their arguments; standard input is not shown.
 */
export function narratedHost(host: Host, say: (line: string) => void): Host {
  return {
    name: host.name,
    async run(script, args, options) {
      const started = performance.now();
      const what = `${host.name}: ${titleOf(script)} ${JSON.stringify(args)}`;
      const seconds = (): string => ((performance.now() - started) / 1000).toFixed(2);
      try {
        const result = await host.run(script, args, options);
        say(`${what}: status ${result.code} after ${seconds()} s`);
        return result;
      } catch (error) {
        say(
          `${what}: ${error instanceof Error ? error.message : String(error)} after ${seconds()} s`,
        );
        throw error;
      }
    },
    close() {
      host.close();
    },
  };
}

// Our scripts say in their first comment what they do.
function titleOf(script: string): string {
  return /^# ([^\n]*)/m.exec(script)?.[1] ?? script.slice(0, 80);
}
