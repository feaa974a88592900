import type { DeployKitError } from '../../errors/index.js';

/** What people are told of. */
export type NewsKind = 'started' | 'succeeded' | 'gave-way' | 'failed' | 'rolled-back';

/** What a deploy is about, for those who were not watching. */
export interface DeployFacts {
  readonly version: string;
  readonly host: string;
  /** `production`; empty when none was named. */
  readonly environment: string;
  /** Where what was deployed can be looked at; empty when it is not known. */
  readonly environmentUrl: string;
  readonly repository: string;
  readonly revision: string;
  readonly actor: string;
  readonly runUrl: string;
}

export interface News extends DeployFacts {
  readonly kind: NewsKind;
  readonly error: DeployKitError | undefined;
}

/** One sentence for chats, without markup of any of them but the address. */
export function newsText({ kind, error, ...facts }: News): string {
  const { version, host, environment, repository, actor, runUrl } = facts;
  const what = `${repository} ${version}`;
  const where = environment === '' ? host : `${environment} (${host})`;
  switch (kind) {
    case 'started':
      return `Deploying ${what} to ${where}, started by ${actor}: ${runUrl}`;
    case 'succeeded':
      return `${what} is live on ${where}: ${facts.environmentUrl || runUrl}`;
    case 'gave-way':
      return `${what} was not deployed to ${where}: a newer release is live. ${runUrl}`;
    case 'failed':
      return `Deploying ${what} to ${where} failed: ${error?.title ?? ''}. ${runUrl}`;
    case 'rolled-back':
      return `${what} was taken back from ${where}: ${error?.why ?? ''} ${runUrl}`;
  }
}

/**
 * The body that a webhook of that address takes: Slack's, Discord's, Teams', or the news themselves as JSON.
 * Sources: https://api.slack.com/messaging/webhooks, https://discord.com/developers/docs/resources/webhook,
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
export function newsBody(url: URL, news: News): object {
  const text = newsText(news);
  if (url.hostname === 'hooks.slack.com') return { text };
  // Nobody is to be called by a version named `@everyone`.
  if (/^(\w+\.)?discord(app)?\.com$/.test(url.hostname))
    return { content: text.slice(0, 2000), allowed_mentions: { parse: [] } };
  if (/\.(webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com)$/.test(url.hostname))
    return {
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
            type: 'AdaptiveCard',
            version: '1.4',
            body: [{ type: 'TextBlock', text, wrap: true }],
          },
        },
      ],
    };
  const { kind, error, ...facts } = news;
  return {
    event: kind,
    text,
    ...facts,
    ...(error === undefined
      ? {}
      : { error: { name: error.entry, title: error.title, cause: error.why, fix: error.fix } }),
  };
}
