import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { checks } from './checks.js';

const root = join(import.meta.dirname, '..', '..');
const waiting = [...checks];
let failed = 0;

/** Takes one check after the other; each tells what it found as soon as it is done. */
async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const started = performance.now();
    const findings = await check.run(root).catch((error: unknown) => String(error));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${findings === '' ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`);
    if (findings !== '') {
      failed += 1;
      console.log(findings);
    }
  }
}

// The three that share one program wait for the same process, and take no processor of their own.
await Promise.all(Array.from({ length: availableParallelism() + 2 }, work));
console.log(`${checks.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
