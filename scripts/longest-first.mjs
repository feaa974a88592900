// The order in which jest starts the test files: the longest first, so that none of them is left running alone.
import Sequencer from '@jest/test-sequencer';

const longest = [
  'scenarios/faults-rolling',
  'scenarios/faults-recreate',
  'scenarios/blue-green',
  'scenarios/transaction',
  'scenarios/faults-blue-green',
  'scenarios/a-web-worker',
  'scenarios/rolling',
  'integration/build',
  'integration/hosts',
  'scenarios/e-api-behind-caddy',
  'scenarios/b-small-vps',
  'scenarios/hostile-server',
  'integration/faults',
  'scenarios/rollback',
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
