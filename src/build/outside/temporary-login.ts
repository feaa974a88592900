import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { RegistryAccount } from '../../registry/registry.js';
import { withTemporaryFolder } from '../../local/outside/temporary-folder.js';

/**
 * Runs with a docker configuration that holds one more login, and removes it afterwards in every case.
 * Everything else of the person's configuration stays in force: other logins, plugins, contexts.
 * @param work gets the folder for `DOCKER_CONFIG`; `undefined` when there is no account to add
 */
export async function withLogin<Result>(
  registry: string,
  account: RegistryAccount | undefined,
  work: (dockerConfig: string | undefined) => Promise<Result>,
): Promise<Result> {
  if (account === undefined) return work(undefined);
  const usual = process.env.DOCKER_CONFIG ?? join(homedir(), '.docker');
  return withTemporaryFolder((folder) => {
    for (const part of ['cli-plugins', 'contexts', 'buildx'])
      if (existsSync(join(usual, part))) symlinkSync(join(usual, part), join(folder, part));
    writeFileSync(
      join(folder, 'config.json'),
      JSON.stringify(withAccount(join(usual, 'config.json'), registry, account)),
      { mode: 0o600 },
    );
    return work(folder);
  });
}

const logins = v.nullish(v.record(v.string(), v.unknown()), {});

const storedConfig = v.looseObject({ auths: logins, credHelpers: logins });

function readConfig(file: string): v.InferOutput<typeof storedConfig> {
  try {
    return v.parse(storedConfig, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No file, or one that docker itself could not read either.
    return v.parse(storedConfig, {});
  }
}

function withAccount(
  file: string,
  registry: string,
  { username, password }: RegistryAccount,
): object {
  const config = readConfig(file);
  const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  // A store or helper would win over the entry here and does not know this login: an empty helper is
  // docker's way to say "from this file". Other registries keep theirs.
  return {
    ...config,
    credHelpers: { ...config.credHelpers, [key]: '' },
    auths: { ...config.auths, [key]: { auth } },
  };
}
