import type { Reporter } from '../local/reporter.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { lookAt } from './look-at.js';
import { readFacts } from './plan/server-facts.js';
import { settleLeft } from './shell/scripts.js';

/** Longer than a restore takes: it goes on there all the same. */
const settleTimeoutSeconds = 1800;

/**
 * Settles what an interrupted deploy has left on a server, before anything else is done or decided there, and says so.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export async function settleInterrupted(
  server: ServerConnection,
  path: string,
  reporter: Pick<Reporter, 'info' | 'warning'>,
): Promise<void> {
  const facts = await lookAt(server, {
    script: settleLeft,
    args: [path],
    timeoutSeconds: settleTimeoutSeconds,
    read: ({ stdout }) => (stdout.endsWith('end=yes\n') ? readFacts(stdout) : undefined),
  });
  const [release] = facts.get('interrupted') ?? [];
  if (release === undefined) return;
  const [outcome = 'the next deploy settles it'] = facts.get('settled') ?? [];
  reporter.warning(
    'An interrupted deploy is settled',
    `Release ${release} did not finish on ${server.name}: ${outcome}.`,
  );
}
