/** What is known of the old versions of an action. */
export interface OldAction {
  /** The last major version that declares Node 20 or older. */
  readonly major: number;
  /** Why nothing of it works any more. */
  readonly gone?: string;
  readonly instead?: string;
}

/**
 * The last major version of each action that runs on Node 20 or older; the next one declares node24. Node 20 was
 * removed from the runners on 2026-09-16.
 * Source: https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/ and the
 * `runs.using` of each action's manifest.
 */
const lastOldMajors: Readonly<Record<string, number>> = {
  'actions/cache': 4,
  'actions/cache/restore': 4,
  'actions/cache/save': 4,
  'actions/checkout': 4,
  'actions/download-artifact': 6,
  'actions/github-script': 7,
  'actions/labeler': 5,
  'actions/setup-dotnet': 4,
  'actions/setup-go': 5,
  'actions/setup-java': 4,
  'actions/setup-node': 4,
  'actions/setup-python': 5,
  'actions/stale': 9,
  'actions/upload-artifact': 5,
  'docker/bake-action': 6,
  'docker/build-push-action': 6,
  'docker/login-action': 3,
  'docker/metadata-action': 5,
  'docker/setup-buildx-action': 3,
  'docker/setup-qemu-action': 3,
  'github/codeql-action/analyze': 3,
  'github/codeql-action/autobuild': 3,
  'github/codeql-action/init': 3,
  'github/codeql-action/upload-sarif': 3,
  'google-github-actions/auth': 2,
  'peter-evans/repository-dispatch': 3,
};

/** Actions that are archived on a Node version that is gone. */
const archived: Readonly<Record<string, string>> = {
  'actions/create-release': '`run: gh release create "$GITHUB_REF_NAME"` with GH_TOKEN in `env:`',
  'actions/upload-release-asset':
    '`run: gh release upload "$GITHUB_REF_NAME" <file>` with GH_TOKEN in `env:`',
  'actions-rs/cargo': '`run: cargo …`',
  'actions-rs/toolchain': '`run: rustup toolchain install stable`',
};

/** What is known of an action, by `owner/name`. */
export function lastOldMajor(action: string): OldAction | undefined {
  const name = action.toLowerCase();
  const instead = Object.hasOwn(archived, name) ? archived[name] : undefined;
  if (instead !== undefined)
    return { major: Number.MAX_SAFE_INTEGER, gone: 'is archived, and declares Node 12', instead };
  const major = Object.hasOwn(lastOldMajors, name) ? lastOldMajors[name] : undefined;
  return major === undefined ? undefined : { major };
}
