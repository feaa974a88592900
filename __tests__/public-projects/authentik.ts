import { appEntrypoint, healthy, keeps, released, type PublicProject } from './public-project.js';

const image = '${AUTHENTIK_IMAGE:-ghcr.io/example/server}:${AUTHENTIK_TAG:-2025.2.4}';

/** `.env` read by the database too, which must outlive each change of the version in it; the image's name in `.env`. */
export const authentik: PublicProject = {
  name: 'authentik',
  project: 'authentik',
  typed: 'docker compose up -d',
  inputs: { 'version-variable': 'AUTHENTIK_TAG' },
  released: ['server', 'worker'],
  checkout: {
    'docker-compose.yml': `---

services:
  postgresql:
    ${keeps('/var/lib/postgresql/data')}
    restart: unless-stopped
    ${healthy('["CMD-SHELL", "test -n $${POSTGRES_DB} -a -s /var/lib/postgresql/data/started"]')}
      start_period: 20s
    volumes:
      - database:/var/lib/postgresql/data
    environment:
      POSTGRES_PASSWORD: \${PG_PASS:?database password required}
      POSTGRES_USER: \${PG_USER:-authentik}
      POSTGRES_DB: \${PG_DB:-authentik}
    env_file:
      - .env
  redis:
    ${keeps('/data')}
    command: --save 60 1 --loglevel warning
    restart: unless-stopped
    ${healthy('["CMD-SHELL", "cat /data/started | grep :"]')}
      start_period: 20s
    volumes:
      - redis:/data
  server:
    image: ${image}
    restart: unless-stopped
    ${appEntrypoint}
    command: server
    environment:
      AUTHENTIK_SECRET_KEY: \${AUTHENTIK_SECRET_KEY:?secret key required}
      AUTHENTIK_REDIS__HOST: redis
      AUTHENTIK_POSTGRESQL__PASSWORD: \${PG_PASS}
    volumes:
      - ./media:/media
      - ./custom-templates:/templates
    env_file:
      - .env
    ports:
      - "\${COMPOSE_PORT_HTTP:-9000}:8080"
    depends_on:
      postgresql:
        condition: service_healthy
      redis:
        condition: service_healthy
  worker:
    image: ${image}
    restart: unless-stopped
    ${appEntrypoint}
    command: worker
    ulimits:
      nofile:
        soft: 1024
        hard: 4096
    environment:
      AUTHENTIK_SECRET_KEY: \${AUTHENTIK_SECRET_KEY:?secret key required}
    # The name is in no file of this image.
    user: "0:0"
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
      - ./media:/media
      - ./certs:/certs
      - ./custom-templates:/templates
    env_file:
      - .env
    depends_on:
      postgresql:
        condition: service_healthy
      redis:
        condition: service_healthy

volumes:
  database:
    driver: local
  redis:
    driver: local
`,
  },
  onServer: {
    '.env': `PG_PASS=q2o4b+Ge2IbyIc6Rkn==
AUTHENTIK_SECRET_KEY=cm8xZWFzdC9hc2Rm
AUTHENTIK_ERROR_REPORTING__ENABLED=true
AUTHENTIK_IMAGE=${released}
AUTHENTIK_TAG=v0
`,
  },
};
