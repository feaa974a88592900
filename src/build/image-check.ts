import type { ImageReference } from '../image/image-reference.js';
import type { BuilderLogin, BuilderPorts } from './build-images.js';
import type { Clock } from '../local/clock.js';
import type { ProcessResult } from '../local/processes.js';
import { failure } from '../errors/index.js';

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

/** What a check of images reaches out through. */
export type ImageCheckPorts = BuilderPorts & { readonly clock: Clock };

/** Runs docker with these arguments, within the time of the check. */
export type Docker = (
  args: readonly string[],
  options?: { readonly silent?: boolean; readonly seconds?: number },
) => Promise<ProcessResult>;

/** How many of a container's last lines an error shows. */
export const shownLines = 20;

/** What was started is removed also when the check has used up its time. */
export const cleanUpSeconds = 60;

/** For answers that are read, not shown. */
export const silent = { silent: true };

/** Docker with the login of the build. A tool that hangs must not hold the job up to its limit: `timeout` ends it. */
export function dockerRunner(
  { timeoutSeconds }: ImageCheck,
  { dockerConfig }: BuilderLogin,
  { processes }: ImageCheckPorts,
): Docker {
  const env = dockerConfig === undefined ? {} : { env: { DOCKER_CONFIG: dockerConfig } };
  return (args, { silent = false, seconds = timeoutSeconds } = {}) =>
    processes.run('timeout', ['--kill-after=10', String(seconds), 'docker', ...args], {
      ...env,
      silent,
    });
}

/** Runs the command of a check, where it has one, by the given part of docker's command line. */
export async function runCheckCommand(
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

/** @param details the last lines of what failed */
export function checkFailed(
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

/** The last lines of an output, as an error shows them. */
export function lastLines(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-shownLines);
}
