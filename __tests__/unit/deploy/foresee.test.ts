import { describe, expect, it } from '@jest/globals';
import { foresee } from '../../../src/deploy/plan/foresee.js';
import type { Foreseen } from '../../../src/deploy/plan/foreseen.js';
import { envFilesOnServer } from '../../../src/deploy/plan/old-env-problems.js';
import { textEntry } from '../../../src/local/plan/text-entry.js';
import { parseResourceFacts } from '../../../src/server/plan/resource-facts.js';
import { readProject } from '../../support/read-project.js';

/** What comes of a Compose file on a server whose look printed those lines. */
function outlook(
  text: string,
  lines: readonly string[],
  rolls = false,
  old?: { readonly env: string; readonly shipped: string; readonly onServer: string },
): Foreseen {
  const facts = parseResourceFacts(['project=app', ...lines, 'end=yes', ''].join('\n'));
  if (facts === undefined) throw new Error('not whole');
  const project = readProject({ 'compose.yml': text });
  const ready = {
    path: '/opt/app',
    existing: new Set<string>(),
    compose: {
      command: 'docker compose' as const,
      version: old === undefined ? '2.40.3' : '1.29.2',
    },
  };
  const intent = {
    project,
    env: old === undefined ? undefined : { source: 'upload' as const, text: old.env },
    files: old === undefined ? [] : [textEntry('shipped.env', 0o644, old.shipped)],
    madeFolders: new Map([['data', ['web']]]),
  };
  const envFiles = new Map(old === undefined ? [] : [['own.env', old.onServer]]);
  return foresee(intent, new Map(), { ready, facts: { ...facts, envFiles }, rolls, host: 'host' });
}

const entriesOf = ({ problems }: Foreseen): readonly string[] =>
  problems.map(({ entry, message }) => `${entry}: ${message}`);

const network = (more: object, labels: object = {}): string =>
  `network=${JSON.stringify({
    Name: 'app_inner',
    Driver: 'bridge',
    Options: {},
    Labels: labels,
    IPAM: { Config: [{ Subnet: '10.1.0.0/24' }] },
    ...more,
  })}`;

const volume = (options: object | null): string =>
  `volume=${JSON.stringify({ Name: 'app_data', Driver: 'local', Options: options, Labels: null })}`;

const withNetwork = (definition: string): string =>
  `services: { web: { image: a, networks: [inner] } }\nnetworks: { inner: { ${definition} } }`;
const withVolume = (definition: string): string =>
  `services: { web: { image: a, volumes: ["data:/d"] } }\nvolumes: { data: { ${definition} } }`;

const hashed = { 'com.docker.compose.config-hash': 'x' };
const subnet = 'ipam: { config: [{ subnet: 10.2.0.0/24 }] }';
const own = 'user=network app_inner|app|app-web-1';
const other = 'user=network app_inner|else|else-db-1';

describe('foresee', () => {
  it('says which folders are made empty', () => {
    expect(outlook('services: { web: { image: a } }', []).remarks).toEqual([
      'The folder data of web is neither in the checkout nor on the server: it is made empty',
    ]);
  });

  it.each([
    [
      'driver_opts: { type: none, o: bind, device: /srv/two }',
      { type: 'none', o: 'bind', device: '/srv/one' },
      'option device',
    ],
    [
      'driver: local, driver_opts: { type: none, o: bind, device: ./two }',
      { type: 'none', o: 'bind', device: '/opt/app/one' },
      'option device',
    ],
    ['driver: rclone', null, 'driver local, now rclone'],
    ['', { o: 'size=1m' }, 'option o'],
  ])('refuses a volume %s over %j', (definition, options, parts) => {
    const { remarks, problems } = outlook(withVolume(definition), [volume(options)]);
    expect(remarks).toHaveLength(1);
    expect(problems.map(({ entry }) => entry)).toEqual(['volume-changed']);
    expect(problems[0]?.message).toContain(`It differs in: ${parts}.`);
  });

  it.each([
    ['', null],
    ['labels: { a: b }', {}],
    [
      'driver: local, driver_opts: { type: none, o: bind, device: ./one }',
      { type: 'none', o: 'bind', device: '/opt/app/one' },
    ],
  ])('takes a volume %s over %j', (definition, options) => {
    expect(entriesOf(outlook(withVolume(definition), [volume(options)]))).toEqual([]);
  });

  it.each([
    subnet,
    'driver: macvlan',
    'internal: true',
    'attachable: true',
    'enable_ipv6: true',
    'labels: { a: b }',
    'driver_opts: { mtu: 1400 }',
  ])('refuses a network with %s that others use', (definition) => {
    const [problem] = entriesOf(outlook(withNetwork(definition), [network({}), own, other]));
    expect(problem).toMatch(/^network-changed: .*else-db-1 of other projects would lose it/s);
  });

  it('says what becomes of one that nobody else uses, by its Compose', () => {
    const remark = (labels: object): string | undefined =>
      outlook(withNetwork(subnet), [network({}, labels), own]).remarks[1];
    expect(remark(hashed)).toBe(
      'The network app_inner is made anew (subnet 10.1.0.0/24, now 10.2.0.0/24): app-web-1 must stop while that lasts',
    );
    const rolling = outlook(withNetwork(subnet), [network({}, hashed), own], true);
    expect(rolling.problems.map(({ entry }) => entry)).toEqual(['network-made-anew']);
    expect(remark({})).toMatch(/^The network app_inner stays as it is, .*docker compose 2\.40\.3/);
  });

  it('sees by the live release’s own definition what the engine can’t tell, and what has not changed', () => {
    const { hash = '' } = readProject({ 'compose.yml': withNetwork('') }).resources[0] ?? {};
    const found = [network({}, hashed), own, other];
    expect(entriesOf(outlook(withNetwork(''), found))).toEqual([]);
    expect(entriesOf(outlook(withNetwork(''), [...found, 'recorded=network inner 0']))).toEqual([
      expect.stringContaining('its definition'),
    ]);
    const { hash: same = hash } =
      readProject({ 'compose.yml': withNetwork(subnet) }).resources[0] ?? {};
    const kept = outlook(withNetwork(subnet), [...found, `recorded=network inner ${same}`]);
    expect([entriesOf(kept), kept.remarks[1]]).toEqual([
      [],
      expect.stringContaining('stays as it is'),
    ]);
  });

  it('names the volumes of services that leave, and services that are only built', () => {
    const text =
      'services: { web: { image: a }, tool: { build: . }, off: { build: ., profiles: [x] } }';
    const left = ['service=web', 'service=db', 'mounts=db|app_data,/srv/x', 'mounts=web|kept'];
    const { remarks, problems } = outlook(text, left);
    expect(remarks[1]).toBe('Service db leaves with this release; its volume app_data stays');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('service tool'),
    ]);
    expect(entriesOf(outlook(text, ['built=tool']))).toEqual([]);
  });
});

describe('Env files that Compose 1 reads otherwise', () => {
  const text = `services:
  web: { image: a, env_file: [.env, shipped.env, own.env] }
  db: { image: b, env_file: [theirs.env] }
  off: { image: a, env_file: [off.env], profiles: [never] }`;

  it('are those of services too, with the variables of the project', () => {
    const { problems } = outlook(text, [], false, {
      env: 'HOST=db\nOWN: 1\n',
      shipped: 'GOOD=a\nURL=http://${HOST}/\nREF=$HOST\n',
      onServer: String.raw`PRICE="it's \$5"` + '\nHASH=$2y$10$abc\n',
    });
    expect(problems.map(({ entry, title }) => [entry, title])).toEqual([
      [
        'env-misread-by-old-compose',
        "The server's Compose 1.29.2 can not read OWN, URL (shipped.env), REF (shipped.env), PRICE (own.env) as meant",
      ],
    ]);
    const good = { env: 'HOST=db\n', shipped: 'A=1\n', onServer: 'A=${B' };
    expect(outlook(text, [], false, good).problems).toEqual([]);
  });

  it('are asked of the server where a released service reads them, and no others', () => {
    const files = [textEntry('shipped.env', 0o644, '')];
    const project = readProject({ 'compose.yml': text });
    expect(envFilesOnServer({ project, files }, new Map([['web', 'a']]))).toEqual(['own.env']);
  });
});
