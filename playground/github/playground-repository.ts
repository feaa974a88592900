import type { Environment } from '../runner/run-request.js';
import type { GitRepository } from './git-repository.js';

/** A repository on the playground's GitHub, with its settings. */
export interface PlaygroundRepository {
  /** `acme/api` */
  readonly name: string;
  readonly git: GitRepository;
  /** Settings → Secrets and variables. */
  readonly secrets: Record<string, string>;
  readonly variables: Record<string, string>;
  readonly environments: Record<string, Environment>;
  /** What its organisation shares with it. */
  readonly shared: {
    readonly secrets: Record<string, string>;
    readonly variables: Record<string, string>;
  };
  /** Files of workflows that somebody disabled: nothing starts them. */
  readonly disabledWorkflows: Set<string>;
  /** What jobs with `environment:` left. */
  readonly deployments: { readonly environment: string; readonly url: string }[];
  /** What steps recorded through the API. */
  readonly recorded: {
    readonly id: number;
    readonly environment: string;
    readonly ref: string;
    readonly statuses: { readonly state: string; readonly url: string }[];
  }[];
}
