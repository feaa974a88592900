import type { CatalogueEntry } from './entry.js';

export const checkErrors = {
  'cloud-login-missing': {
    title: 'No login to <cloud>',
    kind: 'configuration',
    cause: '<message>',
    fix: '<remedy>',
  },
  'cloud-login-refused': {
    title: '<cloud> does not accept the login',
    kind: 'configuration',
    cause: 'It answered: <message>',
    fix: '<remedy>',
  },
  'cloud-unreachable': {
    title: '<cloud> does not answer',
    kind: 'environment',
    cause: '<message>',
    fix: 'Check the address (`curl -i <url>`), then run it again.',
  },
} as const satisfies Record<string, CatalogueEntry>;
