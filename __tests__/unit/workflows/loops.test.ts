import { describe, expect, it } from '@jest/globals';
import { after, dispatch, onPush, sender, workflow } from '../../support/chain-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('loops', () => {
  it('a workflow that sends the event that it listens to', async () => {
    const on = `${onPush}\n  repository_dispatch:\n    types: [again]`;
    const found = await check({ 'a.yml': sender(on, dispatch('again')) });
    expect(shortly(found)).toEqual(['loop a.yml:13:23']);
    const once = `${dispatch('again')}        if: github.event_name == 'push'\n`;
    expect(shortly(await check({ 'a.yml': sender(on, once) }))).toEqual([]);
    const script =
      '      - run: |\n          if [ -n "$MORE" ]; then\n            gh workflow run a.yml\n          fi\n';
    expect(shortly(await check({ 'a.yml': sender('  workflow_dispatch:', script) }))).toEqual([]);
  });

  it('two workflows that send each other events, each under the type that it gets', async () => {
    const on = (type: string, condition: string, sent: string): string =>
      sender(`  repository_dispatch:\n    types: [${type}]`, dispatch(sent)).replace(
        '  send:\n',
        `  send:\n    if: github.event.action == '${condition}'\n`,
      );
    const loops = async (condition: string) =>
      (await check({ 'a.yml': on('x', 'x', 'y'), 'b.yml': on('y', condition, 'x') })).reports
        .map(({ rule }) => rule)
        .filter((rule) => rule === 'loop');
    expect(await loops('y')).toEqual(['loop']);
    expect(await loops('z')).toEqual([]);
  });

  it('two workflows that follow each other', async () => {
    const found = await check({
      'a.yml': workflow('A', `${onPush}\n${after('B')}`),
      'b.yml': workflow('B', after('A')),
    });
    expect(found.reports.map(({ rule }) => rule)).toEqual(['loop']);
    expect(found.reports[0]?.message).toContain('start each other without end');
  });
});
