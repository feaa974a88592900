import { app, changed, revision, service, web, worker, type Shape } from '../shape.js';

const once = (name: string, more = ''): string =>
  service(name, `image: ${app}\ncommand: [sh, -c, 'echo "$$VERSION" >>/data/runs']\n${more}`);

const keepsRuns = `volumes: ['runs:/data']`;
const section = 'volumes: { runs: {} }\n';
const afterMigration = 'depends_on: { migrate: { condition: service_completed_successfully } }';

/** Services that end, and services that are not always there. */
export const onceShapes: readonly Shape[] = [
  {
    name: 'migration-first',
    v1: revision([web(afterMigration), once('migrate', keepsRuns)], section),
    v2: revision([web(`${afterMigration}\n${changed}`), once('migrate', keepsRuns)], section),
  },
  {
    name: 'seed-alone',
    v1: revision([web(), once('seed', keepsRuns)], section),
    v2: revision([web(), once('seed', `${keepsRuns}\n${changed}`)], section),
  },
  {
    name: 'profile-off',
    v1: revision([web(), worker('tools', 'profiles: [tools]')]),
    v2: revision([web(changed), worker('tools', 'profiles: [tools]')]),
  },
  {
    name: 'profile-on',
    v1: {
      ...revision([web(), worker('tools', 'profiles: [tools]')]),
      env: 'COMPOSE_PROFILES=tools',
    },
    v2: {
      ...revision([web(changed), worker('tools', 'profiles: [tools]')]),
      env: 'COMPOSE_PROFILES=tools',
    },
  },
];
