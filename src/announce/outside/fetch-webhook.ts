import type { Webhook } from '../webhook.js';

/** A message that takes longer is not worth waiting for. */
const timeoutMilliseconds = 10_000;

/** Posts JSON. */
export const fetchWebhook: Webhook = {
  async post(url, body) {
    let response: Response;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
    } catch {
      // The cause may hold the address.
      throw new Error(`${url.host} did not answer`);
    }
    await response.body?.cancel();
    if (!response.ok) throw new Error(`${url.host} answered ${response.status}`);
  },
};
