import { join } from 'node:path';
import { connectChecks } from '../../src/connect/connect-checks.js';
import { connectRegistry } from '../../src/connect/connect-registry.js';
import { connectServer, describeKey } from '../../src/connect/connect-server.js';
import { lazyGitHub } from '../../src/connect/lazy-github.js';
import { runAction } from '../../src/connect/run-action.js';
import { ageOf } from '../../src/env/outside/age-identities.js';
import { checkout, writeFile } from '../../src/local/outside/checkout.js';
import { githubContext } from '../../src/local/outside/github-context.js';
import { systemClock } from '../../src/local/outside/system-clock.js';
import { tarArchiver } from '../../src/local/outside/tar-archiver.js';
import { lookAhead } from '../../src/preflight/look-ahead.js';
import { githubWorkflowReader } from '../../src/workflows/outside/github-workflow-reader.js';
import { definition } from './definition.js';

/** Reports what a deploy would meet, and changes nothing. */
export async function main(): Promise<void> {
  await runAction(definition, async (inputs, reporter) => {
    const context = githubContext();
    const { workspace, apiUrl } = context;
    const { githubToken, host, hosts = [] } = inputs;
    const clock = systemClock;
    await lookAhead(inputs, context, {
      clock,
      reporter,
      root: checkout(workspace),
      projectIn: (folder) => checkout(join(workspace, folder)),
      writeFile: (path, text) => {
        writeFile(workspace, path, text);
      },
      age: ageOf(inputs.ageKey),
      archiver: tarArchiver,
      servers: (host === undefined ? [] : [host, ...hosts]).map((server) =>
        connectServer({ ...inputs, host: server }, server),
      ),
      describeKey: () => describeKey(inputs),
      workflows: githubWorkflowReader(),
      github: githubToken === '' ? undefined : lazyGitHub(githubToken, apiUrl, clock),
      registryOf: (first) => connectRegistry(inputs, first),
      checksOf: (first) => connectChecks(inputs, { apiUrl, clock, reporter, image: first }),
    });
  });
}
