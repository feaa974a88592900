import type { Server } from '../../playground/hosts/server.js';
import type { Files, PublicProject } from './public-project.js';

/** A public project that somebody has started by hand on a server, as its own documentation says. */
export class HandStarted {
  readonly #server: Server;
  readonly #project: PublicProject;
  readonly #folder: string;

  /** @param project with the registry's names in the place of `released` */
  constructor(server: Server, project: PublicProject) {
    this.#server = server;
    this.#project = project;
    this.#folder = `/opt/${project.name}`;
  }

  async start(): Promise<void> {
    const { checkout, onServer = {}, prepare = 'true', typed } = this.#project;
    await this.#server.exec(['install', '-d', '-o', 'deploy', '-g', 'deploy', this.#folder]);
    for (const files of [checkout, onServer]) await this.#write(files);
    await this.#type(prepare);
    await this.#type(typed);
    await this.#type(`${typed} --wait 2>&1 || docker ps -a`);
  }

  /** What `docker compose up -d` says when somebody types it on the server. */
  async typeUp(): Promise<readonly string[]> {
    const { code, stderr } = await this.#server.ssh(
      `cd ${this.#folder} && docker compose up -d </dev/null`,
    );
    return code === 0 ? [] : [`a hand-typed up -d failed: ${stderr}`];
  }

  async clear(): Promise<void> {
    const script = `docker ps -aq | xargs -r docker rm -fv
      docker volume prune -af; docker network prune -f; rm -rf ${this.#folder}`;
    await this.#server.exec(['sh', '-c', script]);
  }

  async #write(files: Files): Promise<void> {
    const write = 'mkdir -p "$(dirname "$1")" && cat >"$1"';
    const words = ['setpriv', '--reuid=deploy', '--regid=deploy', '--init-groups'];
    for (const [path, input] of Object.entries(files)) {
      const command = [...words, 'sh', '-c', write, 'sh', `${this.#folder}/${path}`];
      await this.#server.exec(command, { input });
    }
  }

  async #type(words: string): Promise<void> {
    const { code, stdout, stderr } = await this.#server.ssh(`cd ${this.#folder} && ${words}`);
    if (code !== 0) throw new Error(`${words}: ${stdout}${stderr}`);
  }
}
