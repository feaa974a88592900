export const id = 541;
export const ids = [541];
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
        runUrl: `${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl}/${repository}/actions/runs/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId}`,
        apiUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.apiUrl,
        serverUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl,
        workspace: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    };
}


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ ociRegistry)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
;// CONCATENATED MODULE: ./build/src/plan/bearer-challenge.js
/**
 * Reads a `WWW-Authenticate` header.
 * Source: https://distribution.github.io/distribution/spec/auth/token/ and RFC 9110, section 11.6.1
 * @returns `undefined` when it asks for something else
 */
function parseChallenge(header) {
    if (/^basic\b/i.test(header))
        return { scheme: 'basic' };
    if (!/^bearer\s/i.test(header))
        return undefined;
    const parameters = new Map([...header.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        value,
    ]));
    const realm = parameters.get('realm');
    if (realm === undefined || !URL.canParse(realm))
        return undefined;
    return {
        scheme: 'bearer',
        realm,
        service: parameters.get('service'),
        scope: parameters.get('scope'),
    };
}

// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/plan/manifest.js
var manifest = __webpack_require__(5272);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/adapters/docker-login.js




/** A credential helper that needs longer is waiting for a person. */
const helperTimeoutMilliseconds = 20_000;
/**
 * The account that docker itself would use for a registry: from `config.json`, its credential helper
 * or store.
 * Source: https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
async function dockerLogin(registry) {
    const config = readConfig();
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    const helper = config.credHelpers?.[key] ?? config.credsStore;
    const stored = helper === undefined ? undefined : await askHelper(helper, key);
    if (stored !== undefined)
        return stored;
    const auth = config.auths?.[key]?.auth ?? config.auths?.[`https://${key}`]?.auth;
    return auth === undefined || auth === '' ? undefined : decode(auth);
}
function readConfig() {
    const folder = process.env.DOCKER_CONFIG ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'config.json'), 'utf8'));
    }
    catch {
        // No file, or one that docker itself could not read either: there is no login.
        return {};
    }
}
function decode(auth) {
    const text = Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 1
        ? undefined
        : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
// The helpers' protocol: https://github.com/docker/docker-credential-helpers#development
function askHelper(helper, key) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(`docker-credential-${helper}`, ['get'], { timeout: helperTimeoutMilliseconds }, (error, stdout) => {
            resolve(error === null ? readAnswer(stdout) : undefined);
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(key);
    });
}
function readAnswer(stdout) {
    try {
        const { Username, Secret } = JSON.parse(stdout);
        return Username === undefined || Secret === undefined
            ? undefined
            : { username: Username, password: Secret };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/adapters/oci-registry.js






/** One question to a registry takes a second; more than this is no answer. */
const requestTimeoutMilliseconds = 20_000;
/** Manifests are small; the specification lets registries refuse more than this. */
const maxBodyBytes = 4 * 1024 * 1024;
/**
 * A registry by the OCI distribution API (https://github.com/opencontainers/distribution-spec).
 * @param account wins over docker's own login on this machine
 */
function ociRegistry(account) {
    return {
        find: (reference, signal) => new RegistryClient(reference, account, signal).find(),
        labels: (reference, signal) => new RegistryClient(reference, account, signal).labels(),
    };
}
class RegistryClient {
    #reference;
    #account;
    #signal;
    #authorization;
    #who = 'an anonymous request';
    constructor(reference, account, signal) {
        this.#reference = reference;
        this.#account = account;
        this.#signal = signal;
    }
    async find() {
        const { digest, tag } = this.#reference;
        const found = await this.#manifest(digest ?? tag ?? 'latest');
        if (found === undefined)
            return undefined;
        const platforms = found.listed.kind === 'index'
            ? found.listed.platforms
            : [(0,manifest/* platformOf */.tj)(await this.#configuration(found.listed.configDigest))];
        return { digest: found.digest, platforms };
    }
    async labels() {
        const { digest, tag } = this.#reference;
        let found = await this.#manifest(digest ?? tag ?? 'latest');
        if (found?.listed.kind === 'index') {
            const [first] = found.listed.digests;
            if (first === undefined)
                return new Map();
            found = await this.#manifest(first);
        }
        if (found === undefined)
            return undefined;
        if (found.listed.kind === 'index')
            throw this.#invalid('its index names another index as the image of a platform');
        return (0,manifest/* labelsOf */.PC)(await this.#configuration(found.listed.configDigest));
    }
    async #manifest(name) {
        const answer = await this.#get(`manifests/${name}`, manifest/* manifestTypes */.Fm.join(', '));
        if (answer.status === 404)
            return undefined;
        const body = await this.#body(answer);
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
        const claimed = answer.headers.get('docker-content-digest') ?? digest;
        const asked = name.startsWith('sha256:') ? name : undefined;
        if (claimed !== digest || (asked !== undefined && asked !== digest))
            throw this.#invalid(`the content's digest is ${digest}, not ${asked ?? claimed}`);
        const listed = (0,manifest/* manifestPlatforms */.mm)(this.#json(body));
        if (listed === undefined)
            throw this.#invalid('it is neither an image manifest nor an index');
        return { digest, listed };
    }
    async #configuration(digest) {
        const config = await this.#get(`blobs/${digest}`, '*/*');
        if (config.status === 404)
            throw this.#invalid('the manifest names a configuration that is not there');
        return this.#json(await this.#body(config));
    }
    async #get(path, accept) {
        const { registry, repository } = this.#reference;
        const url = new URL(`${baseUrl(registry)}/v2/${repository}/${path}`);
        let answer = await this.#fetch(url, { accept, ...this.#credentials() });
        if (answer.status === 401 && this.#authorization === undefined) {
            const challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '');
            await answer.body?.cancel();
            this.#authorization = await this.#authorize(challenge);
            answer = await this.#fetch(url, { accept, ...this.#credentials() });
        }
        if (answer.status === 401 || answer.status === 403) {
            await answer.body?.cancel();
            throw this.#denied(answer.status);
        }
        if (!answer.ok && answer.status !== 404)
            throw this.#unreachable(`It answered ${answer.status} to ${url.pathname}.`);
        return answer;
    }
    // A blob may be served from elsewhere: fetch drops the header on a redirect to another host.
    #credentials() {
        return this.#authorization === undefined ? {} : { authorization: this.#authorization };
    }
    async #authorize(challenge) {
        const account = this.#account ?? (await dockerLogin(this.#reference.registry));
        if (account !== undefined)
            this.#who = `the account ${account.username}`;
        const basic = account === undefined
            ? undefined
            : `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
        if (challenge === undefined || challenge.scheme === 'basic') {
            if (basic === undefined)
                throw this.#denied(401);
            return basic;
        }
        return this.#bearer(challenge, basic);
    }
    async #bearer({ realm, service, scope }, basic) {
        const url = new URL(realm);
        if (url.protocol !== 'https:' && !isLoopback(url.hostname))
            throw this.#unreachable(`It sends to ${realm} for a token, which is not encrypted.`);
        if (service !== undefined)
            url.searchParams.set('service', service);
        url.searchParams.set('scope', scope ?? `repository:${this.#reference.repository}:pull`);
        const answer = await this.#fetch(url, basic === undefined ? {} : { authorization: basic });
        if (answer.status === 401 || answer.status === 403)
            throw this.#denied(answer.status);
        if (!answer.ok)
            throw this.#unreachable(`Its token service answered ${answer.status}.`);
        const { token, access_token } = this.#json(await this.#body(answer));
        const value = token ?? access_token;
        if (value === undefined)
            throw this.#invalid('its token service sent no token');
        return `Bearer ${value}`;
    }
    async #fetch(url, headers) {
        const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
        const signal = this.#signal === undefined ? timeout : AbortSignal.any([timeout, this.#signal]);
        try {
            return await fetch(url, { headers, signal });
        }
        catch (error) {
            this.#signal?.throwIfAborted();
            throw this.#unreachable(explainFetch(error), error);
        }
    }
    async #body(answer) {
        const chunks = [];
        let size = 0;
        for await (const chunk of answer.body ?? []) {
            size += chunk.length;
            if (size > maxBodyBytes)
                throw this.#invalid(`it is larger than ${maxBodyBytes} bytes`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    #json(body) {
        try {
            return JSON.parse(body.toString('utf8'));
        }
        catch (cause) {
            throw this.#invalid('it is no JSON', cause);
        }
    }
    #denied(status) {
        const { registry } = this.#reference;
        return (0,errors/* failure */.V2)('registry-denied', {
            registry,
            image: (0,image_reference/* imageName */.tO)(this.#reference),
            status,
            who: this.#who,
        });
    }
    #unreachable(message, cause) {
        return (0,errors/* failure */.V2)('registry-unreachable', { registry: this.#reference.registry, message }, { cause });
    }
    #invalid(message, cause) {
        const image = (0,image_reference/* formatImageReference */.my)(this.#reference);
        return (0,errors/* failure */.V2)('registry-answer-invalid', { registry: this.#reference.registry, image, message }, { cause });
    }
}
/** Where a registry's API is. Plain HTTP is for this machine alone, as in Docker. */
function baseUrl(registry) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    const { hostname } = new URL(`http://${registry}`);
    return `${isLoopback(hostname) ? 'http' : 'https'}://${registry}`;
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
// fetch says "fetch failed"; why stands in its cause.
function explainFetch(error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? `${cause.message || cause.name}.` : String(cause);
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

/***/ 3294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ registryInputs),
/* harmony export */   a: () => (/* binding */ sshInputs)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);

/** How to reach the server over SSH: the same in every action that does. */
const sshInputs = {
    host: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .hostAddress */ .Rk,
        required: true,
        description: 'The server, for example `deploy@203.0.113.7`.',
    },
    sshKey: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        required: true,
        secret: true,
        description: 'The private key that logs in, as the whole text of its file.',
    },
    sshKeyPassphrase: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        secret: true,
        description: 'The passphrase of `ssh-key`, where it has one.',
    },
    knownHosts: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        description: "The server's host key as `known_hosts` lines (`ssh-keyscan <host>`, compared on the server). This or `host-fingerprint` is needed.",
    },
    hostFingerprint: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        description: "The server's host key as a fingerprint (`SHA256:…`, from `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server).",
    },
    connectTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0,
        default: '20s',
        description: 'How long to wait for an SSH connection.',
    },
};
/** The account that reads from (or writes to) the registry. */
const registryInputs = {
    registryUsername: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        description: "The registry's user; without it, docker's own login on the runner is used, then none.",
    },
    registryPassword: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        secret: true,
        description: 'The password or token of `registry-username`.',
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

/***/ 5272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   PC: () => (/* binding */ labelsOf),
/* harmony export */   mm: () => (/* binding */ manifestPlatforms),
/* harmony export */   my: () => (/* binding */ samePlatform),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

/** The manifest types that lead to an image: OCI image specification and Docker's own, version 2. */
const manifestTypes = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const platform = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    os: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    architecture: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    variant: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
});
const digest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^sha256:[a-f0-9]{64}$/));
const index = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    manifests: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        digest,
        platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(platform),
        annotations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    })),
});
const manifest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ digest }) });
const configuration = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ Labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))) })),
});
/**
 * Reads a manifest. Entries that are attestations, not images, are left out.
 * @returns `undefined` when it is neither an index nor an image
 */
function manifestPlatforms(content) {
    const asIndex = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(index, content);
    if (asIndex.success) {
        const images = asIndex.output.manifests.filter((entry) => entry.platform !== undefined &&
            entry.platform.os !== 'unknown' &&
            entry.annotations?.['vnd.docker.reference.type'] !== 'attestation-manifest');
        return {
            kind: 'index',
            platforms: images.map((entry) => platformOf(entry.platform)),
            digests: images.map((entry) => entry.digest),
        };
    }
    const asImage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(manifest, content);
    return asImage.success
        ? { kind: 'image', configDigest: asImage.output.config.digest }
        : undefined;
}
/** `linux/arm64/v8` of an index entry's platform or an image's configuration. */
function platformOf(content) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(platform, content);
    if (!result.success)
        return 'unknown';
    const { os, architecture, variant } = result.output;
    return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}
/** The labels in an image's configuration. */
function labelsOf(content) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(configuration, content);
    const labels = result.success ? result.output.config?.Labels : undefined;
    return new Map(Object.entries(labels ?? {}));
}
/** Whether an image for `available` runs where `wanted` is asked for; arm64 and arm64/v8 are the same. */
function samePlatform(wanted, available) {
    const normal = (name) => name.replace(/^(linux\/arm64)\/v8$/, '$1');
    return normal(wanted) === normal(available);
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
