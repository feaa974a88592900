/** What DNS says of a name. */
export type NameAnswer =
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  /** There is no such name, or it has no address. */
  | { readonly kind: 'unknown' }
  /** DNS did not answer. */
  | { readonly kind: 'failed'; readonly message: string };

/** Asks DNS itself, past the machine's own hosts file. Never rejects. */
export interface NameLookup {
  /** Its IPv4 and IPv6 addresses. */
  addresses(name: string, timeoutSeconds: number): Promise<NameAnswer>;
}
