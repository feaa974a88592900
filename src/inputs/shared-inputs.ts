import { certificates } from './certificates-kind.js';
import { boolean, duration, hostAddress, listOf, text, wholeNumber } from './kinds.js';

/** How to reach the server over SSH: the same in every action that does. */
export const sshInputs = {
  host: {
    kind: hostAddress,
    required: true,
    description: 'The server, for example `deploy@203.0.113.7`.',
  },
  sshKey: {
    kind: text,
    secret: true,
    description:
      'The private key that logs in, as the whole text of its file. Without it, the agent at `SSH_AUTH_SOCK` is asked.',
  },
  sshKeyPassphrase: {
    kind: text,
    secret: true,
    description: 'The passphrase of `ssh-key`, where it has one.',
  },
  knownHosts: {
    kind: text,
    description:
      "The server's host key as `known_hosts` lines (`ssh-keyscan <host>`, compared on the server). This or `host-fingerprint` is needed.",
  },
  hostFingerprint: {
    kind: text,
    description:
      "The server's host key as a fingerprint (`SHA256:…`, from `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server).",
  },
  jumpHost: {
    kind: hostAddress,
    description:
      'A server through which the other one is reached, for example `jump@203.0.113.1`; the same key logs in there, and its host key is verified too (a second line in `known-hosts`, a second fingerprint).',
  },
  connectTimeout: {
    kind: duration,
    default: '20s',
    description: 'How long to wait for an SSH connection.',
  },
} as const;

/** More servers of the same release. */
export const hostsInputs = {
  hosts: {
    kind: listOf('list of `user@host`, one a line', hostAddress),
    description:
      'More servers that get the same release, once `host`, the first, runs it. When one fails, no further one is tried and every one that was switched gets back what it ran.',
  },
  maxParallel: {
    kind: wholeNumber(1, 50),
    default: '4',
    description: 'How many of `hosts` are deployed to at the same time.',
  },
} as const;

/** The account that reads from (or writes to) the registry. */
export const registryAccountInputs = {
  registryUsername: {
    kind: text,
    description:
      "The user at the registry of the first image; without it, docker's own login on the runner is used, then none.",
  },
  registryPassword: {
    kind: text,
    secret: true,
    description: 'The password or token of `registry-username`.',
  },
} as const;

/** How to reach the registry from the runner. */
export const registryInputs = {
  ...registryAccountInputs,
  registryPlainHttp: {
    kind: boolean,
    default: 'false',
    description:
      'Ask the registry without encryption. A registry on this machine (localhost) always is.',
  },
  registryCa: {
    kind: certificates,
    description:
      "The certificates of a private authority that signed the registry's, beside those that Node knows.",
  },
} as const;

/** How the run that builds an image is watched while it is waited for. */
export const buildWatchInputs = {
  githubToken: {
    kind: text,
    secret: true,
    default: '${{ github.token }}',
    description:
      'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed. Without the permission the wait goes on to its end.',
  },
} as const;
