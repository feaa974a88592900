import { isMapping, type Mapping } from './load-compose-file.js';

/** How long Compose may have to wait for a service, in seconds. */
export interface ServiceWaits {
  /** How long its container may take to stop. */
  readonly stopSeconds: number;
  /** For how long failed healthchecks do not count. */
  readonly startPeriodSeconds: number;
  /** The longest until its healthcheck has given a verdict. */
  readonly healthSeconds: number;
  /** Its services that must be healthy before it. */
  readonly forHealthOf: readonly string[];
}

/**
 * Reads them from a service of a merged model. What its image says instead of the file is not known here: then the
 * engine's defaults stand for it.
 * Source: https://docs.docker.com/reference/compose-file/services/#healthcheck, #stop_grace_period, #depends_on
 */
export function serviceWaits(service: Mapping): ServiceWaits {
  const check = isMapping(service.healthcheck) ? service.healthcheck : {};
  const seconds = (value: unknown, otherwise: number): number => composeSeconds(value) ?? otherwise;
  const retries = Number(check.retries ?? Number.NaN);
  const startPeriodSeconds = seconds(check.start_period, 0);
  const tries = retries > 0 ? retries : 3;
  const conditions = isMapping(service.depends_on) ? Object.entries(service.depends_on) : [];
  return {
    stopSeconds: seconds(service.stop_grace_period, 10),
    startPeriodSeconds,
    healthSeconds:
      startPeriodSeconds + tries * (seconds(check.interval, 30) + seconds(check.timeout, 30)),
    forHealthOf: conditions.flatMap(([name, dependency]) =>
      isMapping(dependency) && dependency.condition === 'service_healthy' ? name : [],
    ),
  };
}

const unitSeconds: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/**
 * A duration as Compose writes it: `1m30s`, `2.5s`.
 * @returns `undefined` for what is none, such as a variable that only the server knows
 */
export function composeSeconds(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/.test(value))
    return undefined;
  return [...value.matchAll(/([\d.]+)(h|ms|m|s|us|µs|ns)/g)].reduce(
    (sum, [, number = '', unit = '']) => sum + Number(number) * (unitSeconds[unit] ?? 0),
    0,
  );
}
