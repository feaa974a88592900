import { describe, expect, it } from '@jest/globals';
import { namesSomethingIn } from '../../../src/compose/named-files.js';
import { readProject } from '../../support/read-project.js';

/** Whether the folder `./data` (or what `volume` says) may be missing. */
function isMade(volume: string, more = ''): boolean | undefined {
  const text = `services: { a: { image: b, volumes: [${volume}]${more} } }`;
  const path = readProject({ 'compose.yml': text }).services[0]?.paths[0];
  expect(path?.required).toBe(path?.isMade === false);
  return path?.isMade;
}

describe('A missing bind mount', () => {
  it.each([
    './data:/app/data',
    './data:/app/data:rw,z',
    './data/db:/var/lib/postgresql/data',
    './conf.d:/etc/nginx/conf.d',
    './.data:/data',
    './postgres-15.3-data:/data',
    '${PWD}/data:/data',
    '{ type: bind, source: ./x.yml, target: /x, bind: { create_host_path: true }, read_only: true }',
  ])('%s is a folder that Compose makes', (volume) => {
    expect(isMade(volume.startsWith('{') ? volume : `'${volume}'`)).toBe(true);
  });

  it.each([
    './data:/app/data:ro',
    './acme.json:/acme.json',
    './Caddyfile:/etc/caddy/Caddyfile',
    './caddy:/etc/caddy/Caddyfile',
    './config:/app/config.yml',
    './passwd:/etc/nginx/.htpasswd',
    './.env:/app/.env',
    './.npmrc:/root/.npmrc',
    '{ type: bind, source: ./data, target: /data }',
    '{ type: bind, source: ./data, target: /data, bind: { create_host_path: false } }',
  ])('%s must be there', (volume) => {
    expect(isMade(volume.startsWith('{') ? volume : `'${volume}'`)).toBe(false);
  });

  it.each([
    ['command: sh /scripts/backup', false],
    ['command: [sh, -c, "while :; do /scripts/backup; sleep 9; done"]', false],
    ['command: [app, --config, /scripts/app.toml]', false],
    ['entrypoint: /scripts/start', false],
    ['command: [sh, -c, /scripts/backup]', false],
    ['healthcheck: { test: [CMD, /scripts/check] }', false],
    ['healthcheck: { test: "python3 /scripts/check.py || exit 1" }', false],
    ['command: [app, --data, /scripts]', true],
    ['command: [app, --store=/scripts/acme.json, --log, /scripts/app.log]', true],
    ['command: [app, /other/scripts/run.sh]', true],
    ['command: [minio, server, /scripts/disk1]', true],
  ])('in which something is run or read must be there, and no other: %s', (more, made) => {
    expect(isMade("'./scripts:/scripts'", `, ${more}`)).toBe(made);
  });
});

describe('namesSomethingIn', () => {
  it.each([
    ['sh scripts/backup.sh', true],
    ['set -eu\n./scripts/backup now', true],
    ['bash "$PWD/scripts/backup"', true],
    ['psql -f scripts/seed.sql && cat scripts/app.conf', true],
    ['tar -czf backups/x.tgz scripts', false],
    ['pg_dump app >scripts/dump.yml', false],
    ['echo other-scripts/run.sh', false],
    ['ls scripts/', false],
  ])('%j: %s', (script, names) => {
    expect(namesSomethingIn(script, 'scripts')).toBe(names);
  });
});
