import { describe, expect, it } from '@jest/globals';
import { failure } from '../../src/errors/index.js';
import { failed, failedBy, passed, skipped, warned } from '../../src/local/plan/finding.js';
import { platformFindings, readReach } from '../../src/preflight/plan/image-findings.js';
import { portFindings } from '../../src/preflight/plan/port-findings.js';
import { failures, renderPreflight, worstVerdict } from '../../src/preflight/plan/report.js';
import { blueGreenFindings } from '../../src/preflight/plan/proxy-findings.js';
import { surveyFindings } from '../../src/preflight/plan/server-findings.js';
import { parseSurvey } from '../../src/preflight/plan/survey.js';
import { parseServerFacts } from '../../src/server/plan/server-facts.js';
import { readComposeProject, type ComposeService } from '../../src/compose/compose-project.js';

const whole = `now=1000
system=Debian GNU/Linux 12 (bookworm)
memory-free-kb=1000000
images-free-kb=9000000
images-inodes=600000 500000
listens=tcp 00000000:0050
listens=tcp 0100007F:1F90
listens=tcp6 00000000000000000000000001000000:0051
listens=udp 00000000:0035
container=/opt/app|app|app-web-1|0.0.0.0:80->80/tcp, :::80->80/tcp, 9000/tcp
container=||front|127.0.0.1:7000-7001->7000-7001/tcp
holder=r1 of ada
leftover=r0.part
foreign=app.conf
end=yes
`;

const survey = parseSurvey(whole);
if (survey === undefined) throw new Error('the survey can not be read');

const facts = parseServerFacts(
  'path=/opt/app\nuser=deploy\narch=x86_64\ndisk-free-kb=9000000\nend=yes\n',
);
if (facts === undefined) throw new Error('the facts can not be read');

const context = {
  facts,
  host: 'server',
  asked: 1000,
  answered: 1001,
  imageBytes: 1024 * 1024,
  lockTimeoutSeconds: 600,
};

function services(ports: string): readonly ComposeService[] {
  const text = `services: { web: { image: a, ports: [${ports}] } }`;
  const files = ['compose.yml'];
  return readComposeProject({ files, readFile: () => text, env: new Map() }).services;
}

describe('What a server shows', () => {
  it('is read: addresses as the kernel writes them, ports as Docker does', () => {
    expect(survey.listens).toEqual([
      { protocol: 'tcp', address: '', port: 80 },
      { protocol: 'tcp', address: '127.0.0.1', port: 8080 },
      { protocol: 'tcp', address: '::1', port: 81 },
      { protocol: 'udp', address: '', port: 53 },
    ]);
    expect(survey.containers).toEqual([
      {
        folder: '/opt/app',
        project: 'app',
        name: 'app-web-1',
        ports: [
          { protocol: 'tcp', address: '', port: 80 },
          { protocol: 'tcp', address: '', port: 80 },
        ],
      },
      {
        folder: '',
        project: '',
        name: 'front',
        ports: [7000, 7001].map((port) => ({ protocol: 'tcp', address: '127.0.0.1', port })),
      },
    ]);
    expect(survey).toMatchObject({ clock: 1000, holder: 'r1 of ada', leftovers: ['r0.part'] });
    expect(parseSurvey(whole.replace('end=yes', ''))).toBeUndefined();
  });

  it.each([
    ['a clock that is behind', { clock: 500 }, 'server: clock', /is 500 s behind/],
    ['a clock that is ahead', { clock: 9000 }, 'server: clock', /is 7999 s ahead/],
    ['little memory', { memoryFreeKilobytes: 1024 }, 'server: memory', /^1 MB free, swap included/],
    [
      'little room',
      { images: { freeKilobytes: 200_000, freeInodes: undefined } },
      'server: disk',
      /^195 MB free, of which the images to pull take about 3 MB/,
    ],
    [
      'few inodes',
      { images: { freeKilobytes: 9_000_000, freeInodes: 7 } },
      'server: disk',
      /only 7 more files fit/,
    ],
  ])('%s is a warning', (_, more, check, detail) => {
    const rows = surveyFindings({ ...survey, ...more }, context);
    expect(rows).toContainEqual(
      expect.objectContaining({ check, verdict: 'warn', detail: expect.stringMatching(detail) }),
    );
  });

  it('has no room for images that are larger than what is free', () => {
    const rows = surveyFindings(survey, { ...context, imageBytes: 14e9 });
    expect(rows.find(({ check }) => check === 'server: disk')).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('the images to pull have 13 GB'),
    });
  });
});

describe('Ports of the server', () => {
  it.each([
    ['its own', '"80:80"', '/opt/app', 'pass', /^80: nobody else's/],
    ['another project’s', '"80:80"', '/opt/x', 'fail', /by the container app-web-1/],
    ['of another container, in a range', '"7001:1"', '/opt/app', 'fail', /by the container front/],
    ['on another address', '"10.0.0.1:7001:1"', '/opt/app', 'pass', /nobody else's/],
    ['a program’s', '"8080:80"', '/opt/app', 'fail', /by a program outside of Docker/],
    ['its own, started from another folder', '"80:80"', '/opt/app/', 'pass', /nobody else's/],
    ['of a range that is not all taken', '"7001-7002:1"', '/opt/x', 'pass', /^7001-7002/],
    ['of another protocol', '"53:53"', '/opt/app', 'pass', /nobody else's/],
    ['none', '"80"', '/opt/app', 'pass', /publish none/],
  ])('%s', (_, ports, folder, verdict, detail) => {
    const [row] = portFindings(services(ports), survey, {
      folder,
      project: folder.split('/')[2] ?? '',
    });
    expect(row).toMatchObject({ verdict, detail: expect.stringMatching(detail) });
  });
});

describe('The proxy of a blue-green deploy', () => {
  const proxy = { template: '', file: '/opt/conf', reload: { container: 'front' } };
  it.each([
    ['nginx', 'proxy=nginx', 'pass', 'nginx, in the container front'],
    ['Caddy that hands over', 'proxy=caddy 1', 'pass', 'Caddy, in the container front'],
    [
      'Caddy on a kernel that can not',
      'proxy=caddy',
      'pass',
      'front, on a kernel that does not say',
    ],
    ['Caddy that does not', 'proxy=caddy 0', 'warn', 'opens its ports anew at each reload'],
    ['neither', 'proxy=', 'fail', 'neither nginx nor Caddy answers in the container front'],
    ['another one', 'clock=1', 'fail', 'neither nginx nor Caddy'],
  ])('%s', (_, fact, verdict, detail) => {
    const seen = parseSurvey(whole.replace('end=', `${fact}\nend=`));
    if (seen === undefined) throw new Error('the survey can not be read');
    expect(blueGreenFindings(proxy, seen, facts, 'server')).toEqual([
      expect.objectContaining({ verdict, detail: expect.stringContaining(detail) }),
    ]);
  });

  it('is reloaded by a script that only a deploy runs, and its file must be writable', () => {
    const script = { ...proxy, reload: { script: 'reload.sh' } };
    const rows = blueGreenFindings(script, { ...survey, unwritable: '/opt/conf' }, facts, 'server');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['skipped', 'fail']);
    expect(rows[1]?.fix).toContain('sudo chown deploy /opt/conf');
    expect(blueGreenFindings(undefined, survey, facts, 'server')).toEqual([]);
  });
});

describe('Images', () => {
  it('must be for the machine of the server', () => {
    const verdict = (platform: string, ...platforms: string[]): string | undefined =>
      platformFindings([{ reference: 'a', platforms }], platform)[0]?.verdict;
    expect(verdict('linux/aarch64', 'linux/arm64')).toBe('pass');
    expect(verdict('linux/arm64', 'linux/arm/v7')).toBe('pass');
    expect(verdict('linux/arm', 'linux/arm/v6')).toBe('pass');
    expect(verdict('linux/amd64', 'linux/386', 'unknown')).toBe('pass');
    expect(verdict('linux/arm/v6', 'linux/arm/v7')).toBe('fail');
    expect(verdict('linux/amd64', 'linux/arm64')).toBe('fail');
    expect(verdict('linux/amd64', 'unknown')).toBe('skipped');
    expect(platformFindings([], 'linux/amd64')[0]?.verdict).toBe('skipped');
  });

  it('must reach the server; what is no answer of the registry is only a warning', () => {
    expect(readReach('answered=a\nthere=b\nend=yes\n', false)).toEqual({
      there: new Set(['b']),
      findings: [passed('server: registry', 'it answers for a; on the server already: b')],
    });
    const verdict = (message: string): string | undefined =>
      readReach(`refused=a|${message}\nend=yes\n`, false)?.findings[0]?.verdict;
    expect(verdict('denied: requested access')).toBe('fail');
    expect(verdict('manifest unknown')).toBe('fail');
    expect(verdict('no basic auth credentials')).toBe('fail');
    expect(verdict('dial tcp: i/o timeout')).toBe('warn');
    const untried = readReach('refused=a|denied\nrefused=b|not found\nend=yes\n', true);
    expect(untried?.findings.map((finding) => finding.verdict)).toEqual(['skipped', 'fail']);
    expect(verdict('docker manifest is only supported with experimental')).toBe('skipped');
    expect(readReach('answered=a\n', true)).toBeUndefined();
  });
});

describe('The report', () => {
  const rows = [
    passed('a', 'well'),
    warned('b', 'x | y', 'run `a | b` *now*'),
    failed('c', '<script>', 'mend'),
    skipped('d', 'why'),
    failedBy('e', failure('ssh-key-missing', {})),
  ];

  it('is one table, the worst first, and nothing in it is markup of others', () => {
    const lines = renderPreflight(rows, 'flowchart LR').split('\n');
    expect(lines[2]).toBe('2 fail, 1 warn, 1 pass, 1 skipped.');
    expect(lines.slice(6, 11)).toEqual([
      '| :x: | c | \\<script\\> | mend |',
      expect.stringMatching(/^\| :x: \| e \| There is no SSH key to log in with\. /),
      '| :warning: | b | x \\| y | run `a \\| b` \\*now\\* |',
      '| :heavy_minus_sign: | d | why |  |',
      '| :white_check_mark: | a | well |  |',
    ]);
    expect(lines).toContain('flowchart LR');
  });

  it('keeps an edit as it is to be written', () => {
    const cell = (fix: string): string | undefined =>
      renderPreflight([warned('a', 'b', fix)], undefined)
        .split('\n')[6]
        ?.split(' | ')[3];
    expect(cell('In `x`:\non:\n  push: [a]')).toBe('In `x`:<pre>on:<br>  push: \\[a\\]</pre> |');
    expect(cell('line 7: `b`\nline 8: c')).toBe('line 7: `b`<br>line 8: c |');
    expect(cell('Mend it:')).toBe('Mend it: |');
  });

  it('fails by the level that was asked for', () => {
    expect(worstVerdict(rows)).toBe('fail');
    expect(failures(rows, 'fail').map(({ check }) => check)).toEqual(['c', 'e']);
    expect(failures(rows, 'warn')).toHaveLength(3);
    expect(failures(rows, 'never')).toEqual([]);
  });
});
