import { failure, type DeployKitError } from '../../errors/index.js';

/** The error for a file of SOPS that deploy-kit does not read. */
export function unsupportedSops(file: string, problem: string): DeployKitError {
  return failure('sops-file-unsupported', { file, problem });
}
