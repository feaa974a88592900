/** What a token is, by the prefix that GitHub gives it; never the token itself. */
export interface TokenKind {
  /** For messages: `the job's token (GITHUB_TOKEN) or an App's`. */
  readonly description: string;
  /** What gives it the right to send events. */
  readonly remedy: string;
}

// Prefixes: https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
const kinds: readonly (readonly [prefix: string, kind: TokenKind])[] = [
  [
    'ghs_',
    {
      description: "the job's own token (or an App's)",
      remedy:
        "Give the job `permissions: contents: write`; the job's own token reaches its own repository only. An App needs the repository permission Contents: write and to be installed there.",
    },
  ],
  [
    'github_pat_',
    {
      description: 'a fine-grained personal access token',
      remedy:
        'Give the token the repository permission Contents: write for that repository (Settings → Developer settings → Fine-grained tokens).',
    },
  ],
  [
    'ghp_',
    {
      description: 'a classic personal access token',
      remedy: 'Give the token the scope `repo` (Settings → Developer settings → Tokens (classic)).',
    },
  ],
];

const unknownKind: TokenKind = {
  description: 'a token of unknown kind',
  remedy: "Use the job's own token with `permissions: contents: write`.",
};

/** Recognises a token by its prefix. */
export function tokenKind(token: string): TokenKind {
  return kinds.find(([prefix]) => token.startsWith(prefix))?.[1] ?? unknownKind;
}
