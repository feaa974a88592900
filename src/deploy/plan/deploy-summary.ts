import { plain, shortDigest } from '../../text/markdown.js';

/** What the summary shows of a deployment. */
export interface DeploymentFacts {
  readonly version: string;
  readonly revision: string;
  readonly changed: boolean;
  readonly gaveWay: boolean;
  readonly releaseId: string;
  readonly previous: string;
  readonly changes: readonly {
    readonly service: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly steps: readonly { readonly title: string; readonly seconds: number }[];
  readonly path: string;
}

/** Who released it, from which run. */
export interface DeployOrigin {
  readonly actor: string;
  readonly runUrl: string;
}

/** Where and how long. */
export interface DeployPlace {
  readonly host: { readonly user: string; readonly host: string; readonly port: number };
  readonly seconds: number;
}

/** The job summary of a release that is live: what changed, when what happened, how to look and undo. */
export function renderDeploySummary(
  deployment: DeploymentFacts,
  { actor, runUrl }: DeployOrigin,
  { host, seconds }: DeployPlace,
): string {
  const { version, revision, previous } = deployment;
  if (deployment.gaveWay)
    return `## ${plain(version)} gave way to a newer release on ${plain(host.host)}\n\nNothing was touched: release \`${deployment.releaseId}\` is live (${seconds.toFixed(1)} s).\n`;
  if (!deployment.changed)
    return `## ${plain(version)} is live on ${plain(host.host)} already\n\nNothing was touched: files, env file, images and containers are those of release \`${deployment.releaseId}\` (${seconds.toFixed(1)} s).\n`;
  const ssh = `ssh ${host.port === 22 ? '' : `-p ${host.port} `}${host.user}@${host.host}`;
  return [
    `## :rocket: ${plain(version)} is live on ${plain(host.host)}`,
    '',
    `Released by ${plain(actor)} from [this run](${runUrl}) in ${seconds.toFixed(1)} s; commit \`${revision.slice(0, 12)}\`.`,
    '',
    '| service | before | now |',
    '| --- | --- | --- |',
    ...deployment.changes.map(
      ({ service, from, to }) =>
        `| ${plain(service)} | ${shortDigest(from)} | ${shortDigest(to)} |`,
    ),
    '',
    ...timeline(deployment.steps),
    '',
    `Look around: \`${ssh}\`, then \`cd ${deployment.path} && docker compose ps\``,
    '',
    previous === ''
      ? 'There was no release before this one to go back to.'
      : `Undo: [rollback](https://github.com/org/deploy-kit/tree/v1/rollback) with \`to: ${previous}\`, or by hand as [the operator's guide](https://github.com/org/deploy-kit/blob/v1/docs/operating.md) says.`,
    '',
  ].join('\n');
}

// Steps that took no time to speak of would only make the picture unreadable.
function timeline(steps: DeploymentFacts['steps']): string[] {
  const shown = steps.filter(({ seconds }) => seconds >= 0.05);
  if (shown.length === 0) return [];
  let at = 0;
  const bars = shown.map(({ title, seconds }) => {
    const from = at;
    at += seconds;
    return `  ${title.replace(/@sha256:[a-f0-9]+/g, '').replace(/[:;#,]/g, ' ')} :${milliseconds(from)}, ${milliseconds(at)}`;
  });
  return [
    '```mermaid',
    'gantt',
    '  title Seconds on the server',
    '  dateFormat x',
    '  axisFormat %S.%L',
    ...bars,
    '```',
  ];
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}
