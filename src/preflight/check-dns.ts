import type { DnsSubject } from './plan/check.js';
import { isAddress, nameVerdict } from './plan/name-verdict.js';
import { fail, skip, type CheckOutcome } from './plan/outcome.js';
import type { NameAnswer, NameLookup } from '../net/name-lookup.js';
import type { CheckContext } from './check-ports.js';

/** Whether DNS leads a name to the server, or to what the check says. */
export async function dnsOutcome(
  { name, to }: DnsSubject,
  timeoutSeconds: number,
  { hosts }: CheckContext,
  names: NameLookup,
): Promise<CheckOutcome> {
  const targets = to === undefined ? hosts : [to];
  const [target] = targets;
  if (target === undefined)
    return skip(
      'the server is not known',
      'Set `host`, or say in the check where it leads: `to:`.',
    );
  const [answer, answers] = await Promise.all([
    names.addresses(name, timeoutSeconds),
    Promise.all(targets.map((one) => addressesOf(one, timeoutSeconds, names))),
  ]);
  const expected: string[] = [];
  for (const [index, found] of answers.entries()) {
    if (found.kind !== 'found')
      return fail(
        `DNS ${found.kind === 'unknown' ? 'knows no address of' : 'did not answer for'} ${targets[index] ?? ''}, where it must lead`,
        'Correct that name, or give its address: `to:`.',
      );
    expected.push(...found.addresses);
  }
  return nameVerdict(name, answer, target, expected);
}

async function addressesOf(
  name: string,
  timeoutSeconds: number,
  names: NameLookup,
): Promise<NameAnswer> {
  return isAddress(name)
    ? { kind: 'found', addresses: [name] }
    : names.addresses(name, timeoutSeconds);
}
