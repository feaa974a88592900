import { randomUUID } from 'node:crypto';
import type { BuilderLogin } from './build-images.js';
import { checkStack } from './check-stack.js';
import {
  cleanUpSeconds,
  dockerRunner,
  runCheckCommand,
  type Docker,
  type ImageCheck,
  type ImageCheckPorts,
  type LocalImage,
} from './image-check.js';

/**
 * Starts the images as the check says, waits until all is healthy, runs the command, and removes what it
 * started, whatever came of it.
 * @throws {DeployKitError} `image-check-failed`, with the last lines of the container that failed
 */
export async function checkImages(
  check: ImageCheck,
  images: readonly LocalImage[],
  login: BuilderLogin,
  ports: ImageCheckPorts,
): Promise<void> {
  const docker = dockerRunner(check, login, ports);
  const { composeFile } = check;
  if (composeFile !== undefined) await checkStack({ ...check, composeFile }, images, docker, ports);
  else for (const { tag } of images) await checkAlone(check, tag, docker, ports);
}

async function checkAlone(
  check: ImageCheck,
  tag: string,
  docker: Docker,
  { processes }: ImageCheckPorts,
): Promise<void> {
  const name = `deploy-kit-check-${randomUUID().slice(0, 8)}`;
  const remove = ['rm', '--force', '--volumes', name];
  const forget = processes.runIfCancelled('docker', remove);
  try {
    await runCheckCommand(check, ['run', '--name', name, '--entrypoint', 'sh', tag], docker);
  } finally {
    await docker(remove, { silent: true, seconds: cleanUpSeconds });
    forget();
  }
}
