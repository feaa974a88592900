import { failure, type DeployKitError } from '../errors/index.js';

/** The error for a Compose file that Compose would refuse, or that cannot be deployed. */
export function invalidFile(file: string, message: string): DeployKitError {
  return failure('compose-file-invalid', { file, message });
}
