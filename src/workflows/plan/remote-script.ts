import { commandTools, type ImageUse } from './deploy-tools.js';
import { untaggedName } from './image-builds.js';
import { commandsIn, effective } from './shell-commands.js';

/** What a script does that changes what is live. */
export interface ScriptDeployment {
  readonly image: ImageUse;
  readonly images: readonly string[];
  /** Host and folder, as far as both are written. */
  readonly place: string | undefined;
}

const compose = String.raw`compose\w*\}?["']?(?:\s+--?[\w-]+(?:=\S+|\s+[^\s-]\S*)?)*\s+`;

const changesProject = new RegExp(`${compose}(?:up|pull|restart|start|down|stop)\\b`, 'i');

/** Commands that change containers, services and working copies; what only looks at them is none of these. */
const changes =
  /\b(?:docker|podman)\s+(?:--?\S+\s+)*(?:(?:container\s+|image\s+)?(?:pull|restart|start|stop|load)|run\b(?![^\n;&|]*--rm\b)|service\s+(?:create|update|scale|rollback)|stack\s+deploy)\b|\bsystemctl\s+(?:-\S+\s+)*(?:re)?(?:start|load)|\bservice\s+\S+\s+(?:re)?(?:start|load)|\bpm2\s+(?:(?:re)?start|(?:re)?load|deploy)|\bsupervisorctl\s+(?:re)?(?:start|load|update)|\bgit\s+(?:-\S+\s+\S+\s+)*(?:pull|reset|checkout)\b|\bnginx\s+-s\s+reload\b|(?<!\bgrep\b[^\n;&|]*)\brestart\b/i;

/** Scripts and targets of the server's own whose name says that they deploy: they may do anything for it. */
const ownScript =
  /(?:^|[\s;&|/"'`(<])(?!\S*(?:test|check|undeploy|docs))[\w.~${}/-]*(?:deploy|update|upgrade|release|rollout|restart|\bup)[\w-]*\.(?:sh|bash|py|rb|js)\b|\bmake\s+(?:\S+\s+)*[\w-]*(?:deploy|update|upgrade|release|\bup|\bprod\w*)\b|(?:^|[\n;&|(]|\b(?:sudo|bash|sh|run|just|task|rake|php|dep|exec)\s)\s*(?:[\w.~$-]*\/)*(?:re)?deploy[\w:-]*(?=[\s;&|"')]|$)/im;

/** How a script gets an image from a registry and runs it. */
const pullsImage = new RegExp(
  `${compose}pull\\b|${compose}[^\\n]*--pull[ =]always|\\bdocker\\s+stack\\s+deploy\\b|\\bdocker\\s+service\\s+update\\b`,
  'i',
);

const pullsByName = /\b(?:docker|podman)\s+(?:image\s+)?pull\s+(?:-\S+\s+)*([^\s;&|]+)/g;

/** Whether a script builds what it runs. */
export function buildsImage(commands: string): boolean {
  return /\bdocker\s+(?:buildx\s+)?build\b|\bcompose\b[^\n]*\bbuild\b|\bcompose\b[^\n]*--build\b/.test(
    commands,
  );
}

/** What a script on a server deploys; `undefined` where it only looks, copies or backs up. */
export function remoteScript(
  script: string,
  host: string | undefined,
): ScriptDeployment | undefined {
  const commands = effective(script);
  const deploys =
    changesProject.test(commands) ||
    changes.test(commands) ||
    ownScript.test(commands) ||
    commandTools.some(([tool, pattern]) => tool !== 'scp' && pattern.test(commands));
  if (!deploys) return undefined;
  const folder = /(?:^|[\s;&(])cd\s+["']?([^\s;&"']+)/.exec(commands)?.[1];
  return {
    image: imageUse(commands),
    images: pulledImages(commands),
    place: host === undefined || folder === undefined ? undefined : deployPlace(host, folder),
  };
}

/** How a script starts containers of an image that may have to be pulled first. */
const startsImage = new RegExp(`${compose}up\\b|\\b(?:docker|podman)\\s+run\\b`, 'i');

/** A tag of this run that a script hands to what it starts: `IMAGE_TAG=${{ github.sha }}`. */
const tagOfRun =
  /\b\w*(?:TAG|IMAGE|VERSION)\w*=["']?\S*\$|^(?!.*\bgit\s).*(?:github\.|GITHUB_)sha\b/im;

/** Host and folder as one text, however they are written: without the user and slashes at the end. */
export function deployPlace(host: string, folder: string): string {
  return `${host.replace(/^[^@]*@/, '')} ${folder.replace(/(?!^)\/+$/, '')}`;
}

/** What a script does with images. */
export function imageUse(commands: string): ImageUse {
  if (commands.search(pullsByName) >= 0) return 'pulled';
  if (buildsImage(commands)) return 'none';
  if (pullsImage.test(commands)) return 'pulled';
  if (startsImage.test(commands)) return tagOfRun.test(commands) ? 'pulled' : 'likely';
  return ownScript.test(commands) ? 'likely' : 'none';
}

/** The images that a script pulls by their names; none where a Compose file may name any others. */
export function pulledImages(commands: string): readonly string[] {
  if (pullsImage.test(commands) && !buildsImage(commands)) return [];
  return [...commands.matchAll(pullsByName)].map(([, name = '']) => untaggedName(name));
}

/** `ssh -i key deploy@host`, `ssh vps`, with the options that take a value and those that do not. */
const sshCommand =
  /^(?:sshpass\s+(?:-\S+\s+(?:[^\s-]\S*\s+)?)*)?ssh\s+(?:-[1246AaCfGgKkMNnqsTtVvXxYy]+\s+|-[BbcDEeFIiJLlmOopQRSWw]\s*\S+\s+)*["']?((?:\$\{\{.*?\}\}|[\w$@{])(?:\$\{\{.*?\}\}|[^\s"'])*)["']?/;

/** What a script runs over SSH. The host's and the user's names say nothing about that. */
export function overSsh(script: string): ScriptDeployment | undefined {
  for (const { text, offset } of commandsIn(script)) {
    const [whole, host] = sshCommand.exec(text) ?? [];
    if (whole === undefined || host === undefined) continue;
    if (/(?:^|@)(?:github|gitlab|bitbucket)\.\w+$/.test(host)) continue;
    const rest = text.includes('<<')
      ? handedOver(script.slice(offset + whole.length))
      : text.slice(whole.length);
    const found = remoteScript(rest.trim().replace(/^["']/, ''), host);
    if (found !== undefined) return found;
  }
  return undefined;
}

// The text up to the word that ends it: `ssh host <<'EOF'` … `EOF`.
function handedOver(script: string): string {
  const word = /<<-?\s*["']?(\w+)/.exec(script)?.[1];
  const end = word === undefined ? -1 : script.search(new RegExp(`^\\s*${word}\\s*$`, 'm'));
  return end < 0 ? script : script.slice(0, end);
}
