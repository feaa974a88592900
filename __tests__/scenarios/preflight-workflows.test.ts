import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../playground/machine/places.js';
import type { Finding } from '../../src/local/plan/finding.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

const folder = '.github/workflows';

type Files = Readonly<Record<string, string>>;

/** The workflows of an example, as they stand. */
function example(name: string): Files {
  const path = join(repositoryRoot, 'examples', name, folder);
  return Object.fromEntries(
    readdirSync(path).map((file) => [`${folder}/${file}`, readFileSync(join(path, file), 'utf8')]),
  );
}

/** The same with one file changed, which must hold what is to be changed. */
function broken(name: string, file: string, from: string, to: string): Files {
  const files = example(name);
  const path = `${folder}/${file}`;
  const text = files[path] ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { ...files, [path]: text.replace(from, to) };
}

async function check(
  files: Files,
  inputs: Files = {},
): Promise<BundleResult & { readonly reports: readonly string[] }> {
  const result = await runBundle('preflight', { files, inputs });
  const { findings } = JSON.parse(result.outputs.get('result') ?? '{"findings":[]}') as {
    findings: readonly Finding[];
  };
  const reports = findings.flatMap(({ check: what, verdict, place }) =>
    verdict === 'fail' || verdict === 'warn'
      ? `${verdict} ${what.replace('workflows: ', '')} ${place?.file.replace(`${folder}/`, '') ?? ''}:${place?.line ?? ''}:${place?.column ?? ''}`
      : [],
  );
  return { ...result, reports };
}

/** The deploy of the example as many have it: started by the push, too, and with nothing that waits. */
const raced = broken(
  'web-worker',
  'deploy-production.yml',
  'on:\n',
  'on:\n  push:\n    branches: [main]\n',
);
const path = `${folder}/deploy-production.yml`;
const withoutWait = {
  ...raced,
  [path]: (raced[path] ?? '').replace('org/deploy-kit@v1', 'org/deploy-kit/deploy-compose@v1'),
};

/** System C: no containers, one deploy of a Rails app over SSH. */
const rails = (concurrency: string): Files => ({
  [`${folder}/deploy.yml`]: `name: deploy
on:
  push:
    branches: [main]
permissions:
  contents: read
${concurrency}jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: actions/checkout@v5
      - uses: appleboy/ssh-action@v1
        with:
          host: \${{ vars.HOST }}
          username: deploy
          key: \${{ secrets.SSH_KEY }}
          script: |
            cd /srv/app
            git pull
            bundle install
            sudo -n systemctl restart app
`,
});

describe('The workflow check', () => {
  it('finds nothing in a deploy without containers', async () => {
    expect((await check(rails('concurrency: deploy\n'))).reports).toEqual([]);
  }, 30_000);

  it.each(['api-behind-caddy', 'cloud-phases', 'small-vps', 'web-worker'])(
    'finds nothing in the example %s',
    async (name) => {
      const { code, reports, summary } = await check(example(name));
      expect([code, reports]).toEqual([0, []]);
      expect(summary).toContain('```mermaid\nflowchart LR');
    },
    30_000,
  );

  it.each<readonly [id: string, files: Files, reports: readonly string[]]>([
    [
      'A1: a deploy that a push starts together with the build',
      raced,
      ['warn race deploy-production.yml:5:3'],
    ],
    [
      'A1: the same, where the deploy does not wait for the image',
      withoutWait,
      ['fail race deploy-production.yml:5:3'],
    ],
    [
      'A3: a job that may not send the event',
      broken(
        'small-vps',
        'build.yml',
        '  contents: write # sends the event\n',
        '  contents: read\n',
      ),
      ['fail permission-missing build.yml:19:15'],
    ],
    [
      'D3: an event that nobody listens to',
      broken('cloud-phases', 'services.yml', 'types: [services]', 'types: [service]'),
      ['fail event-unheard deploy.yml:51:23', 'warn event-unsent services.yml:5:13'],
    ],
    [
      'D3: a phase that follows a workflow whose name is another one by now',
      {
        ...example('cloud-phases'),
        [`${folder}/smoke.yml`]: `name: smoke
on:
  workflow_run:
    workflows: [gatewy]
    types: [completed]
permissions: {}
jobs:
  smoke:
    if: github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    steps:
      - run: curl -fsS https://example.com/
`,
      },
      ['fail workflow-name-unknown smoke.yml:4:17'],
    ],
    [
      'D3: a phase that follows a run which the job’s own token has started',
      {
        ...example('cloud-phases'),
        [`${folder}/smoke.yml`]: `name: smoke
on:
  workflow_run:
    workflows: [gateway]
    types: [completed]
permissions: {}
jobs:
  smoke:
    if: github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    steps:
      - run: curl -fsS https://example.com/
`,
      },
      ['fail token-starts-nothing deploy.yml:57:23'],
    ],
    [
      'E8: a deploy without concurrency',
      broken(
        'api-behind-caddy',
        'rollback.yml',
        '    concurrency:\n      group: deploy-${{ inputs.environment }}\n      cancel-in-progress: false\n',
        '',
      ),
      ['warn deploy-without-concurrency rollback.yml:21:3'],
    ],
    [
      'C4: a deploy without containers, and without concurrency',
      rails(''),
      ['warn deploy-without-concurrency deploy.yml:8:3'],
    ],
    [
      'E1: a deploy that the next one cancels in the middle',
      broken(
        'web-worker',
        'deploy-production.yml',
        'cancel-in-progress: false',
        'cancel-in-progress: true',
      ),
      ['warn deploy-cancelled-midway deploy-production.yml:15:23'],
    ],
  ])(
    '%s',
    async (_, files, expected) => {
      const { reports } = await check(files, { 'fail-on': 'never' });
      expect(reports).toEqual(expected);
    },
    30_000,
  );
});
