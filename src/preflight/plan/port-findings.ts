import type { ComposeService } from '../../compose/compose-project.js';
import { portWords, type PublishedPort } from '../../compose/published-ports.js';
import { failed, passed, type Finding } from '../../local/plan/finding.js';
import type { ListeningSocket, PublishingContainer, Survey } from './survey.js';

/**
 * Whether something else has the ports that the services publish, and what answers at 80 and 443.
 * @param own the deploy folder, and the project's name: its own containers may have them, and those of the one project
 * that runs from the folder under another name
 */
export function portFindings(
  services: readonly ComposeService[],
  survey: Survey,
  own: { readonly folder: string; readonly project: string },
): readonly Finding[] {
  const base = (project: string): string => project.replace(/-(blue|green)$/, '');
  const here = survey.containers.filter(({ folder }) => folder === own.folder);
  const isAlone = new Set(here.map(({ project }) => base(project))).size === 1;
  const isOwn = ({ folder, project }: PublishingContainer): boolean =>
    base(project) === own.project || (folder === own.folder && isAlone);
  const ours = survey.containers.filter(isOwn);
  const others = survey.containers.filter((container) => !isOwn(container));
  const wanted = services
    .filter(({ active }) => active)
    .flatMap(({ name, traits }) => traits.ports.map((port) => ({ name, port })));
  const taken = wanted.flatMap(({ name, port }) => {
    const holder = holderOf(port, survey.listens, ours, others);
    return holder === undefined ? [] : [takenFinding(name, port, holder)];
  });
  const check = 'server: ports';
  const free =
    wanted.length === 0
      ? passed(check, 'the services publish none')
      : passed(check, `${wanted.map(({ port }) => portWords(port)).join(', ')}: nobody else's`);
  return [...(taken.length > 0 ? taken : [free]), proxyFinding(survey)];
}

function takenFinding(service: string, port: PublishedPort, holder: string): Finding {
  const words = portWords(port);
  return failed(
    'server: ports',
    `the port ${words} of service ${service} is taken by ${holder}`,
    `Publish another port in the Compose file, or stop what has it (on the server: \`sudo ss -lntup 'sport = :${port.first}'\`).`,
  );
}

/**
 * Who has the port that a service wants; `undefined` when nobody, or the project itself, does. Of a range Docker
 * takes any that is free.
 */
function holderOf(
  wanted: PublishedPort,
  listens: readonly ListeningSocket[],
  own: readonly PublishingContainer[],
  others: readonly PublishingContainer[],
): string | undefined {
  const ports = Array.from({ length: wanted.last - wanted.first + 1 }, (_, index) => ({
    ...wanted,
    first: wanted.first + index,
    last: wanted.first + index,
  }));
  const holders = ports.map((port) => holderOfOne(port, listens, own, others));
  return holders.includes(undefined) ? undefined : holders[0];
}

function holderOfOne(
  wanted: PublishedPort,
  listens: readonly ListeningSocket[],
  own: readonly PublishingContainer[],
  others: readonly PublishingContainer[],
): string | undefined {
  const container = others.find(({ ports }) => ports.some((port) => collides(wanted, port)));
  if (container !== undefined) return `the container ${container.name}`;
  const ours = own.flatMap(({ ports }) => ports);
  const listener = listens.find(
    (one) =>
      collides(wanted, one) &&
      // Docker itself listens for the containers.
      !ours.some(({ port, protocol }) => port === one.port && protocol === one.protocol),
  );
  return listener === undefined ? undefined : 'a program outside of Docker';
}

function collides(
  { first, last, protocol, address }: PublishedPort,
  other: ListeningSocket,
): boolean {
  const wide = ['', '0.0.0.0', '::'];
  return (
    protocol === other.protocol &&
    first <= other.port &&
    other.port <= last &&
    (wide.includes(address) || other.address === '' || address === other.address)
  );
}

function proxyFinding({ containers, listens }: Survey): Finding {
  const check = 'server: proxy';
  const names = [80, 443].flatMap((port) => {
    const container = containers.find(({ ports }) => ports.some((one) => one.port === port));
    if (container !== undefined) return `${port}: the container ${container.name}`;
    const program = listens.some((one) => one.port === port && one.protocol === 'tcp');
    return program ? `${port}: a program outside of Docker` : [];
  });
  return passed(
    check,
    names.length === 0 ? 'nothing answers at the ports 80 and 443 yet' : names.join(', '),
  );
}
