import type { HealthCheck } from './health-check.js';

/** The same thing seen from outside and from the server: what is well there must be so here. */
export function bothChecks(outside: HealthCheck, inside: HealthCheck): HealthCheck {
  return {
    name: outside.name,
    place: outside.place,
    async observe() {
      const [here, there] = await Promise.all([outside.observe(), inside.observe()]);
      const { seconds } = here;
      // What is wrong on the server itself is the reason for everything else.
      if (there.fault !== undefined)
        return {
          fault: { ...there.fault, text: `seen from the server: ${there.fault.text}` },
          seconds,
        };
      if (here.fault === undefined) return { fault: undefined, seconds };
      const text = `the server itself gets the expected answer, and from outside: ${here.fault.text}`;
      return { fault: { kind: 'only-inside', text }, seconds };
    },
  };
}
