/** Whether a value means yes: a variable leaves a text where a boolean is meant. */
export function isYes(value: unknown): boolean {
  return value === true || (typeof value === 'string' && /^(true|yes|y|on)$/i.test(value));
}

/** Whether a value means no. */
export function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && /^(false|no|n|off)$/i.test(value));
}
