import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What the runner reads of an `action.yml`. */
export interface ActionManifest {
  readonly folder: string;
  /** Absolute. */
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
  /** Each input's default, with expressions; `undefined` where it has none. */
  readonly defaults: ReadonlyMap<string, string | undefined>;
}

/**
 * Reads the manifest of a JavaScript action.
 * @throws {Error} for other kinds of actions, and where `main` does not exist, as the runner does
 */
export function readActionManifest(folder: string): ActionManifest {
  const file = join(folder, 'action.yml');
  if (!existsSync(file)) throw new Error(`Can't find 'action.yml' under '${folder}'`);
  const manifest = parse(readFileSync(file, 'utf8')) as {
    inputs?: Record<string, { default?: string }>;
    runs: { using: string; main: string; post?: string; 'post-if'?: string; pre?: string };
  };
  const { runs } = manifest;
  if (runs.using !== 'node24' || runs.pre !== undefined)
    throw new Error(`${file}: the playground plays actions that use node24 and have no \`pre\``);
  const main = resolve(folder, runs.main);
  if (!existsSync(main)) throw new Error(`File not found: '${main}'`);
  return {
    folder,
    main,
    post: runs.post === undefined ? undefined : resolve(folder, runs.post),
    postIf: runs['post-if'] ?? 'always()',
    defaults: new Map(
      Object.entries(manifest.inputs ?? {}).map(([name, input]) => [name, input.default]),
    ),
  };
}
