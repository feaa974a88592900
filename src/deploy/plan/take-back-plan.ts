import type { Plan } from '../../server/plan/plan.js';
import type { ProgramHead } from '../../server/plan/program-head.js';
import { settleStep, takeLock } from '../../server/plan/settle-plan.js';

/**
 * The plan that restores what ran before a release, unless another one is live by now. A program that is still
 * at work on that release stops before its next step, and is waited for: nothing of it comes live afterwards.
 */
export function planTakeBack(head: ProgramHead, release: string): Plan {
  return {
    head: { ...head, kind: 'take-back', releaseId: `${release}-take-back` },
    steps: [
      { title: `End the deploy of ${release}`, command: ['end_deploy', release] },
      takeLock(head.settings),
      settleStep,
      { title: `Restore what ran before ${release}`, command: ['take_back', release] },
    ],
    ending: ['settled'],
  };
}
