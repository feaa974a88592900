import { failure, type DeployKitError, type HostState } from '../../errors/index.js';
import type { FaultKind, Fault } from './fault.js';
import type { HealthVerdict } from './verdict.js';

interface FailedVerdict extends HealthVerdict {
  readonly fault: Fault;
}

/**
 * The error of a verification that did not pass: the entry of the first check's fault, with what every
 * other failing check said below it.
 * @returns `undefined` when every check passed
 */
export function verificationFailure(
  verdicts: readonly HealthVerdict[],
  hostState: HostState,
): DeployKitError | undefined {
  const [first, ...others] = verdicts.filter(
    (verdict): verdict is FailedVerdict => verdict.fault !== undefined,
  );
  if (first === undefined) return undefined;
  const { name: url, place, fault, seconds, attempts } = first;
  const details = others.map((other) => `${other.name}: ${other.fault.text}`);
  return failure(
    entries[fault.kind],
    { url, ...place, seconds: Math.round(seconds), attempts, answer: fault.text },
    { hostState, details },
  );
}

const entries = {
  'name-unknown': 'verify-name-unknown',
  refused: 'verify-refused',
  'timed-out': 'verify-timed-out',
  tls: 'verify-tls-failed',
  'no-tls': 'verify-no-tls',
  'certificate-name': 'verify-certificate-name',
  'certificate-expires': 'verify-certificate-expires',
  broken: 'verify-connection-broken',
  redirect: 'verify-redirected',
  'redirect-elsewhere': 'verify-redirected-elsewhere',
  'redirect-loop': 'verify-redirect-loop',
  status: 'verify-wrong-status',
  body: 'verify-body-differs',
  json: 'verify-json-differs',
  header: 'verify-header-differs',
  revision: 'verify-wrong-revision',
  slow: 'verify-too-slow',
  localhost: 'verify-localhost',
  'port-internal': 'verify-port-internal',
  'only-inside': 'verify-only-inside',
  asset: 'verify-asset-missing',
  websocket: 'verify-websocket-refused',
  command: 'verify-command-failed',
  container: 'verify-container-failed',
  soak: 'verify-not-steady',
  unsteady: 'verify-failed',
  other: 'verify-failed',
} as const satisfies Readonly<Record<FaultKind, string>>;
