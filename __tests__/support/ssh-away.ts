import type { Server } from '../../playground/hosts/server.js';

/**
 * Ends the SSH server with all its connections, and starts it again so many seconds later.
 * @returns resolves once it is gone
 */
export async function sshAway(server: Server, seconds: number): Promise<void> {
  const stop = 'systemctl stop ssh.socket ssh; pkill -9 sshd';
  const start = `setsid sh -c 'sleep ${seconds}; systemctl start ssh' >/dev/null 2>&1 </dev/null &`;
  await server.exec(['sh', '-c', `${stop}; ${start}`]);
}
