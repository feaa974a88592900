import { describe, expect, it } from '@jest/globals';
import type { DeployIntent } from '../../../src/deploy/plan/deploy-intent.js';
import { planDeploy, type ServerPlan } from '../../../src/deploy/plan/deploy-plan.js';
import { planTakeBack } from '../../../src/deploy/plan/take-back-plan.js';
import { planRollback } from '../../../src/rollback/plan/rollback-plan.js';
import type { RollbackTarget } from '../../../src/rollback/plan/rollback-target.js';
import type { ProgramHead } from '../../../src/server/plan/program-head.js';
import type { Plan } from '../../../src/server/plan/plan.js';
import { planSettle } from '../../../src/server/plan/settle-plan.js';
import { quickSettings } from '../../support/quick-settings.js';
import { explore, type Order, type World } from '../../support/order-of-acts.js';

const head: ProgramHead = {
  ...{ kind: 'deploy', path: '/opt/app', releaseId: 'a', version: 'a', revision: '' },
  ...{
    actor: '',
    runUrl: '',
    composeCommand: '',
    sudo: false,
    dockerHost: '',
    settings: quickSettings,
  },
  ...{ managedKeys: [], allow: [], rolled: [], proxies: [], startSeconds: 0 },
};
const intent = {
  ...{
    releaseId: 'a',
    createdAt: new Date(0),
    force: false,
    isRerun: false,
    settings: quickSettings,
  },
  ...{
    hooks: new Map(),
    preStop: new Map(),
    healthUrls: [],
    allow: new Set(),
    images: [],
    composeFiles: [],
    versionVariable: 'V',
    version: 'a',
    files: [],
  },
  project: { services: [], files: [] },
} as unknown as DeployIntent;
const switching = {
  waves: [],
  first: [],
  proxies: [],
  blueGreen: false,
  predictions: [],
  healthUrls: [],
};
const ready = { path: '/opt/app', compose: { command: '', version: '2' }, current: 'o' };
const onServer = { pins: new Map(), switching, ready } as unknown as ServerPlan;
const target = {
  target: { record: { release: 'o', switching }, missing: [], images: new Map() },
  breaking: [],
} as unknown as RollbackTarget;

const plans: Order['plans'] = {
  deploy: planDeploy(intent, onServer),
  rollback: planRollback(head, target, { current: 'a', hasAccount: false, blueGreen: false }),
  'take-back': planTakeBack(head, 'a', '0000'),
  settle: planSettle(head),
};

/** A plan without one of its steps. */
const leaving = (plan: Plan, name: string): Plan => ({
  ...plan,
  steps: plan.steps.filter(({ command }) => command[0] !== name),
});

/** What is wrong with a world in which nobody does anything any more. */
function faultsAtRest(world: World): readonly string[] {
  const { current, runs, transaction, before, rejected, unwanted, lock, queue, jobs, commits } =
    world;
  const at = (release: string): number => commits.lastIndexOf(release);
  const isTold = rejected.includes(current) && before[current] === undefined;
  return [
    world.wrong,
    runs === current && transaction === undefined ? '' : 'not one release wholly',
    lock === undefined && queue.length === 0 ? '' : 'a lock or a place in the queue is left',
    unwanted.includes(current) && !isTold ? 'a release that its job has rejected is live' : '',
    ...Object.entries(jobs).map(([job, state]) =>
      state === 'verified' && at(current) < at(job) ? `what was verified was taken back` : '',
    ),
    at('r') > at(current) ? 'what somebody has gone back to was taken back' : '',
  ].filter((fault) => fault !== '');
}

const isAtRest = ({ programs, jobs }: World): boolean =>
  Object.keys(programs).length === 0 &&
  Object.values(jobs).every((state) => ['idle', 'verified', 'done'].includes(state));

/** What is wrong at rest in any world that can be reached. */
function faultsOf(order: Order): { readonly worlds: number; readonly faults: readonly string[] } {
  const found = explore(order);
  const rest = found.filter(isAtRest);
  // The first world of each fault tells how it comes.
  const faults = new Map(
    rest
      .flatMap((world) => faultsAtRest(world).map((fault) => [fault, world] as const))
      .toReversed(),
  );
  return {
    worlds: found.length,
    faults: [...faults].map(([fault, world]) => `${fault}: ${JSON.stringify(world)}`),
  };
}

const [one, two] = [{ a: 1 }, { a: 1, b: 2 }];
const base = { plans, hasPerson: false, crashes: 0, triesAgain: true };

describe('The order of acts', () => {
  const orders: readonly (readonly [string, Order])[] = [
    ['two jobs', { ...base, jobs: two }],
    ['a job, a person and two reboots', { ...base, jobs: one, hasPerson: true, crashes: 2 }],
  ];
  const long: typeof orders = [
    ['two jobs and a reboot', { ...base, jobs: two, crashes: 1 }],
    ['two jobs and a person', { ...base, jobs: two, hasPerson: true }],
  ];

  it.each(process.env.ORDER_OF_ACTS === 'all' ? [...orders, ...long] : orders)(
    'of %s comes to a good end, whatever it is',
    (_, order) => {
      const { worlds, faults } = faultsOf(order);
      expect(faults).toEqual([]);
      expect(worlds).toBeGreaterThan(1000);
    },
    600_000,
  );

  it.each<readonly [string, string, Order]>([
    [
      'where no release gives way an older one replaces a newer one',
      'an older release that came too late has replaced a newer one',
      { ...base, jobs: two, plans: { ...plans, deploy: leaving(plans.deploy, 'give_way') } },
    ],
    [
      'where nothing is settled half a switch stays',
      'not one release wholly',
      {
        ...{ ...base, jobs: one, crashes: 1 },
        plans: {
          ...plans,
          settle: leaving(plans.settle, 'settle'),
          'take-back': leaving(plans['take-back'], 'settle'),
        },
      },
    ],
    [
      'where nobody tries again a take-back that was killed leaves what is not wanted',
      'a release that its job has rejected is live',
      { ...base, jobs: one, crashes: 1, triesAgain: false },
    ],
  ])('%s', (_, fault, order) => {
    expect(faultsOf(order).faults.join()).toContain(fault);
  });
});
