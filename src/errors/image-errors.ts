import type { CatalogueEntry } from './entry.js';

export const imageErrors = {
  'image-build-failed': {
    title: 'The image was not built',
    kind: 'configuration',
    cause: '`docker buildx build` ended with status <status>: <message>',
    fix: 'Read the lines below, mend the Dockerfile or its context, and try it with `<command>`.',
  },
  'buildx-missing': {
    title: 'Docker on this runner has no buildx',
    kind: 'environment',
    cause: '`docker buildx` answered: <message>',
    fix: 'Install it: `apt-get install docker-buildx-plugin` on the runner, or put `uses: docker/setup-buildx-action@v3` before this step.',
  },
  'runner-docker-not-running': {
    title: 'Docker does not run on this runner',
    kind: 'environment',
    cause: '`docker` answered: <message>',
    fix: 'Use a runner with Docker (`runs-on: ubuntu-latest`), or start it: `systemctl start docker`.',
  },
  'build-nothing': {
    title: 'There is nothing to build',
    kind: 'configuration',
    cause: 'The file names no target (a Compose file: no service with `build:`).',
    fix: 'Name the targets with `targets:`, or give the bake file a group `default`.',
  },
  'build-target-unnamed': {
    title: 'The target <target> has no name for its image',
    kind: 'configuration',
    cause: 'Neither the target nor the step says where its image is pushed to.',
    fix: 'Give the target `tags` (in a Compose file: `image:`), or set `image: ghcr.io/acme`: the image is then `ghcr.io/acme/<target>`.',
  },
  'image-check-failed': {
    title: 'The image did not pass its check',
    kind: 'configuration',
    cause: '<reason> Nothing was pushed under the release tags, and nothing was announced.',
    fix: 'Read the lines below. To see it again: `<command>`',
  },
  'image-not-as-checked': {
    title: 'What was pushed as <image> is not what was checked',
    kind: 'environment',
    cause:
      'The check ran on <checked>, the push made <pushed>: a step of the build gave something else the second time. Nothing was announced.',
    fix: 'Run it again; if it stays so, look for a step that downloads the newest of something, and name its version.',
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
      'To <who> it answered: <message>. The account has no access, or the image does not exist (registries do not tell the two apart).',
    fix: '<remedy>',
  },
  'registry-login-missing': {
    title: 'The registry <registry> asks for a login',
    kind: 'configuration',
    cause:
      'To <who> it answered for <image>: <message>. Without a login a registry does not say whether the image exists.',
    fix: '<remedy>',
  },
  'registry-login-refused': {
    title: 'The registry <registry> does not accept the login',
    kind: 'configuration',
    cause: 'To <who> it answered for <image>: <message>. User and password do not fit.',
    fix: '<remedy>',
  },
  'registry-token-scope': {
    title: 'The token may not do this with packages',
    kind: 'configuration',
    cause:
      'To <who>, <registry> answered for <image>: <message>. The login is right, but the token lacks the scope.',
    fix: '<remedy>',
  },
  'registry-package-not-linked': {
    title: 'The package <image> is not open to this repository',
    kind: 'configuration',
    cause:
      'To <who>, <registry> answered: <message>. The login is right, but the package belongs to another repository or to none.',
    fix: '<remedy>',
  },
  'registry-repository-missing': {
    title: 'The registry <registry> has no repository for <image>',
    kind: 'configuration',
    cause:
      'It answered: <message>. At this registry a repository must exist before anything is pushed to it.',
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
