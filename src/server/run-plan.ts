import { DeployKitError, failure, unchanged, type HostState } from '../errors/index.js';
import type { ArchiveEntry } from '../local/archiver.js';
import { textEntry } from '../local/plan/text-entry.js';
import type { Plan } from './plan/plan.js';
import type { ProgramEnd } from './plan/program-event.js';
import { explainProgramEnd } from './plan/program-failure.js';
import { programTimeout } from './plan/program-timeout.js';
import { renderProgram } from './plan/render-program.js';
import { planSettle } from './plan/settle-plan.js';
import { ProgressReport, type TimedStep } from './progress-report.js';
import type { ProgramPorts } from './program-ports.js';
import { runProgram } from './run-program.js';

/** What goes to the server with a program. */
export interface Upload {
  readonly entries: readonly ArchiveEntry[];
  /** The release whose unchanged files are used again; empty for none. */
  readonly base: string;
}

const programAlone: Upload = { entries: [], base: '' };

/** The ends of a program that did what it was for. */
const doneOutcomes: ReadonlySet<ProgramEnd['outcome']> = new Set([
  'committed',
  'same',
  'outdated',
  'settled',
]);

/** A program that did what it was for. */
export interface FinishedPlan {
  readonly outcome: ProgramEnd['outcome'];
  /** The release that is live now; empty when it is none of ours. */
  readonly live: string;
  readonly steps: readonly TimedStep[];
  /** What is to be said of that, in the program's own word. */
  readonly reason: string | undefined;
  /** The line in the server's journal, as JSON; empty when nothing was touched. */
  readonly journal: string;
}

/**
 * Runs a plan on the server to its end: sends it, follows it over as many connections as it takes, shows its
 * progress. What a program that was ended from outside has left is settled.
 * @throws {DeployKitError} the program's own failure, or why it could not be followed, with the host state
 * that this leaves
 */
export async function runPlan(
  plan: Plan,
  ports: ProgramPorts,
  upload: Upload = programAlone,
): Promise<FinishedPlan> {
  const { end, progress } = await followPlan(plan, ports, upload);
  if (end === undefined) throw await endedEarly(plan, progress, ports);
  const { outcome, live, reason } = end;
  if (!doneOutcomes.has(outcome))
    throw explainProgramEnd(end, ports.server, plan.head.path, progress.details);
  return { outcome, live, reason, steps: progress.steps, journal: progress.journal };
}

async function followPlan(
  plan: Plan,
  ports: ProgramPorts,
  { entries, base }: Upload,
): Promise<{ readonly end: ProgramEnd | undefined; readonly progress: ProgressReport }> {
  const { path, releaseId } = plan.head;
  const progress = new ProgressReport(ports.reporter, ports.clock);
  const run = {
    path,
    releaseId,
    base,
    // The last entry: without it the upload did not arrive whole.
    entries: [
      ...entries,
      textEntry('program.sh', 0o755, renderProgram(plan)),
      textEntry('complete', 0o644, ''),
    ],
    timeoutSeconds: programTimeout(plan.head),
  };
  const followed = new AbortController();
  const said = progress.breakSilence(followed.signal);
  try {
    const end = await runProgram(run, ports, (event) => {
      progress.take(event);
    });
    return { end, progress };
  } finally {
    followed.abort();
    await said;
    progress.close();
  }
}

/** The error of a program that ended without a word. */
async function endedEarly(
  plan: Plan,
  progress: ProgressReport,
  ports: ProgramPorts,
): Promise<DeployKitError> {
  // What becomes of this one says nothing of what the first has left.
  const end = await followPlan(planSettle(plan.head), ports, programAlone).then(
    (settled) => settled.end,
    (error: unknown) => {
      if (!(error instanceof DeployKitError)) throw error;
      ports.reporter.warning('What was left could not be settled', error.why);
      return undefined;
    },
  );
  return failure(
    'program-ended-early',
    { host: ports.server.name, step: progress.currentStep },
    { details: progress.details, hostState: stateAfter(end, plan) },
  );
}

function stateAfter(end: ProgramEnd | undefined, { subject }: Plan): HostState {
  if (end?.outcome !== 'settled')
    return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
  if (end.reason !== undefined)
    return {
      state: 'unknown',
      why: `what ran before was started again and is not well: ${end.reason}.`,
    };
  // It was committed, or not taken back, before its program was ended.
  if (end.live === subject) return { state: 'new-release', release: subject };
  return end.live === '' ? unchanged : { state: 'restored', release: end.live };
}
