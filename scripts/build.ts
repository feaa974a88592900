import { join } from 'node:path';
import { bundle } from './bundle.js';
import { generate } from './generate.js';

const root = join(import.meta.dirname, '..', '..');
await generate(root, root);
await bundle(root, join(root, 'dist'));
