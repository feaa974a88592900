import { planDeploy } from './plan/deploy-plan.js';
import type { DeployIntent } from './plan/deploy-intent.js';
import { releaseUpload } from './plan/release-upload.js';
import type { ProgramPorts } from '../server/program-ports.js';
import { runPlan } from '../server/run-plan.js';
import { imageChanges, type Deployment } from './deployment.js';
import { planOnServer } from './plan-on-server.js';

/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @throws {DeployKitError} with the host state that the failure left
 */
export async function deployCompose(
  intent: DeployIntent,
  ports: ProgramPorts,
): Promise<Deployment> {
  const planned = await planOnServer(intent, ports);
  const { pins, ready } = planned;
  const { entries, unchanged } = releaseUpload(intent, planned);
  const sent = intent.files.length - unchanged;
  ports.reporter.info(`Sending release ${intent.releaseId}: ${sent} files, ${unchanged} unchanged`);
  const done = await runPlan(planDeploy(intent, planned), ports, {
    entries,
    base: ready.current ?? '',
  });
  return {
    changed: done.outcome === 'committed',
    gaveWay: done.outcome === 'outdated',
    releaseId: done.live,
    version: intent.version,
    revision: intent.revision,
    previous: ready.current ?? '',
    changes: imageChanges(pins, ready),
    steps: done.steps,
    journal: done.journal,
    path: ready.path,
  };
}
