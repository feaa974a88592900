import type { CatalogueEntry } from './entry.js';

export const preflightErrors = {
  'preflight-failed': {
    title: 'Preflight found what would go wrong: <counts>',
    kind: 'configuration',
    cause: '<problems>',
    fix: "Mend each as its row in the job's summary says; a report about a workflow stands at its line, and docs/workflow-check.md explains its rule.",
  },
} as const satisfies Record<string, CatalogueEntry>;
