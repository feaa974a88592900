/** What a token is, by the prefix that GitHub gives it; never the token itself. */
export interface TokenKind {
  /** For messages: `the job's own token (or an App's)`. */
  readonly description: string;
  /** What gives it a permission such as `Contents: write`. */
  readonly remedy: (permission: string) => string;
}

// Prefixes: https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
const kinds: readonly (readonly [prefix: string, kind: TokenKind])[] = [
  [
    'ghs_',
    {
      description: "the job's own token (or an App's)",
      remedy: (permission) =>
        `Give the job \`permissions: ${permission.toLowerCase()}\`; the job's own token reaches its own repository only. An App needs the repository permission ${permission} and to be installed there.`,
    },
  ],
  [
    'github_pat_',
    {
      description: 'a fine-grained personal access token',
      remedy: (permission) =>
        `Give the token the repository permission ${permission} for that repository (Settings → Developer settings → Fine-grained tokens).`,
    },
  ],
  [
    'ghp_',
    {
      description: 'a classic personal access token',
      remedy: () =>
        'Give the token the scope `repo` (Settings → Developer settings → Tokens (classic)).',
    },
  ],
  [
    'gho_',
    {
      description: 'an OAuth token (as `gh auth token` prints it)',
      remedy: (permission) =>
        `Such a token ends with its person's login: use the job's own token with \`permissions: ${permission.toLowerCase()}\`, or a fine-grained one.`,
    },
  ],
  [
    'ghu_',
    {
      description: "an App's token for a person",
      remedy: (permission) =>
        `Give the App the repository permission ${permission}, and the person write access to that repository.`,
    },
  ],
];

const unknownKind: TokenKind = {
  description: 'a token of unknown kind',
  remedy: (permission) =>
    `Use the job's own token with \`permissions: ${permission.toLowerCase()}\`.`,
};

/** Recognises a token by its prefix. */
export function tokenKind(token: string): TokenKind {
  return kinds.find(([prefix]) => token.startsWith(prefix))?.[1] ?? unknownKind;
}
