import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { must } from '../../playground/machine/run.js';

/** An age identity and its recipient, from the real age-keygen. */
export async function ageKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const identity = await must('age-keygen', []);
  const recipient = (await must('age-keygen', ['-y'], { input: identity })).trim();
  return { identity, recipient };
}

/** What SOPS writes for these values: with the real age, by the format that SOPS documents. */
export async function encryptSops(
  format: 'dotenv' | 'yaml' | 'json',
  values: Readonly<Record<string, string | number | boolean>>,
  recipients: readonly string[],
): Promise<string> {
  const key = randomBytes(32);
  const lastModified = '2026-11-20T12:00:00Z';
  const hash = createHash('sha512');
  const entries = Object.entries(values).map(([name, value]): [string, string] => {
    const plain = typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
    hash.update(plain);
    const type = { string: 'str', number: 'int', boolean: 'bool' }[
      typeof value as 'string' | 'number' | 'boolean'
    ];
    return [name, seal(plain, key, `${name}:`, type)];
  });
  const mac = seal(hash.digest('hex').toUpperCase(), key, lastModified, 'str');
  const age = await Promise.all(
    recipients.map(async (recipient) => ({
      recipient,
      enc: await encryptWithAge(key, recipient),
    })),
  );
  const sops = {
    age,
    lastmodified: lastModified,
    mac,
    unencrypted_suffix: '_unencrypted',
    version: '3.8.1',
  };
  // Every JSON document is a YAML document as well.
  if (format !== 'dotenv')
    return JSON.stringify({ ...Object.fromEntries(entries), sops }, undefined, 2);
  return [
    ...entries.map(([name, value]) => `${name}=${value}`),
    ...age.flatMap(({ recipient, enc }, index) => [
      `sops_age__list_${index}__map_enc=${enc.replaceAll('\n', String.raw`\n`)}`,
      `sops_age__list_${index}__map_recipient=${recipient}`,
    ]),
    `sops_lastmodified=${lastModified}`,
    `sops_mac=${mac}`,
    'sops_unencrypted_suffix=_unencrypted',
    'sops_version=3.8.1',
    '',
  ].join('\n');
}

function seal(plain: string, key: Buffer, context: string, type: string): string {
  const iv = randomBytes(32);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const tag = cipher.getAuthTag().toString('base64');
  return `ENC[AES256_GCM,data:${data},iv:${iv.toString('base64')},tag:${tag},type:${type}]`;
}

// The key is 32 arbitrary bytes: past every argument and every text.
function encryptWithAge(key: Buffer, recipient: string): Promise<string> {
  const script = 'base64 -d | age --armor --recipient "$1"';
  return must('sh', ['-c', script, 'sh', recipient], { input: key.toString('base64') });
}
