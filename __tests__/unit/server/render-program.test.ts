import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../../src/server/plan/plan.js';
import { renderProgram } from '../../../src/server/plan/render-program.js';
import { shells } from '../../support/shells.js';

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
});
