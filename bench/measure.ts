/** One figure beside its baseline, measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  /** `value / baseline` */
  readonly ratio: number;
  /** The highest ratio that we accept. */
  readonly goal: number;
}

/** Seconds that something took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs each of the contenders in turn, so that the machine's moods meet all of them. */
export async function alternate(
  rounds: number,
  contenders: readonly ((round: number) => Promise<number>)[],
): Promise<readonly number[]> {
  const samples: number[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, contender] of contenders.entries())
      samples[index]?.push(await contender(round));
  return samples.map(median);
}

export function figure(
  name: string,
  unit: string,
  value: number,
  baseline: number,
  goal: number,
): Figure {
  const rounded = (number: number): number => Number(number.toFixed(3));
  return {
    name,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
    goal,
  };
}
