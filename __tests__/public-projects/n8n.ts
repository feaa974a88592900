import { appEntrypoint, healthy, keeps, released, type PublicProject } from './public-project.js';

/** Anchors and extension fields, the same image with two commands, variables by name, a volume from outside. */
export const n8n: PublicProject = {
  name: 'n8n-compose',
  project: 'n8n-compose',
  prepare: 'docker volume create n8n_storage',
  typed: 'docker compose up -d',
  inputs: { 'version-variable': 'N8N_VERSION' },
  released: ['n8n', 'n8n-worker'],
  checkout: {
    'docker-compose.yml': `volumes:
  db_storage:
  n8n_storage:
    external: true
  redis_storage:

x-shared: &shared
  restart: always
  image: ${released}:\${N8N_VERSION}
  ${appEntrypoint}
  environment:
    - DB_POSTGRESDB_HOST=postgres
    - DB_POSTGRESDB_PASSWORD=\${POSTGRES_NON_ROOT_PASSWORD}
    - N8N_ENCRYPTION_KEY=\${ENCRYPTION_KEY}
  links:
    - postgres
    - redis
  volumes:
    - n8n_storage:/home/node/.n8n
  depends_on:
    redis:
      condition: service_healthy
    postgres:
      condition: service_healthy

services:
  postgres:
    ${keeps('/var/lib/postgresql/data')}
    restart: always
    environment:
      - POSTGRES_USER
      - POSTGRES_PASSWORD
      - POSTGRES_DB
    volumes:
      - db_storage:/var/lib/postgresql/data
      - ./init-data.sh:/docker-entrypoint-initdb.d/init-data.sh
    ${healthy("['CMD-SHELL', 'test -n \"${POSTGRES_USER}\" -a -s /var/lib/postgresql/data/started']")}

  redis:
    ${keeps('/data')}
    restart: always
    volumes:
      - redis_storage:/data
    ${healthy("['CMD', 'test', '-s', '/data/started']")}

  n8n:
    <<: *shared
    ports:
      - 5678:8080

  n8n-worker:
    <<: *shared
    command: worker
    depends_on:
      - n8n
`,
    'init-data.sh': '#!/bin/bash\nset -e;\n\necho "CREATE USER ${POSTGRES_NON_ROOT_USER}"\n',
  },
  onServer: {
    '.env': `N8N_VERSION=v0
POSTGRES_USER=changeUser
POSTGRES_PASSWORD=changePassword
POSTGRES_DB=n8n

POSTGRES_NON_ROOT_USER=changeUser
POSTGRES_NON_ROOT_PASSWORD=changePassword
ENCRYPTION_KEY=changeEncryptionKey
`,
  },
};
