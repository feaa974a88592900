/** What is built and how. */
export interface BuildOptions {
  /** In full: `ghcr.io/acme/api:sha-1a2b3c4d5e6f`. */
  readonly tags: readonly string[];
  readonly context: string;
  readonly file: string | undefined;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  /** The names alone: the values come from the environment, because other users can read argument lists. */
  readonly buildArgNames: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  /** Where buildx writes what it built. */
  readonly metadataFile: string;
}

/** The arguments of `docker` that build and push an image. */
export function buildxCommand(options: BuildOptions): readonly string[] {
  return [
    'buildx',
    'build',
    '--push',
    '--metadata-file',
    options.metadataFile,
    ...options.tags.flatMap((tag) => ['--tag', tag]),
    ...(options.file === undefined ? [] : ['--file', options.file]),
    ...(options.target === undefined ? [] : ['--target', options.target]),
    ...(options.platforms.length === 0 ? [] : ['--platform', options.platforms.join(',')]),
    ...options.buildArgNames.flatMap((name) => ['--build-arg', name]),
    ...[...options.labels].flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    options.context,
  ];
}
