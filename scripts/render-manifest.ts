import { stringify } from 'yaml';
import { kebabCase, type Input } from '../src/inputs/definition.js';
import type { ActionDefinition } from '../src/inputs/index.js';
import { rootAction } from './actions-folder.js';

/** An action's `action.yml`. */
export function renderManifest(definition: ActionDefinition): string {
  const { name, title, description, branding, inputs, outputs, post } = definition;
  const dist = `${name === rootAction ? '' : '../'}dist/${name}`;
  const manifest = {
    name: title,
    description,
    author: 'deploy-kit contributors',
    branding,
    inputs: Object.fromEntries(
      Object.entries(inputs).map(([key, input]) => [kebabCase(key), manifestInput(input)]),
    ),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([key, output]) => [key, { description: output.description }]),
    ),
    runs: {
      using: 'node24',
      main: `${dist}/index.js`,
      ...(post ? { post: `${dist}/post.js` } : {}),
    },
  };
  return `# Generated from actions/${name}/definition.ts by \`npm run build\`.\n${stringify(manifest, { lineWidth: 0 })}`;
}

function manifestInput(input: Input): object {
  return {
    description: input.description,
    required: 'required' in input,
    ...('default' in input ? { default: input.default } : {}),
  };
}
