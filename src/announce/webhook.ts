/** Sends a message to an address that somebody gave. */
export interface Webhook {
  /** @throws {Error} when it was not taken; the message never holds the address, which is a secret */
  post(url: URL, body: object): Promise<void>;
}
