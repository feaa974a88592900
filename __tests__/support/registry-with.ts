import type { ImageDescription, RemoteImage } from '../../src/image/remote-image.js';
import type { Registry } from '../../src/registry/registry.js';

/** A registry whose answers to the attempts, from 1, are given. */
export function registryWith(
  answer: (attempt: number) => RemoteImage | undefined,
  description: (attempt: number) => ImageDescription = () => ({
    labels: new Map(),
    created: undefined,
    healthcheck: false,
    volumes: [],
  }),
  missing: (attempt: number) => readonly string[] = () => [],
): Registry {
  let requests = 0;
  return {
    find: () => {
      requests += 1;
      return new Promise((resolve) => {
        resolve(answer(requests));
      });
    },
    describe: () => Promise.resolve(description(requests)),
    size: () => Promise.resolve(undefined),
    missingBlobs: () => Promise.resolve(missing(requests)),
    addTag: () => Promise.reject(new Error('a wait tags nothing')),
    get requests() {
      return requests;
    },
  };
}
