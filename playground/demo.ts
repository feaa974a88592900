import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './github/run.js';
import { steadyClient } from './hosts/steady-client.js';
import { stopEngine } from './machine/engine.js';
import { repositoryRoot } from './machine/places.js';
import { configureExample, describeRun, exampleFiles, setStage } from './stage.js';
import { renderSummaries } from './summary-page.js';

const keep = process.argv.includes('--keep');
const started = Date.now();
const say = (line: string): void => {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
};

say(
  'Setting the stage: a Docker engine, a registry, GitHub, and a server with systemd, sshd and Docker',
);
const stage = await setStage(say);
const { github, registry } = stage;
const server = await stage.startServer({ name: 'demo' });
say(
  `The server answers on ${server.address}, the registry on ${registry.host}, GitHub's API on ${github.url}`,
);
const repository = await github.createRepository('acme/api', { 'README.md': 'An API\n' });
// BusyBox's server, which the tests build sooner, drops what it has begun when it is told to end.
const example = exampleFiles('server');
const ports = { production: 80, staging: 8080 };
configureExample(repository, registry, {
  production: { server, path: '/opt/production', port: ports.production },
  staging: { server, path: '/opt/staging', port: ports.staging },
});

const runs: Run[] = [];
const finish = async (workflow: string, expected: 'success' | 'failure'): Promise<Run> => {
  const run = await github.nextRun(workflow);
  await run.finished;
  runs.push(run);
  if (run.conclusion !== expected)
    throw new Error(`${run.title} ended with ${run.conclusion ?? ''}\n${describeRun(run)}`);
  return run;
};
const live = async (port: number): Promise<string> =>
  (await (await fetch(`http://${server.address}:${port}/`)).text()).trim();

/** A push, its build, its deploy. Returns the version. */
const release = async (
  what: string,
  branch: string,
  files: Record<string, string>,
  expected: 'success' | 'failure',
): Promise<string> => {
  say(`${what}: a push to ${branch}`);
  const { sha } = await github.push(repository, files, what, branch);
  await finish('build.yml', 'success');
  say(`${what}: built, in the registry, announced`);
  const deploy = await finish('deploy.yml', expected);
  const shown = await live(branch === 'main' ? ports.production : ports.staging);
  say(`${what}: ${deploy.title} ended with ${deploy.conclusion ?? ''}; live now: ${shown}`);
  for (const { title, message } of deploy.report?.jobs.flatMap(({ annotations }) => annotations) ??
    [])
    say(`  ${title ?? ''}\n${message.replace(/^/gm, '            ')}`);
  return `sha-${sha.slice(0, 12)}`;
};

let failed = false;
try {
  const v1 = await release('v1', 'main', example, 'success');
  await release('v1 on staging', 'develop', example, 'success');
  const client = steadyClient(`http://${server.address}:${ports.production}/`, 50);
  await release('v2', 'main', { 'version.txt': '2\n' }, 'success');
  await release('v3, which is broken', 'main', { Dockerfile: brokenDockerfile() }, 'failure');
  say(`By hand: roll production back to ${v1}`);
  const token = github.tokens.create({ kind: 'classic', scopes: ['repo', 'workflow'] });
  await fetch(`${github.url}/repos/acme/api/actions/workflows/rollback.yml/dispatches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ref: 'main', inputs: { to: v1, environment: 'production' } }),
  });
  await finish('rollback.yml', 'success');
  say(`By hand: live now: ${await live(ports.production)}`);
  const { sent, lost, problems } = await client.stop();
  if (github.violations.length > 0)
    throw new Error(`The API was used against its description: ${github.violations.join('; ')}`);

  const page = join(repositoryRoot, '.playground', 'summaries.html');
  renderSummaries(runs, page);
  say(`The job summaries, rendered: ${page}`);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(
    `5 deploys (4 live, 1 taken back by itself, 1 rollback by hand), ${sent} requests sent, ${lost} lost, ${seconds} s`,
  );
  if (lost > 0) throw new Error(`Requests were lost: ${problems.join('; ')}`);
} catch (error) {
  failed = true;
  console.error(error);
}
if (keep) {
  const key = join(repositoryRoot, '.playground', 'key');
  writeFileSync(key, server.privateKey, { mode: 0o600 });
  console.log(
    `Left running. Look around: ssh -i ${key} ${server.user}@${server.address}, http://${server.address}/ (Ctrl-C ends and removes it)`,
  );
  await new Promise((resolve) => process.once('SIGINT', resolve));
}
await stage.close();
await stopEngine();
process.exit(failed ? 1 : 0);

function brokenDockerfile(): string {
  const broken = `echo "uninitialized constant Api::Greeting (NameError)"; exit 3`;
  return `${example.Dockerfile ?? ''}CMD ${JSON.stringify(['sh', '-c', broken])}\n`;
}
