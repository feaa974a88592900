import { failure } from '../errors/index.js';
import { parseEnvFile } from '../compose/env-file.js';
import type { EnvSource } from './plan/env-source.js';
import { parseEnvRules, usualRulesFile, type EnvRule } from './plan/env-rules.js';
import { checkEnvRules } from './plan/check-env-rules.js';
import { quoteEnvValue } from '../text/quote-env-value.js';
import type { Age } from './age.js';
import type { Reporter } from '../local/reporter.js';
import type { Workspace } from '../local/workspace.js';
import { decryptEnvFile } from './decrypt-env-file.js';

/** What reading secrets takes. */
export interface SecretPorts {
  /** `undefined` when there is no key. */
  readonly age: Age | undefined;
  readonly reporter: Pick<Reporter, 'mask'>;
}

/** Where the env file comes from, and what it must be like. */
export interface EnvRequest {
  /** The env file's path in the checkout, or an absolute one (`/…`, `~/…`) on the server. */
  readonly envFile: string | undefined;
  readonly env: ReadonlyMap<string, string> | undefined;
  /** The rules file in the checkout; `undefined`: the usual one, where it is there. */
  readonly envRules: string | undefined;
}

/**
 * Reads the env file of a deploy, decrypted, with the lines that are added to it.
 * @returns `undefined` when the server keeps its own
 * @throws {DeployKitError} `env-file-missing`, one of the `sops-…` entries
 */
export async function readEnv(
  { envFile, env }: EnvRequest,
  root: Workspace,
  secrets: SecretPorts,
): Promise<EnvSource | undefined> {
  const added = [...(env ?? [])].map(([key, value]) => `${key}=${quoteEnvValue(value)}\n`).join('');
  if (envFile === undefined)
    return env === undefined ? undefined : { source: 'server', path: undefined, added };
  if (/^(\/|~\/)/.test(envFile)) return { source: 'server', path: envFile, added };
  const plain = await readEncrypted(envFile, root, secrets);
  return { source: 'upload', text: `${plain.replace(/\n?$/, '\n')}${added}` };
}

async function readEncrypted(
  file: string,
  root: Workspace,
  { age, reporter }: SecretPorts,
): Promise<string> {
  const text = root.readText(file);
  if (text === undefined) throw failure('env-file-missing', { file });
  return decryptEnvFile(file, text, age, reporter);
}

/** The variables of the env file, as far as they are known before the server is asked. */
export function knownVariables(
  env: EnvSource | undefined,
  versionVariable: string,
  version: string,
): Map<string, string> {
  const variables = parseEnvFile(env?.source === 'upload' ? env.text : (env?.added ?? ''));
  return variables.set(versionVariable, version);
}

/**
 * Holds the env file against its rules. What only the server knows can't be.
 * @returns how many rules there are; `undefined` when there is no rules file or no env file here
 * @throws {DeployKitError} `env-rules-broken`, `env-rules-invalid`, `env-file-missing`
 */
export async function checkEnv(
  { envRules }: EnvRequest,
  env: EnvSource | undefined,
  variables: ReadonlyMap<string, string>,
  root: Workspace,
  secrets: SecretPorts,
): Promise<number | undefined> {
  const file = envRules ?? usualRulesFile;
  const text = root.readText(file);
  if (text === undefined) {
    if (envRules !== undefined) throw failure('env-file-missing', { file });
    return undefined;
  }
  const rules = parseEnvRules(file, text);
  if (env === undefined) return undefined;
  const known = env.source === 'upload' ? rules : rules.filter(({ key }) => variables.has(key));
  checkEnvRules(known, variables, await otherFiles(rules, root, secrets));
  return known.length;
}

/** The env files of other environments that the rules name, by their paths. */
async function otherFiles(
  rules: readonly EnvRule[],
  root: Workspace,
  secrets: SecretPorts,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const files = [...new Set(rules.flatMap(({ unlike }) => unlike ?? []))];
  return new Map(
    await Promise.all(
      files.map(
        async (file) => [file, parseEnvFile(await readEncrypted(file, root, secrets))] as const,
      ),
    ),
  );
}
