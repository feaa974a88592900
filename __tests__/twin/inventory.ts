import type { Server } from '../../playground/hosts/server.js';

/** `docker inspect`, the parts that are read by name. */
export interface Container {
  readonly Id: string;
  readonly Name: string;
  readonly Image: string;
  readonly State: {
    readonly Status: string;
    readonly Pid: number;
    readonly StartedAt: string;
    readonly ExitCode: number;
    readonly Health?: { readonly Status: string };
  };
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
  readonly Mounts: readonly { readonly Source?: string; readonly Destination: string }[];
}

/** What the engine has of a project. */
export interface Inventory {
  readonly containers: readonly Container[];
  readonly networks: readonly Readonly<Record<string, unknown>>[];
  readonly volumes: readonly Readonly<Record<string, unknown>>[];
  readonly markers: Readonly<Record<string, Found>>;
}

/** What stands where a container mounts something. */
export interface Found {
  /** Of a folder: what the marker says. */
  readonly marker: string;
  /** Of a folder: the runs of what runs once. */
  readonly runs: string;
  /** Its owner and mode; of a file its content, too. */
  readonly what: string;
}

export const serviceLabel = 'com.docker.compose.service';
const marker = 'twin-marker';

export function serviceOf({ Config }: Container): string {
  return Config.Labels[serviceLabel] ?? '';
}

/** A container of the project that has one purpose and ends: `docker compose run`. */
function isOneOff({ Config }: Container): boolean {
  return Config.Labels['com.docker.compose.oneoff'] === 'True';
}

/** Reads everything of a project from the engine, in an order that does not depend on chance. */
export async function takeInventory(server: Server, project: string): Promise<Inventory> {
  const filter = `label=com.docker.compose.project=${project}`;
  const ask = async (kind: string, list: string): Promise<unknown[]> => {
    const script = `docker ${list} --filter ${filter} | xargs -r docker ${kind} inspect`;
    const { stdout } = await server.exec(['sh', '-c', script]);
    return stdout.trim() === '' ? [] : (JSON.parse(stdout) as unknown[]);
  };
  const [containers, networks, volumes] = (await Promise.all([
    ask('container', 'ps -aq'),
    ask('network', 'network ls -q'),
    ask('volume', 'volume ls -q'),
  ])) as [Container[], Inventory['networks'], Inventory['volumes']];
  const lasting = containers
    .filter((container) => !isOneOff(container))
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
  return { containers: lasting, networks, volumes, markers: await readMarkers(server, lasting) };
}

function orderOf(container: Container): string {
  return `${serviceOf(container)} ${container.Name.padStart(80)}`;
}

// Whether what runs once has run in a release that fails depends on where it failed.
async function readMarkers(
  server: Server,
  containers: readonly Container[],
): Promise<Inventory['markers']> {
  const script = `for place; do
    runs=$(grep -vxE 'crash|sick|v3' "$place/runs" 2>/dev/null | tr '\\n' ' ')
    what=$(stat -c '%U %a' "$place")
    [ ! -f "$place" ] || what="$what $(tr '\\n' ' ' <"$place")"
    [ ! -e "$place" ] || echo "$place|$(cat "$place/${marker}" 2>/dev/null)|$runs|$what"
  done`;
  const { stdout } = await server.exec(['sh', '-c', script, 'sh', ...places(containers)]);
  const lines = stdout.split('\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const [place = '', word = '', runs = '', what = ''] = line.split('|');
      return [place, { marker: word, runs, what }];
    }),
  );
}

/** Leaves a word in each folder that a container mounts and that has none yet: it must be found there later. */
export async function leaveMarkers(server: Server, { containers }: Inventory): Promise<void> {
  const words = containers.flatMap((container) =>
    container.Mounts.flatMap(({ Source, Destination }) =>
      Source === undefined || Source === ''
        ? []
        : [Source, `${serviceOf(container)}:${Destination}`],
    ),
  );
  const script = `while [ $# -gt 0 ]; do
    [ ! -d "$1" ] || [ -e "$1/${marker}" ] || echo "$2" >"$1/${marker}"
    shift 2
  done`;
  await server.exec(['sh', '-c', script, 'sh', ...words]);
}

function places(containers: readonly Container[]): readonly string[] {
  const sources = containers.flatMap(({ Mounts }) => Mounts.flatMap(({ Source }) => Source ?? []));
  return [...new Set(sources)].filter((source) => source !== '').toSorted();
}
