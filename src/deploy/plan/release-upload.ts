import { posix } from 'node:path';
import type { ArchiveEntry } from '../../local/archiver.js';
import { listEntry, textEntry } from '../../local/plan/text-entry.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { DeployIntent, Migration, ProxySwitch } from './deploy-intent.js';
import type { ServerPlan } from './deploy-plan.js';
import { filesLabels } from './files-labels.js';
import { managedEnv, managedEnvText } from './managed-env.js';
import { resourceLines } from './changed-resources.js';
import { renderPins } from './pins.js';
import { createdEntry } from './created.js';
import { accountEntries } from './registry-login.js';
import { proxyTrials } from './proxy-trials.js';
import type { ReleaseRecord } from '../../server/plan/history.js';
import type { Release } from '../../release/release.js';
import { projectName } from './project-name.js';
import { checksumLines, definitionLines, identityOf } from './shipped-files.js';
import { startOrder } from './start-order.js';
import { startSeconds } from './start-seconds.js';
import type { SwitchPlan } from './switch-plan.js';

/** The files of a release as they are sent. */
export interface ReleaseUpload {
  readonly entries: readonly ArchiveEntry[];
  /** How many of the release's files are on the server already. */
  readonly unchanged: number;
}

/**
 * What goes to the server with the program of a release: its files without those that the live release has in
 * the same content and mode, the lists that the program reads, the env file's parts, the pins, the record.
 */
export function releaseUpload(intent: DeployIntent, plan: ServerPlan): ReleaseUpload {
  const { pins, switching, ready, files } = plan;
  const { entries, unchanged } = fileEntries(intent.files, ready.currentFiles);
  return {
    entries: [
      ...entries,
      listEntry('definitions', definitionLines(intent.project, intent.files)),
      listEntry(
        'images.list',
        [...pins].map(([service, image]) => `${service} ${image}`),
      ),
      listEntry(
        'services',
        intent.project.services.filter(({ active }) => active).map(({ name }) => name),
      ),
      listEntry('owner', ownerLines(intent)),
      createdEntry(intent.createdAt),
      listEntry('compose-files', intent.composeFiles),
      listEntry('order', startOrder(intent.project.services)),
      // Without one of its own it may take over the name of what runs.
      ...(intent.project.name === undefined
        ? []
        : [textEntry('project', 0o644, projectName(intent, ready))]),
      listEntry(
        'replicas',
        intent.project.services.map(({ name, traits }) => `${name} ${traits.replicas}`),
      ),
      listEntry('claims', claimLines(intent)),
      listEntry('resources', resourceLines(intent.project.resources)),
      listEntry(
        'env-readers',
        envReaders(intent, plan).map(({ name, keys }) => [name, ...keys].join(' ')),
      ),
      listEntry(
        'env-files',
        envReaders(intent, plan).flatMap(({ name, files }) =>
          files.map((file) => `${name} ${file}`),
        ),
      ),
      textEntry(
        'pins.yml',
        0o644,
        renderPins(intent.project, pins, filesLabels(intent, ready, files)),
      ),
      textEntry('env.managed', 0o600, managedEnvText(intent)),
      textEntry(
        'release.json',
        0o644,
        `${JSON.stringify(record(intent, switching), undefined, 2)}\n`,
      ),
      ...scriptEntries(intent),
      ...migrationEntries(intent.migration),
      ...proxyEntries(intent.proxy),
      ...proxyTrials(intent, plan).flatMap(({ entries: own }) => own),
      ...envEntries(intent.env),
      ...accountEntries(intent.login),
    ],
    unchanged,
  };
}

/** A service outside the release that reads `.env` into its containers. */
interface EnvReader {
  readonly name: string;
  /** Our keys in that file, but for those that it sets itself. */
  readonly keys: readonly string[];
  /** All its env files; none where one of them may be missing. */
  readonly files: readonly string[];
}

function envReaders(
  intent: DeployIntent,
  { pins, files: { envLeadsTo } }: Pick<ServerPlan, 'pins' | 'files'>,
): readonly EnvReader[] {
  const isEnv = (path: string): boolean =>
    posix.normalize(path) === '.env' || posix.normalize(path) === envLeadsTo;
  const ours = [...managedEnv(intent).keys(), 'COMPOSE_PROJECT_NAME'];
  return intent.project.services.flatMap(({ name, active, paths, settings }) => {
    const read = paths.filter(({ kind }) => kind === 'env-file');
    if (!active || pins.has(name) || !read.some(({ path }) => isEnv(path))) return [];
    const keys = ours.filter((key) => !settings.environment.has(key));
    const files = read.every(({ required }) => required)
      ? settings.envFiles.map((file) => (isEnv(file) ? '.env' : file))
      : [];
    return keys.length === 0 ? [] : [{ name, keys, files }];
  });
}

/** `ID NAME` of the repository, which later deploys to the folder must come from. */
function ownerLines({ repository: { id, name } }: DeployIntent): readonly string[] {
  return name === '' ? [] : [`${id === '' ? name : id} ${name}`];
}

/** What each service claims of the server for itself: `web port 0.0.0.0/8080/tcp` */
function claimLines({ project }: DeployIntent): readonly string[] {
  return project.services
    .filter(({ active }) => active)
    .flatMap(({ name, traits }) =>
      traits.claims
        .filter(({ kind }) => kind !== 'store' || !traits.mayRunTwice)
        .map(({ kind, value }) => `${name} ${kind} ${value}`),
    );
}

/** @param known the live release's files: path → `<sha256> <mode>` */
function fileEntries(
  files: readonly WorkspaceFile[],
  known: ReadonlyMap<string, string>,
): ReleaseUpload {
  const isKnown = (file: WorkspaceFile): boolean => known.get(file.path) === identityOf(file);
  const unchanged = files.filter(isKnown);
  return {
    entries: [
      ...files
        .filter((file) => !isKnown(file))
        .map((file) => ({ ...file, path: `files/${file.path}` })),
      listEntry(
        'files.list',
        files.map(({ path }) => `./${path}`),
      ),
      listEntry('files.sha256', checksumLines(files)),
      listEntry(
        'unchanged',
        unchanged.map(({ path }) => `./${path}`),
      ),
    ],
    unchanged: unchanged.length,
  };
}

function scriptEntries({ hooks, preStop }: DeployIntent): ArchiveEntry[] {
  return [
    ...[...hooks].map(([name, script]) => textEntry(`hooks/${name}`, 0o700, `${script}\n`)),
    ...[...preStop].map(([service, command]) =>
      textEntry(`pre-stop/${service}`, 0o600, `${command}\n`),
    ),
  ];
}

function envEntries(env: DeployIntent['env']): ArchiveEntry[] {
  if (env === undefined) return [];
  if (env.source === 'upload') return [textEntry('env.base', 0o600, env.text)];
  return [
    ...(env.path === undefined ? [] : [textEntry('env.source', 0o600, env.path)]),
    textEntry('env.added', 0o600, env.added),
  ];
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
      startSeconds: startSeconds(intent.project, intent.settings.migrationTimeoutSeconds),
    },
    migration:
      intent.migration === undefined
        ? 'none'
        : intent.migration.breaking
          ? 'breaking'
          : 'compatible',
  };
}
