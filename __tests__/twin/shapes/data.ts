import {
  app,
  changed,
  other,
  revision,
  service,
  sideImage,
  web,
  worker,
  type Shape,
} from '../shape.js';
import { onDatabase, postgres, redis } from './databases.js';

const outside = 'volumes: { outside: { external: true, name: twin-outside } }\n';
const byVariable = 'volumes: { outside: { external: true, name: "${VOLUME}" } }\n';
const withOptions =
  'volumes: { memory: { driver: local, driver_opts: { type: tmpfs, device: tmpfs, o: size=1m }, labels: { team: a } } }\n';

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
    prepare: 'install -d -o deploy -g deploy "$1/data"',
    v1: revision([web(`volumes: ['./data:/data']`)]),
    v2: revision([web(`volumes: ['./data:/data']\n${changed}`)]),
  },
  {
    name: 'folders-that-compose-makes',
    v1: revision([
      web(`volumes: ['./data:/data']`),
      other('cache', `volumes: ['./data/cache:/c', '\${PWD}/more:/m']`),
    ]),
    v2: revision([
      web(`volumes: ['./data:/data']\n${changed}`),
      other('cache', `volumes: ['./data/cache:/c', '\${PWD}/more:/m', './third:/t']`),
    ]),
  },
  {
    name: 'external-volume',
    prepare: 'docker volume create twin-outside >/dev/null',
    untouched: ['other'],
    v1: revision(
      [web(`volumes: ['outside:/data']`), other('other', `volumes: ['outside:/data']`)],
      outside,
    ),
    v2: revision(
      [web(`volumes: ['outside:/data']\n${changed}`), other('other', `volumes: ['outside:/data']`)],
      outside,
    ),
  },
  {
    name: 'external-volume-by-variable',
    prepare: 'docker volume create twin-outside >/dev/null',
    ownEnv: 'VOLUME=twin-outside',
    v1: revision([web(`volumes: ['outside:/data']`)], byVariable),
    v2: revision([web(`volumes: ['outside:/data']\n${changed}`)], byVariable),
  },
  {
    name: 'volume-with-options',
    v1: revision([web(`volumes: ['memory:/data']`)], withOptions),
    v2: revision([web(`volumes: ['memory:/data']\n${changed}`)], withOptions),
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
