import { distance } from 'fastest-levenshtein';
import { parse } from 'yaml';
import type { WorkflowFile } from '../../github/github.js';

/** A workflow, as far as starting it from outside is concerned. */
export interface Listener {
  /** `.github/workflows/deploy.yml` */
  readonly path: string;
  /** The types of repository_dispatch that start it; `undefined`: all of them. Empty: none. */
  readonly eventTypes: readonly string[] | undefined;
  /** The inputs of its workflow_dispatch; `undefined` when it has no such trigger. */
  readonly inputs: readonly string[] | undefined;
  /** Whether `run-name:` shows the correlation id, so that its runs can be told apart. */
  readonly traceable: boolean;
}

/** What `run-name:` must hold for a run to be found. */
export const traceableRunName = 'deploy ${{ github.event.client_payload.correlationId }}';

/**
 * Reads what starts each workflow; a file that is no YAML mapping starts by nothing.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function readListeners(files: readonly WorkflowFile[]): readonly Listener[] {
  return files.map(({ path, text }) => {
    const workflow = readMapping(text);
    const triggers = readTriggers(workflow.on);
    const runName = typeof workflow['run-name'] === 'string' ? workflow['run-name'] : '';
    return {
      path,
      eventTypes: eventTypes(triggers),
      inputs: workflowInputs(triggers),
      traceable: /\bcorrelationId\b/.test(runName),
    };
  });
}

/** The workflows that an event of that type starts. */
export function listenersTo(
  listeners: readonly Listener[],
  eventType: string,
): readonly Listener[] {
  return listeners.filter(
    ({ eventTypes }) => eventTypes === undefined || eventTypes.includes(eventType),
  );
}

/** `` `deploys` (.github/workflows/deploy.yml) `` for each type that something listens to, the nearest first. */
export function nearMisses(listeners: readonly Listener[], eventType: string): readonly string[] {
  const far = (type: string): number => distance(type.toLowerCase(), eventType.toLowerCase());
  return listeners
    .flatMap(({ path, eventTypes = [] }) => eventTypes.map((type) => ({ type, path })))
    .sort((a, b) => far(a.type) - far(b.type))
    .map(({ type, path }) => `\`${type}\` (${path})`);
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readMapping(text: string): Mapping {
  try {
    const content: unknown = parse(text);
    return isMapping(content) ? content : {};
  } catch {
    return {};
  }
}

// `on: push`, `on: [push, workflow_dispatch]`, or a mapping.
function readTriggers(on: unknown): Mapping {
  if (isMapping(on)) return on;
  const names: readonly unknown[] = Array.isArray(on) ? on : [on];
  return Object.fromEntries(names.map((name) => [String(name), null]));
}

function eventTypes(triggers: Mapping): readonly string[] | undefined {
  if (!('repository_dispatch' in triggers)) return [];
  const filter = triggers.repository_dispatch;
  const types = isMapping(filter) ? filter.types : undefined;
  if (types === undefined || types === null) return undefined;
  return (Array.isArray(types) ? types : [types]).map(String);
}

function workflowInputs(triggers: Mapping): readonly string[] | undefined {
  if (!('workflow_dispatch' in triggers)) return undefined;
  const trigger = triggers.workflow_dispatch;
  const inputs = isMapping(trigger) ? trigger.inputs : undefined;
  return isMapping(inputs) ? Object.keys(inputs) : [];
}
