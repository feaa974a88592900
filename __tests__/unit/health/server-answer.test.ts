import { describe, expect, it } from '@jest/globals';
import { curlConfiguration, parseServerAnswer } from '../../../src/health/plan/server-answer.js';
import type { HttpAnswer } from '../../../src/net/http-probe.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('What the server sees', () => {
  const request = {
    url: new URL('https://a.example/x?q=1'),
    method: 'POST',
    headers: new Map([['authorization', 'Bearer "quoted"\\']]),
    body: 'line\nline',
    timeoutSeconds: 5,
  };

  it('is asked for by a configuration of curl', () => {
    expect(curlConfiguration(request, new Map([['a.example', '203.0.113.7']]), 6)).toBe(
      [
        'url = "https://a.example/x?q=1"',
        'request = "POST"',
        'user-agent = "deploy-kit verify-health"',
        'header = "Cache-Control: no-cache"',
        String.raw`header = "authorization: Bearer \"quoted\"\\"`,
        String.raw`data-raw = "line\nline"`,
        'resolve = "a.example:443:203.0.113.7"',
        'globoff',
        'ipv6',
        '',
      ].join('\n'),
    );
  });

  const read = (output: string): HttpAnswer | undefined =>
    parseServerAnswer(output, request.url, 1);

  it('is read, headers and body apart', () => {
    expect(
      read(
        'seconds=0.25\ntool=curl\ncode=0\nhead=HTTP/1.1 100 Continue\nhead=\nhead=HTTP/2 302\nhead=Location: /y\nhead=\nend=yes\nbody\nthe\nend=yes\nbody',
      ),
    ).toEqual({
      kind: 'answer',
      status: 302,
      headers: new Map([['location', '/y']]),
      location: 'https://a.example/y',
      body: 'the\nend=yes\nbody',
      certificate: undefined,
      seconds: 0.25,
    });
    expect(read('tool=curl\ncode=0')).toBeUndefined();
  });

  it('takes a redirect that wget followed for a redirect', () => {
    expect(
      read(
        'tool=wget\ncode=0\nhead=HTTP/1.1 302 Found\nhead=Location: /y\nhead=HTTP/1.1 200 OK\nhead=X: y\nend=yes\nbody\nok',
      ),
    ).toMatchObject({ status: 302, location: 'https://a.example/y' });
  });

  it.each([
    ['tool=none', 'other', 'no curl'],
    ['tool=curl\ncode=6\nerror=curl: (6) Could not resolve host: x', 'name-unknown', 'Could not'],
    ['tool=curl\ncode=7\nerror=curl: (7) Failed to connect', 'refused', 'Failed to connect'],
    ['tool=curl\ncode=28\nerror=curl: (28) timed out', 'timed-out', 'timed out'],
    [
      "tool=curl\ncode=60\nerror=curl: (60) SSL: no alternative certificate subject name matches target host name 'x'",
      'certificate-name',
      'no alternative',
    ],
    [
      'tool=curl\ncode=35\nerror=curl: (35) error:0A00010B:SSL routines::wrong version number',
      'no-tls',
      'speaks no TLS',
    ],
    ['tool=curl\ncode=52\nerror=curl: (52) Empty reply from server', 'broken', 'Empty reply'],
    [
      'tool=curl\ncode=28\nhead=HTTP/1.1 200 OK\nerror=curl: (28) Operation timed out',
      'timed-out',
      'timed out',
    ],
    ['tool=wget\ncode=124\nhead=HTTP/1.1 200 OK', 'timed-out', 'HTTP/1.1 200'],
    ["tool=wget\ncode=1\nhead=wget: bad address 'x'", 'name-unknown', 'bad address'],
    [
      "tool=wget\ncode=1\nhead=wget: can't connect to remote host (127.0.0.1): Connection refused",
      'refused',
      'refused',
    ],
    ['tool=wget\ncode=143', 'timed-out', 'status 143'],
  ])('tells %j', (facts, fault, message) => {
    expect(read(`${facts}\nend=yes\nbody\n`)).toMatchObject({
      kind: 'error',
      fault,
      message: expect.stringContaining(message),
    });
  });
});

describe('Whatever comes', () => {
  it('an answer seen from the server is read or refused', () => {
    readsOrRefuses(hardText, (value) =>
      parseServerAnswer(`${value}\nend=yes\nbody\n${value}`, new URL('http://a/'), 1),
    );
  });
});
