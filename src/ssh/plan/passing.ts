import { DeployKitError } from '../../errors/index.js';

/**
 * What may pass by itself on a server that was reached before. One that boots refuses logins until it is
 * up (pam_nologin(8)). Another host key is never waited for.
 */
const passing: ReadonlySet<string> = new Set([
  'ssh-unreachable',
  'ssh-host-unknown',
  'ssh-login-refused',
]);

/** Whether a connection that could not be opened may be there a little later. */
export function mayPass(error: unknown): error is DeployKitError {
  return error instanceof DeployKitError && passing.has(error.entry);
}

/**
 * Whether somebody is there and only the SSH server is not: the port refuses, or the connection breaks off before it
 * has greeted. A wrong name, network or login looks otherwise.
 */
export function isStarting(error: unknown): boolean {
  if (!(error instanceof DeployKitError) || error.entry !== 'ssh-unreachable') return false;
  const { cause } = error;
  return /ECONNREFUSED|ECONNRESET|EPIPE|refused|closed the connection|before handshake/.test(
    cause instanceof Error ? `${error.why} ${cause.message}` : error.why,
  );
}
