import { parseEnvFile } from '../compose/env-file.js';
import { failure } from '../errors/index.js';
import { lookAt } from '../server/look-at.js';
import { envFiles, serverEnv } from '../server/shell/scripts.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/** The variables of the server that a deploy asks for. */
export interface AskedEnv {
  /** The deploy folder as it was given. */
  readonly path: string;
  /** Another env file on the server than the folder's own. */
  readonly file: string | undefined;
  readonly names: ReadonlySet<string>;
}

/** What each of the servers has of them: its name → variable → value. */
export type ServerVariables = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads variables from the env files on the servers, those that are asked for and no other.
 * @throws {DeployKitError} `env-file-unreadable`, `env-file-invalid`, `probe-failed`, or one of the `ssh-…` entries
 */
export async function readServerEnv(
  servers: readonly ServerConnection[],
  asked: AskedEnv,
): Promise<ServerVariables> {
  const found = await Promise.all(servers.map((server) => readVariables(server, asked)));
  return new Map(found.map((variables, index) => [servers[index]?.name ?? '', variables]));
}

async function readVariables(
  server: ServerConnection,
  { path, file, names }: AskedEnv,
): Promise<ReadonlyMap<string, string>> {
  const text = await lookAt(server, {
    script: serverEnv,
    args: [path, file ?? ''],
    read: ({ stdout }) => /^begin=env\n([^]*)^end=env\n$/m.exec(stdout)?.[1],
  });
  const unreadable = /^unreadable=(.*)$/m.exec(text)?.[1];
  if (unreadable !== undefined)
    throw failure('env-file-unreadable', {
      file: unreadable,
      host: server.name,
      user: server.user,
    });
  return new Map([...parseEnvFile(text)].filter(([name]) => names.has(name)));
}

/**
 * Reads env files of the deploy folder.
 * @param folder absolute
 * @returns path → text, of those that are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
export function readEnvFiles(
  server: ServerConnection,
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return lookAt(server, {
    script: envFiles,
    args: [folder, ...files],
    read: ({ stdout }) => {
      if (!/^end=yes\n$/m.test(stdout)) return undefined;
      const texts = new Map<string, string>();
      for (const [, number, line = ''] of stdout.matchAll(/^(\d+) ([^\n]*)$/gm)) {
        const path = files[Number(number) - 1] ?? '';
        texts.set(path, `${texts.get(path) ?? ''}${line}\n`);
      }
      return texts;
    },
  });
}
