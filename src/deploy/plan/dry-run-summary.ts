import type { DeployIntent } from './deploy-intent.js';
import type { Changes, EnvChanges } from '../../env/plan/env-changes.js';
import { code, list, plain, shortDigest } from '../../text/markdown.js';
import type { ServerPlan } from './deploy-plan.js';
import type { FileChanges } from './file-changes.js';

/** Everything that a dry run found. */
export interface DryRunFacts extends ServerPlan {
  readonly host: string;
  readonly intent: DeployIntent;
  readonly changes: FileChanges;
  /** `undefined`: the server keeps its own. */
  readonly env: EnvChanges | undefined;
  readonly program: string;
}

/** What a deploy would do, as Markdown for the job summary. */
export function renderDryRun(facts: DryRunFacts): string {
  const { host, intent, ready, pins, switching, changes, env, remarks, program } = facts;
  const services = switching.predictions.map(({ service, how, pause }) => {
    const before = shortDigest(ready.currentImages.get(service) ?? '');
    const after = shortDigest(pins.get(service) ?? '');
    return `| ${service} | ${before} | ${after} | ${how} | ${pause} |`;
  });
  return [
    `## What deploying ${intent.version} to ${host} would do`,
    '',
    `Live now: ${ready.current === undefined ? 'no release of deploy-kit' : code(ready.current)}. Nothing was changed.`,
    '',
    '| service | image now | image then | how | pause |',
    '| --- | --- | --- | --- | --- |',
    ...services,
    '',
    ...fileLines(changes),
    `- Env file: ${env === undefined ? "the server's own stays" : `${inWords(env)}${keptKeys(env)}`}`,
    `- Migration: ${intent.migration === undefined ? 'none' : `with ${code(intent.migration.service)}`}`,
    `- Hooks: ${list([...intent.hooks.keys()])}`,
    ...remarks.map((remark) => `- ${plain(remark)}`),
    '',
    '<details><summary>The program that the server would run</summary>',
    '',
    // Four of them: no program holds that many in a row at the start of a line.
    '````sh',
    program,
    '````',
    '',
    '</details>',
    '',
  ].join('\n');
}

function fileLines(files: FileChanges): readonly string[] {
  const { unchanged, replaced, kept } = files;
  return [
    `- Files: ${inWords(files)}; ${unchanged} unchanged`,
    ...(replaced.length === 0
      ? []
      : [
          `- Replaced on the server, which keeps the former ones in ${code('.deploy-kit/former')}: ${list(replaced)}`,
        ]),
    ...(kept.length === 0 ? [] : [`- Kept as they were changed on the server: ${list(kept)}`]),
  ];
}

function keptKeys({ kept }: EnvChanges): string {
  return kept.length === 0 ? '' : `; kept, since no release brought them: ${list(kept)}`;
}

function inWords({ added, changed, removed }: Changes): string {
  const parts = [
    ...(added.length === 0 ? [] : [`added ${list(added)}`]),
    ...(changed.length === 0 ? [] : [`changed ${list(changed)}`]),
    ...(removed.length === 0 ? [] : [`removed ${list(removed)}`]),
  ];
  return parts.length === 0 ? 'no change' : parts.join('; ');
}
