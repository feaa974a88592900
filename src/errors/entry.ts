/** Who can mend it: the person who wrote the workflow, whoever runs the machine or service, or us. */
export type ErrorKind = 'configuration' | 'environment' | 'internal';

/**
 * One known failure. `<name>` in a text is a placeholder: the error that is raised fills it in, the
 * runbook shows it as it stands.
 */
export interface CatalogueEntry {
  readonly title: string;
  readonly kind: ErrorKind;
  /** Why it happened, in a sentence or two. */
  readonly cause: string;
  /** The exact command or setting that mends it. */
  readonly fix: string;
}

/** The names of the placeholders in a text: `'key <a> of <b>'` gives `'a' | 'b'`. */
export type Placeholders<Text extends string> = Text extends `${string}<${infer Name}>${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Replaces each `<name>` by its value; a placeholder without a value stays as it stands. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/<([a-z-]+)>/g, (placeholder, name: string) =>
    String(values[name] ?? placeholder),
  );
}
