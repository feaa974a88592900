import { planRecover, planTakeBack } from '../deploy/plan/deploy-plan.js';
import type { Plan, ProgramHead } from './plan/plan.js';
import type { ProgramEnd } from './plan/program-event.js';
import { renderProgram } from './plan/render-program.js';
import { programUpload } from '../deploy/plan/upload.js';
import { ProgressReport } from './progress-report.js';
import { runProgram, type ProgramPorts } from './run-program.js';

/** Restores what an interrupted deploy left half done. */
export function settleServer(
  head: ProgramHead,
  lockTimeoutSeconds: number,
  ports: ProgramPorts,
): Promise<ProgramEnd | undefined> {
  return runPlan(
    planRecover(
      { ...head, kind: 'settle', releaseId: `${head.releaseId}-settle` },
      lockTimeoutSeconds,
    ),
    ports,
  );
}

/** Restores what ran before a committed release, unless another one is live by now. */
export function takeBack(
  head: ProgramHead,
  lockTimeoutSeconds: number,
  ports: ProgramPorts,
): Promise<ProgramEnd | undefined> {
  const release = head.releaseId;
  return runPlan(
    planTakeBack(
      { ...head, kind: 'take-back', releaseId: `${release}-take-back` },
      release,
      lockTimeoutSeconds,
    ),
    ports,
  );
}

async function runPlan(plan: Plan, ports: ProgramPorts): Promise<ProgramEnd | undefined> {
  const progress = new ProgressReport(ports.reporter);
  const end = await runProgram(
    {
      path: plan.head.path,
      releaseId: plan.head.releaseId,
      base: '',
      upload: programUpload(renderProgram(plan)),
      timeoutSeconds: 3600,
    },
    ports,
    (event) => {
      progress.take(event);
    },
  );
  progress.close();
  return end;
}
