import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRegistry, type Registry } from '../../playground/hosts/registry.js';
import { ensureBaseImages, busyboxImage } from '../../playground/hosts/base-images.js';
import { startEngine, type Engine } from '../../playground/machine/engine.js';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { DeployKitError } from '../../src/errors/index.js';
import type { Registry as RegistryClient } from '../../src/registry/registry.js';
import type { ImageReference } from '../../src/image/image-reference.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await ensureBaseImages(engine);
}, 120_000);

describe.each(['none', 'basic', 'token'] as const)('A registry with authentication: %s', (auth) => {
  let registry: Registry;
  let image: ImageReference;

  beforeAll(async () => {
    registry = await startRegistry(engine, { auth });
    const name = `${registry.host}/acme/base:1`;
    image = { registry: registry.host, repository: 'acme/base', tag: '1', digest: undefined };
    if (auth !== 'none')
      await engine.must(
        ['login', '--username', registry.username, '--password-stdin', registry.host],
        { input: registry.password },
      );
    await engine.must(['tag', busyboxImage, name]);
    await engine.must(['push', name]);
    if (auth !== 'none') await engine.must(['logout', registry.host]);
  }, 60_000);

  afterAll(() => registry.remove());

  const client = (): RegistryClient =>
    ociRegistry({
      account: {
        registry: registry.host,
        username: registry.username,
        password: registry.password,
      },
    });

  it('shows an image by tag and by digest, with its platform', async () => {
    const found = await client().find(image);
    expect(found).toEqual({
      digest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
      platforms: ['linux/amd64'],
    });
    expect(await client().find({ ...image, tag: undefined, digest: found?.digest })).toEqual(found);
    const pushed = await engine.must([
      'image',
      'inspect',
      '--format',
      '{{join .RepoDigests " "}}',
      `${registry.host}/acme/base:1`,
    ]);
    expect(pushed).toContain(found?.digest);
    expect(await client().missingBlobs(image, [])).toEqual([]);
  });

  it('is asked once for what has not changed, and again for what has', async () => {
    const asking = client();
    await asking.find(image);
    const before = asking.requests;
    expect(await asking.find(image)).toEqual(await asking.find(image));
    // Not even the configuration: the registry says 304.
    expect(asking.requests - before).toBe(2);
  });

  it('tells an image that is not there', async () => {
    expect(await client().find({ ...image, tag: 'never' })).toBeUndefined();
    expect(await client().describe({ ...image, tag: 'never' })).toBeUndefined();
  });

  if (auth !== 'none')
    it.each([
      ['a wrong password', { username: 'ci', password: 'wrong' }, 'registry-login-refused'],
      ['nobody', undefined, 'registry-login-missing'],
    ])('E9: refuses %s, and the error names who asked', async (_, account, entry) => {
      const refused: unknown = await ociRegistry({
        account: account && { registry: registry.host, ...account },
      })
        .find(image)
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DeployKitError);
      expect((refused as DeployKitError).entry).toBe(entry);
      expect((refused as DeployKitError).why).toContain(
        account === undefined ? 'an anonymous request' : 'the account ci',
      );
      expect((refused as DeployKitError).message).not.toContain('wrong');
    });

  it('tells which layers are missing', async () => {
    await registry.loseLayers();
    const missing = await client().missingBlobs(image, []);
    expect(missing.length).toBeGreaterThan(0);
    // The configuration is still there, and a layer of another platform is none of ours.
    expect(await client().describe(image)).toBeDefined();
  });
});

describe('docker’s own login', () => {
  let folder: string;
  let registry: Registry;
  const image = (): ImageReference => ({
    registry: registry.host,
    repository: 'acme/base',
    tag: '1',
    digest: undefined,
  });

  beforeAll(async () => {
    registry = await startRegistry(engine, { auth: 'basic' });
    folder = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
    process.env.DOCKER_CONFIG = folder;
    process.env.PATH = `${folder}:${process.env.PATH ?? ''}`;
  }, 60_000);

  afterAll(async () => {
    delete process.env.DOCKER_CONFIG;
    process.env.PATH = (process.env.PATH ?? '').replace(`${folder}:`, '');
    rmSync(folder, { recursive: true });
    await registry.remove();
  });

  const configure = (config: object): void => {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  };
  const helper = (script: string): void => {
    writeFileSync(join(folder, 'docker-credential-probe'), `#!/bin/sh\n${script}\n`, {
      mode: 0o755,
    });
  };
  const auth = (): string =>
    Buffer.from(`${registry.username}:${registry.password}`).toString('base64');

  it('is read from auths', async () => {
    configure({ auths: { [registry.host]: { auth: auth() } } });
    expect(await ociRegistry({}).find(image())).toBeUndefined();
  });

  it.each(['credHelpers', 'credsStore'])(
    'is asked from a helper of %s, before auths',
    async (key) => {
      helper(
        `read -r server; [ "$server" = ${registry.host} ] && echo '{"Username":"ci","Secret":"${registry.password}"}'`,
      );
      configure({
        [key]: key === 'credsStore' ? 'probe' : { [registry.host]: 'probe' },
        auths: { [registry.host]: { auth: Buffer.from('ci:stale').toString('base64') } },
      });
      expect(await ociRegistry({}).find(image())).toBeUndefined();
    },
  );

  it.each([
    ['echo "secret-in-output"; exit 3', 'docker-credential-probe: ended with 3'],
    ['echo no-json', 'docker-credential-probe: gave no JSON'],
    [
      'echo "credentials not found in native keychain"; exit 1',
      'To an anonymous request it answered',
    ],
  ])('says why a helper gave none: %s', async (script, words) => {
    helper(script);
    configure({ credsStore: 'probe' });
    const error = await ociRegistry({})
      .find(image())
      .catch((reason: unknown) => reason);
    expect((error as DeployKitError).entry).toBe('registry-login-missing');
    expect((error as DeployKitError).why).toContain(words);
    expect((error as DeployKitError).why).not.toContain('secret-in-output');
  });

  it('says that a helper is not installed', async () => {
    configure({ credsStore: 'nowhere' });
    const error = await ociRegistry({})
      .find(image())
      .catch((reason: unknown) => reason);
    expect((error as DeployKitError).why).toContain('docker-credential-nowhere: not installed');
  });
});
