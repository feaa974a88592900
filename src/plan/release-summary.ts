import type { Release } from './release.js';

/** The job summary of a release that was built and announced. */
export function renderReleaseSummary(
  release: Release,
  target: { readonly repository: string; readonly eventType: string },
): string {
  return [
    `## :package: ${release.version} is built and announced`,
    '',
    '| image | digest | platforms |',
    '| --- | --- | --- |',
    ...release.images.map(
      ({ reference, digest, platforms }) =>
        `| \`${reference}\` | \`${digest.slice(0, 19)}\` | ${platforms.join(', ')} |`,
    ),
    '',
    `The event \`${target.eventType}\` was sent to ${target.repository} with correlation id \`${release.correlationId}\`.`,
    '',
  ].join('\n');
}
