import { describeFaults } from '../chaos/fault-table.js';
import { twofold } from '../chaos/world.js';

describeFaults({
  strategy: 'blue-green',
  setUp: twofold,
  inputs: {},
  moments: [
    ['while the new project starts', /Start the services beside/],
    ['while the proxy is switched', /Switch the proxy/],
  ],
});
