import { parseImageReference } from '../../image/image-reference.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import { textEntry } from '../../local/plan/text-entry.js';
import type { PinnedImage } from '../../image/pinned-image.js';
import type { RegistryAccount } from '../../registry/registry.js';

/** Where the registry account belongs: at the first image's registry, and nowhere else. */
export function accountRegistry(images: readonly PinnedImage[]): string | undefined {
  return parseImageReference(images[0]?.name ?? '')?.registry;
}

/** An account with the registry that it is sent to, and no other. */
export interface RegistryLogin {
  readonly account: RegistryAccount;
  readonly registry: string;
}

/** The login for a release's images; `undefined` without an account or a registry. */
export function loginFor(
  account: RegistryAccount | undefined,
  registry: string | undefined,
): RegistryLogin | undefined {
  return account === undefined || registry === undefined ? undefined : { account, registry };
}

/**
 * What the server logs in with. It is there as long as the program: what ran before may have to be pulled again,
 * too.
 */
export function accountEntries(login: RegistryLogin | undefined): ArchiveEntry[] {
  if (login === undefined) return [];
  return [
    textEntry('docker/config.json', 0o600, accountConfiguration(login.account, login.registry)),
  ];
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
