import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { afterMark } from '../../../src/ssh/outside/after-mark.js';
import { emptyAnswers, markedCommand } from '../../../src/ssh/plan/marked-command.js';
import { shells } from '../../support/shells.js';

const mark = 'deploy-kit-0123';

/** What is taken of an output that arrives in pieces of that size. */
function taken(output: Buffer, size: number): { answer: string; before: string; marks: number } {
  const chunks: Buffer[] = [];
  let marks = 0;
  const sink = afterMark(
    mark,
    { add: (chunk) => chunks.push(chunk), end: () => Buffer.concat(chunks).toString('utf8') },
    () => (marks += 1),
  );
  for (let at = 0; at < output.length; at += size) sink.add(output.subarray(at, at + size));
  return { answer: sink.end(), before: sink.before(), marks };
}

describe.each(shells)('Behind the login shell %s', (...[shell = '', ...options]) => {
  const run = (script: string, input: string, startUp?: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-login-'));
    if (startUp !== undefined) writeFileSync(join(folder, 'rc'), startUp);
    const command = markedCommand(script, ["it's $1"], mark, { readsInput: true });
    const result = spawnSync(shell, [...options, '-c', command], {
      input,
      env: {
        PATH: process.env.PATH,
        ...(startUp === undefined ? {} : { BASH_ENV: join(folder, 'rc') }),
      },
    });
    rmSync(folder, { recursive: true });
    return result;
  };

  it('a script gets its own input and arguments, to the byte', () => {
    const data = `${mark}\n\n\\ no line's end`;
    const { stdout, stderr, status } = run(
      'cat; echo "$1" >&2; exit 7',
      `${emptyAnswers}${mark}\n${data}`,
    );
    expect(status).toBe(7);
    for (const size of [1, 5, 1000]) {
      expect(taken(stdout, size)).toEqual({ answer: data, before: '', marks: 1 });
      expect(taken(stderr, size).answer).toBe("it's $1\n");
    }
  });

  it('a script does not run where its input ended before', () => {
    const { stdout, status } = run('echo ran', '\n\n');
    expect([taken(stdout, 9).answer, status]).toEqual(['', 71]);
  });

  // The only one that reads a file when it was given a command.
  if (shell === 'bash')
    it('start-up files that print and read are not taken for an answer', () => {
      const startUp = 'read -r one; read -r two; printf "path=/wrong half"; echo warn >&2';
      const { stdout, stderr } = run('cat', `${emptyAnswers}${mark}\nkept`, startUp);
      expect(stdout.toString()).toContain('path=/wrong');
      expect(taken(stdout, 3)).toEqual({ answer: 'kept', before: '', marks: 1 });
      expect(taken(stderr, 3).answer).toBe('');
    });
});

describe('A login shell that never comes to the command', () => {
  it('has said something else', () => {
    const { answer, before, marks } = taken(Buffer.from('This account is not available.\n'), 4);
    expect([answer, before, marks]).toEqual(['', 'This account is not available.\n', 0]);
  });
});
