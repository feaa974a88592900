import type { ComposeProject } from '../compose/compose-project.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import { checkPins } from '../deploy/plan/pins.js';
import { planSwitch, type SwitchFacts } from '../deploy/plan/switch-plan.js';
import { migrationOf, proxyOf } from '../deploy/prepare-deploy.js';
import { passed } from '../local/plan/finding.js';
import type { Workspace } from '../local/workspace.js';
import type { ReleasedImages } from './look-at-release.js';
import { strategyFinding } from './plan/compose-findings.js';
import type { Rows } from './rows.js';

/** Plans how the services of a release would be switched. */
export async function lookAtSwitch(
  request: DeployRequest,
  { images }: ReleasedImages,
  model: ComposeProject,
  pins: ReadonlyMap<string, string>,
  facts: SwitchFacts,
  root: Workspace,
  rows: Rows,
): Promise<void> {
  const whole = { images, project: model, versionVariable: request.versionVariable };
  await rows.attempt(
    'compose: release',
    () => {
      checkPins(whole, pins);
    },
    () => `its images are those of ${[...pins.keys()].join(', ')}`,
  );
  await rows.attempt(
    'compose: strategy',
    () => planSwitch(request.strategy, model, pins, facts),
    (plan) => strategyFinding(plan, request.strategy === 'recreate'),
  );
  await rows.attempt(
    'compose: migration',
    () => migrationOf(request.migration, model, pins),
    (migration) => migration && passed('compose: migration', `runs in ${migration.service}`),
  );
  await rows.attempt(
    'compose: proxy template',
    () => proxyOf(request.proxy, root, pins),
    (proxy) => proxy && passed('compose: proxy template', `leads to ${proxy.file}`),
  );
}
