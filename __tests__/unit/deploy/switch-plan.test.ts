import { describe, expect, it } from '@jest/globals';
import {
  planSwitch,
  type Strategy,
  type SwitchFacts,
} from '../../../src/deploy/plan/switch-plan.js';
import { readProject } from '../../support/read-project.js';

const digest = `sha256:${'a'.repeat(64)}`;

/** Plans the switch of all services that run the image `app`. */
function plan(
  services: string,
  strategy: Strategy = 'auto',
  facts: Partial<SwitchFacts> = {},
): ReturnType<typeof planSwitch> {
  const project = readProject({ 'compose.yml': `services:\n${services}` });
  const pins = new Map(
    project.services.flatMap(({ name, image }) => (image === 'app' ? [[name, digest]] : [])),
  );
  return planSwitch(strategy, project, pins, {
    shipped: new Set(),
    volumesOf: () => [],
    ...facts,
  });
}

describe('The switch of a release', () => {
  it.each([
    ['ports: ["8080:80"]', 'publishes the port 8080'],
    ['ports: ["127.0.0.1:8080:80"]', 'publishes the port 8080'],
    ['ports: ["[::1]:8080-8090:80-90/udp"]', 'publishes the port 8080-8090'],
    ['ports: [{ target: 80, published: 8080 }]', 'publishes the port 8080'],
    ['ports: [{ target: 80, published: "8080" }]', 'publishes the port 8080'],
    ['container_name: web', '`container_name` web'],
    ['network_mode: host', '`network_mode: host`'],
    ['networks: { default: { ipv4_address: 172.16.0.9 } }', 'a fixed address'],
    ['deploy: { update_config: { order: stop-first } }', 'stop-first'],
  ])('recreates a service with %s', (setting, reason) => {
    const { waves, predictions } = plan(`  web: { image: app, ${setting} }`);
    expect(waves).toEqual([]);
    expect(predictions).toEqual([
      { service: 'web', how: 'is recreated', pause: expect.stringContaining(reason) },
    ]);
  });

  it.each([
    'ports: ["80"]',
    'ports: [80]',
    'ports: [{ target: 80 }]',
    'ports: [{ target: 80, published: "0" }]',
    'expose: ["80"]',
    'network_mode: bridge',
    'networks: [default]',
    'deploy: { update_config: { order: start-first } }',
  ])('rolls a service with %s', (setting) => {
    const { waves, predictions } = plan(`  web: { image: app, ${setting} }`);
    expect(waves).toEqual([[{ name: 'web', replicas: 1 }]]);
    expect(predictions[0]?.how).toBe('rolls');
  });

  it.each([
    ['volumes: ["data:/var/lib/x"]', 'writes in the volume data'],
    ['volumes: ["/var/lib/x"]', 'the volume without a name at /var/lib/x'],
    ['volumes: ["./data:/data"]', 'writes in data'],
    ['volumes: ["/srv/data:/data:z"]', 'writes in /srv/data'],
    ['volumes: [{ type: volume, source: data, target: /data }]', 'the volume data'],
    ['volumes: [{ type: bind, source: ~/data, target: /data, read_only: false }]', '~/data'],
    ['volumes_from: ["container:another:rw"]', 'the volumes of another'],
  ])('stops a service with %s before its successor starts', (setting, reason) => {
    const { waves, predictions } = plan(
      `  web: { image: app, ${setting} }\n  other: { image: x }\nvolumes: { data: {} }`,
    );
    expect(waves).toEqual([]);
    expect(predictions).toEqual([
      { service: 'web', how: 'is recreated', pause: expect.stringContaining(reason) },
    ]);
    const services = `  web: { image: app, ${setting} }\n  other: { image: x }\nvolumes: { data: {} }`;
    expect(() => plan(services, 'rolling')).toThrow(reason);
  });

  it.each([
    'volumes: ["data:/data:ro"]',
    'volumes: ["./data:/data:ro,z"]',
    'volumes: [{ type: bind, source: ./data, target: /data, read_only: true }]',
    'volumes: [{ type: tmpfs, target: /data }]',
    'tmpfs: [/data]',
    'volumes: ["/var/run/docker.sock:/var/run/docker.sock"]',
    'volumes: ["/dev/dri:/dev/dri"]',
    'volumes: ["./conf/app.toml:/app.toml"]',
    'volumes_from: ["container:another:ro"]',
    'network_mode: none',
    'volumes: ["data:/data"], deploy: { update_config: { order: start-first } }',
    'volumes: ["data:/data"], deploy: { replicas: 2 }',
    'volumes: ["data:/data"], scale: 2',
  ])('rolls a service with %s', (setting) => {
    const { waves } = plan(
      `  web: { image: app, ${setting} }\n  other: { image: x }\nvolumes: { data: {} }`,
      'auto',
      { shipped: new Set(['conf/app.toml']) },
    );
    expect(waves.flat().map(({ name }) => name)).toEqual(['web']);
  });

  it.each([
    ['', ['/var/lib/x'], 'its image has a volume at /var/lib/x'],
    ['', undefined, 'whether its image has volumes cannot be read'],
    ['volumes: ["/srv:/other:ro"]', ['/var/lib/x'], 'its image has a volume at /var/lib/x'],
    ['volumes: ["/srv:/var/lib/x:ro"]', ['/var/lib/x'], undefined],
    ['tmpfs: "/var/lib/x:size=1m"', ['/var/lib/x'], undefined],
    ['deploy: { update_config: { order: start-first } }', undefined, undefined],
  ])('with "%s" goes by the volumes of its image, %j', (setting, volumes, reason) => {
    const { predictions } = plan(`  web: { image: app, ${setting} }`, 'auto', {
      volumesOf: () => volumes,
    });
    if (reason === undefined) expect(predictions[0]?.how).toBe('rolls');
    else expect(predictions[0]?.pause).toContain(reason);
  });

  it('knows how many containers a service has', () => {
    const { waves } = plan(
      '  a: { image: app, deploy: { replicas: 3 } }\n  b: { image: app, scale: 2 }\n',
    );
    expect(waves).toEqual([
      [
        { name: 'a', replicas: 3 },
        { name: 'b', replicas: 2 },
      ],
    ]);
  });

  it('goes by the dependencies, runs once what must end first, and tells the proxies', () => {
    const switching = plan(`
  web: { image: app, depends_on: { api: { condition: service_healthy } } }
  api: { image: app, depends_on: { migrate: { condition: service_completed_successfully }, db: { condition: service_healthy } } }
  migrate: { image: app, depends_on: [db] }
  db: { image: postgres }
  front: { image: docker.io/library/nginx:1.27 }
  off: { image: app, profiles: [tools] }
`);
    expect(switching.waves.map((wave) => wave.map(({ name }) => name))).toEqual([['api'], ['web']]);
    expect(switching.first).toEqual(['migrate']);
    expect(switching.proxies).toEqual(['front']);
    expect(switching.predictions.map(({ service, how }) => [service, how])).toEqual([
      ['web', 'rolls'],
      ['api', 'rolls'],
      ['migrate', 'runs once'],
    ]);
  });

  it.each([
    ['network_mode: "service:web"', '`network_mode: service:web`'],
    ['network_mode: "container:web-of-app"', '`network_mode: container:web-of-app`'],
    ['ipc: "service:web"', '`ipc: service:web`'],
    ['pid: "container:app-web-1"', '`pid: container:app-web-1`'],
    ['pid: "container:app_web_1"', '`pid: container:app_web_1`'],
    ['volumes_from: ["web:ro"]', '`volumes_from: web:ro`'],
    ['links: ["web:w"]', '`links: web:w`'],
  ])('recreates a service with %s together with the one that it names', (setting, words) => {
    const name = setting.includes('web-of-app') ? ', container_name: web-of-app' : '';
    const services = `  web: { image: app${name} }\n  side: { image: app, ${setting} }\n  free: { image: app }\n`;
    const { waves, predictions } = plan(services);
    expect(waves.flat().map((one) => one.name)).toEqual(['free']);
    const pauses = new Map(predictions.map(({ service, pause }) => [service, pause]));
    expect(pauses.get('side')).toContain(setting.includes('of-app') ? words.slice(1, 13) : words);
    if (name === '') expect(pauses.get('web')).toContain(`${words} of side`);
    expect(() => plan(services, 'rolling')).toThrow(/web: .*side: /);
  });

  it('starts those that name each other beside, for blue-green, in a project of their own', () => {
    const services =
      '  web: { image: app }\n  side: { image: app, network_mode: "service:web", volumes_from: [web] }\n';
    expect(plan(services, 'blue-green').blueGreen).toBe(true);
  });

  it('does not roll what something that runs first waits for', () => {
    const { waves, first, predictions } = plan(
      '  api: { image: app }\n  seed: { image: app, depends_on: [api] }\n  web: { image: app, depends_on: { seed: { condition: service_completed_successfully } } }\n',
    );
    expect([first, waves.flat().map(({ name }) => name)]).toEqual([['seed'], ['web']]);
    expect(predictions[0]?.pause).toContain('seed, which runs before the others, waits for it');
  });

  it('ends for dependencies that go round in a circle', () => {
    const { waves } = plan(
      '  a: { image: app, depends_on: [b] }\n  b: { image: app, depends_on: [a] }\n',
    );
    expect(
      waves
        .flat()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['a', 'b']);
  });

  it('recreates everything where that is asked for', () => {
    const { waves, proxies } = plan('  web: { image: app }\n  p: { image: nginx }\n', 'recreate');
    expect([waves, proxies]).toEqual([[], []]);
  });

  it('refuses to roll what can’t, naming each reason', () => {
    const services =
      '  a: { image: app, ports: ["1:1"] }\n  b: { image: app, container_name: b }\n';
    expect(() => plan(services, 'rolling')).toThrow(
      expect.objectContaining({
        entry: 'service-cannot-roll',
        why: expect.stringMatching(/a: it publishes the port 1.*b: its `container_name` b/),
      }),
    );
  });

  it('refuses what can’t run twice, for blue-green, naming each reason', () => {
    const services =
      '  a: { image: app, ports: ["1:1"] }\n  db: { image: postgres, volumes: ["data:/var/lib"] }\nvolumes:\n  data:\n  shared: { name: shared }\n  other: { external: true }\n';
    expect(() => plan(services, 'blue-green')).toThrow(
      expect.objectContaining({
        entry: 'project-not-twofold',
        why: expect.stringMatching(
          /a: it publishes the port 1.*; db: its image is not in the release; the volume data: each[^;]*$/,
        ),
      }),
    );
  });

  it('starts everything beside, for blue-green', () => {
    const { waves, blueGreen, predictions } = plan('  web: { image: app }\n', 'blue-green');
    expect([waves, blueGreen]).toEqual([[], true]);
    expect(predictions).toEqual([
      { service: 'web', how: 'starts beside, then the proxy is switched', pause: 'none' },
    ]);
  });
});
