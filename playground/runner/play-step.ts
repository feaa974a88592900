import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readActionManifest, type ActionManifest } from './action-manifest.js';
import { checkOut } from './check-out.js';
import { asText, evaluate, evaluateTemplate, evaluateTexts, isTrue } from './deferred.js';
import { FileCommands } from './file-commands.js';
import type { JobState } from './job-state.js';
import type { Conclusion } from './run-request.js';
import { runStepProcess } from './step-process.js';
import { uploadArtifact } from './upload-artifact.js';
import type { WorkflowStep } from './workflow.js';

export interface StepOutcome {
  readonly name: string;
  readonly conclusion: Conclusion;
  /** Runs the action's `post`, where it has one and its condition holds. */
  readonly post: (() => Promise<Conclusion | undefined>) | undefined;
}

/** Plays one step whose condition holds. */
export async function playStep(
  step: WorkflowStep,
  name: string,
  number: string,
  job: JobState,
): Promise<StepOutcome> {
  job.log.write(`##[group]Run ${step.uses ?? name}`);
  job.log.write('##[endgroup]');
  const files = new FileCommands(job.temp, `step-${number}`);
  let post: StepOutcome['post'];
  let failed: boolean;
  try {
    if (step.uses === undefined) failed = !(await runScript(step, files, number, job));
    else if (step.uses.startsWith('actions/checkout@')) {
      await checkOut(evaluateTexts(step.inputs, job.scope()), job);
      failed = false;
    } else if (step.uses.startsWith('actions/upload-artifact@')) {
      uploadArtifact(evaluateTexts(step.inputs, job.scope()), job);
      failed = false;
    } else {
      const manifest = readActionManifest(actionFolder(step.uses, job));
      failed = !(await runNode(manifest.main, manifest, step, files, {}, job));
      if (manifest.post !== undefined)
        post = postOf(manifest, manifest.post, step, number, files, job);
    }
    takeOver(step, files, job);
  } catch (error) {
    failed = true;
    job.log.write(`##[error]${error instanceof Error ? error.message : String(error)}`);
  }
  const outcome: Conclusion = !failed ? 'success' : job.signal.aborted ? 'cancelled' : 'failure';
  const forgiven = outcome === 'failure' && evaluate(step.continueOnError, job.scope()) === true;
  const conclusion = forgiven ? 'success' : outcome;
  job.steps[step.id] = { ...(job.steps[step.id] as object), outcome, conclusion };
  if (conclusion === 'failure' && job.status === 'success') job.status = 'failure';
  if (conclusion === 'cancelled') job.status = 'cancelled';
  return { name, conclusion, post };
}

function actionFolder(uses: string, { request, workspace }: JobState): string {
  if (uses.startsWith('./')) return join(workspace, uses);
  const [path = '', version] = uses.split('@');
  const [owner = '', repository = '', ...below] = path.split('/');
  const root = request.actions[`${owner}/${repository}`];
  if (root === undefined || version === undefined)
    throw new Error(`The playground does not have the action ${uses}`);
  return join(root, ...below);
}

async function runScript(
  step: WorkflowStep,
  files: FileCommands,
  number: string,
  job: JobState,
): Promise<boolean> {
  const script = asText(evaluate(step.run, job.scope()));
  const file = join(job.temp, `script-${number}.sh`);
  writeFileSync(file, script, { mode: 0o700 });
  // https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
  const shells: Readonly<Record<string, readonly string[]>> = {
    default: ['bash', '-e', file],
    bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file],
    sh: ['sh', '-e', file],
  };
  const command = shells[step.shell ?? 'default'];
  if (command === undefined)
    throw new Error(`The playground does not support the shell ${step.shell ?? ''}`);
  const [program = '', ...args] = command;
  const folder = asText(evaluate(step.workingDirectory, job.scope()));
  return runProcess(program, args, join(job.workspace, folder), step, files, {}, job);
}

async function runNode(
  main: string,
  manifest: ActionManifest,
  step: WorkflowStep,
  files: FileCommands,
  state: Readonly<Record<string, string>>,
  job: JobState,
): Promise<boolean> {
  const given = evaluateTexts(step.inputs, job.scope());
  const inputs = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, text] of manifest.defaults)
    if (!inputs.has(name) && text !== undefined)
      inputs.set(name, evaluateTemplate(text, job.scope()));
  for (const name of inputs.keys())
    if (!manifest.defaults.has(name)) job.log.write(`##[warning]Unexpected input(s) '${name}'`);
  const env = Object.fromEntries(
    [...manifest.defaults.keys(), ...inputs.keys()].map((name) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs.get(name) ?? '',
    ]),
  );
  return runProcess(
    job.node,
    [main],
    job.workspace,
    step,
    files,
    { ...env, ...state, GITHUB_ACTION_PATH: manifest.folder },
    job,
  );
}

async function runProcess(
  file: string,
  args: readonly string[],
  cwd: string,
  step: WorkflowStep,
  files: FileCommands,
  more: Readonly<Record<string, string>>,
  job: JobState,
): Promise<boolean> {
  const code = await runStepProcess({
    file,
    args,
    cwd,
    env: {
      ...stepEnvironment(job),
      ...evaluateTexts(step.env, job.scope()),
      ...files.env,
      ...more,
    },
    onLine: (line) => {
      job.log.take(line);
    },
    onStart: (pid) => {
      job.request.hooks.processStarted(step.uses ?? 'run', pid);
    },
    // A cancellation that has done its work must not end what runs afterwards: always(), `post`.
    signal: job.signal.aborted ? new AbortController().signal : job.signal,
  });
  if (code !== 0) job.log.write(`##[error]Process completed with exit code ${code}.`);
  return code === 0;
}

// https://docs.github.com/actions/reference/workflows-and-actions/variables
function stepEnvironment({
  request,
  workspace,
  temp,
  env,
  path,
}: JobState): Record<string, string> {
  const machinePath = request.env.PATH ?? process.env.PATH ?? '';
  return {
    HOME: process.env.HOME ?? '/root',
    ...request.env,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: request.event.name,
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_REPOSITORY: request.repository,
    GITHUB_REPOSITORY_OWNER: request.repository.split('/')[0] ?? '',
    GITHUB_REF: request.ref,
    GITHUB_REF_NAME: request.ref.replace(/^refs\/(heads|tags)\//, ''),
    GITHUB_REF_TYPE: request.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    GITHUB_SHA: request.sha,
    GITHUB_ACTOR: request.actor,
    GITHUB_WORKFLOW_REF: `${request.repository}/${request.workflowPath}@${request.ref}`,
    GITHUB_RUN_ID: String(request.runId),
    GITHUB_RUN_NUMBER: String(request.runNumber),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: request.serverUrl,
    GITHUB_API_URL: request.apiUrl,
    GITHUB_GRAPHQL_URL: `${request.apiUrl}/graphql`,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    RUNNER_ENVIRONMENT: 'self-hosted',
    ...env,
    PATH: [...[...path].reverse(), machinePath].join(':'),
  };
}

// What a step left for those after it.
function takeOver(step: WorkflowStep, files: FileCommands, job: JobState): void {
  job.steps[step.id] = { outputs: Object.fromEntries(files.pairs('OUTPUT')) };
  for (const [name, value] of files.pairs('ENV')) job.env[name] = value;
  job.path.push(...files.path());
  const summary = files.summary();
  if (summary !== '') job.summaries.push(summary);
}

function postOf(
  manifest: ActionManifest,
  file: string,
  step: WorkflowStep,
  number: string,
  mainFiles: FileCommands,
  job: JobState,
): () => Promise<Conclusion | undefined> {
  return async () => {
    if (!isTrue(manifest.postIf, job.scope())) return undefined;
    job.log.write(`##[group]Post ${step.uses ?? ''}`);
    job.log.write('##[endgroup]');
    const state = Object.fromEntries(
      [...mainFiles.pairs('STATE')].map(([name, value]) => [`STATE_${name}`, value]),
    );
    const files = new FileCommands(job.temp, `post-${number}`);
    // Inputs and their defaults are evaluated again: `${{ job.status }}` now says how the job went.
    const succeeded = await runNode(file, manifest, step, files, state, job);
    const summary = files.summary();
    if (summary !== '') job.summaries.push(summary);
    if (!succeeded && job.status === 'success') job.status = 'failure';
    return succeeded ? 'success' : 'failure';
  };
}
