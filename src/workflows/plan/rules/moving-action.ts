import { firstOfEach, usesOf } from '../action-uses.js';
import { type Chain, reportOf } from '../chain.js';
import type { WorkflowReport } from '../report.js';

/** Branches by their usual names. */
const branches = ['main', 'master', 'head', 'trunk', 'develop', 'dev', 'latest', 'next'];

/** Actions that are addressed by a branch. */
export function movingAction(chain: Chain): readonly WorkflowReport[] {
  return firstOfEach(usesOf(chain).filter(({ version }) => isBranch(version))).map(
    ({ file, at, action, version }) =>
      reportOf(
        'moving-action',
        file,
        at,
        `\`${action}@${version}\` is a branch: what runs here changes with each push to it.`,
        `Name a release of ${action} (\`@v1\`), or better the commit of one.`,
      ),
  );
}

function isBranch(version: string): boolean {
  return (
    branches.includes(version.toLowerCase()) ||
    /^(?:feature|feat|fix|bugfix|chore|hotfix|refs\/heads)\//i.test(version)
  );
}
