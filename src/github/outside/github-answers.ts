import * as v from 'valibot';
import { oneLine } from '../../text/one-line.js';
import type { FailedJob, PendingApproval, WorkflowRun } from '../github.js';

// What the chain reads of GitHub's answers, in GitHub's names: https://github.com/github/rest-api-description

/** What people wrote, fit for a line of the log. */
const words = v.pipe(v.string(), v.transform(oneLine));

export const repositoryAnswer = v.object({ default_branch: v.string() });

/** The files of a folder; none when the path leads to a file. */
export const folderAnswer = v.union([
  v.array(v.object({ path: v.string() })),
  v.pipe(
    v.object({ type: v.literal('file') }),
    v.transform((): { path: string }[] => []),
  ),
]);

/** With the media type `raw`: the text itself. */
export const fileAnswer = v.string();

export const runAnswer = v.pipe(
  v.object({
    id: v.number(),
    html_url: words,
    name: v.nullish(words, ''),
    display_title: words,
    status: v.nullish(words, ''),
    conclusion: v.nullish(words),
  }),
  v.transform((run): WorkflowRun => ({
    id: run.id,
    url: run.html_url,
    workflow: run.name,
    title: run.display_title,
    status: run.status,
    conclusion: run.conclusion ?? undefined,
  })),
);

export const runsAnswer = v.object({ workflow_runs: v.array(runAnswer) });

const conclusion = v.nullish(words);

/** The jobs that did not succeed. */
export const failedJobsAnswer = v.pipe(
  v.object({
    jobs: v.array(
      v.object({
        name: words,
        html_url: v.nullish(words, ''),
        conclusion,
        steps: v.optional(v.array(v.object({ name: words, conclusion })), []),
      }),
    ),
  }),
  v.transform(({ jobs }): readonly FailedJob[] =>
    jobs.filter(isFailure).map(({ name, html_url, steps }) => ({
      name,
      url: html_url,
      step: steps.find(isFailure)?.name,
    })),
  ),
);

function isFailure(ended: { readonly conclusion?: string | null | undefined }): boolean {
  return !['success', 'skipped', 'neutral'].includes(ended.conclusion ?? 'success');
}

/** Somebody who may approve: a login, or `team <slug>`. */
const reviewer = v.pipe(
  v.object({
    reviewer: v.nullish(v.object({ login: v.optional(words), slug: v.optional(words, '') }), {}),
  }),
  v.transform(({ reviewer: { login, slug } }) => login ?? `team ${slug}`),
);

export const approvalsAnswer = v.array(
  v.pipe(
    v.object({
      environment: v.object({ name: v.optional(words, '') }),
      reviewers: v.array(reviewer),
    }),
    v.transform(({ environment, reviewers }): PendingApproval => ({
      environment: environment.name,
      reviewers,
    })),
  ),
);

/** An environment, with everybody who may approve its jobs. */
export const environmentAnswer = v.pipe(
  v.object({
    protection_rules: v.optional(
      v.array(v.object({ reviewers: v.optional(v.array(reviewer), []) })),
      [],
    ),
  }),
  v.transform(({ protection_rules: rules }) => ({
    reviewers: rules.flatMap(({ reviewers }) => reviewers),
  })),
);

export const workflowAnswer = v.object({ state: words });

/** Secrets or variables. */
export const namesAnswer = v.array(v.object({ name: v.string() }));

/** A GitHub Enterprise Server that does not know the parameter answers 204 without a body. */
export const startedAnswer = v.fallback(v.object({ workflow_run_id: v.optional(v.number()) }), {});

export const deploymentAnswer = v.object({ id: v.number() });

export const artifactsAnswer = v.object({
  artifacts: v.array(v.object({ id: v.number(), name: v.string(), expired: v.boolean() })),
});

export const zipAnswer = v.pipe(
  v.instance(ArrayBuffer),
  v.transform((bytes) => new Uint8Array(bytes)),
);

/** For requests whose answer says nothing that is needed. */
export const anyAnswer = v.unknown();
