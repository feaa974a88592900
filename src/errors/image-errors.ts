import type { CatalogueEntry } from './entry.js';

export const imageErrors = {
  'image-build-failed': {
    title: 'The image was not built',
    kind: 'configuration',
    cause: '`docker buildx build` ended with status <status>: <message>',
    fix: 'Read the lines below, mend the Dockerfile or its context, and try it with `<command>`.',
  },
  'image-push-refused': {
    title: 'The registry refused the push of <image>',
    kind: 'configuration',
    cause: 'The registry answered: <message>',
    fix: 'Log in before this step with an account that may push to <image>; for ghcr.io give the job `permissions: packages: write` and link the package to this repository.',
  },
  'image-not-as-built': {
    title: 'The registry has something else under <image>',
    kind: 'environment',
    cause:
      'This step pushed <built>; the registry serves <found>. Another build pushed the same tag at the same time.',
    fix: 'Let one workflow build a commit, or give the workflow a `concurrency:` group; then run it again.',
  },
  'image-not-found': {
    title: 'The registry does not have <image>',
    kind: 'configuration',
    cause: 'The registry answered that there is no such tag or digest.',
    fix: 'Check the tag; when a build is still on its way, put wait-for-image before this step.',
  },
  'image-never-came': {
    title: 'The image <image> did not come',
    kind: 'environment',
    cause:
      'The registry did not have it within <seconds> s (<requests> requests, the last answered: <answer>).',
    fix: 'Look at the run that should have built it<build-run>; when it needs longer, raise `timeout`.',
  },
  'image-stale': {
    title: 'The image <image> is not the one that was waited for',
    kind: 'environment',
    cause: 'After <seconds> s (<requests> requests) it still leads to <digest>, and <problem>.',
    fix: 'Look at the run that should have built it<build-run>; when it needs longer, raise `timeout`.',
  },
  'image-build-ended': {
    title: 'The build of <image> ended with <conclusion>',
    kind: 'environment',
    cause:
      'The run that should have pushed it is over, and the registry does not have it: <build-run>',
    fix: 'Read that run, mend what failed, and run it again.',
  },
  'image-platform-missing': {
    title: 'The image <image> is not built for <platform>',
    kind: 'configuration',
    cause: 'The registry has it for <available> only.',
    fix: 'Build it with `platforms: <platform>`.',
  },
  'registry-denied': {
    title: 'The registry <registry> gives no access to <image>',
    kind: 'configuration',
    cause:
      'It answered <status> to <who>: <message>. The account has no access, or the image does not exist (registries do not tell the two apart).',
    fix: '<remedy>',
  },
  'registry-login-missing': {
    title: 'The registry <registry> asks for a login',
    kind: 'configuration',
    cause:
      'It answered <status> to <who> for <image>: <message>. Without a login a registry does not say whether the image exists.',
    fix: '<remedy>',
  },
  'registry-login-refused': {
    title: 'The registry <registry> does not accept the login',
    kind: 'configuration',
    cause: 'It answered <status> to <who> for <image>: <message>. User and password do not fit.',
    fix: '<remedy>',
  },
  'registry-token-scope': {
    title: 'The token may not do this with packages',
    kind: 'configuration',
    cause:
      '<registry> answered <status> to <who> for <image>: <message>. The login is right, but the token lacks the scope.',
    fix: '<remedy>',
  },
  'registry-package-not-linked': {
    title: 'The package <image> is not open to this repository',
    kind: 'configuration',
    cause:
      '<registry> answered <status> to <who>: <message>. The login is right, but the package belongs to another repository or to none.',
    fix: '<remedy>',
  },
  'registry-repository-missing': {
    title: 'The registry <registry> has no repository for <image>',
    kind: 'configuration',
    cause:
      'It answered <status>: <message>. At this registry a repository must exist before anything is pushed to it.',
    fix: '<remedy>',
  },
  'registry-unreachable': {
    title: 'The registry <registry> does not answer',
    kind: 'environment',
    cause: '<message>',
    fix: 'Check the name of the registry and that it is up: `curl -i https://<registry>/v2/`',
  },
  'registry-answer-invalid': {
    title: 'The registry <registry> gave an answer that is not an image',
    kind: 'environment',
    cause: '<message>',
    fix: 'Check that `<image>` is a container image and that no proxy changes what the registry sends.',
  },
} as const satisfies Record<string, CatalogueEntry>;
