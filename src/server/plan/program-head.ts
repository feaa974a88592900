import type { ReadyServer } from './check-server.js';
import type { RolledService } from './rolled-service.js';

/** What every program on the server may need to know of the action's inputs. Times are in seconds. */
export interface ProgramSettings {
  /** How long it waits while another program of the same folder runs. */
  readonly lockTimeoutSeconds: number;
  readonly healthTimeoutSeconds: number;
  /** How long a service without a healthcheck must stay up. */
  readonly stableSeconds: number;
  /** How long old containers go on answering beside the new ones. */
  readonly drainSeconds: number;
  /** How long one hook may take. */
  readonly hookTimeoutSeconds: number;
  readonly migrationTimeoutSeconds: number;
  /** How long a blue-green deploy leaves what ran before up. */
  readonly keepWarmSeconds: number;
  /** Within which time of the last sign of life of its job a release is confirmed, or goes back by itself; 0: never does. */
  readonly confirmWithinSeconds: number;
  /** How many releases stay on the server, the live one included. */
  readonly keepReleases: number;
}

/** What a program is for, whatever server it runs on. */
export interface ProgramPurpose {
  /** What the journal says that this is. */
  readonly kind: 'deploy' | 'rollback' | 'take-back' | 'settle';
  /** The program's own folder among the releases. */
  readonly releaseId: string;
  readonly version: string;
  readonly revision: string;
  readonly actor: string;
  readonly runUrl: string;
  readonly settings: ProgramSettings;
}

/** Which services are switched in a way of their own; a program that settles finds that in what was left. */
export interface ProgramServices {
  readonly managedKeys: readonly string[];
  /** What no release brought and may be lost. */
  readonly allow: readonly string[];
  /** The services that roll, with how many containers each has. */
  readonly rolled: readonly RolledService[];
  /** The services that are told to resolve names again. */
  readonly proxies: readonly string[];
  /** How long the Compose files let Compose take to start them, beyond what it always may. */
  readonly startSeconds: number;
}

/** The variables at the head of a program: what the prelude's functions read. */
export interface ProgramHead extends ProgramPurpose, ProgramServices {
  /** The deploy folder, absolute. */
  readonly path: string;
  readonly composeCommand: string;
  /** Whether Docker is reached through sudo. */
  readonly sudo: boolean;
  /** The address of the engine; empty where the client knows it by itself. */
  readonly dockerHost: string;
}

/** The head of a program for that purpose on a server that was looked at. */
export function programHead(
  purpose: ProgramPurpose,
  {
    path,
    compose,
    sudo,
    dockerHost,
  }: Pick<ReadyServer, 'path' | 'compose' | 'sudo' | 'dockerHost'>,
  services: ProgramServices = {
    managedKeys: [],
    allow: [],
    rolled: [],
    proxies: [],
    startSeconds: 0,
  },
): ProgramHead {
  const { kind, releaseId, version, revision, actor, runUrl, settings } = purpose;
  return {
    ...{ kind, releaseId, version, revision, actor, runUrl, settings },
    ...{ path, composeCommand: compose.command, sudo, dockerHost },
    ...services,
  };
}
