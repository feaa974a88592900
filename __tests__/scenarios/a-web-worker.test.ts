import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  configureExample,
  describeRun,
  exampleFiles,
  setStage,
  type Stage,
} from '../../playground/stage.js';
import { until } from '../../playground/machine/run.js';
import { answer, deployOptions, listing, pushApp } from '../support/deploys.js';
import { parseEnvFile } from '../../src/compose/env-file.js';
import { entriesOf } from '../support/entries-of.js';
import { ageKey, encryptSops } from '../support/sops.js';
import { runBundle } from '../support/run-bundle.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await pushApp(stage, 'v1');
}, 300_000);

afterAll(() => stage.close());

describe('System A: push → build → dispatch → deploy', () => {
  it('A1: a deploy that starts with the build waits for the image and deploys exactly it', async () => {
    const server = await stage.startServer({ name: 'system-a' });
    const { github } = stage;
    const repository = await github.createRepository('acme/race', { 'README.md': 'An API\n' });
    configureExample(repository, stage.registry, {
      production: { server, path: '/opt/production', port: 80 },
    });
    const example = exampleFiles();
    // The race as it was met: `push` beside `repository_dispatch`, and a build that takes its time.
    const deploy = (example['.github/workflows/deploy.yml'] ?? '')
      .replace('on:\n', 'on:\n  push: {branches: [main]}\n')
      .replaceAll(
        'github.event.client_payload.release.environment || inputs.environment',
        "'production'",
      )
      .replace(
        "images: ${{ inputs.version && format('{0}:{1}', vars.IMAGE, inputs.version) || '' }}",
        "images: ${{ github.event_name == 'push' && vars.IMAGE || '' }}",
      );
    const build = (example['.github/workflows/build.yml'] ?? '').replace(
      '      - uses: org/',
      '      - run: sleep 6\n      - uses: org/',
    );
    const { sha } = await github.push(
      repository,
      { ...example, '.github/workflows/deploy.yml': deploy, '.github/workflows/build.yml': build },
      'v1',
    );

    const early = await github.nextRun('deploy.yml');
    expect(early.event).toBe('push');
    await early.finished;
    expect([early.conclusion, describeRun(early)]).toEqual([
      'success',
      expect.stringContaining('not there yet; waiting'),
    ]);
    expect(await answer(server, 80)).toBe(`version ${sha}`);
    const announced = await github.nextRun('deploy.yml');
    await announced.finished;
    expect([announced.event, announced.conclusion]).toEqual(['repository_dispatch', 'success']);
    expect(github.violations).toEqual([]);
  }, 120_000);

  it('A2: an empty token is named with the secret that was never created; none is needed here', async () => {
    const { github, registry } = stage;
    const repository = await github.createRepository('acme/secretless', exampleFiles());
    configureExample(repository, registry, {});
    const build = exampleFiles()['.github/workflows/build.yml'] ?? '';
    const withToken = `${build}          github-token: \${{ secrets.DISPATCH_TOKEN }}\n`;
    const requests = github.requests.length;
    const empty = await github.push(
      repository,
      { '.github/workflows/build.yml': withToken },
      'with a secret',
    );
    await empty.runs[0]?.finished;
    const annotations = empty.runs[0]?.report?.jobs[0]?.annotations ?? [];
    const [annotation] = annotations;
    expect(entriesOf(annotations)).toEqual(['github-token-missing']);
    expect(annotation?.message).toContain('the secret `DISPATCH_TOKEN` was never created');
    expect(annotation?.message).toContain('Leave `github-token` out');
    expect(github.requests.length).toBe(requests);

    const without = await github.push(
      repository,
      { '.github/workflows/build.yml': build },
      'without',
    );
    await without.runs[0]?.finished;
    expect(without.runs.map((run) => [run.conclusion, describeRun(run)])).toEqual([
      ['success', expect.stringContaining('Sent to acme/secretless')],
    ]);
  }, 60_000);

  it("A3: a job's token without contents: write is named, with the permission that it lacks", async () => {
    const { github, registry } = stage;
    const repository = await github.createRepository('acme/permissions', exampleFiles());
    configureExample(repository, registry, {});
    const build = (exampleFiles()['.github/workflows/build.yml'] ?? '').replace(
      'contents: write',
      'contents: read',
    );
    const { runs } = await github.push(repository, { '.github/workflows/build.yml': build }, 'v1');
    expect(runs.map(({ workflowPath }) => workflowPath)).toEqual(['.github/workflows/build.yml']);
    const [run] = runs;
    await run?.finished;
    const [annotation] = run?.report?.jobs[0]?.annotations ?? [];
    expect(annotation?.title).toBe(
      'The token lacks the permission "Contents: write" on acme/permissions',
    );
    expect(annotation?.message).toContain(
      'with the job\'s own token (or an App\'s): "Resource not accessible by integration"',
    );
    expect(annotation?.message).toContain('permissions: contents: write');
    expect(github.violations).toEqual([]);
  });

  it.each([
    [
      'a fine-grained personal access token',
      { kind: 'fine-grained', repositories: { 'acme/permissions': { contents: 'read' } } },
      /Contents: write/,
    ],
    [
      'a classic personal access token',
      { kind: 'classic', scopes: ['read:org'] },
      /does not see acme\/permissions/,
    ],
  ] as const)('A3: %s without the right is named, never printed', async (kind, grant, words) => {
    const token = stage.github.tokens.create(grant);
    const { registry } = stage;
    const failed = await runBundle('build-and-dispatch', {
      files: { Dockerfile: 'FROM deploy-kit-playground/busybox\n' },
      inputs: {
        image: `${registry.host}/acme/tokens`,
        'registry-username': registry.username,
        'registry-password': registry.password,
        'github-token': token,
        repositories: 'acme/permissions',
      },
      env: {
        GITHUB_API_URL: stage.github.url,
        GITHUB_SHA: token.length > 40 ? 'a'.repeat(40) : 'b'.repeat(40),
        ...stage.engine.env,
      },
    });
    expect(failed.code).toBe(1);
    expect(failed.annotations[0]?.message).toContain(kind);
    expect(failed.annotations[0]?.message).toMatch(words);
    expect(failed.log).not.toContain(token);
  });

  it('A4: a server without Compose is found before anything changes', async () => {
    const server = await stage.startServer({ name: 'no-compose', compose: 'none' });
    const before = await listing(server, '/opt/app');
    const failed = await runBundle('deploy-compose', deployOptions(stage, server, 'v1'));
    expect(failed.code).toBe(1);
    expect(failed.entries).toEqual(['compose-missing']);
    expect(failed.annotations[0]?.message).toContain('apt-get install docker-compose-plugin');
    expect(failed.annotations[0]?.message).toContain('The server was not changed');
    expect(await listing(server, '/opt/app')).toBe(before);
  });

  it('A4, B5: with the old standalone Compose alone, a deploy works and knows a running service', async () => {
    const server = await stage.startServer({ name: 'standalone', compose: 'standalone' });
    expect((await server.ssh('docker compose version')).code).not.toBe(0);
    const deployed = await runBundle('deploy-compose', deployOptions(stage, server, 'v1'));
    expect([deployed.code, deployed.log]).toEqual([
      0,
      expect.stringContaining('docker-compose 1.29'),
    ]);
    expect(await answer(server)).toBe('version v1');
  });

  it.each(['dotenv', 'yaml'] as const)(
    'A9: secrets kept with SOPS + age (%s) arrive as .env with mode 0600, and nowhere else',
    async (format) => {
      const server = await stage.startServer({ name: `sops-${format}` });
      const key = await ageKey();
      const secrets = {
        IMAGE: `${stage.registry.host}/acme/api`,
        RAILS_MASTER_KEY: '0123456789abcdef0123456789abcdef',
        DATABASE_PASSWORD: 'pa55-w0rd-with-$-and-#',
      };
      // In a dotenv file the quotes are the file's own.
      const quote = format === 'dotenv' ? "'" : '';
      const file = await encryptSops(
        format,
        Object.fromEntries(
          Object.entries(secrets).map(([name, value]) => [name, `${quote}${value}${quote}`]),
        ),
        [key.recipient],
      );
      const name = format === 'dotenv' ? 'production.env' : 'production.yaml';
      const options = deployOptions(stage, server, 'v1', {
        files: { [name]: file },
        inputs: { env: '', 'env-file': name, 'age-key': key.identity },
      });
      const run = await runBundle('deploy-compose', options);
      expect(run.log).toMatch(/is live on/);
      const seen = await server.exec(['sh', '-c', 'stat -c %a /opt/app/.env']);
      expect(seen.stdout).toMatch(/^600\n/);
      const { stdout: env } = await server.exec(['cat', '/opt/app/.env']);
      expect(Object.fromEntries(parseEnvFile(env))).toMatchObject(secrets);
      expect(await answer(server)).toBe('version v1');
      const release = run.outputs.get('release') ?? '';
      for (const value of [secrets.RAILS_MASTER_KEY, 'pa55-w0rd-with-']) {
        expect(run.log + run.summary).not.toContain(value);
        const left = await server.exec([
          'grep',
          '-rlF',
          '--',
          value,
          '/opt',
          '/tmp',
          '/home/deploy',
        ]);
        expect(left.stdout.trim().split('\n').toSorted()).toEqual([
          `/opt/app/.deploy-kit/releases/${release}/env`,
          '/opt/app/.env',
        ]);
      }
      expect(run.log).not.toContain(/AGE-SECRET-KEY-\S+/.exec(key.identity)?.[0] ?? 'none');
    },
  );

  it('A9: an encrypted file that was changed by hand stops the deploy before the server is touched', async () => {
    const server = await stage.startServer({ name: 'sops-changed' });
    const key = await ageKey();
    const file = await encryptSops('dotenv', { IMAGE: 'x', REMOVED: 'y' }, [key.recipient]);
    const options = deployOptions(stage, server, 'v1', {
      files: { 'prod.env': file.replace(/^REMOVED=.*\n/m, '') },
      inputs: { env: '', 'env-file': 'prod.env', 'age-key': key.identity },
    });
    const run = await runBundle('deploy-compose', options);
    expect([run.code, run.entries]).toEqual([1, ['sops-file-changed']]);
    expect(await listing(server, '/opt/app')).not.toContain('.deploy-kit');
  });

  it('an env file that is on the server already is used, with lines to add', async () => {
    const server = await stage.startServer({ name: 'env-on-server' });
    const image = `IMAGE=${stage.registry.host}/acme/api`;
    await server.ssh("umask 077; printf '%s\\n' KEPT=1 >~/app.env");
    const inputs = { env: image, 'env-file': '~/app.env' };
    const run = await runBundle('deploy-compose', deployOptions(stage, server, 'v1', { inputs }));
    expect(run.log).toMatch(/is live on/);
    const { stdout } = await server.exec(['cat', '/opt/app/.env']);
    expect(stdout).toMatch(/^KEPT=1\nIMAGE=/);
    const missing = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { inputs: { ...inputs, 'env-file': '/nowhere' } }),
    );
    expect(missing.entries).toEqual(['env-file-unreadable']);
  });

  it('A6: a wrong-length secret stops the deploy before the upload', async () => {
    const server = await stage.startServer({ name: 'system-a6' });
    const options = deployOptions(stage, server, 'v1', {
      files: { '.env.schema': '# @required @type=string(isLength=16)\nENCRYPTION_KEY=\n' },
      inputs: { env: `IMAGE=${stage.registry.host}/acme/api\nENCRYPTION_KEY=too-short` },
    });
    const failed = await runBundle('deploy-compose', options);
    expect([failed.code, failed.entries]).toEqual([1, ['env-rules-broken']]);
    expect(failed.annotations[0]?.message).toContain('ENCRYPTION_KEY must be 16 bytes long');
    expect(failed.log).not.toContain('too-short');
    expect(await listing(server, '/opt/app')).not.toContain('.deploy-kit');
  });

  it('A6, A7, A8, E10: a crash at boot is found long before the time to become healthy is over, shown with its last lines and how to follow the service, and undone', async () => {
    await pushApp(stage, 'crash', 'exit');
    const server = await stage.startServer({ name: 'system-a7' });
    expect((await runBundle('deploy-compose', deployOptions(stage, server, 'v1'))).code).toBe(0);
    // Longer than this test may take: the crash is not waited out.
    const inputs = { 'health-timeout': '30m' };
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'crash', { inputs }),
    );
    expect(failed.annotations[0]?.title).toMatch(/^Service web (restarts for ever|exited)$/);
    for (const words of [
      'uninitialized constant Api::Greeting (NameError)',
      `ssh -t deploy@${server.address} 'cd /opt/app && docker compose logs -f --tail 50 web'`,
      'The server was restored',
    ])
      expect(failed.annotations[0]?.message).toContain(words);
    expect(failed.summary).toContain('uninitialized constant Api::Greeting (NameError)');
    expect(await answer(server)).toBe('version v1');

    // A8: what is live after a failed deploy is what comes back.
    await server.reboot();
    await until('A8: the app after a reboot', 30, () =>
      answer(server).then(
        (text) => text === 'version v1',
        () => false,
      ),
    );
  });
});
