import { describe, expect, it } from '@jest/globals';
import { planSwitch, type Strategy } from '../../../src/deploy/plan/switch-plan.js';
import { readProject } from '../../support/read-project.js';

const digest = `sha256:${'a'.repeat(64)}`;

/** Plans the switch of all services that run the image `app`. */
function plan(services: string, strategy: Strategy = 'auto'): ReturnType<typeof planSwitch> {
  const project = readProject({ 'compose.yml': `services:\n${services}` });
  const pins = new Map(
    project.services.flatMap(({ name, image }) => (image === 'app' ? [[name, digest]] : [])),
  );
  return planSwitch(strategy, project, pins);
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
