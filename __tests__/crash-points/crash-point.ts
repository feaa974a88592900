import { until } from '../../playground/machine/run.js';
import {
  runBundle,
  startBundle,
  type BundleResult,
  type BundleRun,
} from '../support/run-bundle.js';
import { askSite, look, unsound, unsoundNothing, type Found } from './soundness.js';
import type { Strike, Striker } from './striker.js';
import { visit } from './visitor.js';
import type { CrashWorld, Occasion } from './worlds.js';

/** A place at which a program is struck, and how. */
export interface CrashPoint {
  readonly occasion: Occasion;
  readonly at: number;
  readonly strike: Strike;
  /** Whether somebody is there who notices: else the next job settles what was left. */
  readonly hasRunner: boolean;
}

/** What came of it. */
export interface Struck {
  /** The act; `undefined` where the program had ended before. */
  readonly act: string | undefined;
  readonly acts: readonly string[];
  /** What is not as it must be. */
  readonly wrong: readonly string[];
  readonly log: string;
}

const notKnown = 'What the server runs is not known';

/** Strikes one program, and sees that all is well afterwards. */
export async function strikeAt(
  world: CrashWorld,
  striker: Striker,
  point: CrashPoint,
): Promise<Struck> {
  const { current } = await look(world.server);
  const { action, options } = await world.prepare(point.occasion, current);
  const start = await look(world.server);
  const visitor = visit(world.server);
  await striker.arm(point.at, point.strike, world.roots);
  const run = await startBundle(action, options);
  const result = await (point.hasRunner ? run.result : endedWith(run, striker));
  await untilQuiet(world);
  const act = await striker.struck();
  const acts = await striker.acts();
  const wrong: string[] = [];
  let last = result;
  // Where a restore failed, the run says that it does not know what runs, and the next one settles it.
  const isOpen = point.occasion === 'take-back' && result.log.includes(notKnown);
  if ((!point.hasRunner && act !== undefined) || isOpen) {
    if (answersAlways(world, start)) wrong.push(...(await noAnswer(world.server)));
    last = await runBundle('deploy-compose', world.deploy(await versionNow(world, start)));
    if (last.code !== 0) wrong.push(`the next job ended with ${last.code}`);
  }
  const outages = await visitor.stop();
  if (answersAlways(world, start)) wrong.push(...outages);
  wrong.push(...(await judge(world, start, last)));
  return {
    act,
    acts,
    wrong,
    log: last === result ? last.log : `${result.log}\n--- the next job\n${last.log}`,
  };
}

/** A run whose runner dies with the program. */
async function endedWith(run: BundleRun, striker: Striker): Promise<BundleResult> {
  const ended = new AbortController();
  void run.result.then(() => {
    ended.abort();
  });
  await until(
    'the strike',
    180,
    async () => ended.signal.aborted || (await striker.struck()) !== undefined,
  );
  if (!ended.signal.aborted) process.kill(run.pid, 'SIGKILL');
  return run.result;
}

/** Waits until no program works on the server. */
async function untilQuiet({ server }: CrashWorld): Promise<void> {
  const script = `for lock in /opt/app/.deploy-kit/lock /opt/app/.deploy-kit/releases/*/alive; do
    [ ! -e "$lock" ] || flock -n "$lock" true || exit 1
  done`;
  await until(
    'the end of the programs',
    180,
    async () => (await server.exec(['sh', '-c', script])).code === 0,
  );
}

/** The version that the next job deploys: what is said to be live, else what answers. */
async function versionNow({ server }: CrashWorld, start: Found): Promise<string> {
  const { current, site } = await look(server);
  return current || (/version (\S+)/.exec(site)?.[1] ?? (start.current || 'v1'));
}

/** Whether old and new run beside each other, so that the site answers whatever happens to a program. */
function answersAlways({ strategy }: CrashWorld, { site }: Found): boolean {
  return strategy !== 'recreate' && site.startsWith('200 ');
}

async function noAnswer(server: CrashWorld['server']): Promise<readonly string[]> {
  const site = await askSite(server);
  return site.startsWith('200 ') ? [] : [`before the next job the site says "${site}"`];
}

/** Looks until all is as it must be, or for so long that it never will. */
async function judge(
  { server, strategy }: CrashWorld,
  start: Found,
  run: BundleResult,
): Promise<readonly string[]> {
  let wrong: readonly string[] = [];
  await until('a sound server', 20, async () => {
    wrong = problems(await look(server), start, strategy, run);
    return wrong.length === 0;
  }).catch(() => undefined);
  return wrong;
}

function problems(
  found: Found,
  start: Found,
  strategy: CrashWorld['strategy'],
  { code, log }: BundleResult,
): readonly string[] {
  const wrong: string[] = [];
  const { current, journal } = found;
  const isAsBefore = current === '' && start.current === '';
  if (isAsBefore && start.containers.length === 0) wrong.push(...unsoundNothing(found));
  else wrong.push(...unsound(found, current || start.tag, strategy));
  if (isAsBefore && found.files !== start.files)
    wrong.push(`the files are ${found.files}, not ${start.files}`);
  if (journal.live !== current)
    wrong.push(`the journal says ${journal.live || 'nothing'}, live is ${current || 'nothing'}`);
  if (journal.broken > 0) wrong.push(`${journal.broken} lines of the journal are broken`);
  if (code === 0) {
    if (current === '') wrong.push('the run ended well, and nothing is live');
    return wrong;
  }
  const said = /The server (?:was restored: it runs|runs the new release) \S*-(\S+)\./.exec(
    log,
  )?.[1];
  if (said !== undefined && said !== current)
    wrong.push(`the run says that ${said} runs, live is ${current}`);
  if (log.includes('What the server runs is not known'))
    wrong.push('the run does not know what runs');
  return wrong;
}
