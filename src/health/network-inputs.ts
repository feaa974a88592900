import { certificates } from '../inputs/certificates-kind.js';
import { type InputKind, InputProblem } from '../inputs/kind.js';
import { choice, lines } from '../inputs/kinds.js';

const addresses: InputKind<ReadonlyMap<string, string>> = {
  describe: '`NAME=ADDRESS`, one a line',
  parse(value) {
    const pairs = lines.parse(value).map((line): [string, string] => {
      const [, name = '', address = ''] = /^([^=\s]+)\s*=\s*(\S+)$/.exec(line) ?? [];
      if (!isIpAddress(address))
        throw new InputProblem(`must be NAME=ADDRESS with an IP address, not "${line}"`);
      return [name.toLowerCase(), address];
    });
    return new Map(pairs);
  },
};

/** How requests from the runner find their way. */
export const networkInputs = {
  resolve: {
    kind: addresses,
    description: 'Addresses in place of DNS, for names that do not lead there yet.',
  },
  ipVersion: {
    kind: choice('any', '4', '6'),
    default: 'any',
    description: 'Ask over that version of IP alone.',
  },
  tlsCa: {
    kind: certificates,
    description:
      'Certificates of a private authority that count beside those that Node knows, on the runner.',
  },
} as const;

/** Whether a text is an IP address, as `isIP` of node:net judges it; an IPv6 one may name its zone. */
function isIpAddress(text: string): boolean {
  if (!text.includes(':')) return isIpv4(text);
  const address = text.replace(/%[0-9A-Za-z.:-]+$/, '');
  return /^[0-9A-Fa-f:.]+$/.test(address) && URL.canParse(`http://[${address}]/`);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 &&
    parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}
