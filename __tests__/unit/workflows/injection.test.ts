import { describe, expect, it } from '@jest/globals';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('script injection', () => {
  it('by a variable that is written as an expression', async () => {
    const by = async (value: string, use: string) =>
      shortly(
        await check({
          'a.yml': jobWorkflow([], [`- run: echo "${use}"`], [`env: { TITLE: "${value}" }`]),
        }),
      );
    const title = '${{ github.event.pull_request.title }}';
    expect(await by(title, '${{ env.TITLE }}')).toEqual(['script-injection a.yml:8:20']);
    expect(await by(title, '$TITLE')).toEqual([]);
    expect(await by('${{ github.sha }}', '${{ env.TITLE }}')).toEqual([]);
  });

  const run = (text: string) =>
    check({ 'a.yml': jobWorkflow([], ['- run: |', `    echo ${text}`]) });

  it('is reported at the expression, with the variable to use', async () => {
    const found = await run('"${{ github.event.client_payload.title }}"');
    expect(shortly(found)).toEqual(['script-injection a.yml:8:17']);
    expect(found.reports[0]?.fix).toBe(
      'In the step:\n  env:\n    TITLE: ${{ github.event.client_payload.title }}\nand in the script "$TITLE"',
    );
    const mended = jobWorkflow(
      [],
      ['- run: echo "$TITLE"', '  env:', '    TITLE: ${{ github.event.client_payload.title }}'],
    );
    expect(shortly(await check({ 'a.yml': mended }))).toEqual([]);
  });

  it.each([
    ['${{ github.head_ref }}', true],
    ['${{ github.event.pull_request.title }}', true],
    ["${{ github.event_name == 'pull_request' && github.head_ref || github.ref_name }}", true],
    ['${{ github.head_ref || github.ref_name }}', true],
    ['${{ toJSON(github.event) }}', true],
    ["${{ format('a {0}', github.event.comment.body) }}", true],
    ["${{ contains(github.event.comment.body, 'x') }}", false],
    ["${{ github.head_ref == 'main' && 'a' || 'b' }}", false],
    ['${{ github.sha }} ${{ github.event.pull_request.number }}', false],
    ['${{ github.event.client_payload.a', false],
  ])('%s', async (text, reported) => {
    const { reports } = await run(text);
    expect(reports.some(({ rule }) => rule === 'script-injection')).toBe(reported);
  });

  it('looks into scripts on servers, of github-script and of local actions', async () => {
    const steps = [
      '- uses: actions/github-script@v8',
      '  with:',
      '    script: console.log(`${{ github.event.issue.title }}`)',
    ];
    expect(shortly(await check({ 'a.yml': jobWorkflow([], steps) }))).toEqual([
      'script-injection a.yml:9:32',
    ]);
    const action =
      'name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: echo ${{ github.head_ref }}\n';
    const found = await check({
      'a.yml': jobWorkflow([], ['- uses: ./tools/a']),
      'tools/a/action.yml': action,
    });
    expect(shortly(found)).toEqual(['script-injection tools/a/action.yml:7:17']);
  });
});
