import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../playground/github/github.js';
import type { PlaygroundRepository } from '../../playground/github/playground-repository.js';
import { fetchWebhook } from '../../src/announce/outside/fetch-webhook.js';
import { octokitGitHub } from '../../src/github/outside/octokit-github.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { announcing, deploymentAnnouncer, webhookAnnouncers } from '../../src/announce/announce.js';
import { failure } from '../../src/errors/index.js';
import { silentReporter } from '../support/reporters.js';

const facts = {
  version: 'v2',
  host: '203.0.113.7',
  environment: 'production',
  environmentUrl: 'https://example.com',
  repository: 'acme/api',
  revision: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
  actor: 'ada',
  runUrl: 'https://github.example/acme/api/actions/runs/7',
};

const warnings: string[] = [];
const reporter = {
  ...silentReporter,
  warning: (title: string, message: string): void => {
    warnings.push(`${title}: ${message}`);
  },
};
const ended = (): 'succeeded' => 'succeeded';
const rejected = failure('release-rejected', { release: 'r2', reason: 'It answers 500.' });

afterEach(() => {
  warnings.length = 0;
});

describe('A webhook', () => {
  const bodies: Record<string, unknown>[] = [];
  let server: Server;
  let url: URL;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        bodies.push(JSON.parse(text) as Record<string, unknown>);
        response.statusCode = request.url === '/refuses/a-secret' ? 403 : 200;
        response.end('ok');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
  });
  afterAll(() => {
    server.close();
  });
  afterEach(() => {
    bodies.length = 0;
  });

  it('is told of start and success', async () => {
    const announcers = webhookAnnouncers([url], fetchWebhook);
    expect(await announcing(announcers, facts, reporter, () => Promise.resolve(7), ended)).toBe(7);
    expect(bodies).toEqual([
      expect.objectContaining({ event: 'started', version: 'v2', host: '203.0.113.7' }),
      expect.objectContaining({
        event: 'succeeded',
        text: 'acme/api v2 is live on production (203.0.113.7): https://example.com',
      }),
    ]);
  });

  it.each([
    [
      'failed',
      failure('deploy-locked', {
        host: 'h',
        user: 'u',
        holder: 'bob',
        path: '/opt',
        seconds: 1,
        queue: '',
      }),
    ],
    ['rolled-back', rejected],
  ])('is told of what %s, and the failure stays what it was', async (event, error) => {
    const announcers = webhookAnnouncers([url], fetchWebhook);
    const run = announcing(announcers, facts, reporter, () => Promise.reject(error), ended);
    await expect(run).rejects.toBe(error);
    expect(bodies[1]).toMatchObject({ event, error: { name: error.entry, title: error.title } });
  });

  it.each([
    ['does not answer', 'http://127.0.0.1:9/a-secret', '127.0.0.1:9 did not answer'],
    ['refuses', '', 'answered 403'],
  ])('that %s is a warning that does not show its address', async (_, other, words) => {
    const target = other === '' ? new URL('/refuses/a-secret', url) : new URL(other);
    const announcers = webhookAnnouncers([target, url], fetchWebhook);
    await announcing(announcers, facts, reporter, () => Promise.resolve(), ended);
    expect(warnings).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
    expect(warnings.join()).not.toContain('a-secret');
    expect(bodies.filter(({ event }) => event === 'succeeded').length).toBeGreaterThanOrEqual(1);
  });
});

describe('A deployment on GitHub', () => {
  let github: GitHub;
  let repository: PlaygroundRepository;

  beforeAll(async () => {
    github = await GitHub.start({ actions: {}, env: {} });
    repository = await github.createRepository('acme/api', { 'README.md': 'x\n' });
  });
  afterAll(() => {
    github.stop();
  });

  function announcer(
    permissions: Readonly<Record<string, string>>,
    known?: number,
  ): ReturnType<typeof deploymentAnnouncer> {
    const token = github.tokens.create({ kind: 'job', repository: 'acme/api', permissions });
    return deploymentAnnouncer(octokitGitHub(token, github.url, systemClock), known, (id) => {
      remembered.push(id);
    });
  }
  const remembered: number[] = [];

  it('is recorded with its statuses, also over two steps of one action', async () => {
    const write = { deployments: 'write' };
    await announcing([announcer(write)], facts, reporter, () => Promise.resolve(), ended);
    const post = announcer(write, remembered[0]);
    const run = announcing([post], facts, reporter, () => Promise.reject(rejected), ended);
    await expect(run).rejects.toBe(rejected);
    await announcing(
      [post],
      facts,
      reporter,
      () => Promise.resolve(),
      () => 'gave-way',
    );
    expect(repository.recorded).toEqual([
      {
        id: remembered[0],
        environment: 'production',
        ref: facts.revision,
        statuses: [
          { state: 'in_progress', url: 'https://example.com' },
          { state: 'success', url: 'https://example.com' },
          { state: 'in_progress', url: 'https://example.com' },
          { state: 'failure', url: 'https://example.com' },
          { state: 'in_progress', url: 'https://example.com' },
          { state: 'inactive', url: 'https://example.com' },
        ],
      },
    ]);
    expect([github.violations, warnings]).toEqual([[], []]);
  });

  it('that the token may not record is a warning that names the permission', async () => {
    await announcing([announcer({})], facts, reporter, () => Promise.resolve(), ended);
    expect(warnings[0]).toContain('deployments: write');
  });

  it('is not recorded without a name', async () => {
    const before = repository.recorded.length;
    const unnamed = { ...facts, environment: '' };
    await announcing([announcer({})], unnamed, reporter, () => Promise.resolve(), ended);
    expect([repository.recorded.length, warnings]).toEqual([before, []]);
  });
});
