import { describe, expect, it } from '@jest/globals';
import { releaseOfRun } from '../../../src/release/release-of-run.js';
import {
  parseReleaseText,
  type Release,
  releaseOfEvent,
  releasePayload,
} from '../../../src/release/release.js';
import { hardText } from '../../support/hard-text.js';
import { hardValues } from '../../support/hard-values.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const digest = `sha256:${'a'.repeat(64)}`;

describe('a release document', () => {
  const release = releaseOfRun(
    {
      sha: '1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      ref: 'refs/heads/main',
      repository: 'acme/api',
      runId: 1,
      runUrl: 'https://github.com/acme/api/actions/runs/1',
      actor: 'ada',
    },
    '11111111-2222',
    new Date(0),
  );

  it('is read from an event and from an input of workflow_dispatch', () => {
    expect(releaseOfEvent({ client_payload: { release } })).toEqual(release);
    expect(releaseOfEvent({ inputs: { release: JSON.stringify(release) } })).toEqual(release);
    expect(releaseOfEvent({ inputs: { release: '' } })).toBeUndefined();
    expect(releaseOfEvent({ inputs: null })).toBeUndefined();
    expect(() => releaseOfEvent({ inputs: { release: '{' } })).toThrow(/it is no JSON/);
  });
});

describe('The release document', () => {
  const release: Release = {
    schema: 1,
    images: [{ reference: 'ghcr.io/acme/api:sha-1', digest, platforms: ['linux/amd64'] }],
    version: 'sha-1',
    revision: 'a'.repeat(40),
    ref: 'refs/heads/main',
    repository: 'acme/api',
    run: { id: 1, url: 'https://github.com/acme/api/actions/runs/1' },
    actor: 'ada',
    createdAt: '2026-11-01T00:00:00.000Z',
    correlationId: '0123456789',
  };

  it('travels through the event and fits GitHub’s limit of ten keys', () => {
    const payload = releasePayload(release);
    expect(Object.keys(payload).length).toBeLessThanOrEqual(10);
    expect(
      releaseOfEvent({ client_payload: JSON.parse(JSON.stringify(payload)) as object }),
    ).toEqual(release);
  });

  it('is absent where the event has no payload', () => {
    expect(releaseOfEvent({ inputs: {} })).toBeUndefined();
  });

  it.each([
    [{ ...release, revision: 'main' }, /release\.revision: must be a commit id/],
    [
      { ...release, images: [{ ...release.images[0], digest: 'latest' }] },
      /release\.images\.0\.digest: must be sha256/,
    ],
    [{ ...release, surprise: 1 }, /release\.surprise/],
    ['nonsense', /release: /],
  ])('names the path of what is wrong', (document, why) => {
    expect(() => releaseOfEvent({ client_payload: { release: document } })).toThrow(why);
  });
});

describe('Whatever comes', () => {
  it('a release document is read or refused', () => {
    readsOrRefuses(hardText, (value) => parseReleaseText(value));
  });

  it('an event is read or refused', () => {
    readsOrRefuses(hardValues, (value) => releaseOfEvent({ client_payload: value }));
  });

  it('the payload’s release is read or refused', () => {
    readsOrRefuses(hardValues, (value) => releaseOfEvent({ client_payload: { release: value } }));
  });
});
