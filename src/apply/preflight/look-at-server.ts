import { Readable } from 'node:stream';
import { DeployKitError, failure } from '../../errors/index.js';
import { canRunCompose, type ReadyServer } from '../../plan/check-server.js';
import { failedBy, passed, skipped, warned, type Finding } from '../../plan/preflight/finding.js';
import { composeUpload } from '../../plan/preflight/compose-upload.js';
import { platformFindings, reachFindings } from '../../plan/preflight/image-findings.js';
import { portFindings } from '../../plan/preflight/port-findings.js';
import {
  needsFindings,
  requirementFindings,
  surveyFindings,
} from '../../plan/preflight/server-findings.js';
import { parseSurvey, type Survey } from '../../plan/preflight/survey.js';
import { parseImageReference } from '../../plan/image-reference.js';
import { reach, survey as surveyScript, validate } from '../../plan/server/scripts.js';
import type { ServerFacts } from '../../plan/server-facts.js';
import { accountConfiguration } from '../../plan/upload.js';
import type { Archiver } from '../../ports/archiver.js';
import type { Clock } from '../../ports/clock.js';
import { ConnectionLost, type ExecOptions, type ExecResult } from '../../ports/host.js';
import type { ServerConnection } from '../../ports/server-connection.js';
import type { DeployRequest } from '../prepare-deploy.js';
import { probeServer } from '../probe-server.js';
import type { ProjectLook } from './look-at-project.js';
import { Rows } from './rows.js';

/** Each look is a few commands. */
const lookSeconds = 30;

/** What a look at a server takes. */
export interface ServerLookPorts {
  readonly server: ServerConnection;
  readonly archiver: Archiver;
  readonly clock: Clock;
}

/**
 * Looks at one server as a deploy would meet it. Nothing on it changes: what Compose and Docker read for a check is in a
 * temporary folder, in memory where the server has one there.
 * @param path the deploy folder as it was given
 * @param project what is known of the deploy; `undefined` where the Compose files can't be read
 */
export async function lookAtServer(
  path: string,
  request: DeployRequest & { readonly plainHttp: boolean },
  project: ProjectLook['project'],
  ports: ServerLookPorts,
): Promise<readonly Finding[]> {
  const rows = new Rows();
  const { server } = ports;
  const paths = project?.pathsOnServer ?? [];
  const probed = await rows.attempt(
    'ssh: login',
    () => probeServer(server, path, paths),
    ({ user }) => `${user} at ${server.name}, with the expected host key and a POSIX shell`,
  );
  if (probed === undefined) return rows.findings;
  const facts = probed.value;
  rows.add(...requirementFindings(facts, server.name));
  if (!canRunCompose(facts)) return rows.findings;
  const look = new ServerLook(facts, request, project, ports);
  const groups = await Promise.all([
    look.whole('server: system', () => look.survey()),
    look.whole('server: compose files', () => look.compose()),
    look.whole('server: registry', () => look.registries()),
  ]);
  rows.add(...groups.flat());
  return rows.findings;
}

/** Looks that need Docker, on a server that has all that a deploy needs. */
class ServerLook {
  readonly #facts: ReadyServer;
  readonly #request: DeployRequest & { readonly plainHttp: boolean };
  readonly #project: ProjectLook['project'];
  readonly #ports: ServerLookPorts;

  constructor(
    facts: ReadyServer,
    request: DeployRequest & { readonly plainHttp: boolean },
    project: ProjectLook['project'],
    ports: ServerLookPorts,
  ) {
    this.#facts = facts;
    this.#request = request;
    this.#project = project;
    this.#ports = ports;
  }

  /** The rows of one look, or one that says why it could not be made. */
  async whole(check: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof DeployKitError) return [failedBy(check, error)];
      if (error instanceof ConnectionLost) return [this.#broken(check, error.message)];
      throw error;
    }
  }

  async survey(): Promise<readonly Finding[]> {
    const { path, architecture } = this.#facts;
    const { clock, server } = this.#ports;
    const shipped = (this.#project?.files ?? []).map((file) => `${file.path}\n`);
    const asked = clock.now().getTime() / 1000;
    const [{ stdout, stderr }, imageBytes] = await Promise.all([
      this.#run(surveyScript, [path, this.#sudo], { stdin: Readable.from([shipped.join('')]) }),
      this.#project?.images.bytesFor(`linux/${architecture}`),
    ]);
    const survey = parseSurvey(stdout);
    if (survey === undefined) return [this.#broken('server: system', stderr || stdout)];
    const answered = clock.now().getTime() / 1000;
    return [
      ...surveyFindings(survey, {
        facts: this.#facts,
        host: server.name,
        asked,
        answered,
        imageBytes,
        lockTimeoutSeconds: this.#request.lockTimeoutSeconds,
      }),
      ...portFindings(this.#project?.model.services ?? [], survey, path),
      replacedFinding(survey, this.#facts),
    ];
  }

  async compose(): Promise<readonly Finding[]> {
    const check = 'server: compose files';
    const project = this.#project;
    if (project === undefined) return [skipped(check, 'they cannot be read')];
    const { composeFiles, healthUrls } = this.#request;
    const needs = { project: project.model, pathsOnServer: project.pathsOnServer, healthUrls };
    const { model, files, env, version: value } = project;
    const variable = this.#request.versionVariable;
    const entries = composeUpload(model, files, env, { variable, value });
    const sent = new Set(entries.map(({ path }) => path));
    const usual = ['.env', ...project.pathsOnServer].filter((path) => !sent.has(path));
    const { command, version } = this.#facts.compose;
    const words = [this.#facts.path, command, this.#sudo, ...composeFiles, '--', ...usual];
    const { code, stderr } = await this.#run(validate, words, {
      stdin: this.#ports.archiver.pack(entries),
    });
    return [
      ...needsFindings(needs, this.#facts, this.#ports.server.name),
      code === 0
        ? passed(check, `${command} ${version} reads them`)
        : failedBy(
            check,
            failure('compose-file-invalid', {
              file: composeFiles.join(' -f '),
              message: lastWords(stderr),
            }),
          ),
    ];
  }

  async registries(): Promise<readonly Finding[]> {
    const planned = this.#project?.images.planned ?? [];
    const rows = platformFindings(planned, this.#facts.architecture);
    if (planned.length === 0) return rows;
    const account = this.#account(planned[0]?.reference ?? '');
    const { stdout, stderr } = await this.#run(
      reach,
      [
        this.#sudo,
        this.#request.plainHttp ? 'plain' : '',
        account === undefined ? '' : 'account',
        ...planned.map(({ reference }) => reference),
      ],
      account === undefined ? {} : { stdin: Readable.from([account]) },
    );
    const reached = reachFindings(stdout) ?? [this.#broken('server: registry', stderr || stdout)];
    return [...rows, ...reached];
  }

  #account(image: string): string | undefined {
    const { registryAccount } = this.#request;
    const registry = parseImageReference(image)?.registry;
    return registryAccount && registry && accountConfiguration(registryAccount, registry);
  }

  get #sudo(): string {
    return this.#facts.sudo ? 'sudo' : '';
  }

  async #run(
    script: string,
    args: readonly string[],
    options: Partial<ExecOptions> = {},
  ): Promise<ExecResult> {
    const host = await this.#ports.server.host();
    return host.run(script, args, { timeoutSeconds: lookSeconds, ...options });
  }

  #broken(check: string, words: string): Finding {
    const { name, user } = this.#ports.server;
    const message = words.trim().slice(0, 300);
    return failedBy(check, failure('probe-failed', { host: name, user, message }));
  }
}

// Compose warns of each variable before it says what is wrong.
function lastWords(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('level=warning'));
  return lines.slice(-3).join(' ').trim();
}

// What somebody put there by hand, or a container wrote.
function replacedFinding({ existing }: Survey, { currentFiles, path }: ServerFacts): Finding {
  const check = 'server: files that a deploy replaces';
  const foreign = existing.filter((file) => !currentFiles.has(file));
  return foreign.length === 0
    ? passed(check, "none but a release's own")
    : warned(
        check,
        `no release of deploy-kit has put them there, and a deploy writes its own over them: ${foreign.join(', ')}`,
        `Compare them with the checkout first (on the server, in ${path}); a deploy keeps what was there until it has passed.`,
      );
}
