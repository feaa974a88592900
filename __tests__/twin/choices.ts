/**
 * Where a deploy's containers differ from those of a hand-typed `docker compose up -d` on purpose. All else that
 * differs is a fault. The same list, for people, is in docs/reliability.md.
 */
export const choices = {
  /** The release runs by digest: `image@sha256:…` where a hand-typed project has a tag. The image is the same. */
  pinned: 'Image',
  /** What Compose keeps for itself about files and their content, and what it leaves of a recreation. */
  composeLabels: [
    'com.docker.compose.config-hash',
    'com.docker.compose.project.config_files',
    'com.docker.compose.project.environment_file',
    'com.docker.compose.image',
    'com.docker.compose.replace',
  ],
  /**
   * What a service that reads all of `.env` finds there of deploy-kit's own lines: one that is not touched keeps the
   * values that it started with.
   */
  ownKeys: ['COMPOSE_FILE', 'COMPOSE_PATH_SEPARATOR', 'COMPOSE_PROJECT_NAME', 'IMAGE_TAG'],
  /** A service that mounts shipped files carries their hash, so that it is recreated when they change. */
  filesLabel: 'deploy-kit.files',
  /** A service that rolls goes on counting: `app-web-2` after `app-web-1`. */
  numberLabel: 'com.docker.compose.container-number',
  /**
   * The services that the former release had and this one has not are removed, as by `up -d --remove-orphans`:
   * which is what is typed on the second server.
   */
  upByHand: ['up', '-d', '--remove-orphans'],
} as const;
