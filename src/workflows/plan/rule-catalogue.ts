/** What a rule is about; the names are permanent, since comments and settings use them. */
export interface WorkflowRule {
  readonly verdict: 'warn' | 'fail';
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What mends it. */
  readonly fix: string;
}

/** The rules of the workflow check. */
export const ruleCatalogue = {
  race: {
    verdict: 'fail',
    title: 'One push starts the build of an image and its deploy, and nothing orders them',
    why: 'The deploy starts before the image exists: it deploys the image before it, or fails. Whether it does depends on which of the two is faster.',
    fix: 'Let the build start the deploy: by `needs` in one workflow, by `workflow_run`, or by an event that is sent when the image is there. Or wait for the image in the deploy.',
  },
  'event-unheard': {
    verdict: 'fail',
    title: 'An event is sent that no workflow listens to',
    why: 'GitHub accepts a `repository_dispatch` of any type, so that the step succeeds and nothing starts. A `workflow_dispatch` to a workflow that has no such trigger is refused.',
    fix: 'Send the type that is listened to, or add the trigger to the workflow that is meant.',
  },
  'event-unsent': {
    verdict: 'warn',
    title: 'A workflow waits for an event that nobody sends',
    why: 'Workflows of this repository send events, but not of this type: the workflow never starts.',
    fix: 'Listen to the type that is sent. If another repository or a service sends it, say so in a suppression.',
  },
  'listener-off-default-branch': {
    verdict: 'warn',
    title: 'A workflow that listens to an event is not on the default branch',
    why: 'GitHub looks for the listeners of repository_dispatch, workflow_run, workflow_dispatch and schedule on the default branch alone.',
    fix: 'Merge the workflow into the default branch.',
  },
  'workflow-name-unknown': {
    verdict: 'fail',
    title: '`workflow_run` names a workflow that does not exist',
    why: "GitHub compares with each workflow's `name:`. A name that none has matches nothing, and nobody is told: the usual end of a rename.",
    fix: 'Write the name as it stands in the other workflow.',
  },
  'chain-too-deep': {
    verdict: 'fail',
    title: 'More than three workflows start each other by `workflow_run`',
    why: 'GitHub stops after three levels: the fourth never starts.',
    fix: 'Make jobs with `needs` of some of the workflows, or start one by an event.',
  },
  'branches-never-match': {
    verdict: 'fail',
    title: 'A filter that no branch or tag can pass',
    why: 'The workflow never starts by that trigger.',
    fix: 'Write the names that the branches or tags have.',
  },
  'conclusion-unread': {
    verdict: 'fail',
    title: 'Deploys or publishes after a workflow that may have failed',
    why: '`workflow_run` starts whatever the conclusion: also after a failed, cancelled or skipped run. So does a job with `if: always()` after the jobs that it needs.',
    fix: "Add `if: github.event.workflow_run.conclusion == 'success'` to the job, or `needs.<job>.result == 'success'` to its condition.",
  },
  'silent-skip': {
    verdict: 'warn',
    title: 'A condition that skips a phase, and nothing says so',
    why: 'A skipped run looks like one that had nothing to do. The next phase starts on its end, or never.',
    fix: 'Add a job that fails when the condition does not hold, or mend the condition.',
  },
  'token-starts-nothing': {
    verdict: 'fail',
    title: "What the job's own token does starts no workflow",
    why: 'Tags and releases made with GITHUB_TOKEN start nothing, and a run that it dispatched fires no `workflow_run`.',
    fix: 'Use a token of a GitHub App or a personal one, or start the next workflow by an event.',
  },
  loop: {
    verdict: 'fail',
    title: 'Workflows that start each other for ever',
    why: 'Each run starts the next one, until somebody disables a workflow.',
    fix: 'Take one of the triggers out, or send the event under a condition that ends.',
  },
  'deploy-without-concurrency': {
    verdict: 'warn',
    title: 'A deploy without `concurrency`',
    why: 'Two pushes deploy at the same time, and the older one may win. A group of one run, commit or tag keeps nothing apart.',
    fix: 'Add a `concurrency` group to the job, with `cancel-in-progress: false`.',
  },
  'deploy-cancelled-midway': {
    verdict: 'warn',
    title: 'A newer run cancels a deploy in the middle',
    why: 'What was half done stays, and what was to follow (migration, checks, clean-up) does not happen.',
    fix: 'Set `cancel-in-progress: false` for the group of the deploy.',
  },
  'concurrency-groups-differ': {
    verdict: 'warn',
    title: 'Deploys to the same place in different groups',
    why: 'Only jobs of one group wait for each other.',
    fix: 'Give both the same group.',
  },
  'permission-missing': {
    verdict: 'fail',
    title: 'A step needs a permission that its job does not have',
    why: 'What `permissions:` does not list is `none`: the step fails.',
    fix: 'Add the line to `permissions:`.',
  },
  'secret-undeclared': {
    verdict: 'fail',
    title: 'A reusable workflow does not get a secret',
    why: 'A called workflow sees only the secrets that it declares and its caller hands on; any other is empty, without an error.',
    fix: 'Declare the secret under `workflow_call`, and hand it on, or use `secrets: inherit`.',
  },
  'environment-missing': {
    verdict: 'warn',
    title: 'A deploy to production without `environment:`',
    why: 'No reviewers, no secrets of its own, no record of what was deployed when.',
    fix: 'Add `environment: production` to the job.',
  },
  'script-injection': {
    verdict: 'fail',
    title: "An event's value becomes part of a script",
    why: 'GitHub puts the value into the script before a shell reads it: who can write a title, a branch name or a payload runs commands with the secrets of the job.',
    fix: 'Hand the value over by `env:`, and use it as "$NAME".',
  },
  'moving-action': {
    verdict: 'warn',
    title: 'An action is addressed by a branch',
    why: 'What runs with your secrets changes with each push there.',
    fix: 'Name a release, or better a commit.',
  },
  'runtime-deprecated': {
    verdict: 'warn',
    title: 'What GitHub has taken away, or is about to',
    why: 'Node 12, 16 and 20 are gone from the runners, and the actions that declare them are forced onto Node 24 or fail; commands such as `::set-output` go, too.',
    fix: 'Use the version that is named.',
  },
  syntax: {
    verdict: 'fail',
    title: 'GitHub refuses the file',
    why: 'A workflow that is not valid starts by nothing.',
    fix: 'Mend what the parser names.',
  },
  suppression: {
    verdict: 'warn',
    title: 'A suppression without a reason, or without effect',
    why: 'A reason is for the next reader; a suppression that suppresses nothing hides the next mistake.',
    fix: 'Write `# deploy-kit: allow <rule> because <reason>`, or take the comment out.',
  },
} as const satisfies Readonly<Record<string, WorkflowRule>>;

export type RuleName = keyof typeof ruleCatalogue;

/** The names of all rules. */
export const ruleNames = Object.keys(ruleCatalogue) as readonly RuleName[];
