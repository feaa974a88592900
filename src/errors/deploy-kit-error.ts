import { catalogue, type ErrorName, type ErrorValues } from './catalogue.js';
import { fillIn, type ErrorKind } from './entry.js';
import type { Recognised } from './recognise.js';
import { unchanged, type HostState } from './host-state.js';

export interface ErrorContext {
  /** What is live now; a failure before any change leaves it out. */
  readonly hostState?: HostState;
  /** The raw lines that explain it: a tool's message, a container's last log lines. */
  readonly details?: readonly string[];
  /** What those lines look like: another entry of the catalogue. */
  readonly looksLike?: Recognised | undefined;
  readonly cause?: unknown;
}

/** An expected failure: an entry of the catalogue with its values, and what is live now. */
export class DeployKitError extends Error {
  override readonly name = 'DeployKitError';
  readonly entry: ErrorName;
  readonly title: string;
  readonly kind: ErrorKind;
  readonly why: string;
  readonly fix: string;
  readonly hostState: HostState;
  readonly details: readonly string[];
  /** What the lines look like, and what mends that; `undefined` where nothing is known of them. */
  readonly hint: { readonly entry: ErrorName; readonly text: string } | undefined;
  readonly #values: Readonly<Record<string, string | number>>;
  readonly #context: ErrorContext;

  constructor(
    entry: ErrorName,
    values: Readonly<Record<string, string | number>>,
    context: ErrorContext = {},
  ) {
    const { title, kind, cause, fix } = catalogue[entry];
    super(`${fillIn(title, values)}: ${fillIn(cause, values)}`, { cause: context.cause });
    this.#values = values;
    this.#context = context;
    this.entry = entry;
    this.title = fillIn(title, values);
    this.kind = kind;
    this.why = fillIn(cause, values);
    this.fix = fillIn(fix, values);
    this.hostState = context.hostState ?? unchanged;
    this.details = context.details ?? [];
    this.hint = context.looksLike && hintOf(context.looksLike, values);
  }

  /** The same failure, where more is known of what it leaves, and of what led to it. */
  leaving(hostState: HostState, details: readonly string[] = []): DeployKitError {
    return new DeployKitError(this.entry, this.#values, {
      ...this.#context,
      hostState,
      details: [...this.details, ...details],
    });
  }
}

function hintOf(
  { entry, values }: Recognised,
  others: Readonly<Record<string, string | number>>,
): { readonly entry: ErrorName; readonly text: string } {
  const { title, fix } = catalogue[entry];
  const all = { ...others, ...values };
  return { entry, text: `${fillIn(title, all)}. ${fillIn(fix, all)}` };
}

/**
 * Makes an error of the catalogue.
 * @param values one value for each placeholder of the entry's texts (checked by the compiler)
 */
export function failure<Name extends ErrorName>(
  entry: Name,
  values: ErrorValues<Name>,
  context: ErrorContext = {},
): DeployKitError {
  return new DeployKitError(entry, values, context);
}

/** Whether a failure says that what ran before still runs, or runs again. */
export function hasLeftNothing(error: unknown): boolean {
  return error instanceof DeployKitError && /^(unchanged|restored)$/.test(error.hostState.state);
}
