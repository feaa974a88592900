import type { ComposeService } from '../../compose/compose-project.js';

/**
 * The active services in the order in which they start, a line each: `SERVICE KIND DEPENDENCY:CONDITION…`. KIND is
 * `once` where others wait for its end, `ends` where nothing says that it must go on running, else `lasts`; CONDITION
 * is `started`, `healthy` or `ended`.
 */
export function startOrder(services: readonly ComposeService[]): readonly string[] {
  const active = services.filter((service) => service.active);
  const byName = new Map(active.map((service) => [service.name, service]));
  const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
  const ordered = new Set<ComposeService>();
  const seen = new Set<ComposeService>();
  const visit = (service: ComposeService): void => {
    // Compose refuses circles itself; here one must only not run for ever.
    if (seen.has(service)) return;
    seen.add(service);
    for (const name of service.traits.dependsOn) {
      const other = byName.get(name);
      if (other !== undefined) visit(other);
    }
    ordered.add(service);
  };
  active.forEach(visit);
  return [...ordered].map(({ name, traits }) => {
    const mayEnd = !traits.restarts && traits.ports.length === 0;
    const kind = once.has(name) ? 'once' : mayEnd ? 'ends' : 'lasts';
    const needs = traits.dependsOn.filter((other) => byName.has(other));
    return [name, kind, ...needs.map((other) => `${other}:${condition(traits, other)}`)].join(' ');
  });
}

function condition({ dependsOnEndOf, dependsOnHealthOf }: ComposeService['traits'], other: string) {
  if (dependsOnEndOf.includes(other)) return 'ended';
  return dependsOnHealthOf.includes(other) ? 'healthy' : 'started';
}
