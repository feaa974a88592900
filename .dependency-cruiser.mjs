// The walls of src, as ARCHITECTURE.md describes them. A new room is one name in `floors`.

/** The rooms, from the ground up: a room imports those on floors below its own. */
export const floors = [
  ['errors', 'text', 'image'],
  ['compose', 'release', 'ssh', 'inputs', 'net'],
  ['local', 'registry'],
  ['server', 'env', 'github'],
  ['deploy', 'wait', 'dispatch', 'health', 'announce', 'workflows'],
  ['rollback', 'preflight', 'build'],
  ['connect'],
];

/** Rooms that are plan as a whole. */
const pureRooms = ['text', 'image', 'compose', 'release', 'errors'];

/** What may be used anywhere: these neither read nor write, and know no clock. */
const pureLibraries = [
  '@actions/expressions',
  'fastest-levenshtein',
  'fflate',
  'htmlparser2',
  'valibot',
  'yaml',
];
const pureNodeModules = ['crypto', 'path', 'util'];

/** The one place of each other library. */
const homes = {
  '@actions/core': 'local/outside/actions-reporter',
  '@actions/exec': 'local/outside/exec-processes',
  '@actions/github': 'local/outside/github-context',
  '@actions/workflow-parser': 'workflows/outside/github-workflow-reader',
  '@octokit': 'github/outside/octokit-',
  'age-encryption': 'env/outside/age-identities',
  aws4fetch: 'preflight/outside/s3-',
  ssh2: 'ssh/outside/',
  'tar-stream': 'local/outside/tar-archiver',
  tinyglobby: 'local/outside/checkout',
};

const plan = `^src/([^/]+/plan|${pureRooms.join('|')})/|^src/server/shell/scripts[.]ts$`;
const outside = '^src/[^/]+/outside/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...floors.map((rooms, floor) => ({
      name: `floor-${floor + 1}-stands-on-lower-floors`,
      severity: 'error',
      from: { path: `^src/(${rooms.join('|')})/` },
      to: { path: `^src/(${floors.slice(floor).flat().join('|')})/`, pathNot: '^src/$1/' },
    })),
    {
      name: 'every-room-has-a-floor',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: `^src/(${floors.flat().join('|')})/` },
    },
    {
      name: 'plan-is-pure',
      comment: 'Of what does I/O or waits it knows the types.',
      severity: 'error',
      from: { path: plan },
      to: { path: '^(src|actions)/', pathNot: plan, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'plan-uses-pure-node-modules',
      severity: 'error',
      from: { path: plan },
      to: {
        dependencyTypes: ['core'],
        dependencyTypesNot: ['type-only'],
        pathNot: `^(node:)?(${pureNodeModules.join('|')})$`,
      },
    },
    {
      name: 'node-does-io-outside',
      comment: 'A stream in memory is no I/O.',
      severity: 'error',
      from: { path: '^(src|actions)/', pathNot: outside },
      to: {
        dependencyTypes: ['core'],
        pathNot: `^(node:)?(stream|${pureNodeModules.join('|')})$`,
      },
    },
    {
      name: 'libraries-do-io-outside',
      severity: 'error',
      from: { path: '^(src|actions)/', pathNot: outside },
      to: {
        path: 'node_modules/',
        pathNot: `node_modules/(@types/node|${pureLibraries.join('|')})/`,
      },
    },
    ...Object.entries(homes).map(([library, home]) => ({
      name: `${library.replace(/^@/, '').replace('/', '-')}-has-one-place`,
      severity: 'error',
      from: { path: '^(src|actions)/', pathNot: `^src/${home}` },
      to: { path: `node_modules/(@types/)?${library}/` },
    })),
    {
      name: 'stories-know-no-adapter',
      comment:
        'They reach out through ports; connect and the actions choose what stands behind one.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${outside}|^src/connect/` },
      to: { path: outside },
    },
    {
      name: 'adapters-know-no-input',
      severity: 'error',
      from: { path: outside },
      to: { path: '^src/(inputs/|[^/]+/[^/]+-inputs[.]ts$)' },
    },
    {
      name: 'src-knows-no-surroundings',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(actions|playground|scripts|__tests__|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
