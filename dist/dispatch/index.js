import { run } from '../index.js';

await run('dispatch/main');
