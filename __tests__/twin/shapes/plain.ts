import { changed, revision, web, worker, type Shape } from '../shape.js';

/** Services that keep nothing. */
export const plainShapes: readonly Shape[] = [
  { name: 'one-web', v1: revision([web()]), v2: revision([web(changed)]) },
  {
    name: 'published-port',
    v1: revision([web(`ports: ['8102:8080']`)]),
    v2: revision([web(`ports: ['8102:8080', '127.0.0.1:8103:8080']`)]),
  },
  {
    name: 'two-services',
    v1: revision([web(), web('', 'api')]),
    v2: revision([web(changed), web('', 'api')]),
  },
  {
    name: 'replicas',
    v1: revision([web('deploy: { replicas: 2 }')]),
    v2: revision([web(`deploy: { replicas: 3 }\n${changed}`)]),
    beyondOldCompose: 'it ignores `deploy.replicas`',
  },
  {
    name: 'settings',
    v1: revision([web('init: true\nlabels: { team: a }\nulimits: { nofile: 1024 }')]),
    v2: revision([
      web(
        `init: true\nlabels: { team: b }\nulimits: { nofile: 2048 }\nsysctls: { net.core.somaxconn: 512 }`,
      ),
    ]),
  },
  {
    name: 'slow-to-stop',
    v1: revision([web(), worker('slow', 'stop_grace_period: 3s\nstop_signal: SIGUSR1')]),
    v2: revision([web(), worker('slow', 'stop_grace_period: 4s\nstop_signal: SIGUSR1')]),
  },
  {
    name: 'memory-folder',
    v1: revision([web('tmpfs: [/cache]')]),
    v2: revision([web(`tmpfs: ['/cache:size=1m']`)]),
  },
];
