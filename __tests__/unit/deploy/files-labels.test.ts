import { describe, expect, it } from '@jest/globals';
import type { FileFate } from '../../../src/deploy/plan/file-changes.js';
import { filesLabels } from '../../../src/deploy/plan/files-labels.js';
import { renderPins } from '../../../src/deploy/plan/pins.js';
import { identityOf } from '../../../src/deploy/plan/shipped-files.js';
import { textEntry } from '../../../src/local/plan/text-entry.js';
import { readProject } from '../../support/read-project.js';

const project = readProject({
  'compose.yml': `services:
    web: { image: x, volumes: ['./web.ini:/web.ini'] }
    site: { image: x, volumes: ['./site:/site'] }
    plain: { image: x, env_file: [plain.env] }`,
});
const [web, page, plain] = ['web.ini', 'site/index.html', 'plain.env'].map((path) =>
  textEntry(path, 0o644, 'v1'),
) as [ReturnType<typeof textEntry>, ReturnType<typeof textEntry>, ReturnType<typeof textEntry>];
const files = [web, page, plain];
const shipped = new Map(files.map((file) => [file.path, identityOf(file)]));

interface Live {
  readonly currentFiles?: ReadonlyMap<string, string>;
  readonly livePins?: string;
  readonly isMoving?: boolean;
}

/** The labels of a release of these files; with a live one, or without. */
function labels(
  fates: Readonly<Record<string, FileFate>>,
  { currentFiles, livePins = '', isMoving = false }: Live = {},
  released = files,
): Readonly<Record<string, string>> {
  const seen = { fates: new Map(Object.entries(fates)), livePins, isMoving, refusal: undefined };
  const ready = {
    current: currentFiles === undefined ? undefined : '1',
    currentFiles: currentFiles ?? new Map<string, string>(),
  };
  return Object.fromEntries(filesLabels({ project, files: released, releaseId: '2' }, ready, seen));
}

describe('filesLabels', () => {
  it('leaves out what somebody has started with the same files', () => {
    expect(labels({})).toEqual({});
    expect(Object.keys(labels({ 'web.ini': 'add', 'plain.env': 'add' }))).toEqual(['web']);
  });

  it('takes all where another deploy is at work, which may yet change the files', () => {
    expect(Object.keys(labels({}, { isMoving: true }))).toEqual(['web', 'site']);
  });

  it('stay while no file that is mounted changes, and are others where one does', () => {
    const former = new Map([['web', 'former']]);
    const live = { currentFiles: shipped, livePins: renderPins(project, new Map(), former) };
    expect(labels({ 'site/index.html': 'keep' }, live)).toEqual({ web: 'former' });
    for (const fate of ['write', 'replace', 'remove'] as const) {
      const { web: label, site } = labels({ 'site/index.html': fate }, live);
      expect([label, site]).toEqual(['former', expect.stringMatching(/^[0-9a-f]{16}$/)]);
    }
    // Somebody has put the new content there already; the container may have the old one.
    const other = textEntry('web.ini', 0o644, 'v2');
    expect(labels({}, live, [other, page]).web).not.toBe('former');
  });

  it('are others where the same file is written again, which somebody has removed', () => {
    const { web: label = '' } = labels({ 'web.ini': 'write' });
    const live = {
      currentFiles: shipped,
      livePins: renderPins(project, new Map(), new Map([['web', label]])),
    };
    const again = labels({ 'web.ini': 'add' }, live);
    expect(again).toEqual({ web: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(again.web).not.toBe(label);
  });

  it('are none that can be read in pins that somebody has broken', () => {
    expect(labels({}, { currentFiles: shipped, livePins: 'services: [' })).toEqual({});
  });
});
