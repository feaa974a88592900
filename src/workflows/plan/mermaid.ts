import { baseName } from './chain.js';
import type { Graph, GraphEdge } from './graph.js';
import type { Workflow } from './model.js';

/** A label that is longer makes the picture unreadable. */
const maxLabel = 80;

/** A graph as a mermaid flowchart, races in red; empty when there is no workflow. */
export function renderMermaid({ workflows, edges, raced }: Graph): string {
  if (workflows.length === 0) return '';
  const ids = new Map<Workflow | string, string>([
    ...workflows.map((workflow, index) => [workflow, `w${index}`] as const),
    ...[...new Set(edges.flatMap(({ from }) => (typeof from === 'string' ? from : [])))].map(
      (event, index) => [event, `e${index}`] as const,
    ),
  ]);
  const idOf = (end: Workflow | string): string => ids.get(end) ?? '';
  const red = edges.flatMap((edge, index) => (edge.raced ? [index] : []));
  return [
    'flowchart LR',
    ...[...ids].map(([end, id]) =>
      typeof end === 'string'
        ? `  ${id}([${quote(end)}])`
        : `  ${id}[${quote(end.name === end.path ? baseName(end.path) : `${end.name} (${baseName(end.path)})`)}]`,
    ),
    ...edges.map((edge) => arrow(edge, idOf)),
    ...(red.length === 0 ? [] : [`  linkStyle ${red.join(',')} stroke:#d00,stroke-width:3px`]),
    ...(raced.length === 0
      ? []
      : [
          '  classDef race stroke:#d00,stroke-width:3px',
          `  class ${raced.map(idOf).join(',')} race`,
        ]),
    '',
  ].join('\n');
}

function arrow(
  { from, to, label, kind }: GraphEdge,
  idOf: (end: Workflow | string) => string,
): string {
  const [begin, end] = kind === 'calls' ? ['-.', '.->'] : ['--', '-->'];
  const middle = label === '' ? end : `${begin} ${quote(label)} ${end}`;
  return `  ${idOf(from)} ${middle} ${idOf(to)}`;
}

// Mermaid reads entities in quoted labels: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
function quote(label: string): string {
  const short = label.length > maxLabel ? `${label.slice(0, maxLabel)}…` : label;
  const entity = (character: string): string => `#${character.codePointAt(0) ?? 32};`;
  const escaped = short.replace(/[^\p{L}\p{N} ._:,()/@=+…-]/gu, entity);
  // A label that begins like a list is one to mermaid, which draws none.
  return `"${escaped.replace(/^(\s*\d*)([.)+-])(?=\s)/, (_, number: string, sign: string) => number + entity(sign))}"`;
}
