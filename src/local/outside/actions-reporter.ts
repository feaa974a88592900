import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';
import type { DeployKitError } from '../../errors/index.js';
import { renderErrorMarkdown, renderErrorText } from '../../errors/render-error.js';
import type { Reporter } from '../reporter.js';

/** Masking a shorter text would tear holes into every log line and protect nothing. */
const shortestSecret = 4;

/** What the runner knows of the step's inputs. */
interface RunnerInputs {
  /** The trimmed text of an input; empty when it is not set. */
  read(name: string): string;
  /** The names of everything that was set, also of what is no input. */
  names(): readonly string[];
}

/** Reports to the runner that plays this step: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export const actionsReporter: Reporter & RunnerInputs = {
  read: (name) => core.getInput(name),
  // https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
  names: () =>
    Object.keys(process.env).flatMap((key) =>
      key.startsWith('INPUT_') ? key.slice('INPUT_'.length).toLowerCase() : [],
    ),
  mask(secret) {
    for (const part of new Set([secret, ...secret.split(/\r?\n/)]))
      if (part.trim().length >= shortestSecret) core.setSecret(part);
  },
  openGroup,
  async group(title, phase) {
    const close = openGroup(title);
    try {
      return await phase();
    } finally {
      close();
    }
  },
  info: (line) => {
    core.info(line);
  },
  debug: (line) => {
    core.debug(line);
  },
  notice: (title, message) => {
    core.notice(message, { title });
  },
  warning: (title, message) => {
    core.warning(message, { title });
  },
  annotate(level, title, message, { file, line: startLine, column: startColumn }) {
    const place = { title, file, startLine, startColumn };
    if (level === 'error') core.error(message, place);
    else core.warning(message, place);
  },
  failed(error: DeployKitError) {
    core.error(renderErrorText(error), { title: error.title });
    appendSummary(renderErrorMarkdown(error));
    if (error.kind === 'internal' && error.cause instanceof Error)
      core.info(error.cause.stack ?? '');
    process.exitCode = 1;
  },
  output: (name, value) => {
    core.setOutput(name, value);
  },
  summary: appendSummary,
  saveState: (name, value) => {
    core.saveState(name, value);
  },
  exportVariable: (name, value) => {
    core.exportVariable(name, value);
  },
};

function openGroup(title: string): () => void {
  const started = performance.now();
  core.startGroup(title);
  return () => {
    core.info(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    core.endGroup();
  };
}

/** A value that this action's main step saved for its post step; empty when there is none. */
export function savedState(name: string): string {
  return core.getState(name);
}

// In one write at a time and at once: a process that is killed later has shown what it knew.
function appendSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file !== undefined && file !== '') appendFileSync(file, `${markdown}\n`);
}
