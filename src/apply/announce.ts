import { releasePayload, type Release } from '../plan/release.js';
import type { GitHub } from '../ports/github.js';
import type { Reporter } from '../ports/reporter.js';

/** Announces a release to the workflows that listen. */
export async function announce(
  release: Release,
  target: { readonly repository: string; readonly eventType: string },
  github: GitHub,
  reporter: Reporter,
): Promise<void> {
  await reporter.group(`Send the event "${target.eventType}" to ${target.repository}`, () =>
    github.dispatch(target.repository, target.eventType, releasePayload(release)),
  );
}
