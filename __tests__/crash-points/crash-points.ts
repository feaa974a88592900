import type { Stage } from '../../playground/stage.js';
import { strikeAt, type CrashPoint, type Struck } from './crash-point.js';
import { makeStriker, type Strike, type Striker } from './striker.js';
import { CrashWorld, type Occasion, type Strategy } from './worlds.js';

/** A program with the acts that runs of it counted. */
export interface Counted {
  readonly occasion: Occasion;
  /** Acts whose effect outlives the program. */
  readonly kept: readonly string[];
  /** Those on its working files, too. */
  readonly all: readonly string[];
}

/** A server of one strategy whose programs are struck. */
export class StruckWorld {
  readonly #world: CrashWorld;
  readonly #striker: Striker;

  private constructor(world: CrashWorld, striker: Striker) {
    this.#world = world;
    this.#striker = striker;
  }

  static async make(stage: Stage, strategy: Strategy): Promise<StruckWorld> {
    const world = await CrashWorld.make(stage, strategy);
    return new StruckWorld(world, await makeStriker(world.server));
  }

  /** Runs a program undisturbed. */
  async count(occasion: Occasion, scope: 'kept' | 'all'): Promise<Struck> {
    return this.strike({ occasion, at: 0, strike: { mode: 'count', scope }, hasRunner: true });
  }

  /** Strikes one program and sees that all is well afterwards; where it is not, the world begins again. */
  async strike(point: CrashPoint): Promise<Struck> {
    const struck = await strikeAt(this.#world, this.#striker, point);
    if (struck.wrong.length > 0) await this.#world.renew();
    return struck;
  }
}

const failures = ['ENOSPC', 'EROFS', 'EINTR'] as const;

/** Each act of a program with each way to strike it. */
export function pointsOf({ occasion, kept, all }: Counted): readonly CrashPoint[] {
  const strikes = kept.flatMap((act, index): readonly (readonly [number, Strike])[] => [
    [index + 1, { mode: 'kill' }],
    [index + 1, { mode: 'orphan' }],
    // What a client of Docker has begun may be half done, or done.
    ...(/^\d+ run /.test(act)
      ? [100, 400, 1500].map((milliseconds) => [index + 1, { mode: 'late', milliseconds }] as const)
      : []),
  ]);
  return [
    ...strikes.flatMap(([at, strike]) =>
      [true, false].map((hasRunner) => ({ occasion, at, strike, hasRunner })),
    ),
    ...all.flatMap((_, index) =>
      failures.map((error) => ({
        ...{ occasion, at: index + 1, hasRunner: true },
        strike: { mode: 'fail', error } as const,
      })),
    ),
  ];
}

/** In one line. */
export function describePoint({ occasion, at, strike, hasRunner }: CrashPoint): string {
  const how =
    strike.mode === 'fail'
      ? `fails with ${strike.error}`
      : strike.mode === 'late'
        ? `is killed ${strike.milliseconds} ms after it began`
        : strike.mode === 'orphan'
          ? 'its shell alone is killed'
          : 'is killed';
  return `${occasion}, act ${at} ${how}, ${hasRunner ? 'with' : 'without'} a runner`;
}
