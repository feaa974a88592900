import { run } from '../index.js';

await run('verify-health/main');
