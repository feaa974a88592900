import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../playground/machine/places.js';
import { run } from '../playground/machine/run.js';
import { ensureNode24 } from '../playground/runner/node24.js';
import { alternate, figure, type Figure } from './measure.js';

// What an action that only sends does: Octokit, one request.
const octokitAlone = `import { Octokit } from '@octokit/rest';
const octokit = new Octokit({ auth: 'token', baseUrl: process.env.GITHUB_API_URL });
await octokit.repos.createDispatchEvent({ owner: 'acme', repo: 'api', event_type: 'deploy' });
`;

const bareNode = "fetch(process.env.GITHUB_API_URL, { method: 'POST' })";

/** From the start of the process to its first request, against Octokit alone and bare Node. */
export async function dispatchStartUp(): Promise<readonly Figure[]> {
  const node = await ensureNode24();
  let arrived = (): void => undefined;
  const server = createServer((_, response) => {
    arrived();
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = {
    PATH: process.env.PATH ?? '',
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: 'acme/api',
    GITHUB_SHA: 'a'.repeat(40),
    'INPUT_GITHUB-TOKEN': 'ghs_bench',
    INPUT_REPOSITORIES: 'acme/api',
  };
  const firstRequest = async (args: readonly string[]): Promise<number> => {
    const started = performance.now();
    let seconds = Number.NaN;
    arrived = () => {
      seconds = (performance.now() - started) / 1000;
      arrived = () => undefined;
    };
    await run(node, args, { env });
    return seconds;
  };
  const alone = bundleAlone();
  const [ours = 0, octokit = 0, bare = 0] = await alternate(15, [
    () => firstRequest([join(repositoryRoot, 'dist', 'dispatch', 'index.js')]),
    () => firstRequest([join(alone, 'index.js')]),
    () => firstRequest(['-e', bareNode]),
  ]);
  server.close();
  rmSync(alone, { recursive: true });
  return [
    figure(
      'dispatch to its first request, against Octokit alone',
      'ms',
      ours * 1000,
      octokit * 1000,
      1.75,
    ),
    figure(
      'dispatch to its first request, against fetch in bare Node',
      'ms',
      ours * 1000,
      bare * 1000,
      3,
    ),
  ];
}

/** Bundled as the other one is. */
function bundleAlone(): string {
  const folder = join(repositoryRoot, 'build', 'bench');
  mkdirSync(folder, { recursive: true });
  const entry = join(folder, 'octokit-alone.js');
  writeFileSync(entry, octokitAlone);
  const target = mkdtempSync(join(tmpdir(), 'deploy-kit-bench-'));
  const ncc = join(repositoryRoot, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  execFileSync(process.execPath, [ncc, 'build', entry, '--out', target, '--quiet'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
  return target;
}
