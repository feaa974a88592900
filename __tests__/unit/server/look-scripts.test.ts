import { spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseHistory } from '../../../src/server/plan/history.js';
import { parseServerFacts } from '../../../src/server/plan/server-facts.js';
import { history, probe, reach } from '../../../src/server/shell/scripts.js';
import { shells } from '../../support/shells.js';
import { standIn } from '../../support/stand-in.js';

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-kit-look-'));
  site = join(root, 'site');
  mkdirSync(join(site, '.deploy-kit', 'releases'), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A release on the server, with a file each. */
function store(release: string, files: number): void {
  const folder = join(site, '.deploy-kit', 'releases', release);
  mkdirSync(folder);
  const lines = Array.from({ length: files }, (_, at) => `${'a'.repeat(64)} 644 www/${at}.html\n`);
  writeFileSync(join(folder, 'files.sha256'), lines.join(''));
  writeFileSync(join(folder, 'images.list'), `web reg.example/web@sha256:${release}\n`);
  const record = {
    ...{ release, version: 'v', revision: 'r', actor: 'a', run: 'u', images: [] },
    switching: { waves: [], first: [], proxies: [] },
    migration: 'none',
  };
  writeFileSync(join(folder, 'release.json'), JSON.stringify(record));
  writeFileSync(join(site, '.deploy-kit', 'current'), release);
}

function run(
  shell: readonly string[],
  script: string,
  bin: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  const [file = '', ...options] = shell;
  const env = { PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: root, ...more };
  return spawnSync(file, [...options, '-c', script, 'deploy-kit', ...args], {
    env,
    encoding: 'utf8',
  });
}

describe.each(shells)('With %s', (...shell) => {
  it('what the registries say arrives a line each, however much it is', () => {
    const { folder } = standIn(
      root,
      'docker',
      'yes "a page of words" | head -c 200000 >&2; exit 1\n',
    );
    const images = Array.from({ length: 8 }, (_, at) => `reg.example/image-${at}`);
    const { stdout } = run(shell, reach, folder, ['', '', '', '--', ...images]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/[|].*/, '')).toSorted()).toEqual(
      ['end=yes', ...images.map((image) => `refused=${image}`)].toSorted(),
    );
  });

  it('the facts of the probe arrive whole, however slowly its programs write', () => {
    store('r1', 1000);
    // What writes through a buffer writes parts of lines.
    const { folder } = standIn(
      root,
      'docker',
      `case "$1 $2" in
  'network ls') what=network ;;
  'volume ls') what=volume ;;
  *) exit 1 ;;
esac
for at in 1 2 3 4 5; do printf "$what=first-half-of-$at"; sleep 0.02; printf '%s\\n' ", second"; done
`,
    );
    const { stdout } = run(shell, probe, folder, [site, 'compose.yml']);
    const facts = parseServerFacts(stdout);
    const names = [1, 2, 3, 4, 5].map((at) => `first-half-of-${at}, second`);
    expect([...(facts?.networks ?? [])]).toEqual(names);
    expect([...(facts?.volumes ?? [])]).toEqual(names);
    expect(facts?.currentFiles.size).toBe(1000);
  });

  it('rollback asks no more often for more releases, and finds what is missing', () => {
    const { folder, calls } = standIn(
      root,
      'docker',
      `shift 2
[ "$1" != --format ] || shift 2
status=0
for image in "$@"; do case $image in *r7) status=1 ;; *) echo "$image" ;; esac; done
exit $status
`,
    );
    for (const release of ['r1', 'r2']) store(release, 1);
    run(shell, history, folder, [site, '']);
    const few = calls().length;
    for (let at = 3; at <= 8; at += 1) store(`r${at}`, 1);
    const read = parseHistory(run(shell, history, folder, [site, '']).stdout);
    const missing = read?.releases.map((release) => release.missing);
    expect(missing?.flat()).toEqual(['reg.example/web@sha256:r7']);
    expect(missing?.[6]).toHaveLength(1);
    // And once more for the one that is missing.
    expect(calls().length - few).toBe(few + 1);
  });

  describe('the probe finds the engine that the user means', () => {
    const sockets: Server[] = [];

    afterEach(() => {
      for (const socket of sockets.splice(0)) socket.close();
    });

    const listen = (path: string): Promise<void> =>
      new Promise((resolve) => {
        sockets.push(createServer().listen(path, resolve));
      });

    /** What the probe says where the client's context is that one. */
    function engineOf(context: string, env: Readonly<Record<string, string>>) {
      const { folder, calls } = standIn(
        root,
        'docker',
        `case "$1 $2" in 'context inspect') ${context} ;; *) exit 1 ;; esac\n`,
      );
      const { stdout } = run(shell, probe, folder, [site], { XDG_RUNTIME_DIR: root, ...env });
      const facts = parseServerFacts(stdout);
      return { facts, calls: calls().length };
    }

    const usual = "echo 'WARNING: no config' >&2; echo 'default|unix:///var/run/docker.sock|0'";

    it('by DOCKER_HOST, which goes before the context', () => {
      const { facts } = engineOf("echo 'rootless|unix:///a.sock|0'", {
        DOCKER_HOST: 'unix:///b.sock',
      });
      expect(facts).toMatchObject({ dockerHost: 'unix:///b.sock', dockerBy: 'DOCKER_HOST' });
    });

    it.each([
      ['unix:///run/user/1000/docker.sock', 'unix:///run/user/1000/docker.sock'],
      ['"unix://$XDG_RUNTIME_DIR/docker.sock" # mine', 'unix://ROOT/docker.sock'],
      ["'unix:///a.sock'; true", 'unix:///a.sock'],
      ['unix:///run/user/$(id -u)/d.sock', `unix:///run/user/${process.getuid?.() ?? ''}/d.sock`],
      ['unix://$SOMETHING/docker.sock', ''],
      ['tcp://other.example:2375', ''],
    ])('by what start-up files export for people: %s', async (value, expected) => {
      writeFileSync(
        join(root, '.bashrc'),
        `case $- in *i*) ;; *) return ;; esac\n  export DOCKER_HOST=${value}\n`,
      );
      // What is not there yet is waited for.
      if (expected.includes('ROOT')) await listen(join(root, 'docker.sock'));
      const { facts } = engineOf(usual, {});
      expect(facts?.dockerHost.replace(root, 'ROOT')).toBe(expected);
    });

    it('by the context, with what it is reached with', () => {
      const { facts } = engineOf("echo 'rootless|unix:///a.sock|0'", {});
      expect(facts).toMatchObject({
        dockerHost: 'unix:///a.sock',
        dockerBy: 'the context rootless',
      });
      const tls = engineOf("echo 'far|tcp://127.0.0.1:2376|1'", {});
      expect(tls.facts).toMatchObject({ dockerHost: 'tcp://127.0.0.1:2376', dockerTls: true });
    });

    it('and does not ask one of another machine', () => {
      const { facts, calls } = engineOf("echo 'far|ssh://ops@far.example|0'", {});
      expect([facts?.dockerHost, calls]).toEqual(['ssh://ops@far.example', 1]);
    });

    it('or says why the context leads nowhere', () => {
      const gone = 'Current context "x" is not found on the file system';
      const { facts } = engineOf(`echo '${gone}' >&2; exit 1`, {});
      expect(facts?.contextError).toBe(gone);
      const { facts: old } = engineOf(
        `echo "docker: 'context' is not a docker command" >&2; exit 1`,
        {},
      );
      expect(old?.contextError).toBeUndefined();
    });
  });
});
