import type { BuildOptions } from '../../src/build/plan/build-plan.js';

/** Options of which each shows in buildx's command, or in what bake is given. */
export const buildOptions: BuildOptions = {
  platforms: ['linux/amd64', 'linux/arm64'],
  buildArgs: new Map([['VERSION', 'secret-looking']]),
  labels: new Map([['a', 'b=c']]),
  annotations: ['index:x=y'],
  secrets: [
    { id: 'token', from: { variable: 'DEPLOY_KIT_SECRET_0' } },
    { id: 'npmrc', from: { file: '.npmrc' } },
  ],
  ssh: ['default'],
  cacheFrom: ['type=gha'],
  cacheTo: ['type=gha,mode=max'],
  noCache: true,
  pull: true,
  provenance: 'mode=max',
  sbom: 'true',
};
