import type { Inputs } from '../inputs/index.js';
import type { rollbackInputs } from './deploy-inputs.js';

/** Longer than an ordinary job needs, shorter than anybody wants to run what nobody has verified. */
const usualSeconds = 15 * 60;

/** What `confirm-within` is where a job that says nothing of it verifies the release itself. */
export function confirmWithinOf({
  confirmWithin,
  rollbackOn,
}: Pick<Inputs<typeof rollbackInputs>, 'confirmWithin' | 'rollbackOn'>): number {
  return confirmWithin ?? (rollbackOn === 'never' ? 0 : usualSeconds);
}
