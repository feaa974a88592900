export const id = 230;
export const ids = [230];
export const modules = {

/***/ 9230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./build/src/adapters/exec-processes.js

/** Programs of the runner through the npm package @actions/exec: argument lists, never a shell. */
const execProcesses = {
    async run(file, args, { env, input } = {}) {
        const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)(file, [...args], {
            ignoreReturnCode: true,
            ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
        });
        return { code: exitCode, stdout, stderr };
    },
};

// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/oci-registry.js + 2 modules
var oci_registry = __webpack_require__(6829);
// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(5194);
;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION = "6.0.0";


;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-request-log/dist-src/index.js

function requestLog(octokit) {
  octokit.hook.wrap("request", (request, options) => {
    octokit.log.debug("request", options);
    const start = Date.now();
    const requestOptions = octokit.request.endpoint.parse(options);
    const path = requestOptions.url.replace(options.baseUrl, "");
    return request(options).then((response) => {
      const requestId = response.headers["x-github-request-id"];
      octokit.log.info(
        `${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      return response;
    }).catch((error) => {
      const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
      octokit.log.error(
        `${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      throw error;
    });
  });
}
requestLog.VERSION = VERSION;


// EXTERNAL MODULE: ./node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var dist_bundle = __webpack_require__(3779);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js + 3 modules
var plugin_rest_endpoint_methods_dist_src = __webpack_require__(9210);
;// CONCATENATED MODULE: ./node_modules/@octokit/rest/dist-src/version.js
const version_VERSION = "22.0.1";


;// CONCATENATED MODULE: ./node_modules/@octokit/rest/dist-src/index.js





const Octokit = dist_src/* Octokit */.E.plugin(requestLog, plugin_rest_endpoint_methods_dist_src/* legacyRestEndpointMethods */.T, dist_bundle/* paginateRest */.ud).defaults(
  {
    userAgent: `octokit-rest.js/${version_VERSION}`
  }
);


// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
;// CONCATENATED MODULE: ./build/src/plan/token-kind.js
// Prefixes: https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
const kinds = [
    [
        'ghs_',
        {
            description: "the job's own token (or an App's)",
            remedy: "Give the job `permissions: contents: write`; the job's own token reaches its own repository only. An App needs the repository permission Contents: write and to be installed there.",
        },
    ],
    [
        'github_pat_',
        {
            description: 'a fine-grained personal access token',
            remedy: 'Give the token the repository permission Contents: write for that repository (Settings → Developer settings → Fine-grained tokens).',
        },
    ],
    [
        'ghp_',
        {
            description: 'a classic personal access token',
            remedy: 'Give the token the scope `repo` (Settings → Developer settings → Tokens (classic)).',
        },
    ],
];
const unknownKind = {
    description: 'a token of unknown kind',
    remedy: "Use the job's own token with `permissions: contents: write`.",
};
/** Recognises a token by its prefix. */
function tokenKind(token) {
    return kinds.find(([prefix]) => token.startsWith(prefix))?.[1] ?? unknownKind;
}

;// CONCATENATED MODULE: ./build/src/adapters/octokit-github.js



/** How often a request is sent when GitHub does not answer or is overloaded. */
const maxAttempts = 4;
/** GitHub's API with one token, at the API address of the server that runs the workflow. */
function octokitGitHub(token, apiUrl, clock) {
    const octokit = new Octokit({ auth: token, baseUrl: apiUrl, log: silent });
    return {
        async dispatch(repository, eventType, payload) {
            const request = {
                name: `POST /repos/${repository}/dispatches`,
                repository,
                permission: 'Contents: write',
            };
            await retried(request, clock, token, () => octokit.repos.createDispatchEvent({
                ...ownerAndName(repository),
                event_type: eventType,
                client_payload: payload,
            }));
        },
        async run(repository, id) {
            const request = {
                name: `GET /repos/${repository}/actions/runs/${id}`,
                repository,
                permission: 'Actions: read',
            };
            const { data } = await retried(request, clock, token, () => octokit.actions.getWorkflowRun({ ...ownerAndName(repository), run_id: id }));
            return workflowRun(data);
        },
    };
}
function ownerAndName(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
function workflowRun(run) {
    return {
        id: run.id,
        url: run.html_url,
        workflow: run.name ?? '',
        title: run.display_title,
        status: run.status ?? '',
        conclusion: run.conclusion ?? undefined,
    };
}
const nothing = () => undefined;
// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
async function retried(request, clock, token, send) {
    for (let attempts = 1;; attempts++) {
        try {
            return await send();
        }
        catch (error) {
            const failed = apiFailure(error);
            const pause = pauseBeforeRetry(failed, attempts);
            if (pause === undefined)
                throw explain(failed, request, token, error);
            if (attempts === maxAttempts)
                throw (0,errors/* failure */.V2)('github-unreachable', { request: request.name, attempts, message: failed.message }, { cause: error });
            await clock.sleep(pause);
        }
    }
}
function apiFailure(error) {
    const { status, message, response } = error;
    return {
        status: status ?? 0,
        message: response?.data?.message ?? message ?? String(error),
        headers: response?.headers ?? {},
    };
}
// https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
function pauseBeforeRetry({ status, headers, message }, attempts) {
    const limited = status === 429 ||
        (status === 403 && (headers['retry-after'] !== undefined || /rate limit/i.test(message)));
    if (limited)
        return Math.min(Number(headers['retry-after'] ?? 60) || 60, 120);
    // A receiver sees by the correlation id that an event came twice, so that sending again does no harm.
    return status >= 500 || status === 0 ? 2 ** attempts : undefined;
}
function explain({ status, message }, request, token, cause) {
    const { repository, permission } = request;
    const { description, remedy } = tokenKind(token);
    const kind = { 'token-kind': description };
    if (status === 401)
        return (0,errors/* failure */.V2)('github-token-invalid', kind, { cause });
    if (status === 403)
        return (0,errors/* failure */.V2)('github-token-lacks-permission', { ...kind, repository, permission, remedy }, { cause });
    if (status === 404)
        return (0,errors/* failure */.V2)('github-repository-not-found', { ...kind, repository }, { cause });
    return (0,errors/* failure */.V2)('github-request-refused', { status, request: request.name, message }, { cause });
}

// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
;// CONCATENATED MODULE: ./build/src/adapters/temporary-login.js



/**
 * Runs with a docker configuration that holds one more login, and removes it afterwards in every case.
 * Everything else of the person's configuration stays in force: other logins, plugins, contexts.
 * @param work gets the folder for `DOCKER_CONFIG`; `undefined` when there is no account to add
 */
async function withLogin(registry, account, work) {
    if (account === undefined)
        return work(undefined);
    const usual = process.env.DOCKER_CONFIG ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'deploy-kit-docker-'));
    const remove = () => {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    };
    // A cancelled job leaves through exit handlers at best; `finally` would not run then.
    process.once('exit', remove);
    try {
        for (const part of ['cli-plugins', 'contexts', 'buildx'])
            if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(usual, part)))
                (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(usual, part), (0,external_node_path_.join)(folder, part));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(withAccount((0,external_node_path_.join)(usual, 'config.json'), registry, account)), { mode: 0o600 });
        return await work(folder);
    }
    finally {
        remove();
        process.removeListener('exit', remove);
    }
}
function withAccount(file, registry, { username, password }) {
    const config = (0,external_node_fs_.existsSync)(file) ? JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')) : {};
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    // A credential store or helper would win over the entry here and does not know this login.
    return {
        ...config,
        credsStore: undefined,
        credHelpers: { ...config.credHelpers, [key]: undefined },
        auths: { ...config.auths, [key]: { auth } },
    };
}

// EXTERNAL MODULE: ./build/src/plan/release.js
var plan_release = __webpack_require__(7976);
;// CONCATENATED MODULE: ./build/src/apply/announce.js

/** Announces a release to the workflows that listen. */
async function announce(release, target, github, reporter) {
    await reporter.group(`Send the event "${target.eventType}" to ${target.repository}`, () => github.dispatch(target.repository, target.eventType, (0,plan_release/* releasePayload */.Y3)(release)));
}

;// CONCATENATED MODULE: ./build/src/plan/buildx-command.js
/** The arguments of `docker` that build and push an image. */
function buildxCommand(options) {
    return [
        'buildx',
        'build',
        '--push',
        '--metadata-file',
        options.metadataFile,
        ...options.tags.flatMap((tag) => ['--tag', tag]),
        ...(options.file === undefined ? [] : ['--file', options.file]),
        ...(options.target === undefined ? [] : ['--target', options.target]),
        ...(options.platforms.length === 0 ? [] : ['--platform', options.platforms.join(',')]),
        ...options.buildArgNames.flatMap((name) => ['--build-arg', name]),
        ...[...options.labels].flatMap(([name, value]) => ['--label', `${name}=${value}`]),
        options.context,
    ];
}

// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/apply/wait-for-image.js + 1 modules
var wait_for_image = __webpack_require__(9419);
;// CONCATENATED MODULE: ./build/src/apply/build-release.js





/** A pushed tag is visible at once in any registry that keeps the specification; mirrors lag a little. */
const confirmTimeoutSeconds = 60;
/**
 * Builds and pushes an image and confirms with the registry that its tag leads to what was built.
 * @returns the release document that announces it
 * @throws {DeployKitError} `image-build-failed`, `image-push-refused`, `image-never-came`, `image-not-as-built` …
 */
async function buildRelease(request, ports) {
    const version = (0,image_reference/* commitTag */.m)(request.release.revision);
    const createdAt = ports.clock.now().toISOString();
    const references = [version, ...request.moreTags].map((tag) => (0,image_reference/* formatImageReference */.my)({ ...request.image, tag, digest: undefined }));
    const built = await ports.reporter.group(`Build and push ${references[0] ?? ''}`, () => build(request, references, version, createdAt, ports));
    const ready = await ports.reporter.group('Confirm with the registry', () => (0,wait_for_image/* waitForImage */.Y)({
        image: { ...request.image, tag: version, digest: undefined },
        platforms: request.build.platforms,
        timeoutSeconds: confirmTimeoutSeconds,
        buildRun: '',
    }, ports.registry, ports.clock, ports.reporter));
    if (ready.digest !== built)
        throw (0,errors/* failure */.V2)('image-not-as-built', { image: references[0] ?? '', built, found: ready.digest });
    const { environment, ...facts } = request.release;
    return {
        schema: plan_release/* releaseSchemaVersion */.jq,
        images: [
            { reference: references[0] ?? '', digest: ready.digest, platforms: [...ready.platforms] },
        ],
        version,
        ...facts,
        ...(environment === undefined ? {} : { environment }),
        createdAt,
    };
}
/** @returns the digest that buildx says it pushed */
async function build(request, tags, version, createdAt, { processes, readFile }) {
    const { revision } = request.release;
    // https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
    const labels = new Map([
        ['org.opencontainers.image.revision', revision],
        ['org.opencontainers.image.source', request.source],
        ['org.opencontainers.image.version', version],
        ['org.opencontainers.image.created', createdAt],
    ]);
    const command = buildxCommand({
        ...request.build,
        tags,
        labels,
        buildArgNames: [...request.buildArgs.keys()],
    });
    const env = {
        ...Object.fromEntries(request.buildArgs),
        ...(request.dockerConfig === undefined ? {} : { DOCKER_CONFIG: request.dockerConfig }),
    };
    const result = await processes.run('docker', command, { env });
    if (result.code !== 0)
        throw explainBuild(result, (0,image_reference/* imageName */.tO)(request.image), request.build.context);
    const metadata = JSON.parse(readFile(request.build.metadataFile));
    return String(metadata['containerimage.digest']);
}
function explainBuild({ code, stderr }, image, context) {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    const details = lines.slice(-20);
    const message = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
    if (/denied|unauthorized|forbidden|insufficient_scope|authorization failed|name unknown/i.test(message))
        return (0,errors/* failure */.V2)('image-push-refused', { image, message }, { details });
    return (0,errors/* failure */.V2)('image-build-failed', { status: code, message, command: `docker buildx build ${context}` }, { details });
}

// EXTERNAL MODULE: ./build/src/apply/deploy-request.js
var deploy_request = __webpack_require__(3179);
;// CONCATENATED MODULE: ./build/src/plan/release-summary.js
/** The job summary of a release that was built and announced. */
function renderReleaseSummary(release, target) {
    return [
        `## :package: ${release.version} is built and announced`,
        '',
        '| image | digest | platforms |',
        '| --- | --- | --- |',
        ...release.images.map(({ reference, digest, platforms }) => `| \`${reference}\` | \`${digest.slice(0, 19)}\` | ${platforms.join(', ')} |`),
        '',
        `The event \`${target.eventType}\` was sent to ${target.repository} with correlation id \`${release.correlationId}\`.`,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/rules.js
var rules = __webpack_require__(2820);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
;// CONCATENATED MODULE: ./build/actions/build-and-dispatch/definition.js




const definition = (0,inputs/* defineAction */.QP)({
    name: 'build-and-dispatch',
    title: 'Build and dispatch',
    description: 'Builds and pushes an image, confirms it with the registry, and only then sends the event that starts the deploy.',
    branding: { icon: 'package', color: 'blue' },
    inputs: {
        image: {
            kind: image_kind/* imageReference */.r,
            required: true,
            description: 'The image without a tag, for example `ghcr.io/acme/api`. The tag is `sha-` and 12 digits of the commit.',
        },
        tags: { kind: inputs/* lines */.Mn, description: 'More tags, for example `latest`; one a line.' },
        context: { kind: inputs/* text */.Qq, default: '.', description: 'The build context.' },
        file: { kind: inputs/* text */.Qq, description: 'The Dockerfile. Default: the one in the context.' },
        target: { kind: inputs/* text */.Qq, description: 'The stage to build. Default: the last one.' },
        platforms: {
            kind: inputs/* lines */.Mn,
            description: 'Platforms to build for, for example `linux/arm64`; one a line.',
        },
        buildArgs: {
            kind: inputs/* keyValues */.K7,
            description: 'Build arguments as `NAME=value` lines. They stay in the image: never put a secret here.',
        },
        ...shared_inputs/* registryInputs */.P,
        githubToken: {
            kind: inputs/* text */.Qq,
            secret: true,
            default: '${{ github.token }}',
            description: "Sends the event. The job's own token is enough in the same repository, with `permissions: contents: write`.",
        },
        repository: {
            kind: inputs/* text */.Qq,
            default: '${{ github.repository }}',
            description: 'Which repository gets the event, as `owner/name`.',
        },
        eventType: {
            kind: inputs/* text */.Qq,
            default: 'deploy',
            description: 'The type of the event, which the deploy workflow lists under `repository_dispatch: types:`.',
        },
        environment: {
            kind: inputs/* text */.Qq,
            description: 'Where the release is meant to go; travels in the release document.',
        },
    },
    outputs: {
        image: { description: 'The image by tag and digest.' },
        digest: { description: 'Its digest.' },
        version: { description: '`sha-` and 12 digits of the commit.' },
        release: { description: 'The release document as JSON.' },
        'correlation-id': { description: 'The id by which the started run can be found.' },
    },
    rules: [
        rules/* wholeRegistryAccount */.o,
        ({ image }) => image.tag !== undefined || image.digest !== undefined
            ? '`image` must have no tag and no digest: build-and-dispatch makes the tag'
            : undefined,
        ({ eventType }) => eventType.length > 100
            ? '`event-type` is longer than the 100 characters that GitHub allows'
            : undefined,
        ({ repository }) => /^[^/\s]+\/[^/\s]+$/.test(repository) ? undefined : '`repository` must look like owner/name',
    ],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/build-and-dispatch/main.js

















/** Builds, pushes, confirms, announces. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        // Before the build: minutes of work would end at a token that is not there.
        if (inputs.githubToken === '')
            throw (0,errors/* failure */.V2)('github-token-missing', { input: 'github-token' });
        const context = (0,github_context/* githubContext */.h)();
        const account = (0,deploy_request/* registryAccount */.J)(inputs);
        const { image, repository, eventType } = inputs;
        const { context: folder, file, target, platforms = [] } = inputs;
        const metadataFile = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `deploy-kit-${(0,external_node_crypto_.randomUUID)()}.json`);
        const readFile = (path) => (0,external_node_fs_.readFileSync)(path, 'utf8');
        const registry = (0,oci_registry/* ociRegistry */.H)(account);
        const ports = { processes: execProcesses, registry, clock: system_clock/* systemClock */.m, reporter, readFile };
        const release = await withLogin(image.registry, account, (dockerConfig) => buildRelease({
            image,
            moreTags: inputs.tags ?? [],
            build: { context: folder, file, target, platforms, metadataFile },
            buildArgs: inputs.buildArgs ?? new Map(),
            dockerConfig,
            release: {
                revision: context.sha,
                ref: context.ref,
                repository: context.repository,
                run: { id: context.runId, url: context.runUrl },
                actor: context.actor,
                environment: inputs.environment,
                correlationId: (0,external_node_crypto_.randomUUID)(),
            },
            source: `${context.serverUrl}/${context.repository}`,
        }, ports));
        const github = octokitGitHub(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        await announce(release, { repository, eventType }, github, reporter);
        const [released] = release.images;
        reporter.output('image', `${released?.reference ?? ''}@${released?.digest ?? ''}`);
        reporter.output('digest', released?.digest ?? '');
        reporter.output('version', release.version);
        reporter.output('release', JSON.stringify(release));
        reporter.output('correlation-id', release.correlationId);
        reporter.summary(renderReleaseSummary(release, { repository, eventType }));
    });
}


/***/ }),

/***/ 9419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ waitForImage)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
;// CONCATENATED MODULE: ./build/src/plan/back-off.js
/**
 * The pause before the next poll, in seconds: quick at first, growing by a third, at most 12. A wait
 * of five minutes then costs about 34 requests.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
function pollPause(attempt, random) {
    const pause = Math.min(1.33 ** (attempt - 1), 12);
    return pause * (0.85 + 0.3 * random);
}

// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/plan/manifest.js
var manifest = __webpack_require__(5272);
;// CONCATENATED MODULE: ./build/src/apply/wait-for-image.js




/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Waits until the registry serves an image with the wanted platforms.
 * @throws {DeployKitError} `image-never-came`, `image-platform-missing`, and `registry-denied` at once:
 * waiting does not mend it
 */
async function waitForImage({ image, platforms, timeoutSeconds, buildRun }, registry, clock, reporter) {
    const name = (0,image_reference/* formatImageReference */.my)(image);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = 0;
    for (let attempts = 1;; attempts++) {
        const answer = await ask(image, registry);
        if (answer.found !== undefined) {
            checkPlatforms(name, answer.found, platforms);
            reporter.info(`${name} is there: ${answer.found.digest} (${answer.found.platforms.join(', ')})`);
            return { image, ...answer.found, secondsWaited: waited(), attempts };
        }
        const pause = pollPause(attempts, Math.random());
        if (waited() + pause > timeoutSeconds)
            throw (0,errors/* failure */.V2)('image-never-came', {
                image: name,
                seconds: Math.round(waited()),
                attempts,
                answer: answer.text,
                'build-run': buildRun === '' ? '' : `: ${buildRun}`,
            });
        if (attempts === 1 || waited() - reported >= reportEverySeconds - pause) {
            reported = waited();
            reporter.info(`${name}: ${answer.text}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`);
        }
        await clock.sleep(pause);
    }
}
// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function ask(image, registry) {
    try {
        return { found: await registry.find(image), text: 'not there yet' };
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'registry-unreachable')
            throw error;
        return { found: undefined, text: error.why };
    }
}
function checkPlatforms(image, found, wanted) {
    const missing = wanted.find((platform) => !found.platforms.some((available) => (0,manifest/* samePlatform */.my)(platform, available)));
    if (missing !== undefined)
        throw (0,errors/* failure */.V2)('image-platform-missing', {
            image,
            platform: missing,
            available: found.platforms.join(', '),
        });
}


/***/ })

};
