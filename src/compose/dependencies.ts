import { isMapping, type Mapping } from './load-compose-file.js';

/** Which services a service needs, by what it waits for. */
export interface Dependencies {
  /** Its services that Compose starts before it. */
  readonly dependsOn: readonly string[];
  /** Those of them that must be healthy before it. */
  readonly dependsOnHealthOf: readonly string[];
  /** Those of them that must have run to their end before it. */
  readonly dependsOnEndOf: readonly string[];
  /** The containers that its settings name: it must be made anew with each of them. */
  readonly names: readonly NamedContainer[];
}

/** A container that another service's settings name. */
export type NamedContainer = { readonly words: string } & (
  { readonly service: string } | { readonly container: string }
);

/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/#depends_on, …#links, …#network_mode, …#ipc,
 * …#pid, …#volumes_from
 */
export function serviceDependencies(service: Mapping): Dependencies {
  const { depends_on: dependencies } = service;
  const conditions = isMapping(dependencies) ? Object.entries(dependencies) : [];
  const listed = Array.isArray(dependencies)
    ? dependencies.map(String)
    : conditions.map(([name]) => name);
  const until = (condition: string): readonly string[] =>
    conditions.flatMap(([name, dependency]) =>
      isMapping(dependency) && dependency.condition === condition ? name : [],
    );
  const names = namedContainers(service);
  const named = names.flatMap((one) => ('service' in one ? one.service : []));
  return {
    dependsOn: [...new Set([...listed, ...named])],
    dependsOnHealthOf: until('service_healthy'),
    dependsOnEndOf: until('service_completed_successfully'),
    names,
  };
}

function namedContainers(service: Mapping): readonly NamedContainer[] {
  const spaces = ['network_mode', 'ipc', 'pid'].flatMap((key) => {
    const [, kind, name = ''] = /^(service|container):(.+)$/.exec(String(service[key])) ?? [];
    if (kind === undefined) return [];
    const words = `\`${key}: ${kind}:${name}\``;
    return [kind === 'service' ? { words, service: name } : { words, container: name }];
  });
  const mounts = texts(service.volumes_from).map((from): NamedContainer => {
    const words = `\`volumes_from: ${from}\``;
    const [kind = '', name = ''] = from.split(':');
    return kind === 'container' ? { words, container: name } : { words, service: kind };
  });
  const links = texts(service.links).map((link): NamedContainer => ({
    words: `\`links: ${link}\``,
    service: link.replace(/:.*$/, ''),
  }));
  return [...spaces, ...mounts, ...links];
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
