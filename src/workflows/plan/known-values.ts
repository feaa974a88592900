import type { SourceScalar } from '../workflow-reader.js';
import type { Job, WorkflowStep, Workflow } from './model.js';
import { expressionsIn } from './expression-text.js';

/** What is known of the values in a step: the environment that the workflow, the job and the step give it. */
export type StepEnv = ReadonlyMap<string, string>;

/** The environment of a step, by names in lower case; the nearest wins. */
export function envOf(workflow: Workflow, job: Job, step: WorkflowStep): StepEnv {
  const all = [...workflow.env, ...job.env, ...step.env];
  return new Map(all.map(([name, { text }]) => [name, text]));
}

/**
 * A text with the variables put in that are known: `${{ env.IMAGE }}`, and `$IMAGE` where it is a script. Other
 * expressions keep their places, written in one way, so that equal ones are equal texts.
 */
export function resolve(text: string, env: StepEnv, script = false): string {
  const once = (value: string): string => {
    const filled = replaceExpressions(value, (expression) => {
      const name = /^env\.([\w-]+)$/i.exec(expression)?.[1]?.toLowerCase();
      return (name === undefined ? undefined : short(env.get(name))) ?? canonical(expression);
    });
    return script
      ? filled.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
          return short(env.get((braced ?? bare ?? '').toLowerCase())) ?? whole;
        })
      : filled;
  };
  // A variable may hold another one; more than two levels are nobody's.
  return text.length > longestText ? text : once(once(text).slice(0, longestText));
}

/** Longer texts and values are whole files; nothing of them is compared. */
const longestText = 100_000;
const longestValue = 300;

function short(value: string | undefined): string | undefined {
  return value !== undefined && value.length <= longestValue ? value : undefined;
}

/** Whether nothing in the text depends on the run. */
export function isLiteral(text: string): boolean {
  return !text.includes('${{') && !/\$[({\w]/.test(text);
}

/** Whose token it is: the job's own, somebody else's, or unknown. */
export type TokenOwner = 'job' | 'other' | 'unknown';

/** Whose token a text names. */
export function tokenOwner(text: string | undefined): TokenOwner {
  if (text === undefined || text === '') return 'unknown';
  return /^\$\{\{\s*(?:github\.token|secrets\.github_token)\s*\}\}$/i.test(text.trim())
    ? 'job'
    : 'other';
}

/** The token of GitHub's command line in a step: `GH_TOKEN` before `GITHUB_TOKEN`. */
export function commandLineToken(env: StepEnv): TokenOwner {
  return tokenOwner(env.get('gh_token') ?? env.get('github_token'));
}

/** A text with each of its expressions replaced. */
export function replaceExpressions(text: string, replace: (expression: string) => string): string {
  let from = 0;
  let result = '';
  for (const { text: expression, offset, end } of expressionsIn(text)) {
    result += text.slice(from, offset) + replace(expression);
    from = end;
  }
  return result + text.slice(from);
}

/** The text of an input; `undefined` when it is not given. */
export function inputOf(
  inputs: ReadonlyMap<string, SourceScalar>,
  ...names: readonly string[]
): SourceScalar | undefined {
  for (const name of names) {
    const value = inputs.get(name);
    if (value !== undefined && value.text !== '') return value;
  }
  return undefined;
}

function canonical(expression: string): string {
  return `\${{ ${expression.replace(/\s+/g, ' ')} }}`;
}
