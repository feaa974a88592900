import { randomBytes } from 'node:crypto';
import { connect as connectSocket, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AnyAuthMethod, Client, ParsedKey } from 'ssh2';
import { failure, type DeployKitError } from '../../errors/index.js';
import {
  describeExpected,
  expectedKeyTypes,
  fingerprintOf,
  isExpectedKey,
  keyTypeOf,
  type ExpectedHostKeys,
} from '../plan/host-keys.js';
import type { Host } from '../host.js';
import { loadSsh2 } from './load-ssh2.js';
import { SshHost } from './ssh-host.js';

/** How to reach a server. */
export interface SshTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly login: SshLogin;
  readonly hostKeys: ExpectedHostKeys;
  readonly connectTimeoutSeconds: number;
}

/** A private key, or an agent that holds one. */
export type SshLogin =
  | { readonly kind: 'key'; readonly privateKey: string; readonly passphrase: string | undefined }
  /** The path of its socket. */
  | { readonly kind: 'agent'; readonly socket: string };

/** A dead connection is noticed after three unanswered questions. */
const keepaliveSeconds = 5;

/**
 * Opens an SSH connection. The key is read before any packet is sent, the host key is always verified.
 * @param jump the server through which the other one is reached
 * @throws {DeployKitError} one of the `ssh-…` entries
 */
export async function connectSsh(target: SshTarget, jump?: SshTarget): Promise<Host> {
  const client = await openClient(target, () =>
    jump === undefined ? openSocket(target) : openTunnel(jump, target),
  );
  return new SshHost(client, target.host, target.user);
}

/** A connection that is logged in, over a socket that is opened once the key is known to be good. */
async function openClient(target: SshTarget, open: () => Promise<Duplex>): Promise<Client> {
  const { Client: SshClient, utils } = await loadSsh2();
  const method = authMethod(utils.parseKey, target);
  const socket = await open();
  const client = new SshClient();
  try {
    await authenticate(client, socket, method, target);
  } catch (error) {
    client.destroy();
    socket.destroy();
    throw error;
  }
  return client;
}

/** A socket to the target as the jump host sees it; the connection to that one ends with it. */
async function openTunnel(jump: SshTarget, { host, port }: SshTarget): Promise<Duplex> {
  const client = await openClient(jump, () => openSocket(jump));
  return new Promise((resolve, reject) => {
    client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => {
      if (error) {
        client.destroy();
        const message = `${jump.host} does not lead there: ${error.message}.`;
        reject(failure('ssh-unreachable', { host, port, message }, { cause: error }));
        return;
      }
      // What is wrong with the tunnel shows in the connection through it.
      client.on('error', () => channel.destroy());
      channel.once('close', () => client.destroy());
      resolve(channel);
    });
  });
}

interface AuthMethod {
  readonly method: AnyAuthMethod;
  /** For messages: the key, or the agent. */
  readonly key: string;
}

function authMethod(parseKey: ParseKey, { user: username, login }: SshTarget): AuthMethod {
  if (login.kind === 'agent')
    return {
      method: { type: 'agent', username, agent: login.socket },
      key: `of the agent at ${login.socket}`,
    };
  const key = readPrivateKey(parseKey, login);
  return {
    method: { type: 'publickey', username, key },
    key: fingerprintOf(key.getPublicSSH()),
  };
}

type ParseKey = (data: string, passphrase?: string) => ParsedKey | ParsedKey[] | Error;

function readPrivateKey(
  parseKey: ParseKey,
  { privateKey, passphrase }: Extract<SshLogin, { kind: 'key' }>,
): ParsedKey {
  // Secrets pasted on Windows come with CRLF, which the key formats do not know.
  const parsed = parseKey(`${privateKey.replaceAll('\r\n', '\n').trim()}\n`, passphrase);
  if (!(parsed instanceof Error)) {
    const [key] = Array.isArray(parsed) ? parsed : [parsed];
    if (key?.isPrivateKey()) {
      checkPair(key);
      return key;
    }
    throw failure('ssh-key-unreadable', {
      message: 'It holds a public key; the private one is needed.',
    });
  }
  const { message } = parsed;
  if (/no passphrase given|bad passphrase|bad decrypt/i.test(message))
    throw failure('ssh-key-needs-passphrase', { message });
  throw failure('ssh-key-unreadable', { message });
}

// A key whose public part is another one's is refused by every server, with no word on why.
function checkPair(key: ParsedKey): void {
  const challenge = randomBytes(32);
  const signature = key.sign(challenge);
  const isPair = !(signature instanceof Error) && key.verify(challenge, signature);
  if (!isPair)
    throw failure('ssh-key-unreadable', {
      message: 'Its private part and its public part do not belong together.',
    });
}

/**
 * Reads what logs in, without any connection.
 * @returns `ssh-ed25519 SHA256:…` of a key, or which agent there is
 * @throws {DeployKitError} `ssh-key-unreadable`, `ssh-key-needs-passphrase`
 */
export async function describeLogin(login: SshLogin): Promise<string> {
  if (login.kind === 'agent') return `the agent at ${login.socket}`;
  const { utils } = await loadSsh2();
  const key = readPrivateKey(utils.parseKey, login);
  return `${key.type} ${fingerprintOf(key.getPublicSSH())}`;
}

function openSocket({ host, port, connectTimeoutSeconds }: SshTarget): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectSocket({ host, port, timeout: connectTimeoutSeconds * 1000 });
    const refuse = (error: DeployKitError): void => {
      socket.destroy();
      reject(error);
    };
    socket.once('timeout', () => {
      refuse(
        failure('ssh-unreachable', {
          host,
          port,
          message: `No answer within ${connectTimeoutSeconds} s.`,
        }),
      );
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
        refuse(failure('ssh-host-unknown', { host }, { cause: error }));
      else
        refuse(
          failure(
            'ssh-unreachable',
            { host, port, message: `${error.message}.` },
            { cause: error },
          ),
        );
    });
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.removeAllListeners('error');
      // Without it each small packet waits for the last one's acknowledgement.
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

function authenticate(
  client: Client,
  socket: Duplex,
  { method, key }: AuthMethod,
  target: SshTarget,
): Promise<void> {
  const { host, port, user, hostKeys } = target;
  let shown: Buffer | undefined;
  return new Promise((resolve, reject) => {
    client.once('ready', resolve);
    // It stays: a connection that is reset reports an error of the socket and then one of its own.
    client.on('error', (error: Error & { level?: string }) => {
      reject(explainConnectFailure(error, shown, key, target));
    });
    client.once('close', () => {
      reject(
        failure('ssh-unreachable', { host, port, message: 'The server closed the connection.' }),
      );
    });
    const types = expectedKeyTypes(hostKeys, host, port).flatMap(signatureAlgorithms);
    client.connect({
      sock: socket,
      username: user,
      authHandler: [method],
      hostVerifier: (serverKey: Buffer) => {
        shown = serverKey;
        return isExpectedKey(serverKey, hostKeys, host, port);
      },
      ...(types.length > 0 ? { algorithms: { serverHostKey: types } } : {}),
      readyTimeout: target.connectTimeoutSeconds * 1000,
      keepaliveInterval: keepaliveSeconds * 1000,
      keepaliveCountMax: 3,
    });
  });
}

// An RSA key signs with SHA-2 today (RFC 8332); its type in known_hosts stays `ssh-rsa`.
function signatureAlgorithms(keyType: string): readonly HostKeyAlgorithm[] {
  if (keyType === 'ssh-rsa') return ['rsa-sha2-512', 'rsa-sha2-256'];
  return [keyType as HostKeyAlgorithm];
}

type HostKeyAlgorithm =
  | 'ssh-ed25519'
  | 'ecdsa-sha2-nistp256'
  | 'ecdsa-sha2-nistp384'
  | 'ecdsa-sha2-nistp521'
  | 'rsa-sha2-512'
  | 'rsa-sha2-256';

function explainConnectFailure(
  error: Error & { level?: string },
  shown: Buffer | undefined,
  key: string,
  { host, port, user, hostKeys }: SshTarget,
): DeployKitError {
  if (error.level === 'client-authentication')
    return failure('ssh-login-refused', { host, user, key }, { cause: error });
  if (shown === undefined || isExpectedKey(shown, hostKeys, host, port))
    return failure(
      'ssh-unreachable',
      { host, port, message: `${error.message}.` },
      { cause: error },
    );
  const fingerprint = fingerprintOf(shown);
  const command = `ssh-keygen -lf /etc/ssh/ssh_host_${shortType(keyTypeOf(shown))}_key.pub`;
  if (hostKeys.knownHosts === undefined && hostKeys.fingerprints === undefined)
    return failure('ssh-host-key-unknown', { host, fingerprint, command });
  const expected = describeExpected(hostKeys, host, port);
  return failure('ssh-host-key-mismatch', { host, fingerprint, expected, command });
}

// sshd names the files by these: sshd_config(5), HostKey.
function shortType(keyType: string): string {
  if (keyType.startsWith('ecdsa')) return 'ecdsa';
  return keyType === 'ssh-ed25519' ? 'ed25519' : 'rsa';
}
