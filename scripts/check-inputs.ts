import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { actionNames } from './actions-folder.js';

/**
 * The inputs that no code of their action reads, and the outputs that it never sets or sets without
 * having declared them.
 */
export function findUnreadInputs(root: string, program = createProgram(root)): readonly string[] {
  return actionNames(root).flatMap((name) => {
    const room = join(root, 'actions', name);
    const entries = [join(room, 'main.ts'), join(room, 'post.ts')].filter((file) =>
      existsSync(file),
    );
    return findInAction(program, name, join(room, 'definition.ts'), reachable(program, entries));
  });
}

function createProgram(root: string): ts.Program {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { fileNames, options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  return ts.createProgram(fileNames, options);
}

function findInAction(
  program: ts.Program,
  name: string,
  definitionFile: string,
  sources: readonly ts.SourceFile[],
): string[] {
  const checker = program.getTypeChecker();
  const inputs = propertiesOf(checker, program, definitionFile, 'inputs');
  const outputs = propertiesOf(checker, program, definitionFile, 'outputs').map(
    ({ name: output }) => output,
  );
  const read = new Set<ts.Node>();
  const set = new Set<string>();
  for (const source of sources) collect(checker, source, read, set);
  const unread = inputs.filter(
    (input) => !(input.declarations ?? []).some((declaration) => read.has(declaration)),
  );
  return [
    ...unread.map((input) => `${name}: no code reads the input ${input.name}`),
    ...outputs
      .filter((output) => !set.has(output))
      .map((output) => `${name}: no code sets the output ${output}`),
    ...[...set]
      .filter((output) => !outputs.includes(output))
      .map((output) => `${name}: the output ${output} is not declared`),
  ];
}

/** The files that are reached by imports, but not definitions: declaring is not reading. */
function reachable(program: ts.Program, entries: readonly string[]): ts.SourceFile[] {
  const found = new Map<string, ts.SourceFile>();
  const visit = (file: string): void => {
    const source = program.getSourceFile(file);
    if (source === undefined || found.has(file) || file.includes('node_modules')) return;
    found.set(file, source);
    ts.forEachChild(source, (node) => {
      if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return;
      const symbol =
        node.moduleSpecifier && program.getTypeChecker().getSymbolAtLocation(node.moduleSpecifier);
      for (const declaration of symbol?.declarations ?? [])
        visit(declaration.getSourceFile().fileName);
    });
  };
  entries.forEach(visit);
  return [...found.values()].filter(({ fileName }) => !/(definition|-inputs)\.ts$/.test(fileName));
}

function propertiesOf(
  checker: ts.TypeChecker,
  program: ts.Program,
  file: string,
  property: 'inputs' | 'outputs',
): readonly ts.Symbol[] {
  const source = program.getSourceFile(file);
  const moduleSymbol = source && checker.getSymbolAtLocation(source);
  const definition =
    moduleSymbol &&
    checker.getExportsOfModule(moduleSymbol).find(({ name }) => name === 'definition');
  if (source === undefined || definition === undefined)
    throw new Error(`${file} exports no definition`);
  const member = checker.getTypeOfSymbol(definition).getProperty(property);
  if (member === undefined) throw new Error(`${file} has no ${property}`);
  if (property === 'inputs') return checker.getTypeOfSymbol(member).getProperties();
  // The type of `outputs` is a plain record: its names stand in the literal alone.
  return literalProperties(checker, source, property);
}

function literalProperties(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  property: string,
): readonly ts.Symbol[] {
  let found: readonly ts.Symbol[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === property)
      found = checker.getTypeAtLocation(node.initializer).getProperties();
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function collect(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
  read: Set<ts.Node>,
  set: Set<string>,
): void {
  const note = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) read.add(declaration);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const key = node.propertyName ?? node.name;
      if (ts.isIdentifier(key)) note(checker.getTypeAtLocation(node.parent).getProperty(key.text));
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'output'
    ) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteral(name)) set.add(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
