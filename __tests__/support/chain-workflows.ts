/** A workflow with one job that runs a command. */
export function workflow(name: string, on: string, job = '', run = 'make', runsOn = ''): string {
  return `name: ${name}
on:
${on}
jobs:
  ${name.toLowerCase()}:
    runs-on: ubuntu-latest
${runsOn}${job}    steps:
      - run: ${run}
`;
}

export const onPush = '  push:\n    branches: [main]';
export const after = (name: string): string =>
  `  workflow_run:\n    workflows: [${name}]\n    types: [completed]`;
export const ifSuccess = "    if: github.event.workflow_run.conclusion == 'success'\n";

/** A step that sends an event. */
export function sender(on: string, step: string): string {
  return `name: Sender
on:
${on}
jobs:
  send:
    runs-on: ubuntu-latest
    steps:
${step}`;
}

export const dispatch = (type: string): string => `      - uses: peter-evans/repository-dispatch@v4
        with:
          event-type: ${type}
`;

export const listener = (type: string): string =>
  workflow('Listener', `  repository_dispatch:\n    types: [${type}]`);
