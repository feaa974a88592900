import { keeps, released, standIn, type PublicProject } from './public-project.js';

const healthcheck = (test: string): string => `healthcheck:
      <<: *healthcheck_defaults
      test: ${test}`;

/** `.env` in the repository and another one beside it on the server, merged anchors, long mounts, an entrypoint in a folder. */
export const sentry: PublicProject = {
  name: 'self-hosted',
  project: 'sentry-self-hosted',
  typed: 'docker compose --env-file .env --env-file .env.custom up -d',
  inputs: { 'env-file': '.env', env: 'SENTRY_MAIL_HOST=example.com\nSENTRY_BIND=9001' },
  released: ['web', 'cron', 'worker'],
  checkout: {
    '.env': `COMPOSE_PROJECT_NAME=sentry-self-hosted
# Set COMPOSE_PROFILES to "feature-complete" or "errors-only"
COMPOSE_PROFILES=feature-complete
SENTRY_EVENT_RETENTION_DAYS=90
# You can either use a port number or an IP:PORT combo
SENTRY_BIND=9000
# SENTRY_MAIL_HOST=
SENTRY_IMAGE=${released}:nightly
SNUBA_IMAGE=caddy:2
HEALTHCHECK_INTERVAL=1s
HEALTHCHECK_TIMEOUT=1m30s
HEALTHCHECK_RETRIES=10
`,
    'docker-compose.yml': `x-restart-policy: &restart_policy
  restart: unless-stopped
x-depends_on-healthy: &depends_on-healthy
  condition: service_healthy
x-depends_on-default: &depends_on-default
  condition: service_started
x-healthcheck-defaults: &healthcheck_defaults
  interval: "$HEALTHCHECK_INTERVAL"
  timeout: "$HEALTHCHECK_TIMEOUT"
  retries: $HEALTHCHECK_RETRIES
  start_period: 10s
x-sentry-defaults: &sentry_defaults
  <<: *restart_policy
  image: "$SENTRY_IMAGE"
  platform: \${DOCKER_PLATFORM:-}
  depends_on: &sentry_depends_on
    redis:
      <<: *depends_on-healthy
    postgres:
      <<: *depends_on-healthy
    smtp:
      <<: *depends_on-default
    snuba-api:
      <<: *depends_on-default
  entrypoint: ["sh", "/etc/sentry/entrypoint.sh"]
  command: ["run", "web"]
  environment:
    SENTRY_CONF: "/etc/sentry"
    DEFAULT_CA_BUNDLE: &ca_bundle "/etc/ssl/certs/ca-certificates.crt"
    REQUESTS_CA_BUNDLE: *ca_bundle
    SENTRY_EVENT_RETENTION_DAYS:
    SENTRY_MAIL_HOST:
    OPENAI_API_KEY:
  volumes:
    - "sentry-data:/data"
    - "./sentry:/etc/sentry"
    - "./certificates:/usr/local/share/ca-certificates:ro"
x-sentry-defaults-feature-complete: &sentry_defaults-feature-complete
  <<: *sentry_defaults
  depends_on:
    <<: *sentry_depends_on
    snuba-replays-consumer:
      <<: *depends_on-default
x-snuba-defaults: &snuba_defaults
  <<: *restart_policy
  depends_on:
    redis:
      <<: *depends_on-healthy
  image: "$SNUBA_IMAGE"
  entrypoint: ["sh", "-c", "trap 'exit 0' TERM; sleep 100000 & wait", "snuba"]
  environment:
    SNUBA_SETTINGS: self_hosted
    SENTRY_EVENT_RETENTION_DAYS:
services:
  smtp:
    <<: *restart_policy
    ${standIn}
    hostname: "\${SENTRY_MAIL_HOST:-}"
    volumes:
      - "sentry-smtp:/var/spool/exim4"
  redis:
    <<: *restart_policy
    ${keeps('/data')}
    ${healthcheck('test -s /data/started')}
    volumes:
      - "sentry-redis:/data"
      - type: bind
        read_only: true
        source: ./redis.conf
        target: /usr/local/etc/redis/redis.conf
    command: ["redis-server", "/usr/local/etc/redis/redis.conf"]
  postgres:
    <<: *restart_policy
    ${keeps('/var/lib/postgresql/data')}
    ${healthcheck('["CMD-SHELL", "test -d /opt/sentry -a ${POSTGRES_USER:-postgres} = postgres"]')}
    command: ["postgres", "-c", "max_connections=\${POSTGRES_MAX_CONNECTIONS:-100}"]
    volumes:
      - "sentry-postgres:/var/lib/postgresql/data"
      - type: bind
        read_only: true
        source: ./postgres/
        target: /opt/sentry/
  geoipupdate:
    image: caddy:2
    entrypoint: ["true", "-d", "/sentry"]
    volumes:
      - "./geoip:/sentry"
  snuba-api:
    <<: *snuba_defaults
  snuba-replays-consumer:
    <<: *snuba_defaults
    command: rust-consumer --storage replays --auto-offset-reset=latest
    profiles:
      - feature-complete
  web:
    <<: *sentry_defaults-feature-complete
    ulimits:
      nofile:
        soft: 4096
        hard: 4096
    ports:
      - "$SENTRY_BIND:8080"
    profiles:
      - feature-complete
  web-errors-only:
    <<: *sentry_defaults
    profiles:
      - errors-only
  cron:
    <<: *sentry_defaults
    command: run cron
  worker:
    <<: *sentry_defaults-feature-complete
    command: run worker
    profiles:
      - feature-complete
volumes:
  sentry-data:
    external: true
  sentry-postgres:
    external: true
  sentry-redis:
    external: true
  sentry-smtp:
`,
    'redis.conf': 'maxmemory 0\n',
    'postgres/postgres-entrypoint.sh': '#!/bin/bash\nexec docker-entrypoint.sh "$@"\n',
    'sentry/entrypoint.sh': '#!/bin/sh\nset -e\nexec sh /app.sh "$@"\n',
    'sentry/sentry.conf.py': 'SECRET = "not-so-secret"\n',
    'certificates/.gitignore': '*\n!.gitignore\n',
  },
  onServer: { '.env.custom': 'SENTRY_MAIL_HOST=example.com\nSENTRY_BIND=9001\n' },
  prepare: 'for name in data postgres redis; do docker volume create sentry-$name; done',
};
