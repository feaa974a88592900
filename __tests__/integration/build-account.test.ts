import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildAccount } from '../../src/connect/build-account.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-kit-docker-config-'));
  process.env.DOCKER_CONFIG = folder;
});

afterEach(() => {
  delete process.env.DOCKER_CONFIG;
  rmSync(folder, { recursive: true });
});

const job = { token: 'ghs_job', actor: 'ada' };
const inputs = {
  registryUsername: undefined,
  registryPassword: undefined,
  registryPlainHttp: false,
  registryCa: undefined,
};
const at = (registry: string) => ({
  registry,
  repository: 'acme/api',
  tag: undefined,
  digest: undefined,
});

describe('Whose account pushes', () => {
  it('that of the inputs first', async () => {
    const given = { ...inputs, registryUsername: 'ci', registryPassword: 'pw' };
    expect(await buildAccount(at('ghcr.io'), given, job)).toMatchObject({
      account: { username: 'ci', password: 'pw' },
    });
  });

  it("docker's own login before the job's token", async () => {
    const auth = Buffer.from('grace:pw').toString('base64');
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }));
    expect(await buildAccount(at('ghcr.io'), inputs, job)).toEqual({
      account: undefined,
      anonymous: false,
      who: "the account grace of docker's own login",
    });
  });

  it("the job's token at ghcr.io, and nowhere else", async () => {
    expect(await buildAccount(at('ghcr.io'), inputs, job)).toMatchObject({
      account: { username: 'ada', password: 'ghs_job' },
    });
    expect(await buildAccount(at('registry.example.com'), inputs, job)).toEqual({
      account: undefined,
      anonymous: true,
      who: 'an anonymous request',
    });
  });
});
