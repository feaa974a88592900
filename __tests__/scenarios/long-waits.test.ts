import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import {
  runBundle,
  startBundle,
  type BundleResult,
  type BundleRun,
} from '../support/run-bundle.js';

let stage: Stage;
let plugin: Server;
let standalone: Server;

beforeAll(async () => {
  stage = await setStage();
  [plugin, standalone] = [
    await stage.startServer({ name: 'plugin' }),
    await stage.startServer({ name: 'standalone', compose: 'standalone' }),
  ];
  for (const version of ['v1', 'v2', 'v3']) await pushApp(stage, version);
  for (const server of [plugin, standalone]) {
    const { code, log } = await deploy(server, 'v1', 8);
    expect([code, log]).toEqual([0, expect.anything()]);
  }
}, 300_000);

afterAll(() => stage.close());

/** Two services, one after the other, which are never done before they are killed. */
const stubborn = (graceSeconds: number): string => {
  const service = `image: \${IMAGE}:\${IMAGE_TAG}
    stop_grace_period: ${graceSeconds}s
    command: [sh, -c, "trap '' TERM; mkdir -p /www; echo version $$VERSION >/www/index.html; httpd -f -p 8080 -h /www & while :; do sleep 1; done"]`;
  return `services:
  web:
    ${service}
    ports: ['8080:8080']
  worker:
    ${service}
    depends_on: [web]
`;
};

const start = (
  server: Server,
  version: string,
  graceSeconds: number,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleRun> =>
  startBundle(
    'deploy-compose',
    deployOptions(stage, server, version, {
      files: { 'compose.yml': stubborn(graceSeconds) },
      inputs: { strategy: 'recreate', 'health-timeout': '5s', 'stable-for': '1s', ...inputs },
    }),
  );

async function deploy(
  server: Server,
  version: string,
  graceSeconds: number,
): Promise<BundleResult> {
  return (await start(server, version, graceSeconds)).result;
}

const names = async (server: Server, format = '{{.Names}}'): Promise<string> =>
  (
    await server.exec([
      ...['docker', 'ps', '-a', '--no-trunc', '--format', format],
      ...['--filter', 'label=com.docker.compose.oneoff=False'],
    ])
  ).stdout;

describe('A Compose that is ended between two containers', () => {
  it('leaves a restore the old one, which serves on', async () => {
    const before = await names(plugin, '{{.ID}} {{.Names}}');
    const run = await start(plugin, 'v2', 8);
    await until('the new container beside the old one', 30, async () =>
      /^[0-9a-f]{12}_app-web-1$/m.test(await names(plugin)),
    );
    await plugin.exec(['pkill', '-9', '-f', '[c]ompose.* up --no-build']);
    const { entries, annotations } = await run.result;
    expect(entries).toEqual(['compose-up-failed']);
    expect(annotations[0]?.message).toContain('The server was restored');
    expect(await answer(plugin)).toBe('version v1');
    expect(await names(plugin, '{{.ID}} {{.Names}}')).toBe(before);
  });

  it('is Compose 1, which gives the other one of them a name for the time', async () => {
    const before = await names(standalone, '{{.ID}} {{.Names}}');
    const run = await start(standalone, 'v2', 8, {
      'before-switch':
        'id=$(docker ps -q -f name=app_web_1); docker stop -t 1 $id; docker rename $id ${id}_app_web_1; exit 1',
    });
    const { entries, annotations } = await run.result;
    expect(entries).toEqual(['hook-failed']);
    expect(annotations[0]?.message).toContain('The server was restored');
    expect(await answer(standalone)).toBe('version v1');
    expect(await names(standalone, '{{.ID}} {{.Names}}')).toBe(before);
  });
});

describe('What Compose waits for', () => {
  it('counts as long as the file lets it, whatever `health-timeout` says', async () => {
    const [two] = await Promise.all([twoGracePeriods(), aWorkThatTakesTooLong()]);
    expect([two.code, two.log]).toEqual([0, expect.stringContaining('is live on')]);
    expect(await answer(plugin)).toBe('version v3');
  }, 240_000);
});

async function twoGracePeriods(): Promise<BundleResult> {
  expect((await deploy(plugin, 'v2', 35)).code).toBe(0);
  return deploy(plugin, 'v3', 35);
}

async function aWorkThatTakesTooLong(): Promise<void> {
  const work = `  work: { image: "\${IMAGE}:\${IMAGE_TAG}", command: sleep 1000, healthcheck: { disable: true } }\n`;
  const waits = 'depends_on: { work: { condition: service_completed_successfully } }';
  const files = {
    'compose.yml': `${stubborn(1).replace('depends_on: [web]', waits)}${work}`,
  };
  const inputs = { strategy: 'recreate', 'health-timeout': '5s', 'stable-for': '1s' };
  const { entries, annotations } = await runBundle(
    'deploy-compose',
    deployOptions(stage, standalone, 'v2', {
      files,
      inputs: { ...inputs, 'migration-timeout': '1s' },
    }),
  );
  expect(entries).toEqual(['compose-up-timeout']);
  expect(annotations[0]?.message).toContain('`migration-timeout`');
  expect(annotations[0]?.message).toContain('The server was restored');
  expect(await answer(standalone)).toBe('version v1');
}
