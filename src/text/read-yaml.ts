import type { Document } from 'yaml';

/**
 * The value of a YAML document, or what is wrong with it in a sentence: also aliases that lead nowhere or
 * make it grow beyond measure, and merges of what can't be merged, which show only when the value is made.
 */
export function yamlValue(
  document: Document.Parsed,
  options: Parameters<Document['toJS']>[0] = {},
): { readonly value: unknown } | { readonly problem: string } {
  const [error] = document.errors;
  if (error !== undefined)
    return { problem: (error.message.split('\n')[0] ?? '').replace(/:$/, '') };
  try {
    return { value: document.toJS(options) as unknown };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}
