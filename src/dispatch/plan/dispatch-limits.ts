import { failure } from '../../errors/index.js';
import type { WorkflowInputs } from '../../github/github.js';

/** GitHub's limits: https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
const limits = { payloadKeys: 10, characters: 65_535, inputs: 25 } as const;

/**
 * Checks an event's payload before it is sent.
 * @throws {DeployKitError} `dispatch-too-large`, with the key that takes the most
 */
export function checkPayload(payload: object): void {
  const keys = Object.keys(payload).length;
  if (keys > limits.payloadKeys)
    throw failure('dispatch-too-large', {
      what: `${keys} top-level keys`,
      limit: `${limits.payloadKeys}`,
      key: Object.keys(payload)[limits.payloadKeys] ?? '',
    });
  checkSize(payload);
}

/**
 * Checks the inputs of a workflow_dispatch before they are sent.
 * Source: https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event
 * @throws {DeployKitError} `dispatch-too-large`
 */
export function checkWorkflowInputs(inputs: WorkflowInputs): void {
  const keys = Object.keys(inputs);
  if (keys.length > limits.inputs)
    throw failure('dispatch-too-large', {
      what: `${keys.length} inputs`,
      limit: `${limits.inputs}`,
      key: keys[limits.inputs] ?? '',
    });
  checkSize(inputs);
}

function checkSize(value: object): void {
  const size = JSON.stringify(value).length;
  if (size <= limits.characters) return;
  throw failure('dispatch-too-large', {
    what: `${size} characters`,
    limit: `${limits.characters}`,
    key: largestPart(value).path,
  });
}

interface Part {
  /** `release.extra.notes` */
  readonly path: string;
  /** Characters of JSON. */
  readonly size: number;
}

/** The largest part; one below it when that makes up more than half of it. */
function largestPart(value: object): Part {
  const parts = Object.entries(value as Readonly<Record<string, unknown>>)
    .filter(([, part]) => part !== undefined)
    .map(([path, part]) => ({ path, part, size: JSON.stringify(part).length }))
    .sort((a, b) => b.size - a.size);
  const [largest] = parts;
  if (largest === undefined) return { path: '', size: 0 };
  const { path, part, size } = largest;
  if (typeof part !== 'object' || part === null) return { path, size };
  const below = largestPart(part);
  return below.size > size / 2
    ? { path: `${path}.${below.path}`, size: below.size }
    : { path, size };
}
