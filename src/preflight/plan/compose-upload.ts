import type { ArchiveEntry } from '../../local/archiver.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { ComposeProject } from '../../compose/compose-project.js';
import type { EnvSource } from '../../env/plan/env-source.js';
import { quoteEnvValue } from '../../text/quote-env-value.js';
import { textEntry } from '../../local/plan/text-entry.js';

/**
 * What Compose reads of a project: its files, the env file where that is uploaded, and the lines that are added to it.
 */
export function composeUpload(
  model: ComposeProject,
  files: readonly WorkspaceFile[],
  env: EnvSource | undefined,
  version: { readonly variable: string; readonly value: string },
): readonly ArchiveEntry[] {
  const read = new Set([
    ...model.files,
    ...model.services
      .flatMap(({ paths }) => paths)
      .filter(({ kind }) => kind === 'env-file' || kind === 'label-file')
      .map(({ path }) => path),
  ]);
  const sent = files.filter(({ path }) => read.has(path));
  const line = version.value === '' ? '' : `${version.variable}=${quoteEnvValue(version.value)}\n`;
  return [
    ...sent,
    ...(env?.source === 'upload' ? [textEntry('.env.given', 0o600, env.text)] : []),
    textEntry('.env.added', 0o600, `${env?.source === 'server' ? env.added : ''}${line}`),
  ];
}
