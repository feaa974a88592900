import {
  changed,
  other,
  project,
  revision,
  web,
  worker,
  type Revision,
  type Shape,
} from '../shape.js';

const secretFiles = { 'secrets/token.txt': 'not-so-secret\n', 'secrets/key.pem': 'a key\n' };

const withSecrets = (more: string): Revision =>
  revision(
    [
      web(`secrets: [token, { source: key, target: site.pem }]\n${more}`),
      other('other', 'secrets: [key]'),
    ],
    'secrets: { token: { file: ./secrets/token.txt }, key: { file: secrets/key.pem } }\n',
  );

// Healthy only where both have arrived.
const inline = (word: string, more: string): Revision =>
  revision(
    [
      web(
        `configs: [{ source: greeting, target: /greeting }]
secrets: [token]
healthcheck: { test: 'grep -q ${word} /greeting && grep -q not-so-secret /run/secrets/token', interval: 1s, retries: 10 }
${more}`,
      ),
    ],
    `configs: { greeting: { content: ${word} } }\nsecrets: { token: { environment: TOKEN } }\n`,
  );

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
  {
    name: 'secret-files',
    v1: { ...withSecrets(''), files: secretFiles },
    v2: { ...withSecrets(changed), files: secretFiles },
    untouched: ['other'],
  },
  {
    name: 'secret-file-changes',
    v1: { ...withSecrets(''), files: secretFiles },
    v2: { ...withSecrets(''), files: { ...secretFiles, 'secrets/token.txt': 'another\n' } },
  },
  {
    name: 'config-and-secret-without-a-file',
    beyondOldCompose: 'it has no `content` and no `environment` of them',
    ownEnv: 'TOKEN=not-so-secret',
    v1: inline('hello', ''),
    v2: inline('hello', changed),
  },
];
