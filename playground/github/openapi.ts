import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** An operation of GitHub's API, with the parts of its path. */
export interface Operation {
  /** `/repos/{owner}/{repo}/dispatches` */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Description {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: Body; responses: Record<string, Body> } | undefined>
  >;
}

interface Body {
  readonly content?: Record<string, { schema?: object }>;
}

/** Checks requests and answers against GitHub's own OpenAPI description. */
export class GitHubDescription {
  readonly #description: Description;
  readonly #ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #templates: readonly { readonly template: string; readonly pattern: RegExp }[];

  constructor() {
    const file = createRequire(import.meta.url).resolve(
      '@octokit/openapi/generated/api.github.com.json',
    );
    this.#description = JSON.parse(readFileSync(file, 'utf8')) as Description;
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(this.#description, 'github');
    this.#templates = Object.keys(this.#description.paths).map((template) => ({
      template,
      pattern: new RegExp(
        `^${template.replace(/[.]/g, String.raw`\.`).replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`,
      ),
    }));
  }

  /** The described operation of a request, or `undefined` when GitHub's API has none. */
  find(method: string, path: string): Operation | undefined {
    const candidates = this.#templates.flatMap(({ template, pattern }) => {
      const match = pattern.exec(path);
      return match && this.#description.paths[template]?.[method.toLowerCase()] !== undefined
        ? [{ template, parameters: { ...match.groups } }]
        : [];
    });
    // A literal part wins over a parameter.
    return candidates.sort(
      (a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length,
    )[0];
  }

  /** What is wrong with a request's body, or `undefined`. */
  requestProblem(method: string, operation: Operation, body: unknown): string | undefined {
    return this.#problem([operation.template, method.toLowerCase(), 'requestBody'], body);
  }

  /** What is wrong with an answer, or `undefined`. */
  answerProblem(
    method: string,
    operation: Operation,
    status: number,
    body: unknown,
  ): string | undefined {
    const responses =
      this.#description.paths[operation.template]?.[method.toLowerCase()]?.responses ?? {};
    // Errors have one form; those that an operation does not list are GitHub's general ones.
    if (status >= 400) return undefined;
    if (responses[String(status)] === undefined) return `the status ${status} is not described`;
    return this.#problem(
      [operation.template, method.toLowerCase(), 'responses', String(status)],
      body,
    );
  }

  #problem(place: readonly string[], body: unknown): string | undefined {
    const pointer = ['paths', ...place, 'content', 'application/json', 'schema'];
    let part: unknown = this.#description;
    for (const key of pointer) part = (part as Record<string, unknown> | undefined)?.[key];
    if (part === undefined) return undefined;
    const reference = `github#/${pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    let validate = this.#compiled.get(reference);
    if (validate === undefined) {
      validate = this.#ajv.compile({ $ref: reference });
      this.#compiled.set(reference, validate);
    }
    return validate(body) ? undefined : this.#ajv.errorsText(validate.errors);
  }
}
