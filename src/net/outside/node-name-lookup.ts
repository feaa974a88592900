import { Resolver } from 'node:dns/promises';
import type { NameAnswer, NameLookup } from '../name-lookup.js';

/** How often one server is asked within the time. */
const tries = 2;

/**
 * DNS through Node's own resolver.
 * @param servers `ADDRESS:PORT`; by default those of the machine
 */
export function nodeNameLookup(servers?: readonly string[]): NameLookup {
  return {
    async addresses(name, timeoutSeconds) {
      const timeout = Math.ceil((timeoutSeconds * 1000) / (tries + 1));
      const resolver = new Resolver({ timeout, tries });
      if (servers !== undefined) resolver.setServers([...servers]);
      const answers = await Promise.all([
        ask(() => resolver.resolve4(name)),
        ask(() => resolver.resolve6(name)),
      ]);
      return combine(answers);
    },
  };
}

function combine(answers: readonly NameAnswer[]): NameAnswer {
  const addresses = answers.flatMap((answer) => (answer.kind === 'found' ? answer.addresses : []));
  if (addresses.length > 0) return { kind: 'found', addresses };
  return answers.find(({ kind }) => kind === 'failed') ?? { kind: 'unknown' };
}

// Codes: https://nodejs.org/api/dns.html#error-codes
async function ask(resolve: () => Promise<readonly string[]>): Promise<NameAnswer> {
  try {
    return { kind: 'found', addresses: await resolve() };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return code === 'ENOTFOUND' || code === 'ENODATA'
      ? { kind: 'unknown' }
      : { kind: 'failed', message: code };
  }
}
