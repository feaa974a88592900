import { join } from 'node:path';
import type { Server } from '../../playground/hosts/server.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import type { Stage } from '../../playground/stage.js';
import type { BundleOptions } from './run-bundle.js';

/** What the playground's app does when it starts. */
export type AppMode = 'ok' | 'exit' | 'unhealthy';

/**
 * Builds the playground's app and pushes it under a tag.
 * @param app `app`, which can be told to be broken, or `server`, which ends in order
 * @returns the reference
 */
export async function pushApp(
  { engine, registry }: Stage,
  tag: string,
  mode: AppMode = 'ok',
  app: 'app' | 'server' = 'app',
): Promise<string> {
  const reference = `${registry.host}/acme/api:${tag}`;
  await engine.must(['login', '--username', registry.username, '--password-stdin', registry.host], {
    input: registry.password,
  });
  await engine.must([
    'buildx',
    'build',
    '--push',
    '--tag',
    reference,
    '--build-arg',
    `VERSION=${tag}`,
    '--build-arg',
    `MODE=${mode}`,
    join(repositoryRoot, 'playground', 'images', app),
  ]);
  await engine.must(['logout', registry.host]);
  return reference;
}

/** Pushes the image of a tag once more, as one that is not of the release. Returns the reference. */
export async function pushHelper(
  { engine, registry }: Stage,
  from: string,
  tag: string,
): Promise<string> {
  const reference = `${registry.host}/acme/helper:${tag}`;
  await engine.must(['login', '--username', registry.username, '--password-stdin', registry.host], {
    input: registry.password,
  });
  await engine.must(['pull', '-q', from]);
  await engine.must(['tag', from, reference]);
  await engine.must(['push', '-q', reference]);
  await engine.must(['logout', registry.host]);
  return reference;
}

/** One service with a published port. */
export const composeFile = `services:
  web:
    image: \${IMAGE}:\${IMAGE_TAG:-latest}
    restart: unless-stopped
    ports: ['8080:8080']
`;

/** The options of a deploy of one tag to a server. */
export function deployOptions(
  { registry }: Stage,
  server: Server,
  tag: string,
  more: {
    readonly inputs?: Readonly<Record<string, string>>;
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): BundleOptions {
  return {
    files: { 'compose.yml': composeFile, ...more.files },
    inputs: {
      host: `deploy@${server.address}`,
      'ssh-key': server.privateKey,
      'known-hosts': server.knownHosts,
      path: '/opt/app',
      images: `${registry.host}/acme/api:${tag}`,
      env: `IMAGE=${registry.host}/acme/api`,
      'registry-username': registry.username,
      'registry-password': registry.password,
      ...more.inputs,
    },
  };
}

/** What the app on the server answers: `version v1`. */
export async function answer(server: Server, port = 8080): Promise<string> {
  const response = await fetch(`http://${server.address}:${port}/`, {
    signal: AbortSignal.timeout(5000),
  });
  return (await response.text()).trim();
}

/** A line of the server's journal. */
export interface JournalLine {
  readonly release: string;
  readonly kind: string;
  readonly outcome: string;
  readonly previous: string;
  readonly seconds: number;
  readonly live: string;
  readonly version: string;
  readonly revision: string;
  readonly actor: string;
  readonly run: string;
  /** Why, where nobody has asked for it. */
  readonly reason?: string;
}

export async function journal(server: Server, path = '/opt/app'): Promise<readonly JournalLine[]> {
  const { stdout } = await server.exec(['cat', `${path}/.deploy-kit/journal.jsonl`]);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalLine);
}

/** Everything in a folder of the server, with modes: to see that nothing was left or changed. */
export async function listing(server: Server, path: string): Promise<string> {
  return (await server.exec(['find', path, '-printf', '%p %m\n'])).stdout;
}
