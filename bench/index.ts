import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../playground/machine/places.js';
import { setStage } from '../playground/stage.js';
import { deploys } from './deploy.js';
import { dispatchStartUp } from './dispatch.js';
import { manyHosts } from './hosts.js';
import { memory } from './memory.js';
import { preflights } from './preflight.js';
import { startUp } from './start-up.js';
import { switching } from './switching.js';
import { uploads } from './upload.js';
import { verification } from './verify.js';
import { waits } from './wait.js';
import { workflowCheck } from './workflows.js';

const stage = await setStage((line) => {
  console.log(line);
});
try {
  const server = await stage.startServer({ name: 'bench' });
  const figures = [
    ...(await startUp()),
    ...(await dispatchStartUp()),
    ...(await verification()),
    ...(await workflowCheck()),
    ...(await deploys(stage, server)),
    ...(await preflights(stage, server)),
    ...(await memory(stage, server)),
    ...(await uploads(stage, server)),
    ...(await switching(stage, server)),
    ...(await waits(stage)),
    ...(await manyHosts(stage)),
  ];
  writeFileSync(
    join(repositoryRoot, 'bench', 'results.json'),
    `${JSON.stringify(figures, undefined, 2)}\n`,
  );
  console.log('| figure | value | baseline | ratio | goal |\n| --- | --- | --- | --- | --- |');
  for (const { name, value, unit, baseline, ratio, goal } of figures)
    console.log(
      `| ${name} | ${value} ${unit} | ${baseline} ${unit} | ${ratio} | ≤ ${goal}${ratio > goal ? ' (missed)' : ''} |`,
    );
} finally {
  await stage.close();
}
process.exit(0);
