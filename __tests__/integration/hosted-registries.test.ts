import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ociRegistry } from '../../src/registry/outside/oci-registry.js';
import { DeployKitError } from '../../src/errors/index.js';
import { manifestTypes } from '../../src/image/manifest.js';
import { parseImageReference, type ImageReference } from '../../src/image/image-reference.js';
import { RetryAfter, type Registry } from '../../src/registry/registry.js';
import { recordedRegistries, startReplay, type Replay } from '../support/replay.js';

const revisionLabel = 'org.opencontainers.image.revision';
const path = process.env.PATH ?? '';
let dockerConfig: string;

// Nobody is logged in, whatever the machine's own docker knows.
beforeEach(() => {
  dockerConfig = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
  process.env.DOCKER_CONFIG = dockerConfig;
  process.env.PATH = `${dockerConfig}:${path}`;
});

afterEach(() => {
  delete process.env.DOCKER_CONFIG;
  process.env.PATH = path;
  rmSync(dockerConfig, { recursive: true });
});

function reference(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (parsed === undefined) throw new Error(`${text} is no image reference`);
  return parsed;
}

describe.each(recordedRegistries())(
  '$registry',
  ({ registry: host, exchanges, found, refused }) => {
    let replay: Replay;

    beforeAll(async () => {
      replay = await startReplay(exchanges);
    });

    afterAll(() => {
      replay.close();
    });

    const registryFor = (
      { username, password }: { username?: string; password?: string },
      at = host,
    ): Registry =>
      ociRegistry({
        account:
          username === undefined || password === undefined
            ? undefined
            : { registry: at, username, password },
        fetch: replay.fetch,
      });

    it.each(found)('answers for $reference as $username', async (expected) => {
      if (expected.dockerConfig !== undefined)
        writeFileSync(join(dockerConfig, 'config.json'), JSON.stringify(expected.dockerConfig));
      if (expected.helper !== undefined) {
        const script = `#!/bin/sh\nread -r server\necho '${JSON.stringify(expected.helper)}'\n`;
        writeFileSync(join(dockerConfig, 'docker-credential-probe'), script, { mode: 0o755 });
      }
      const registry = registryFor(expected);
      const image = reference(expected.reference);
      const answer = await registry.find(image);
      if (expected.digest === undefined) {
        expect(answer).toBeUndefined();
        return;
      }
      expect(answer).toEqual({ digest: expected.digest, platforms: expected.platforms });
      const description = await registry.describe({ ...image, digest: expected.digest });
      expect(description?.labels.get(revisionLabel)).toBe(expected.revision);
      expect(description?.created).toBe('2026-10-01T12:00:00Z');
      expect(registry.requests).toBe(expected.requests);
    });

    it('is asked for all types of manifests, and not with the account of another registry', async () => {
      const { fetch } = replay;
      const [{ reference: text }] = found as [{ reference: string }];
      const sent: Headers[] = [];
      const spying: typeof fetch = (input, init) => {
        sent.push(new Headers(init?.headers));
        return fetch(input, init);
      };
      const account = { registry: 'another.example.com', username: 'ada', password: 'theirs' };
      await ociRegistry({ account, fetch: spying })
        .find(reference(text))
        .catch(() => undefined);
      // All four types, or a registry converts or hides what it has.
      expect(sent[0]?.get('accept')?.split(', ')).toEqual([...manifestTypes]);
      const logins = sent.map((headers) => headers.get('authorization'));
      expect(logins.filter((header) => header?.startsWith('Basic'))).toEqual([]);
    });

    it.each(refused)('$case: $entry', async (expected) => {
      const error: unknown = await registryFor(expected)
        .find(reference(expected.reference))
        .catch((reason: unknown) => reason);
      if (!(error instanceof DeployKitError)) throw error;
      expect([error.entry, error.why]).toEqual([
        expected.entry,
        expect.stringContaining(expected.why ?? ''),
      ]);
      expect(error.fix).toContain(expected.fix ?? '');
      if (expected.retryAfter !== undefined)
        expect(error.cause).toEqual(new RetryAfter(expected.retryAfter));
      if (expected.password !== undefined)
        expect(`${error.message} ${error.fix}`).not.toContain(expected.password);
    });
  },
);
