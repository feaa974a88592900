import { run } from '../index.js';

await run('wait-for-image/main');
