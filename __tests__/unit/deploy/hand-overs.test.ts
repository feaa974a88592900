import { describe, expect, it } from '@jest/globals';
import { predictHandOvers } from '../../../src/deploy/plan/hand-overs.js';
import type { Holding } from '../../../src/server/plan/server-facts.js';
import { readProject } from '../../support/read-project.js';

const web = (kind: Holding['kind'], value: string): readonly Holding[] => [
  { service: 'web', kind, value },
];
const predict = (app: string, holdings: readonly Holding[]): readonly string[] =>
  predictHandOvers(
    readProject({ 'compose.yml': `services:\n  app: { image: app, ${app} }\n` }).services,
    holdings,
  ).map(({ service, how, pause }) => `${service} ${how}: ${pause}`);

describe('What changes hands in a deploy', () => {
  it.each([
    ['ports: ["8080:80"]', web('port', '/8080/80/tcp')],
    ['ports: ["8080:80"]', web('port', '127.0.0.1/8080/3000/tcp')],
    ['ports: ["8080-8082:80-82"]', web('port', '0.0.0.0/8081/80/tcp')],
    ['ports: ["8081:80"]', web('port', '/8080-8085/80/tcp')],
    ['ports: ["53:53/udp"]', web('port', '/53/53/udp')],
    ['container_name: shop', web('name', 'shop')],
    ['networks: { default: { ipv4_address: 172.16.0.9 } }', web('address', '172.16.0.9')],
    ['devices: ["/dev/ttyUSB0:/dev/tty"]', web('device', '/dev/ttyUSB0')],
    ['network_mode: host', web('network', 'host')],
  ])('makes its holder stop first: %s', (app, holdings) => {
    expect(predict(app, holdings)).toEqual([
      expect.stringMatching(
        /^web makes way: from its stop until app is ready, which takes over its/,
      ),
    ]);
  });

  it.each([
    ['ports: ["8080:80"]', web('port', '/8080/80/udp')],
    ['ports: ["8080:80"]', web('port', '/8081/80/tcp')],
    ['ports: ["127.0.0.1:8080:80"]', web('port', '10.0.0.1/8080/80/tcp')],
    ['ports: ["80"]', web('port', '/80/80/tcp')],
    ['container_name: shop', web('name', 'app-web-1')],
    ['ports: ["8080:80"]', [{ service: 'app', kind: 'port', value: '/8080/80/tcp' } as const]],
  ])('leaves all others alone: %s, %j', (app, holdings) => {
    expect(predict(app, holdings)).toEqual([]);
  });
});
