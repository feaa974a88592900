import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../machine/engine.js';
import { ensureImage } from './ensure-image.js';
import { importDebian } from './import-debian.js';

/** A server and `psql`, from the distribution's own packages. */
export const postgresImage = 'deploy-kit-playground/postgres:2';

// As the official image: a fresh data folder is made ready, then the server runs in the foreground.
const start = `#!/bin/sh
set -e
bin=$(echo /usr/lib/postgresql/*/bin)
data=/var/lib/postgresql/data
if [ ! -e $data/PG_VERSION ]; then
  su postgres -c "$bin/initdb --no-sync --pgdata $data --auth trust" >/dev/null
  echo 'host all all all trust' >>$data/pg_hba.conf
fi
exec su postgres -c "exec $bin/postgres -D $data -c fsync=off -c listen_addresses=* -c unix_socket_directories=/tmp"
`;

/** Makes the image once; it is kept in the playground's engine. */
export async function ensurePostgresImage(engine: Engine): Promise<void> {
  await ensureImage(engine, postgresImage, () => makePostgres(engine));
}

async function makePostgres(engine: Engine): Promise<void> {
  const base = `${postgresImage}-base`;
  await importDebian(engine, base, { options: ['--variant=minbase', '--include=postgresql'] });
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-image-'));
  writeFileSync(join(folder, 'start.sh'), start, { mode: 0o755 });
  writeFileSync(
    join(folder, 'Dockerfile'),
    `FROM ${base}\nRUN mkdir -p /var/lib/postgresql/data && chown postgres /var/lib/postgresql/data\nCOPY start.sh /start.sh\nCMD ["/start.sh"]\n`,
  );
  await engine.must(['build', '--quiet', '--tag', postgresImage, folder]);
  rmSync(folder, { recursive: true });
}
