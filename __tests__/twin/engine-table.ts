import { engineNames } from '../../playground/hosts/server-engines.js';
import { shapes, someShapes } from './shapes.js';
import { whyNot } from './table.js';

/** Which shapes are tried on which engine, as docs/compose.md says it: the cells of each row. */
export function engineTable(): readonly (readonly string[])[] {
  return [
    ['shape', ...engineNames.map((engine) => `\`${engine}\``)],
    ...shapes.map((shape) => [
      shape.name,
      ...engineNames.map((engine) => {
        const why = whyNot(shape, engine);
        if (why !== undefined) return why;
        return engine === 'oldest' && someShapes.includes(shape) ? 'nightly, CI' : 'nightly';
      }),
    ]),
  ];
}
