/**
 * Provokes every failure of cases.ts with the real tools on a server of the playground, and keeps what they
 * print as fixtures: `npm run symptoms`, or `npm run symptoms -- certbot` for those whose id begins so.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstRegistryPort } from '../../playground/hosts/registry.js';
import type { Server } from '../../playground/hosts/server.js';
import { stopEngine } from '../../playground/machine/engine.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { must } from '../../playground/machine/run.js';
import { setStage } from '../../playground/stage.js';
import { provocations } from './cases.js';

/** What a tool printed, as the tests read it. */
export interface Symptom {
  readonly id: string;
  readonly version: string;
  readonly output: string;
}

const setUp = `set -e
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends nginx-light caddy postgresql git perl-modules-5.36 openssl bc certbot pebble >/dev/null 2>&1
  systemctl stop nginx caddy
  docker tag caddy:2 symptom:1
  useradd -m -G sudo asker
  useradd -m stranger
  echo stranger:secret | chpasswd
  su postgres -c "psql -q -c \\"create role app login password 'secret'\\" -c 'create database app owner app' -c \\"create role crowded login password 'secret' connection limit 2\\""
  cd /root
  openssl req -x509 -newkey rsa:2048 -nodes -keyout site.key -out site.pem -days 30 -subj /CN=site.example -addext subjectAltName=DNS:site.example 2>/dev/null
  (openssl s_server -quiet -accept 7443 -key site.key -cert site.pem -www >/dev/null 2>&1 &)
  echo '127.0.0.1 app.example' >>/etc/hosts
  printf '{"pebble":{"listenAddress":"127.0.0.1:14000","managementListenAddress":"127.0.0.1:15000","certificate":"site.pem","privateKey":"site.key","httpPort":80,"tlsPort":443}}' >pebble.json
  (PEBBLE_VA_NOSLEEP=1 pebble -config pebble.json >/dev/null 2>&1 &)`;

/** As the cases name it, and the fixtures. */
const usualRegistry = `127.0.0.1:${firstRegistryPort}`;

const fixture = join(repositoryRoot, '__tests__', 'fixtures', 'symptoms.json');
const [start = ''] = process.argv.slice(2);
const known = JSON.parse(readFileSync(fixture, 'utf8')) as readonly Symptom[];

const stage = await setStage(console.log);
let code = 0;
try {
  const server = await stage.startServer({ name: 'symptoms' });
  await mustOnServer(server, setUp);
  const client = await must('sh', ['-c', 'command -v docker']);
  await stage.engine.must(['cp', client.trim(), `${server.container}:/usr/local/bin/newer-docker`]);
  const symptoms: Symptom[] = [];
  for (const { id, version, script } of provocations) {
    const kept = id.startsWith(start) ? undefined : known.find((symptom) => symptom.id === id);
    if (kept !== undefined) {
      symptoms.push(kept);
      continue;
    }
    const named = await server.exec(['sh', '-c', version], { timeoutMs: 30_000 });
    const here = script.replaceAll(usualRegistry, stage.registry.host);
    const inFolder = `mkdir -p /root/case && cd /root/case && { ${here}\n} 2>&1 | head -c 6000; true`;
    const { stdout } = await server.exec(['sh', '-c', inFolder], { timeoutMs: 120_000 });
    await server.exec([
      'sh',
      '-c',
      'docker ps -aq | xargs -r docker rm -f; docker network prune -f; docker volume ls -q | xargs -r docker volume rm -f; rm -rf /root/case',
    ]);
    // A name server of this machine is nobody's business.
    const output = stdout
      .trim()
      .replace(/ on [\d.]+:53:/g, ' on 192.0.2.53:53:')
      .replaceAll(stage.registry.host, usualRegistry);
    const [tool = ''] = named.stdout.trim().split('\n');
    symptoms.push({ id, version: tool.slice(0, 60), output });
    console.log(`${id}: ${stdout.trim().split('\n').at(-1) ?? ''}`);
  }
  writeFileSync(fixture, `${JSON.stringify(symptoms, undefined, 2)}\n`);
} catch (error) {
  code = 1;
  console.error(error);
}
await stage.close();
await stopEngine();
process.exit(code);

async function mustOnServer(server: Server, script: string): Promise<void> {
  const {
    code: status,
    stdout,
    stderr,
  } = await server.exec(['bash', '-c', script], {
    timeoutMs: 600_000,
  });
  if (status !== 0) throw new Error(`set-up: status ${status}: ${stdout}${stderr}`);
}
