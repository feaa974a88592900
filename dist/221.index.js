export const id = 221;
export const ids = [221];
export const modules = {

/***/ 6189:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ cloudFetch)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _explain_fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6211);


/** A question to a cloud's API takes a second or two. */
const timeoutMilliseconds = 10_000;
/**
 * Sends a request to a cloud's API. Redirects are not followed: they would carry credentials along.
 * @param cloud its name, for messages
 * @throws {DeployKitError} `cloud-unreachable` without an answer, or with one that promises a better one later
 */
async function cloudFetch(cloud, request, init = {}) {
    const { origin, pathname } = new URL(request instanceof Request ? request.url : request);
    const url = `${origin}${pathname}`;
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    const given = init.signal;
    const signal = given ? AbortSignal.any([given, timeout]) : timeout;
    let answer;
    try {
        const response = await fetch(request, { redirect: 'manual', ...init, signal });
        const { status, headers } = response;
        answer = { status, headers, text: await response.text() };
    }
    catch (cause) {
        given?.throwIfAborted();
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('cloud-unreachable', { cloud, url, message: (0,_explain_fetch_js__WEBPACK_IMPORTED_MODULE_1__/* .explainFetch */ .M)(cause) }, { cause });
    }
    const { status } = answer;
    if (status >= 500 || status === 429)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('cloud-unreachable', { cloud, url, message: `It answered ${status} to ${url}.` });
    return answer;
}


/***/ }),

/***/ 1221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gcsBuckets: () => (/* binding */ gcsBuckets)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/net/outside/cloud-fetch.js
var cloud_fetch = __webpack_require__(6189);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/src/preflight/outside/google-credentials.js



const googleCloud = 'Google Cloud';
const googleLoginRemedy = 'Put `google-github-actions/auth` before this step, in the same job (with `permissions: id-token: write` for workload identity federation).';
// https://google.aip.dev/auth/4117
const externalAccount = dist/* object */.Ikc({
    type: dist/* literal */.euz('external_account'),
    audience: dist/* string */.YjP(),
    subject_token_type: dist/* string */.YjP(),
    token_url: dist/* string */.YjP(),
    service_account_impersonation_url: dist/* optional */.lqM(dist/* string */.YjP()),
    credential_source: dist/* union */.KCZ([
        dist/* object */.Ikc({
            url: dist/* string */.YjP(),
            headers: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), {}),
            format: dist/* optional */.lqM(dist/* object */.Ikc({ subject_token_field_name: dist/* optional */.lqM(dist/* string */.YjP()) }), {}),
        }),
        dist/* object */.Ikc({
            file: dist/* string */.YjP(),
            format: dist/* optional */.lqM(dist/* object */.Ikc({ subject_token_field_name: dist/* optional */.lqM(dist/* string */.YjP()) }), {}),
        }),
    ]),
});
// https://google.aip.dev/auth/4112
const serviceAccount = dist/* object */.Ikc({
    type: dist/* literal */.euz('service_account'),
    client_email: dist/* string */.YjP(),
    private_key: dist/* string */.YjP(),
    private_key_id: dist/* optional */.lqM(dist/* string */.YjP()),
    token_uri: dist/* string */.YjP(),
});
const credentials = dist/* variant */.Oxt('type', [externalAccount, serviceAccount]);
/**
 * The login in a file that google-github-actions/auth wrote.
 * @throws {DeployKitError} `cloud-login-missing`
 */
function readCredentials(file) {
    const result = dist/* safeParse */.xLC(credentials, parseJson(file, readFile(file)));
    if (result.success)
        return result.output;
    // Of a file with keys, only what is wrong and where may be shown.
    const places = result.issues.map((issue) => dist/* getDotPath */.BuJ(issue) ?? 'the file');
    throw missing(`${file} is no login that is known here: see ${places.join(', ')} in it.`);
}
/** @throws {DeployKitError} `cloud-login-missing` */
function readFile(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, 'utf8');
    }
    catch {
        throw missing(`The file of the login can't be read: ${file}`);
    }
}
/** @throws {DeployKitError} `cloud-login-missing` */
function parseJson(file, text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw missing(`The file of the login is no JSON: ${file}`);
    }
}
/** The failure of a login that is not there or can't be read. */
function missing(message) {
    return (0,errors/* failure */.V2)('cloud-login-missing', {
        cloud: googleCloud,
        message,
        remedy: googleLoginRemedy,
    });
}

;// CONCATENATED MODULE: ./build/src/preflight/outside/google-token.js





const scope = 'https://www.googleapis.com/auth/cloud-platform';
const tokenAnswer = dist/* object */.Ikc({ access_token: dist/* string */.YjP() });
const impersonationAnswer = dist/* object */.Ikc({ accessToken: dist/* string */.YjP() });
/**
 * The access token of the login that google-github-actions/auth left in the environment: a token itself, or a
 * file of workload identity federation or of a service account's key.
 * @throws {DeployKitError} `cloud-login-missing`, `cloud-login-refused`, `cloud-unreachable`
 */
async function googleAccessToken(env) {
    const given = env.CLOUDSDK_AUTH_ACCESS_TOKEN || env.GOOGLE_OAUTH_ACCESS_TOKEN;
    if (given)
        return given;
    const file = env.GOOGLE_APPLICATION_CREDENTIALS ?? '';
    if (file === '')
        throw missing('Neither GOOGLE_APPLICATION_CREDENTIALS nor CLOUDSDK_AUTH_ACCESS_TOKEN is set in this job.');
    const login = readCredentials(file);
    return login.type === 'external_account' ? federatedToken(login) : keyToken(login);
}
/** RFC 8693 with Google's token service; then, where the file says so, as a service account. */
async function federatedToken(login) {
    const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        audience: login.audience,
        scope,
        subject_token: await subjectToken(login.credential_source),
        subject_token_type: login.subject_token_type,
    });
    const answer = await askJson(login.token_url, { method: 'POST', body });
    const { access_token: token } = read(tokenAnswer, answer, login.token_url);
    const impersonation = login.service_account_impersonation_url;
    if (impersonation === undefined)
        return token;
    // https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken
    const own = await askJson(impersonation, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ scope: [scope], lifetime: '600s' }),
    });
    return read(impersonationAnswer, own, impersonation).accessToken;
}
async function subjectToken(source) {
    const field = source.format.subject_token_field_name;
    if ('file' in source) {
        const text = readFile(source.file);
        return field === undefined ? text.trim() : subjectField(parseJson(source.file, text), field);
    }
    const { url, headers } = source;
    if (field === undefined)
        return (await ask(url, { headers })).trim();
    return subjectField(await askJson(url, { headers }), field);
}
function subjectField(content, field) {
    const result = dist/* safeParse */.xLC(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), content);
    const value = result.success ? result.output[field] : undefined;
    if (typeof value !== 'string')
        throw missing(`The identity token has no field \`${field}\`, which the login's file names.`);
    return value;
}
/** RFC 7523: a JWT that the key signs, for a token. */
async function keyToken(login) {
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'RS256', typ: 'JWT', kid: login.private_key_id };
    const claims = {
        iss: login.client_email,
        scope,
        aud: login.token_uri,
        iat: now,
        exp: now + 600,
    };
    const signed = [header, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
    const signature = (0,external_node_crypto_.createSign)('sha256').update(signed).sign(login.private_key, 'base64url');
    const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${signed}.${signature}`,
    });
    const answer = await askJson(login.token_uri, { method: 'POST', body });
    return read(tokenAnswer, answer, login.token_uri).access_token;
}
async function ask(url, init) {
    const { status, text } = await (0,cloud_fetch/* cloudFetch */.O)(googleCloud, url, init);
    if (status !== 200)
        throw refused(url, `${status} ${wordsOf(text)}`);
    return text;
}
async function askJson(url, init) {
    const text = await ask(url, init);
    try {
        return JSON.parse(text);
    }
    catch {
        throw refused(url, 'no JSON');
    }
}
function read(schema, answer, url) {
    const result = dist/* safeParse */.xLC(schema, answer);
    if (result.success)
        return result.output;
    throw refused(url, 'an answer without a token');
}
/** OAuth's errors and those of Google's APIs: `{error, error_description}`, `{error: {message}}`. */
function wordsOf(text) {
    try {
        const { error, error_description: description } = JSON.parse(text);
        const name = typeof error === 'object' ? error.message : error;
        return [name, description].filter((part) => part !== undefined).join(': ');
    }
    catch {
        return '';
    }
}
function refused(url, message) {
    return (0,errors/* failure */.V2)('cloud-login-refused', {
        cloud: googleCloud,
        message: `${message} (${new URL(url).host})`,
        remedy: `${googleLoginRemedy} Its provider must accept this repository (attribute condition), and the service account must let the provider act for it (roles/iam.workloadIdentityUser).`,
    });
}

;// CONCATENATED MODULE: ./build/src/preflight/outside/gcs-buckets.js




const cloud = 'Google Cloud Storage';
/** Overwriting an object of Google's takes the right to delete it. */
const permissions = {
    read: ['storage.objects.get', 'storage.objects.list'],
    write: ['storage.objects.create', 'storage.objects.delete'],
};
const held = dist/* object */.Ikc({ permissions: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []) });
const bucketFacts = dist/* object */.Ikc({
    versioning: dist/* optional */.lqM(dist/* object */.Ikc({ enabled: dist/* optional */.lqM(dist/* boolean */.zMY(), false) })),
});
const errorAnswer = dist/* object */.Ikc({ error: dist/* object */.Ikc({ message: dist/* string */.YjP() }) });
/**
 * Buckets through Google's JSON API, with the login of the environment. Nothing is written: the API is asked
 * which permissions the login holds (https://cloud.google.com/storage/docs/json_api/v1/buckets/testIamPermissions),
 * which needs none itself. Whether a bucket that gives none exists, an anonymous request tells: 404 for a name
 * that nobody has, 401 for one that somebody has.
 * @param mask takes the access token as soon as it is known
 */
function gcsBuckets(env, mask) {
    // gcloud's own setting: https://cloud.google.com/sdk/docs/properties#setting_properties_using_environment_variables
    const override = env.CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE ?? '';
    const api = (override || 'https://storage.googleapis.com/storage/v1/').replace(/\/*$/, '');
    let token;
    const headers = async () => {
        token ??= googleAccessToken(env).then((value) => {
            mask(value);
            return value;
        });
        return { authorization: `Bearer ${await token}` };
    };
    return {
        async look(wish, signal) {
            const url = `${api}/b/${encodeURIComponent(wish.bucket)}`;
            const asMe = { headers: await headers(), signal };
            const wanted = permissions[wish.access];
            const query = wanted.map((name) => `permissions=${name}`).join('&');
            const answer = await (0,cloud_fetch/* cloudFetch */.O)(cloud, `${url}/iam/testPermissions?${query}`, asMe);
            if (answer.status === 401)
                throw refusedLogin(answer);
            const mine = answer.status === 200 ? readJson(held, answer).permissions : [];
            const lacking = wanted.filter((name) => !mine.includes(name));
            if (answer.status === 404)
                return { kind: 'missing' };
            if (lacking.length === 0)
                return { kind: 'open', versioned: await versioning(url, wish, asMe) };
            const exists = mine.length > 0 || (await existence(url, signal));
            if (exists === false)
                return { kind: 'missing' };
            return { kind: 'refused', lacking, exists: exists === true, message: gcs_buckets_wordsOf(answer) };
        },
    };
}
/** `undefined`: nobody asked, or the login may not see it. */
async function versioning(url, { versioned }, asMe) {
    if (!versioned)
        return undefined;
    const answer = await (0,cloud_fetch/* cloudFetch */.O)(cloud, `${url}?fields=versioning`, asMe);
    if (answer.status !== 200)
        return undefined;
    return readJson(bucketFacts, answer).versioning?.enabled ?? false;
}
/** Whether anybody has a bucket of that name; `undefined` where the answer does not tell. */
async function existence(url, signal) {
    const { status } = await (0,cloud_fetch/* cloudFetch */.O)(cloud, `${url}?fields=name`, { signal });
    if (status === 404)
        return false;
    return status === 200 || status === 401 || status === 403 ? true : undefined;
}
function readJson(schema, { text }) {
    return dist/* parse */.qgA(schema, JSON.parse(text));
}
function gcs_buckets_wordsOf(answer) {
    if (answer.status === 200)
        return 'asked for its permissions';
    try {
        return `${answer.status} ${readJson(errorAnswer, answer).error.message}`;
    }
    catch {
        return String(answer.status);
    }
}
function refusedLogin(answer) {
    return (0,errors/* failure */.V2)('cloud-login-refused', {
        cloud,
        message: gcs_buckets_wordsOf(answer),
        remedy: "The token has ended or is none of Google's: put `google-github-actions/auth` right before this step; its tokens live for an hour.",
    });
}


/***/ })

};
