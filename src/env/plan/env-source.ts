/** An env file that is uploaded, or another one on the server, with lines to add. */
export type EnvSource =
  | { readonly source: 'upload'; readonly text: string }
  | { readonly source: 'server'; readonly path: string; readonly added: string };
