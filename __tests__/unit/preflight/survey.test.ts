import { describe, expect, it } from '@jest/globals';
import { parseSurvey } from '../../../src/preflight/plan/survey.js';
import { survey, surveyText } from '../../support/server-survey.js';

describe('What a server shows', () => {
  it('is read: addresses as the kernel writes them, ports as Docker does', () => {
    expect(survey.listens).toEqual([
      { protocol: 'tcp', address: '', port: 80 },
      { protocol: 'tcp', address: '127.0.0.1', port: 8080 },
      { protocol: 'tcp', address: '::1', port: 81 },
      { protocol: 'udp', address: '', port: 53 },
    ]);
    expect(survey.containers).toEqual([
      {
        folder: '/opt/app',
        project: 'app',
        name: 'app-web-1',
        ports: [
          { protocol: 'tcp', address: '', port: 80 },
          { protocol: 'tcp', address: '', port: 80 },
        ],
      },
      {
        folder: '',
        project: '',
        name: 'front',
        ports: [7000, 7001].map((port) => ({ protocol: 'tcp', address: '127.0.0.1', port })),
      },
    ]);
    expect(survey).toMatchObject({ clock: 1000, holder: 'r1 of ada', leftovers: ['r0.part'] });
    expect(parseSurvey(surveyText.replace('end=yes', ''))).toBeUndefined();
  });
});
