import { readFacts } from './server-facts.js';

/** A network or volume that the engine has. */
export interface FoundResource {
  readonly kind: 'network' | 'volume';
  readonly name: string;
  readonly driver: string;
  readonly options: ReadonlyMap<string, string>;
  readonly subnets: readonly string[];
  readonly flags: ReadonlyMap<string, boolean>;
  readonly labels: ReadonlyMap<string, string>;
  /** The containers that use it, stopped ones too. */
  readonly users: readonly { readonly project: string; readonly container: string }[];
}

/** What the server has of the networks, volumes and images that a release names. */
export interface ResourceFacts {
  /** The project's name: that of what was started from the deploy folder, where anything was. */
  readonly project: string;
  readonly found: readonly FoundResource[];
  /** The services whose image was built on the server. */
  readonly built: ReadonlySet<string>;
  /** How the live release defined them: `KIND KEY` → hash. */
  readonly recorded: ReadonlyMap<string, string>;
  /** The services of the live release. */
  readonly liveServices: readonly string[];
  /** What the containers of each service have mounted: names of volumes, and paths. */
  readonly mounts: ReadonlyMap<string, readonly string[]>;
  /** The env files of released services that only the server has, where its Compose is an old one: path → text. */
  readonly envFiles: ReadonlyMap<string, string>;
}

/**
 * Reads the output of `resources.sh`.
 * @returns `undefined` when it is not whole
 */
export function parseResourceFacts(output: string): ResourceFacts | undefined {
  const facts = readFacts(output);
  const many = (key: string): readonly string[] => facts.get(key) ?? [];
  if (many('end')[0] !== 'yes') return undefined;
  const users = many('user').map((line) => {
    const [of = '', project = '', container = ''] = line.split('|');
    return { of, project, container };
  });
  const found = (['network', 'volume'] as const).flatMap((kind) =>
    many(kind).map((line): FoundResource => {
      const { Name: name, ...entry } = JSON.parse(line) as Inspected;
      return {
        kind,
        name,
        driver: entry.Driver,
        options: new Map(Object.entries(entry.Options ?? {})),
        subnets: (entry.IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []),
        flags: new Map([
          ['internal', entry.Internal === true],
          ['attachable', entry.Attachable === true],
          ['enable_ipv6', entry.EnableIPv6 === true],
        ]),
        labels: new Map(Object.entries(entry.Labels ?? {})),
        users: users.filter(({ of }) => of === `${kind} ${name}`),
      };
    }),
  );
  return {
    project: many('project')[0] ?? '',
    found,
    built: new Set(many('built')),
    recorded: new Map(
      many('recorded').map((line): [string, string] => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), line.slice(at + 1)];
      }),
    ),
    liveServices: many('service'),
    mounts: new Map(
      many('mounts').map((line): [string, readonly string[]] => {
        const [service = '', sources = ''] = line.split('|');
        return [service, sources.split(',')];
      }),
    ),
    envFiles: new Map(),
  };
}

/** What the engine's own JSON holds of either. */
interface Inspected {
  readonly Name: string;
  readonly Driver: string;
  readonly Options: Readonly<Record<string, string>> | null;
  readonly Labels: Readonly<Record<string, string>> | null;
  readonly IPAM?: { readonly Config: readonly { readonly Subnet?: string }[] | null };
  readonly Internal?: boolean;
  readonly Attachable?: boolean;
  readonly EnableIPv6?: boolean;
}
