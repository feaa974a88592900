import { redisImage } from '../../../playground/hosts/redis-image.js';
import {
  changed,
  other,
  project,
  revision,
  service,
  web,
  type Former,
  type Revision,
  type Shape,
} from '../shape.js';
import { onDatabase, postgres, redis } from './databases.js';

const site = (more = ''): Revision => revision([web(more), other()]);

/** A site that somebody runs, with a service that no release changes. */
const adopted = (name: string, former: Former, more: Partial<Shape> = {}): Shape => ({
  name: `adopted-${name}`,
  former,
  untouched: ['other'],
  v1: site(),
  v2: site(changed),
  ...more,
});

const production = 'docker-compose.prod.yml';
const inFile = (more = ''): Revision => ({ ...site(more), composeFiles: [production] });

const files = { 'more.yml': project([other('more')]) };
const inTwo = (more = ''): Revision => ({
  ...site(more),
  files,
  composeFiles: ['compose.yml', 'more.yml'],
});
const inBoth: Pick<Shape, 'v1' | 'v2' | 'untouched'> = {
  v1: inTwo(),
  v2: inTwo(changed),
  untouched: ['other', 'more'],
};

const watched = (more = ''): Revision =>
  revision([web(more), other('monitor', 'profiles: [monitoring]')]);
const withMonitor: Pick<Shape, 'v1' | 'v2' | 'untouched'> = {
  v1: watched(),
  v2: watched(changed),
  untouched: ['monitor'],
};

const asks = 'environment: { DATABASE_URL: "${DATABASE_URL}" }';
const url = 'DATABASE_URL=postgres://shop';
const asking = (more = ''): Revision => revision([web(`${asks}\n${more}`), other('other', asks)]);

const overridden = (more = ''): Revision => ({
  ...site(more),
  files: { 'docker-compose.override.yml': project([service('web', "ports: ['8141:8080']")]) },
});

const mounted = (more = ''): Revision => ({
  compose: project([
    web(`volumes: ['./page.txt:/page.txt:ro']\n${more}`),
    other('other', "volumes: ['./acme.json:/acme.json', './settings:/settings']"),
  ]),
  files: { 'page.txt': 'a page\n', 'acme.json': '{}\n', 'settings/app.ini': 'a=1\n' },
});

const withPostgres = (more = ''): Revision =>
  revision([web(`${onDatabase}\n${more}`), postgres()], 'volumes: { rows: {} }\n');
const withReader = (more = ''): Revision =>
  revision(
    [web(`${onDatabase}\n${more}`), redis('everysec', redisImage, 'env_file: [.env]')],
    'volumes: { keys: {} }\n',
  );

/** Sites that a person has started, in every form, and a release takes over. */
export const adoptedShapes: readonly Shape[] = [
  adopted('plain', {}),
  adopted('name', { words: '-p shop' }, { project: 'shop' }),
  adopted('name-in-env', {}, { project: 'shop', ownEnv: 'COMPOSE_PROJECT_NAME=shop' }),
  adopted('file', { words: `-f ${production}` }, { v1: inFile(), v2: inFile(changed) }),
  adopted('file-of-another-name', { revision: inFile(), words: `-f ${production}` }),
  adopted('files', { words: '-f compose.yml -f more.yml' }, inBoth),
  adopted('files-in-env', {}, { ...inBoth, ownEnv: 'COMPOSE_FILE=compose.yml:more.yml' }),
  adopted(
    'files-with-a-separator',
    {},
    {
      ...inBoth,
      ownEnv: 'COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=compose.yml,more.yml',
    },
  ),
  adopted('override', {}, { v1: overridden(), v2: overridden(changed) }),
  adopted(
    'override-given-up',
    {
      revision: { ...site(), files: { 'compose.override.yml': project([other('more')]) } },
    },
    { inputs: { allow: 'server-files\nservices' } },
  ),
  adopted(
    'env-file',
    { words: '--env-file prod.env', envFile: 'prod.env' },
    {
      v1: asking(),
      v2: asking('labels: { team: a }'),
      ownEnv: url,
      inputs: { 'env-file': '/opt/adopted-env-file/prod.env' },
    },
  ),
  adopted('profile', { words: '--profile monitoring' }, withMonitor),
  adopted('profile-in-env', {}, { ...withMonitor, ownEnv: 'COMPOSE_PROFILES=monitoring' }),
  adopted(
    'all-words',
    {
      revision: { ...watched(), files, composeFiles: [production] },
      words: `-p shop -f ${production} -f more.yml --env-file prod.env --profile monitoring`,
      envFile: 'prod.env',
    },
    {
      v1: { ...watched(), files, composeFiles: [production, 'more.yml'] },
      v2: { ...watched(changed), files, composeFiles: [production, 'more.yml'] },
      project: 'shop',
      untouched: ['monitor', 'more'],
    },
  ),
  adopted(
    'keys',
    {},
    {
      v1: asking(),
      v2: asking('labels: { team: a }'),
      ownEnv: url,
    },
  ),
  adopted('by-root', { by: 'root' }),
  adopted(
    'by-root-with-words',
    {
      by: 'root',
      words: `-p shop -f ${production}`,
    },
    { v1: inFile(), v2: inFile(changed), project: 'shop' },
  ),
  adopted(
    'by-root-with-env',
    { by: 'root' },
    {
      ...inBoth,
      ownEnv: 'COMPOSE_FILE=compose.yml:more.yml\nCOMPOSE_PROFILES=none',
    },
  ),
  adopted('with-mounted-files', {}, { v1: mounted(), v2: mounted(changed) }),
  adopted('by-root-with-mounted-files', { by: 'root' }, { v1: mounted(), v2: mounted(changed) }),
  adopted(
    'with-folders-of-root',
    {},
    {
      v1: revision([web(`volumes: ['./data:/data']`), other('other', `volumes: ['./kept:/kept']`)]),
      v2: revision([
        web(`volumes: ['./data:/data']\n${changed}`),
        other('other', `volumes: ['./kept:/kept']`),
      ]),
    },
  ),
  adopted(
    'postgres',
    { words: '-p shop' },
    {
      project: 'shop',
      writer: 'postgres',
      untouched: ['db'],
      v1: withPostgres(),
      v2: withPostgres(changed),
    },
  ),
  adopted(
    'database-reads-env',
    {},
    {
      writer: 'redis',
      untouched: ['db'],
      ownEnv: 'DATABASE_PASSWORD=secret',
      v1: withReader(),
      v2: withReader(changed),
    },
  ),
];
