import { describe, expect, it } from '@jest/globals';
import { checkProxyTemplate } from '../../../src/deploy/plan/proxy-template.js';

describe('A proxy template', () => {
  const check = (text: string): void => {
    checkProxyTemplate('proxy.conf', text, ['web', 'my.app-1']);
  };

  it.each([
    'to {{web:8080}}',
    'server {{ my.app-1:80 }};\nother {}',
    'a\nb {{web:1}}\nc {{web:2}}',
  ])('can be %j', (text) => {
    expect(() => {
      check(text);
    }).not.toThrow();
  });

  it.each([
    ['no placeholder', 'it has no line with `{{SERVICE:PORT}}`'],
    ['', 'it has no line with `{{SERVICE:PORT}}`'],
    ['{{web:80}} {{web:81}}', 'line 1 has two placeholders'],
    ['\n{{web}}', 'line 2 has `{{web}}`, which is not `{{SERVICE:PORT}}`'],
    ['{{db:80}}', 'line 1 names the service db; those of the release are web, my.app-1'],
  ])('can’t be %j', (text, problem) => {
    expect(() => {
      check(text);
    }).toThrow(expect.objectContaining({ entry: 'proxy-template-invalid', why: `${problem}.` }));
  });
});
