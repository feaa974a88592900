import type { ConnectHost, Host } from './host.js';

/** The one connection to a server: opened on first use, opened again after it was dropped. */
export class ServerConnection {
  readonly name: string;
  readonly user: string;
  /** As somebody has written it: `user@host`, with its port where that is not the usual one. */
  readonly address: string;
  readonly #connect: ConnectHost;
  #host: Promise<Host> | undefined;

  constructor(name: string, user: string, connect: ConnectHost, port = 22) {
    this.name = name;
    this.user = user;
    this.address = `${user}@${name}${port === 22 ? '' : `:${port}`}`;
    this.#connect = connect;
  }

  /** @throws {DeployKitError} one of the `ssh-…` entries */
  async host(): Promise<Host> {
    this.#host ??= this.#connect();
    try {
      return await this.#host;
    } catch (error) {
      this.#host = undefined;
      throw error;
    }
  }

  /** Forgets a connection that was lost. */
  drop(): void {
    void this.#host?.then(
      (host) => {
        host.close();
      },
      () => undefined,
    );
    this.#host = undefined;
  }
}

/**
 * Works with a server and closes the connection afterwards in every case: an open one would keep
 * the process alive.
 */
export async function withServer<Result>(
  server: ServerConnection,
  work: (server: ServerConnection) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(server);
  } finally {
    server.drop();
  }
}

/** Works with several servers and closes every connection afterwards. */
export async function withServers<Result>(
  servers: readonly ServerConnection[],
  work: (servers: readonly ServerConnection[]) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(servers);
  } finally {
    for (const server of servers) server.drop();
  }
}
