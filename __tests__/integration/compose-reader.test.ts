import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { DeployKitError } from '../../src/errors/index.js';
import { readComposeProject, type ComposeProject } from '../../src/compose/compose-project.js';
import { parseEnvFile } from '../../src/compose/env-file.js';
import { interpolate } from '../../src/compose/interpolate.js';
import { quoteEnvValue } from '../../src/text/quote-env-value.js';
import { composeCases, type ComposeCase } from '../support/compose-cases.js';
import { askCompose, type RealProject } from '../support/real-compose.js';

/** What both readers must agree on. */
interface Facts {
  readonly services: Readonly<Record<string, ServiceFacts>>;
  readonly externalNetworks: readonly string[];
  /** Files of configs and secrets. */
  readonly shared: readonly string[];
}

interface ServiceFacts {
  readonly image: string | undefined;
  readonly mounts: readonly string[];
  /** What the env files give. */
  readonly environment: Readonly<Record<string, unknown>>;
}

function realFacts({ services, networks, configs, secrets }: RealProject): Facts {
  const shared = [...Object.values(configs ?? {}), ...Object.values(secrets ?? {})];
  return {
    services: Object.fromEntries(
      Object.entries(services).map(([name, { image, environment, volumes }]) => [
        name,
        {
          image,
          environment: environment ?? {},
          mounts: (volumes ?? [])
            .flatMap(({ type, source }) => (type === 'bind' && source ? [source] : []))
            .filter((source) => !source.startsWith('/'))
            .toSorted(),
        },
      ]),
    ),
    externalNetworks: Object.values(networks ?? {})
      .flatMap(({ external, name }) => (external ? [name] : []))
      .toSorted(),
    shared: shared.flatMap(({ file }) => file ?? []).toSorted(),
  };
}

function ourFacts({ files, given = ['compose.yaml'] }: ComposeCase): Facts {
  const env = parseEnvFile(files['.env'] ?? '');
  const project = readComposeProject({ files: given, readFile: (path) => files[path], env });
  const active = project.services.filter(({ active }) => active);
  const shared = active
    .flatMap(({ paths }) => paths)
    .filter(({ kind }) => kind === 'config' || kind === 'secret');
  return {
    services: Object.fromEntries(
      active.map((service) => [service.name, serviceFacts(service, files)]),
    ),
    externalNetworks: project.externalNetworks.toSorted(),
    shared: [...new Set(shared.map(({ path }) => path))].toSorted(),
  };
}

function serviceFacts(
  { image, paths }: ComposeProject['services'][number],
  files: ComposeCase['files'],
): ServiceFacts {
  const envFiles = paths.filter(({ kind }) => kind === 'env-file');
  for (const { path, required } of envFiles)
    if (required && files[path] === undefined) throw new Error(`${path} is required`);
  return {
    image,
    mounts: paths.flatMap(({ kind, path }) => (kind === 'bind-mount' ? [path] : [])).toSorted(),
    environment: Object.assign(
      {},
      ...envFiles.map(({ path }) => Object.fromEntries(parseEnvFile(files[path] ?? ''))),
    ) as Record<string, string>,
  };
}

describe.each(Object.entries(composeCases))(
  'the Compose reader agrees with Compose: %s',
  (_, cases) => {
    it.each(cases)('$title', (project) => {
      const real = askCompose(project.files, project.given);
      if (project.isRefused) {
        expect(typeof real).toBe('string');
        expect(() => ourFacts(project)).toThrow(DeployKitError);
      } else {
        if (typeof real === 'string') throw new Error(real);
        expect(ourFacts(project)).toEqual(realFacts(real));
      }
    });
  },
);

describe('the Compose reader agrees with Compose: paths that must be there', () => {
  it('a missing env file, unless it says otherwise', () => {
    const files = { 'compose.yaml': 'services: { w: { image: a, env_file: gone.env } }' };
    expect(askCompose(files)).toContain('gone.env not found');
    expect(() => ourFacts({ title: '', files })).toThrow('gone.env is required');
  });
});

const variables = { A: 'aa', B: 'b b', EMPTY: '' };

/** Compose's results for the texts, each as a label: `undefined` where it refuses one of them. */
function realInterpolation(texts: readonly string[]): readonly string[] | undefined {
  const labels = Object.fromEntries(texts.map((text, at) => [`l${at}`, text]));
  const real = askCompose({
    'compose.yaml': JSON.stringify({ services: { w: { image: 'a', labels } } }),
    '.env': Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  });
  if (typeof real === 'string') return undefined;
  return texts.map((_, at) => real.services.w?.labels?.[`l${at}`] ?? '');
}

function ourInterpolation(text: string): string | undefined {
  try {
    return interpolate(text, new Map(Object.entries(variables)));
  } catch {
    return undefined;
  }
}

const operator = fc.constantFrom(':-', '-', ':+', '+', ':?', '?');
const variable = fc.constantFrom('A', 'B', 'EMPTY', 'UNSET', '_x1');
const expression = fc.letrec<{ text: string }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(
          'a',
          'b c',
          '-',
          ':',
          '?',
          '+',
          '{',
          '}',
          '/',
          '.',
          '$$',
          '$',
          '\n',
          '5',
          'é',
        ),
        variable.map((name) => `$${name}`),
        variable.map((name) => `\${${name}}`),
        fc
          .tuple(variable, operator, tie('text'))
          .map(([name, sign, word]) => `\${${name}${sign}${word}}`),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
})).text;

describe('interpolation agrees with Compose', () => {
  it('on every text, whether it is taken or refused', () => {
    fc.assert(
      fc.property(fc.array(expression, { minLength: 40, maxLength: 40 }), (texts) => {
        const taken = texts.filter((text) => ourInterpolation(text) !== undefined);
        expect(realInterpolation(taken)).toEqual(taken.map(ourInterpolation));
        const refused = texts.find((text) => ourInterpolation(text) === undefined);
        if (refused !== undefined) expect(realInterpolation([refused])).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});

/** What Compose reads from an env file; `undefined` when it refuses it. */
function realEnvFile(text: string): Readonly<Record<string, unknown>> | undefined {
  const real = askCompose({
    'compose.yaml': 'services: { w: { image: a, env_file: x.env } }',
    'x.env': text,
  });
  return typeof real === 'string' ? undefined : (real.services.w?.environment ?? {});
}

function ourEnvFile(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object.fromEntries(parseEnvFile(text));
  } catch (error) {
    if (error instanceof DeployKitError && error.entry === 'env-file-invalid') return undefined;
    throw error;
  }
}

describe('env files agree with Compose', () => {
  it.each([
    'A=1 # c\nB=a#b\nC=#c\nD= #d\nE=x  # y # z',
    'A = 1\n B: 2\nexport C=3\nexport\tD=4\n\tE=5',
    'A=\nB=\t\n\nC=  sp  ',
    `A='x y' # c\nB="x y" # c\nC='x'y\nD="z"`,
    String.raw`A='a\'b'
B='a\\'
C="a\"b"
D="a\\"
E="\a\b\c\f\n\r\t\v\0101\01\0\$B\x"`,
    'A="multi\nline # no\nB=2"\nC=\'m\nl\'\nD="a\r\nb"',
    "A=1\r\nB=two\r\nC='3'\r\n",
    'A=1\nB=$A${A}x${C:-d}\nC="$A"\nD=\'$A\'\nE=$$A\nF="\\$A"\nG=\\$A\nH=$5\nI=$(x)',
    'A.b=1\nA-c=2\n3D=4\nA[0]=5\né=6',
    'A=1\nA=2\nB=a=b\nC==d\nD={"a": "b c"} # d\nE=`x`\nF=a\'b\'\nG=a"b',
    '\uFEFFA=1\n# c\n  # d\nNOT_SET\nB=2',
    'A="unterminated\nB=1',
    "A='a\\'",
    'A B=1',
    'A!=1',
    'A=${5}',
    'A="${"',
    'A=${X:?no}',
    'A=${X:-a #b}',
    "A='a''b'",
  ])('%j', (text) => {
    expect(ourEnvFile(text)).toEqual(realEnvFile(text));
  });

  it('on every value that we write', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('\\', "'", '"', '$', '{', '#', ' ', '\n', 'a', '=') }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 30, maxLength: 30 }), (values) => {
        const entries = values.map((text, at): [string, string] => [`K${at}`, text]);
        const file = entries.map(([key, text]) => `${key}=${quoteEnvValue(text)}\n`).join('');
        expect(realEnvFile(file)).toEqual(Object.fromEntries(entries));
        expect(ourEnvFile(file)).toEqual(Object.fromEntries(entries));
      }),
      { numRuns: 10 },
    );
  });
});
