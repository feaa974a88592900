import { parseAllDocuments } from 'yaml';
import { yamlValue } from '../../text/read-yaml.js';
import { failure, type DeployKitError } from '../../errors/index.js';

/** A value of an encrypted file, in the order of the file. */
export interface SopsLeaf {
  /** Its keys from the top. */
  readonly path: readonly string[];
  /** `ENC[…]`, or as it is where SOPS left it in the clear. */
  readonly text: string;
}

/** A file that SOPS encrypted, as far as it can be read without a key. */
export interface SopsFile {
  readonly format: 'dotenv' | 'yaml';
  readonly leaves: readonly SopsLeaf[];
  /** The file's own key, encrypted for each recipient with age (armored). */
  readonly keys: readonly string[];
  readonly lastModified: string;
  readonly mac: string;
}

/**
 * Reads a file that SOPS encrypted as dotenv, YAML or JSON.
 * Source: https://getsops.io/docs/, and what SOPS 3.8 writes.
 * @returns `undefined` for a file that SOPS has not encrypted
 * @throws {DeployKitError} `sops-file-unsupported`
 */
export function readSopsFile(file: string, text: string): SopsFile | undefined {
  if (/^sops_mac=ENC\[/m.test(text)) return readDotenv(file, text);
  if (/\.(ya?ml|json)$/.test(file)) return readYaml(file, text);
  return undefined;
}

function readDotenv(file: string, text: string): SopsFile {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.map((line): [string, string] => {
    const at = line.indexOf('=');
    if (at < 0) throw unsupportedSops(file, 'a line is no NAME=value');
    // SOPS writes a line break inside a value as these two characters.
    return [line.slice(0, at), line.slice(at + 1).replaceAll(String.raw`\n`, '\n')];
  });
  const metadata = new Map(pairs.filter(([key]) => key.startsWith('sops_')));
  const get = (key: string): string | undefined => metadata.get(`sops_${key}`);
  refuseUnsafe(file, get('mac_only_encrypted'), get('shamir_threshold'));
  return {
    format: 'dotenv',
    leaves: pairs
      .filter(([key]) => !key.startsWith('sops_'))
      .map(([key, value]) => ({ path: [key], text: value })),
    keys: [...metadata].flatMap(([key, value]) =>
      /^sops_age__list_\d+__map_enc$/.test(key) ? value : [],
    ),
    lastModified: get('lastmodified') ?? '',
    mac: get('mac') ?? '',
  };
}

function readYaml(file: string, text: string): SopsFile | undefined {
  // The order of the values counts, so that mappings are read as maps.
  const documents = parseAllDocuments(text).map((document) => {
    const read = yamlValue(document, { mapAsMap: true });
    return 'value' in read ? read.value : undefined;
  });
  const [content] = documents;
  const metadata = content instanceof Map ? (content.get('sops') as unknown) : undefined;
  if (!(content instanceof Map) || !(metadata instanceof Map)) return undefined;
  if (documents.length > 1) throw unsupportedSops(file, 'it holds several documents');
  refuseUnsafe(file, metadata.get('mac_only_encrypted'), metadata.get('shamir_threshold'));
  const age: unknown = metadata.get('age');
  const recipients = Array.isArray(age) ? (age as unknown[]) : [];
  return {
    format: 'yaml',
    leaves: [...content].flatMap(([key, value]) =>
      key === 'sops' ? [] : leavesOf(file, [String(key)], value),
    ),
    keys: recipients.flatMap((recipient) =>
      recipient instanceof Map ? String(recipient.get('enc')) : [],
    ),
    lastModified: String(metadata.get('lastmodified')),
    mac: String(metadata.get('mac')),
  };
}

function leavesOf(file: string, path: readonly string[], value: unknown): SopsLeaf[] {
  if (value instanceof Map)
    return [...value].flatMap(([key, entry]) => leavesOf(file, [...path, String(key)], entry));
  // The place in a list is no part of a path.
  if (Array.isArray(value)) return value.flatMap((entry) => leavesOf(file, path, entry));
  if (typeof value === 'string' || typeof value === 'number')
    return [{ path, text: String(value) }];
  // As SOPS, which is written in Go and was in Python, counts them.
  if (typeof value === 'boolean') return [{ path, text: value ? 'True' : 'False' }];
  if (value === null) return [];
  throw unsupportedSops(file, `${path.join('.')} is neither text, number nor boolean`);
}

// With either of these, what SOPS checks is not the whole file, or its key is in several parts.
function refuseUnsafe(file: string, macOnlyEncrypted: unknown, threshold: unknown): void {
  if (String(macOnlyEncrypted) === 'true')
    throw unsupportedSops(
      file,
      'with `mac_only_encrypted` anybody can change what is in the clear; encrypt it without that',
    );
  if (Number(threshold ?? 0) > 1)
    throw unsupportedSops(file, 'its key is shared out over several groups');
}

/** The error for a file of SOPS that deploy-kit does not read. */
export function unsupportedSops(file: string, problem: string): DeployKitError {
  return failure('sops-file-unsupported', { file, problem });
}
