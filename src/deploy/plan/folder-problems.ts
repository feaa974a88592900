import { failure, type DeployKitError } from '../../errors/index.js';
import type { ServerFacts } from '../../server/plan/server-facts.js';
import type { DeployIntent } from './deploy-intent.js';
import { givenProjectName, projectName } from './project-name.js';

type Intent = Pick<
  DeployIntent,
  'allow' | 'composeFiles' | 'env' | 'path' | 'project' | 'repository'
>;
type Facts = Pick<
  ServerFacts,
  | ('composeFiles' | 'current' | 'currentFiles' | 'owner')
  | ('path' | 'projectName' | 'projects' | 'realPath')
>;

/** What a deploy to the folder would be refused for, in the words of `check_folder` and `find_live` on the server. */
export function folderProblems(
  intent: Intent,
  facts: Facts,
  host: string,
): readonly DeployKitError[] {
  return [
    ...ownerProblems(intent, facts, host),
    ...(facts.current === undefined ? projectProblems(intent, facts, host) : []),
    ...composeFileProblems(intent, facts),
  ];
}

function ownerProblems({ allow, path, repository }: Intent, { owner }: Facts, host: string) {
  const [id, name = ''] = owner?.split(' ') ?? [];
  const ours = repository.id === '' ? repository.name : repository.id;
  if (id === undefined || ours === '' || id === ours || allow.has('owner')) return [];
  return [failure('folder-owned', { host, path, owner: name, repository: repository.name })];
}

function composeFileProblems(
  { allow, composeFiles, path }: Intent,
  { composeFiles: found, currentFiles }: Facts,
) {
  const foreign = found.filter((file) => !composeFiles.includes(file) && !currentFiles.has(file));
  if (foreign.length === 0 || allow.has('server-files')) return [];
  const files = foreign.join(' ');
  return [failure('compose-files-left', { path, files, 'compose-files': composeFiles.join(' ') })];
}

// Before the first release.
function projectProblems(intent: Intent, facts: Facts, host: string) {
  const { path } = intent;
  const here = projectsHere(facts);
  if (
    here.length > 1 &&
    givenName(intent, facts) === undefined &&
    !intent.allow.has('project-name')
  )
    return [failure('several-projects', { host, path, projects: here.join(' ') })];
  const project = adoptedName(intent, facts);
  const elsewhere = facts.projects.find(
    (found) => found.name === project && found.folder !== '' && !isHere(found, facts),
  );
  return elsewhere === undefined
    ? []
    : [failure('project-taken', { host, path, project, folder: elsewhere.folder })];
}

/** The project that the first release becomes: where nothing gives it a name, what runs from the folder. */
function adoptedName(intent: Intent, facts: Facts): string {
  return givenName(intent, facts) ?? projectsHere(facts)[0] ?? projectName(intent, facts);
}

function givenName(intent: Intent, { projectName: own }: Facts): string | undefined {
  return givenProjectName(intent) ?? (own === '' ? undefined : own);
}

function projectsHere(facts: Facts): readonly string[] {
  return [
    ...new Set(facts.projects.filter((found) => isHere(found, facts)).map(({ name }) => name)),
  ];
}

function isHere({ folder }: { readonly folder: string }, { path, realPath }: Facts): boolean {
  return folder === path || folder === realPath;
}
