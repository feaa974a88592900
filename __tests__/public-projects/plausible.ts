import { healthy, keeps, released, type PublicProject } from './public-project.js';

/** Two files, one of them in a folder of its own; variables that are passed on by name; settings mounted one by one. */
export const plausible: PublicProject = {
  name: 'plausible-ce',
  project: 'plausible-ce',
  typed: 'docker compose -f compose.yml -f reverse-proxy/compose.caddy.yml up -d',
  inputs: { 'compose-files': 'compose.yml\nreverse-proxy/compose.caddy.yml' },
  released: ['plausible'],
  checkout: {
    'compose.yml': `services:
  plausible_db:
    ${keeps('/var/lib/postgresql/data')}
    restart: always
    volumes:
      - db-data:/var/lib/postgresql/data
    environment:
      - POSTGRES_PASSWORD=postgres
    ${healthy('["CMD-SHELL", "test -s /var/lib/postgresql/data/started"]')}

  plausible_events_db:
    ${keeps('/var/lib/clickhouse')}
    restart: always
    volumes:
      - event-data:/var/lib/clickhouse
      - event-logs:/var/log/clickhouse-server
      - ./clickhouse/logs.xml:/etc/clickhouse-server/config.d/logs.xml:ro
      - ./clickhouse/ipv4-only.xml:/etc/clickhouse-server/config.d/ipv4-only.xml:ro
    ulimits:
      nofile:
        soft: 1024
        hard: 4096
    ${healthy('["CMD-SHELL", "test -s /var/lib/clickhouse/started || exit 1"]')}
      start_period: 1m

  plausible:
    image: ${released}:v0
    restart: always
    command: sh -c "echo createdb && echo migrate && exec sh /app.sh"
    depends_on:
      plausible_db:
        condition: service_healthy
      plausible_events_db:
        condition: service_healthy
    volumes:
      - plausible-data:/var/lib/plausible
    environment:
      - BASE_URL=\${BASE_URL}
      - SECRET_KEY_BASE=\${SECRET_KEY_BASE}
      - TOTP_VAULT_KEY
      - HTTP_PORT
      - MAILER_EMAIL

volumes:
  db-data:
  event-data:
  event-logs:
  plausible-data:
`,
    'reverse-proxy/compose.caddy.yml': `services:
  caddy:
    image: caddy:2
    restart: unless-stopped
    environment:
      - BASE_URL
    ports:
      - 8085:80
    volumes:
      - ./reverse-proxy/Caddyfile:/etc/caddy/Caddyfile
      - caddy-data:/data

volumes:
  caddy-data:
`,
    'reverse-proxy/Caddyfile': ':80 {\n\treverse_proxy plausible:8080\n}\n',
    'clickhouse/logs.xml': '<clickhouse><logger><level>warning</level></logger></clickhouse>\n',
    'clickhouse/ipv4-only.xml': '<clickhouse><listen_host>0.0.0.0</listen_host></clickhouse>\n',
  },
  onServer: {
    '.env': `BASE_URL=https://stats.example.com
SECRET_KEY_BASE=GLVzDZW04FzuS1gMcmBRVhwgd4Gu9YmSl
TOTP_VAULT_KEY=dsxvbn3jxDd16az2QpsX5B8O
HTTP_PORT=80
`,
  },
};
