import type { Plan, Step } from './plan.js';
import { prelude } from './server/scripts.js';
import { rolledWords } from './switch-plan.js';
import { shellQuote } from './shell-quote.js';

/** How long one image may take to arrive, in seconds. */
const pullTimeoutSeconds = 1800;

/** Renders a plan as the POSIX sh program that the server runs. */
export function renderProgram({ head, steps, ending }: Plan): string {
  const variables: readonly (readonly [string, string])[] = [
    ['path', head.path],
    ['release', head.releaseId],
    ['version', head.version],
    ['revision', head.revision],
    ['actor', head.actor],
    ['run', head.runUrl],
    ['holder', `${head.actor} (${head.version}, ${head.runUrl})`],
    ['compose_command', head.composeCommand],
    ['managed_keys', head.managedKeys.join(' ')],
    ['health_timeout', String(Math.ceil(head.healthTimeoutSeconds))],
    ['stable_seconds', String(Math.ceil(head.stableSeconds))],
    ['rolled', rolledWords(head.rolled).join(' ')],
    ['proxies', head.proxies.join(' ')],
    ['drain_seconds', String(Math.ceil(head.drainSeconds))],
    ['hook_timeout', String(Math.ceil(head.hookTimeoutSeconds))],
    ['pull_timeout', String(pullTimeoutSeconds)],
  ];
  return [
    '#!/bin/sh',
    '# Written by deploy-kit for one run. The plan of this release stands at the end.',
    ...variables.map(([name, value]) => `${name}=${shellQuote(value)}`),
    '',
    prelude,
    '# --- the plan ---',
    '',
    ...steps.flatMap(renderStep),
    ending.map(quoteArgument).join(' '),
    '',
  ].join('\n');
}

function renderStep({ title, command, undo }: Step): string[] {
  const line = `step ${shellQuote(title)} ${command.map(quoteArgument).join(' ')}`;
  return undo === undefined ? [line] : [`undo_with ${undo}`, line];
}

function quoteArgument(argument: string): string {
  return /^[A-Za-z0-9_-]+$/.test(argument) ? argument : shellQuote(argument);
}
