import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { readComposeProject, type ComposeProject } from '../../src/compose/compose-project.js';
import { parseEnvFile } from '../../src/compose/env-file.js';
import { interpolate } from '../../src/compose/interpolate.js';
import { quoteEnvValue } from '../../src/text/quote-env-value.js';

const env = new Map([
  ['SET', 'value'],
  ['EMPTY', ''],
]);

describe('interpolate', () => {
  it.each([
    ['$SET/${SET}', 'value/value'],
    ['${UNSET}', ''],
    ['${UNSET:-d} ${UNSET-d} ${EMPTY:-d} ${EMPTY-d}', 'd d d '],
    ['${SET:+x} ${UNSET:+x} ${EMPTY+x} ${EMPTY:+x}', 'x  x '],
    ['${UNSET:-${SET}}', 'value'],
    ['$$SET $${SET}', '$SET ${SET}'],
    ['${SET:?no}', 'value'],
    ['a $ b $5', 'a $ b $5'],
  ])('%s', (text, expected) => {
    expect(interpolate(text, env)).toBe(expected);
  });

  it.each([
    ['${UNSET:?say why}', 'UNSET is required: say why'],
    ['${SET', 'lacks its `}`'],
    ['${5}', 'begins no variable'],
  ])('%s is refused', (text, why) => {
    expect(() => interpolate(text, env)).toThrow(why);
  });
});

describe('parseEnvFile', () => {
  it('reads quotes, comments, export and variables as Compose does', () => {
    const text = `# comment\nA=1 # one\nexport B="two\\nlines $A"\nC='literal $A # x'\nD=\nE=a#b\nF="over\ntwo"\n`;
    expect([...parseEnvFile(text)]).toEqual([
      ['A', '1'],
      ['B', 'two\nlines 1'],
      ['C', 'literal $A # x'],
      ['D', ''],
      ['E', 'a#b'],
      ['F', 'over\ntwo'],
    ]);
  });

  it('reads every quoted value back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => !/[\0\r]/.test(value)),
        (value) => {
          expect(parseEnvFile(`KEY=${quoteEnvValue(value)}\nNEXT=1\n`)).toEqual(
            new Map([
              ['KEY', value],
              ['NEXT', '1'],
            ]),
          );
        },
      ),
    );
  });
});

function read(
  files: Readonly<Record<string, string>>,
  given: readonly string[] = ['compose.yml'],
): ComposeProject {
  return readComposeProject({ files: given, readFile: (path) => files[path], env });
}

describe('readComposeProject', () => {
  it('finds images, networks and every relative path, and leaves the server’s own alone', () => {
    const project = read({
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
      active: true,
      paths: [
        { path: 'conf', kind: 'bind-mount', required: true },
        { path: 'made', kind: 'bind-mount', required: false },
        { path: '.env.web', kind: 'env-file', required: false },
        { path: 'other.env', kind: 'env-file', required: true },
        { path: 'key.txt', kind: 'secret', required: true },
      ],
      traits: {
        singleton: undefined,
        replicas: 1,
        dependsOn: [],
        dependsOnEndOf: [],
        restarts: false,
        healthcheck: false,
        ports: [],
      },
    });
    expect(project.services.map(({ active }) => active)).toEqual([true, false]);
  });

  it('merges several files, follows include and extends, and counts paths from the right folder', () => {
    const project = read(
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
    ['', /it is empty/],
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
    expect(() => read({ 'compose.yml': text })).toThrow(expect.objectContaining(refused));
  });

  it('names a file that another one extends and nobody committed', () => {
    const text = 'services: { a: { extends: { file: gone.yml, service: a } } }';
    expect(() => read({ 'compose.yml': text })).toThrow('The Compose file gone.yml is not there');
  });

  it('refuses aliases that multiply without end', () => {
    const levels = ['b', 'c', 'd', 'e', 'f', 'g'].map(
      (name, at) => `${name}: &${name} [${`*${'abcdef'.charAt(at)},`.repeat(9)}]`,
    );
    const bomb = ['a: &a [1]', ...levels].join('\n');
    expect(() => read({ 'compose.yml': bomb })).toThrow(/alias/i);
  });

  it('reads sixty services that share their settings', () => {
    const names = Array.from({ length: 60 }, (_, at) => `s${at}`);
    const project = read({
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
        env,
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
    const [service] = read({
      'compose.yml':
        'services: { a: { image: b, profiles: [dev], env_file: dev.env, volumes: ["../src:/src", "./data:/d"] } }',
    }).services;
    expect(service?.paths).toEqual([
      { path: 'data', kind: 'bind-mount', required: false },
      { path: 'dev.env', kind: 'env-file', required: false },
    ]);
  });
});

describe('What a service is like', () => {
  const traits = (yaml: string): object | undefined =>
    read({ 'compose.yml': `services: { a: { image: b, ${yaml} } }` }).services[0]?.traits;

  it.each([
    ['restart: always', true],
    ['restart: unless-stopped', true],
    ['restart: on-failure', false],
    ['restart: "no"', false],
    ['deploy: { restart_policy: {} }', true],
    ['deploy: { restart_policy: { condition: on-failure } }', false],
    ['restart: "no", deploy: { restart_policy: { condition: any } }', false],
  ])('%s comes back after a reboot: %s', (yaml, restarts) => {
    expect(traits(yaml)).toMatchObject({ restarts });
  });

  it.each([
    ['healthcheck: { test: [CMD, "true"] }', true],
    ['healthcheck: { disable: true }', false],
    ['healthcheck: { test: [NONE] }', false],
    ['restart: always', false],
  ])('%s is a healthcheck: %s', (yaml, healthcheck) => {
    expect(traits(yaml)).toMatchObject({ healthcheck });
  });

  it.each([
    ['"8080:80"', { address: '', first: 8080, last: 8080, protocol: 'tcp' }],
    ['"127.0.0.1:53:53/udp"', { address: '127.0.0.1', first: 53, last: 53, protocol: 'udp' }],
    ['"[::1]:8080:80"', { address: '::1', first: 8080, last: 8080, protocol: 'tcp' }],
    ['"9000-9002:9000-9002"', { address: '', first: 9000, last: 9002, protocol: 'tcp' }],
    [
      '{ target: 80, published: "8080", host_ip: 10.0.0.1 }',
      { address: '10.0.0.1', first: 8080, last: 8080, protocol: 'tcp' },
    ],
  ])('publishes %s', (port, published) => {
    expect(traits(`ports: [${port}]`)).toMatchObject({ ports: [published] });
  });

  it.each(['"80"', '{ target: 80 }', '"0:80"'])('takes no port of the server by %s', (port) => {
    expect(traits(`ports: [${port}]`)).toMatchObject({ ports: [], singleton: undefined });
  });
});
