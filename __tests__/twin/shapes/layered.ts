import {
  changed,
  other,
  project,
  service,
  web,
  worker,
  type Revision,
  type Shape,
} from '../shape.js';

const port = (number: number): string => project([service('web', `ports: ['${number}:8080']`)]);
const layered = (more: string, files: Readonly<Record<string, string>>): Revision => ({
  compose: project([web(more), other()]),
  files,
});
const listed = (more: string, files: Readonly<Record<string, string>>): Revision => ({
  ...layered(more, files),
  composeFiles: ['compose.yml', ...Object.keys(files).filter((file) => file.endsWith('.yml'))],
});

const included = (more: string): Revision => ({
  compose: `include:
  - path: [parts/compose.yml, parts/more.yml]
    env_file: parts/parts.env
${project([web(more)])}`,
  files: {
    'parts/compose.yml': `include: [deep/compose.yml]
${project([other('part', `environment: { GREETING: "\${GREETING}" }\nvolumes: ['./page.txt:/page.txt:ro']`)])}`,
    'parts/more.yml': project([service('part', 'labels: { team: parts }')]),
    'parts/parts.env': 'GREETING=from the parts\n',
    'parts/page.txt': 'a page\n',
    'parts/deep/compose.yml': project(
      [other('deep', "env_file: [deep.env]\nvolumes: ['kept:/data']")],
      'volumes: { kept: {} }\n',
    ),
    'parts/deep/deep.env': 'DEPTH=2\n',
  },
});

const extended = (more: string): Revision => ({
  compose: project([
    '  web: { extends: { file: common/base.yml, service: web } }\n',
    '  other: { extends: { file: common/base.yml, service: other }, labels: { team: here } }\n',
    '  third: { extends: { service: other }, environment: { THIRD: "yes" } }\n',
  ]),
  files: {
    'common/base.yml': project([
      `  web: { extends: { file: deeper/root.yml, service: app }, env_file: [base.env] }\n`,
      other('other', "volumes: ['./page.txt:/page.txt:ro']"),
    ]),
    'common/deeper/root.yml': project([web(more, 'app')]),
    'common/base.env': 'FROM=base\n',
    'common/page.txt': 'a page\n',
  },
});

const anchored = (more: string): Revision => ({
  compose: `x-common: &common
  restart: unless-stopped
  logging: { driver: json-file, options: { max-size: 1m } }
${project([
  service('web', `<<: *common\nimage: "\${IMAGE}:\${IMAGE_TAG:-latest}"\n${more}`),
  service('other', `<<: *common\nimage: caddy:2\ninit: true\ncommand: sleep 100000`),
])}`,
});

/** Projects whose definition is in more than one place. */
export const layeredShapes: readonly Shape[] = [
  {
    name: 'override-file',
    untouched: ['other'],
    v1: layered('', { 'compose.override.yml': port(8131) }),
    v2: layered('', { 'compose.override.yml': port(8132) }),
  },
  {
    name: 'override-of-the-older-name',
    untouched: ['other'],
    v1: layered('', { 'docker-compose.override.yml': port(8133) }),
    v2: layered(changed, { 'docker-compose.override.yml': port(8133) }),
  },
  {
    name: 'override-comes',
    untouched: ['other'],
    v1: layered('', {}),
    v2: layered('', { 'compose.override.yml': project([service('web', changed), worker()]) }),
  },
  {
    name: 'override-leaves',
    untouched: ['other'],
    v1: layered('', { 'compose.override.yml': project([service('web', changed), worker()]) }),
    v2: layered('', {}),
  },
  {
    name: 'override-of-comments',
    beyondOldCompose: 'it refuses a file that holds nothing',
    v1: layered('', { 'compose.override.yml': '# nothing yet\n' }),
    v2: layered(changed, { 'compose.override.yml': '# nothing yet\n' }),
  },
  {
    name: 'several-files',
    untouched: ['other'],
    v1: listed('', {
      'production.yml': port(8134),
      'limits.yml': project([service('web', 'mem_limit: 64m')]),
    }),
    v2: listed('', {
      'production.yml': port(8134),
      'limits.yml': project([service('web', 'mem_limit: 96m')]),
    }),
  },
  {
    name: 'one-file-for-another',
    untouched: ['other'],
    v1: listed('', { 'one.yml': project([worker('one')]) }),
    v2: listed('', { 'two.yml': project([worker('two')]) }),
  },
  {
    name: 'file-of-another-name',
    v1: { ...layered('', {}), composeFiles: ['stack.yaml'] },
    v2: { ...layered(changed, {}), composeFiles: ['stack.yaml'] },
  },
  {
    name: 'file-takes-back',
    beyondOldCompose: 'it knows no `!reset`',
    v1: listed("ports: ['8135:8080']", {
      'production.yml': project([service('web', 'ports: !reset []')]),
    }),
    v2: listed(`ports: ['8135:8080']\n${changed}`, {
      'production.yml': project([service('web', "ports: !override ['8136:8080']")]),
    }),
  },
  {
    name: 'includes-with-env-and-files',
    beyondOldCompose: 'it has no `include`',
    untouched: ['part', 'deep'],
    v1: included(''),
    v2: included(changed),
  },
  {
    name: 'extends-of-extends',
    untouched: ['other', 'third'],
    v1: extended(''),
    v2: extended(changed),
  },
  { name: 'anchors', untouched: ['other'], v1: anchored(''), v2: anchored(changed) },
  {
    name: 'name-in-the-file',
    project: 'named-twin',
    beyondOldCompose: 'it knows no `name`',
    untouched: ['other'],
    v1: { compose: `name: named-twin\n${project([web(), other()])}` },
    v2: { compose: `name: named-twin\n${project([web(changed), other()])}` },
  },
];
