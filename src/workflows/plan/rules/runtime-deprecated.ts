import { reportOf, type Chain } from '../chain.js';
import { oldActionFix } from '../old-actions.js';
import type { WorkflowReport } from '../report.js';
import { commandsIn } from '../shell-commands.js';
import { positionIn, scalarOf, scalarsOf, valueOf } from '../source.js';
import type { TextFile } from '../suppression.js';
import type { SourceNode } from '../../workflow-reader.js';
import { firstOfEach, type Use, usesOf } from '../action-uses.js';

/** Commands of a step's output that GitHub has taken away: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/ */
const oldCommand = /::(set-output|save-state|set-env|add-path)\b/;

const files: Readonly<Record<string, string>> = {
  'set-output': 'echo "name=value" >> "$GITHUB_OUTPUT"',
  'save-state': 'echo "name=value" >> "$GITHUB_STATE"',
  'set-env': 'echo "name=value" >> "$GITHUB_ENV"',
  'add-path': 'echo "folder" >> "$GITHUB_PATH"',
};

/** Actions and commands whose runtime is gone: one report a file for the actions. */
export function runtimeDeprecated(chain: Chain): readonly WorkflowReport[] {
  const old = firstOfEach(usesOf(chain)).flatMap((use) => {
    const fix = oldActionFix(use.action, use.version);
    return fix === undefined ? [] : [{ ...use, fix }];
  });
  const files = [...new Set(old.map(({ file }) => file))];
  return [
    ...files.map((file) =>
      oldActions(
        file,
        old.filter((use) => use.file === file),
      ),
    ),
    ...oldCommands(chain),
    ...oldRunners(chain),
  ];
}

/**
 * Labels of hosted runners that are gone: a job waits for one until it is cancelled.
 * Source: https://github.com/actions/runner-images#software-and-image-support
 */
const goneRunner = /^(?:ubuntu-(?:16|18|20)\.04|macos-(?:10\.15|11|12)|windows-(?:2016|2019))$/;

function oldRunners({ workflows }: Chain): readonly WorkflowReport[] {
  return workflows.flatMap(({ path, jobs }) => {
    const gone = jobs.flatMap(({ id, at, runsOn, matrix }) => {
      const [label = '', ...others] = runsOn;
      if (others.length > 0) return [];
      const [, axis] = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(label) ?? [];
      const labels = axis === undefined ? [label] : valuesOf(matrix, axis);
      const key = axis ?? 'runs-on';
      return labels.flatMap((one) => (goneRunner.test(one) ? [{ id, at, key, label: one }] : []));
    });
    const [first] = gone;
    if (first === undefined) return [];
    return [
      reportOf(
        'runtime-deprecated',
        path,
        first.at,
        `${gone.map(({ id, label }) => `\`${id}\` (\`${label}\`)`).join(', ')}: GitHub has taken these runners away; a job that asks for one waits until it is cancelled.`,
        gone
          .map(({ id, key, label }) => `${id}: ${key}: ${label.replace(/-.*/, '-latest')}`)
          .join('\n'),
      ),
    ];
  });
}

/** What an axis of a matrix stands for, `include` among it. */
function valuesOf(matrix: SourceNode | undefined, axis: string): readonly string[] {
  const included = valueOf(matrix, 'include');
  const more = included?.kind === 'list' ? included.items.map((item) => scalarOf(item, axis)) : [];
  const all = [...scalarsOf(valueOf(matrix, axis)), ...more];
  return all.flatMap((scalar) => scalar?.text ?? []);
}

/** Local actions that declare a Node version that is gone. */
export function localRuntimes(files: readonly TextFile[]): readonly WorkflowReport[] {
  return files.flatMap(({ path, text }) => {
    if (!/(?:^|\/)action\.ya?ml$/.test(path)) return [];
    const lines = text.split('\n');
    const line = lines.findIndex((each) => /^\s+using:\s*["']?node(?:12|16|20)\b/.test(each));
    const declared = /node\d+/.exec(lines[line] ?? '')?.[0];
    if (declared === undefined) return [];
    return [
      reportOf(
        'runtime-deprecated',
        path,
        { line: line + 1, column: (lines[line] ?? '').indexOf(declared) + 1 },
        `The action declares \`${declared}\`, which is gone from the runners: GitHub forces it onto Node 24, or it fails.`,
        'using: node24',
      ),
    ];
  });
}

function oldActions(
  file: string,
  uses: readonly (Use & { readonly fix: string })[],
): WorkflowReport {
  const [first] = uses;
  const named = uses.map(({ action, version }) => `\`${action}@${version}\``);
  return reportOf(
    'runtime-deprecated',
    file,
    first?.at ?? { line: 1, column: 1 },
    `${named.join(', ')}: made for a Node version that is gone from the runners (20 or older). GitHub forces such an action onto Node 24, and warns in each run; the oldest ones fail.`,
    uses.map(({ at, fix }) => `line ${at.line}: ${fix}`).join('\n'),
  );
}

function oldCommands({ workflows }: Chain): readonly WorkflowReport[] {
  return workflows
    .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps))
    .flatMap(({ file, run }) => {
      if (run === undefined) return [];
      const found = commandsIn(run.text)
        .map(({ text, offset }) => ({ offset, name: oldCommand.exec(text)?.[1] }))
        .find(({ name }) => name !== undefined);
      if (found?.name === undefined) return [];
      return [
        reportOf(
          'runtime-deprecated',
          file,
          positionIn(run, found.offset),
          `\`::${found.name}\` is one of the commands that GitHub has deprecated or switched off.`,
          files[found.name] ?? '',
        ),
      ];
    });
}
