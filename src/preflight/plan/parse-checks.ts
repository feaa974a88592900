import * as v from 'valibot';
import {
  address,
  describeIssue,
  nearest,
  parseEntries,
  seconds,
  type ReadEntry,
} from '../../text/entry-list.js';
import { statuses } from '../../health/plan/http-expectation.js';
import { parseImageReference, type ImageReference } from '../../image/image-reference.js';
import type { Check, CheckSubject } from './check.js';

function matching(pattern: RegExp, message: string) {
  return v.pipe(v.string(message), v.regex(pattern, message));
}

const common = {
  name: v.optional(matching(/\S/, 'must be a text')),
  timeout: v.optional(seconds, '10s'),
  fix: v.optional(matching(/\S/, 'must be a text')),
  level: v.optional(v.picklist(['fail', 'warn']), 'fail'),
};

const image = v.pipe(
  v.string('must be an image such as ghcr.io/acme/api'),
  v.transform(parseImageReference),
  v.custom<ImageReference>(
    (reference) => reference !== undefined,
    'must be an image such as ghcr.io/acme/api',
  ),
);

// The wider of the two rules: https://cloud.google.com/storage/docs/buckets#naming
const bucket = matching(
  /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/,
  'must be the name of a bucket, without scheme and folders',
);
const flag = v.optional(v.boolean('must be true or false'), false);
const bucketFields = {
  access: v.optional(v.picklist(['read', 'write']), 'read'),
  versioned: flag,
};

const settingName = matching(/^[A-Za-z_]\w*$/, 'must be a name such as DEPLOY_KEY');
const repository = v.optional(matching(/^[A-Za-z0-9-]+\/[\w.-]+$/, 'must look like owner/name'));
const environment = matching(/^\S.{0,254}$/, 'must be the name of an environment');
const settingFields = { environment: v.optional(environment), repository };

const hostName = /^(?=.{1,253}$)\w([\w-]*\w)?(\.\w([\w-]*\w)?)+\.?$/;
const ipAddress = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const sshPattern = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/i;

// The first key that an entry has decides: `environment` also says where a secret is.
const schemas = {
  registry: v.strictObject({
    registry: image,
    access: v.optional(v.picklist(['pull', 'push']), 'pull'),
    ...common,
  }),
  gcs: v.strictObject({ gcs: bucket, ...bucketFields, ...common }),
  s3: v.strictObject({
    s3: bucket,
    ...bucketFields,
    endpoint: v.optional(address('https', 'http')),
    region: v.optional(matching(/^[a-z0-9-]+$/, 'must be a region such as eu-central-1')),
    ...common,
  }),
  secret: v.strictObject({ secret: settingName, ...settingFields, ...common }),
  variable: v.strictObject({ variable: settingName, ...settingFields, ...common }),
  environment: v.strictObject({ environment, reviewers: flag, repository, ...common }),
  workflow: v.strictObject({
    workflow: matching(/^[^/\s]+\.ya?ml$/, 'must be the name of a file such as deploy.yml'),
    repository,
    ...common,
  }),
  https: v.strictObject({
    https: address('https', 'http'),
    status: v.optional(statuses, '100-499'),
    ...common,
  }),
  dns: v.strictObject({
    dns: matching(hostName, 'must be a name such as app.example.com'),
    to: v.optional(
      v.pipe(
        v.string('must be an address or a name'),
        v.check(
          (text) => ipAddress.test(text) || hostName.test(text),
          'must be an address or a name',
        ),
      ),
    ),
    ...common,
  }),
  ssh: v.strictObject({ ssh: matching(sshPattern, 'must be HOST or HOST:PORT'), ...common }),
  command: v.strictObject({ command: matching(/\S/, 'must be a command'), ...common }),
} as const;

type Kind = keyof typeof schemas;
type Value = v.InferOutput<(typeof schemas)[Kind]>;
const kinds = Object.keys(schemas) as readonly Kind[];

/**
 * Reads the list of prerequisites: YAML, each entry with one of `registry`, `gcs`, `s3`, `secret`,
 * `variable`, `environment`, `workflow`, `https`, `dns`, `ssh`, `command`, and what it must be like.
 * @throws {ListProblems} with every problem of every entry
 */
export function parseChecks(text: string): readonly Check[] {
  return parseEntries(text, 'registry: ghcr.io/acme/api', readCheck);
}

function readCheck(entry: object): ReadEntry<Check> {
  const kind = kinds.find((name) => name in entry);
  if (kind === undefined) return { problems: [unknownKind(Object.keys(entry))] };
  const result = v.safeParse(schemas[kind], entry);
  if (!result.success) {
    const known = Object.keys(schemas[kind].entries);
    return { problems: result.issues.map((issue) => describeIssue(issue, known)) };
  }
  const { name, timeout: timeoutSeconds, fix, level } = result.output;
  const subject = subjectOf(result.output);
  const [firstLine = ''] = String((entry as Readonly<Record<string, unknown>>)[kind])
    .trim()
    .split('\n');
  return {
    value: { name: name ?? `${kind}: ${firstLine}`, subject, timeoutSeconds, fix, level },
  };
}

function unknownKind(keys: readonly string[]): string {
  const near = keys.map((key) => nearest(key, kinds)).find((kind) => kind !== undefined);
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return `must have one of ${kinds.join(', ')}${hint}`;
}

function subjectOf(value: Value): CheckSubject {
  if ('registry' in value) return { kind: 'registry', image: value.registry, access: value.access };
  if ('gcs' in value) return { kind: 'gcs', ...bucketWish(value.gcs, value) };
  if ('s3' in value) {
    const { endpoint, region } = value;
    return { kind: 's3', ...bucketWish(value.s3, value), endpoint, region };
  }
  if ('secret' in value) return { kind: 'secret', name: value.secret, ...settingPlace(value) };
  if ('variable' in value)
    return { kind: 'variable', name: value.variable, ...settingPlace(value) };
  if ('environment' in value) {
    const { environment: name, reviewers, repository: owner } = value;
    return { kind: 'environment', name, reviewers, repository: owner };
  }
  if ('workflow' in value)
    return { kind: 'workflow', file: value.workflow, repository: value.repository };
  if ('https' in value) return { kind: 'https', url: value.https, statuses: value.status };
  if ('dns' in value) return { kind: 'dns', name: value.dns.replace(/\.$/, ''), to: value.to };
  if ('ssh' in value) return { kind: 'ssh', ...sshAddress(value.ssh) };
  return { kind: 'command', command: value.command };
}

function bucketWish(
  name: string,
  { access, versioned }: { readonly access: 'read' | 'write'; readonly versioned: boolean },
) {
  return { bucket: name, access, versioned };
}

function settingPlace(place: {
  readonly environment?: string | undefined;
  readonly repository?: string | undefined;
}) {
  return { environment: place.environment, repository: place.repository };
}

function sshAddress(text: string): { readonly host: string; readonly port: number } {
  const [, ipv6, name = '', port = '22'] = sshPattern.exec(text) ?? [];
  return { host: ipv6 ?? name, port: Number(port) };
}
