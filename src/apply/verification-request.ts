import type { Inputs } from '../inputs/index.js';
import type { verifyInputs } from '../inputs/verify-inputs.js';
import type { Verification } from './verify-health.js';

/** The verification that the inputs ask for. */
export function verificationOf(
  urls: readonly URL[],
  inputs: Inputs<typeof verifyInputs>,
): Verification {
  return {
    urls,
    expected: { statuses: inputs.expectStatus, body: inputs.expectBody },
    successes: inputs.successes,
    intervalSeconds: inputs.interval,
    timeoutSeconds: inputs.timeout,
    requestTimeoutSeconds: inputs.requestTimeout,
  };
}
