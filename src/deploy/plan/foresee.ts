import type { ComposeProject } from '../../compose/compose-project.js';
import { failure } from '../../errors/index.js';
import type { ReadyServer } from '../../server/plan/check-server.js';
import type { ResourceFacts } from '../../server/plan/resource-facts.js';
import { changedResources } from './changed-resources.js';
import type { DeployIntent } from './deploy-intent.js';
import type { Foreseen } from './foreseen.js';
import { oldEnvProblems } from './old-env-problems.js';

/** What a server was found to have. */
export interface Outlook {
  readonly ready: Pick<ReadyServer, 'path' | 'existing' | 'compose'>;
  readonly facts: ResourceFacts;
  /** Whether services are started one by one. */
  readonly rolls: boolean;
  /** For messages. */
  readonly host: string;
}

/**
 * What a release does to folders, networks, volumes and built images of its server, before any of it is done.
 * @param released the services that run an image of the release
 */
export function foresee(
  intent: Pick<DeployIntent, 'project' | 'env' | 'files' | 'madeFolders'>,
  released: ReadonlyMap<string, string>,
  { ready, facts, rolls, host }: Outlook,
): Foreseen {
  const changes = changedResources(intent.project.resources, facts, {
    project: facts.project,
    path: ready.path,
    host,
    rolls,
    compose: `${ready.compose.command} ${ready.compose.version}`,
  });
  const unbuilt = builtServices(intent.project, released).filter((name) => !facts.built.has(name));
  return {
    remarks: [
      ...[...intent.madeFolders].flatMap(([folder, services]) =>
        ready.existing.has(folder)
          ? []
          : `The folder ${folder} of ${services.join(', ')} is neither in the checkout nor on the server: it is made empty`,
      ),
      ...changes.remarks,
      ...leavingVolumes(intent.project, facts),
    ],
    problems: [
      ...oldEnvProblems(intent, facts.envFiles, ready.compose.version, host),
      ...(unbuilt.length === 0
        ? []
        : [failure('service-not-built', { services: unbuilt.join(', '), host })]),
      ...changes.problems,
    ],
  };
}

/** The services that run what was built on the server: no registry is known to have their image. */
export function builtServices(
  { services }: ComposeProject,
  released: ReadonlyMap<string, string>,
): readonly string[] {
  return services
    .filter(
      ({ name, active, isBuilt, image }) =>
        active && isBuilt && image === undefined && !released.has(name),
    )
    .map(({ name }) => name);
}

/** A service that leaves with the release does not take its data along. */
function leavingVolumes(
  { services }: ComposeProject,
  { liveServices, mounts }: ResourceFacts,
): readonly string[] {
  const stay = new Set(services.filter(({ active }) => active).map(({ name }) => name));
  return liveServices
    .filter((name) => !stay.has(name))
    .flatMap((name) => {
      const volumes = (mounts.get(name) ?? []).filter((source) => /^[^/]+$/.test(source));
      return volumes.length === 0
        ? []
        : `Service ${name} leaves with this release; its volume${volumes.length === 1 ? '' : 's'} ${volumes.join(', ')} stay${volumes.length === 1 ? 's' : ''}`;
    });
}
