import { join } from 'node:path';
import { actionNames, loadDefinition } from '../scripts/actions-folder.js';
import { repositoryRoot } from '../playground/machine/places.js';
import { run } from '../playground/machine/run.js';
import { ensureNode24 } from '../playground/runner/node24.js';
import { alternate, figure, timed, type Figure } from './measure.js';

/**
 * What an action may take beyond bare Node, in seconds: SSH is loaded on top, or a YAML reader for
 * workflows and mappings.
 */
const allowance = { withSsh: 0.09, withYaml: 0.075, without: 0.06 } as const;

/** Start-up of each bundle, to the message that an input is missing or wrong, against `node -e 0`. */
export async function startUp(): Promise<readonly Figure[]> {
  const node = await ensureNode24();
  // preflight takes anything for a question; this it refuses.
  const env = { PATH: process.env.PATH ?? '', 'INPUT_FAIL-ON': 'nothing' };
  const bare = (): Promise<number> => timed(() => run(node, ['-e', '0'], { env }));
  const figures: Figure[] = [];
  for (const name of actionNames(repositoryRoot)) {
    const bundle = join(repositoryRoot, 'dist', name, 'index.js');
    const [value = 0, baseline = 0] = await alternate(15, [
      () => timed(() => run(node, [bundle], { env })),
      bare,
    ]);
    const { inputs } = await loadDefinition(repositoryRoot, name);
    const more =
      'sshKey' in inputs
        ? allowance.withSsh
        : 'extra' in inputs
          ? allowance.withYaml
          : allowance.without;
    figures.push(
      figure(
        `start-up of ${name}, against node -e 0`,
        'ms',
        value * 1000,
        baseline * 1000,
        Number(((baseline + more) / baseline).toFixed(2)),
      ),
    );
  }
  return figures;
}
