import { describe, expect, it } from '@jest/globals';
import { after, onPush, sender, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('what GITHUB_TOKEN starts', () => {
  it('D3: a run that it dispatched fires no workflow_run', async () => {
    const run = (token: string): string => `      - run: gh workflow run phase.yml
        env:
          GH_TOKEN: ${token}
`;
    const files = (token: string) => ({
      'a.yml': sender(onPush, run(token)),
      'phase.yml': workflow('Phase', '  workflow_dispatch:'),
      'next.yml': workflow('Next', after('Phase')),
    });
    const found = await check(files('${{ github.token }}'));
    expect(shortly(found)).toEqual(['token-starts-nothing a.yml:9:14']);
    expect(found.reports[0]?.message).toContain('next.yml never starts after it');
    expect(shortly(await check(files('${{ secrets.APP_TOKEN }}')))).toEqual([]);
  });

  it('a release that it makes starts nothing', async () => {
    const files = (step: string) => ({
      'release.yml': sender(onPush, step),
      'publish.yml': workflow('Publish', '  release:\n    types: [published]', '', 'npm publish'),
    });
    const found = await check(files('      - uses: softprops/action-gh-release@v3\n'));
    expect(shortly(found)).toEqual(['token-starts-nothing release.yml:9:15']);
    const command =
      '      - run: gh release create v1\n        env: { GH_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n';
    expect(shortly(await check(files(command)))).toEqual(['token-starts-nothing release.yml:9:14']);
    const draft = '      - uses: softprops/action-gh-release@v3\n        with: { draft: true }\n';
    expect(shortly(await check(files(draft)))).toEqual([]);
    const app =
      '      - uses: softprops/action-gh-release@v3\n        with: { token: "${{ secrets.PAT }}" }\n';
    expect(shortly(await check(files(app)))).toEqual([]);
  });

  it('what a tag started has its tag already: only the release starts nothing', async () => {
    const release = '      - uses: softprops/action-gh-release@v3\n';
    const tags = "  push:\n    tags: ['v*']";
    const files = (on: string) => ({
      'release.yml': sender(tags, release),
      'publish.yml': workflow('Publish', on, '', 'npm publish'),
    });
    expect(shortly(await check(files(tags)))).toEqual([]);
    expect(shortly(await check(files('  release:')))).toEqual([
      'token-starts-nothing release.yml:9:15',
    ]);
    const uploads = sender('  release:\n    types: [published]', release);
    expect(shortly(await check({ ...files('  release:'), 'release.yml': uploads }))).toEqual([]);
  });

  it.each([
    [
      'a step of semantic-release',
      '      - run: npx semantic-release\n        env: { GITHUB_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n',
      14,
    ],
    [
      'an action that tags',
      '      - uses: anothrNick/github-tag-action@1\n        env: { GITHUB_TOKEN: "${{ secrets.GITHUB_TOKEN }}" }\n',
      15,
    ],
  ])('nor does %s', async (_, step, column) => {
    const publish = workflow('Publish', "  push:\n    tags: ['v*']", '', 'npm publish');
    expect(shortly(await check({ 'a.yml': sender(onPush, step), 'b.yml': publish }))).toEqual([
      `token-starts-nothing a.yml:9:${column}`,
    ]);
    const app = step.replace('secrets.GITHUB_TOKEN', 'secrets.APP_TOKEN');
    expect(shortly(await check({ 'a.yml': sender(onPush, app), 'b.yml': publish }))).toEqual([]);
  });

  it('nor does a tag that it pushes', async () => {
    const files = (checkout: string) => ({
      'release.yml': sender(
        onPush,
        `      - uses: actions/checkout@v5\n${checkout}      - run: |\n          git tag "v$VERSION"\n          git push origin --tags\n`,
      ),
      'publish.yml': workflow('Publish', "  push:\n    tags: ['v*']", '', 'npm publish'),
    });
    expect(shortly(await check(files('')))).toEqual(['token-starts-nothing release.yml:10:14']);
    expect(shortly(await check(files('        with: { token: "${{ secrets.PAT }}" }\n')))).toEqual(
      [],
    );
  });
});
