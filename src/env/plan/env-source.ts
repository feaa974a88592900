/**
 * An env file that is uploaded, or one on the server, with lines to add: another one than the deploy folder's own
 * where it has a path.
 */
export type EnvSource =
  | { readonly source: 'upload'; readonly text: string }
  | { readonly source: 'server'; readonly path: string | undefined; readonly added: string };
