import { spawnSync } from 'node:child_process';

/** The shells of this machine that a server may have, as commands. */
export const shells = [['bash'], ['dash'], ['busybox', 'sh']].filter(
  ([file = '', ...args]) => spawnSync(file, [...args, '-c', 'true']).status === 0,
);
