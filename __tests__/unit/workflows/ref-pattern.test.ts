import { expect, it } from '@jest/globals';
import { matches } from '../../../src/workflows/plan/ref-pattern.js';

it('patterns of branches are matched as GitHub does', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['*', 'main', true],
    ['*', 'feature/x', false],
    ['**', 'feature/x', true],
    ['releases/**-alpha', 'releases/3.0-alpha', true],
    ['v2*', 'v2.1', true],
    ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
    ['v[12].[0-9]+.[0-9]+', 'v3.0.0', false],
    ['colou?r', 'color', true],
    ['colou?r', 'colour', true],
    ['a.b', 'axb', false],
    ['a\\+b', 'a+b', true],
  ];
  expect(cases.filter(([pattern, name, fits]) => matches(pattern, name) !== fits)).toEqual([]);
});
