import type { Server } from '../../playground/hosts/server.js';
import type { Strategy } from './worlds.js';

/** All that is looked at on a server after a crash. */
export interface Found {
  /** What the site answers: `200 version v1`. */
  readonly site: string;
  /** The version of the release that is live, by its own record; empty for none. */
  readonly current: string;
  readonly tag: string;
  readonly containers: readonly Container[];
  /** What only a program at work may have there. */
  readonly left: string;
  /** What a hand-typed `docker compose up -d` would do. */
  readonly undone: string;
  /** The files of the deploy folder with their contents. */
  readonly files: string;
  /** What the journal's last line says to be live; its lines that are none. */
  readonly journal: { readonly live: string; readonly broken: number };
  /** Whether a job has rejected what is live. */
  readonly isRejected: boolean;
}

interface Container {
  readonly service: string;
  readonly project: string;
  readonly state: string;
  readonly name: string;
  readonly version: string;
}

const looking = `cd /opt/app || exit
echo "current=$(sed 's/.*-//' .deploy-kit/current 2>/dev/null)"
echo "tag=$(sed -n 's/^IMAGE_TAG=//p' .env 2>/dev/null)"
echo "left=$(ls -d .env.* .deploy-kit/*new .deploy-kit/transaction* .deploy-kit/queue/* .deploy-kit/releases/*/docker .deploy-kit/releases/*/env.base .deploy-kit/releases/*/env.added .deploy-kit/releases/*/trials .deploy-kit/releases/*.part 2>/dev/null | tr '\\n' ' ')$(docker ps -a --format '{{.Names}}' | grep -E '^deploy-kit-(try-)?[0-9]' | tr '\\n' ' ')"
echo "rejected=$(ls ".deploy-kit/releases/$(cat .deploy-kit/current)/rejected" 2>/dev/null)"
echo "files=$(find . -path ./.deploy-kit -prune -o -type f -print | sort | xargs -r sha256sum | awk '{ printf "%s %s;", $2, substr($1, 1, 12) }')"
echo "undone=$(su deploy -c 'docker compose --dry-run up -d --no-build' 2>&1 | grep -E 'Recreate|Create|Start|rror' | tr '\\n' ';')"
docker ps -aq --filter label=com.docker.compose.project | xargs -r docker inspect --format 'container={{index .Config.Labels "com.docker.compose.service"}}|{{index .Config.Labels "com.docker.compose.project"}}|{{.State.Status}} {{with .State.Health}}{{.Status}}{{end}}|{{.Name}}|{{range .Config.Env}}{{.}} {{end}}'
sed 's/^/journal=/' .deploy-kit/journal.jsonl 2>/dev/null`;

/** What the site answers now. */
export async function askSite({ address }: Server): Promise<string> {
  const url = `http://${address}:8080/`;
  return fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    async (response) => `${response.status} ${(await response.text()).trim()}`,
    () => 'no answer',
  );
}

/** Looks at a server. */
export async function look(server: Server): Promise<Found> {
  const { stdout } = await server.exec(['sh', '-c', looking]);
  const lines = stdout.split('\n').map((line): readonly [string, string] => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  const value = (name: string): string => lines.find(([key]) => key === name)?.[1] ?? '';
  const all = (name: string): readonly string[] =>
    lines.filter(([key]) => key === name).map(([, text]) => text);
  return {
    site: await askSite(server),
    current: value('current'),
    tag: value('tag'),
    left: value('left'),
    files: value('files'),
    undone: value('undone'),
    isRejected: value('rejected') !== '',
    containers: all('container')
      .map(readContainer)
      .filter(({ project }) => project !== 'front' && project !== ''),
    journal: readJournal(all('journal')),
  };
}

function readContainer(line: string): Container {
  const [service = '', project = '', state = '', name = '', env = ''] = line.split('|');
  const version = /(?:^| )VERSION=(\S+)/.exec(env)?.[1] ?? '';
  return { service, project, state: state.trim(), name, version };
}

function readJournal(lines: readonly string[]): Found['journal'] {
  let live = '';
  let broken = 0;
  for (const line of lines)
    try {
      live = (JSON.parse(line) as { readonly live: string }).live.replace(/^.*-/, '');
    } catch {
      broken += 1;
    }
  return { live, broken };
}

/** What is wrong where this version is to be live, wholly, and nothing is to be left; nothing where all is well. */
export function unsound(found: Found, version: string, strategy: Strategy): readonly string[] {
  const wrong: string[] = [];
  const expect = (what: string, is: string, wanted: string): void => {
    if (is !== wanted) wrong.push(`${what}: "${is}", not "${wanted}"`);
  };
  const running = found.containers
    .map(({ service, version: own, state }) => `${service} ${own || '-'} ${state}`)
    .sort();
  const caddy = strategy === 'blue-green' ? [] : ['caddy - running'];
  const wanted = [...caddy, `web ${version} running healthy`, `worker ${version} running healthy`];
  expect('the site', found.site, `200 version ${version}`);
  expect('what runs', running.join(', '), wanted.join(', '));
  expect('the tag in .env', found.tag, version);
  expect('what is left', found.left, '');
  if (found.isRejected) wrong.push('what is live was rejected');
  expect('what `docker compose up -d` would do', found.undone, '');
  return wrong;
}

/** The same where nothing of ours is to be there. */
export function unsoundNothing(found: Found): readonly string[] {
  const wrong: string[] = [];
  if (found.containers.length > 0) wrong.push(`${found.containers.length} containers are left`);
  if (found.files !== '') wrong.push(`files are left: ${found.files}`);
  if (found.left !== '') wrong.push(`left: ${found.left}`);
  if (found.current !== '') wrong.push(`live is said to be ${found.current}`);
  return wrong;
}
