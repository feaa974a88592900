import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prelude } from '../../../src/server/shell/scripts.js';
import { shells } from '../../support/shells.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'here-')));
const site = join(root, 'my site');
const link = join(root, 'link');

beforeAll(() => {
  mkdirSync(join(site, 'conf'), { recursive: true });
  symlinkSync(site, link);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const [functions = ''] = /^folder_label=[\s\S]*?^beyond_first[\s\S]*?^}$/m.exec(prelude) ?? [];

describe.each(shells)('The deploy folder, in %s', (...shell) => {
  /** What a call prints whose working directory is the folder. */
  const lines = (call: string, input: readonly string[], path = site): readonly string[] => {
    const [file = '', ...args] = shell;
    const script = `set -u\npath='${path}'\n${functions}\n${call}`;
    const { stdout, stderr } = spawnSync(file, [...args, '-c', script], {
      ...{ cwd: site, encoding: 'utf8', env: { HOME: root, PATH: process.env.PATH } },
      input: input.map((line) => `${line}\n`).join(''),
    });
    expect(stderr).toBe('');
    return stdout.split('\n').filter(Boolean);
  };

  it('is the one that a container was started from, through whatever link', () => {
    const started = [`a ${site}`, `b ${link}`, `c ${root}`, 'd ', 'e .', `f ${link}/conf`];
    expect(lines('only_here', started)).toEqual(expect.arrayContaining(['a', 'b']));
    expect(lines('only_here', started)).toHaveLength(2);
    expect(lines('only_here', started, link).toSorted()).toEqual(['a', 'b']);
    expect(lines('only_here', [`a ${root}/gone`], join(root, 'none'))).toEqual([]);
  });

  it('has the Compose files that a command has named beyond the first', () => {
    const named = [
      `${link}/a.yml,${link}/b.yml,${site}/conf/c.yml,/srv/d.yml`,
      'a.yml,e.yml',
      '',
      'a.yml,.deploy-kit/pins.yml',
    ];
    expect(lines('beyond_first', named)).toEqual(['b.yml', 'conf/c.yml', '/srv/d.yml', 'e.yml']);
  });
});
