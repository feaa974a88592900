import type { CatalogueEntry } from './entry.js';

export const verifyErrors = {
  'verify-failed': {
    title: '<url> does not answer as expected',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
    fix: "Try it: `curl -i <url>`. The app's log on the server tells more: `docker compose logs --tail 50`",
  },
} as const satisfies Record<string, CatalogueEntry>;
