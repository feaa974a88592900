import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { parseImageReference } from '../../src/image/image-reference.js';
import { recordedRegistries, startReplay } from '../support/replay.js';
import { answer, composeFile, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, startBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'system-e' });
  for (const [tag, mode] of [
    ['v1', 'ok'],
    ['v2', 'ok'],
    ['broken', 'exit'],
    ['stuck', 'unhealthy'],
  ] as const)
    await pushApp(stage, tag, mode);
  const first = await runBundle('deploy-compose', deployOptions(stage, server, 'v1'));
  expect(first.log).toContain('is live on');
}, 300_000);

afterAll(() => stage.close());

describe('System E: an API by a runbook', () => {
  it.each([
    ['not logged in', {}, /^The registry .* asks for a login$/, 'registry-username'],
    ['a wrong login', { password: 'not-mine-77' }, /does not accept the login$/, 'Check both'],
    ['an image that does not exist', { tag: 'never' }, /did not come$/, 'not there yet'],
  ])(
    'E9: %s is told apart',
    async (name, given: { password?: string; tag?: string }, title, fix) => {
      const { registry } = stage;
      const { code, annotations, log } = await runBundle('wait-for-image', {
        inputs: {
          images: `${registry.host}/acme/api:${given.tag ?? 'v1'}`,
          timeout: '2s',
          'github-token': '',
          ...(name === 'not logged in'
            ? {}
            : {
                'registry-username': registry.username,
                'registry-password': given.password ?? registry.password,
              }),
        },
        env: { DOCKER_CONFIG: '/nonexistent' },
      });
      expect([code, annotations[0]?.title]).toEqual([1, expect.stringMatching(title)]);
      expect(annotations[0]?.message).toContain(fix);
      expect(log).not.toContain('not-mine-77');
    },
  );

  // GHCR itself can't be here: its recorded answers, through real requests.
  const ghcr = recordedRegistries().find(({ registry }) => registry === 'ghcr.io');
  it.each(ghcr?.refused ?? [])('E9 at ghcr.io: $case', async (refused) => {
    const replay = await startReplay(ghcr?.exchanges ?? []);
    const { username, password, reference, entry, fix } = refused;
    const account =
      username === undefined
        ? undefined
        : { registry: 'ghcr.io', username, password: password ?? '' };
    const image = parseImageReference(reference);
    if (image === undefined) throw new Error(reference);
    const error: unknown = await ociRegistry({ account, fetch: replay.fetch })
      .find(image)
      .catch((reason: unknown) => reason);
    replay.close();
    expect(error).toMatchObject({ entry, fix: expect.stringContaining(fix ?? '') });
  });

  it('E2: each release is recorded with its digests, and who released it from which run', async () => {
    const [line] = await journal(server);
    expect(line).toMatchObject({
      outcome: 'committed',
      version: 'v1',
      actor: 'ada',
      run: expect.stringContaining('/actions/runs/77'),
    });
    const record = await server.exec([
      'cat',
      `/opt/app/.deploy-kit/releases/${line?.release ?? ''}/release.json`,
    ]);
    expect(JSON.parse(record.stdout)).toMatchObject({
      version: 'v1',
      actor: 'ada',
      images: [
        {
          name: `${stage.registry.host}/acme/api`,
          digest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
        },
      ],
    });
  });

  it('E3: the version variable follows, and a hand-typed `docker compose up -d` means the same release', async () => {
    const env = await server.exec(['cat', '/opt/app/.env']);
    expect(env.stdout).toContain('IMAGE_TAG=v1\n');
    expect((await server.exec(['stat', '-c', '%a', '/opt/app/.env'])).stdout.trim()).toBe('600');
    const before = await server.ssh('cd /opt/app && docker compose ps -q');
    const byHand = await server.ssh('cd /opt/app && docker compose up -d && docker compose config');
    expect(byHand.code).toBe(0);
    expect(byHand.stdout).toMatch(/image: 127\.0\.0\.1:\d+\/acme\/api@sha256:[a-f0-9]{64}/);
    expect((await server.ssh('cd /opt/app && docker compose ps -q')).stdout).toBe(before.stdout);
  });

  it('E5: a release that does not start is replaced by the one before, which serves again', async () => {
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'broken'));
    expect(failed.code).toBe(1);
    expect(failed.annotations).toHaveLength(1);
    expect(failed.entries).toEqual(['container-restart-loop']);
    expect(failed.annotations[0]?.message).toMatch(/The server was restored: it runs \S+-v1\./);
    expect(failed.annotations[0]?.message).toContain(
      'uninitialized constant Api::Greeting (NameError)',
    );
    expect(failed.summary).toContain('runbook.md#container-restart-loop');
    expect(await answer(server)).toBe('version v1');
    expect((await journal(server)).at(-1)).toMatchObject({
      outcome: 'restored',
      version: 'broken',
    });
    expect((await server.exec(['cat', '/opt/app/.env'])).stdout).toContain('IMAGE_TAG=v1\n');
  });

  it('E5: a release that never gets healthy is replaced as well', async () => {
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'stuck'));
    expect(failed.entries).toEqual(['container-unhealthy']);
    expect(await answer(server)).toBe('version v1');
  });

  it('E10: the summary shows the last lines of every service that is not well', async () => {
    const files = {
      'compose.yml': `${composeFile}  worker:\n    image: \${IMAGE}:\${IMAGE_TAG:-latest}\n    environment: {MODE: exit}\n    restart: unless-stopped\n`,
    };
    // The service that is new rolls first, and goes again when it fails.
    const added = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'stuck', { files }),
    );
    expect(added.annotations[0]?.message).toMatch(/The server was restored: it runs \S+-v1\./);
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'stuck', { files, inputs: { strategy: 'recreate' } }),
    );
    expect(failed.annotations[0]?.message).toMatch(/The server was restored: it runs \S+-v1\./);
    expect(failed.summary).toContain('web | waiting for a database that is not there');
    expect(failed.summary).toContain('worker | uninitialized constant Api::Greeting (NameError)');
    expect(failed.annotations[0]?.message).toContain('docker compose logs -f');
    expect(await answer(server)).toBe('version v1');
  });

  it('E5: a release that a later step finds wanting is taken back at the end of the job', async () => {
    const options = deployOptions(stage, server, 'v2');
    const deployed = await runBundle('deploy-compose', options);
    expect(await answer(server)).toBe('version v2');
    const verified = await runBundle('verify-health', {
      inputs: {
        urls: `http://${server.address}:8080/`,
        'expect-body': 'version v3',
        timeout: '3s',
        interval: '500ms',
      },
      env: Object.fromEntries(deployed.env),
    });
    expect(verified.code).toBe(1);
    expect(verified.annotations[0]?.message).toContain('the body does not contain "version v3"');
    const state = Object.fromEntries(
      [...deployed.state].map(([name, value]) => [`STATE_${name}`, value]),
    );
    const post = await runBundle('deploy-compose', {
      ...options,
      phase: 'post',
      env: { ...state, ...Object.fromEntries(deployed.env), ...Object.fromEntries(verified.env) },
    });
    expect(post.entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
    expect((await server.exec(['cat', '/opt/app/.deploy-kit/current'])).stdout).toMatch(/-v1$/);
  });

  it('E1: a second deploy fails fast naming the holder, or waits for its turn; no lock is left', async () => {
    const holder = await startBundle('deploy-compose', deployOptions(stage, server, 'stuck'));
    await holder.sees(/Wait until the services are healthy/);
    const [hasty, patient] = await Promise.all([
      runBundle(
        'deploy-compose',
        deployOptions(stage, server, 'v2', { inputs: { 'lock-timeout': '1s' } }),
      ),
      runBundle('deploy-compose', deployOptions(stage, server, 'v2')),
    ]);
    expect(hasty.entries).toEqual(['deploy-locked']);
    expect(hasty.annotations[0]?.message).toMatch(
      /is held by the deploy of ada \((stuck|v2), .*actions\/runs\/77\)\./,
    );
    expect(hasty.annotations[0]?.message).toContain('The server was not changed');
    expect((await holder.result).code).toBe(1);
    expect(patient.log).toMatch(/Waiting for the lock, held by the deploy of ada/);
    expect(patient.code).toBe(0);
    expect(await answer(server)).toBe('version v2');
    expect((await server.exec(['flock', '-n', '/opt/app/.deploy-kit/lock', 'true'])).code).toBe(0);
  });

  it('the root action waits, deploys and verifies in one step, and takes back what does not pass', async () => {
    const urls = `http://${server.address}:8080/`;
    const inputs = { urls, 'expect-body': 'version v1', interval: '200ms' };
    const good = await runBundle('deploy-kit', deployOptions(stage, server, 'v1', { inputs }));
    expect([good.code, good.log]).toEqual([0, expect.stringContaining('is live on')]);
    expect(good.outputs.get('version')).toBe('v1');
    const bad = await runBundle(
      'deploy-kit',
      deployOptions(stage, server, 'v2', { inputs: { ...inputs, 'verify-timeout': '3s' } }),
    );
    expect(bad.code).toBe(1);
    const error = bad.annotations.find(({ level }) => level === 'error');
    expect(error?.title).toMatch(/did not pass and was taken back/);
    expect(error?.message).toMatch(/The server was restored: it runs \S+-v1\./);
    expect(await answer(server)).toBe('version v1');
  });

  it('E7: an external network that is missing is found before the change', async () => {
    const files = {
      'compose.yml': `${composeFile}    networks: [proxy]\nnetworks: { proxy: { external: true, name: proxy_net } }\n`,
    };
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v2', { files }));
    expect(failed.entries).toEqual(['network-missing']);
    expect(failed.annotations[0]?.message).toContain('docker network create proxy_net');
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
  });

  it('E8: staging and production on one server have their own path, env, lock and history', async () => {
    const environment = (
      path: string,
      port: number,
      version: string,
    ): ReturnType<typeof runBundle> =>
      runBundle(
        'deploy-compose',
        deployOptions(stage, server, version, {
          files: { 'compose.yml': composeFile.replace('8080:8080', `${port}:8080`) },
          inputs: { path, env: `IMAGE=${stage.registry.host}/acme/api\nWHERE=${path}` },
        }),
      );
    const both = await Promise.all([
      environment('/opt/staging', 8181, 'v2'),
      environment('/opt/production', 8182, 'v1'),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect([await answer(server, 8181), await answer(server, 8182)]).toEqual([
      'version v2',
      'version v1',
    ]);
    const [staging, production] = await Promise.all([
      journal(server, '/opt/staging'),
      journal(server, '/opt/production'),
    ]);
    expect([staging.length, production.length]).toEqual([1, 1]);
  });
});
