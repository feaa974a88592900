import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GitHub } from '../../playground/github/github.js';
import { busyboxImage, ensureBaseImages } from '../../playground/hosts/base-images.js';
import { startRegistry, type Registry } from '../../playground/hosts/registry.js';
import { startEngine, type Engine } from '../../playground/machine/engine.js';
import { must } from '../../playground/machine/run.js';
import { runBundle, startBundle, type BundleOptions } from '../support/run-bundle.js';

const revisions = { old: 'a'.repeat(40), new: 'b'.repeat(40) };
let engine: Engine;
let registry: Registry;

beforeAll(async () => {
  engine = await startEngine();
  await ensureBaseImages(engine);
  registry = await startRegistry(engine, { auth: 'none' });
}, 120_000);

afterAll(() => registry.remove());

/** Pushes an image of a commit; returns its digest. */
async function push(name: string, revision: string): Promise<string> {
  const reference = `${registry.host}/${name}`;
  const label = `org.opencontainers.image.revision=${revision}`;
  await engine.must(['build', '--quiet', '--tag', reference, '--label', label, '-'], {
    input: `FROM ${busyboxImage}\n`,
  });
  await engine.must(['push', '--quiet', reference]);
  const digests = await engine.must([
    'image',
    'inspect',
    '--format',
    '{{join .RepoDigests " "}}',
    reference,
  ]);
  return /@(sha256:\w+)/.exec(digests)?.[1] ?? '';
}

const wait = (inputs: Readonly<Record<string, string>>, more: Partial<BundleOptions> = {}) => ({
  inputs: { 'github-token': '', timeout: '30s', ...inputs },
  ...more,
});

describe('wait-for-image', () => {
  it('waits for several images, each until it is there, and names them by digest', async () => {
    const first = await push('acme/first:v1', revisions.new);
    const waiting = await startBundle(
      'wait-for-image',
      wait({ images: `${registry.host}/acme/first:v1\n${registry.host}/acme/second:v1` }),
    );
    await waiting.sees(/acme\/second:v1: not there yet/);
    const second = await push('acme/second:v1', revisions.new);
    const { code, outputs } = await waiting.result;
    expect(code).toBe(0);
    expect(outputs.get('images')).toBe(
      `${registry.host}/acme/first:v1@${first}\n${registry.host}/acme/second:v1@${second}`,
    );
    expect(outputs.get('digest')).toBe(first);
    expect(outputs.get('platforms')).toBe('linux/amd64');
    expect(outputs.get('revision')).toBe(revisions.new);
    expect(outputs.get('created')).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(Number(outputs.get('attempts'))).toBeGreaterThan(2);
  });

  it('never takes a stale `latest` for the new one', async () => {
    await push('acme/moving:latest', revisions.old);
    const waiting = await startBundle(
      'wait-for-image',
      wait({
        images: `${registry.host}/acme/moving:latest`,
        revision: revisions.new.slice(0, 12),
      }),
    );
    await waiting.sees(new RegExp(`it was built from ${revisions.old}, not bbbbbbbbbbbb`));
    const digest = await push('acme/moving:latest', revisions.new);
    const { code, outputs } = await waiting.result;
    expect([code, outputs.get('digest')]).toEqual([0, digest]);
  });

  it('says what it found instead when time is up', async () => {
    await push('acme/stale:latest', revisions.old);
    const { code, annotations } = await runBundle(
      'wait-for-image',
      wait({
        images: `${registry.host}/acme/stale:latest`,
        revision: revisions.new,
        timeout: '2s',
      }),
    );
    expect(code).toBe(1);
    expect(annotations[0]?.title).toContain('is not the one that was waited for');
    expect(annotations[0]?.message).toContain(revisions.old);
  });

  it('asks the mirror that the server pulls from', async () => {
    const digest = await push('mirror/acme/api:v1', revisions.new);
    const { code, outputs } = await runBundle(
      'wait-for-image',
      wait({ images: 'ghcr.io/acme/api:v1', mirror: `ghcr.io=${registry.host}/mirror` }),
    );
    expect([code, outputs.get('image')]).toEqual([
      0,
      `${registry.host}/mirror/acme/api:v1@${digest}`,
    ]);
  });

  it('ends soon after the build that should push the image has failed', async () => {
    const github = await GitHub.start({ actions: {}, env: { PATH: process.env.PATH ?? '' } });
    const repository = await github.createRepository('acme/api', { 'README.md': 'x' });
    const build =
      'on: push\njobs: {build: {runs-on: ubuntu-latest, steps: [{run: sleep 2 && exit 1}]}}\n';
    const { runs } = await github.push(
      repository,
      { '.github/workflows/build.yml': build },
      'a build that fails',
    );
    const id = runs[0]?.id ?? 0;
    const token = github.tokens.create({
      kind: 'job',
      repository: 'acme/api',
      permissions: { actions: 'read' },
    });
    const release = {
      schema: 1,
      images: [
        {
          reference: `${registry.host}/acme/never:v1`,
          digest: `sha256:${'0'.repeat(64)}`,
          platforms: [],
        },
      ],
      version: 'v1',
      revision: revisions.new,
      ref: 'refs/heads/main',
      repository: 'acme/api',
      run: { id, url: `https://github.example/acme/api/actions/runs/${id}` },
      actor: 'ada',
      createdAt: new Date().toISOString(),
      correlationId: '11111111-2222',
    };
    const { code, annotations, outputs } = await runBundle(
      'wait-for-image',
      wait(
        { 'github-token': token, timeout: '5m' },
        {
          event: { client_payload: { release, correlationId: release.correlationId } },
          env: { GITHUB_API_URL: github.url },
        },
      ),
    );
    github.stop();
    expect([code, outputs.size]).toEqual([1, 0]);
    expect(annotations[0]?.title).toBe(
      `The build of ${registry.host}/acme/never:v1@sha256:${'0'.repeat(64)} ended with failure`,
    );
    expect(annotations[0]?.message).toContain(`actions/runs/${id}`);
    expect(github.violations).toEqual([]);
  }, 60_000);
});

describe('a registry elsewhere', () => {
  // The engine's bridge: an address of this machine that is not loopback.
  const plain = (): string => `${engine.gateway}:${registry.port}/acme/elsewhere:v1`;

  beforeAll(() => push('acme/elsewhere:v1', revisions.new));

  it('is asked without encryption only where that is wanted', async () => {
    const wanted = await runBundle(
      'wait-for-image',
      wait({ images: plain(), 'registry-plain-http': 'true' }),
    );
    expect([wanted.code, wanted.log]).toEqual([0, expect.stringContaining('is there')]);
    const refused = await runBundle('wait-for-image', wait({ images: plain(), timeout: '1s' }));
    expect([refused.code, refused.log]).toEqual([1, expect.stringContaining('SSL')]);
  });

  it('is trusted by the certificate of its own authority, and not without', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-ca-'));
    const [key, certificate] = [join(folder, 'key'), join(folder, 'crt')];
    await must(
      'openssl',
      [
        ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=registry'],
        ['-keyout', key, '-out', certificate],
        ['-addext', `subjectAltName=IP:${engine.gateway}`],
      ].flat(),
    );
    const pem = readFileSync(certificate, 'utf8');
    const front = await tlsFront(readFileSync(key, 'utf8'), pem, engine.gateway);
    const { port: frontPort } = front.address() as { port: number };
    const images = `${engine.gateway}:${frontPort}/acme/elsewhere:v1`;
    const trusted = await runBundle('wait-for-image', wait({ images, 'registry-ca': pem }));
    expect([trusted.code, trusted.log]).toEqual([0, expect.stringContaining('is there')]);
    const unknown = await runBundle('wait-for-image', wait({ images, timeout: '1s' }));
    expect([unknown.code, unknown.log]).toEqual([1, expect.stringContaining('self-signed')]);
    const garbled = await runBundle('wait-for-image', wait({ images, 'registry-ca': 'garbled' }));
    expect(garbled.annotations[0]?.message).toContain('`registry-ca` must be the text of a PEM');
    front.close();
    rmSync(folder, { recursive: true });
  });
});

/** TLS in front of the registry. */
async function tlsFront(key: string, cert: string, host: string): Promise<Server> {
  const front = createServer({ key, cert }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const inner = request(
      { host: '127.0.0.1', port: registry.port, method, path: url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(inner);
  });
  await new Promise<void>((resolve) => front.listen(0, host, resolve));
  front.unref();
  return front;
}
