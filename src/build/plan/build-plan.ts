import type { ImageReference } from '../../image/image-reference.js';

/** Where builds are defined. */
export type BuildSource =
  | {
      readonly kind: 'dockerfile';
      readonly context: string;
      readonly file: string | undefined;
      readonly target: string | undefined;
    }
  | {
      /** A bake file, or a Compose file, which bake reads as well. */
      readonly kind: 'bake';
      /** Where its relative paths begin. */
      readonly folder: string;
      /** Its name in that folder. */
      readonly file: string;
      /** Empty: the default ones. */
      readonly targets: readonly string[];
    };

/** One image of a build. */
export interface BuildTarget {
  /** Its name in the bake file; `image` for a Dockerfile. */
  readonly name: string;
  /** Registry and repository. */
  readonly image: ImageReference;
}

/** At least one. */
export type BuildTargets = readonly [BuildTarget, ...BuildTarget[]];

/** A secret of the build: in a variable of the environment, or in a file. */
export interface BuildSecret {
  readonly id: string;
  readonly from: { readonly variable: string } | { readonly file: string };
}

/** What holds for every image of a build. */
export interface BuildOptions {
  /** Empty: the builder's own. */
  readonly platforms: readonly string[];
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: readonly string[];
  readonly secrets: readonly BuildSecret[];
  readonly ssh: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly noCache: boolean;
  readonly pull: boolean;
  readonly provenance: string | undefined;
  readonly sbom: string | undefined;
}

/** The tags of each target, in full: `ghcr.io/acme/api:sha-1a2b3c4d5e6f`. */
export type TargetTags = ReadonlyMap<string, readonly string[]>;

/** Whether the images go to their registries or to the engine of this machine. */
export type Destination = 'push' | 'load';
