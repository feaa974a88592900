import type { ArchiveEntry } from '../../ports/archiver.js';
import type { WorkspaceFile } from '../../ports/workspace.js';
import type { ComposeProject } from '../compose/compose-project.js';
import type { EnvSource } from '../deploy-intent.js';
import { quoteEnvValue } from '../quote-env-value.js';
import { textEntry } from '../upload.js';

/** What Compose reads of a project, the env file with its version included. */
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
  if (env?.source !== 'upload') return sent;
  const line = `${version.variable}=${quoteEnvValue(version.value)}\n`;
  return [...sent, textEntry('.env', 0o600, `${env.text.replace(/\n?$/, '\n')}${line}`)];
}
