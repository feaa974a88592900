import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, journal, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;
/** Version → id of its release. */
const released: Record<string, string> = {};

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'rollback' });
  for (const version of ['v1', 'v2', 'v3', 'v4']) {
    await pushApp(stage, version);
    const run = await deploy(version);
    expect(run.log).toMatch(/is live on/);
    released[version] = run.outputs.get('release') ?? '';
  }
}, 300_000);

afterAll(() => stage.close());

const commit = (version: string): string => `${version.slice(1)}abc`.padEnd(40, version.slice(1));

function deploy(
  version: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> {
  const options = deployOptions(stage, server, version, {
    inputs: { env: `IMAGE=${stage.registry.host}/acme/api\nONLY=${version}`, ...inputs },
    files: { 'compose.yml': `${composeFile}    volumes: ['./conf:/conf']\n`, 'conf/x': version },
  });
  return runBundle('deploy-compose', { ...options, env: { GITHUB_SHA: commit(version) } });
}

function rollback(inputs: Readonly<Record<string, string>> = {}): Promise<BundleResult> {
  return runBundle('rollback', {
    inputs: {
      host: `deploy@${server.address}`,
      'ssh-key': server.privateKey,
      'known-hosts': server.knownHosts,
      path: '/opt/app',
      ...inputs,
    },
  });
}

const errorOf = ({ annotations }: BundleResult): { title: string; message: string } => {
  const [error] = annotations.filter(({ level }) => level === 'error');
  return { title: error?.title ?? '', message: error?.message ?? '' };
};

/** Everything that makes a release, as the server has it now. */
async function live(): Promise<readonly string[]> {
  const { stdout } = await server.exec([
    'sh',
    '-c',
    'cd /opt/app && cat conf/x && echo && sed -n "s/^ONLY=//p; s/^IMAGE_TAG=//p" .env && sed "s/.*-//" .deploy-kit/current',
  ]);
  return [await answer(server), ...stdout.trim().split('\n')];
}

const all = (version: string): readonly string[] => [
  `version ${version}`,
  version,
  version,
  version,
  version,
];

describe('E6: a rollback by hand', () => {
  it('lists what there is, and changes nothing, in a dry run', async () => {
    const run = await rollback({ 'dry-run': 'true' });
    expect(run.log).toContain(`going back to ${released.v3 ?? ''}`);
    for (const id of Object.values(released)) expect(run.summary).toContain(id);
    expect(run.summary).toContain(`\`${released.v4 ?? ''}\` (live) | v4 | 4abc44444444`);
    expect(run.summary).toMatch(/\[ada\]\(\S+\/actions\/runs\/77\) \| deploy: committed, \d+ s/);
    expect(await live()).toEqual(all('v4'));
  });

  it('restores files, image, env file and version together', async () => {
    const run = await rollback();
    expect([run.code, run.outputs.get('version')]).toEqual([0, 'v3']);
    expect(await live()).toEqual(all('v3'));
    expect((await journal(server)).at(-1)).toMatchObject({
      kind: 'rollback',
      outcome: 'committed',
      version: 'v3',
      previous: released.v4,
    });
    expect(run.summary).toMatch(/to: \S+-v4/);
  });

  it('can itself be rolled back', async () => {
    expect((await rollback()).code).toBe(0);
    expect(await live()).toEqual(all('v4'));
  });

  it.each([
    ['the first digits of a commit', '2abc22222222', 'v2'],
    ['a version', 'v1', 'v1'],
  ])('takes %s', async (_, to, version) => {
    expect((await rollback({ to })).code).toBe(0);
    expect(await live()).toEqual(all(version));
  });

  it('takes a release id', async () => {
    expect((await rollback({ to: released.v3 ?? '' })).code).toBe(0);
    expect(await live()).toEqual(all('v3'));
  });

  it.each([
    ['is not there', 'ffff', 'There is no release ffff to go back to'],
    ['is live already', '3abc', '3abc is live already'],
  ])('refuses what %s, and lists what there is', async (_, to, title) => {
    const run = await rollback({ to });
    expect([run.code, errorOf(run).title]).toEqual([1, title]);
    for (const id of Object.values(released)) expect(errorOf(run).message).toContain(id);
    expect(errorOf(run).message).toContain('The server was not changed');
  });

  it('pulls an image that is gone, or changes nothing when it can’t', async () => {
    // By its name: newer engines list no image that is known by its digest alone.
    const gone = await server.exec([
      'sh',
      '-ec',
      "image=$(cut -d ' ' -f 2 /opt/app/.deploy-kit/releases/*-v1/images.list | sort -u); docker image rm -f $image; ! docker image inspect $image",
    ]);
    expect(gone.code).toBe(0);
    const denied = await rollback({ to: 'v1' });
    expect(denied.code).toBe(1);
    expect(errorOf(denied).message).toContain('The server was not changed');
    expect(await live()).toEqual(all('v3'));
    const account = {
      'registry-username': stage.registry.username,
      'registry-password': stage.registry.password,
    };
    expect((await rollback({ to: 'v1', ...account })).code).toBe(0);
    expect(await live()).toEqual(all('v1'));
  });

  it('does not lead over a breaking migration unless that is taken back or forced', async () => {
    const breaking = { migration: 'breaking', 'migration-command': 'true', force: 'true' };
    expect((await deploy('v4', breaking)).code).toBe(0);
    const refused = await rollback();
    expect(refused.entries).toEqual(['rollback-over-breaking-migration']);
    expect(await live()).toEqual(all('v4'));
    expect((await rollback({ force: 'true' })).code).toBe(0);
    expect(await live()).toEqual(all('v1'));

    const undo = { ...breaking, 'rollback-command': 'echo the schema of $VERSION is gone' };
    expect((await deploy('v4', undo)).code).toBe(0);
    const undone = await rollback();
    expect(undone.code).toBe(0);
    expect(undone.log).toContain('rollback-command | the schema of v4 is gone');
    expect(await live()).toEqual(all('v1'));
  });

  it('is possible without GitHub, as the guide says', async () => {
    const { stdout } = await server.exec(['cat', '/opt/app/.deploy-kit/current']);
    expect(stdout).toMatch(/-v1$/);
    const undo = `cd /opt/app && old=.deploy-kit/releases/${released.v3 ?? ''} && flock .deploy-kit/lock sh -c '
      tar -C "$1/files" -cf - . | tar -xpf -
      cp -p "$1/pins.yml" .deploy-kit/pins.yml
      cp -p "$1/env" .env
      docker compose up -d --wait
      basename "$1" >.deploy-kit/current' sh "$old"`;
    expect((await server.ssh(undo)).code).toBe(0);
    expect(await live()).toEqual(all('v3'));
    expect((await deploy('v2')).code).toBe(0);
    expect(await live()).toEqual(all('v2'));
  });
});
