import { postgresImage } from '../../playground/hosts/postgres-image.js';

/** The Dockerfile of an app that talks to its database when it starts, through `psql`. */
export function databaseApp(base: string): string {
  return `FROM ${base}
RUN printf 'psql "$DATABASE_URL" -c "create table if not exists t ()" && echo ready >/tmp/ready && exec sleep 600\\n' >/app.sh
HEALTHCHECK --interval=1s --retries=3 CMD test -e /tmp/ready
CMD ["sh", "/app.sh"]
`;
}

/** A Compose file as in production: the app of that image beside a real PostgreSQL. */
export function besideDatabase(image: string): string {
  return `services:
  web:
    image: ${image}:\${TAG:-latest}
    environment: {DATABASE_URL: 'postgres://postgres@db/postgres'}
    depends_on: {db: {condition: service_healthy}}
  db:
    image: ${postgresImage}
    healthcheck: {test: [CMD, psql, '-h', localhost, '-U', postgres, '-c', 'select 1'], interval: 1s, retries: 30}
`;
}
