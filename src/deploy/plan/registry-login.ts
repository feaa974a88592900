import { parseImageReference } from '../../image/image-reference.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import { textEntry } from '../../local/plan/text-entry.js';
import type { PinnedImage } from '../../image/pinned-image.js';
import type { RegistryAccount } from '../../registry/registry.js';

/** Where the registry account belongs: at the first image's registry, and nowhere else. */
export function accountRegistry(images: readonly PinnedImage[]): string | undefined {
  return parseImageReference(images[0]?.name ?? '')?.registry;
}

// Removed once the images are there.
/** What the server logs in with while it pulls the images of a release. */
export function accountEntries(
  account: RegistryAccount | undefined,
  images: readonly PinnedImage[],
): ArchiveEntry[] {
  if (account === undefined) return [];
  const text = accountConfiguration(account, accountRegistry(images) ?? '');
  return [textEntry('docker/config.json', 0o600, text)];
}

/**
 * A registry's account in the format of docker's login.
 * Source: https://docs.docker.com/reference/cli/docker/login/
 */
export function accountConfiguration(
  { username, password }: RegistryAccount,
  registry: string,
): string {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
  return JSON.stringify({ auths: { [key]: { auth } } });
}
