import { describeFaults } from '../chaos/fault-table.js';
import { inPlace } from '../chaos/world.js';

describeFaults({
  strategy: 'rolling',
  setUp: inPlace,
  inputs: { strategy: 'auto' },
  moments: [
    ['while an image is pulled', /\[group\]Pull/],
    ['while the new container starts', /Start web beside/],
    ['while the old one leaves', /Take the old containers out/],
  ],
});
