/** What a registry answered; its body is read whole. */
export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** What the registry says of an error: `MANIFEST_UNKNOWN: manifest unknown`. */
  readonly words: string;
}
