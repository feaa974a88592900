import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A service as `docker compose config` prints it. */
interface RealService {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly volumes?: readonly { readonly type: string; readonly source?: string }[];
}

interface RealFile {
  readonly file?: string;
}

/** What Compose itself makes of a project. */
export interface RealProject {
  readonly services: Readonly<Record<string, RealService>>;
  readonly networks?: Readonly<Record<string, { name: string; external?: boolean }>>;
  readonly configs?: Readonly<Record<string, RealFile>>;
  readonly secrets?: Readonly<Record<string, RealFile>>;
}

/**
 * Runs `docker compose config` on the files, in an environment of its own. Paths come back relative to
 * the project folder, values as they are (the command doubles each dollar sign).
 * @returns the project, or Compose's message when it refuses
 */
export function askCompose(
  files: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): RealProject | string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deploy-kit-compose-')));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const args = ['compose', '-p', 'p', ...given.flatMap((file) => ['-f', file])];
    const { status, stdout, stderr, error } = spawnSync(
      'docker',
      [...args, 'config', '--format', 'json'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: '/root', PWD: folder },
      },
    );
    if (error !== undefined) throw error;
    if (status !== 0) return stderr || `status ${String(status)}`;
    return JSON.parse(stdout, (_key, value: unknown) =>
      typeof value === 'string' ? plain(value, folder) : value,
    ) as RealProject;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function plain(value: string, folder: string): string {
  const text = value.replaceAll('$$', '$');
  return text === folder || text.startsWith(`${folder}/`) ? relative(folder, text) || '.' : text;
}
