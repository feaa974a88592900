/** How long answers took, in seconds. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** The percentiles (nearest rank) of a list that is not empty. */
export function latencyOf(seconds: readonly number[]): Latency | undefined {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (part: number): number | undefined => sorted[Math.ceil(part * sorted.length) - 1];
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)];
  if (p50 === undefined || p95 === undefined || p99 === undefined) return undefined;
  return { count: sorted.length, p50, p95, p99 };
}

/** The medians of equal parts of a list, in its order: a curve with few points. */
export function curveOf(seconds: readonly number[], points: number): readonly number[] {
  const size = Math.max(1, Math.ceil(seconds.length / points));
  const parts = Array.from({ length: Math.ceil(seconds.length / size) }, (_, index) =>
    seconds.slice(index * size, (index + 1) * size),
  );
  return parts.flatMap((part) => latencyOf(part)?.p50 ?? []);
}
