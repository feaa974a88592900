import { postgresImage } from '../../../playground/hosts/postgres-image.js';
import { redisImage } from '../../../playground/hosts/redis-image.js';
import { app, changed, revision, service, sideImage, web, worker, type Shape } from '../shape.js';

const postgres = (more = '', image = postgresImage): string =>
  service(
    'db',
    `image: ${image}
restart: unless-stopped
volumes: ['rows:/var/lib/postgresql/data']
healthcheck: { test: [CMD, psql, -h, localhost, -U, postgres, -c, select 1], interval: 1s, retries: 60 }
${more}`,
  );

const redis = (fsync: string, image = redisImage): string =>
  service(
    'db',
    `image: ${image}
restart: unless-stopped
command: [redis-server, --appendonly, 'yes', --appendfsync, ${fsync}, --dir, /data]
volumes: ['keys:/data']
healthcheck: { test: [CMD, redis-cli, ping], interval: 1s, retries: 30 }`,
  );

const onDatabase = 'depends_on: { db: { condition: service_healthy } }';

/** Services that keep data, in every kind of place. */
export const dataShapes: readonly Shape[] = [
  {
    name: 'postgres',
    writer: 'postgres',
    v1: revision([web(onDatabase), postgres()], 'volumes: { rows: {} }\n'),
    v2: revision([web(onDatabase), postgres(changed)], 'volumes: { rows: {} }\n'),
  },
  {
    name: 'redis',
    writer: 'redis',
    v1: revision([web(onDatabase), redis('everysec')], 'volumes: { keys: {} }\n'),
    v2: revision([web(onDatabase), redis('always')], 'volumes: { keys: {} }\n'),
  },
  {
    name: 'released-postgres',
    writer: 'postgres',
    v1: revision([web(onDatabase), postgres('', sideImage('postgres'))], 'volumes: { rows: {} }\n'),
    v2: revision([web(onDatabase), postgres('', sideImage('postgres'))], 'volumes: { rows: {} }\n'),
  },
  {
    name: 'released-redis',
    writer: 'redis',
    v1: revision([web(onDatabase), redis('always', sideImage('redis'))], 'volumes: { keys: {} }\n'),
    v2: revision([web(onDatabase), redis('always', sideImage('redis'))], 'volumes: { keys: {} }\n'),
  },
  {
    name: 'queue-and-worker',
    writer: 'redis',
    v1: revision(
      [web(onDatabase), worker('worker', 'depends_on: [web, db]'), redis('everysec')],
      'volumes: { keys: {} }\n',
    ),
    v2: revision(
      [
        web(`${onDatabase}\n${changed}`),
        worker('worker', 'depends_on: [web, db]'),
        redis('always'),
      ],
      'volumes: { keys: {} }\n',
    ),
  },
  {
    name: 'named-volume',
    v1: revision([web(`volumes: ['uploads:/data']`)], 'volumes: { uploads: {} }\n'),
    v2: revision([web(`volumes: ['uploads:/data']\n${changed}`)], 'volumes: { uploads: {} }\n'),
  },
  {
    name: 'shared-volume',
    v1: revision(
      [web(`volumes: ['shared:/data']`), worker('worker', `volumes: ['shared:/data']`)],
      'volumes: { shared: {} }\n',
    ),
    v2: revision(
      [web(`volumes: ['shared:/data:ro']`), worker('worker', `volumes: ['shared:/data']`)],
      'volumes: { shared: {} }\n',
    ),
  },
  {
    name: 'anonymous-volume',
    v1: revision([web(), worker('worker', `volumes: ['/data']`)]),
    v2: revision([web(), worker('worker', `volumes: ['/data']\n${changed}`)]),
  },
  {
    name: 'image-volume',
    v1: revision([
      web(),
      service('keeper', `image: ${sideImage('volume')}\nrestart: unless-stopped`),
    ]),
    v2: revision([
      web(),
      service('keeper', `image: ${sideImage('volume')}\nrestart: unless-stopped\n${changed}`),
    ]),
  },
  {
    name: 'data-folder',
    // A folder that Docker would make for root is refused: a choice.
    prepare: 'install -d -o deploy -g deploy "$1/data"',
    v1: revision([web(`volumes: ['./data:/data']`)]),
    v2: revision([web(`volumes: ['./data:/data']\n${changed}`)]),
  },
  {
    name: 'volumes-from',
    v1: revision(
      [worker('store', `volumes: ['kept:/data']`), web('volumes_from: [store]')],
      'volumes: { kept: {} }\n',
    ),
    v2: revision(
      [worker('store', `volumes: ['kept:/data']\n${changed}`), web('volumes_from: [store]')],
      'volumes: { kept: {} }\n',
    ),
  },
  {
    name: 'database-of-the-release',
    v1: revision(
      [web(), service('keeper', `image: ${app}\nrestart: always\nvolumes: ['kept:/data']`)],
      'volumes: { kept: { name: kept-for-twins } }\n',
    ),
    v2: revision(
      [
        web(changed),
        service('keeper', `image: ${app}\nrestart: always\nvolumes: ['kept:/data']\n${changed}`),
      ],
      'volumes: { kept: { name: kept-for-twins } }\n',
    ),
  },
];
