import { randomBytes } from 'node:crypto';

/** What a token may do, as the kinds of GitHub's tokens differ. */
export type TokenGrant =
  | {
      readonly kind: 'job';
      readonly repository: string;
      readonly permissions: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'classic'; readonly scopes: readonly string[] }
  | {
      readonly kind: 'fine-grained';
      readonly repositories: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };

export type Access = 'granted' | 'bad-credentials' | 'invisible' | 'lacks-permission';

// No `permissions:` of a job has them:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
const neverTheJobs = ['secrets', 'variables', 'environments'];

const prefixes = { job: 'ghs_', classic: 'ghp_', 'fine-grained': 'github_pat_' } as const;

/** The tokens that the playground's GitHub knows. */
export class Tokens {
  readonly #grants = new Map<string, TokenGrant>();

  create(grant: TokenGrant): string {
    const token = `${prefixes[grant.kind]}${randomBytes(18).toString('hex')}`;
    this.#grants.set(token, grant);
    return token;
  }

  revoke(token: string): void {
    this.#grants.delete(token);
  }

  find(token: string): TokenGrant | undefined {
    return this.#grants.get(token);
  }

  /** Whether a token may use a permission (`contents: write`) in a repository. */
  access(token: string, repository: string, permission: string, level: 'read' | 'write'): Access {
    const grant = this.#grants.get(token);
    if (grant === undefined) return 'bad-credentials';
    if (grant.kind === 'classic') return grant.scopes.includes('repo') ? 'granted' : 'invisible';
    const permissions =
      grant.kind === 'job'
        ? grant.repository === repository
          ? grant.permissions
          : undefined
        : grant.repositories[repository];
    if (permissions === undefined) return 'invisible';
    if (grant.kind === 'job' && neverTheJobs.includes(permission)) return 'lacks-permission';
    // Who sees a repository may read its metadata.
    const granted =
      permission === 'metadata' ? 'read' : (permissions[permission] ?? permissions.all);
    return granted === 'write' || (granted === 'read' && level === 'read')
      ? 'granted'
      : 'lacks-permission';
  }
}

/** GitHub's words for a refusal. */
export function refusal(grant: TokenGrant | undefined): string {
  return grant?.kind === 'job'
    ? 'Resource not accessible by integration'
    : 'Resource not accessible by personal access token';
}
