import { DeployKitError } from '../../errors/index.js';
import { manifestTypes } from '../../image/manifest.js';
import { missingRepository } from '../plan/registry-refusal.js';
import type { ImageReference } from '../../image/image-reference.js';
import type { RepositoryProbe, RepositoryState } from '../repository-probe.js';
import { RegistrySession, type RegistryAccess } from './registry-session.js';

/**
 * Repositories by the OCI distribution API. The right to push is read from the token where it says it;
 * elsewhere an upload is begun and cancelled, in a repository that exists: a registry may make one that
 * doesn't (Amazon's by a creation template, others as they like), and an upload without content makes nothing.
 */
export function ociRepositoryProbe(access: RegistryAccess): RepositoryProbe {
  return {
    async look(image, action, signal) {
      const session = new RegistrySession(image, access);
      const missing = await wordsOfMissing(session, image, signal);
      if (action === 'pull')
        return missing === undefined
          ? { kind: 'open' }
          : { kind: 'missing', words: missing, mayPush: undefined };
      const mayPush = await session.mayPush(signal);
      if (missing !== undefined) return { kind: 'missing', words: missing, mayPush };
      return mayPush === true ? { kind: 'open' } : beginUpload(session, signal);
    },
  };
}

/** The registry's words where it has no such repository. */
async function wordsOfMissing(
  session: RegistrySession,
  image: ImageReference,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { status, words } = await listTags(session, signal);
  if (status !== 404) return undefined;
  return missingRepository(image, words) === undefined ? undefined : `${status} ${words}`;
}

/** Lists one tag; who may pull but not list (a right of its own at Amazon's) asks for a manifest. */
async function listTags(
  session: RegistrySession,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly words: string }> {
  try {
    return await session.send('GET', 'tags/list?n=1', { headers: {} }, signal);
  } catch (error) {
    if (!(error instanceof DeployKitError) || error.entry !== 'registry-denied') throw error;
    const headers = { accept: manifestTypes.join(', ') };
    const answer = await session.send('GET', 'manifests/latest', { headers }, signal);
    // That there is no such tag is said of a repository that may be read.
    return /manifest[ _]unknown/i.test(answer.words) ? { status: 200, words: '' } : answer;
  }
}

// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs
async function beginUpload(
  session: RegistrySession,
  signal: AbortSignal,
): Promise<RepositoryState> {
  const begun = await session.send('POST', 'blobs/uploads/', { headers: {} }, signal);
  if (begun.status === 404)
    return { kind: 'missing', words: `404 ${begun.words}`, mayPush: undefined };
  const location = begun.headers.get('location');
  if (location !== null) await cancelUpload(session, location, signal);
  return { kind: 'open' };
}

async function cancelUpload(
  session: RegistrySession,
  location: string,
  signal: AbortSignal,
): Promise<void> {
  // The same registry, whatever host it names: credentials go nowhere else.
  const { pathname, search } = new URL(location, 'http://registry');
  try {
    await session.send('DELETE', `${pathname}${search}`, { headers: {} }, signal);
  } catch (error) {
    // Amazon's and others cannot cancel: an upload that nobody goes on with ends by itself.
    if (!(error instanceof DeployKitError)) throw error;
  }
}
