import { describe, expect, it } from '@jest/globals';
import { identityOf } from '../../../src/deploy/plan/shipped-files.js';
import { proxyTrials } from '../../../src/deploy/plan/proxy-trials.js';
import { textEntry } from '../../../src/local/plan/text-entry.js';
import { readProject } from '../../support/read-project.js';

const shipped = [
  textEntry('front.conf', 0o644, 'events {}'),
  textEntry('site/Caddyfile', 0o644, ':80'),
  textEntry('front.env', 0o644, 'A="from a file"\nB=2\n'),
];

/** What the trials of these services read on the server: step → file → lines. */
function trialsOf(
  services: string,
  live: { readonly files?: typeof shipped; readonly image?: string } = {},
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const text = `services: { ${services} }\nvolumes: { state: {}, named: { name: theirs } }`;
  const trials = proxyTrials(
    {
      project: readProject({ 'compose.yml': text }),
      files: shipped,
      env: { source: 'upload', text: 'D=4\n' },
    },
    {
      pins: new Map([['own', 'registry.example/own@sha256:1']]),
      ready: {
        path: '/opt/shop',
        currentFiles: new Map((live.files ?? []).map((file) => [file.path, identityOf(file)])),
        currentImages: new Map([['own', live.image ?? '']]),
      },
    },
  );
  return Object.fromEntries(
    trials.map(({ step, entries }) => [
      step.command.join(' '),
      Object.fromEntries(
        entries.map(({ path, content }) => [
          path.split('/').at(-1) ?? '',
          content.kind === 'file' ? content.read().toString() : '',
        ]),
      ),
    ]),
  );
}

const doubts = (services: string, live: Parameters<typeof trialsOf>[1] = {}): unknown[] =>
  Object.values(trialsOf(services, live)).map(({ doubt }) => doubt);

describe('proxyTrials', () => {
  it.each([
    ["a: { image: nginx:1, volumes: ['./front.conf:/etc/nginx/nginx.conf'] }", ['nginx']],
    ["a: { image: x.example/us/openresty, volumes: ['./front.conf:/x'] }", ['openresty']],
    ["a: { image: caddy:2, volumes: ['./site:/etc/caddy'] }", ['caddy']],
    ["a: { image: mine, volumes: ['./front.conf:/etc/nginx/conf.d/a.conf'] }", ['nginx']],
    ["a: { image: mine, volumes: ['./site/Caddyfile:/srv/Caddyfile'] }", ['caddy']],
    ["a: { image: mine, volumes: ['./front.conf:/app/front.conf'] }", []],
    ["a: { image: nginx:1, volumes: ['./other.conf:/etc/nginx/nginx.conf'] }", []],
    ["a: { image: nginx:1, profiles: [x], volumes: ['./front.conf:/etc/nginx/nginx.conf'] }", []],
    ["a: { build: ., volumes: ['./front.conf:/etc/nginx/nginx.conf'] }", []],
  ])('of %s are with %j', (services, tools) => {
    expect(Object.keys(trialsOf(services)).map((command) => command.split(' ')[3])).toEqual(tools);
  });

  it('know what the container would have', () => {
    const [trial] = Object.values(
      trialsOf(`
        a: { image: nginx:1, user: "5", environment: { B: 3, C: "x y" }, env_file: [front.env, .env], links: ['web:app'],
             command: "nginx -g 'daemon off;'", extra_hosts: ["out:10.0.0.1"], tmpfs: /run,
             volumes: ['./front.conf:/etc/nginx/nginx.conf', 'state:/s', 'named:/n', '/certs:/certs:ro', '/anonymous', './logs:/var/log/nginx', 'state:/data', 'state:/var/lib/pages:ro'] },
        web: { image: x, container_name: the-web, networks: { default: { aliases: [api] } } }`),
    );
    expect(trial).toMatchObject({
      env: 'A=from a file\nB=3\nD=4\nC=x y\n',
      command: 'nginx\n-g\ndaemon off;\n',
      mounts:
        'project|front.conf|/etc/nginx/nginx.conf\nvolume|shop_state|/s\nvolume|theirs|/n\nserver|/certs|/certs\nvolume|shop_state|/var/lib/pages\n',
    });
    expect(trial?.options?.split('\n')).toEqual(
      expect.arrayContaining([
        ...['--user', '5', '--add-host', 'out:10.0.0.1', 'web:127.0.0.1', 'the-web:127.0.0.1'],
        ...['api:127.0.0.1', 'app:127.0.0.1', 'shop-web-1:127.0.0.1', 'shop_web_1:127.0.0.1'],
      ]),
    );
    expect(trial).not.toHaveProperty('entrypoint');
    expect(trial).not.toHaveProperty('doubt');
  });

  const front = "volumes: ['./front.conf:/etc/nginx/nginx.conf']";

  it('doubt what is known to the server alone, and what is live already', () => {
    expect(doubts(`a: { image: nginx:1, ${front}, env_file: theirs.env }`)).toEqual([
      'a part of its environment is known to the server alone',
    ]);
    expect(doubts(`a: { image: nginx:1, ${front} }`, { files: shipped })).toEqual([
      'the live release has the same one',
    ]);
    const own = `own: { image: registry.example/own, ${front} }`;
    const image = 'registry.example/own@sha256:1';
    expect(doubts(own, { files: shipped, image })).toEqual(['the live release has the same one']);
    expect(doubts(own, { files: shipped, image: 'older' })).toEqual([undefined]);
  });
});
