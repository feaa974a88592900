/** What a registry's 401 asks for. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer';
      /** Where tokens come from. */
      readonly realm: string;
      readonly service: string | undefined;
      readonly scope: string | undefined;
    };

/**
 * Reads a `WWW-Authenticate` header.
 * Source: https://distribution.github.io/distribution/spec/auth/token/ and RFC 9110, section 11.6.1
 * Where it offers several ways, a token is the one.
 * @returns `undefined` when it asks for something else
 */
export function parseChallenge(header: string): Challenge | undefined {
  const bearer = /(?:^|,\s*)bearer\s(.*)$/i.exec(header)?.[1];
  if (bearer === undefined)
    return /(?:^|,\s*)basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
  const parameters = new Map(
    [...bearer.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [
      key.toLowerCase(),
      value,
    ]),
  );
  const realm = parameters.get('realm');
  if (realm === undefined || !URL.canParse(realm)) return undefined;
  return {
    scheme: 'bearer',
    realm,
    service: parameters.get('service'),
    scope: parameters.get('scope'),
  };
}
