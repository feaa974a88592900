import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { until } from '../../playground/machine/run.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { answer, deployOptions, pushApp } from '../support/deploys.js';
import { runBundle, startBundle } from '../support/run-bundle.js';

let stage: Stage;
let server: Server;

const settle = '/home/deploy/.local/state/deploy-kit/settle';

const composeFile = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['\${PORT:-8080}:8080']
`;

// What docs/operating.md shows; the engine needs a while longer than usual.
const units = `cat >/etc/systemd/system/deploy-kit-settle.service <<'END'
[Unit]
Description=Settle what interrupted deploys have left

[Service]
Type=oneshot
User=deploy
ExecStart=${settle}
KillMode=process

[Install]
WantedBy=multi-user.target
END
mkdir -p /etc/systemd/system/docker.service.d
printf '[Service]\\nExecStartPre=/bin/sleep 8\\n' >/etc/systemd/system/docker.service.d/slow.conf
systemctl daemon-reload
systemctl enable deploy-kit-settle.service`;

type Options = Parameters<typeof runBundle>[1];

const options = (path: string, tag: string, inputs: Record<string, string> = {}): Options =>
  deployOptions(stage, server, tag, {
    inputs: {
      path,
      env: `IMAGE=${stage.registry.host}/acme/api\nPORT=${path === '/opt/app' ? '8080' : '8081'}`,
      'stable-for': '1s',
      ...inputs,
    },
    files: { 'compose.yml': composeFile },
  });

const shell = async (script: string): Promise<string> =>
  (await server.exec(['sh', '-c', script])).stdout.trim();

const answers = (port: number, version: string): Promise<void> =>
  until(`${version} on ${port}`, 90, () =>
    answer(server, port).then(
      (text) => text === `version ${version}`,
      () => false,
    ),
  );

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'settle' });
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
  await pushApp(stage, 'sick', 'unhealthy');
  await shell('mkdir -p /opt/other && chown deploy /opt/other');
  for (const path of ['/opt/app', '/opt/other'])
    expect((await runBundle('deploy-compose', options(path, 'v1'))).code).toBe(0);
}, 300_000);

afterAll(() => stage.close());

/** Set by `npm run test:nightly`: it waits for a server to start. */
const whenWhole = process.env.FAULT_TABLE === 'whole' ? it : it.skip;

whenWhole(
  'One command settles all folders of a user when the server starts, also while the engine does',
  async () => {
    await shell(units);
    await shell(`echo /opt/gone >>${settle.replace(/settle$/, 'folders')}`);
    const other = await runBundle(
      'deploy-compose',
      options('/opt/other', 'v2', { 'confirm-within': '30s' }),
    );
    expect(other.code).toBe(0);
    const run = await startBundle('deploy-compose', options('/opt/app', 'sick'));
    await run.sees(/Wait until the services are healthy/);
    await server.powerCut();
    process.kill(run.pid, 'SIGKILL');
    await run.result;
    await server.start();

    const said = (): Promise<string> => shell('journalctl -u deploy-kit-settle.service -o cat');
    await until('the settle command', 120, async () =>
      / Finished | Failed /.test(` ${await said()} `.replaceAll('\n', ' ')),
    );
    const text = await said();
    expect(text).toMatch(/^\/opt\/app: settled: \S+-v1 is live$/m);
    expect(text).toMatch(/^\/opt\/other: settled: \S+-v2 is live$/m);
    expect(text).toMatch(/^\/opt\/gone: gone$/m);
    await answers(8080, 'v1');
    // Nobody has confirmed it: its watcher was started again.
    await answers(8081, 'v1');
    await until(
      'the end of that',
      30,
      async () =>
        (await server.exec(['flock', '-n', '/opt/other/.deploy-kit/lock', 'true'])).code === 0,
    );
    const again = await server.exec(['su', 'deploy', '-c', settle]);
    expect([again.code, again.stdout]).toEqual([
      0,
      '/opt/app: nothing to settle\n/opt/other: nothing to settle\n',
    ]);
  },
  300_000,
);
