/** Time as a port, so that waits can be tested without waiting. */
export interface Clock {
  now(): Date;
  /** Resolves after that many seconds, or rejects when the signal aborts. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
}
