import * as v from 'valibot';

const container = v.object({
  Id: v.string(),
  Name: v.string(),
  RestartCount: v.number(),
  State: v.object({
    Status: v.string(),
    ExitCode: v.number(),
    StartedAt: v.string(),
    Health: v.optional(v.object({ Status: v.string() })),
  }),
  Config: v.object({ Labels: v.nullable(v.record(v.string(), v.string())) }),
});

/** A container of the check, as `docker inspect` shows it. */
export type CheckedContainer = v.InferOutput<typeof container>;

export function parseContainers(text: string): readonly CheckedContainer[] {
  return v.parse(v.array(container), JSON.parse(text));
}

/** What a container's state says: it has passed, it has failed (and why), or it is too early to tell. */
export type CheckVerdict =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly reason: string };

/** How long a container without a healthcheck must stay up, in milliseconds. */
const stableMilliseconds = 3000;

/**
 * Judges a container: healthy, or up for a while without a healthcheck, or ended with status 0 as a
 * one-time service does.
 */
export function judgeContainer(checked: CheckedContainer, now: Date): CheckVerdict {
  const { State: state, RestartCount: restarts } = checked;
  const name = serviceOf(checked);
  const failed = (what: string): CheckVerdict => ({
    kind: 'failed',
    reason: `The service ${name} ${what}.`,
  });
  if (restarts > 0) return failed(`restarts again and again (status ${state.ExitCode})`);
  if (state.Status === 'exited' || state.Status === 'dead')
    return state.ExitCode === 0
      ? { kind: 'passed' }
      : failed(`ended with status ${state.ExitCode}`);
  const health = state.Health?.Status ?? 'none';
  if (health === 'unhealthy') return failed('is unhealthy');
  const upFor = now.getTime() - Date.parse(state.StartedAt);
  const passed =
    state.Status === 'running' &&
    (health === 'none' ? upFor >= stableMilliseconds : health === 'healthy');
  return passed
    ? { kind: 'passed' }
    : {
        kind: 'waiting',
        reason: `The service ${name} is still ${health === 'none' ? state.Status : health}.`,
      };
}

/** The Compose service of a container. */
export function serviceOf({ Config, Name }: CheckedContainer): string {
  return Config.Labels?.['com.docker.compose.service'] ?? Name.replace(/^\//, '');
}
