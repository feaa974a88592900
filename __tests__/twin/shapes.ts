import { adoptedShapes } from './shapes/adopted.js';
import { changedShapes } from './shapes/changed.js';
import { dataShapes } from './shapes/data.js';
import { frontedShapes } from './shapes/fronted.js';
import { joinedShapes } from './shapes/joined.js';
import { layeredShapes } from './shapes/layered.js';
import { onceShapes } from './shapes/once.js';
import { ownedShapes } from './shapes/owned.js';
import { plainShapes } from './shapes/plain.js';
import type { Shape } from './shape.js';

/** Every kind of project that is deployed beside its twin. */
export const shapes: readonly Shape[] = [
  ...plainShapes,
  ...dataShapes,
  ...onceShapes,
  ...joinedShapes,
  ...frontedShapes,
  ...changedShapes,
  ...layeredShapes,
  ...ownedShapes,
  ...adoptedShapes,
];

/** One of a kind, for CI. */
export const someShapes: readonly Shape[] = shapes.filter(({ name }) =>
  [
    'postgres',
    'released-redis',
    'migration-first',
    'chain-of-four',
    'profile-and-sidecar',
    'behind-caddy',
    'service-renamed',
    'adopted-all-words',
  ].includes(name),
);
