import { Agent, get, type ClientRequest } from 'node:http';

/** A client that asks the same URL again and again. */
export interface SteadyClient {
  stop(): Promise<SteadyResult>;
}

export interface SteadyResult {
  readonly sent: number;
  readonly lost: number;
  readonly slowestMs: number;
  /** What came instead of an answer with status 200, the first few times. */
  readonly problems: readonly string[];
}

const timeoutMs = 30_000;

/**
 * Sends requests at a steady rate over kept-alive connections, as browsers do, or each over a new one; one is lost
 * when it gets no answer with status 200 within 30 s.
 */
export function steadyClient(
  url: string,
  perSecond: number,
  connections: 'kept' | 'new' = 'kept',
): SteadyClient {
  const agent = new Agent({ keepAlive: connections === 'kept' });
  const pending = new Set<Promise<void>>();
  const problems: string[] = [];
  let sent = 0;
  let lost = 0;
  let slowestMs = 0;
  const measure = async (): Promise<void> => {
    const started = performance.now();
    try {
      await ask(url, agent);
    } catch (error) {
      lost += 1;
      if (problems.length < 5) problems.push(String(error));
    }
    slowestMs = Math.max(slowestMs, performance.now() - started);
  };
  const timer = setInterval(() => {
    sent += 1;
    const request = measure().finally(() => pending.delete(request));
    pending.add(request);
  }, 1000 / perSecond);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      agent.destroy();
      return { sent, lost, slowestMs, problems };
    },
  };
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = get(url, { agent, timeout: timeoutMs }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`status ${response.statusCode ?? ''}`));
      });
      response.on('error', reject);
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', (error: NodeJS.ErrnoException) => {
      // A server may close an idle connection at the very moment when it is used again: such a request
      // is sent once more, as every browser does (RFC 9112, section 9.3.1).
      if (request.reusedSocket && error.code === 'ECONNRESET')
        ask(url, agent).then(resolve, reject);
      else reject(error);
    });
  });
}
