import type { UrlVerdict } from './verification-failure.js';

/** The job summary of a verification: a table of URLs. */
export function renderVerifySummary(verdicts: readonly UrlVerdict[]): string {
  return [
    '### Health',
    '',
    '| URL | verdict | attempts | last answer |',
    '| --- | --- | --- | --- |',
    ...verdicts.map(
      ({ url, fault, attempts, latencySeconds }) =>
        `| ${cell(url.href)} | ${fault === undefined ? ':white_check_mark:' : `:x: ${cell(fault.text)}`} | ${attempts} | ${Math.round(latencySeconds * 1000)} ms |`,
    ),
    '',
  ].join('\n');
}

// What a server answers is text here, never markup.
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[|\\`<>*_[\]]/g, String.raw`\$&`);
}
