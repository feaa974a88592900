import { describe, expect, it } from '@jest/globals';
import { readProject } from '../../support/read-project.js';

describe('What a service is like', () => {
  const traits = (yaml: string): object | undefined =>
    readProject({ 'compose.yml': `services: { a: { image: b, ${yaml} } }` }).services[0]?.traits;

  it.each([
    ['restart: always', true],
    ['restart: unless-stopped', true],
    ['restart: on-failure', false],
    ['restart: "no"', false],
    ['deploy: { restart_policy: {} }', true],
    ['deploy: { restart_policy: { condition: on-failure } }', false],
    ['restart: "no", deploy: { restart_policy: { condition: any } }', false],
  ])('%s comes back after a reboot: %s', (yaml, restarts) => {
    expect(traits(yaml)).toMatchObject({ restarts });
  });

  it.each([
    ['restart: "no"', true],
    ['restart: no', true],
    ['deploy: { restart_policy: { condition: none } }', true],
    ['restart: "no", ports: ["80:80"]', false],
    ['restart: on-failure', false],
    ['labels: []', false],
  ])('%s says that it runs to its end: %s', (yaml, ends) => {
    expect(traits(yaml)).toMatchObject({ ends });
  });

  it.each([
    ['healthcheck: { test: [CMD, "true"] }', true],
    ['healthcheck: { disable: true }', false],
    ['healthcheck: { test: [NONE] }', false],
    ['restart: always', false],
  ])('%s is a healthcheck: %s', (yaml, healthcheck) => {
    expect(traits(yaml)).toMatchObject({ healthcheck });
  });

  it.each([
    ['"8080:80"', { address: '', first: 8080, last: 8080, protocol: 'tcp' }],
    ['"127.0.0.1:53:53/udp"', { address: '127.0.0.1', first: 53, last: 53, protocol: 'udp' }],
    ['"[::1]:8080:80"', { address: '::1', first: 8080, last: 8080, protocol: 'tcp' }],
    ['"9000-9002:9000-9002"', { address: '', first: 9000, last: 9002, protocol: 'tcp' }],
    [
      '{ target: 80, published: "8080", host_ip: 10.0.0.1 }',
      { address: '10.0.0.1', first: 8080, last: 8080, protocol: 'tcp' },
    ],
  ])('publishes %s', (port, published) => {
    expect(traits(`ports: [${port}]`)).toMatchObject({ ports: [published] });
  });

  it.each(['"80"', '{ target: 80 }', '"0:80"'])('takes no port of the server by %s', (port) => {
    expect(traits(`ports: [${port}]`)).toMatchObject({ ports: [], singleton: undefined });
  });
});
