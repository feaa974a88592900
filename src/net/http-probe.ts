/** Why there was no answer, as far as it can be told. */
export type ConnectionFault =
  | 'name-unknown'
  | 'refused'
  | 'timed-out'
  | 'tls'
  /** The port speaks something else than TLS. */
  | 'no-tls'
  /** The certificate is good, for another name. */
  | 'certificate-name'
  /** The connection ended, or what came was no HTTP. */
  | 'broken'
  | 'other';

export interface HttpRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | undefined;
  readonly timeoutSeconds: number;
}

/** The certificate that a server showed. */
export interface Certificate {
  readonly daysLeft: number;
}

/** What a URL answered to one request. Redirects are not followed: they are an answer. */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** By their names in lower case. */
      readonly headers: ReadonlyMap<string, string>;
      /** Where a redirect leads, as a whole URL. */
      readonly location: string | undefined;
      readonly body: string;
      /** Of https, where it can be seen. */
      readonly certificate: Certificate | undefined;
      readonly seconds: number;
    }
  | ConnectionFailure;

/** Why there is no connection, or it broke. */
export interface ConnectionFailure {
  readonly kind: 'error';
  readonly fault: ConnectionFault;
  readonly message: string;
  /** Whether DNS itself said that there is no such name. */
  readonly isKnown: boolean;
  readonly seconds: number;
}

/** Asks a URL once. */
export interface HttpProbe {
  /** Never rejects: a failure is an answer too. The body is cut at 64 KiB. */
  ask(request: HttpRequest): Promise<HttpAnswer>;
}

/** More of a body is not looked at. */
export const maxBodyBytes = 64 * 1024;
