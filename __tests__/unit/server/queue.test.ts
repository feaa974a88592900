import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProgramHead } from '../../../src/server/plan/program-head.js';
import { parseProgramEvent, type ProgramEvent } from '../../../src/server/plan/program-event.js';
import { renderProgram } from '../../../src/server/plan/render-program.js';
import { settleStep, takeLock } from '../../../src/server/plan/settle-plan.js';
import { survey } from '../../../src/server/shell/scripts.js';
import { quickSettings } from '../../support/quick-settings.js';

const scratch = mkdtempSync(join(tmpdir(), 'deploy-kit-queue-'));
// BusyBox's own tools stand before the machine's.
const applets = join(scratch, 'applets');
mkdirSync(applets);
spawnSync('busybox', ['--install', '-s', applets]);
const systems = [
  ['dash', [], process.env.PATH ?? ''],
  ['busybox', ['sh'], `${applets}:${process.env.PATH ?? ''}`],
] as const;

let path: string;
let children: ChildProcess[] = [];

beforeEach(() => {
  path = mkdtempSync(join(scratch, 'app-'));
  mkdirSync(join(path, '.deploy-kit/releases'), { recursive: true });
});
afterEach(() => {
  for (const child of children) end(child);
  children = [];
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const kit = (name: string): string => join(path, '.deploy-kit', name);
const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** With all that it has started. */
function end({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}

async function until(what: string, is: () => boolean): Promise<void> {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 600) throw new Error(`not in time: ${what}`);
    await sleep(50);
  }
}

interface Program {
  readonly child: ChildProcess;
  readonly events: () => readonly ProgramEvent[];
  readonly ended: Promise<unknown>;
}

describe.each(systems)('The queue with %s', (shell, options, PATH) => {
  /** Starts what the server starts of a release: it takes the lock, notes that, and keeps it until `go` is there. */
  function start(
    releaseId: string,
    more: { readonly kind?: ProgramHead['kind']; readonly seconds?: number } = {},
  ): Program {
    const folder = kit(`releases/${releaseId}`);
    mkdirSync(folder);
    const settings = { ...quickSettings, lockTimeoutSeconds: more.seconds ?? 60 };
    const head = {
      ...{ kind: more.kind ?? ('deploy' as const), path, releaseId, version: releaseId },
      ...{ revision: '', actor: `the ${releaseId}'s`, runUrl: 'u', composeCommand: 'false' },
      ...{ sudo: false, dockerHost: '', managedKeys: [], allow: [], rolled: [], proxies: [] },
      ...{ startSeconds: 0, settings },
    };
    const work = `echo ${releaseId} >>"$0/order"; until [ -e "$0/go" ]; do sleep 0.1; done`;
    const steps = [takeLock(settings), settleStep];
    writeFileSync(
      join(folder, 'program.sh'),
      renderProgram({ head, subject: releaseId, steps, ending: ['sh', '-c', work, path] }),
    );
    const receive = 'exec 8>"$1/alive"; flock 8; exec "$0" $2 "$1/program.sh"';
    const child = spawn(shell, [...options, '-c', receive, shell, folder, ...options], {
      detached: true,
      env: { PATH },
      stdio: 'ignore',
    });
    children.push(child);
    const events = (): readonly ProgramEvent[] =>
      read(join(folder, 'events.jsonl'))
        .split('\n')
        .flatMap((line) => parseProgramEvent(line) ?? []);
    return { child, events, ended: new Promise((resolve) => child.on('exit', resolve)) };
  }

  const words = ({ events }: Program): readonly string[] =>
    events().flatMap((event) => (event.event === 'waiting' ? event.for : []));
  const order = (): string => read(join(path, 'order')).trim().replaceAll('\n', ' ');
  const waits = (program: Program): Promise<void> =>
    until('a program that waits', () => words(program).length > 0);
  const kill = async ({ child, ended }: Program): Promise<void> => {
    end(child);
    await ended;
  };

  it('lets them through in the order in which they came, without those that were killed or gave up', async () => {
    const holder = start('r1');
    await until('the holder', () => order() === 'r1');
    const programs: Program[] = [];
    for (const id of ['r9', 'r3', 'r7', 'r2', 'r8']) {
      programs.push(start(id, { seconds: id === 'r2' ? 1 : 60 }));
      await waits(programs.at(-1) ?? holder);
    }
    const [first, killed, , late] = programs;
    if (first === undefined || killed === undefined || late === undefined) throw new Error('none');
    expect(words(first)[0]).toBe("the lock, held by the deploy of the r1's (r1, u)");
    expect(words(killed)[0]).toMatch(/, behind the deploy of the r9/);
    await late.ended;
    expect(late.events().at(-1)).toMatchObject({
      error: 'deploy-locked',
      values: {
        holder: expect.stringContaining('the deploy of the r1'),
        queue: expect.stringMatching(/^, behind .*\(r9, u\) and .*\(r3, u\) and .*\(r7, u\)$/),
      },
    });
    await kill(killed);
    // What takes back does not wait behind what waits.
    const urgent = start('r5', { kind: 'take-back' });
    await waits(urgent);
    writeFileSync(join(path, 'go'), '');
    await Promise.all([...programs, urgent, holder].map(({ ended }) => ended));
    expect(order()).toBe('r1 r5 r9 r7 r8');
    expect(readdirSync(kit('queue'))).toEqual([]);
  });

  it('names whoever holds the lock, also where it is no deploy', async () => {
    const flock = spawn('flock', [kit('lock'), 'sleep', '600'], { detached: true });
    children.push(flock);
    await until('the lock', () => existsSync(kit('lock')));
    await until('the holder', () => spawnSync('flock', ['-n', kit('lock'), 'true']).status !== 0);
    const program = start('r1', { seconds: 0 });
    await program.ended;
    const end = program.events().at(-1);
    expect(end).toMatchObject({ error: 'deploy-locked', values: { queue: '' } });
    const holder = /^process \d+ of \w+ \((flock|sleep)\), which is no deploy$/;
    expect(end?.event === 'end' && end.values?.holder).toMatch(holder);
    const looked = spawnSync(shell, [...options, '-c', survey, 'x', path, '', '', ''], {
      env: { PATH },
      encoding: 'utf8',
    });
    expect(/^holder=(.*)$/m.exec(looked.stdout)?.[1]).toMatch(holder);
  });
});
