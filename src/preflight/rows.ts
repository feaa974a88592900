import { DeployKitError } from '../errors/index.js';
import { failedBy, passed, type Finding } from '../local/plan/finding.js';

/** Collects what checks came to, one after the other. */
export class Rows {
  readonly #findings: Finding[] = [];

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  add(...findings: readonly Finding[]): void {
    this.#findings.push(...findings);
  }

  /**
   * Does one step of what a deploy would do; an expected failure becomes the check's row.
   * @param seen what to say where it went well; `undefined`: nothing
   * @returns the step's result, or `undefined` when it failed
   */
  async attempt<Result>(
    check: string,
    step: () => Promise<Result> | Result,
    seen: (result: Result) => string | Finding | undefined,
  ): Promise<{ readonly value: Result } | undefined> {
    try {
      const value = await step();
      const words = seen(value);
      if (words !== undefined) this.add(typeof words === 'string' ? passed(check, words) : words);
      return { value };
    } catch (error) {
      if (!(error instanceof DeployKitError)) throw error;
      this.add(failedBy(check, error));
      return undefined;
    }
  }
}
