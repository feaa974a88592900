import { failure, type DeployKitError } from '../../errors/index.js';
import type { ServerFacts } from '../../server/plan/server-facts.js';
import type { DeployIntent } from './deploy-intent.js';
import { givenProjectName } from './project-name.js';

/** What a deploy to the folder would be refused for, in the words of `check_folder` and `only_project` on the server. */
export function folderProblems(
  intent: Pick<DeployIntent, 'allow' | 'composeFiles' | 'env' | 'path' | 'project' | 'repository'>,
  facts: Pick<
    ServerFacts,
    'composeFiles' | 'current' | 'currentFiles' | 'owner' | 'projectName' | 'projects'
  >,
  host: string,
): readonly DeployKitError[] {
  const { allow, composeFiles, path, repository } = intent;
  const [ownerId, ownerName = ''] = facts.owner?.split(' ') ?? [];
  const ours = repository.id === '' ? repository.name : repository.id;
  const foreign = facts.composeFiles.filter(
    (file) => !composeFiles.includes(file) && !facts.currentFiles.has(file),
  );
  const isNamed = givenProjectName(intent) !== undefined || facts.projectName !== '';
  return [
    ...(ownerId === undefined || ours === '' || ownerId === ours || allow.has('owner')
      ? []
      : [failure('folder-owned', { host, path, owner: ownerName, repository: repository.name })]),
    ...(foreign.length === 0 || allow.has('server-files')
      ? []
      : [
          failure('compose-files-left', {
            path,
            files: foreign.join(' '),
            'compose-files': composeFiles.join(' '),
          }),
        ]),
    ...(facts.current !== undefined ||
    facts.projects.length < 2 ||
    isNamed ||
    allow.has('project-name')
      ? []
      : [failure('several-projects', { host, path, projects: facts.projects.join(' ') })]),
  ];
}
