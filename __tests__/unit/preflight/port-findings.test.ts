import { describe, expect, it } from '@jest/globals';
import type { ComposeService } from '../../../src/compose/compose-project.js';
import { portFindings } from '../../../src/preflight/plan/port-findings.js';
import { readProject } from '../../support/read-project.js';
import { survey } from '../../support/server-survey.js';

function services(ports: string): readonly ComposeService[] {
  const text = `services: { web: { image: a, ports: [${ports}] } }`;
  return readProject({ 'compose.yml': text }).services;
}

describe('Ports of the server', () => {
  it.each([
    ['its own', '"80:80"', '/opt/app', 'pass', /^80: nobody else's/],
    ['another project’s', '"80:80"', '/opt/x', 'fail', /by the container app-web-1/],
    ['of another container, in a range', '"7001:1"', '/opt/app', 'fail', /by the container front/],
    ['on another address', '"10.0.0.1:7001:1"', '/opt/app', 'pass', /nobody else's/],
    ['a program’s', '"8080:80"', '/opt/app', 'fail', /by a program outside of Docker/],
    ['its own, started from another folder', '"80:80"', '/opt/app/', 'pass', /nobody else's/],
    ['of a range that is not all taken', '"7001-7002:1"', '/opt/x', 'pass', /^7001-7002/],
    ['of another protocol', '"53:53"', '/opt/app', 'pass', /nobody else's/],
    ['none', '"80"', '/opt/app', 'pass', /publish none/],
  ])('%s', (_, ports, folder, verdict, detail) => {
    const [row] = portFindings(services(ports), survey, {
      folder,
      project: folder.split('/')[2] ?? '',
    });
    expect(row).toMatchObject({ verdict, detail: expect.stringMatching(detail) });
  });
});
