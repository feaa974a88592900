import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const configuration = '.dependency-cruiser.mjs';

/** A room → those that it imports. */
export type RoomImports = ReadonlyMap<string, ReadonlySet<string>>;

/** The rooms of src on their floors and what imports what, as dependency-cruiser finds it. */
export async function drawRooms(root: string): Promise<string> {
  const file = pathToFileURL(join(root, configuration)).href;
  const { floors } = (await import(file)) as { floors: readonly (readonly string[])[] };
  return renderRooms([...floors, ['actions']], importsOf(cruise(root)));
}

/** Mermaid: a box a floor, the highest on top. An arrow that others imply is left out. */
export function renderRooms(floors: readonly (readonly string[])[], imports: RoomImports): string {
  const boxes = floors.map((rooms, index) => [
    `  subgraph floor${index + 1}[" "]`,
    '    direction LR',
    ...rooms.map((room) => `    ${room}`),
    '  end',
  ]);
  const arrows = floors
    .flat()
    .toReversed()
    .flatMap((from) => direct(from, imports).map((to) => `  ${from} --> ${to}`));
  return ['```mermaid', 'flowchart TD', ...boxes.toReversed().flat(), ...arrows, '```', ''].join(
    '\n',
  );
}

/** What a room imports, but for what it would reach through another of its imports. */
function direct(from: string, imports: RoomImports): readonly string[] {
  const all = [...(imports.get(from) ?? [])].toSorted();
  return all.filter((to) => !all.some((other) => other !== to && reaches(other, to, imports)));
}

function reaches(
  from: string,
  to: string,
  imports: RoomImports,
  seen = new Set<string>(),
): boolean {
  seen.add(from);
  return [...(imports.get(from) ?? [])].some(
    (next) => next === to || (!seen.has(next) && reaches(next, to, imports, seen)),
  );
}

interface CruiseResult {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

function cruise(root: string): CruiseResult {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['--config', configuration, '--output-type', 'json', 'src', 'actions'];
  const output = execFileSync(process.execPath, [tool, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(output) as CruiseResult;
}

function importsOf({ modules }: CruiseResult): RoomImports {
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from === undefined || to === undefined || from === to) continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  return imports;
}

function roomOf(file: string): string | undefined {
  return /^(?:src\/([^/]+)|(actions))\//.exec(file)?.slice(1).find(Boolean);
}
