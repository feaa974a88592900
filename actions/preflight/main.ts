import { join } from 'node:path';
import { ageOf } from '../../src/adapters/age-identities.js';
import { checkout } from '../../src/adapters/checkout.js';
import { connectRegistry } from '../../src/adapters/connect-registry.js';
import { connectServer, describeKey } from '../../src/adapters/connect-server.js';
import { githubContext } from '../../src/adapters/github-context.js';
import { runAction } from '../../src/adapters/run-action.js';
import { systemClock } from '../../src/adapters/system-clock.js';
import { tarArchiver } from '../../src/adapters/tar-archiver.js';
import { deployRequest } from '../../src/apply/deploy-request.js';
import { lookAtDeploy } from '../../src/apply/preflight/look-at-deploy.js';
import { firstImage } from '../../src/plan/images-to-await.js';
import { reportFindings } from '../../src/apply/preflight/report-findings.js';
import { definition } from './definition.js';

/** Reports what a deploy would meet, and changes nothing. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const root = checkout(context.workspace);
    const { host, hosts = [], path = '' } = inputs;
    const request = deployRequest({ ...inputs, path }, context, systemClock.now());
    const findings = await lookAtDeploy(
      { ...request, path, plainHttp: inputs.registryPlainHttp, composeFiles: inputs.composeFiles },
      host === undefined
        ? []
        : [host, ...hosts].map((one) => connectServer({ ...inputs, host }, one)),
      {
        root,
        projectIn: (folder) => checkout(join(context.workspace, folder)),
        registry: connectRegistry(inputs, firstImage(request)),
        age: ageOf(inputs.ageKey),
        archiver: tarArchiver,
        clock: systemClock,
        reporter,
        describeKey: () => describeKey(inputs),
      },
    );
    reportFindings(findings, undefined, inputs.failOn, reporter);
  });
}
