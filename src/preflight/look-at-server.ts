import { canRunCompose } from '../server/plan/check-server.js';
import type { Finding } from '../local/plan/finding.js';
import { requirementFindings } from './plan/server-findings.js';
import { probeServer } from '../server/probe-server.js';
import type { ProjectLook } from './look-at-project.js';
import { Rows } from './rows.js';
import { ServerLook, type LookedAtRequest, type ServerLookPorts } from './server-look.js';

/**
 * Looks at one server as a deploy would meet it. Nothing on it changes: what Compose and Docker read for a check is in a
 * temporary folder, in memory where the server has one there.
 * @param path the deploy folder as it was given
 * @param project what is known of the deploy; `undefined` where the Compose files can't be read
 */
export async function lookAtServer(
  path: string,
  request: LookedAtRequest,
  project: ProjectLook['project'],
  ports: ServerLookPorts,
): Promise<readonly Finding[]> {
  const rows = new Rows();
  const { server } = ports;
  const paths = [...(project?.pathsOnServer ?? []), ...(project?.madeFolders.keys() ?? [])];
  const probed = await rows.attempt(
    'ssh: login',
    () => probeServer(server, path, paths),
    ({ user }) => `${user} at ${server.name}, with the expected host key and a POSIX shell`,
  );
  if (probed === undefined) return rows.findings;
  const facts = probed.value;
  rows.add(...requirementFindings(facts, server.name));
  if (!canRunCompose(facts)) return rows.findings;
  const look = new ServerLook(facts, request, project, ports);
  rows.add(...(await look.all()));
  return rows.findings;
}
