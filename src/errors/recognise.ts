import type { ErrorName } from './catalogue.js';

/** What a tool's words mean. */
export interface Recognised {
  readonly entry: ErrorName;
  /** Values of the entry's placeholders that the words themselves hold, `message` among them. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * The words of each tool, in the versions' own wordings, the more special ones first. Each is there because a
 * tool printed it: __tests__/fixtures/symptoms.json has the output and the version that it came from.
 */
const symptoms: readonly (readonly [RegExp, ErrorName])[] = [
  // Disks and memory show in whatever met them first.
  [/no space left on device|disk quota exceeded|Wrote only \d+ of \d+ bytes/i, 'disk-full'],
  [/read-only file system/i, 'file-system-read-only'],
  [/too many open files/i, 'too-many-open-files'],
  [/^Killed$|out of memory|OOMKilled/im, 'out-of-memory'],

  // Docker's engine and client.
  [/Cannot connect to the Docker daemon/, 'docker-not-running'],
  [/permission denied while trying to connect to the Docker daemon/i, 'docker-permission-denied'],
  [
    /:(?<port>\d+)(?: failed)?: (?:port is already allocated|bind: address already in use)/,
    'port-taken',
  ],
  [/bind\(\) to \S*?:(?<port>\d+) failed \(98: /, 'port-taken'],
  [/The container name "\/?(?<name>[^"]+)" is already in use/, 'container-name-taken'],
  [/exec format error/i, 'image-wrong-platform'],
  [
    /(?:unable to start container process: )?exec: "(?<command>[^"]+)":/,
    'container-command-missing',
  ],
  [/Are you trying to mount a directory onto a file/, 'mount-file-and-folder'],
  [/could not find an available, non-overlapping IPv4 address pool/, 'docker-subnets-used-up'],
  [/Minimum memory limit allowed|Range of CPUs is from/, 'container-limit-invalid'],
  [/could not select device driver .* with capabilities: \[\[gpu/, 'docker-no-gpu'],
  [/invalid reference format/, 'image-reference-invalid'],
  [/server gave HTTP response to HTTPS client/, 'registry-speaks-http'],
  [/no basic auth credentials|unauthorized: authentication required/, 'pull-access-denied'],
  [/Container \S+ is not running/, 'container-not-running'],
  [/No such container: (?<name>\S+)/, 'container-unknown'],
  [/remove (?<volume>\S+): volume is in use/, 'docker-volume-in-use'],
  [
    /unknown shorthand flag: 'f' in -f|unknown flag: --file|'compose' is not a docker command|unknown command: docker compose/,
    'compose-missing',
  ],

  // Compose, the plugin and the old one.
  [
    /[Nn]etwork (?<network>\S+) (?:not found|declared as external, but could not be found)/,
    'docker-network-unknown',
  ],
  [/external volume "(?<volume>[^"]+)" not found/, 'volume-missing'],
  [/Volume (?<volume>\S+) declared as external, but could not be found/, 'volume-missing'],
  [/env file \S+ not found|Couldn't find env file/, 'compose-env-file-missing'],
  [
    /required variable \S+ is missing a value|Missing mandatory value for/,
    'compose-variable-missing',
  ],
  [
    /dependency failed to start|didn't complete successfully|ERROR: for \S+ +Container "[^"]+" (?:is unhealthy|exited)/,
    'compose-dependency-failed',
  ],
  [/no such service: (?<service>\S+)/i, 'compose-service-unknown'],
  [
    /no configuration file provided|Can't find a suitable configuration file/,
    'compose-file-missing',
  ],
  [
    /Additional property \S+ is not allowed|Unsupported config option for|yaml: line \d+: |yaml\.(?:parser|scanner)\.|refers to undefined (?:network|volume|secret|config)|no declaration was found in the volumes section|has neither an image nor a build context|[Ii]nvalid interpolation format|[Dd]ependency cycle detected|Circular dependency between/,
    'compose-file-invalid',
  ],

  // SSH and Git that run on the server.
  [/REMOTE HOST IDENTIFICATION HAS CHANGED/, 'outgoing-ssh-host-key-changed'],
  [/Host key verification failed/, 'outgoing-ssh-host-key-unknown'],
  [/Load key "[^"]+": /, 'outgoing-ssh-key-unreadable'],
  [/Permission denied \((?:publickey|password|keyboard-interactive)/, 'outgoing-ssh-login-refused'],
  [/Unable to negotiate with \S+ port \d+: no matching/, 'outgoing-ssh-no-common-algorithm'],

  // sudo and systemd.
  [/sudo: a (?:password|terminal) is required/, 'sudo-needs-password'],
  [/is not in the sudoers file|is not allowed to execute/, 'sudo-not-allowed'],
  [/Unit (?<unit>\S+) not found/, 'systemd-unit-missing'],
  [/Job for (?<unit>\S+) failed/, 'systemd-unit-failed'],
  [/Failed to \w+ (?<unit>\S+\.\w+): Access denied/, 'systemd-no-permission'],

  // nginx and Caddy.
  [/host not found in upstream "(?<name>[^":]+)/, 'nginx-upstream-unknown'],
  [/cannot load certificate(?: key)? "(?<file>[^"]+)"/, 'nginx-certificate-missing'],
  [/\[emerg\].* in \S+:\d+/, 'nginx-config-invalid'],
  [/adapting config using caddyfile|Caddyfile:\d+ - Syntax error/, 'caddy-config-invalid'],
  [/sending configuration to instance/, 'caddy-admin-unreachable'],

  // certbot: what the authority says stands below the type of its problem (RFC 8555, section 6.7).
  [/Could not bind TCP port (?<port>\d+) because it is already in use/, 'certbot-port-taken'],
  [/(?<=Type: +unauthorized\n\s*)Detail: /, 'certbot-challenge-not-served'],
  [
    /(?<=Type: +dns\n\s*)Detail: |(?<=Type: +connection\n\s*)Detail: .*no such host/,
    'certbot-name-unknown',
  ],
  [/(?<=Type: +connection\n\s*)Detail: /, 'certbot-not-reached'],
  [/The requested (?<plugin>\w+) plugin does not appear to be installed/, 'certbot-plugin-missing'],
  [/Either run as root, or set --config-dir/, 'certbot-not-root'],
  [/Another instance of Certbot is already running/, 'certbot-busy'],

  // PostgreSQL and what talks to it.
  [/password authentication failed for user|no password supplied/, 'postgres-password-wrong'],
  [/database "(?<database>[^"]+)" does not exist/, 'postgres-database-missing'],
  [/role "(?<role>[^"]+)" does not exist/, 'postgres-role-missing'],
  [/(?:relation|column) "[^"]+" does not exist/, 'postgres-schema-differs'],
  [/database files are incompatible with server/, 'postgres-data-other-version'],
  [/too many (?:connections|clients)/, 'postgres-too-many-connections'],

  // The network and TLS.
  [
    /no such host|Could not resolve host|could not translate host name|Name or service not known|Temporary failure in name resolution/,
    'name-unknown-on-server',
  ],
  [
    /no alternative certificate subject name matches|certificate is valid for .*, not /,
    'certificate-other-name',
  ],
  [
    /self[- ]signed certificate|certificate signed by unknown authority|unable to get local issuer certificate/,
    'certificate-untrusted',
  ],
  [/wrong version number|first record does not look like a TLS handshake/, 'port-speaks-no-tls'],
  [
    /connection timed out|i\/o timeout|Operation timed out|[Cc]onnection timeout|timed out after \d+/i,
    'connection-timed-out-on-server',
  ],
  [/connection refused|Couldn't connect to server/i, 'connection-refused-on-server'],

  // Shells and files.
  [/bad interpreter|\^M: |\/bin\/\w+\r|set: Illegal option -\s*$/m, 'script-carriage-return'],
  [/(?:^|: )(?<command>[^\s:]+): (?:command )?not found$/m, 'command-missing'],
  [/permission denied/i, 'file-permission-denied'],
];

/**
 * Turns what a tool printed into an entry of the catalogue.
 * @returns `undefined` for words that nobody has met yet
 */
export function recognise(output: string): Recognised | undefined {
  for (const [pattern, entry] of symptoms) {
    const match = pattern.exec(output);
    if (match === null) continue;
    return { entry, values: { ...match.groups, message: lineAt(output, match.index) } };
  }
  return undefined;
}

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end < 0 ? undefined : end).trim();
}
