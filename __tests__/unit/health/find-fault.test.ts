import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../src/health/plan/fault.js';
import { findFault, valueAt } from '../../../src/health/plan/find-fault.js';
import type { HttpExpectation } from '../../../src/health/plan/http-expectation.js';
import type { HttpAnswer } from '../../../src/net/http-probe.js';
import { expectation } from '../../support/expectation.js';
import { hardValues } from '../../support/hard-values.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

const answer: HttpAnswer & { readonly kind: 'answer' } = {
  kind: 'answer',
  status: 200,
  headers: new Map([['x-revision', 'sha-1a2b3c4d5e6f']]),
  location: undefined,
  body: 'all well',
  certificate: { daysLeft: 20.5 },
  seconds: 0.1,
};

const expected = expectation({ statuses: [{ from: 200, to: 204 }], contains: ['well'] });

describe('What a URL answers', () => {
  it('is met', () => {
    expect(findFault(answer, expected)).toBeUndefined();
    const json = new Map<string, unknown>([
      ['status', 'ok'],
      ['checks[1].well', true],
    ]);
    const body = '{"status":"ok","checks":[{},{"well":true}]}';
    expect(findFault({ ...answer, body }, { ...expected, contains: [], json })).toBeUndefined();
  });

  const revision = { kind: 'header', name: 'X-Revision' } as const;

  const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

  it.each<[string, Partial<typeof answer>, Partial<HttpExpectation>, Fault | undefined]>([
    ['a status', { status: 502 }, {}, { kind: 'status', text: 'status 502' }],
    ['no right', { status: 401 }, {}, { kind: 'status', text: 'status 401', isFinal: true }],
    [
      'a redirect',
      { status: 308, location: 'https://a/' },
      {},
      { kind: 'redirect', text: 'status 308, a redirect to https://a/' },
    ],
    [
      'a body',
      { body: 'ill' },
      {},
      { kind: 'body', text: 'status 200, but the body does not contain "well"' },
    ],
    [
      'a pattern',
      {},
      { matches: /^v\d/u },
      { kind: 'body', text: 'status 200, but the body does not match /^v\\d/u' },
    ],
    ['no JSON', {}, { json: new Map([['a', 1]]) }, { kind: 'json', text: 'the body is no JSON' }],
    [
      'other JSON',
      { body: '{"a":{"b":"1"},"well":0}' },
      { json: new Map([['a.b', 1]]) },
      { kind: 'json', text: '`a.b` is "1", not 1' },
    ],
    [
      'less JSON',
      { body: '{"well":0}' },
      { json: new Map([['a', null]]) },
      { kind: 'json', text: '`a` is not there, not null' },
    ],
    [
      'a header',
      {},
      { headers: new Map([['X-Revision', 'other']]) },
      { kind: 'header', text: 'the header X-Revision is "sha-1a2b3c4d5e6f", not "other"' },
    ],
    ['the first digits', {}, { revision: { ...revision, revision: commit } }, undefined],
    [
      'an older revision',
      {},
      { revision: { ...revision, revision: `f${commit.slice(1)}` } },
      {
        kind: 'revision',
        text: `the revision that answers is "sha-1a2b3c4d5e6f", not f${commit.slice(1)}`,
      },
    ],
    [
      'a revision that is not said',
      { body: '{"well":1}' },
      { revision: { kind: 'json', name: 'commit', revision: commit } },
      {
        kind: 'revision',
        text: `the revision that answers does not say which it is, not ${commit}`,
      },
    ],
    [
      'a certificate that ends',
      {},
      { tlsMinDays: 21 },
      { kind: 'certificate-expires', text: 'the certificate is good for 20 more days, not 21' },
    ],
    [
      'a slow answer',
      { seconds: 0.6 },
      { maxLatencySeconds: 0.5 },
      { kind: 'slow', text: 'the answer took 600 ms, more than 500 ms' },
    ],
  ])('tells %s', (_, seen, wanted, fault) => {
    expect(findFault({ ...answer, ...seen }, { ...expected, ...wanted })).toEqual(fault);
  });

  it('tells why there was no answer, and whether waiting helps', () => {
    const error = { kind: 'error', message: 'no', seconds: 0 } as const;
    const fault = (kind: 'refused' | 'name-unknown' | 'certificate-name', isKnown: boolean) =>
      findFault({ ...error, fault: kind, isKnown }, expected);
    expect(fault('refused', false)).toEqual({ kind: 'refused', text: 'no' });
    expect(fault('name-unknown', true)).toMatchObject({ isFinal: true });
    expect(fault('name-unknown', false)).not.toHaveProperty('isFinal');
    expect(fault('certificate-name', false)).toMatchObject({ isFinal: true });
  });
});

describe('A path in JSON', () => {
  it('finds values only where they are', () => {
    expect(valueAt({ a: [{ 'b-c': 1 }] }, 'a[0].b-c')).toBe(1);
    for (const path of ['a.b', 'constructor', '__proto__', 'a[9]'])
      expect(valueAt({ a: [] }, path)).toBeUndefined();
  });
});

describe('Whatever comes', () => {
  it('a path in JSON is read or refused', () => {
    readsOrRefuses(hardValues, (value) => valueAt(value, 'a.b[0].c'));
  });
});
