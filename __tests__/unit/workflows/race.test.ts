import { describe, expect, it } from '@jest/globals';
import {
  build,
  deployJobs,
  deployOnPush,
  sendsEvent,
} from '../../support/build-and-deploy-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('A1: a deploy that is started by the push and by the event of the build', () => {
  const deploy = `name: Deploy
on:
  push:
    branches: [main]
  repository_dispatch:
    types: [deploy]
${deployJobs}`;

  it('is reported at the trigger that starts it too early, with the edit that mends it', async () => {
    const result = await check({ 'build.yml': sendsEvent, 'deploy.yml': deploy });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    const [report] = result.reports;
    expect(report?.verdict).toBe('fail');
    expect(report?.message).toContain('A push to `main` starts `deploy` here');
    expect(report?.fix).toBe(
      'Take `push:` out of `on:` in deploy.yml: the event that build.yml sends starts it when the image is there.',
    );
  });

  it('is drawn in red', async () => {
    const { graph } = await check({ 'build.yml': sendsEvent, 'deploy.yml': deploy });
    const lines = graph.split('\n').map((line) => line.trim());
    const arrows = lines.filter((line) => line.includes('-->'));
    const red = lines.find((line) => line.startsWith('linkStyle'));
    expect(arrows).toEqual(['e0 --> w0', 'w0 -- "deploy" --> w1', 'e0 --> w1']);
    expect(red).toBe('linkStyle 0,2 stroke:#d00,stroke-width:3px');
    expect(lines).toContain('class w0,w1 race');
  });

  it('is clean with that edit, and nothing is red', async () => {
    const mended = deploy.replace('  push:\n    branches: [main]\n', '');
    const result = await check({ 'build.yml': sendsEvent, 'deploy.yml': mended });
    expect(shortly(result)).toEqual([]);
    expect(result.graph).not.toContain('linkStyle');
  });

  it('is a warning when the deploy waits for the image: it only deploys twice', async () => {
    const waiting = deploy.replace(
      '    steps:\n',
      '    steps:\n      - uses: org/deploy-kit/wait-for-image@v1\n        with: { images: ghcr.io/acme/web }\n',
    );
    const result = await check({ 'build.yml': sendsEvent, 'deploy.yml': waiting });
    expect(result.reports).toMatchObject([
      { rule: 'race', verdict: 'warn', message: expect.stringContaining('starts it once more') },
    ]);
    const byPushAlone = waiting.replace(/ {2}repository_dispatch:\n.*\n/, '');
    expect(shortly(await check({ 'build.yml': build, 'deploy.yml': byPushAlone }))).toEqual([]);
  });
});

describe('the race', () => {
  const both = (filter: string, first = build) =>
    check({ 'build.yml': first, 'deploy.yml': deployOnPush(filter) });

  it('is found for tags', async () => {
    const tagged = build.replace('branches: [main]', "tags: ['v*']");
    const result = await both("tags: ['v[0-9]+.[0-9]+.[0-9]+']", tagged);
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('A push of the tag `v1.2.3` starts');
  });

  it('is none between a branch and a tag, or two branches', async () => {
    expect(shortly(await both("tags: ['v*']"))).toEqual([]);
    expect(shortly(await both('branches: [production]'))).toEqual([]);
    expect(shortly(await both('branches-ignore: [main]'))).toEqual([]);
  });

  it('says that it happens only sometimes where files decide', async () => {
    const result = await both("paths: ['deploy/**']");
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('not always');
  });

  it('is found for push beside workflow_run on the same deploy', async () => {
    const deploy = `name: Deploy
on:
  push:
    branches: [main]
  workflow_run:
    workflows: [Build]
    types: [completed]
${deployJobs.replace('    environment:', "    if: github.event_name == 'push' || github.event.workflow_run.conclusion == 'success'\n    environment:")}`;
    const result = await check({ 'build.yml': build, 'deploy.yml': deploy });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.fix).toContain('`workflow_run` starts it');
  });

  it('is none where a condition keeps the deploy from the push', async () => {
    const result = await check({
      'build.yml': build,
      'deploy.yml': `name: Deploy
on:
  push:
    branches: [main]
  workflow_dispatch:
${deployJobs.replace('    environment:', "    if: github.event_name == 'workflow_dispatch'\n    environment:")}`,
    });
    expect(shortly(result)).toEqual([]);
  });

  const inOne = (needs: string): string => `${build}  deploy:
    runs-on: ubuntu-latest
${needs}    environment: production
    concurrency: deploy
    steps:
      - run: kubectl set image deployment/web web=ghcr.io/acme/web:\${{ github.sha }}
`;

  it('is found between two jobs of one workflow, and ends with `needs`', async () => {
    const result = await check({ 'ci.yml': inOne('') });
    expect(shortly(result)).toEqual(['race ci.yml:13:3']);
    expect(result.reports[0]?.fix).toBe('In the job `deploy`: `needs: build`');
    expect(shortly(await check({ 'ci.yml': inOne('    needs: build\n') }))).toEqual([]);
  });

  it('looks into reusable workflows and local actions of the checkout', async () => {
    const caller = (needs: string): string => `on: push
jobs:
  image:
    uses: ./.github/workflows/image.yml
  deploy:
${needs}    uses: ./.github/workflows/deploy.yml
`;
    const called = (text: string): string =>
      text.replace(/on:[^]*?\n(?=jobs|concurrency)/, 'on: workflow_call\n');
    const image = `on: workflow_call
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: ./.github/actions/image
`;
    const action = `name: image
description: builds
runs:
  using: composite
  steps:
    - run: docker push ghcr.io/acme/web:latest
      shell: bash
`;
    const files = {
      'image.yml': image,
      'deploy.yml': called(`on: push\n${deployJobs}`),
      '.github/actions/image/action.yml': action,
    };
    expect(shortly(await check({ ...files, 'ci.yml': caller('') }))).toEqual(['race ci.yml:5:3']);
    expect(shortly(await check({ ...files, 'ci.yml': caller('    needs: image\n') }))).toEqual([]);
  });

  it('is found where the event goes out before the image is there, or beside its build', async () => {
    const event = sendsEvent.slice(build.length);
    const listener = `on: { repository_dispatch: { types: [deploy] } }\n${deployJobs}`;
    const with_ = (sender: string) => check({ 'build.yml': sender, 'deploy.yml': listener });
    const job = (lines: string): string =>
      `${build}  tell:\n    runs-on: x\n${lines}    steps:\n${event}`;
    const beside = await with_(job(''));
    expect(shortly(beside)).toEqual(['race build.yml:18:23']);
    expect(beside.reports[0]?.fix).toBe('In the job `tell`: `needs: build`');
    const above = await with_(build.replace('    steps:\n', `    steps:\n${event}`));
    expect(shortly(above)).toEqual(['race build.yml:11:23']);
    expect(above.reports[0]?.fix).toBe('Move this step below the one that pushes the image.');
    expect(shortly(await with_(job('    needs: build\n')))).toEqual([]);
    expect(shortly(await with_(job('    if: vars.ONLY_DEPLOY\n')))).toEqual([]);
    expect(shortly(await with_(sendsEvent))).toEqual([]);
  });

  it('knows nothing of the inputs of a local action', async () => {
    const action = (mode: string): string => `name: deploy
description: deploys
inputs: { mode: {} }
runs:
  using: composite
  steps:
    - if: ${mode}
      run: ssh h 'docker compose pull && docker compose up -d'
      shell: bash
`;
    const uses = `on: { push: { branches: [main] } }
concurrency: x
jobs:
  deploy:
    runs-on: x
    steps:
      - uses: ./.github/actions/deploy
        with: { mode: compose }
`;
    const with_ = async (mode: string) =>
      shortly(
        await check({
          'build.yml': build,
          'deploy.yml': uses,
          '.github/actions/deploy/action.yml': action(mode),
        }),
      );
    expect(await with_("inputs.mode == 'compose'")).toEqual(['race deploy.yml:1:7']);
    expect(await with_("github.event_name == 'schedule'")).toEqual([]);
  });
});
