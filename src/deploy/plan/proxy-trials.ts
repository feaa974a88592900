import { posix } from 'node:path';
import type { ContainerMount } from '../../compose/container-settings.js';
import type { ComposeProject, ComposeService } from '../../compose/compose-project.js';
import { parseEnvFile } from '../../compose/env-file.js';
import { parseImageReference } from '../../image/image-reference.js';
import type { ArchiveEntry } from '../../local/archiver.js';
import { listEntry, textEntry } from '../../local/plan/text-entry.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { ReadyServer } from '../../server/plan/check-server.js';
import type { Step } from '../../server/plan/plan.js';
import type { DeployIntent } from './deploy-intent.js';
import { mountedFiles } from './files-labels.js';
import { projectName } from './project-name.js';
import { identityOf } from './shipped-files.js';

/** The configuration of a proxy that is tried in its new image, before anything changes. */
export interface ProxyTrial {
  readonly step: Step;
  /** What the step reads on the server. */
  readonly entries: readonly ArchiveEntry[];
}

/** What counts of the server and what the release runs there. */
export interface TrialServer {
  readonly pins: ReadonlyMap<string, string>;
  readonly ready: Pick<ReadyServer, 'path' | 'currentFiles' | 'currentImages'>;
}

/** Each proxy of the project that mounts files of the release. */
export function proxyTrials(
  intent: Pick<DeployIntent, 'project' | 'files' | 'env'>,
  { pins, ready }: TrialServer,
): ProxyTrial[] {
  return intent.project.services.flatMap((service) => {
    const tool = toolOf(service);
    const pinned = pins.get(service.name);
    const image = pinned ?? (service.imageIsKnown ? service.image : undefined);
    const mounted = mountedFiles(service, intent.files);
    if (!service.active || tool === undefined || image === undefined || mounted.length === 0)
      return [];
    const { lines, isWhole } = environmentLines(service, intent);
    const isSame =
      mounted.every((file) => ready.currentFiles.get(file.path) === identityOf(file)) &&
      (pinned === undefined || pinned === ready.currentImages.get(service.name));
    const folder = `trials/${service.name}`;
    const config = service.settings.mounts.find(({ target }) =>
      target.endsWith('/Caddyfile'),
    )?.target;
    return {
      step: {
        title: `Try the configuration of ${service.name}`,
        command: ['try_proxy', service.name, image, tool, config ?? '/etc/caddy/Caddyfile'],
      },
      entries: [
        // As it is in no argument list, it is in no list of processes.
        textEntry(`${folder}/env`, 0o600, lines),
        listEntry(
          `${folder}/mounts`,
          mountLines(service.settings.mounts, projectName(intent, ready)),
        ),
        listEntry(
          `${folder}/options`,
          optionWords(service, intent.project, projectName(intent, ready)),
        ),
        ...commandEntries(folder, service),
        ...doubtEntry(folder, isWhole, isSame, service.settings.mounts),
      ],
    };
  });
}

/** The program that judges the configuration; `undefined` for what is no proxy that is known. */
function toolOf({ image, settings }: ComposeService): string | undefined {
  const name =
    parseImageReference(image ?? '')
      ?.repository.split('/')
      .at(-1) ?? '';
  if (/^(openresty|angie|caddy)$/.test(name)) return name;
  if (/^(nginx|nginx-unprivileged|freenginx)$/.test(name)) return 'nginx';
  const targets = settings.mounts.map(({ target }) => target);
  if (targets.some((target) => /^\/etc\/caddy(\/|$)|\/Caddyfile$/.test(target))) return 'caddy';
  return targets.some((target) => /^\/etc\/nginx(\/|$)/.test(target)) ? 'nginx' : undefined;
}

// Why a failure may be no fault of the configuration.
function doubtEntry(
  folder: string,
  isWhole: boolean,
  isSame: boolean,
  mounts: readonly ContainerMount[],
): ArchiveEntry[] {
  const unknown = mounts.find(({ kind }) => kind === 'unknown');
  const doubt = isSame
    ? 'the live release has the same one'
    : !isWhole
      ? 'a part of its environment is known to the server alone'
      : unknown === undefined
        ? undefined
        : `what it has at ${unknown.target} is not known here`;
  return doubt === undefined ? [] : [textEntry(`${folder}/doubt`, 0o644, doubt)];
}

/** Where a proxy keeps and writes what is no configuration: here it could only be read, which would be a fault. */
const workPlaces = /^\/(data|config|run|tmp|var\/(cache|lib|log|run|tmp))(\/|$)/;

/** `KIND|SOURCE|TARGET` for each place, as `trial_mounts` reads them. */
function mountLines(mounts: readonly ContainerMount[], project: string): readonly string[] {
  return mounts.flatMap(({ kind, source, target, isOwn, readOnly }) => {
    if (!readOnly && workPlaces.test(target)) return [];
    if (kind === 'image' || kind === 'unknown' || `${source}${target}`.includes('|')) return [];
    return `${kind}|${isOwn ? `${project}_${source}` : source}|${target}`;
  });
}

/** The options of `docker run`: every name that the proxy may look up leads somewhere. */
function optionWords(
  { settings }: ComposeService,
  { services }: ComposeProject,
  project: string,
): readonly string[] {
  const others = services
    .filter(({ active }) => active)
    .flatMap(({ name, traits, settings: { aliases } }) => [
      name,
      ...aliases,
      ...Array.from({ length: Math.max(traits.replicas, 1) }, (_, index) => [
        `${project}-${name}-${index + 1}`,
        `${project}_${name}_${index + 1}`,
      ]).flat(),
    ]);
  return [
    ...(settings.user === undefined ? [] : ['--user', settings.user]),
    ...(settings.workingDirectory === undefined ? [] : ['--workdir', settings.workingDirectory]),
    ...settings.extraHosts.flatMap((host) => ['--add-host', host]),
    ...[...new Set([...others, ...settings.links])].flatMap((name) => [
      '--add-host',
      `${name}:127.0.0.1`,
    ]),
  ];
}

// A word a line: line breaks stand in scripts alone, of which only the first word matters.
function commandEntries(
  folder: string,
  { settings: { command, entrypoint } }: ComposeService,
): ArchiveEntry[] {
  const entry = (name: string, words: readonly string[]): ArchiveEntry =>
    listEntry(
      `${folder}/${name}`,
      words.map((word) => word.replaceAll('\n', ' ')),
    );
  // With an entrypoint of the file, the image's command counts no more.
  const own = command ?? (entrypoint === undefined ? undefined : []);
  return [
    ...(entrypoint === undefined ? [] : [entry('entrypoint', entrypoint)]),
    ...(own === undefined ? [] : [entry('command', own)]),
  ];
}

/** The service's variables as `docker run --env-file` reads them, and whether that is all of them. */
function environmentLines(
  { settings }: ComposeService,
  { files, env }: Pick<DeployIntent, 'files' | 'env'>,
): { readonly lines: string; readonly isWhole: boolean } {
  const texts = settings.envFiles.map((path) =>
    path === '.env' && env?.source === 'upload' ? env.text : textOf(files, posix.normalize(path)),
  );
  const known = new Map<string, string | undefined>(
    texts.flatMap((text) => (text === undefined ? [] : [...parseEnvFile(text)])),
  );
  for (const [name, value] of settings.environment) known.set(name, value);
  const given = [...known].filter(([, value]) => value?.includes('\n') === false);
  return {
    lines: given.map(([name, value]) => `${name}=${value ?? ''}\n`).join(''),
    isWhole: given.length === known.size && !texts.includes(undefined),
  };
}

function textOf(files: readonly WorkspaceFile[], path: string): string | undefined {
  const content = files.find((file) => file.path === path)?.content;
  return content?.kind === 'file' ? content.read().toString('utf8') : undefined;
}
