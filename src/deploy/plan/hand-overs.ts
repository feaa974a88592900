import type { Claim } from '../../compose/claims.js';
import type { ComposeService } from '../../compose/compose-project.js';
import type { Holding } from '../../server/plan/server-facts.js';
import type { Prediction } from './switch-plan.js';

/**
 * Which services of what runs stop first, since another service of the release takes over what only one container can
 * have; in the words of `make_way` on the server, which decides.
 */
export function predictHandOvers(
  services: readonly ComposeService[],
  holdings: readonly Holding[],
): readonly Prediction[] {
  const claims = services
    .filter(({ active }) => active)
    .flatMap(({ name, traits }) => traits.claims.map((claim) => ({ claimant: name, ...claim })));
  const predictions = new Map<string, Prediction>();
  for (const holding of holdings) {
    const taken = claims.find(
      (claim) => claim.claimant !== holding.service && overlaps(claim, holding),
    );
    if (taken === undefined || predictions.has(holding.service)) continue;
    predictions.set(holding.service, {
      service: holding.service,
      how: 'makes way',
      pause: `from its stop until ${taken.claimant} is ready, which takes over its ${taken.kind} ${taken.value}`,
    });
  }
  return [...predictions.values()];
}

function overlaps(claim: Claim, holding: Claim): boolean {
  if (claim.kind !== holding.kind) return false;
  if (claim.kind !== 'port') return claim.value === holding.value;
  const [mine, theirs] = [portOf(claim.value), portOf(holding.value)];
  const everywhere = mine.address === '' || theirs.address === '';
  return (
    mine.protocol === theirs.protocol &&
    (mine.port === '*' || isIn(Number(mine.port), theirs.port)) &&
    (everywhere || mine.address === theirs.address)
  );
}

// A container that has one of a range still carries the range: `8080-8085`.
function isIn(port: number, range: string): boolean {
  const [first = 0, last = first] = range.split('-').map(Number);
  return first <= port && port <= last;
}

// `ADDRESS/PORT/…/PROTOCOL`
function portOf(value: string): { address: string; port: string; protocol: string } {
  const parts = value.split('/');
  const [address = '', port = ''] = parts;
  const isAny = /^(0\.0\.0\.0|::)?$/.test(address);
  return { address: isAny ? '' : address, port, protocol: parts.at(-1) ?? '' };
}
