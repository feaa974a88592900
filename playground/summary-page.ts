import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { marked } from 'marked';
import type { Run } from './github/run.js';

const emoji: Readonly<Record<string, string>> = {
  ':rocket:': '🚀',
  ':x:': '❌',
  ':package:': '📦',
  ':white_check_mark:': '✅',
};

/** Writes the job summaries of runs as one page, much as GitHub shows them. */
export function renderSummaries(runs: readonly Run[], file: string): void {
  const sections = runs.map((run) => {
    const summaries = run.report?.jobs.map(({ summary }) => summary).join('\n') ?? '';
    const html = marked.parse(
      summaries.replace(/:[a-z_]+:/g, (name) => emoji[name] ?? name),
      { async: false },
    );
    return `<section><h1>${escape(run.workflowName)} #${run.number}: ${escape(run.title)} <small>${run.conclusion ?? ''}</small></h1>${html}</section>`;
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><title>Job summaries</title><style>
body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; }
section { border: 1px solid #d1d9e0; border-radius: 6px; padding: 0 1.5rem 1rem; margin: 1.5rem 0; }
h1 { font-size: 1.1rem; border-bottom: 1px solid #d1d9e0; padding-bottom: .5rem; } small { color: #59636e; font-weight: normal; }
table { border-collapse: collapse; } td, th { border: 1px solid #d1d9e0; padding: .3rem .8rem; text-align: left; }
code { background: #f0f1f3; padding: .1rem .3rem; border-radius: 4px; } pre code { display: block; padding: .8rem; overflow-x: auto; }
</style>${sections.join('\n')}`,
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
