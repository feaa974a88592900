import type { HealthVerdict } from '../../src/health/plan/verdict.js';

/** What came of four attempts at a URL: this fault, or none. */
export function verdictOf(
  fault: HealthVerdict['fault'],
  href = 'https://app.example.com/health',
): HealthVerdict {
  const place = {
    host: 'app.example.com:443',
    name: 'app.example.com',
    port: '443',
    expected: 'x',
  };
  const latencies = [0.0314];
  return { name: href, place, fault, attempts: 4, seconds: 12.4, latencies, soak: undefined };
}
