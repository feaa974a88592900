import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { RegistryAccount } from '../registry.js';

/** What docker keeps of a login: the account itself, or a token that stands for it. */
export type Account =
  | ({ readonly kind: 'password' } & RegistryAccount)
  | { readonly kind: 'identity'; readonly token: string };

/** Who asks a registry. */
export interface Login {
  readonly account: Account | undefined;
  /** For messages: `the account ci`, `an anonymous request`. */
  readonly who: string;
}

const storedLogin = v.object({
  auth: v.nullish(v.string(), ''),
  identitytoken: v.nullish(v.string(), ''),
});

/** The end of a program's name. */
const helperName = v.pipe(v.string(), v.regex(/^[\w.+-]{0,100}$/));

const dockerConfig = v.object({
  auths: v.nullish(v.record(v.string(), v.nullish(storedLogin, {})), {}),
  credHelpers: v.nullish(v.record(v.string(), helperName), {}),
  credsStore: v.nullish(helperName, ''),
});

const helperAnswer = v.object({ Username: v.string(), Secret: v.string() });

/** A credential helper that needs longer is waiting for a person. */
const helperTimeoutMilliseconds = 20_000;

/**
 * The login that docker itself would use for a registry: from `config.json`, its credential helper or
 * store.
 * Source: https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
export async function dockerLogin(registry: string): Promise<Login> {
  const config = readConfig();
  const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
  const helper = config.credHelpers[key] ?? config.credsStore;
  const answer = helper === '' ? undefined : await askHelper(helper, key);
  if (typeof answer === 'object') return login(answer, ` from docker-credential-${helper}`);
  const stored = config.auths[key] ?? config.auths[`https://${key}`];
  const account = stored === undefined ? undefined : readStored(stored);
  if (account !== undefined) return login(account, " of docker's own login");
  const note = answer === undefined ? '' : ` (docker-credential-${helper}: ${answer})`;
  return { account: undefined, who: `an anonymous request${note}` };
}

function login(account: Account, origin: string): Login {
  const name =
    account.kind === 'identity' ? 'an identity token' : `the account ${account.username}`;
  return { account, who: `${name}${origin}` };
}

function readConfig(): v.InferOutput<typeof dockerConfig> {
  const folder = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  try {
    return v.parse(dockerConfig, JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')));
  } catch {
    // No file, or one that docker itself could not read either: there is no login.
    return v.parse(dockerConfig, {});
  }
}

function readStored({
  auth,
  identitytoken,
}: v.InferOutput<typeof storedLogin>): Account | undefined {
  if (identitytoken !== '') return { kind: 'identity', token: identitytoken };
  const text = Buffer.from(auth, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 1
    ? undefined
    : { kind: 'password', username: text.slice(0, colon), password: text.slice(colon + 1) };
}

/**
 * Asks a credential helper. Protocol: https://github.com/docker/docker-credential-helpers#development
 * @returns the account, why there is none, or `undefined` when the helper just does not know the registry
 */
function askHelper(helper: string, key: string): Promise<Account | string | undefined> {
  return new Promise((resolve) => {
    const child = execFile(
      `docker-credential-${helper}`,
      ['get'],
      { timeout: helperTimeoutMilliseconds, env: process.env },
      (error, stdout) => {
        if (error === null) resolve(readAnswer(stdout));
        else if (stdout.includes('credentials not found')) resolve(undefined);
        // Its output may hold a secret: the status or the reason why it did not start must do.
        else resolve(error.code === 'ENOENT' ? 'not installed' : `ended with ${error.code ?? ''}`);
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(key);
  });
}

function readAnswer(stdout: string): Account | string {
  try {
    const result = v.safeParse(helperAnswer, JSON.parse(stdout));
    if (!result.success) return 'gave no account';
    const { Username: username, Secret: secret } = result.output;
    return username === '<token>'
      ? { kind: 'identity', token: secret }
      : { kind: 'password', username, password: secret };
  } catch {
    return 'gave no JSON';
  }
}
