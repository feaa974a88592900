import type * as WorkflowParser from '@actions/workflow-parser';
import type { Deferred } from './deferred.js';
import { loadWorkflowParser } from './load-workflow-parser.js';

/** A workflow as GitHub's parser reads it, with its expressions not evaluated yet. */
export interface Workflow {
  readonly path: string;
  readonly name: string;
  readonly runName: Deferred | undefined;
  readonly events: Readonly<Record<string, unknown>>;
  readonly permissions: Deferred | undefined;
  readonly env: Deferred | undefined;
  readonly concurrency: Deferred | undefined;
  readonly jobs: readonly WorkflowJob[];
}

export interface WorkflowJob {
  readonly id: string;
  readonly name: Deferred | undefined;
  readonly needs: readonly string[];
  /** With the implicit `success()`. */
  readonly condition: string;
  readonly permissions: Deferred | undefined;
  readonly environment: Deferred | undefined;
  readonly concurrency: Deferred | undefined;
  readonly env: Deferred | undefined;
  readonly outputs: Deferred | undefined;
  readonly timeoutMinutes: Deferred | undefined;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly id: string;
  readonly name: Deferred | undefined;
  readonly condition: string;
  readonly uses: string | undefined;
  readonly inputs: Deferred | undefined;
  readonly run: Deferred | undefined;
  readonly shell: string | undefined;
  readonly workingDirectory: Deferred | undefined;
  readonly env: Deferred | undefined;
  readonly continueOnError: Deferred | undefined;
}

const known = {
  workflow: ['name', 'run-name', 'on', 'permissions', 'env', 'concurrency', 'jobs'],
  job: [
    'name',
    'needs',
    'if',
    'runs-on',
    'permissions',
    'environment',
    'concurrency',
    'env',
    'outputs',
    'timeout-minutes',
    'steps',
  ],
  step: [
    'id',
    'name',
    'if',
    'uses',
    'with',
    'run',
    'shell',
    'working-directory',
    'env',
    'continue-on-error',
  ],
} as const;

/**
 * Parses a workflow file.
 * @throws {Error} for what GitHub would refuse, and for what this playground does not support: a key
 * that it would pass over is an error
 */
export async function parseWorkflowFile(path: string, content: string): Promise<Workflow> {
  const parser = await loadWorkflowParser();
  const result = parser.parseWorkflow({ name: path, content }, new parser.NoOperationTraceWriter());
  const problems = result.context.errors.getErrors().map(({ message }) => message);
  if (problems.length > 0 || result.value === undefined)
    throw new Error(`${path} is not valid: ${problems.join('; ')}`);
  const template = await parser.convertWorkflowTemplate(result.context, result.value);
  const root = asMap(deferred(parser, result.value, path), path, known.workflow);
  const jobs = mapOf(root.get('jobs'));
  return {
    path,
    name: literal(root.get('name')) ?? path,
    runName: root.get('run-name'),
    events: template.events,
    permissions: root.get('permissions'),
    env: root.get('env'),
    concurrency: root.get('concurrency'),
    jobs: template.jobs.map((job) => convertJob(job, mapOf(jobs.get(job.id.value)), path)),
  };
}

type Parser = typeof WorkflowParser;
type TemplateJob = Awaited<ReturnType<Parser['convertWorkflowTemplate']>>['jobs'][number];

function convertJob(
  job: TemplateJob,
  raw: ReadonlyMap<string, Deferred>,
  path: string,
): WorkflowJob {
  if (job.type !== 'job')
    throw new Error(`${path}: the playground does not play reusable workflows (${job.id.value})`);
  refuseUnknown(raw, known.job, `${path}: job ${job.id.value}`);
  const steps = raw.get('steps');
  if (steps?.kind !== 'list') throw new Error(`${path}: job ${job.id.value} has no steps`);
  return {
    id: job.id.value,
    name: raw.get('name'),
    needs: job.needs?.map(({ value }) => value) ?? [],
    condition: job.if.expression,
    permissions: raw.get('permissions'),
    environment: raw.get('environment'),
    concurrency: raw.get('concurrency'),
    env: raw.get('env'),
    outputs: raw.get('outputs'),
    timeoutMinutes: raw.get('timeout-minutes'),
    steps: job.steps.map((step, index) =>
      convertStep(
        step,
        mapOf(steps.items[index]),
        `${path}: job ${job.id.value}, step ${index + 1}`,
      ),
    ),
  };
}

function convertStep(
  step: { readonly id: string; readonly if?: { readonly expression: string } },
  raw: ReadonlyMap<string, Deferred>,
  where: string,
): WorkflowStep {
  refuseUnknown(raw, known.step, where);
  return {
    id: literal(raw.get('id')) ?? step.id,
    name: raw.get('name'),
    condition: step.if?.expression ?? 'success()',
    uses: literal(raw.get('uses')),
    inputs: raw.get('with'),
    run: raw.get('run'),
    shell: literal(raw.get('shell')),
    workingDirectory: raw.get('working-directory'),
    env: raw.get('env'),
    continueOnError: raw.get('continue-on-error'),
  };
}

function deferred(
  parser: Parser,
  token: Parameters<Parser['isString']>[0],
  where: string,
): Deferred {
  if (parser.isBasicExpression(token)) return { kind: 'expression', expression: token.expression };
  if (parser.isString(token) || parser.isNumber(token) || parser.isBoolean(token))
    return { kind: 'value', value: token.value };
  if (parser.isSequence(token))
    return { kind: 'list', items: [...token].map((item) => deferred(parser, item, where)) };
  if (parser.isMapping(token))
    return {
      kind: 'map',
      entries: new Map(
        [...token].map(({ key, value }) => [key.toString(), deferred(parser, value, where)]),
      ),
    };
  return { kind: 'value', value: null };
}

function asMap(
  value: Deferred,
  where: string,
  keys: readonly string[],
): ReadonlyMap<string, Deferred> {
  const map = mapOf(value);
  refuseUnknown(map, keys, where);
  return map;
}

function mapOf(value: Deferred | undefined): ReadonlyMap<string, Deferred> {
  return value?.kind === 'map' ? value.entries : new Map();
}

function literal(value: Deferred | undefined): string | undefined {
  return value?.kind === 'value' && value.value !== null ? String(value.value) : undefined;
}

function refuseUnknown(
  map: ReadonlyMap<string, Deferred>,
  keys: readonly string[],
  where: string,
): void {
  const unknown = [...map.keys()].filter((key) => !keys.includes(key));
  if (unknown.length > 0)
    throw new Error(
      `${where}: the playground does not support ${unknown.map((key) => `\`${key}\``).join(', ')}`,
    );
}
