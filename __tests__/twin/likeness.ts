import { choices } from './choices.js';
import { serviceOf, type Container, type Inventory } from './inventory.js';

/** What there is (`web 1`, `volume app_data`) → its values by their path (`HostConfig Init` → `true`). */
export type Likeness = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Json = Readonly<Record<string, unknown>>;

/** What must be equal on two servers: without ids, times, addresses, and what differs by choice. */
export function likenessOf({ containers, networks, volumes, markers }: Inventory): Likeness {
  const names = namesOf(containers);
  return new Map(
    [
      ...containers.map(
        (container) =>
          [
            names.get(container.Id) ?? '',
            withoutChance(withNames(withMarkers(container, markers), names)),
          ] as const,
      ),
      ...networks.map(
        (network) => [`network ${String(network.Name)}`, networkLikeness(network)] as const,
      ),
      ...volumes.map(
        (volume) => [`volume ${String(volume.Name)}`, volumeLikeness(volume)] as const,
      ),
    ].map(([name, value]) => [name, new Map(flat(value))]),
  );
}

/** What differs, as lines for people. */
export function differences(deployed: Likeness, byHand: Likeness): readonly string[] {
  return union(deployed, byHand).flatMap((name) => {
    const [one, other] = [deployed.get(name), byHand.get(name)];
    if (one === undefined) return [`${name} is missing`];
    if (other === undefined) return [`${name} is not there by hand`];
    return union(one, other).flatMap((path) => {
      const [value, otherValue] = [one.get(path) ?? 'nothing', other.get(path) ?? 'nothing'];
      return value === otherValue || isBetter(path, value, otherValue)
        ? []
        : [`${name} ${path}: ${value}, by hand ${otherValue}`];
    });
  });
}

/**
 * Compose may lose a volume without a name where a container never came up, and starts what has ended with each
 * `up -d`: that a deploy keeps the one, and does not start the other for a restore, is no fault.
 */
function isBetter(path: string, value: string, byHand: string): boolean {
  if (path.endsWith(' marker')) return byHand === '""';
  if (!path.endsWith(' runs')) return false;
  const versions = new Set(value.split(' '));
  return value.length < byHand.length && byHand.split(' ').every((run) => versions.has(run));
}

function union(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].toSorted();
}

/** Ids and names of containers → what they are: `web 1`. */
function namesOf(containers: readonly Container[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    containers.flatMap((container) => {
      const service = serviceOf(container);
      const count = (counts.get(service) ?? 0) + 1;
      counts.set(service, count);
      const name = `${service} ${count}`;
      return [
        [container.Id, name],
        [container.Id.slice(0, 12), name],
        ...(isNumbered(container) ? [[container.Name.slice(1), name] as const] : []),
      ] as const;
    }),
  );
}

/** As Compose names a container: any other name must be equal. */
function isNumbered(container: Container): boolean {
  const project = container.Config.Labels['com.docker.compose.project'] ?? '';
  const service = serviceOf(container);
  const name = container.Name.replace(/^\/|[-_]\d+$/g, '');
  return name === `${project}-${service}` || name === `${project}_${service}`;
}

/** Ids and numbered names in texts, wherever they stand: aliases, links, namespaces. */
function withNames(
  value: object,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, Json>> {
  let text = JSON.stringify(value);
  for (const [from, to] of names) text = text.replaceAll(from, `<${to}>`);
  return JSON.parse(text.replace(/(?<!sha256:)\b[0-9a-f]{64}\b/g, '<volume>')) as Readonly<
    Record<string, Json>
  >;
}

function withMarkers(container: Container, markers: Inventory['markers']): object {
  const mounts = container.Mounts.map((mount) => ({
    ...mount,
    ...markers[mount.Source ?? ''],
  }));
  return { ...container, Mounts: mounts };
}

const chance = [
  ...['Id', 'Created', 'ResolvConfPath', 'HostnamePath', 'HostsPath', 'LogPath'],
  ...['GraphDriver', 'ExecIDs', 'ImageManifestDescriptor'],
];

function withoutChance(container: Readonly<Record<string, Json>>): Json {
  const { State, Config, HostConfig, NetworkSettings, Mounts, ...rest } = container;
  return {
    ...without(rest, chance),
    State: {
      Status: State?.Status,
      ExitCode: State?.ExitCode,
      Health: (State?.Health as Json | undefined)?.Status,
    },
    Config: configLikeness(Config ?? {}),
    HostConfig: {
      ...HostConfig,
      Binds: sorted(HostConfig?.Binds),
      Mounts: sorted(HostConfig?.Mounts),
    },
    Mounts: byDestination(Mounts as unknown as readonly Json[]),
    NetworkSettings: networksLikeness(NetworkSettings ?? {}),
  };
}

const ownKeys = new RegExp(`^"(${choices.ownKeys.join('|')})=`);

function configLikeness(config: Json): Json {
  const { Labels, Env, ...rest } = config;
  const own: readonly string[] = [
    ...choices.composeLabels,
    choices.filesLabel,
    choices.numberLabel,
  ];
  return {
    ...without(rest, [choices.pinned]),
    Env: sorted(Env).filter((entry) => !ownKeys.test(entry)),
    Labels: without(inOrder((Labels ?? {}) as Json), own),
  };
}

/** Compose writes the list of dependencies in an order of chance. */
function inOrder(labels: Json): Json {
  const key = 'com.docker.compose.depends_on';
  const list = labels[key];
  return typeof list === 'string'
    ? { ...labels, [key]: list.split(',').toSorted().join() }
    : labels;
}

function byDestination(mounts: readonly Json[]): Json {
  return Object.fromEntries(mounts.map((mount) => [String(mount.Destination), mount]));
}

function networksLikeness({ Networks, Ports }: Json): Json {
  const networks = Object.entries((Networks ?? {}) as Readonly<Record<string, Json>>);
  return {
    Ports: JSON.stringify(Ports, (key, value: unknown) =>
      key === 'HostPort' && Number(value) >= 32_768 ? 'any' : value,
    ),
    Networks: Object.fromEntries(
      networks.map(([name, network]) => [
        name,
        {
          IPAMConfig: network.IPAMConfig ?? {},
          Links: sorted(network.Links).map(unnumbered),
          Aliases: sorted(network.Aliases),
        },
      ]),
    ),
  };
}

/** A link has the number of the container in its alias, too. */
function unnumbered(link: string): string {
  return link.replace(/[-_]\d+"$/, '-N"');
}

function networkLikeness(network: Json): Json {
  const { Driver, Internal, Attachable, EnableIPv6, Options, Labels, IPAM } = network;
  const [range] = ((IPAM as Json).Config ?? []) as readonly { readonly Subnet?: string }[];
  return {
    ...{ Driver, Internal, Attachable, EnableIPv6, Options, Labels },
    // The engine chooses from 172.16.0.0/12 and 192.168.0.0/16.
    Subnet: /^(172|192)\./.test(range?.Subnet ?? '') ? 'any' : range?.Subnet,
  };
}

function volumeLikeness({ Driver, Labels, Options }: Json): Json {
  return { Driver, Options, Labels };
}

function without(value: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

function sorted(list: unknown): readonly string[] {
  const texts = Array.isArray(list) ? list.map((item: unknown) => JSON.stringify(item)) : [];
  return [...new Set(texts)].toSorted();
}

function flat(value: unknown, path = ''): readonly (readonly [string, string])[] {
  const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isBranch
    ? Object.entries(value).flatMap(([key, child]) => flat(child, `${path} ${key}`.trim()))
    : [[path, JSON.stringify(value)]];
}
