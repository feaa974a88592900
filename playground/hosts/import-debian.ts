import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { codename, machineMirror } from '../machine/install.js';
import { cacheFolder } from '../machine/places.js';
import { must } from '../machine/run.js';

/** A root file system of packages, and what its image runs. */
export interface Root {
  /** Arguments of mmdebstrap. */
  readonly options: readonly string[];
  /** The suite, then where it comes from; default: this machine's own. */
  readonly from?: readonly [suite: string, ...sources: string[]];
  readonly command?: readonly string[];
}

/** Makes an image of a distribution's packages. */
export async function importDebian(
  engine: Engine,
  tag: string,
  { options, from: [suite, ...sources] = [codename(), machineMirror()], command = [] }: Root,
): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  const tar = join(cacheFolder, `${tag.replaceAll(/[/:]/g, '-')}.tar`);
  rmSync(tar, { force: true });
  await must('mmdebstrap', [...options, suite, tar, ...sources], { timeoutMs: 900_000 });
  const change = ['--change', `CMD ${JSON.stringify(command)}`];
  await engine.must(['import', ...change, tar, tag], { timeoutMs: 300_000 });
  rmSync(tar);
}
