import type { Server } from '../../playground/hosts/server.js';

/** Somebody who writes a row again and again, whatever happens to the database meanwhile. */
export interface Writer {
  /** Ends it; returns what is wrong: acknowledged rows that are not there any more. */
  stop(): Promise<readonly string[]>;
}

interface Database {
  readonly prepare: string;
  /** Writes the row `$n` in the container `$id`; its output is the acknowledgement. */
  readonly write: string;
  readonly acknowledged: RegExp;
  /** Prints all rows, one a line. */
  readonly read: string;
}

const psql = 'docker exec "$id" psql -h localhost -U postgres -qAt -c';

const databases: Readonly<Record<'postgres' | 'redis', Database>> = {
  postgres: {
    prepare: `${psql} 'create table if not exists written (n int)'`,
    write: `${psql} "insert into written values ($n) returning n"`,
    acknowledged: /^\d+$/,
    read: `${psql} 'select n from written'`,
  },
  redis: {
    prepare: 'true',
    write: 'docker exec "$id" redis-cli set "row:$n" 1',
    acknowledged: /^OK$/,
    read: `docker exec "$id" redis-cli --raw keys 'row:*' | sed 's/^row://'`,
  },
};

/** The containers of the database that run, as its clients find them by its name: more than one take turns. */
const find = (project: string): string =>
  `ids() { docker ps -q --filter label=com.docker.compose.project=${project} --filter label=com.docker.compose.service=db; }`;

/** Writes into the service `db` of a project from now on, as long as its folder is there. */
export function startWriter(
  server: Server,
  { project, folder }: { readonly project: string; readonly folder: string },
  kind: 'postgres' | 'redis',
): Writer {
  const database = databases[kind];
  const stopFile = `/tmp/writer-${project}`;
  const script = `${find(project)}
    n=0
    while [ ! -e ${stopFile} ] && [ -d ${folder} ]; do
      for id in $(ids); do
        ${database.prepare} >/dev/null 2>&1
        n=$((n + 1))
        answer=$(timeout 5 ${database.write} 2>/dev/null) && echo "$n $answer"
      done
      sleep 0.1
    done`;
  const written = server.exec(['sh', '-c', script], { timeoutMs: 1_200_000 });
  return {
    async stop() {
      await server.exec(['touch', stopFile]);
      const { stdout } = await written;
      await server.exec(['rm', stopFile]);
      const acknowledged = stdout.split('\n').flatMap((line) => {
        const [row, answer = ''] = line.split(' ');
        return database.acknowledged.test(answer) ? Number(row) : [];
      });
      const { stdout: rows } = await server.exec([
        ...['sh', '-c'],
        `${find(project)}\nfor id in $(ids); do ${database.read}; done`,
      ]);
      const found = new Set(rows.split('\n').filter(Boolean).map(Number));
      return judge(acknowledged, found);
    },
  };
}

/** How many rows a cycle must have written at least, or nothing was tried. */
const fewest = 10;

function judge(acknowledged: readonly number[], found: ReadonlySet<number>): readonly string[] {
  const { length } = acknowledged;
  const lost = acknowledged.filter((row) => !found.has(row));
  return [
    ...(length < fewest ? [`writer: only ${length} rows were acknowledged`] : []),
    ...(lost.length > 0
      ? [`writer: ${lost.length} of ${length} acknowledged rows are lost: ${lost.join(', ')}`]
      : []),
  ];
}
