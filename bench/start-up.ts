import { join } from 'node:path';
import { actionNames } from '../scripts/actions-folder.js';
import { repositoryRoot } from '../playground/machine/places.js';
import { run } from '../playground/machine/run.js';
import { ensureNode24 } from '../playground/runner/node24.js';
import { alternate, figure, timed, type Figure } from './measure.js';

/**
 * Start-up of each bundle, to the message that its inputs are empty, against `node -e 0`. The aim is
 * 60 ms more than bare Node, which starts in about 25.
 */
export async function startUp(): Promise<readonly Figure[]> {
  const node = await ensureNode24();
  const env = { PATH: process.env.PATH ?? '' };
  const bare = (): Promise<number> => timed(() => run(node, ['-e', '0'], { env }));
  const figures: Figure[] = [];
  for (const name of actionNames(repositoryRoot)) {
    const bundle = join(repositoryRoot, 'dist', name, 'index.js');
    const [value = 0, baseline = 0] = await alternate(15, [
      () => timed(() => run(node, [bundle], { env })),
      bare,
    ]);
    figures.push(
      figure(
        `start-up of ${name}, against node -e 0`,
        'ms',
        value * 1000,
        baseline * 1000,
        Number(((baseline + 0.06) / baseline).toFixed(2)),
      ),
    );
  }
  return figures;
}
