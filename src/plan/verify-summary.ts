/** What the summary shows of one URL. */
interface Verdict {
  readonly url: URL;
  readonly fault: string | undefined;
  readonly attempts: number;
  readonly latencySeconds: number;
}

/** The job summary of a verification: a table of URLs. */
export function renderVerifySummary(verdicts: readonly Verdict[]): string {
  return [
    '### Health',
    '',
    '| URL | verdict | attempts | last answer |',
    '| --- | --- | --- | --- |',
    ...verdicts.map(
      ({ url, fault, attempts, latencySeconds }) =>
        `| ${url.href.replaceAll('|', '%7C')} | ${fault === undefined ? ':white_check_mark:' : `:x: ${fault.replace(/[|\\`<>]/g, String.raw`\$&`)}`} | ${attempts} | ${Math.round(latencySeconds * 1000)} ms |`,
    ),
    '',
  ].join('\n');
}
