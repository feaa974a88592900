import { loadDefinition } from '../../scripts/actions-folder.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { kebabCase } from '../../src/inputs/definition.js';
import type { BundleResult } from './run-bundle.js';

/** Shorter ones turn up by chance. */
const shortest = 8;

/**
 * Secrets that a run shows: each secret input, each of its lines, and what stands behind a `=` in it, as they
 * are, in base64, and as a part of a URL.
 * @returns where one was found, without the secret itself
 */
export async function leaks(
  name: string,
  inputs: Readonly<Record<string, string>>,
  { log, annotations, outputs, env, summary }: BundleResult,
): Promise<readonly string[]> {
  const definition = await loadDefinition(repositoryRoot, name);
  const shown = Object.entries({
    log,
    annotations: JSON.stringify(annotations),
    outputs: [...outputs.values()].join('\n'),
    env: [...env.values()].join('\n'),
    summary,
  });
  return Object.entries(definition.inputs).flatMap(([key, { secret }]) => {
    const value = secret === true ? (inputs[kebabCase(key)] ?? '') : '';
    return formsOf(value).flatMap((form) =>
      shown.flatMap(([where, text]) =>
        text.includes(form) ? `${kebabCase(key)} is in the ${where}` : [],
      ),
    );
  });
}

function formsOf(value: string): readonly string[] {
  const lines = value.split('\n').map((line) => line.trim());
  // What has a name that says so; other variables are shown as what they are (an image, a port).
  const values = lines.flatMap(
    (line) => /^\w*(?:SECRET|PASSWORD|KEY|TOKEN)\w*=(.*)$/.exec(line)?.[1] ?? [],
  );
  return [value, ...lines, ...values]
    .filter((part) => part.length >= shortest && !part.startsWith('-----'))
    .flatMap((part) => [part, Buffer.from(part).toString('base64'), encodeURIComponent(part)]);
}
