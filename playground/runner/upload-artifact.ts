import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import type { JobState } from './job-state.js';

/** actions/upload-artifact, for single files: one a line of `path`. */
export function uploadArtifact(
  inputs: Readonly<Record<string, string>>,
  { request, workspace }: JobState,
): void {
  const { name = 'artifact', path = '', ...unsupported } = inputs;
  if (Object.keys(unsupported).length > 0)
    throw new Error(
      `The playground's upload-artifact does not support ${Object.keys(unsupported).join(', ')}`,
    );
  const files = path.split('\n').filter((line) => line.trim() !== '');
  const entries = files.map((file): [string, Uint8Array] => [
    basename(file),
    readFileSync(join(workspace, file.trim())),
  ]);
  request.hooks.artifactUploaded(name, zipSync(Object.fromEntries(entries)));
}
