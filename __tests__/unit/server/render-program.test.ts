import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../src/server/plan/plan.js';
import { parseProgramEvent } from '../../../src/server/plan/program-event.js';
import { renderProgram } from '../../../src/server/plan/render-program.js';
import { shells } from '../../support/shells.js';
import { standIn } from '../../support/stand-in.js';

const plan: Plan = {
  head: {
    kind: 'deploy',
    path: "/opt/it's here",
    releaseId: '20260101T000000Z-v1',
    version: 'v1',
    revision: 'abc',
    actor: '$(touch /tmp/owned)',
    runUrl: 'https://github.example/x',
    composeCommand: 'docker compose',
    sudo: false,
    dockerHost: '',
    managedKeys: ['COMPOSE_FILE', 'IMAGE_TAG'],
    allow: [],
    rolled: [],
    proxies: [],
    startSeconds: 0,
    settings: {
      lockTimeoutSeconds: 600,
      healthTimeoutSeconds: 120,
      stableSeconds: 5,
      drainSeconds: 5,
      hookTimeoutSeconds: 300,
      migrationTimeoutSeconds: 600,
      keepWarmSeconds: 600,
      confirmWithinSeconds: 0,
      keepReleases: 5,
    },
  },
  subject: '20260101T000000Z-v1',
  steps: [
    { title: 'Take the lock', command: ['take_lock', '600'] },
    { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
  ],
  ending: ['commit'],
};

describe('renderProgram', () => {
  it('is a program that a shell accepts, with every value quoted', () => {
    const program = renderProgram(plan);
    expect(program).toContain(String.raw`path='/opt/it'\''s here'`);
    expect(program).toContain("actor='$(touch /tmp/owned)'");
    expect(program).toMatch(
      /\nundo_with restore_snapshot\nstep 'Install the files' install_release\ncommit\n$/,
    );
    for (const [shell = '', ...args] of shells)
      expect(spawnSync(shell, [...args, '-n'], { input: program, encoding: 'utf8' })).toMatchObject(
        {
          status: 0,
          stderr: '',
        },
      );
  });

  it.each(shells)('in %s says the words of the tool where a step has none', (shell, ...args) => {
    const path = mkdtempSync(join(tmpdir(), 'deploy-kit-program-'));
    const folder = join(path, '.deploy-kit/releases', plan.head.releaseId);
    mkdirSync(folder, { recursive: true });
    const steps = [
      { title: 'Look before', command: ['ls', folder] },
      { title: 'Look', command: ['cat', '/nowhere'] },
    ];
    const program = join(folder, 'program.sh');
    writeFileSync(program, renderProgram({ ...plan, head: { ...plan.head, path }, steps }));
    const log = join(folder, 'output.log');
    spawnSync(shell, [...args, '-c', `. '${program}' >'${log}' 2>&1`]);
    const lines = readFileSync(join(folder, 'events.jsonl'), 'utf8').trim().split('\n');
    expect(parseProgramEvent(lines.at(-1) ?? '')).toMatchObject({
      ...{ event: 'end', outcome: 'unchanged', step: 'Look', error: 'internal-error' },
      values: { message: expect.stringMatching(/^Look: cat: .*\/nowhere/) },
    });
    rmSync(path, { recursive: true });
  });
});

describe.each(shells)(
  'The proof that the released images run, in %s',
  (...[shell = '', ...args]) => {
    it.each([
      ['what they run', 'id-of-b', 0],
      ['another one', 'id-of-c', 1],
    ])('asks the engine once: for %s', (_, running, status) => {
      const root = mkdtempSync(join(tmpdir(), 'deploy-kit-images-'));
      const body = 'shift 4\nfor image in "$@"; do echo "id-of-$image"; done\n';
      const { folder, calls } = standIn(root, 'docker', body);
      const checks = { ...plan, head: { ...plan.head, path: root }, steps: [] };
      const ending = ['check_images', 'one=a', 'two=b', 'three=a'];
      const line = (service: string, image: string): string =>
        `f00|${service}|False|running|healthy|0|0|always|now|${image}|1`;
      const { status: code } = spawnSync(shell, [...args, '-s'], {
        input: renderProgram({ ...checks, ending }),
        env: {
          PATH: `${folder}:${process.env.PATH ?? ''}`,
          containers: [line('one', 'id-of-a'), line('two', running)].join('\n'),
        },
      });
      expect([code, calls()]).toEqual([status, ['image inspect --format {{.Id}} a b a']]);
      rmSync(root, { recursive: true });
    });
  },
);
