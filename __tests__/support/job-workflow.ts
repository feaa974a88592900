/** A workflow with one job, from the lines of its parts. */
export function jobWorkflow(
  job: readonly string[],
  steps: readonly string[],
  top: readonly string[] = [],
  on = 'push',
): string {
  return [
    'name: W',
    `on: ${on}`,
    ...top,
    'jobs:',
    '  job:',
    '    runs-on: ubuntu-latest',
    ...job.map((line) => `    ${line}`),
    '    steps:',
    ...steps.map((line) => `      ${line}`),
    '',
  ].join('\n');
}

export const deploySteps = [
  '- run: ssh deploy@203.0.113.7 "cd /opt/app && git pull && docker compose up -d --build"',
];
export const deployGroup = ['concurrency:', '  group: deploy', '  cancel-in-progress: false'];
