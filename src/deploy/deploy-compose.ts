import {
  checkProjectOnServer,
  checkServer,
  type ReadyServer,
} from '../server/plan/check-server.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { checkPins, planDeploy, programHead } from './plan/deploy-plan.js';
import { planSwitch, type SwitchPlan } from './plan/switch-plan.js';
import { pinnedServices, renderPins } from './plan/pins.js';
import { explainProgramEnd } from '../server/plan/program-failure.js';
import { renderProgram } from '../server/plan/render-program.js';
import { releaseUpload } from './plan/upload.js';
import type { Reporter } from '../local/reporter.js';
import { probeServer } from '../server/probe-server.js';
import { ProgressReport, type TimedStep } from '../server/progress-report.js';
import { endedEarly, programTimeout } from '../server/program-limits.js';
import { runProgram, type ProgramPorts } from '../server/run-program.js';

/** A release that is live. */
export interface Deployment {
  /** False when it was live already, with everything in it: then nothing was touched. */
  readonly changed: boolean;
  readonly releaseId: string;
  readonly version: string;
  readonly revision: string;
  /** The release that was live before; empty when there was none of ours. */
  readonly previous: string;
  /** Each service of the release: its image before (empty: unknown) and now. */
  readonly changes: readonly {
    readonly service: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly steps: readonly TimedStep[];
  /** The line in the server's journal, as JSON; empty when nothing was touched. */
  readonly journal: string;
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
  const { pins, switching, ready } = await planOnServer(intent, path, ports);
  const head = programHead(intent, ready, switching);
  const upload = releaseUpload(
    intent,
    renderProgram(planDeploy(intent, ready, pins, switching)),
    renderPins(intent.project, pins, intent.files),
    pins,
    ready.currentFiles,
    switching,
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
    timeoutSeconds: programTimeout(intent.settings, intent.lockTimeoutSeconds),
  };
  const end = await runProgram(run, ports, (event) => {
    progress.take(event);
  });
  progress.close();
  if (end === undefined) throw await endedEarly(progress, head, intent.lockTimeoutSeconds, ports);
  if (end.outcome !== 'committed' && end.outcome !== 'same')
    throw explainProgramEnd(end, server, ready.path, progress.details);
  return {
    changed: end.outcome === 'committed',
    releaseId: end.live,
    version: intent.version,
    revision: intent.revision,
    previous: ready.current ?? '',
    changes: [...pins].map(([service, to]) => ({
      service,
      from: ready.currentImages.get(service) ?? '',
      to,
    })),
    steps: progress.steps,
    journal: progress.journal,
    path: ready.path,
  };
}

/** What a deploy will do, once the server has been looked at. */
export interface ServerPlan {
  /** The services of the release, and with `pin-all` the others: service → image by digest. */
  readonly pins: ReadonlyMap<string, string>;
  readonly switching: SwitchPlan;
  readonly ready: ReadyServer;
}

/**
 * Looks at the server and decides how the release gets there, without any change.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
export async function planOnServer(
  intent: DeployIntent,
  path: string,
  ports: Pick<ProgramPorts, 'server' | 'reporter'>,
): Promise<ServerPlan> {
  const { reporter, server } = ports;
  const released = pinnedServices(intent.project, intent.images);
  checkPins(intent, released);
  const switching = planSwitch(intent.strategy, intent.project, released);
  const pins = new Map([...released, ...intent.otherPins]);
  const ready = await reporter.group(`Look at ${server.name}`, async () => {
    const facts = await probeServer(server, path, intent.pathsOnServer);
    const checked = checkServer(facts, server.name);
    checkProjectOnServer(intent, facts, server.name);
    describeServer(checked, reporter);
    describeSwitch(switching, reporter);
    return checked;
  });
  return { pins, switching, ready };
}

function describeSwitch({ predictions }: SwitchPlan, reporter: Reporter): void {
  for (const { service, how, pause } of predictions)
    reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}

function describeServer(server: ReadyServer, reporter: Reporter): void {
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
