import type { DnsSubject } from '../../plan/preflight/check.js';
import { isAddress, nameVerdict } from '../../plan/preflight/name-verdict.js';
import { failed, skipped, type Outcome } from '../../plan/preflight/outcome.js';
import type { NameLookup } from '../../ports/name-lookup.js';
import type { CheckContext } from './check-ports.js';

/** Whether DNS leads a name to the server, or to what the check says. */
export async function dnsOutcome(
  { name, to }: DnsSubject,
  timeoutSeconds: number,
  { host }: CheckContext,
  names: NameLookup,
): Promise<Outcome> {
  const target = to ?? host;
  if (target === undefined)
    return skipped(
      'the server is not known',
      'Set `host`, or say in the check where it leads: `to:`.',
    );
  const [answer, expected] = await Promise.all([
    names.addresses(name, timeoutSeconds),
    isAddress(target)
      ? { kind: 'found' as const, addresses: [target] }
      : names.addresses(target, timeoutSeconds),
  ]);
  if (expected.kind !== 'found')
    return failed(
      `DNS ${expected.kind === 'unknown' ? 'knows no address of' : 'did not answer for'} ${target}, where it must lead`,
      'Correct that name, or give its address: `to:`.',
    );
  return nameVerdict(name, answer, target, expected.addresses);
}
