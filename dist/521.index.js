export const id = 521;
export const ids = [521];
export const modules = {

/***/ 1896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/connect/connect-registry.js + 1 modules
var connect_registry = __webpack_require__(9215);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js + 4 modules
var octokit_github = __webpack_require__(1284);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/release/images-to-await.js + 1 modules
var images_to_await = __webpack_require__(6747);
// EXTERNAL MODULE: ./build/src/wait/await-release.js
var await_release = __webpack_require__(5753);
// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
// EXTERNAL MODULE: ./build/src/wait/wait-inputs.js
var wait_inputs = __webpack_require__(5010);
;// CONCATENATED MODULE: ./build/actions/wait-for-image/definition.js





const definition = (0,inputs/* defineAction */.QP)({
    name: 'wait-for-image',
    title: 'Wait for an image',
    description: 'Waits until the registry serves the image of a release, so that a deploy never starts before it.',
    branding: { icon: 'clock', color: 'blue' },
    inputs: {
        images: {
            kind: (0,inputs/* listOf */.c3)('list of image references, one a line', image_kind/* imageReference */.rA),
            description: 'What to wait for, by tag or digest; without either, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run, by digest.',
        },
        ...wait_inputs/* waitInputs */.F,
        timeout: { kind: inputs/* duration */.p0, default: '10m', description: 'How long to wait.' },
        ...shared_inputs/* registryInputs */.P4,
        ...shared_inputs/* buildWatchInputs */.F1,
    },
    outputs: {
        image: {
            description: 'The first image by tag and digest, ready for `images:` of deploy-compose.',
        },
        images: { description: 'All images by tag and digest, one a line.' },
        digest: { description: 'The digest of the first image.' },
        platforms: { description: 'The platforms of the first image, separated by commas.' },
        revision: {
            description: 'The commit that the first image was built from, where its label says so.',
        },
        created: { description: 'When the first image was built, where it says so.' },
        'seconds-waited': { description: 'How long it took.' },
        attempts: { description: 'How many times the images were looked for.' },
    },
    rules: [registry_account/* wholeRegistryAccount */.o],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/wait-for-image/main.js









/** Waits until the registry has every image of the release. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const { platforms = [], timeout: timeoutSeconds, deep, revision } = inputs;
        const awaited = (0,images_to_await/* imagesToAwait */.i)(inputs.images, context, inputs.mirror);
        const ready = await (0,await_release/* awaitRelease */.g)(awaited, { platforms, revision, deep, timeoutSeconds }, {
            registry: (0,connect_registry/* connectRegistry */.g)(inputs, awaited.images[0]),
            github: (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m),
            clock: system_clock/* systemClock */.m,
            reporter,
        });
        const pinned = (0,await_release/* pinnedImages */.D)(ready).map(image_reference/* formatImageReference */.my);
        const [first] = ready;
        reporter.output('image', pinned[0] ?? '');
        reporter.output('images', pinned.join('\n'));
        reporter.output('digest', first?.digest ?? '');
        reporter.output('platforms', first?.platforms.join(',') ?? '');
        reporter.output('revision', first?.revision ?? '');
        reporter.output('created', first?.created ?? '');
        const seconds = Math.max(...ready.map(({ secondsWaited }) => secondsWaited));
        reporter.output('seconds-waited', seconds.toFixed(1));
        const attempts = ready.reduce((sum, image) => sum + image.attempts, 0);
        reporter.output('attempts', String(attempts));
    });
}


/***/ }),

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ certificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Certificates in PEM, one after the other. */
const certificates = {
    describe: 'certificates in PEM',
    parse(value) {
        const found = value.match(block) ?? [];
        if (found.length === 0)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S('must be the text of a PEM file: -----BEGIN CERTIFICATE----- …');
        for (const [index, text] of found.entries()) {
            try {
                new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text);
            }
            catch {
                throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`holds a certificate that cannot be read (number ${index + 1})`);
            }
        }
        return found;
    },
};


/***/ }),

/***/ 7877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ commitDigits),
/* harmony export */   VN: () => (/* binding */ mirrors),
/* harmony export */   rA: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);



/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
const imageReference = {
    describe: 'image reference',
    parse(value) {
        const reference = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(value);
        if (reference === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be an image reference such as ghcr.io/acme/api:1.4.2, not "${value}"`);
        return reference;
    },
};
/** A commit by at least the first 7 of its 40 digits. */
const commitDigits = {
    describe: '7 to 40 hex digits',
    parse(value) {
        if (!/^[a-f0-9]{7,40}$/.test(value))
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be 7 to 40 hex digits of a commit, not "${value}"`);
        return value;
    },
};
/** `ghcr.io=mirror.example.com/ghcr` lines. */
const mirrors = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of `from=to`, one a line', {
    describe: '`from=to`',
    parse(value) {
        const [from = '', to = '', ...more] = value.split('=');
        const readable = [from, to].every((part) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(`${part}/image`) !== undefined);
        if (!readable || from === '' || to === '' || more.length > 0)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must look like ghcr.io=mirror.example.com/ghcr, not "${value}"`);
        return { from, to };
    },
});


/***/ }),

/***/ 6746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ registryAccount),
/* harmony export */   o: () => (/* binding */ wholeRegistryAccount)
/* harmony export */ });
/** The account of the registry inputs, where both are set. */
function registryAccount(inputs) {
    const { registryUsername: username, registryPassword: password } = inputs;
    return username === undefined || password === undefined ? undefined : { username, password };
}
/** A registry account is a user and a password, or neither. */
function wholeRegistryAccount(inputs) {
    if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
        return undefined;
    return inputs.registryUsername === undefined
        ? '`registry-password` is set without `registry-username`'
        : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}


/***/ }),

/***/ 3294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ hostsInputs),
/* harmony export */   F1: () => (/* binding */ buildWatchInputs),
/* harmony export */   P4: () => (/* binding */ registryInputs),
/* harmony export */   Su: () => (/* binding */ registryAccountInputs),
/* harmony export */   aM: () => (/* binding */ sshInputs)
/* harmony export */ });
/* harmony import */ var _certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3050);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);


/** How to reach the server over SSH: the same in every action that does. */
const sshInputs = {
    host: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk,
        required: true,
        description: 'The server, for example `deploy@203.0.113.7`.',
    },
    sshKey: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The private key that logs in, as the whole text of its file. Without it, the agent at `SSH_AUTH_SOCK` is asked.',
    },
    sshKeyPassphrase: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The passphrase of `ssh-key`, where it has one.',
    },
    knownHosts: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The server's host key as `known_hosts` lines (`ssh-keyscan <host>`, compared on the server). This or `host-fingerprint` is needed.",
    },
    hostFingerprint: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The server's host key as a fingerprint (`SHA256:…`, from `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server).",
    },
    jumpHost: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk,
        description: 'A server through which the other one is reached, for example `jump@203.0.113.1`; the same key logs in there, and its host key is verified too (a second line in `known-hosts`, a second fingerprint).',
    },
    connectTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '20s',
        description: 'How long to wait for an SSH connection.',
    },
};
/** More servers of the same release. */
const hostsInputs = {
    hosts: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of `user@host`, one a line', _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk),
        description: 'More servers that get the same release, once `host`, the first, runs it. When one fails, no further one is tried and every one that was switched gets back what it ran.',
    },
    maxParallel: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(1, 50),
        default: '4',
        description: 'How many of `hosts` are deployed to at the same time.',
    },
};
/** The account that reads from (or writes to) the registry. */
const registryAccountInputs = {
    registryUsername: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The user at the registry of the first image; without it, docker's own login on the runner is used, then none.",
    },
    registryPassword: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The password or token of `registry-username`.',
    },
};
/** How to reach the registry from the runner. */
const registryInputs = {
    ...registryAccountInputs,
    registryPlainHttp: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Ask the registry without encryption. A registry on this machine (localhost) always is.',
    },
    registryCa: {
        kind: _certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .certificates */ .$,
        description: "The certificates of a private authority that signed the registry's, beside those that Node knows.",
    },
};
/** How the run that builds an image is watched while it is waited for. */
const buildWatchInputs = {
    githubToken: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed. Without the permission the wait goes on to its end.',
    },
};


/***/ }),

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ allOrAbort)
/* harmony export */ });
/**
 * Runs tasks side by side. The first that fails ends the others, so that nobody waits for work whose
 * result no one wants any more.
 * @param start gets the signal that each task must heed
 * @throws what the first task to fail threw
 */
async function allOrAbort(start) {
    const controller = new AbortController();
    try {
        return await Promise.all(start(controller.signal));
    }
    finally {
        controller.abort();
    }
}


/***/ }),

/***/ 9402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pollPause)
/* harmony export */ });
/**
 * The pause before the next poll, in seconds: quick at first, growing by a quarter, at most 12. A wait
 * of five minutes then costs at most 36 requests, which leaves room for logging in within 40.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
function pollPause(attempt, random) {
    const pause = Math.min(1.25 ** (attempt - 1), 11.5);
    return pause * (0.94 + 0.12 * random);
}


/***/ }),

/***/ 2968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hv: () => (/* binding */ createRemedy),
  Bx: () => (/* binding */ isRepositoryMissing),
  nE: () => (/* binding */ missingRepository),
  yD: () => (/* binding */ recogniseRefusal)
});

;// CONCATENATED MODULE: ./build/src/registry/plan/registry-hosts.js
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
/** Whose registry it is. */
function hostOf(registry) {
    return hosts.find(({ matches }) => matches.test(registry)) ?? anyHost;
}

;// CONCATENATED MODULE: ./build/src/registry/plan/registry-refusal.js

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
/**
 * Whether a repository that is not there must be made, or the first push makes it. Google's registry says
 * `name unknown` also of an image that was never pushed to a repository which exists: then nothing is missing.
 */
function missingRepository({ registry }, words) {
    if (!hostOf(registry).repositoriesAreMadeBeforehand)
        return 'made-by-push';
    return /name[ _]unknown.*repository/is.test(words) ? 'must-be-made' : undefined;
}
/** The command that makes a repository, where its registry has one. */
function createRemedy(image) {
    return hostOf(image.registry).remedies(image, 'push').create;
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ firstImage),
  i: () => (/* binding */ imagesToAwait)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/image/mirror.js

/**
 * The reference at the first mirror that has it: `ghcr.io/acme/api` with `ghcr.io=mirror.example.com/ghcr`
 * becomes `mirror.example.com/ghcr/acme/api`. Whole parts of the path are compared.
 */
function mirrored(image, mirrors) {
    const text = (0,image_reference/* formatImageReference */.my)(image);
    const mirror = mirrors.find(({ from }) => text.startsWith(`${from}/`));
    if (mirror === undefined)
        return image;
    return (0,image_reference/* parseImageReference */.o_)(`${mirror.to}${text.slice(mirror.from.length)}`) ?? image;
}

// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
;// CONCATENATED MODULE: ./build/src/release/images-to-await.js




/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @param mirrors where the server pulls from instead
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run, mirrors = []) {
    if (given !== undefined && given.length > 0)
        return {
            images: given.map((image) => mirrored((0,image_reference/* atCommit */.nt)(image, run.sha), mirrors)),
            release: undefined,
        };
    const release = (0,release_release/* releaseOfEvent */.h4)(run.event);
    const images = imagesOf(release);
    if (images.length === 0)
        throw (0,errors/* failure */.V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return { images: images.map((image) => mirrored(image, mirrors)), release };
}
function imagesOf(release) {
    return (release?.images ?? []).flatMap(({ reference, digest }) => {
        const image = (0,image_reference/* parseImageReference */.o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
}
/** The image whose registry an account belongs to: the first given one, or the first of the release. */
function firstImage({ images, release, }) {
    return images[0] ?? imagesOf(release)[0];
}


/***/ }),

/***/ 5753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pinnedImages),
/* harmony export */   g: () => (/* binding */ awaitRelease)
/* harmony export */ });
/* harmony import */ var _wait_for_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2540);
/* harmony import */ var _watch_build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8389);


/**
 * Waits until the registry has every image of the release, or the run that builds them has failed.
 * @throws {DeployKitError} as `waitForImage`
 */
function awaitRelease({ images, release }, wait, ports) {
    return ports.reporter.group('Wait for the image', () => (0,_watch_build_js__WEBPACK_IMPORTED_MODULE_1__/* .watchingBuild */ .g)(release, ports, (build) => (0,_wait_for_image_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForImages */ .z)(images.map((image) => ({ image, ...wait })), { ...ports, build })));
}
/** The images that were found, each by tag and digest. */
function pinnedImages(ready) {
    return ready.map(({ image, digest }) => ({ ...image, digest }));
}


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ waitForImage),
  z: () => (/* binding */ waitForImages)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/local/plan/back-off.js
var back_off = __webpack_require__(9402);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/local/all-or-abort.js
var all_or_abort = __webpack_require__(3561);
// EXTERNAL MODULE: ./build/src/image/manifest.js
var manifest = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/src/registry/registry.js
var registry_registry = __webpack_require__(7786);
// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
;// CONCATENATED MODULE: ./build/src/wait/look-for-image.js





/** What the labels of the OCI image specification begin with. */
const label = 'org.opencontainers.image';
/**
 * Looks once whether an image is what is waited for. A registry that does not answer may be back in a moment; one
 * that refuses will refuse again, and throws.
 */
async function lookForImage(wait, registry, signal) {
    try {
        const found = await registry.find(wait.image, signal);
        return found === undefined
            ? { kind: 'missing', text: 'not there yet', pause: 0 }
            : await judge(wait, found, registry, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'registry-unreachable')
            throw error;
        const pause = error.cause instanceof registry_registry/* RetryAfter */.B ? error.cause.seconds : 0;
        return { kind: 'missing', text: error.why, pause };
    }
}
async function judge({ image, platforms, revision, deep }, found, registry, signal) {
    const platform = missingPlatform(found, platforms);
    // A digest never leads to anything else: only a tag can still get the platform.
    if (platform !== undefined && image.digest !== undefined)
        throw (0,errors/* failure */.V2)('image-platform-missing', {
            image: (0,image_reference/* formatImageReference */.my)(image),
            platform,
            available: found.platforms.join(', '),
        });
    const other = (problem) => ({ kind: 'other', found, problem });
    if (platform !== undefined)
        return other(`it is for ${found.platforms.join(', ')}, not for ${platform}`);
    const exact = { ...image, digest: found.digest };
    const description = (await registry.describe(exact, signal)) ?? {
        labels: new Map(),
        created: undefined,
        healthcheck: false,
        volumes: [],
    };
    const stale = wrongRevision(description, revision);
    if (stale !== undefined)
        return other(stale);
    const missing = deep === true ? await registry.missingBlobs(exact, platforms, signal) : [];
    return missing.length === 0
        ? { kind: 'ready', found, description }
        : other(`${missing.length} of its layers are missing, such as ${missing[0] ?? ''}`);
}
function missingPlatform(found, wanted) {
    return wanted.find((platform) => !found.platforms.some((available) => (0,manifest/* samePlatform */.my)(platform, available)));
}
function wrongRevision({ labels }, expected) {
    if (expected === undefined)
        return undefined;
    const actual = labels.get(`${label}.revision`);
    if (actual === undefined)
        return `it has no label ${label}.revision`;
    return actual.startsWith(expected)
        ? undefined
        : `it was built from ${(0,one_line/* oneLine */.T)(actual)}, not ${expected}`;
}

;// CONCATENATED MODULE: ./build/src/wait/wait-for-image.js





/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
function waitForImages(waits, ports) {
    return (0,all_or_abort/* allOrAbort */.j)((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
}
/**
 * Waits until the registry serves an image that is ready.
 * @param signal ends the wait
 * @throws {DeployKitError} `image-never-came` and `image-stale` at the deadline; at once what waiting does
 * not mend: `registry-denied` and its like, `image-platform-missing` of a digest, `image-build-ended`
 */
async function waitForImage(wait, ports, signal) {
    const { image, timeoutSeconds } = wait;
    const { build, clock, reporter } = ports;
    const name = (0,image_reference/* formatImageReference */.my)(image);
    const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = Number.NEGATIVE_INFINITY;
    for (let attempts = 1;; attempts++) {
        // Before the look: a build that failed after its push has left the image all the same.
        const buildFailed = build.failed.aborted;
        const finding = await lookForImage(wait, ports.registry, signal);
        if (finding.kind === 'ready')
            return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
        if (buildFailed)
            throw (0,errors/* failure */.V2)('image-build-ended', {
                image: name,
                conclusion: String(build.failed.reason),
                'build-run': build.url,
            });
        const asked = finding.kind === 'missing' ? finding.pause : 0;
        const pause = Math.max((0,back_off/* pollPause */.G)(attempts, Math.random()), asked);
        if (waited() + pause > timeoutSeconds)
            throw tooLate(name, finding, waited(), ports);
        if (waited() - reported >= reportEverySeconds - pause) {
            reported = waited();
            const state = finding.kind === 'missing' ? finding.text : finding.problem;
            reporter.info(`${name}: ${state}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`);
        }
        await clock.sleep(pause, interrupted).catch((error) => {
            signal?.throwIfAborted();
            if (!build.failed.aborted)
                throw error;
        });
    }
}
function reportReady(image, { found, description }, effort, reporter) {
    const name = (0,image_reference/* formatImageReference */.my)(image);
    reporter.info(`${name} is there: ${found.digest} (${found.platforms.join(', ')})`);
    const { labels, created } = description;
    return {
        image,
        ...found,
        revision: labels.get(`${label}.revision`),
        created: labels.get(`${label}.created`) ?? created,
        ...effort,
    };
}
function tooLate(image, finding, waited, { registry, build }) {
    const values = {
        image,
        seconds: Math.round(waited),
        requests: registry.requests,
        'build-run': build.url === '' ? '' : `: ${build.url}`,
    };
    return finding.kind === 'missing'
        ? (0,errors/* failure */.V2)('image-never-came', { ...values, answer: finding.text })
        : (0,errors/* failure */.V2)('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitInputs)
/* harmony export */ });
/* harmony import */ var _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7877);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);


/** What makes an image ready: the same in wait-for-image and in the root action. */
const waitInputs = {
    platforms: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: 'Platforms that each image must have, for example `linux/arm64`; one a line.',
    },
    revision: {
        kind: _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .commitDigits */ .Cr,
        description: 'The commit that the images must be built from, as 7 to 40 hex digits: a tag such as `latest` that still leads to an older build (by its label `org.opencontainers.image.revision`) is not taken for the new one. Images of a release document are named by digest and need none.',
    },
    deep: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Whether every layer must be there, too: one request a layer.',
    },
    mirror: {
        kind: _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .mirrors */ .VN,
        description: 'Where the server pulls from instead, as `from=to` lines, for example `ghcr.io=mirror.example.com/ghcr`: the mirror is asked, and the outputs name it.',
    },
};


/***/ }),

/***/ 8389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ watchingBuild),
/* harmony export */   h: () => (/* binding */ unknownBuild)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/** When it is not known who builds the image, or nobody does. */
const unknownBuild = { url: '', failed: new AbortController().signal };
/** A run is asked for no more often than this, in seconds. */
const askEverySeconds = 15;
/**
 * Watches a run beside some work, so that nobody waits for what it will not push. GitHub never holds up
 * the work: a token that may not look, or an API that does not answer, ends the watch and nothing else.
 * @param release names the run; `undefined` when there is none to watch
 */
async function watchingBuild(release, ports, work) {
    if (release === undefined)
        return work(unknownBuild);
    const failed = new AbortController();
    const done = new AbortController();
    void watch(release, failed, done.signal, ports);
    try {
        return await work({ url: release.run.url, failed: failed.signal });
    }
    finally {
        done.abort();
    }
}
async function watch({ repository, run }, failed, done, { github, clock, reporter }) {
    try {
        for (;;) {
            const { conclusion } = await github.run(repository, run.id, done);
            if (conclusion === 'success')
                return;
            if (conclusion !== undefined) {
                failed.abort(conclusion);
                return;
            }
            await clock.sleep(askEverySeconds, done);
        }
    }
    catch (error) {
        if (done.aborted)
            return;
        const why = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
        reporter.debug(`The build's run cannot be seen: ${why}`);
    }
}


/***/ }),

/***/ 1267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ Octokit)
});

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



/***/ })

};
