import type { HttpExpectation } from './http-expectation.js';
import type { RedirectMode } from './redirects.js';

/** Where a URL is asked from; `both`: what works on the server must work from outside. */
export const viewpoints = ['runner', 'host', 'both'] as const;
export type Viewpoint = (typeof viewpoints)[number];

/** A URL that must answer as expected; a `page` also with its own scripts, styles and images. */
export interface UrlTarget {
  readonly kind: 'url' | 'page';
  readonly url: URL;
  readonly method: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | undefined;
  readonly expected: HttpExpectation;
  readonly redirects: RedirectMode;
  readonly from: Viewpoint;
}

/** Something that must be healthy. */
export type Target =
  | UrlTarget
  | {
      readonly kind: 'websocket';
      readonly url: URL;
      readonly headers: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'containers'; readonly services: readonly string[] };

/** What a URL is asked and expected to answer where it does not say otherwise. */
export type UrlDefaults = Pick<UrlTarget, 'expected' | 'redirects' | 'from'>;
