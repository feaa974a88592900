// Compiles the TypeScript sources to build/, file by file, those that have changed; what is left of a source
// that is gone goes. Types are not looked at: `npm run check` does that. Plain JavaScript, because nothing
// else is there yet.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new globalThis.URL('..', import.meta.url));
export const sourceFolders = ['src', 'actions', 'playground', 'scripts', 'bench', '__tests__'];
const build = join(root, 'build');
const record = join(build, '.compiled.json');

/** Returns the JavaScript files that are new, changed or gone. */
export async function compile() {
  const options = hash([
    readFileSync(fileURLToPath(import.meta.url)),
    readFileSync(join(root, 'tsconfig.json')),
    readFileSync(join(root, 'node_modules/typescript/package.json')),
  ]);
  const known = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {};
  if (known.options !== options) rmSync(build, { recursive: true, force: true });
  const before = known.options === options ? known.files : {};
  const texts = Object.fromEntries(
    sourceFolders.flatMap(sources).map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
  const files = Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, hash([text])]),
  );
  const changed = Object.keys(files).filter((file) => files[file] !== before[file]);
  const gone = Object.keys(before).filter((file) => files[file] === undefined);
  if (changed.length + gone.length === 0) return [];

  for (const file of gone)
    for (const output of [outputOf(file), `${outputOf(file)}.map`]) rmSync(output, { force: true });
  if (changed.length > 0) await transpile(changed, texts);
  writeFileSync(record, JSON.stringify({ options, files }));
  return [...changed, ...gone].map(outputOf);
}

async function transpile(files, texts) {
  const { default: ts } = await import('typescript');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  // Alone, a file does not know that it belongs to a package of ES modules.
  const alone = { ...options, module: ts.ModuleKind.ESNext, sourceMap: true };
  for (const file of files) {
    const output = outputOf(file);
    const { outputText, sourceMapText } = ts.transpileModule(texts[file], {
      fileName: file,
      compilerOptions: alone,
    });
    const map = JSON.parse(sourceMapText);
    map.sources = [relative(dirname(output), join(root, file))];
    mkdirSync(dirname(output), { recursive: true });
    // The map stands beside the file, which does not name it: bundles of these files carry no trace of it.
    writeFileSync(output, outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''));
    writeFileSync(`${output}.map`, JSON.stringify(map));
  }
}

function outputOf(file) {
  return join(build, file.replace(/\.ts$/, '.js'));
}

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return entry.name === 'node_modules' ? [] : sources(join(folder, entry.name));
    return entry.name.endsWith('.ts') ? [join(folder, entry.name)] : [];
  });
}

function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile();
