/** What a URL answered to one GET. Redirects are not followed: they are an answer. */
export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly location: string | undefined;
      readonly body: string;
      readonly seconds: number;
    }
  /** No answer: the name is unknown, the port closed, TLS failed, or time ran out. */
  | { readonly kind: 'error'; readonly message: string; readonly seconds: number };

/** Asks a URL once. */
export interface HttpProbe {
  /** Never rejects: a failure is an answer too. The body is cut at 64 KiB. */
  get(url: URL, timeoutSeconds: number): Promise<HttpAnswer>;
}
