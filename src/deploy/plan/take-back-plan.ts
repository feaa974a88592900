import type { Plan } from '../../server/plan/plan.js';
import type { ProgramHead } from '../../server/plan/program-head.js';
import { programTimeout } from '../../server/plan/program-timeout.js';
import { settleStep, takeLock } from '../../server/plan/settle-plan.js';

/**
 * The plan that restores what ran before a release, unless another one is live by now. A program that is still
 * at work on that release stops before its next step, and is waited for: nothing of it comes live afterwards.
 * @param attempt tells it from others that take the same release back: hex digits
 */
export function planTakeBack(head: ProgramHead, release: string, attempt: string): Plan {
  const { settings } = head;
  return {
    head: { ...head, kind: 'take-back', releaseId: `${release}-take-back-${attempt}` },
    subject: release,
    steps: [
      // Before anything is waited for: whatever fails meanwhile does not return to it.
      { title: `Reject ${release}`, command: ['reject', release] },
      { title: `End the deploy of ${release}`, command: ['end_deploy', release] },
      // However long a program of somebody else may last: nobody else will take it back.
      takeLock({ ...settings, lockTimeoutSeconds: programTimeout(head) }),
      settleStep,
      { title: `Restore what ran before ${release}`, command: ['take_back', release] },
    ],
    ending: ['settled'],
  };
}
