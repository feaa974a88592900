import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { ProgramHead } from '../../../src/server/plan/program-head.js';
import { interruptedWords } from '../../../src/server/plan/interrupted.js';
import { renderProgram } from '../../../src/server/plan/render-program.js';
import { shells } from '../../support/shells.js';

const scratch = mkdtempSync(join(tmpdir(), 'deploy-kit-interrupted-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const settings = {
  lockTimeoutSeconds: 5,
  healthTimeoutSeconds: 5,
  stableSeconds: 1,
  drainSeconds: 0,
  hookTimeoutSeconds: 5,
  migrationTimeoutSeconds: 5,
  keepWarmSeconds: 0,
  confirmWithinSeconds: 0,
  keepReleases: 3,
};

function headOf(path: string, releaseId: string, kind: ProgramHead['kind']): ProgramHead {
  return {
    ...{ kind, path, releaseId, version: `of ${releaseId}`, revision: '', actor: 'ada' },
    ...{ runUrl: 'run', settings, composeCommand: 'docker compose', sudo: false, dockerHost: '' },
    ...{ managedKeys: [], allow: [], rolled: [], proxies: [], startSeconds: 0 },
  };
}

let made = 0;

/** A deploy folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, String((made += 1)));
  for (const [name, text] of Object.entries({ '.deploy-kit/releases/now/alive': '', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

interface Ended {
  readonly outcome: string;
  readonly error?: string;
}

/** Runs one step in that folder; its last event. */
function run(
  shell: readonly string[],
  path: string,
  command: readonly string[],
  kind: ProgramHead['kind'] = 'deploy',
  ending: readonly string[] = ['settled'],
): Ended {
  const own = join(path, '.deploy-kit/releases/now');
  const plan = { head: headOf(path, 'now', kind), subject: '', ending };
  writeFileSync(
    join(own, 'program.sh'),
    renderProgram({ ...plan, steps: [{ title: 'Step', command }] }),
  );
  const log = openSync(join(own, 'output.log'), 'a');
  const [file = '', ...args] = shell;
  spawnSync(file, [...args, join(own, 'program.sh')], { stdio: ['ignore', log, log] });
  const events = readFileSync(join(own, 'events.jsonl'), 'utf8').trim().split('\n');
  return JSON.parse(events.at(-1) ?? '') as Ended;
}

const journalOf = (path: string): readonly unknown[] =>
  readFileSync(join(path, '.deploy-kit/journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe.each(shells.filter(([name]) => name !== 'bash'))('In the shell %s', (...shell) => {
  it('a file that is only linked aside moves back', () => {
    const path = folderWith({ 'aside/x': 'x' });
    linkSync(join(path, 'aside/x'), join(path, 'x'));
    const command = ['move_file', join(path, 'aside'), path, './x'];
    expect(run(shell, path, command)).toMatchObject({ outcome: 'settled' });
    expect(readFileSync(join(path, 'x'), 'utf8')).toBe('x');
  });

  it('what was half written goes, and nothing that looks like it', () => {
    const half = ['.env.deploy-kit-new', '.deploy-kit/pins.yml.deploy-kit-new'];
    const path = folderWith({ [half[0] ?? '']: 'a', [half[1] ?? '']: 'b', '.env.new': 'c' });
    run(shell, path, ['settle']);
    expect(half.filter((name) => existsSync(join(path, name)))).toEqual([]);
    expect(existsSync(join(path, '.env.new'))).toBe(true);
  });

  it('half a line of the journal is none, and a whole one stays without its end', () => {
    const line = JSON.stringify({ live: '', release: 'r' });
    for (const end of ['{"at":1,"rel', '']) {
      const text = end === '' ? line : `${line}\n${end}`;
      const path = folderWith({ '.deploy-kit/journal.jsonl': text });
      run(shell, path, ['settle']);
      expect(journalOf(path)).toMatchObject([{ release: 'r' }, { release: 'now' }]);
    }
  });

  it('a commit that the journal does not know is noted as its own program would have', () => {
    const path = folderWith({
      '.deploy-kit/current': 'r2',
      '.deploy-kit/journal.jsonl': `${JSON.stringify({ release: 'r1', kind: 'deploy', outcome: 'committed', live: 'r1' })}\n`,
      '.deploy-kit/releases/r2/before/previous': 'r1',
    });
    const program = renderProgram({
      head: headOf(path, 'r2', 'rollback'),
      subject: '',
      steps: [],
      ending: [],
    });
    writeFileSync(join(path, '.deploy-kit/releases/r2/program.sh'), program);
    run(shell, path, ['settle'], 'settle');
    const committed = { release: 'r2', kind: 'rollback', outcome: 'committed', version: 'of r2' };
    expect(journalOf(path)).toMatchObject([
      { release: 'r1' },
      { ...committed, live: 'r2', previous: 'r1' },
      { release: 'now', kind: 'settle', outcome: 'settled', live: 'r2' },
    ]);
  });

  it('a restore that the journal does not know is noted', () => {
    const lines = ['r1', 'r2'].map((release) =>
      JSON.stringify({ release, kind: 'deploy', outcome: 'committed', live: release }),
    );
    const path = folderWith({
      '.deploy-kit/current': 'r1',
      '.deploy-kit/journal.jsonl': `${lines.join('\n')}\n`,
      '.deploy-kit/releases/r1/files.list': '',
    });
    // What comes next finds nothing to do.
    run(shell, path, ['settle'], 'deploy', ['finish', 'same', 'r1']);
    expect(journalOf(path)[2]).toMatchObject({ outcome: 'settled', live: 'r1' });
  });

  it('a step has failed when something that it wrote is lost, whatever its last command says', () => {
    const path = folderWith({});
    const command = ['sh', '-c', 'cat /proc/self/stat >/dev/full | cat'];
    expect(run(shell, path, command)).toMatchObject({ outcome: 'unchanged', error: 'disk-full' });
  });

  it('a failure before anything has changed leaves no snapshot, nor the room that it has reserved', () => {
    for (const name of ['transaction.part', 'transaction']) {
      const path = folderWith({
        [`.deploy-kit/${name}/release`]: 'now',
        [`.deploy-kit/${name}/reserve/room`]: 'x',
      });
      expect(run(shell, path, ['false'])).toMatchObject({ outcome: 'unchanged' });
      expect(existsSync(join(path, '.deploy-kit', name))).toBe(false);
    }
  });
});

it('What was interrupted is named with its time, where its name has one', () => {
  expect(interruptedWords('20261130T015354Z-1a2b-v2')).toBe(
    'the deploy of 20261130T015354Z-1a2b-v2 (begun on 2026-11-30 at 01:53 UTC) was interrupted',
  );
  expect(interruptedWords('v2')).toBe('the deploy of v2 was interrupted');
});
