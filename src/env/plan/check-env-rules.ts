import { failure } from '../../errors/index.js';
import { types, type EnvRule } from './env-rules.js';

/** What people leave in a file that they meant to fill in. */
const placeholder =
  /^(change[-_ ]?me.*|todo|fixme|xxx+|placeholder|your[-_ ].*|example|secret|password|<.*>)$/i;

/**
 * Holds variables against their rules.
 * @param others the env files that rules name with `@unlike`, by their paths
 * @throws {DeployKitError} `env-rules-broken`, with every problem; names only, never a value
 */
export function checkEnvRules(
  rules: readonly EnvRule[],
  env: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): void {
  const problems = rules.flatMap((rule) => {
    const problem = problemOf(rule, env) ?? sameElsewhere(rule, env, others);
    return problem === undefined ? [] : [`${rule.key} ${problem}`];
  });
  if (problems.length > 0) throw failure('env-rules-broken', { problems: problems.join('; ') });
}

function problemOf(rule: EnvRule, env: ReadonlyMap<string, string>): string | undefined {
  const value = env.get(rule.key) ?? '';
  if (value === '') return rule.required ? 'is required and empty' : undefined;
  const known = /^(number|boolean|port|enum)$/.test(rule.type);
  if (placeholder.test(value)) return 'holds a placeholder';
  if (!known && rule.required && rule.example !== '' && value === rule.example)
    return 'still holds the example';
  const mistyped = types[rule.type]?.(value, rule) ?? lengthProblem(rule, value);
  if (mistyped !== undefined) return mistyped;
  if (rule.equals !== undefined && value !== env.get(rule.equals))
    return `must be equal to ${rule.equals}`;
  if (rule.differs !== undefined && value === env.get(rule.differs))
    return `must differ from ${rule.differs}`;
  return undefined;
}

function sameElsewhere(
  { key, unlike }: EnvRule,
  env: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string | undefined {
  const value = env.get(key) ?? '';
  if (unlike === undefined || value === '' || others.get(unlike)?.get(key) !== value)
    return undefined;
  return `has the same value as in ${unlike}`;
}

function lengthProblem({ options }: EnvRule, value: string): string | undefined {
  const bytes = Buffer.byteLength(value);
  const limit = (name: string): number | undefined =>
    options.has(name) ? Number(options.get(name)) : undefined;
  const [exact, least, most] = [limit('isLength'), limit('minLength'), limit('maxLength')];
  if (exact !== undefined && bytes !== exact) return `must be ${exact} bytes long`;
  if (least !== undefined && bytes < least) return `must be at least ${least} bytes long`;
  if (most !== undefined && bytes > most) return `must be at most ${most} bytes long`;
  const start = options.get('startsWith');
  if (start !== undefined && !value.startsWith(start)) return `must begin with ${start}`;
  return undefined;
}
