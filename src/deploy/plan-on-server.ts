import {
  checkProjectOnServer,
  checkServer,
  type ReadyServer,
} from '../server/plan/check-server.js';
import { interruptedWords, whatSettles } from '../server/plan/interrupted.js';
import { dockerWayWords } from '../server/plan/docker-way.js';
import type { Reporter } from '../local/reporter.js';
import { probeServer } from '../server/probe-server.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { lookAtFiles } from './look-at-files.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { lookAtResources } from './look-at-resources.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import type { ServerPlan } from './plan/deploy-plan.js';
import { predictHandOvers } from './plan/hand-overs.js';
import { checkPins, pinnedServices } from './plan/pins.js';
import { foresee } from './plan/foresee.js';
import { planSwitch, type SwitchPlan } from './plan/switch-plan.js';

/**
 * Looks at the server and decides how the release gets there, without any change.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
export async function planOnServer(
  intent: DeployIntent,
  ports: Pick<ProgramPorts, 'server' | 'reporter'>,
): Promise<ServerPlan> {
  const { reporter, server } = ports;
  const released = pinnedServices(intent.project, intent.images);
  checkPins(intent, released);
  const switching = planSwitch(intent.strategy, intent.project, released, {
    shipped: new Set(intent.files.map(({ path }) => path)),
    volumesOf: (service) => intent.imageVolumes.get(service),
  });
  const pins = new Map([...released, ...intent.otherPins]);
  const ready = await reporter.group(`Look at ${server.name}`, async () => {
    const facts = await probeServer(server, intent.path, [
      ...intent.pathsOnServer,
      ...intent.madeFolders.keys(),
    ]);
    const checked = checkServer(facts, server.name);
    checkProjectOnServer(intent, facts, server.name);
    describeServer(checked, reporter);
    return checked;
  });
  const [files, remarks] = await Promise.all([
    lookAtFiles(intent, ready, server),
    foreseeOnServer(intent, released, { ready, server, switching }),
  ]);
  const handOvers = switching.blueGreen
    ? []
    : predictHandOvers(intent.project.services, ready.holdings);
  const told = { ...switching, predictions: [...switching.predictions, ...handOvers] };
  describeSwitch(told, reporter);
  for (const warning of intent.envWarnings)
    reporter.warning('Compose may read an env file otherwise than it looks', warning);
  for (const remark of remarks) reporter.info(remark);
  return { pins, switching: told, ready, files, remarks: [...intent.envWarnings, ...remarks] };
}

async function foreseeOnServer(
  intent: DeployIntent,
  released: ReadonlyMap<string, string>,
  {
    ready,
    server,
    switching,
  }: {
    readonly ready: ReadyServer;
    readonly server: ServerConnection;
    readonly switching: SwitchPlan;
  },
): Promise<readonly string[]> {
  const facts = await lookAtResources(intent, released, ready, server);
  const { problems, remarks } = foresee(intent, released, {
    ready,
    facts,
    rolls: switching.waves.length > 0,
    host: server.name,
  });
  const [first] = problems;
  if (first !== undefined) throw first;
  return remarks;
}

function describeSwitch({ predictions }: SwitchPlan, reporter: Reporter): void {
  for (const { service, how, pause } of predictions)
    reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}

function describeServer(server: ReadyServer, reporter: Reporter): void {
  reporter.info(
    `Docker ${'version' in server.docker ? server.docker.version : ''}${dockerWayWords(server)}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`,
  );
  reporter.info(
    server.current === undefined
      ? 'No release of deploy-kit is live yet'
      : `Live now: ${server.current}`,
  );
  if (server.interrupted !== undefined)
    reporter.warning(
      'An earlier deploy was interrupted',
      `On ${server.path} ${interruptedWords(server.interrupted)}. ${whatSettles}`,
    );
}
