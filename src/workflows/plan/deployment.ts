import type { ImageUse } from './deploy-tools.js';
import type { WorkflowStep } from './model.js';

/** A step that changes what is live. */
export interface DeployStep {
  readonly step: WorkflowStep;
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
export type FoundDeploy = Omit<DeployStep, 'step'>;

/** A deployment to a server that names no image. */
export const serverDeploy = {
  kind: 'server',
  image: 'none',
  images: [],
  place: undefined,
} as const;
