import { run } from '../index.js';

await run('build-and-dispatch/main');
