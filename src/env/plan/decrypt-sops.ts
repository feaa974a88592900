import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { failure } from '../../errors/index.js';
import { quoteEnvValue } from '../../text/quote-env-value.js';
import { type SopsFile, unsupportedSops } from './read-sops-file.js';

/** What an encrypted env file holds. */
export interface Decrypted {
  /** As a `.env` file. */
  readonly env: string;
  /** Each value, to be masked. */
  readonly values: readonly string[];
}

/**
 * Decrypts the values of a file and makes sure that it is whole and that nobody changed it.
 * @param dataKey the file's own key, 32 bytes
 * @throws {DeployKitError} `sops-file-changed`; `sops-file-unsupported` for values that are no variables
 */
export function decryptSops(file: string, sops: SopsFile, dataKey: Uint8Array): Decrypted {
  const hash = createHash('sha512');
  const variables = sops.leaves.map(({ path, text }): [string, string] => {
    const { value, type } = decryptValue(file, text, dataKey, `${path.join(':')}:`);
    hash.update(value);
    const [name = ''] = path;
    if (path.length > 1)
      throw unsupportedSops(file, `${path.join('.')} is inside of ${name}: variables are flat`);
    return [name, type === 'bool' ? value.toLowerCase() : value];
  });
  // In the clear it would prove nothing.
  if (!isEncrypted(sops.mac))
    throw failure('sops-file-changed', { file, problem: 'its checksum (MAC) is not encrypted' });
  const expected = decryptValue(file, sops.mac, dataKey, sops.lastModified).value;
  const actual = hash.digest('hex').toUpperCase();
  if (
    expected.length !== actual.length ||
    !timingSafeEqual(Buffer.from(expected), Buffer.from(actual))
  )
    throw failure('sops-file-changed', { file, problem: 'its checksum (MAC) is another one' });
  return {
    env: variables.map(([name, value]) => `${name}=${written(sops, value)}\n`).join(''),
    values: variables.map(([, value]) => value),
  };
}

// A dotenv file is encrypted with the quotes in it: what comes out is what the file said.
function written({ format }: SopsFile, value: string): string {
  return format === 'dotenv' ? value.replaceAll('\n', String.raw`\n`) : quoteEnvValue(value);
}

const encrypted = /^ENC\[AES256_GCM,data:([^,]*),iv:([^,]*),tag:([^,]*),type:([a-z]+)\]$/;

function isEncrypted(text: string): boolean {
  return encrypted.test(text);
}

function decryptValue(
  file: string,
  text: string,
  key: Uint8Array,
  context: string,
): { value: string; type: string } {
  const [, data, iv, tag, type] = encrypted.exec(text) ?? [];
  if (data === undefined || iv === undefined || tag === undefined || type === undefined)
    return { value: text, type: 'str' };
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    decipher.setAAD(Buffer.from(context));
    const value = Buffer.concat([decipher.update(data, 'base64'), decipher.final()]);
    return { value: value.toString('utf8'), type };
  } catch (cause) {
    // Node's words say nothing of the value.
    throw failure(
      'sops-file-changed',
      { file, problem: `${context} can't be decrypted` },
      { cause },
    );
  }
}
