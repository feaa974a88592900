import { describe, expect, it } from '@jest/globals';
import { type News, newsBody } from '../../../src/announce/plan/news.js';

const news: News = {
  kind: 'succeeded',
  version: '@everyone',
  host: 'h',
  environment: '',
  environmentUrl: '',
  repository: 'acme/api',
  revision: 'abc',
  actor: 'ada',
  runUrl: 'https://x/1',
  error: undefined,
};

const text = 'acme/api @everyone is live on h: https://x/1';

describe('The body of a message', () => {
  it.each([
    ['https://hooks.slack.com/services/T/B/x', { text }],
    ['https://discord.com/api/webhooks/1/x', { content: text, allowed_mentions: { parse: [] } }],
    ['https://discordapp.com/api/webhooks/1/x', { content: text, allowed_mentions: { parse: [] } }],
    ['https://x.webhook.office.com/webhookb2/x', { type: 'message' }],
    ['https://prod-1.westeurope.logic.azure.com/workflows/x', { type: 'message' }],
    ['https://notdiscord.com/hook', { event: 'succeeded', text, version: '@everyone' }],
    [
      'https://hooks.slack.com/services/T/B/y',
      { text: 'acme/api @everyone was not deployed to h: a newer release is live. https://x/1' },
      'gave-way' as const,
    ],
    ['https://example.com/hook', { event: 'succeeded', repository: 'acme/api' }],
  ])('for %s', (url, expected, kind: News['kind'] = 'succeeded') => {
    expect(newsBody(new URL(url), { ...news, kind })).toMatchObject(expected);
  });
});
