import { failure, unchanged, type HostState } from '../errors/index.js';
import { checkProjectOnServer, checkServer, type ReadyServer } from '../plan/check-server.js';
import type { DeployIntent } from '../plan/deploy-intent.js';
import { checkPins, planDeploy, programHead } from '../plan/deploy-plan.js';
import { planSwitch, type SwitchPlan } from '../plan/switch-plan.js';
import { pinnedServices, renderPins } from '../plan/pins.js';
import type { ProgramEnd } from '../plan/program-event.js';
import { explainProgramEnd } from '../plan/program-failure.js';
import { renderProgram } from '../plan/render-program.js';
import { releaseUpload } from '../plan/upload.js';
import { probeServer } from './probe-server.js';
import { ProgressReport, type TimedStep } from './progress-report.js';
import { runProgram, type ProgramPorts } from './run-program.js';
import { settleServer } from './settle-server.js';

/** A release that is live. */
export interface Deployment {
  readonly releaseId: string;
  readonly version: string;
  /** The release that was live before; empty when there was none of ours. */
  readonly previous: string;
  /** Each service of the release: its image before (empty: unknown) and now. */
  readonly changes: readonly {
    readonly service: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly steps: readonly TimedStep[];
  /** The deploy folder, absolute. */
  readonly path: string;
}

/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @param path the deploy folder as it was given (`~/app`, `/opt/app`)
 * @throws {DeployKitError} with the host state that the failure left
 */
export async function deployCompose(
  intent: DeployIntent,
  path: string,
  ports: ProgramPorts,
): Promise<Deployment> {
  const { reporter, server } = ports;
  const pins = pinnedServices(intent.project, intent.images);
  checkPins(intent, pins);
  const switching = planSwitch(intent.strategy, intent.project, pins);
  const ready = await reporter.group(`Look at ${server.name}`, async () => {
    const facts = await probeServer(server, path, intent.pathsOnServer);
    const checked = checkServer(facts, server.name);
    checkProjectOnServer(intent.project, intent.pathsOnServer, facts, server.name);
    describeServer(checked, ports);
    describeSwitch(switching, ports);
    return checked;
  });

  const head = programHead(intent, ready, switching);
  const upload = releaseUpload(
    intent,
    renderProgram(planDeploy(intent, ready, pins, switching)),
    renderPins(intent.project, pins, intent.files),
    pins,
    ready.currentFiles,
  );
  reporter.info(
    `Sending release ${intent.releaseId}: ${intent.files.length - upload.unchanged} files, ${upload.unchanged} unchanged`,
  );
  const progress = new ProgressReport(reporter);
  const run = {
    path: ready.path,
    releaseId: intent.releaseId,
    base: ready.current ?? '',
    upload,
    timeoutSeconds: programTimeout(intent),
  };
  const end = await runProgram(run, ports, (event) => {
    progress.take(event);
  });
  progress.close();
  if (end === undefined) throw await endedEarly(progress, head, intent, ports);
  if (end.outcome !== 'committed')
    throw explainProgramEnd(end, server, ready.path, progress.details);
  return {
    releaseId: intent.releaseId,
    version: intent.version,
    previous: ready.current ?? '',
    changes: [...pins].map(([service, to]) => ({
      service,
      from: ready.currentImages.get(service) ?? '',
      to,
    })),
    steps: progress.steps,
    path: ready.path,
  };
}

function describeSwitch({ predictions }: SwitchPlan, { reporter }: ProgramPorts): void {
  for (const { service, how, pause } of predictions)
    reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}

function describeServer(server: ReadyServer, { reporter }: ProgramPorts): void {
  reporter.info(
    `Docker ${'version' in server.docker ? server.docker.version : ''}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`,
  );
  reporter.info(
    server.current === undefined
      ? 'No release of deploy-kit is live yet'
      : `Live now: ${server.current}`,
  );
  if (server.interrupted !== undefined)
    reporter.warning(
      'An earlier deploy was interrupted',
      `Release ${server.interrupted} did not finish; this deploy settles it first.`,
    );
}

// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
function programTimeout(intent: DeployIntent): number {
  return intent.lockTimeoutSeconds + 4 * (intent.healthTimeoutSeconds + 60) + 3600;
}

async function endedEarly(
  progress: ProgressReport,
  head: ReturnType<typeof programHead>,
  intent: DeployIntent,
  ports: ProgramPorts,
): Promise<Error> {
  const settled = await settleServer(head, intent.lockTimeoutSeconds, ports);
  return failure(
    'program-ended-early',
    { host: ports.server.name, step: progress.currentStep },
    { details: progress.details, hostState: stateAfter(settled) },
  );
}

function stateAfter(end: ProgramEnd | undefined): HostState {
  if (end?.outcome !== 'settled')
    return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
  return end.live === '' ? unchanged : { state: 'restored', release: end.live };
}
