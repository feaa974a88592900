import type { Annotation } from '../../playground/runner/step-log.js';

/** The entries of the catalogue that annotations lead to: each failure's ends in its place in the runbook. */
export function entriesOf(annotations: readonly Annotation[]): readonly string[] {
  return annotations.flatMap(({ message }) => /runbook\.md#([a-z-]+)/.exec(message)?.[1] ?? []);
}
