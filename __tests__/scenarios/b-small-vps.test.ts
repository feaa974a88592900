import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { must } from '../../playground/machine/run.js';
import type { Run } from '../../playground/github/run.js';
import { busyboxImage } from '../../playground/hosts/base-images.js';
import { ensurePostgresImage, postgresImage } from '../../playground/hosts/postgres-image.js';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { besideDatabase, databaseApp } from '../support/database-app.js';
import { answer, composeFile, deployOptions, listing, pushApp } from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'system-b' });
  await pushApp(stage, 'v1');
}, 300_000);

afterAll(() => stage.close());

const withFiles = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['8080:8080']
    env_file: [settings.env]
    volumes:
      - ./scripts:/scripts:ro
      - type: bind
        source: ./data
        target: /data
        bind: { create_host_path: true }
`;

describe('System B: a small VPS, by IP address', () => {
  it('B2: an image that can’t talk to the real database is neither pushed nor announced', async () => {
    const { engine, github, registry } = stage;
    await ensurePostgresImage(engine);
    const repository = await github.createRepository('acme/driver', {
      '.github/workflows/deploy.yml': `on: {repository_dispatch: {types: [deploy]}}
jobs: {deploy: {runs-on: ubuntu-latest, steps: [{run: 'true'}]}}
`,
    });
    const image = `${registry.host}/acme/driver`;
    const build = `on: {push: {branches: [main]}}
permissions: {contents: write}
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: org/deploy-kit/build-and-dispatch@v1
        with:
          image: ${image}
          verify-compose: verify.yml
          registry-username: ${registry.username}
          registry-password: ${registry.password}
`;
    const push = async (base: string): Promise<{ sha: string; run: Run | undefined }> => {
      const files = { '.github/workflows/build.yml': build, 'verify.yml': besideDatabase(image) };
      const pushed = await github.push(
        repository,
        { ...files, Dockerfile: databaseApp(base) },
        base,
      );
      const [run] = pushed.runs;
      await run?.finished;
      return { sha: pushed.sha, run };
    };
    const { host, username, password } = registry;
    const account = { registry: host, username, password };
    const inRegistry = (sha: string): Promise<unknown> =>
      ociRegistry({ account }).find({
        registry: registry.host,
        repository: 'acme/driver',
        tag: `sha-${sha.slice(0, 12)}`,
        digest: undefined,
      });

    const broken = await push(busyboxImage);
    const [annotation] = broken.run?.report?.jobs[0]?.annotations ?? [];
    expect([broken.run?.conclusion, annotation?.title]).toEqual([
      'failure',
      'The image did not pass its check',
    ]);
    expect(annotation?.message).toContain('The service web ended with status 127.');
    expect(annotation?.message).toContain('psql: not found');
    expect(annotation?.message).toContain('Nothing was pushed under the release tags');
    expect(await inRegistry(broken.sha)).toBeUndefined();
    const announced = (): Run[] =>
      github.runs.filter(
        ({ repository: name, event }) => name === 'acme/driver' && event === 'repository_dispatch',
      );
    expect(announced()).toEqual([]);

    const whole = await push(postgresImage);
    expect(whole.run?.conclusion).toBe('success');
    expect(await inRegistry(whole.sha)).toBeDefined();
    expect(announced()).toHaveLength(1);
  }, 120_000);

  it('B6: a file that the Compose file mentions and nobody shipped is an error before the upload', async () => {
    const before = await listing(server, '/opt/app');
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        files: { 'compose.yml': withFiles, 'settings.env': 'A=1\n' },
      }),
    );
    expect(failed.code).toBe(1);
    expect(failed.entries).toEqual(['compose-refers-to-missing-file']);
    expect(failed.annotations[0]?.message).toMatch(
      /^scripts\. They are neither in the checkout nor in \/opt\/app/,
    );
    expect(await listing(server, '/opt/app')).toBe(before);
  });

  it('B6: bind mounts and env files are found and shipped, with their modes; changed ones reach the container', async () => {
    const files = {
      'compose.yml': withFiles,
      'settings.env': 'GREETING=hello\n',
      'scripts/backup.sh': '#!/bin/sh\necho one\n',
    };
    const first = await runBundle('deploy-compose', deployOptions(stage, server, 'v1', { files }));
    expect([first.code, first.log]).toEqual([0, expect.stringContaining('3 files, 0 unchanged')]);
    const inside = async (command: string): Promise<string> =>
      (await server.ssh(`cd /opt/app && docker compose exec -T web ${command}`)).stdout;
    expect(await inside('sh /scripts/backup.sh')).toBe('one\n');
    expect(await inside("sh -c 'echo $GREETING'")).toBe('hello\n');

    const changed = { ...files, 'scripts/backup.sh': '#!/bin/sh\necho two\n' };
    const second = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { files: changed }),
    );
    expect([second.code, second.log]).toEqual([0, expect.stringContaining('1 files, 2 unchanged')]);
    expect(await inside('sh /scripts/backup.sh')).toBe('two\n');
    expect(await answer(server)).toBe('version v1');
  });

  it('B6: further files are declared once, as patterns; one that means nothing is an error', async () => {
    const files = {
      'cron/backup.sh': '#!/bin/sh\n',
      'cron/lib/.hidden': 'x',
      'cron/notes.txt': 'x',
      'other.txt': 'x',
    };
    const inputs = { files: 'cron/**/*.sh\ncron/lib/*' };
    const shown = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { files, inputs: { ...inputs, 'dry-run': 'true' } }),
    );
    expect(shown.summary).toMatch(/`cron\/backup\.sh`, `cron\/lib\/\.hidden`/);
    expect(shown.summary).not.toMatch(/notes\.txt|other\.txt/);
    for (const pattern of ['cronn/**', '../*', '/etc/passwd']) {
      const failed = await runBundle(
        'deploy-compose',
        deployOptions(stage, server, 'v1', { files, inputs: { files: pattern } }),
      );
      expect(failed.annotations[0]?.title).toBe(`\`files\` names nothing with ${pattern}`);
    }
  });

  it('B5: a service without a healthcheck counts as running by the engine’s own data, in every locale', async () => {
    await server.exec([
      'sh',
      '-c',
      'echo "export LANG=de_DE.UTF-8 LC_ALL=de_DE.UTF-8" >>/home/deploy/.profile',
    ]);
    const compose = withFiles
      .replace('    env_file: [settings.env]\n', '    healthcheck: { disable: true }\n')
      .replace('      - ./scripts:/scripts:ro\n', '');
    const deployed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', {
        files: { 'compose.yml': compose },
        inputs: { 'stable-for': '2s', 'health-timeout': '15s' },
      }),
    );
    expect([deployed.code, deployed.log]).toEqual([0, expect.stringContaining('is live on')]);
    const state = await server.ssh(
      'cd /opt/app && docker inspect -f "{{.State.Status}} {{.RestartCount}}" $(docker compose ps -q web)',
    );
    expect(state.stdout).toBe('running 0\n');
    // Files that the release before had and this one does not are gone.
    expect(await listing(server, '/opt/app')).not.toMatch(/^\/opt\/app\/scripts\/backup\.sh/m);
  });

  it('B1: two variables that must be equal and differ stop the deploy before it starts', async () => {
    const options = deployOptions(stage, server, 'v1', {
      files: {
        '.env.schema':
          '# @required @type=string(minLength=8)\nMINIO_ROOT_PASSWORD=\n# @required @equals=MINIO_ROOT_PASSWORD\nMINIO_SECRET_KEY=\n',
      },
      inputs: {
        env: 'IMAGE=x\nMINIO_ROOT_PASSWORD=correct horse\nMINIO_SECRET_KEY=battery staple',
      },
    });
    const failed = await runBundle('deploy-compose', options);
    expect([failed.code, failed.entries]).toEqual([1, ['env-rules-broken']]);
    expect(failed.annotations[0]?.message).toContain(
      'MINIO_SECRET_KEY must be equal to MINIO_ROOT_PASSWORD',
    );
    expect(failed.log).not.toMatch(/correct horse|battery staple/);
    expect(failed.log).not.toContain('Look at');
  });

  it('B3: a key with a passphrase is named before any connection, and works with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-key-'));
    const file = join(folder, 'key');
    const phrase = 'a long phrase';
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', phrase, '-f', file]);
    await server.exec(['sh', '-c', 'cat >>/home/deploy/.ssh/authorized_keys'], {
      input: readFileSync(`${file}.pub`, 'utf8'),
    });
    const key = { 'ssh-key': readFileSync(file, 'utf8') };
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { inputs: { ...key, host: 'deploy@192.0.2.1' } }),
    );
    expect([failed.code, failed.entries]).toEqual([1, ['ssh-key-needs-passphrase']]);
    const inputs = { ...key, 'ssh-key-passphrase': phrase, 'dry-run': 'true' };
    const run = await runBundle('deploy-compose', deployOptions(stage, server, 'v1', { inputs }));
    expect(run.code).toBe(0);
    expect(run.log).not.toContain(phrase);
  });

  it('B4: sudo that asks for a password is found, not waited for; without a password it is used', async () => {
    await server.exec([
      'sh',
      '-c',
      'useradd --create-home --shell /bin/sh ops && usermod --password "*" ops && cp -r /home/deploy/.ssh /home/ops && chown -R ops /home/ops/.ssh && install -d -o ops /opt/ops && echo "ops ALL=(root) /usr/bin/docker" >/etc/sudoers.d/ops',
    ]);
    const inputs = { host: `ops@${server.address}`, path: '/opt/ops' };
    const files = { 'compose.yml': composeFile.replace('8080:8080', '8099:8080') };
    const failed = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { inputs, files }),
    );
    expect(failed.entries).toEqual(['docker-permission-denied']);
    expect(failed.annotations[0]?.message).toContain('a password is required');
    expect(failed.annotations[0]?.message).toContain('ops ALL=(root) NOPASSWD: /usr/bin/docker');
    await server.exec([
      'sh',
      '-c',
      'echo "ops ALL=(root) NOPASSWD: /usr/bin/docker" >/etc/sudoers.d/ops',
    ]);
    const run = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v1', { inputs, files }),
    );
    expect(run.log).toMatch(/is live on/);
    expect(await answer(server, 8099)).toBe('version v1');
    const back = await runBundle('rollback', {
      inputs: { ...deployOptions(stage, server, 'v1', { inputs }).inputs, 'dry-run': 'true' },
    });
    expect(back.annotations[0]?.title).toMatch(/^There is no release previous/);
  });
});
