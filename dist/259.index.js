export const id = 259;
export const ids = [259];
export const modules = {

/***/ 6259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/adapters/node-http-probe.js
var node_http_probe = __webpack_require__(4530);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/apply/verify-health.js
var verify_health = __webpack_require__(3964);
// EXTERNAL MODULE: ./build/src/apply/verification-request.js
var verification_request = __webpack_require__(3167);
// EXTERNAL MODULE: ./build/src/plan/provisional.js
var provisional = __webpack_require__(2535);
// EXTERNAL MODULE: ./build/src/plan/verification-failure.js
var verification_failure = __webpack_require__(701);
// EXTERNAL MODULE: ./build/src/plan/verify-summary.js
var verify_summary = __webpack_require__(201);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/verify-inputs.js
var verify_inputs = __webpack_require__(9590);
;// CONCATENATED MODULE: ./build/actions/verify-health/definition.js


const definition = (0,inputs/* defineAction */.QP)({
    name: 'verify-health',
    title: 'Verify health',
    description: 'Asks URLs until they answer as expected; when they do not, the release of this job is taken back.',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: {
        urls: { kind: verify_inputs/* urlList */.o, required: true, description: 'What to ask, one URL a line.' },
        ...verify_inputs/* verifyInputs */.fn,
    },
    outputs: {
        seconds: { description: 'How long it took.' },
        attempts: { description: 'How many requests were sent.' },
    },
    rules: [verify_inputs/* enoughTimeToVerify */.q4],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/verify-health/main.js









/** Verifies that the URLs answer as expected; else names the job's release as rejected. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const verification = (0,verification_request/* verificationOf */.z)(inputs.urls, inputs);
        const verdicts = await reporter.group('Verify health', () => (0,verify_health/* verifyHealth */.g)(verification, node_http_probe/* nodeHttpProbe */.F, system_clock/* systemClock */.m, reporter));
        reporter.output('seconds', Math.max(...verdicts.map(({ seconds }) => seconds)).toFixed(1));
        reporter.output('attempts', String(verdicts.reduce((sum, { attempts }) => sum + attempts, 0)));
        reporter.summary((0,verify_summary/* renderVerifySummary */.i)(verdicts));
        const release = process.env[provisional/* releaseVariable */.St];
        const failed = (0,verification_failure/* verificationFailure */.a)(verdicts, verification.expected, (0,provisional/* provisionalState */.O7)(release));
        if (failed === undefined)
            return;
        if (release !== undefined)
            reporter.exportVariable(provisional/* rejectedVariable */.dv, release);
        throw failed;
    });
}


/***/ }),

/***/ 4530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ nodeHttpProbe)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4708);


/** More of a body is not looked at. */
const maxBodyBytes = 64 * 1024;
/**
 * Asks with Node's own HTTP client, over a new connection each time: that is what a new visitor gets,
 * and a kept one could lead to the former release. (`fetch` would refuse some ports.)
 */
const nodeHttpProbe = {
    async get(url, timeoutSeconds) {
        const started = performance.now();
        const seconds = () => (performance.now() - started) / 1000;
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        try {
            const answer = await request(url, signal);
            const { statusCode: status = 0, headers } = answer;
            const body = await firstPart(answer);
            const location = absolute(headers.location, url);
            return { kind: 'answer', status, location, body, seconds: seconds() };
        }
        catch (error) {
            const { fault, message } = signal.aborted
                ? { fault: 'timed-out', message: `no answer within ${timeoutSeconds} s` }
                : explain(error);
            return { kind: 'error', fault, message, seconds: seconds() };
        }
    },
};
function request(url, signal) {
    const headers = { 'user-agent': 'deploy-kit verify-health', 'cache-control': 'no-cache' };
    return new Promise((resolve, reject) => {
        const get = url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_1__.get : node_http__WEBPACK_IMPORTED_MODULE_0__.get;
        get(url, { agent: false, signal, headers }, resolve).on('error', reject);
    });
}
async function firstPart(answer) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of answer) {
        const bytes = chunk;
        text += decoder.decode(bytes.subarray(0, maxBodyBytes - size), { stream: true });
        size += bytes.length;
        if (size >= maxBodyBytes)
            break;
    }
    return text;
}
function absolute(location, url) {
    if (location === undefined || !URL.canParse(location, url.href))
        return location;
    return new URL(location, url.href).href;
}
// What each code means to the person who reads it; the others keep Node's own words.
const meanings = {
    ENOTFOUND: ['name-unknown', 'DNS knows no such name'],
    EAI_AGAIN: ['name-unknown', 'DNS does not answer'],
    ECONNREFUSED: ['refused', 'the connection was refused: nothing listens on that port'],
    ETIMEDOUT: ['timed-out', 'the connection timed out'],
    EHOSTUNREACH: ['other', 'the host cannot be reached'],
    ENETUNREACH: ['other', 'the network cannot be reached'],
    ECONNRESET: ['broken', 'the connection was closed before the answer was whole'],
    EPIPE: ['broken', 'the connection was closed before the answer was whole'],
    DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'TLS: the certificate is self-signed'],
    SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'TLS: the certificate chain ends in an unknown root'],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'TLS: the issuer of the certificate is unknown'],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'TLS: the certificate chain is not complete'],
    CERT_HAS_EXPIRED: ['tls', 'TLS: the certificate has expired'],
    CERT_NOT_YET_VALID: ['tls', 'TLS: the certificate is not valid yet'],
    ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'TLS: the certificate is for another name'],
};
function explain(error) {
    const { code = '', message = String(error) } = error;
    const known = meanings[code];
    if (known !== undefined)
        return { fault: known[0], message: known[1] };
    if (code.startsWith('HPE_'))
        return { fault: 'broken', message: 'what came is no HTTP' };
    // OpenSSL's own words are between colons: `…:SSL routines:<function>:<reason>:<file>:<line>:`.
    const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
    if (reason === 'wrong version number')
        return { fault: 'tls', message: 'TLS: the port speaks no TLS (is it plain http?)' };
    // Of two addresses that were tried, the message is empty and the code says it.
    const words = reason ?? (message.trim() || code);
    return /SSL|TLS|CERT|EPROTO/.test(code)
        ? { fault: 'tls', message: `TLS: ${words}` }
        : { fault: 'other', message: words };
}


/***/ }),

/***/ 3167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ verificationOf)
/* harmony export */ });
/** The verification that the inputs ask for. */
function verificationOf(urls, inputs) {
    return {
        urls,
        expected: { statuses: inputs.expectStatus, body: inputs.expectBody },
        successes: inputs.successes,
        intervalSeconds: inputs.interval,
        timeoutSeconds: inputs.timeout,
        requestTimeoutSeconds: inputs.requestTimeout,
    };
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ verifyHealth)
/* harmony export */ });
/* harmony import */ var _plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9844);

/** The log shows a sign of life that often. */
const signOfLifeSeconds = 15;
/** Asks all URLs, side by side, until each has passed or time is up. Never rejects for a bad answer. */
async function verifyHealth(verification, probe, clock, reporter) {
    const checks = verification.urls.map((url) => new UrlCheck(url, verification, clock, reporter));
    const ended = new AbortController();
    const signs = showSigns(checks, verification.timeoutSeconds, clock, reporter, ended.signal);
    try {
        return await Promise.all(checks.map((check) => check.run(probe)));
    }
    finally {
        ended.abort();
        await signs;
    }
}
async function showSigns(checks, timeoutSeconds, clock, reporter, ended) {
    const started = clock.now().getTime();
    for (;;) {
        // The end of the checks ends the sleep, which is no failure.
        await clock.sleep(signOfLifeSeconds, ended).catch(() => undefined);
        if (ended.aborted)
            return;
        const seconds = Math.round((clock.now().getTime() - started) / 1000);
        const states = checks.flatMap((check) => check.state ?? []);
        reporter.info(`Verifying (${seconds} s of ${timeoutSeconds} s): ${states.join('; ')}`);
    }
}
/** The verification of one URL. */
class UrlCheck {
    #url;
    #verification;
    #clock;
    #reporter;
    #inRow = 0;
    #fault;
    #isDone = false;
    constructor(url, verification, clock, reporter) {
        this.#url = url;
        this.#verification = verification;
        this.#clock = clock;
        this.#reporter = reporter;
    }
    /** How it stands, in a few words; `undefined` once it is done. */
    get state() {
        if (this.#isDone)
            return undefined;
        return `${this.#url.href}: ${this.#fault?.text ?? this.#count()}`;
    }
    async run(probe) {
        const { expected, successes, intervalSeconds, timeoutSeconds, requestTimeoutSeconds } = this.#verification;
        const started = this.#clock.now().getTime();
        const passed = () => (this.#clock.now().getTime() - started) / 1000;
        for (let attempts = 1;; attempts++) {
            const answer = await probe.get(this.#url, requestTimeoutSeconds);
            this.#note((0,_plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_0__/* .findFault */ .Kv)(answer, expected));
            const seconds = passed();
            const isHealthy = this.#inRow >= successes;
            if (isHealthy || seconds + intervalSeconds > timeoutSeconds) {
                this.#isDone = true;
                const fault = isHealthy ? undefined : this.#lastFault();
                const outcome = fault === undefined ? 'healthy' : `given up, ${fault.text}`;
                this.#reporter.info(`${this.#url.href}: ${outcome} (${attempts} attempts)`);
                return { url: this.#url, fault, attempts, seconds, latencySeconds: answer.seconds };
            }
            await this.#clock.sleep(intervalSeconds);
        }
    }
    // A line for each change; what stays the same is in the signs of life.
    #note(fault) {
        if (fault !== undefined && fault.text !== this.#fault?.text)
            this.#reporter.info(`${this.#url.href}: ${fault.text}`);
        this.#inRow = fault === undefined ? this.#inRow + 1 : 0;
        this.#fault = fault;
    }
    #lastFault() {
        return this.#fault ?? { kind: 'unsteady', text: `only ${this.#count()} before time was up` };
    }
    #count() {
        return `${this.#inRow} of ${this.#verification.successes} good answers in a row`;
    }
}


/***/ }),

/***/ 9590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fn: () => (/* binding */ verifyInputs),
/* harmony export */   o: () => (/* binding */ urlList),
/* harmony export */   q4: () => (/* binding */ enoughTimeToVerify)
/* harmony export */ });
/* harmony import */ var _plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9844);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);



const statuses = {
    describe: 'statuses and ranges (`200`, `200-299, 301`)',
    parse(value) {
        const ranges = (0,_plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .parseStatuses */ .O7)(value);
        if (ranges === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
        return ranges;
    },
};
/** What to verify: the same in verify-health and in the root action. */
const verifyInputs = {
    expectStatus: {
        kind: statuses,
        default: '200',
        description: 'The statuses that count as healthy. Redirects are not followed: they count as they are.',
    },
    expectBody: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        description: 'Text that each body must contain (in its first 64 KiB).',
    },
    successes: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeNumber */ .rD)(1, 100),
        default: '3',
        description: 'How many good answers in a row each URL must give.',
    },
    interval: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0,
        default: '1s',
        description: 'The pause between two requests to a URL.',
    },
    timeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0,
        default: '120s',
        description: 'How long the URLs may take to become healthy.',
    },
    requestTimeout: { kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0, default: '10s', description: 'How long one request may take.' },
};
const urls = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('list of URLs, one a line', _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .httpUrl */ .q3);
/** The URLs themselves: required where verifying is all that an action does. */
const urlList = {
    describe: urls.describe,
    parse(value) {
        const list = urls.parse(value);
        if (list.length === 0)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S('must name at least one URL');
        return list;
    },
};
/** The time must do for that many good answers in a row, else no URL could ever pass. */
function enoughTimeToVerify({ successes, interval, timeout, }) {
    const needed = (successes - 1) * interval;
    return needed <= timeout
        ? undefined
        : `${successes} answers every ${interval} s take ${needed} s, longer than the ${timeout} s to verify`;
}


/***/ }),

/***/ 9844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kv: () => (/* binding */ findFault),
/* harmony export */   O7: () => (/* binding */ parseStatuses),
/* harmony export */   uN: () => (/* binding */ describeExpectation)
/* harmony export */ });
/** Reads `200`, `200-299, 301`; `undefined` when it is something else. */
function parseStatuses(text) {
    const ranges = [];
    for (const part of text.split(',')) {
        const match = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part);
        if (!match)
            return undefined;
        const from = Number(match[1]);
        const to = Number(match[2] ?? match[1]);
        if (to < from)
            return undefined;
        ranges.push({ from, to });
    }
    return ranges;
}
/** What is wrong with an answer, or `undefined` when it is as expected. */
function findFault(answer, expected) {
    if (answer.kind === 'error')
        return { kind: answer.fault, text: answer.message };
    const { status, location, body } = answer;
    if (!expected.statuses.some(({ from, to }) => status >= from && status <= to))
        return location === undefined
            ? { kind: 'status', text: `status ${status}` }
            : { kind: 'redirect', text: `status ${status}, a redirect to ${location}` };
    if (expected.body !== undefined && !body.includes(expected.body))
        return {
            kind: 'body',
            text: `status ${status}, but the body does not contain "${expected.body}"`,
        };
    return undefined;
}
/** The expectation as a sentence of an error. */
function describeExpectation({ statuses, body }) {
    const list = statuses
        .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
        .join(', ');
    return `status ${list}${body === undefined ? '' : ` and a body with "${body}"`}`;
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
/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
function provisionalState(release) {
    return release === undefined || release === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
}


/***/ }),

/***/ 701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ describeFaults),
/* harmony export */   a: () => (/* binding */ verificationFailure)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _health_expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9844);


/**
 * The error of a verification that did not pass: the entry of the first URL's fault, with what every
 * other failing URL said below it.
 * @returns `undefined` when every URL passed
 */
function verificationFailure(verdicts, expected, hostState) {
    const [first, ...others] = verdicts.filter((verdict) => verdict.fault !== undefined);
    if (first === undefined)
        return undefined;
    const { url } = first;
    const details = others.map((other) => `${other.url.href}: ${other.fault.text}`);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(entryOf(first.fault), {
        url: url.href,
        host: `${url.hostname}:${portOf(url)}`,
        name: url.hostname,
        port: portOf(url),
        seconds: Math.round(first.seconds),
        attempts: first.attempts,
        answer: first.fault.text,
        expected: (0,_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .describeExpectation */ .uN)(expected),
    }, { hostState, details });
}
/** The faults of a verification in one sentence, or `undefined` when every URL passed. */
function describeFaults(verdicts) {
    const faults = verdicts.flatMap(({ url, fault }) => fault === undefined ? [] : `${url.href}: ${fault.text}`);
    return faults.length === 0 ? undefined : faults.join('; ');
}
function entryOf({ kind }) {
    switch (kind) {
        case 'name-unknown':
            return 'verify-name-unknown';
        case 'refused':
            return 'verify-refused';
        case 'timed-out':
            return 'verify-timed-out';
        case 'tls':
            return 'verify-tls-failed';
        case 'broken':
            return 'verify-connection-broken';
        case 'redirect':
            return 'verify-redirected';
        case 'status':
            return 'verify-wrong-status';
        case 'body':
            return 'verify-body-differs';
        case 'unsteady':
        case 'other':
            return 'verify-failed';
    }
}
function portOf(url) {
    return url.port || (url.protocol === 'https:' ? '443' : '80');
}


/***/ }),

/***/ 201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ renderVerifySummary)
/* harmony export */ });
/** The job summary of a verification: a table of URLs. */
function renderVerifySummary(verdicts) {
    return [
        '### Health',
        '',
        '| URL | verdict | attempts | last answer |',
        '| --- | --- | --- | --- |',
        ...verdicts.map(({ url, fault, attempts, latencySeconds }) => `| ${cell(url.href)} | ${fault === undefined ? ':white_check_mark:' : `:x: ${cell(fault.text)}`} | ${attempts} | ${Math.round(latencySeconds * 1000)} ms |`),
        '',
    ].join('\n');
}
// What a server answers is text here, never markup.
function cell(text) {
    return text.replace(/\s+/g, ' ').replace(/[|\\`<>*_[\]]/g, String.raw `\$&`);
}


/***/ })

};
