import type { ComposeProject, ComposeService } from '../../compose/compose-project.js';

/**
 * How long the files let Compose take to start the project, in seconds: along the longest chain of services that
 * depend on each other, what each needs to stop, to become healthy where others wait for that, and to run to its
 * end where they wait for that (as long as a migration may take).
 */
export function startSeconds({ services }: ComposeProject, migrationSeconds: number): number {
  const active = services.filter((service) => service.active);
  const byName = new Map(active.map((service) => [service.name, service]));
  const toBeHealthy = new Set(active.flatMap(({ traits }) => traits.waits.forHealthOf));
  const toEnd = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
  const chains = new Map<string, number>();
  const own = ({ name, traits }: ComposeService): number =>
    traits.waits.stopSeconds +
    (toBeHealthy.has(name) ? traits.waits.healthSeconds : 0) +
    (toEnd.has(name) ? migrationSeconds : 0);
  const chain = (service: ComposeService): number => {
    const known = chains.get(service.name);
    if (known !== undefined) return known;
    // Compose refuses circles itself; here one must only not run for ever.
    chains.set(service.name, 0);
    const before = service.traits.dependsOn.flatMap((name) => byName.get(name) ?? []);
    const seconds = own(service) + Math.max(0, ...before.map(chain));
    chains.set(service.name, seconds);
    return seconds;
  };
  return Math.max(0, ...active.map(chain));
}
