import { mkdirSync, mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { must, run } from '../machine/run.js';

/** A repository's content: path → text; a script's text begins with `#!` and is executable. */
export type Files = Readonly<Record<string, string>>;

const author = ['-c', 'user.name=Playground', '-c', 'user.email=playground@example.com'];

/** A real git repository on disk. */
export class GitRepository {
  readonly folder: string;
  readonly defaultBranch = 'main';

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<GitRepository> {
    const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-git-'));
    await must('git', ['init', '--quiet', '--initial-branch', 'main', folder]);
    return new GitRepository(folder);
  }

  /** Commits files on a branch. Returns the commit. */
  async commit(files: Files, message: string, branch = this.defaultBranch): Promise<string> {
    const exists = (await this.#git(['rev-parse', '--verify', '--quiet', branch])).code === 0;
    if (exists) await this.#must(['checkout', '--quiet', branch]);
    else await this.#must(['checkout', '--quiet', '-B', branch]);
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (text.startsWith('#!')) chmodSync(file, 0o755);
    }
    await this.#must(['add', '--all']);
    await this.#must([...author, 'commit', '--quiet', '--allow-empty', '--message', message]);
    return this.resolve(branch);
  }

  async resolve(ref: string): Promise<string> {
    return (await this.#must(['rev-parse', '--verify', `${ref}^{commit}`])).trim();
  }

  async has(ref: string): Promise<boolean> {
    return (await this.#git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])).code === 0;
  }

  /** The text of a file at a commit. */
  async show(ref: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await this.#git(['show', `${ref}:${path}`]);
    return code === 0 ? stdout : undefined;
  }

  /** The files right below a folder at a commit; `undefined` when there is no such folder. */
  async list(ref: string, folder: string): Promise<readonly string[] | undefined> {
    const { code, stdout } = await this.#git(['ls-tree', '--name-only', `${ref}:${folder}`]);
    if (code !== 0) return undefined;
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((name) => `${folder}/${name}`);
  }

  async workflows(ref: string): Promise<readonly { path: string; source: string }[]> {
    const listed = await this.#must(['ls-tree', '-r', '--name-only', ref, '.github/workflows/']);
    const paths = listed.split('\n').filter((path) => /\.ya?ml$/.test(path));
    return Promise.all(
      paths.map(async (path) => ({ path, source: (await this.show(ref, path)) ?? '' })),
    );
  }

  async commitFacts(sha: string): Promise<{ tree: string; message: string; time: string }> {
    const [tree = '', time = '', ...message] = (
      await this.#must(['show', '--no-patch', '--format=%T%n%cI%n%B', sha])
    ).split('\n');
    return { tree, time, message: message.join('\n').trim() };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #git(args: readonly string[]): ReturnType<typeof run> {
    return run('git', ['-C', this.folder, ...args]);
  }

  #must(args: readonly string[]): Promise<string> {
    return must('git', ['-C', this.folder, ...args]);
  }
}
