import type { Release } from '../../release/release.js';

/** The job summary of a release that was built. */
export function renderReleaseSummary(
  release: Release,
  tags: readonly string[],
  seconds: number,
): string {
  return [
    `## :package: ${release.version} is built`,
    '',
    '| image | digest | platforms |',
    '| --- | --- | --- |',
    ...release.images.map(
      ({ reference, digest, platforms }) =>
        `| \`${reference}\` | \`${digest.slice(0, 19)}\` | ${platforms.join(', ')} |`,
    ),
    '',
    `Tags: ${tags.map((tag) => `\`${tag}\``).join(', ')}. It took ${Math.round(seconds)} s.`,
    '',
  ].join('\n');
}
