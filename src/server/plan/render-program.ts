import type { Plan, Step } from './plan.js';
import { prelude } from '../shell/scripts.js';
import { rolledWords } from './rolled-service.js';
import { shellQuote } from '../../text/shell-quote.js';

/** How long one image may take to arrive, in seconds. */
const pullTimeoutSeconds = 1800;

/** How long the engine may take to answer what needs no work of it, in seconds. */
const engineLimitSeconds = 60;

/** Renders a plan as the POSIX sh program that the server runs. */
export function renderProgram({ head, steps, ending }: Plan): string {
  const { settings } = head;
  const whole = (seconds: number): string => String(Math.ceil(seconds));
  const variables: readonly (readonly [string, string])[] = [
    ['kind', head.kind],
    ['path', head.path],
    ['release', head.releaseId],
    ['version', head.version],
    ['revision', head.revision],
    ['actor', head.actor],
    ['run', head.runUrl],
    ['holder', `${head.actor} (${head.version}, ${head.runUrl})`],
    ['compose_command', head.composeCommand],
    ['docker_sudo', head.sudo ? 'yes' : ''],
    ['docker_host', head.dockerHost],
    ['managed_keys', head.managedKeys.join(' ')],
    ['allow', head.allow.join(' ')],
    ['rolled', rolledWords(head.rolled).join(' ')],
    ['proxies', head.proxies.join(' ')],
    ['health_timeout', whole(settings.healthTimeoutSeconds)],
    ['start_seconds', whole(head.startSeconds)],
    ['stable_seconds', whole(settings.stableSeconds)],
    ['drain_seconds', whole(settings.drainSeconds)],
    ['hook_timeout', whole(settings.hookTimeoutSeconds)],
    ['migration_timeout', whole(settings.migrationTimeoutSeconds)],
    ['engine_limit', whole(engineLimitSeconds)],
    ['pull_timeout', whole(pullTimeoutSeconds)],
    // Requests that have begun are never cut off.
    ['keep_warm_seconds', whole(Math.max(settings.keepWarmSeconds, settings.drainSeconds))],
    ['confirm_within', whole(settings.confirmWithinSeconds)],
    ['keep_releases', String(settings.keepReleases)],
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
