import { redisImage } from '../../../playground/hosts/redis-image.js';
import { changed, other, project, revision, web, type Revision, type Shape } from '../shape.js';
import { onDatabase, redis } from './databases.js';

const ownEnv = `# ours
export DATABASE_URL=postgres://shop
MOTTO="one
two"
PRICE='5 $'
`;
const asks = `environment: { DATABASE_URL: "\${DATABASE_URL}", MOTTO: "\${MOTTO}", PRICE: "\${PRICE}" }`;

const store = (): string => redis('everysec', redisImage, 'env_file: [.env]');
const withReader = (more: string): Revision =>
  revision([web(`${onDatabase}\n${more}`), store()], 'volumes: { keys: {} }\n');

/** A program that keeps what it needs in a file of the release, as proxies keep their certificates. */
const keeper = other(
  'keeper',
  `command: sh -c 'grep -q cert /acme.json || echo cert >>/acme.json; echo cert >/settings/cert; exec sleep 100000'
volumes: ['./acme.json:/acme.json', './settings:/settings']`,
);
const written = (more: string, page: string): Revision => ({
  compose: project([web(`volumes: ['./page.txt:/page.txt:ro']\n${more}`), keeper]),
  files: { 'acme.json': '{}\n', 'settings/app.ini': 'a=1\n', 'page.txt': page },
});

const fromServer = (more: string): Revision =>
  revision([
    web(`volumes: ['./root.ini:/root.ini:ro', './pile:/pile']\n${more}`),
    other('other', "volumes: ['./root.ini:/root.ini:ro']"),
  ]);

/** What stands on the server and belongs to others than the release. */
export const ownedShapes: readonly Shape[] = [
  {
    name: 'keys-of-the-owner',
    ownEnv,
    untouched: ['other'],
    v1: revision([web(asks), other('other', asks)]),
    v2: revision([web(`${asks}\nlabels: { team: a }`), other('other', asks)]),
  },
  {
    name: 'keys-come-and-go',
    ownEnv,
    v1: { ...revision([web('environment: [DATABASE_URL, ONE, TWO]'), other()]), env: 'ONE=1' },
    v2: { ...revision([web('environment: [DATABASE_URL, ONE, TWO]'), other()]), env: 'TWO=2' },
  },
  {
    name: 'database-reads-env',
    writer: 'redis',
    ownEnv: 'DATABASE_PASSWORD=secret',
    untouched: ['db'],
    v1: withReader(''),
    v2: withReader(changed),
  },
  {
    name: 'all-read-env',
    ownEnv,
    untouched: ['other'],
    v1: revision([web('env_file: .env'), other('other', 'env_file: .env')]),
    v2: revision([web(`env_file: .env\n${changed}`), other('other', 'env_file: .env')]),
  },
  {
    name: 'files-that-a-container-writes',
    untouched: ['keeper'],
    v1: written('', 'first\n'),
    v2: written(changed, 'second\n'),
  },
  {
    name: 'files-of-root',
    prepare: `mkdir -p "$1/pile" "$1/backups" && echo a=1 >"$1/root.ini" && echo ours >"$1/notes"
      chmod 700 "$1/backups" && chmod 600 "$1/notes"`,
    untouched: ['other'],
    v1: fromServer(''),
    v2: fromServer(changed),
  },
  {
    name: 'closed-files-of-root',
    prepare:
      'install -d "$1/pile" && echo a=1 >"$1/root.ini" && chmod 600 "$1/root.ini" && chmod 700 "$1/pile"',
    untouched: ['other'],
    v1: fromServer(''),
    v2: fromServer(changed),
  },
];
