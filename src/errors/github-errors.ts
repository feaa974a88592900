import type { CatalogueEntry } from './entry.js';

export const githubErrors = {
  'github-token-missing': {
    title: 'No token to send the event with',
    kind: 'configuration',
    cause:
      'The input `<input>` is empty: the secret <secret> was never created, or is not visible to this job.',
    fix: "Leave `<input>` out to use the job's own token (same repository, with `permissions: contents: write`), or create the secret <secret> under Settings → Secrets and variables → Actions.",
  },
  'github-unconfirmed': {
    title: 'GitHub did not confirm the event',
    kind: 'environment',
    cause:
      '<request> failed with: <message>; GitHub may have taken it all the same; nobody can tell from here.',
    fix: 'Look at the Actions page of <repository>: if nothing started, run this job again. Should the event come twice all the same, that does no harm: both carry the same release, and deploying what is live changes nothing.',
  },
  'github-rate-limited': {
    title: 'GitHub takes no more requests of this token for now',
    kind: 'environment',
    cause: '<request> was refused: <message>. The limit ends at <until>.',
    fix: "Run the job again after that; if it happens often, use an App's token, which has a limit of its own.",
  },
  'github-token-invalid': {
    title: 'GitHub does not accept the token',
    kind: 'configuration',
    cause:
      'GitHub answered "Bad credentials" to <token-kind>: it was revoked, has expired, or was pasted with a character too many.',
    fix: "Create a new token and store it in the secret that this step uses; in the same repository leave `github-token` out and the job's own token is used.",
  },
  'github-token-lacks-permission': {
    title: 'The token lacks the permission "<permission>" on <repository>',
    kind: 'configuration',
    cause:
      'GitHub refused <request> with <token-kind>: "<message>". It lacks the permission "<permission>" on <repository>.',
    fix: '<remedy>',
  },
  'github-repository-not-found': {
    title: 'GitHub shows no repository <repository> to this token',
    kind: 'configuration',
    cause:
      '<token-kind> does not see <repository>: the name is misspelt, or the token has no access to it.',
    fix: 'Check the name. The job\'s own token reaches its own repository only; for another one use a fine-grained token or App with "<permission>" on it.',
  },
  'github-request-refused': {
    title: 'GitHub refused the request',
    kind: 'configuration',
    cause: 'GitHub answered <status> to <request>: <message>',
    fix: 'Correct what the message names, then run the job again.',
  },
  'github-answer-invalid': {
    title: "GitHub's answer can not be read",
    kind: 'environment',
    cause: 'What came for <request> is not what the API of GitHub answers: <problem>.',
    fix: "Mostly something answers in GitHub's place (a proxy's page). Look at `curl -i $GITHUB_API_URL` from the same runner, then run the job again.",
  },
  'github-unreachable': {
    title: 'GitHub did not answer',
    kind: 'environment',
    cause: '<request> failed <attempts> times, last with: <message>',
    fix: 'Look at githubstatus.com, then run the job again.',
  },
} as const satisfies Record<string, CatalogueEntry>;
