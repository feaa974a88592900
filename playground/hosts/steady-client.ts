/** A client that asks the same URL again and again. */
export interface SteadyClient {
  stop(): Promise<{ readonly sent: number; readonly lost: number; readonly slowestMs: number }>;
}

/**
 * Sends requests at a steady rate, each on its own; one is lost when it gets no answer with status 200
 * within 30 s.
 */
export function steadyClient(url: string, perSecond: number): SteadyClient {
  const pending = new Set<Promise<void>>();
  let sent = 0;
  let lost = 0;
  let slowestMs = 0;
  const ask = async (): Promise<void> => {
    const started = performance.now();
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      await answer.arrayBuffer();
      if (answer.status !== 200) lost += 1;
    } catch {
      lost += 1;
    }
    slowestMs = Math.max(slowestMs, performance.now() - started);
  };
  const timer = setInterval(() => {
    sent += 1;
    const request = ask().finally(() => pending.delete(request));
    pending.add(request);
  }, 1000 / perSecond);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(pending);
      return { sent, lost, slowestMs };
    },
  };
}
