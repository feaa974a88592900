import type { Engine } from '../machine/engine.js';
import { firstRegistryPort } from './registry.js';

/** A network for the servers of one stage: their addresses stay theirs while one of them is down. */
export interface StageNetwork {
  readonly name: string;
  /** Where the servers find the stage's registry, on loopback. */
  readonly registryPort: number;
  /** An address that no server of the stage has had. */
  nextAddress(): string;
  remove(): Promise<void>;
}

/** Below the one of the engine's own bridge. */
const firstSubnet = 180;

/**
 * Makes the network of the stage that has this registry port, and removes what a stage before it left there when
 * it was killed.
 */
export async function createStageNetwork(
  engine: Engine,
  registryPort: number,
): Promise<StageNetwork> {
  const name = `dkp-${registryPort}`;
  const subnet = `172.31.${firstSubnet + registryPort - firstRegistryPort}`;
  const filter = ['--quiet', '--filter', `name=^${name}-`];
  const remove = async (): Promise<void> => {
    for (const container of lines(await engine.must(['ps', '--all', ...filter])))
      await engine.docker(['rm', '--force', '--volumes', container]);
    for (const volume of lines(await engine.must(['volume', 'ls', ...filter])))
      await engine.docker(['volume', 'rm', '--force', volume]);
    await engine.docker(['network', 'rm', name]);
  };
  await remove();
  await engine.must([
    ...['network', 'create', '--subnet', `${subnet}.0/24`, '--gateway', `${subnet}.1`],
    ...['--opt', `com.docker.network.bridge.name=dkp${registryPort}`, name],
  ]);
  let last = 1;
  return {
    name,
    registryPort,
    nextAddress() {
      last += 1;
      return `${subnet}.${last}`;
    },
    remove,
  };
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
}
