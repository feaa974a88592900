import type { ComposeProject } from '../../compose/compose-project.js';
import { doubtWords, envDoubts } from '../../env/plan/env-doubts.js';
import type { EnvSource } from '../../env/plan/env-source.js';
import type { WorkspaceFile } from '../../local/workspace.js';

/** The env files of a release: that of the project, and those of services. */
export interface EnvFiles {
  readonly env: EnvSource | undefined;
  /** Its path in the checkout. */
  readonly envFile: string | undefined;
  readonly project: ComposeProject;
  readonly files: readonly WorkspaceFile[];
  /** Variables that are set besides. */
  readonly others: ReadonlySet<string>;
}

/** What people should look at in them, a warning a file. */
export function envWarnings({ env, envFile, project, files, others }: EnvFiles): readonly string[] {
  const paths = new Set(
    project.services
      .flatMap((service) => service.paths)
      .filter(({ kind }) => kind === 'env-file')
      .map(({ path }) => path),
  );
  const ofServices = files.flatMap(({ path, content }) =>
    paths.has(path) && content.kind === 'file'
      ? [{ file: path, text: content.read().toString('utf8') }]
      : [],
  );
  const own =
    env?.source === 'upload' && envFile !== undefined ? [{ file: envFile, text: env.text }] : [];
  return [...own, ...ofServices].flatMap(({ file, text }) => {
    const doubts = envDoubts(text, others);
    return doubts.length === 0 ? [] : doubtWords(file, doubts);
  });
}
