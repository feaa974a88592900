import { DeployKitError } from '../errors/index.js';
import { failedBy, type Finding } from '../local/plan/finding.js';
import { deployRequest } from '../deploy/deploy-request.js';

type Request = ReturnType<typeof deployRequest>;

/**
 * What a deploy would be asked for. An event with an unreadable release becomes a row, and the rest is looked at
 * without a release.
 */
export function lookRequest(
  inputs: Parameters<typeof deployRequest>[0],
  run: Parameters<typeof deployRequest>[1],
  startedAt: Date,
): { readonly request: Request; readonly findings: readonly Finding[] } {
  try {
    return { request: deployRequest(inputs, run, startedAt), findings: [] };
  } catch (error) {
    if (!(error instanceof DeployKitError)) throw error;
    const request = deployRequest(inputs, { ...run, event: {} }, startedAt);
    return { request, findings: [failedBy('release', error)] };
  }
}
