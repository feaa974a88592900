import type { Server } from '../../playground/hosts/server.js';
import { serviceOf, type Inventory } from './inventory.js';

/** Mounted files of which a container has another one than stands on the server: what is written there it never sees. */
export async function strayMounts(
  server: Server,
  { containers }: Inventory,
): Promise<readonly string[]> {
  const words = containers
    .filter(({ State }) => State.Status === 'running')
    .flatMap((container) =>
      container.Mounts.flatMap(({ Source = '', Destination }) =>
        Source === ''
          ? []
          : [serviceOf(container), String(container.State.Pid), Source, Destination],
      ),
    );
  const script = `while [ $# -gt 0 ]; do
    [ ! -f "$3" ] || [ "$(stat -c %i "$3")" = "$(stat -c %i "/proc/$2/root$4")" ] || echo "$1 has another $3 than stands there"
    shift 4
  done`;
  const { stdout } = await server.exec(['sh', '-c', script, 'sh', ...words]);
  return stdout.split('\n').filter(Boolean);
}
