import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { repositoryRoot } from '../../playground/machine/places.js';
import { parseFileCommand } from '../../playground/runner/file-commands.js';
import { Mask } from '../../playground/runner/mask.js';
import { renderManifest } from '../../scripts/render-manifest.js';
import { renderReadme } from '../../scripts/render-readme.js';
import { loadDefinition } from '../../scripts/actions-folder.js';
import { catalogue, failure } from '../../src/errors/index.js';
import { provocations } from '../symptoms/cases.js';
import { renderErrorMarkdown, renderErrorText } from '../../src/errors/render-error.js';

/** The texts of a source that may be names of entries, but for those of errors that it makes itself. */
function namesIn(source: string): readonly string[] {
  const made = /(?:failure|DeployKitError)\(\s*'[a-z-]+'/g;
  const texts = source.replace(made, '').matchAll(/(['"])([a-z-]+)\1/g);
  return [...texts].flatMap(([, , text = '']) => text);
}

const definition = await loadDefinition(repositoryRoot, 'deploy-compose');

describe('What is made from a definition', () => {
  it('is a manifest that the runner reads', () => {
    const manifest = parse(renderManifest(definition)) as Record<string, Record<string, unknown>>;
    expect(manifest.runs).toEqual({
      using: 'node24',
      main: '../dist/deploy-compose/index.js',
      post: '../dist/deploy-compose/post.js',
    });
    expect(manifest.inputs?.['known-hosts']).toMatchObject({ required: false });
    expect(manifest.inputs?.['job-status']).toMatchObject({ default: '${{ job.status }}' });
  });

  it('is a README that hides what people do not set', () => {
    const readme = renderReadme(definition, '# Title');
    expect(readme).toContain('| `ssh-key` |');
    expect(readme).not.toContain('job-status');
  });
});

describe('Errors', () => {
  it('have one place each: a name in two areas would hide one of them', () => {
    const folder = join(repositoryRoot, 'src', 'errors');
    const names = readdirSync(folder)
      .filter((file) => file.endsWith('-errors.ts'))
      .flatMap(
        (file) => readFileSync(join(folder, file), 'utf8').match(/^ {2}'[a-z0-9-]+': \{$/gm) ?? [],
      );
    expect(names).toHaveLength(Object.keys(catalogue).length);
  });

  it('each has a place in the runbook', () => {
    const runbook = readFileSync(join(repositoryRoot, 'docs', 'runbook.md'), 'utf8');
    for (const name of Object.keys(catalogue)) expect(runbook).toContain(`\n## ${name}\n`);
  });

  it('each is provoked by a test that names it', () => {
    const folders = ['unit', 'integration', 'scenarios', 'fixtures/registries'];
    const named = folders.flatMap((folder) => {
      const path = join(repositoryRoot, '__tests__', folder);
      const files = readdirSync(path).filter((file) => file !== 'project.test.ts');
      return files.flatMap((file) => namesIn(readFileSync(join(path, file), 'utf8')));
    });
    // The fixtures hold what a tool really printed; recognise.test.ts compares each with its entry.
    const recognised = provocations.map(({ entry }) => entry);
    const provoked = new Set<string | undefined>([...named, ...recognised]);
    expect(Object.keys(catalogue).filter((name) => !provoked.has(name))).toEqual([]);
  });

  it('are not provoked by a test that makes them itself', () => {
    const source = `failure('disk-full', {}); toEqual(['port-taken']); e: "image-stale"`;
    expect(namesIn(source)).toEqual(['port-taken', 'image-stale']);
  });

  it('say why, what to do, what is live, and where to read on', () => {
    const error = failure(
      'disk-full',
      { host: 'h', message: 'full' },
      { hostState: { state: 'restored', release: 'r1' }, details: ['``` sneaky'] },
    );
    const text = renderErrorText(error);
    expect(text).toMatch(
      /full.*What to do: .*docker system df.*restored: it runs r1.*runbook\.md#disk-full$/s,
    );
    expect(renderErrorMarkdown(error)).not.toContain('``` sneaky');
  });
});

describe('The walls of the rooms', () => {
  it('refuse a plan that does I/O', () => {
    const file = join(repositoryRoot, 'src', 'text', 'violation-under-test.ts');
    writeFileSync(
      file,
      "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    );
    try {
      const { status, stdout } = spawnSync(
        join(repositoryRoot, 'node_modules', '.bin', 'depcruise'),
        ['--config', '.dependency-cruiser.mjs', 'src/text'],
        { cwd: repositoryRoot, encoding: 'utf8' },
      );
      expect([status, stdout]).toEqual([2, expect.stringContaining('plan-uses-pure-node-modules')]);
    } finally {
      rmSync(file);
    }
  });
});

describe('The playground’s runner', () => {
  it('reads file commands as the runner does', () => {
    expect([...parseFileCommand('a=1\nb<<EOF\nx\ny\nEOF\nc=d=e\n', 'GITHUB_OUTPUT')]).toEqual([
      ['a', '1'],
      ['b', 'x\ny'],
      ['c', 'd=e'],
    ]);
    expect(() => parseFileCommand('nonsense\n', 'GITHUB_OUTPUT')).toThrow(
      "Invalid format 'nonsense'",
    );
    expect(() => parseFileCommand('a<<EOF\nx\n', 'GITHUB_OUTPUT')).toThrow(
      'Matching delimiter not found',
    );
  });

  it('hides each line of a secret', () => {
    const mask = new Mask();
    mask.add('first line\nsecond line');
    expect(mask.apply('a first line, a second line')).toBe('a ***, a ***');
  });
});

it('An action that reads no input of its own definition fails the build', async () => {
  const { findUnreadInputs } = await import('../../scripts/check-inputs.js');
  const folder = mkdtempSync(join(tmpdir(), 'deploy-kit-check-'));
  spawnSync('cp', [
    '-r',
    ...['src', 'actions', 'tsconfig.json', 'package.json'].map((name) =>
      join(repositoryRoot, name),
    ),
    folder,
  ]);
  spawnSync('ln', ['-s', join(repositoryRoot, 'node_modules'), join(folder, 'node_modules')]);
  const main = join(folder, 'actions', 'verify-health', 'main.ts');
  writeFileSync(main, readFileSync(main, 'utf8').replace("'attempts'", "'tries'"));
  const request = join(folder, 'src', 'health', 'verification-request.ts');
  writeFileSync(
    request,
    readFileSync(request, 'utf8').replace('intervalSeconds: inputs.interval', 'intervalSeconds: 2'),
  );
  expect(findUnreadInputs(folder)).toEqual([
    'deploy-kit: no code reads the input interval',
    'verify-health: no code reads the input interval',
    'verify-health: no code sets the output attempts',
    'verify-health: the output tries is not declared',
  ]);
  rmSync(folder, { recursive: true });
}, 60_000);
