import { describe, expect, it } from '@jest/globals';
import { dockerWay, isOwnEngine } from '../../../src/server/plan/docker-way.js';
import { parseServerFacts, type ServerFacts } from '../../../src/server/plan/server-facts.js';
import { growthOfWork, proportional } from '../../support/growth-of-work.js';
import { hardText } from '../../support/hard-text.js';
import { readsOrRefuses } from '../../support/reads-or-refuses.js';

describe('The probe’s answer', () => {
  it('is read whole or not at all', () => {
    const sha = 'b'.repeat(64);
    const output = `path=/opt/app\nuser=deploy\narch=x86_64\nmissing=flock\ndocker=20.10\nnetwork=bridge\nnetwork=proxy net\ncompose=standalone 1.29.2\ndisk-free-kb=10\nexists=a=b\ncurrent=r1\nfile=${sha} 644 dir/a b.txt\nimage=web x@y\nend=yes\n`;
    const facts = parseServerFacts(output);
    expect(facts).toMatchObject({
      path: '/opt/app',
      missingTools: ['flock'],
      compose: { command: 'docker-compose', version: '1.29.2' },
      current: 'r1',
    });
    expect(facts?.currentFiles.get('dir/a b.txt')).toBe(`${sha} 644`);
    expect([...(facts?.networks ?? [])]).toEqual(['bridge', 'proxy net']);
    expect(facts?.existing.has('a=b')).toBe(true);
    expect([
      facts?.unconfirmed,
      parseServerFacts(`unconfirmed=900 watched\n${output}`)?.unconfirmed,
    ]).toEqual([undefined, { release: 'r1', seconds: 900, isWatched: true }]);
    expect(parseServerFacts(output.replace('end=yes\n', ''))).toBeUndefined();
    expect(parseServerFacts('Welcome to Ubuntu\n')).toBeUndefined();
  });
});

describe('The engine of the user', () => {
  const facts = (lines: string): ServerFacts => {
    const read = parseServerFacts(`path=/\nuser=u\narch=a\ndocker=1\n${lines}end=yes\n`);
    if (read === undefined) throw new Error('it can not be read');
    return read;
  };

  it.each([
    ['', true, ''],
    ['docker-host=unix:///run/user/1000/docker.sock\n', true, 'unix:///run/user/1000/docker.sock'],
    ['docker-host=tcp://127.0.0.1:2375\n', true, 'tcp://127.0.0.1:2375'],
    ['docker-host=tcp://[::1]:2375\n', true, 'tcp://[::1]:2375'],
    ['docker-host=tcp://127.0.0.1:2376\ndocker-tls=yes\n', false, 'tcp://127.0.0.1:2376'],
    ['docker-host=tcp://127.0.0.1.example:2375\n', false, 'tcp://127.0.0.1.example:2375'],
    ['docker-host=ssh://ops@other\n', false, 'ssh://ops@other'],
    ["docker-host=unix:///it's\n", false, "unix:///it's"],
    ['sudo=yes\ndocker-host=unix:///a.sock\n', true, 'sudo unix:///a.sock'],
  ])('%j', (lines, own, way) => {
    expect([isOwnEngine(facts(lines)), dockerWay(facts(lines))]).toEqual([own, way]);
  });
});

describe('The work of reading them', () => {
  it('grows with their number alone', async () => {
    const sha = 'b'.repeat(64);
    const files = (count: number): string =>
      Array.from({ length: count }, (_, index) => `file=${sha} 644 site/${index}.html\n`).join('');
    const growth = await growthOfWork(
      async (count) => {
        const facts = parseServerFacts(`path=/\nuser=u\narch=a\n${files(count)}end=yes\n`);
        expect(facts?.currentFiles.size).toBe(count);
        return Promise.resolve();
      },
      5000,
      proportional,
    );
    expect(growth).toBeLessThanOrEqual(proportional);
  });
});

describe('Whatever comes', () => {
  it('what the probe says is read or refused', () => {
    readsOrRefuses(hardText, (value) =>
      parseServerFacts(`path=/\nuser=u\narch=a\n${value}\nend=yes`),
    );
  });
});
