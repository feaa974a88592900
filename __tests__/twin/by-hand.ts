import type { Server } from '../../playground/hosts/server.js';
import type { RunResult } from '../../playground/machine/run.js';
import { choices } from './choices.js';
import type { Revision } from './shape.js';

/** A project that a person keeps in a folder of a server, with a shell and an editor. */
export class HandMade {
  readonly #server: Server;
  readonly #folder: string;
  readonly #image: string;
  #files: Readonly<Record<string, string>> = {};

  /** @param image the release's, without its tag */
  constructor(server: Server, folder: string, image: string) {
    this.#server = server;
    this.#folder = folder;
    this.#image = image;
  }

  /** Makes a revision run; where Compose does not find the way, everything is made anew. */
  async mend(revision: Revision, tag: string): Promise<void> {
    const { code } = await this.up(revision, tag);
    if (code !== 0) await typedUp(this.#server, this.#folder, '--force-recreate');
  }

  /** Writes what a revision changes, and starts it. */
  async up(revision: Revision, tag: string): Promise<RunResult> {
    const env = `IMAGE=${this.#image}\nIMAGE_TAG=${tag}\n${revision.env ?? ''}\n`;
    await this.#write({ 'compose.yml': revision.compose, '.env': env, ...revision.files });
    return typedUp(this.#server, this.#folder);
  }

  async #write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const path of Object.keys(this.#files))
      if (files[path] === undefined) await this.#type(['rm', path]);
    for (const [path, text] of Object.entries(files))
      if (this.#files[path] !== text)
        await this.#type(['sh', '-c', 'mkdir -p "$(dirname "$1")" && cat >"$1"', 'sh', path], text);
    this.#files = files;
  }

  async #type(command: readonly string[], input?: string): Promise<void> {
    const words = ['setpriv', '--reuid=deploy', '--regid=deploy', '--init-groups'];
    const inFolder = ['env', '-C', this.#folder, ...words, ...command];
    const { code, stderr } = await this.#server.exec(
      inFolder,
      input === undefined ? {} : { input },
    );
    if (code !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  }
}

/** `docker compose up -d`, typed into the folder of a project. */
export function typedUp(server: Server, folder: string, option = ''): Promise<RunResult> {
  const words = [server.compose, ...choices.upByHand, option].join(' ');
  return server.ssh(`cd ${folder} && ${words} </dev/null`);
}
