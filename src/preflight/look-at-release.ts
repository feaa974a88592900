import { releasedImages } from '../deploy/released-images.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import type { PinnedImage } from '../image/pinned-image.js';
import type { Rows } from './rows.js';
import type { Registry } from '../registry/registry.js';
import { skipped } from '../local/plan/finding.js';

/** The images of a release, and what people call it. */
export interface ReleasedImages {
  readonly images: readonly PinnedImage[];
  readonly version: string;
}

/** @param isKnown whether anybody has said which release it is */
export async function lookAtRelease(
  request: DeployRequest,
  isKnown: boolean,
  registry: Registry,
  rows: Rows,
): Promise<ReleasedImages | undefined> {
  const check = 'release';
  if (!isKnown) {
    rows.add(skipped(check, 'the event carries none, and `images` is not set'));
    return undefined;
  }
  const found = await rows.attempt(
    check,
    () => releasedImages(request, registry),
    ({ images, version }) => `${version}: ${images.map(({ name }) => name).join(', ')}`,
  );
  return found?.value;
}
