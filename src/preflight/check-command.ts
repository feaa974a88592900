import type { CommandSubject } from './plan/check.js';
import { fail, pass, type CheckOutcome } from './plan/outcome.js';
import type { Processes } from '../local/processes.js';
import { runCommand } from '../local/run-command.js';

/** More of a command's output does not fit a table. */
const shownLines = 5;
const shownCharacters = 500;

/** Whether a command ends with status 0. */
export async function commandOutcome(
  { command }: CommandSubject,
  timeoutSeconds: number,
  processes: Processes,
): Promise<CheckOutcome> {
  const { code, lines, isTooSlow } = await runCommand(command, timeoutSeconds, processes);
  const last = lines.slice(-shownLines).join('\n').slice(-shownCharacters);
  const said = last === '' ? '' : `: ${last}`;
  if (code === 0) return pass(`ended with status 0${said}`);
  return fail(
    isTooSlow
      ? `did not end within ${timeoutSeconds} s${said}`
      : `ended with status ${code}${said}`,
    'Run it by hand; it runs in the checkout, on the runner, with `sh -eu`.',
  );
}
