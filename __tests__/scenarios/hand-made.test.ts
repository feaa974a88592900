import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'hand-made' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
  await pushApp(stage, 'broken', 'exit');
  const login = `docker login -u ${stage.registry.username} --password-stdin ${stage.registry.host}`;
  await server.exec(['su', 'deploy', '-c', login], { input: stage.registry.password });
}, 300_000);

afterAll(() => stage.close());

afterEach(() =>
  server.exec([
    ...['sh', '-c'],
    'docker rm -fv $(docker ps -aq); docker network prune -f; rm -rf /opt/app/* /opt/app/.[a-z]*',
  ]),
);

/** A site that somebody started by hand in the deploy folder, as the user who deploys. */
async function startByHand(options: string, tag = 'v1'): Promise<void> {
  const site = `services:
  web:
    image: ${stage.registry.host}/acme/api:\${TAG:-${tag}}
    restart: unless-stopped
    ports: ['8080:8080']
  helper: { image: 'caddy:2', command: sleep 100000, restart: unless-stopped }
`;
  await server.exec(['su', 'deploy', '-c', 'cat >/opt/app/docker-compose.prod.yml'], {
    input: site,
  });
  const up = await server.ssh(
    `cd /opt/app && docker compose -f docker-compose.prod.yml ${options} up -d`,
  );
  expect([up.code, up.stderr]).toEqual([0, expect.stringMatching(/Started/)]);
}

const running = async (): Promise<Readonly<Record<string, string>>> => {
  const format =
    '{{.Label "com.docker.compose.project"}}/{{.Label "com.docker.compose.service"}} {{.ID}}';
  const { stdout } = await server.exec(['docker', 'ps', '--format', format]);
  return Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
};

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = { 'compose.yml': composeFile },
): Promise<BundleResult> =>
  runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, {
      files,
      inputs: { 'stable-for': '1s', ...inputs },
    }),
  );

describe('A site that runs by hand under a file of another name', () => {
  it.each(['', '-p somebody'])('with "%s" is back when the first deploy fails', async (options) => {
    await startByHand(options);
    const before = await running();
    const run = await deploy('broken');
    expect(run.code).toBe(1);
    expect(run.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v1');
    const after = await running();
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(before).toSorted());
    const helper = Object.keys(before).find((name) => name.endsWith('/helper')) ?? '';
    expect(after[helper]).toBe(before[helper]);
  });

  it('is back when the first release is taken back', async () => {
    await startByHand('');
    const run = await deploy('v2');
    expect([run.code, await answer(server)]).toEqual([0, 'version v2']);
    const { inputs } = deployOptions(stage, server, 'v2');
    const post = await runBundle('deploy-compose', {
      ...{ phase: 'post', files: { 'compose.yml': composeFile } },
      inputs: { ...inputs, 'rollback-on': 'job-failure', 'job-status': 'failure' },
      env: Object.fromEntries([...run.state].map(([key, value]) => [`STATE_${key}`, value])),
    });
    expect(post.entries).toEqual(['release-rejected']);
    expect(await answer(server)).toBe('version v1');
  });

  it('is taken over by the first deploy, which leaves what it does not speak of', async () => {
    await startByHand('');
    const before = await running();
    expect((await deploy('v2')).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
    expect((await running())['app/helper']).toBe(before['app/helper']);
    expect(Object.keys(await running()).toSorted()).toEqual(['app/helper', 'app/web']);
  });
});

describe('A site whose image has been pulled anew since it started', () => {
  it('is back with the image that ran', async () => {
    const image = `${stage.registry.host}/acme/api:latest`;
    const tag = (version: string): Promise<unknown> =>
      server.exec([...['docker', 'tag'], image.replace('latest', version), image]);
    const site = `services:\n  web: { image: '${image}', container_name: site, restart: unless-stopped, ports: ['8080:8080'] }\n`;
    await server.exec(['su', 'deploy', '-c', 'cat >/opt/app/compose.yml'], { input: site });
    for (const version of ['v1', 'v2'])
      await server.ssh(`docker pull -q ${image.replace('latest', version)}`);
    await tag('v1');
    expect((await server.ssh('cd /opt/app && docker compose up -d')).code).toBe(0);
    await tag('v2');
    const failed = await deploy('broken');
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v1');
  });
});

describe('A project of the same name that runs from another folder', () => {
  it('is left alone, unless the folder has moved here', async () => {
    await server.exec(['su', 'deploy', '-c', 'mkdir -p ~/app && cat >~/app/compose.yml'], {
      input: `services: { web: { image: '${stage.registry.host}/acme/api:v1', ports: ['9090:8080'] } }\n`,
    });
    expect((await server.ssh('cd app && docker compose up -d')).code).toBe(0);
    const before = await running();
    const refused = await deploy('v2');
    expect([refused.entries, refused.annotations.at(-1)?.message]).toEqual([
      ['project-taken'],
      expect.stringMatching(/It runs from \/home\/deploy\/app\..*The server was not changed/s),
    ]);
    expect([await running(), await answer(server, 9090)]).toEqual([before, 'version v1']);
    expect((await server.ssh('cp app/compose.yml /opt/app/ && rm -r app')).code).toBe(0);
    expect((await deploy('v2')).code).toBe(0);
    expect(Object.keys(await running())).toEqual(['app/web']);
  });
});

describe('A project that has another name than what runs', () => {
  it('takes that over where its files give none, and else is refused', async () => {
    await startByHand('-p somebody');
    const before = await running();
    const named = await runBundle(
      'deploy-compose',
      deployOptions(stage, server, 'v2', {
        files: { 'compose.yml': `name: other\n${composeFile}` },
      }),
    );
    expect([named.entries, named.annotations.at(-1)?.message]).toEqual([
      ['project-renamed'],
      expect.stringMatching(/is the project somebody.*The server was not changed/s),
    ]);
    expect(await running()).toEqual(before);
    for (const tag of ['v2', 'v1']) {
      expect((await deploy(tag)).code).toBe(0);
      expect(await answer(server)).toBe(`version ${tag}`);
      expect(Object.keys(await running()).toSorted()).toEqual(['somebody/helper', 'somebody/web']);
    }
  });
});

describe('A live release whose folder somebody has broken', () => {
  it.each([
    ['an env file that Compose cannot read', 'echo "A=\\"unterminated" >>.env'],
    ['a Compose file that is none', 'echo "services: [" >compose.yml'],
    ['an env file that is gone', 'rm .env'],
    ['pins that are gone', 'rm .deploy-kit/pins.yml'],
    ['pins that are empty', ': >.deploy-kit/pins.yml'],
    ['all of .deploy-kit gone', 'rm -r .deploy-kit'],
    ['the name of the live release gone', 'rm .deploy-kit/current'],
  ])('%s, is back when the next deploy fails', async (_, harm) => {
    expect((await deploy('v1')).code).toBe(0);
    expect((await server.ssh(`cd /opt/app && ${harm}`)).code).toBe(0);
    const run = await deploy('broken');
    expect([run.code, run.annotations.at(-1)?.message]).toEqual([
      1,
      expect.stringContaining('The server was restored'),
    ]);
    expect(await answer(server)).toBe('version v1');
    const up = await server.ssh('cd /opt/app && docker compose up -d');
    expect([up.code, await answer(server)]).toEqual([0, 'version v1']);
    expect((await deploy('v2')).code).toBe(0);
    expect(await answer(server)).toBe('version v2');
  });
});

describe('A site that runs by hand with a variable that is in no file', () => {
  const start = async (more = ''): Promise<void> => {
    const site = `services:
  web:
    image: ${stage.registry.host}/acme/api:v1
    restart: unless-stopped
    environment: { GREETING: '\${GREETING:-}' }
    ports: ['8080:8080']
${more}`;
    await server.exec(['su', 'deploy', '-c', 'cat >/opt/app/compose.yml'], { input: site });
    const up = await server.ssh('cd /opt/app && GREETING=hello docker compose up -d');
    expect(up.code).toBe(0);
  };

  it('keeps its container until the first release is live', async () => {
    await start();
    const before = await running();
    const failed = await deploy('broken');
    expect(failed.annotations.map(({ title }) => title)).toContain(
      'What runs is described by no file',
    );
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect([await answer(server), await running()]).toEqual(['version v1', before]);
    const live = await deploy('v2');
    expect(live.code).toBe(0);
    expect(await answer(server)).toBe('version v2');
    expect(Object.keys(await running())).toEqual(['app/web']);
    const again = await server.ssh('cd /opt/app && docker compose up -d 2>&1');
    expect([again.code, again.stdout]).toEqual([0, expect.not.stringMatching(/Recreate|Started/)]);
    // Too late for that: it says so.
    const { inputs } = deployOptions(stage, server, 'v2');
    const post = await runBundle('deploy-compose', {
      ...{ phase: 'post', files: { 'compose.yml': composeFile } },
      inputs: { ...inputs, 'rollback-on': 'job-failure', 'job-status': 'failure' },
      env: Object.fromEntries([...live.state].map(([key, value]) => [`STATE_${key}`, value])),
    });
    expect([post.entries, post.annotations.at(-1)?.message]).toEqual([
      ['restore-failed'],
      expect.stringMatching(/web was made anew, without the variables/),
    ]);
  });

  it('is left alone where its container can not be kept', async () => {
    await start('    volumes: [/cache]\n');
    const before = await running();
    const refused = await deploy('v2');
    expect([refused.entries, refused.annotations.at(-1)?.message]).toEqual([
      ['restart-not-proven'],
      expect.stringContaining('The server was not changed'),
    ]);
    expect(await running()).toEqual(before);
  });
});

describe('A site that another Compose has made', () => {
  const named = { 'docker-compose.yml': `${composeFile}    container_name: site\n` };

  const start = async (words: string): Promise<void> => {
    const site = `services:
  web:
    image: ${stage.registry.host}/acme/api:v1
    restart: unless-stopped
    container_name: site
    environment: { GREETING: '\${GREETING:-}', PRICE: "it's $$5", EMPTY: '' }
    ports: ['8080:8080']
`;
    await server.exec(['su', 'deploy', '-c', 'cat >/opt/app/docker-compose.yml'], { input: site });
    const up = await server.ssh(`cd /opt/app && ${words} docker-compose up -d`);
    expect(up.code).toBe(0);
  };

  it('is taken over where its files describe it', async () => {
    await start('');
    const failed = await deploy('broken', { 'compose-files': 'docker-compose.yml' }, named);
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v1');
    const live = await deploy('v2', { 'compose-files': 'docker-compose.yml' }, named);
    expect([live.code, await answer(server)]).toEqual([0, 'version v2']);
  });

  it('is left alone where it has a variable that is in none', async () => {
    await start('GREETING=hello');
    const refused = await deploy('v2', { 'compose-files': 'docker-compose.yml' }, named);
    expect(refused.entries).toEqual(['restart-not-proven']);
  });
});

describe('A service that somebody has stopped', () => {
  it('is stopped again after a restore', async () => {
    const two = `${composeFile}  worker: { image: 'caddy:2', command: sleep 100000, restart: unless-stopped, init: true }\n`;
    expect((await deploy('v1', {}, { 'compose.yml': two })).code).toBe(0);
    await server.exec(['docker', 'stop', 'app-worker-1']);
    const inputs = { 'after-switch': 'exit 1', strategy: 'recreate' };
    const failed = await deploy('v2', inputs, { 'compose.yml': two });
    expect(failed.annotations.at(-1)?.message).toContain('The server was restored');
    expect(Object.keys(await running())).toEqual(['app/web']);
    expect(await answer(server)).toBe('version v1');
  });
});
