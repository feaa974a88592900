import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  fileChanges,
  parseServerFiles,
  type ServerFiles,
} from '../../../src/deploy/plan/file-changes.js';
import { checksumLines } from '../../../src/deploy/plan/shipped-files.js';
import { textEntry } from '../../../src/local/plan/text-entry.js';
import type { WorkspaceFile } from '../../../src/local/workspace.js';
import { files as script } from '../../../src/server/shell/scripts.js';

const scratch = mkdtempSync(join(tmpdir(), 'deploy-kit-files-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

// BusyBox's own tools stand before the machine's.
const applets = join(scratch, 'applets');
mkdirSync(applets);
spawnSync('busybox', ['--install', '-s', applets]);
const systems = [
  ['dash', process.env.PATH ?? ''],
  ['busybox', `${applets}:${process.env.PATH ?? ''}`],
] as const;

const text = (path: string, content: string, mode = 0o644): WorkspaceFile =>
  textEntry(path, mode, content);
const link = (path: string, target: string): WorkspaceFile => ({
  path,
  mode: 0o777,
  content: { kind: 'link', target },
});

interface Case {
  /** What the live release has shipped; `undefined`: there is none. */
  readonly live?: readonly WorkspaceFile[];
  readonly release: readonly WorkspaceFile[];
  readonly server: readonly WorkspaceFile[];
  readonly definitions?: readonly string[];
  readonly allow?: string;
}

let made = 0;

function put(folder: string, { path, mode, content }: WorkspaceFile): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (content.kind === 'link') symlinkSync(content.target, file);
  else {
    writeFileSync(file, content.read());
    chmodSync(file, mode);
  }
}

/** A deploy folder in that state. */
function folderOf({ live, server }: Pick<Case, 'live' | 'server'>): string {
  const folder = join(scratch, `app ${(made += 1)}`);
  mkdirSync(folder);
  for (const file of server) put(folder, file);
  if (live === undefined) return folder;
  put(folder, text('.deploy-kit/current', '1'));
  const sums = checksumLines(live).map((line) => `${line}\n`);
  put(folder, text('.deploy-kit/releases/1/files.sha256', sums.join('')));
  return folder;
}

function look(
  [shell, path]: (typeof systems)[number],
  folder: string,
  { release, definitions = [], allow = '' }: Omit<Case, 'live' | 'server'>,
): ServerFiles {
  const args = shell === 'busybox' ? ['sh', '-s'] : ['-s'];
  const input = [...checksumLines(release), '', ...definitions, ''].join('\n');
  const program = join(scratch, 'look.sh');
  writeFileSync(program, script);
  const { stdout, stderr } = spawnSync(shell, [...args.slice(0, -1), program, folder, allow], {
    input,
    env: { PATH: path },
    encoding: 'utf8',
  });
  const seen = parseServerFiles(stdout);
  if (seen === undefined || stderr !== '') throw new Error(`${stdout}${stderr}`);
  return seen;
}

const [a, b, c] = ['A', 'B', 'C'].map((content) => text('conf/x.ini', content)) as [
  WorkspaceFile,
  WorkspaceFile,
  WorkspaceFile,
];
const env = ['env ./conf/x.ini'];
const compose = ['compose ./conf/x.ini'];
const mode = (file: WorkspaceFile, other: number): WorkspaceFile => ({ ...file, mode: other });

describe.each(systems)('With %s', (...system) => {
  it.each<[string, string, Case]>([
    ['nothing is there', 'add', { release: [a], server: [] }],
    ['it is the same already', '', { release: [a], server: [a] }],
    ['it is as it was shipped', 'write', { live: [a], release: [b], server: [a] }],
    ['the server has it already', '', { live: [a], release: [b], server: [b] }],
    ['only the server has changed it', 'keep', { live: [a], release: [a], server: [c] }],
    ['both have changed it', 'both', { live: [a], release: [b], server: [c] }],
    [
      'both have, allowed',
      'replace',
      { live: [a], release: [b], server: [c], allow: 'x server-files' },
    ],
    [
      'only the server has, allowed',
      'keep',
      { live: [a], release: [a], server: [c], allow: 'server-files' },
    ],
    ['no release has put it there', 'foreign', { release: [a], server: [b] }],
    ['nor has the live one', 'foreign', { live: [], release: [a], server: [b] }],
    [
      'the first release has a Compose file',
      'replace',
      { release: [a], server: [b], definitions: compose },
    ],
    [
      'the first release has an env file',
      'foreign',
      { release: [a], server: [b], definitions: env },
    ],
    [
      'a Compose file, changed on the server',
      'definition',
      { live: [a], release: [a], server: [c], definitions: compose },
    ],
    [
      'an env file, changed on the server',
      'definition',
      { live: [a], release: [a], server: [c], definitions: env },
    ],
    ['it goes', 'remove', { live: [a], release: [], server: [a] }],
    ['it goes, and the server has changed it', 'leave', { live: [a], release: [], server: [c] }],
    ['it goes, and is gone', '', { live: [a], release: [], server: [] }],
    [
      'the release changes its mode',
      'write',
      { live: [a], release: [mode(a, 0o755)], server: [a] },
    ],
    ['the server has changed its mode', '', { live: [a], release: [a], server: [mode(a, 0o600)] }],
    ['a file by hand has another mode', '', { release: [a], server: [mode(a, 0o664)] }],
    [
      'a link leads elsewhere',
      'write',
      { live: [link('l', 'a')], release: [link('l', 'b')], server: [link('l', 'a')] },
    ],
    [
      'a link is as it was',
      '',
      { live: [link('l', 'a')], release: [link('l', 'a')], server: [link('l', 'a')] },
    ],
    [
      'a file stands for a link',
      'keep',
      { live: [link('l', 'a')], release: [link('l', 'a')], server: [text('l', 'a')] },
    ],
    [
      'a link leads to what the release has',
      '',
      { live: [a], release: [a], server: [text('a', 'A'), link('conf/x.ini', '../a')] },
    ],
    [
      'a link does, which no release has put there',
      '',
      { release: [a], server: [text('a', 'A'), link('conf/x.ini', '../a')], definitions: env },
    ],
    [
      'a link leads to something else',
      'foreign',
      { release: [a], server: [text('b', 'B'), link('conf/x.ini', '../b')] },
    ],
    [
      'a link has come, and the release changes the file',
      'both',
      { live: [a], release: [b], server: [text('a', 'A'), link('conf/x.ini', '../a')] },
    ],
    [
      'a Compose file was a link, on the first release',
      'replace',
      { release: [a], server: [link('conf/x.ini', '../b')], definitions: compose },
    ],
    [
      'a folder stands for a file',
      'folder',
      { release: [text('d', 'x')], server: [text('d/e', '')] },
    ],
    [
      'a file stands for a folder',
      'no folder',
      { release: [text('d/e', '')], server: [text('d', 'x')] },
    ],
    [
      'a file makes way for a folder',
      'add',
      { live: [text('d', 'x')], release: [text('d/e', '')], server: [text('d', 'x')] },
    ],
    [
      'its name is hard',
      'write',
      {
        live: [text('- a\\n$(id) \'".x ', 'A')],
        release: [text('- a\\n$(id) \'".x ', 'B')],
        server: [text('- a\\n$(id) \'".x ', 'A')],
      },
    ],
  ])('where %s: %s', (_, expected, { live, server, ...asked }) => {
    const folder = folderOf({ ...(live === undefined ? {} : { live }), server });
    const { fates, refusal } = look(system, folder, asked);
    const fate = fates.get((asked.release[0] ?? a).path) ?? '';
    const words: Readonly<Record<string, string>> = {
      both: 'changed on the server and in the release',
      definition: 'though Compose starts by it',
      foreign: 'where no release has put it',
      folder: 'is a folder',
      'no folder': 'is no folder',
    };
    const why = words[expected];
    expect(why === undefined ? fate : Object.values(refusal?.values ?? {}).join()).toEqual(
      why === undefined ? expected : expect.stringContaining(why),
    );
    if (why === undefined) expect(refusal).toBeUndefined();
  });

  it.each<[string, readonly WorkspaceFile[], string]>([
    ['back to itself', [link('.env', './x/../.env')], 'rm .* leads back to itself'],
    ['to a device', [link('.env', '/dev/null')], 'rm .* leads to /dev/null, which is no file'],
    ['to a file of the release', [link('.env', './conf/x.ini'), a], 'rm .* a file of the release'],
    ['into a folder that is gone', [link('.env', 'gone/env')], 'ls -ld .*gone is not there'],
    ['to nothing', [link('.env', 'site.conf')], ''],
    [
      'to another file',
      [link('.env', 'more'), link('more', 'site.conf'), text('site.conf', '')],
      '',
    ],
  ])('an .env that leads %s', (_, server, why) => {
    const folder = folderOf({ server: [...server, text('x/y', '')] });
    const { envLeadsTo, refusal } = look(system, folder, { release: [a] });
    const { mend = '', problems = '' } = refusal?.values ?? {};
    expect(`${mend} ${problems}`).toMatch(why === '' ? /^ $/ : new RegExp(why));
    if (why === '') expect(envLeadsTo).toBe('site.conf');
  });

  it('a deploy at work is told, and many files are named by twenty', () => {
    const many = Array.from({ length: 30 }, (_, index) => text(`f${index}`, 'x'));
    const folder = folderOf({ server: many });
    mkdirSync(join(folder, '.deploy-kit/transaction'), { recursive: true });
    const release = many.map((file) => text(file.path, 'y'));
    const { isMoving, refusal } = look(system, folder, { release });
    expect(isMoving).toBe(true);
    expect(refusal?.entry).toBe('server-files-changed');
    expect(refusal?.values.files).toMatch(/f0, f1, .* and 10 more$/);
  });
});

describe('fileChanges', () => {
  it('counts what stays', () => {
    const fates = new Map([
      ['a', 'add'],
      ['w', 'write'],
      ['r', 'replace'],
      ['k', 'keep'],
      ['gone', 'remove'],
      ['left', 'leave'],
    ] as const);
    const seen = { fates, livePins: '', isMoving: false, refusal: undefined };
    expect(fileChanges(seen, 10)).toEqual({
      ...{ added: ['a'], changed: ['w'], replaced: ['r'], removed: ['gone'] },
      ...{ kept: ['k', 'left'], unchanged: 6 },
    });
  });

  it('is nothing where the answer is not whole', () => {
    expect(parseServerFiles('fate=add ./x\n')).toBeUndefined();
  });
});
