import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'node:net';

/** Gives a lock back. */
export type Release = () => Promise<void>;

/**
 * Takes a lock of this machine: every checkout and every test worker meets it. The kernel gives it back when
 * its holder ends, however that ends.
 * @param waitSeconds how long to wait for others; without one, until they are done
 * @returns `undefined` when others held it all that time
 */
export async function takeLock(
  name: string,
  mode: 'shared' | 'exclusive',
  waitSeconds?: number,
): Promise<Release | undefined> {
  const file = join(tmpdir(), `deploy-kit-playground-${name.replace(/\W+/g, '-')}.lock`);
  const wait = waitSeconds === undefined ? [] : ['--wait', String(waitSeconds)];
  // It ends with the pipe from this process.
  const holder = spawn('flock', [`--${mode}`, ...wait, file, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const isHeld = await Promise.race([
    once(holder.stdout, 'data').then(() => true),
    ended.then(() => false),
  ]);
  if (!isHeld) return undefined;
  // The lock alone must not keep this process.
  holder.unref();
  for (const pipe of [holder.stdin, holder.stdout] as unknown as Socket[]) pipe.unref();
  return async () => {
    holder.ref();
    holder.stdin.end();
    await ended;
  };
}

/** Does what only one process of this machine may do at a time. */
export async function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const release = await takeLock(name, 'exclusive');
  try {
    return await work();
  } finally {
    await release?.();
  }
}
