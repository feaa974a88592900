import { describeExpectation, type HttpExpectation } from '../health/plan/http-expectation.js';
import { findFault } from '../health/plan/find-fault.js';
import type { HttpsSubject, SshSubject } from './plan/check.js';
import { fail, pass, type CheckOutcome } from './plan/outcome.js';
import type { HttpProbe } from '../net/http-probe.js';
import type { SocketProbe } from '../net/socket-probe.js';

/** Whether a URL answers. A redirect is an answer. */
export async function httpsOutcome(
  { url, statuses }: HttpsSubject,
  timeoutSeconds: number,
  probe: HttpProbe,
): Promise<CheckOutcome> {
  const expected: HttpExpectation = {
    statuses,
    contains: [],
    matches: undefined,
    json: new Map(),
    headers: new Map(),
    revision: undefined,
    maxLatencySeconds: undefined,
    tlsMinDays: undefined,
  };
  const answer = await probe.ask({
    url,
    method: 'GET',
    headers: new Map(),
    body: undefined,
    timeoutSeconds,
  });
  const fault = findFault(answer, expected);
  if (fault !== undefined)
    return fail(
      `${fault.text}; expected: ${describeExpectation(expected)}`,
      fault.kind === 'name-unknown'
        ? `Check the name: \`dig +short ${url.hostname}\``
        : `Try it: \`curl -v ${url.href}\``,
    );
  return pass(answer.kind === 'answer' ? `answers with status ${answer.status}` : 'answers');
}

/** Whether an SSH server greets there. */
export async function sshOutcome(
  { host, port }: SshSubject,
  timeoutSeconds: number,
  probe: SocketProbe,
): Promise<CheckOutcome> {
  // A server may say other lines first: RFC 4253, section 4.2.
  const answer = await probe.greeting(host, port, /^SSH-\d.*$/m, timeoutSeconds);
  if (answer.kind === 'greeting') return pass(`answers: ${answer.text}`);
  const detail = answer.message;
  return fail(
    detail,
    answer.kind === 'refused'
      ? `Another service has the port ${port}: find the one of sshd with \`sudo sshd -T | grep ^port\` on the server.`
      : `Check the address, that sshd runs (\`sudo systemctl status ssh\` on the server), and that its firewall and the provider's let port ${port} through: \`nc -vz ${host} ${port}\``,
  );
}
