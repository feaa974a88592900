import { describeFaults } from '../chaos/fault-table.js';
import { inPlace } from '../chaos/world.js';

describeFaults({
  strategy: 'recreate',
  setUp: inPlace,
  inputs: { strategy: 'recreate' },
  moments: [
    ['while the files are put in place', /Install the files/],
    ['while the containers are replaced', /Start the services/],
    ['while they become healthy', /Wait until the services are healthy/],
  ],
});
