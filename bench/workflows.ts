import { githubWorkflowReader } from '../src/workflows/outside/github-workflow-reader.js';
import { checkWorkflows } from '../src/workflows/check-workflows.js';
import { publicRepositories } from '../__tests__/support/public-workflows.js';
import { checkoutOf } from '../__tests__/support/workflow-cases.js';
import { loadWorkflowParser } from '../playground/runner/load-workflow-parser.js';
import { alternate, figure, timed, type Figure } from './measure.js';

const count = 100;

/**
 * The check of one hundred workflow files of public repositories as one checkout, against what GitHub's parser
 * alone takes to read them.
 */
export async function workflowCheck(): Promise<readonly Figure[]> {
  await loadWorkflowParser();
  const reader = githubWorkflowReader();
  const texts = publicRepositories().flatMap(({ files }) => Object.values(files));
  const files = Object.fromEntries(
    texts.slice(0, count).map((text, index) => [`.github/workflows/${index}.yml`, text]),
  );
  const checkout = checkoutOf(files);
  const [whole = 0, parsing = 0] = await alternate(5, [
    () => timed(() => checkWorkflows(checkout, reader)),
    () =>
      timed(async () => {
        for (const [path, text] of Object.entries(files)) await reader.readWorkflow(path, text);
      }),
  ]);
  return [
    figure(
      `the workflow check of ${count} files, against GitHub's parser alone`,
      's',
      whole,
      parsing,
      10,
    ),
  ];
}
