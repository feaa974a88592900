import { tagProblem } from '../image/image-tags.js';
import type { Inputs } from '../inputs/definition.js';
import { imageReference } from '../inputs/image-kind.js';
import { InputProblem, type InputKind } from '../inputs/kind.js';
import { boolean, duration, keyValues, lines, listOf, text } from '../inputs/kinds.js';

const tag: InputKind<string> = {
  describe: 'tag',
  parse(value) {
    const problem = tagProblem(value);
    if (problem !== undefined) throw new InputProblem(problem);
    return value;
  },
};

/** `id=value` lines; unlike an environment variable's name, an id may hold `-` and `.`. */
const secrets: InputKind<ReadonlyMap<string, string>> = {
  describe: '`id=value` lines',
  parse: (value) =>
    new Map(
      lines.parse(value).map((line, index): [string, string] => {
        const match = /^([A-Za-z_][\w.-]*)=(.*)$/.exec(line);
        // The line itself is a secret: name its place, never its text.
        if (match === null) throw new InputProblem(`entry ${index + 1} must look like id=value`);
        return [match[1] ?? '', match[2] ?? ''];
      }),
    ),
};

/** `name=value` lines, where the name may hold `.` and `-`. */
const labels: InputKind<ReadonlyMap<string, string>> = {
  describe: '`name=value` lines',
  parse: (value) =>
    new Map(
      lines.parse(value).map((line): [string, string] => {
        const at = line.indexOf('=');
        if (at < 1)
          throw new InputProblem(`must have lines that look like name=value, not "${line}"`);
        return [line.slice(0, at), line.slice(at + 1)];
      }),
    ),
};

/** What is built, and how. */
export const buildInputs = {
  image: {
    kind: imageReference,
    description:
      'The image without a tag, for example `ghcr.io/acme/api`. Needed for a Dockerfile; with `bake-file` or `compose-file` it is the prefix of targets without a name of their own.',
  },
  tags: {
    kind: listOf('list of tags, one a line', tag),
    description:
      'More tags beside `sha-` and 12 digits of the commit: `branch`, `semver` (of a git tag such as `v1.2.3`: `1.2.3`, `1.2`, `1`), `latest` (on the default branch), or templates with `{sha}`, `{branch}`, `{tag}`, `{date}`, `{run}`.',
  },
  context: { kind: text, default: '.', description: 'The build context.' },
  file: { kind: text, description: 'The Dockerfile. Default: the one in the context.' },
  target: { kind: text, description: 'The stage to build. Default: the last one.' },
  bakeFile: {
    kind: text,
    description:
      'A bake file (`docker-bake.hcl`) whose targets are built, instead of one Dockerfile.',
  },
  composeFile: {
    kind: text,
    description: 'A Compose file: every service with `build:` is built and named by its `image:`.',
  },
  targets: {
    kind: lines,
    description:
      'The targets of `bake-file`, or services of `compose-file`, one a line. Default: the default group, or all.',
  },
  platforms: {
    kind: lines,
    description: 'Platforms to build for, for example `linux/arm64`; one a line.',
  },
  buildArgs: {
    kind: keyValues,
    description:
      'Build arguments as `NAME=value` lines. They stay in the image: never put a secret here.',
  },
  secrets: {
    kind: secrets,
    secret: true,
    description:
      'Secrets of the build as `id=value` lines, for `RUN --mount=type=secret,id=…`: they are in no layer and no log.',
  },
  secretFiles: {
    kind: labels,
    description: 'The same from files, as `id=path` lines.',
  },
  ssh: { kind: lines, description: 'SSH agents or keys for the build, for example `default`.' },
  labels: { kind: labels, description: 'More labels as `name=value` lines; they win over ours.' },
  annotations: {
    kind: lines,
    description: 'Annotations as `name=value` or `index:name=value` lines.',
  },
  cacheFrom: { kind: lines, description: 'Where to read a cache, for example `type=gha`.' },
  cacheTo: { kind: lines, description: 'Where to keep one, for example `type=gha,mode=max`.' },
  noCache: { kind: boolean, default: 'false', description: 'Build every step anew.' },
  pull: { kind: boolean, default: 'false', description: 'Look for newer base images.' },
  provenance: {
    kind: text,
    description: 'Provenance attestation, for example `mode=max` or `false`.',
  },
  sbom: { kind: text, description: 'SBOM attestation: `true`, or a generator.' },
  skipExisting: {
    kind: boolean,
    default: 'false',
    description:
      'Do not build again what the registry has of this commit (by tag, revision label and platforms): only announce it.',
  },
  verifyCompose: {
    kind: text,
    description:
      'A Compose file that mirrors production, for example with a real database beside the app: the built image must get healthy in it, or nothing is pushed and nothing announced.',
  },
  verifyCommand: {
    kind: text,
    description:
      'A shell command that must succeed inside the built image: in its service of `verify-compose`, or in a container of its own.',
  },
  verifyTimeout: {
    kind: duration,
    default: '2m',
    description: 'How long the check of the image may take.',
  },
} as const;

/** The token of the job, which the manifest sets. */
export const jobTokenInputs = {
  jobToken: {
    kind: text,
    secret: true,
    hidden: true,
    default: '${{ github.token }}',
    description: 'Logs in to ghcr.io where nothing else does.',
  },
} as const;

type BuildInputs = Inputs<typeof buildInputs>;

/** One source of builds. */
export function oneBuildSource(inputs: BuildInputs): string | undefined {
  const { image, bakeFile, composeFile, targets, file, target } = inputs;
  if (bakeFile !== undefined && composeFile !== undefined)
    return '`bake-file` and `compose-file` exclude each other';
  const baked = bakeFile ?? composeFile;
  if (baked === undefined && image === undefined)
    return '`image` is needed, or `bake-file`, or `compose-file`';
  if (baked === undefined && targets !== undefined)
    return '`targets` needs `bake-file` or `compose-file`; the stage of a Dockerfile is `target`';
  return baked !== undefined && (file !== undefined || target !== undefined)
    ? '`file` and `target` belong to a single Dockerfile: the file that you bake names its own'
    : undefined;
}

/** The tags are ours to make. */
export function bareImage({ image }: BuildInputs): string | undefined {
  return image?.tag !== undefined || image?.digest !== undefined
    ? '`image` must have no tag and no digest: build-and-dispatch makes the tag'
    : undefined;
}
