import type { PinnedImage } from '../../image/pinned-image.js';
import type { Release } from '../../release/release.js';
import type { ComposeProject } from '../../compose/compose-project.js';
import type { ProgramSettings } from '../../server/plan/program-head.js';
import type { RegistryLogin } from './registry-login.js';
import type { Allowance } from './allowances.js';
import type { Strategy } from './switch-plan.js';
import type { WorkspaceFile } from '../../local/workspace.js';
import type { EnvSource } from '../../env/plan/env-source.js';

/** The moments at which a command of the project's own can run on the server. */
export const hookNames = [
  'before-deploy',
  'before-switch',
  'after-switch',
  'after-deploy',
  'on-rollback',
] as const;
export type HookName = (typeof hookNames)[number];
export type Hooks = ReadonlyMap<HookName, string>;

/** A change of the database that comes with a release. */
export interface Migration {
  /** The service whose image and settings its container has. */
  readonly service: string;
  /** Run by the container's shell; `undefined`: the service's own command. */
  readonly command: string | undefined;
  /** Whether the code before it can't run on the new schema. */
  readonly breaking: boolean;
  /** Takes a breaking one back, in a container of the same image. */
  readonly rollbackCommand: string | undefined;
}

/** How a proxy is told which containers to send requests to, in a blue-green deploy. */
export interface ProxySwitch {
  /** Its configuration with `{{SERVICE:PORT}}` for the containers. */
  readonly template: string;
  /** Where it reads it on the server: below the deploy folder, absolute, or with `~/`. */
  readonly file: string;
  /** The container of nginx or Caddy that reads it, or a script that makes the proxy do so. */
  readonly reload: { readonly container: string } | { readonly script: string };
}

/** The repository that deploys. */
export interface Repository {
  /** Keeps its value when the name changes; empty where it is not known. */
  readonly id: string;
  readonly name: string;
}

/** What a deploy is asked to do, before anything else is known of the servers than variables that only they have. */
export interface DeployIntent {
  /** The folder name of this release on the server; unique for each deploy. */
  readonly releaseId: string;
  readonly images: readonly PinnedImage[];
  /** What people call the release: `sha-1a2b3c4d5e6f`. */
  readonly version: string;
  /** The commit, where it is known. */
  readonly revision: string;
  readonly repository: Repository;
  readonly actor: string;
  readonly runUrl: string;
  /** The release document, for the record on the server. */
  readonly document: Release | undefined;
  readonly project: ComposeProject;
  /** The deploy folder as it was given (`~/app`, `/opt/app`). */
  readonly path: string;
  /** The given Compose files, relative to the deploy folder. */
  readonly composeFiles: readonly string[];
  /** Everything that goes into the deploy folder, by path. */
  readonly files: readonly WorkspaceFile[];
  /** Paths that the Compose files need and the checkout lacks: the server must have them. */
  readonly pathsOnServer: readonly string[];
  /** Folders that Compose makes, empty, where the server has none: path → the services that mount it. */
  readonly madeFolders: ReadonlyMap<string, readonly string[]>;
  /** Where the env file comes from; `undefined` keeps the one in the deploy folder. */
  readonly env: EnvSource | undefined;
  /** What people should look at in the env files, a warning a file. */
  readonly envWarnings: readonly string[];
  /** The variable in the env file that follows the version. */
  readonly versionVariable: string;
  /** For the registry of the release's images. */
  readonly login: RegistryLogin | undefined;
  readonly strategy: Strategy;
  /** The scripts that run on the server, by the moment that they are for. */
  readonly hooks: Hooks;
  /** Service → what is run in each of its old containers before it stops. */
  readonly preStop: ReadonlyMap<string, string>;
  readonly migration: Migration | undefined;
  /** `undefined` for every strategy but `blue-green`. */
  readonly proxy: ProxySwitch | undefined;
  /** The services outside the release that run by digest too: service → reference by digest. */
  readonly otherPins: ReadonlyMap<string, string>;
  /** Service of the release → the places for which its image makes volumes; without those that can't be read. */
  readonly imageVolumes: ReadonlyMap<string, readonly string[]>;
  /** What the server itself asks for before the release counts as healthy. */
  readonly healthUrls: readonly string[];
  /** What no release brought and may be lost. */
  readonly allow: ReadonlySet<Allowance>;
  /** Whether a release that is live already is deployed all the same. */
  readonly force: boolean;
  /** When the release was made: by its document, else when the deploy was asked for. */
  readonly createdAt: Date;
  /** Whether somebody has started the run once more: that one is meant. */
  readonly isRerun: boolean;
  readonly settings: ProgramSettings;
  /** What is otherwise on a server whose own variables are others than those of the first one: its name → that. */
  readonly onServers: ReadonlyMap<string, ProjectIntent>;
}

/** What variables decide that only a server has: the project as it is there, and all that is read from it. */
export type ProjectIntent = Pick<
  DeployIntent,
  | ('project' | 'files' | 'pathsOnServer' | 'madeFolders' | 'envWarnings')
  | ('migration' | 'proxy' | 'imageVolumes' | 'otherPins')
>;

/** What the deploy is asked to do on that server. */
export function intentOn(intent: DeployIntent, server: string): DeployIntent {
  return { ...intent, ...intent.onServers.get(server) };
}
