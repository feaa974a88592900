import { describe, expect, it } from '@jest/globals';
import { ProgressReport } from '../../../src/server/progress-report.js';
import { listeningReporter } from '../../support/reporters.js';
import { virtualClock } from '../../support/virtual-clock.js';

describe('breakSilence', () => {
  it('says where a program is whenever nothing has come for 12 s, until it is told to end', async () => {
    const clock = virtualClock();
    const { reporter, lines } = listeningReporter();
    const progress = new ProgressReport(reporter, clock);
    const followed = new AbortController();
    const said = progress.breakSilence(followed.signal);
    progress.take({ event: 'step', at: 1, title: 'Pull api' });
    await clock.sleep(30);
    progress.take({ event: 'waiting', at: 1, for: 'web (starting)' });
    await clock.sleep(11);
    progress.take({ event: 'step', at: 1, title: 'Start the services' });
    await clock.sleep(13);
    followed.abort();
    await said;
    await clock.sleep(60);
    expect(lines).toEqual([
      'Still at: Pull api (12 s)',
      'Still at: Pull api (24 s)',
      'Waiting for web (starting)',
      'Still at: Start the services (12 s)',
    ]);
  });
});
