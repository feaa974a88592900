import type { Position, SourceEntry, SourceNode, SourceScalar } from '../workflow-reader.js';

/** The `key: value` of a mapping; nothing for anything that is no mapping. */
export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  return entriesOf(node).find((entry) => entry.key === key);
}

/** All entries of a mapping; none for anything else. */
export function entriesOf(node: SourceNode | undefined): readonly SourceEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

/** The value of a key. */
export function valueOf(node: SourceNode | undefined, key: string): SourceNode | undefined {
  return entryOf(node, key)?.value;
}

/** The single value of a key. */
export function scalarOf(node: SourceNode | undefined, key: string): SourceScalar | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** `needs: build` and `needs: [build, test]` alike. */
export function scalarsOf(node: SourceNode | undefined): readonly SourceScalar[] {
  if (node?.kind === 'scalar') return node.text === '' ? [] : [node];
  return node?.kind === 'list' ? node.items.filter((item) => item.kind === 'scalar') : [];
}

/** All single values in a node, however deep. */
export function scalarsWithin(node: SourceNode | undefined): readonly SourceScalar[] {
  if (node?.kind === 'map') return node.entries.flatMap(({ value }) => scalarsWithin(value));
  return node?.kind === 'list' ? node.items.flatMap(scalarsWithin) : scalarsOf(node);
}

/** The single values of a mapping by their keys, in lower case as GitHub compares the names of inputs. */
export function scalarMap(node: SourceNode | undefined): ReadonlyMap<string, SourceScalar> {
  return new Map(
    entriesOf(node).flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [[key.toLowerCase(), value] as const] : [],
    ),
  );
}

/** Where the character at `offset` of the text stands in the file. */
export function positionIn({ text, start }: SourceScalar, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return line === 0
    ? { line: start.line, column: start.column + offset }
    : { line: start.line + line, column: offset - before.lastIndexOf('\n') };
}
