/** Less than that is told from nothing by the garbage collector alone. */
const leastMilliseconds = 10;

/** Four times as much is at most so many times the work: 4, and room for what a machine does besides. */
export const proportional = 8;

/** A measurement may be disturbed, but hardly each time. */
const tries = 4;

/**
 * How much more work four times as much of something takes, measured as time of the processor in this process:
 * about 4 where the work is proportional, 16 where it grows with the square.
 * @param work does it for a size
 * @param enough a growth with which no further measurement is needed
 */
export async function growthOfWork(
  work: (size: number) => Promise<unknown>,
  size: number,
  enough: number,
): Promise<number> {
  let least = Infinity;
  for (let at = 0; at < tries && least > enough; at += 1) {
    const once = await milliseconds(() => work(size));
    const fourfold = await milliseconds(() => work(4 * size));
    least = Math.min(least, fourfold / Math.max(once, leastMilliseconds));
  }
  return least;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
