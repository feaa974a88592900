import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, startBundle, type BundleOptions } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'judged' });
  for (const tag of ['v1', 'v2', 'v3']) await pushApp(stage, tag);
  const first = await runBundle('deploy-compose', options('v1'));
  expect(first.code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

/** A helper of a profile that is off: it ends when web does not answer. */
const helper = `  helper:
    image: caddy:2
    profiles: [tools]
    restart: "\${RESTART:-no}"
    init: true
    healthcheck: { disable: true }
    command: ['sh', '-c', 'while wget -q -O /dev/null http://web:8080/; do sleep 0.1; done; exit 3']
`;

function options(tag: string, inputs: Readonly<Record<string, string>> = {}): BundleOptions {
  return deployOptions(stage, server, tag, {
    files: { 'compose.yml': `${composeFile}${helper}` },
    inputs: { 'stable-for': '1s', ...inputs },
  });
}

const onServer = async (command: string): Promise<string> => {
  const { code, stdout, stderr } = await server.exec(['sh', '-c', `cd /opt/app && ${command}`]);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return stdout.trim();
};

const startHelper = (restart: string): Promise<string> =>
  onServer(`RESTART=${restart} docker compose --profile tools up -d helper 2>&1`);

const helperState = (): Promise<string> =>
  onServer("docker inspect --format '{{.State.Status}}' app-helper-1");

const verify = async (): Promise<readonly string[]> => {
  const { inputs } = options('v1');
  const target = ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name]]);
  const run = await runBundle('verify-health', {
    inputs: {
      ...(Object.fromEntries(target) as Record<string, string>),
      targets: '- containers: all',
      timeout: '5s',
    },
  });
  return run.entries;
};

describe('What was not well before', () => {
  it('and is none of the release’s stands in the way of nothing', async () => {
    await startHelper('unless-stopped');
    await onServer('docker stop -t 1 app-helper-1');
    const labels = 'project=app service=orphan oneoff=False container-number=1 config-hash=0'
      .split(' ')
      .map((label) => `--label com.docker.compose.${label}`);
    await onServer(
      `docker run -d --name orphan --restart always ${labels.join(' ')} caddy:2 false`,
    );
    const run = await runBundle('deploy-compose', options('v2'));
    expect([run.code, run.entries]).toEqual([0, []]);
    const failed = await runBundle('deploy-compose', options('v3', { 'after-switch': 'exit 1' }));
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v2');
    expect(await verify()).toEqual([]);
    await onServer('docker rm -f orphan app-helper-1');
  });
});

describe('What works longer than its healthcheck waits', () => {
  it('and ends well is no failure', async () => {
    const file = `${composeFile}  work: { image: "\${IMAGE}:\${IMAGE_TAG:-latest}", command: sleep 8 }\n`;
    const work = deployOptions(stage, server, 'v2', {
      files: { 'compose.yml': file },
      inputs: { force: 'true' },
    });
    const run = await runBundle('deploy-compose', work);
    expect([run.code, run.entries]).toEqual([0, []]);
    expect((await runBundle('deploy-compose', options('v2'))).code).toBe(0);
  });
});

describe('What was well before', () => {
  it('and is not after the switch fails the release, and runs again when that is restored', async () => {
    await startHelper('no');
    const run = await runBundle('deploy-compose', options('v3', { 'stable-for': '6s' }));
    expect(run.entries).toEqual(['container-exited']);
    expect(run.annotations.at(-1)?.title).toBe('Service helper exited');
    expect(run.annotations.at(-1)?.message).toContain('The server was restored');
    expect([await answer(server), await helperState()]).toEqual(['version v2', 'running']);
    await onServer('docker rm -f app-helper-1');
  });
});

describe('What something else does to a container meanwhile', () => {
  it.each(['docker stop -t 1', 'docker rm -f'])('is told from our own doing: %s', async (act) => {
    const file = `${composeFile}    healthcheck: { disable: true }\n`;
    const run = await startBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v3', {
        files: { 'compose.yml': file },
        inputs: { 'stable-for': '20s' },
      }),
    );
    await run.sees(/Wait until the services are healthy/);
    await onServer(`sleep 2; ${act} app-web-1`);
    const { entries, annotations } = await run.result;
    expect(entries).toEqual(['container-disturbed']);
    expect(annotations.at(-1)?.title).toBe('Something else acted on service web');
    expect(annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v2');
  });
});
