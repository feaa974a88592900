import type { Inputs } from '../inputs/index.js';
import type { sshInputs } from '../inputs/shared-inputs.js';
import type { ConnectHost } from '../ports/host.js';
import { connectSsh } from './ssh-host.js';

/** How the SSH inputs of an action reach their server. */
export function connectServer(inputs: Inputs<typeof sshInputs>): ConnectHost {
  const { host, port, user } = inputs.host;
  return () =>
    connectSsh({
      host,
      port,
      user,
      privateKey: inputs.sshKey,
      passphrase: inputs.sshKeyPassphrase,
      hostKeys: { knownHosts: inputs.knownHosts, fingerprints: inputs.hostFingerprint },
      connectTimeoutSeconds: inputs.connectTimeout,
    });
}
