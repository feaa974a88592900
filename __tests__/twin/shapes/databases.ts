import { postgresImage } from '../../../playground/hosts/postgres-image.js';
import { redisImage } from '../../../playground/hosts/redis-image.js';
import { service } from '../shape.js';

/** The service `db` with the volume `rows`. */
export const postgres = (more = '', image = postgresImage): string =>
  service(
    'db',
    `image: ${image}
restart: unless-stopped
volumes: ['rows:/var/lib/postgresql/data']
healthcheck: { test: [CMD, psql, -h, localhost, -U, postgres, -c, select 1], interval: 1s, retries: 60 }
${more}`,
  );

/** The service `db` with the volume `keys`. */
export const redis = (fsync: string, image = redisImage, more = ''): string =>
  service(
    'db',
    `image: ${image}
restart: unless-stopped
command: [redis-server, --appendonly, 'yes', --appendfsync, ${fsync}, --dir, /data]
volumes: ['keys:/data']
healthcheck: { test: [CMD, redis-cli, ping], interval: 1s, retries: 30 }
${more}`,
  );

/** What waits for it. */
export const onDatabase = 'depends_on: { db: { condition: service_healthy } }';
