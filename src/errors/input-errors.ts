import type { CatalogueEntry } from './entry.js';

export const inputErrors = {
  'input-invalid': {
    title: 'The inputs of <action> are not valid',
    kind: 'configuration',
    cause: '<problems>',
    fix: 'Correct the `with:` of this step; <readme> describes each input.',
  },
  'release-document-invalid': {
    title: 'The event does not carry a valid release document',
    kind: 'configuration',
    cause: '<problems>',
    fix: 'Send the event with build-and-dispatch, or give the images as input `images:` when you start this workflow by hand.',
  },
  'internal-error': {
    title: 'deploy-kit met something that it does not know',
    kind: 'internal',
    cause: '<message>',
    fix: 'Please report it with the log of this step: <issues>',
  },
} as const satisfies Record<string, CatalogueEntry>;
