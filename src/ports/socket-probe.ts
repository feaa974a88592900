import type { ConnectionFailure } from './http-probe.js';

/** What came of opening a connection. */
export type SocketAnswer =
  | { readonly kind: 'open'; readonly seconds: number }
  /** It is open, but what is there speaks something else. */
  | { readonly kind: 'refused'; readonly message: string; readonly seconds: number }
  | ConnectionFailure;

/** Opens connections and closes them again. Never rejects. */
export interface SocketProbe {
  tcp(host: string, port: number, timeoutSeconds: number): Promise<SocketAnswer>;
  /** Opens a WebSocket: the handshake of RFC 6455. */
  webSocket(
    url: URL,
    headers: ReadonlyMap<string, string>,
    timeoutSeconds: number,
  ): Promise<SocketAnswer>;
}
