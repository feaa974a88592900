import type { ApiPlace } from './api-objects.js';
import type { EventEngine } from './event-engine.js';
import type { PlaygroundRepository } from './playground-repository.js';

export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, after token, permission and description have been checked. */
export interface Call {
  readonly repository: PlaygroundRepository;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly accept: string;
  readonly version: string;
}

/** An operation that the playground serves, and what a token needs for it. */
export interface Endpoint {
  readonly permission: string;
  readonly level: 'read' | 'write';
  answer(call: Call): ApiAnswer | Promise<ApiAnswer>;
}

/** `GET /repos/{owner}/{repo}/…` → what answers it. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

/** What the endpoints stand on. */
export interface ApiWorld {
  readonly engine: EventEngine;
  readonly place: ApiPlace;
  /** Where artifacts are downloaded from: another host than the API's, as on GitHub. */
  readonly blobUrl: string;
}

export const notFound: ApiAnswer = { status: 404, body: { message: 'Not Found' } };

export const repo = '/repos/{owner}/{repo}';
