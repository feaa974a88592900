import type { Age } from '../env/age.js';
import { DeployKitError } from '../errors/index.js';
import { failedBy, skipped, type Finding } from '../local/plan/finding.js';
import type { Archiver } from '../local/archiver.js';
import type { Clock } from '../local/clock.js';
import type { Registry } from '../registry/registry.js';
import type { Reporter } from '../local/reporter.js';
import { withServer, withServers, type ServerConnection } from '../ssh/server-connection.js';
import type { Workspace } from '../local/workspace.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import { checkDistinct } from '../deploy/distinct-servers.js';
import { locateProject } from '../deploy/locate-project.js';
import { readServerEnv, type ServerVariables } from '../deploy/read-server-env.js';
import { variablesKey, type ServerEnvPorts } from '../deploy/variables-on-server.js';
import { lookAtProject, type ProjectLook } from './look-at-project.js';
import { lookAtServer } from './look-at-server.js';
import { Rows } from './rows.js';

/** A deploy that is looked at, as its own step would be told of it. */
export interface LookRequest extends DeployRequest {
  /** Whether the registry speaks without encryption. */
  readonly plainHttp: boolean;
}

/** What a look at a deploy takes. */
export interface LookPorts {
  readonly root: Workspace;
  readonly projectIn: (folder: string) => Workspace;
  readonly registry: Registry;
  readonly age: Age | undefined;
  readonly archiver: Archiver;
  readonly clock: Clock;
  readonly reporter: Reporter;
  /** What logs in; rejects with one of the `ssh-key-…` entries. */
  readonly describeKey: () => Promise<string>;
}

/** Goes through a deploy up to its first change: the checkout, the registries, each server. */
export async function lookAtDeploy(
  request: LookRequest,
  servers: readonly ServerConnection[],
  ports: LookPorts,
): Promise<readonly Finding[]> {
  const located = locate(request, servers.length > 0, ports.root);
  if ('finding' in located) return [located.finding];
  const whole = { ...request, composeFiles: located.files, hasServer: servers.length > 0 };
  const { root, registry, age, reporter } = ports;
  const checkout = { root, project: ports.projectIn(located.folder) };
  const lookWith = (envOnServer: ServerEnvPorts['envOnServer']): Promise<ProjectLook> =>
    lookAtProject(whole, checkout, registry, { age, reporter, envOnServer });
  let own: ServerVariables = new Map();
  const first = await reporter.group('Look at the checkout and the registries', () =>
    lookWith(async (asked) => {
      own = await withServers(servers, () => readServerEnv(servers, asked));
      return own;
    }),
  );
  const { findings } = first;
  const firstKey = variablesKey([...own.values()][0]);
  // A server whose own variables are others has a project of its own.
  const lookOn = async ({ name }: ServerConnection): Promise<ProjectLook> => {
    const variables = own.get(name);
    if (variables === undefined || variablesKey(variables) === firstKey)
      return { ...first, findings: [] };
    return lookWith(() => Promise.resolve(new Map([[name, variables]])));
  };
  const rows = new Rows();
  if (servers.length > 0) {
    const key = await rows.attempt('ssh: key', ports.describeKey, (words) => words);
    if (key === undefined) return [...findings, ...rows.findings];
  }
  const seen = await Promise.all(
    servers.map(async (server) => {
      const there = await lookOn(server);
      const ofServer = await withServer(server, () =>
        lookAtServer(request.path, whole, there.project, { ...ports, server }),
      );
      const looks = [...there.findings, ...ofServer];
      // One server needs no name in each of its rows.
      return servers.length === 1
        ? looks
        : looks.map((row) => ({ ...row, check: `${row.check} (${server.name})` }));
    }),
  );
  if (servers.length > 1 && !seen.flat().some(isUnreached))
    await rows.attempt(
      'ssh: servers',
      () => withServers(servers, (connected) => checkDistinct(connected, request.path)),
      () => `${servers.length} of them, no two the same`,
    );
  return [...findings, ...rows.findings, ...seen.flat()];
}

/** Says that one server can't be reached, which its own row tells. */
function isUnreached({ check, verdict }: Finding): boolean {
  return check.startsWith('ssh: login') && verdict === 'fail';
}

function locate(
  { composeFiles }: LookRequest,
  isWanted: boolean,
  root: Workspace,
): { readonly folder: string; readonly files: readonly string[] } | { readonly finding: Finding } {
  try {
    return locateProject(composeFiles, root);
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    const check = 'compose: files';
    // A repository whose deploys are somebody else's may still have workflows to look at.
    return isWanted || composeFiles !== undefined
      ? { finding: failedBy(check, error) }
      : {
          finding: skipped(
            check,
            'there is none in the top folder, and `compose-files` is not set',
          ),
        };
  }
}
