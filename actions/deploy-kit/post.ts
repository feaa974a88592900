import { restoreAtJobEnd } from '../../src/connect/restore-at-job-end.js';
import { runAction } from '../../src/connect/run-action.js';
import { definition } from './definition.js';

/** At the end of the job: restores what ran before, unless the release is to stay. */
export async function post(): Promise<void> {
  await runAction(definition, (inputs, reporter) => restoreAtJobEnd(inputs, reporter));
}
