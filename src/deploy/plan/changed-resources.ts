import { posix } from 'node:path';
import { unknownValue } from '../../compose/interpolate.js';
import type { Resource } from '../../compose/resources.js';
import { failure, type DeployKitError } from '../../errors/index.js';
import type { FoundResource, ResourceFacts } from '../../server/plan/resource-facts.js';
import type { Foreseen } from './foreseen.js';

/** The label by which Compose sees that a network is another than its files describe; old ones look at nothing. */
const hashLabel = 'com.docker.compose.config-hash';

/** The project that is deployed. */
export interface ResourcePlace {
  /** The name that Compose gives it. */
  readonly project: string;
  /** The deploy folder, absolute. */
  readonly path: string;
  readonly host: string;
  /** `docker compose 2.26.1` */
  readonly compose: string;
  /** Whether services are started one by one. */
  readonly rolls: boolean;
}

/**
 * Holds what the server has against the release. Compose never changes a volume: it keeps the old one, or asks whether
 * its data may go. A network it keeps, too, or makes anew, for which everything on it must stop.
 */
export function changedResources(
  resources: readonly Resource[],
  facts: ResourceFacts,
  place: ResourcePlace,
): Foreseen {
  const changes = resources.flatMap((resource) => {
    const found = facts.found.find(
      ({ kind, name }) => kind === resource.kind && name === realName(resource, place),
    );
    if (found === undefined) return [];
    const differing = differences(resource, found, place);
    const recorded = facts.recorded.get(`${resource.kind} ${resource.key}`);
    const isSame = recorded === resource.hash;
    const parts =
      differing.length > 0 || recorded === undefined || isSame || resource.kind === 'volume'
        ? differing
        : ['its definition'];
    if (parts.length === 0) return [];
    const words = { name: found.name, parts: parts.join(', ') };
    if (isSame) return { remark: kept(found, words.parts, place, 'as with the live release') };
    return found.kind === 'volume'
      ? { problem: failure('volume-changed', { ...words, ...place, key: resource.key }) }
      : networkChange(found, words, place);
  });
  return {
    remarks: changes.flatMap((change) => ('remark' in change ? change.remark : [])),
    problems: changes.flatMap((change) => ('problem' in change ? change.problem : [])),
  };
}

function networkChange(
  found: FoundResource,
  { name, parts }: { readonly name: string; readonly parts: string },
  place: ResourcePlace,
): { readonly remark: string } | { readonly problem: DeployKitError } {
  const others = found.users.filter(
    ({ project }) => project.replace(/-(blue|green)$/, '') !== place.project,
  );
  if (others.length > 0)
    return {
      problem: failure('network-changed', {
        name,
        parts,
        host: place.host,
        others: others.map(({ container }) => container).join(', '),
      }),
    };
  const users = found.users.map(({ container }) => container).join(', ');
  if (!found.labels.has(hashLabel) || users === '')
    return {
      remark: kept(found, parts, place, 'remove its containers and it first to have it anew'),
    };
  return place.rolls
    ? { problem: failure('network-made-anew', { name, parts, host: place.host, users }) }
    : {
        remark: `The network ${name} is made anew (${parts}): ${users} must stop while that lasts`,
      };
}

function kept({ kind, name }: FoundResource, parts: string, place: ResourcePlace, why: string) {
  return `The ${kind} ${name} stays as it is, other than the files say (${parts}): ${place.compose} does not change it (${why})`;
}

/** The name under which the engine has it. */
function realName({ name, key }: Resource, { project }: Pick<ResourcePlace, 'project'>) {
  return name ?? `${project}_${key}`;
}

// Of options only the names: a password may be among their values.
function differences(
  resource: Resource,
  found: FoundResource,
  { path }: Pick<ResourcePlace, 'path'>,
): readonly string[] {
  const { kind, driver, options, subnets, flags, labels } = resource;
  const isKnown = (value: string): boolean => !value.includes(unknownValue);
  const names = kind === 'volume' ? [...options.keys(), ...found.options.keys()] : options.keys();
  const given = (name: string): string => {
    const value = options.get(name) ?? '';
    return name === 'device' && resource.isInProject ? posix.join(path, value) : value;
  };
  return [
    ...(driver === undefined || !isKnown(driver) || driver === found.driver
      ? []
      : [`driver ${found.driver}, now ${driver}`]),
    ...[...new Set(names)].flatMap((name) =>
      isKnown(given(name)) && given(name) !== (found.options.get(name) ?? '')
        ? `option ${name}`
        : [],
    ),
    ...(subnets.length === 0 ||
    !subnets.every(isKnown) ||
    subnets.every((subnet) => found.subnets.includes(subnet))
      ? []
      : [`subnet ${found.subnets.join(' ')}, now ${subnets.join(' ')}`]),
    ...[...flags].flatMap(([flag, value]) => (found.flags.get(flag) === value ? [] : flag)),
    ...(kind === 'volume'
      ? []
      : [...labels].flatMap(([name, value]) =>
          !isKnown(value) || found.labels.get(name) === value ? [] : `label ${name}`,
        )),
  ];
}

/** The definitions of a release, as the next one finds them: `KIND KEY HASH`. */
export function resourceLines(resources: readonly Resource[]): readonly string[] {
  return resources.map(({ kind, key, hash }) => `${kind} ${key} ${hash}`);
}
