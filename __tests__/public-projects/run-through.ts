import type { Server } from '../../playground/hosts/server.js';
import type { Stage } from '../../playground/stage.js';
import { deployOptions } from '../support/deploys.js';
import { runBundle, type BundleOptions, type BundleResult } from '../support/run-bundle.js';
import { leaveMarkers } from '../twin/inventory.js';
import { HandStarted } from './hand-started.js';
import { released, type Files, type PublicProject } from './public-project.js';
import { harm, takeStanding } from './standing.js';

/** One step of a project's life: what it runs, and which version must run then. */
interface Step {
  readonly name: string;
  readonly version: string;
  readonly run: () => Promise<BundleResult>;
  /** What its log must say where it must fail. */
  readonly fails?: string;
}

/**
 * Takes a project through its life on a server: started by hand, two releases, one that fails, back to the first.
 * @returns what is not as it must be, a line each
 */
export async function runThrough(
  stage: Stage,
  server: Server,
  data: PublicProject,
): Promise<readonly string[]> {
  const image = `${stage.registry.host}/acme/api`;
  const project = JSON.parse(JSON.stringify(data).replaceAll(released, image)) as PublicProject;
  const byHand = new HandStarted(server, project);
  try {
    await byHand.start();
    const { inventory } = await takeStanding(server, project);
    await leaveMarkers(server, inventory);
    for (const step of stepsOf(stage, server, project)) {
      const problems = await take(step, server, project, byHand);
      if (problems.length > 0) return problems.map((problem) => `${step.name}: ${problem}`);
    }
    return [];
  } finally {
    await byHand.clear();
  }
}

async function take(
  { run, version, fails }: Step,
  server: Server,
  project: PublicProject,
  byHand: HandStarted,
): Promise<readonly string[]> {
  const before = await takeStanding(server, project);
  const { code, log, annotations } = await run();
  const says = annotations.map(({ message }) => message).join('\n');
  const ended = fails === undefined ? code === 0 : code === 1 && says.includes(fails);
  if (!ended) return [`ended with ${code}:\n${says}\n${log.slice(-4000)}`];
  const after = await takeStanding(server, project);
  const typed = await byHand.typeUp();
  const again = await takeStanding(server, project);
  const live = after.versions.join(', ');
  return [
    ...harm(before, after, project),
    ...(live === version ? [] : [`runs ${live}`]),
    ...typed,
    ...harm(after, again, { ...project, released: [], followers: [], second: {} }).map(
      (problem) => `a hand-typed up -d afterwards: ${problem}`,
    ),
  ];
}

function stepsOf(stage: Stage, server: Server, project: PublicProject): readonly Step[] {
  const deploy = (tag: string, changed: Files = {}): Promise<BundleResult> =>
    runBundle('deploy-compose', optionsOf(stage, server, project, tag, changed));
  const { second } = project;
  return [
    { name: 'the first release', version: 'v1', run: () => deploy('v1') },
    { name: 'the second', version: 'v2', run: () => deploy('v2', second) },
    {
      ...{ name: 'a broken one', version: 'v2', fails: 'The server was restored' },
      run: () => deploy('broken', second),
    },
    {
      ...{ name: 'the way back', version: 'v1' },
      run: () => runBundle('rollback', { inputs: rollbackInputs(stage, server, project) }),
    },
  ];
}

function optionsOf(
  stage: Stage,
  server: Server,
  project: PublicProject,
  tag: string,
  changed: Files,
): BundleOptions {
  const { name, checkout, inputs } = project;
  const options = deployOptions(stage, server, tag, {
    inputs: { path: `/opt/${name}`, env: '', 'stable-for': '1s', drain: '1s', ...inputs },
  });
  return { ...options, files: { ...checkout, ...changed } };
}

function rollbackInputs(stage: Stage, server: Server, project: PublicProject): Files {
  const common = ['host', 'ssh-key', 'known-hosts', 'path', 'stable-for', 'drain'];
  return Object.fromEntries(
    Object.entries(optionsOf(stage, server, project, 'v1', {}).inputs).filter(([name]) =>
      common.includes(name),
    ),
  );
}
