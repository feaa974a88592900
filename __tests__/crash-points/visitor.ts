import type { Server } from '../../playground/hosts/server.js';
import { askSite } from './soundness.js';

/** Somebody who asks a site again and again. */
export interface Visitor {
  /** @returns what the site said for longer than a request or two that the switch cost */
  stop(): Promise<readonly string[]>;
}

/** So many answers in a row that are none are an outage: a request or two may meet a container that stops. */
const outage = 5;
const pauseMilliseconds = 200;

/** Asks a site until it is told to stop. */
export function visit(server: Server): Visitor {
  const outages: string[] = [];
  const done = new AbortController();
  const asking = (async (): Promise<void> => {
    for (let failed = 0; !done.signal.aborted;) {
      const answer = await askSite(server);
      failed = answer.startsWith('200 ') ? 0 : failed + 1;
      if (failed === outage) outages.push(`the site goes down: "${answer}"`);
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
  })();
  return {
    async stop() {
      done.abort();
      await asking;
      return outages;
    },
  };
}
