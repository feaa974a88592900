import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { actionNames, loadDefinition, rootAction } from './actions-folder.js';
import { drawRooms } from './draw-rooms.js';
import { renderManifest } from './render-manifest.js';
import { renderReadme, renderTables } from './render-readme.js';
import { publicRepositories } from '../__tests__/support/public-workflows.js';
import { renderRunbook } from './render-runbook.js';
import { renderRates, renderRules } from './render-workflow-check.js';

const end = '<!-- end -->';

/** Writes every generated text below `target`: manifests, READMEs, the runbook, the workflow check's rules. */
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
          'inputs and outputs',
          renderTables(definition).replaceAll('\n## ', '\n### ').replace(/^## /, '### '),
        ),
      );
    } else {
      const guide = readFileSync(join(root, 'actions', name, 'guide.md'), 'utf8');
      write(join(folder, 'README.md'), renderReadme(definition, guide));
    }
  }
  write('docs/runbook.md', renderRunbook());
  const check = readFileSync(join(root, 'docs', 'workflow-check.md'), 'utf8');
  const withRules = betweenMarkers(check, 'rules', renderRules());
  write(
    'docs/workflow-check.md',
    betweenMarkers(withRules, 'rates', renderRates(publicRepositories())),
  );
  const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  write('ARCHITECTURE.md', betweenMarkers(architecture, 'rooms', await drawRooms(root)));
}

function betweenMarkers(document: string, what: string, text: string): string {
  const begin = `<!-- begin: ${what}, generated -->`;
  const from = document.indexOf(begin);
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`"${begin}" and "${end}" are not there`);
  return `${document.slice(0, from + begin.length)}\n\n${text}\n${document.slice(to)}`;
}
