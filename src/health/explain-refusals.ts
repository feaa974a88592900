import type { Fault } from './plan/fault.js';
import type { HealthCheck } from './health-check.js';
import { portFault } from './server-checks.js';
import type { VerifiedServer } from './verified-server.js';

/**
 * The same check, with the reason where nothing listens: localhost that is the runner itself, or a port of the
 * server that is not published.
 * @param from where it is asked from
 */
export function explainingRefusals(
  check: HealthCheck,
  url: URL,
  from: 'runner' | 'host',
  server: VerifiedServer | undefined,
): HealthCheck {
  return {
    ...check,
    async observe() {
      const seen = await check.observe();
      if (seen.fault?.kind !== 'refused') return seen;
      return { ...seen, fault: (await reason(seen.fault, url, from, server)) ?? seen.fault };
    },
  };
}

async function reason(
  { text }: Fault,
  url: URL,
  from: 'runner' | 'host',
  server: VerifiedServer | undefined,
): Promise<Fault | undefined> {
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (isLocal && from === 'runner') return { kind: 'localhost', text, isFinal: true };
  if (server === undefined) return undefined;
  try {
    return await portFault(url, await server.project(), server.connection);
  } catch {
    // It is only an explanation; the refusal itself stands.
    return undefined;
  }
}
