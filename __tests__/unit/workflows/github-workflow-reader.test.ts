import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacters } from '../../support/any-characters.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { growthOfWork, proportional } from '../../support/growth-of-work.js';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

const runs = fuzzRuns(100);

/** A workflow of many jobs, each with the lines below its name. */
function jobs(count: number, lines: (index: number) => string): string {
  const all = Array.from({ length: count }, (_, index) => `  j${index}:\n${lines(index)}`);
  return `on: push\njobs:\n${all.join('')}`;
}

describe('syntax', () => {
  it('is what GitHub’s parser says, where it says it', async () => {
    const found = await check({
      'a.yml': jobWorkflow([], ['- run: make', '  nonsense: 1']),
      'b.yml': 'on: [push\n',
      'c.yml':
        'on: repository_dispatch\njobs:\n  a:\n    needs: b\n    runs-on: x\n    steps: [{ run: x }]\n  c:\n    runs-on: x\n    steps: [{ run: x }]\n',
    });
    expect(shortly(found)).toEqual(['syntax a.yml:8:9', 'syntax b.yml:2:1', 'syntax c.yml:4:12']);
    expect(found.reports[0]?.message).toBe("GitHub's parser says: Unexpected value 'nonsense'");
  });

  it('steps that many jobs share by aliases are read', async () => {
    const jobs = Array.from(
      { length: 40 },
      (_, index) => `  j${index}: { runs-on: x, steps: *s }\n`,
    );
    const shared =
      '  a:\n    runs-on: x\n    steps: &s [&a { run: a }, &b { run: b }, *a, *b, *a, *b]\n';
    expect(shortly(await check({ 'a.yml': `on: push\njobs:\n${shared}${jobs.join('')}` }))).toEqual(
      [],
    );
  });

  it('what is not read, and what is empty, is said in words of the check’s own', async () => {
    const list = (name: string, of: string): string => `${name}: &${name} [${of.repeat(9)}]\n`;
    const bomb = `${list('a', 'x, ')}${['b', 'c', 'd', 'e', 'f'].map((name, at) => list(name, `*${'abcde'[at] ?? ''}, `)).join('')}`;
    const found = await check({ 'a.yml': bomb, 'b.yml': '# later\n\n', 'c.yml': '' });
    expect(
      found.reports.map(({ verdict, place, message }) => [verdict, place.file, message]),
    ).toEqual([
      ['fail', '.github/workflows/a.yml', expect.stringMatching(/^With its aliases written out/)],
      ['warn', '.github/workflows/b.yml', expect.stringMatching(/^The file holds no workflow/)],
      ['warn', '.github/workflows/c.yml', expect.stringMatching(/^The file holds no workflow/)],
    ]);
  });
});

describe('any text', () => {
  const part = fc.constantFrom(
    ...[
      'on:',
      'on: push',
      'on: [push, workflow_run]',
      'jobs:',
      'name: A',
      'concurrency: ${{ github.ref }}',
    ],
    ...[
      '  push:',
      '    branches: [main, "!x", "r/**"]',
      '  workflow_run:',
      '    workflows: [A]',
      '    types: [completed]',
    ],
    ...[
      '  repository_dispatch:',
      '    types: deploy',
      '  workflow_call:',
      '    secrets: { A: { required: true } }',
    ],
    ...[
      '  a:',
      '  b:',
      '    needs: [a, b]',
      '    needs: a',
      "    if: github.ref == 'x' && (",
      '    runs-on: x',
      '    steps:',
    ],
    ...[
      '      - run: ssh a@b "docker pull x',
      '      - run: |',
      '          gh workflow run ${{ "',
      '          curl https://api.github.com/repos/$GITHUB_REPOSITORY/dispatches -d event_type=x',
    ],
    ...[
      '      - uses: ./x',
      '      - uses: ./.github/actions/a',
      '    uses: ./.github/workflows/a.yml',
      '        with: { script: "${{ github.event }}" }',
    ],
    ...[
      '# deploy-kit: allow race because',
      'x: &a [*a, *a]',
      '- *b',
      '\t',
      '${{',
      '}}',
      '  ? x',
      '<<: *a',
      '"',
      "'",
      '{',
      ']',
      '|',
      '\u0000',
      '\r',
    ],
  );

  const text = fc.oneof(
    anyCharacters(300),
    fc.array(part, { maxLength: 30 }).map((lines) => lines.join('\n')),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );

  it('is read without a crash', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (a, b, action) => {
        const result = await check({
          'a.yml': a,
          'b.yaml': b,
          '.github/actions/a/action.yml': action,
        });
        expect(result.files).toBe(2);
        for (const { place, fix, message } of result.reports) {
          expect(place.line).toBeGreaterThan(0);
          expect(place.column).toBeGreaterThan(0);
          expect(message).not.toBe('');
          expect(fix).not.toBe('');
        }
      }),
      { numRuns: runs },
    );
  });

  describe('takes no more work than in proportion to its size', () => {
    it.each<[string, number, (size: number) => string]>([
      [
        'aliases that grow beyond measure',
        3,
        (size) =>
          `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
            .split('')
            .map(
              (name, index) =>
                `${name}: &${name} [${`*${'abcdefghij'[index] ?? ''}, `.repeat(size)}]`,
            )
            .join('\n')}`,
      ],
      ['a file of megabytes', 250_000, (size) => 'a: b\n'.repeat(size)],
      ['lists in lists', 5000, (size) => '['.repeat(size)],
      ['a long expression', 5000, (size) => `on: push\njobs:\n  a:\n    if: ${'('.repeat(size)}\n`],
      [
        'many expressions in a group',
        125,
        (size) => `on: push\nconcurrency: ${'${{ a || b }}'.repeat(size)}\n`,
      ],
      [
        'a pattern of many stars',
        1250,
        (size) => `on:\n  push:\n    branches: ['${'*a'.repeat(size)}', '${'a'.repeat(size)}']\n`,
      ],
      [
        'needs of jobs that need each other',
        2500,
        // Each needs all before it: their number is the root of that of the needs.
        (size) =>
          jobs(
            Math.sqrt(2 * size),
            (index) =>
              `    needs: [${Array.from({ length: index }, (_, other) => `j${other}`).join(', ')}]\n    runs-on: x\n    steps: [{ run: docker push x }]\n`,
          ),
      ],
      [
        'thousands of jobs',
        750,
        (size) => jobs(size, () => '    { runs-on: x, steps: [{ run: ls }] }\n'),
      ],
      [
        'thousands of suppressions',
        5000,
        (size) =>
          `on: push\njobs:\n${'# deploy-kit: allow race because x\n'.repeat(size)}  j: { runs-on: x, steps: [{ run: ls }] }\n`,
      ],
      [
        'a value put into itself',
        1250,
        (size) =>
          `on: push\nenv:\n  A: ${'$A'.repeat(size / 36)}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${'$A'.repeat(size)}\n`,
      ],
    ])('%s', async (_, size, source) => {
      const growth = await growthOfWork(
        async (many) => {
          const { files } = await check({ 'a.yml': source(many), 'b.yml': source(many) });
          expect(files).toBe(2);
        },
        size,
        proportional,
      );
      expect(growth).toBeLessThanOrEqual(proportional);
    });
  });

  it('workflows that call each other end', async () => {
    const calls = (names: readonly string[]): string =>
      `on: [push, workflow_call]\njobs:\n${names.map((name, index) => `  j${index}:\n    uses: ./.github/workflows/${name}.yml\n`).join('')}`;
    const all = 'abcdefgh'.split('');
    const result = await check(Object.fromEntries(all.map((name) => [`${name}.yml`, calls(all)])));
    expect(result.files).toBe(8);
  });
});
