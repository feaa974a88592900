import { describe, expect, it } from '@jest/globals';
import { folderProblems } from '../../../src/deploy/plan/folder-problems.js';
import { readProject } from '../../support/read-project.js';

type Intent = Parameters<typeof folderProblems>[0];
type Facts = Parameters<typeof folderProblems>[1];

const project = readProject({ 'compose.yml': 'services: { web: { image: web } }\n' });

const names = (intent: Partial<Intent>, facts: Partial<Facts>): readonly string[] =>
  folderProblems(
    {
      ...{ allow: new Set(), composeFiles: ['compose.yml'], env: undefined, path: '/opt/app' },
      ...{ project, repository: { id: '1', name: 'acme/api' } },
      ...intent,
    },
    {
      ...{ composeFiles: [], current: undefined, currentFiles: new Map(), owner: undefined },
      ...{ path: '/opt/app', realPath: '/srv/app', projectName: '', projects: [] },
      ...facts,
    },
    'deploy@server',
  ).map(({ entry }) => entry);

describe('A deploy folder', () => {
  it('belongs to the repository with that id, whatever its name', () => {
    expect(names({}, { owner: '1 acme/old-name' })).toEqual([]);
    expect(names({}, { owner: '2 acme/api' })).toEqual(['folder-owned']);
    expect(names({ allow: new Set(['owner']) }, { owner: '2 acme/api' })).toEqual([]);
    // Without a run there is no repository.
    expect(names({ repository: { id: '', name: '' } }, { owner: '2 acme/api' })).toEqual([]);
  });

  it('loses no Compose file that neither release has', () => {
    const composeFiles = ['compose.yml', 'more.yml'];
    expect(names({}, { composeFiles })).toEqual(['compose-files-left']);
    expect(names({ composeFiles }, { composeFiles })).toEqual([]);
    expect(names({}, { composeFiles, currentFiles: new Map([['more.yml', 'x']]) })).toEqual([]);
    expect(names({ allow: new Set(['server-files']) }, { composeFiles })).toEqual([]);
  });

  it('takes over what runs from it before the name that the folder gives', () => {
    const projects = [
      { name: 'shop', folder: '/opt/app' },
      { name: 'app', folder: '/opt/other/app' },
    ];
    expect(names({}, { projects })).toEqual([]);
    expect(names({}, { projects, projectName: 'app' })).toEqual(['project-taken']);
  });

  it('with several projects needs a name before the first release', () => {
    const projects = [
      { name: 'one', folder: '/opt/app' },
      { name: 'two', folder: '/srv/app' },
    ];
    expect(names({}, { projects })).toEqual(['several-projects']);
    expect(names({}, { projects, projectName: 'one' })).toEqual([]);
    const env = { source: 'upload', text: 'COMPOSE_PROJECT_NAME=one\n' } as const;
    expect(names({ env }, { projects })).toEqual([]);
    expect(names({}, { projects, current: '20260101T000000Z-v1' })).toEqual([]);
    expect(names({ allow: new Set(['project-name']) }, { projects })).toEqual([]);
  });

  it('takes over no project of the same name that runs from another folder', () => {
    const projects = [{ name: 'app', folder: '/home/deploy/app' }];
    expect(names({}, { projects })).toEqual(['project-taken']);
    expect(names({}, { projects, projectName: 'shop' })).toEqual([]);
    expect(names({}, { projects, current: '20260101T000000Z-v1' })).toEqual([]);
    expect(names({}, { projects: [{ name: 'app', folder: '/srv/app' }] })).toEqual([]);
  });
});
