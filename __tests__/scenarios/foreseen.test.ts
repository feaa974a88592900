import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, composeFile, deployOptions, listing, pushApp } from '../support/deploys.js';
import { runBundle, type BundleOptions, type BundleResult } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'foreseen' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
}, 300_000);

afterAll(() => stage.close());

const deploy = (
  tag: string,
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>> = {},
  on: Server = server,
): Promise<BundleResult> => {
  const options: BundleOptions = deployOptions(stage, on, tag, {
    files,
    inputs: { 'stable-for': '1s', ...inputs },
  });
  return runBundle('deploy-compose', options);
};

const app = '/opt/app';
const script = (text: string): Promise<unknown> => server.exec(['sh', '-euc', text]);

describe('What Compose makes need not be there', () => {
  it('a folder is made empty, and the plan says so', async () => {
    const mounts = "    volumes: ['./data:/data', './logs/web:/var/log/web']\n";
    const run = await deploy('v1', { 'compose.yml': `${composeFile}${mounts}` });
    expect([run.code, run.log]).toEqual([
      0,
      expect.stringMatching(/The folder data of web is neither .*: it is made empty/),
    ]);
    expect(await listing(server, `${app}/logs`)).toContain('/opt/app/logs/web 755');
    // The second time it is there.
    const again = await deploy('v2', { 'compose.yml': `${composeFile}${mounts}` });
    expect([again.code, again.log]).toEqual([0, expect.not.stringContaining('made empty')]);
  });

  it.each([
    ['what is only read', "volumes: ['./gone:/gone:ro']", {}],
    ['what has the name of a file', "volumes: ['./gone.json:/gone.json']", {}],
    [
      'where a healthcheck runs something',
      "volumes: ['./gone:/gone']\n    healthcheck: { test: /gone/check }",
      {},
    ],
    [
      'where a hook runs something',
      "volumes: ['./gone:/gone']",
      { 'after-deploy': 'sh gone/backup.sh' },
    ],
  ])('but not %s', async (_, lines, inputs) => {
    const before = await listing(server, app);
    const run = await deploy('v2', { 'compose.yml': `${composeFile}    ${lines}\n` }, inputs);
    expect(run.entries).toEqual(['compose-refers-to-missing-file']);
    expect(run.annotations[0]?.message).toMatch(/^gone/);
    expect(await listing(server, app)).toBe(before);
  });

  it('files that hold nothing yet, and paths that begin with the project folder', async () => {
    const run = await deploy(
      'v2',
      {
        'compose.yml': `${composeFile}    volumes: ['\${PWD}/conf:/conf:ro']\n`,
        'compose.prod.yml': '# nothing yet\n',
        'conf/app.txt': 'shipped\n',
      },
      { 'compose-files': 'compose.yml\ncompose.prod.yml' },
    );
    expect(run.entries).toEqual([]);
    const { stdout } = await server.ssh(
      `cd ${app} && docker compose exec -T web cat /conf/app.txt`,
    );
    expect(stdout).toBe('shipped\n');
  });

  it('a service that is only built is named before the change', async () => {
    const before = await listing(server, app);
    const files = { 'compose.yml': `${composeFile}  helper: { build: ./helper }\n` };
    const run = await deploy('v1', files);
    expect(run.entries).toEqual(['service-not-built']);
    expect(run.annotations[0]?.title).toContain('service helper');
    expect(await listing(server, app)).toBe(before);
    // Built there by hand, it runs.
    await script('docker tag "$(docker inspect -f "{{.Image}}" app-web-1)" app-helper');
    expect((await deploy('v1', files)).code).toBe(0);
    await script(`cd ${app} && docker compose rm -fs helper`);
  });

  it('a released image is pulled with the account of the deploy, whatever its pull_policy', async () => {
    const files = { 'compose.yml': `${composeFile}    pull_policy: always\n` };
    expect((await deploy('v2', files)).entries).toEqual([]);
    const never = "  other: { image: 'nowhere.invalid/x:1', pull_policy: never }\n";
    const run = await deploy('v1', { 'compose.yml': `${composeFile}${never}` });
    expect(run.entries).toEqual(['image-pull-failed']);
    expect(run.annotations[0]?.message).toContain('its pull_policy is never');
    expect(await answer(server)).toBe('version v2');
  });
});

describe('Env files', () => {
  it('variables that only the server has name the image; secrets stay out of the log', async () => {
    const repository = `${stage.registry.host}/acme/api`;
    const [registry = '', ...rest] = repository.split('/');
    await server.exec(['su', 'deploy', '-c', 'cat >~/.env.prod'], {
      input: `REGISTRY=${registry}\r\nREPO=${rest.join('/')} # ours\r\nTOKEN=hunter2-${'x'.repeat(8)}\r\n`,
    });
    const image = '${REGISTRY:?}/${REPO}:${IMAGE_TAG:-latest}';
    const files = {
      'compose.yml': `services:\n  web:\n    image: ${image}\n    ports: ['8080:8080']\n    environment: { TOKEN: '\${TOKEN:?}' }\n`,
    };
    const run = await deploy('v1', files, { 'env-file': '~/.env.prod', env: '' });
    expect(run.entries).toEqual([]);
    expect(await answer(server)).toBe('version v1');
    expect(run.log).not.toContain('hunter2');
    expect(run.log).toContain(repository);
    const missing = await deploy('v1', files, { 'env-file': '~/.env.gone', env: '' });
    expect(missing.entries).toEqual(['env-file-unreadable']);
  });

  it('what Compose would cut is a warning, and the file stays as it is', async () => {
    const env = `IMAGE=${stage.registry.host}/acme/api\r\nPASSWORD=pa$Word #1\r\n`;
    const run = await deploy(
      'v2',
      { 'compose.yml': composeFile, 'prod.env': env },
      { 'env-file': 'prod.env', env: '' },
    );
    expect([run.code, run.log]).toEqual([
      0,
      expect.stringMatching(
        /prod\.env: PASSWORD: Compose takes what .*PASSWORD: Compose takes `\$`/,
      ),
    ]);
    expect((await server.exec(['cat', `${app}/.env`])).stdout).toContain('PASSWORD=pa$Word #1\r\n');
  });

  it('a value of several lines arrives as it is', async () => {
    const env = `IMAGE=${stage.registry.host}/acme/api\nKEY<<END\n-- "a" --\n$b #c\nEND`;
    const environment = '    environment: { KEY: $KEY }\n';
    const run = await deploy('v2', { 'compose.yml': `${composeFile}${environment}` }, { env });
    expect(run.entries).toEqual([]);
    const { stdout } = await server.ssh(
      `cd ${app} && docker compose exec -T web sh -c 'printf %s "$KEY"'`,
    );
    expect(stdout).toBe('-- "a" --\n$b #c');
  });
});

describe('Volumes and networks that change', () => {
  const withParts = (volume: string, network: string): Readonly<Record<string, string>> => ({
    'compose.yml': `${composeFile}    networks: [inner]
  cache:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    volumes: ['cached:/cached']
volumes: { cached: { ${volume} } }
networks: { inner: { name: shared_inner, ipam: { config: [{ subnet: ${network} }] } } }
`,
  });
  const folder = (name: string): string => `driver_opts: { type: none, o: bind, device: ${name} }`;

  it('are refused where data or neighbours would suffer, said where not', async () => {
    await script('mkdir -p /srv/one /srv/two');
    const first = withParts(folder('/srv/one'), '10.91.1.0/24');
    expect((await deploy('v1', first)).entries).toEqual([]);

    const volume = await deploy('v2', withParts(folder('/srv/two'), '10.91.1.0/24'));
    expect(volume.entries).toEqual(['volume-changed']);
    expect(volume.annotations[0]?.message).toContain('It differs in: option device');

    const changed = withParts(folder('/srv/one'), '10.91.2.0/24');
    const own = await deploy('v2', changed, { 'dry-run': 'true' });
    expect(own.summary).toMatch(
      /The network shared.+inner stays as it is, .*subnet 10\.91\.1\.0\/24, now 10\.91\.2\.0\/24/,
    );
    const image = '$(docker inspect -f "{{.Image}}" app-web-1)';
    await script(`docker run -d --name neighbour --network shared_inner "${image}"`);
    const shared = await deploy('v2', changed);
    expect(shared.entries).toEqual(['network-changed']);
    expect(shared.annotations[0]?.message).toContain('neighbour of other projects would lose it');
    expect(await answer(server)).toBe('version v1');
    await script('docker rm -f neighbour');
  });

  it('a service that leaves does not take its volume along, and the plan says so', async () => {
    const run = await deploy('v2', { 'compose.yml': composeFile });
    expect([run.code, run.log]).toEqual([
      0,
      expect.stringContaining(
        'Service cache leaves with this release; its volume app_cached stays',
      ),
    ]);
    expect((await server.exec(['docker', 'volume', 'ls', '-q'])).stdout).toContain('app_cached');
  });
});

describe('On a server with Compose 1', () => {
  let old: Server;
  beforeAll(async () => {
    old = await stage.startServer({ name: 'foreseen-old', engine: 'old-compose' });
  }, 300_000);

  it('what that cannot read back is refused with its name', async () => {
    const env = `IMAGE=${stage.registry.host}/acme/api\nTOKEN=hunter2\${x}`;
    const run = await deploy('v1', { 'compose.yml': composeFile }, { env }, old);
    expect(run.entries).toEqual(['env-misread-by-old-compose']);
    expect(run.annotations[0]?.title).toContain('TOKEN');
    expect(run.log).not.toContain('hunter2');
    expect((await deploy('v1', { 'compose.yml': composeFile }, { env }, server)).code).toBe(0);
  });

  it('so is what a service reads of a file on the server alone', async () => {
    await old.exec(['su', 'deploy', '-c', `cat >${app}/web.env`], {
      input: "GOOD=1\r\nPRICE='hunter2${x}'\r\n",
    });
    const files = { 'compose.yml': `${composeFile}    env_file: web.env\n` };
    const run = await deploy('v1', files, {}, old);
    expect([run.entries, run.annotations[0]?.title]).toEqual([
      ['env-misread-by-old-compose'],
      expect.stringContaining('can not read PRICE (web.env) as meant'),
    ]);
    expect(run.log).not.toContain('hunter2');
  });

  it('a site with a fixed name whose tag has moved on is taken over, and restored with the image that ran', async () => {
    const image = `${stage.registry.host}/acme/api`;
    const named = { 'compose.yml': `${composeFile}    container_name: site\n` };
    const { username, password, host } = stage.registry;
    await old.exec(['docker', 'login', '-u', username, '--password-stdin', host], {
      input: password,
    });
    await old.exec(['su', 'deploy', '-c', `cat >${app}/compose.yml`], {
      input: `services:\n  web: { image: '${image}:latest', container_name: site, restart: unless-stopped, ports: ['8080:8080'] }\n`,
    });
    const typed = `for v in v1 v2; do docker pull -q ${image}:$v; done; docker tag ${image}:v1 ${image}:latest; cd ${app}; su deploy -c 'docker-compose up -d'; docker tag ${image}:v2 ${image}:latest`;
    expect((await old.exec(['sh', '-euc', typed])).code).toBe(0);
    const failed = await deploy('v2', named, { 'after-switch': 'exit 1' }, old);
    expect([failed.entries, failed.annotations.at(-1)?.message]).toEqual([
      ['hook-failed'],
      expect.stringContaining('The server was restored'),
    ]);
    expect(await answer(old)).toBe('version v1');
  });
});
