import { failure } from '../errors/index.js';
import { decryptSops } from './plan/decrypt-sops.js';
import { readSopsFile } from './plan/read-sops-file.js';
import type { Age } from './age.js';
import type { Reporter } from '../local/reporter.js';

/** Whether a value makes no secret by itself, and would make a log unreadable where it is masked. */
export function isPlainWord(value: string): boolean {
  return /^(true|false|yes|no|on|off|.{0,2})$/i.test(value);
}

/**
 * The text of an env file, decrypted where SOPS encrypted it; its values are then masked in the log.
 * @param age undefined when there is no key
 * @throws {DeployKitError} one of the `sops-…` entries
 */
export async function decryptEnvFile(
  file: string,
  text: string,
  age: Age | undefined,
  reporter: Pick<Reporter, 'mask'>,
): Promise<string> {
  const sops = readSopsFile(file, text);
  if (sops === undefined) return text;
  if (age === undefined) throw failure('sops-key-missing', { file });
  for (const key of sops.keys) {
    const dataKey = await age.decrypt(key);
    if (dataKey === undefined) continue;
    const { env, values } = decryptSops(file, sops, dataKey);
    for (const value of values) if (!isPlainWord(value)) reporter.mask(value);
    return env;
  }
  throw failure('sops-key-wrong', { file, recipients: sops.keys.length });
}
