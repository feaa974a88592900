import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ociRegistry } from '../../../src/registry/outside/oci-registry.js';
import type { Registry } from '../../../src/registry/registry.js';
import { endsWell } from '../../support/ends-well.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import {
  documents,
  type HardServer,
  startHardServer,
  type WireAnswer,
  wireAnswers,
} from '../../support/hard-server.js';

const runs = fuzzRuns(100);

let server: HardServer;

let dockerConfig: string | undefined;

beforeAll(async () => {
  server = await startHardServer();
  // Nobody is logged in, whatever the machine's own docker knows.
  dockerConfig = process.env.DOCKER_CONFIG;
  process.env.DOCKER_CONFIG = '/nonexistent';
});

afterAll(() => {
  server.close();
  if (dockerConfig === undefined) delete process.env.DOCKER_CONFIG;
  else process.env.DOCKER_CONFIG = dockerConfig;
});

describe('Whatever a registry answers', () => {
  const password = 'not-to-be-seen-0815';
  const bearer = 'bearer-not-to-be-seen-1234';
  const digestOf = (body: Buffer): string =>
    `sha256:${createHash('sha256').update(body).digest('hex')}`;

  const configuration = {
    os: 'linux',
    architecture: 'amd64',
    created: '2026-01-01T00:00:00Z',
    config: { Labels: { 'org.opencontainers.image.revision': 'a' } },
  };
  const tokens = [
    { token: bearer, expires_in: 300 },
    { access_token: bearer },
    { token: `${bearer}\nx: y`, expires_in: null },
    { token: `${bearer}\u00e9` },
  ];
  const errors = [
    { errors: [{ code: 'DENIED', message: 'no access', detail: {} }] },
    { details: 'x' },
  ];
  const manifest = (config: Buffer): object => ({
    schemaVersion: 2,
    config: { digest: digestOf(config), size: 1 },
    layers: [{ digest: digestOf(Buffer.from('layer')), size: 5 }],
  });
  const index = (below: Buffer): object => ({
    schemaVersion: 2,
    manifests: [
      { digest: digestOf(below), platform: { os: 'linux', architecture: 'amd64' } },
      { digest: digestOf(below), annotations: {} },
    ],
  });

  const asks: Readonly<Record<string, (registry: Registry, host: string) => Promise<unknown>>> = {
    find: (registry, host) => registry.find(image(host)),
    describe: (registry, host) => registry.describe(image(host)),
    missingBlobs: (registry, host) => registry.missingBlobs(image(host), []),
    addTag: (registry, host) => registry.addTag(image(host), 'v2'),
  };
  const image = (registry: string): Parameters<Registry['find']>[0] => ({
    registry,
    repository: 'acme/api',
    tag: 'v1',
    digest: undefined,
  });

  interface World {
    readonly config: Buffer;
    readonly single: Buffer;
    readonly top: Buffer;
    readonly token: Buffer;
    readonly asksLogin: boolean;
    readonly odd: WireAnswer;
    readonly oddAt: number;
  }

  /** A registry that is right but for its documents, and for one answer that is anything. */
  const worlds = (): fc.Arbitrary<World> =>
    documents([configuration]).chain((config) =>
      documents([manifest(config)]).chain((single) =>
        fc.record({
          config: fc.constant(config),
          single: fc.constant(single),
          top: fc.oneof(fc.constant(single), documents([index(single)])),
          token: documents(tokens),
          asksLogin: fc.boolean(),
          odd: wireAnswers(server.url, [...errors, ...tokens, manifest(config), index(single)]),
          oddAt: fc.nat(6),
        }),
      ),
    );

  it.each(Object.entries(asks))('%s ends well', async (_, ask) => {
    const host = new URL(server.url).host;
    const account = { registry: host, username: 'ci', password };
    await fc.assert(
      fc.asyncProperty(worlds(), async ({ config, single, top, token, asksLogin, odd, oddAt }) => {
        let asked = 0;
        const ok = (body: Buffer): WireAnswer => ({
          status: 200,
          headers: {},
          body,
          fault: 'none',
        });
        server.answerWith(({ url = '', headers }) => {
          if (asked++ === oddAt) return odd;
          if (url.startsWith('/token')) return ok(token);
          const realm = `Bearer realm="${server.url}/token",service="s"`;
          if (asksLogin && headers.authorization === undefined)
            return { ...ok(Buffer.alloc(0)), status: 401, headers: { 'www-authenticate': realm } };
          if (url.endsWith('/manifests/v1')) return ok(top);
          return ok(url.includes('/manifests/') ? single : config);
        });
        await endsWell(() => ask(ociRegistry({ account }), host), [password, bearer]);
      }),
      { numRuns: runs },
    );
  });

  it('is told as that where it is no image', async () => {
    const body = Buffer.from('<h1>Please log in</h1>');
    server.answerWith(() => ({ status: 200, headers: {}, body, fault: 'none' }));
    const { host } = new URL(server.url);
    await expect(ociRegistry({}).find(image(host))).rejects.toMatchObject({
      entry: 'registry-answer-invalid',
    });
  });

  it('leads no credentials to another host', async () => {
    const seen: (string | undefined)[] = [];
    const other = await startHardServer();
    const { port } = new URL(other.url);
    other.answerWith(({ headers }) => {
      seen.push(headers.authorization);
      return { status: 404, headers: {}, body: Buffer.alloc(0), fault: 'none' };
    });
    server.answerWith(({ headers }) =>
      headers.authorization === undefined
        ? {
            status: 401,
            headers: { 'www-authenticate': 'Basic' },
            body: Buffer.alloc(0),
            fault: 'none',
          }
        : {
            status: 307,
            headers: { location: `http://localhost:${port}/elsewhere` },
            body: Buffer.alloc(0),
            fault: 'none',
          },
    );
    const { host } = new URL(server.url);
    const account = { registry: host, username: 'ci', password };
    expect(await ociRegistry({ account }).find(image(host))).toBeUndefined();
    other.close();
    expect(seen).toEqual([undefined]);
  });
});
