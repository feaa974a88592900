/**
 * Runs tasks side by side. The first that fails ends the others, so that nobody waits for work whose
 * result no one wants any more.
 * @param start gets the signal that each task must heed
 * @throws what the first task to fail threw
 */
export async function allOrAbort<Result>(
  start: (signal: AbortSignal) => readonly Promise<Result>[],
): Promise<Result[]> {
  const controller = new AbortController();
  try {
    return await Promise.all(start(controller.signal));
  } finally {
    controller.abort();
  }
}
