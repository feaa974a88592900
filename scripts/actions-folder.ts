import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ActionDefinition } from '../src/inputs/index.js';

/** The root action's room; its address is the repository itself. */
export const rootAction = 'deploy-kit';

/** The names of all actions: each has a room in `actions/`. */
export function actionNames(root: string): readonly string[] {
  const rooms = join(root, 'actions');
  return readdirSync(rooms)
    .filter((name) => existsSync(join(rooms, name, 'definition.ts')))
    .sort();
}

/** Loads an action's definition as the compiler emitted it. */
export async function loadDefinition(root: string, name: string): Promise<ActionDefinition> {
  const file = pathToFileURL(join(root, 'build', 'actions', name, 'definition.js')).href;
  return ((await import(file)) as { definition: ActionDefinition }).definition;
}
