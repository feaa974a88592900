import type { CatalogueEntry, Placeholders } from './entry.js';
import { checkErrors } from './check-errors.js';
import { deployErrors } from './deploy-errors.js';
import { dispatchErrors } from './dispatch-errors.js';
import { githubErrors } from './github-errors.js';
import { imageErrors } from './image-errors.js';
import { inputErrors } from './input-errors.js';
import { preflightErrors } from './preflight-errors.js';
import { serverErrors } from './server-errors.js';
import { sshErrors } from './ssh-errors.js';
import { symptomErrors } from './symptom-errors.js';
import { verifyErrors } from './verify-errors.js';

/**
 * Every failure that we know, by its permanent name. A name is never changed or used again: links
 * into docs/runbook.md and people's search results depend on it.
 */
export const catalogue = {
  ...inputErrors,
  ...githubErrors,
  ...dispatchErrors,
  ...imageErrors,
  ...sshErrors,
  ...serverErrors,
  ...deployErrors,
  ...verifyErrors,
  ...checkErrors,
  ...preflightErrors,
  ...symptomErrors,
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorName = keyof typeof catalogue;

/** The values that an entry's texts need, one for each `<placeholder>`. */
export type ErrorValues<Name extends ErrorName> = Readonly<
  Record<
    Placeholders<
      | (typeof catalogue)[Name]['title']
      | (typeof catalogue)[Name]['cause']
      | (typeof catalogue)[Name]['fix']
    >,
    string | number
  >
>;
