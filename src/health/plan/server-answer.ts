import type { ConnectionFault, HttpAnswer, HttpRequest } from '../../net/http-probe.js';

/**
 * A request as a configuration of curl, which it reads from standard input.
 * Source: https://curl.se/docs/manpage.html#-K
 */
export function curlConfiguration(
  { url, method, headers, body }: HttpRequest,
  addresses: ReadonlyMap<string, string>,
  ipVersion: 0 | 4 | 6,
): string {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const address = addresses.get(url.hostname);
  const settings: (readonly [string, string])[] = [
    ['url', url.href],
    // HEAD by `request` alone would wait for a body.
    ...(method === 'HEAD' ? [] : ([['request', method]] as const)),
    ['user-agent', 'deploy-kit verify-health'],
    ['header', 'Cache-Control: no-cache'],
    ...[...headers].map(([name, value]) => ['header', `${name}: ${value}`] as const),
    ...(body === undefined ? [] : ([['data-raw', body]] as const)),
    ...(address === undefined
      ? []
      : ([['resolve', `${url.hostname}:${port}:${address}`]] as const)),
  ];
  return [
    ...settings.map(([name, value]) => `${name} = ${quoted(value)}`),
    // Brackets in a URL stand for themselves.
    'globoff',
    ...(method === 'HEAD' ? ['head'] : []),
    ...(ipVersion === 0 ? [] : [`ipv${ipVersion}`]),
    '',
  ].join('\n');
}

function quoted(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** Whether nothing but a GET is asked for: what wget can do as well. */
export function isPlain({ method, headers, body }: HttpRequest): boolean {
  return method === 'GET' && headers.size === 0 && body === undefined;
}

/**
 * Reads what the script `ask` printed on the server.
 * @param seconds how long it took, seen from here: for wget, which does not say
 * @returns `undefined` when the output is not whole
 */
export function parseServerAnswer(
  output: string,
  url: URL,
  seconds: number,
): HttpAnswer | undefined {
  const at = output.indexOf('\nend=yes\nbody\n');
  if (at < 0) return undefined;
  const facts = output.slice(0, at).split('\n');
  const all = (key: string): string[] =>
    facts.flatMap((line) => (line.startsWith(`${key}=`) ? line.slice(key.length + 1) : []));
  const [tool] = all('tool');
  const took = Number(all('seconds')[0] ?? seconds);
  const error = (fault: ConnectionFault, message: string, isKnown = false): HttpAnswer => ({
    kind: 'error',
    fault,
    message,
    isKnown,
    seconds: took,
  });
  if (tool === 'none')
    return error('other', 'the server has no curl (and wget alone can not ask this)');
  const lines = all('head');
  const code = Number(all('code')[0]);
  const isStatus = (line: string): boolean => /^HTTP\/[\d.]+ \d{3}/.test(line);
  // curl shows `100 Continue` and the like first; wget goes where a redirect leads by itself.
  const start = tool === 'curl' ? lines.findLastIndex(isStatus) : lines.findIndex(isStatus);
  const status = lines[start];
  const words = all('error').join(' ') || lines.join(' ');
  // Headers alone are no answer: what broke off or was too slow after them counts as that.
  const isWhole =
    tool === 'curl' ? code === 0 || code === curlTooLarge : code !== 124 && code !== 143;
  if (status === undefined || !isWhole) {
    const [fault, message, isKnown] = connectionFault(tool ?? '', code, words);
    return error(fault, message, isKnown);
  }
  const end = lines.findIndex((line, index) => index > start && isStatus(line));
  const headers = new Map(
    lines.slice(start + 1, end < 0 ? undefined : end).flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0
        ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
        : [];
    }),
  );
  const location = headers.get('location');
  return {
    kind: 'answer',
    status: Number(/ (\d{3})/.exec(status)?.[1]),
    headers,
    location:
      location !== undefined && URL.canParse(location, url.href)
        ? new URL(location, url.href).href
        : location,
    body: output.slice(at + '\nend=yes\nbody\n'.length),
    certificate: undefined,
    seconds: took,
  };
}

/** More than ask.sh takes of a body. */
const curlTooLarge = 63;

/** curl's statuses: https://curl.se/docs/manpage.html#EXIT */
const curlFaults: Readonly<Record<number, ConnectionFault>> = {
  6: 'name-unknown',
  7: 'refused',
  28: 'timed-out',
  35: 'tls',
  52: 'broken',
  56: 'broken',
  60: 'tls',
};

function connectionFault(
  tool: string,
  code: number,
  words: string,
): readonly [ConnectionFault, string, boolean] {
  const message =
    words.replace(/^(curl: \(\d+\)|wget:) /, '').trim() || `${tool} ended with status ${code}`;
  // Both say it in words alone, each version in its own.
  if (
    /no alternative certificate subject name matches|doesn't match requested host name/i.test(words)
  )
    return ['certificate-name', message, false];
  if (/wrong version number/i.test(words)) return ['no-tls', 'the port speaks no TLS', false];
  if (tool === 'curl') return [curlFaults[code] ?? 'other', message, code === 6];
  if (/bad address|unable to resolve/i.test(words)) return ['name-unknown', message, true];
  if (/refused/i.test(words)) return ['refused', message, false];
  if (code === 124 || code === 143 || /timed out/i.test(words))
    return ['timed-out', message, false];
  return ['other', message, false];
}
