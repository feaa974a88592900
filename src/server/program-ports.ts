import type { Archiver } from '../local/archiver.js';
import type { Clock } from '../local/clock.js';
import type { Reporter } from '../local/reporter.js';
import type { ServerConnection } from '../ssh/server-connection.js';

/** What running a program on a server needs of the outside. */
export interface ProgramPorts {
  readonly server: ServerConnection;
  readonly archiver: Archiver;
  readonly clock: Clock;
  readonly reporter: Reporter;
}
