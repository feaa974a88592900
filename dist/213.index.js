export const id = 213;
export const ids = [213];
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

/***/ 213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s3Buckets: () => (/* binding */ s3Buckets)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/net/outside/cloud-fetch.js
var cloud_fetch = __webpack_require__(6189);
;// CONCATENATED MODULE: ./build/src/preflight/outside/s3-session.js

/** Signed requests to one bucket. */
class S3Session {
    url;
    cloud;
    isAmazon;
    #bucket;
    #endpoint;
    #region;
    #login;
    #signer;
    #signal;
    constructor(bucket, endpoint, region, login, signer, signal) {
        this.#bucket = bucket;
        this.#endpoint = endpoint;
        this.#region = region;
        this.#login = login;
        this.#signer = signer;
        this.#signal = signal;
        this.isAmazon = endpoint === undefined;
        this.cloud = endpoint === undefined ? 'Amazon S3' : endpoint.host;
        this.url = bucketUrl(bucket, endpoint, region);
    }
    /** The same bucket, looked for in another region. */
    in(region) {
        return new S3Session(this.#bucket, this.#endpoint, region, this.#login, this.#signer, this.#signal);
    }
    async send(method, key, query = '', { body, ...headers } = {}) {
        const signed = await new this.#signer({
            url: `${this.url}/${key}${query === '' ? '' : `?${query}`}`,
            method,
            headers,
            service: 's3',
            region: this.#region,
            ...this.#login,
        }).sign();
        const answer = await (0,cloud_fetch/* cloudFetch */.O)(this.cloud, signed.url, {
            method,
            headers: signed.headers,
            signal: this.#signal,
            ...(body === undefined ? {} : { body }),
        });
        return { ...answer, code: s3_session_element(answer.text, 'Code') };
    }
}
/** The text of an element of S3's flat XML; empty where there is none. */
function s3_session_element(xml, name) {
    return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
}
/**
 * Where a bucket of S3 is: below the endpoint of another store, or at a host of its own at Amazon's. A name with
 * dots would not fit the certificate there, and goes into the path.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
function bucketUrl(bucket, endpoint, region) {
    if (endpoint !== undefined)
        return `${endpoint.href.replace(/\/$/, '')}/${bucket}`;
    const host = `s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
    return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}

;// CONCATENATED MODULE: ./build/src/preflight/outside/s3-buckets.js



const remedy = 'Put `aws-actions/configure-aws-credentials` before this step, in the same job; for another store set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY under `env:`.';
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const refusedLogins = /^(InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|InvalidSecurity|RequestTimeTooSkewed)$/;
/**
 * Buckets through the S3 API, with the login of the environment. Nothing is written. S3 can't be asked for
 * permissions, so each is tried where it can do nothing: reading, on an object that is not there (404 means
 * that it may be read, 403 that it may not:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html); writing, with a body that does not fit
 * its digests, which S3 refuses as `BadDigest` only to those who may write.
 */
function s3Buckets({ endpoint, region }, env) {
    const usual = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
    return {
        async look(wish, signal) {
            const login = loginOf(env);
            const { AwsV4Signer } = await __webpack_require__.e(/* import() */ 580).then(__webpack_require__.bind(__webpack_require__, 2580));
            const session = new S3Session(wish.bucket, endpoint, region ?? usual, login, AwsV4Signer, signal);
            const state = await lookOnce(session, wish);
            if (state.kind !== 'elsewhere' || region !== undefined)
                return state;
            return lookOnce(session.in(state.region), wish);
        },
    };
}
async function lookOnce(session, wish) {
    const refusal = wish.access === 'read' ? await tryToRead(session) : await tryToWrite(session);
    return refusal ?? { kind: 'open', versioned: await versioning(session, wish) };
}
/** The refusal, or `undefined` where the bucket may be read. */
async function tryToRead(session) {
    const list = await session.send('GET', '', 'list-type=2&max-keys=1');
    if (list.status !== 200)
        return refusal(session, list, 's3:ListBucket');
    const object = await session.send('GET', absentKey());
    return object.status === 404 ? undefined : refusal(session, object, 's3:GetObject');
}
async function tryToWrite(session) {
    const key = absentKey();
    const answer = await session.send('PUT', key, '', {
        body: 'This must not be stored.',
        // Of other content: two digests that S3 compares, so that a store that knows only one refuses too.
        'content-md5': (0,external_node_crypto_.createHash)('md5').update(key).digest('base64'),
        'x-amz-content-sha256': (0,external_node_crypto_.createHash)('sha256').update(key).digest('hex'),
    });
    if (answer.status === 400 && /digest|sha256/i.test(answer.code))
        return undefined;
    if (answer.status !== 200)
        return refusal(session, answer, 's3:PutObject');
    // A store that compares nothing has taken it.
    await session.send('DELETE', key);
    return undefined;
}
function absentKey() {
    return `deploy-kit-preflight-${(0,external_node_crypto_.randomUUID)()}`;
}
/** `undefined`: nobody asked, or the login may not see it. */
async function versioning(session, { versioned }) {
    if (!versioned)
        return undefined;
    const { status, text } = await session.send('GET', '', 'versioning=');
    return status === 200 ? /<Status>\s*Enabled\s*</.test(text) : undefined;
}
function refusal(session, answer, permission) {
    const { status, code, text, headers } = answer;
    const region = headers.get('x-amz-bucket-region') ?? s3_session_element(text, 'Region');
    if (status === 301 || code === 'AuthorizationHeaderMalformed')
        if (region !== '')
            return { kind: 'elsewhere', region };
    if (status === 404)
        return { kind: 'missing' };
    if (refusedLogins.test(code))
        throw (0,errors/* failure */.V2)('cloud-login-refused', {
            cloud: session.cloud,
            message: `${code}: ${s3_session_element(text, 'Message')}`,
            remedy,
        });
    if (status !== 403)
        throw (0,errors/* failure */.V2)('cloud-unreachable', {
            cloud: session.cloud,
            url: session.url,
            message: `It answered ${status} ${code} ${s3_session_element(text, 'Message')}`.trim(),
        });
    return {
        kind: 'refused',
        lacking: [permission],
        message: `${status} ${code}`,
        // Amazon says 404 of names that nobody has; other stores may hide that.
        exists: session.isAmazon,
    };
}
function loginOf(env) {
    const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken, } = env;
    if (!accessKeyId || !secretAccessKey)
        throw (0,errors/* failure */.V2)('cloud-login-missing', {
            cloud: 'AWS',
            message: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set in this job.',
            remedy,
        });
    return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}


/***/ })

};
