import { createHash } from 'node:crypto';
import type { ArchiveEntry } from '../../local/archiver.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { EnvChanges } from '../../env/plan/env-changes.js';
import {
  accountRegistry,
  type DeployIntent,
  type Migration,
  type PinnedImage,
  type ProxySwitch,
} from './deploy-intent.js';
import type { ReleaseRecord } from '../../server/plan/history.js';
import type { Release } from '../../release/release.js';
import type { SwitchPlan } from './switch-plan.js';
import { managedEnv } from './deploy-plan.js';

/** What is sent to the server for one program. */
export interface Upload {
  readonly entries: readonly ArchiveEntry[];
  /** How many of the release's files are on the server already. */
  readonly unchanged: number;
}

/** An upload that holds a program and no files: to settle, to take back. */
export function programUpload(program: string): Upload {
  return { entries: [textEntry('program.sh', 0o755, program), marker], unchanged: 0 };
}

/** The upload of a rollback: the program, its record, and the account for images that are gone. */
export function rollbackUpload(
  program: string,
  record: ReleaseRecord,
  account: DeployIntent['registryAccount'],
): Upload {
  return {
    entries: [
      textEntry('program.sh', 0o755, program),
      textEntry('release.json', 0o644, `${JSON.stringify(record, undefined, 2)}\n`),
      ...accountEntries(account, record.images),
      marker,
    ],
    unchanged: 0,
  };
}

/**
 * The upload of a release: its files without those that the live release has in the same content and
 * mode, the lists that the program reads, the env file's parts, the pins, the record, the program.
 * @param known the live release's files: path → `<sha256> <mode>`
 */
export function releaseUpload(
  intent: DeployIntent,
  program: string,
  pins: string,
  pinned: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
  switching: SwitchPlan,
): Upload {
  const identified = intent.files.map((file) => ({ file, identity: identityOf(file) }));
  const isKnown = ({ file, identity }: (typeof identified)[number]): boolean =>
    identity !== undefined && known.get(file.path) === identity;
  const unchanged = identified.filter(isKnown);
  const entries = [
    ...identified
      .filter((entry) => !isKnown(entry))
      .map(({ file }) => ({ ...file, path: `files/${file.path}` })),
    listEntry(
      'files.list',
      intent.files.map(({ path }) => `./${path}`),
    ),
    listEntry(
      'files.sha256',
      identified.flatMap(({ file, identity }) =>
        identity === undefined ? [] : `${identity} ${file.path}`,
      ),
    ),
    listEntry(
      'images.list',
      [...pinned].map(([service, image]) => `${service} ${image}`),
    ),
    listEntry(
      'unchanged',
      unchanged.map(({ file }) => `./${file.path}`),
    ),
    listEntry(
      'services',
      intent.project.services.filter(({ active }) => active).map(({ name }) => name),
    ),
    textEntry('pins.yml', 0o644, pins),
    textEntry('env.managed', 0o600, managedEnvText(intent)),
    textEntry(
      'release.json',
      0o644,
      `${JSON.stringify(record(intent, switching), undefined, 2)}\n`,
    ),
    textEntry('program.sh', 0o755, program),
  ];
  for (const [name, script] of intent.hooks)
    entries.push(textEntry(`hooks/${name}`, 0o700, `${script}\n`));
  for (const [service, command] of intent.preStop)
    entries.push(textEntry(`pre-stop/${service}`, 0o600, `${command}\n`));
  entries.push(...migrationEntries(intent.migration));
  entries.push(...proxyEntries(intent.proxy));
  entries.push(...envEntries(intent.env));
  entries.push(...accountEntries(intent.registryAccount, intent.images));
  return { entries: [...entries, marker], unchanged: unchanged.length };
}

function envEntries(env: DeployIntent['env']): ArchiveEntry[] {
  if (env === undefined) return [];
  return env.source === 'upload'
    ? [textEntry('env.base', 0o600, env.text)]
    : [textEntry('env.source', 0o600, env.path), textEntry('env.added', 0o600, env.added)];
}

function migrationEntries(migration: Migration | undefined): ArchiveEntry[] {
  if (migration === undefined) return [];
  const { command, breaking, rollbackCommand } = migration;
  return [
    ...(command === undefined ? [] : [textEntry('migration', 0o600, command)]),
    ...(rollbackCommand === undefined ? [] : [textEntry('rollback', 0o600, rollbackCommand)]),
    ...(breaking ? [textEntry('breaking', 0o600, '')] : []),
  ];
}

function proxyEntries(proxy: ProxySwitch | undefined): ArchiveEntry[] {
  if (proxy === undefined) return [];
  const { template, file, reload } = proxy;
  return [
    textEntry('proxy/template', 0o600, template.replace(/\n?$/, '\n')),
    textEntry('proxy/file', 0o600, file),
    'container' in reload
      ? textEntry('proxy/container', 0o600, reload.container)
      : textEntry('proxy/reload', 0o600, `${reload.script}\n`),
  ];
}

// The last entry: without it the upload did not arrive whole.
const marker: ArchiveEntry = textEntry('complete', 0o644, '');

/** A file of that text. */
export function textEntry(path: string, mode: number, text: string): ArchiveEntry {
  const bytes = Buffer.from(text);
  return { path, mode, content: { kind: 'file', read: () => bytes } };
}

function listEntry(path: string, lines: readonly string[]): ArchiveEntry {
  return textEntry(path, 0o644, lines.map((line) => `${line}\n`).join(''));
}

/** How the files of a release differ from those of the live one. */
export interface FileChanges extends EnvChanges {
  readonly unchanged: number;
}

/** @param known the live release's files: path → `<sha256> <mode>` */
export function compareFiles(
  files: readonly WorkspaceFile[],
  known: ReadonlyMap<string, string>,
): FileChanges {
  const paths = new Set(files.map(({ path }) => path));
  const isKnown = (file: WorkspaceFile): boolean => known.get(file.path) === identityOf(file);
  const there = files.filter(({ path }) => known.has(path));
  return {
    added: files.flatMap(({ path }) => (known.has(path) ? [] : path)),
    changed: there.filter((file) => !isKnown(file)).map(({ path }) => path),
    removed: [...known.keys()].filter((path) => !paths.has(path)),
    unchanged: there.filter(isKnown).length,
  };
}

/**
 * The env file that the release will have, its own lines last; `undefined` when it is made from one on the
 * server.
 */
export function envText(intent: DeployIntent): string | undefined {
  if (intent.env?.source !== 'upload') return undefined;
  const managed = new Set(managedEnv(intent).keys());
  const kept = intent.env.text
    .split('\n')
    .filter((line) => !managed.has(/^\s*(?:export\s+)?([^=\s]+)\s*=/.exec(line)?.[1] ?? ''));
  return `${kept.join('\n')}${managedEnvText(intent)}`;
}

function identityOf({ content, mode }: ArchiveEntry): string | undefined {
  if (content.kind !== 'file') return undefined;
  return `${createHash('sha256').update(content.read()).digest('hex')} ${mode.toString(8)}`;
}

function managedEnvText(intent: DeployIntent): string {
  const lines = [...managedEnv(intent)].map(([key, value]) => `${key}=${value}\n`);
  return `# deploy-kit: the current release; the next deploy writes these lines anew.\n${lines.join('')}`;
}

function record(
  intent: DeployIntent,
  { blueGreen, waves, first, proxies }: SwitchPlan,
): ReleaseRecord & { readonly document: Release | undefined } {
  return {
    release: intent.releaseId,
    version: intent.version,
    revision: intent.revision,
    actor: intent.actor,
    run: intent.runUrl,
    images: [...intent.images],
    document: intent.document,
    switching: {
      waves: waves.map((wave) => [...wave]),
      first: [...first],
      proxies: [...proxies],
      blueGreen,
      healthUrls: [...intent.healthUrls],
    },
    migration:
      intent.migration === undefined
        ? 'none'
        : intent.migration.breaking
          ? 'breaking'
          : 'compatible',
  };
}

// Removed once the images are there.
function accountEntries(
  account: DeployIntent['registryAccount'],
  images: readonly PinnedImage[],
): ArchiveEntry[] {
  if (account === undefined) return [];
  const text = accountConfiguration(account, accountRegistry(images) ?? '');
  return [textEntry('docker/config.json', 0o600, text)];
}

/**
 * A registry's account in the format of docker's login.
 * Source: https://docs.docker.com/reference/cli/docker/login/
 */
export function accountConfiguration(
  { username, password }: NonNullable<DeployIntent['registryAccount']>,
  registry: string,
): string {
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
  return JSON.stringify({ auths: { [key]: { auth } } });
}
