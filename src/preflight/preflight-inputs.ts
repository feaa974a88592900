import { deployInputs } from '../deploy/deploy-inputs.js';
import { networkInputs } from '../health/network-inputs.js';
import { boolean, choice, hostAddress, listOf, text, type Inputs } from '../inputs/index.js';
import { registryInputs, sshInputs } from '../inputs/shared-inputs.js';
import { checkInputs } from './check-inputs.js';
import { failLevels } from './plan/report.js';

/** What is looked at: the inputs of the deploy that is to come, without a server where none is known. */
export const preflightInputs = {
  workflows: {
    kind: boolean,
    default: 'true',
    description:
      'Look at the chain of workflows in `.github/workflows` of the checkout; needs no server.',
  },
  failOn: {
    kind: choice(...failLevels),
    default: 'fail',
    description: 'Which verdicts make the step fail: `fail`, `warn` (and `fail`), or `never` any.',
  },
  sarif: {
    kind: text,
    description:
      'Where to write what the workflow check reports as SARIF, for code scanning; a path in the checkout.',
  },
  ...checkInputs,
  ...sshInputs,
  host: {
    kind: hostAddress,
    description:
      'The server, for example `deploy@203.0.113.7`. Without it only the checkout, the registries and `checks` are looked at.',
  },
  hosts: {
    kind: listOf('list of `user@host`, one a line', hostAddress),
    description: 'More servers that get the same release.',
  },
  ...deployInputs,
  path: {
    kind: text,
    description: 'The deploy folder on the server, as in deploy-compose.',
  },
  ...registryInputs,
  ...networkInputs,
} as const;

/** A server is a host and the deploy folder on it. */
export function wholeServer({
  host,
  hosts,
  path,
}: Inputs<typeof preflightInputs>): string | undefined {
  return (host === undefined) === (path === undefined) &&
    (host !== undefined || hosts === undefined)
    ? undefined
    : '`host` and `path` belong together: the server, and the deploy folder on it';
}
