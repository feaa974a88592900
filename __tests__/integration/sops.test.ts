import { beforeAll, describe, expect, it } from '@jest/globals';
import { decryptSops as independentReader } from 'sops-age';
import { ensureMachine } from '../../playground/machine/install.js';
import { ageOf } from '../../src/env/outside/age-identities.js';
import { decryptEnvFile } from '../../src/env/decrypt-env-file.js';
import { parseEnvFile } from '../../src/compose/env-file.js';
import { ageKey, encryptSops } from '../support/sops.js';

let ours: Awaited<ReturnType<typeof ageKey>>;
let another: Awaited<ReturnType<typeof ageKey>>;

beforeAll(async () => {
  await ensureMachine(() => undefined);
  [ours, another] = await Promise.all([ageKey(), ageKey()]);
}, 300_000);

const values = { PASSWORD: "it's #1: $x", KEY: 'a\nb', PORT: 8080, DEBUG: false } as const;
const names = { dotenv: 'prod.env', yaml: 'prod.yaml', json: 'prod.json' } as const;

async function read(
  file: string,
  text: string,
  key: string | undefined = ours.identity,
): Promise<{ readonly env: string; readonly masked: readonly string[] }> {
  const masked: string[] = [];
  const mask = (value: string): void => {
    masked.push(value);
  };
  const age = ageOf(key);
  return { env: await decryptEnvFile(file, text, age, { mask }), masked };
}

describe('An env file that SOPS encrypted', () => {
  it.each(['dotenv', 'yaml', 'json'] as const)(
    'is read from %s, and its values masked',
    async (format) => {
      const text = await encryptSops(format, values, [another.recipient, ours.recipient]);
      // The fixtures are right: another program reads them too.
      expect(
        await independentReader(text, {
          secretKey: /AGE-SECRET-KEY-\S+/.exec(ours.identity)?.[0] ?? '',
          fileType: format === 'dotenv' ? 'env' : format,
        }),
      ).toMatchObject({ PASSWORD: values.PASSWORD });
      const { env, masked } = await read(names[format], text);
      if (format === 'dotenv')
        expect(env).toBe("PASSWORD=it's #1: $x\nKEY=a\\nb\nPORT=8080\nDEBUG=false\n");
      else
        expect(Object.fromEntries(parseEnvFile(env))).toEqual({
          ...values,
          PORT: '8080',
          DEBUG: 'false',
        });
      expect(masked).toEqual([values.PASSWORD, values.KEY, '8080']);
    },
  );

  it.each([
    ['no key', undefined, 'sops-key-missing'],
    ['another key', 'other', 'sops-key-wrong'],
    ['no age key at all', 'secret', 'age-key-invalid'],
  ])('is refused with %s', async (_, given, entry) => {
    const text = await encryptSops('dotenv', values, [ours.recipient]);
    const key = given === 'other' ? another.identity : given;
    const failing =
      given === undefined
        ? decryptEnvFile('prod.env', text, undefined, { mask: () => undefined })
        : read('prod.env', text, key);
    await expect(failing).rejects.toMatchObject({ entry });
  });

  it.each([
    ['a line is gone', (text: string) => text.replace(/^PORT=.*\n/m, '')],
    ['a line was added in the clear', (text: string) => `ADDED=1\n${text}`],
    [
      'two values were exchanged',
      (text: string) => {
        const [password = '', key = ''] = text.split('\n');
        const value = (line: string): string => line.slice(line.indexOf('=') + 1);
        return text
          .replace(password, `PASSWORD=${value(key)}`)
          .replace(key, `KEY=${value(password)}`);
      },
    ],
    ['a value was put in the clear', (text: string) => text.replace(/^PORT=.*$/m, 'PORT=8081')],
    [
      'the lines were put in another order',
      (text: string) => {
        const [first = '', second = '', ...rest] = text.split('\n');
        return [second, first, ...rest].join('\n');
      },
    ],
    [
      'the checksum is in the clear',
      (text: string) =>
        text
          .replace(/^PORT=.*$/m, 'PORT=1')
          .replace(/^sops_mac=.*$/m, `sops_mac=ENC[${'0'.repeat(128)}]`),
    ],
  ])('is refused when %s', async (_, tamper) => {
    const text = tamper(await encryptSops('dotenv', values, [ours.recipient]));
    await expect(read('prod.env', text)).rejects.toMatchObject({ entry: 'sops-file-changed' });
  });

  it.each([
    [
      'nested values',
      'a.yaml',
      (text: string) =>
        text
          .replace('"PASSWORD": ', '"outer": {"PASSWORD": ')
          .replace(/type:str\]",/, 'type:str]"},'),
      'sops-file-changed',
      /changed|flat/,
    ],
    [
      'mac_only_encrypted',
      'a.yaml',
      (text: string) => text.replace('"version"', '"mac_only_encrypted": true, "version"'),
      'sops-file-unsupported',
      /mac_only_encrypted/,
    ],
    [
      'a shared key',
      'a.yaml',
      (text: string) => text.replace('"version"', '"shamir_threshold": 2, "version"'),
      'sops-file-unsupported',
      /groups/,
    ],
  ])('is refused with %s', async (_, file, change, entry, words) => {
    const text = change(await encryptSops('yaml', { PASSWORD: 'x' }, [ours.recipient]));
    await expect(read(file, text)).rejects.toMatchObject({
      entry,
      message: expect.stringMatching(words),
    });
  });

  it('is taken as it is where SOPS did not encrypt it', async () => {
    expect(await read('prod.env', 'A=1\n')).toEqual({ env: 'A=1\n', masked: [] });
    expect((await read('prod.yaml', 'A: 1\n')).env).toBe('A: 1\n');
  });
});
