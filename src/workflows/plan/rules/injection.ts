import { Binary, FunctionCall, Grouping, Logical, Unary } from '@actions/expressions/ast';
import type { Expr } from '@actions/expressions';
import { reportOf, type Chain } from '../chain.js';
import { expressionsIn, parseExpression, pathOf } from '../expression-text.js';
import { actionOf } from '../image-builds.js';
import { envOf, type StepEnv } from '../known-values.js';
import type { WorkflowStep } from '../model.js';
import type { WorkflowReport } from '../report.js';
import { positionIn } from '../source.js';
import type { SourceScalar } from '../../workflow-reader.js';

/**
 * What others than those who may push can write, and payloads.
 * Source: https://docs.github.com/actions/concepts/security/script-injections
 */
const untrusted =
  /^github\.(?:head_ref|event|event\.(?:issue|pull_request|comment|review|discussion|head_commit|commits|workflow_run|release)|event\.(?:issue|pull_request|discussion|milestone)\.(?:title|body)|event\.(?:comment|review|review_comment)\.body|event\.pages\..*\.page_name|event\.(?:head_commit|commits\..*|workflow_run\.head_commit)\.(?:message|author\.(?:email|name))|event\.pull_request\.head\.(?:ref|label|repo\.default_branch)|event\.workflow_run\.(?:head_branch|display_title|head_repository\.description|pull_requests\..*\.head\.ref)|event\.client_payload(?:\..*)?|event\.release\.(?:name|body)|event\.ref_name)$/;

/** Functions whose result is no text of theirs. */
const harmless = [
  'contains',
  'startswith',
  'endswith',
  'hashfiles',
  'always',
  'success',
  'failure',
  'cancelled',
];

/** Values of an event that become part of a script. */
export function scriptInjection({ workflows }: Chain): readonly WorkflowReport[] {
  const seen = new Set<string>();
  return workflows
    .flatMap((workflow) =>
      workflow.jobs.flatMap((job) =>
        job.steps.flatMap((step) => {
          const env = envOf(workflow, job, step);
          return scriptsOf(step).flatMap((script) => injections(step, script, env));
        }),
      ),
    )
    .filter(({ place: { file, line, column } }) => {
      const key = `${file}:${line}:${column}`;
      return !seen.has(key) && seen.add(key).has(key);
    });
}

function scriptsOf(step: WorkflowStep): readonly SourceScalar[] {
  const inputs = /github-script$|ssh/.test(actionOf(step)) ? [step.inputs.get('script')] : [];
  return [step.run, ...inputs].flatMap((script) => script ?? []);
}

function injections(
  step: WorkflowStep,
  script: SourceScalar,
  env: StepEnv,
): readonly WorkflowReport[] {
  return expressionsIn(script.text).flatMap(({ text, offset }) => {
    const expression = parseExpression(text);
    const path = expression === undefined ? undefined : injected(expression, env);
    if (path === undefined) return [];
    const name = variableFor(path);
    const remote = step.run === undefined && actionOf(step).includes('ssh');
    return [
      reportOf(
        'script-injection',
        step.file,
        positionIn(script, offset),
        `\`\${{ ${text.replace(/\s+/g, ' ')} }}\` becomes part of the script before a shell reads it: who can write \`${path}\` runs commands here.`,
        [
          'In the step:',
          '  env:',
          `    ${name}: \${{ ${text.replace(/\s+/g, ' ')} }}`,
          ...(remote ? ['  with:', `    envs: ${name}`] : []),
          step.run === undefined && !remote
            ? `and in the script process.env.${name}`
            : `and in the script "$${name}"`,
        ].join('\n'),
      ),
    ];
  });
}

/** The path of an untrusted value that becomes part of the result, by itself or in a variable of `env`. */
function injected(expression: Expr, env: StepEnv): string | undefined {
  if (expression instanceof Grouping) return injected(expression.group, env);
  if (expression instanceof Unary || expression instanceof Binary) return undefined;
  if (expression instanceof Logical) {
    // The left side of `&&` only decides.
    const sides = expression.operator.lexeme === '&&' ? expression.args.slice(-1) : expression.args;
    return first(sides, env);
  }
  if (expression instanceof FunctionCall)
    return harmless.includes(expression.functionName.lexeme.toLowerCase())
      ? undefined
      : first(expression.args, env);
  const path = pathOf(expression);
  if (path === undefined) return undefined;
  return untrusted.test(path) ? path : inVariable(path, env);
}

function inVariable(path: string, env: StepEnv): string | undefined {
  const value = /^env\.([\w-]+)$/.exec(path)?.[1];
  const text = value === undefined ? undefined : env.get(value);
  // A variable of a variable is nobody's: what is in `env` is not looked up again.
  return text === undefined
    ? undefined
    : first(
        expressionsIn(text).flatMap((found) => parseExpression(found.text) ?? []),
        new Map(),
      );
}

function first(expressions: readonly Expr[], env: StepEnv): string | undefined {
  return expressions.map((each) => injected(each, env)).find((path) => path !== undefined);
}

function variableFor(path: string): string {
  const last =
    path
      .split('.')
      .filter((part) => part !== '*')
      .at(-1) ?? 'value';
  return last.toUpperCase().replace(/\W/g, '_');
}
