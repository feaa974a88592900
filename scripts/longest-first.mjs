// The order in which jest starts the test files: the longest first, so that none of them is left running alone.
import Sequencer from '@jest/test-sequencer';

const longest = [
  'scenarios/twin',
  'scenarios/taken-back',
  'scenarios/rolling',
  'scenarios/blue-green',
  'scenarios/transaction',
  'scenarios/hand-made',
  'scenarios/public-projects',
  'integration/hosts',
  'scenarios/cancelled-jobs',
  'scenarios/faults-rolling',
  'scenarios/faults-recreate',
  'scenarios/faults-blue-green',
  'integration/faults',
  'scenarios/a-web-worker',
  'scenarios/hostile-server',
  'scenarios/rollback',
  'scenarios/stores',
  'scenarios/e-api-behind-caddy',
  'scenarios/b-small-vps',
  'integration/build',
  'integration/dispatch',
];

const rank = ({ path }) => {
  const place = longest.findIndex((name) => path.endsWith(`/${name}.test.js`));
  return place < 0 ? longest.length : place;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
