import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { setStage, type Stage } from '../../playground/stage.js';
import type { Finding } from '../../src/local/plan/finding.js';
import { deployOptions, pushApp, pushHelper } from '../support/deploys.js';
import { runBundle } from '../support/run-bundle.js';
import { ageKey, encryptSops } from '../support/sops.js';

type Texts = Readonly<Record<string, string>>;

let stage: Stage;
let server: Server;
let key: Awaited<ReturnType<typeof ageKey>>;

beforeAll(async () => {
  stage = await setStage(() => undefined);
  server = await stage.startServer({ name: 'examples' });
  await pushHelper(stage, await pushApp(stage, 'v1'), 'v1');
  key = await ageKey();
}, 600_000);

afterAll(async () => {
  await stage.close();
});

interface Example {
  readonly files: Texts;
  readonly inputs: Texts;
}

/** An example as it stands, but with images that there are here. */
function filesOf(name: string): Texts {
  const folder = join(repositoryRoot, 'examples', name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const here = `${stage.registry.host}/acme/helper:v1`;
  return Object.fromEntries(
    paths.map((path) => [
      path.slice(folder.length + 1),
      readFileSync(path, 'utf8').replace(
        /image: (caddy|nginx|\$\{(POSTGRES|MINIO)_IMAGE)\S*$/gm,
        `image: ${here}`,
      ),
    ]),
  );
}

const image = (): string => `IMAGE=${stage.registry.host}/acme/api`;

const railsSecrets = {
  SECRET_KEY_BASE: '0123456789abcdef'.repeat(4),
  ENCRYPTION_KEY: 'sixteen-byte-key',
  DATABASE_URL: 'postgres://app:pa55-w0rd@db.internal/app',
};

async function webWorker(secrets: Texts = railsSecrets): Promise<Example> {
  const values = { IMAGE: image().slice('IMAGE='.length), ...secrets };
  const env = await encryptSops('dotenv', values, [key.recipient]);
  return {
    files: { ...filesOf('web-worker'), 'secrets/production.env': env },
    inputs: {
      'compose-files': 'docker-compose.prod.yml',
      'env-file': 'secrets/production.env',
      'age-key': key.identity,
      env: '',
    },
  };
}

function smallVps(minio = 'the-key-of-minio-1'): Example {
  const env = [
    image(),
    'POSTGRES_PASSWORD=correct-horse-battery',
    `MINIO_ROOT_PASSWORD=${minio}`,
    'MINIO_SECRET_KEY=the-key-of-minio-1',
  ].join('\n');
  return {
    files: filesOf('small-vps'),
    inputs: { 'compose-files': 'deploy/docker-compose.yml', files: 'scripts/**', env },
  };
}

function apiBehindCaddy(): Example {
  return {
    files: filesOf('api-behind-caddy'),
    inputs: { 'compose-files': 'deploy/compose.yml', env: `${image()}\nPORT=8070` },
  };
}

async function look({ files, inputs }: Example): Promise<readonly string[]> {
  const options = deployOptions(stage, server, 'v1', {
    inputs: { 'registry-plain-http': 'true', ...inputs },
  });
  const { log, outputs } = await runBundle('preflight', { ...options, files });
  const result = outputs.get('result');
  if (result === undefined) throw new Error(log);
  const { findings } = JSON.parse(result) as { findings: readonly Finding[] };
  return findings
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
    .map(({ check, verdict, detail }) => `${verdict} ${check}: ${detail}`);
}

/** An example with one of its files changed, which must hold what is to be changed. */
function changed({ files, inputs }: Example, path: string, from: string, to: string): Example {
  const text = files[path];
  if (text?.includes(from) !== true) throw new Error(`${path} does not hold ${from}`);
  return { files: { ...files, [path]: text.replace(from, to) }, inputs };
}

function without({ files, inputs }: Example, path: string): Example {
  return {
    files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== path)),
    inputs,
  };
}

describe('The examples, on a server that is ready', () => {
  it.each<readonly [name: string, example: () => Example | Promise<Example>]>([
    ['A: web-worker', webWorker],
    ['B: small-vps', smallVps],
    ['E: api-behind-caddy', apiBehindCaddy],
  ])('%s comes out clean', async (_, example) => {
    expect(await look(await example())).toEqual([]);
  });

  it.each<readonly [name: string, example: () => Example | Promise<Example>, report: RegExp]>([
    [
      'A6: a key that is no 16 bytes',
      () => webWorker({ ...railsSecrets, ENCRYPTION_KEY: 'too short' }),
      /^fail env: rules: .*ENCRYPTION_KEY must be 16 bytes long\.$/,
    ],
    [
      'A8: a worker that a reboot does not bring back',
      async () =>
        changed(
          await webWorker(),
          'docker-compose.prod.yml',
          '    restart: unless-stopped\n    env_file: [.env]\n    healthcheck:\n      test: [CMD, pgrep',
          '    env_file: [.env]\n    healthcheck:\n      test: [CMD, pgrep',
        ),
      /^warn compose: restart policies: .*: worker$/,
    ],
    [
      'A9: an env file without its key',
      async () => {
        const { files, inputs } = await webWorker();
        return { files, inputs: { ...inputs, 'age-key': '' } };
      },
      /^fail env: file: .*encrypted/,
    ],
    [
      'B1: two passwords that must be equal',
      () => smallVps('another-one-of-minio'),
      /^fail env: rules: .*MINIO_SECRET_KEY must be equal to MINIO_ROOT_PASSWORD\.$/,
    ],
    [
      'B6: scripts that nobody committed',
      () => without(smallVps(), 'deploy/scripts/backup.sh'),
      /^fail compose: referenced files: .*scripts\/\*\*/,
    ],
    [
      'B6: a Caddyfile that nobody committed',
      () => without(smallVps(), 'deploy/Caddyfile'),
      /^fail server: networks, volumes, files: .*Caddyfile/,
    ],
    [
      'a network that nobody declares',
      () =>
        changed(
          apiBehindCaddy(),
          'deploy/compose.yml',
          '  caddy:\n',
          '    networks: [proxy_net]\n  caddy:\n',
        ),
      /^fail compose: files: .*proxy_net/,
    ],
  ])('%s is the only thing reported', async (_, example, report) => {
    expect(await look(await example())).toEqual([expect.stringMatching(report)]);
  });
});
