/**
 * The value at a path of parsed JSON; `undefined` when there is none.
 * @param path keys and positions: `checks.db`, `items[0].id`
 */
export function valueAt(content: unknown, path: string): unknown {
  let value = content;
  for (const key of path.split(/\.|\[|\]\.?/).filter((part) => part !== '')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
