import type { Position, SourceEntry, SourceNode } from '../workflow-reader.js';
import { filterNames, type Concurrency, type Job, type Trigger, type Workflow } from './model.js';
import { readSteps, type LocalActions } from './read-steps.js';
import {
  entriesOf,
  entryOf,
  scalarMap,
  scalarOf,
  scalarsOf,
  scalarsWithin,
  valueOf,
} from './source.js';

/**
 * Makes a workflow of a parsed file. What is not there, or not of the form that GitHub wants, is left out.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
export function readWorkflow(
  path: string,
  text: string,
  root: SourceNode | undefined,
  actions: LocalActions,
): Workflow {
  const name = scalarOf(root, 'name');
  return {
    path,
    text,
    name: name === undefined || name.text === '' ? path : name.text,
    at: name?.at ?? { line: 1, column: 1 },
    triggers: readTriggers(entryOf(root, 'on')),
    permissions: valueOf(root, 'permissions'),
    concurrency: readConcurrency(entryOf(root, 'concurrency')),
    env: scalarMap(valueOf(root, 'env')),
    jobs: entriesOf(valueOf(root, 'jobs')).map((entry) => readJob(entry, path, actions)),
  };
}

// `on: push`, `on: [push, workflow_dispatch]`, or a mapping.
function readTriggers(on: SourceEntry | undefined): readonly Trigger[] {
  if (on?.value.kind === 'map')
    return on.value.entries.map(({ key, keyAt, value }) => readTrigger(key, keyAt, value));
  return scalarsOf(on?.value).map(({ text, at }) => readTrigger(text, at, undefined));
}

function readTrigger(event: string, at: Position, value: SourceNode | undefined): Trigger {
  return {
    event,
    at,
    filters: new Map(
      filterNames.flatMap((name) => {
        const filter = valueOf(value, name);
        return filter === undefined ? [] : [[name, scalarsOf(filter)] as const];
      }),
    ),
    inputs: entriesOf(valueOf(value, 'inputs')).map(({ key }) => key),
    secrets: entriesOf(valueOf(value, 'secrets')).map(({ key, value: secret }) => ({
      name: key,
      required: scalarOf(secret, 'required')?.text === 'true',
    })),
  };
}

function readConcurrency(entry: SourceEntry | undefined): Concurrency | undefined {
  if (entry === undefined) return undefined;
  const { value, keyAt } = entry;
  return {
    at: keyAt,
    group: value.kind === 'scalar' ? value : scalarOf(value, 'group'),
    cancelInProgress: scalarOf(value, 'cancel-in-progress'),
  };
}

function readJob({ key, keyAt, value }: SourceEntry, path: string, actions: LocalActions): Job {
  const environment = valueOf(value, 'environment');
  const runsOn = valueOf(value, 'runs-on');
  return {
    id: key,
    at: keyAt,
    name: scalarOf(value, 'name')?.text ?? '',
    needs: scalarsOf(valueOf(value, 'needs')),
    condition: scalarOf(value, 'if'),
    permissions: valueOf(value, 'permissions'),
    concurrency: readConcurrency(entryOf(value, 'concurrency')),
    environment: environment?.kind === 'scalar' ? environment : scalarOf(environment, 'name'),
    runsOn: scalarsOf(runsOn?.kind === 'map' ? valueOf(runsOn, 'labels') : runsOn).map(
      ({ text }) => text,
    ),
    matrix: valueOf(valueOf(value, 'strategy'), 'matrix'),
    containers: ['container', 'services'].flatMap((name) => scalarsWithin(valueOf(value, name))),
    env: scalarMap(valueOf(value, 'env')),
    uses: scalarOf(value, 'uses'),
    inputs: scalarMap(valueOf(value, 'with')),
    secrets: readSecrets(valueOf(value, 'secrets')),
    steps: readSteps(valueOf(value, 'steps'), path, actions),
  };
}

function readSecrets(node: SourceNode | undefined): Job['secrets'] {
  if (node?.kind === 'scalar' && node.text === 'inherit') return 'all';
  return entriesOf(node).map(({ key, keyAt, value }) => ({ name: key, at: keyAt, value }));
}
