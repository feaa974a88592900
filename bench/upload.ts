import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployOptions, pushApp } from '../__tests__/support/deploys.js';
import { startBundle } from '../__tests__/support/run-bundle.js';
import type { Server } from '../playground/hosts/server.js';
import { must } from '../playground/machine/run.js';
import type { Stage } from '../playground/stage.js';
import { alternate, figure, timed, type Figure } from './measure.js';

const count = 2000;
const bytes = 25_000;
const rounds = 3;

/**
 * The way of 2,000 files (50 MB) to the server, from the start of the action until its program runs there,
 * against `tar | ssh` and rsync: all of them new, and none of them changed.
 */
export async function uploads(stage: Stage, server: Server): Promise<readonly Figure[]> {
  await must('apt-get', ['install', '-y', '-qq', 'rsync']);
  const { code } = await server.exec([
    'sh',
    '-c',
    'apt-get update -qq && apt-get install -y -qq rsync && install -d -o deploy /opt/upload',
  ]);
  if (code !== 0) throw new Error('no rsync on the server');
  await pushApp(stage, 'upload');
  const hand = handCopy(server);
  const all = await alternate(rounds, [
    () => {
      const files = newFiles();
      hand.place(files);
      return ourUpload(stage, server, files);
    },
    () => timed(() => hand.tar()),
    () => timed(() => hand.rsync()),
  ]);
  const files = newFiles();
  await ourUpload(stage, server, files);
  const none = await alternate(rounds, [
    () => ourUpload(stage, server, files),
    () => timed(() => hand.tar()),
    () => timed(() => hand.rsync()),
  ]);
  const figures = (name: string, [ours = 0, tar = 0, rsync = 0]: readonly number[]): Figure[] => [
    figure(`${count} files (50 MB), ${name}, against tar | ssh`, 's', ours, tar, 1.5),
    figure(`${count} files (50 MB), ${name}, against rsync`, 's', ours, rsync, 1.5),
  ];
  return [...figures('all new', all), ...figures('unchanged', none)];
}

function newFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `data/${index % 40}/${index}.bin`,
      randomBytes(bytes / 2).toString('hex'),
    ]),
  );
}

/** Seconds from the start of the action until its program runs on the server. */
async function ourUpload(
  stage: Stage,
  server: Server,
  files: Readonly<Record<string, string>>,
): Promise<number> {
  const options = deployOptions(stage, server, 'upload', {
    files,
    inputs: { path: '/opt/upload', files: 'data/**', env: `IMAGE=${stage.registry.host}/acme/api` },
  });
  const compose = (options.files?.['compose.yml'] ?? '').replace('8080:8080', '8093:8080');
  const run = await startBundle('deploy-compose', {
    ...options,
    files: { ...options.files, 'compose.yml': compose },
  });
  const seconds = await timed(() => run.sees(/\[group\]Take the lock/));
  const { code, log } = await run.result;
  if (code !== 0) throw new Error(log);
  return seconds;
}

function handCopy(server: Server): {
  place(files: Readonly<Record<string, string>>): void;
  tar(): Promise<string>;
  rsync(): Promise<string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-bench-'));
  const [key, known, data] = ['key', 'known_hosts', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(key, server.privateKey, { mode: 0o600 });
  writeFileSync(known, `${server.knownHosts}\n`);
  const ssh = `ssh -i ${key} -o UserKnownHostsFile=${known} -o BatchMode=yes`;
  const host = `deploy@${server.address}`;
  return {
    place(files) {
      for (const [path, text] of Object.entries(files)) {
        const target = join(folder, path);
        mkdirSync(join(target, '..'), { recursive: true });
        writeFileSync(target, text);
      }
    },
    tar: () =>
      must('sh', [
        '-c',
        `tar -C ${data} -cf - . | ${ssh} ${host} 'rm -rf by-tar && mkdir by-tar && tar -C by-tar -xf -'`,
      ]),
    rsync: () => must('rsync', ['-a', '--delete', '-e', ssh, `${data}/`, `${host}:by-rsync/`]),
  };
}
