import * as v from 'valibot';
import type { GitHub, WorkflowFile } from '../github.js';
import { fileAnswer, folderAnswer, repositoryAnswer } from './github-answers.js';
import { unlessMissing, type GitHubClient } from './octokit-client.js';

const folder = '.github/workflows';

/** What a repository holds. */
export function octokitContents(
  client: GitHubClient,
): Pick<GitHub, 'defaultBranch' | 'workflowPaths' | 'workflowFiles'> {
  const { octokit, read } = client;
  return {
    async defaultBranch(repository) {
      const answer = await read(repository, '', 'Metadata: read', repositoryAnswer, (where) =>
        octokit.repos.get(where),
      );
      return answer.default_branch;
    },

    workflowPaths: (repository, ref, signal) => listWorkflows(client, repository, { ref }, signal),

    async workflowFiles(repository, branch) {
      const ref = branch === undefined ? {} : { ref: branch };
      const paths = await listWorkflows(client, repository, ref);
      return Promise.all(paths.map((path) => readFile(client, repository, path, ref)));
    },
  };
}

async function readFile(
  { octokit, read }: GitHubClient,
  repository: string,
  path: string,
  ref: object,
): Promise<WorkflowFile> {
  const text = await read(repository, `/contents/${path}`, 'Contents: read', fileAnswer, (where) =>
    octokit.repos.getContent({ ...where, ...ref, path, mediaType: { format: 'raw' } }),
  );
  return { path, text };
}

async function listWorkflows(
  { octokit, read }: GitHubClient,
  repository: string,
  ref: object,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const request = signal === undefined ? {} : { request: { signal } };
  const files = await read(
    repository,
    `/contents/${folder}`,
    'Contents: read',
    v.optional(folderAnswer, []),
    (where) =>
      unlessMissing(
        octokit.repos.getContent({ ...where, ...ref, path: folder, ...request }),
        octokit,
        where,
      ),
    signal,
  );
  return files.map(({ path }) => path).filter((path) => /\.ya?ml$/.test(path));
}
