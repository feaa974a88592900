import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { must, run, until, type RunOptions, type RunResult } from '../machine/run.js';
import { chosenEngine, engineRecipe, type EngineName } from './server-engines.js';
import { ensureServerImage } from './server-image.js';
import type { StageNetwork } from './stage-network.js';

/** A whole server: a system with systemd, sshd and Docker in a container with an address of its own. */
export interface Server {
  readonly name: string;
  /** What the playground's engine calls it. */
  readonly container: string;
  readonly address: string;
  /** What Compose is called there. */
  readonly compose: 'docker compose' | 'docker-compose';
  /** The user that deploys: in the docker group, without sudo. */
  readonly user: 'deploy';
  readonly privateKey: string;
  /** The host key as `known_hosts` line. */
  readonly knownHosts: string;
  /** The same as `SHA256:…`. */
  readonly fingerprint: string;
  /** Runs a program on the server as root, past SSH. */
  exec(command: readonly string[], options?: RunOptions): Promise<RunResult>;
  /** Runs a command line through a real OpenSSH client as the deploy user. */
  ssh(command: string): Promise<RunResult>;
  /** Shuts down in order and starts again. */
  reboot(): Promise<void>;
  /** Ends at once, as without power. */
  powerCut(): Promise<void>;
  start(): Promise<void>;
  /** Drops every packet between this machine and the server. */
  cutOff(): Promise<void>;
  restore(): Promise<void>;
  /** Fills `/opt/small`, a disk of 16 MB. */
  fillDisk(): Promise<void>;
  remove(): Promise<void>;
}

export interface ServerOptions {
  readonly name: string;
  /** `plugin`: `docker compose`; `standalone`: the old docker-compose alone; `none`: neither. */
  readonly compose?: 'plugin' | 'standalone' | 'none';
  /** Default: what `SERVER_ENGINE` names, or the oldest; without the plugin always the oldest. */
  readonly engine?: EngineName;
  /** Images of the playground that its own engine has, beside those of the proxies. */
  readonly images?: readonly string[];
}

// --privileged fails where the machine itself lacks a capability; these are what systemd and Docker use.
const capabilities = (
  'SYS_ADMIN NET_ADMIN SYS_PTRACE SYS_MODULE DAC_READ_SEARCH MKNOD SYS_NICE SYS_TIME SYS_TTY_CONFIG AUDIT_WRITE ' +
  'AUDIT_CONTROL IPC_LOCK LEASE LINUX_IMMUTABLE NET_BROADCAST NET_RAW SYSLOG SYS_BOOT SYS_CHROOT SYS_RAWIO MAC_ADMIN ' +
  'MAC_OVERRIDE BLOCK_SUSPEND WAKE_ALARM IPC_OWNER'
)
  .split(' ')
  .map((name) => `--cap-add=${name}`);

const system = [
  ['--security-opt', 'seccomp=unconfined'],
  ['--security-opt', 'apparmor=unconfined'],
  ['--security-opt', 'systempaths=unconfined'],
  ['--device-cgroup-rule', 'a *:* rwm'],
  ['--cgroupns', 'host'],
  // What tells systemd to power off (systemd(1), "Signals").
  ['--stop-signal', 'SIGRTMIN+3'],
  ['--tmpfs', '/run:exec'],
  ['--tmpfs', '/run/lock'],
  ['--tmpfs', '/tmp:exec'],
  ['--tmpfs', '/opt/small:exec,size=16m,mode=1777'],
  ['--volume', '/sys/fs/cgroup:/sys/fs/cgroup:rw'],
].flat();

// The registry has the same address on this machine and on each server: loopback, forwarded.
const forward = `cd /etc/systemd/system
printf '[Socket]\\nListenStream=127.0.0.1:%s\\n[Install]\\nWantedBy=sockets.target\\n' "$1" >registry-forward.socket
printf '[Service]\\nExecStart=/lib/systemd/systemd-socket-proxyd %s:%s\\n' "$2" "$1" >registry-forward.service
systemctl daemon-reload
systemctl enable --now --quiet registry-forward.socket`;

const pluginFolder = '/usr/libexec/docker/cli-plugins';

/**
 * Starts a server from nothing; one of the same name on the same stage is replaced. Ready when sshd and Docker
 * answer.
 */
export async function startServer(
  engine: Engine,
  network: StageNetwork,
  { name, compose: asked, engine: wanted = chosenEngine() }: ServerOptions,
  say: (line: string) => void = () => undefined,
): Promise<Server> {
  const compose = asked ?? (wanted === 'old-compose' ? 'standalone' : 'plugin');
  const engineName = compose === 'plugin' ? wanted : 'oldest';
  const image = await ensureServerImage(engine, engineName, say);
  const container = `${network.name}-${name}`;
  const address = network.nextAddress();
  await removeContainer(engine, container);
  await engine.must(
    [
      'run',
      ['--detach', '--name', container, '--hostname', name],
      ['--network', network.name, '--ip', address],
      // As on an ordinary server: Docker's own resolver in a network of its own is for its containers.
      ['--volume', `${resolvConf()}:/etc/resolv.conf:ro`],
      capabilities,
      system,
      ['--volume', `${container}:/var/lib/docker`],
      (engineRecipe(engineName)?.volumes ?? []).flatMap((place) => ['--volume', place]),
      ['--env', `SERVER_CGROUP=${container}`],
      compose === 'plugin' ? [] : ['--tmpfs', pluginFolder],
      compose === 'none' ? ['--volume', '/dev/null:/usr/bin/docker-compose:ro'] : [],
      image,
    ].flat(),
  );
  const exec = (command: readonly string[], options?: RunOptions): Promise<RunResult> =>
    engine.docker(
      ['exec', ...(options?.input === undefined ? [] : ['-i']), container, ...command],
      options,
    );
  await waitUntilReady(name, exec);
  await exec(['sh', '-c', forward, 'sh', String(network.registryPort), engine.gateway]);
  const folder = mkdtempSync(join(tmpdir(), `deploy-kit-${name}-`));
  const key = join(folder, 'key');
  await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'playground', '-f', key]);
  await exec(
    ['sh', '-c', 'install -o deploy -g deploy -m 600 /dev/stdin /home/deploy/.ssh/authorized_keys'],
    { input: readFileSync(`${key}.pub`, 'utf8') },
  );
  const [type = '', hostKey = ''] = (
    await exec(['cat', '/etc/ssh/ssh_host_ed25519_key.pub'])
  ).stdout.split(' ');
  const knownHosts = `${address} ${type} ${hostKey}`;
  const printed = await exec(['ssh-keygen', '-lf', '/etc/ssh/ssh_host_ed25519_key.pub']);
  const knownHostsFile = join(folder, 'known_hosts');
  await must('sh', ['-c', 'cat >"$1"', 'sh', knownHostsFile], { input: `${knownHosts}\n` });

  const drop = (flag: '-I' | '-D'): Promise<unknown> =>
    Promise.all([
      run('iptables', ['--wait', flag, 'OUTPUT', '-d', address, '-j', 'DROP']),
      run('iptables', ['--wait', flag, 'INPUT', '-s', address, '-j', 'DROP']),
    ]);
  const server: Server = {
    name,
    container,
    address,
    compose: compose === 'plugin' ? 'docker compose' : 'docker-compose',
    user: 'deploy',
    privateKey: readFileSync(key, 'utf8'),
    knownHosts,
    fingerprint: printed.stdout.split(' ')[1] ?? '',
    exec,
    ssh: (command) =>
      run('ssh', [
        '-i',
        key,
        '-o',
        `UserKnownHostsFile=${knownHostsFile}`,
        '-o',
        'BatchMode=yes',
        '-o',
        'ConnectTimeout=10',
        `deploy@${address}`,
        command,
      ]),
    async reboot() {
      await exec(['systemctl', 'poweroff']);
      await engine.must(['wait', container], { timeoutMs: 60_000 });
      await server.start();
    },
    async powerCut() {
      await engine.must(['kill', container]);
    },
    async start() {
      await engine.must(['start', container]);
      await waitUntilReady(name, exec);
    },
    async cutOff() {
      await drop('-I');
    },
    async restore() {
      await drop('-D');
    },
    async fillDisk() {
      await exec(['sh', '-c', 'cat /dev/zero >/opt/small/fill']);
    },
    async remove() {
      await drop('-D');
      await removeContainer(engine, container);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

async function removeContainer(engine: Engine, container: string): Promise<void> {
  await engine.docker(['rm', '--force', '--volumes', container]);
  await engine.docker(['volume', 'rm', '--force', container]);
}

async function waitUntilReady(name: string, exec: Server['exec']): Promise<void> {
  await until(`the server ${name}`, 90, async () => {
    // Once there is anybody to ask, one question is enough: asking on and on slows the start of several servers.
    const state = await exec(['systemctl', 'is-system-running', '--wait']);
    if (!/running|degraded/.test(state.stdout)) return false;
    const ready = await exec([
      'sh',
      '-c',
      'docker version >/dev/null 2>&1 && ss -ltn | grep -q ":22 "',
    ]);
    return ready.code === 0;
  });
}

/** Where this machine's resolvers stand, past a stub that listens on loopback only. */
function resolvConf(): string {
  const behindStub = '/run/systemd/resolve/resolv.conf';
  return existsSync(behindStub) ? behindStub : '/etc/resolv.conf';
}
