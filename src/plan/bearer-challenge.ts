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
 * @returns `undefined` when it asks for something else
 */
export function parseChallenge(header: string): Challenge | undefined {
  if (/^basic\b/i.test(header)) return { scheme: 'basic' };
  if (!/^bearer\s/i.test(header)) return undefined;
  const parameters = new Map(
    [...header.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [
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
