import { describe, expect, it } from '@jest/globals';
import { explainProgramEnd } from '../../../src/server/plan/program-failure.js';

describe('What a program says', () => {
  const end = {
    event: 'end',
    at: 1,
    outcome: 'restored',
    live: 'r1',
    step: 's',
    error: 'container-exited',
    values: { service: 'web', status: '3' },
  } as const;

  const server = { name: 'h', user: 'deploy' };

  it('becomes its catalogue entry with what is live', () => {
    const error = explainProgramEnd(end, server, '/opt/app', ['web | boom']);
    expect([error.entry, error.hostState, error.details]).toEqual([
      'container-exited',
      { state: 'restored', release: 'r1' },
      ['web | boom'],
    ]);
    expect(explainProgramEnd({ ...end, outcome: 'unchanged' }, server, '/', []).hostState).toEqual({
      state: 'unchanged',
    });
  });

  it.each([
    'Error response from daemon: driver failed programming external connectivity on endpoint app-web-1 (544e): Bind for 0.0.0.0:8080 failed: port is already allocated',
    'Error response from daemon: driver failed programming external connectivity on endpoint app-web-1 (544e): Error starting userland proxy: listen tcp4 0.0.0.0:8080: bind: address already in use',
  ])('names the port that another one holds: %s', (message) => {
    const values = { command: 'docker compose up -d', status: '1', message };
    const error = explainProgramEnd(
      { ...end, error: 'compose-up-failed', values },
      server,
      '/opt/app',
      [],
    );
    expect([error.entry, error.title]).toEqual(['port-taken', 'Port 8080 of h is taken']);
  });

  it('takes what Compose says for the cause, and what an app logs for a hint', () => {
    const values = {
      command: 'docker-compose up -d',
      status: '1',
      message: 'Encountered errors while bringing up the project.',
    };
    const explain = (details: readonly string[]): ReturnType<typeof explainProgramEnd> =>
      explainProgramEnd({ ...end, error: 'compose-up-failed', values }, server, '/', details);
    expect(explain(['compose | No such service: wbe']).entry).toBe('compose-service-unknown');
    const hinted = explain(['web | FATAL:  database "shop" does not exist']);
    expect([hinted.entry, hinted.hint?.entry]).toEqual([
      'compose-up-failed',
      'postgres-database-missing',
    ]);
  });

  it('takes a file that may not be written for what it is, whoever met it', () => {
    const message = "Settle: rm: cannot remove '/opt/app/.deploy-kit/x': Permission denied";
    const unsaid = { ...end, error: 'internal-error', values: { message } };
    const error = explainProgramEnd(unsaid, server, '/opt/app', []);
    expect([error.entry, error.why]).toEqual(['path-not-writable', message]);
  });

  it('says what of a release that was taken back did not return', () => {
    const error = explainProgramEnd(
      {
        ...end,
        outcome: 'unknown',
        live: '',
        error: 'restore-incomplete',
        values: { lost: 'db does not run' },
        reason: 'db does not run',
      },
      server,
      '/opt/app',
      [],
    );
    expect([error.entry, error.hostState.state]).toEqual(['restore-failed', 'unknown']);
    expect(error.message).toMatch(/did not come back as it was: db does not run/);
  });

  it('names a full disk and a restore that failed', () => {
    const full = 'no space left on device';
    const pull = { ...end, error: 'image-pull-failed', values: { image: 'a/b', message: full } };
    expect(explainProgramEnd(pull, server, '/', []).entry).toBe('disk-full');
    // What a container logs may be its own shared memory.
    const exited = explainProgramEnd(end, server, '/', [`db | could not resize: ${full}`]);
    expect([exited.entry, exited.hint?.entry]).toEqual(['container-exited', 'disk-full']);
    const failed = explainProgramEnd(
      { ...end, outcome: 'unknown', reason: 'compose-up-failed {}' },
      server,
      '/',
      [],
    );
    expect([failed.entry, failed.hostState.state]).toEqual(['restore-failed', 'unknown']);
  });
});
