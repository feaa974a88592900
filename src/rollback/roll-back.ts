import { deployHosts } from '../deploy/deploy-hosts.js';
import { accountRegistry, loginFor } from '../deploy/plan/registry-login.js';
import type { Allowance } from '../deploy/plan/allowances.js';
import { imageChanges, type Deployment } from '../deploy/deployment.js';
import { newReleaseId } from '../deploy/release-id.js';
import { programHead } from '../server/plan/program-head.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { runPlan } from '../server/run-plan.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import { planRollback } from './plan/rollback-plan.js';
import { rollbackUpload } from './plan/rollback-upload.js';
import type { PreparedRollback, PreparedRollbacks, RollbackRequest } from './prepare-rollback.js';

/**
 * Makes a former release live again on its servers, as a release of its own.
 * @throws {DeployKitError} with the host state that the failure left
 */
export async function rollBack(
  request: RollbackRequest,
  { first, servers }: PreparedRollbacks,
  maxParallel: number,
  ports: Omit<ProgramPorts, 'server'>,
): Promise<Deployment> {
  const { version } = first.chosen.target.record;
  const releaseId = newReleaseId(request.startedAt, version);
  const release = {
    ...request,
    releaseId,
    version,
    login: loginFor(request.registryAccount, accountRegistry(first.chosen.target.record.images)),
    deploy: (own: ProgramPorts) =>
      rollBackOn({ ...request, releaseId }, preparedFor(own.server, servers), own),
  };
  return deployHosts(release, [...servers.keys()], maxParallel, ports);
}

function preparedFor(
  server: ServerConnection,
  servers: PreparedRollbacks['servers'],
): PreparedRollback {
  const prepared = servers.get(server);
  if (prepared === undefined) throw new RangeError('a server that was not looked at');
  return prepared;
}

async function rollBackOn(
  request: RollbackRequest & { readonly releaseId: string },
  { ready, current, chosen, blueGreen }: PreparedRollback,
  ports: ProgramPorts,
): Promise<Deployment> {
  const { record, images } = chosen.target;
  const { version, revision, switching } = record;
  const { registryAccount, actor, runUrl, releaseId } = request;
  const head = programHead({ ...request, kind: 'rollback', version, revision }, ready, {
    managedKeys: [],
    allow: request.force ? (['server-files'] satisfies Allowance[]) : [],
    rolled: switching.waves.flat(),
    proxies: switching.proxies,
    startSeconds: switching.startSeconds,
  });
  const login = loginFor(registryAccount, accountRegistry(record.images));
  const plan = planRollback(head, chosen, { current, hasAccount: login !== undefined, blueGreen });
  const own = { ...record, release: releaseId, actor, run: runUrl };
  const entries = rollbackUpload(own, request.startedAt, login);
  const done = await runPlan(plan, ports, { entries, base: '' });
  return {
    changed: true,
    gaveWay: false,
    releaseId,
    version,
    revision,
    previous: current,
    changes: imageChanges(images, ready),
    steps: done.steps,
    journal: done.journal,
    path: ready.path,
  };
}
