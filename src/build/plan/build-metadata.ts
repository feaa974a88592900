import * as v from 'valibot';
import { failure } from '../../errors/index.js';
import type { BuildSource } from './build-plan.js';

const built = v.object({
  'containerimage.digest': v.string(),
  'containerimage.config.digest': v.optional(v.string()),
});

/** What buildx says that it made of a target. */
export interface BuiltImage {
  /** Of the manifest or index; of the configuration where an old engine keeps the image itself. */
  readonly digest: string;
  /** Of the configuration, where there is one (an image for one platform). */
  readonly configDigest: string | undefined;
}

/**
 * Reads buildx's metadata file: an object for a build, one a target for a bake.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 * @throws {DeployKitError} `image-build-failed` when a digest is missing
 */
export function parseMetadata(
  text: string,
  kind: BuildSource['kind'],
  names: readonly string[],
): ReadonlyMap<string, BuiltImage> {
  const content = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return new Map(
    names.map((name) => {
      const result = v.safeParse(built, kind === 'bake' ? content[name] : content);
      if (!result.success)
        throw failure('image-build-failed', {
          status: 0,
          message: `its metadata holds no digest of ${name}`,
          command: 'docker buildx version',
        });
      return [
        name,
        {
          digest: result.output['containerimage.digest'],
          configDigest: result.output['containerimage.config.digest'],
        },
      ];
    }),
  );
}

/**
 * Whether two builds made the same image.
 * @returns `undefined` when their metadata cannot tell
 */
export function sameImage(checked: BuiltImage, pushed: BuiltImage): boolean | undefined {
  const ids = [checked.digest, checked.configDigest];
  if (ids.includes(pushed.digest)) return true;
  if (pushed.configDigest === undefined) return undefined;
  if (ids.includes(pushed.configDigest)) return true;
  return checked.configDigest === undefined ? undefined : false;
}
