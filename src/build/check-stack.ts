import { randomUUID } from 'node:crypto';
import { imageName, parseImageReference } from '../image/image-reference.js';
import type { Clock } from '../local/clock.js';
import {
  checkFailed,
  cleanUpSeconds,
  lastLines,
  runCheckCommand,
  shownLines,
  silent,
  type Docker,
  type ImageCheck,
  type ImageCheckPorts,
  type LocalImage,
} from './image-check.js';
import { judgeContainer, parseContainers, type CheckedContainer } from './plan/check-verdict.js';

/** A check in a Compose file that mirrors production. */
type StackCheck = ImageCheck & { readonly composeFile: string };

const overrideName = 'check.json';

/** Tries images in the services of the check's Compose file, which is taken down afterwards in every case. */
export async function checkStack(
  check: StackCheck,
  images: readonly LocalImage[],
  docker: Docker,
  ports: ImageCheckPorts,
): Promise<void> {
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
    await awaitHealthy(compose, check, docker, ports.clock);
    const [service = ''] = services;
    await runCheckCommand(check, [...compose, 'exec', '-T', service, 'sh'], docker);
  } finally {
    await docker(remove(5), { silent: true, seconds: cleanUpSeconds });
    forget();
  }
}

/** Gives each service that uses a built image the one that is here. Returns their names. */
async function overrideServices(
  composeFile: string,
  images: readonly LocalImage[],
  docker: Docker,
  { scratch }: ImageCheckPorts,
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

async function start(compose: readonly string[], check: StackCheck, docker: Docker): Promise<void> {
  const up = [...compose, 'up', '--detach', '--no-build', '--quiet-pull'];
  const result = await docker(up);
  if (result.code === 0) return;
  // Compose ends at once when a service fails that others depend on: its lines say more.
  const failed = await firstFailed(compose, docker, new Date(0));
  if (failed !== undefined) throw await explainContainer(failed, check, docker);
  throw checkFailed('Its services could not be started.', up, lastLines(result.stderr));
}

async function awaitHealthy(
  compose: readonly string[],
  check: StackCheck,
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
  { composeFile }: StackCheck,
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
