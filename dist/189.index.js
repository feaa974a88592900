export const id = 189;
export const ids = [189];
export const modules = {

/***/ 8189:
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
// EXTERNAL MODULE: ./build/src/adapters/connect-registry.js + 6 modules
var connect_registry = __webpack_require__(3231);
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
// EXTERNAL MODULE: ./build/src/adapters/octokit-github.js + 3 modules
var octokit_github = __webpack_require__(7988);
// EXTERNAL MODULE: ./build/src/adapters/require-token.js + 1 modules
var require_token = __webpack_require__(5892);
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

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
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
// EXTERNAL MODULE: ./build/src/plan/release.js
var release = __webpack_require__(7976);
// EXTERNAL MODULE: ./build/src/apply/watch-build.js
var watch_build = __webpack_require__(6460);
// EXTERNAL MODULE: ./build/src/apply/wait-for-image.js
var wait_for_image = __webpack_require__(3199);
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
    }, { ...ports, build: watch_build/* unknownBuild */.h }));
    if (ready.digest !== built)
        throw (0,errors/* failure */.V2)('image-not-as-built', { image: references[0] ?? '', built, found: ready.digest });
    return {
        schema: release/* releaseSchemaVersion */.jq,
        images: [
            { reference: references[0] ?? '', digest: ready.digest, platforms: [...ready.platforms] },
        ],
        version,
        ...request.release,
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

// EXTERNAL MODULE: ./build/src/apply/dispatch-release.js + 7 modules
var dispatch_release = __webpack_require__(5560);
// EXTERNAL MODULE: ./build/src/apply/dispatch-request.js
var dispatch_request = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/src/apply/require-success.js
var require_success = __webpack_require__(5167);
// EXTERNAL MODULE: ./build/src/apply/deploy-request.js
var deploy_request = __webpack_require__(3179);
// EXTERNAL MODULE: ./build/src/plan/dispatch.js
var dispatch = __webpack_require__(907);
;// CONCATENATED MODULE: ./build/src/plan/release-summary.js
/** The job summary of a release that was built. */
function renderReleaseSummary(release) {
    return [
        `## :package: ${release.version} is built`,
        '',
        '| image | digest | platforms |',
        '| --- | --- | --- |',
        ...release.images.map(({ reference, digest, platforms }) => `| \`${reference}\` | \`${digest.slice(0, 19)}\` | ${platforms.join(', ')} |`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/inputs/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(791);
// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/rules.js
var rules = __webpack_require__(2820);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js + 1 modules
var shared_inputs = __webpack_require__(6081);
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
        ...shared_inputs/* registryInputs */.P4,
        ...dispatch_inputs/* dispatchInputs */.Cf,
    },
    outputs: {
        image: { description: 'The image by tag and digest.' },
        digest: { description: 'Its digest.' },
        version: { description: '`sha-` and 12 digits of the commit.' },
        ...dispatch_inputs/* dispatchOutputs */.j_,
    },
    rules: [
        rules/* wholeRegistryAccount */.o,
        ({ image }) => image.tag !== undefined || image.digest !== undefined
            ? '`image` must have no tag and no digest: build-and-dispatch makes the tag'
            : undefined,
        dispatch_inputs/* shortEventType */.Pk,
        dispatch_inputs/* someRepository */.nz,
        dispatch_inputs/* workflowForItsInputs */.gU,
        dispatch_inputs/* waitForOutputs */.ZH,
    ],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/build-and-dispatch/main.js




















/** Builds, pushes, confirms, announces. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        // Before the build: minutes of work would end at a token that is not there.
        (0,require_token/* requireToken */.F)(inputs.githubToken, 'github-token', context);
        const account = (0,deploy_request/* registryAccount */.J)(inputs);
        const { image } = inputs;
        const { context: folder, file, target, platforms = [] } = inputs;
        const metadataFile = (0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), `deploy-kit-${(0,external_node_crypto_.randomUUID)()}.json`);
        const readFile = (path) => (0,external_node_fs_.readFileSync)(path, 'utf8');
        const registry = (0,connect_registry/* connectRegistry */.g)(inputs);
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
                correlationId: (0,external_node_crypto_.randomUUID)(),
            },
            source: `${context.serverUrl}/${context.repository}`,
        }, ports));
        const request = (0,dispatch_request/* dispatchRequest */.w)(inputs, release);
        const github = (0,octokit_github/* octokitGitHub */.h)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        const sent = await (0,dispatch_release/* dispatchRelease */.Q)(request, { repository: context.repository, ref: context.refName }, { github, clock: system_clock/* systemClock */.m, reporter });
        const [released] = release.images;
        reporter.output('image', `${released?.reference ?? ''}@${released?.digest ?? ''}`);
        reporter.output('digest', released?.digest ?? '');
        reporter.output('version', release.version);
        (0,dispatch_request/* outputDispatched */.B)(sent, reporter);
        reporter.summary(renderReleaseSummary(release));
        reporter.summary((0,dispatch/* renderDispatchSummary */.R6)(sent, request.door));
        await (0,require_success/* requireSuccess */.z)(sent, github);
    });
}


/***/ }),

/***/ 3179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ registryAccount),
/* harmony export */   L: () => (/* binding */ deployRequest)
/* harmony export */ });
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9488);
/* harmony import */ var _plan_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7976);


/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
function deployRequest(inputs, run, startedAt) {
    const images = (inputs.images ?? []).map((image) => (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .atCommit */ .nt)(image, run.sha));
    return {
        images,
        release: images.length > 0 ? undefined : (0,_plan_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOfEvent */ .h4)(run.event),
        envFile: inputs.envFile,
        env: inputs.env,
        versionVariable: inputs.versionVariable,
        registryAccount: registryAccount(inputs),
        lockTimeoutSeconds: inputs.lockTimeout,
        healthTimeoutSeconds: inputs.healthTimeout,
        stableSeconds: inputs.stableFor,
        revision: run.sha,
        actor: run.actor,
        runUrl: run.runUrl,
        startedAt,
    };
}
/** The account of the registry inputs, where both are set. */
function registryAccount(inputs) {
    const { registryUsername: username, registryPassword: password } = inputs;
    return username === undefined || password === undefined ? undefined : { username, password };
}


/***/ })

};
