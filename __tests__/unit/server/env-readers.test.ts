import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prelude } from '../../../src/server/shell/scripts.js';
import { shells } from '../../support/shells.js';
import { standIn } from '../../support/stand-in.js';

const [lines = ''] = /^env_reader='[\s\S]*?^value_of[\s\S]*?^}$/m.exec(prelude) ?? [];
const [readers = ''] = /^keep_values\(\)[\s\S]*?(?=^# Files of the release)/m.exec(prelude) ?? [];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-readers-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** How often the engine is asked where that many services read `.env`. */
function looks([file = '', ...options]: readonly string[], services: number): number {
  const names = Array.from({ length: services }, (_, at) => `s${at}`);
  const { folder: bin, calls } = standIn(
    folder,
    'docker',
    `case $* in *ID*) shift 3; for id; do echo "$id $id"; done ;; *) echo IMAGE_TAG=v1 ;; esac\n`,
  );
  writeFileSync(join(folder, 'env-readers'), names.map((name) => `${name} IMAGE_TAG\n`).join(''));
  writeFileSync(join(folder, 'env'), 'IMAGE_TAG=v2\n');
  writeFileSync(join(folder, 'pins.yml'), 'services:\n');
  const script = `folder='${folder}' compose_version=2.26.1
mark() { : >"$1"; }
ask_engine() { answer=$(docker "$@"); }
find_live() { container_ids='${names.join(' ')}'; }
${lines}
${readers}
keep_values`;
  const { status, stderr } = spawnSync(file, [...options, '-c', script], {
    env: { HOME: folder, PATH: `${bin}:${process.env.PATH ?? ''}` },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const asked = calls().length;
  rmSync(join(folder, 'docker.calls'));
  return asked;
}

describe.each(shells)('With %s', (...shell) => {
  it('the looks at what reads .env grow with the services, not with their square', () => {
    expect([looks(shell, 4), looks(shell, 8)]).toEqual([5, 9]);
  });
});
