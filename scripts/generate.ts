import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionNames, loadDefinition, rootAction } from './actions-folder.js';
import { renderManifest } from './render-manifest.js';
import { renderReadme, renderTables } from './render-readme.js';
import { renderRunbook } from './render-runbook.js';

const begin = '<!-- begin: inputs and outputs, generated -->';
const end = '<!-- end -->';

/** Writes every generated text below `target`: manifests, READMEs, the runbook. */
export async function generate(root: string, target: string): Promise<void> {
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), text);
  };
  for (const name of actionNames(root)) {
    const definition = await loadDefinition(root, name);
    const folder = name === rootAction ? '.' : name;
    write(join(folder, 'action.yml'), renderManifest(definition));
    if (name === rootAction) {
      const readme = readFileSync(join(root, 'README.md'), 'utf8');
      write(
        'README.md',
        betweenMarkers(
          readme,
          renderTables(definition).replaceAll('\n## ', '\n### ').replace(/^## /, '### '),
        ),
      );
    } else {
      const guide = readFileSync(join(root, 'actions', name, 'guide.md'), 'utf8');
      write(join(folder, 'README.md'), renderReadme(definition, guide));
    }
  }
  write('docs/runbook.md', renderRunbook());
}

function betweenMarkers(readme: string, text: string): string {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`README.md lacks "${begin}" and "${end}"`);
  return `${readme.slice(0, from + begin.length)}\n\n${text}\n${readme.slice(to)}`;
}
