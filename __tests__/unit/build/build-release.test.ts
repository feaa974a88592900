import { describe, expect, it } from '@jest/globals';
import { buildRelease } from '../../../src/build/build-release.js';
import type { BuiltImage } from '../../../src/build/plan/build-metadata.js';
import type { BuildOptions } from '../../../src/build/plan/build-plan.js';
import { releaseOfRun } from '../../../src/release/release-of-run.js';
import { imageNamed } from '../../support/image-named.js';
import { silentReporter } from '../../support/reporters.js';
import { virtualClock } from '../../support/virtual-clock.js';

const sha = '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d';

// A builder that tells configurations apart is not among this machine's; what it would say decides here.
describe('what was pushed', () => {
  const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
  const built = (manifest: string, config: string): BuiltImage => ({
    digest: digest(manifest),
    configDigest: digest(config),
  });
  const options: BuildOptions = {
    platforms: [],
    buildArgs: new Map(),
    labels: new Map(),
    annotations: [],
    secrets: [],
    ssh: [],
    cacheFrom: [],
    cacheTo: [],
    noCache: false,
    pull: false,
    provenance: undefined,
    sbom: undefined,
  };
  const origin = { sha, ref: 'refs/heads/main', repository: 'acme/api', actor: 'ada' };

  it.each([
    ['another one than was checked', { load: 'c', push: 'd', served: 'a' }, 'image-not-as-checked'],
    ['another one than is served', { load: 'c', push: 'c', served: 'b' }, 'image-not-as-built'],
  ])('must not be %s', async (_, { load, push, served }, entry) => {
    const sent = buildRelease(
      {
        tags: ['sha-1'],
        options,
        skipExisting: false,
        check: { composeFile: undefined, command: 'true', timeoutSeconds: 1 },
        login: { dockerConfig: undefined, anonymous: true, who: 'nobody' },
        origin: releaseOfRun({ ...origin, runId: 1, runUrl: 'u' }, '11111111', new Date(0)),
      },
      {
        targets: [{ name: 'api', image: imageNamed('ghcr.io/acme/api') }],
        metadata: () => '{}',
        build: (_tags, _options, destination) =>
          Promise.resolve(
            new Map([['api', destination === 'load' ? built('e', load) : built('a', push)]]),
          ),
      },
      {
        processes: {
          run: () => Promise.resolve({ code: 0, stdout: '[]', stderr: '' }),
          runIfCancelled: () => () => undefined,
        },
        scratch: { path: (name) => name, write: () => undefined, read: () => '' },
        registry: {
          find: () => Promise.resolve({ digest: digest(served), platforms: [] }),
          describe: () =>
            Promise.resolve({
              labels: new Map(),
              created: undefined,
              healthcheck: false,
              volumes: [],
            }),
          size: () => Promise.resolve(undefined),
          missingBlobs: () => Promise.resolve([]),
          addTag: () => Promise.resolve(),
          requests: 0,
        },
        clock: virtualClock(),
        reporter: silentReporter,
      },
    );
    await expect(sent).rejects.toMatchObject({ entry });
  });
});
