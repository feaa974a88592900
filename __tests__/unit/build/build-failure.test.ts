import { describe, expect, it } from '@jest/globals';
import { explainBuild } from '../../../src/build/plan/build-failure.js';
import { imageNamed } from '../../support/image-named.js';

describe('a failed build', () => {
  const explain = (
    stderr: string,
    name: string,
    anonymous = false,
  ): ReturnType<typeof explainBuild> =>
    explainBuild(
      { code: 1, stderr },
      [imageNamed(name)],
      { anonymous, who: 'the account ci' },
      'docker',
    );

  // Texts as they were met: docker/buildx and the registries' issues.
  it.each([
    [
      'D1',
      'europe-west1-docker.pkg.dev/shop/web/api',
      'ERROR: failed to solve: failed to push europe-west1-docker.pkg.dev/shop/web/api:1: name unknown: Repository "web" not found',
      'registry-repository-missing',
      'gcloud artifacts repositories create web --project=shop --location=europe-west1',
    ],
    [
      'D1 at ECR',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/api',
      "ERROR: name unknown: The repository with name 'api' does not exist in the registry with id '123456789012'",
      'registry-repository-missing',
      'aws ecr create-repository --repository-name api --region eu-west-1',
    ],
    [
      'E9: no scope',
      'ghcr.io/acme/api',
      'ERROR: denied: permission_denied: The token provided does not match expected scopes.',
      'registry-token-scope',
      'write:packages',
    ],
    [
      'E9: not linked',
      'ghcr.io/acme/api',
      'ERROR: failed to push ghcr.io/acme/api:x: denied: permission_denied: write_package',
      'registry-package-not-linked',
      'with the role Write',
    ],
    [
      'E9: not allowed to create',
      'ghcr.io/acme/api',
      'ERROR: denied: installation not allowed to Create organization package',
      'registry-package-not-linked',
      'packages: write',
    ],
    [
      'a wrong password',
      'ghcr.io/acme/api',
      'ERROR: failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized',
      'registry-login-refused',
      'classic personal access token',
    ],
    [
      'no right',
      'acme/api',
      'ERROR: push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
      'registry-denied',
      'the right to push acme/api',
    ],
    [
      'a broken step',
      'ghcr.io/acme/api',
      'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
      'image-build-failed',
      'docker',
    ],
    [
      'no buildx',
      'ghcr.io/acme/api',
      "docker: 'buildx' is not a docker command.\nSee 'docker --help'",
      'buildx-missing',
      'docker/setup-buildx-action',
    ],
    [
      'no engine',
      'ghcr.io/acme/api',
      'ERROR: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
      'runner-docker-not-running',
      'systemctl start docker',
    ],
  ])('%s', (_, name, stderr, entry, fix) => {
    const error = explain(stderr, name);
    expect([error.entry, error.fix]).toEqual([entry, expect.stringContaining(fix)]);
    expect(error.details.length).toBeGreaterThan(0);
  });

  it('E9: not logged in', () => {
    const error = explain(
      'ERROR: denied: requested access to the resource is denied',
      'acme/x',
      true,
    );
    expect(error.entry).toBe('registry-login-missing');
  });
});
