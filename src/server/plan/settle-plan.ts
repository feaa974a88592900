import type { Plan, Step } from './plan.js';
import type { ProgramHead, ProgramSettings } from './program-head.js';

/** The lock excludes every other program of the folder. */
export function takeLock({ lockTimeoutSeconds }: ProgramSettings): Step {
  return { title: 'Take the lock', command: ['take_lock', String(Math.ceil(lockTimeoutSeconds))] };
}

/** What an interrupted program left is restored before anything new begins. */
export const settleStep: Step = {
  title: 'Settle what an interrupted deploy left',
  command: ['settle'],
};

/** The plan that settles what an interrupted program left, and does nothing else. */
export function planSettle(interrupted: ProgramHead): Plan {
  const head: ProgramHead = {
    ...interrupted,
    kind: 'settle',
    releaseId: `${interrupted.releaseId}-settle`,
  };
  return { head, steps: [takeLock(head.settings), settleStep], ending: ['settled'] };
}
