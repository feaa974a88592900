/** How often a property is tried: `npm run fuzz` sets it high. */
export function fuzzRuns(usual: number): number {
  return Number(process.env.FUZZ_RUNS ?? usual);
}
