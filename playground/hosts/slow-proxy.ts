import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A TCP proxy that makes a connection worse: the kernel here has no netem. */
export interface SlowProxy {
  readonly port: number;
  /** How many connections there were, and how often their client spoke again after the server had. */
  readonly counts: { readonly connections: number; readonly roundTrips: number };
  /** Nothing gets through, and nobody is told. */
  stall(): void;
  resume(): void;
  /** Resets every connection. */
  cut(): void;
  close(): void;
}

/**
 * @param target `host:port`
 * @param delayMs for each direction: 25 gives a round trip of 50
 */
export async function startProxy({
  target,
  delayMs = 0,
}: {
  target: string;
  delayMs?: number;
}): Promise<SlowProxy> {
  const [host = '', port = '22'] = target.split(':');
  const sockets = new Set<Socket>();
  let stalled = false;
  const waiting: (() => void)[] = [];
  const deliver = (send: () => void): void => {
    if (stalled) waiting.push(send);
    else send();
  };
  const counts = { connections: 0, roundTrips: 0 };
  const link = (from: Socket, to: Socket, heard: () => void): void => {
    const later = (send: () => void): void => {
      if (delayMs === 0) deliver(send);
      else
        setTimeout(() => {
          deliver(send);
        }, delayMs);
    };
    from.on('data', (chunk) => {
      heard();
      later(() => {
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on('end', () => {
      later(() => {
        to.end();
      });
    });
    from.on('error', () => {
      to.destroy();
    });
    from.on('close', () => {
      sockets.delete(from);
    });
  };
  const server = createServer((client) => {
    const upstream = connect(Number(port), host);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    sockets.add(client).add(upstream);
    counts.connections += 1;
    let isAnswered = true;
    link(client, upstream, () => {
      if (isAnswered) counts.roundTrips += 1;
      isAnswered = false;
    });
    link(upstream, client, () => {
      isAnswered = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    counts,
    port: (server.address() as AddressInfo).port,
    stall() {
      stalled = true;
    },
    resume() {
      stalled = false;
      for (const send of waiting.splice(0)) send();
    },
    cut,
    close() {
      cut();
      server.close();
    },
  };
}
