import type { Expr } from '@actions/expressions';
import { Binary, FunctionCall, Grouping, Literal, Logical, Unary } from '@actions/expressions/ast';
import { parseExpression, pathOf, statusFunctions } from './expression-text.js';

/** What an expression may come to. */
export type Value = string | number | boolean | null;

/**
 * The outcome of an expression of which not all is known: its value, or at least whether it counts as true, or
 * nothing.
 */
export type Evaluation =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly truth: boolean | undefined };

/** What is known: the value of `github.ref` and the like (in lower case), `undefined` for all that is not. */
export type Facts = (path: string) => Value | undefined;

const unknown: Evaluation = { known: false, truth: undefined };

/**
 * What an expression comes to, as far as the facts tell.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions
 */
export function evaluate(text: string, facts: Facts): Evaluation {
  const expression = parseExpression(text);
  return expression === undefined ? unknown : outcomeOf(expression, facts);
}

/** `true`, `false`, or `undefined` when that can't be told. */
export function truthOf(outcome: Evaluation): boolean | undefined {
  return outcome.known ? isTrue(outcome.value) : outcome.truth;
}

function isTrue(value: Value): boolean {
  return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}

function known(value: Value): Evaluation {
  return { known: true, value };
}

function outcomeOf(expression: Expr, facts: Facts): Evaluation {
  if (expression instanceof Literal) return literal(expression);
  if (expression instanceof Grouping) return outcomeOf(expression.group, facts);
  if (expression instanceof Unary) return negate(outcomeOf(expression.expr, facts));
  if (expression instanceof Logical)
    return expression.args
      .map((argument) => outcomeOf(argument, facts))
      .reduce((left, right) => combine(expression.operator.lexeme === '&&', left, right));
  if (expression instanceof Binary)
    return compare(
      expression.operator.lexeme,
      outcomeOf(expression.left, facts),
      outcomeOf(expression.right, facts),
    );
  if (expression instanceof FunctionCall) return call(expression, facts);
  const path = pathOf(expression);
  const value = path === undefined ? undefined : facts(path);
  return value === undefined ? unknown : known(value);
}

function literal({ literal: data }: Literal): Evaluation {
  if ('value' in data) return known(data.value);
  return data.primitive ? known(null) : unknown;
}

function negate(outcome: Evaluation): Evaluation {
  const truth = truthOf(outcome);
  return truth === undefined ? unknown : known(!truth);
}

// `a && b` is the first that is false, else the last; `a || b` the first that is true, else the last.
function combine(and: boolean, left: Evaluation, right: Evaluation): Evaluation {
  const truth = truthOf(left);
  if (truth === !and) return left;
  if (truth === and) return right;
  return truthOf(right) === !and ? { known: false, truth: !and } : unknown;
}

function compare(operator: string, left: Evaluation, right: Evaluation): Evaluation {
  if (!left.known || !right.known) return unknown;
  if (operator === '==') return known(equal(left.value, right.value));
  if (operator === '!=') return known(!equal(left.value, right.value));
  const [a, b] = [toNumber(left.value), toNumber(right.value)];
  switch (operator) {
    case '<':
      return known(a < b);
    case '<=':
      return known(a <= b);
    case '>':
      return known(a > b);
    default:
      return known(a >= b);
  }
}

// Upper and lower case are equal; values of different types are compared as numbers.
function equal(left: Value, right: Value): boolean {
  if (typeof left === 'string' && typeof right === 'string')
    return left.toLowerCase() === right.toLowerCase();
  if (typeof left === typeof right && left !== null && right !== null) return left === right;
  return toNumber(left) === toNumber(right);
}

function toNumber(value: Value): number {
  if (typeof value === 'string') return value.trim() === '' ? 0 : Number(value);
  return Number(value);
}

function call({ functionName, args }: FunctionCall, facts: Facts): Evaluation {
  const name = functionName.lexeme.toLowerCase();
  if (statusFunctions.includes(name)) {
    const value = facts(`${name}()`);
    return value === undefined ? unknown : known(value);
  }
  const values = args.map((argument) => outcomeOf(argument, facts));
  const texts = values.map((outcome) => (outcome.known ? String(outcome.value ?? '') : undefined));
  const [first, second] = texts.map((text) => text?.toLowerCase());
  if (name === 'format') return format(texts);
  if (first === undefined || second === undefined) return unknown;
  if (name === 'contains') return known(first.includes(second));
  if (name === 'startswith') return known(first.startsWith(second));
  if (name === 'endswith') return known(first.endsWith(second));
  return unknown;
}

function format([pattern, ...values]: readonly (string | undefined)[]): Evaluation {
  if (pattern === undefined || values.includes(undefined)) return unknown;
  return known(
    pattern.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole),
  );
}
