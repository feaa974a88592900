export const id = 120;
export const ids = [120];
export const modules = {

/***/ 9215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ connectRegistry),
  Y: () => (/* binding */ registryAccess)
});

// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/src/net/outside/trust-certificates.js

/**
 * Makes this process trust certificates beside those that Node knows. For the whole process, like
 * NODE_EXTRA_CA_CERTS: fetch takes no certificates of its own.
 */
function trustCertificates(certificates) {
    if (certificates.length > 0)
        external_node_tls_.setDefaultCACertificates([...external_node_tls_.getCACertificates('default'), ...certificates]);
}

// EXTERNAL MODULE: ./build/src/registry/outside/oci-registry.js + 1 modules
var oci_registry = __webpack_require__(6135);
;// CONCATENATED MODULE: ./build/src/connect/connect-registry.js



/**
 * The registries as the inputs say how to reach them.
 * @param first the image whose registry the account belongs to
 * @param account by default that of the inputs
 */
function connectRegistry(inputs, first, account = (0,registry_account/* registryAccount */.J)(inputs)) {
    return (0,oci_registry/* ociRegistry */.H)(registryAccess(inputs, first, account));
}
/** How the inputs say that registries are reached; makes the process trust their certificates. */
function registryAccess(inputs, first, account = (0,registry_account/* registryAccount */.J)(inputs)) {
    trustCertificates(inputs.registryCa ?? []);
    return {
        account: account && first && { ...account, registry: first.registry },
        plainHttp: inputs.registryPlainHttp,
    };
}


/***/ }),

/***/ 8334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ describeConfiguration),
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   k8: () => (/* binding */ runsOn),
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
const digest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^sha256:[a-f0-9]{64}$/));
// These are shown: https://github.com/opencontainers/image-spec/blob/main/image-index.md
const word = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .regex */ .yGV(/^[\w.+-]{0,100}$/));
const platform = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ os: word, architecture: word, variant: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(word) });
const index = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    manifests: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        digest,
        platform: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(platform),
        annotations: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    })),
});
const manifest = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ digest }),
    layers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        digest,
        size: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), 0),
        urls: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP())),
    })), []),
});
const configuration = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    created: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    config: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        Labels: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()))),
        Volumes: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()))),
        Healthcheck: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullable */ .mee(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ Test: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), []) }))),
    })),
});
/**
 * Reads a manifest. Entries that are attestations, not images, are left out.
 * @returns `undefined` when it is neither an index nor an image
 */
function readManifest(content) {
    const asIndex = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(index, content);
    if (asIndex.success) {
        const images = asIndex.output.manifests.filter((entry) => entry.platform !== undefined &&
            entry.platform.os !== 'unknown' &&
            entry.annotations?.['vnd.docker.reference.type'] !== 'attestation-manifest');
        return {
            kind: 'index',
            images: images.map((entry) => ({
                platform: platformOf(entry.platform),
                digest: entry.digest,
            })),
        };
    }
    const asImage = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(manifest, content);
    if (!asImage.success)
        return undefined;
    const { config, layers } = asImage.output;
    return {
        kind: 'image',
        configDigest: config.digest,
        // A layer with addresses of its own (Windows base layers) is fetched from there.
        layerDigests: layers.filter(({ urls = [] }) => urls.length === 0).map((layer) => layer.digest),
        size: layers.reduce((sum, layer) => sum + layer.size, 0),
    };
}
/** `linux/arm64/v8` of an index entry's platform or an image's configuration. */
function platformOf(content) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(platform, content);
    if (!result.success)
        return 'unknown';
    const { os, architecture, variant } = result.output;
    return [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])].join('/');
}
/** What an image's configuration says of it. */
function describeConfiguration(content) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_0__/* .safeParse */ .xLC(configuration, content);
    if (!result.success)
        return { labels: new Map(), created: undefined, healthcheck: false, volumes: [] };
    const { created, config } = result.output;
    const [test = 'NONE'] = config?.Healthcheck?.Test ?? [];
    return {
        labels: new Map(Object.entries(config?.Labels ?? {})),
        created,
        healthcheck: test !== 'NONE',
        volumes: Object.keys(config?.Volumes ?? {}),
    };
}
/**
 * Whether an image for `available` runs where `wanted` is asked for.
 * Source: the normal forms of https://pkg.go.dev/github.com/containerd/platforms
 */
function samePlatform(wanted, available) {
    return normalPlatform(wanted) === normalPlatform(available);
}
/** Whether an image for `available` runs on a machine for `machine`, older kinds of its processor included. */
function runsOn(machine, available) {
    if (samePlatform(machine, available))
        return true;
    const [os, architecture = '', variant = ''] = normalPlatform(machine).split('/');
    const [otherOs, other = '', otherVariant = ''] = normalPlatform(available).split('/');
    if (os !== otherOs)
        return false;
    if (architecture === 'amd64')
        return other === '386';
    if (other !== 'arm')
        return false;
    return architecture === 'arm64' || (architecture === 'arm' && otherVariant <= variant);
}
const architectures = {
    x86_64: 'amd64',
    'x86-64': 'amd64',
    aarch64: 'arm64',
    i386: '386',
    i686: '386',
    armhf: 'arm/v7',
    armv7l: 'arm/v7',
    armel: 'arm/v6',
    armv6l: 'arm/v6',
};
// The variant that an architecture has when none is named.
const usualVariants = { amd64: 'v1', arm64: 'v8', arm: 'v7' };
function normalPlatform(name) {
    const parts = name.toLowerCase().split('/');
    const [os = '', given = '', variant] = parts.length === 1 ? ['linux', ...parts] : parts;
    const [architecture = '', implied] = (architectures[given] ?? given).split('/');
    return [os, architecture, variant ?? implied ?? usualVariants[architecture] ?? ''].join('/');
}


/***/ }),

/***/ 6211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ explainFetch)
/* harmony export */ });
/** Why a fetch failed: it says "fetch failed" itself, and the reason stands in its cause. */
function explainFetch(error) {
    const { cause = error } = error;
    // Of several addresses that were tried, the message is empty and the code says it.
    const { message = '', code = '', name = '' } = cause;
    return `${message || code || name}.`;
}


/***/ }),

/***/ 4982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/**
 * Reads the whole body of an answer.
 * @throws {Error} when it is broken off, or longer than that
 */
async function readBody(answer, maxBytes) {
    const chunks = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
        const bytes = chunk;
        size += bytes.length;
        if (size > maxBytes)
            throw new Error(`${answer.url} sends more than ${maxBytes} bytes`);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks);
}


/***/ }),

/***/ 9557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ dockerLogin)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7934);





const storedLogin = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    auth: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), ''),
    identitytoken: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), ''),
});
/** The end of a program's name. */
const helperName = valibot__WEBPACK_IMPORTED_MODULE_4__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .regex */ .yGV(/^[\w.+-]{0,100}$/));
const dockerConfig = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    auths: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(storedLogin, {})), {}),
    credHelpers: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), helperName), {}),
    credsStore: valibot__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl6(helperName, ''),
});
const helperAnswer = valibot__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ Username: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), Secret: valibot__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
/** A credential helper that needs longer is waiting for a person. */
const helperTimeoutMilliseconds = 20_000;
/**
 * The login that docker itself would use for a registry: from `config.json`, its credential helper or
 * store.
 * Source: https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
async function dockerLogin(registry) {
    const config = readConfig();
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    const helper = config.credHelpers[key] ?? config.credsStore;
    const answer = helper === '' ? undefined : await askHelper(helper, key);
    if (typeof answer === 'object')
        return login(answer, ` from docker-credential-${helper}`);
    const stored = config.auths[key] ?? config.auths[`https://${key}`];
    const account = stored === undefined ? undefined : readStored(stored);
    if (account !== undefined)
        return login(account, " of docker's own login");
    const note = answer === undefined ? '' : ` (docker-credential-${helper}: ${answer})`;
    return { account: undefined, who: `an anonymous request${note}` };
}
function login(account, origin) {
    const name = account.kind === 'identity' ? 'an identity token' : `the account ${account.username}`;
    return { account, who: `${name}${origin}` };
}
function readConfig() {
    const folder = process.env.DOCKER_CONFIG ?? (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.docker');
    try {
        return valibot__WEBPACK_IMPORTED_MODULE_4__/* .parse */ .qgA(dockerConfig, JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, 'config.json'), 'utf8')));
    }
    catch {
        // No file, or one that docker itself could not read either: there is no login.
        return valibot__WEBPACK_IMPORTED_MODULE_4__/* .parse */ .qgA(dockerConfig, {});
    }
}
function readStored({ auth, identitytoken, }) {
    if (identitytoken !== '')
        return { kind: 'identity', token: identitytoken };
    const text = Buffer.from(auth, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 1
        ? undefined
        : { kind: 'password', username: text.slice(0, colon), password: text.slice(colon + 1) };
}
/**
 * Asks a credential helper. Protocol: https://github.com/docker/docker-credential-helpers#development
 * @returns the account, why there is none, or `undefined` when the helper just does not know the registry
 */
function askHelper(helper, key) {
    return new Promise((resolve) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(`docker-credential-${helper}`, ['get'], { timeout: helperTimeoutMilliseconds, env: process.env }, (error, stdout) => {
            if (error === null)
                resolve(readAnswer(stdout));
            else if (stdout.includes('credentials not found'))
                resolve(undefined);
            // Its output may hold a secret: the status or the reason why it did not start must do.
            else
                resolve(error.code === 'ENOENT' ? 'not installed' : `ended with ${error.code ?? ''}`);
        });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(key);
    });
}
function readAnswer(stdout) {
    try {
        const result = valibot__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xLC(helperAnswer, JSON.parse(stdout));
        if (!result.success)
            return 'gave no account';
        const { Username: username, Secret: secret } = result.output;
        return username === '<token>'
            ? { kind: 'identity', token: secret }
            : { kind: 'password', username, password: secret };
    }
    catch {
        return 'gave no JSON';
    }
}


/***/ }),

/***/ 6135:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ ociRegistry)
});

// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/image/manifest.js
var image_manifest = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
// EXTERNAL MODULE: ./build/src/registry/plan/registry-refusal.js + 1 modules
var registry_refusal = __webpack_require__(2968);
// EXTERNAL MODULE: ./build/src/registry/outside/registry-session.js + 2 modules
var registry_session = __webpack_require__(6454);
;// CONCATENATED MODULE: ./build/src/registry/outside/repository-client.js







/** One repository of a registry, with what was read of it. */
class RepositoryClient {
    #session;
    /** By tag or digest: the newest that was seen there. */
    #manifests = new Map();
    #configurations = new Map();
    constructor(reference, access) {
        this.#session = new registry_session/* RegistrySession */.G(reference, access);
    }
    get requests() {
        return this.#session.requests;
    }
    async find(reference, signal) {
        const found = await this.#manifest(reference, nameOf(reference), signal);
        if (found === undefined)
            return undefined;
        const { digest, manifest } = found;
        if (manifest.kind === 'index')
            return { digest, platforms: manifest.images.map(({ platform }) => platform) };
        const configuration = await this.#configuration(reference, manifest.configDigest, signal);
        return { digest, platforms: [(0,image_manifest/* platformOf */.tj)(configuration)] };
    }
    async describe(reference, signal) {
        const found = await this.#manifest(reference, nameOf(reference), signal);
        if (found === undefined)
            return undefined;
        const { manifest } = found;
        const first = manifest.kind === 'index' ? manifest.images.slice(0, 1) : [];
        const platforms = first.map(({ platform }) => platform);
        const [image] = await this.#images(reference, manifest, platforms, signal);
        if (image === undefined)
            return (0,image_manifest/* describeConfiguration */.Ey)(undefined);
        return (0,image_manifest/* describeConfiguration */.Ey)(await this.#configuration(reference, image.configDigest, signal));
    }
    async missingBlobs(reference, platforms, signal) {
        const found = await this.#manifest(reference, nameOf(reference), signal);
        if (found === undefined)
            return [nameOf(reference)];
        const images = await this.#images(reference, found.manifest, platforms, signal);
        const wanted = new Set(images.flatMap(({ configDigest, layerDigests }) => [configDigest, ...layerDigests]));
        const missing = [];
        for (const digest of wanted) {
            const { status } = await this.#session.send('HEAD', `blobs/${digest}`, { headers: {} }, signal);
            if (status === 404)
                missing.push(digest);
        }
        return missing;
    }
    async size(reference, platform, signal) {
        const found = await this.#manifest(reference, nameOf(reference), signal);
        if (found === undefined)
            return undefined;
        const [image] = await this.#images(reference, found.manifest, [platform], signal);
        return image?.size;
    }
    async addTag(reference, tag) {
        const found = await this.#manifest(reference, nameOf(reference), undefined);
        if (found === undefined)
            throw (0,errors/* failure */.V2)('image-not-found', { image: (0,image_reference/* formatImageReference */.my)(reference) });
        const init = { headers: { 'content-type': found.mediaType }, body: found.body };
        await this.#session.send('PUT', `manifests/${tag}`, init, undefined);
    }
    /** The images that a manifest leads to: itself, or those of an index for the wanted platforms. */
    async #images(reference, manifest, platforms, signal) {
        if (manifest.kind === 'image')
            return [manifest];
        const wanted = manifest.images.filter(({ platform }) => platforms.length === 0 || platforms.some((name) => (0,image_manifest/* samePlatform */.my)(name, platform)));
        const images = [];
        for (const { digest } of wanted) {
            const found = await this.#manifest(reference, digest, signal);
            if (found?.manifest.kind !== 'image')
                throw invalid(reference, `its index names ${digest}, which is not an image`);
            images.push(found.manifest);
        }
        return images;
    }
    async #manifest(reference, name, signal) {
        const known = this.#manifests.get(name);
        if (known !== undefined && isDigest(name))
            return known;
        const answer = await this.#session.send('GET', `manifests/${name}`, {
            headers: {
                accept: image_manifest/* manifestTypes */.Fm.join(', '),
                ...(known?.etag === undefined ? {} : { 'if-none-match': known.etag }),
            },
        }, signal);
        if (answer.status === 304 && known !== undefined)
            return known;
        if (answer.status === 404) {
            refuseMissingRepository(reference, answer);
            return undefined;
        }
        const digest = digestOf(answer.body);
        const claimed = answer.headers.get('docker-content-digest') ?? digest;
        const asked = isDigest(name) ? name : digest;
        if (claimed !== digest || asked !== digest)
            throw invalid(reference, `the content's digest is ${digest}, not ${isDigest(name) ? asked : claimed}`);
        const manifest = (0,image_manifest/* readManifest */.WI)(parseJson(reference, answer.body));
        if (manifest === undefined)
            throw invalid(reference, 'it is neither an image manifest nor an index');
        const { headers, body } = answer;
        const stored = {
            digest,
            body,
            manifest,
            mediaType: headers.get('content-type') ?? image_manifest/* manifestTypes */.Fm[1],
            etag: headers.get('etag') ?? undefined,
        };
        this.#manifests.set(name, stored).set(digest, stored);
        return stored;
    }
    async #configuration(reference, digest, signal) {
        if (!this.#configurations.has(digest)) {
            const answer = await this.#session.send('GET', `blobs/${digest}`, { headers: {} }, signal);
            if (answer.status === 404)
                throw invalid(reference, 'the manifest names a configuration that is not there');
            if (digestOf(answer.body) !== digest)
                throw invalid(reference, `what it sends as ${digest} has another digest`);
            this.#configurations.set(digest, parseJson(reference, answer.body));
        }
        return this.#configurations.get(digest);
    }
}
// Most registries make a repository when something is pushed: then it is worth waiting for.
function refuseMissingRepository(reference, { status, words }) {
    if (!(0,registry_refusal/* isRepositoryMissing */.Bx)(reference, words))
        return;
    const { entry, remedy } = (0,registry_refusal/* recogniseRefusal */.yD)(reference, words, 'pull', {
        anonymous: false,
        loginRefused: false,
    });
    throw (0,errors/* failure */.V2)(entry, {
        registry: reference.registry,
        image: (0,image_reference/* imageName */.tO)(reference),
        who: '',
        message: `${status} ${words}`,
        remedy,
    });
}
function nameOf({ digest, tag }) {
    return digest ?? tag ?? 'latest';
}
function isDigest(name) {
    return name.startsWith('sha256:');
}
function digestOf(body) {
    return `sha256:${(0,external_node_crypto_.createHash)('sha256').update(body).digest('hex')}`;
}
function parseJson(reference, body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch (cause) {
        throw invalid(reference, 'it is no JSON', cause);
    }
}
function invalid(reference, message, cause) {
    const { registry } = reference;
    const image = (0,image_reference/* formatImageReference */.my)(reference);
    return (0,errors/* failure */.V2)('registry-answer-invalid', { registry, image, message: (0,one_line/* oneLine */.T)(message) }, { cause });
}

;// CONCATENATED MODULE: ./build/src/registry/outside/oci-registry.js


/**
 * Registries by the OCI distribution API (https://github.com/opencontainers/distribution-spec). What was
 * read once under a digest is not asked for again.
 */
function ociRegistry(access) {
    const repositories = new Map();
    const client = (reference) => {
        const name = (0,image_reference/* imageName */.tO)(reference);
        const known = repositories.get(name) ?? new RepositoryClient(reference, access);
        repositories.set(name, known);
        return known;
    };
    return {
        find: (reference, signal) => client(reference).find(reference, signal),
        describe: (reference, signal) => client(reference).describe(reference, signal),
        missingBlobs: (reference, platforms, signal) => client(reference).missingBlobs(reference, platforms, signal),
        size: (reference, platform, signal) => client(reference).size(reference, platform, signal),
        addTag: (reference, tag) => client(reference).addTag(reference, tag),
        get requests() {
            return [...repositories.values()].reduce((sum, { requests }) => sum + requests, 0);
        },
    };
}


/***/ }),

/***/ 6454:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ RegistrySession)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/registry/plan/bearer-challenge.js
/**
 * Reads a `WWW-Authenticate` header.
 * Source: https://distribution.github.io/distribution/spec/auth/token/ and RFC 9110, section 11.6.1
 * Where it offers several ways, a token is the one.
 * @returns `undefined` when it asks for something else
 */
function parseChallenge(header) {
    const bearer = /(?:^|,\s*)bearer\s(.*)$/i.exec(header)?.[1];
    if (bearer === undefined)
        return /(?:^|,\s*)basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
    const parameters = new Map([...bearer.matchAll(/([a-z_]+)="([^"]*)"/gi)].map(([, key = '', value = '']) => [
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

// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
// EXTERNAL MODULE: ./build/src/registry/plan/registry-refusal.js + 1 modules
var registry_refusal = __webpack_require__(2968);
// EXTERNAL MODULE: ./build/src/registry/registry.js
var registry = __webpack_require__(7786);
// EXTERNAL MODULE: ./build/src/registry/outside/docker-login.js
var docker_login = __webpack_require__(9557);
// EXTERNAL MODULE: ./build/src/net/outside/explain-fetch.js
var explain_fetch = __webpack_require__(6211);
// EXTERNAL MODULE: ./build/src/net/outside/read-body.js
var read_body = __webpack_require__(4982);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/registry/outside/registry-token.js

/** So that a token does not end on the way. */
const marginSeconds = 5;
/**
 * Asks the token service that a challenge names. An identity token is exchanged by OAuth 2
 * (https://distribution.github.io/distribution/spec/auth/oauth/); a password is sent as Basic, and without
 * an account the service is asked for an anonymous token.
 * @returns the token, or the answer alone where it holds none
 */
async function fetchToken({ realm, service, scope }, account, send) {
    const parameters = new URLSearchParams({
        ...(service === undefined ? {} : { service }),
        ...(scope === undefined ? {} : { scope }),
    });
    const answer = account?.kind === 'identity'
        ? await send(new URL(realm), exchange(parameters, account.token))
        : await send(withParameters(realm, parameters), basicLogin(account));
    return { answer, token: answer.status === 200 ? readToken(answer.body) : undefined };
}
/**
 * The rights that a token gives on the repository that it was asked for, where it says so by itself: as a JWT
 * with the claim `access` (https://distribution.github.io/distribution/spec/auth/jwt/). GHCR's and Google's
 * tokens don't: `undefined`.
 */
function grantedActions(token) {
    try {
        const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
        const { access } = dist/* parse */.qgA(claimsSchema, JSON.parse(claims));
        return access?.flatMap(({ actions }) => actions);
    }
    catch {
        return undefined;
    }
}
const claimsSchema = dist/* object */.Ikc({
    access: dist/* nullish */.cl6(dist/* array */.YOg(dist/* object */.Ikc({ actions: dist/* array */.YOg(dist/* string */.YjP()) })), undefined),
});
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
function exchange(parameters, identity) {
    const body = new URLSearchParams(parameters);
    body.set('grant_type', 'refresh_token');
    body.set('client_id', 'deploy-kit');
    body.set('refresh_token', identity);
    // A redirect would carry the token along in the body.
    return { method: 'POST', body, redirect: 'error' };
}
function withParameters(realm, parameters) {
    const url = new URL(realm);
    for (const [name, value] of parameters)
        url.searchParams.set(name, value);
    return url;
}
function basicLogin(account) {
    if (account === undefined)
        return {};
    const { username, password } = account;
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    return { headers: { authorization } };
}
// What else it may hold could not travel in a header, and the error would show it.
const headerText = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^[\x21-\x7e]*$/));
const tokenAnswer = dist/* object */.Ikc({
    token: dist/* nullish */.cl6(headerText, ''),
    access_token: dist/* nullish */.cl6(headerText, ''),
    expires_in: dist/* nullish */.cl6(dist/* number */.aig()),
});
function readToken(body) {
    const result = dist/* safeParse */.xLC(tokenAnswer, parseJson(body));
    if (!result.success)
        return undefined;
    const { token, access_token, expires_in } = result.output;
    const value = token === '' ? access_token : token;
    if (value === '')
        return undefined;
    // Without a word about its life (GHCR), a token is used until it is refused.
    const seconds = expires_in ?? Number.POSITIVE_INFINITY;
    return { value, expires: Date.now() + (seconds - marginSeconds) * 1000 };
}
function parseJson(body) {
    try {
        return JSON.parse(body.toString('utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/registry/outside/registry-session.js










/** One question to a registry takes a second; more than this is no answer. */
const requestTimeoutMilliseconds = 20_000;
/** Manifests are small; the specification lets registries refuse more than this. */
const maxBodyBytes = 4 * 1024 * 1024;
/** Requests to one repository of a registry: logs in when asked to, and keeps the token as long as it lives. */
class RegistrySession {
    requests = 0;
    #image;
    #access;
    #base;
    #challenge;
    #login;
    #token;
    /** The token service has accepted the login: what is refused later is access. */
    #accepted = false;
    constructor(image, access) {
        this.#image = image;
        this.#access = access;
        this.#base = `${baseUrl(image.registry, access.plainHttp === true)}/v2/${image.repository}`;
    }
    /**
     * @param path below the repository's own, or from the root of its registry
     * @returns the answer, also to what is not there (404) or has not changed (304)
     * @throws {DeployKitError} `registry-unreachable` (with a `RetryAfter` as its cause where the registry
     * asks for a pause), and an entry for each kind of refusal
     */
    async send(method, path, { headers, body }, signal) {
        const url = new URL(path, `${this.#base}/`);
        const ask = async () => this.#request(url, {
            method,
            headers: { ...headers, ...(await this.#authorization(signal)) },
            ...(body === undefined ? {} : { body }),
        }, signal);
        let answer = await ask();
        if (answer.status === 401) {
            // The first request of all, one that needs more rights, or a token that ended early.
            this.#token = undefined;
            this.#challenge = parseChallenge(answer.headers.get('www-authenticate') ?? '') ?? basic;
            answer = await ask();
        }
        const { status, words } = answer;
        if (status === 401 || status === 403)
            throw this.#refused(answer, status === 401 && !this.#accepted, method === 'GET' || method === 'HEAD' ? 'pull' : 'push');
        if (status === 429 || status >= 500)
            throw this.#busy(answer, url);
        if (status >= 400 && status !== 404)
            throw this.#unreachable(`It answered ${status} to ${url.pathname}: ${words}`);
        return answer;
    }
    /**
     * Asks the token service for the right to push, once a request has shown that there is one.
     * @returns whether the token says that it has the right; `undefined` when only the registry can read it,
     * or there is no token service
     * @throws {DeployKitError} an entry for each kind of refusal
     */
    async mayPush(signal) {
        if (this.#challenge?.scheme !== 'bearer')
            return undefined;
        const scope = `repository:${this.#image.repository}:pull,push`;
        this.#token = await this.#fetchToken({ ...this.#challenge, scope }, signal, 'push');
        const granted = grantedActions(this.#token.value);
        if (granted === undefined)
            return undefined;
        if (granted.includes('push'))
            return true;
        const words = `its token service gives the rights ${granted.join(', ') || 'none'}`;
        throw this.#refused({ status: 403, words }, false, 'push');
    }
    // Nothing is sent before the registry asks: it decides who gets to see credentials.
    async #authorization(signal) {
        if (this.#challenge === undefined)
            return {};
        const { account } = await this.#loggedIn();
        if (this.#challenge.scheme === 'basic')
            return account?.kind === 'password' ? { authorization: basicHeader(account) } : {};
        if (this.#token === undefined || this.#token.expires <= Date.now())
            this.#token = await this.#fetchToken(this.#challenge, signal);
        return { authorization: `Bearer ${this.#token.value}` };
    }
    async #fetchToken(challenge, signal, action = 'pull') {
        const realm = new URL(challenge.realm);
        if (realm.protocol !== 'https:' && !isLoopback(realm.hostname) && !this.#access.plainHttp)
            throw this.#unreachable(`It sends to ${challenge.realm} for a token, which is not encrypted.`);
        const scope = challenge.scope ?? `repository:${this.#image.repository}:pull`;
        const { account } = await this.#loggedIn();
        const { answer, token } = await fetchToken({ ...challenge, scope }, account, (url, init) => this.#request(url, init, signal));
        this.#accepted = token !== undefined;
        if (token !== undefined)
            return token;
        if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
            throw this.#refused(answer, answer.status !== 403, action);
        if (answer.status >= 400)
            throw this.#busy(answer, realm);
        throw (0,errors/* failure */.V2)('registry-answer-invalid', {
            registry: this.#image.registry,
            image: (0,image_reference/* imageName */.tO)(this.#image),
            message: 'its token service sent no token',
        });
    }
    async #loggedIn() {
        const { account } = this.#access;
        this.#login ??=
            account?.registry !== this.#image.registry
                ? await (0,docker_login/* dockerLogin */.a)(this.#image.registry)
                : { account: { kind: 'password', ...account }, who: `the account ${account.username}` };
        return this.#login;
    }
    async #request(url, init, signal) {
        this.requests += 1;
        const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
        const both = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
        try {
            // A blob may be served from elsewhere: fetch drops credentials on a redirect to another host.
            const answer = await (this.#access.fetch ?? fetch)(url, { ...init, signal: both });
            const body = await (0,read_body/* readBody */.x)(answer, maxBodyBytes);
            const { status, headers } = answer;
            return { status, headers, body, words: status >= 400 ? (0,one_line/* oneLine */.T)(wordsOf(body, answer)) : '' };
        }
        catch (error) {
            signal?.throwIfAborted();
            if (error instanceof errors/* DeployKitError */.mG)
                throw error;
            throw this.#unreachable((0,explain_fetch/* explainFetch */.M)(error), error);
        }
    }
    #refused({ status, words }, loginRefused, action = 'pull') {
        const { account, who = 'an anonymous request' } = this.#login ?? {};
        const { entry, remedy } = (0,registry_refusal/* recogniseRefusal */.yD)(this.#image, words, action, {
            anonymous: account === undefined,
            loginRefused,
        });
        const { registry } = this.#image;
        return (0,errors/* failure */.V2)(entry, {
            registry,
            image: (0,image_reference/* imageName */.tO)(this.#image),
            message: `${status} ${words}`,
            who,
            remedy,
        });
    }
    #busy({ status, headers, words }, url) {
        const seconds = Number(headers.get('retry-after') ?? Number.NaN);
        return this.#unreachable(`It answered ${status} to ${url.pathname}: ${words}`, seconds > 0 ? new registry/* RetryAfter */.B(seconds) : undefined);
    }
    #unreachable(message, cause) {
        const { registry } = this.#image;
        return (0,errors/* failure */.V2)('registry-unreachable', { registry, message: (0,one_line/* oneLine */.T)(message) }, { cause });
    }
}
const basic = { scheme: 'basic' };
function basicHeader({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
/** Where a registry's API is. Plain HTTP is for this machine, as in Docker, or where it is asked for. */
function baseUrl(registry, plainHttp) {
    if (registry === 'docker.io')
        return 'https://registry-1.docker.io';
    const { hostname } = new URL(`http://${registry}`);
    return `${plainHttp || isLoopback(hostname) ? 'http' : 'https'}://${registry}`;
}
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
function wordsOf(body, { statusText }) {
    try {
        const { errors, details } = JSON.parse(body.toString('utf8'));
        const said = (errors ?? []).map(({ code = '', message = '' }) => `${code}: ${message}`);
        return [...said, ...(details === undefined ? [] : [details])].join('; ') || statusText;
    }
    catch {
        return statusText;
    }
}


/***/ }),

/***/ 7786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ RetryAfter)
/* harmony export */ });
/** Why a registry did not answer, where it says when to come back: the cause of the failure. */
class RetryAfter extends Error {
    name = 'RetryAfter';
    seconds;
    constructor(seconds) {
        super(`again in ${seconds} s`);
        this.seconds = seconds;
    }
}


/***/ }),

/***/ 5802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ parseReleaseText),
/* harmony export */   Y3: () => (/* binding */ releasePayload),
/* harmony export */   h4: () => (/* binding */ releaseOfEvent),
/* harmony export */   jq: () => (/* binding */ releaseSchemaVersion)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);



/** The version of the release document's format. */
const releaseSchemaVersion = 1;
const shortText = valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .minLength */ .BpQ(1), valibot__WEBPACK_IMPORTED_MODULE_2__/* .maxLength */ .Ru6(1000));
const releasedImage = valibot__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** The tag that was pushed, in full: `ghcr.io/acme/api:sha-1a2b3c4d5e6f`. */
    reference: valibot__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_2__/* .check */ .z6Y((text) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(text) !== undefined, 'must be an image reference')),
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


/***/ }),

/***/ 9180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine)
/* harmony export */ });
/** What another program says can be a whole page; a message needs its beginning. */
const longest = 1000;
/**
 * Another program's words, fit for a message: in one line, so that none of them begins a line of the log, and
 * cut where they go on and on.
 */
function oneLine(text) {
    const line = text
        .slice(0, 10 * longest)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim();
    return line.length > longest ? `${line.slice(0, longest)} …` : line;
}


/***/ })

};
