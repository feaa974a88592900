import type { CatalogueEntry } from './entry.js';

export const sshErrors = {
  'ssh-host-key-unknown': {
    title: 'No host key to check <host> against',
    kind: 'configuration',
    cause:
      'Neither `known-hosts` nor `host-fingerprint` is set, and a job has no memory of earlier connections: without one of them anybody could pose as your server.',
    fix: 'On the server run `<command>` and compare it with `<fingerprint>`, which <host> shows now. If they are equal, set: host-fingerprint: <fingerprint>',
  },
  'ssh-host-key-mismatch': {
    title: 'The host key of <host> is not the expected one',
    kind: 'environment',
    cause:
      'The server shows <fingerprint>, which is none of the expected: <expected>. Either the server was reinstalled, or something else answers at its address.',
    fix: 'On the server run `<command>`. Only when it prints <fingerprint>, put that into `known-hosts` or `host-fingerprint`.',
  },
  'ssh-key-missing': {
    title: 'There is no SSH key to log in with',
    kind: 'configuration',
    cause: '`ssh-key` is not set, or its secret is empty, and there is no agent (`SSH_AUTH_SOCK`).',
    fix: 'Set `ssh-key: ${{ secrets.SSH_KEY }}`; the secret must exist in this repository or environment.',
  },
  'ssh-key-unreadable': {
    title: 'The SSH key cannot be read',
    kind: 'configuration',
    cause: '<message>',
    fix: 'Store the whole private key file in the secret, from `-----BEGIN` to `-----END … KEY-----`, line breaks included.',
  },
  'ssh-key-needs-passphrase': {
    title: 'The SSH key is protected by a passphrase',
    kind: 'configuration',
    cause: '<message>',
    fix: 'Give the passphrase as `ssh-key-passphrase: ${{ secrets.… }}`, or make a key without one for deploys: `ssh-keygen -t ed25519 -N "" -f deploy_key`',
  },
  'ssh-login-refused': {
    title: '<host> refuses the key of user <user>',
    kind: 'configuration',
    cause: 'The server does not accept the key <key> for the user <user>.',
    fix: 'Add the public key to ~<user>/.ssh/authorized_keys on the server (from your machine: `ssh-copy-id -i deploy_key.pub <user>@<host>`) and check `user` in `host:`.',
  },
  'ssh-host-unknown': {
    title: 'The server <host> is not found',
    kind: 'configuration',
    cause: 'DNS knows no address for <host>.',
    fix: "Check the spelling of `host:`, or use the server's IP address.",
  },
  'ssh-unreachable': {
    title: 'No SSH connection to <host>:<port>',
    kind: 'environment',
    cause: '<message>',
    fix: "Check that the server is up, that sshd listens on port <port>, and that its firewall lets GitHub's runners in.",
  },
  'login-shell-in-the-way': {
    title: 'The login shell of <user> on <host> does not run commands',
    kind: 'environment',
    cause:
      'Before each command it reads its start-up files (~/.bashrc, ~/.zshenv, ~/.config/fish, ~/.ssh/rc, `BASH_ENV`), and one of them reads standard input to its end, starts another program, or ends the shell; or the account or its key allows no commands. It said: <message>',
    fix: 'Let them end early where nobody types, with this line at the top of ~/.bashrc: `case $- in *i*) ;; *) return ;; esac`. Try it: `echo kept | ssh <user>@<host> cat` must print `kept` and nothing else.',
  },
  'ssh-connection-lost': {
    title: 'The connection to <host> was lost and did not come back',
    kind: 'environment',
    cause:
      '<message>. The program on the server goes on by itself: it commits the release or restores the one before.',
    fix: 'See how it ended: `ssh <user>@<host> tail -n 3 <journal>`, or run the job again: the next deploy settles it first.',
  },
} as const satisfies Record<string, CatalogueEntry>;
