import type { Inputs } from '../inputs/index.js';
import type { sshInputs } from '../inputs/shared-inputs.js';
import { ServerConnection } from '../ports/server-connection.js';
import { connectSsh } from './ssh-host.js';

/** The server that an action's SSH inputs name; no connection is opened yet. */
export function connectServer(inputs: Inputs<typeof sshInputs>): ServerConnection {
  const { host, port, user } = inputs.host;
  return new ServerConnection(host, user, () =>
    connectSsh({
      host,
      port,
      user,
      privateKey: inputs.sshKey,
      passphrase: inputs.sshKeyPassphrase,
      hostKeys: { knownHosts: inputs.knownHosts, fingerprints: inputs.hostFingerprint },
      connectTimeoutSeconds: inputs.connectTimeout,
    }),
  );
}
