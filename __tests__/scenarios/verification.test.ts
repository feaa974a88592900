import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

const revision = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

const files = {
  'compose.yml': `services:
  api:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    expose: ['8080']
  caddy:
    image: caddy:2
    restart: unless-stopped
    ports: ['8090:80', '8443:443']
    volumes: ['./Caddyfile:/etc/caddy/Caddyfile:ro']
`,
  Caddyfile: `{
	admin off
	auto_https disable_redirects
	default_sni localhost
}
:80 {
	handle /moved {
		redir https://localhost/ 308
	}
	handle {
		header X-Revision sha-${revision.slice(0, 12)}
		reverse_proxy api:8080
	}
}
http://shop.example.com {
	respond "the shop"
}
http://blog.example.com {
	respond "the blog"
}
localhost, secure.example.com {
	tls internal
	respond "secure"
}
`,
};

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'verification' });
  await pushApp(stage, 'v1');
  const run = await runBundle('deploy-compose', deployOptions(stage, server, 'v1', { files }));
  expect(run.log).toMatch(/is live on/);
}, 300_000);

afterAll(() => stage.close());

const verify = (
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<BundleResult> => {
  const {
    host = '',
    'ssh-key': key = '',
    'known-hosts': known = '',
  } = deployOptions(stage, server, '').inputs;
  return runBundle('verify-health', {
    inputs: {
      host,
      'ssh-key': key,
      'known-hosts': known,
      path: '/opt/app',
      timeout: '3s',
      interval: '200ms',
      ...inputs,
    },
    env,
  });
};

const errorOf = ({ annotations }: BundleResult): string =>
  annotations
    .filter(({ level }) => level === 'error')
    .map(({ title, message }) => `${title ?? ''}: ${message}`)
    .join('\n');

const site = (path = '/'): string => `http://${server.address}:8090${path}`;

describe('What the server sees', () => {
  it('is healthy from there, from outside, and in its containers', async () => {
    const run = await verify({
      urls: site(),
      from: 'both',
      'expect-body': 'version v1',
      targets: '- containers: all\n- url: http://localhost:8090/\n  from: host\n',
    });
    expect(errorOf(run)).toBe('');
    expect(run.log).toContain('the containers of all services: healthy');
    expect(run.summary).toContain('| http://localhost:8090/ | :white_check_mark: |');
  });

  it('B7: a port that is not published is named, with those that are', async () => {
    const run = await verify({ urls: 'http://localhost:8080/', from: 'host', 'fail-fast': 'true' });
    expect(errorOf(run)).toContain('The port 8080 is not published');
    expect(errorOf(run)).toContain(
      'api listens to 8080 inside its container alone; published on the server: ',
    );
    expect(errorOf(run)).toContain('8090 (caddy, its port 80)');
  });

  it('B7: localhost is the runner, and the error says so', async () => {
    const run = await verify({ urls: 'http://localhost:9/', host: '', 'fail-fast': 'true' });
    expect(errorOf(run)).toContain('http://localhost:9/ is the runner itself, not the server');
  });

  it('is told apart from what works there alone', async () => {
    const rule = ['PREROUTING', '-t', 'raw', '-p', 'tcp', '--dport', '8090', '-j', 'DROP'];
    await server.exec(['iptables', '-I', ...rule]);
    const run = await verify({ urls: site(), from: 'both', 'request-timeout': '1s' });
    await server.exec(['iptables', '-D', ...rule]);
    expect(errorOf(run)).toContain(`${site()} works on the server, but not from outside`);
  });

  it('shows a container that is not well', async () => {
    await server.exec(['sh', '-c', 'cd /opt/app && docker compose stop api']);
    const run = await verify({ targets: '- containers: [api]' });
    await server.exec(['sh', '-c', 'cd /opt/app && docker compose start api']);
    expect(errorOf(run)).toContain('Not well: the containers of api');
    expect(errorOf(run)).toMatch(/the service api is exited/);
  });

  it('shows each command with its time where the runner debugs, and no secret', async () => {
    const run = await verify({ urls: site(), from: 'host' }, { RUNNER_DEBUG: '1' });
    expect(run.log).toMatch(/##\[debug\]\S+: Asks a URL once, .*: status 0 after \d+\.\d\d s/);
    expect(run.log).not.toContain('PRIVATE KEY');
  });

  it('needs to be reachable', async () => {
    const run = await verify({ urls: site(), from: 'host', host: '' });
    expect(run.entries).toEqual(['verify-needs-server']);
  });
});

describe('What visitors see', () => {
  it('A11: each domain is verified before DNS leads there', async () => {
    const inputs = {
      resolve: `shop.example.com=${server.address}\nblog.example.com=${server.address}`,
      targets: `- {url: "http://shop.example.com:8090/", body: the shop}
- {url: "http://blog.example.com:8090/", body: the blog}`,
    };
    expect(errorOf(await verify(inputs))).toBe('');
    const swapped = { ...inputs, targets: inputs.targets.replace('the shop', 'the blog') };
    const run = await verify(swapped);
    expect(errorOf(run)).toContain(
      'http://shop.example.com:8090/ answers without the expected text',
    );
    const unresolved = await verify({ ...inputs, resolve: '', 'fail-fast': 'true' });
    expect(errorOf(unresolved)).toContain('The name shop.example.com:8090 leads nowhere');
  });

  it('B8: a redirect to localhost fails, with the way that it took', async () => {
    const run = await verify({ urls: site('/moved'), redirects: 'any' });
    expect(errorOf(run)).toContain(`${site('/moved')} redirects to where it must not`);
    expect(errorOf(run)).toContain(`${site('/moved')} → https://localhost/`);
  });

  it('B8: Caddy without a certificate for the name is told as that', async () => {
    const run = await verify({
      urls: 'https://app.example.com:8443/',
      resolve: `app.example.com=${server.address}`,
      'fail-fast': 'true',
    });
    expect(errorOf(run)).toContain('The certificate of app.example.com:8443 is for another name');
    expect(errorOf(run)).toContain('no certificate for this name');
  });

  describe('over TLS', () => {
    let authority: string;

    beforeAll(async () => {
      const find = 'docker exec $(docker ps -qf name=caddy) find / -name root.crt -exec cat {} +';
      authority = (await server.exec(['sh', '-c', find])).stdout;
    });

    it('a private authority counts where it is named', async () => {
      const inputs = {
        urls: 'https://secure.example.com:8443/',
        resolve: `secure.example.com=${server.address}`,
      };
      const run = await verify({ ...inputs, 'tls-ca': authority });
      expect(errorOf(run)).toBe('');
      expect(errorOf(await verify(inputs))).toContain(
        'The certificate of secure.example.com:8443 is not accepted',
      );
      // Caddy's own authority signs for twelve hours.
      const soon = await verify({ ...inputs, 'tls-ca': authority, 'tls-min-days': '1' });
      expect(errorOf(soon)).toContain('the certificate is good for 0 more days, not 1');
    });

    it('B8: a certificate for another name is told as that, with that name', async () => {
      const run = await verify({
        urls: `https://${server.address}:8443/`,
        'tls-ca': authority,
        'fail-fast': 'true',
      });
      expect(errorOf(run)).toContain(
        `The certificate of ${server.address}:8443 is for another name`,
      );
      expect(errorOf(run)).toContain('the certificate is for localhost');
    });
  });

  it('the answer must come from the new release', async () => {
    const inputs = { urls: site(), 'expect-revision': 'header:X-Revision' };
    expect(errorOf(await verify(inputs, { GITHUB_SHA: revision }))).toBe('');
    const run = await verify(inputs, { GITHUB_SHA: revision.replace('1a2b', 'ffff') });
    expect(errorOf(run)).toContain(`${site()} is answered by another release`);
  });

  it('A10: a smoke test of one’s own is a check', async () => {
    const good = await verify({ targets: `- command: curl -fsS ${site()} | grep -q v1` });
    expect(errorOf(good)).toBe('');
    const bad = await verify({ targets: '- command: echo no order could be placed; exit 3' });
    expect(errorOf(bad)).toContain('it ended with status 3: no order could be placed');
    const slow = await verify({ targets: '- command: sleep 60', 'request-timeout': '1s' });
    expect(errorOf(slow)).toContain('it did not end within 1 s');
  });

  it('secrets in headers show nowhere', async () => {
    const run = await verify({
      targets: `- url: ${site()}\n  request-headers: {x-api-key: topsecretvalue}\n  header: {x-none: there}`,
    });
    expect(errorOf(run)).toContain('answers without the expected header');
    expect(run.log + run.summary).not.toContain('topsecretvalue');
  });
});
