import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Server } from '../../playground/hosts/server.js';
import { ensureProgram } from '../../playground/machine/install.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { must } from '../../playground/machine/run.js';

/** What is done at an act: see `strike.c`. */
export type Strike =
  | { readonly mode: 'count'; readonly scope: 'kept' | 'all' }
  | { readonly mode: 'kill' | 'orphan' }
  | { readonly mode: 'late'; readonly milliseconds: number }
  | { readonly mode: 'fail'; readonly error: 'ENOSPC' | 'EROFS' | 'EINTR' };

const errors = { EINTR: 4, ENOSPC: 28, EROFS: 30 } as const;

/** Strikes programs on a server, each at one of the acts by which it changes the server. */
export interface Striker {
  /**
   * Has the next program that starts struck.
   * @param at the number of the act, from 1
   * @param roots the folders whose files count
   */
  arm(at: number, strike: Strike, roots: readonly string[]): Promise<void>;
  /** The acts of the last program that was armed, as far as it came: `NUMBER CALL WHAT`. */
  acts(): Promise<readonly string[]>;
  /** The act that was struck. */
  struck(): Promise<string | undefined>;
}

const place = '/opt/strike';

/** The first on the path: every program of ours is started by it. */
const setsid = `#!/bin/sh
case "$*" in
  *'/.deploy-kit/releases/'*'/program.sh')
    if mv ${place}/state/armed ${place}/state/taken 2>/dev/null; then
      . ${place}/state/taken
      export LD_PRELOAD=${place}/strike.so STRIKE_STATE=${place}/state STRIKE_SHELL=$$
    fi
    ;;
esac
exec /usr/bin/setsid "$@"
`;

const installing = `mkdir -p ${place}/bin ${place}/state && chown deploy ${place}/state && cat >${place}/bin/setsid && chmod 755 ${place}/bin/setsid
echo 'SetEnv PATH=${place}/bin:/usr/local/bin:/usr/bin:/bin' >/etc/ssh/sshd_config.d/strike.conf && systemctl reload ssh`;

/** Makes a server's programs ones that can be struck. */
export async function makeStriker(server: Server): Promise<Striker> {
  const library = join(mkdtempSync(join(tmpdir(), 'deploy-kit-strike-')), 'strike.so');
  const source = join(repositoryRoot, '__tests__', 'crash-points', 'strike.c');
  for (const needed of ['cc', 'stdio.h']) await ensureProgram(needed);
  await must('cc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source]);
  await server.exec(['sh', '-ec', installing], { input: setsid });
  await server.exec(['sh', '-ec', `base64 -d >${place}/strike.so`], {
    input: readFileSync(library).toString('base64'),
  });
  const read = async (name: string): Promise<string> =>
    (await server.exec(['cat', `${place}/state/${name}`])).stdout.trim();
  return {
    async arm(at, strike, roots) {
      const settings = {
        STRIKE_AT: at,
        STRIKE_MODE: strike.mode,
        STRIKE_SCOPE:
          strike.mode === 'fail' ? 'all' : strike.mode === 'count' ? strike.scope : 'kept',
        STRIKE_MS: strike.mode === 'late' ? strike.milliseconds : 0,
        STRIKE_ERROR: strike.mode === 'fail' ? errors[strike.error] : 0,
        STRIKE_ROOTS: roots.join(':'),
      };
      const lines = Object.entries(settings).map(([name, value]) => `export ${name}='${value}'\n`);
      const script = `cd ${place}/state && rm -f * && cat >arming && chown deploy arming && mv arming armed`;
      await server.exec(['sh', '-ec', script], { input: lines.join('') });
    },
    acts: async () => (await read('acts')).split('\n').filter(Boolean),
    struck: async () => (await read('struck')) || undefined,
  };
}
