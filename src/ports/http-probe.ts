/** Why there was no answer, as far as it can be told. */
export type ConnectionFault =
  | 'name-unknown'
  | 'refused'
  | 'timed-out'
  | 'tls'
  /** The connection ended, or what came was no HTTP. */
  | 'broken'
  | 'other';

/** What a URL answered to one GET. Redirects are not followed: they are an answer. */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Where a redirect leads, as a whole URL. */
      readonly location: string | undefined;
      readonly body: string;
      readonly seconds: number;
    }
  | {
      readonly kind: 'error';
      readonly fault: ConnectionFault;
      readonly message: string;
      readonly seconds: number;
    };

/** Asks a URL once. */
export interface HttpProbe {
  /** Never rejects: a failure is an answer too. The body is cut at 64 KiB. */
  get(url: URL, timeoutSeconds: number): Promise<HttpAnswer>;
}
