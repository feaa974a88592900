import type { Clock } from '../../src/local/clock.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Time that jumps to the next sleeper's end as soon as there is nothing else to do. */
export function virtualClock(): Clock {
  let now = 0;
  let sleepers: Sleeper[] = [];
  const advance = (): void => {
    const next = sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (first === undefined || sleeper.until < first.until ? sleeper : first),
      undefined,
    );
    if (next === undefined) return;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    now = next.until;
    next.wake();
    setImmediate(advance);
  };
  return {
    now: () => new Date(now),
    sleep: (seconds, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const sleeper = { until: now + seconds * 1000, wake: resolve };
        signal?.addEventListener('abort', () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(new Error('aborted'));
        });
        sleepers.push(sleeper);
        if (sleepers.length === 1) setImmediate(advance);
      }),
  };
}
