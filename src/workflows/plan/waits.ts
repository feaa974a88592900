import { actionOf } from './image-builds.js';
import type { Job } from './model.js';
import { effective } from './shell-commands.js';

/** Actions that wait until an image, a check or another workflow is there. */
const waiting =
  /^(?:wait-for-image|deploy-kit)$|wait-on-check|wait-for-check|wait-for-workflow|wait-other-jobs|workflow-run-wait|wait-for-status|wait-for-it|wait-for-action|github-checks-wait|wait-for-docker|wait-for-image|wait-for-run/;

/** Actions that repeat a command until it succeeds. */
const retrying = /(?:^|\/)(?:retry|retry-step|retry-action|action-retry)$/;

/** Commands that look at a registry or a run, and words that make them wait. */
const looks =
  /\bdocker\s+(?:buildx\s+imagetools|manifest)\s+inspect\b|\bdocker\s+(?:image\s+)?pull\b|\bcompose\b[^\n;&|]*\spull\b|\bskopeo\s+inspect\b|\b(?:crane|regctl)\s+(?:digest|manifest|ls|image)\b|\bgh\s+(?:run|api|pr\s+checks)\b|\baz\s+acr\s+repository\b|\baws\s+ecr\s+(?:describe|wait)|\bgcloud\s+artifacts\b|\/v2\/\S+\/manifests\//;
const loops = /\b(?:until|while|for)\b/;
const waitsItself = /\bgh\s+run\s+watch\b|\bgh\s+pr\s+checks\b[^\n]*--watch\b|\baws\s+ecr\s+wait\b/;

/** Whether a job waits for something that another workflow makes, on its runner or on a server. */
export function waitsForOthers(job: Job): boolean {
  return job.steps.some((step) => {
    if (waiting.test(actionOf(step))) return true;
    const repeats = retrying.test(actionOf(step));
    return [step.run, step.inputs.get('script'), step.inputs.get('command')].some((text) => {
      const script = effective(text?.text ?? '');
      if (waitsItself.test(script)) return true;
      return looks.test(script) && (repeats || (loops.test(script) && /\bsleep\b/.test(script)));
    });
  });
}
