import { changed, project, revision, web, worker, type Shape } from '../shape.js';

/** Lists of services and files that change from release to release. */
export const changedShapes: readonly Shape[] = [
  { name: 'service-removed', v1: revision([web(), worker()]), v2: revision([web()]) },
  { name: 'service-added', v1: revision([web()]), v2: revision([web(), worker()]) },
  {
    name: 'service-renamed',
    v1: revision([web(`ports: ['8121:8080']`), worker()]),
    v2: revision([web(`ports: ['8121:8080']`, 'app'), worker()]),
  },
  {
    name: 'env-file',
    v1: {
      compose: project([web('env_file: [app.env]'), worker()]),
      files: { 'app.env': 'GREETING=hello\n' },
    },
    v2: {
      compose: project([web('env_file: [app.env]'), worker()]),
      files: { 'app.env': 'GREETING=good morning\n' },
    },
  },
  {
    name: 'extends-and-include',
    beyondOldCompose: 'it has no `include`',
    v1: {
      compose: `include: [more/compose.yml]\n${project(['  web: { extends: { file: base.yml, service: base } }\n'])}`,
      files: {
        'base.yml': project([web('', 'base')]),
        'more/compose.yml': project([worker()]),
      },
    },
    v2: {
      compose: `include: [more/compose.yml]\n${project(['  web: { extends: { file: base.yml, service: base } }\n'])}`,
      files: {
        'base.yml': project([web(changed, 'base')]),
        'more/compose.yml': project([worker()]),
      },
    },
  },
  {
    name: 'configs-and-secrets',
    beyondOldCompose: 'it mounts no `configs`',
    v1: {
      compose: project(
        [web('configs: [greeting]\nsecrets: [token]'), worker()],
        'configs: { greeting: { file: ./greeting.txt } }\nsecrets: { token: { file: ./token.txt } }\n',
      ),
      files: { 'greeting.txt': 'hello\n', 'token.txt': 'not-so-secret\n' },
    },
    v2: {
      compose: project(
        [web(`configs: [greeting]\nsecrets: [token]\n${changed}`), worker()],
        'configs: { greeting: { file: ./greeting.txt } }\nsecrets: { token: { file: ./token.txt } }\n',
      ),
      files: { 'greeting.txt': 'hello\n', 'token.txt': 'not-so-secret\n' },
    },
  },
];
