import { Readable } from 'node:stream';
import { DeployKitError, failure } from '../errors/index.js';
import type { ReadyServer } from '../server/plan/check-server.js';
import { failedBy, passed, skipped, warned, type Finding } from '../local/plan/finding.js';
import { lookAtFiles } from '../deploy/look-at-files.js';
import { fileChanges, type FileChanges } from '../deploy/plan/file-changes.js';
import { lookAtResources } from '../deploy/look-at-resources.js';
import { foresee } from '../deploy/plan/foresee.js';
import { folderProblems } from '../deploy/plan/folder-problems.js';
import { projectName } from '../deploy/plan/project-name.js';
import { firstImage } from '../release/images-to-await.js';
import { composeUpload } from './plan/compose-upload.js';
import { platformFindings, readReach, type Reach } from './plan/image-findings.js';
import { portFindings } from './plan/port-findings.js';
import { blueGreenFindings } from './plan/proxy-findings.js';
import {
  foreseenFindings,
  needsFindings,
  ownFolderFindings,
  surveyFindings,
} from './plan/server-findings.js';
import { dockerWay } from '../server/plan/docker-way.js';
import { parseSurvey } from './plan/survey.js';
import { parseImageReference } from '../image/image-reference.js';
import { reach, survey as surveyScript, validate } from '../server/shell/scripts.js';
import { accountConfiguration } from '../deploy/plan/registry-login.js';
import type { Archiver } from '../local/archiver.js';
import type { Clock } from '../local/clock.js';
import { lookAt } from '../server/look-at.js';
import type { ServerConnection } from '../ssh/server-connection.js';
import type { DeployRequest } from '../deploy/deploy-request.js';
import type { ProjectLook } from './look-at-project.js';

/** Each look is a few commands. */
const lookSeconds = 30;

/** What a look at a server takes. */
export interface ServerLookPorts {
  readonly server: ServerConnection;
  readonly archiver: Archiver;
  readonly clock: Clock;
}

/** A deploy that is looked at. */
export interface LookedAtRequest extends DeployRequest {
  /** Located in the project's folder. */
  readonly composeFiles: readonly string[];
  /** Whether the registry speaks without encryption. */
  readonly plainHttp: boolean;
}

const filesCheck = 'server: files that a deploy replaces';

/** Looks that need Docker, on a server that has all that a deploy needs. */
export class ServerLook {
  readonly #facts: ReadyServer;
  readonly #request: LookedAtRequest;
  readonly #project: ProjectLook['project'];
  readonly #ports: ServerLookPorts;

  constructor(
    facts: ReadyServer,
    request: LookedAtRequest,
    project: ProjectLook['project'],
    ports: ServerLookPorts,
  ) {
    this.#facts = facts;
    this.#request = request;
    this.#project = project;
    this.#ports = ports;
  }

  /** The rows of all looks, which go on side by side. */
  async all(): Promise<readonly Finding[]> {
    const reached = this.#reach().catch((error: unknown) =>
      this.#explain('server: registry', error),
    );
    const groups = await Promise.all([
      this.#survey(reached).catch((error: unknown) => this.#explain('server: system', error)),
      this.#compose().catch((error: unknown) => this.#explain('server: compose files', error)),
      this.#files().catch((error: unknown) => this.#explain(filesCheck, error)),
      reached,
    ]);
    return groups.flatMap((group) => ('findings' in group ? group.findings : group));
  }

  async #survey(reached: Promise<Reach | readonly Finding[]>): Promise<readonly Finding[]> {
    const { path } = this.#facts;
    const { clock, server } = this.#ports;
    const asked = clock.now().getTime() / 1000;
    const { proxy } = this.#request;
    const container =
      proxy !== undefined && 'container' in proxy.reload ? proxy.reload.container : '';
    const survey = await lookAt(server, {
      script: surveyScript,
      args: [path, this.#way, container, proxy?.file ?? ''],
      timeoutSeconds: lookSeconds,
      read: ({ stdout }) => parseSurvey(stdout),
    });
    const answered = clock.now().getTime() / 1000;
    const images = await reached;
    const there = 'there' in images ? images.there : new Set<string>();
    return [
      ...surveyFindings(survey, {
        facts: this.#facts,
        host: server.name,
        asked,
        answered,
        imageBytes: await this.#project?.images.bytesFor(this.#platform, there),
        lockTimeoutSeconds: this.#request.settings.lockTimeoutSeconds,
      }),
      ...portFindings(this.#project?.model.services ?? [], survey, {
        folder: path.replace(/\/+$/, ''),
        project: this.#project === undefined ? '' : this.#projectName(this.#project),
      }),
      ...blueGreenFindings(proxy, survey, this.#facts, server.name),
    ];
  }

  async #files(): Promise<readonly Finding[]> {
    const project = this.#project;
    if (project === undefined) return [skipped(filesCheck, 'which there are is not known')];
    const { model, files } = project;
    const { allow } = this.#request;
    const shipped = { project: model, files, allow };
    const seen = await lookAtFiles(shipped, this.#facts, this.#ports.server);
    return [filesFinding(fileChanges(seen, files.length))];
  }

  async #compose(): Promise<readonly Finding[]> {
    const check = 'server: compose files';
    const project = this.#project;
    if (project === undefined) return [skipped(check, 'they cannot be read')];
    const { composeFiles, healthUrls, versionVariable: variable } = this.#request;
    const { model, files, env, pathsOnServer } = project;
    const value = project.version || 'unknown';
    const entries = composeUpload(model, files, env, { variable, value });
    const sent = new Set(entries.map(({ path }) => path));
    const { command, version } = this.#facts.compose;
    const base = env?.source === 'server' ? (env.path ?? '') : '';
    const theirs = pathsOnServer.filter((path) => !sent.has(path));
    const { code, stderr } = await lookAt(this.#ports.server, {
      script: validate,
      args: [this.#facts.path, command, this.#way, base, ...composeFiles, '--', ...theirs],
      stdin: () => this.#ports.archiver.pack(entries),
      timeoutSeconds: lookSeconds,
      read: (answer) => answer,
    });
    const needs = { project: model, pathsOnServer, healthUrls };
    return [
      ...needsFindings(needs, this.#facts, this.#ports.server.name),
      ...ownFolderFindings(
        folderProblems(
          { ...this.#request, composeFiles, project: model, env },
          this.#facts,
          this.#ports.server.name,
        ),
      ),
      ...(await this.#foreseen(project)),
      code === 0
        ? passed(check, `${command} ${version} reads them`)
        : failedBy(
            check,
            failure('compose-file-invalid', {
              file: composeFiles.join(' -f '),
              message: composeWords(stderr),
            }),
          ),
    ];
  }

  /** What a deploy says of folders, networks, volumes and built images before it begins. */
  async #foreseen(project: NonNullable<ProjectLook['project']>): Promise<readonly Finding[]> {
    const { server } = this.#ports;
    const { released } = project;
    const intent = { ...project, project: project.model };
    const facts = await lookAtResources(intent, released, this.#facts, server);
    return foreseenFindings(
      foresee(intent, released, {
        ready: this.#facts,
        facts,
        rolls: this.#request.strategy === 'rolling',
        host: server.name,
      }),
    );
  }

  async #reach(): Promise<Reach | readonly Finding[]> {
    const planned = this.#project?.images.planned ?? [];
    const platform = platformFindings(planned, this.#platform);
    if (planned.length === 0) return platform;
    const { registryAccount, plainHttp } = this.#request;
    const registry = firstImage(this.#request)?.registry;
    const references = planned.map(({ reference }) => reference);
    // As in a deploy: the account is for its own registry, the server's logins are for the others.
    const isTheirs = (image: string): boolean =>
      registryAccount !== undefined && parseImageReference(image)?.registry === registry;
    const theirs = references.filter(isTheirs);
    const account = theirs.length > 0 ? registryAccount : undefined;
    const found = await lookAt(this.#ports.server, {
      script: reach,
      args: [
        this.#way,
        plainHttp ? 'plain' : '',
        account === undefined ? '' : 'account',
        ...theirs,
        '--',
        ...references.filter((image) => !isTheirs(image)),
      ],
      ...(account === undefined
        ? {}
        : { stdin: () => Readable.from([accountConfiguration(account, registry ?? '')]) }),
      timeoutSeconds: lookSeconds,
      read: ({ stdout }) =>
        readReach(stdout, registryAccount !== undefined && registry === undefined),
    }).catch((error: unknown) => this.#explain('server: registry', error));
    if (!('findings' in found)) return [...platform, ...found];
    return { ...found, findings: [...platform, ...found.findings] };
  }

  get #platform(): string {
    return this.#facts.platform ?? `linux/${this.#facts.architecture}`;
  }

  #projectName({ model, env }: NonNullable<ProjectLook['project']>): string {
    return projectName({ project: model, env }, this.#facts);
  }

  get #way(): string {
    return dockerWay(this.#facts);
  }

  #explain(check: string, error: unknown): readonly Finding[] {
    if (error instanceof DeployKitError) return [failedBy(check, error)];
    throw error;
  }
}

// Compose warns of each variable before it says what is wrong, and of a broken env file it quotes the line.
function composeWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('level=warning'));
  const words = lines.slice(-3).join(' ').trim();
  return /\.env|template|unterminated|variable name/i.test(words)
    ? words.replace(/"[^"]*("|$)|'[^']*('|$)/g, '…')
    : words;
}

function filesFinding({ replaced, kept }: FileChanges): Finding {
  if (replaced.length > 0)
    return warned(
      filesCheck,
      `what the server has in their place goes: ${replaced.join(', ')}`,
      'Compare them with the checkout first. The former ones are kept in .deploy-kit/former there.',
    );
  return kept.length === 0
    ? passed(filesCheck, 'none that was changed on the server')
    : warned(
        filesCheck,
        `changed on the server, and therefore kept: ${kept.join(', ')}`,
        'Where the release is to have its own, bring the changes into the repository.',
      );
}
