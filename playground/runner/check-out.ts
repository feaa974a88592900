import { join } from 'node:path';
import { must } from '../machine/run.js';
import type { JobState } from './job-state.js';

/** actions/checkout: a real clone of the repository at the run's commit, or at `ref`, into `path`. */
export async function checkOut(
  inputs: Readonly<Record<string, string>>,
  job: JobState,
): Promise<void> {
  const unsupported = Object.keys(inputs).filter(
    (name) => !['ref', 'path', 'fetch-depth', 'persist-credentials'].includes(name),
  );
  if (unsupported.length > 0)
    throw new Error(`The playground's checkout does not support ${unsupported.join(', ')}`);
  const folder = join(job.workspace, inputs.path ?? '.');
  await must('git', ['clone', '--quiet', '--no-checkout', job.request.cloneUrl, folder]);
  const ref = inputs.ref ?? '';
  await must('git', [
    '-C',
    folder,
    '-c',
    'advice.detachedHead=false',
    'checkout',
    '--quiet',
    ref === '' ? job.request.sha : ref,
  ]);
}
