import { describe, expect, it } from '@jest/globals';
import {
  containerFault,
  internalPort,
  parseContainerLines,
  parsePortLines,
} from '../../../src/health/plan/server-containers.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('The containers of a project', () => {
  const line = (service: string, rest: string): string =>
    `container=${service}|${service}1|${rest}`;
  const fault = (lines: readonly string[], services: readonly string[] = [], seen = new Map()) =>
    containerFault(parseContainerLines([...lines, 'end=yes'].join('\n')) ?? [], services, seen)
      ?.text;

  it('are well', () => {
    const well = [line('web', 'running|healthy|2|0'), line('once', 'exited|unhealthy|0|0|no|0')];
    expect(fault(well)).toBeUndefined();
    // Others wait for its end; it is of another profile, or of no file any more.
    expect(fault([...well, line('init', 'exited|none|0|0|on-failure|1|once')])).toBeUndefined();
    expect(fault([...well, line('tool', 'exited|none|0|1|always|0|other')])).toBeUndefined();
    expect(fault(well, ['web'], new Map([['web1', 2]]))).toBeUndefined();
  });

  it.each([
    [[], [], 'the project has no container'],
    [[line('web', 'running|none|0|0')], ['db'], 'the service db has no container'],
    [[line('web', 'running|starting|0|0')], [], 'the service web says "starting"'],
    [[line('web', 'restarting|none|4|1')], [], 'the service web is restarting (status 1)'],
    [[line('web', 'exited|none|0|3')], [], 'the service web is exited (status 3)'],
    [[line('web', 'exited|none|0|0|no|0')], ['web'], 'the service web is exited (status 0)'],
    [[line('web', 'exited|none|0|0|unless-stopped|0')], [], 'the service web is exited (status 0)'],
    [[line('web', 'exited|none|0|0|always|0|active')], [], 'the service web is exited (status 0)'],
    [[line('web', 'exited|none|0|1|no|0|once')], [], 'the service web is exited (status 1)'],
    [
      [line('tool', 'exited|none|0|1|no|0|other')],
      ['tool'],
      'the service tool is exited (status 1)',
    ],
    [[line('web', 'exited|none|0|0|no|1')], [], 'the service web is exited (status 0)'],
  ])('%j of %j: %s', (lines, services, text) => {
    expect(fault(lines, services)).toBe(text);
  });

  it('must not restart', () => {
    expect(fault([line('web', 'running|none|3|0')], [], new Map([['web1', 2]]))).toBe(
      'the service web restarts (3 times so far)',
    );
  });

  it('B7: know which port is not published, and which are', () => {
    const ports =
      parsePortLines(
        'port=/caddy|80/tcp|80 80 \nport=caddy|443/tcp|443 \nport=api|8000/tcp|\nend=yes',
      ) ?? [];
    expect(internalPort(8000, ports)?.text).toBe(
      'api listens to 8000 inside its container alone; published on the server: 80 (caddy, its port 80), 443 (caddy, its port 443)',
    );
    expect(internalPort(80, ports)).toBeUndefined();
    expect(internalPort(9000, ports)).toBeUndefined();
    expect(parsePortLines('port=a|1/tcp|')).toBeUndefined();
  });
});

describe('Whatever comes', () => {
  it('containers is read or refused', () => {
    readsOrRefuses(hardText, (value) => [
      parseContainerLines(`${value}\nend=yes`),
      parsePortLines(`${value}\nend=yes`),
    ]);
  });
});
