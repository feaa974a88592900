import { describe, expect, it } from '@jest/globals';
import { blueGreenFindings } from '../../../src/preflight/plan/proxy-findings.js';
import { parseSurvey } from '../../../src/preflight/plan/survey.js';
import { facts, survey, surveyText } from '../../support/server-survey.js';

describe('The proxy of a blue-green deploy', () => {
  const proxy = { template: '', file: '/opt/conf', reload: { container: 'front' } };
  it.each([
    ['nginx', 'proxy=nginx', 'pass', 'nginx, in the container front'],
    ['Caddy that hands over', 'proxy=caddy 1', 'pass', 'Caddy, in the container front'],
    [
      'Caddy on a kernel that can not',
      'proxy=caddy',
      'pass',
      'front, on a kernel that does not say',
    ],
    ['Caddy that does not', 'proxy=caddy 0', 'warn', 'opens its ports anew at each reload'],
    ['neither', 'proxy=', 'fail', 'neither nginx nor Caddy answers in the container front'],
    ['another one', 'clock=1', 'fail', 'neither nginx nor Caddy'],
  ])('%s', (_, fact, verdict, detail) => {
    const seen = parseSurvey(surveyText.replace('end=', `${fact}\nend=`));
    if (seen === undefined) throw new Error('the survey can not be read');
    expect(blueGreenFindings(proxy, seen, facts, 'server')).toEqual([
      expect.objectContaining({ verdict, detail: expect.stringContaining(detail) }),
    ]);
  });

  it('is reloaded by a script that only a deploy runs, and its file must be writable', () => {
    const script = { ...proxy, reload: { script: 'reload.sh' } };
    const rows = blueGreenFindings(script, { ...survey, unwritable: '/opt/conf' }, facts, 'server');
    expect(rows.map(({ verdict }) => verdict)).toEqual(['skipped', 'fail']);
    expect(rows[1]?.fix).toContain('sudo chown deploy /opt/conf');
    expect(blueGreenFindings(undefined, survey, facts, 'server')).toEqual([]);
  });
});
