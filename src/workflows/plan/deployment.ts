import type { ImageUse } from './deploy-tools.js';
import type { Step } from './model.js';

/** A step that changes what is live. */
export interface Deployment {
  readonly step: Step;
  /** What does it, for messages: `kubectl`, `appleboy/ssh-action`. */
  readonly tool: string;
  /** `site`: static files, which their host switches at once. */
  readonly kind: 'server' | 'site';
  readonly image: ImageUse;
  readonly images: readonly string[];
  /** Where it goes, as far as that is written: host and folder. Equal texts are equal places. */
  readonly place: string | undefined;
}

/** What a step was found to do. */
export type FoundDeployment = Omit<Deployment, 'step'>;

/** A deployment to a server that names no image. */
export const serverDeployment = {
  kind: 'server',
  image: 'none',
  images: [],
  place: undefined,
} as const;
