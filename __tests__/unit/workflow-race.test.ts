import { describe, expect, it } from '@jest/globals';
import { check, shortly } from '../support/workflow-cases.js';

/** A workflow that builds and pushes an image on a push to main. */
const build = `name: Build
on:
  push:
    branches: [main]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/build-push-action@v7
        with:
          push: true
          tags: ghcr.io/acme/web:latest
`;

/** The jobs of a workflow that deploys that image over SSH. */
const deployJobs = `concurrency: deploy
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: \${{ secrets.HOST }}
          script: |
            cd /opt/app
            docker compose pull
            docker compose up -d
`;

const sendsEvent = `${build}      - uses: peter-evans/repository-dispatch@v4
        with:
          event-type: deploy
`;

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
  const onPush = (filter: string): string =>
    `name: Deploy\non:\n  push:\n    ${filter}\n${deployJobs}`;
  const both = (filter: string, first = build) =>
    check({ 'build.yml': first, 'deploy.yml': onPush(filter) });

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

  it('is none where the deploy builds what it deploys, or has no image', async () => {
    const own = deployJobs
      .replace('docker compose pull', 'git pull')
      .replace('up -d', 'up -d --build');
    expect(shortly(await check({ 'build.yml': build, 'deploy.yml': `on: push\n${own}` }))).toEqual(
      [],
    );
    const site = `on: push
jobs:
  site:
    runs-on: ubuntu-latest
    steps:
      - uses: peaceiris/actions-gh-pages@v4
`;
    expect(shortly(await check({ 'build.yml': build, 'site.yml': site }))).toEqual([]);
  });

  it('is none where the build of a pull request pushes nothing, or another image', async () => {
    const asked = build
      .replace('push: true', "push: ${{ github.event_name == 'workflow_dispatch' }}")
      .replace('  push:', '  workflow_dispatch:\n  push:');
    expect(shortly(await both('branches: [main]', asked))).toEqual([]);
    const named = deployJobs
      .replace('docker compose pull', 'docker pull ghcr.io/acme/api:1')
      .replace('docker compose up -d', 'docker run -d ghcr.io/acme/api:1');
    expect(
      shortly(
        await check({
          'build.yml': build,
          'deploy.yml': `on: { push: { branches: [main] } }\n${named}`,
        }),
      ),
    ).toEqual([]);
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

  it('is found for a release that is published, which also pushes its tag', async () => {
    const released = build.replace(
      /push:\n {4}branches: \[main\]/,
      'release:\n    types: [published]',
    );
    const result = await both("tags: ['v*']", released);
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('A published release starts');
  });

  it('is found for a merge, which also pushes', async () => {
    const merged = deployJobs.replace(
      '    environment:',
      '    if: github.event.pull_request.merged\n    environment:',
    );
    const on = (branch: string): string =>
      `name: Deploy\non:\n  pull_request:\n    branches: [${branch}]\n    types: [closed]\n${merged}`;
    const result = await check({ 'build.yml': build, 'deploy.yml': on('main') });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
    expect(result.reports[0]?.message).toContain('The merge of a pull request into `main` starts');
    expect(shortly(await check({ 'build.yml': build, 'deploy.yml': on('develop') }))).toEqual([]);
  });

  it('is found between two workflows that follow the same one', async () => {
    const after = (text: string): string =>
      text
        .replace(
          /on:\n {2}push:\n {4}branches: \[main\]\n/,
          'on:\n  workflow_run:\n    workflows: [Test]\n    types: [completed]\n',
        )
        .replace(
          '    runs-on: ubuntu-latest\n',
          "    runs-on: ubuntu-latest\n    if: github.event.workflow_run.conclusion == 'success'\n",
        );
    const result = await check({
      'test.yml':
        'name: Test\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make test\n',
      'build.yml': after(build),
      'deploy.yml': after(onPush('branches: [main]')),
    });
    expect(shortly(result)).toEqual(['race deploy.yml:3:3']);
  });

  const ownDeploy = `${build}  deploy:
    needs: build
    runs-on: ubuntu-latest
    environment: production
    concurrency: app
    steps:
      - run: ssh app "cd /srv/app && docker compose pull && docker compose up -d"
`;
  const proxy = (script: string): string => `on: { push: { branches: [main] } }
concurrency: proxy
jobs:
  proxy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - run: ssh app "${script}"
`;

  it('is none with a project of another folder, when the image has a deploy of its own', async () => {
    const with_ = async (script: string, first = ownDeploy) =>
      shortly(await check({ 'app.yml': first, 'proxy.yml': proxy(script) }));
    const pull = 'docker compose pull && docker compose up -d';
    expect(await with_(`cd /srv/caddy && ${pull}`)).toEqual([]);
    expect(await with_(`cd /srv/caddy && ${pull}`, build)).toEqual(['race proxy.yml:1:7']);
    expect(await with_(`cd /srv/app/ && ${pull}`)).toContain('race proxy.yml:1:7');
    const named = (image: string): string =>
      `cd /srv/proxy && docker pull ${image} && docker compose up -d`;
    expect(await with_(named('traefik:v3'), build)).toEqual([]);
    expect(await with_(named('ghcr.io/acme/web:latest'))).toEqual(['race proxy.yml:1:7']);
  });

  it('is none between a deploy and the build of pull requests, which a merge does not start', async () => {
    const requests = (on: string): string =>
      build.replace(/ {2}push:\n.*\n/, `  pull_request:${on}\n`);
    const cleanup =
      'on: { pull_request: { types: [closed] } }\njobs: { a: { runs-on: x, steps: [{ run: ls }] } }\n';
    const with_ = async (on: string) =>
      shortly(
        await check({
          'build.yml': requests(on),
          'cleanup.yml': cleanup,
          'deploy.yml': onPush('branches: [main]'),
        }),
      );
    expect(await with_('')).toEqual([]);
    expect(await with_('\n    types: [opened, closed]')).toEqual(['race deploy.yml:3:3']);
  });

  it.each([
    ['a loop on the server', 'until docker compose pull; do sleep 15; done', ''],
    [
      'an action that repeats a look into the registry',
      'docker compose pull',
      `      - uses: nick-fields/retry@v3
        with: { command: 'docker manifest inspect ghcr.io/acme/web:latest' }
`,
    ],
  ])('is none where the deploy waits by %s', async (_, pull, step) => {
    const waiting = onPush('branches: [main]')
      .replace('docker compose pull', pull)
      .replace('    steps:\n', `    steps:\n${step}`);
    expect(shortly(await check({ 'build.yml': build, 'deploy.yml': waiting }))).toEqual([]);
  });

  it('is none with a release that the run of the build publishes when the image is there', async () => {
    const release = '      - uses: softprops/action-gh-release@v3\n';
    const tagged = build.replace('branches: [main]', "tags: ['v*']");
    const onRelease = `on:\n  release:\n    types: [published]\n${deployJobs}`;
    const races = async (first: string) => {
      const found = shortly(await check({ 'build.yml': first, 'deploy.yml': onRelease }));
      return found.filter((report) => report.startsWith('race'));
    };
    const job = (needs: string): string =>
      `  release:\n    runs-on: x\n${needs}    steps:\n${release}`;
    const early = tagged.replace('    steps:\n', `    steps:\n${release}`);
    expect(await races(tagged + release)).toEqual([]);
    expect(await races(tagged + job('    needs: build\n'))).toEqual([]);
    expect(await races(early)).toEqual(['race deploy.yml:2:3']);
    expect(await races(tagged + job(''))).toEqual(['race deploy.yml:2:3']);
  });

  const upAlone = (line: string): string =>
    onPush('branches: [main]')
      .replace('            docker compose pull\n', '')
      .replace('docker compose up -d', line);

  it('is found where `up` alone pulls the tag of this run', async () => {
    const with_ = async (line: string) =>
      shortly(await check({ 'build.yml': build, 'deploy.yml': upAlone(line) }));
    expect(await with_('IMAGE_TAG=${{ github.sha }} docker compose up -d')).toEqual([
      'race deploy.yml:3:3',
    ]);
    expect(await with_('docker compose up -d')).toEqual([]);
    expect(await with_('IMAGE_TAG=${{ github.sha }} docker compose up -d --build')).toEqual([]);
    const one = `${build}${upAlone('docker compose up -d')
      .replace(/[^]*jobs:\n/, '')
      .replace('    environment', '    concurrency: x\n    environment')}`;
    expect(shortly(await check({ 'ci.yml': one }))).toEqual(['race ci.yml:13:3']);
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

  const startedBy = (text: string, trigger: string): string =>
    text.replace(/on:\n {2}push:\n.*\n/, `on: ${trigger}\n`);

  it.each([
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [released] } }', true],
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [created] } }', true],
    ['{ push: { tags: ["v*"] } }', '{ release: { types: [deleted] } }', false],
    ['{ push: { tags: ["release-*"] } }', '{ release: { types: [published] } }', true],
    ['{ push: { tags: ["v*"] } }', 'create', true],
    ['pull_request', 'pull_request', true],
    ['pull_request', '{ pull_request: { types: [labeled] } }', false],
    ['{ repository_dispatch: { types: [go] } }', '{ repository_dispatch: { types: [go] } }', true],
    ['{ repository_dispatch: { types: [go] } }', '{ repository_dispatch: { types: [on] } }', false],
  ])('is found between %s and %s: %s', async (first, second, races) => {
    const { reports } = await check({
      'build.yml': startedBy(build, first),
      'deploy.yml': startedBy(onPush('branches: [main]'), second),
    });
    expect(reports.map(({ rule }) => rule)).toEqual(races ? ['race'] : []);
  });
});

describe('a deploy after a build that failed', () => {
  const inOne = (condition: string, step = ''): string => `${build}  deploy:
    needs: build
    if: ${condition}
    runs-on: x
    concurrency: x
    environment: production
    steps:
      - ${step}run: ssh app "cd /srv/app && docker compose pull && docker compose up -d"
`;

  it.each([
    ['always()', '', true],
    ["!cancelled() && github.ref == 'refs/heads/main'", '', true],
    ["always() && needs.build.result == 'success'", '', false],
    ["always() && !contains(needs.*.result, 'failure')", '', false],
    ['success()', '', false],
    ['failure()', '', false],
    ['always()', 'if: success()\n        ', false],
  ])('%s %s', async (condition, step, reported) => {
    const found = shortly(await check({ 'ci.yml': inOne(JSON.stringify(condition), step) }));
    expect(found).toEqual(reported ? ['conclusion-unread ci.yml:15:9'] : []);
  });

  it('so is one that it starts by an event', async () => {
    const event = sendsEvent.slice(build.length);
    const sender = (condition: string): string =>
      `${build}  tell:\n    needs: build\n${condition}    runs-on: x\n    steps:\n${event}`;
    const deploy = `on: { repository_dispatch: { types: [deploy] } }\n${deployJobs}`;
    const withCondition = async (condition: string) =>
      shortly(await check({ 'build.yml': sender(condition), 'deploy.yml': deploy }));
    expect(await withCondition('    if: always()\n')).toEqual(['conclusion-unread build.yml:15:9']);
    expect(await withCondition('')).toEqual([]);
  });
});
