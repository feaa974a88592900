export const id = 310;
export const ids = [310];
export const modules = {

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7756);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1064);
/* harmony import */ var _src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2820);
/* harmony import */ var _src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6081);




const definition = (0,_src_inputs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'deploy-compose',
    title: 'Deploy with Docker Compose',
    description: 'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: { ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .sshInputs */ .aM, ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .deployInputs */ .x, ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .registryInputs */ .P4, ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackInputs */ .C },
    outputs: {
        release: { description: 'The id of the release on the server.' },
        version: { description: 'The version that is live, for example `sha-1a2b3c4d5e6f`.' },
        previous: {
            description: 'The id of the release that was live before; empty when there was none.',
        },
        seconds: { description: 'How long the deploy took.' },
    },
    rules: [_src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .wholeRegistryAccount */ .o],
    post: true,
});


/***/ }),

/***/ 9516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/src/adapters/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/src/adapters/connect-server.js + 3 modules
var connect_server = __webpack_require__(3578);
// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/adapters/tar-archiver.js
var tar_archiver = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/apply/reject-release.js
var reject_release = __webpack_require__(2183);
// EXTERNAL MODULE: ./build/src/ports/server-connection.js
var server_connection = __webpack_require__(1251);
// EXTERNAL MODULE: ./build/src/plan/provisional.js
var provisional = __webpack_require__(2535);
;// CONCATENATED MODULE: ./build/src/plan/rejection.js
/** Why the release is to be taken back, or `undefined` when it stays. */
function rejectionReason({ release, rejected, rollbackOn, jobStatus, }) {
    if (release === '' || rollbackOn === 'never')
        return undefined;
    if (rejected === release)
        return 'A verify-health step of this job failed.';
    if (rollbackOn === 'job-failure' && jobStatus !== 'success')
        return `The job ended with "${jobStatus}".`;
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/deploy-compose/definition.js
var definition = __webpack_require__(7982);
;// CONCATENATED MODULE: ./build/actions/deploy-compose/post.js











/** At the end of the job: restores what ran before when a later step found the release wanting. */
async function post() {
    await (0,run_action/* runAction */.C)(definition/* definition */.m, async (inputs, reporter) => {
        const release = (0,actions_reporter/* savedState */.f)('release');
        const reason = rejectionReason({
            release,
            rejected: process.env[provisional/* rejectedVariable */.dv],
            rollbackOn: inputs.rollbackOn,
            jobStatus: inputs.jobStatus,
        });
        if (reason === undefined) {
            if (release !== '')
                reporter.info(`Release ${release} stays`);
            return;
        }
        const { actor, runUrl } = (0,github_context/* githubContext */.h)();
        const version = (0,actions_reporter/* savedState */.f)('version');
        await (0,server_connection/* withServer */.e)((0,connect_server/* connectServer */.C)(inputs), (server) => (0,reject_release/* rejectRelease */.h)({ ...inputs, release, reason, version, actor, runUrl }, { server, archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter }));
    });
}


/***/ }),

/***/ 5617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ githubContext)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(722);

/**
 * Reads the run's context from the runner's environment.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
function githubContext() {
    const repository = process.env.GITHUB_REPOSITORY ?? '';
    return {
        eventName: process.env.GITHUB_EVENT_NAME ?? '',
        event: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.payload,
        repository,
        sha: process.env.GITHUB_SHA ?? '',
        ref: process.env.GITHUB_REF ?? '',
        refName: process.env.GITHUB_REF_NAME ?? '',
        // acme/api/.github/workflows/build.yml@refs/heads/main
        workflowPath: (process.env.GITHUB_WORKFLOW_REF ?? '')
            .replace(`${repository}/`, '')
            .replace(/@.*$/, ''),
        actor: process.env.GITHUB_ACTOR ?? '',
        runId: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId,
        runNumber: process.env.GITHUB_RUN_NUMBER ?? '',
        runUrl: `${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl}/${repository}/actions/runs/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId}`,
        apiUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.apiUrl,
        serverUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl,
        workspace: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    };
}


/***/ }),

/***/ 2183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rejectRelease)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
/* harmony import */ var _plan_program_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3314);
/* harmony import */ var _probe_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5748);
/* harmony import */ var _settle_server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6489);





/**
 * Restores what ran before a release that this job deployed, and ends in the error that says so.
 * A release that is not live (it failed by itself, or another one followed) needs nothing.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed
 */
async function rejectRelease(rejection, ports) {
    const { reporter, server } = ports;
    const facts = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__/* .checkServer */ .i)(await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_3__/* .probeServer */ ._)(server, rejection.path, []), server.name);
    if (facts.current !== rejection.release) {
        reporter.info(`Release ${rejection.release} is not live (${facts.current ?? 'none of ours'} is): nothing to take back`);
        return;
    }
    const head = {
        path: facts.path,
        releaseId: rejection.release,
        version: rejection.version,
        revision: '',
        actor: rejection.actor,
        runUrl: rejection.runUrl,
        composeCommand: facts.compose.command,
        managedKeys: [],
        healthTimeoutSeconds: rejection.healthTimeout,
        stableSeconds: rejection.stableFor,
        // What rolls and which proxies there are is in the release's own transaction.
        rolled: [],
        proxies: [],
        drainSeconds: rejection.drain,
        hookTimeoutSeconds: rejection.hookTimeout,
    };
    const end = await (0,_settle_server_js__WEBPACK_IMPORTED_MODULE_4__/* .takeBack */ .z)(head, rejection.lockTimeout, ports);
    if (end === undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('program-ended-early', { host: server.name, step: 'Restore what ran before' }, { hostState: { state: 'unknown', why: 'the next deploy settles it.' } });
    if (end.outcome !== 'settled')
        throw (0,_plan_program_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainProgramEnd */ .R)(end, server, facts.path, []);
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-rejected', { release: rejection.release, reason: rejection.reason }, { hostState: { state: 'restored', release: end.live || 'what ran before the first deploy' } });
}


/***/ }),

/***/ 7877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9488);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
const imageReference = {
    describe: 'image reference',
    parse(value) {
        const reference = (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(value);
        if (reference === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`must be an image reference such as ghcr.io/acme/api:1.4.2, not "${value}"`);
        return reference;
    },
};


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ wholeRegistryAccount)
/* harmony export */ });
/** A registry account is a user and a password, or neither. */
function wholeRegistryAccount(inputs) {
    if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
        return undefined;
    return inputs.registryUsername === undefined
        ? '`registry-password` is set without `registry-username`'
        : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F1: () => (/* binding */ buildWatchInputs),
  P4: () => (/* binding */ registryInputs),
  aM: () => (/* binding */ sshInputs)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/inputs/certificates-kind.js


const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Certificates in PEM, one after the other. */
const certificates = {
    describe: 'certificates in PEM',
    parse(value) {
        const found = value.match(block) ?? [];
        if (found.length === 0)
            throw new kind/* InputProblem */.S('must be the text of a PEM file: -----BEGIN CERTIFICATE----- …');
        for (const [index, text] of found.entries()) {
            try {
                new external_node_crypto_.X509Certificate(text);
            }
            catch {
                throw new kind/* InputProblem */.S(`holds a certificate that cannot be read (number ${index + 1})`);
            }
        }
        return found;
    },
};

// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var kinds = __webpack_require__(8757);
;// CONCATENATED MODULE: ./build/src/inputs/shared-inputs.js


/** How to reach the server over SSH: the same in every action that does. */
const sshInputs = {
    host: {
        kind: kinds/* hostAddress */.Rk,
        required: true,
        description: 'The server, for example `deploy@203.0.113.7`.',
    },
    sshKey: {
        kind: kinds/* text */.Qq,
        required: true,
        secret: true,
        description: 'The private key that logs in, as the whole text of its file.',
    },
    sshKeyPassphrase: {
        kind: kinds/* text */.Qq,
        secret: true,
        description: 'The passphrase of `ssh-key`, where it has one.',
    },
    knownHosts: {
        kind: kinds/* text */.Qq,
        description: "The server's host key as `known_hosts` lines (`ssh-keyscan <host>`, compared on the server). This or `host-fingerprint` is needed.",
    },
    hostFingerprint: {
        kind: kinds/* text */.Qq,
        description: "The server's host key as a fingerprint (`SHA256:…`, from `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server).",
    },
    connectTimeout: {
        kind: kinds/* duration */.p0,
        default: '20s',
        description: 'How long to wait for an SSH connection.',
    },
};
/** The account that reads from (or writes to) the registry. */
const registryInputs = {
    registryUsername: {
        kind: kinds/* text */.Qq,
        description: "The user at the registry of the first image; without it, docker's own login on the runner is used, then none.",
    },
    registryPassword: {
        kind: kinds/* text */.Qq,
        secret: true,
        description: 'The password or token of `registry-username`.',
    },
    registryPlainHttp: {
        kind: kinds/* boolean */.zM,
        default: 'false',
        description: 'Ask the registry without encryption. A registry on this machine (localhost) always is.',
    },
    registryCa: {
        kind: certificates,
        description: "The certificates of a private authority that signed the registry's, beside those that Node knows.",
    },
};
/** How the run that builds an image is watched while it is waited for. */
const buildWatchInputs = {
    githubToken: {
        kind: kinds/* text */.Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed. Without the permission the wait goes on to its end.',
    },
};


/***/ }),

/***/ 9488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ commitTag),
/* harmony export */   my: () => (/* binding */ formatImageReference),
/* harmony export */   nt: () => (/* binding */ atCommit),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
// The grammar of https://pkg.go.dev/github.com/distribution/reference
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(`^(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`);
/**
 * Reads an image reference as Docker does: the part before the first `/` is a registry when it holds
 * a `.` or a `:`, or is `localhost`; without one the image is on Docker Hub.
 * @returns `undefined` when the text is no image reference
 */
function parseImageReference(text) {
    const slash = text.indexOf('/');
    const first = text.slice(0, Math.max(slash, 0));
    const hasRegistry = slash > 0 && /^(localhost|[^/]*[.:][^/]*)$/.test(first);
    if (hasRegistry && !/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?$/.test(first))
        return undefined;
    const match = pattern.exec(hasRegistry ? text.slice(slash + 1) : text);
    if (!match)
        return undefined;
    const [, path = '', tag, digest] = match;
    const onHub = !hasRegistry || first === 'docker.io' || first === 'index.docker.io';
    return {
        registry: onHub ? 'docker.io' : first,
        repository: onHub && !path.includes('/') ? `library/${path}` : path,
        tag,
        digest,
    };
}
/** `ghcr.io/acme/api`: the image without tag and digest. */
function imageName(reference) {
    return `${reference.registry}/${reference.repository}`;
}
/** The reference as text, as `docker pull` takes it. */
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${imageName(reference)}${tag}${digest}`;
}
/** The tag that build-and-dispatch gives to the image of a commit. */
function commitTag(sha) {
    return `sha-${sha.slice(0, 12)}`;
}
/** A reference without tag and digest means the image of this commit. */
function atCommit(reference, sha) {
    if (reference.tag !== undefined || reference.digest !== undefined)
        return reference;
    return { ...reference, tag: commitTag(sha) };
}


/***/ }),

/***/ 2535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ provisionalState),
/* harmony export */   St: () => (/* binding */ releaseVariable),
/* harmony export */   dv: () => (/* binding */ rejectedVariable)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);

/**
 * The environment variable in which deploy-compose leaves the id of the release that it is making,
 * for the later steps of the job.
 */
const releaseVariable = 'DEPLOY_KIT_RELEASE';
/**
 * The environment variable in which verify-health names the release that did not pass. The `post` step
 * of deploy-compose then restores what ran before.
 */
const rejectedVariable = 'DEPLOY_KIT_REJECTED';
/** What is live when a verification fails: the job's end settles it. */
function provisionalState(release) {
    return release === undefined ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isRepositoryMissing),
/* harmony export */   y: () => (/* binding */ recogniseRefusal)
/* harmony export */ });
/**
 * Recognises a refusal by the words of the registry, in an answer's body or in a tool's output.
 * @param action what was tried: each needs rights of its own
 */
function recogniseRefusal(image, words, action, { anonymous, loginRefused }) {
    const host = hostOf(image.registry);
    const remedies = host.remedies(image, action);
    // A push makes the repository at most registries: one that is unknown even then must be made first.
    if ((action === 'push' || host.repositoriesAreMadeBeforehand) && /name[ _]unknown/i.test(words))
        return { entry: 'registry-repository-missing', remedy: remedies.create };
    if (/does not match expected scopes/i.test(words))
        return { entry: 'registry-token-scope', remedy: remedies.scope };
    if (/(read|write)_package|installation not allowed/i.test(words))
        return { entry: 'registry-package-not-linked', remedy: remedies.link };
    if (anonymous || /no basic auth credentials/i.test(words))
        return { entry: 'registry-login-missing', remedy: remedies.login };
    if (loginRefused)
        return { entry: 'registry-login-refused', remedy: remedies.password };
    return { entry: 'registry-denied', remedy: remedies.link };
}
/** Whether an answer says that the repository does not exist and no push will make it. */
function isRepositoryMissing({ registry }, words) {
    return hostOf(registry).repositoriesAreMadeBeforehand && /name[ _]unknown/i.test(words);
}
const rights = { pull: 'read', push: 'write' };
const hosts = [
    {
        // https://docs.github.com/packages/working-with-a-github-packages-registry/working-with-the-container-registry
        matches: /^ghcr\.io$/,
        repositoriesAreMadeBeforehand: false,
        remedies: ({ repository }, action) => {
            const account = '`registry-username: ${{ github.actor }}` and `registry-password: ${{ github.token }}`';
            const permission = `\`permissions: packages: ${rights[action]}\``;
            return {
                login: `Give ${account}, and the job ${permission}.`,
                password: "Use the job's token (`${{ github.token }}`) or a classic personal access token: GHCR takes no fine-grained one. Check that the secret holds the whole token and has not expired.",
                scope: `Give the job ${permission}; a classic token needs the scope \`${rights[action]}:packages\`.`,
                link: `On the page of the package ${repository}: Package settings → Manage Actions access → add this repository with the role ${action === 'push' ? 'Write' : 'Read'}; and give the job ${permission}. A token of your own must be whole and not expired.`,
                create: `Check the name: the owner of ${repository} does not exist.`,
            };
        },
    },
    {
        // https://cloud.google.com/artifact-registry/docs/docker/pushing-and-pulling
        matches: /-docker\.pkg\.dev$/,
        repositoriesAreMadeBeforehand: true,
        remedies: ({ registry, repository }, action) => {
            const [project = '', name = ''] = repository.split('/');
            const location = registry.replace('-docker.pkg.dev', '');
            const role = action === 'push' ? 'roles/artifactregistry.writer' : 'roles/artifactregistry.reader';
            const login = 'Give `registry-username: oauth2accesstoken` and an access token as `registry-password` (the output `access_token` of google-github-actions/auth).';
            return {
                login,
                password: `${login} It lives for an hour.`,
                scope: `Grant the service account ${role}.`,
                link: `Grant the service account ${role}: \`gcloud artifacts repositories add-iam-policy-binding ${name} --project=${project} --location=${location} --role=${role} --member=serviceAccount:…\``,
                create: `Create it: \`gcloud artifacts repositories create ${name} --project=${project} --location=${location} --repository-format=docker\``,
            };
        },
    },
    {
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html
        matches: /^\d+\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/,
        repositoriesAreMadeBeforehand: true,
        remedies: ({ registry, repository }, action) => {
            const region = registry.split('.')[3] ?? '';
            const login = `Give \`registry-username: AWS\` and the output of \`aws ecr get-login-password --region ${region}\` as \`registry-password\`, or log in before this step with aws-actions/amazon-ecr-login.`;
            const policy = action === 'push'
                ? 'ecr:PutImage, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload'
                : 'ecr:BatchGetImage, ecr:GetDownloadUrlForLayer';
            return {
                login,
                password: `${login} The password lives for 12 hours.`,
                scope: `Allow ${policy} on the repository ${repository}.`,
                link: `Allow ${policy} on the repository ${repository} in the role's policy.`,
                create: `Create it: \`aws ecr create-repository --repository-name ${repository} --region ${region}\``,
            };
        },
    },
    {
        // https://learn.microsoft.com/azure/container-registry/container-registry-authentication
        matches: /\.azurecr\.io$/,
        repositoriesAreMadeBeforehand: false,
        remedies: ({ registry }, action) => {
            const name = registry.replace('.azurecr.io', '');
            const role = action === 'push' ? 'AcrPush' : 'AcrPull';
            const login = `Give a service principal's id and secret, or \`registry-username: 00000000-0000-0000-0000-000000000000\` with the token of \`az acr login --name ${name} --expose-token\`.`;
            return {
                login,
                password: login,
                scope: `Grant the role ${role} on the registry ${name}.`,
                link: `Grant the role ${role} on the registry ${name}: \`az role assignment create --role ${role} --assignee … --scope $(az acr show --name ${name} --query id --output tsv)\``,
                create: `Check the name of the registry: \`az acr show --name ${name}\`.`,
            };
        },
    },
];
const anyHost = {
    matches: /$/,
    repositoriesAreMadeBeforehand: false,
    remedies: ({ registry, repository }, action) => {
        const login = `Give \`registry-username\` and \`registry-password\` of an account of ${registry}${registry === 'docker.io' ? ' (an access token from hub.docker.com → Account settings)' : ''}, or log in before this step.`;
        return {
            login,
            password: `Check both, and that the secret is not empty or expired. ${login}`,
            scope: `Use a token that may ${action} ${repository}.`,
            link: `Give the account the right to ${action} ${repository}, and check the name.`,
            create: `Create the repository (project, organisation) of ${repository} at ${registry} first, or correct the name.`,
        };
    },
};
function hostOf(registry) {
    return hosts.find(({ matches }) => matches.test(registry)) ?? anyHost;
}


/***/ })

};
