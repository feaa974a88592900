import { failure } from '../../errors/index.js';
import type { ComposeProject, ComposeService } from '../../compose/compose-project.js';
import { parseImageReference } from '../../image/image-reference.js';
import { boundServices } from './named-containers.js';
import type { RolledService } from '../../server/plan/rolled-service.js';

/** How the services of a release are switched; `auto` rolls what can roll and recreates the rest. */
export const strategies = ['auto', 'recreate', 'rolling', 'blue-green'] as const;
export type Strategy = (typeof strategies)[number];

/** Which service is switched how. */
export interface SwitchPlan {
  /** Whether all of them start as a project of their own, and a proxy is switched. */
  readonly blueGreen: boolean;
  /** Those that roll, in the order of their dependencies: each group after the one before is healthy. */
  readonly waves: readonly (readonly RolledService[])[];
  /** Those of the release that run to their end before others start. */
  readonly first: readonly string[];
  /** Those that resolve names only once, so that they must be told of new containers. */
  readonly proxies: readonly string[];
  /** What each service of the release will go through, for people. */
  readonly predictions: readonly Prediction[];
}

export interface Prediction {
  readonly service: string;
  readonly how:
    | 'rolls'
    | 'is recreated'
    | 'runs once'
    | 'starts beside, then the proxy is switched'
    | 'makes way';
  readonly pause: string;
}

/** What is known beyond the Compose files. */
export interface SwitchFacts {
  /** The paths of the files that are shipped: one that is mounted by itself is no store. */
  readonly shipped: ReadonlySet<string>;
  /** The places for which a service's image makes volumes (`VOLUME`); `undefined`: it can't be read. */
  readonly volumesOf: (service: string) => readonly string[] | undefined;
}

/**
 * Decides for each service of the release how it is switched.
 * @param pins the services that run an image of the release
 * @throws {DeployKitError} `service-cannot-roll` when `rolling` was asked for and one can't;
 * `project-not-twofold` when `blue-green` was and the project can't run twice
 */
export function planSwitch(
  strategy: Strategy,
  project: ComposeProject,
  pins: ReadonlyMap<string, string>,
  facts: SwitchFacts,
): SwitchPlan {
  const active = project.services.filter(({ active: isOn }) => isOn);
  const whyBound = boundServices(active);
  const whyOnce = (service: ComposeService): string | undefined =>
    service.traits.singleton ?? storeReason(service, facts);
  const released = active.filter(({ name }) => pins.has(name));
  const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
  const first = released.filter(({ name }) => once.has(name));
  const early = neededBy(first, active);
  const whyNotRolled = (service: ComposeService): string | undefined =>
    whyOnce(service) ?? whyBound(service) ?? early.get(service.name);
  const lasting = released.filter(({ name }) => !once.has(name));
  const blueGreen = strategy === 'blue-green';
  if (blueGreen) refuseOneOfAKind(active, project.ownVolumes, pins, whyOnce);
  if (strategy === 'rolling') refuseSingletons(lasting, whyNotRolled);
  const rolled =
    strategy === 'recreate' || blueGreen
      ? []
      : lasting.filter((service) => whyNotRolled(service) === undefined);
  const isRolled = new Set(rolled.map(({ name }) => name));
  return {
    blueGreen,
    waves: waves(rolled),
    first: first.map(({ name }) => name),
    proxies: rolled.length === 0 ? [] : active.filter(resolvesOnce).map(({ name }) => name),
    predictions: released.map((service) =>
      once.has(service.name)
        ? { service: service.name, how: 'runs once', pause: 'none' }
        : blueGreen
          ? besides(service)
          : predict(service, isRolled.has(service.name), whyNotRolled(service)),
    ),
  };
}

/** Why a service can't be switched in some way; `undefined` where it can. */
type WhyNot = (service: ComposeService) => string | undefined;

/**
 * State is never run twice: a container that starts while another writes in the same place can lose what both
 * write, and a volume without a name is inherited by a recreated container alone.
 */
function storeReason({ name, traits }: ComposeService, facts: SwitchFacts): string | undefined {
  if (traits.mayRunTwice) return undefined;
  const { stores, targets } = traits.mounts;
  const store = stores.find(({ path }) => path === undefined || !facts.shipped.has(path));
  if (store !== undefined)
    return `it writes in ${store.words} (\`deploy.update_config.order: start-first\` says that it may run twice)`;
  const volumes = facts.volumesOf(name);
  if (volumes === undefined) return 'whether its image has volumes cannot be read';
  const own = volumes.find((place) => !targets.has(place));
  return own === undefined ? undefined : `its image has a volume at ${own}`;
}

function refuseSingletons(services: readonly ComposeService[], whyOnce: WhyNot): void {
  const singles = services.filter((service) => whyOnce(service) !== undefined);
  if (singles.length === 0) return;
  throw failure('service-cannot-roll', {
    services: singles.map(({ name }) => name).join(', '),
    reasons: singles.map((service) => `${service.name}: ${whyOnce(service) ?? ''}`).join('; '),
  });
}

// Blue-green runs the whole project twice: what keeps data or is there only once belongs into another.
function refuseOneOfAKind(
  services: readonly ComposeService[],
  volumes: readonly string[],
  pins: ReadonlyMap<string, string>,
  whyOnce: WhyNot,
): void {
  const reasons = [
    ...services.flatMap((service) => {
      const foreign = pins.has(service.name) ? undefined : 'its image is not in the release';
      const why = service.traits.singleton ?? foreign ?? whyOnce(service);
      return why === undefined ? [] : `${service.name}: ${why}`;
    }),
    ...volumes.map((name) => `the volume ${name}: each of the two projects would have its own`),
  ];
  if (reasons.length > 0) throw failure('project-not-twofold', { reasons: reasons.join('; ') });
}

/** What must have been switched before one that runs to its end first can start: service → why. */
function neededBy(
  first: readonly ComposeService[],
  all: readonly ComposeService[],
): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>();
  const add = ({ traits }: ComposeService, root: string): void => {
    for (const service of all)
      if (traits.dependsOn.includes(service.name) && !reasons.has(service.name)) {
        reasons.set(service.name, `${root}, which runs before the others, waits for it`);
        add(service, root);
      }
  };
  for (const service of first) add(service, service.name);
  return reasons;
}

/** Groups services by how many others of them each one waits for. */
function waves(services: readonly ComposeService[]): RolledService[][] {
  const byName = new Map(services.map((service) => [service.name, service]));
  const depths = new Map<string, number>();
  const depth = ({ name, traits }: ComposeService): number => {
    const known = depths.get(name);
    if (known !== undefined) return known;
    // Compose refuses circles itself; here one must only not run for ever.
    depths.set(name, 0);
    const before = traits.dependsOn.flatMap((other) => byName.get(other) ?? []);
    const own = before.length === 0 ? 0 : 1 + Math.max(...before.map(depth));
    depths.set(name, own);
    return own;
  };
  const grouped: RolledService[][] = [];
  for (const service of services) {
    const { replicas } = service.traits;
    (grouped[depth(service)] ??= []).push({ name: service.name, replicas });
  }
  return grouped.filter((group) => group.length > 0);
}

// nginx resolves the names in `proxy_pass` when it reads its configuration:
// https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass
function resolvesOnce({ image }: ComposeService): boolean {
  const name =
    parseImageReference(image ?? '')
      ?.repository.split('/')
      .at(-1) ?? '';
  return /^(nginx|nginx-unprivileged|openresty|freenginx|angie)$/.test(name);
}

function besides({ name }: ComposeService): Prediction {
  return { service: name, how: 'starts beside, then the proxy is switched', pause: 'none' };
}

function predict(
  { name }: ComposeService,
  rolls: boolean,
  whyOnce: string | undefined,
): Prediction {
  if (rolls) return { service: name, how: 'rolls', pause: 'none behind a proxy' };
  const why = whyOnce === undefined ? '' : `: ${whyOnce}`;
  return {
    service: name,
    how: 'is recreated',
    pause: `from the stop of the old container until the new one is ready${why}`,
  };
}
