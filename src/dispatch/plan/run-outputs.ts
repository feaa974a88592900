import { strFromU8, unzipSync } from 'fflate';
import { failure } from '../../errors/index.js';
import type { WorkflowRun } from '../../github/github.js';

/** Larger outputs do not fit into a step's outputs (1 MB a job). */
const maxBytes = 1_000_000;

/**
 * Reads what a run left for the next phase: the JSON object in its artifact's only JSON file.
 * @param zip the artifact, or `undefined` when there is none
 * @returns the object as compact JSON
 * @throws {DeployKitError} `run-outputs-missing`
 */
export function readOutputs(
  zip: Uint8Array | undefined,
  run: WorkflowRun,
  artifact: string,
): string {
  const refuse = (problem: string): Error =>
    failure('run-outputs-missing', { title: run.title, artifact, problem });
  if (zip === undefined) throw refuse('does not exist');
  const files = jsonFiles(zip);
  if (files === undefined) throw refuse('is no zip file');
  const [file, ...others] = files;
  if (file === undefined) throw refuse('holds no `.json` file');
  if (others.length > 0) throw refuse('holds more than one `.json` file');
  const content = parseJson(file);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw refuse('holds no JSON object');
  return JSON.stringify(content);
}

/** The texts of the archive's JSON files that are small enough; `undefined` when it is no archive. */
function jsonFiles(zip: Uint8Array): readonly string[] | undefined {
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => name.endsWith('.json') && originalSize <= maxBytes,
    });
    return Object.values(files).map((bytes) => strFromU8(bytes));
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
