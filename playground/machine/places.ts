import { homedir } from 'node:os';
import { join } from 'node:path';

/** The top of the checkout, from the compiled file. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

/** What is worth keeping between runs: packages, images. */
export const cacheFolder =
  process.env.DEPLOY_KIT_PLAYGROUND ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deploy-kit-playground');

/** Sockets and process ids: short, because a socket's path may hold 107 bytes. */
export const runFolder = '/run/deploy-kit-playground';
