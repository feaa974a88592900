import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../../playground/machine/places.js';
import { checkout } from '../../../src/local/outside/checkout.js';
import { checkWorkflows } from '../../../src/workflows/check-workflows.js';
import { githubWorkflowReader } from '../../../src/workflows/outside/github-workflow-reader.js';
import { publicRepositories } from '../../support/public-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

const saysSo = `  not-after-a-failure:
    if: github.event.workflow_run.conclusion != 'success'
    runs-on: ubuntu-latest
    steps:
      - run: exit 1
`;

const after = (name: string): string => `on:
  workflow_run:
    workflows: ["${name}"]
    types: [completed]
    branches: [main]
`;

/** D: infrastructure, images, services, gateway; each phase is started by the one before. */
const phases = {
  '1-infrastructure.yml': `name: Phase 1 - infrastructure
on:
  push:
    branches: [main]
jobs:
  apply:
    runs-on: ubuntu-latest
    environment: production
    concurrency: infrastructure
    steps:
      - uses: actions/checkout@v5
      - run: tofu -chdir=infra apply -auto-approve
`,
  '2-images.yml': `name: Phase 2 - images
${after('Phase 1 - infrastructure')}jobs:
  build:
    if: github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v7
        with:
          push: true
          tags: europe-docker.pkg.dev/acme/services/api:\${{ github.event.workflow_run.head_sha }}
${saysSo}`,
  '3-services.yml': `name: Phase 3 - services
${after('Phase 2 - images')}permissions:
  contents: write
jobs:
  deploy:
    if: github.event.workflow_run.conclusion == 'success'
    runs-on: ubuntu-latest
    environment: production
    concurrency: services
    steps:
      - run: gcloud run deploy api --image europe-docker.pkg.dev/acme/services/api:\${{ github.event.workflow_run.head_sha }}
      - uses: peter-evans/repository-dispatch@v4
        with:
          event-type: services-ready
${saysSo}`,
  '4-gateway.yml': `name: Phase 4 - gateway
on:
  repository_dispatch:
    types: [services-ready]
jobs:
  gateway:
    runs-on: ubuntu-latest
    environment: production
    concurrency: gateway
    steps:
      - uses: actions/checkout@v5
      - run: tofu -chdir=gateway apply -auto-approve
`,
};

type Phase = keyof typeof phases;

function broken(file: Phase, from: string | RegExp, to: string): Record<string, string> {
  const text = phases[file].replace(from, to);
  expect(text).not.toBe(phases[file]);
  return { ...phases, [file]: text };
}

describe('D3: four phases', () => {
  it('are clean as they are meant', async () => {
    const result = await check(phases, { defaultBranch: 'main' });
    expect(shortly(result)).toEqual([]);
    expect(result.graph).toBe(`flowchart LR
  w0["Phase 1 - infrastructure (1-infrastructure.yml)"]
  w1["Phase 2 - images (2-images.yml)"]
  w2["Phase 3 - services (3-services.yml)"]
  w3["Phase 4 - gateway (4-gateway.yml)"]
  e0(["push: main"])
  e0 --> w0
  w0 -- "workflow_run" --> w1
  w1 -- "workflow_run" --> w2
  w2 -- "services-ready" --> w3
`);
  });

  const cases: readonly (readonly [string, Phase, string | RegExp, string, readonly string[]])[] = [
    [
      'phase 1 was renamed',
      '1-infrastructure.yml',
      'name: Phase 1 - infrastructure',
      'name: Phase 1 - foundation',
      ['workflow-name-unknown 2-images.yml:4:17'],
    ],
    [
      'phase 3 follows phase 1, and so deploys beside the build',
      '3-services.yml',
      'Phase 2 - images',
      'Phase 1 - infrastructure',
      ['race 3-services.yml:3:3'],
    ],
    [
      'phase 3 sends another event than phase 4 waits for',
      '3-services.yml',
      'services-ready',
      'service-ready',
      ['event-unheard 3-services.yml:19:23', 'event-unsent 4-gateway.yml:4:13'],
    ],
    [
      'the condition of phase 2 speaks of a branch that is not',
      '2-images.yml',
      "conclusion == 'success'\n",
      "conclusion == 'success' && github.event_name == 'push'\n",
      ['silent-skip 2-images.yml:9:9'],
    ],
    [
      'phase 2 is skipped without a word',
      '2-images.yml',
      saysSo,
      '',
      ['silent-skip 2-images.yml:9:9'],
    ],
    [
      'phase 3 deploys also after a failure',
      '3-services.yml',
      /deploy:\n {4}if: .*\n/,
      'deploy:\n',
      ['conclusion-unread 3-services.yml:10:3'],
    ],
    [
      'phase 2 follows a branch that phase 1 never runs for',
      '2-images.yml',
      'branches: [main]',
      'branches: [master]',
      ['branches-never-match 2-images.yml:6:16'],
    ],
    [
      'phase 3 may not send the event',
      '3-services.yml',
      'contents: write',
      'contents: read',
      ['permission-missing 3-services.yml:17:15'],
    ],
  ];

  it.each(cases)('%s', async (_, file, from, to, reports) => {
    expect(shortly(await check(broken(file, from, to), { defaultBranch: 'main' }))).toEqual(
      reports,
    );
  });

  it('a fifth phase after a run that the job’s token started never starts', async () => {
    const fifth = `name: Phase 5 - smoke test\n${after('Phase 4 - gateway')}jobs:\n  smoke:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make smoke\n`;
    const result = await check({ ...phases, '5-smoke.yml': fifth });
    expect(shortly(result)).toEqual(['token-starts-nothing 3-services.yml:19:23']);
    const token = broken(
      '3-services.yml',
      'event-type: services-ready',
      'event-type: services-ready\n          token: ${{ secrets.APP_TOKEN }}',
    );
    expect(shortly(await check({ ...token, '5-smoke.yml': fifth }))).toEqual([]);
  });
});

describe('what comes of it', () => {
  it('no workflow, no picture', async () => {
    const { files, reports, graph } = await check({});
    expect({ files, reports, graph }).toEqual({ files: 0, reports: [], graph: '' });
  });
});

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
