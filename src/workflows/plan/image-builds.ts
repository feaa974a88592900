import type { Job, WorkflowStep, Workflow } from './model.js';
import { effective } from './shell-commands.js';
import { expressionsIn } from './expression-text.js';
import { envOf, inputOf, isLiteral, resolve, type StepEnv } from './known-values.js';

/** A step that pushes an image. */
export interface ImageBuild {
  readonly step: WorkflowStep;
  /** The names of the images without tags, as far as they can be read. */
  readonly images: readonly string[];
  /** The text that says whether it pushes, where that depends on the run. */
  readonly when: string | undefined;
}

/** Actions that push the image which they build, with the input that says so, where they have one. */
const builders: Readonly<
  Record<string, { readonly push?: string; readonly names: readonly string[] }>
> = {
  'docker/build-push-action': { push: 'push', names: ['tags'] },
  'docker/bake-action': { push: 'push', names: [] },
  'depot/build-push-action': { push: 'push', names: ['tags'] },
  'depot/bake-action': { push: 'push', names: [] },
  'useblacksmith/build-push-action': { push: 'push', names: ['tags'] },
  'redhat-actions/push-to-registry': { names: ['image'] },
  'elgohr/publish-docker-github-action': { names: ['name'] },
  'mr-smithers-excellent/docker-build-push': { names: ['image'] },
  'macbre/push-to-ghcr': { names: ['image_name'] },
  'whoan/docker-build-with-cache-action': { names: ['image_name'] },
  'jerray/publish-docker-action': { names: ['repository'] },
  'ventayol/docker-build-push-action': { names: [] },
  'aevea/action-kaniko': { names: ['image'] },
  'int128/kaniko-action': { push: 'push', names: ['tags'] },
  'build-and-dispatch': { names: ['image'] },
};

/** Commands that push an image. */
const pushes =
  /\b(?:docker|podman|nerdctl|buildah)\s+(?:image\s+|manifest\s+)?push\b|\bdocker[ -]compose\b[^\n]*\bpush\b|\b(?:docker|buildx|depot)\s[^\n]*\bbuild(?:x\s+bake)?\b[^\n]*--push\b|\bbuildx\s+bake\b[^\n]*--push\b|\bbuildctl\b[^\n]*push=true|\bgcloud\s+builds\s+submit\b|\baz\s+acr\s+build\b|\b\/kaniko\/executor\b|\bko\s+(?:build|publish|resolve|apply)\b|\bpack\s+build\b[^\n]*--publish\b|\bjib:build\b|:jib\b|\bgradlew?\s[^\n]*\bjib\b|\bskaffold\s+build\b|\bmake\s+(?:\S+\s+)*(?:[\w-]*(?:docker|images?|container)[\w-]*(?:push|publish)|push-(?:docker|images?|container))/;

/** What of a job pushes images. */
export function imageBuildsOf(workflow: Workflow, job: Job): readonly ImageBuild[] {
  return job.steps.flatMap((step) => {
    const env = envOf(workflow, job, step);
    return [...builtByAction(step, job, env), ...builtByScript(step, env)];
  });
}

/** The owner and name of an action without its version, in lower case; deploy-kit's own by their names. */
export function actionOf(step: WorkflowStep): string {
  const text = step.uses?.text.split('@')[0]?.toLowerCase() ?? '';
  const own = /^[\w.-]+\/deploy-kit(?:\/([\w-]+))?$/.exec(text);
  return own === null ? text : (own[1] ?? 'deploy-kit');
}

/** `ghcr.io/acme/api:v1` gives `ghcr.io/acme/api`. */
export function untaggedName(reference: string): string {
  const bare = reference
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/@sha256:.*$/s, '');
  // A colon inside an expression is none of the reference's.
  let padded = bare;
  for (const { offset, end } of expressionsIn(bare))
    padded = padded.slice(0, offset) + 'x'.repeat(end - offset) + padded.slice(end);
  const colon = padded.lastIndexOf(':');
  return (colon > padded.lastIndexOf('/') ? bare.slice(0, colon) : bare).toLowerCase();
}

/** Whether two names may be of one image: what is not known may be anything. */
export function mayBeSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((left) =>
    b.some(
      (right) =>
        !isLiteral(left) ||
        !isLiteral(right) ||
        left === right ||
        left.endsWith(`/${right}`) ||
        right.endsWith(`/${left}`),
    ),
  );
}

function builtByAction(step: WorkflowStep, job: Job, env: StepEnv): readonly ImageBuild[] {
  const builder = builders[actionOf(step)];
  if (builder === undefined) return [];
  const push = builder.push === undefined ? 'true' : inputOf(step.inputs, builder.push)?.text;
  const toRegistry = /push=true|type=registry/.test(inputOf(step.inputs, 'outputs')?.text ?? '');
  if (!toRegistry && (push === undefined || push === 'false')) return [];
  const names = inputOf(step.inputs, ...builder.names)?.text;
  return [
    {
      step,
      images: names === undefined ? [] : namesIn(resolve(names, env), job, env),
      when: toRegistry || push === 'true' ? undefined : push,
    },
  ];
}

// The tags may come from docker/metadata-action of the same job.
function namesIn(text: string, job: Job, env: StepEnv): readonly string[] {
  const names = text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (names.some((name) => /^\$\{\{\s*steps\./.test(name))) {
    const metadata = job.steps.filter((step) => actionOf(step) === 'docker/metadata-action');
    return metadata.flatMap(({ inputs }) =>
      (inputs.get('images')?.text ?? '')
        .split(/[\n,]/)
        .map((line) => untaggedName(resolve(line.replace(/^\s*name=/, '').trim(), env)))
        .filter((name) => name !== ''),
    );
  }
  return names.map(untaggedName);
}

function builtByScript(step: WorkflowStep, env: StepEnv): readonly ImageBuild[] {
  if (step.run === undefined) return [];
  const script = resolve(effective(step.run.text).replace(/\\\r?\n/g, ' '), env, true);
  if (!pushes.test(script)) return [];
  const named = [...script.matchAll(/\b(?:docker|podman)\s+(?:image\s+)?push\s+([^\s;&|]+)/g)];
  const images = named
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('-'))
    .map(untaggedName);
  return [{ step, images, when: undefined }];
}
