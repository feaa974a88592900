import { distance } from 'fastest-levenshtein';
import { baseName, isNamed, workflowsStartedBy, reportOf, type Chain } from '../chain.js';
import type { Dispatch } from '../dispatch.js';
import { filterOf, triggerOf } from '../model.js';
import type { WorkflowReport } from '../report.js';

/** Events that are sent to this repository and start nothing. */
export function eventUnheard(chain: Chain): readonly WorkflowReport[] {
  return chain.dispatches
    .filter(
      (sent) =>
        sent.repository === 'here' &&
        sent.target !== undefined &&
        !/^\d+$/.test(sent.target) &&
        workflowsStartedBy(sent, chain).length === 0,
    )
    .map((sent) =>
      sent.kind === 'repository_dispatch' ? unheardType(sent, chain) : unheardWorkflow(sent, chain),
    );
}

function unheardType(sent: Dispatch, { workflows }: Chain): WorkflowReport {
  const target = sent.target ?? '';
  const types = workflows.flatMap((workflow) => {
    const trigger = triggerOf(workflow, 'repository_dispatch');
    const listened = trigger === undefined ? [] : (filterOf(trigger, 'types') ?? []);
    return listened.map((type) => ({ type, path: workflow.path }));
  });
  const [near] = types.toSorted((a, b) => apart(a.type, target) - apart(b.type, target));
  const listed = types.map(({ type, path }) => `\`${type}\` (${baseName(path)})`).slice(0, 5);
  return reportOf(
    'event-unheard',
    sent.step.file,
    sent.at,
    `${sent.tool} sends \`${target}\`, and no workflow here listens to it${listed.length === 0 ? '' : `; they listen to ${listed.join(', ')}`}.`,
    near !== undefined && isNear(near.type, target)
      ? `Send \`${near.type}\`, which ${baseName(near.path)} listens to.`
      : `In the workflow that is meant:\non:\n  repository_dispatch:\n    types: [${target}]`,
  );
}

function unheardWorkflow(sent: Dispatch, { workflows }: Chain): WorkflowReport {
  const target = sent.target ?? '';
  const named = workflows.find((workflow) => isNamed(workflow, target));
  if (named !== undefined)
    return reportOf(
      'event-unheard',
      sent.step.file,
      sent.at,
      `${sent.tool} starts ${baseName(named.path)}, which has no \`workflow_dispatch\` trigger: GitHub refuses it.`,
      `In ${named.path}:\non:\n  workflow_dispatch:`,
    );
  const files = workflows.map(({ path }) => baseName(path));
  const [near] = files.toSorted((a, b) => apart(a, target) - apart(b, target));
  return reportOf(
    'event-unheard',
    sent.step.file,
    sent.at,
    `${sent.tool} starts \`${target}\`, and there is no such workflow here${near === undefined ? '' : `; the nearest is ${near}`}.`,
    near === undefined ? 'Name a workflow that is there.' : `Name ${near}, if that is meant.`,
  );
}

/** Types that are listened to, and that nobody sends although others are sent here. */
export function eventUnsent(chain: Chain): readonly WorkflowReport[] {
  const sent = chain.dispatches.filter(
    ({ kind, repository }) => kind === 'repository_dispatch' && repository !== 'elsewhere',
  );
  const types = sent.flatMap(({ target }) => target ?? []);
  // A type that only the run knows may be any.
  if (types.length === 0 || types.length < sent.length) return [];
  return chain.workflows.flatMap((workflow) => {
    const trigger = triggerOf(workflow, 'repository_dispatch');
    return (trigger?.filters.get('types') ?? [])
      .filter(({ text }) => !types.includes(text))
      .flatMap(({ text, at }) => {
        const near = types.filter((type) => isNear(type, text));
        const dead = workflow.triggers.length === 1 && trigger?.filters.get('types')?.length === 1;
        if (near.length === 0 && !dead) return [];
        const others = [...new Set(types)].map((type) => `\`${type}\``).slice(0, 5);
        return [
          reportOf(
            'event-unsent',
            workflow.path,
            at,
            `Nothing here sends \`${text}\`; what is sent is ${others.join(', ')}.`,
            near[0] === undefined
              ? `Listen to what is sent, or send it: \`event-type: ${text}\`.`
              : `types: [${near[0]}]`,
          ),
        ];
      });
  });
}

/** How many letters are between two names, whatever their case. */
export function apart(a: string, b: string): number {
  return distance(a.toLowerCase(), b.toLowerCase());
}

/** Whether one name is likely the other, misspelt. */
export function isNear(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const limit = Math.max(2, Math.floor(longer.length / 4));
  const flat = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return (
    apart(a, b) <= limit ||
    flat(a) === flat(b) ||
    (shorter.length > 3 && flat(longer).startsWith(flat(shorter)))
  );
}
