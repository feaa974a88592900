export const id = 460;
export const ids = [460];
export const modules = {

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

/***/ 6746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ registryAccount)
/* harmony export */ });
/** The account of the registry inputs, where both are set. */
function registryAccount(inputs) {
    const { registryUsername: username, registryPassword: password } = inputs;
    return username === undefined || password === undefined ? undefined : { username, password };
}


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ wholeProxy),
/* harmony export */   oU: () => (/* binding */ wholeRegistryAccount),
/* harmony export */   wt: () => (/* binding */ wholeMigration)
/* harmony export */ });
/** Only a breaking migration is taken back, and only where there is one. */
function wholeMigration(inputs) {
    const { migrationService, migrationCommand, migration, rollbackCommand } = inputs;
    const none = migrationService === undefined && migrationCommand === undefined;
    if (none && migration === 'breaking')
        return '`migration: breaking` is set without `migration-service` or `migration-command`';
    return rollbackCommand !== undefined && migration !== 'breaking'
        ? '`rollback-command` is set without `migration: breaking`: it would never run'
        : undefined;
}
/** What blue-green needs to switch a proxy, and nothing else uses. */
function wholeProxy(inputs) {
    const { strategy, proxyTemplate, proxyFile, proxyContainer, proxyReload } = inputs;
    const ways = [proxyContainer, proxyReload].filter((way) => way !== undefined);
    if (strategy !== 'blue-green')
        return [proxyTemplate, proxyFile, ...ways].some((value) => value !== undefined)
            ? 'the `proxy-…` inputs are set without `strategy: blue-green`: they would never be used'
            : undefined;
    if (proxyTemplate === undefined || proxyFile === undefined || ways.length !== 1)
        return '`strategy: blue-green` needs `proxy-template`, `proxy-file`, and one of `proxy-container` and `proxy-reload`';
    return proxyFile.split('/').includes('..')
        ? '`proxy-file` must not lead through `..`'
        : undefined;
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

/***/ 6081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F1: () => (/* binding */ buildWatchInputs),
  $T: () => (/* binding */ hostsInputs),
  Su: () => (/* binding */ registryAccountInputs),
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
        secret: true,
        description: 'The private key that logs in, as the whole text of its file. Without it, the agent at `SSH_AUTH_SOCK` is asked.',
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
    jumpHost: {
        kind: kinds/* hostAddress */.Rk,
        description: 'A server through which the other one is reached, for example `jump@203.0.113.1`; the same key logs in there, and its host key is verified too (a second line in `known-hosts`, a second fingerprint).',
    },
    connectTimeout: {
        kind: kinds/* duration */.p0,
        default: '20s',
        description: 'How long to wait for an SSH connection.',
    },
};
/** More servers of the same release. */
const hostsInputs = {
    hosts: {
        kind: (0,kinds/* listOf */.c3)('list of `user@host`, one a line', kinds/* hostAddress */.Rk),
        description: 'More servers that get the same release, once `host`, the first, runs it. When one fails, no further one is tried and every one that was switched gets back what it ran.',
    },
    maxParallel: {
        kind: (0,kinds/* wholeNumber */.rD)(1, 50),
        default: '4',
        description: 'How many of `hosts` are deployed to at the same time.',
    },
};
/** The account that reads from (or writes to) the registry. */
const registryAccountInputs = {
    registryUsername: {
        kind: kinds/* text */.Qq,
        description: "The user at the registry of the first image; without it, docker's own login on the runner is used, then none.",
    },
    registryPassword: {
        kind: kinds/* text */.Qq,
        secret: true,
        description: 'The password or token of `registry-username`.',
    },
};
/** How to reach the registry from the runner. */
const registryInputs = {
    ...registryAccountInputs,
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


/***/ }),

/***/ 7976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ parseReleaseText),
/* harmony export */   Y3: () => (/* binding */ releasePayload),
/* harmony export */   h4: () => (/* binding */ releaseOfEvent),
/* harmony export */   jq: () => (/* binding */ releaseSchemaVersion)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);



/** The version of the release document's format. */
const releaseSchemaVersion = 1;
const shortText = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxLength */ .Ru6(1000));
const releasedImage = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** The tag that was pushed, in full: `ghcr.io/acme/api:sha-1a2b3c4d5e6f`. */
    reference: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((text) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(text) !== undefined, 'must be an image reference')),
    digest: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^sha256:[a-f0-9]{64}$/, 'must be sha256:<64 hex digits>')),
    platforms: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(shortText),
});
const releaseSchema = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: valibot__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(releaseSchemaVersion),
    /** Empty in a phase that builds and deploys no image. */
    images: valibot__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(releasedImage),
    /** What people call it: the tag of the first image, `sha-1a2b3c4d5e6f`. */
    version: shortText,
    /** The commit, 40 hex digits. */
    revision: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[a-f0-9]{40}$/, 'must be a commit id of 40 hex digits')),
    /** `refs/heads/main` */
    ref: shortText,
    /** `owner/name` */
    repository: shortText,
    run: valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ id: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minValue */ .Wwf(0)), url: shortText }),
    actor: shortText,
    environment: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(shortText),
    createdAt: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .isoTimestamp */ .yhX('must be an ISO 8601 time')),
    correlationId: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .regex */ .yGV(/^[A-Za-z0-9-]{8,64}$/, 'must be 8 to 64 letters, digits or -')),
    extra: valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J())),
});
/** The payload of the event that announces a release. */
function releasePayload(release) {
    return { release, correlationId: release.correlationId };
}
/**
 * Reads a release document that came from outside.
 * @throws {DeployKitError} `release-document-invalid`, with the path of each offending field
 */
function parseRelease(document) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(releaseSchema, document);
    if (result.success)
        return result.output;
    const problems = result.issues.map((issue) => {
        const path = valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue);
        return `${path === null ? 'release' : `release.${path}`}: ${issue.message}`;
    });
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', { problems: problems.join('; ') });
}
/**
 * Reads a release document from JSON text: an output of another step, an input of workflow_dispatch.
 * @throws {DeployKitError} `release-document-invalid`
 */
function parseReleaseText(text) {
    try {
        return parseRelease(JSON.parse(text));
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', { problems: `it is no JSON: ${error.message}` });
    }
}
/**
 * The release document of the event that started this run: in the payload of a repository_dispatch, or
 * in the input `release` of a workflow_dispatch.
 * @returns `undefined` when the event carries none
 * @throws {DeployKitError} `release-document-invalid` when it carries something else in its place
 */
function releaseOfEvent(event) {
    const payload = event.client_payload;
    if (payload !== undefined && payload !== null)
        return parseRelease(payload.release);
    const inputs = event.inputs;
    const text = inputs?.release;
    return typeof text === 'string' && text !== '' ? parseReleaseText(text) : undefined;
}


/***/ })

};
