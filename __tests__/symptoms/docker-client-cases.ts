import type { Provocation } from './cases.js';

/** This machine's own client, which is newer than the server's and words its errors in its own way. */
const docker = 'newer-docker';

const version = `${docker} version --format "Docker client {{.Client.Version}}" 2>/dev/null`;

const withoutPlugins = (command: string): string =>
  `mkdir empty && mount --bind empty /usr/libexec/docker/cli-plugins; ${command}; umount /usr/libexec/docker/cli-plugins`;

export const dockerClientProvocations: readonly Provocation[] = [
  {
    id: 'docker-client-no-engine',
    version,
    entry: 'docker-not-running',
    script: `DOCKER_HOST=unix:///nowhere.sock ${docker} ps`,
  },
  {
    id: 'docker-client-engine-refuses',
    version,
    entry: 'docker-not-running',
    script: `DOCKER_HOST=tcp://127.0.0.1:9 ${docker} ps`,
  },
  {
    id: 'docker-client-no-permission',
    version,
    entry: 'docker-permission-denied',
    script: `runuser -u nobody -- ${docker} ps`,
  },
  {
    id: 'docker-client-compose-missing',
    version,
    entry: 'compose-missing',
    script: withoutPlugins(`${docker} compose version`),
  },
  {
    id: 'docker-client-compose-missing-flag',
    version,
    entry: 'compose-missing',
    script: withoutPlugins(`${docker} compose -f compose.yml up -d`),
  },
  {
    id: 'docker-client-compose-missing-long-flag',
    version,
    entry: 'compose-missing',
    script: withoutPlugins(`${docker} compose --file compose.yml up -d`),
  },
  {
    id: 'docker-client-pull-no-login',
    version,
    entry: 'pull-access-denied',
    script: `${docker} pull 127.0.0.1:5480/acme/api:1`,
  },
  {
    id: 'docker-client-pull-denied',
    version,
    entry: 'pull-access-denied',
    script: `mkdir login; printf '{"auths":{"127.0.0.1:5480":{"auth":"%s"}}}' "$(printf ci:wrong | base64)" >login/config.json; ${docker} --config login pull 127.0.0.1:5480/acme/api:1`,
  },
  {
    id: 'docker-client-port-taken',
    version,
    entry: 'port-taken',
    script: `${docker} run --rm -p 22:80 symptom:1 true`,
  },
];
