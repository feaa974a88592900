import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import tls from 'node:tls';

/** How names are turned into addresses, and which certificates count. */
export interface Network {
  /** Name → address, in place of DNS. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The version of IP; 0: whichever answers. */
  readonly ipVersion: 0 | 4 | 6;
  /** Certificates (PEM) of authorities that count beside those that Node knows. */
  readonly authorities: readonly string[];
}

/** The machine's own. */
export const plainNetwork: Network = { addresses: new Map(), ipVersion: 0, authorities: [] };

/** The options of a connection that goes by a network's rules. */
export function connectionOptions({ addresses, ipVersion, authorities }: Network): {
  readonly lookup: LookupFunction;
  readonly ca?: string[];
} {
  return {
    lookup: (hostname, given, callback) => {
      const address = addresses.get(hostname.toLowerCase());
      if (address === undefined) {
        lookUp(hostname, ipVersion === 0 ? given : { ...given, family: ipVersion }, callback);
        return;
      }
      const family = isIP(address);
      if (given.all === true) callback(null, [{ address, family }]);
      else callback(null, address, family);
    },
    ...(authorities.length === 0
      ? {}
      : { ca: [...tls.getCACertificates('default'), ...authorities] }),
  };
}
