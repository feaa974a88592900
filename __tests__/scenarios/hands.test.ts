import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'hands' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

const deploy = (
  tag: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<BundleResult> =>
  runBundle(
    'deploy-compose',
    deployOptions(stage, server, tag, { inputs: { 'stable-for': '1s', ...inputs } }),
  );

/** What somebody does on the server, in the deploy folder, at a moment of a deploy. */
interface Hand {
  readonly words: string;
  readonly when: 'before-deploy' | 'before-switch' | 'after-switch' | 'after-deploy';
  readonly types: string;
  /** The error of the deploy; none where it goes live. */
  readonly entry?: string;
  /** What the site says then. */
  readonly site: string;
  /** What the log says of it. */
  readonly says?: string;
}

const hands: readonly Hand[] = [
  { words: 'takes the site down', when: 'before-switch', types: 'docker compose down', site: 'v2' },
  {
    words: 'takes it down, and the release fails',
    when: 'after-switch',
    types: 'docker compose down; exit 1',
    entry: 'hook-failed',
    site: 'v1',
  },
  {
    words: 'empties `current`',
    when: 'before-switch',
    types: ': >.deploy-kit/current',
    site: 'v2',
  },
  {
    words: 'empties `current`, and the release fails',
    when: 'after-switch',
    types: ': >.deploy-kit/current; exit 1',
    entry: 'hook-failed',
    site: 'v1',
  },
  {
    words: 'leaves half a line in the journal',
    when: 'before-deploy',
    types: `printf '{"at":1' >>.deploy-kit/journal.jsonl`,
    site: 'v2',
  },
  {
    words: 'adds a line to `.env`, and the release fails',
    when: 'after-switch',
    types: 'echo MINE=1 >>.env; exit 1',
    entry: 'hook-failed',
    site: 'v1',
    says: '.env: what was made of it is kept in /opt/app/.deploy-kit/former/',
  },
  {
    words: 'breaks `.env`',
    when: 'before-switch',
    types: `echo 'A="' >>.env`,
    entry: 'compose-file-invalid',
    site: 'v1',
  },
  {
    words: 'removes the folder of the live release',
    when: 'before-switch',
    types: 'rm -rf ".deploy-kit/releases/$(cat .deploy-kit/current)"',
    site: 'v2',
  },
  {
    words: 'removes it, and the release fails',
    when: 'after-switch',
    types: 'rm -rf ".deploy-kit/releases/$(cat .deploy-kit/current)"; exit 1',
    entry: 'hook-failed',
    site: 'v1',
  },
  {
    words: 'removes all releases',
    when: 'after-deploy',
    types: 'rm -rf .deploy-kit/releases',
    entry: 'release-folder-removed',
    site: 'v2',
  },
];

describe('Somebody on the server, in the middle of a deploy,', () => {
  it.each(hands)('$words', async ({ when, types, entry, site, says = '' }) => {
    expect((await deploy('v1')).code).toBe(0);
    const run = await deploy('v2', { [when]: types });
    expect([run.entries, await answer(server)]).toEqual([
      entry === undefined ? [] : [entry],
      `version ${site}`,
    ]);
    expect(run.log).toContain(says);
    const journal = (await server.exec(['cat', '/opt/app/.deploy-kit/journal.jsonl'])).stdout;
    expect(() =>
      journal
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).not.toThrow();
    const again = await server.ssh('cd /opt/app && docker compose up -d 2>&1');
    expect([again.code, again.stdout]).toEqual([0, expect.not.stringMatching(/Recreate|Started/)]);
  });
});
