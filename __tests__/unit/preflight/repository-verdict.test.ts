import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../src/errors/index.js';
import {
  refusalOutcome,
  repositoryVerdict,
} from '../../../src/preflight/plan/repository-verdict.js';
import { imageNamed } from '../../support/image-named.js';

describe('repositoryVerdict', () => {
  const missing = (words: string, mayPush?: boolean) =>
    ({ kind: 'missing', words, mayPush }) as const;

  it.each([
    [
      'europe-west1-docker.pkg.dev/shop/web/api',
      '404 NAME_UNKNOWN: Repository "web" not found',
      'gcloud artifacts repositories create web --project=shop --location=europe-west1',
    ],
    [
      '123456789012.dkr.ecr.eu-central-1.amazonaws.com/api',
      "404 NAME_UNKNOWN: The repository with name 'api' does not exist in the registry",
      'aws ecr create-repository --repository-name api --region eu-central-1',
    ],
  ])('D1: %s must be made first, and the command stands there', (name, words, command) => {
    const subject = { kind: 'registry', image: imageNamed(name), access: 'push' } as const;
    const outcome = repositoryVerdict(subject, missing(words));
    expect([outcome.verdict, outcome.detail, outcome.fix]).toEqual([
      'fail',
      expect.stringContaining('NAME_UNKNOWN'),
      expect.stringContaining(command),
    ]);
  });

  it.each([
    ['pull', undefined, 'fail', 'there is no ghcr.io/acme/new'],
    ['push', true, 'pass', 'the first push makes it'],
    ['push', undefined, 'skipped', 'only the first push shows'],
  ] as const)(
    'where the first push makes it, %s (may push: %s) gives %s',
    (access, mayPush, verdict, words) => {
      const subject = { kind: 'registry', image: imageNamed('ghcr.io/acme/new'), access } as const;
      expect(repositoryVerdict(subject, missing('404 NAME_UNKNOWN', mayPush))).toMatchObject({
        verdict,
        detail: expect.stringContaining(words),
      });
    },
  );

  it('a refusal that may hide a missing repository shows how it is made, too', () => {
    const gar = imageNamed('europe-west1-docker.pkg.dev/shop/web/api');
    const refusal = failure('registry-denied', {
      registry: gar.registry,
      image: 'x',
      who: 'the account ci',
      message: '403 DENIED: Permission denied on resource (or it may not exist)',
      remedy: 'Grant it.',
    });
    expect(refusalOutcome(refusal, gar).fix).toBe(
      'Grant it. If it does not exist: Create it: `gcloud artifacts repositories create web --project=shop --location=europe-west1 --repository-format=docker`',
    );
  });
});
