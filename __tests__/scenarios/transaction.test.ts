import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import {
  answer,
  composeFile,
  deployOptions,
  journal,
  listing,
  pushApp,
} from '../support/deploys.js';
import { entriesOf } from '../support/entries-of.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'transaction' });
  for (const version of ['v1', 'v2', 'v3', 'v4']) await pushApp(stage, version);
  await pushApp(stage, 'broken', 'exit');
}, 300_000);

afterAll(() => stage.close());

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle('deploy-compose', deployOptions(stage, server, tag, { inputs, files }));

const onServer = async (command: string): Promise<string> =>
  (await server.exec(['sh', '-c', `cd /opt/app && ${command}`])).stdout.trim();

const errorOf = ({ annotations }: BundleResult): { entry: string; message: string } => {
  const errors = annotations.filter(({ level }) => level === 'error');
  return { entry: entriesOf(errors).join(), message: errors[0]?.message ?? '' };
};

describe('A release that is live already', () => {
  it('touches no container, and says so', async () => {
    expect((await deploy('v1')).outputs.get('changed')).toBe('true');
    const before = await onServer('docker ps -a --format "{{.ID}} {{.CreatedAt}}"');
    const again = await deploy('v1');
    expect([again.code, again.outputs.get('changed')]).toEqual([0, 'false']);
    expect(again.outputs.get('release')).toMatch(/-v1$/);
    expect(again.summary).toContain('Nothing was touched');
    // A later step that fails must not take back what was live before this job.
    expect([again.env.get('DEPLOY_KIT_RELEASE'), again.state.get('release')]).toEqual(['', '']);
    expect(await onServer('docker ps -a --format "{{.ID}} {{.CreatedAt}}"')).toBe(before);
    expect(await journal(server)).toHaveLength(1);
  });

  it.each<[string, string, Readonly<Record<string, string>>?]>([
    [
      'a file was changed on the server',
      'echo "# by hand" >>compose.yml',
      { allow: 'server-files' },
    ],
    ['the env file was changed on the server', 'echo OTHER=1 >>.env'],
    ['a container was stopped', 'docker compose stop'],
    ['a container was removed', 'docker compose rm -sf'],
  ])('is deployed again where %s', async (_, command, inputs = {}) => {
    await onServer(command);
    const run = await deploy('v1', inputs);
    expect([run.code, run.outputs.get('changed')]).toEqual([0, 'true']);
    expect(await answer(server)).toBe('version v1');
    expect((await deploy('v1')).outputs.get('changed')).toBe('false');
  });

  it('is deployed again with `force`', async () => {
    expect((await deploy('v1', { force: 'true' })).outputs.get('changed')).toBe('true');
  });
});

describe('URLs that the server asks', () => {
  it('must answer before the release counts as healthy', async () => {
    const run = await deploy('v1', {
      force: 'true',
      'health-urls': 'http://127.0.0.1:8080/health',
    });
    expect(run.log).toContain('Ask http://127.0.0.1:8080/health from the server');
    expect([run.code, await answer(server)]).toEqual([0, 'version v1']);
    const missing = await deploy('v2', {
      'health-urls': 'http://127.0.0.1:8080/missing',
      'health-timeout': '3s',
      'stable-for': '1s',
    });
    expect(errorOf(missing).entry).toBe('health-url-failed');
    expect(errorOf(missing).message).toMatch(/the last time: .*404.*The server was restored/s);
    expect(await answer(server)).toBe('version v1');
  });

  it('are asked with wget where there is no curl', async () => {
    const program = await onServer(
      'cat .deploy-kit/releases/$(cat .deploy-kit/current)/program.sh',
    );
    const functions = program.slice(0, program.lastIndexOf('# --- the plan ---'));
    // BusyBox alone, as on a small server.
    const ask = async (path: string): Promise<number> => {
      const image = (await onServer('docker compose config --images')).split('\n')[0] ?? '';
      const shell = ['docker', 'run', '--rm', '-i', '--network', 'host', image, 'sh', '-s'];
      const input = `${functions}\nask_url http://127.0.0.1:8080${path}\n`;
      return (await server.exec(shell, { input })).code;
    };
    expect([await ask('/'), await ask('/missing')]).toEqual([0, 1]);
  });
});

describe('Services outside the release', () => {
  it('keep their references, and run by digest with `pin-all`', async () => {
    const { host, username, password } = stage.registry;
    const other = `${host}/acme/caddy:2`;
    await stage.engine.must(['login', '--username', username, '--password-stdin', host], {
      input: password,
    });
    await stage.engine.must(['tag', 'caddy:2', other]);
    await stage.engine.must(['push', '--quiet', other]);
    await stage.engine.must(['logout', host]);
    const files = {
      'compose.yml': `${composeFile}  other:\n    image: ${other}\n    command: [sleep, infinity]\n`,
    };
    expect((await deploy('v1', {}, files)).code).toBe(0);
    expect(await onServer('docker compose config --images')).toMatch(/acme\/caddy:2$/m);
    expect((await deploy('v1', { 'pin-all': 'true' }, files)).outputs.get('changed')).toBe('true');
    const images = (await onServer('docker compose config --images')).split('\n');
    expect(images.toSorted()).toEqual([
      expect.stringMatching(/acme\/api@sha256:/),
      expect.stringMatching(/acme\/caddy@sha256:/),
    ]);
    await deploy('v1');
    await onServer(`docker image rm ${other}`);
  });
});

describe('What ran before and is not well any more', () => {
  it('does not stand in the way of a release that mends it', async () => {
    const guarded = (healthcheck: string): Readonly<Record<string, string>> => ({
      'compose.yml': `${composeFile}    volumes: ['./flag:/flag']\n    healthcheck: {test: ${healthcheck}, interval: 1s, retries: 1}\n`,
      'flag/.keep': '',
    });
    const flag = '["CMD", "test", "-e", "/flag/ok"]';
    await onServer('mkdir -p flag && touch flag/ok && chown -R deploy flag');
    expect((await deploy('v1', {}, guarded(flag))).code).toBe(0);
    const health = (state: string): Promise<void> =>
      until(`the service to be ${state}`, 30, async () =>
        (await onServer('docker ps --format "{{.Status}}"')).includes(`(${state})`),
      );
    const short = { 'health-timeout': '4s', 'stable-for': '1s' };
    await onServer('rm flag/ok');
    await health('unhealthy');
    // As well as it was: that is restored.
    const sick = await deploy('v2', short, guarded(flag));
    expect([errorOf(sick).entry, errorOf(sick).message, await answer(server)]).toEqual([
      'container-unhealthy',
      expect.stringContaining('The server was restored'),
      'version v1',
    ]);
    await onServer('touch flag/ok');
    await health('healthy');
    const failed = await deploy('v2', { 'after-switch': 'rm flag/ok; exit 1' }, guarded(flag));
    expect([errorOf(failed).entry, errorOf(failed).message]).toEqual([
      'restore-failed',
      expect.stringMatching(/web is not healthy.*docker compose/s),
    ]);
    expect((await journal(server)).at(-1)).toMatchObject({ outcome: 'unknown' });
    const mended = await deploy('v3', short, guarded('["CMD", "true"]'));
    expect(mended.annotations.map(({ title }) => title)).toContain('What ran before is not back');
    expect(mended.code).toBe(0);
    expect(await answer(server)).toBe('version v3');
    expect((await deploy('v1', { force: 'true' })).code).toBe(0);
  });
});

describe('A dry run', () => {
  it('shows images, files, names of env keys, services and the program, and changes nothing', async () => {
    const before = await listing(server, '/opt/app');
    const run = await deploy(
      'v2',
      {
        'dry-run': 'true',
        env: `IMAGE=${stage.registry.host}/acme/api\nADDED_SECRET=do-not-show`,
        'before-deploy': 'true',
      },
      { 'compose.yml': `${composeFile}    volumes: ['./conf:/conf']\n`, 'conf/new': '1' },
    );
    expect(run.code).toBe(0);
    for (const words of [
      'Files: added `conf/new`; changed `compose.yml`; 0 unchanged',
      'Env file: added `ADDED_SECRET`; changed `IMAGE_TAG`',
      'Hooks: `before-deploy`',
      'is recreated',
      "step 'Install the files' install_release",
    ])
      expect(run.summary).toContain(words);
    expect(run.summary).toMatch(/\| web \| `[0-9a-f]{12}` \| `[0-9a-f]{12}` \|/);
    expect(run.log + run.summary).not.toContain('do-not-show');
    expect(await listing(server, '/opt/app')).toBe(before);
    expect(await answer(server)).toBe('version v1');
  });
});

describe('Hooks', () => {
  const note = (name: string): string =>
    `echo "${name} $DEPLOY_KIT_VERSION after $(echo "$DEPLOY_KIT_PREVIOUS" | sed 's/.*-//')" >>hooks.log`;
  const all = Object.fromEntries(
    ['before-deploy', 'before-switch', 'after-switch', 'after-deploy', 'on-rollback'].map(
      (name) => [name, note(name)],
    ),
  );

  it('B10: run in their order, with the release in their environment', async () => {
    const files = { 'scripts/backup.sh': `${note('backup')}\n` };
    const run = await deploy('v2', { ...all, 'before-deploy': 'scripts/backup.sh' }, files);
    expect(run.code).toBe(0);
    expect(await onServer('cat hooks.log && rm hooks.log')).toBe(
      'backup v2 after v1\nbefore-switch v2 after v1\nafter-switch v2 after v1\nafter-deploy v2 after v2',
    );
  });

  it('B10: a before-deploy that fails stops the deploy with nothing changed', async () => {
    const before = await listing(server, '/opt/app/compose.yml');
    const run = await deploy('v1', { 'before-deploy': 'echo no space for the backup; exit 7' });
    expect([run.code, errorOf(run).entry]).toEqual([1, 'hook-failed']);
    expect(errorOf(run).message).toMatch(/status 7 .*no space for the backup/);
    expect(errorOf(run).message).toContain('The server was not changed');
    expect(await listing(server, '/opt/app/compose.yml')).toBe(before);
    expect(await answer(server)).toBe('version v2');
    // What the command's own words mean is said, too.
    const missing = await deploy('v1', { 'before-deploy': 'pg_dumpall >backup.sql' });
    expect(errorOf(missing).message).toContain(
      'It looks like this: The command pg_dumpall is not installed.',
    );
  });

  it('that hang are ended with all that they started, and hold no lock', async () => {
    const run = await deploy('v1', {
      'after-switch': 'sleep 1000 & sleep 1000',
      'hook-timeout': '2s',
      'on-rollback': 'echo rolled back >>hooks.log',
    });
    expect([run.code, errorOf(run).entry]).toEqual([1, 'hook-failed']);
    expect(errorOf(run).message).toContain('The server was restored');
    expect(await answer(server)).toBe('version v2');
    expect(await onServer('cat hooks.log; rm hooks.log; pgrep -xcf "sleep 1000"')).toBe(
      'rolled back\n0',
    );
  });

  it('after the deploy can only warn', async () => {
    const run = await deploy('v1', { 'after-deploy': 'echo no mail server; exit 1' });
    expect(run.code).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        title: 'The hook after-deploy failed',
        message: expect.stringContaining('no mail server'),
      }),
    ]);
    expect(await answer(server)).toBe('version v1');
  });
});

describe('A migration', () => {
  const migrated = {
    'compose.yml': `${composeFile}    volumes: ['./data:/data']
  migrate:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    profiles: [tools]
    command: sh -c 'echo "migrated by $$VERSION" | tee -a /data/schema'
    volumes: ['./data:/data']
`,
    'data/.keep': '',
  };

  it('E4: of a service in a profile runs once, in the new image, before the switch', async () => {
    const run = await deploy('v2', { 'migration-service': 'migrate' }, migrated);
    expect(run.code).toBe(0);
    expect(run.log).toContain('migration | migrated by v2');
    expect(run.log.indexOf('migrated by v2')).toBeLessThan(run.log.indexOf('Start the services'));
    expect(await onServer('cat data/schema')).toBe('migrated by v2');
    expect(await onServer('docker ps -a --filter name=deploy-kit-2 -q')).toBe('');
  });

  it('E4: that fails leaves the old release serving', async () => {
    const run = await deploy(
      'v3',
      { 'migration-service': 'migrate', 'migration-command': 'echo column exists; exit 5' },
      migrated,
    );
    expect([run.code, errorOf(run).entry]).toEqual([1, 'migration-failed']);
    expect(errorOf(run).message).toMatch(/status 5 .*column exists/);
    expect(await answer(server)).toBe('version v2');
    expect(await onServer('docker ps -a --filter name=deploy-kit-2 -q')).toBe('');
  });

  it('that hangs is ended in its time', async () => {
    const run = await deploy(
      'v3',
      { 'migration-command': 'sleep 1000', 'migration-timeout': '2s' },
      migrated,
    );
    expect([run.code, errorOf(run).entry]).toEqual([1, 'migration-failed']);
    expect(await answer(server)).toBe('version v2');
    expect(await onServer('docker ps -a --filter name=deploy-kit-2 -q')).toBe('');
  });

  it('that is breaking is taken back before the former code returns', async () => {
    const inputs = {
      'migration-command': 'echo up >>/data/schema',
      migration: 'breaking',
      'rollback-command': 'echo "down by $VERSION" >>/data/schema',
    };
    const run = await deploy('broken', inputs, migrated);
    expect(errorOf(run).message).toContain('The server was restored');
    expect(await onServer('cat data/schema')).toBe('migrated by v2\nup\ndown by broken');
    expect(await answer(server)).toBe('version v2');
  });

  it('that is breaking and can’t be taken back leaves a warning', async () => {
    const inputs = { 'migration-command': 'true', migration: 'breaking' };
    const run = await deploy('broken', inputs, migrated);
    expect(run.annotations.map(({ title }) => title)).toContain('The migration stays');
  });
});

describe('Old releases', () => {
  it('go, with the images that only they used; the others stay', async () => {
    for (const version of ['v3', 'v4', 'v1', 'v2'])
      expect((await deploy(version, { 'keep-releases': '2' })).code).toBe(0);
    const releases = (await onServer('ls .deploy-kit/releases')).split('\n');
    expect(releases).toEqual([expect.stringMatching(/-v1$/), expect.stringMatching(/-v2$/)]);
    const images = await onServer(
      'docker image ls --digests --format "{{.Digest}}" | grep -c sha256',
    );
    expect(images).toBe('2');
  });

  it('stay while only rejected ones have come after them', async () => {
    for (const version of ['v3', 'v4', 'v3']) {
      const inputs = { 'keep-releases': '2' };
      const deployed = await deploy(version, inputs);
      const state = [...deployed.state].map(([name, value]) => [`STATE_${name}`, value] as const);
      const failed = { 'rollback-on': 'job-failure', 'job-status': 'failure' };
      const post = await runBundle('deploy-compose', {
        ...deployOptions(stage, server, version, { inputs: { ...inputs, ...failed } }),
        phase: 'post',
        env: Object.fromEntries([...state, ...deployed.env]),
      });
      expect(post.entries).toEqual(['release-rejected']);
    }
    expect((await deploy('v4', { 'keep-releases': '2' })).code).toBe(0);
    const { inputs } = deployOptions(stage, server, '');
    const login = Object.fromEntries(
      ['host', 'ssh-key', 'known-hosts', 'path'].map((key) => [key, inputs[key] ?? '']),
    );
    const back = await runBundle('rollback', { inputs: login });
    expect([back.code, await answer(server)]).toEqual([0, 'version v2']);
  }, 180_000);

  it('leave the journal as it is', async () => {
    const lines = await journal(server);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.at(-1)).toMatchObject({
      kind: 'rollback',
      outcome: 'committed',
      version: 'v2',
      previous: expect.stringMatching(/-v4$/),
      seconds: expect.any(Number),
    });
  });
});

// Older ones keep a network as it is.
const onNewest = process.env.SERVER_ENGINE === 'newest' ? describe : describe.skip;

onNewest('A network that the release makes anew', () => {
  it('is the former one again after a restore', async () => {
    const files = (subnet: string): Readonly<Record<string, string>> => ({
      'compose.yml': `${composeFile}    networks: [inner]
networks: { inner: { ipam: { config: [{ subnet: ${subnet} }] } } }
`,
    });
    const inputs = { 'stable-for': '1s', strategy: 'recreate' };
    const subnets = (): Promise<string> =>
      onServer('docker network inspect --format "{{json .IPAM.Config}}" app_inner');
    expect((await deploy('v1', inputs, files('10.91.1.0/24'))).code).toBe(0);
    const seen =
      'docker network inspect --format "{{json .IPAM.Config}}" app_inner >/tmp/seen; exit 1';
    const failed = await deploy('v2', { ...inputs, 'after-switch': seen }, files('10.91.2.0/24'));
    const { entry, message } = errorOf(failed);
    expect([entry, message]).toEqual([
      'hook-failed',
      expect.stringContaining('The server was restored'),
    ]);
    expect(await onServer('cat /tmp/seen')).toContain('10.91.2.0/24');
    expect([await subnets(), await answer(server)]).toEqual([
      expect.stringContaining('10.91.1.0/24'),
      'version v1',
    ]);
  });
});
