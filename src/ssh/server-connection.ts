import { CommandTimedOut, ConnectionLost, NotBegun, type ConnectHost, type Host } from './host.js';
import { openPatiently, type Waiting } from './open-patiently.js';

/** How often work that may be repeated is begun at most, whatever ends its connections. */
const mostTries = 5;

/** Where a server is, and who logs in there. */
export interface ServerAddress {
  readonly host: string;
  readonly user: string;
  readonly port: number;
}

/**
 * The one connection to a server: opened on first use, opened again after it was lost. Whoever needs it waits for the
 * server, and nobody else decides for how long (`openPatiently`).
 */
export class ServerConnection {
  readonly name: string;
  readonly user: string;
  /** As somebody has written it: `user@host`, with its port where that is not the usual one. */
  readonly address: string;
  readonly #connect: ConnectHost;
  readonly #waiting: Waiting;
  #wasReached: boolean;
  #host: Promise<Host> | undefined;
  /** Counts how often it was closed: what has begun before opens no other connection, which nobody would close. */
  #use = 0;

  /** @param wasReached whether this job has reached the server before */
  constructor(
    { host, user, port }: ServerAddress,
    connect: ConnectHost,
    waiting: Waiting,
    wasReached = false,
  ) {
    this.name = host;
    this.user = user;
    this.address = `${user}@${host}${port === 22 ? '' : `:${port}`}`;
    this.#connect = connect;
    this.#waiting = waiting;
    this.#wasReached = wasReached;
  }

  /**
   * Works over the connection, once.
   * @throws {ConnectionLost} when the connection ended under the work; the next one is a new one
   * @throws {DeployKitError} one of the `ssh-…` entries, when there is none
   */
  async attempt<Result>(work: (host: Host) => Promise<Result>): Promise<Result> {
    const use = this.#use;
    // One that ended while nobody needed it.
    return this.#over(work).catch((error: unknown) => {
      if (error instanceof NotBegun && !this.#isOver(use)) return this.#over(work);
      throw error;
    });
  }

  /**
   * Work that may be done again from the start, such as a look: over as many connections as it takes.
   * @throws {ConnectionLost} when each of them ended under it
   * @throws {DeployKitError} one of the `ssh-…` entries
   */
  async whileReachable<Result>(work: (host: Host) => Promise<Result>): Promise<Result> {
    const use = this.#use;
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (!(error instanceof ConnectionLost) || this.#isOver(use)) throw error;
        if (error instanceof CommandTimedOut || tries >= mostTries) throw error;
        this.#waiting.say(
          `The connection to ${this.name} was lost (${error.message}): once more …`,
        );
        await this.#waiting.sleep(1);
        if (this.#isOver(use)) throw error;
      }
    }
  }

  /** Closes the connection. Work that comes later opens another one; what is under way ends as lost. */
  drop(): void {
    this.#use += 1;
    this.#forget();
  }

  #isOver(use: number): boolean {
    return use !== this.#use;
  }

  #forget(): void {
    void this.#host?.then(
      (host) => {
        host.close();
      },
      () => undefined,
    );
    this.#host = undefined;
  }

  async #over<Result>(work: (host: Host) => Promise<Result>): Promise<Result> {
    const opening = (this.#host ??= this.#open());
    const host = await opening;
    try {
      return await work(host);
    } catch (error) {
      // Somebody else who lost the same one may have another already.
      if (error instanceof ConnectionLost && this.#host === opening) this.#forget();
      throw error;
    }
  }

  async #open(): Promise<Host> {
    const use = this.#use;
    const connect = (): Promise<Host> =>
      this.#isOver(use) ? Promise.reject(new ConnectionLost('it was closed')) : this.#connect();
    try {
      const host = await openPatiently(this.name, connect, this.#wasReached, this.#waiting);
      this.#wasReached = true;
      return host;
    } catch (error) {
      if (this.#isOver(use)) throw error;
      this.#host = undefined;
      // Whoever asks next need not wait as long once more.
      this.#wasReached = false;
      throw error;
    }
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
