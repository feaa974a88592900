/** A place in a file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A value of a workflow file as it was written, with its place. */
export type SourceNode = SourceScalar | SourceList | SourceMap;

/** Any single value. */
export interface SourceScalar {
  readonly kind: 'scalar';
  /**
   * `true`, `3`, `''` for nothing at all. Expressions stay: `deploy-${{ github.ref }}`; an `if:` always has its
   * `${{ }}`. A block keeps the indentation that it has in the file.
   */
  readonly text: string;
  readonly at: Position;
  /** Where the text's first character is: after a quote, or on the line after `|`. */
  readonly start: Position;
}

/** A list. */
export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly at: Position;
}

/** A mapping, in the order of the file. */
export interface SourceMap {
  readonly kind: 'map';
  readonly entries: readonly SourceEntry[];
  readonly at: Position;
}

/** One `key: value`. */
export interface SourceEntry {
  readonly key: string;
  readonly keyAt: Position;
  readonly value: SourceNode;
}

/** What GitHub's parser has against a file. */
export interface SourceProblem {
  readonly message: string;
  readonly at: Position;
}

/** A file as GitHub's parser reads it. */
export interface ParsedSource {
  /** `undefined` when the file is no YAML at all. */
  readonly root: SourceNode | undefined;
  readonly problems: readonly SourceProblem[];
}

/** Reads workflow files and the manifests of local actions; raises nothing, whatever they hold. */
export interface WorkflowReader {
  readWorkflow(path: string, text: string): Promise<ParsedSource>;
  readAction(path: string, text: string): Promise<ParsedSource>;
}
