/** Why a fetch failed: it says "fetch failed" itself, and the reason stands in its cause. */
export function explainFetch(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? `${cause.message || cause.name}.` : String(cause);
}
