import type { Plan } from '../../src/server/plan/plan.js';

/** A release that a job makes, or that a rollback makes. */
export type Id = string;

interface Transaction {
  readonly release: Id;
  readonly previous: Id;
  readonly rejected: boolean;
}

/** A program on the server, between two of its acts. */
interface Program {
  readonly kind: Plan['head']['kind'];
  readonly subject: Id;
  /** What was live when it was asked for. */
  readonly seen: Id;
  readonly at: number;
  readonly waited: boolean;
  readonly undoing: boolean;
}

/** Everything that the acts of jobs, people and the server's power can change. */
export interface World {
  readonly current: Id;
  /** Whose containers run; `half` in the middle of a switch. */
  readonly runs: Id;
  readonly transaction: Transaction | undefined;
  /** Release → what ran before it, kept for taking it back. */
  readonly before: Readonly<Record<Id, Id>>;
  readonly rejected: readonly Id[];
  /** Those that their job does not want to stay. */
  readonly unwanted: readonly Id[];
  readonly lock: Id | undefined;
  readonly queue: readonly Id[];
  readonly programs: Readonly<Record<Id, Program>>;
  /** How far each job is. */
  readonly jobs: Readonly<
    Record<Id, 'idle' | 'deploying' | 'live' | 'verified' | 'rejected' | 'done'>
  >;
  readonly person: 'idle' | 'at work' | 'done';
  readonly crashes: number;
  /** Releases in the order in which they were committed. */
  readonly commits: readonly Id[];
  /** What no deploy may do when it commits, and one has done. */
  readonly wrong: string;
}

/**
 * What is explored. The programs are the steps of the plans; what each step does is told here anew, act by act, as the
 * prelude does it: what a kill can come between is an act of its own.
 */
export interface Order {
  /** Job → when its release was made. */
  readonly jobs: Readonly<Record<Id, number>>;
  readonly crashes: number;
  readonly hasPerson: boolean;
  /** Whether a job takes its release back once more where the program that was to do it was killed. */
  readonly triesAgain: boolean;
  readonly plans: Readonly<Record<Program['kind'], Plan>>;
}

const rollback = 'r';
const without = <Value>(record: Readonly<Record<Id, Value>>, key: Id): Record<Id, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** The acts of a plan that say who is live; the others change nothing here. */
const acts = [
  'end_deploy',
  'take_lock',
  'settle',
  'give_way',
  'expect_current',
  'take_snapshot',
  'take_back',
];

function actsOf({ steps, ending }: Plan): readonly string[] {
  const own = steps.map(({ command: [name = ''] }) => name).filter((name) => acts.includes(name));
  const switched = own.includes('take_snapshot') ? ['switch'] : [];
  return [...own, ...switched, ...ending, 'end'];
}

/** Acts of whoever has the lock that nobody else sees, and that see nothing which others change: these come in no order. */
const unseen = ['give_way', 'expect_current', 'take_snapshot', 'switch'];

/** The worlds that one act can lead to, for each act that may be next. */
function next(world: World, order: Order): readonly World[] {
  const holder = world.programs[world.lock ?? ''];
  if (world.lock !== undefined && holder !== undefined && unseen.includes(actOf(holder, order)))
    return [...programActs(world, world.lock, order), ...crash(world, order)];
  return [
    ...Object.keys(world.programs).flatMap((id) => programActs(world, id, order)),
    ...Object.keys(order.jobs).flatMap((job) => jobActs(world, job)),
    ...personActs(world, order),
    ...crash(world, order),
  ];
}

function actOf({ kind, at, undoing }: Program, { plans }: Order): string {
  return undoing ? 'undo' : (actsOf(plans[kind])[at] ?? 'end');
}

function start(world: World, id: Id, kind: Program['kind'], subject: Id): World {
  const program = { kind, subject, seen: world.current, at: 0, waited: false, undoing: false };
  return { ...world, programs: { ...world.programs, [id]: program } };
}

function jobActs(world: World, job: Id): readonly World[] {
  const at = (state: World['jobs'][Id], more: World = world): World => ({
    ...more,
    jobs: { ...more.jobs, [job]: state },
  });
  const takeBack = (): World => {
    const unwanted = [...new Set([...world.unwanted, job])].toSorted();
    return at('rejected', { ...start(world, `${job}-back`, 'take-back', job), unwanted });
  };
  switch (world.jobs[job] ?? 'done') {
    case 'idle':
      return [at('deploying', start(world, job, 'deploy', job))];
    // Its program's end tells it; it can be cancelled before.
    case 'deploying':
      return [takeBack()];
    case 'live':
      return [at('verified'), takeBack()];
    case 'verified':
    case 'rejected':
    case 'done':
      return [];
  }
}

function personActs(world: World, { hasPerson }: Order): readonly World[] {
  if (!hasPerson || world.person !== 'idle' || world.before[world.current] === undefined) return [];
  return [{ ...start(world, rollback, 'rollback', rollback), person: 'at work' }];
}

/** The server goes down, or a kill takes every program: each that was followed is settled by its job. */
function crash(world: World, { triesAgain }: Order): readonly World[] {
  if (world.crashes === 0 || Object.keys(world.programs).length === 0) return [];
  const fallen = Object.entries(world.programs).filter(([, { kind }]) => kind !== 'settle');
  const jobs = { ...world.jobs };
  // `post` takes back what its own main step has left unknown; nobody comes after it.
  for (const [, { kind, subject }] of fallen)
    if (kind === 'take-back') jobs[subject] = triesAgain ? 'deploying' : 'done';
  const dark: World = {
    ...world,
    ...{ jobs, programs: {}, queue: [], lock: undefined, crashes: world.crashes - 1 },
    person: world.person === 'at work' ? 'done' : world.person,
  };
  return [start(dark, 'settle', 'settle', fallen[0]?.[0] ?? '')];
}

function programActs(world: World, id: Id, order: Order): readonly World[] {
  const program = world.programs[id];
  if (program === undefined) return [];
  const act = actOf(program, order);
  const put = (change: Partial<Program>, more: World = world): World => ({
    ...more,
    programs: { ...more.programs, [id]: { ...program, ...change } },
  });
  const on = (more: World = world): World => put({ at: program.at + 1 }, more);
  const isUnwanted = program.kind === 'deploy' && world.rejected.includes(program.subject);
  if (program.undoing) return [restoreAct(world) ?? end(world, id)];
  // Before its snapshot it has nothing to undo.
  const isSwitching = world.transaction?.release === program.subject && world.lock === id;
  const fail = (): World => (isSwitching ? put({ undoing: true }) : end(world, id));
  if (isUnwanted && !['end', 'take_back'].includes(act) && world.current !== program.subject)
    return [fail()];
  switch (act) {
    case 'end_deploy':
      if (world.programs[program.subject] === undefined) return [on()];
      return world.rejected.includes(program.subject) ? [] : [reject(world, program.subject)];
    case 'take_lock':
      return takeLock(world, id, program, put, on);
    case 'settle': {
      const settled = settleAct(world, program.kind);
      return [settled ?? on()];
    }
    case 'give_way': {
      const made = (release: Id): number =>
        order.jobs[release] ?? (release === rollback ? Infinity : 0);
      const late = program.waited || world.current !== program.seen;
      const isOlder =
        made(program.subject) < made(world.current) && !world.rejected.includes(world.current);
      return [late && isOlder ? end(world, id) : on()];
    }
    case 'expect_current':
      return [world.current === program.seen ? on() : end(world, id)];
    case 'take_snapshot': {
      const transaction = { release: program.subject, previous: world.current, rejected: false };
      return [on({ ...world, transaction })];
    }
    case 'switch':
      return world.runs === 'half'
        ? [on({ ...world, runs: program.subject }), fail()]
        : [{ ...world, runs: 'half' }];
    case 'commit':
      return [commitAct(world, program, order) ?? on()];
    case 'take_back':
      if (!world.rejected.includes(program.subject)) return [reject(world, program.subject)];
      return [world.current === program.subject ? put({ undoing: true }) : on()];
    default:
      return [end(world, id)];
  }
}

function takeLock(
  world: World,
  id: Id,
  program: Program,
  put: (change: Partial<Program>, more?: World) => World,
  on: (more?: World) => World,
): readonly World[] {
  const isUrgent = program.kind === 'take-back' || program.kind === 'settle';
  if (!world.queue.includes(id)) {
    const urgent = world.queue.filter((other) => /-back$|^settle$/.test(other));
    const queue = isUrgent
      ? [...urgent, id, ...world.queue.slice(urgent.length)]
      : [...world.queue, id];
    return [{ ...world, queue }];
  }
  if (world.lock === undefined && world.queue[0] === id)
    return [on({ ...world, lock: id, queue: world.queue.slice(1) })];
  return program.waited || program.kind !== 'deploy' ? [] : [put({ waited: true })];
}

function reject(world: World, release: Id): World {
  return { ...world, rejected: [...new Set([...world.rejected, release])].toSorted() };
}

/** The next act of a restore; `undefined` when it has come to its end. */
function restoreAct(world: World): World | undefined {
  const { transaction: open, current, before } = world;
  if (open !== undefined) {
    if (world.runs !== open.previous) return { ...world, runs: open.previous };
    if (current !== open.previous) return { ...world, current: open.previous };
    return { ...world, transaction: undefined };
  }
  const previous = before[current];
  if (previous === undefined || !world.rejected.includes(current)) return undefined;
  const transaction = { release: current, previous, rejected: true };
  return { ...world, transaction, before: without(before, current) };
}

function settleAct(world: World, kind: Program['kind']): World | undefined {
  const { transaction: open, current, before } = world;
  if (open?.release === current && !open.rejected)
    return { ...world, transaction: undefined, before: { ...before, [current]: open.previous } };
  // What is live although it was rejected: a take-back comes to that by itself.
  return open === undefined && kind === 'take-back' ? undefined : restoreAct(world);
}

function commitAct(world: World, program: Program, order: Order): World | undefined {
  const { transaction: open, current, before, commits } = world;
  const { subject, kind, seen, waited } = program;
  if (current !== subject) {
    const replaces = (release: Id): boolean => kind === 'deploy' && current === release;
    const isOlder = kind === 'deploy' && (order.jobs[subject] ?? 0) < (order.jobs[current] ?? 0);
    const wrong =
      replaces(rollback) && seen !== rollback
        ? 'what somebody has gone back to was replaced by a deploy that knew nothing of it'
        : isOlder && (waited || seen !== current) && !world.rejected.includes(current)
          ? 'an older release that came too late has replaced a newer one'
          : world.wrong;
    return { ...world, current: subject, wrong, commits: [...commits, subject] };
  }
  if (open === undefined) return undefined;
  return { ...world, transaction: undefined, before: { ...before, [subject]: open.previous } };
}

/** A program has ended: its lock and its place are free, and its job learns of it. */
function end(world: World, id: Id): World {
  const { kind } = world.programs[id] ?? {};
  const jobs = { ...world.jobs };
  if (kind === 'deploy' && jobs[id] === 'deploying')
    jobs[id] = world.current === id ? 'live' : 'done';
  if (kind === 'take-back') jobs[id.replace(/-back$/, '')] = 'done';
  return {
    ...world,
    jobs,
    programs: without(world.programs, id),
    queue: world.queue.filter((other) => other !== id),
    lock: world.lock === id ? undefined : world.lock,
    person: kind === 'rollback' ? 'done' : world.person,
  };
}

/** Every world that can be reached. */
export function explore(order: Order): readonly World[] {
  const first: World = {
    ...{ current: 'o', runs: 'o', transaction: undefined, before: {}, rejected: [], unwanted: [] },
    ...{
      lock: undefined,
      queue: [],
      programs: {},
      commits: ['o'],
      wrong: '',
      crashes: order.crashes,
    },
    jobs: Object.fromEntries(Object.keys(order.jobs).map((job) => [job, 'idle'])),
    person: 'idle',
  };
  const known = new Set([JSON.stringify(first)]);
  const found = [first];
  // Grows while it is gone through.
  for (const world of found)
    for (const reached of next(world, order)) {
      const key = JSON.stringify(reached);
      if (known.has(key)) continue;
      known.add(key);
      found.push(reached);
    }
  return found;
}
