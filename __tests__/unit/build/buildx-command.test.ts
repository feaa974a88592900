import { describe, expect, it } from '@jest/globals';
import { bakeCommand, buildCommand } from '../../../src/build/plan/buildx-command.js';
import { buildOptions } from '../../support/build-options.js';

describe('the commands', () => {
  it('of one image name where values are, not what they are', () => {
    const source = {
      kind: 'dockerfile',
      context: 'app',
      file: 'Dockerfile.prod',
      target: 'run',
    } as const;
    expect(buildCommand(source, ['r/a:1', 'r/a:2'], buildOptions, 'push', 'm.json')).toEqual([
      ...['buildx', 'build', '--push', '--metadata-file', 'm.json', '--no-cache', '--pull'],
      ...['--provenance=mode=max', '--sbom=true', '--tag', 'r/a:1', '--tag', 'r/a:2'],
      ...['--file', 'Dockerfile.prod', '--target', 'run', '--platform', 'linux/amd64,linux/arm64'],
      ...['--build-arg', 'VERSION', '--label', 'a=b=c', '--annotation', 'index:x=y'],
      ...['--secret', 'id=token,env=DEPLOY_KIT_SECRET_0', '--secret', 'id=npmrc,src=.npmrc'],
      ...['--ssh', 'default', '--cache-from', 'type=gha', '--cache-to', 'type=gha,mode=max', 'app'],
    ]);
  });

  it('of a bake leave to a file what has values', () => {
    const source = { kind: 'bake', folder: '.', file: 'docker-bake.hcl', targets: [] } as const;
    expect(
      bakeCommand(source, '/tmp/o.json', ['api', 'web'], buildOptions, 'load', 'm.json'),
    ).toEqual([
      ...['buildx', 'bake', '--file', 'docker-bake.hcl', '--file', '/tmp/o.json', '--load'],
      ...['--metadata-file', 'm.json', '--no-cache', '--pull', '--provenance=mode=max'],
      ...['--sbom=true', 'api', 'web'],
    ]);
  });
});
