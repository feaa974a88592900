import { failure } from '../errors/index.js';
import type { HostAddress } from '../inputs/host-address.js';
import type { Inputs } from '../inputs/index.js';
import type { hostsInputs, sshInputs } from '../inputs/shared-inputs.js';
import type { Host } from '../ssh/host.js';
import { ServerConnection } from '../ssh/server-connection.js';
import { actionsReporter } from '../local/outside/actions-reporter.js';
import { systemClock } from '../local/outside/system-clock.js';
import {
  connectSsh,
  describeLogin,
  type SshLogin,
  type SshTarget,
} from '../ssh/outside/connect-ssh.js';
import { narratedHost } from '../ssh/outside/narrated-host.js';

/**
 * A server, by default the one that an action's SSH inputs name; no connection is opened yet.
 * @param wasReached whether an earlier step of this job, or this action's `main`, has reached it
 */
export function connectServer(
  inputs: Inputs<typeof sshInputs>,
  host: HostAddress = inputs.host,
  { wasReached = false } = {},
): ServerConnection {
  const target = (address: HostAddress): SshTarget => ({
    ...address,
    login: login(inputs),
    hostKeys: { knownHosts: inputs.knownHosts, fingerprints: inputs.hostFingerprint },
    connectTimeoutSeconds: inputs.connectTimeout,
  });
  const { jumpHost } = inputs;
  const connect = async (): Promise<Host> => {
    const jump = jumpHost === undefined ? undefined : target(jumpHost);
    return narratedHost(await connectSsh(target(host), jump), (line) => {
      actionsReporter.debug(line);
    });
  };
  const waiting = {
    ...systemClock,
    say: (line: string): void => {
      actionsReporter.info(line);
    },
  };
  return new ServerConnection(host, connect, waiting, wasReached);
}

/** All servers of a deploy; the first is `host`. */
export function serversOf(
  inputs: Inputs<typeof sshInputs & typeof hostsInputs>,
  options: { readonly wasReached?: boolean } = {},
): readonly ServerConnection[] {
  return [inputs.host, ...(inputs.hosts ?? [])].map((host) => connectServer(inputs, host, options));
}

/**
 * Reads the key that logs in, without any connection.
 * @throws {DeployKitError} one of the `ssh-key-…` entries
 */
export async function describeKey(inputs: Parameters<typeof login>[0]): Promise<string> {
  return describeLogin(login(inputs));
}

function login({
  sshKey,
  sshKeyPassphrase,
}: Pick<Inputs<typeof sshInputs>, 'sshKey' | 'sshKeyPassphrase'>): SshLogin {
  if (sshKey !== undefined)
    return { kind: 'key', privateKey: sshKey, passphrase: sshKeyPassphrase };
  const socket = process.env.SSH_AUTH_SOCK;
  if (socket === undefined || socket === '') throw failure('ssh-key-missing', {});
  return { kind: 'agent', socket };
}
