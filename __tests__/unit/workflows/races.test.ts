import { describe, expect, it } from '@jest/globals';
import { build, deployJobs, deployOnPush } from '../../support/build-and-deploy-workflows.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('the race', () => {
  const both = (filter: string, first = build) =>
    check({ 'build.yml': first, 'deploy.yml': deployOnPush(filter) });

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
    const waiting = deployOnPush('branches: [main]')
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
    deployOnPush('branches: [main]')
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
});
