import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../playground/github/github.js';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import { ensureMachine } from '../../playground/machine/install.js';
import { must, until } from '../../playground/machine/run.js';
import { connectChecks } from '../../src/connect/connect-checks.js';
import { nodeNameLookup } from '../../src/net/outside/node-name-lookup.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import type { CheckContext, CheckPorts } from '../../src/preflight/check-ports.js';
import { runChecks } from '../../src/preflight/run-checks.js';
import { parseChecks } from '../../src/preflight/plan/parse-checks.js';
import type { Finding } from '../../src/local/plan/finding.js';
import { silentReporter } from '../support/reporters.js';
import { selfSigned } from '../support/self-signed.js';

const closing: (() => void)[] = [];
let folder: string;

beforeAll(async () => {
  await ensureMachine(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'deploy-kit-checks-'));
  closing.push(() => {
    rmSync(folder, { recursive: true });
  });
});

afterAll(() => {
  for (const close of closing) close();
});

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.getConnections((_, count) => {
      resolve(count);
    });
  });
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function start(file: string, args: readonly string[]): ChildProcess {
  const child = spawn(file, args, { stdio: 'ignore' });
  closing.push(() => child.kill('SIGKILL'));
  return child;
}

async function check(
  text: string,
  more: Partial<CheckPorts> = {},
  { token = 'ghs_none', apiUrl = 'http://127.0.0.1:9' } = {},
  context: CheckContext = { repository: 'acme/api', hosts: [] },
): Promise<readonly Finding[]> {
  const ports = connectChecks(
    {
      checks: parseChecks(text),
      githubToken: token,
      registryUsername: undefined,
      registryPassword: undefined,
      registryPlainHttp: false,
      registryCa: undefined,
      resolve: new Map(),
      ipVersion: 'any',
      tlsCa: undefined,
    },
    { apiUrl, clock: systemClock, reporter: silentReporter, image: undefined },
  );
  return runChecks(parseChecks(text), context, { ...ports, ...more });
}

async function one(...given: Parameters<typeof check>): Promise<Finding> {
  const [finding] = await check(...given);
  if (finding === undefined) throw new Error('no finding');
  return finding;
}

describe('runChecks', () => {
  it('runs them side by side, each within its own time, and keeps their order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-side-by-side-'));
    // Each of the two passes only while the other one runs.
    const meet = (mine: string, other: string): string =>
      `cd ${folder}; touch ${mine}; until test -e ${other}; do sleep 0.1; done`;
    const findings = await check(`
- {command: sleep 600, timeout: 1s}
- {command: ${meet('one', 'two')}, timeout: 60s}
- {command: ${meet('two', 'one')}, timeout: 60s}
`);
    expect(findings.map(({ check: name, verdict }) => [name, verdict])).toEqual([
      ['command: sleep 600', 'fail'],
      [`command: ${meet('one', 'two')}`, 'pass'],
      [`command: ${meet('two', 'one')}`, 'pass'],
    ]);
    expect(findings[0]?.detail).toContain('within 1 s');
    rmSync(folder, { recursive: true });
  });

  it('one that gets no answer ends in its time, and leaves nothing behind', async () => {
    const silent = createServer((socket) => socket.resume());
    const port = await portOf(silent);
    const finding = await one(
      '- {workflow: deploy.yml, timeout: 300ms}',
      {},
      { apiUrl: `http://127.0.0.1:${port}` },
    );
    expect(finding).toMatchObject({ verdict: 'fail', detail: 'no answer within 0.3 s' });
    await until('the end of its connection', 30, async () => (await connectionsOf(silent)) === 0);
  });

  it('a check that breaks is a row of its own', async () => {
    const broken = { addresses: () => Promise.reject(new Error('resolver gone')) };
    const [first, second] = await check(
      '- {dns: a.example.com, to: 192.0.2.1}\n- command: "true"',
      {
        names: broken,
      },
    );
    expect(first).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('resolver gone'),
    });
    expect(second).toMatchObject({ verdict: 'pass' });
  });

  it('level and fix are the author’s', async () => {
    expect(await one('- {command: exit 3, level: warn, fix: Ask Ada}')).toMatchObject({
      verdict: 'warn',
      fix: 'Ask Ada',
    });
    expect(await one('- {command: "true", level: warn, fix: Ask Ada}')).toMatchObject({
      verdict: 'pass',
      fix: undefined,
    });
  });
});

describe('A command', () => {
  it('shows its last lines when it fails', async () => {
    const finding = await one('- command: "seq 1 20; echo no state here >&2; exit 4"');
    expect(finding.verdict).toBe('fail');
    expect(finding.detail).toMatch(/^ended with status 4: 17\n18\n19\n20\nno state here$/);
  });

  it('stops at the first command that fails, and at an unset variable', async () => {
    for (const command of ['"false; true"', '"echo $NOT_SET_ANYWHERE"'])
      expect(await one(`- command: ${command}`)).toMatchObject({ verdict: 'fail' });
  });
});

describe('A URL', () => {
  const answer: RequestListener = (request, response) => {
    response.statusCode = Number((request.url ?? '').slice(1)) || 200;
    response.end();
  };

  it.each([
    ['/404', '', 'pass', 'status 404'],
    ['/301', '', 'pass', 'status 301'],
    ['/500', '', 'fail', 'status 500'],
    ['/404', ', status: 200', 'fail', 'status 404; expected: status 200'],
  ])('%s%s: %s', async (path, more, verdict, words) => {
    const port = await portOf(createHttpServer(answer));
    const finding = await one(`- {https: "http://127.0.0.1:${port}${path}"${more}}`);
    expect([finding.verdict, finding.detail]).toEqual([verdict, expect.stringContaining(words)]);
  });

  it('with a certificate that nobody vouches for fails, and says how to look', async () => {
    const port = await portOf(createHttpsServer(selfSigned('localhost'), answer));
    const finding = await one(`- https: https://localhost:${port}/`);
    expect(finding).toMatchObject({ verdict: 'fail', detail: expect.stringContaining('TLS') });
    expect(finding.fix).toContain(`curl -v https://localhost:${port}/`);
  });
});

describe('An SSH server', () => {
  it('greets', async () => {
    const port = await freePort();
    const hostKey = join(folder, 'host_key');
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey]);
    mkdirSync('/run/sshd', { recursive: true });
    const options = ['ListenAddress=127.0.0.1', 'PidFile=none'].flatMap((one) => ['-o', one]);
    start('/usr/sbin/sshd', [
      '-D',
      '-f',
      '/dev/null',
      '-h',
      hostKey,
      '-p',
      String(port),
      ...options,
    ]);
    await until('sshd', 30, async () => {
      const { verdict } = await one(`- ssh: 127.0.0.1:${port}`);
      return verdict === 'pass';
    });
    expect((await one(`- ssh: 127.0.0.1:${port}`)).detail).toMatch(/^answers: SSH-2\.0-OpenSSH/);
  });

  it('may say something else first, and in pieces', async () => {
    const port = await portOf(
      createServer((socket) => {
        socket.write('Welcome\r\nSSH-2.0-');
        setTimeout(() => socket.write('Slow_1.0\r\n'), 50);
      }),
    );
    expect((await one(`- ssh: 127.0.0.1:${port}`)).detail).toBe('answers: SSH-2.0-Slow_1.0');
  });

  it('is told from a closed port, another service, and a silent one', async () => {
    const [closed, web, silent] = await Promise.all([
      freePort(),
      portOf(createServer((socket) => socket.end('220 mail.example.com ESMTP\r\n'))),
      portOf(createServer()),
    ]);
    const details = await check(`
- ssh: 127.0.0.1:${closed}
- ssh: 127.0.0.1:${web}
- {ssh: "127.0.0.1:${silent}", timeout: 1s}
`);
    expect(details.map(({ verdict }) => verdict)).toEqual(['fail', 'fail', 'fail']);
    expect(details[0]?.detail).toContain('refused');
    expect(details[1]?.detail).toContain('says "220 mail.example.com ESMTP"');
    expect(details[1]?.fix).toContain('Another service');
    expect(details[2]?.detail).toMatch(/says nothing|within 1 s/);
  });
});

describe('A name', () => {
  let names: ReturnType<typeof nodeNameLookup>;
  const host = { repository: 'acme/api', hosts: ['server.example.com'] };

  beforeAll(async () => {
    const port = await freePort();
    start('/usr/sbin/dnsmasq', [
      ...[
        '--keep-in-foreground',
        '--conf-file=/dev/null',
        '--no-resolv',
        '--no-hosts',
        '--pid-file=',
      ],
      ...['--listen-address=127.0.0.1', '--bind-interfaces', `--port=${port}`, '--user=root'],
      '--local=/example.com/',
      '--host-record=server.example.com,203.0.113.7',
      '--host-record=app.example.com,203.0.113.7',
      '--cname=www.example.com,app.example.com',
      '--host-record=old.example.com,198.51.100.1',
      '--host-record=six.example.com,203.0.113.7,2001:db8::1',
    ]);
    names = nodeNameLookup([`127.0.0.1:${port}`]);
    await until('dnsmasq', 30, async () => {
      const answer = await names.addresses('app.example.com', 1);
      return answer.kind === 'found';
    });
  });

  it.each([
    ['app.example.com', '', 'pass', 'leads to 203.0.113.7'],
    ['www.example.com', '', 'pass', 'leads to 203.0.113.7'],
    ['six.example.com', '', 'pass', 'leads to 203.0.113.7'],
    ['six.example.com', ', to: "2001:DB8::1"', 'pass', 'leads to 2001:db8::1'],
    ['old.example.com', '', 'fail', 'not to server.example.com (203.0.113.7)'],
    ['old.example.com', ', to: 198.51.100.1', 'pass', 'leads to 198.51.100.1'],
    ['new.example.com', '', 'fail', 'DNS knows no address of new.example.com'],
    ['app.example.com', ', to: nowhere.example.com', 'fail', 'no address of nowhere.example.com'],
  ])('%s%s: %s, %s', async (name, more, verdict, words) => {
    const finding = await one(`- {dns: ${name}${more}}`, { names }, {}, host);
    expect([finding.verdict, finding.detail]).toEqual([verdict, expect.stringContaining(words)]);
  });

  it('is skipped where nobody knows the server', async () => {
    const finding = await one('- dns: app.example.com', { names });
    expect(finding).toMatchObject({ verdict: 'skipped', fix: expect.stringContaining('`host`') });
  });

  it('that DNS does not answer for fails within its time', async () => {
    const gone = nodeNameLookup([`127.0.0.1:${await freePort()}`]);
    const text = '- {dns: app.example.com, to: 203.0.113.7, timeout: 2s}';
    expect(await one(text, { names: gone })).toMatchObject({
      verdict: 'fail',
      detail: expect.stringMatching(/did not answer|within 2 s/),
    });
  });
});

describe('A setting on GitHub', () => {
  let github: GitHub;
  let repository: PlaygroundRepository;

  beforeAll(async () => {
    github = await GitHub.start({ actions: {}, env: {} });
    closing.push(() => {
      github.stop();
    });
    repository = await github.createRepository('acme/api', {
      '.github/workflows/deploy.yml': 'on: push\njobs: {}\n',
      '.github/workflows/old.yml': 'on: push\njobs: {}\n',
    });
    await github.createRepository('acme/hidden', { 'README.md': 'x\n' });
    Object.assign(repository.secrets, { DEPLOY_KEY: 'do-not-show' });
    Object.assign(repository.variables, { HOST: '203.0.113.7' });
    Object.assign(repository.shared.secrets, { ORG_TOKEN: 'do-not-show' });
    Object.assign(repository.shared.variables, { ORG_REGION: 'eu' });
    repository.environments.production = {
      secrets: { SSH_KEY: 'do-not-show' },
      variables: { URL: 'https://example.com' },
      reviewers: ['grace'],
    };
    repository.environments['feature/x'] = { secrets: {}, variables: {} };
    repository.disabledWorkflows.add('old.yml');
  });

  const everything = {
    secrets: 'read',
    variables: 'read',
    environments: 'read',
    actions: 'read',
  } as const;

  function settings(text: string, permissions: Readonly<Record<string, string>> = everything) {
    const token = github.tokens.create({
      kind: 'fine-grained',
      repositories: { 'acme/api': permissions },
    });
    return one(text, {}, { token, apiUrl: github.url });
  }

  it.each([
    ['secret: deploy_key', 'acme/api has it'],
    ['secret: ORG_TOKEN', 'acme/api has it'],
    ['secret: SSH_KEY, environment: production', 'environment production has it'],
    ['variable: HOST', 'acme/api has it'],
    ['variable: ORG_REGION', 'acme/api has it'],
    ['variable: URL, environment: production', 'environment production has it'],
    ['environment: production, reviewers: true', 'its jobs wait for grace'],
    ['environment: feature/x', 'exists'],
    ['workflow: deploy.yml', 'is enabled'],
  ])('is there: %s', async (text, words) => {
    const { verdict, detail } = await settings(`- {${text}}`);
    expect([verdict, detail]).toEqual(['pass', expect.stringContaining(words)]);
    expect(github.violations).toEqual([]);
  });

  it.each([
    ['secret: NOPE', 'gh secret set NOPE --repo acme/api'],
    [
      'secret: DEPLOY_KEY, environment: production',
      'gh secret set DEPLOY_KEY --repo acme/api --env production',
    ],
    ['variable: NOPE', 'gh variable set NOPE --repo acme/api'],
    ['environment: staging', 'gh api --method PUT repos/acme/api/environments/staging'],
    ['environment: feature/x, reviewers: true', 'Required reviewers'],
    ['workflow: gone.yml', 'gh workflow list'],
    ['workflow: old.yml', 'gh workflow enable old.yml --repo acme/api'],
    ['workflow: deploy.yml, repository: acme/hidden', 'Check the name'],
  ])('is not: %s', async (text, fix) => {
    const finding = await settings(`- {${text}}`);
    expect([finding.verdict, finding.fix]).toEqual(['fail', expect.stringContaining(fix)]);
    expect(github.violations).toEqual([]);
  });

  it.each([
    ['secret: DEPLOY_KEY', '"Secrets: read"'],
    ['variable: HOST', '"Variables: read"'],
    ['secret: SSH_KEY, environment: production', '"Environments: read"'],
  ])('is not seen by the job’s own token: %s', async (text, permission) => {
    const token = github.tokens.create({
      kind: 'job',
      repository: 'acme/api',
      permissions: { all: 'write' },
    });
    const finding = await one(`- {${text}}`, {}, { token, apiUrl: github.url });
    expect(finding.verdict).toBe('skipped');
    expect(finding.detail).toContain('Resource not accessible by integration');
    expect(finding.fix).toContain(permission);
  });

  it('is skipped without a token, and that is said', async () => {
    const finding = await one('- secret: DEPLOY_KEY', {}, { token: '', apiUrl: github.url });
    expect(finding).toMatchObject({
      verdict: 'skipped',
      detail: expect.stringContaining('`github-token` is empty'),
    });
  });

  it('of Actions needs actions: read, and the job may have that', async () => {
    const job = (permissions: Readonly<Record<string, string>>): string =>
      github.tokens.create({ kind: 'job', repository: 'acme/api', permissions });
    const ask = (token: string): Promise<Finding> =>
      one('- workflow: deploy.yml', {}, { token, apiUrl: github.url });
    expect(await ask(job({ actions: 'read' }))).toMatchObject({ verdict: 'pass' });
    expect(await ask(job({}))).toMatchObject({
      verdict: 'skipped',
      fix: expect.stringContaining('permissions: actions: read'),
    });
  });

  it('a disabled workflow is not started by what it listens to', async () => {
    const { runs } = await github.push(repository, { 'a.txt': 'a' }, 'Push');
    expect(runs.map(({ workflowPath }) => workflowPath)).toEqual(['.github/workflows/deploy.yml']);
  });
});
