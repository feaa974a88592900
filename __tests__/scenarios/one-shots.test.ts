import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  for (const tag of ['v1', 'v2', 'v3', 'v4']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

/** Runs to its end, and adds a line to a volume each time; `migrate` fails on what `schema` leaves there. */
const runsOnce = (name: string, more = '', then = 'true'): string => `  ${name}:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: 'no'
    healthcheck: { disable: true }
    command: ['sh', '-c', 'echo ${name} $$VERSION >>/log/runs; ${then}']
    volumes: ['log:/log']
${more}`;

const files = (schema: string): Record<string, string> => ({
  'compose.yml': `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    depends_on: { migrate: { condition: service_completed_successfully } }
  fixed:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    container_name: fixed
    ports: ['8080:8080']
    depends_on: { migrate: { condition: service_completed_successfully }, web: { condition: service_healthy } }
${runsOnce('migrate', '', schema)}${runsOnce('seed')}${runsOnce('twice', '    deploy: { update_config: { order: start-first } }\n')}volumes: { log: {} }
`,
});

describe.each(['plugin', 'standalone'] as const)('One-shots, with Compose as %s', (compose) => {
  let server: Server;

  beforeAll(async () => {
    server = await stage.startServer({ name: `once-${compose}`, compose });
  }, 300_000);

  const deploy = (
    tag: string,
    inputs: Readonly<Record<string, string>> = {},
    schema = 'test ! -e /log/broken',
  ): Promise<BundleResult> =>
    runBundle(
      'deploy-compose',
      deployOptions(stage, server, tag, {
        files: files(schema),
        inputs: { 'stable-for': '1s', drain: '1s', ...inputs },
      }),
    );

  const log = '/var/lib/docker/volumes/app_log/_data';

  /** What has run since this was asked last. */
  const runs = async (): Promise<readonly string[]> => {
    const { stdout } = await server.exec(['sh', '-c', `cat ${log}/runs; rm ${log}/runs`]);
    return stdout.trim().split('\n').toSorted();
  };

  const each = (tag: string): readonly string[] => [
    `migrate ${tag}`,
    `seed ${tag}`,
    `twice ${tag}`,
  ];

  it.each([
    ['v1', 'auto'],
    ['v2', 'auto'],
    ['v3', 'recreate'],
  ])('run once a deploy: %s, %s', async (tag, strategy) => {
    const run = await deploy(tag, { strategy });
    expect([run.code, run.annotations.map(({ message }) => message)]).toEqual([0, []]);
    expect(await runs()).toEqual(each(tag));
    expect(await answer(server)).toBe(`version ${tag}`);
  });

  it.each(['auto', 'recreate'])(
    'that fail in a restore keep nothing else away: %s',
    async (strategy) => {
      const run = await deploy('v4', { strategy, 'after-switch': 'exit 1' }, 'touch /log/broken');
      expect([run.entries, run.annotations[0]?.message]).toEqual([
        ['hook-failed'],
        expect.stringContaining('The server was restored'),
      ]);
      expect(run.log).toContain('Service migrate is not as others want it');
      expect((await runs()).filter((line) => line === 'migrate v3')).toHaveLength(1);
      expect(await answer(server)).toBe('version v3');
      await server.exec(['rm', `${log}/broken`]);
    },
  );

  it('run once with a migration, too, which waits for them', async () => {
    await server.exec(['docker', 'rm', '-f', 'fixed']);
    const migration = { 'migration-service': 'fixed', 'migration-command': 'cat /etc/hostname' };
    const run = await deploy('v2', { strategy: 'recreate', ...migration });
    expect([run.code, run.annotations.map(({ message }) => message)]).toEqual([0, []]);
    expect((await runs()).filter((line) => line === 'migrate v2')).toHaveLength(1);
  });
});
