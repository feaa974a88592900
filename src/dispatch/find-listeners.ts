import { DeployKitError, failure } from '../errors/index.js';
import type { DispatchRequest } from './plan/dispatch.js';
import { listenersTo, nearMisses, readListeners, type Listener } from './plan/listeners.js';
import type { DispatchPorts } from './dispatch-ports.js';

/** Who will hear it, as far as the token may see. */
export interface ListeningWorkflows {
  /** The files of the workflows that will start. */
  readonly paths: readonly string[];
  /** How many of them show the correlation id in their `run-name:`. */
  readonly traceable: number;
  /** The inputs that the workflow declares, for workflow_dispatch. */
  readonly inputs: readonly string[];
  /** The branch or tag to start it on, for workflow_dispatch. */
  readonly ref: string;
}

/** How many other event types a message names. */
const maxNearMisses = 5;

/**
 * Looks which workflows will start, before anything is sent: GitHub accepts an event that nobody
 * listens to.
 * @throws {DeployKitError} `dispatch-nobody-listens` where a run is to be waited for; without a wait
 * it is a warning
 */
export async function findListeners(
  repository: string,
  { door, wait }: DispatchRequest,
  branch: { readonly repository: string; readonly ref: string },
  ports: DispatchPorts,
): Promise<ListeningWorkflows> {
  if (door.kind === 'workflow') {
    const ref = door.ref ?? (await ports.github.defaultBranch(repository));
    const all = await readWorkflows(repository, ref, ports);
    return listening(all?.filter(({ path }) => path.endsWith(`/${door.file}`)) ?? [], ref);
  }
  const all = await readWorkflows(repository, undefined, ports);
  if (all === undefined) return listening([], '');
  const found = listenersTo(all, door.type);
  if (found.length > 0) return listening(found, '');
  const misses = await describeMisses(all, door.type, branch, repository, ports);
  const error = failure('dispatch-nobody-listens', {
    repository,
    'event-type': door.type,
    'near-misses': misses,
  });
  if (wait !== 'none') throw error;
  ports.reporter.warning(error.title, `${error.why}\nWhat to do: ${error.fix}`);
  return listening([], '');
}

function listening(found: readonly Listener[], ref: string): ListeningWorkflows {
  return {
    paths: found.map(({ path }) => path),
    traceable: found.filter(({ traceable }) => traceable).length,
    inputs: found.flatMap(({ inputs }) => inputs ?? []),
    ref,
  };
}

// To look ahead is a courtesy: a token that may send but not read still sends.
async function readWorkflows(
  repository: string,
  ref: string | undefined,
  { github, reporter }: DispatchPorts,
): Promise<readonly Listener[] | undefined> {
  try {
    return readListeners(await github.workflowFiles(repository, ref));
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    reporter.debug(`The workflows of ${repository} cannot be read: ${error.why}`);
    return undefined;
  }
}

async function describeMisses(
  all: readonly Listener[],
  eventType: string,
  branch: { readonly repository: string; readonly ref: string },
  repository: string,
  ports: DispatchPorts,
): Promise<string> {
  if (branch.repository === repository) {
    const here = await readWorkflows(repository, branch.ref, ports);
    const [unmerged] = listenersTo(here ?? [], eventType);
    if (unmerged !== undefined)
      return ` ${unmerged.path} on ${branch.ref} listens to it, but is not on the default branch.`;
  }
  const misses = nearMisses(all, eventType).slice(0, maxNearMisses);
  return misses.length === 0 ? '' : ` The workflows there listen to ${misses.join(', ')}.`;
}
