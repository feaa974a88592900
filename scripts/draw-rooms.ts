import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruiseRooms, type Rooms } from './cruise-rooms.js';

const configuration = '.dependency-cruiser.mjs';

/** A room → those that it imports. */
export type RoomImports = ReadonlyMap<string, ReadonlySet<string>>;

/** The rooms of src on their floors and what imports what, as dependency-cruiser finds it. */
export async function drawRooms(root: string): Promise<string> {
  const file = pathToFileURL(join(root, configuration)).href;
  const { floors } = (await import(file)) as { floors: readonly (readonly string[])[] };
  return renderRooms([...floors, ['actions']], importsOf(await cruiseRooms(root)));
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

function importsOf({ imports }: Rooms): RoomImports {
  const found = new Map<string, Set<string>>();
  for (const file of imports) {
    const [from, to] = [roomOf(file.from), roomOf(file.to)];
    if (from === undefined || to === undefined || from === to) continue;
    found.set(from, (found.get(from) ?? new Set()).add(to));
  }
  return found;
}

function roomOf(file: string): string | undefined {
  return /^(?:src\/([^/]+)|(actions))\//.exec(file)?.slice(1).find(Boolean);
}
