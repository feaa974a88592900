import { InputProblem } from './kind.js';

/** Where SSH connects to. */
export interface HostAddress {
  readonly user: string;
  readonly host: string;
  readonly port: number;
}

/**
 * Reads `user@host`, `user@host:port`, `user@[2001:db8::1]:port`.
 * @throws {InputProblem} when it is anything else
 */
export function parseHostAddress(value: string): HostAddress {
  const match =
    /^([A-Za-z0-9._-]+)@(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(value);
  if (!match) throw new InputProblem(`must look like user@host or user@host:port, not "${value}"`);
  const [, user = '', ipv6, name, portText] = match;
  const port = Number(portText ?? 22);
  if (port < 1 || port > 65_535) throw new InputProblem(`has a port that does not exist: ${port}`);
  return { user, host: ipv6 ?? name ?? '', port };
}
