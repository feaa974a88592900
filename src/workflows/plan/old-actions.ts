/**
 * The last major version of each action that is made for Node 20 or older, as far as it is known; newer ones are
 * node24. Node 20 was removed from the runners on 2026-09-16.
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
  'aws-actions/amazon-ecr-login': 1,
  'aws-actions/amazon-ecs-deploy-task-definition': 1,
  'aws-actions/amazon-ecs-render-task-definition': 1,
  'aws-actions/configure-aws-credentials': 4,
  'azure/docker-login': 1,
  'azure/k8s-deploy': 4,
  'azure/k8s-set-context': 3,
  'azure/login': 2,
  'azure/setup-helm': 3,
  'azure/setup-kubectl': 3,
  'azure/webapps-deploy': 2,
  'codecov/codecov-action': 4,
  'dawidd6/action-download-artifact': 2,
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
  'google-github-actions/deploy-cloudrun': 2,
  'google-github-actions/setup-gcloud': 2,
  'hashicorp/setup-terraform': 2,
  'peaceiris/actions-gh-pages': 3,
  'peter-evans/repository-dispatch': 3,
  'softprops/action-gh-release': 2,
};

/** Actions that are archived on a Node version that is gone, and what does their work. */
const archived: Readonly<Record<string, string>> = {
  'actions/create-release': 'run: gh release create "$GITHUB_REF_NAME"',
  'actions/upload-release-asset': 'run: gh release upload "$GITHUB_REF_NAME" <file>',
  'actions-rs/cargo': 'run: cargo …',
  'actions-rs/toolchain': 'run: rustup toolchain install stable',
  'styfle/cancel-workflow-action': 'concurrency: { group: …, cancel-in-progress: true }',
};

/** What to write instead of an action of an old version; `undefined` for one that is not known to be old. */
export function oldActionFix(action: string, version: string): string | undefined {
  const name = action.toLowerCase();
  if (Object.hasOwn(archived, name)) return archived[name];
  const last = Object.hasOwn(lastOldMajors, name) ? lastOldMajors[name] : undefined;
  const major = /^v?(\d+)(?:\.|$)/.exec(version)?.[1];
  return last === undefined || major === undefined || Number(major) > last
    ? undefined
    : `uses: ${action}@v${last + 1} (or newer)`;
}
