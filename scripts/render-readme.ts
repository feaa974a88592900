import { kebabCase, type Input } from '../src/inputs/definition.js';
import type { ActionDefinition } from '../src/inputs/index.js';

/** An action's README: the prose of its guide, then what its definition says. */
export function renderReadme(definition: ActionDefinition, guide: string): string {
  return [
    `<!-- Generated from actions/${definition.name}/ by \`npm run build\`. -->`,
    '',
    guide.trim(),
    '',
    renderTables(definition),
  ].join('\n');
}

/** The tables of inputs and outputs. */
export function renderTables({ inputs, outputs }: ActionDefinition): string {
  const shown = Object.entries<Input>(inputs).filter(([, input]) => input.hidden !== true);
  return [
    '## Inputs',
    '',
    '| input | what it is | kind | default |',
    '| --- | --- | --- | --- |',
    ...shown.map(
      ([name, input]) =>
        `| \`${kebabCase(name)}\` | ${cell(input.description)} | ${cell(input.kind.describe)} | ${defaultOf(input)} |`,
    ),
    '',
    '## Outputs',
    '',
    '| output | what it is |',
    '| --- | --- |',
    ...Object.entries(outputs).map(
      ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
    ),
    '',
  ].join('\n');
}

function defaultOf(input: Input): string {
  if ('required' in input) return '**required**';
  return 'default' in input ? `\`${input.default}\`` : '–';
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}
