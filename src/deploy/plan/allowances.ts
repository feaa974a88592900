/** What a deploy does only where it is asked to, since nobody but the server has it. */
export const allowances = [
  'env-keys',
  'services',
  'project-name',
  'server-files',
  'owner',
] as const;
export type Allowance = (typeof allowances)[number];
