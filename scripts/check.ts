import { join } from 'node:path';
import { checks } from './checks.js';

const root = join(import.meta.dirname, '..', '..');
let failed = 0;
for (const { name, run } of checks) {
  const started = performance.now();
  const findings = await run(root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${findings === '' ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (findings !== '') {
    failed += 1;
    console.log(findings);
  }
}
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
