interface Place {
  readonly cancel: () => void;
  readonly enter: (leave: (() => void) | undefined) => void;
}

/**
 * Concurrency groups of one repository: one runs, one waits, a newcomer cancels the waiting one.
 * Source: https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency
 */
export class ConcurrencyGroups {
  readonly #running = new Map<string, Place>();
  readonly #waiting = new Map<string, Place>();

  /** Resolves with what leaves the group, or with nothing when a newer run took the waiting place. */
  enter(
    group: string,
    cancelInProgress: boolean,
    cancel: () => void,
  ): Promise<(() => void) | undefined> {
    return new Promise((resolve) => {
      const place = { cancel, enter: resolve };
      const running = this.#running.get(group);
      if (running === undefined) {
        this.#start(group, place);
        return;
      }
      this.#waiting.get(group)?.enter(undefined);
      this.#waiting.set(group, place);
      if (cancelInProgress) running.cancel();
    });
  }

  #start(group: string, place: Place): void {
    this.#running.set(group, place);
    place.enter(() => {
      this.#running.delete(group);
      const next = this.#waiting.get(group);
      this.#waiting.delete(group);
      if (next !== undefined) this.#start(group, next);
    });
  }
}
