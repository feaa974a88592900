import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dockerLogin } from '../../../src/registry/outside/docker-login.js';
import { fuzzRuns } from '../../support/fuzz-runs.js';
import { documents } from '../../support/hard-server.js';

const runs = fuzzRuns(100);

describe('Whatever docker keeps of its logins', () => {
  const password = 'not-to-be-seen-1588';
  const auth = Buffer.from(`ci:${password}`).toString('base64');
  const stored = { auths: { 'ghcr.io': { auth } } };

  it('is read, or is no login', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
    process.env.DOCKER_CONFIG = folder;
    const configs = documents([
      stored,
      { ...stored, credHelpers: { 'ghcr.io': 'nowhere' }, credsStore: 'nowhere' },
      { auths: { 'ghcr.io': { identitytoken: password } } },
    ]);
    await fc.assert(
      fc.asyncProperty(configs, async (config) => {
        writeFileSync(join(folder, 'config.json'), config);
        expect((await dockerLogin('ghcr.io')).who).not.toContain(password);
      }),
      { numRuns: runs },
    );
    rmSync(folder, { recursive: true });
  });
});
