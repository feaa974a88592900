import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkout } from '../../src/local/outside/checkout.js';
import { githubWorkflowReader } from '../../src/workflows/outside/github-workflow-reader.js';
import { checkWorkflows } from '../../src/workflows/check-workflows.js';
import { matches } from '../../src/workflows/plan/ref-pattern.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { renderRates } from '../../scripts/render-workflow-check.js';
import { publicRepositories } from '../support/public-workflows.js';
import { check, shortly } from '../support/workflow-cases.js';

/** `npm run fuzz` sets it high. */
const runs = Number(process.env.FUZZ_RUNS ?? 200);

describe('workflows that are well', () => {
  const examples = readdirSync(join(repositoryRoot, 'examples')).map((name) => `examples/${name}`);

  it.each(['.', ...examples])('%s has nothing to report', async (folder) => {
    const result = await checkWorkflows(
      checkout(join(repositoryRoot, folder)),
      githubWorkflowReader(),
      { repository: 'acme/app', defaultBranch: 'main' },
    );
    expect(result.files).toBeGreaterThan(0);
    expect(shortly(result)).toEqual([]);
  });
});

describe('public repositories', () => {
  it.each(publicRepositories().map((repository) => [repository.repository, repository] as const))(
    '%s',
    async (name, { files, expected, wrong, missed }) => {
      const { reports } = await check(files, { repository: name });
      const found = reports.map(({ rule, place }) => `${rule} ${place.file}:${place.line}`);
      const wanted = [...expected.filter((report) => !missed.has(report)), ...wrong.keys()];
      expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
    },
  );
});

it('the rates in docs/workflow-check.md are these', () => {
  const document = readFileSync(join(repositoryRoot, 'docs', 'workflow-check.md'), 'utf8');
  const cells = (text: string): string => text.replace(/[ -]+/g, ' ');
  expect(cells(document)).toContain(cells(renderRates(publicRepositories())));
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
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(part, { maxLength: 30 }).map((lines) => lines.join('\n')),
    fc.jsonValue().map((value) => JSON.stringify(value)),
  );

  it('is read without a crash, in time', async () => {
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

  it.each([
    [
      'aliases that grow beyond measure',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index] ?? ''}, `.repeat(9)}]`)
        .join('\n')}`,
    ],
    ['a file of ten megabytes', 'a: b\n'.repeat(2_000_000)],
    ['lists in lists', '['.repeat(20_000)],
    ['a long expression', `on: push\njobs:\n  a:\n    if: ${'('.repeat(20_000)}\n`],
    ['many expressions in a group', `on: push\nconcurrency: ${'${{ a || b }}'.repeat(500)}\n`],
    [
      'a pattern of many stars',
      `on:\n  push:\n    branches: ['${'*a'.repeat(5000)}', '${'a'.repeat(5000)}']\n`,
    ],
    [
      'jobs that need each other',
      `on: push\njobs:\n${Array.from({ length: 150 }, (_, index) => `  j${index}:\n    needs: [${Array.from({ length: index }, (_unused, other) => `j${other}`).join(', ')}]\n    runs-on: x\n    steps: [{ run: docker push x }]\n`).join('')}`,
    ],
    [
      'thousands of jobs',
      `on: push\njobs:\n${Array.from({ length: 5000 }, (_, index) => `  j${index}: { runs-on: x, steps: [{ run: ls }] }\n`).join('')}`,
    ],
    [
      'thousands of suppressions',
      `on: push\njobs:\n${'# deploy-kit: allow race because x\n'.repeat(20_000)}  j: { runs-on: x, steps: [{ run: ls }] }\n`,
    ],
    [
      'a value put into itself',
      `on: push\nenv:\n  A: ${'$A'.repeat(140)}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${'$A'.repeat(5000)}\n`,
    ],
  ])('%s', async (_, source) => {
    const started = performance.now();
    const { files } = await check({ 'a.yml': source, 'b.yml': source });
    expect(files).toBe(2);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('workflows that call each other end', async () => {
    const calls = (names: readonly string[]): string =>
      `on: [push, workflow_call]\njobs:\n${names.map((name, index) => `  j${index}:\n    uses: ./.github/workflows/${name}.yml\n`).join('')}`;
    const all = 'abcdefgh'.split('');
    const result = await check(Object.fromEntries(all.map((name) => [`${name}.yml`, calls(all)])));
    expect(result.files).toBe(8);
  });

  it('patterns of branches are matched as GitHub does', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['*', 'main', true],
      ['*', 'feature/x', false],
      ['**', 'feature/x', true],
      ['releases/**-alpha', 'releases/3.0-alpha', true],
      ['v2*', 'v2.1', true],
      ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
      ['v[12].[0-9]+.[0-9]+', 'v3.0.0', false],
      ['colou?r', 'color', true],
      ['colou?r', 'colour', true],
      ['a.b', 'axb', false],
      ['a\\+b', 'a+b', true],
    ];
    expect(cases.filter(([pattern, name, fits]) => matches(pattern, name) !== fits)).toEqual([]);
  });
});
