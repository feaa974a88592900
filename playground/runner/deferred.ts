import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

/** A part of a workflow whose expressions are not evaluated yet. */
export type Deferred =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'expression'; readonly expression: string }
  | { readonly kind: 'list'; readonly items: readonly Deferred[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Deferred> };

export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** What expressions can see. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Plain>>;
  /** `success()`, `failure()`, `always()`, `cancelled()`, where they exist. */
  readonly status?: { readonly job: 'success' | 'failure' | 'cancelled' } | undefined;
}

/** Evaluates every expression in it with GitHub's own evaluator. */
export function evaluate(deferred: Deferred | undefined, scope: Scope): Plain {
  if (deferred === undefined) return null;
  switch (deferred.kind) {
    case 'value':
      return deferred.value;
    case 'expression':
      return evaluateExpression(deferred.expression, scope);
    case 'list':
      return deferred.items.map((item) => evaluate(item, scope));
    case 'map':
      return Object.fromEntries(
        [...deferred.entries].map(([key, value]) => [key, evaluate(value, scope)]),
      );
  }
}

/** The text that an expression's value becomes in an input, an environment variable or a script. */
export function asText(value: Plain): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Evaluates `env:`, `with:` and the like to texts. */
export function evaluateTexts(
  deferred: Deferred | undefined,
  scope: Scope,
): Record<string, string> {
  const value = evaluate(deferred, scope);
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('must be a mapping');
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asText(entry)]));
}

/** Whether a condition holds, as `if:` sees it. */
export function isTrue(expression: string, scope: Scope): boolean {
  const value = evaluateExpression(expression, scope);
  return value !== null && value !== false && value !== 0 && value !== '';
}

/** Evaluates the text of an action's default or of `run-name`, which may hold `${{ … }}` parts. */
export function evaluateTemplate(text: string, scope: Scope): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    asText(evaluateExpression(expression, scope)),
  );
}

function evaluateExpression(expression: string, scope: Scope): Plain {
  const functions = [...statusFunctions(scope), ...unsupported];
  const tokens = new Lexer(expression.trim()).lex().tokens.map(withAllQuotes);
  const tree = new Parser(tokens, Object.keys(scope.contexts), functions).parse();
  const contexts = JSON.parse(JSON.stringify(scope.contexts), data.reviver) as data.Dictionary;
  const definitions = new Map(
    functions.map((definition) => [definition.name.toLowerCase(), definition]),
  );
  const result = new Evaluator(tree, contexts, definitions).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer)) as Plain;
}

type LexedToken = ReturnType<Lexer['lex']>['tokens'][number];

// The package unescapes only the first of several '' in a text; GitHub's runner all of them.
function withAllQuotes(token: LexedToken): LexedToken {
  const { value } = token;
  return typeof value === 'string' ? { ...token, value: value.replaceAll("''", "'") } : token;
}

function statusFunctions({ status }: Scope): FunctionDefinition[] {
  if (status === undefined) return [];
  const define = (name: string, value: boolean): FunctionDefinition => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  });
  return [
    define('always', true),
    define('success', status.job === 'success'),
    define('failure', status.job === 'failure'),
    define('cancelled', status.job === 'cancelled'),
  ];
}

const unsupported: FunctionDefinition[] = [
  {
    name: 'hashFiles',
    minArgs: 1,
    maxArgs: 255,
    call: () => {
      throw new Error('The playground does not support hashFiles()');
    },
  },
];
