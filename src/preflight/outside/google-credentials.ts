import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { failure } from '../../errors/index.js';

export const googleCloud = 'Google Cloud';
export const googleLoginRemedy =
  'Put `google-github-actions/auth` before this step, in the same job (with `permissions: id-token: write` for workload identity federation).';

// https://google.aip.dev/auth/4117
const externalAccount = v.object({
  type: v.literal('external_account'),
  audience: v.string(),
  subject_token_type: v.string(),
  token_url: v.string(),
  service_account_impersonation_url: v.optional(v.string()),
  credential_source: v.union([
    v.object({
      url: v.string(),
      headers: v.optional(v.record(v.string(), v.string()), {}),
      format: v.optional(v.object({ subject_token_field_name: v.optional(v.string()) }), {}),
    }),
    v.object({
      file: v.string(),
      format: v.optional(v.object({ subject_token_field_name: v.optional(v.string()) }), {}),
    }),
  ]),
});

// https://google.aip.dev/auth/4112
const serviceAccount = v.object({
  type: v.literal('service_account'),
  client_email: v.string(),
  private_key: v.string(),
  private_key_id: v.optional(v.string()),
  token_uri: v.string(),
});

export type ExternalAccount = v.InferOutput<typeof externalAccount>;
export type ServiceAccount = v.InferOutput<typeof serviceAccount>;

const credentials = v.variant('type', [externalAccount, serviceAccount]);

/**
 * The login in a file that google-github-actions/auth wrote.
 * @throws {DeployKitError} `cloud-login-missing`
 */
export function readCredentials(file: string): v.InferOutput<typeof credentials> {
  const result = v.safeParse(credentials, parseJson(file, readFile(file)));
  if (result.success) return result.output;
  // Of a file with keys, only what is wrong and where may be shown.
  const places = result.issues.map((issue) => v.getDotPath(issue) ?? 'the file');
  throw missing(`${file} is no login that is known here: see ${places.join(', ')} in it.`);
}

/** @throws {DeployKitError} `cloud-login-missing` */
export function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw missing(`The file of the login can't be read: ${file}`);
  }
}

/** @throws {DeployKitError} `cloud-login-missing` */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw missing(`The file of the login is no JSON: ${file}`);
  }
}

/** The failure of a login that is not there or can't be read. */
export function missing(message: string): Error {
  return failure('cloud-login-missing', {
    cloud: googleCloud,
    message,
    remedy: googleLoginRemedy,
  });
}
