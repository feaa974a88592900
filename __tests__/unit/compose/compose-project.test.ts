import { describe, expect, it } from '@jest/globals';
import { type ComposeProject, readComposeProject } from '../../../src/compose/compose-project.js';
import { hardText } from '../../support/hard-text.js';
import { hardValues } from '../../support/hard-values.js';
import { readProject } from '../../support/read-project.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('readComposeProject', () => {
  it('finds images, networks and every relative path, and leaves the server’s own alone', () => {
    const project = readProject({
      'compose.yml': `
services:
  web:
    image: ghcr.io/acme/api:\${UNSET:-latest}
    env_file: [{ path: .env.web, required: false }, ./other.env]
    volumes: ['./conf:/etc/x:ro', '/var/run/docker.sock:/s', 'data:/data', '~/x:/y', { type: bind, source: ./made, target: /m, bind: { create_host_path: true } }]
    secrets: [key]
    networks: [proxy, inner]
  tool: { image: busybox, profiles: [tools] }
secrets: { key: { file: ./key.txt } }
volumes: { data: { external: true, name: app_data }, cache: { external: true } }
networks:
  proxy: { external: true, name: proxy_net }
  inner: {}
  unused: { external: true }
`,
    });
    expect(project.externalNetworks).toEqual(['proxy_net']);
    expect(project.externalVolumes).toEqual(['app_data']);
    expect(project.services[0]).toEqual({
      name: 'web',
      image: 'ghcr.io/acme/api:latest',
      imageIsKnown: true,
      isBuilt: false,
      pullPolicy: undefined,
      active: true,
      profiles: [],
      paths: [
        { path: 'conf', kind: 'bind-mount', required: true, isMade: false },
        { path: 'made', kind: 'bind-mount', required: false, isMade: true },
        { path: '.env.web', kind: 'env-file', required: false, isMade: false },
        { path: 'other.env', kind: 'env-file', required: true, isMade: false },
        { path: 'key.txt', kind: 'secret', required: true, isMade: false },
      ],
      traits: {
        singleton: undefined,
        mounts: {
          stores: [
            { target: '/data', source: 'data', words: 'the volume data', path: undefined },
            { target: '/y', source: '~/x', words: '~/x', path: undefined },
            { target: '/m', source: 'made', words: 'made', path: 'made' },
          ],
          targets: new Set(['/etc/x', '/s', '/data', '/y', '/m']),
        },
        mayRunTwice: false,
        replicas: 1,
        dependsOn: [],
        dependsOnHealthOf: [],
        dependsOnEndOf: [],
        names: [],
        containerName: undefined,
        restarts: false,
        ends: false,
        healthcheck: false,
        ports: [],
        claims: [
          { kind: 'store', value: 'app_data' },
          { kind: 'store', value: '~/x' },
          { kind: 'store', value: './made' },
        ],
        waits: { stopSeconds: 10, startPeriodSeconds: 0, healthSeconds: 180, forHealthOf: [] },
      },
      settings: expect.objectContaining({ envFiles: ['.env.web', 'other.env'] }),
    });
    expect(project.services.map(({ active }) => active)).toEqual([true, false]);
  });

  it('merges several files, follows include and extends, and counts paths from the right folder', () => {
    const project = readProject(
      {
        'compose.yml':
          'include: [db/compose.yml]\nservices: { web: { extends: { file: base/web.yml, service: base }, image: a } }',
        'compose.prod.yml': 'services: { web: { image: b } }',
        'db/compose.yml': 'services: { db: { image: postgres, volumes: ["./init:/i"] } }',
        'base/web.yml': 'services: { base: { volumes: ["./conf:/c"] } }',
      },
      ['compose.yml', 'compose.prod.yml'],
    );
    expect([...project.files].sort()).toEqual([
      'base/web.yml',
      'compose.prod.yml',
      'compose.yml',
      'db/compose.yml',
    ]);
    expect(
      project.services.map(({ name, image, paths }) => [
        name,
        image,
        paths.map(({ path }) => path),
      ]),
    ).toEqual([
      ['web', 'b', ['base/conf']],
      ['db', 'postgres', ['db/init']],
    ]);
  });

  it.each([
    ['services: [', /compose\.yml is not valid/],
    ['services: { a: { image: b, volumes: ["../x:/y"] } }', /leads out of the project folder/],
    ['services: { a: { extends: { service: a } } }', /goes round in a circle/],
    ['include: [compose.yml]\nservices: {}', /goes round in a circle/],
    ['services: { a: { image: "${X:?set X}" } }', /the variable X is required: set X/],
    ['volumes: {}', /holds no services/],
    ['', /holds no services/],
    [
      'services: { a: { extends: { file: empty.yml, service: b } } }',
      /which empty\.yml does not have/,
    ],
    ['services: { a: { env_file: x } }', /service a has neither `image` nor `build`/],
    ['services: { a: { image: b, networks: [c] } }', /uses the network c, which `networks` lacks/],
    [
      'services: { a: { image: b, volumes: ["c:/d"] } }',
      /uses the volume c, which `volumes` lacks/,
    ],
    ['services: { a: { image: b, configs: [c] } }', /uses c, which `configs` lacks/],
    ['services: { a: { image: b, volumes: { c: d } } }', /`services.a.volumes` must be a list/],
    ['services: { a: { extends: b } }', /extends the service b, which compose\.yml does not have/],
    ['include: ["https://example.com/x.git"]', /not a file of the checkout/],
    ['include: [../x.yml]', /outside of the project folder/],
    ['services:\n  a: { image: b }\n  a: { image: c }', /unique at line 3/],
  ])('%s is refused', (text, why) => {
    const refused = { entry: 'compose-file-invalid', message: expect.stringMatching(why) };
    expect(() => readProject({ 'compose.yml': text, 'empty.yml': '# later\n' })).toThrow(
      expect.objectContaining(refused),
    );
  });

  it('passes over files that hold nothing yet, and takes those without services', () => {
    const files = {
      'compose.yml': 'services: { a: { image: b, volumes: ["v:/v"] } }\nvolumes: { v: }',
      'empty.yml': '',
      'comments.yml': '# nothing yet\n\n# later\n',
      'volumes.yml': 'volumes: { v: { name: kept } }',
    };
    const [service] = readProject(files, Object.keys(files)).services;
    expect(service?.settings.mounts).toEqual([
      expect.objectContaining({ source: 'kept', isOwn: false }),
    ]);
  });

  it('says how a path above the project can be deployed', () => {
    const text = 'services: { a: { image: b, volumes: ["../conf:/c:ro"] } }';
    expect(() => readProject({ 'compose.yml': text })).toThrow(
      /a compose\.yml there with `include: \[FOLDER\/compose\.yml\]` means the same paths/,
    );
    const above = { 'compose.yml': 'include: [app/compose.yml]', 'app/compose.yml': text };
    expect(readProject(above).services[0]?.paths.map(({ path }) => path)).toEqual(['conf']);
  });

  it.each([
    ['${PWD}/conf:/c:ro', 'conf'],
    ['$PWD:/c', '.'],
    ['$PWD/a/../b/:/c', 'b'],
  ])('%s is a path of the project folder', (volume, path) => {
    const files = {
      'compose.yml': 'include: [app/compose.yml]',
      'app/compose.yml': `services: { a: { image: b, volumes: ['${volume}'] } }`,
    };
    expect(readProject(files).services[0]?.paths.map((found) => found.path)).toEqual([path]);
  });

  it('does not take $PWD for a path that could be known elsewhere', () => {
    const [service] = readProject({
      'compose.yml': 'services: { a: { image: b, environment: { ROOT: $PWD, X: y } } }',
    }).services;
    expect(service?.settings.environment).toEqual(
      new Map([
        ['ROOT', undefined],
        ['X', 'y'],
      ]),
    );
    const text = 'services: { a: { image: b, volumes: ["${PWD}.old:/c"] } }';
    expect(() => readProject({ 'compose.yml': text })).toThrow(/leads out of the project folder/);
  });

  it('names a file that another one extends and nobody committed', () => {
    const text = 'services: { a: { extends: { file: gone.yml, service: a } } }';
    expect(() => readProject({ 'compose.yml': text })).toThrow(
      'The Compose file gone.yml is not there',
    );
  });

  it('refuses aliases that multiply without end', () => {
    const levels = ['b', 'c', 'd', 'e', 'f', 'g'].map(
      (name, at) => `${name}: &${name} [${`*${'abcdef'.charAt(at)},`.repeat(9)}]`,
    );
    const bomb = ['a: &a [1]', ...levels].join('\n');
    expect(() => readProject({ 'compose.yml': bomb })).toThrow(/alias/i);
  });

  it('reads sixty services that share their settings', () => {
    const names = Array.from({ length: 60 }, (_, at) => `s${at}`);
    const project = readProject({
      'compose.yml': `
x-log: &log { driver: local }
x-base: &base { image: b, logging: *log, volumes: [./conf:/c] }
services:
${names.map((name) => `  ${name}: { <<: *base }`).join('\n')}
`,
    });
    expect(project.services.map(({ name }) => name)).toEqual(names);
  });

  it('takes what only the server knows as given', () => {
    const readPartly = (text: string): ComposeProject =>
      readComposeProject({
        files: ['compose.yml'],
        readFile: () => text,
        env: new Map(),
        partialEnv: true,
      });
    const [service] = readPartly(`
services:
  a:
    image: 'acme/api:\${TAG}'
    environment: { PASSWORD: '\${PASSWORD:?is required}' }
    volumes: ['./\${WHERE}:/w', './\${UNSET:-conf}:/c']
`).services;
    expect(service?.image).toBe('acme/api:unknown');
    expect(service?.paths.map(({ path }) => path)).toEqual(['conf']);
  });

  it('asks nothing of a service whose profile is off', () => {
    const [service] = readProject({
      'compose.yml':
        'services: { a: { image: b, profiles: [dev], env_file: dev.env, volumes: ["../src:/src", "./data:/d"] } }',
    }).services;
    expect(service?.paths).toEqual([
      { path: 'data', kind: 'bind-mount', required: false, isMade: false },
      { path: 'dev.env', kind: 'env-file', required: false, isMade: false },
    ]);
  });
});

describe('Whatever comes', () => {
  it('a Compose file is read or refused', () => {
    readsOrRefuses(hardText, (value) => readProject({ 'compose.yml': value }));
  });

  it('a Compose service is read or refused', () => {
    readsOrRefuses(hardText, (value) =>
      readProject({ 'compose.yml': `services:\n  web:\n    image: x\n    ${value}\n` }),
    );
  });

  it('a Compose model is read or refused', () => {
    readsOrRefuses(hardValues, (value) =>
      readProject({ 'compose.yml': JSON.stringify({ services: { web: value } }) }),
    );
  });
});
