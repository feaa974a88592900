import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionNames } from './actions-folder.js';
import { findingsOf, runScript } from './run-tool.js';

/**
 * Bundles all actions once with ncc, and writes a small entry for each: `<target>/<name>/index.js`
 * (and `post.js`), which name what to run.
 */
export async function bundle(root: string, target: string): Promise<void> {
  const names = actionNames(root);
  const entry = join(root, 'build', 'bundle-entry.js');
  writeFileSync(entry, renderEntry(root, names));
  rmSync(target, { recursive: true, force: true });
  const ncc = join(root, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js');
  const args = [
    'build',
    entry,
    '--out',
    target,
    '--no-source-map-register',
    '--no-cache',
    '--quiet',
  ];
  const problem = findingsOf(await runScript(root, ncc, args));
  if (problem !== '') throw new Error(`ncc: ${problem}`);
  // ssh2's way to Windows' key agent, which no runner of ours has.
  rmSync(join(target, 'pagent.exe'), { force: true });
  writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
  for (const name of names) {
    mkdirSync(join(target, name), { recursive: true });
    writeFileSync(join(target, name, 'index.js'), renderSmallEntry(name, 'main'));
    if (existsSync(join(root, 'actions', name, 'post.ts')))
      writeFileSync(join(target, name, 'post.js'), renderSmallEntry(name, 'post'));
  }
  writeFileSync(join(target, 'licenses.txt'), collectLicenses(root));
}

// Each action is imported when it runs, so that one which opens no connection does not load SSH.
function renderEntry(root: string, names: readonly string[]): string {
  const lines = names.flatMap((name) => [
    `  '${name}/main': async () => (await import('./actions/${name}/main.js')).main(),`,
    ...(existsSync(join(root, 'actions', name, 'post.ts'))
      ? [`  '${name}/post': async () => (await import('./actions/${name}/post.js')).post(),`]
      : []),
  ]);
  return `const stories = {\n${lines.join('\n')}\n};\n\nexport const run = (story) => stories[story]();\n`;
}

function renderSmallEntry(name: string, phase: 'main' | 'post'): string {
  return `import { run } from '../index.js';\n\nawait run('${name}/${phase}');\n`;
}

/** The licence texts of every package that a runtime dependency brings along. */
function collectLicenses(root: string): string {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      { version?: string; license?: string; dev?: boolean; optional?: boolean }
    >;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
    .map(([path, { version, license }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name} ${version ?? ''}\n${license ?? ''}\n${licenseText(join(root, path))}`;
    })
    .join('\n\n----\n\n');
}

function licenseText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
