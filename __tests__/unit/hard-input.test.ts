import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actionNames, loadDefinition } from '../../scripts/actions-folder.js';
import { repositoryRoot } from '../../playground/machine/places.js';
import { DeployKitError } from '../../src/errors/index.js';
import { kebabCase } from '../../src/inputs/definition.js';
import { parseInputs } from '../../src/inputs/index.js';
import { parseBakeDefinition } from '../../src/build/plan/bake-definition.js';
import { parseChallenge } from '../../src/registry/plan/bearer-challenge.js';
import { readComposeProject } from '../../src/compose/compose-project.js';
import { parseEnvFile } from '../../src/compose/env-file.js';
import { parseEnvChanges } from '../../src/env/plan/env-changes.js';
import { parseEnvRules } from '../../src/env/plan/env-rules.js';
import { pageAssets } from '../../src/health/plan/page-assets.js';
import { ListProblems } from '../../src/text/entry-list.js';
import { parseTargets } from '../../src/health/plan/parse-targets.js';
import { parseServerAnswer } from '../../src/health/plan/server-answer.js';
import { parseContainerLines, parsePortLines } from '../../src/health/plan/server-containers.js';
import { valueAt } from '../../src/health/plan/find-fault.js';
import { parseHistory } from '../../src/server/plan/history.js';
import { parseImageReference } from '../../src/image/image-reference.js';
import { readListeners } from '../../src/dispatch/plan/listeners.js';
import { readManifest } from '../../src/image/manifest.js';
import { parseChecks } from '../../src/preflight/plan/parse-checks.js';
import { parseProgramEvent } from '../../src/server/plan/program-event.js';
import { parseReleaseText, releaseOfEvent } from '../../src/release/release.js';
import { parseServerFacts } from '../../src/server/plan/server-facts.js';
import { readSopsFile } from '../../src/env/plan/read-sops-file.js';

/** `npm run fuzz` sets it high. */
const runs = Number(process.env.FUZZ_RUNS ?? 300);

/** Text that looks like something now and then. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'services:',
          'image: x',
          '- ',
          '  ',
          '\n',
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          '$',
          '${A',
          ':-',
          '#',
        ],
        ...[
          'KEY=',
          'export ',
          '\\',
          '=',
          '|',
          'include:',
          'extends:',
          '<<: *a',
          '&a',
          '*a',
          '!!',
          '\0',
        ],
        ...[
          'sops:',
          'mac: x',
          'age: []',
          'on: push',
          'record=',
          'end=yes',
          'release=',
          'port=',
          'url: ',
        ],
        ...[
          '@sha256:',
          'ghcr.io/',
          'Bearer realm="',
          '@required',
          '@type=',
          'http://',
          '<script src=',
          '>',
        ],
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join('')),
);

/** Anything that JSON or YAML can bring. */
const anything = fc.anything({ maxDepth: 4, withDate: false, withBigInt: false });
const json = fc.oneof(fc.jsonValue({ maxDepth: 4 }), anything);

/** What reads it ends with a value or with an entry of the catalogue, never in another way. */
function endsWell<Value>(arbitrary: fc.Arbitrary<Value>, read: (value: Value) => unknown): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      try {
        read(value);
      } catch (error) {
        if (error instanceof ListProblems) return;
        expect(error).toBeInstanceOf(DeployKitError);
        expect((error as DeployKitError).title).not.toBe('');
      }
    }),
    { numRuns: runs },
  );
}

describe('Whatever comes', () => {
  it.each<[string, (value: string) => unknown]>([
    ['a Compose file', (value) => read(value)],
    ['a Compose service', (value) => read(`services:\n  web:\n    image: x\n    ${value}\n`)],
    ['an env file', (value) => parseEnvFile(value)],
    ['rules for an env file', (value) => parseEnvRules('.env.schema', value)],
    ['an encrypted env file', (value) => readSopsFile('x.yaml', value)],
    ['an encrypted dotenv file', (value) => readSopsFile('x.env', value)],
    ['a release document', (value) => parseReleaseText(value)],
    ['a line of the program', (value) => parseProgramEvent(value)],
    ['the history', (value) => parseHistory(`${value}\nend=yes`)],
    [
      'what the probe says',
      (value) => parseServerFacts(`path=/\nuser=u\narch=a\n${value}\nend=yes`),
    ],
    ['what differs in the env file', (value) => parseEnvChanges(`${value}\nend=yes`)],
    ['an image reference', (value) => parseImageReference(value)],
    ['a challenge of a registry', (value) => parseChallenge(value)],
    ['a bake definition', (value) => parseBakeDefinition(value, 'docker buildx bake')],
    ['workflow files', (value) => readListeners([{ path: 'a.yml', text: value }])],
    ['targets', (value) => parseTargets(value)],
    ['checks', (value) => parseChecks(value)],
    ['a check', (value) => parseChecks(`- registry: ${value}`)],
    ['a page', (value) => pageAssets(value, new URL('http://a.example/'))],
    [
      'containers',
      (value) => [parseContainerLines(`${value}\nend=yes`), parsePortLines(`${value}\nend=yes`)],
    ],
    [
      'an answer seen from the server',
      (value) => parseServerAnswer(`${value}\nend=yes\nbody\n${value}`, new URL('http://a/'), 1),
    ],
  ])('%s is read or refused', (_, reader) => {
    endsWell(text, reader);
  });

  it.each<[string, (value: unknown) => unknown]>([
    ['an event', (value) => releaseOfEvent({ client_payload: value })],
    ['the payload’s release', (value) => releaseOfEvent({ client_payload: { release: value } })],
    ['a manifest', (value) => readManifest(value)],
    ['a Compose model', (value) => read(JSON.stringify({ services: { web: value } }))],
    ['a path in JSON', (value) => valueAt(value, 'a.b[0].c')],
  ])('%s is read or refused', (_, reader) => {
    endsWell(json, reader);
  });

  it.each(actionNames(repositoryRoot))('each input of %s is read or refused', async (name) => {
    const definition = await loadDefinition(repositoryRoot, name);
    const names = Object.keys(definition.inputs).map(kebabCase);
    const given = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 8 });
    endsWell(given, (values) =>
      parseInputs(definition, {
        read: (input) => (values[input] ?? '').trim(),
        names: () => Object.keys(values),
        mask: () => undefined,
      }),
    );
  });
});

function read(file: string): unknown {
  return readComposeProject({
    files: ['compose.yml'],
    readFile: (path) => (path === 'compose.yml' ? file : undefined),
    env: new Map(),
  });
}
