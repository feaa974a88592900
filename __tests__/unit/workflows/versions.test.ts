import { describe, expect, it } from '@jest/globals';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('versions', () => {
  it('actions by a branch', async () => {
    const found = await check({ 'a.yml': jobWorkflow([], ['- uses: acme/tool@main']) });
    expect(shortly(found)).toEqual(['moving-action a.yml:7:15']);
    for (const uses of [
      'acme/tool@v1',
      'acme/tool@1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      './tool',
      'docker://alpine:3',
    ])
      expect(shortly(await check({ 'a.yml': jobWorkflow([], [`- uses: ${uses}`]) }))).toEqual([]);
  });

  it('one report a file for actions of old runtimes, with each line', async () => {
    const found = await check({
      'a.yml': jobWorkflow(
        [],
        [
          '- uses: actions/checkout@v4',
          '- uses: actions/setup-node@v3',
          '- uses: actions/cache@v5',
        ],
      ),
    });
    expect(shortly(found)).toEqual(['runtime-deprecated a.yml:7:15']);
    expect(found.reports[0]?.fix).toBe(
      'line 7: uses: actions/checkout@v5 (or newer)\nline 8: uses: actions/setup-node@v5 (or newer)',
    );
    expect(
      shortly(await check({ 'a.yml': jobWorkflow([], ['- uses: actions/checkout@v5']) })),
    ).toEqual([]);
  });

  it('runners that are gone, and local actions of old versions', async () => {
    const old = jobWorkflow([], ['- uses: ./x']).replace('ubuntu-latest', 'ubuntu-20.04');
    const action = (node: string): string =>
      `name: x\ndescription: x\nruns:\n  using: ${node}\n  main: x.js\n`;
    const found = await check({ 'a.yml': old, 'x/action.yml': action('node16') });
    expect(shortly(found)).toEqual([
      'runtime-deprecated a.yml:4:3',
      'runtime-deprecated x/action.yml:4:10',
    ]);
    expect(found.reports[0]?.fix).toBe('job: runs-on: ubuntu-latest');
    const mended = { 'a.yml': jobWorkflow([], ['- uses: ./x']), 'x/action.yml': action('node24') };
    expect(shortly(await check(mended))).toEqual([]);
    const matrix =
      'on: push\njobs:\n  x:\n    strategy:\n      matrix: { os: [ubuntu-24.04, ubuntu-20.04], include: [{ os: macos-12 }] }\n    runs-on: ${{ matrix.os }}\n    steps: [{ run: make }]\n';
    const many = await check({ 'a.yml': matrix });
    expect(shortly(many)).toEqual(['runtime-deprecated a.yml:3:3']);
    expect(many.reports[0]?.fix).toBe('x: os: ubuntu-latest\nx: os: macos-latest');
    const own = old.replace('ubuntu-20.04', '[self-hosted, ubuntu-20.04]');
    expect(shortly(await check({ 'a.yml': own, 'x/action.yml': action('node24') }))).toEqual([]);
  });

  it('commands that are gone', async () => {
    const found = await check({
      'a.yml': jobWorkflow([], ['- run: |', '    make', '    echo "::set-output name=a::b"']),
    });
    expect(shortly(found)).toEqual(['runtime-deprecated a.yml:9:11']);
    expect(found.reports[0]?.fix).toBe('echo "name=value" >> "$GITHUB_OUTPUT"');
  });
});
