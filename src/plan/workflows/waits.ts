import { actionOf } from './image-builds.js';
import type { Job } from './model.js';
import { effective } from './shell-commands.js';

/** Actions that wait until an image, a check or another workflow is there. */
const waiting =
  /^(?:wait-for-image|deploy-kit)$|wait-on-check|wait-for-check|wait-for-workflow|wait-other-jobs|workflow-run-wait|wait-for-status|wait-for-it|wait-for-action|github-checks-wait|wait-for-docker|wait-for-image|wait-for-run/;

/** Commands that look at a registry or a run, and words that make them wait. */
const looks =
  /\bgh\s+run\s+watch\b|\b(?:docker\s+(?:buildx\s+imagetools|manifest)\s+inspect|docker\s+(?:image\s+)?pull|skopeo\s+inspect|crane\s+(?:digest|manifest)|gh\s+(?:run|api|pr\s+checks)|curl)\b/;
const patiently = /\b(?:until|while|for|sleep|--watch|--retry|watch)\b/;

/** Whether a job waits for something that another workflow makes. */
export function waitsForOthers(job: Job): boolean {
  return job.steps.some((step) => {
    if (waiting.test(actionOf(step))) return true;
    if (step.run === undefined) return false;
    const script = effective(step.run.text);
    return looks.test(script) && patiently.test(script) && waitsForBuild.test(script);
  });
}

const waitsForBuild =
  /\bgh\s+run\s+watch\b|\b(?:until|while)\b[^\n]*(?:manifest|imagetools|pull|skopeo|crane)|\bfor\b[^]*?(?:manifest\s+inspect|imagetools\s+inspect|docker\s+(?:image\s+)?pull|skopeo|crane)[^]*?\bsleep\b|\bsleep\b[^]*?(?:manifest|imagetools|conclusion|status)|conclusion[^]*?\bsleep\b|--watch\b/;
