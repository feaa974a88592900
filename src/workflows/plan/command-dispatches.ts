import { positionIn } from './source.js';
import { literal, repositoryOf, type Sent } from './dispatch.js';
import {
  commandLineToken,
  replaceExpressions,
  resolve,
  tokenOwner,
  type StepEnv,
  type TokenOwner,
} from './known-values.js';
import { commandsIn, optionOf, wordsOf, type ShellCommand } from './shell-commands.js';
import type { SourceScalar } from '../workflow-reader.js';

/** What a script sends with `gh workflow run`, `gh api …/dispatches` and `curl …/dispatches`. */
export function commandDispatches(
  run: SourceScalar,
  env: StepEnv,
  repository: string | undefined,
): readonly Sent[] {
  return commandsIn(run.text).flatMap((command) => {
    const text = resolve(command.text, env, true);
    const sent = text.startsWith('gh ')
      ? byGitHubCli(text, run.text, env, repository)
      : byHttp(text, run.text, env, repository);
    return sent === undefined ? [] : [{ ...sent, ...placeOf(command, run) }];
  });
}

type Address = Omit<Sent, 'at' | 'always'>;

function placeOf(command: ShellCommand, run: SourceScalar): Pick<Sent, 'at' | 'always'> {
  return { at: positionIn(run, command.offset), always: !command.conditional };
}

function byGitHubCli(
  text: string,
  script: string,
  env: StepEnv,
  repository: string | undefined,
): Address | undefined {
  const words = wordsOf(text);
  const token = commandLineToken(env);
  if (words[1] === 'workflow' && words[2] === 'run') {
    const name = words.slice(3).find((word, index) => isTarget(word, words[index + 2] ?? ''));
    return {
      kind: 'workflow_dispatch',
      target: literal(name),
      repository: repositoryOf(optionOf(words, '-R', '--repo') ?? env.get('gh_repo'), repository),
      token,
      tool: 'gh workflow run',
    };
  }
  return words[1] === 'api' ? dispatched(text, script, token, repository, 'gh api') : undefined;
}

// An argument that is neither an option nor the value of one.
function isTarget(word: string, previous: string): boolean {
  return (
    !word.startsWith('-') && !/^(?:-R|--repo|-r|--ref|-f|--raw-field|-F|--field)$/.test(previous)
  );
}

function byHttp(
  text: string,
  script: string,
  env: StepEnv,
  repository: string | undefined,
): Address | undefined {
  if (!/^(?:curl|wget|http|https|xh)\s/.test(text)) return undefined;
  const given =
    /(?:authorization:\s*(?:bearer|token)\s+|(?:-u|--user)\s+["']?[^\s:"']*:)(\$\{\{.*?\}\}|[^\s"']+)/i.exec(
      text,
    );
  const variable = /^\$\{?(\w+)\}?$/.exec(given?.[1] ?? '')?.[1];
  const token = variable === undefined ? given?.[1] : env.get(variable.toLowerCase());
  return dispatched(text, script, tokenOwner(token), repository, 'curl');
}

/** `repos/acme/api/dispatches`, `repos/acme/api/actions/workflows/deploy.yml/dispatches` */
const dispatchPath =
  /repos\/([^\s"'/]+(?:\/[^\s"'/]+)?)\/(?:actions\/workflows\/([^\s"'/]+)\/)?dispatches\b/;

// The path of the API says which repository; the body, which event.
function dispatched(
  text: string,
  script: string,
  token: TokenOwner,
  repository: string | undefined,
  tool: string,
): Address | undefined {
  const expressions: string[] = [];
  const plain = replaceExpressions(text, (expression) => {
    expressions.push(`\${{ ${expression} }}`);
    return `‹${expressions.length - 1}›`;
  });
  const whole = (part: string | undefined): string | undefined =>
    part?.replace(/‹(\d+)›/g, (_, index: string) => expressions[Number(index)] ?? '');
  const path = dispatchPath.exec(plain);
  if (path === null) return undefined;
  const file = whole(path[2]);
  const types = text.includes('event_type') ? text : script;
  const type = /event_type["'\\]*\s*[:=]\s*["'\\]*([^\s"'\\,}&]+)/.exec(types)?.[1];
  return {
    kind: file === undefined ? 'repository_dispatch' : 'workflow_dispatch',
    target: literal(file ?? type),
    repository: repositoryOf(whole(path[1]), repository),
    token,
    tool,
  };
}
