import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from '../../playground/hosts/server.js';
import { setStage, type Stage } from '../../playground/stage.js';
import { chosenProjects } from '../public-projects/projects.js';
import { runThrough } from '../public-projects/run-through.js';
import { pushApp } from '../support/deploys.js';

/** What the Compose files of these projects call the version that somebody has started by hand. */
const startedTags = ['latest', 'nightly', 'fpm-alpine', 'v4.3.17'];

let stage: Stage;
let server: Server;

beforeAll(async () => {
  stage = await setStage();
  server = await stage.startServer({ name: 'public' });
  const image = await pushApp(stage, 'v0');
  for (const tag of ['v1', 'v2']) await pushApp(stage, tag);
  await pushApp(stage, 'broken', 'exit');
  const { host, username, password } = stage.registry;
  const login = `docker login -u ${username} --password-stdin ${host}`;
  await server.exec(['su', 'deploy', '-c', login], { input: password });
  const tags = startedTags.map((tag) => `docker tag ${image} ${image.replace('v0', tag)}`);
  await server.ssh(`docker pull -q ${image} && ${tags.join(' && ')}`);
}, 300_000);

afterAll(() => stage.close());

describe('Public projects that somebody started by hand keep all that a release does not speak of', () => {
  it.each(chosenProjects)('$name', async (project) => {
    expect(await runThrough(stage, server, project)).toEqual([]);
  });
});
