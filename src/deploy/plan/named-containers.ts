import type { ComposeService } from '../../compose/compose-project.js';
import type { NamedContainer } from '../../compose/dependencies.js';

/**
 * Tells why a service is recreated with another one of the project; `undefined` where none is bound to it. A container that another one names (a network namespace, volumes, a link) leaves nothing but an address of what is
 * gone when it is replaced by one beside it. So who names one, and who is named, are recreated together.
 */
export function boundServices(
  services: readonly ComposeService[],
): (service: ComposeService) => string | undefined {
  const reasons = new Map<string, string>();
  for (const { name, traits } of services)
    for (const named of traits.names) {
      const other = services.find((service) => isNamed(service, named));
      if (other === undefined || other.name === name) continue;
      if (!reasons.has(name)) reasons.set(name, `its ${named.words} names a container`);
      if (!reasons.has(other.name))
        reasons.set(other.name, `the ${named.words} of ${name} names its container`);
    }
  return ({ name }) => reasons.get(name);
}

function isNamed({ name, traits }: ComposeService, named: NamedContainer): boolean {
  if ('service' in named) return named.service === name;
  const { container } = named;
  if (traits.containerName !== undefined) return traits.containerName === container;
  // What Compose calls it: the project's name, the service, a number.
  const stem = container.replace(/\d+$/, '');
  return stem !== container && (stem.endsWith(`-${name}-`) || stem.endsWith(`_${name}_`));
}
