import type { ConnectionFailure } from './http-probe.js';

/** What came of opening a connection. */
export type SocketAnswer =
  | { readonly kind: 'open'; readonly seconds: number }
  /** It is open, but what is there speaks something else. */
  | { readonly kind: 'refused'; readonly message: string; readonly seconds: number }
  | ConnectionFailure;

/** What a service said as soon as it was connected to. */
export type GreetingAnswer =
  | { readonly kind: 'greeting'; readonly text: string; readonly seconds: number }
  /** It is open, but says something else or nothing. */
  | { readonly kind: 'refused'; readonly message: string; readonly seconds: number }
  | ConnectionFailure;

/** Opens connections and closes them again. Never rejects. */
export interface SocketProbe {
  tcp(host: string, port: number, timeoutSeconds: number): Promise<SocketAnswer>;
  /** Waits for what a service says first, such as the banner of an SSH server. */
  greeting(
    host: string,
    port: number,
    expected: RegExp,
    timeoutSeconds: number,
  ): Promise<GreetingAnswer>;
  /** Opens a WebSocket: the handshake of RFC 6455. */
  webSocket(
    url: URL,
    headers: ReadonlyMap<string, string>,
    timeoutSeconds: number,
  ): Promise<SocketAnswer>;
}
