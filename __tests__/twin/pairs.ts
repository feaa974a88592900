import type { Cycle } from './cycle.js';
import { breakages } from './deployed.js';
import type { Shape } from './shape.js';

/**
 * Cycles of each shape, one an engine, such that each shape meets each way to fail, and both strategies.
 * @param engine of these cycles, one of `engines`
 * @param seed decides which shape fails in which way on which engine
 */
export function cyclesOn(
  engine: string,
  engines: readonly string[],
  shapes: readonly Shape[],
  seed: number,
): readonly Cycle[] {
  const at = engines.indexOf(engine);
  const strategies = ['auto', 'recreate'] as const;
  return shapes.map((shape, index) => {
    const start = mixed(seed + index);
    return {
      shape,
      breakage: breakages[(start + at) % breakages.length] ?? 'crash',
      strategy: strategies[((start >> 8) + at) % strategies.length] ?? 'auto',
    };
  });
}

/** The same number for the same seed (mulberry32). */
function mixed(seed: number): number {
  const state = (seed * 0x6d_2b_79_f5) | 0;
  const mix = Math.imul(state ^ (state >>> 15), 1 | state);
  return (mix ^ (mix >>> 14)) >>> 4;
}
