import type { InputKind } from './kind.js';

interface InputFacts<Value> {
  readonly kind: InputKind<Value>;
  /** For action.yml and the README: one or two sentences of Markdown. */
  readonly description: string;
  /** The value is masked in every log before anything else happens. */
  readonly secret?: boolean;
  /** Left out of the README: set by the manifest itself, not by people. */
  readonly hidden?: boolean;
}

/** An input that the step must set. */
export interface RequiredInput<Value> extends InputFacts<Value> {
  readonly required: true;
}

/** An input with a default, written as in a workflow (it may hold an expression). */
export interface DefaultedInput<Value> extends InputFacts<Value> {
  readonly default: string;
}

/** An input that may be left out: its value is then `undefined`. */
export type OptionalInput<Value> = InputFacts<Value>;

export type Input<Value = unknown> =
  RequiredInput<Value> | DefaultedInput<Value> | OptionalInput<Value>;

export type InputTable = Readonly<Record<string, Input>>;

/** The parsed value of one input. */
export type InputValue<Definition> = Definition extends { readonly kind: InputKind<infer Value> }
  ? Definition extends { readonly required: true } | { readonly default: string }
    ? Value
    : Value | undefined
  : never;

/** The parsed values of all inputs, by their names in camelCase (`known-hosts` → `knownHosts`). */
export type Inputs<Table extends InputTable> = {
  readonly [Name in keyof Table]: InputValue<Table[Name]>;
};

export interface Output {
  readonly description: string;
}

/** A rule between inputs: the problem in a sentence, or `undefined`. */
export type InputRule<Table extends InputTable> = (inputs: Inputs<Table>) => string | undefined;

/** Everything about an action that its manifest, its README and its parser are made from. */
export interface ActionDefinition<Table extends InputTable = InputTable> {
  /** The folder and address: `deploy-compose`. */
  readonly name: string;
  readonly title: string;
  /** One sentence for the Marketplace and the list of actions. */
  readonly description: string;
  /** An icon of Feather and a colour, for the Marketplace. */
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Table;
  readonly outputs: Readonly<Record<string, Output>>;
  /** Rules between inputs, checked after each input is valid by itself. */
  readonly rules: readonly InputRule<Table>[];
  /** Whether there is a `post.ts`, which runs after the job's other steps. */
  readonly post: boolean;
}

/** Gives a definition its exact types. */
export function defineAction<const Table extends InputTable>(
  definition: ActionDefinition<Table>,
): ActionDefinition<Table> {
  return definition;
}

/** `knownHosts` → `known-hosts`: the name of an input or output as a workflow writes it. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
