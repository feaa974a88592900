import type { DeployKitError } from './deploy-kit-error.js';
import { describeHostState } from './host-state.js';

const runbook = 'https://github.com/org/deploy-kit/blob/v1/docs/runbook.md';

/** Where the runbook explains an entry. */
export function runbookLink(entry: string): string {
  return `${runbook}#${entry}`;
}

/** The annotation's and the log's text of a failure: why, what mends it, what is live, where to read on. */
export function renderErrorText(error: DeployKitError): string {
  return [
    error.why,
    `What to do: ${error.fix}`,
    ...(error.hint === undefined ? [] : [`It looks like this: ${error.hint.text}`]),
    describeHostState(error.hostState),
    ...(error.details.length > 0
      ? ['The last lines:', ...error.details.map((line) => `  ${line}`)]
      : []),
    `More: ${runbookLink(error.entry)}`,
    ...(error.hint === undefined ? [] : [`and: ${runbookLink(error.hint.entry)}`]),
  ].join('\n');
}

/** The same as Markdown for the job's summary. */
export function renderErrorMarkdown(error: DeployKitError): string {
  const details =
    error.details.length > 0
      ? [
          '',
          '<details open><summary>The last lines</summary>',
          '',
          '```text',
          ...error.details.map(withoutFence),
          '```',
          '',
          '</details>',
        ]
      : [];
  return [
    `## :x: ${error.title}`,
    '',
    error.why,
    '',
    `**What to do:** ${error.fix}`,
    '',
    ...(error.hint === undefined
      ? []
      : [
          `**It looks like this:** ${error.hint.text} ([${error.hint.entry}](${runbookLink(error.hint.entry)}))`,
          '',
        ]),
    `**What is live:** ${describeHostState(error.hostState)}`,
    ...details,
    '',
    `[${error.entry} in the runbook](${runbookLink(error.entry)})`,
    '',
  ].join('\n');
}

// A log line must not end the block that it is shown in.
function withoutFence(line: string): string {
  return line.replaceAll('```', "'''");
}
