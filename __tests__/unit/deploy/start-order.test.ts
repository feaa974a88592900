import { describe, expect, it } from '@jest/globals';
import { startOrder } from '../../../src/deploy/plan/start-order.js';
import { readProject } from '../../support/read-project.js';

const order = (services: string): readonly string[] =>
  startOrder(readProject({ 'compose.yml': `services:\n${services}` }).services);

describe('The order of starts', () => {
  it('has each service after what it waits for, with what it waits for', () => {
    expect(
      order(`
  web: { image: a, restart: always, depends_on: { migrate: { condition: service_completed_successfully }, db: { condition: service_healthy }, off: { condition: service_started, required: false } } }
  migrate: { image: a, depends_on: [db] }
  db: { image: b, restart: unless-stopped }
  side: { image: a, restart: always, network_mode: "service:web", links: [db] }
  seed: { image: a }
  port: { image: a, ports: ["1:1"] }
  off: { image: a, profiles: [debug] }
`),
    ).toEqual([
      'db lasts',
      'migrate once db:started',
      'web lasts migrate:ended db:healthy',
      'side lasts web:started db:started',
      'seed ends',
      'port lasts',
    ]);
  });

  it('ends for dependencies that go round in a circle', () => {
    expect(
      order('  a: { image: a, depends_on: [b] }\n  b: { image: a, depends_on: [a] }\n').length,
    ).toBe(2);
  });
});
