/**
 * The checks that need to know the types, in a process of their own that makes one program for all of them:
 * prints their findings as JSON. Files that no change since the last good run can have touched are left out.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { findUnreadInputs } from './check-inputs.js';
import { cacheOf } from './run-tool.js';

/** Their findings, empty when all is well. */
export interface TypescriptFindings {
  readonly types: string;
  readonly inputs: string;
  readonly lint: string;
}

/** What a run leaves to the next one, beside the compiler's own state. */
interface Left {
  /** Where lint found something: to be looked at again, changed or not. */
  readonly lint: readonly string[];
  readonly inputs: string;
}

const root = join(import.meta.dirname, '..', '..');
const state = cacheOf(root, `types-${settingsKey()}`);
const leftFile = `${state}.json`;
const left: Left = existsSync(leftFile)
  ? (JSON.parse(readFileSync(leftFile, 'utf8')) as Left)
  : { lint: [], inputs: '' };
const builder = createBuilder();
const program = builder.getProgram();

const affected = affectedFiles();
const types = ts.formatDiagnostics(
  [
    ...builder.getOptionsDiagnostics(),
    ...builder.getGlobalDiagnostics(),
    ...builder.getSyntacticDiagnostics(),
    ...builder.getSemanticDiagnostics(),
  ],
  {
    getCurrentDirectory: () => root,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  },
);
const inputs = affected.length === 0 ? left.inputs : findUnreadInputs(root, program).join('\n');
const linted = await lint([...new Set([...affected, ...left.lint.filter(existsSync)])]);
const findings: TypescriptFindings = { types, inputs, lint: linted.text };

builder.emit();
writeFileSync(leftFile, JSON.stringify({ lint: linted.files, inputs } satisfies Left));
console.log(JSON.stringify(findings));

/** The sources that are new to the compiler's state, or use what has changed. */
function affectedFiles(): readonly string[] {
  const found: string[] = [];
  for (;;) {
    const next = builder.getSemanticDiagnosticsOfNextAffectedFile();
    if (next === undefined) return found;
    if ('fileName' in next.affected && !next.affected.fileName.includes('/node_modules/'))
      found.push(next.affected.fileName);
  }
}

function settingsKey(): string {
  const key = createHash('sha256');
  for (const file of ['tsconfig.json', 'eslint.config.js', 'package-lock.json'])
    key.update(readFileSync(join(root, file)));
  return key.digest('hex').slice(0, 12);
}

function createBuilder(): ts.EmitAndSemanticDiagnosticsBuilderProgram {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) =>
    ts.sys.readFile(file),
  ) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, root, {
    tsBuildInfoFile: `${state}.tsbuildinfo`,
  });
  const host = ts.createIncrementalCompilerHost(options);
  // As typescript-eslint wants it: a rule reads `@deprecated`.
  host.jsDocParsingMode = ts.JSDocParsingMode.ParseAll;
  return ts.createIncrementalProgram({ rootNames: fileNames, options, host });
}

async function lint(
  files: readonly string[],
): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const results = await eslint.lintFiles(['*.js', 'scripts/*.mjs', ...files]);
  const found = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
  if (found.length === 0) return { text: '', files: [] };
  return {
    text: await (await eslint.loadFormatter('stylish')).format(found),
    files: found.map(({ filePath }) => filePath),
  };
}
