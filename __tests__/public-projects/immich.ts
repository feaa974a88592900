import { healthy, keeps, released, standIn, type PublicProject } from './public-project.js';

/** A name of its own, containers' names, `stack.env` as Portainer has it, settings of the hardware by `extends`. */
export const immich: PublicProject = {
  name: 'immich-app',
  project: 'immich',
  typed: 'docker compose --env-file stack.env up -d',
  inputs: { 'env-file': '/opt/immich-app/stack.env', 'version-variable': 'IMMICH_VERSION' },
  released: ['immich-server'],
  checkout: {
    'docker-compose.yml': `name: immich

services:
  immich-server:
    container_name: immich_server
    image: ${released}:\${IMMICH_VERSION:-release}
    extends:
      file: hwaccel.transcoding.yml
      service: cpu
    volumes:
      # Change the place in the env file.
      - \${UPLOAD_LOCATION}:/data
      - /etc/localtime:/etc/localtime:ro
    env_file:
      - stack.env
    ports:
      - '2283:8080'
    depends_on:
      - redis
      - database
    restart: always
    healthcheck:
      disable: false

  immich-machine-learning:
    container_name: immich_machine_learning
    ${keeps('/cache')}
    volumes:
      - model-cache:/cache
    env_file:
      - stack.env
    restart: always
    healthcheck:
      disable: false

  redis:
    container_name: immich_redis
    ${standIn}
    ${healthy('"true || exit 1"')}
    restart: always

  database:
    container_name: immich_postgres
    ${keeps('/var/lib/postgresql/data')}
    environment:
      POSTGRES_PASSWORD: \${DB_PASSWORD}
      POSTGRES_USER: \${DB_USERNAME}
      POSTGRES_INITDB_ARGS: '--data-checksums'
    volumes:
      - \${DB_DATA_LOCATION}:/var/lib/postgresql/data
    shm_size: 128mb
    restart: always

volumes:
  model-cache:
`,
    'hwaccel.transcoding.yml': `services:
  cpu: {}

  vaapi:
    devices:
      - /dev/dri:/dev/dri
`,
  },
  onServer: {
    'stack.env': `# Where uploads are kept
UPLOAD_LOCATION=./library
DB_DATA_LOCATION=./postgres
# TZ=Etc/UTC
IMMICH_VERSION=v0
DB_PASSWORD=postgres
DB_USERNAME=postgres
`,
  },
};
