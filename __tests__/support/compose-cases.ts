/** A project for both readers: Compose's own, and ours. */
export interface ComposeCase {
  readonly title: string;
  /** path → text; `.env` is the project's env file. */
  readonly files: Readonly<Record<string, string>>;
  /** The files given with `-f`; without them, `compose.yaml`. */
  readonly given?: readonly string[];
  /** Both must refuse it. */
  readonly isRefused?: boolean;
}

const two = ['compose.yaml', 'prod.yaml'] as const;

/** One file, as Compose's documentation and people's repositories write it. */
const single: readonly ComposeCase[] = [
  {
    title: 'volumes in the short syntax',
    files: {
      'compose.yaml':
        'services: { web: { image: a, volumes: [.hid:/a, .:/b, ~/x:/d, /abs:/e, named:/f, ./anon, ./x/../y/:/g:ro, "${D}:/h", "./a b/c:/x y:ro,z", ./d//e/./f:/z] } }\nvolumes: { named: }\n',
      '.env': 'D=./data\n',
    },
  },
  {
    title: 'volumes in the long syntax',
    files: {
      'compose.yaml': `
services:
  web:
    image: a
    volumes:
      - { type: bind, source: foo, target: /a }
      - { type: bind, source: ./foo, target: /b, bind: { create_host_path: true } }
      - { type: volume, source: v, target: /e }
      - { type: tmpfs, target: /f }
volumes: { v: }
`,
    },
  },
  {
    title: 'paths that begin with the project folder',
    files: {
      'compose.yaml':
        'services: { web: { image: a, volumes: ["${PWD}/conf:/c:ro", "$PWD/a/../b/:/b", "$PWD:/p"], env_file: "${PWD}/x.env" } }',
      'x.env': 'A=1\n',
    },
  },
  {
    title: 'an empty file alone',
    files: { 'compose.yaml': '# nothing yet\n' },
    isRefused: true,
  },
  {
    title: 'a volume without its target',
    files: {
      'compose.yaml': 'services: { web: { image: a, volumes: [{ type: bind, source: ./x }] } }',
    },
    isRefused: true,
  },
  {
    title: 'volumes that are no list',
    files: { 'compose.yaml': 'services: { web: { image: a, volumes: { a: b } } }' },
    isRefused: true,
  },
  {
    title: 'configs and secrets, of which only those in use count',
    files: {
      'compose.yaml': `
services:
  web: { image: a, configs: [c, { source: d, target: /d }], secrets: [s] }
configs: { c: { file: c.txt }, d: { file: ./d.txt }, unused: { file: ./u.txt } }
secrets: { s: { file: s.txt } }
`,
    },
  },
  {
    title: 'a config that is not declared',
    files: { 'compose.yaml': 'services: { web: { image: a, configs: [c] } }' },
    isRefused: true,
  },
  {
    title: 'networks, of which only those in use count',
    files: {
      'compose.yaml': `
services: { web: { image: a, networks: [a, e] }, host: { image: a, network_mode: host } }
networks:
  a: { external: true, name: real-a }
  b: { external: true }
  default: { external: true }
  e: { external: '\${T}', name: 'real-\${T}' }
`,
      '.env': 'T=true\n',
    },
  },
  {
    title: 'the default network from outside',
    files: {
      'compose.yaml':
        'services: { web: { image: a } }\nnetworks: { default: { external: true, name: proxy } }',
    },
  },
  {
    title: 'a network that is not declared',
    files: { 'compose.yaml': 'services: { web: { image: a, networks: [z] } }' },
    isRefused: true,
  },
  {
    title: 'profiles that are off, with what they lack',
    files: {
      'compose.yaml':
        'services: { w: { image: a }, dev: { image: a, profiles: [dev], env_file: gone.env, configs: [gone] } }',
    },
  },
  {
    title: 'profiles that the env file turns on',
    files: {
      'compose.yaml':
        'services: { w: { image: a }, dev: { image: a, profiles: [dev], volumes: ["./d:/d"] }, x: { image: b, profiles: [x] } }',
      '.env': 'COMPOSE_PROFILES=other,dev\n',
    },
  },
  {
    title: 'anchors and merge keys',
    files: {
      'compose.yaml': `
x-b: &b { image: a, volumes: ['./a:/a'] }
x-c: &c { env_file: e.env }
services:
  web: { <<: [*b, *c], volumes: ['./b:/b'] }
  w2: { <<: *b, image: z }
`,
      'e.env': 'X=1\n',
    },
  },
  {
    title: 'several documents in one file',
    files: {
      'compose.yaml':
        'services: { web: { image: a, volumes: ["./a:/x"] } }\n---\nservices: { web: { image: b, volumes: ["./b:/x", "./c:/y"] } }\n',
    },
  },
  {
    title: 'env and label files',
    files: {
      'compose.yaml':
        'services: { web: { image: a, env_file: [a.env, { path: gone.env, required: false }], label_file: l.txt } }',
      'a.env': 'X=1\nY="two words"\n',
      'l.txt': 'L=1\n',
    },
  },
  {
    title: 'a list without entries',
    files: { 'compose.yaml': 'services:\n  web: { image: a, volumes: }\n' },
    isRefused: true,
  },
  { title: 'no text', files: { 'compose.yaml': '' }, isRefused: true },
  {
    title: 'a service without settings',
    files: { 'compose.yaml': 'services:\n  web:\n' },
    isRefused: true,
  },
  { title: 'a list of services', files: { 'compose.yaml': 'services: []\n' }, isRefused: true },
  {
    title: 'a key twice',
    files: { 'compose.yaml': 'services:\n  web: { image: a }\n  web: { image: b }\n' },
    isRefused: true,
  },
  { title: 'a tab', files: { 'compose.yaml': 'services:\n\tweb:\n' }, isRefused: true },
  {
    title: 'a number as image',
    files: { 'compose.yaml': 'services: { w: { image: 12 } }' },
    isRefused: true,
  },
  {
    title: 'no image',
    files: { 'compose.yaml': 'services: { w: { env_file: [] } }' },
    isRefused: true,
  },
  {
    title: 'a required variable that only an extension mentions',
    files: { 'compose.yaml': 'x-a: "${N:?no}"\nservices: { w: { image: a } }' },
    isRefused: true,
  },
];

/** Files that are merged with `-f`. */
const merged: readonly ComposeCase[] = [
  ...[
    ['that is empty', ''],
    ['of comments', '# later\n\n# more\n'],
    ['without services', 'networks: { default: { external: true, name: n } }'],
    ['with no services', 'services: {}'],
    ['of an extension alone', 'x-later: 1'],
  ].map(([words, text = '']): ComposeCase => ({
    title: `an override ${String(words)}`,
    files: { 'compose.yaml': 'services: { web: { image: a } }', 'prod.yaml': text },
    given: two,
  })),
  {
    title: 'an empty file before the others',
    files: { 'compose.yaml': '', 'prod.yaml': 'services: { web: { image: a } }' },
    given: two,
  },
  ...['services:', '---', 'null', '[]'].map((text): ComposeCase => ({
    title: `an override that is ${text}`,
    files: { 'compose.yaml': 'services: { web: { image: a } }', 'prod.yaml': `${text}\n` },
    given: two,
    isRefused: true,
  })),
  {
    title: 'volumes by target, env files one after the other',
    files: {
      'compose.yaml':
        'services: { web: { image: a, volumes: ["./a:/x", "./k:/k/", "vol:/z"], env_file: [a.env] } }\nvolumes: { vol: }\n',
      'prod.yaml':
        'services: { web: { image: b, volumes: ["./b:/x", "./k2:/k", "./z:/z"], env_file: b.env } }',
      'a.env': 'X=1\nY=1\n',
      'b.env': 'X=2\n',
    },
    given: two,
  },
  {
    title: '!reset and !override',
    files: {
      'compose.yaml':
        'services: { web: { image: a, volumes: ["./a:/x"], env_file: gone.env }, w2: { image: c, volumes: ["./c:/c"], profiles: [off] }, w3: { image: d } }',
      'prod.yaml':
        'services: { web: { volumes: !override ["./b:/y"], env_file: !reset [] }, w2: { profiles: !reset null }, w3: !reset null }',
    },
    given: two,
  },
  {
    title: 'a whole service with !override',
    files: {
      'compose.yaml': 'services: { web: { image: a, volumes: ["./a:/x"] } }',
      'prod.yaml': 'services: { web: !override { image: b } }',
    },
    given: two,
  },
  {
    title: 'networks in both spellings',
    files: {
      'compose.yaml':
        'services: { web: { image: a, networks: [a] } }\nnetworks: { a: { external: true }, b: { external: true } }',
      'prod.yaml': 'services: { web: { networks: { b: { aliases: [x] } } } }',
    },
    given: two,
  },
  {
    title: 'a later file in a folder: paths count from the first',
    files: {
      'compose.yaml':
        'services: { web: { image: a, configs: [c] } }\nconfigs: { c: { file: ./a } }',
      'deploy/prod.yaml':
        'services: { web: { volumes: ["./v:/v"] } }\nconfigs: { c: { file: ./b } }',
    },
    given: ['compose.yaml', 'deploy/prod.yaml'],
  },
  {
    title: 'a service that the later file only names',
    files: {
      'compose.yaml': 'services: { web: { image: a } }',
      'prod.yaml': 'services:\n  web:\n',
    },
    given: two,
  },
  {
    title: 'a list that a later file only names',
    files: {
      'compose.yaml': 'services: { web: { image: a, volumes: ["./a:/a"] } }',
      'prod.yaml': 'services:\n  web:\n    volumes:\n',
    },
    given: two,
  },
];

/** `extends`. */
const extended: readonly ComposeCase[] = [
  {
    title: 'extends a service of the same file, with its profiles',
    files: {
      'compose.yaml':
        'services: { base: { image: a, volumes: ["./a:/a"], env_file: e.env }, web: { extends: base, volumes: ["./b:/b"] }, off: { image: a, profiles: [x] }, o2: { extends: off } }',
      'e.env': 'X=1\n',
    },
  },
  {
    title: 'extends through files in folders',
    files: {
      'compose.yaml':
        'services: { web: { extends: { file: sub/b.yaml, service: base }, volumes: ["./b:/b"] } }',
      'sub/b.yaml':
        'services: { base: { extends: { file: deep/c.yaml, service: root }, volumes: ["./s:/s"], env_file: e.env } }',
      'sub/deep/c.yaml': 'services: { root: { image: "r:${T:-1}", volumes: ["./d:/d"] } }',
      'sub/e.env': 'X=1\n',
      'sub/.env': 'T=9\n',
    },
  },
  {
    title: 'extends, with !reset and !override of what is extended',
    files: {
      'compose.yaml':
        'services: { base: { image: a, volumes: ["./a:/a"] }, web: { extends: { file: b.yaml, service: base }, env_file: !reset [], volumes: !override ["./b:/b"] } }',
      'b.yaml': 'services: { base: { image: b, volumes: ["./c:/c"], env_file: gone.env } }',
    },
  },
  {
    title: 'a later file changes what was extended: too late',
    files: {
      'compose.yaml': 'services: { base: { image: a }, web: { extends: base } }',
      'prod.yaml': 'services: { base: { image: b } }',
    },
    given: two,
  },
  {
    title: 'secrets of the extended file do not come along',
    files: {
      'compose.yaml':
        'services: { web: { extends: { file: b/k.yaml, service: q } } }\nsecrets: { s: { file: s.txt } }',
      'b/k.yaml':
        'services: { q: { image: z, secrets: [s] } }\nsecrets: { s: { file: inner.txt } }',
    },
  },
  {
    title: 'extends a service of an earlier file',
    files: {
      'compose.yaml': 'services: { base: { image: a } }',
      'prod.yaml': 'services: { web: { extends: base } }',
    },
    given: two,
    isRefused: true,
  },
  {
    title: 'extends in a circle',
    files: { 'compose.yaml': 'services: { a: { image: x, extends: b }, b: { extends: a } }' },
    isRefused: true,
  },
  {
    title: 'extends a file that is not there',
    files: {
      'compose.yaml': 'services: { a: { image: x, extends: { file: no.yaml, service: b } } }',
    },
    isRefused: true,
  },
  {
    title: 'extends a service that the file does not have',
    files: {
      'compose.yaml': 'services: { a: { image: x, extends: { file: b.yaml, service: b } } }',
      'b.yaml': 'services: { c: { image: x } }',
    },
    isRefused: true,
  },
];

/** `include`. */
const included: readonly ComposeCase[] = [
  {
    title: 'includes a folder with its own env file',
    files: {
      'compose.yaml': 'include: [sub/i.yaml]\nservices: { web: { image: a } }',
      'sub/i.yaml':
        'services: { inc: { image: "i:${V:-none}-${W:-none}", volumes: ["./d:/d"], env_file: e.env } }',
      'sub/e.env': 'X=1\n',
      'sub/.env': 'V=sub\nW=sub\n',
      '.env': 'W=top\n',
    },
  },
  {
    title: 'the long form: several files, folder, env file',
    files: {
      'compose.yaml':
        'include: [{ path: [sub/i.yaml, sub/j.yaml], project_directory: pd, env_file: [sub/x.env, y.env] }]\nservices: { web: { image: a } }',
      'sub/i.yaml': 'services: { inc: { image: "i:${V:-none}-${Y}", volumes: ["./d:/d"] } }',
      'sub/j.yaml': 'services: { inc: { volumes: ["./e:/d"] } }',
      'sub/x.env': 'V=x\n',
      'y.env': 'Y=y$V\n',
      'pd/.keep': '',
    },
  },
  {
    title: 'includes within includes, with extends',
    files: {
      'compose.yaml': 'include: [a/i.yaml]',
      'a/.env': 'V=a\n',
      'a/i.yaml': 'include: [b/j.yaml]\nservices: { web: { image: b, volumes: ["./x:/a"] } }',
      'a/b/.env': 'V=b\nW=b\n',
      'a/b/j.yaml':
        'services: { w2: { image: "b:${V}-${W}", volumes: ["./x:/a"], extends: { file: c/k.yaml, service: q } } }',
      'a/b/c/k.yaml': 'services: { q: { volumes: ["./kk:/k"] } }',
    },
  },
  {
    title: 'a later file overrides what the first includes',
    files: {
      'compose.yaml': 'include: [i.yaml]\nservices: { x: { image: a } }',
      'i.yaml': 'services: { web: { image: b, volumes: ["./a:/a"] } }',
      'prod.yaml': 'services: { web: { image: c, volumes: ["./b:/a"] } }',
    },
    given: two,
  },
  {
    title: 'the same service in the file and in what it includes',
    files: {
      'compose.yaml': 'include: [i.yaml]\nservices: { web: { image: a } }',
      'i.yaml': 'services: { web: { image: a } }',
    },
  },
  {
    title: 'another service of the same name in what it includes',
    files: {
      'compose.yaml': 'include: [i.yaml]\nservices: { web: { image: a } }',
      'i.yaml': 'services: { web: { image: b } }',
    },
    isRefused: true,
  },
  {
    title: 'includes in a circle',
    files: { 'compose.yaml': 'include: [i.yaml]', 'i.yaml': 'include: [compose.yaml]' },
    isRefused: true,
  },
  {
    title: 'an include that is no list',
    files: { 'compose.yaml': 'include: i.yaml', 'i.yaml': 'services: { web: { image: b } }' },
    isRefused: true,
  },
  {
    title: 'an env file of an include that is not there',
    files: {
      'compose.yaml': 'include: [{ path: i.yaml, env_file: gone.env }]',
      'i.yaml': 'services: { web: { image: b } }',
    },
    isRefused: true,
  },
];

/** What the Compose reader is compared on with Compose itself. */
export const composeCases = { single, merged, extended, included };
