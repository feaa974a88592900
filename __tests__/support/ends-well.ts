import { expect } from '@jest/globals';
import { DeployKitError } from '../../src/errors/index.js';
import { renderErrorText } from '../../src/errors/render-error.js';

/** Nothing here waits for anything: what is not there after this long, on however busy a machine, never comes. */
const hangsAfterMilliseconds = 60_000;

/** An error must fit an annotation: GitHub cuts a longer one. */
const longestError = 4096;

/** Ends in time, with a value or with an entry of the catalogue that fits an annotation and tells no secret. */
export async function endsWell(
  ask: () => Promise<unknown>,
  secrets: readonly string[],
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const hang = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it hangs'));
    }, hangsAfterMilliseconds);
  });
  try {
    await Promise.race([ask(), hang]);
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    expect(error.entry).not.toBe('internal-error');
    const text = `${error.title}\n${renderErrorText(error)}`;
    expect(text.length).toBeLessThan(longestError);
    expect(text).not.toContain('\n::');
    for (const secret of secrets) expect(text).not.toContain(secret);
  } finally {
    clearTimeout(timer);
  }
}
