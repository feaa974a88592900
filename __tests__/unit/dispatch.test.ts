import { describe, expect, it } from '@jest/globals';
import { zipSync, strToU8 } from 'fflate';
import { checkPayload, checkWorkflowInputs } from '../../src/dispatch/plan/dispatch-limits.js';
import { judgeFailure, type ApiFailure } from '../../src/github/plan/github-retry.js';
import { listenersTo, nearMisses, readListeners } from '../../src/dispatch/plan/listeners.js';
import { namedSecret } from '../../src/connect/require-token.js';
import { releaseOfEvent } from '../../src/release/release.js';
import { releaseOfRun } from '../../src/release/release-of-run.js';
import { readOutputs } from '../../src/dispatch/plan/run-outputs.js';
import { tokenKind } from '../../src/github/plan/token-kind.js';

describe('listeners', () => {
  const read = (text: string): ReturnType<typeof readListeners>[number] | undefined =>
    readListeners([{ path: 'w.yml', text }])[0];

  it.each([
    ['on: repository_dispatch', undefined],
    ['on: [push, repository_dispatch]', undefined],
    ['on: {repository_dispatch: }', undefined],
    ['on: {repository_dispatch: {types: deploy}}', ['deploy']],
    ['"on":\n  repository_dispatch:\n    types: [deploy, "2"]', ['deploy', '2']],
    ['on: push', []],
    ['name: no triggers', []],
    ['on: [unclosed', []],
  ])('%s', (text, types) => {
    expect(read(text)?.eventTypes).toEqual(types);
  });

  it('knows the inputs of workflow_dispatch, and whether runs can be told apart', () => {
    expect(read('on: workflow_dispatch')?.inputs).toEqual([]);
    expect(read('on: {workflow_dispatch: {inputs: {a: , b: {type: string}}}}')?.inputs).toEqual([
      'a',
      'b',
    ]);
    expect(read('on: push')?.inputs).toBeUndefined();
    expect(
      read("run-name: x ${{ github.event.client_payload['correlationId'] }}\non: push")?.traceable,
    ).toBe(true);
    expect(read('run-name: x\non: push')?.traceable).toBe(false);
  });

  it('lists what comes near, the nearest first', () => {
    const all = readListeners([
      { path: 'a.yml', text: 'on: {repository_dispatch: {types: [release, Deploy]}}' },
      { path: 'b.yml', text: 'on: {repository_dispatch: {types: [deploys]}}' },
    ]);
    expect(listenersTo(all, 'deploy')).toEqual([]);
    expect(nearMisses(all, 'deploy')).toEqual([
      '`Deploy` (a.yml)',
      '`deploys` (b.yml)',
      '`release` (a.yml)',
    ]);
  });
});

describe('limits', () => {
  it('takes what GitHub takes: 10 keys, 65,535 characters', () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, 1]));
    expect(() => {
      checkPayload(ten);
    }).not.toThrow();
    expect(() => {
      checkPayload({ ...ten, more: 1 });
    }).toThrow(/11 top-level keys.*`more`/);
    const frame = JSON.stringify({ a: '' }).length;
    expect(() => {
      checkPayload({ a: 'x'.repeat(65_535 - frame) });
    }).not.toThrow();
    expect(() => {
      checkPayload({ a: 'x'.repeat(65_536 - frame) });
    }).toThrow(/65536 characters.*`a`/);
  });

  it('names the part above, where no single one below it is to blame', () => {
    const notes = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`n${index}`, 'x'.repeat(7000)]),
    );
    expect(() => {
      checkPayload({ small: 'x', deep: { notes, empty: undefined } });
    }).toThrow(/is `deep\.notes`/);
  });

  it('takes 25 inputs of a workflow', () => {
    const inputs = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`i${index}`, '']));
    expect(() => {
      checkWorkflowInputs(inputs);
    }).not.toThrow();
    expect(() => {
      checkWorkflowInputs({ ...inputs, more: '' });
    }).toThrow(/26 inputs.*25.*`more`/);
  });
});

describe('how a failed request is treated', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const failed = (more: Partial<ApiFailure>): ApiFailure => ({
    status: 500,
    message: '',
    headers: {},
    neverArrived: false,
    ...more,
  });

  it.each([
    ['a 502', failed({ status: 502 }), { kind: 'unclear', pause: 2 }],
    ['no answer', failed({ status: 0 }), { kind: 'unclear', pause: 2 }],
    ['a closed port', failed({ status: 0, neverArrived: true }), { kind: 'again', pause: 2 }],
    ['a 422', failed({ status: 422 }), { kind: 'final' }],
    ['a 403 without a limit', failed({ status: 403 }), { kind: 'final' }],
    [
      'Retry-After',
      failed({ status: 403, headers: { 'retry-after': '7' } }),
      { kind: 'again', pause: 7 },
    ],
    [
      'a secondary limit without a header',
      failed({ status: 403, message: 'You have exceeded a secondary rate limit' }),
      { kind: 'again', pause: 60 },
    ],
    [
      'a limit that is reset soon',
      failed({
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': now.getTime() / 1000 + 30 },
      }),
      { kind: 'again', pause: 31 },
    ],
    [
      'a limit that is reset late',
      failed({
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': now.getTime() / 1000 + 1799 },
      }),
      { kind: 'exhausted', until: new Date('2026-01-01T00:30:00Z') },
    ],
  ])('%s', (_, failure, verdict) => {
    expect(judgeFailure(failure, 1, now)).toEqual(verdict);
  });

  it('waits longer each time', () => {
    expect([1, 2, 3].map((attempt) => judgeFailure(failed({}), attempt, now))).toEqual([
      { kind: 'unclear', pause: 2 },
      { kind: 'unclear', pause: 4 },
      { kind: 'unclear', pause: 8 },
    ]);
  });
});

describe('the secret that an input is given', () => {
  it.each([
    ['github-token: ${{ secrets.PAT }}', 'PAT'],
    ['  - github-token: "${{ secrets.PAT || secrets.OTHER }}"', 'PAT'],
    ['github-token: ${{ secrets.A }}\n  github-token: ${{ secrets.B }}', undefined],
    ['github-token: ${{ github.token }}', undefined],
    ['other-token: ${{ secrets.PAT }}', undefined],
    ['', undefined],
  ])('%s', (workflow, name) => {
    expect(namedSecret(workflow, 'github-token')).toBe(name);
  });
});

describe('the outputs of a run', () => {
  const run = { id: 1, url: '', workflow: '', title: 'apply', status: '', conclusion: 'success' };
  const read = (files: Readonly<Record<string, string>>): string =>
    readOutputs(
      zipSync(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
      ),
      run,
      'phase',
    );

  it('are the JSON object in its artifact', () => {
    expect(read({ 'outputs.json': '{ "a": 1 }', 'log.txt': 'x' })).toBe('{"a":1}');
  });

  it.each([
    [{ 'log.txt': 'x' }, 'holds no `.json` file'],
    [{ 'a.json': '{}', 'b.json': '{}' }, 'more than one'],
    [{ 'a.json': '[1]' }, 'holds no JSON object'],
    [{ 'a.json': '{' }, 'holds no JSON object'],
    [{ 'a.json': `{"a":"${'x'.repeat(1_000_001)}"}` }, 'holds no `.json` file'],
  ])('%#: are refused', (files, words) => {
    expect(() => read(files)).toThrow(words);
  });

  it('must be there', () => {
    expect(() => readOutputs(undefined, run, 'phase')).toThrow('`phase` does not exist');
  });

  it('must be a zip file', () => {
    expect(() => readOutputs(strToU8('no zip'), run, 'phase')).toThrow('is no zip file');
  });
});

describe('a release document', () => {
  const release = releaseOfRun(
    {
      sha: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      ref: 'refs/heads/main',
      repository: 'acme/api',
      runId: 1,
      runUrl: 'https://github.com/acme/api/actions/runs/1',
      actor: 'ada',
    },
    '11111111-2222',
    new Date(0),
  );

  it('is read from an event and from an input of workflow_dispatch', () => {
    expect(releaseOfEvent({ client_payload: { release } })).toEqual(release);
    expect(releaseOfEvent({ inputs: { release: JSON.stringify(release) } })).toEqual(release);
    expect(releaseOfEvent({ inputs: { release: '' } })).toBeUndefined();
    expect(releaseOfEvent({ inputs: null })).toBeUndefined();
    expect(() => releaseOfEvent({ inputs: { release: '{' } })).toThrow(/it is no JSON/);
  });
});

describe('the kind of a token', () => {
  it.each([
    ['ghs_x', "the job's own token", '`permissions: actions: read`'],
    ['github_pat_x', 'fine-grained', 'Actions: read'],
    ['ghp_x', 'classic', 'scope `repo`'],
    ['gho_x', 'OAuth', 'fine-grained'],
    ['ghu_x', "an App's token for a person", 'Actions: read'],
    ['x', 'unknown', '`permissions: actions: read`'],
  ])('%s', (token, kind, remedy) => {
    expect(tokenKind(token).description).toContain(kind);
    expect(tokenKind(token).remedy('Actions: read')).toContain(remedy);
  });
});
