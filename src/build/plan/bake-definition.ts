import * as v from 'valibot';
import { failure } from '../../errors/index.js';
import type { BuildOptions, BuildTargets, TargetTags } from './build-plan.js';
import { renderSecret } from './buildx-command.js';
import { parseImageReference, type ImageReference } from '../../image/image-reference.js';

const definition = v.object({
  group: v.optional(
    v.record(v.string(), v.object({ targets: v.nullish(v.array(v.string()), []) })),
    {},
  ),
  target: v.record(
    v.string(),
    v.object({
      tags: v.optional(v.array(v.string()), []),
      /** Texts; mappings in newer versions. */
      secret: v.optional(v.array(v.unknown()), []),
    }),
  ),
});

/** What a bake file says, as `docker buildx bake --print` shows it. */
export type BakeDefinition = v.InferOutput<typeof definition>;

/**
 * Reads it.
 * @throws {DeployKitError} `image-build-failed` when it is something else
 */
export function parseBakeDefinition(text: string, command: string): BakeDefinition {
  try {
    return v.parse(definition, JSON.parse(text));
  } catch (cause) {
    const message = `bake printed something else than its definition: ${String(cause)}`;
    throw failure('image-build-failed', { status: 0, message, command }, { cause });
  }
}

/**
 * The images that it builds: the repository of each target's first tag, or below `image` under the
 * target's name.
 * @throws {DeployKitError} `build-target-unnamed`, `build-nothing`
 */
export function bakeTargets(
  { group, target }: BakeDefinition,
  image: ImageReference | undefined,
): BuildTargets {
  // Bake prints the services of a Compose file in any order.
  const names = (group.default?.targets ?? Object.keys(target)).toSorted();
  const [first, ...others] = names.map((name) => {
    const [tag] = target[name]?.tags ?? [];
    const named = tag === undefined ? undefined : parseImageReference(tag);
    const below =
      image === undefined ? undefined : { ...image, repository: `${image.repository}/${name}` };
    const found = named ?? below;
    if (found === undefined) throw failure('build-target-unnamed', { target: name });
    return { name, image: { ...found, tag: undefined, digest: undefined } };
  });
  if (first === undefined) throw failure('build-nothing', {});
  return [first, ...others];
}

/**
 * The file that adds to a bake file what holds for its targets. Bake reads its texts as templates, so
 * `${` and `%{` are doubled.
 * Source: https://docs.docker.com/build/bake/overrides/
 */
export function bakeOverride(
  { target }: BakeDefinition,
  tags: TargetTags,
  options: BuildOptions,
): string {
  const { platforms, buildArgs, labels, annotations, secrets, ssh, cacheFrom, cacheTo } = options;
  const targets = [...tags].map(([name, ownTags]) => [
    name,
    {
      tags: ownTags,
      labels: Object.fromEntries(labels),
      args: Object.fromEntries(buildArgs),
      ...unlessEmpty('annotations', annotations),
      ...unlessEmpty('platforms', platforms),
      // Bake takes the last file's list whole.
      ...unlessEmpty('secret', [...(target[name]?.secret ?? []), ...secrets.map(renderSecret)]),
      ...unlessEmpty('ssh', ssh),
      ...unlessEmpty('cache-from', cacheFrom),
      ...unlessEmpty('cache-to', cacheTo),
    },
  ]);
  const content = { target: Object.fromEntries(targets) as object };
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/([$%])\{/g, '$1$1{') : value,
  );
}

function unlessEmpty(name: string, values: readonly unknown[]): Record<string, unknown> {
  return values.length === 0 ? {} : { [name]: values };
}
