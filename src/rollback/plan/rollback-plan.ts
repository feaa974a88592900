import type { Plan, Step } from '../../server/plan/plan.js';
import type { ProgramHead } from '../../server/plan/program-head.js';
import { settleStep, takeLock } from '../../server/plan/settle-plan.js';
import {
  compareFiles,
  installSteps,
  proofSteps,
  switchSteps,
} from '../../deploy/plan/plan-steps.js';
import type { RollbackTarget } from './rollback-target.js';

/** What a rollback goes from, and how. */
export interface RollbackOptions {
  /** The release that was live when the target was chosen. */
  readonly current: string;
  /** Whether an account for the registry is uploaded with the program. */
  readonly hasAccount: boolean;
  /** Whether the live release stands beside another project, behind a proxy that is switched. */
  readonly blueGreen: boolean;
}

/**
 * The plan that makes a former release live again, as a release of its own: its files, env file, pins and
 * version together, through the same gates as a deploy.
 */
export function planRollback(
  head: ProgramHead,
  { target, breaking }: RollbackTarget,
  { current, hasAccount, blueGreen }: RollbackOptions,
): Plan {
  const { release, switching } = target.record;
  const pulls = target.missing.map((image): Step => ({
    title: `Pull ${image}`,
    command: ['pull', image, ...(hasAccount ? ['account'] : [])],
  }));
  const [undone] = breaking.filter(({ hasRollbackCommand }) => hasRollbackCommand);
  return {
    head,
    subject: head.releaseId,
    steps: [
      takeLock(head.settings),
      settleStep,
      { title: 'See that nothing changed meanwhile', command: ['expect_current', current] },
      ...pulls,
      { title: `Take up ${release}`, command: ['take_up', release] },
      compareFiles,
      ...(undone === undefined
        ? []
        : [
            {
              title: `Take the migration of ${undone.record.release} back`,
              command: ['undo_live_migration', undone.record.release],
            },
          ]),
      ...(blueGreen
        ? [
            { title: `Take up the proxy of ${current}`, command: ['take_parts', current, 'proxy'] },
            // The live project has a colour: no other name is needed.
            { title: 'Choose the project beside', command: ['choose_colour', ''] },
          ]
        : []),
      ...installSteps,
      ...switchSteps(switching, head.settings),
      ...proofSteps(target.images),
    ],
    ending: ['commit'],
  };
}

/**
 * Whether deploy-kit can take back what the migrations did since the target: only the live release's, with
 * the command that came with it.
 */
export function canUndoMigrations({ breaking }: RollbackTarget, current: string): boolean {
  return breaking.every(
    ({ record, hasRollbackCommand }) => record.release === current && hasRollbackCommand,
  );
}
