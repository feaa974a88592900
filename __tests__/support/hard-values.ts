import fc from 'fast-check';

/** Anything that JSON or YAML can bring. */
export const hardValues = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.anything({ maxDepth: 4, withDate: false, withBigInt: false }),
);
