import { describe, expect, it } from '@jest/globals';
import { check, shortly } from '../../support/workflow-cases.js';

describe('reusable workflows', () => {
  const called = (declared: string): string => `on:
  workflow_call:
${declared}jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - run: make
        env:
          TOKEN: \${{ secrets.TOKEN }}
`;
  const caller = (secrets: string): string =>
    `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${secrets}`;
  const declared = '    secrets:\n      TOKEN: { required: true }\n';

  it('a secret that is not declared is empty', async () => {
    const found = await check({ 'a.yml': caller(''), 'called.yml': called('') });
    expect(shortly(found)).toEqual(['secret-undeclared called.yml:9:18']);
    expect(found.reports[0]?.fix).toContain(
      'on:\n  workflow_call:\n    secrets:\n      TOKEN:\n        required: true',
    );
    expect(
      shortly(await check({ 'a.yml': caller('    secrets: inherit\n'), 'called.yml': called('') })),
    ).toEqual([]);
    expect(
      shortly(
        await check({
          'a.yml': caller('    secrets:\n      TOKEN: ${{ secrets.T }}\n'),
          'called.yml': called(declared),
        }),
      ),
    ).toEqual([]);
  });

  it('nor is one that is named by an index, in the workflow’s own variables, or handed on', async () => {
    const forms = [
      called('').replace('secrets.TOKEN', "secrets['TOKEN']"),
      called('')
        .replace('jobs:\n', 'env: { A: "${{ secrets.TOKEN }}" }\njobs:\n')
        .replace(/ {8}env:\n.*\n/, ''),
      called('').replace(
        / {4}steps:[^]*/,
        '    container: { image: a, credentials: { username: b, password: "${{ secrets.TOKEN }}" } }\n    steps: [{ run: make }]\n',
      ),
      `on: workflow_call\njobs:\n  x:\n    uses: a/b/.github/workflows/c.yml@v1\n    secrets: { T: "\${{ secrets.TOKEN }}" }\n`,
    ];
    for (const form of forms) {
      const rules = async (secrets: string) =>
        (await check({ 'a.yml': caller(secrets), 'called.yml': form })).reports.map(
          ({ rule }) => rule,
        );
      expect(await rules('')).toEqual(['secret-undeclared']);
      expect(await rules('    secrets: inherit\n')).toEqual([]);
    }
  });

  it('one that is required is handed on, and only declared ones are', async () => {
    expect(shortly(await check({ 'a.yml': caller(''), 'called.yml': called(declared) }))).toEqual([
      'secret-undeclared a.yml:4:11',
    ]);
    const both = '    secrets:\n      TOKEN: ${{ secrets.T }}\n      OTHER: ${{ secrets.O }}\n';
    expect(shortly(await check({ 'a.yml': caller(both), 'called.yml': called(declared) }))).toEqual(
      ['secret-undeclared a.yml:7:7'],
    );
  });
});
