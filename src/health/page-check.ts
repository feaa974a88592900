import { findFault } from './plan/find-fault.js';
import type { HttpProbe } from '../net/http-probe.js';
import type { HealthCheck } from './health-check.js';
import { followRedirects, httpCheck, type HttpTarget } from './http-check.js';

/** At the same time, as a browser asks a host. */
const sideBySide = 6;

/** A page that must answer as expected, and so must its own scripts, styles and images. */
export function pageCheck(target: HttpTarget, probe: HttpProbe): HealthCheck {
  const { request, expected, redirects } = target;
  return {
    ...httpCheck(target, probe),
    async observe() {
      const { answer, fault, last } = await followRedirects(request, redirects, probe);
      const { seconds } = answer;
      const wrong = fault ?? findFault(answer, expected);
      if (wrong !== undefined || answer.kind === 'error') return { fault: wrong, seconds };
      // Its parser is loaded where there is a page, and not by every start of an action.
      const { pageAssets } = await import('./plan/page-assets.js');
      const assets = [...pageAssets(answer.body, last.url)];
      const broken: string[] = [];
      const work = async (): Promise<void> => {
        for (let url = assets.shift(); url !== undefined; url = assets.shift()) {
          const asset = await probe.ask({ ...last, url, method: 'GET', body: undefined });
          if (asset.kind === 'error') broken.push(`${url.href}: ${asset.message}`);
          else if (asset.status >= 400) broken.push(`${url.href}: status ${asset.status}`);
        }
      };
      await Promise.all(Array.from({ length: sideBySide }, work));
      if (broken.length === 0) return { fault: undefined, seconds };
      const [first = ''] = broken;
      const more = broken.length === 1 ? '' : ` (and ${broken.length - 1} more)`;
      return { fault: { kind: 'asset', text: `${first}${more}` }, seconds };
    },
  };
}
