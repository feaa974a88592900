import { isPlainWord } from '../env/decrypt-env-file.js';
import type { EnvSource } from '../env/plan/env-source.js';
import type { Reporter } from '../local/reporter.js';
import type { DeployRequest } from './deploy-request.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import type { AskedEnv, ServerVariables } from './read-server-env.js';

/** What asking the server for variables takes. */
export interface ServerEnvPorts {
  /** Those that only the env files of each server have. */
  readonly envOnServer: (asked: AskedEnv) => Promise<ServerVariables>;
  readonly reporter: Pick<Reporter, 'mask'>;
}

/**
 * What the Compose files ask for and only the env files on the servers can say, of each server; each value is masked in the log, unless
 * it is an ordinary word or part of a released image's name.
 * @returns `undefined` where nothing is asked for
 */
export async function variablesOnServer(
  { path, allow }: Pick<DeployRequest, 'path' | 'allow'>,
  env: EnvSource | undefined,
  {
    asked,
    images,
  }: { readonly asked: ReadonlySet<string>; readonly images: DeployIntent['images'] },
  { envOnServer, reporter }: ServerEnvPorts,
): Promise<ServerVariables | undefined> {
  if (asked.size === 0) return undefined;
  // What is on the server is not kept then.
  if (env?.source === 'upload' && allow.has('env-keys')) return new Map([['', new Map()]]);
  const file = env?.source === 'server' ? env.path : undefined;
  const found = await envOnServer({ path, file, names: asked });
  for (const value of [...found.values()].flatMap((variables) => [...variables.values()]))
    if (!isPlainWord(value) && !images.some(({ name }) => name.includes(value)))
      reporter.mask(value);
  return found;
}

/** What tells variables from others. */
export function variablesKey(variables: ReadonlyMap<string, string> = new Map()): string {
  return JSON.stringify([...variables].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
