import type * as Conversion from '@actions/workflow-parser/model/convert';
import type * as ActionParser from '@actions/workflow-parser/actions/action-parser';
import type * as WorkflowParser from '@actions/workflow-parser';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { parseDocument } from 'yaml';
import { yamlValue } from '../../text/read-yaml.js';
import type {
  ParsedSource,
  Position,
  SourceNode,
  SourceScalar,
  WorkflowReader,
} from '../workflow-reader.js';

type Parser = typeof WorkflowParser &
  Pick<typeof ActionParser, 'parseAction'> &
  Pick<typeof Conversion, 'ErrorPolicy'>;
type Result = Awaited<ReturnType<Parser['parseWorkflow']>>;

const top: Position = { line: 1, column: 1 };

/** GitHub's own parser, as its editor and `gh` have it; loaded with the first file. */
export function githubWorkflowReader(): WorkflowReader {
  let loading: Promise<Parser> | undefined;
  const load = (): Promise<Parser> => (loading ??= loadParser());
  return {
    readWorkflow: (path, text) =>
      guarded(text, async () => {
        const parser = await load();
        const result = parser.parseWorkflow(
          { name: path, content: text },
          new parser.NoOperationTraceWriter(),
        );
        // Jobs that need unknown jobs, cron texts and the like show only here.
        if (result.value !== undefined && !result.context.errors.getErrors().some(isOfGitHub))
          await parser.convertWorkflowTemplate(result.context, result.value, undefined, {
            errorPolicy: parser.ErrorPolicy.TryConversion,
          });
        return convert(parser, result, text);
      }),
    readAction: (path, text) =>
      guarded(text, async () => {
        const parser = await load();
        const trace = new parser.NoOperationTraceWriter();
        return convert(parser, parser.parseAction({ name: path, content: text }, trace), text);
      }),
  };
}

async function loadParser(): Promise<Parser> {
  const workflows = await import('@actions/workflow-parser');
  const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');
  const { ErrorPolicy } = await import('@actions/workflow-parser/model/convert');
  return { ...workflows, parseAction, ErrorPolicy };
}

const parserSays = "GitHub's parser says:";

/** Many jobs may share their steps by aliases; more than that is no workflow, but an attack. */
const maxAliasCount = 10_000;

/** A larger file was not written for GitHub; reading it would take minutes. */
const largest = 1_000_000;

// The parser follows aliases without a limit, and its stack is not endless either.
async function guarded(text: string, read: () => Promise<ParsedSource>): Promise<ParsedSource> {
  if (text.length > largest)
    return refused(`The file has more than ${largest} characters, and is not read.`);
  try {
    if (/[&*]\S/.test(text)) {
      const whole = yamlValue(parseDocument(text, { uniqueKeys: false }), { maxAliasCount });
      if ('problem' in whole && /alias/i.test(whole.problem))
        return refused(
          /excessive/i.test(whole.problem)
            ? `With its aliases written out, the file has more than ${maxAliasCount} parts, and is not read.`
            : `The file is no YAML: ${whole.problem}.`,
        );
    }
    return await read();
  } catch (cause) {
    return refused(`${parserSays} ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function refused(message: string): ParsedSource {
  return { root: undefined, problems: [{ message, at: top }] };
}

function convert(parser: Parser, { context, value }: Result, text: string): ParsedSource {
  const lines = text.split('\n');
  const problems = context.errors
    .getErrors()
    .filter(isOfGitHub)
    .map(({ rawMessage, range }) => ({
      message: `${parserSays} ${(rawMessage.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`,
      at: range?.start ?? top,
    }));
  return {
    root: value === undefined ? undefined : convertToken(parser, value, lines),
    problems,
  };
}

// The package's schema mistakes the name of this event in `on: [repository_dispatch]`; GitHub itself does not.
function isOfGitHub({ rawMessage }: { readonly rawMessage: string }): boolean {
  return rawMessage !== "Unexpected value 'repository_dispatch'";
}

function convertToken(parser: Parser, token: TemplateToken, lines: readonly string[]): SourceNode {
  const at = token.range?.start ?? top;
  if (parser.isSequence(token))
    return { kind: 'list', at, items: [...token].map((item) => convertToken(parser, item, lines)) };
  if (parser.isMapping(token))
    return {
      kind: 'map',
      at,
      entries: [...token].map(({ key, value }) => ({
        key: parser.isString(key) ? key.value : key.toString(),
        keyAt: key.range?.start ?? at,
        value: convertToken(parser, value, lines),
      })),
    };
  return convertScalar(parser, token, at, lines);
}

function convertScalar(
  parser: Parser,
  token: TemplateToken,
  at: Position,
  lines: readonly string[],
): SourceScalar {
  const scalar = (text: string, start: Position): SourceScalar => ({
    kind: 'scalar',
    text,
    at,
    start,
  });
  if (parser.isBasicExpression(token)) {
    // Text around an expression: the parser keeps the text as it was.
    if (token.originalExpressions === undefined || token.source === undefined)
      return scalar(`\${{ ${token.expression} }}`, at);
    return scalar(token.source, startOf(token, at, lines));
  }
  if (parser.isString(token)) {
    const several = token.range !== undefined && token.range.start.line !== token.range.end.line;
    return scalar(several ? (token.source ?? token.value) : token.value, startOf(token, at, lines));
  }
  if (parser.isNumber(token) || parser.isBoolean(token)) return scalar(String(token.value), at);
  return scalar('', at);
}

function startOf(
  token: {
    readonly blockScalarHeader?: string | undefined;
    readonly range: TemplateToken['range'];
  },
  at: Position,
  lines: readonly string[],
): Position {
  if (token.blockScalarHeader !== undefined) return { line: at.line + 1, column: 1 };
  const first = lines[at.line - 1]?.[at.column - 1];
  const quoted = first === '"' || first === "'";
  const oneLine = token.range?.start.line === token.range?.end.line;
  return quoted && oneLine ? { line: at.line, column: at.column + 1 } : at;
}
