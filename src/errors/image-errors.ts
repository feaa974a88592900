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
      'The registry did not have it within <seconds> s (<attempts> requests, the last answered: <answer>).',
    fix: 'Look at the run that should have built it<build-run>; when it needs longer, raise `timeout`.',
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
      'It answered <status> to <who>: no access, or the image does not exist (registries do not tell the two apart).',
    fix: "Give `registry-username` and `registry-password` of an account that may read it; for ghcr.io the job's token with `permissions: packages: read`, and the package linked to this repository.",
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
