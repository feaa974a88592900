import type { CatalogueEntry } from './entry.js';

export const verifyErrors = {
  'verify-failed': {
    title: '<url> does not answer as expected',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
    fix: "Try it: `curl -i <url>`. The app's log on the server tells more: `docker compose logs --tail 50`",
  },
  'verify-name-unknown': {
    title: 'The name <host> leads nowhere',
    kind: 'configuration',
    cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
    fix: 'Check the name in `urls` and its record: `dig +short <host>`. A new record can take minutes to be seen: raise `timeout`.',
  },
  'verify-refused': {
    title: 'Nothing listens at <host>',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
    fix: 'Check that the port is published (`docker compose ps` on the server shows `0.0.0.0:<port>->`) and that `urls` has the published one, not the one inside the container.',
  },
  'verify-timed-out': {
    title: '<url> does not answer in time',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
    fix: 'Try it: `curl -v <url>`. No "Connected" there: a firewall drops the packets. "Connected": the app hangs (`docker compose logs --tail 50` on the server), or needs longer than `request-timeout`.',
  },
  'verify-tls-failed': {
    title: 'The certificate of <host> is not accepted',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
    fix: "Look at it: `openssl s_client -connect <host> -servername <name> </dev/null`. For a certificate of your own authority, set `NODE_EXTRA_CA_CERTS` to its file in the step's `env:`.",
  },
  'verify-connection-broken': {
    title: '<host> ends the connection without an answer',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
    fix: 'Check that the port speaks what the URL says (http or https), and what listens there: `docker compose logs --tail 50` on the server.',
  },
  'verify-redirected': {
    title: '<url> redirects instead of answering',
    kind: 'configuration',
    cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
    fix: 'If it should lead there, verify that address, or set `expect-status` to the redirect. A redirect to another host or to localhost comes from a proxy or app that is not told its own name.',
  },
  'verify-wrong-status': {
    title: '<url> answers with the wrong status',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
    fix: "Try it: `curl -i <url>`. 404: check the path in `urls`. 502, 503, 504: the proxy does not reach the app. Else the app's log tells more: `docker compose logs --tail 50` on the server.",
  },
  'verify-body-differs': {
    title: '<url> answers without the expected text',
    kind: 'environment',
    cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
    fix: 'Compare: `curl -s <url>`. Either another release or page answers there, or `expect-body` does not match what this one says.',
  },
} as const satisfies Record<string, CatalogueEntry>;
