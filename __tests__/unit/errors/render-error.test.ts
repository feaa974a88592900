import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../src/errors/index.js';
import { renderErrorMarkdown, renderErrorText } from '../../../src/errors/render-error.js';

describe('Errors', () => {
  it('say why, what to do, what is live, and where to read on', () => {
    const error = failure(
      'disk-full',
      { host: 'h', message: 'full' },
      { hostState: { state: 'restored', release: 'r1' }, details: ['``` sneaky'] },
    );
    const text = renderErrorText(error);
    expect(text).toMatch(
      /full.*What to do: .*docker system df.*restored: it runs r1.*runbook\.md#disk-full$/s,
    );
    expect(renderErrorMarkdown(error)).not.toContain('``` sneaky');
  });
});
