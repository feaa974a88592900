/** Why a fetch failed: it says "fetch failed" itself, and the reason stands in its cause. */
export function explainFetch(error: unknown): string {
  const { cause = error } = error as { readonly cause?: unknown };
  // Of several addresses that were tried, the message is empty and the code says it.
  const { message = '', code = '', name = '' } = cause as Partial<NodeJS.ErrnoException>;
  return `${message || code || name}.`;
}
