import type { BuildOptions } from './plan/build-plan.js';
import type { ImageCheck } from './image-check.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { Registry } from '../registry/registry.js';
import type { BuilderLogin, BuilderPorts } from './build-images.js';
import type { Release } from '../release/release.js';

/** The images of one commit: what to build, and what to do with it. */
export interface BuildRequest {
  /** Without registry and repository; `sha-<12>` is the first. */
  readonly tags: readonly string[];
  readonly options: BuildOptions;
  readonly skipExisting: boolean;
  /** How the images are tried before they are pushed; `undefined`: not at all. */
  readonly check: ImageCheck | undefined;
  readonly login: BuilderLogin;
  /** The release without its images. */
  readonly origin: Release;
}

/** What is needed to build, check and confirm. */
export interface BuildPorts extends BuilderPorts {
  readonly registry: Registry;
  readonly clock: Clock;
  readonly reporter: Reporter;
}
