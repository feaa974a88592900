import { randomUUID } from 'node:crypto';
import { failure } from '../errors/index.js';
import { judgeContainer, parseContainers, type CheckedContainer } from './plan/check-verdict.js';
import { imageName, parseImageReference, type ImageReference } from '../image/image-reference.js';
import type { Clock } from '../local/clock.js';
import type { ProcessResult } from '../local/processes.js';
import type { BuilderLogin, BuilderPorts } from './build-images.js';

/** How images are tried before anybody hears of them. */
export interface ImageCheck {
  /** A Compose file that mirrors production. */
  readonly composeFile: string | undefined;
  /** A shell command inside the image's container. */
  readonly command: string | undefined;
  readonly timeoutSeconds: number;
}

/** An image that was built into this machine's engine. */
export interface LocalImage {
  readonly image: ImageReference;
  /** The tag that it has here. */
  readonly tag: string;
}

export type CheckPorts = BuilderPorts & { readonly clock: Clock };

/** How many of a container's last lines an error shows. */
const shownLines = 20;

const overrideName = 'check.json';

/**
 * Starts the images as the check says, waits until all is healthy, runs the command, and removes what it
 * started, whatever came of it.
 * @throws {DeployKitError} `image-check-failed`, with the last lines of the container that failed
 */
export async function checkImages(
  check: ImageCheck,
  images: readonly LocalImage[],
  login: BuilderLogin,
  ports: CheckPorts,
): Promise<void> {
  const docker = dockerRunner(check, login, ports);
  if (check.composeFile === undefined) {
    for (const { tag } of images) await runAlone(check, tag, docker, ports);
    return;
  }
  const project = `deploy-kit-check-${randomUUID().slice(0, 8)}`;
  const services = await overrideServices(check.composeFile, images, docker, ports);
  const compose = ['compose', '--project-name', project, '--file', check.composeFile];
  compose.push('--file', ports.scratch.path(overrideName));
  const remove = (seconds: number): readonly string[] => [
    ...compose,
    ...['down', '--volumes', '--remove-orphans', '--timeout', String(seconds)],
  ];
  const forget = ports.processes.runIfCancelled('docker', remove(1));
  try {
    await start(compose, check, docker);
    await settle(compose, check, docker, ports.clock);
    const [service = ''] = services;
    await runCommand(check, [...compose, 'exec', '-T', service, 'sh'], docker);
  } finally {
    await docker(remove(5), { silent: true, seconds: cleanUpSeconds });
    forget();
  }
}

type Docker = (
  args: readonly string[],
  options?: { readonly silent?: boolean; readonly seconds?: number },
) => Promise<ProcessResult>;

/** What was started is removed also when the check has used up its time. */
const cleanUpSeconds = 60;

const silent = { silent: true };

// A tool that hangs must not hold the job up to its limit: `timeout` ends it (status 124).
function dockerRunner(
  { timeoutSeconds }: ImageCheck,
  { dockerConfig }: BuilderLogin,
  { processes }: CheckPorts,
): Docker {
  const env = dockerConfig === undefined ? {} : { env: { DOCKER_CONFIG: dockerConfig } };
  return (args, { silent = false, seconds = timeoutSeconds } = {}) =>
    processes.run('timeout', ['--kill-after=10', String(seconds), 'docker', ...args], {
      ...env,
      silent,
    });
}

/** Gives each service that uses a built image the one that is here. Returns their names. */
async function overrideServices(
  composeFile: string,
  images: readonly LocalImage[],
  docker: Docker,
  { scratch }: CheckPorts,
): Promise<readonly string[]> {
  const read = ['compose', '--file', composeFile, 'config', '--format', 'json'];
  const shown = await docker(read, silent);
  if (shown.code !== 0)
    throw checkFailed(`${composeFile} is not valid.`, read, lastLines(shown.stderr));
  const { services = {} } = JSON.parse(shown.stdout) as {
    services?: Record<string, { image?: string }>;
  };
  const replaced = Object.entries(services).flatMap(([name, { image = '' }]) => {
    const used = parseImageReference(image);
    const local = images.find((one) => used && imageName(one.image) === imageName(used));
    return local === undefined ? [] : [[name, { image: local.tag, pull_policy: 'never' }] as const];
  });
  if (replaced.length === 0)
    throw checkFailed(
      `No service of ${composeFile} uses ${images.map(({ image }) => imageName(image)).join(', ')}.`,
      read,
      [],
    );
  scratch.write(overrideName, JSON.stringify({ services: Object.fromEntries(replaced) }));
  return replaced.map(([name]) => name);
}

async function start(compose: readonly string[], check: ImageCheck, docker: Docker): Promise<void> {
  const up = [...compose, 'up', '--detach', '--no-build', '--quiet-pull'];
  const result = await docker(up);
  if (result.code === 0) return;
  // Compose ends at once when a service fails that others depend on: its lines say more.
  const failed = await firstFailed(compose, docker, new Date(0));
  if (failed !== undefined) throw await explainContainer(failed, check, docker);
  throw checkFailed('Its services could not be started.', up, lastLines(result.stderr));
}

async function settle(
  compose: readonly string[],
  check: ImageCheck,
  docker: Docker,
  clock: Clock,
): Promise<void> {
  const deadline = clock.now().getTime() + check.timeoutSeconds * 1000;
  for (;;) {
    const containers = await inspect(compose, docker);
    const verdicts = containers.map((one) => ({ one, verdict: judgeContainer(one, clock.now()) }));
    const failed = verdicts.find(({ verdict }) => verdict.kind === 'failed');
    if (failed !== undefined) throw await explainContainer(failed, check, docker);
    const waiting = verdicts.find(({ verdict }) => verdict.kind === 'waiting');
    if (waiting === undefined) return;
    if (clock.now().getTime() >= deadline) throw await explainContainer(waiting, check, docker);
    await clock.sleep(1);
  }
}

interface Judged {
  readonly one: CheckedContainer;
  readonly verdict: ReturnType<typeof judgeContainer>;
}

async function firstFailed(
  compose: readonly string[],
  docker: Docker,
  now: Date,
): Promise<Judged | undefined> {
  const containers = await inspect(compose, docker);
  return containers
    .map((one) => ({ one, verdict: judgeContainer(one, now) }))
    .find(({ verdict }) => verdict.kind === 'failed');
}

async function inspect(
  compose: readonly string[],
  docker: Docker,
): Promise<readonly CheckedContainer[]> {
  const { stdout } = await docker([...compose, 'ps', '--all', '--quiet'], silent);
  const ids = stdout.split('\n').filter(Boolean);
  if (ids.length === 0) return [];
  return parseContainers((await docker(['inspect', '--type', 'container', ...ids], silent)).stdout);
}

async function explainContainer(
  { one, verdict }: Judged,
  { composeFile = '' }: ImageCheck,
  docker: Docker,
): Promise<Error> {
  const { stdout, stderr } = await docker(['logs', '--tail', String(shownLines), one.Id], silent);
  const reason = verdict.kind === 'passed' ? '' : verdict.reason;
  return checkFailed(
    reason,
    ['compose', '--file', composeFile, 'up'],
    lastLines(`${stdout}\n${stderr}`),
  );
}

async function runAlone(
  check: ImageCheck,
  tag: string,
  docker: Docker,
  { processes }: CheckPorts,
): Promise<void> {
  const name = `deploy-kit-check-${randomUUID().slice(0, 8)}`;
  const remove = ['rm', '--force', '--volumes', name];
  const forget = processes.runIfCancelled('docker', remove);
  try {
    await runCommand(check, ['run', '--name', name, '--entrypoint', 'sh', tag], docker);
  } finally {
    await docker(remove, { silent: true, seconds: cleanUpSeconds });
    forget();
  }
}

async function runCommand(
  { command }: ImageCheck,
  inside: readonly string[],
  docker: Docker,
): Promise<void> {
  if (command === undefined) return;
  const { code, stdout, stderr } = await docker([...inside, '-c', command]);
  if (code !== 0)
    throw checkFailed(
      `\`${command}\` ended with status ${code}.`,
      ['run', '--rm', '--entrypoint', 'sh', '<image>', '-c', `'${command}'`],
      lastLines(`${stdout}\n${stderr}`),
    );
}

function lastLines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-shownLines);
}

function checkFailed(
  reason: string,
  command: readonly string[],
  details: readonly string[],
): Error {
  return failure(
    'image-check-failed',
    { reason, command: `docker ${command.join(' ')}` },
    { details },
  );
}
