import type { NameAnswer } from '../../net/name-lookup.js';
import { fail, pass, warn, type CheckOutcome } from './outcome.js';

/** Whether a text is an IP address rather than a name. */
export function isAddress(text: string): boolean {
  return text.includes(':') || /^\d+(\.\d+){3}$/.test(text);
}

/**
 * Whether a name leads where it must.
 * @param target what it must lead to, as it is written
 * @param expected the addresses of that
 */
export function nameVerdict(
  name: string,
  answer: NameAnswer,
  target: string,
  expected: readonly string[],
): CheckOutcome {
  if (answer.kind === 'failed')
    return fail(`DNS did not answer for ${name}: ${answer.message}`, `Try it: \`dig ${name}\``);
  const record = `Create the record at the name's DNS provider: \`${recordFor(name, target)}\`. A new record can take minutes to be seen.`;
  if (answer.kind === 'unknown') return fail(`DNS knows no address of ${name}`, record);
  const wanted = new Set(expected.map(canonical));
  const addresses = answer.addresses.map(canonical);
  const right = addresses.filter((one) => wanted.has(one));
  const wrong = addresses.filter((one) => !wanted.has(one) && isComparable(one, expected));
  if (right.length === 0)
    return fail(
      `${name} leads to ${addresses.join(', ')}, not to ${described(target, expected)}`,
      `${record} Where a proxy in front is meant, say so with \`to:\`.`,
    );
  return wrong.length === 0
    ? pass(`${name} leads to ${right.join(', ')}`)
    : warn(
        `${name} leads to ${described(target, expected)}, but also to ${wrong.join(', ')}`,
        `Remove the other record (${wrong.map((one) => (one.includes(':') ? 'AAAA' : 'A')).join(', ')}), or let it lead to the server too.`,
      );
}

// Of a server that is given by its IPv4 address alone, nobody knows the IPv6 one.
function isComparable(address: string, expected: readonly string[]): boolean {
  return expected.some((one) => one.includes(':') === address.includes(':'));
}

function described(target: string, expected: readonly string[]): string {
  return isAddress(target) ? target : `${target} (${expected.join(', ')})`;
}

function recordFor(name: string, target: string): string {
  const type = !isAddress(target) ? 'CNAME' : target.includes(':') ? 'AAAA' : 'A';
  return `${name}. ${type} ${target}${type === 'CNAME' ? '.' : ''}`;
}

/** `2001:DB8:0::1` → `2001:db8::1` */
function canonical(address: string): string {
  if (!address.includes(':')) return address;
  const url = `http://[${address}]/`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}
