import { choices } from './choices.js';
import { serviceOf, type Inventory } from './inventory.js';

/** The services that a hand-typed `up -d` left alone, and the deploy did not. */
export function touched(
  before: readonly [Inventory, Inventory],
  after: readonly [Inventory, Inventory],
): readonly string[] {
  const changed = new Set(anew(before[0], after[0]));
  const changedByHand = new Set(anew(before[1], after[1]));
  return [...changed]
    .filter((service) => !changedByHand.has(service))
    .filter((service) => filesOf(before[0], service) === filesOf(after[0], service))
    .map((service) => `the containers of ${service} did not have to be touched`);
}

/** The services of which a container is gone, or was started again. */
export function anew(before: Inventory, after: Inventory): readonly string[] {
  const now = new Set(after.containers.map(identity));
  const gone = before.containers.filter((container) => !now.has(identity(container)));
  return [...new Set(gone.map(serviceOf))];
}

/** What only another container has, or the same one that was started again. What has ended may start again. */
function identity({ Id, State }: Inventory['containers'][number]): string {
  return State.Status === 'running' ? `${Id} ${State.StartedAt}` : Id;
}

function filesOf({ containers }: Inventory, service: string): string {
  return containers
    .filter((container) => serviceOf(container) === service)
    .map(({ Config }) => Config.Labels[choices.filesLabel] ?? '')
    .join();
}
