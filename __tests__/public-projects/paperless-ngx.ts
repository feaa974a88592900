import { keeps, released, standIn, type PublicProject } from './public-project.js';

const compose = (more = ''): string => `services:
  broker:
    ${keeps('/data')}
    restart: unless-stopped
    volumes:
      - redisdata:/data

  db:
    ${keeps('/var/lib/postgresql/data')}
    restart: unless-stopped
    volumes:
      - pgdata:/var/lib/postgresql/data
    environment:
      POSTGRES_DB: paperless
      POSTGRES_PASSWORD: paperless

  webserver:
    image: ${released}:latest
    restart: unless-stopped
    depends_on:
      - db
      - broker
      - gotenberg
    ports:
      - "8000:8080"
    volumes:
      - data:/usr/src/paperless/data
      - media:/usr/src/paperless/media
      - ./export:/usr/src/paperless/export
      - ./consume:/usr/src/paperless/consume
    env_file: docker-compose.env
    environment:
      PAPERLESS_REDIS: redis://broker:6379
      PAPERLESS_DBHOST: db
${more}
  gotenberg:
    ${standIn}
    restart: unless-stopped
    command:
      - "gotenberg"
      - "--disable-javascript=true"

volumes:
  data:
  media:
  pgdata:
  redisdata:
`;

/** The project's name in `.env`, an env file of its own that only the server has, volumes beside folders. */
export const paperless: PublicProject = {
  name: 'paperless-ngx',
  project: 'paperless',
  typed: 'docker compose up -d',
  released: ['webserver'],
  checkout: { 'docker-compose.yml': compose() },
  onServer: {
    '.env': 'COMPOSE_PROJECT_NAME=paperless\n',
    'docker-compose.env': `# The user that owns what is consumed.
USERMAP_UID=1000
PAPERLESS_SECRET_KEY=not-so#secret
PAPERLESS_TIME_ZONE=Europe/Berlin
`,
  },
  second: { 'docker-compose.yml': compose('      PAPERLESS_TASK_WORKERS: 2\n') },
};
