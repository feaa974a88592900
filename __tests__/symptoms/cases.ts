import { certbotProvocations } from './certbot-cases.js';
import { dockerClientProvocations } from './docker-client-cases.js';

/** A failure of a tool, provoked for real on a server of the playground. */
export interface Provocation {
  /** Permanent: the fixture is found by it. */
  readonly id: string;
  /** Prints the tool's version in one line. */
  readonly version: string;
  /** What provokes it, as root on the server, in an empty folder. */
  readonly script: string;
  /** What the recogniser must take it for; `undefined`: for nothing that it knows. */
  readonly entry: string | undefined;
}

const docker = 'docker version --format "Docker {{.Server.Version}}"';
const compose = 'docker compose version';
const oldCompose = 'docker-compose version --short | sed "s/^/docker-compose /"';
const ssh = 'ssh -V 2>&1';
const curl = 'curl --version | head -n 1';
const nginx = 'nginx -v 2>&1';
const caddy = 'caddy version | sed "s/^/Caddy /"';
const postgres = 'psql --version';
const sudo = 'sudo --version | head -n 1';
const systemd = 'systemctl --version | head -n 1';
const gnu = 'tar --version | head -n 1';

/** A Compose file, and both Composes that read it. */
function composeCases(
  id: string,
  entry: string | undefined,
  file: string,
  command = 'up -d',
): Provocation[] {
  const place = `cat >compose.yml <<'END'\n${file}END\n`;
  return [
    { id: `compose-2-${id}`, version: compose, entry, script: `${place}docker compose ${command}` },
    {
      id: `compose-1-${id}`,
      version: oldCompose,
      entry,
      script: `${place}mv compose.yml docker-compose.yml\ndocker-compose ${command}`,
    },
  ];
}

const image = 'symptom:1';
const web = (more: string): string => `services:\n  web:\n    image: ${image}\n${more}`;

export const provocations: readonly Provocation[] = [
  // Docker's engine and client
  {
    id: 'docker-no-engine',
    version: docker,
    entry: 'docker-not-running',
    script: 'DOCKER_HOST=unix:///nowhere.sock docker ps',
  },
  {
    id: 'docker-no-permission',
    version: docker,
    entry: 'docker-permission-denied',
    script: 'runuser -u nobody -- docker ps',
  },
  {
    id: 'docker-port-taken-by-container',
    version: docker,
    entry: 'port-taken',
    script: `docker run -d --name holder -p 7001:80 ${image} sleep 60 >/dev/null; docker run --rm -p 7001:80 ${image} true`,
  },
  {
    id: 'docker-port-taken-by-process',
    version: docker,
    entry: 'port-taken',
    script: `perl -MIO::Socket::INET -e '$s=IO::Socket::INET->new(LocalPort=>7002,Listen=>1);sleep 20' & sleep 1; docker run --rm -p 7002:80 ${image} true`,
  },
  {
    id: 'docker-name-taken',
    version: docker,
    entry: 'container-name-taken',
    script: `docker run -d --name twice ${image} sleep 60 >/dev/null; docker run -d --name twice ${image} sleep 60`,
  },
  {
    id: 'docker-command-missing',
    version: docker,
    entry: 'container-command-missing',
    script: `docker run --rm ${image} no-such-program`,
  },
  {
    id: 'docker-command-not-executable',
    version: docker,
    entry: 'container-command-missing',
    script: `docker run --rm ${image} /etc/passwd`,
  },
  {
    id: 'docker-wrong-platform',
    version: docker,
    entry: 'image-wrong-platform',
    script: `printf 'nonsense' >program; chmod +x program; docker run --rm -v "$PWD/program:/program" ${image} /program`,
  },
  {
    id: 'docker-mount-file-on-folder',
    version: docker,
    entry: 'mount-file-and-folder',
    script: `touch file; docker run --rm -v "$PWD/file:/bin" ${image} true`,
  },
  {
    id: 'docker-network-unknown',
    version: docker,
    entry: 'docker-network-unknown',
    script: `docker run --rm --network nowhere ${image} true`,
  },
  {
    id: 'docker-address-pool',
    version: docker,
    entry: 'docker-subnets-used-up',
    script:
      'i=0; while [ $i -lt 40 ]; do docker network create symptom$i >/dev/null 2>error || { cat error; break; }; i=$((i+1)); done; docker network ls -q --filter name=symptom | xargs -r docker network rm >/dev/null',
  },
  {
    id: 'docker-memory-too-small',
    version: docker,
    entry: 'container-limit-invalid',
    script: `docker run --rm -m 1m ${image} true`,
  },
  {
    id: 'docker-cpus-too-many',
    version: docker,
    entry: 'container-limit-invalid',
    script: `docker run --rm --cpus 512 ${image} true`,
  },
  {
    id: 'docker-no-gpu',
    version: docker,
    entry: 'docker-no-gpu',
    script: `docker run --rm --gpus all ${image} true`,
  },
  {
    id: 'docker-reference-invalid',
    version: docker,
    entry: 'image-reference-invalid',
    script: 'docker pull acme/API:latest',
  },
  {
    id: 'docker-reference-empty-tag',
    version: docker,
    entry: 'image-reference-invalid',
    script: 'docker pull acme/api:',
  },
  {
    id: 'docker-pull-no-name',
    version: docker,
    entry: 'name-unknown-on-server',
    script: 'docker pull registry.invalid/acme/api:1',
  },
  {
    id: 'docker-pull-refused',
    version: docker,
    entry: 'connection-refused-on-server',
    script: 'docker pull 127.0.0.1:9/acme/api:1',
  },
  {
    id: 'docker-pull-http',
    version: docker,
    entry: 'registry-speaks-http',
    script:
      'caddy respond --listen :7005 hi >/dev/null 2>&1 & sleep 1; docker pull "$(hostname -I | cut -d " " -f 1):7005/acme/api:1"; kill $!',
  },
  {
    id: 'docker-exec-not-running',
    version: docker,
    entry: 'container-not-running',
    script: `docker create --name idle ${image} true >/dev/null; docker exec idle true`,
  },
  {
    id: 'docker-no-such-container',
    version: docker,
    entry: 'container-unknown',
    script: 'docker exec nobody true',
  },
  {
    id: 'docker-volume-in-use',
    version: docker,
    entry: 'docker-volume-in-use',
    script: `docker run -d -v kept:/x ${image} sleep 60 >/dev/null; docker volume rm kept`,
  },
  {
    id: 'docker-disk-full',
    version: docker,
    entry: 'disk-full',
    script: `docker run --rm --tmpfs /small:size=1m ${image} sh -c 'cat /dev/zero >/small/x'`,
  },
  {
    id: 'docker-read-only',
    version: docker,
    entry: 'file-system-read-only',
    script: `docker run --rm --read-only ${image} sh -c 'echo >/x'`,
  },
  {
    id: 'docker-compose-plugin-missing',
    version: docker,
    entry: 'compose-missing',
    script:
      'mkdir empty && mount --bind empty /usr/libexec/docker/cli-plugins; docker compose -f x up; umount /usr/libexec/docker/cli-plugins',
  },
  {
    id: 'docker-compose-plugin-missing-long',
    version: docker,
    entry: 'compose-missing',
    script:
      'mkdir empty && mount --bind empty /usr/libexec/docker/cli-plugins; docker compose version; umount /usr/libexec/docker/cli-plugins',
  },
  ...dockerClientProvocations,

  // Compose, both of them
  ...composeCases(
    'network-external-missing',
    'docker-network-unknown',
    `${web('    networks: [proxy_net]\n')}networks:\n  proxy_net:\n    external: true\n`,
  ),
  ...composeCases(
    'volume-external-missing',
    'volume-missing',
    `${web('    volumes: ["data:/data"]\n')}volumes:\n  data:\n    external: true\n`,
  ),
  ...composeCases('port-taken', 'port-taken', web('    ports: ["22:80"]\n')),
  ...composeCases('key-unknown', 'compose-file-invalid', web('    imagee: x\n'), 'config'),
  ...composeCases('yaml-broken', 'compose-file-invalid', 'services: [\n', 'config'),
  // The old one takes such a network as it is; and the new one takes such a volume for a path.
  ...composeCases(
    'network-undefined',
    'compose-file-invalid',
    web('    networks: [x]\n'),
    'config',
  ).slice(0, 1),
  ...composeCases(
    'volume-undefined',
    'compose-file-invalid',
    web('    volumes: ["x:/x"]\n'),
    'config',
  ).slice(1),
  ...composeCases(
    'no-image',
    'compose-file-invalid',
    'services:\n  web:\n    ports: ["1"]\n',
    'config',
  ),
  ...composeCases(
    'env-file-missing',
    'compose-env-file-missing',
    web('    env_file: [none.env]\n'),
  ),
  ...composeCases(
    'variable-required',
    'compose-variable-missing',
    'services:\n  web:\n    image: ${IMAGE:?set the image}\n',
    'config',
  ),
  ...composeCases(
    'dependency-unhealthy',
    'compose-dependency-failed',
    `${web('    command: sleep 60\n    depends_on:\n      db: {condition: service_healthy}\n')}  db:\n    image: ${image}\n    command: sleep 60\n    healthcheck: {test: "false", interval: 1s, retries: 1}\n`,
  ),
  ...composeCases(
    'dependency-exited',
    'compose-dependency-failed',
    `${web('    command: sleep 60\n    depends_on:\n      once: {condition: service_completed_successfully}\n')}  once:\n    image: ${image}\n    command: sh -c "exit 3"\n`,
  ),
  ...composeCases(
    'interpolation',
    'compose-file-invalid',
    'services:\n  web:\n    image: ${\n',
    'config',
  ),
  ...composeCases(
    'dependency-circle',
    'compose-file-invalid',
    'services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n',
    'config',
  ),
  {
    id: 'compose-2-no-file',
    version: compose,
    entry: 'compose-file-missing',
    script: 'docker compose ps',
  },
  {
    id: 'compose-1-no-file',
    version: oldCompose,
    entry: 'compose-file-missing',
    script: 'docker-compose ps',
  },
  {
    id: 'compose-2-no-service',
    version: compose,
    entry: 'compose-service-unknown',
    script: `printf 'services: {web: {image: "${image}"}}\\n' >compose.yml; docker compose up -d wbe`,
  },
  {
    id: 'compose-1-no-service',
    version: oldCompose,
    entry: 'compose-service-unknown',
    script: `printf 'version: "3"\\nservices: {web: {image: "${image}"}}\\n' >docker-compose.yml; docker-compose up -d wbe`,
  },

  // SSH
  {
    id: 'ssh-no-name',
    version: ssh,
    entry: 'name-unknown-on-server',
    script: 'ssh -o BatchMode=yes host.invalid true',
  },
  {
    id: 'ssh-refused',
    version: ssh,
    entry: 'connection-refused-on-server',
    script: 'ssh -o BatchMode=yes -p 9 127.0.0.1 true',
  },
  {
    id: 'ssh-host-key-unknown',
    version: ssh,
    entry: 'outgoing-ssh-host-key-unknown',
    script:
      'ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=/dev/null 127.0.0.1 true',
  },
  {
    id: 'ssh-host-key-changed',
    version: ssh,
    entry: 'outgoing-ssh-host-key-changed',
    script:
      'ssh-keygen -q -t ed25519 -N "" -f other; sed "s/^/127.0.0.1 /" other.pub >known; ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=known -o HostKeyAlgorithms=ssh-ed25519 127.0.0.1 true',
  },
  {
    id: 'ssh-denied',
    version: ssh,
    entry: 'outgoing-ssh-login-refused',
    script:
      'ssh-keyscan 127.0.0.1 2>/dev/null >known; ssh-keygen -q -t ed25519 -N "" -f key; ssh -o BatchMode=yes -o UserKnownHostsFile=known -i key deploy@127.0.0.1 true',
  },
  {
    id: 'ssh-key-invalid',
    version: ssh,
    entry: 'outgoing-ssh-key-unreadable',
    script:
      'ssh-keyscan 127.0.0.1 2>/dev/null >known; echo nonsense >key; chmod 600 key; ssh -o BatchMode=yes -o UserKnownHostsFile=known -i key deploy@127.0.0.1 true',
  },
  {
    id: 'ssh-key-open-to-others',
    version: ssh,
    entry: 'outgoing-ssh-login-refused',
    script:
      'ssh-keyscan 127.0.0.1 2>/dev/null >known; ssh-keygen -q -t ed25519 -N "" -f key; chmod 644 key; ssh -o BatchMode=yes -o UserKnownHostsFile=known -i key deploy@127.0.0.1 true',
  },
  {
    id: 'ssh-no-common-cipher',
    version: ssh,
    entry: 'outgoing-ssh-no-common-algorithm',
    script: 'ssh -o BatchMode=yes -o KexAlgorithms=diffie-hellman-group1-sha1 127.0.0.1 true',
  },
  {
    id: 'git-no-key',
    version: 'git --version',
    entry: 'outgoing-ssh-host-key-unknown',
    script:
      'GIT_SSH_COMMAND="ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o UserKnownHostsFile=/dev/null" git clone deploy@127.0.0.1:nowhere',
  },

  // sudo and systemd
  {
    id: 'sudo-password',
    version: sudo,
    entry: 'sudo-needs-password',
    script: 'runuser -u asker -- sudo -n true',
  },
  {
    id: 'sudo-terminal',
    version: sudo,
    entry: 'sudo-needs-password',
    script: 'runuser -u asker -- setsid sudo true </dev/null',
  },
  {
    id: 'sudo-not-allowed',
    version: sudo,
    entry: 'sudo-not-allowed',
    script: 'echo secret | runuser -u stranger -- sudo -S true',
  },
  {
    id: 'sudo-command-missing',
    version: sudo,
    entry: 'command-missing',
    script: 'sudo -n no-such-program',
  },
  {
    id: 'systemd-unit-missing',
    version: systemd,
    entry: 'systemd-unit-missing',
    script: 'systemctl start nowhere.service',
  },
  {
    id: 'systemd-unit-failed',
    version: systemd,
    entry: 'systemd-unit-failed',
    script:
      'printf "[Service]\\nType=oneshot\\nExecStart=/bin/false\\n" >/run/systemd/system/symptom.service; systemctl daemon-reload; systemctl start symptom',
  },
  {
    id: 'systemd-no-permission',
    version: systemd,
    entry: 'systemd-no-permission',
    script: 'runuser -u nobody -- systemctl --no-ask-password restart ssh',
  },

  // nginx and Caddy
  {
    id: 'nginx-upstream-unknown',
    version: nginx,
    entry: 'nginx-upstream-unknown',
    script:
      'echo "events {} http { server { listen 7010; location / { proxy_pass http://web:8080; } } }" >c; nginx -t -c "$PWD/c"',
  },
  {
    id: 'nginx-directive-unknown',
    version: nginx,
    entry: 'nginx-config-invalid',
    script: 'echo "events {} http { nonsense on; }" >c; nginx -t -c "$PWD/c"',
  },
  {
    id: 'nginx-brace',
    version: nginx,
    entry: 'nginx-config-invalid',
    script: 'echo "events {} http {" >c; nginx -t -c "$PWD/c"',
  },
  {
    id: 'nginx-certificate-missing',
    version: nginx,
    entry: 'nginx-certificate-missing',
    script:
      'echo "events {} http { server { listen 7011 ssl; ssl_certificate /none.pem; ssl_certificate_key /none.key; } }" >c; nginx -t -c "$PWD/c"',
  },
  {
    id: 'nginx-port-taken',
    version: nginx,
    entry: 'port-taken',
    script: 'echo "events {} http { server { listen 22; } }" >c; nginx -c "$PWD/c"',
  },
  {
    id: 'caddy-directive-unknown',
    version: caddy,
    entry: 'caddy-config-invalid',
    script:
      'printf ":80 {\\n nonsense\\n}\\n" >Caddyfile; caddy validate --config Caddyfile --adapter caddyfile',
  },
  {
    id: 'caddy-brace',
    version: caddy,
    entry: 'caddy-config-invalid',
    script: 'printf ":80 {\\n" >Caddyfile; caddy validate --config Caddyfile --adapter caddyfile',
  },
  {
    id: 'caddy-port-taken',
    version: caddy,
    entry: 'port-taken',
    script:
      'printf "{\\n admin off\\n}\\n:22 {\\n}\\n" >Caddyfile; timeout 5 caddy run --config Caddyfile',
  },
  {
    id: 'caddy-no-admin',
    version: caddy,
    entry: 'caddy-admin-unreachable',
    script:
      'printf ":80 {\\n}\\n" >Caddyfile; caddy reload --config Caddyfile --address localhost:7012',
  },
  ...certbotProvocations,

  // PostgreSQL
  {
    id: 'postgres-refused',
    version: postgres,
    entry: 'connection-refused-on-server',
    script: 'psql -h 127.0.0.1 -p 9 -U app app -c "select 1"',
  },
  {
    id: 'postgres-password',
    version: postgres,
    entry: 'postgres-password-wrong',
    script: 'PGPASSWORD=wrong psql -h 127.0.0.1 -U app app -c "select 1"',
  },
  {
    id: 'postgres-no-password',
    version: postgres,
    entry: 'postgres-password-wrong',
    script: 'psql -w -h 127.0.0.1 -U app app -c "select 1"',
  },
  {
    id: 'postgres-database-missing',
    version: postgres,
    entry: 'postgres-database-missing',
    script: 'PGPASSWORD=secret psql -h 127.0.0.1 -U app nowhere -c "select 1"',
  },
  {
    id: 'postgres-role-missing',
    version: postgres,
    entry: 'postgres-role-missing',
    script:
      'runuser -u postgres -- psql -U nobody postgres -c "select 1" -h /var/run/postgresql -w; su postgres -c "psql -c \'set role nobody_at_all\'"',
  },
  {
    id: 'postgres-relation-missing',
    version: postgres,
    entry: 'postgres-schema-differs',
    script: 'PGPASSWORD=secret psql -h 127.0.0.1 -U app app -c "select * from users"',
  },
  {
    id: 'postgres-column-missing',
    version: postgres,
    entry: 'postgres-schema-differs',
    script:
      'PGPASSWORD=secret psql -h 127.0.0.1 -U app app -c "create temp table t (a int)" -c "select b from t"',
  },
  {
    id: 'postgres-name-unknown',
    version: postgres,
    entry: 'name-unknown-on-server',
    script: 'psql -h db.invalid -U app app -c "select 1"',
  },
  {
    id: 'postgres-other-version',
    version: postgres,
    entry: 'postgres-data-other-version',
    script:
      'cd /var/lib/postgresql && rm -rf other && runuser -u postgres -- /usr/lib/postgresql/15/bin/initdb -D "$PWD/other" >/dev/null 2>&1 && echo 13 >other/PG_VERSION; runuser -u postgres -- /usr/lib/postgresql/15/bin/postgres -D "$PWD/other"',
  },
  {
    id: 'postgres-too-many',
    version: postgres,
    entry: 'postgres-too-many-connections',
    script:
      'for i in 1 2 3 4 5 6; do PGPASSWORD=secret psql -h 127.0.0.1 -U crowded app -c "select pg_sleep(4)" >/dev/null 2>&1 & done; sleep 1.5; PGPASSWORD=secret psql -h 127.0.0.1 -U crowded app -c "select 1"',
  },

  // The network, TLS, disks, shells
  {
    id: 'curl-no-name',
    version: curl,
    entry: 'name-unknown-on-server',
    script: 'curl -sS http://host.invalid/',
  },
  {
    id: 'curl-refused',
    version: curl,
    entry: 'connection-refused-on-server',
    script: 'curl -sS http://127.0.0.1:9/',
  },
  {
    id: 'curl-timeout',
    version: curl,
    entry: 'connection-timed-out-on-server',
    script:
      'iptables -I OUTPUT -d 192.0.2.1 -j DROP; curl -sS --max-time 1 http://192.0.2.1/; iptables -D OUTPUT -d 192.0.2.1 -j DROP',
  },
  {
    id: 'curl-certificate-untrusted',
    version: curl,
    entry: 'certificate-untrusted',
    script: 'curl -sS https://127.0.0.1:7443/',
  },
  {
    id: 'curl-certificate-name',
    version: curl,
    entry: 'certificate-other-name',
    script: 'curl -sS --cacert /root/site.pem https://127.0.0.1:7443/',
  },
  {
    id: 'curl-not-tls',
    version: curl,
    entry: 'port-speaks-no-tls',
    script: 'curl -sS https://127.0.0.1:22/',
  },
  {
    id: 'tar-disk-full',
    version: gnu,
    entry: 'disk-full',
    script:
      'mkdir s && mount -t tmpfs -o size=1m tmpfs s; head -c 3000000 /dev/zero >big; tar -cf - big | tar -xf - -C s; umount s',
  },
  {
    id: 'cp-read-only',
    version: 'cp --version | head -n 1',
    entry: 'file-system-read-only',
    script: 'mkdir s && mount -t tmpfs -o ro tmpfs s; cp /etc/passwd s/; umount s',
  },
  {
    id: 'cp-permission',
    version: 'cp --version | head -n 1',
    entry: 'file-permission-denied',
    script: 'runuser -u nobody -- cp /etc/passwd /root/x',
  },
  {
    id: 'sh-command-missing',
    version: 'dpkg-query -W -f "dash \\${Version}" dash',
    entry: 'command-missing',
    script: 'sh -c no-such-program',
  },
  {
    id: 'bash-command-missing',
    version: 'bash --version | head -n 1',
    entry: 'command-missing',
    script: 'bash -c no-such-program',
  },
  {
    id: 'script-carriage-return',
    version: 'dpkg-query -W -f "dash \\${Version}" dash',
    entry: 'script-carriage-return',
    script:
      'printf "#!/bin/sh\\r\\necho hi\\r\\n" >x.sh; chmod +x x.sh; bash -c ./x.sh; printf "set -e\\r\\n" | sh',
  },
  {
    id: 'open-files',
    version: 'bash --version | head -n 1',
    entry: 'too-many-open-files',
    script:
      'bash -c "ulimit -n 12; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do exec {fd}</dev/null; done"',
  },
  {
    id: 'out-of-memory',
    version: docker,
    entry: 'out-of-memory',
    script: `docker run --rm -m 8m ${image} sh -c 'head -c 100000000 /dev/zero | tail -c 50000000 >/dev/null; echo status $?'`,
  },
  {
    id: 'unknown-words',
    version: 'echo none',
    entry: undefined,
    script: 'echo "the moon is in the seventh house" >&2; exit 3',
  },
];
