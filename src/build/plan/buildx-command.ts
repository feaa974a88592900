import type { BuildOptions, BuildSecret, BuildSource, Destination } from './build-plan.js';

type Dockerfile = Extract<BuildSource, { kind: 'dockerfile' }>;
type Bake = Extract<BuildSource, { kind: 'bake' }>;

/**
 * The arguments of `docker` that build one image. Values of build arguments and secrets are not among
 * them: other users can read argument lists.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/build/
 */
export function buildCommand(
  { context, file, target }: Dockerfile,
  tags: readonly string[],
  options: BuildOptions,
  destination: Destination,
  metadataFile: string,
): readonly string[] {
  const { platforms, buildArgs, labels, annotations, secrets, ssh, cacheFrom, cacheTo } = options;
  return [
    'buildx',
    'build',
    ...common(options, destination, metadataFile),
    ...repeated('--tag', tags),
    ...(file === undefined ? [] : ['--file', file]),
    ...(target === undefined ? [] : ['--target', target]),
    ...(platforms.length === 0 ? [] : ['--platform', platforms.join(',')]),
    ...repeated('--build-arg', [...buildArgs.keys()]),
    ...repeated(
      '--label',
      [...labels].map(([name, value]) => `${name}=${value}`),
    ),
    ...repeated('--annotation', annotations),
    ...repeated('--secret', secrets.map(renderSecret)),
    ...repeated('--ssh', ssh),
    ...repeated('--cache-from', cacheFrom),
    ...repeated('--cache-to', cacheTo),
    context,
  ];
}

/**
 * The arguments of `docker` that build the targets of a bake file, with a file that adds to them.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/bake/
 */
export function bakeCommand(
  { file }: Bake,
  overrideFile: string,
  targets: readonly string[],
  options: BuildOptions,
  destination: Destination,
  metadataFile: string,
): readonly string[] {
  return [
    'buildx',
    'bake',
    ...repeated('--file', [file, overrideFile]),
    ...common(options, destination, metadataFile),
    ...targets,
  ];
}

/** The arguments of `docker` that print what a bake file says, as JSON. */
export function bakePrintCommand({ file, targets }: Bake): readonly string[] {
  return ['buildx', 'bake', '--file', file, '--print', ...targets];
}

/** `id=token,env=DEPLOY_KIT_SECRET_TOKEN`: where a secret is, never what it is. */
export function renderSecret({ id, from }: BuildSecret): string {
  return 'variable' in from ? `id=${id},env=${from.variable}` : `id=${id},src=${from.file}`;
}

function common(
  { noCache, pull, provenance, sbom }: BuildOptions,
  destination: Destination,
  metadataFile: string,
): readonly string[] {
  return [
    `--${destination}`,
    '--metadata-file',
    metadataFile,
    ...(noCache ? ['--no-cache'] : []),
    ...(pull ? ['--pull'] : []),
    ...(provenance === undefined ? [] : [`--provenance=${provenance}`]),
    ...(sbom === undefined ? [] : [`--sbom=${sbom}`]),
  ];
}

function repeated(flag: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [flag, value]);
}
