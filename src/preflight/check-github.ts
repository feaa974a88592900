import { DeployKitError } from '../errors/index.js';
import type { EnvironmentSubject, SettingSubject, WorkflowSubject } from './plan/check.js';
import { fail, pass, skip, type CheckOutcome } from './plan/outcome.js';
import type { GitHubSettings } from '../github/github-settings.js';
import type { CheckContext } from './check-ports.js';

/** Whether a secret or variable is there; its value is never asked for. */
export function settingOutcome(
  subject: SettingSubject,
  context: CheckContext,
  settings: GitHubSettings | undefined,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const { kind, name, environment } = subject;
  const repository = subject.repository ?? context.repository;
  const holder =
    environment === undefined ? repository : `${repository}, environment ${environment}`;
  return mayLook(settings, settingPermission(subject), async (github) => {
    const isThere =
      kind === 'secret'
        ? await github.hasSecret(repository, name, environment, signal)
        : await github.hasVariable(repository, name, environment, signal);
    if (isThere) return pass(`${holder} has it`);
    const where = environment === undefined ? '' : ` --env ${environment}`;
    return fail(
      `${holder} has no ${kind} ${name}`,
      `Create it: \`gh ${kind} set ${name} --repo ${repository}${where}\``,
    );
  });
}

// https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
function settingPermission({ kind, environment }: SettingSubject): string {
  if (environment !== undefined) return 'Environments: read';
  return kind === 'secret' ? 'Secrets: read' : 'Variables: read';
}

/** Whether an environment is there, with reviewers where they are wanted. */
export function environmentOutcome(
  subject: EnvironmentSubject,
  context: CheckContext,
  settings: GitHubSettings | undefined,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const { name, reviewers } = subject;
  const repository = subject.repository ?? context.repository;
  const path = `repos/${repository}/environments/${encodeURIComponent(name)}`;
  return mayLook(settings, 'Actions: read', async (github) => {
    const found = await github.environment(repository, name, signal);
    if (found === undefined)
      return fail(
        `${repository} has no environment ${name}; a job that names it would make one without any protection`,
        `Create it: \`gh api --method PUT ${path}\`, or under Settings → Environments.`,
      );
    const who = found.reviewers.join(', ');
    if (reviewers && who === '')
      return fail(
        `nobody must approve the jobs of the environment ${name}`,
        `Settings → Environments → ${name} → Required reviewers.`,
      );
    return pass(who === '' ? 'exists' : `exists; its jobs wait for ${who}`);
  });
}

/** Whether a workflow is there and enabled. */
export function workflowOutcome(
  { file, repository: other }: WorkflowSubject,
  context: CheckContext,
  settings: GitHubSettings | undefined,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const repository = other ?? context.repository;
  return mayLook(settings, 'Actions: read', async (github) => {
    const state = await github.workflowState(repository, file, signal);
    if (state === undefined)
      return fail(
        `${repository} has no workflow ${file}`,
        `Put \`.github/workflows/${file}\` on its default branch, or correct the name: \`gh workflow list --all --repo ${repository}\``,
      );
    return state === 'active'
      ? pass('is enabled')
      : fail(
          `the workflow is not enabled (${state})`,
          `\`gh workflow enable ${file} --repo ${repository}\``,
        );
  });
}

/** What a token may not look at is not judged. */
async function mayLook(
  settings: GitHubSettings | undefined,
  permission: string,
  look: (settings: GitHubSettings) => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  if (settings === undefined)
    return skip(
      '`github-token` is empty: the secret that it names was never created, or is not visible to this job',
      'Create that secret under Settings → Secrets and variables → Actions.',
    );
  try {
    return await look(settings);
  } catch (error) {
    if (!(error instanceof DeployKitError) || error.entry !== 'github-token-lacks-permission')
      throw error;
    return skip(
      error.why,
      permission === 'Actions: read'
        ? error.fix
        : `No \`permissions:\` opens this to the job's own token. Give \`github-token\` a fine-grained token or an App's with the repository permission "${permission}".`,
    );
  }
}
