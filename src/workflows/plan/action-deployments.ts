import { type FoundDeploy, serverDeploy } from './deployment.js';
import { actionOf, untaggedName } from './image-builds.js';
import { type StepEnv, resolve, isLiteral, inputOf } from './known-values.js';
import { deployPlace, remoteScript } from './remote-script.js';
import type { WorkflowStep } from './model.js';
import { sshActions, imageActions, deployKind } from './deploy-tools.js';

/** What the action of a step deploys. */
export function byAction(step: WorkflowStep, env: StepEnv): FoundDeploy | undefined {
  const action = actionOf(step);
  const tool = step.uses?.text.split('@')[0] ?? '';
  const own = ownDeployment(action, step, env);
  if (own !== undefined) return { ...own, tool };
  if (sshActions.includes(action)) {
    const script = inputOf(step.inputs, 'script', 'command')?.text ?? '';
    const host = inputOf(step.inputs, 'host')?.text;
    const found = remoteScript(resolve(script, env, true), host && resolve(host, env));
    return found && { kind: 'server', tool, ...found };
  }
  if (Object.hasOwn(imageActions, action)) {
    const named = imageActions[action] ?? [];
    const image = inputOf(step.inputs, ...named)?.text;
    if (named.length > 0 && image === undefined)
      return {
        ...serverDeploy,
        tool,
        image: action === 'azure/k8s-deploy' ? 'likely' : 'none',
      };
    return { ...serverDeploy, tool, image: 'pulled', images: namesOf(image, env) };
  }
  const kind = deployKind(action);
  if (kind === undefined) return undefined;
  return { ...serverDeploy, kind, tool, image: kind === 'site' ? 'none' : 'perhaps' };
}

function ownDeployment(
  action: string,
  step: WorkflowStep,
  env: StepEnv,
): Omit<FoundDeploy, 'tool'> | undefined {
  if (action !== 'deploy-compose' && action !== 'deploy-kit' && action !== 'rollback')
    return undefined;
  if (inputOf(step.inputs, 'dry-run')?.text === 'true') return undefined;
  const [host = '', path = ''] = ['host', 'path'].map((name) =>
    resolve(inputOf(step.inputs, name)?.text ?? '', env),
  );
  return {
    ...serverDeploy,
    image: action === 'rollback' ? 'none' : 'pulled',
    images: namesOf(inputOf(step.inputs, 'images')?.text, env),
    place: deployPlace(host, path),
  };
}

function namesOf(text: string | undefined, env: StepEnv): readonly string[] {
  return text === undefined
    ? []
    : resolve(text, env)
        .split(/[\n,]/)
        .map((line) => untaggedName(line))
        .filter((name) => name !== '' && isLiteral(name));
}
