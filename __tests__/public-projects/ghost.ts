import { healthy, keeps, released, standIn, type PublicProject } from './public-project.js';

/** `.env` for Compose and for the app, profiles, a migration before one of them, helpers that were never built. */
export const ghost: PublicProject = {
  name: 'ghost',
  project: 'ghost',
  typed: 'docker compose up -d',
  inputs: { 'version-variable': 'GHOST_VERSION' },
  released: ['ghost', 'tinybird-sync'],
  followers: ['caddy'],
  checkout: {
    'compose.yml': `---
services:
  caddy:
    image: caddy:2
    restart: always
    ports:
      - "\${HTTP_PORT:-80}:80"
    environment:
      DOMAIN: \${DOMAIN:?DOMAIN environment variable is required}
      ADMIN_DOMAIN: \${ADMIN_DOMAIN:-}
    volumes:
      - ./caddy:/etc/caddy
      - caddy_data:/data
      - caddy_config:/config
    depends_on:
      - ghost
    networks:
      - ghost_network

  ghost:
    image: ${released}:\${GHOST_VERSION:-6-alpine}
    restart: always
    # So that settings of a former installation still count.
    env_file:
      - .env
    environment:
      NODE_ENV: production
      url: https://\${DOMAIN:?DOMAIN environment variable is required}
      admin__url: \${ADMIN_DOMAIN:+https://\${ADMIN_DOMAIN}}
      database__connection__password: \${DATABASE_PASSWORD:?DATABASE_PASSWORD environment variable is required}
    volumes:
      - \${UPLOAD_LOCATION:-./data/ghost}:/var/lib/ghost/content
    depends_on:
      db:
        condition: service_healthy
      tinybird-deploy:
        condition: service_completed_successfully
        required: false
      activitypub:
        condition: service_started
        required: false
    networks:
      - ghost_network

  db:
    ${keeps('/var/lib/mysql')}
    restart: always
    expose:
      - "3306"
    environment:
      MYSQL_PASSWORD: \${DATABASE_PASSWORD:?DATABASE_PASSWORD environment variable is required}
    volumes:
      - \${MYSQL_DATA_LOCATION:-./data/mysql}:/var/lib/mysql
      - ./mysql-init:/docker-entrypoint-initdb.d
    ${healthy('test -s /var/lib/mysql/started')}
    networks:
      - ghost_network

  activitypub:
    ${standIn}
    restart: always
    volumes:
      - \${UPLOAD_LOCATION:-./data/ghost}:/opt/activitypub/content
    depends_on:
      db:
        condition: service_healthy
      activitypub-migrate:
        condition: service_completed_successfully
    profiles: [activitypub]
    networks:
      - ghost_network

  activitypub-migrate:
    image: caddy:2
    command: "true"
    networks:
      - ghost_network
    depends_on:
      db:
        condition: service_healthy
    profiles: [activitypub]
    restart: no

  tinybird-sync:
    image: ${released}:\${GHOST_VERSION:-6-alpine}
    command: >
      sh -c "cp -rf /www/* /data/tinybird/"
    volumes:
      - tinybird_files:/data/tinybird
    networks:
      - ghost_network
    profiles: [analytics]
    restart: no

  tinybird-deploy:
    build:
      context: ./tinybird
      dockerfile: Dockerfile
    volumes:
      - tinybird_files:/data/tinybird
    depends_on:
      tinybird-sync:
        condition: service_completed_successfully
    profiles: [analytics]
    networks:
      - ghost_network
    tty: true

volumes:
  caddy_data:
  caddy_config:
  tinybird_files:

networks:
  ghost_network:
`,
    'caddy/Caddyfile': `{
	admin off
}
:80 {
	import /etc/caddy/snippets/*
	reverse_proxy ghost:8080
}
`,
    'caddy/snippets/Headers': '# none\n',
    'mysql-init/create-databases.sh': '#!/bin/sh\necho create\n',
    'tinybird/Dockerfile': 'FROM caddy:2\n',
  },
  onServer: {
    '.env': `# Ghost's settings
COMPOSE_PROFILES=activitypub
DOMAIN=blog.example.com
DATABASE_PASSWORD='not so $secret'
GHOST_VERSION=v0
# HTTPS_PORT=443
HTTP_PORT=8082
mail__from="'Example' <hello@example.com>"
`,
  },
};
