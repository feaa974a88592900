import type { ComposeProject, ComposeService } from '../../compose/compose-project.js';
import type { Hooks } from '../../deploy/plan/deploy-intent.js';
import { parseImageReference } from '../../image/image-reference.js';
import type { SwitchPlan } from '../../deploy/plan/switch-plan.js';
import { passed, skipped, warned, type Finding } from '../../local/plan/finding.js';

/** What the Compose files say, and what is known of the release's images. */
export interface ProjectView {
  readonly project: ComposeProject;
  /** The services of the release: service → image by digest; `undefined` where it cannot be read. */
  readonly pins: ReadonlyMap<string, string> | undefined;
  /** The services whose images bring a healthcheck of their own. */
  readonly healthcheckInImage: ReadonlySet<string>;
  readonly stableSeconds: number;
  readonly healthTimeoutSeconds: number;
}

/** What is allowed in a Compose file and costs a night later. */
export function composeFindings(view: ProjectView): readonly Finding[] {
  const active = view.project.services.filter((service) => service.active);
  const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
  const lasting = active.filter(({ name, traits }) => !once.has(name) && !traits.ends);
  return [
    restartFinding(lasting),
    healthFinding(lasting, view.pins ?? new Map(), view),
    ...startFindings(lasting, view.healthTimeoutSeconds),
    ...(view.pins === undefined ? [] : [tagFinding(active, view.pins)]),
  ];
}

function restartFinding(services: readonly ComposeService[]): Finding {
  const check = 'compose: restart policies';
  const without = services.filter(({ traits }) => !traits.restarts).map(({ name }) => name);
  return without.length === 0
    ? passed(check, 'every service that runs on comes back after a restart of the server')
    : warned(
        check,
        `a restart of the server does not bring back: ${without.join(', ')}`,
        'Give each of them `restart: unless-stopped`, or `restart: "no"` to one that runs to its end.',
      );
}

function healthFinding(
  services: readonly ComposeService[],
  pins: ReadonlyMap<string, string>,
  { healthcheckInImage, stableSeconds }: ProjectView,
): Finding {
  const check = 'compose: healthchecks';
  if (pins.size === 0) return skipped(check, 'which services the release brings is not known yet');
  const without = services
    .filter(({ name, traits }) => pins.has(name) && !traits.healthcheck)
    .map(({ name }) => name)
    .filter((name) => !healthcheckInImage.has(name));
  return without.length === 0
    ? passed(check, 'every service of the release has one')
    : warned(
        check,
        `none for ${without.join(', ')}: a deploy only sees that it stays up for ${stableSeconds} s, and may send requests to it before it answers`,
        'Add one, for example `healthcheck: {test: [CMD, wget, -qO, /dev/null, "http://127.0.0.1:8080/health"], interval: 2s}`.',
      );
}

// Until then a healthcheck may fail, and the deploy waits no longer than its own limit.
function startFindings(services: readonly ComposeService[], limit: number): readonly Finding[] {
  const slow = services.filter(({ traits }) => traits.waits.startPeriodSeconds > limit);
  if (slow.length === 0) return [];
  const words = slow.map(
    ({ name, traits }) => `${name} (\`start_period\` ${traits.waits.startPeriodSeconds} s)`,
  );
  return [
    warned(
      'compose: time to start',
      `a deploy gives up after ${limit} s, while these may take longer to become healthy: ${words.join(', ')}`,
      'Raise `health-timeout` above the longest of them.',
    ),
  ];
}

function tagFinding(
  services: readonly ComposeService[],
  pins: ReadonlyMap<string, string>,
): Finding {
  const check = 'compose: tags';
  const moving = services.flatMap(({ name, image, imageIsKnown }) => {
    const reference = parseImageReference(image ?? '');
    const isKnown = imageIsKnown && reference !== undefined;
    if (!isKnown || pins.has(name) || reference.digest !== undefined) return [];
    return (reference.tag ?? 'latest') === 'latest' ? `${name} (${image ?? ''})` : [];
  });
  return moving.length === 0
    ? passed(check, 'no service outside the release runs `latest`')
    : warned(
        check,
        `\`latest\` may be another image on every server and every day: ${moving.join(', ')}`,
        'Name a version, or deploy with `pin-all: true`.',
      );
}

/** How each service of the release is switched, and what that costs. */
export function strategyFinding({ predictions }: SwitchPlan, isChosen: boolean): Finding {
  const check = 'compose: strategy';
  const words = predictions.map(({ service, how, pause }) => `${service} ${how}, pause: ${pause}`);
  const pauses = predictions.some(({ how }) => how === 'is recreated');
  return pauses && !isChosen
    ? warned(
        check,
        words.join('; '),
        'Put a proxy in front that publishes the ports, and leave `container_name` and the like out, so that the service can roll; mount `:ro` what it only reads. What keeps data is never run twice: say `strategy: recreate` where the pause is meant.',
      )
    : passed(check, words.join('; '));
}

/** Hooks that look like the path of a script which is not in the checkout. */
export function hookFindings(hooks: Hooks, exists: (path: string) => boolean): readonly Finding[] {
  return [...hooks].flatMap(([name, script]) =>
    /^(\.\/)?[\w-]+(\/[\w.-]+)*\.\w+$/.test(script) && !exists(script)
      ? [
          warned(
            `hook: ${name}`,
            `${script} is not in the checkout, so the server is asked to run it as a command`,
            'Commit the script, or correct its path.',
          ),
        ]
      : [],
  );
}
