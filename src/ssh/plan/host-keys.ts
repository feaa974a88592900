import { createHash, createHmac } from 'node:crypto';

/** What a server's host key is compared with. */
export interface ExpectedHostKeys {
  /** The text of `known_hosts` lines. */
  readonly knownHosts: string | undefined;
  /** `SHA256:…`, one or several separated by white space. */
  readonly fingerprints: string | undefined;
}

interface KnownHost {
  readonly patterns: string;
  readonly type: string;
  readonly key: string;
}

/** A key's fingerprint as `ssh-keygen -l` prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** The type that a public key names in its first field (RFC 4253, section 6.6). */
export function keyTypeOf(key: Buffer): string {
  return key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
}

/** Whether the server's key is one of the expected ones. */
export function isExpectedKey(
  key: Buffer,
  expected: ExpectedHostKeys,
  host: string,
  port: number,
): boolean {
  const known = knownHostsFor(expected.knownHosts ?? '', host, port);
  return (
    known.some((entry) => entry.key === key.toString('base64')) ||
    fingerprintsIn(expected).includes(fingerprintOf(key))
  );
}

/** The key types to ask the server for: those that can be compared. Empty: any. */
export function expectedKeyTypes(
  expected: ExpectedHostKeys,
  host: string,
  port: number,
): readonly string[] {
  // A fingerprint does not tell the type of its key.
  if (fingerprintsIn(expected).length > 0) return [];
  return [...new Set(knownHostsFor(expected.knownHosts ?? '', host, port).map(({ type }) => type))];
}

/** The expected keys for an error message. */
export function describeExpected(expected: ExpectedHostKeys, host: string, port: number): string {
  const known = knownHostsFor(expected.knownHosts ?? '', host, port).map(
    ({ type, key }) => `${type} ${fingerprintOf(Buffer.from(key, 'base64'))}`,
  );
  const all = [...known, ...fingerprintsIn(expected)];
  return all.length > 0 ? all.join(', ') : `nothing: no line of known-hosts is for ${host}`;
}

function fingerprintsIn({ fingerprints }: ExpectedHostKeys): readonly string[] {
  return (fingerprints ?? '').split(/\s+/).filter((word) => word.startsWith('SHA256:'));
}

// The format: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
function knownHostsFor(text: string, host: string, port: number): readonly KnownHost[] {
  const names = port === 22 ? [host, `[${host}]:22`] : [`[${host}]:${port}`];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([patterns, type, key]) =>
      // Marked lines (@revoked, @cert-authority) are for certificates and are not used here.
      patterns === undefined || type === undefined || key === undefined || /^[#@]/.test(patterns)
        ? []
        : [{ patterns, type, key }],
    )
    .filter(({ patterns }) => matches(patterns, names));
}

function matches(patterns: string, names: readonly string[]): boolean {
  if (patterns.startsWith('|1|')) {
    const [, , salt = '', hash = ''] = patterns.split('|');
    return names.some(
      (name) =>
        createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash,
    );
  }
  const list = patterns.split(',');
  const hit = (pattern: string): boolean => names.some((name) => wildcard(pattern).test(name));
  return (
    list.some((pattern) => !pattern.startsWith('!') && hit(pattern)) &&
    !list.some((pattern) => pattern.startsWith('!') && hit(pattern.slice(1)))
  );
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}
