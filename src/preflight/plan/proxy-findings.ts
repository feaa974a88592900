import { failure } from '../../errors/index.js';
import type { ProxySwitch } from '../../deploy/plan/deploy-intent.js';
import type { ServerFacts } from '../../server/plan/server-facts.js';
import {
  failed,
  failedBy,
  passed,
  skipped,
  warned,
  type Finding,
} from '../../local/plan/finding.js';
import type { Proxy, Survey } from './survey.js';

const check = 'server: blue-green proxy';

/** Whether a blue-green deploy can point its proxy to the new containers; no row for another strategy. */
export function blueGreenFindings(
  proxy: ProxySwitch | undefined,
  survey: Survey,
  { user }: ServerFacts,
  host: string,
): readonly Finding[] {
  if (proxy === undefined) return [];
  const reload =
    'container' in proxy.reload
      ? [containerFinding(proxy.reload.container, survey.proxy)]
      : [skipped(check, 'only a deploy runs the script of `proxy-reload`')];
  return survey.unwritable === undefined
    ? reload
    : [
        ...reload,
        failedBy(
          check,
          failure('proxy-file-not-writable', { file: survey.unwritable, host, user }),
        ),
      ];
}

function containerFinding(name: string, { kind, handsOver }: Proxy = noProxy): Finding {
  switch (kind) {
    case undefined:
      return failed(
        check,
        `neither nginx nor Caddy answers in the container ${name}`,
        'Start the proxy, or name its container in `proxy-container`.',
      );
    case 'nginx':
      return passed(check, `nginx, in the container ${name}`);
    case 'caddy':
      // https://docs.kernel.org/networking/ip-sysctl.html: tcp_migrate_req
      return handsOver === false
        ? warned(
            check,
            `Caddy, in the container ${name}, opens its ports anew at each reload, and a connection that is just arriving at the old ones is reset`,
            "Let the kernel hand it over: `sysctls: ['net.ipv4.tcp_migrate_req=1']` for Caddy in its Compose file, then `docker compose up -d` there.",
          )
        : passed(
            check,
            `Caddy, in the container ${name}${handsOver === undefined ? ', on a kernel that does not say whether it hands connections over at a reload' : ''}`,
          );
  }
}

const noProxy: Proxy = { kind: undefined, handsOver: undefined };
