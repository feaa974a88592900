import type { ServerFacts } from './server-facts.js';

/** How a script reaches Docker, for `use_engine`: `sudo` where it takes that, and the engine's address where it is known. */
export function dockerWay({ sudo, dockerHost }: Pick<ServerFacts, 'sudo' | 'dockerHost'>): string {
  return [sudo ? 'sudo' : '', dockerHost].join(' ').trim();
}

/** Which engine that is, for people; empty for the usual one. */
export function dockerWayWords({
  sudo,
  dockerHost,
  dockerBy,
}: Pick<ServerFacts, 'sudo' | 'dockerHost' | 'dockerBy'>): string {
  return `${sudo ? ', through sudo' : ''}${dockerBy === '' ? '' : `, the engine at ${dockerHost} (${dockerBy})`}`;
}

/** Whether an engine at that address is one of the server itself, which has the server's files and ports. */
export function isOwnEngine({
  dockerHost,
  dockerTls,
}: Pick<ServerFacts, 'dockerHost' | 'dockerTls'>): boolean {
  if (dockerHost === '' || /^unix:\/\/\/[\w./@%+:,~-]+$/.test(dockerHost)) return true;
  return /^tcp:\/\/(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(dockerHost) && !dockerTls;
}
