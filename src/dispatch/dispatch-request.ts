import type { Inputs } from '../inputs/index.js';
import type { dispatchInputs } from './dispatch-inputs.js';
import type { DispatchRequest, Door } from './plan/dispatch.js';
import type { Release } from '../release/release.js';

type DispatchInputs = Inputs<typeof dispatchInputs>;

/** What the inputs make of a release: where it goes, and what travels with it. */
export function dispatchRequest(inputs: DispatchInputs, release: Release): DispatchRequest {
  const { repositories, wait, waitTimeout, outputsArtifact, environment, extra } = inputs;
  return {
    release: {
      ...release,
      ...(environment === undefined ? {} : { environment }),
      ...(extra === undefined ? {} : { extra: { ...release.extra, ...extra } }),
    },
    repositories,
    door: doorOf(inputs),
    wait,
    timeout: waitTimeout,
    outputsArtifact,
  };
}

function doorOf({ eventType, workflow, ref, inputs = {} }: DispatchInputs): Door {
  if (workflow === undefined) return { kind: 'event', type: eventType };
  const texts = Object.entries(inputs).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return { kind: 'workflow', file: workflow, ref, inputs: Object.fromEntries(texts) };
}
