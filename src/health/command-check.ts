import type { Processes } from '../local/processes.js';
import { runCommand } from '../local/run-command.js';
import type { HealthCheck } from './health-check.js';

/** A command on the runner that must end with status 0. */
export function commandCheck(
  { command, timeoutSeconds }: { command: string; timeoutSeconds: number },
  processes: Processes,
): HealthCheck {
  const name = `the command ${command.split('\n')[0] ?? ''}`;
  return {
    name,
    place: { host: name, name, port: '', expected: 'status 0' },
    async observe() {
      const started = performance.now();
      const seconds = (): number => (performance.now() - started) / 1000;
      const { code, lines, isTooSlow } = await runCommand(command, timeoutSeconds, processes);
      const last = (lines.at(-1) ?? '').slice(0, 500);
      if (code === 0) return { fault: undefined, seconds: seconds() };
      const text = isTooSlow
        ? `it did not end within ${timeoutSeconds} s`
        : `it ended with status ${code}${last === '' ? '' : `: ${last}`}`;
      return { fault: { kind: 'command', text }, seconds: seconds() };
    },
  };
}
