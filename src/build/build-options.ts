import { posix } from 'node:path';
import type { Inputs } from '../inputs/index.js';
import type { buildInputs } from './build-inputs.js';
import type { BuildOptions, BuildSecret, BuildSource } from './plan/build-plan.js';
import { imageLabels } from '../image/image-labels.js';
import { commitTag } from '../image/image-reference.js';
import { imageTags } from '../image/image-tags.js';
import type { ImageCheck } from './image-check.js';

type BuildInputs = Inputs<typeof buildInputs>;

/** Where the builds are defined. */
export function buildSource(inputs: BuildInputs): BuildSource {
  const { context, file, target, bakeFile, composeFile, targets = [] } = inputs;
  // Bake reads a Compose file's relative paths from where it runs, Compose from the file's folder.
  if (composeFile !== undefined)
    return {
      kind: 'bake',
      folder: posix.dirname(composeFile),
      file: posix.basename(composeFile),
      targets,
    };
  return bakeFile === undefined
    ? { kind: 'dockerfile', context, file, target }
    : { kind: 'bake', folder: '.', file: bakeFile, targets };
}

/** The part of the run's context that tags and labels are made from. */
export interface BuildContext {
  readonly sha: string;
  readonly ref: string;
  readonly runNumber: string;
  readonly repository: string;
  readonly serverUrl: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** The tags of each image, `sha-<12>` first. */
export function releaseTags(
  { tags = [] }: BuildInputs,
  { sha, ref, runNumber, event }: BuildContext,
  now: Date,
): readonly string[] {
  const repository = event.repository as { default_branch?: string } | undefined;
  const defaultBranch = repository?.default_branch;
  return imageTags(tags, { sha, ref, runNumber, defaultBranch, now });
}

/**
 * What holds for every image.
 * @param created the commit's time, so that the same commit gives the same image
 */
export function buildOptions(
  inputs: BuildInputs,
  { sha, repository, serverUrl }: BuildContext,
  created: Date,
): BuildOptions {
  const origin = {
    revision: sha,
    version: commitTag(sha),
    source: `${serverUrl}/${repository}`,
    title: repository.split('/')[1] ?? repository,
    created,
  };
  const values = secretValues(inputs);
  const secrets: readonly BuildSecret[] = [
    ...values.map(({ id, variable }) => ({ id, from: { variable } })),
    ...[...(inputs.secretFiles ?? [])].map(([id, file]) => ({ id, from: { file } })),
  ];
  return {
    platforms: inputs.platforms ?? [],
    buildArgs: inputs.buildArgs ?? new Map<string, string>(),
    labels: imageLabels(origin, inputs.labels ?? new Map<string, string>()),
    annotations: inputs.annotations ?? [],
    secrets,
    ssh: inputs.ssh ?? [],
    cacheFrom: inputs.cacheFrom ?? [],
    cacheTo: inputs.cacheTo ?? [],
    noCache: inputs.noCache,
    pull: inputs.pull,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
  };
}

/**
 * What the builder finds in its environment: build arguments and secrets by name, and the commit's time,
 * from which BuildKit takes every time in the image.
 * Source: https://reproducible-builds.org/docs/source-date-epoch/
 */
export function buildEnvironment(
  inputs: BuildInputs,
  commitTime: Date | undefined,
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(inputs.buildArgs ?? []),
    ...Object.fromEntries(secretValues(inputs).map(({ variable, value }) => [variable, value])),
    ...(commitTime === undefined
      ? {}
      : { SOURCE_DATE_EPOCH: String(Math.floor(commitTime.getTime() / 1000)) }),
  };
}

/** How the images are tried, where that is asked for. */
export function imageCheck(inputs: BuildInputs): ImageCheck | undefined {
  const { verifyCompose: composeFile, verifyCommand: command, verifyTimeout } = inputs;
  return composeFile === undefined && command === undefined
    ? undefined
    : { composeFile, command, timeoutSeconds: Math.ceil(verifyTimeout) };
}

function secretValues({
  secrets = new Map<string, string>(),
}: BuildInputs): readonly { id: string; variable: string; value: string }[] {
  return [...secrets].map(([id, value], index) => ({
    id,
    variable: `DEPLOY_KIT_SECRET_${index}`,
    value,
  }));
}
