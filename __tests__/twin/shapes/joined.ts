import { changed, other, revision, web, worker, type Shape } from '../shape.js';

const after = (name: string): string => `depends_on: { ${name}: { condition: service_healthy } }`;

const ranges = `networks:
  front: { driver_opts: { com.docker.network.driver.mtu: "1400" }, labels: { side: front } }
  back: { internal: true, ipam: { config: [{ subnet: 10.78.0.0/23, ip_range: 10.78.0.0/24, gateway: 10.78.0.1 }] } }
`;

/** Services that lean on others: names, namespaces, order. */
export const joinedShapes: readonly Shape[] = [
  {
    name: 'chain-of-four',
    v1: revision([
      web(after('two'), 'one'),
      web(after('three'), 'two'),
      web(after('four'), 'three'),
      web('', 'four'),
    ]),
    v2: revision([
      web(`${after('two')}\n${changed}`, 'one'),
      web(after('three'), 'two'),
      web(after('four'), 'three'),
      web(changed, 'four'),
    ]),
  },
  {
    name: 'links',
    v1: revision([web('links: [api]'), web('', 'api')]),
    v2: revision([web('links: [api]'), web(changed, 'api')]),
  },
  {
    name: 'sidecar',
    v1: revision([web(), worker('sidecar', 'network_mode: service:web')]),
    v2: revision([web(changed), worker('sidecar', 'network_mode: service:web')]),
  },
  {
    name: 'profile-and-sidecar',
    v1: {
      ...revision([
        web(),
        worker('sidecar', 'network_mode: service:web'),
        worker('tools', 'profiles: [tools]'),
        worker('other', 'profiles: [other]'),
      ]),
      env: 'COMPOSE_PROFILES=tools',
    },
    v2: {
      ...revision([
        web(changed),
        worker('sidecar', 'network_mode: service:web'),
        worker('tools', 'profiles: [tools]'),
        worker('other', 'profiles: [other]'),
      ]),
      env: 'COMPOSE_PROFILES=tools',
    },
  },
  {
    name: 'shared-namespaces',
    v1: revision([web('ipc: shareable'), worker('watch', 'ipc: service:web\npid: service:web')]),
    v2: revision([
      web(`ipc: shareable\n${changed}`),
      worker('watch', 'ipc: service:web\npid: service:web'),
    ]),
  },
  {
    name: 'container-name',
    v1: revision([web('container_name: the-web'), worker()]),
    v2: revision([web(`container_name: the-web\n${changed}`), worker()]),
  },
  {
    name: 'external-network',
    prepare: 'docker network create twin-outside >/dev/null 2>&1 || true',
    v1: revision(
      [web('networks: [default, outside]'), worker()],
      'networks: { outside: { external: true, name: twin-outside } }\n',
    ),
    v2: revision(
      [web(`networks: { default: {}, outside: { aliases: [site] } }`), worker()],
      'networks: { outside: { external: true, name: twin-outside } }\n',
    ),
  },
  {
    name: 'fixed-address',
    v1: revision(
      [
        web('networks: { inside: { ipv4_address: 10.77.0.10 } }'),
        worker('worker', 'networks: [inside]'),
      ],
      'networks: { inside: { ipam: { config: [{ subnet: 10.77.0.0/24 }] } } }\n',
    ),
    v2: revision(
      [
        web(`networks: { inside: { ipv4_address: 10.77.0.10 } }\n${changed}`),
        worker('worker', 'networks: [inside]'),
      ],
      'networks: { inside: { ipam: { config: [{ subnet: 10.77.0.0/24 }] } } }\n',
    ),
  },
  {
    name: 'networks-with-ranges',
    untouched: ['other'],
    v1: revision([web('networks: [front, back]'), other('other', 'networks: [back]')], ranges),
    v2: revision(
      [
        web('networks: { front: {}, back: { aliases: [api], ipv4_address: 10.78.1.200 } }'),
        other('other', 'networks: [back]'),
      ],
      ranges,
    ),
  },
  {
    name: 'networks-come-and-go',
    v1: revision(
      [web('networks: [default, one]'), worker('worker', 'networks: [one]')],
      'networks: { one: { internal: true } }\n',
    ),
    v2: revision(
      [web('networks: [default, two]'), worker('worker', 'networks: [two]')],
      'networks: { two: { name: twin-two, attachable: true, labels: { team: a } } }\n',
    ),
  },
];
