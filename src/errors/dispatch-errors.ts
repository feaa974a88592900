import type { CatalogueEntry } from './entry.js';

export const dispatchErrors = {
  'dispatch-too-large': {
    title: 'The event is too large for GitHub',
    kind: 'configuration',
    cause: 'It has <what>; GitHub takes <limit> at most. The largest or first too many is `<key>`.',
    fix: 'Make `<key>` smaller: hand on large data as an artifact or as a file in a bucket, and send its name in `extra`.',
  },
  'dispatch-nobody-listens': {
    title: 'No workflow of <repository> listens to the event <event-type>',
    kind: 'configuration',
    cause:
      'GitHub would accept the event and start nothing: no workflow on the default branch has `on: repository_dispatch` with this type.<near-misses>',
    fix: 'Put `on: repository_dispatch: types: [<event-type>]` into the workflow on the default branch, or correct `event-type`.',
  },
  'dispatch-not-traceable': {
    title: 'The run that the event starts could not be found',
    kind: 'configuration',
    cause:
      'GitHub does not say which run an event starts, and the `run-name:` of <workflow> does not show the correlation id.',
    fix: 'Add `run-name: <run-name>` to <workflow>, or set `wait: none`.',
  },
  'dispatch-no-such-workflow': {
    title: 'The workflow <workflow> of <repository> cannot be started',
    kind: 'configuration',
    cause: 'GitHub answered <status>: <message>',
    fix: '<remedy>',
  },
  'run-never-started': {
    title: 'No run started in <repository>',
    kind: 'environment',
    cause:
      'GitHub accepted the event, and within <seconds> s no run showed the correlation id <correlation-id>.',
    fix: 'Look at the Actions page of <repository>: the workflow may be disabled, or Actions may be switched off; then run this job again.',
  },
  'run-failed': {
    title: 'The run "<title>" ended with <conclusion>',
    kind: 'environment',
    cause: '<reason>',
    fix: 'Read <url>, mend what failed, and run this job again.',
  },
  'run-wait-timeout': {
    title: 'The run "<title>" is not over after <seconds> s',
    kind: 'environment',
    cause: 'It <status> and goes on without this job: <url>',
    fix: '<remedy>',
  },
  'run-outputs-missing': {
    title: 'The run "<title>" left no usable outputs',
    kind: 'configuration',
    cause: 'The artifact `<artifact>` <problem>.',
    fix: 'Let the run write a JSON object to a file and upload it: `uses: actions/upload-artifact@v6` with `name: <artifact>` and `path: outputs.json`.',
  },
} as const satisfies Record<string, CatalogueEntry>;
