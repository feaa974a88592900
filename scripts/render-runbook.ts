import { catalogue } from '../src/errors/index.js';
import type { CatalogueEntry } from '../src/errors/entry.js';

/** `docs/runbook.md`: every entry of the catalogue with its cause and what mends it. */
export function renderRunbook(): string {
  const entries = Object.entries<CatalogueEntry>(catalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '<!-- Generated from src/errors by `npm run build`. -->',
    '',
    '# Runbook',
    '',
    'Every failure that deploy-kit knows. Each error links to its entry here; `‹…›` stands for what the',
    'error fills in. An error also says what is live on the server.',
    '',
    ...entries.flatMap(([name, entry]) => [
      `## ${name}`,
      '',
      `**${shown(entry.title)}**`,
      '',
      `Cause: ${shown(entry.cause)}`,
      '',
      `What to do: ${shown(entry.fix)}`,
      '',
    ]),
  ].join('\n');
}

// Markdown would take `<name>` for HTML.
function shown(text: string): string {
  return text.replace(/<([a-z-]+)>/g, '‹$1›');
}
