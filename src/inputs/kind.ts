/** What a text input means: how it is written, and how it becomes a typed value. */
export interface InputKind<Value> {
  /** For the README's table: `duration`, `list of lines`, `one of a, b`. */
  readonly describe: string;
  /**
   * Turns the trimmed, non-empty text into a value.
   * @throws {InputProblem} when the text does not mean one: it is never repaired
   */
  parse(text: string): Value;
}

/** Why one input's text was refused. Collected by the parser, which reports them all at once. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
}
