import {
  apiArtifact,
  apiDeployment,
  apiJob,
  apiPendingDeployment,
  apiRun,
  numberOf,
} from './api-objects.js';
import {
  notFound,
  repo,
  type ApiAnswer,
  type ApiWorld,
  type Call,
  type Endpoints,
} from './endpoint.js';
import type { Run } from './run.js';

/** What shows runs and decides on them. */
export function runEndpoints(world: ApiWorld): Endpoints {
  const reads = (answer: (call: Call, world: ApiWorld) => ApiAnswer): Endpoints[string] => ({
    permission: 'actions',
    level: 'read',
    answer: (call) => answer(call, world),
  });
  const run = `${repo}/actions/runs/{run_id}`;
  return {
    [`GET ${repo}/actions/runs`]: reads(listRuns),
    [`GET ${run}`]: reads(showRun),
    [`GET ${run}/jobs`]: reads(listJobs),
    [`GET ${run}/pending_deployments`]: reads(listPending),
    [`GET ${run}/artifacts`]: reads(listArtifacts),
    [`GET ${repo}/actions/artifacts/{artifact_id}/{archive_format}`]: reads(downloadArtifact),
    [`POST ${run}/pending_deployments`]: {
      permission: 'deployments',
      level: 'write',
      answer: (call) => review(call, world),
    },
    [`POST ${run}/cancel`]: {
      permission: 'actions',
      level: 'write',
      answer: (call) => cancelRun(call, world),
    },
  };
}

function listRuns({ repository, query }: Call, { engine, place }: ApiWorld): ApiAnswer {
  const since = /^>=(.+)$/.exec(query.get('created') ?? '')?.[1];
  const runs = engine.runs
    .filter((run) => run.repository === repository.name)
    .filter((run) => !query.has('event') || run.event === query.get('event'))
    .filter(
      (run) =>
        !query.has('status') ||
        run.status === query.get('status') ||
        run.conclusion === query.get('status'),
    )
    .filter((run) => since === undefined || run.createdAt >= since)
    .reverse()
    .slice(0, Number(query.get('per_page') ?? 30));
  return {
    status: 200,
    body: {
      total_count: runs.length,
      workflow_runs: runs.map((run) => apiRun(run, place)),
    },
  };
}

function showRun(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  return run === undefined ? notFound : { status: 200, body: apiRun(run, world.place) };
}

function listJobs(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  if (run === undefined) return notFound;
  const jobs = [...run.jobs.values()].map((job) => apiJob(run, job, world.place));
  return { status: 200, body: { total_count: jobs.length, jobs } };
}

function cancelRun(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  if (run === undefined) return notFound;
  if (run.status === 'completed')
    return { status: 409, body: { message: 'Cannot cancel a workflow run that is completed.' } };
  run.cancel.abort();
  return { status: 202, body: {} };
}

function listPending(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  if (run === undefined) return notFound;
  const { name, environments } = call.repository;
  const pending = [...run.approvals.keys()].map((environment) =>
    apiPendingDeployment(
      name,
      environment,
      environments[environment]?.reviewers ?? [],
      world.place,
    ),
  );
  return { status: 200, body: pending };
}

function review(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  if (run === undefined) return notFound;
  const ids = call.body.environment_ids as readonly number[];
  const decided = [...run.approvals].filter(([name]) => ids.includes(numberOf(name)));
  for (const [, decide] of decided) decide(call.body.state === 'approved');
  return { status: 200, body: decided.map(([name]) => apiDeployment(run, name, world.place)) };
}

function listArtifacts(call: Call, world: ApiWorld): ApiAnswer {
  const run = findRun(call, world);
  if (run === undefined) return notFound;
  const name = call.query.get('name');
  const artifacts = run.artifacts
    .filter((artifact) => name === null || artifact.name === name)
    .map((artifact) => apiArtifact(run, artifact, world.place));
  return { status: 200, body: { total_count: artifacts.length, artifacts } };
}

function downloadArtifact({ parameters }: Call, { engine, blobUrl }: ApiWorld): ApiAnswer {
  const { artifact_id: id = '' } = parameters;
  const known = engine.runs.some(({ artifacts }) => artifacts.some((one) => String(one.id) === id));
  return known ? { status: 302, headers: { location: `${blobUrl}/${id}` } } : notFound;
}

function findRun({ repository, parameters }: Call, { engine }: ApiWorld): Run | undefined {
  return engine.runs.find(
    (run) => run.repository === repository.name && String(run.id) === parameters.run_id,
  );
}
