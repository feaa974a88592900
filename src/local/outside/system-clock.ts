import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../clock.js';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (seconds, signal) =>
    wait(seconds * 1000, undefined, signal === undefined ? {} : { signal }),
};
