import { parseDocument } from 'yaml';
import type { Inputs } from '../inputs/definition.js';
import { type InputKind, InputProblem } from '../inputs/kind.js';
import { choice, duration, fileName, listOf, repositoryName, text } from '../inputs/kinds.js';
import { yamlValue } from '../text/read-yaml.js';

/** A YAML (or JSON) mapping, such as the outputs of another step in JSON. */
const mapping: InputKind<Readonly<Record<string, unknown>>> = {
  describe: 'YAML or JSON mapping',
  parse(value) {
    const read = yamlValue(parseDocument(value));
    const content = 'value' in read ? read.value : undefined;
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      throw new InputProblem('must be a mapping in YAML or JSON, such as `gateway: https://…`');
    return content as Readonly<Record<string, unknown>>;
  },
};

/** What is sent, to whom, and how long to stay with it: the same in dispatch and build-and-dispatch. */
export const dispatchInputs = {
  githubToken: {
    kind: text,
    secret: true,
    default: '${{ github.token }}',
    description:
      "Sends the event. The job's own token is enough in the same repository, with `permissions: contents: write`; add `actions: read` for `wait`, `actions: write` for `workflow`.",
  },
  repositories: {
    kind: listOf('list of `owner/name`, one a line', repositoryName),
    default: '${{ github.repository }}',
    description: 'Which repositories get the event.',
  },
  eventType: {
    kind: text,
    default: 'deploy',
    description:
      'The type of the event, which the workflow lists under `repository_dispatch: types:`.',
  },
  workflow: {
    kind: fileName,
    description:
      'Start this workflow by workflow_dispatch instead, for example `deploy.yml`. It gets the release where it declares the inputs `release` and `correlationId`.',
  },
  ref: {
    kind: text,
    description: 'The branch or tag to start `workflow` on. Default: the default branch.',
  },
  inputs: {
    kind: mapping,
    description: 'Further inputs of `workflow`.',
  },
  environment: {
    kind: text,
    description: 'Where the release is meant to go; travels in the release document.',
  },
  extra: {
    kind: mapping,
    description:
      'What else the next phase needs, for example the outputs of another one; travels in the release document as `extra`. Never a secret: everybody who may read the repository can read an event.',
  },
  wait: {
    kind: choice('none', 'started', 'completed'),
    default: 'none',
    description:
      'Whether to wait for the run: until GitHub lists it (`started`), or until it is over, approvals included (`completed`); a run that fails then fails this step.',
  },
  waitTimeout: {
    kind: duration,
    default: '60m',
    description: 'How long `wait: completed` waits.',
  },
  outputsArtifact: {
    kind: text,
    description:
      'The artifact in which the run leaves its outputs as a JSON file; they become the output `outputs`. Needs `wait: completed`.',
  },
} as const;

/** What became of it. */
export const dispatchOutputs = {
  release: { description: 'The release document as JSON.' },
  'correlation-id': { description: 'The id by which the started run can be found.' },
  'run-id': { description: 'The id of the run, with `wait` or `workflow`.' },
  'run-url': { description: 'Its address.' },
  conclusion: { description: 'How it ended, with `wait: completed`.' },
  outputs: { description: 'What it left in `outputs-artifact`, as JSON.' },
  runs: {
    description:
      'All runs as a JSON list of `{repository, id, url, title, conclusion}`, where there are several.',
  },
} as const;

type DispatchInputs = Inputs<typeof dispatchInputs>;

/** What GitHub allows for the type of an event: https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
function shortEventType({ eventType }: DispatchInputs): string | undefined {
  return eventType.length > 100
    ? '`event-type` is longer than the 100 characters that GitHub allows'
    : undefined;
}

/** An event goes somewhere. */
function someRepository({ repositories }: DispatchInputs): string | undefined {
  return repositories.length === 0 ? '`repositories` names none' : undefined;
}

/** `ref` and `inputs` belong to a workflow_dispatch. */
function workflowForItsInputs({ workflow, ref, inputs }: DispatchInputs): string | undefined {
  return workflow === undefined && (ref !== undefined || inputs !== undefined)
    ? '`ref` and `inputs` need `workflow`: an event has a payload instead, see `extra`'
    : undefined;
}

/** Outputs are there when the run is over. */
function waitForOutputs({ wait, outputsArtifact }: DispatchInputs): string | undefined {
  return outputsArtifact !== undefined && wait !== 'completed'
    ? '`outputs-artifact` needs `wait: completed`'
    : undefined;
}

/** The rules between these inputs. */
export const dispatchRules = [
  shortEventType,
  someRepository,
  workflowForItsInputs,
  waitForOutputs,
] as const;
