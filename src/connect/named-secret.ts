/**
 * The secret that a workflow gives to an input, for the message that the input is empty.
 * @param workflow the text of the workflow's file
 * @param input `github-token`
 * @returns `undefined` when it cannot be told for certain: no such line, or several secrets
 */
export function namedSecret(workflow: string, input: string): string | undefined {
  const pattern = new RegExp(
    String.raw`^\s*(?:-\s*)?${input}:\s*["']?\$\{\{[^}]*?\bsecrets\.([A-Za-z_][A-Za-z0-9_]*)`,
    'gm',
  );
  const names = new Set([...workflow.matchAll(pattern)].map(([, name]) => name));
  return names.size === 1 ? [...names][0] : undefined;
}
