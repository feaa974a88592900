import type { Server } from '../../playground/hosts/server.js';
import type { RunResult } from '../../playground/machine/run.js';
import { choices } from './choices.js';
import { filesOf, type Revision, type Shape } from './shape.js';

/** A project that a person keeps in a folder of a server, with a shell and an editor. */
export class HandMade {
  readonly #server: Server;
  readonly #folder: string;
  readonly #image: string;
  readonly #shape: Shape;
  #files: Readonly<Record<string, string>> = {};
  /** What this person typed last between `docker compose` and `up`. */
  #words = '';

  /** @param image the release's, without its tag */
  constructor(server: Server, image: string, shape: Shape) {
    this.#server = server;
    this.#folder = `/opt/${shape.name}`;
    this.#image = image;
    this.#shape = shape;
  }

  /** Makes the project run as it did before its first release. */
  async start(): Promise<RunResult> {
    const { former = {}, v1 } = this.#shape;
    const revision = former.revision ?? v1;
    await this.#write(revision, 'v0', former.envFile);
    this.#words = former.words ?? '';
    return this.again();
  }

  /** The same; where Compose does not find the way, everything is made anew. */
  async startAgain(): Promise<void> {
    const { code } = await this.start();
    if (code !== 0) await this.again('--force-recreate');
  }

  /** Writes what the server's own `.env` holds before anything runs. */
  async own(): Promise<void> {
    await this.#put('.env', this.#shape.ownEnv ?? '');
  }

  /** Makes a revision run; where Compose does not find the way, everything is made anew. */
  async mend(revision: Revision, tag: string): Promise<void> {
    const { code } = await this.up(revision, tag);
    if (code !== 0) await this.again('--force-recreate');
  }

  /** Writes what a revision changes, and starts it. */
  async up(revision: Revision, tag: string): Promise<RunResult> {
    await this.#write(revision, tag);
    const { project } = this.#shape;
    this.#words = [
      ...(project === undefined ? [] : [`-p ${project}`]),
      ...(revision.composeFiles ?? []).map((file) => `-f ${file}`),
    ].join(' ');
    return this.again();
  }

  /** Types the last `up` again. */
  again(option = ''): Promise<RunResult> {
    const line = upLine(this.#server, this.#folder, this.#words, option);
    return this.#shape.former?.by === 'root'
      ? this.#server.exec(['sh', '-c', line])
      : this.#server.ssh(line);
  }

  async #write(revision: Revision, tag: string, envFile = '.env'): Promise<void> {
    const own = this.#shape.ownEnv ?? '';
    const env = `IMAGE=${this.#image}\nIMAGE_TAG=${tag}\n${revision.env ?? ''}\n${own}\n`;
    const files = { [envFile]: env, ...filesOf(revision) };
    for (const path of Object.keys(this.#files))
      if (files[path] === undefined) await this.#type(['rm', path]);
    for (const [path, text] of Object.entries(files))
      if (this.#files[path] !== text) await this.#put(path, text);
    this.#files = files;
  }

  #put(path: string, text: string): Promise<void> {
    return this.#type(['sh', '-c', 'mkdir -p "$(dirname "$1")" && cat >"$1"', 'sh', path], text);
  }

  async #type(command: readonly string[], input?: string): Promise<void> {
    const words =
      this.#shape.former?.by === 'root'
        ? []
        : ['setpriv', '--reuid=deploy', '--regid=deploy', '--init-groups'];
    const inFolder = ['env', '-C', this.#folder, ...words, ...command];
    const { code, stderr } = await this.#server.exec(
      inFolder,
      input === undefined ? {} : { input },
    );
    if (code !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  }
}

/** `docker compose up -d`, typed into the folder of a project that was deployed. */
export function typedUp(server: Server, folder: string): Promise<RunResult> {
  return server.ssh(upLine(server, folder));
}

function upLine(server: Server, folder: string, words = '', option = ''): string {
  const line = [server.compose, words, ...choices.upByHand, option].join(' ');
  return `cd ${folder} && ${line} </dev/null`;
}
