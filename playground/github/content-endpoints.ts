import { apiFullRepository } from './api-objects.js';
import {
  notFound,
  repo,
  type ApiAnswer,
  type ApiWorld,
  type Call,
  type Endpoints,
} from './endpoint.js';

/** What shows a repository and its files. */
export function contentEndpoints(world: ApiWorld): Endpoints {
  return {
    [`GET ${repo}`]: {
      permission: 'metadata',
      level: 'read',
      answer: ({ repository }) => ({
        status: 200,
        body: apiFullRepository(repository.name, repository.git.defaultBranch, world.place),
      }),
    },
    [`GET ${repo}/contents/{path}`]: {
      permission: 'contents',
      level: 'read',
      answer: (call) => showContents(call, world),
    },
  };
}

async function showContents(call: Call, { place }: ApiWorld): Promise<ApiAnswer> {
  const { repository, parameters, query, accept } = call;
  const { git } = repository;
  const path = decodeURIComponent(parameters.path ?? '');
  const ref = query.get('ref') ?? git.defaultBranch;
  const base = `${place.apiUrl}/repos/${repository.name}/contents`;
  const listed = await git.list(ref, path);
  if (listed !== undefined)
    return { status: 200, body: listed.map((file) => contentOf(file, '', base)) };
  const text = await git.show(ref, path);
  if (text === undefined) return notFound;
  if (accept.includes('raw'))
    return {
      status: 200,
      body: text,
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    };
  const content = Buffer.from(text).toString('base64');
  return { status: 200, body: { ...contentOf(path, text, base), encoding: 'base64', content } };
}

function contentOf(path: string, text: string, base: string): object {
  const url = `${base}/${path}`;
  return {
    type: 'file',
    size: Buffer.byteLength(text),
    name: path.split('/').at(-1),
    path,
    sha: '0'.repeat(40),
    url,
    git_url: null,
    html_url: null,
    download_url: null,
    _links: { self: url, git: null, html: null },
  };
}
