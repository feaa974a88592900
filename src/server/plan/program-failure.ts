import {
  catalogue,
  failure,
  recognise,
  unchanged,
  type DeployKitError,
  type ErrorName,
  type HostState,
} from '../../errors/index.js';
import { DeployKitError as CatalogueError } from '../../errors/deploy-kit-error.js';
import { imageName, parseImageReference } from '../../image/image-reference.js';
import { recogniseRefusal } from '../../registry/plan/registry-refusal.js';
import type { ProgramEnd } from './program-event.js';

/** Who and where, for the commands that an error shows. */
export interface ServerName {
  readonly name: string;
  readonly user: string;
}

/**
 * The error of a program that did not commit: the step's own reason, and what is live now.
 * @param details the last lines of the containers or tools
 */
export function explainProgramEnd(
  end: ProgramEnd,
  server: ServerName,
  path: string,
  details: readonly string[],
): DeployKitError {
  const hostState = hostStateOf(end);
  const name =
    end.error !== undefined && end.error in catalogue ? (end.error as ErrorName) : 'internal-error';
  const values = { host: server.name, user: server.user, path, ...end.values };
  const error = diagnose(name, values, details, hostState);
  // With a silent engine there was no restoring that could fail.
  if (end.outcome !== 'unknown' || name === 'docker-not-answering') return error;
  return failure(
    'restore-failed',
    {
      reason: error.message,
      previous: 'what ran before',
      message: end.reason ?? '',
      user: server.user,
      host: server.name,
      path,
    },
    { details, hostState },
  );
}

/** Whose message is a tool's own: what that means is the error itself. The others only get a hint. */
const toolFailures: readonly ErrorName[] = ['compose-up-failed'];

/** Steps whose own tools fill the disk. */
const fullDisk: ReadonlySet<ErrorName> = new Set([
  'image-pull-failed',
  'internal-error',
  'path-not-writable',
]);

function diagnose(
  name: ErrorName,
  values: Readonly<Record<string, string>>,
  details: readonly string[],
  hostState: HostState,
): DeployKitError {
  const message = values.message ?? '';
  const lines = details.map((line) => line.replace(/^[^|]* \| /, ''));
  const found = recognise([message, ...lines].join('\n'));
  // What an app or a hook logs is no more than a hint.
  const own = details.flatMap((line, index) =>
    /^(compose|restore|docker pull [^|]*) \| /.test(line) ? (lines[index] ?? []) : [],
  );
  const known = recognise([message, ...own].join('\n'));
  // A full disk shows in whatever tool met it first.
  const isCause =
    toolFailures.includes(name) || (fullDisk.has(name) && known?.entry === 'disk-full');
  const cause = isCause ? known : undefined;
  if (cause !== undefined)
    return new CatalogueError(
      cause.entry,
      { ...values, file: 'compose.yml', directory: values.path ?? '', ...cause.values },
      { details, hostState },
    );
  // Nothing but files is touched without a word of why it failed.
  if (name === 'internal-error' && known?.entry === 'file-permission-denied')
    return new CatalogueError('path-not-writable', values, { details, hostState });
  if (name === 'image-pull-failed') {
    const refused = pullRefusal(values, details, hostState);
    if (refused !== undefined) return refused;
  }
  return new CatalogueError(name, values, { details, hostState, looksLike: found });
}

// The registry's own words, where they are clear; else the server's message must do.
function pullRefusal(
  { image: text = '', message = '', host = '' }: Readonly<Record<string, string>>,
  details: readonly string[],
  hostState: HostState,
): DeployKitError | undefined {
  const image = parseImageReference(text);
  if (image === undefined) return undefined;
  const asked = { anonymous: false, loginRefused: false };
  const { entry, remedy } = recogniseRefusal(image, message, 'pull', asked);
  if (entry === 'registry-denied') return undefined;
  const values = { registry: image.registry, image: imageName(image), message, remedy };
  return failure(entry, { ...values, who: `the server ${host}` }, { details, hostState });
}

function hostStateOf({ outcome, live, reason, error }: ProgramEnd): HostState {
  switch (outcome) {
    case 'committed':
    case 'same':
    case 'outdated':
      return { state: 'new-release', release: live };
    case 'settled':
    case 'restored':
      if (reason === 'nothing-ran') return { state: 'restored', release: 'nothing, as before' };
      if (reason?.startsWith('rejected ') === true)
        return { state: 'restored', release: `${live}, which its own job has rejected` };
      return { state: 'restored', release: live || 'what ran before the first deploy' };
    case 'unchanged':
      return unchanged;
    case 'unknown':
      return {
        state: 'unknown',
        why:
          error === 'docker-not-answering'
            ? "without Docker's engine nothing can be restored; the next deploy settles it."
            : `restoring failed: ${reason ?? 'no reason was given'}`,
      };
  }
}
