/** What is live on the server after a failure: the first question at three in the morning. */
export type HostState =
  | { readonly state: 'unchanged' }
  | { readonly state: 'new-release'; readonly release: string }
  | { readonly state: 'restored'; readonly release: string }
  /** Live, and about to be taken back when the job ends. */
  | { readonly state: 'provisional'; readonly release: string }
  | { readonly state: 'unknown'; readonly why: string };

export const unchanged: HostState = { state: 'unchanged' };

/** The host state as the sentence that ends every error. */
export function describeHostState(host: HostState): string {
  switch (host.state) {
    case 'unchanged':
      return 'The server was not changed: what ran before still runs.';
    case 'new-release':
      return `The server runs the new release ${host.release}.`;
    case 'restored':
      return `The server was restored: it runs ${host.release}.`;
    case 'provisional':
      return `The server still runs the release ${host.release}; unless its \`rollback-on\` is never, the deploy-compose step restores what ran before when this job ends.`;
    case 'unknown':
      return `What the server runs is not known: ${host.why}`;
  }
}
