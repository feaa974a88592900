import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp, pushHelper } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
let helper: string;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'server-files' });
  const first = await pushApp(stage, 'v1');
  await pushApp(stage, 'v2');
  helper = await pushHelper(stage, first, 'v1');
  const login = `docker login -u ${stage.registry.username} --password-stdin ${stage.registry.host}`;
  await server.exec(['su', 'deploy', '-c', login], { input: stage.registry.password });
}, 300_000);

afterAll(() => stage.close());

afterEach(() =>
  server.exec([
    ...['sh', '-c'],
    'docker rm -fv $(docker ps -aq); docker network prune -f; rm -rf /opt/app; install -d -o deploy -g deploy /opt/app',
  ]),
);

type Files = Readonly<Record<string, string>>;

const compose = (more = ''): string => `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-v1}
    restart: unless-stopped
    ports: ['8080:8080']
    volumes: ['./acme.json:/acme.json', './web.ini:/web.ini', './settings:/settings']
  helper:
    image: ${helper}
    command: sleep 100000
    healthcheck: { disable: true }
    stop_signal: SIGKILL
    restart: unless-stopped
    volumes: ['./helper.ini:/helper.ini']
${more}`;

const shipped = (files: Files = {}): Files => ({
  'compose.yml': compose(),
  'acme.json': '{}\n',
  'web.ini': 'v1\n',
  'helper.ini': 'v1\n',
  'settings/app.ini': 'v1\n',
  ...files,
});

const options = (tag: string, files: Files, inputs: Files): Parameters<typeof runBundle>[1] =>
  deployOptions(stage, server, tag, { files, inputs: { 'stable-for': '1s', ...inputs } });

const deploy = (tag: string, files: Files, inputs: Files = {}): Promise<BundleResult> =>
  runBundle('deploy-compose', options(tag, files, inputs));

const here = async (script: string): Promise<string> => {
  const { code, stdout, stderr } = await server.ssh(`cd /opt/app && ${script}`);
  expect([script, code, stderr]).toEqual([script, 0, '']);
  return stdout.trim();
};
const asRoot = (script: string): Promise<unknown> =>
  server.exec(['sh', '-c', `cd /opt/app && ${script}`]);

/** What a file is beyond its content: to be written anew changes it. */
const identities = (...files: readonly string[]): Promise<string> =>
  here(`stat -c '%n %i %Y %a' ${files.join(' ')}`);

/** The container of a service, and since when it runs. */
const container = (service: string): Promise<string> =>
  here(
    `docker inspect --format '{{.Id}} {{.State.StartedAt}}' $(docker ps -q --filter label=com.docker.compose.service=${service})`,
  );

const reads = (service: string, file: string): Promise<string> =>
  here(
    `docker exec $(docker ps -q --filter label=com.docker.compose.service=${service}) cat ${file}`,
  );

/** A checkout with a site that somebody has started in it on the server. */
async function startByHand(files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const write = `mkdir -p "$(dirname '/opt/app/${path}')" && cat >'/opt/app/${path}'`;
    await server.exec(['su', 'deploy', '-c', write], { input: text });
  }
  await here(
    `[ -e .env ] || echo IMAGE=${stage.registry.host}/acme/api >.env; docker compose up -d 2>/dev/null`,
  );
}

function rollBack(): Promise<BundleResult> {
  const { inputs } = options('v1', {}, {});
  const login = Object.fromEntries(
    ['host', 'ssh-key', 'known-hosts', 'path'].map((name) => [name, inputs[name] ?? '']),
  );
  return runBundle('rollback', { inputs: { ...login, 'stable-for': '1s' } });
}

const refusal = ({ entries, annotations }: BundleResult): readonly [readonly string[], string] => [
  entries,
  annotations.at(-1)?.message ?? '',
];

describe('The first release over a site that runs by hand', () => {
  it('replaces its Compose file, refuses to replace others, and touches nothing that stays', async () => {
    const former = compose('x-by: hand\n');
    await startByHand(shipped({ 'compose.yml': former, 'web.ini': 'by hand\n' }));
    await here('echo \'{"cert":1}\' >acme.json');
    const files = ['acme.json', 'helper.ini', 'settings/app.ini', 'web.ini'];
    const [before, ran] = [await identities(...files, 'compose.yml'), await container('helper')];

    for (const inputs of [{}, { 'dry-run': 'true' }])
      expect(refusal(await deploy('v1', shipped(), inputs))).toEqual([
        ['server-files-changed'],
        expect.stringMatching(
          /no release has put it: acme\.json, web\.ini\..*allow: server-files.*not changed/s,
        ),
      ]);
    expect(await identities(...files, 'compose.yml')).toBe(before);

    await here("echo v1 >web.ini && echo '{}' >acme.json");
    const same = await identities(...files);
    const plan = await deploy('v1', shipped(), { 'dry-run': 'true' });
    expect(plan.summary).toMatch(/Replaced on the server.*`compose\.yml`/);
    const run = await deploy('v1', shipped());
    expect([run.code, run.log]).toEqual([0, expect.stringMatching(/former\/\S+: compose\.yml/)]);
    expect(await here('cat .deploy-kit/former/*/compose.yml; cat compose.yml')).toBe(
      `${former}${compose()}`.trim(),
    );
    expect([await identities(...files), await container('helper')]).toEqual([same, ran]);
  });
});

describe('A release over one of ours', () => {
  it('writes what it changes and no other file', async () => {
    expect(
      (await deploy('v1', shipped({ gone: 'v1\n', left: 'v1\n' }), { files: 'gone\nleft' })).code,
    ).toBe(0);
    // In the file that the container has.
    await here('echo cert >>acme.json && echo mine >>settings/app.ini && echo mine >>left');
    await here('chmod 600 acme.json web.ini');
    const [same, ran] = [
      await identities('acme.json', 'settings/app.ini', 'left'),
      await container('helper'),
    ];
    const second = shipped({ 'web.ini': 'v2\n' });
    const run = await deploy('v2', second);
    expect([run.code, await answer(server)]).toEqual([0, 'version v2']);
    expect(run.log).toMatch(/The release has others: acme\.json, settings\/app\.ini/);
    expect(run.log).toMatch(/not as they were shipped: left/);
    expect(await identities('acme.json', 'settings/app.ini', 'left')).toBe(same);
    expect(await here('ls; stat -c %a web.ini')).toBe(
      'acme.json\ncompose.yml\nhelper.ini\nleft\nsettings\nweb.ini\n600',
    );
    expect([await reads('web', '/acme.json /web.ini'), await container('helper')]).toEqual([
      '{}\ncert\nv2',
      ran,
    ]);
    // Nothing is left to do, whatever the server has changed.
    expect((await deploy('v2', second)).log).toMatch(/is live on .* already/);
    // What mounts it reads it; the app's is in no release.
    const third = { ...second, 'helper.ini': 'v3\n' };
    expect((await deploy('v2', third)).code).toBe(0);
    expect(await reads('helper', '/helper.ini')).toBe('v3');
    expect((await rollBack()).code).toBe(0);
    expect([
      await reads('helper', '/helper.ini'),
      await identities('acme.json', 'settings/app.ini', 'left'),
    ]).toEqual(['v1', same]);
  });

  it('that fails brings the same files back, with what was written meanwhile', async () => {
    expect((await deploy('v1', shipped())).code).toBe(0);
    const before = await identities('acme.json', 'web.ini', 'helper.ini');
    const fails = {
      'before-switch': 'echo cert >>acme.json; echo app >>web.ini; echo new >>added; exit 1',
    };
    const run = await deploy('v2', shipped({ 'web.ini': 'v2\n', added: 'v2\n' }), {
      ...fails,
      files: 'added',
    });
    expect(run.annotations.at(-1)?.message).toContain('The server was restored');
    const withoutTimes = (text: string): string => text.replace(/(acme.json \d+) \d+/, '$1');
    expect(withoutTimes(await identities('acme.json', 'web.ini', 'helper.ini'))).toBe(
      withoutTimes(before),
    );
    expect(await reads('web', '/acme.json /web.ini')).toBe('{}\ncert\nv1');
    expect(await here('cat .deploy-kit/former/*/web.ini added')).toBe('v2\napp\nv2\nnew');
    expect(run.log).toMatch(
      /added: what was made of it stays.*web\.ini: what was made of it is kept in/s,
    );
  });

  it('is refused where both have changed a file, or Compose would read another than was shipped', async () => {
    const withEnv = (files: Files = {}): Files =>
      shipped({
        'compose.yml': compose().replace('    restart', '    env_file: web.env\n    restart'),
        'web.env': 'A=1\n',
        ...files,
      });
    expect((await deploy('v1', withEnv())).code).toBe(0);
    await here('echo "# mine" >>compose.yml && echo B=2 >>web.env && echo mine >>web.ini');
    const before = await here(
      "find . -path ./.deploy-kit -prune -o -type f -printf '%p %i %T@\\n' | sort",
    );
    const second = withEnv({ 'web.ini': 'v2\n' });
    expect(refusal(await deploy('v2', second))).toEqual([
      ['server-files-changed'],
      expect.stringMatching(
        /in the release: web\.ini; .*Compose starts by it: compose\.yml, web\.env\..*not changed/s,
      ),
    ]);
    expect(
      await here("find . -path ./.deploy-kit -prune -o -type f -printf '%p %i %T@\\n' | sort"),
    ).toBe(before);
    expect((await deploy('v2', second, { allow: 'server-files' })).code).toBe(0);
    expect(await here('cat web.ini web.env; tail -n 1 .deploy-kit/former/*/*')).toMatch(
      /^v2\nA=1\n.*# mine\n.*B=2\n.*mine$/s,
    );
  });

  it('ships names that shells and tar would read in another way', async () => {
    const names = ['-n', '-', '--help', 'a\\nb', 'c d ', "e'f", '$(id)', 'caf\u00E9'];
    const files = (text: (name: string) => string): Files =>
      Object.fromEntries(names.map((name) => [`settings/${name}`, text(name)]));
    const list = async (): Promise<readonly string[]> => {
      const show =
        'for f in ./*; do [ "$f" = ./app.ini ] || [ ! -s "$f" ] || printf "%s:%s|" "$f" "$(cat "$f")"; done';
      return (await here(`cd settings && ${show}`)).split('|').filter(Boolean).toSorted();
    };
    const expected = (text: (name: string) => string): readonly string[] =>
      names.map((name) => `./${name}:${text(name)}`).toSorted();
    // One that is no Unicode is nobody's.
    await here(String.raw`mkdir settings && touch "settings/$(printf 'na\357ve')"`);
    // Some are sent anew, and some of those that are there are used again.
    const later = (name: string): string => (/^[a-z]/.test(name) ? 'one' : 'two');
    for (const text of [() => 'one', later]) {
      expect((await deploy('v1', shipped(files(text)))).code).toBe(0);
      expect(await list()).toEqual(expected(text));
    }
    expect((await deploy('v1', shipped())).code).toBe(0);
    expect([await list(), await here('ls -q settings')]).toEqual([[], 'app.ini\nna?ve']);
  });
});

describe('Links on the server', () => {
  /** The links, what is in `site.conf` but for the line that differs with the engine, and the container of the helper. */
  const state = async (): Promise<string> =>
    `${await here('readlink .env env compose.yml; grep -v COMPOSE_FILE conf/site.conf; ls conf')}\n${await container('helper')}`;
  const image = (): string => `IMAGE=${stage.registry.host}/acme/api`;

  it('stay: what .env leads to is written, restored and rolled back; a Compose file takes the place of its own', async () => {
    const text = compose().replace('    command', '    env_file: conf/site.conf\n    command');
    const lines = `printf '%s\\n' '# mine' ${image()} SECRET=one >conf/site.conf`;
    await here(
      `mkdir conf && ${lines} && ln -s conf/site.conf env && ln -s env .env && ln -s prod.yml compose.yml`,
    );
    // Through the link.
    await startByHand(shipped({ 'compose.yml': text }));
    const ran = await container('helper');
    const before = await state();
    expect(before).toBe(
      `env\nconf/site.conf\nprod.yml\n# mine\n${image()}\nSECRET=one\nsite.conf\n${ran}`,
    );

    const files = shipped({ 'compose.yml': `${text}x-by: us\n` });
    const fails = { 'before-switch': 'exit 1', env: '' };
    expect([(await deploy('v1', files, fails)).code, await state()]).toEqual([1, before]);

    expect((await deploy('v1', files, { env: '' })).code).toBe(0);
    const first = await state();
    expect(first).toMatch(
      /^env\nconf\/site\.conf\n# mine\nIMAGE=.*\nSECRET=one\n.*IMAGE_TAG=v1\n/s,
    );
    expect(await container('helper')).toBe(ran);
    expect(await here('readlink .deploy-kit/former/*/compose.yml; cat prod.yml')).toBe(
      `prod.yml\n${text}`.trim(),
    );

    await here('sed -i --follow-symlinks s/mine/yours/ .env');
    expect((await deploy('v2', files, { env: '' })).code).toBe(0);
    expect(await state()).toMatch(/# yours\n.*IMAGE_TAG=v2\n/s);
    expect([await answer(server), await container('helper')]).toEqual(['version v2', ran]);
    expect((await rollBack()).code).toBe(0);
    // What no release brought stays as it is.
    const back = first.replace('mine', 'yours');
    expect([await state(), await answer(server)]).toEqual([back, 'version v1']);
  });

  it('where .env leads to a place that is not written in is named before anything changes', async () => {
    await asRoot(`install -d /etc/site && echo ${image()} >/etc/site/env`);
    await asRoot('ln -s /etc/site/env .env');
    expect(refusal(await deploy('v1', shipped()))).toEqual([
      ['server-files-blocked'],
      expect.stringMatching(
        /\/etc\/site may not be written in by deploy, and \.env leads into it.*`sudo chown deploy \/etc\/site`/s,
      ),
    ]);
    expect(await here('ls -A; cat .env')).toBe(`.env\n${image()}`);
  });
});

describe('Files of root', () => {
  it('that a release would write or keep are named with what mends it, before anything changes', async () => {
    expect((await deploy('v1', shipped())).code).toBe(0);
    const second = shipped({ 'settings/new.ini': 'v2\n', 'web.ini': 'v2\n' });
    const harm =
      'chown root:root .env settings web.ini && chmod 600 .env web.ini && chmod 755 settings';
    await asRoot(harm);
    const before = await container('web');
    const blocked = refusal(await deploy('v2', second));
    expect(blocked).toEqual([
      ['server-files-blocked'],
      expect.stringMatching(
        /web\.ini may not be read by deploy.*\.env may not be read.*settings may not be written in by deploy/s,
      ),
    ]);
    expect(blocked[1]).toContain(
      '`sudo chown deploy /opt/app/.env && sudo chown deploy /opt/app/settings && sudo chown deploy /opt/app/web.ini`',
    );
    expect(blocked[1]).toContain('The server was not changed');
    expect(await container('web')).toBe(before);
    await asRoot(
      'chown deploy /opt/app/.env && chown deploy /opt/app/settings && chown deploy /opt/app/web.ini',
    );
    // One that is not written need not be read.
    await asRoot('chown root acme.json && chmod 600 acme.json');
    expect((await deploy('v2', second)).code).toBe(0);
    expect(await here('cat settings/new.ini web.ini; stat -c "%U %a" acme.json')).toBe(
      'v2\nv2\nroot 600',
    );
  });

  it('need no placeholder in a folder that a container has for itself', async () => {
    await server.exec(['install', '-d', '-o', '999', '-m', '700', '/opt/app/data']);
    const files = shipped({ 'data/.gitkeep': '' });
    expect((await deploy('v1', files, { files: 'data/.gitkeep' })).entries).toEqual([]);
    expect((await server.exec(['stat', '-c', '%u %a', '/opt/app/data'])).stdout).toBe('999 700\n');
    expect((await server.exec(['ls', '-A', '/opt/app/data'])).stdout).toBe('');
  });

  it('a folder that Docker made in the place of a file, and .deploy-kit', async () => {
    await asRoot('mkdir web.ini');
    expect(refusal(await deploy('v1', shipped()))).toEqual([
      ['server-files-blocked'],
      expect.stringMatching(/web\.ini is a folder.*`sudo rmdir \/opt\/app\/web\.ini`/s),
    ]);
    await asRoot('rmdir web.ini; mkdir .deploy-kit');
    expect(refusal(await deploy('v1', shipped()))).toEqual([
      ['path-not-writable'],
      expect.stringMatching(
        /may not write in \/opt\/app\/\.deploy-kit.*sudo chown -R deploy \/opt\/app\/\.deploy-kit/s,
      ),
    ]);
    // One that may be written in, but is another's.
    await asRoot('chgrp deploy .deploy-kit && chmod 775 .deploy-kit');
    expect(refusal(await deploy('v1', shipped()))).toEqual([
      ['path-not-writable'],
      expect.stringMatching(/not permitted.*sudo chown -R deploy/s),
    ]);
    await asRoot('chown -R deploy .deploy-kit');
    expect((await deploy('v1', shipped())).code).toBe(0);
  });
});
