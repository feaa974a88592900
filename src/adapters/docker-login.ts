import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** An account of a registry. */
export interface RegistryAccount {
  readonly username: string;
  readonly password: string;
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string }>>;
  readonly credHelpers?: Readonly<Record<string, string>>;
  readonly credsStore?: string;
}

/** A credential helper that needs longer is waiting for a person. */
const helperTimeoutMilliseconds = 20_000;

/**
 * The account that docker itself would use for a registry: from `config.json`, its credential helper
 * or store.
 * Source: https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
export async function dockerLogin(registry: string): Promise<RegistryAccount | undefined> {
  const config = readConfig();
  const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
  const helper = config.credHelpers?.[key] ?? config.credsStore;
  const stored = helper === undefined ? undefined : await askHelper(helper, key);
  if (stored !== undefined) return stored;
  const auth = config.auths?.[key]?.auth ?? config.auths?.[`https://${key}`]?.auth;
  return auth === undefined || auth === '' ? undefined : decode(auth);
}

function readConfig(): DockerConfig {
  const folder = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  try {
    return JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')) as DockerConfig;
  } catch {
    // No file, or one that docker itself could not read either: there is no login.
    return {};
  }
}

function decode(auth: string): RegistryAccount | undefined {
  const text = Buffer.from(auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1
    ? undefined
    : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

// The helpers' protocol: https://github.com/docker/docker-credential-helpers#development
function askHelper(helper: string, key: string): Promise<RegistryAccount | undefined> {
  return new Promise((resolve) => {
    const child = execFile(
      `docker-credential-${helper}`,
      ['get'],
      { timeout: helperTimeoutMilliseconds },
      (error, stdout) => {
        resolve(error === null ? readAnswer(stdout) : undefined);
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(key);
  });
}

function readAnswer(stdout: string): RegistryAccount | undefined {
  try {
    const { Username, Secret } = JSON.parse(stdout) as { Username?: string; Secret?: string };
    return Username === undefined || Secret === undefined
      ? undefined
      : { username: Username, password: Secret };
  } catch {
    return undefined;
  }
}
