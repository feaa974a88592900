import { failure } from '../../errors/index.js';

/** What a variable must be. */
export interface EnvRule {
  readonly key: string;
  readonly required: boolean;
  /** The value in the rules file: an example, never the real one. */
  readonly example: string;
  readonly type: string;
  /** The options in the brackets of its type. */
  readonly options: ReadonlyMap<string, string>;
  /** The words of an enum. */
  readonly words: readonly string[];
  readonly equals: string | undefined;
  readonly differs: string | undefined;
  /** The env file of another environment, in which it must have another value. */
  readonly unlike: string | undefined;
}

type Check = (value: string, rule: EnvRule) => string | undefined;

/** Where a rules file is looked for, unless it is named. */
export const usualRulesFile = '.env.schema';

export const types: Readonly<Record<string, Check>> = {
  string: () => undefined,
  number: (value, { options }) => {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) return 'must be a number';
    if (options.has('min') && number < Number(options.get('min')))
      return `must be at least ${options.get('min') ?? ''}`;
    if (options.has('max') && number > Number(options.get('max')))
      return `must be at most ${options.get('max') ?? ''}`;
    return undefined;
  },
  boolean: (value) => (/^(true|false|0|1)$/i.test(value) ? undefined : 'must be true or false'),
  port: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
      ? undefined
      : 'must be a port from 1 to 65535',
  url: (value) => (URL.canParse(value) ? undefined : 'must be a URL'),
  email: (value) =>
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? undefined : 'must be an email address',
  enum: (value, { words }) =>
    words.includes(value) ? undefined : `must be one of ${words.join(', ')}`,
  hex: (value) => (/^([0-9a-f]{2})+$/i.test(value) ? undefined : 'must be hexadecimal digits'),
  base64: (value) => (/^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? undefined : 'must be in base64'),
  pem: (value) =>
    /-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----/.test(value) ? undefined : 'must be PEM',
};

/**
 * Reads a rules file: an env file with examples, in which decorators in the comments above a variable say
 * what it must be.
 * Source: the convention of env-spec (https://varlock.dev/env-spec/overview/), of which `@required`,
 * `@optional`, `@sensitive` and `@type` are taken, and three decorators of our own: `@equals=OTHER`,
 * `@differs=OTHER`, `@unlike=FILE` (another environment's env file).
 * @throws {DeployKitError} `env-rules-invalid`
 */
export function parseEnvRules(file: string, text: string): readonly EnvRule[] {
  const rules: EnvRule[] = [];
  let decorators: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const problem = (words: string): Error =>
      failure('env-rules-invalid', { file, line: index + 1, problem: words });
    if (line.startsWith('#')) {
      decorators.push(...(line.match(/@\w+(?:=(?:\w+\([^)]*\)|\S+))?/g) ?? []));
      continue;
    }
    if (line.trim() === '') {
      decorators = [];
      continue;
    }
    const [, key, example = ''] = /^(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? [];
    if (key === undefined) throw problem('it is no NAME=value');
    rules.push(ruleOf(key, example.trim().replace(/^(['"])(.*)\1$/, '$2'), decorators, problem));
    decorators = [];
  }
  return rules;
}

function ruleOf(
  key: string,
  example: string,
  decorators: readonly string[],
  problem: (words: string) => Error,
): EnvRule {
  const values = new Map(
    decorators.map((decorator): [string, string] => {
      const at = decorator.indexOf('=');
      return at < 0
        ? [decorator.slice(1), 'true']
        : [decorator.slice(1, at), decorator.slice(at + 1)];
    }),
  );
  for (const name of values.keys())
    if (
      !['required', 'optional', 'sensitive', 'type', 'equals', 'differs', 'unlike'].includes(name)
    )
      throw problem(`@${name} is no decorator that deploy-kit knows`);
  const [, type = 'string', inside = ''] =
    /^(\w+)(?:\((.*)\))?$/.exec(values.get('type') ?? '') ?? [];
  if (!(type in types)) throw problem(`@type=${type} is no type that deploy-kit knows`);
  const words = inside
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    key,
    required: values.has('required'),
    example,
    type,
    words,
    options: new Map(
      words.flatMap((word) => {
        const at = word.indexOf('=');
        return at < 0 ? [] : [[word.slice(0, at), word.slice(at + 1)]];
      }),
    ),
    equals: values.get('equals'),
    differs: values.get('differs'),
    unlike: values.get('unlike'),
  };
}
