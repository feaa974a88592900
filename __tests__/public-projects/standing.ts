import type { Server } from '../../playground/hosts/server.js';
import { takeInventory, type Inventory } from '../twin/inventory.js';
import { anew } from '../twin/untouched.js';
import type { PublicProject } from './public-project.js';

/** What stands on the server of a project, and of what is none of its. */
export interface Standing {
  readonly inventory: Inventory;
  /** Other projects' containers; those with which deploy-kit holds images are not meant. */
  readonly others: readonly string[];
  /** The files of the folder and of the volumes, a line each: inode, time, mode, content, path. */
  readonly files: readonly string[];
  /** The lines of `.env`. */
  readonly env: readonly string[];
  /** The versions of the released image that run. */
  readonly versions: readonly string[];
}

export async function takeStanding(server: Server, project: PublicProject): Promise<Standing> {
  const folder = `/opt/${project.name}`;
  const [inventory, others, files, env, versions] = await Promise.all([
    takeInventory(server, project.project),
    linesOf(
      server,
      `docker ps -a --format '{{.Label "com.docker.compose.project"}} {{.Names}}' | grep -vE '^(${project.project} | deploy-kit-holds-)'`,
    ),
    linesOf(server, listFiles, folder),
    linesOf(server, `cat "$1/.env" 2>/dev/null`, folder),
    linesOf(
      server,
      `docker ps -q --filter label=com.docker.compose.project=${project.project} | xargs -r docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' | sed -n 's/^VERSION=//p' | sort -u`,
    ),
  ]);
  return { inventory, others, files, env, versions };
}

// Also what stands in the volumes that come from outside of the project.
const listFiles = `
  volumes=$(docker volume ls -q | xargs -r docker volume inspect --format '{{.Mountpoint}}')
  find "$1" $volumes -path "$1/.deploy-kit" -prune -o -type f ! -path "$(readlink -f "$1/.env")" -print | sort | while read -r file; do
    echo "$(stat -c '%i %Y %a' "$file") $(sha256sum <"$file" | cut -c 1-16) $file"
  done`;

async function linesOf(server: Server, script: string, folder = ''): Promise<readonly string[]> {
  const { stdout } = await server.exec(['sh', '-c', script, 'sh', folder]);
  return stdout.split('\n').filter(Boolean);
}

/** What a step has touched and had no business to, as lines for people. */
export function harm(
  before: Standing,
  after: Standing,
  { name, released, followers = [], second = {} }: PublicProject,
): readonly string[] {
  const written = Object.keys(second).map((file) => ` /opt/${name}/${file}`);
  return [
    ...anew(before.inventory, after.inventory)
      .filter((service) => ![...released, ...followers].includes(service))
      .map((service) => `${service} was touched`),
    ...differ('containers', services(before), services(after)),
    ...differ('containers of others', before.others, after.others),
    ...differ('networks', ids(before.inventory.networks), ids(after.inventory.networks)),
    ...differ('volumes', ids(before.inventory.volumes), ids(after.inventory.volumes)),
    ...gone('file', before.files, after.files).filter(
      (line) => !written.some((file) => line.includes(file)),
    ),
    ...gone('line of .env', before.env, after.env).filter((line) => !/_(TAG|VERSION)=v/.test(line)),
  ];
}

function services({ inventory }: Standing): readonly string[] {
  return inventory.containers
    .map(
      ({ Config, State }) => `${Config.Labels['com.docker.compose.service'] ?? ''} ${State.Status}`,
    )
    .toSorted();
}

function ids(resources: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return resources
    .map(({ Name, Id, CreatedAt }) => [Name, Id, CreatedAt].map(String).join(' '))
    .toSorted();
}

function differ(
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const [was, is] = [before.join(', '), after.join(', ')];
  return was === is ? [] : [`${what}: ${is}, before ${was}`];
}

function gone(
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const now = new Set(after);
  return before.filter((line) => !now.has(line)).map((line) => `gone or changed, ${what}: ${line}`);
}
