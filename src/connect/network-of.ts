import type { Inputs } from '../inputs/index.js';
import type { networkInputs } from '../health/network-inputs.js';
import type { Network } from '../net/outside/network.js';

/** The network as the inputs say how to use it. */
export function networkOf({
  resolve = new Map(),
  ipVersion,
  tlsCa: authorities = [],
}: Inputs<typeof networkInputs>): Network {
  const version = { any: 0, '4': 4, '6': 6 } as const;
  return { addresses: resolve, ipVersion: version[ipVersion], authorities };
}
