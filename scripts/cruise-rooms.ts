import { join } from 'node:path';
import { runScript } from './run-tool.js';

/** What dependency-cruiser found. */
export interface Rooms {
  /** The rules of `.dependency-cruiser.mjs` that are broken, a line each. */
  readonly violations: readonly string[];
  readonly imports: readonly { readonly from: string; readonly to: string }[];
}

interface CruiseResult {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string; readonly severity: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
}

const found = new Map<string, Promise<Rooms>>();

/** Who imports what, and whether they may: dependency-cruiser runs once for all who ask. */
export function cruiseRooms(root: string): Promise<Rooms> {
  const known = found.get(root) ?? cruise(root);
  found.set(root, known);
  return known;
}

async function cruise(root: string): Promise<Rooms> {
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = await runScript(root, tool, [
    ...['--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
    // Reads the TypeScript alone: which imports are of types shows there, too.
    ...['--ts-pre-compilation-deps', 'src', 'actions'],
  ]);
  if (stdout === '') throw new Error(`dependency-cruiser: ${stderr}`);
  const { modules, summary } = JSON.parse(stdout) as CruiseResult;
  return {
    violations: summary.violations
      .filter(({ rule }) => rule.severity === 'error')
      .map(({ rule, from, to, cycle }) =>
        [`${rule.name}: ${from}`, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → '),
      ),
    imports: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
  };
}
