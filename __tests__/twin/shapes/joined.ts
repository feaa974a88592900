import { changed, revision, web, worker, type Shape } from '../shape.js';

const after = (name: string): string => `depends_on: { ${name}: { condition: service_healthy } }`;

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
];
