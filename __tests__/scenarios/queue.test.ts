import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, journal, pushApp } from '../support/deploys.js';
import {
  runBundle,
  startBundle,
  type BundleOptions,
  type BundleRun,
} from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
const digests = new Map<string, string>();

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'queue' });
  for (const tag of ['v1', 'v2', 'v3']) {
    await pushApp(stage, tag);
    digests.set(tag, await digestOf(tag));
  }
  const { code } = await runBundle('deploy-compose', released('v1', 3));
  expect(code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

async function digestOf(tag: string): Promise<string> {
  const { host, username, password } = stage.registry;
  const { headers } = await fetch(`http://${host}/v2/acme/api/manifests/${tag}`, {
    method: 'HEAD',
    headers: {
      authorization: `Basic ${btoa(`${username}:${password}`)}`,
      accept:
        'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json',
    },
  });
  return headers.get('docker-content-digest') ?? '';
}

/** A release that was made so many days ago, as its document says. */
function released(tag: string, daysAgo: number, more: Partial<BundleOptions> = {}): BundleOptions {
  const { files = {}, inputs } = deployOptions(stage, server, tag);
  const release = {
    schema: 1,
    images: [
      {
        reference: `${stage.registry.host}/acme/api:${tag}`,
        digest: digests.get(tag),
        platforms: ['linux/amd64'],
      },
    ],
    ...{ version: tag, revision: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d' },
    ...{ ref: 'refs/heads/main', repository: 'acme/api', actor: 'ada' },
    run: { id: 7, url: 'https://github.example/7' },
    createdAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
    correlationId: '11111111-2222',
  };
  return {
    files,
    event: { client_payload: { release } },
    ...more,
    inputs: { ...inputs, images: '', ...more.inputs },
  };
}

/** Holds the lock, as the user that deploys, until it is let go. */
async function hold(): Promise<() => Promise<void>> {
  const holder = server.exec([
    ...['su', 'deploy', '-c'],
    'flock /opt/app/.deploy-kit/lock sh -c "until [ -e /tmp/let-go ]; do sleep 0.1; done"',
  ]);
  await until('the lock', 30, async () => {
    const free = await server.exec(['flock', '-n', '/opt/app/.deploy-kit/lock', 'true']);
    return free.code !== 0;
  });
  return async () => {
    await server.exec(['touch', '/tmp/let-go']);
    await holder;
    await server.exec(['rm', '/tmp/let-go']);
  };
}

async function waiting(action: string, options: BundleOptions): Promise<BundleRun> {
  const run = await startBundle(action, options);
  await run.sees(/Waiting for the lock/);
  return run;
}

const commits = async (): Promise<readonly string[]> =>
  (await journal(server)).map(({ version, outcome }) => `${version} ${outcome}`);

describe('An older release that waited', () => {
  it('never replaces a newer one: it ends well, says so, and has verified nothing', async () => {
    const letGo = await hold();
    const newer = await waiting('deploy-compose', released('v3', 1));
    const older = await waiting('deploy-kit', {
      ...released('v2', 2, { inputs: { urls: 'http://127.0.0.1:9/', 'github-token': '' } }),
    });
    await letGo();
    expect((await newer.result).code).toBe(0);
    const { code, outputs, annotations, log, env } = await older.result;
    expect([code, outputs.get('changed'), log]).toEqual([0, 'false', expect.anything()]);
    expect(outputs.get('release')).toMatch(/-v3$/);
    expect(annotations).toEqual([
      expect.objectContaining({ level: 'notice', title: 'A newer release is live' }),
    ]);
    expect(annotations[0]?.message).toMatch(/^v2 was not deployed: \S+-v3 is live on /);
    expect(env.get('DEPLOY_KIT_RELEASE')).toBe('');
    expect(env.get('DEPLOY_KIT_GAVE_WAY')).toMatch(/-v2$/);
    expect(await answer(server)).toBe('version v3');
    expect(await commits()).toEqual(['v1 committed', 'v3 committed']);
  });

  it('replaces it when somebody has started that run once more', async () => {
    const letGo = await hold();
    const again = await waiting(
      'deploy-compose',
      released('v2', 2, { env: { GITHUB_RUN_ATTEMPT: '2' } }),
    );
    await letGo();
    expect((await again.result).outputs.get('changed')).toBe('true');
    expect(await answer(server)).toBe('version v2');
  });

  it('does not replace what somebody has gone back to meanwhile', async () => {
    const letGo = await hold();
    const { inputs } = deployOptions(stage, server, '');
    const login = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
    );
    const back = await waiting('rollback', { inputs: { ...login, to: 'v1' } });
    const newest = await waiting('deploy-compose', released('v3', 1));
    await letGo();
    expect((await back.result).code).toBe(0);
    expect((await newest.result).outputs.get('changed')).toBe('false');
    expect(await answer(server)).toBe('version v1');
  });
});

describe('The lock', () => {
  it('is the deploy user’s own, as are the other lock files', async () => {
    const files = '.deploy-kit/lock .deploy-kit/releases/*/alive .deploy-kit/queue .deploy-kit';
    const tried = await server.exec([
      ...['su', 'nobody', '-s', '/bin/sh', '-c'],
      `cd /opt/app && for file in ${files}; do flock -n "$file" true && echo "$file"; done; true`,
    ]);
    expect(tried.stdout).toBe('');
    const { stdout } = await server.exec(['stat', '-c', '%a', '/opt/app/.deploy-kit']);
    expect(stdout.trim()).toBe('700');
  });

  it('names whoever holds it, also where that is no deploy', async () => {
    const letGo = await hold();
    const first = await waiting('deploy-compose', released('v3', 1));
    const { entries, annotations } = await runBundle(
      'deploy-compose',
      released('v2', 0, { inputs: { 'lock-timeout': '1s' } }),
    );
    expect(entries).toEqual(['deploy-locked']);
    expect(annotations[0]?.message).toMatch(
      /is held by process \d+ of deploy \((flock|sh|sleep)\), which is no deploy\. This one waited \d+ s for it, behind the deploy of ada \(v3, /,
    );
    expect(annotations[0]?.message).toContain('The server was not changed');
    await letGo();
    await first.result;
  });
});

describe('One server under two addresses', () => {
  it('is found before anything changes', async () => {
    await server.exec(['/usr/sbin/sshd', '-p', '2222']);
    const [, key = ''] = /^\S+ (.*)$/.exec(server.knownHosts) ?? [];
    const inputs = {
      hosts: `deploy@${server.address}:2222`,
      'known-hosts': `${server.knownHosts}\n[${server.address}]:2222 ${key}`,
    };
    const before = await commits();
    const run = await runBundle('deploy-compose', deployOptions(stage, server, 'v2', { inputs }));
    expect(run.entries).toEqual(['hosts-same-server']);
    expect(run.annotations[0]?.title).toBe(
      `deploy@${server.address} and deploy@${server.address}:2222 are the same server`,
    );
    expect(run.annotations[0]?.message).toContain('The server was not changed');
    const look = await runBundle('preflight', deployOptions(stage, server, 'v2', { inputs }));
    expect(look.summary).toContain('are the same server');
    expect(await commits()).toEqual(before);
  });
});
