import type { Fault } from './fault.js';

/** How far redirects are followed. */
export const redirectModes = ['none', 'same-host', 'any'] as const;
export type RedirectMode = (typeof redirectModes)[number];

/** Browsers follow twenty; a site that needs more than this one does has lost its way. */
export const mostHops = 10;

/**
 * What is wrong with where a redirect leads, or `undefined` when it may be followed. Where none are followed
 * only one that can't be right is a fault here: the others are judged by their status.
 * @param hops the URLs asked so far, the first one first
 */
export function judgeRedirect(
  hops: readonly URL[],
  status: number,
  location: string,
  mode: RedirectMode,
): Fault | undefined {
  const [first] = hops;
  const next = URL.canParse(location) ? new URL(location) : undefined;
  const way = [...hops.map(({ href }) => href), location].join(' → ');
  if (next === undefined || !/^https?:$/.test(next.protocol))
    return mode === 'none'
      ? undefined
      : { kind: 'redirect-elsewhere', text: `status ${status}, which leads nowhere: ${way}` };
  if (first !== undefined && isLocal(next) && !isLocal(first))
    return {
      kind: 'redirect-elsewhere',
      text: `status ${status}, a redirect to the visitor's own machine: ${way}`,
    };
  if (mode === 'none') return undefined;
  if (mode === 'same-host' && next.hostname !== first?.hostname)
    return {
      kind: 'redirect-elsewhere',
      text: `status ${status}, a redirect to another host: ${way}`,
    };
  if (hops.some(({ href }) => href === next.href) || hops.length >= mostHops)
    return { kind: 'redirect-loop', text: `status ${status}, a redirect that goes round: ${way}` };
  return undefined;
}

function isLocal({ hostname }: URL): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}
