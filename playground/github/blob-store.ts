import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BlobStore {
  readonly url: string;
  close(): void;
}

/**
 * Where artifacts are downloaded from: another host, whose addresses are their own permission. A
 * request that brings GitHub's token along is refused, as the real store does.
 */
export async function startBlobStore(
  find: (id: string) => Uint8Array | undefined,
): Promise<BlobStore> {
  const server = createServer((request, response) => {
    const blob = find((request.url ?? '').slice(1));
    if (request.headers.authorization !== undefined) response.writeHead(403).end();
    else if (blob === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/zip' }).end(blob);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
