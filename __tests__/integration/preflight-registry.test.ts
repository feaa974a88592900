import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { busyboxImage, ensureBaseImages } from '../../playground/hosts/base-images.js';
import { startRegistry, type Registry } from '../../playground/hosts/registry.js';
import { startEngine, type Engine } from '../../playground/machine/engine.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { ociRepositoryProbe } from '../../src/registry/outside/oci-repository-probe.js';
import type { RegistryAccess } from '../../src/registry/outside/registry-session.js';
import { repositoryOutcome } from '../../src/preflight/check-registry.js';
import { parseImageReference } from '../../src/image/image-reference.js';
import type { CheckOutcome } from '../../src/preflight/plan/outcome.js';
import { startReplay } from '../support/replay.js';

let dockerConfig: string;

// Nobody is logged in, whatever the machine's own docker knows.
beforeEach(() => {
  dockerConfig = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
  process.env.DOCKER_CONFIG = dockerConfig;
});
afterEach(() => {
  delete process.env.DOCKER_CONFIG;
  rmSync(dockerConfig, { recursive: true });
});

function check(name: string, access: 'pull' | 'push', how: RegistryAccess): Promise<CheckOutcome> {
  const image = parseImageReference(name);
  if (image === undefined) throw new Error(name);
  const ports = { repositories: ociRepositoryProbe(how), registry: ociRegistry(how) };
  return repositoryOutcome({ kind: 'registry', image, access }, ports, AbortSignal.timeout(10_000));
}

describe.each(['none', 'basic', 'token'] as const)('A registry with authentication: %s', (auth) => {
  let engine: Engine;
  let registry: Registry;

  beforeAll(async () => {
    engine = await startEngine();
    await ensureBaseImages(engine);
    registry = await startRegistry(engine, { auth });
    const name = `${registry.host}/acme/base:1`;
    const { username, password, host } = registry;
    if (auth !== 'none')
      await engine.must(['login', '--username', username, '--password-stdin', host], {
        input: password,
      });
    await engine.must(['tag', busyboxImage, name]);
    await engine.must(['push', name]);
    if (auth !== 'none') await engine.must(['logout', host]);
  }, 120_000);
  afterAll(() => registry.remove());

  const login = (password = registry.password): RegistryAccess => ({
    account: { registry: registry.host, username: registry.username, password },
  });

  it('says what is there and may be pulled and pushed to', async () => {
    const name = `${registry.host}/acme/base`;
    expect(await check(name, 'pull', login())).toMatchObject({
      verdict: 'pass',
      detail: 'exists, and this login may pull from it',
    });
    expect(await check(name, 'push', login())).toMatchObject({
      verdict: 'pass',
      detail: 'exists, and this login may push to it',
    });
    expect((await check(`${name}:1`, 'pull', login())).detail).toContain('linux/amd64');
    expect(await check(`${name}:2`, 'pull', login())).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining(`does not have ${name}:2`),
    });
    // What a push is about to make need not be there.
    expect(await check(`${name}:2`, 'push', login())).toMatchObject({ verdict: 'pass' });
  });

  it('a repository that is not there is missing to pull, and is not made by the question', async () => {
    const name = `${registry.host}/acme/never`;
    expect(await check(name, 'pull', login())).toMatchObject({
      verdict: 'fail',
      detail: expect.stringContaining('NAME_UNKNOWN'),
    });
    // A token says that it may push; without one, nobody does.
    expect(await check(name, 'push', login())).toMatchObject({
      verdict: auth === 'token' ? 'pass' : 'skipped',
    });
    expect(registry.stored().repositories).toEqual(['acme/base']);
  });

  it('nothing is left of a question for the right to push', async () => {
    const before = registry.stored();
    await check(`${registry.host}/acme/base`, 'push', login());
    expect(registry.stored()).toEqual(before);
  });

  if (auth !== 'none')
    it.each(['pull', 'push'] as const)('a wrong password is refused (%s)', async (access) => {
      const outcome = await check(`${registry.host}/acme/base`, access, login('wrong-password'));
      expect(outcome.verdict).toBe('fail');
      expect(outcome.detail).toContain('does not accept the login');
      expect(JSON.stringify(outcome)).not.toContain('wrong-password');
    });
});

/** The answers of a hosted registry to a login, in the shapes that its own documentation and issues show. */
interface Hosted {
  readonly host: string;
  readonly repository: string;
  readonly token?: string;
  readonly tags: { readonly status: number; readonly body: object };
  readonly upload?: { readonly status: number; readonly body?: object };
}

function exchangesOf({ host, repository, token, tags, upload }: Hosted) {
  const base = `https://${host}/v2/${repository}`;
  const authorization = token === undefined ? basic : `Bearer ${token}`;
  const challenge =
    token === undefined
      ? `Basic realm="https://${host}/"`
      : `Bearer realm="https://${host}/token",service="${host}"`;
  const answer = (
    method: string,
    url: string,
    headers: Record<string, string>,
    response: object,
  ) => ({
    request: { method, url, headers },
    response: { headers: {}, ...response } as {
      status: number;
      headers: Record<string, string>;
      body: string;
    },
  });
  const as = { authorization };
  const started = { location: `${base}/blobs/uploads/42` };
  return [
    answer('GET', `${base}/tags/list?n=1`, as, { ...tags, body: JSON.stringify(tags.body) }),
    answer(
      'GET',
      `${base}/tags/list?n=1`,
      {},
      {
        status: 401,
        headers: { 'www-authenticate': challenge },
        body: '',
      },
    ),
    ...['pull', 'pull,push'].map((actions) =>
      answer(
        'GET',
        `https://${host}/token?service=${host}&scope=${encodeURIComponent(`repository:${repository}:${actions}`)}`,
        { authorization: basic },
        { status: 200, body: JSON.stringify({ token }) },
      ),
    ),
    ...(upload === undefined
      ? []
      : [
          answer('POST', `${base}/blobs/uploads/`, as, {
            status: upload.status,
            headers: started,
            body: JSON.stringify(upload.body ?? {}),
          }),
          answer('DELETE', `${base}/blobs/uploads/42`, as, { status: 204, body: '' }),
        ]),
  ];
}

const basic = `Basic ${Buffer.from('ci:password').toString('base64')}`;

function jwt(...actions: readonly string[]): string {
  const claims = { access: [{ type: 'repository', name: 'acme/api', actions }] };
  return ['{}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

describe('A hosted registry', () => {
  const gar = 'europe-west1-docker.pkg.dev';
  const ecr = '123456789012.dkr.ecr.eu-central-1.amazonaws.com';
  const unknown = (message: string) => ({
    status: 404,
    body: { errors: [{ code: 'NAME_UNKNOWN', message }] },
  });
  const tags = { status: 200, body: { tags: [] } };

  /** The outcome, and what was sent: `POST /v2/…`. */
  async function ask(hosted: Hosted, access: 'pull' | 'push') {
    const replay = await startReplay(exchangesOf(hosted));
    const sent: string[] = [];
    const spying: typeof fetch = (input, init) => {
      sent.push(init?.method ?? 'GET');
      return replay.fetch(input, init);
    };
    const account = { registry: hosted.host, username: 'ci', password: 'password' };
    const name = `${hosted.host}/${hosted.repository}`;
    const outcome = await check(name, access, { account, fetch: spying });
    replay.close();
    return { ...outcome, sent };
  }

  it.each(['pull', 'push'] as const)(
    'D1: Google’s without the repository shows the command that makes it (%s)',
    async (access) => {
      const outcome = await ask(
        {
          host: gar,
          repository: 'shop/web/api',
          token: 'opaque',
          tags: unknown('Repository "web" not found'),
        },
        access,
      );
      expect(outcome).toMatchObject({
        verdict: 'fail',
        detail: expect.stringContaining('Repository "web" not found'),
        fix: expect.stringContaining(
          'gcloud artifacts repositories create web --project=shop --location=europe-west1',
        ),
      });
      expect(outcome.sent).not.toContain('POST');
    },
  );

  it('D1: Amazon’s, too; no upload is begun that could make it', async () => {
    const message = "The repository with name 'api' does not exist in the registry with id '1'";
    const outcome = await ask({ host: ecr, repository: 'api', tags: unknown(message) }, 'push');
    expect(outcome.fix).toContain('aws ecr create-repository --repository-name api');
    expect(outcome.sent).not.toContain('POST');
  });

  it('of Google’s with the repository, an image that was never pushed is no problem', async () => {
    const outcome = await ask(
      {
        host: gar,
        repository: 'shop/web/api',
        token: 'opaque',
        tags: unknown('Failed to fetch "shop/web/api"'),
        upload: { status: 202 },
      },
      'push',
    );
    expect(outcome.verdict).toBe('pass');
  });

  it('whose tokens only it can read is asked by an upload that is cancelled', async () => {
    const hosted = { host: 'ghcr.io', repository: 'acme/api', token: 'Z2hwXw==', tags };
    const allowed = await ask({ ...hosted, upload: { status: 202 } }, 'push');
    expect([allowed.verdict, allowed.sent.slice(-2)]).toEqual(['pass', ['POST', 'DELETE']]);
    const body = { errors: [{ code: 'DENIED', message: 'permission_denied: write_package' }] };
    const refused = await ask({ ...hosted, upload: { status: 403, body } }, 'push');
    expect(refused.verdict).toBe('fail');
    expect(refused.fix).toContain('packages: write');
  });

  it.each([
    [['pull', 'push'], 'pass'],
    [['pull'], 'fail'],
  ])('whose token gives %j is not asked further: %s', async (actions, verdict) => {
    const hosted = {
      host: 'reg.example.com',
      repository: 'acme/api',
      token: jwt(...actions),
      tags,
    };
    const outcome = await ask(hosted, 'push');
    expect([outcome.verdict, outcome.sent.includes('POST')]).toEqual([verdict, false]);
  });
});
