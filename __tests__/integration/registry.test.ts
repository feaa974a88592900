import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startRegistry, type Registry } from '../../playground/hosts/registry.js';
import { ensureBaseImages, busyboxImage } from '../../playground/hosts/base-images.js';
import { startEngine, type Engine } from '../../playground/machine/engine.js';
import { ociRegistry } from '../../src/adapters/oci-registry.js';
import { DeployKitError } from '../../src/errors/index.js';
import type { ImageReference } from '../../src/plan/image-reference.js';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await ensureBaseImages(engine);
}, 120_000);

describe.each(['none', 'basic', 'token'] as const)('A registry with authentication: %s', (auth) => {
  let registry: Registry;
  let image: ImageReference;

  beforeAll(async () => {
    registry = await startRegistry(engine, { auth, port: 5490 });
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

  it('shows an image by tag and by digest, with its platform', async () => {
    const client = ociRegistry({ username: registry.username, password: registry.password });
    const found = await client.find(image);
    expect(found).toEqual({
      digest: expect.stringMatching(/^sha256:[a-f0-9]{64}$/),
      platforms: ['linux/amd64'],
    });
    expect(await client.find({ ...image, tag: undefined, digest: found?.digest })).toEqual(found);
    const pushed = await engine.must([
      'image',
      'inspect',
      '--format',
      '{{join .RepoDigests " "}}',
      `${registry.host}/acme/base:1`,
    ]);
    expect(pushed).toContain(found?.digest);
  });

  it('tells an image that is not there', async () => {
    const client = ociRegistry({ username: registry.username, password: registry.password });
    expect(await client.find({ ...image, tag: 'never' })).toBeUndefined();
  });

  if (auth !== 'none')
    it.each([
      ['a wrong password', { username: 'ci', password: 'wrong' }],
      ['nobody', undefined],
    ])('refuses %s, and the error names who asked', async (_, account) => {
      const refused = await ociRegistry(account)
        .find(image)
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(DeployKitError);
      expect((refused as DeployKitError).entry).toBe('registry-denied');
      expect((refused as DeployKitError).message).not.toContain('wrong');
    });
});
