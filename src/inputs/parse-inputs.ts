import { closest, distance } from 'fastest-levenshtein';
import { failure } from '../errors/index.js';
import {
  kebabCase,
  type ActionDefinition,
  type Input,
  type Inputs,
  type InputTable,
} from './definition.js';
import { InputProblem } from './kind.js';

/** Where the texts come from and where secrets are masked: the runner, through the reporting adapter. */
export interface InputSource {
  /** The trimmed text of an input; empty when it is not set. */
  read(name: string): string;
  /** The names of everything that was set, also of what is no input. */
  names(): readonly string[];
  mask(secret: string): void;
}

/**
 * Reads all inputs of an action. Secrets are masked before anything is parsed.
 * @throws {DeployKitError} `input-invalid`, with every problem of every input in one message
 */
export function parseInputs<Table extends InputTable>(
  definition: ActionDefinition<Table>,
  source: InputSource,
): Inputs<Table> {
  const inputs = Object.entries<Input>(definition.inputs);
  const texts = new Map(inputs.map(([name]) => [name, source.read(kebabCase(name))]));
  for (const [name, input] of inputs) {
    const value = texts.get(name);
    if (input.secret && value) source.mask(value);
  }

  const problems = misspelt(source.names(), [...texts.keys()].map(kebabCase));
  const values: Record<string, unknown> = {};
  for (const [name, input] of inputs) {
    const outcome = parseOne(kebabCase(name), input, texts.get(name) ?? '');
    if ('problem' in outcome) problems.push(outcome.problem);
    else values[name] = outcome.value;
  }
  const parsed = values as Inputs<Table>;
  if (problems.length === 0)
    problems.push(...definition.rules.flatMap((rule) => rule(parsed) ?? []));
  if (problems.length > 0)
    throw failure('input-invalid', {
      action: definition.name,
      problems: problems.join('; '),
      readme: `${definition.name}/README.md`,
    });
  return parsed;
}

/** How many letters a misspelt name may differ by. */
const mostLetters = 2;

// The runner only warns of what it does not know, and the right input then looks as if nobody had set it.
function misspelt(given: readonly string[], known: readonly string[]): string[] {
  return given.flatMap((name) => {
    if (known.includes(name)) return [];
    const near = closest(name, [...known]);
    return distance(name, near) > mostLetters || given.includes(near)
      ? []
      : [`\`${name}\` is no input of this action; did you mean \`${near}\`?`];
  });
}

function parseOne(
  name: string,
  input: Input,
  value: string,
): { value: unknown } | { problem: string } {
  // The runner fills defaults in; outside of it (a test, a local run) they count all the same.
  const given = value || ('default' in input ? input.default : '');
  // A default that is an expression, which nobody has evaluated outside of the runner.
  if (value === '' && given.includes('${{')) return { value: input.kind.parse('') };
  if (given === '') {
    if ('required' in input) return { problem: `\`${name}\` is required and empty` };
    return { value: undefined };
  }
  try {
    return { value: input.kind.parse(given) };
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    return { problem: `\`${name}\` ${error.message}` };
  }
}
