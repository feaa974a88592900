import { DeployKitError } from '../errors/index.js';
import type { Check, S3Subject, GcsSubject } from './plan/check.js';
import type { Finding } from '../local/plan/finding.js';
import { fail, type CheckOutcome } from './plan/outcome.js';
import type { Clock } from '../local/clock.js';
import { commandOutcome } from './check-command.js';
import { dnsOutcome } from './check-dns.js';
import { environmentOutcome, settingOutcome, workflowOutcome } from './check-github.js';
import { httpsOutcome, sshOutcome } from './check-address.js';
import type { CheckContext, CheckPorts } from './check-ports.js';
import { repositoryOutcome } from './check-registry.js';
import type { BucketStore } from './bucket-store.js';
import { bucketVerdict } from './plan/bucket-verdict.js';

/** Makes all checks side by side, each within its own time; never rejects. The findings keep the order. */
export function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  ports: CheckPorts,
): Promise<readonly Finding[]> {
  return Promise.all(checks.map((check) => runCheck(check, context, ports)));
}

async function runCheck(check: Check, context: CheckContext, ports: CheckPorts): Promise<Finding> {
  const { verdict, detail, fix } = await withinTime(check.timeoutSeconds, ports.clock, (signal) =>
    outcomeOf(check, context, ports, signal).catch(explain),
  );
  const isBad = verdict === 'fail' || verdict === 'warn';
  return {
    check: check.name,
    verdict: verdict === 'fail' ? check.level : verdict,
    detail,
    fix: isBad ? (check.fix ?? fix) : fix,
    place: undefined,
  };
}

/** Whatever is still under way after the time is told so through the signal, and not waited for. */
async function withinTime(
  seconds: number,
  clock: Clock,
  work: (signal: AbortSignal) => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  const end = new AbortController();
  const late = clock.sleep(seconds, end.signal).then(
    () => fail(`no answer within ${seconds} s`, 'See why it is slow, or raise `timeout`.'),
    () => fail('it was ended', ''),
  );
  const outcome = await Promise.race([work(end.signal), late]);
  end.abort();
  return outcome;
}

async function outcomeOf(
  { subject, timeoutSeconds }: Check,
  context: CheckContext,
  ports: CheckPorts,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  switch (subject.kind) {
    case 'registry':
      return repositoryOutcome(subject, ports, signal);
    case 'gcs':
      return bucketOutcome(subject, ports.gcs, signal);
    case 's3':
      return bucketOutcome(subject, ports.s3(subject), signal);
    case 'secret':
    case 'variable':
      return settingOutcome(subject, context, ports.settings, signal);
    case 'environment':
      return environmentOutcome(subject, context, ports.settings, signal);
    case 'workflow':
      return workflowOutcome(subject, context, ports.settings, signal);
    case 'https':
      return httpsOutcome(subject, timeoutSeconds, ports.http);
    case 'dns':
      return dnsOutcome(subject, timeoutSeconds, context, ports.names);
    case 'ssh':
      return sshOutcome(subject, timeoutSeconds, ports.sockets);
    case 'command':
      return commandOutcome(subject, timeoutSeconds, ports.processes);
  }
}

/** A check that breaks is a row like any other: the others must be seen too. */
function explain(error: unknown): CheckOutcome {
  if (error instanceof DeployKitError) return fail(`${error.title}. ${error.why}`, error.fix);
  const message = error instanceof Error ? error.message : String(error);
  return fail(
    `the check itself broke: ${message}`,
    'Please report it: https://github.com/org/deploy-kit/issues/new',
  );
}

/** Whether a bucket is there, open to the login, and keeps versions where that is wanted. */
export async function bucketOutcome(
  subject: GcsSubject | S3Subject,
  store: BucketStore,
  signal: AbortSignal,
): Promise<CheckOutcome> {
  return bucketVerdict(subject, await store.look(subject, signal));
}
