import { failure } from '../errors/index.js';
import {
  bakeOverride,
  bakeTargets,
  parseBakeDefinition,
  type BakeDefinition,
} from './plan/bake-definition.js';
import { explainBuild } from './plan/build-failure.js';
import { parseMetadata, type BuiltImage } from './plan/build-metadata.js';
import type {
  BuildOptions,
  BuildSource,
  BuildTargets,
  Destination,
  TargetTags,
} from './plan/build-plan.js';
import { bakeCommand, bakePrintCommand, buildCommand } from './plan/buildx-command.js';
import type { ImageReference } from '../image/image-reference.js';
import type { Processes } from '../local/processes.js';
import type { Scratch } from '../local/scratch.js';

/** What a build runs with. */
export interface BuilderPorts {
  readonly processes: Processes;
  readonly scratch: Scratch;
}

/** How docker is logged in, for its commands and for messages. */
export interface BuilderLogin {
  /** The folder of docker's configuration, when the step logs in itself. */
  readonly dockerConfig: string | undefined;
  readonly anonymous: boolean;
  readonly who: string;
}

/** Builds the images of one source. */
export interface Builder {
  readonly targets: BuildTargets;
  /** What buildx wrote of the last build, as JSON; empty before there was one. */
  readonly metadata: () => string;
  /**
   * Builds the targets that tags are given for.
   * @throws {DeployKitError} `image-build-failed`, `buildx-missing`, or why the registry took no push
   */
  build(
    tags: TargetTags,
    options: BuildOptions,
    destination: Destination,
    login: BuilderLogin,
  ): Promise<ReadonlyMap<string, BuiltImage>>;
}

const metadataName = 'metadata.json';

/**
 * Makes the builder of a source, after asking bake what its file says.
 * @param environment the values that the command's arguments name: build arguments, secrets, the time
 */
export async function openBuilder(
  source: BuildSource,
  image: ImageReference | undefined,
  environment: Readonly<Record<string, string>>,
  ports: BuilderPorts,
): Promise<Builder> {
  const run = dockerRunner(source, environment, ports);
  let metadata = '';
  const definition = source.kind === 'bake' ? await readDefinition(source, run) : undefined;
  const targets = definition === undefined ? single(source, image) : bakeTargets(definition, image);
  return {
    targets,
    metadata: () => metadata,
    async build(tags, options, destination, login) {
      const images = targets.filter(({ name }) => tags.has(name)).map((target) => target.image);
      const command = commandOf(source, definition, tags, options, destination, ports.scratch);
      await run(command, images, login);
      metadata = ports.scratch.read(metadataName);
      return parseMetadata(metadata, source.kind, [...tags.keys()]);
    },
  };
}

function single(source: BuildSource, image: ImageReference | undefined): BuildTargets {
  if (image === undefined) throw failure('build-target-unnamed', { target: source.kind });
  return [{ name: 'image', image }];
}

type Run = (
  args: readonly string[],
  images: readonly ImageReference[],
  login: BuilderLogin,
) => Promise<string>;

/** Reading a definition takes no login. */
const noLogin: BuilderLogin = { dockerConfig: undefined, anonymous: true, who: 'nobody' };

function dockerRunner(
  source: BuildSource,
  environment: Readonly<Record<string, string>>,
  { processes }: BuilderPorts,
): Run {
  return async (args, images, login) => {
    const { dockerConfig } = login;
    const env = {
      ...environment,
      // The checkout's own definition may read what a plain build may read.
      BUILDX_BAKE_ENTITLEMENTS_FS: '0',
      ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }),
    };
    const silent = args.includes('--print');
    const cwd = source.kind === 'bake' ? { cwd: source.folder } : {};
    const result = await processes.run('docker', args, { env, silent, ...cwd });
    if (result.code === 0) return result.stdout;
    const shown =
      source.kind === 'bake'
        ? `docker buildx bake --file ${source.file}`
        : `docker buildx build ${source.context}`;
    throw explainBuild(result, images, login, shown);
  };
}

async function readDefinition(
  source: Extract<BuildSource, { kind: 'bake' }>,
  run: Run,
): Promise<BakeDefinition> {
  const command = bakePrintCommand(source);
  return parseBakeDefinition(await run(command, [], noLogin), `docker ${command.join(' ')}`);
}

function commandOf(
  source: BuildSource,
  definition: BakeDefinition | undefined,
  tags: TargetTags,
  options: BuildOptions,
  destination: Destination,
  scratch: Scratch,
): readonly string[] {
  const metadataFile = scratch.path(metadataName);
  if (source.kind === 'dockerfile') {
    const all = [...tags.values()].flat();
    return buildCommand(source, all, options, destination, metadataFile);
  }
  const override = 'override.json';
  scratch.write(override, bakeOverride(definition ?? { group: {}, target: {} }, tags, options));
  const names = [...tags.keys()];
  return bakeCommand(source, scratch.path(override), names, options, destination, metadataFile);
}
