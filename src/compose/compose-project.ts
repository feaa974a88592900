import { containerSettings, type ContainerSettings } from './container-settings.js';
import { invalidFile } from './invalid-file.js';
import { unknownValue } from './interpolate.js';
import { projectFolder } from './project-folder.js';
import { isMapping, type Mapping } from './load-compose-file.js';
import { ModelReader } from './model-reader.js';
import { usedResources, type Resource } from './resources.js';
import { serviceTraits, type ServiceTraits } from './service-traits.js';
import { referencedPaths, type ReferencedPath } from './referenced-paths.js';
import { isYes } from './yes-or-no.js';

/** What a deploy needs to know of the project that the Compose files describe. */
export interface ComposeProject {
  /**
   * Every file that Compose reads to know the project: the given Compose files, then those reached by
   * include and extends, and the env files of includes.
   */
  readonly files: readonly string[];
  /** Merged over the given files, in order. */
  readonly services: readonly ComposeService[];
  /** The real names of networks that the services use and that Compose does not make itself. */
  readonly externalNetworks: readonly string[];
  /** The real names of volumes that the services use and that Compose does not make itself. */
  readonly externalVolumes: readonly string[];
  /** The volumes whose real names begin with the project's. */
  readonly ownVolumes: readonly string[];
  /** The networks and volumes that Compose makes for the services that run. */
  readonly resources: readonly Resource[];
  /** The name that the files give the project. */
  readonly name: string | undefined;
}

export interface ComposeService {
  readonly name: string;
  /** Interpolated. */
  readonly image: string | undefined;
  /** False where a variable that only the server knows is part of its image's name. */
  readonly imageIsKnown: boolean;
  /** Whether its file says how its image is built: a deploy builds nothing on the server. */
  readonly isBuilt: boolean;
  /** When Compose pulls its image: `always`, `never`, `build`, …; `undefined` where it is missing. */
  readonly pullPolicy: string | undefined;
  /** Whether it runs: it has no profile, or one of its profiles is on. */
  readonly active: boolean;
  readonly profiles: readonly string[];
  readonly paths: readonly ReferencedPath[];
  readonly traits: ServiceTraits;
  readonly settings: ContainerSettings;
}

export interface ComposeSource {
  /** Relative to the project folder. */
  readonly files: readonly string[];
  /** The text of a file below the project folder; `undefined` when there is none. */
  readonly readFile: (path: string) => string | undefined;
  readonly env: ReadonlyMap<string, string>;
  /** Whether the server's own env file, which cannot be seen here, holds further variables. */
  readonly partialEnv?: boolean;
  /** Takes the name of each variable that the files ask for and that `env` does not have. */
  readonly asked?: Set<string>;
}

/**
 * Reads the Compose files of a project: services, images and every path in the project folder that
 * they mention.
 * Source: https://docs.docker.com/reference/compose-file/
 * @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`, `env-file-invalid`
 */
export function readComposeProject(source: ComposeSource): ComposeProject {
  const reader = new ModelReader(source.readFile);
  const { env, partialEnv = false, asked = new Set() } = source;
  // As the shell on the server has it, whatever an env file says.
  const values = new Map([...env, ['PWD', projectFolder]]);
  const variables = { values, partial: partialEnv, asked };
  const model = reader.read({ files: source.files, base: '.', variables });
  const entries = Object.entries(isMapping(model.services) ? model.services : {});
  // As the command that shows the same fault names them.
  const file = source.files.join(' -f ');
  if (entries.length === 0) throw invalidFile(file, 'it holds no services');
  const isActive = activeProfiles(env.get('COMPOSE_PROFILES') ?? '');
  if (!env.has('COMPOSE_PROFILES') && entries.some(([, service]) => hasProfiles(service)))
    asked.add('COMPOSE_PROFILES');
  const networks = new Set<string>();
  const volumes = new Set<string>();
  const services = entries.map(([name, service]): ComposeService => {
    if (!isMapping(service)) throw invalidFile(file, `service ${name} must be a mapping`);
    for (const key of ['volumes', 'env_file', 'label_file', 'configs', 'secrets', 'profiles'])
      if (service[key] === null) throw invalidFile(file, `\`services.${name}.${key}\` is empty`);
    const active = isActive(service);
    if (active) {
      if (typeof service.image !== 'string' && !isMapping(service.build) && !service.build)
        throw invalidFile(file, `service ${name} has neither \`image\` nor \`build\``);
      for (const network of networksOf(service)) networks.add(network);
      for (const volume of volumesOf(service)) volumes.add(volume);
    }
    const image = typeof service.image === 'string' ? service.image : undefined;
    return {
      name,
      // A name in its place: what only the server knows must not make the reference unreadable.
      image: image?.replaceAll(unknownValue, 'unknown'),
      imageIsKnown: image?.includes(unknownValue) !== true,
      isBuilt: Boolean(service.build),
      pullPolicy: typeof service.pull_policy === 'string' ? service.pull_policy : undefined,
      active,
      profiles: profilesOf(service),
      paths: referencedPaths(file, model, name, service, active),
      traits: serviceTraits(service, model.volumes),
      settings: containerSettings(model, service, env),
    };
  });
  return {
    files: reader.files,
    services,
    externalNetworks: externalNames(model, 'networks', networks, file),
    externalVolumes: externalNames(model, 'volumes', volumes, file),
    ownVolumes: ownVolumes(model),
    resources: [
      ...usedResources(model, 'network', networks),
      ...usedResources(model, 'volume', volumes),
    ],
    name: typeof model.name === 'string' && model.name !== '' ? model.name : undefined,
  };
}

function ownVolumes(model: Mapping): readonly string[] {
  const volumes = Object.entries(isMapping(model.volumes) ? model.volumes : {});
  return volumes.flatMap(([name, volume]) => {
    if (!isMapping(volume)) return name;
    const shared = volume.external !== undefined || typeof volume.name === 'string';
    return shared ? [] : name;
  });
}

function activeProfiles(setting: string): (service: Mapping) => boolean {
  const on = new Set(setting.split(',').map((profile) => profile.trim()));
  return (service) => {
    const profiles = profilesOf(service);
    return profiles.length === 0 || on.has('*') || profiles.some((profile) => on.has(profile));
  };
}

function hasProfiles(service: unknown): boolean {
  return isMapping(service) && profilesOf(service).length > 0;
}

function profilesOf(service: Mapping): readonly string[] {
  return Array.isArray(service.profiles) ? service.profiles.map(String) : [];
}

function networksOf(service: Mapping): readonly string[] {
  if (service.network_mode !== undefined) return [];
  return isMapping(service.networks) ? Object.keys(service.networks) : ['default'];
}

// Named ones alone: a bind mount is no volume, and one without a name is made for its container.
function volumesOf({ volumes }: Mapping): readonly string[] {
  const mounts: readonly unknown[] = Array.isArray(volumes) ? volumes : [];
  return mounts.flatMap((mount) =>
    isMapping(mount) &&
    mount.type === 'volume' &&
    typeof mount.source === 'string' &&
    !mount.source.includes(unknownValue)
      ? mount.source
      : [],
  );
}

function externalNames(
  model: Mapping,
  section: 'networks' | 'volumes',
  used: ReadonlySet<string>,
  file: string,
): readonly string[] {
  const entries = isMapping(model[section]) ? model[section] : {};
  return [...used].flatMap((key) => {
    if (!(key in entries) && key !== 'default')
      throw invalidFile(
        file,
        `a service uses the ${section.slice(0, -1)} ${key}, which \`${section}\` lacks`,
      );
    const entry = entries[key];
    const name = isMapping(entry) ? externalName(key, entry) : undefined;
    return name === undefined || name.includes(unknownValue) ? [] : name;
  });
}

function externalName(key: string, entry: Mapping): string | undefined {
  const { external, name } = entry;
  const real = typeof name === 'string' ? name : key;
  if (!isMapping(external)) return isYes(external) ? real : undefined;
  // The older form carries the name inside: `external: {name: proxy}`.
  return typeof external.name === 'string' ? external.name : real;
}
