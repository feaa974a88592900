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

// EXTERNAL MODULE: ./build/src/adapters/fetch-probe.js
var fetch_probe = __webpack_require__(5885);
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
        ...verify_inputs/* verifyInputs */.f,
    },
    outputs: {
        seconds: { description: 'How long it took.' },
        attempts: { description: 'How many requests were sent.' },
    },
    rules: [],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/verify-health/main.js








/** Verifies that the URLs answer as expected; else names the job's release as rejected. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const verification = (0,verification_request/* verificationOf */.z)(inputs.urls, inputs);
        const verdicts = await reporter.group('Verify health', () => (0,verify_health/* verifyHealth */.g)(verification, fetch_probe/* fetchProbe */.f, system_clock/* systemClock */.m, reporter));
        reporter.output('seconds', Math.max(...verdicts.map(({ seconds }) => seconds)).toFixed(1));
        reporter.output('attempts', String(verdicts.reduce((sum, { attempts }) => sum + attempts, 0)));
        reporter.summary((0,verify_summary/* renderVerifySummary */.i)(verdicts));
        const release = process.env[provisional/* releaseVariable */.St];
        const failed = (0,verify_health/* verificationFailure */.ac)(verdicts, verification.expected, (0,provisional/* provisionalState */.O7)(release));
        if (failed === undefined)
            return;
        if (release !== undefined)
            reporter.exportVariable(provisional/* rejectedVariable */.dv, release);
        throw failed;
    });
}


/***/ }),

/***/ 5885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ fetchProbe)
/* harmony export */ });
/** More of a body is not looked at. */
const maxBodyBytes = 64 * 1024;
/** Asks with Node's own fetch. */
const fetchProbe = {
    async get(url, timeoutSeconds) {
        const started = performance.now();
        const seconds = () => (performance.now() - started) / 1000;
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        try {
            const answer = await fetch(url, {
                redirect: 'manual',
                signal,
                headers: { 'user-agent': 'deploy-kit verify-health', 'cache-control': 'no-cache' },
            });
            const body = await firstPart(answer);
            const location = answer.headers.get('location') ?? undefined;
            return { kind: 'answer', status: answer.status, location, body, seconds: seconds() };
        }
        catch (error) {
            const message = signal.aborted ? `no answer within ${timeoutSeconds} s` : explain(error);
            return { kind: 'error', message, seconds: seconds() };
        }
    },
};
async function firstPart(answer) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of answer.body ?? []) {
        const bytes = chunk;
        text += decoder.decode(bytes.subarray(0, maxBodyBytes - size), { stream: true });
        size += bytes.length;
        if (size >= maxBodyBytes)
            break;
    }
    return text;
}
// What each code means to the person who reads it; the others keep Node's own words.
const meanings = {
    ENOTFOUND: 'DNS knows no such name',
    EAI_AGAIN: 'DNS does not answer',
    ECONNREFUSED: 'the connection was refused: nothing listens on that port',
    ECONNRESET: 'the connection was closed before an answer came',
    EHOSTUNREACH: 'the host cannot be reached',
    ENETUNREACH: 'the network cannot be reached',
    UND_ERR_SOCKET: 'the connection was closed before an answer came',
    UND_ERR_CONNECT_TIMEOUT: 'the connection timed out',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS: the certificate is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'TLS: the certificate chain ends in an unknown root',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS: the certificate chain is not complete',
    CERT_HAS_EXPIRED: 'TLS: the certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'TLS: the certificate is for another name',
};
function explain(error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (!(cause instanceof Error))
        return String(cause);
    const code = cause.code ?? '';
    if (code.startsWith('ERR_SSL') || /ssl|tls/i.test(code))
        return meanings[code] ?? `TLS: ${cause.message}`;
    return meanings[code] ?? (cause.message || code);
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
/* harmony export */   ZM: () => (/* binding */ describeFaults),
/* harmony export */   ac: () => (/* binding */ verificationFailure),
/* harmony export */   g: () => (/* binding */ verifyHealth)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9844);


/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/** Asks all URLs, side by side, until each has passed or time is up. Never rejects for a bad answer. */
function verifyHealth(verification, probe, clock, reporter) {
    return Promise.all(verification.urls.map((url) => verifyUrl(url, verification, probe, clock, reporter)));
}
/**
 * The error of a verification that did not pass.
 * @returns `undefined` when every URL passed
 */
function verificationFailure(verdicts, expected, hostState) {
    const [first, ...others] = verdicts.filter(({ fault }) => fault !== undefined);
    if (first === undefined)
        return undefined;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('verify-failed', {
        url: first.url.href,
        seconds: Math.round(first.seconds),
        attempts: first.attempts,
        answer: first.fault ?? '',
        expected: (0,_plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .describeExpectation */ .uN)(expected),
    }, { hostState, details: others.map(({ url, fault }) => `${url.href}: ${fault ?? ''}`) });
}
/** The faults of a verification in one sentence, or `undefined` when every URL passed. */
function describeFaults(verdicts) {
    const faults = verdicts.flatMap(({ url, fault }) => fault === undefined ? [] : `${url.href}: ${fault}`);
    return faults.length === 0 ? undefined : faults.join('; ');
}
async function verifyUrl(url, verification, probe, clock, reporter) {
    const { expected, successes, intervalSeconds, timeoutSeconds, requestTimeoutSeconds } = verification;
    const started = clock.now().getTime();
    const passed = () => (clock.now().getTime() - started) / 1000;
    let inRow = 0;
    let reported = -reportEverySeconds;
    let last;
    for (let attempts = 1;; attempts++) {
        const answer = await probe.get(url, requestTimeoutSeconds);
        const fault = (0,_plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_1__/* .findFault */ .Kv)(answer, expected);
        inRow = fault === undefined ? inRow + 1 : 0;
        const verdict = { url, fault, attempts, seconds: passed(), latencySeconds: answer.seconds };
        if (inRow >= successes) {
            reporter.info(`${url.href}: passed after ${attempts} attempts`);
            return verdict;
        }
        if (passed() + intervalSeconds > timeoutSeconds)
            return {
                ...verdict,
                fault: fault ?? `only ${inRow} of ${successes} good answers in a row before time was up`,
            };
        if (fault !== undefined &&
            (fault !== last || passed() - reported >= reportEverySeconds - intervalSeconds)) {
            reported = passed();
            reporter.info(`${url.href}: ${fault} (${Math.round(reported)} s of ${timeoutSeconds} s)`);
        }
        last = fault;
        await clock.sleep(intervalSeconds);
    }
}


/***/ }),

/***/ 9590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ verifyInputs),
/* harmony export */   o: () => (/* binding */ urlList)
/* harmony export */ });
/* harmony import */ var _plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9844);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);



const httpUrl = {
    describe: 'URL',
    parse(value) {
        const url = URL.canParse(value) ? new URL(value) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol))
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`must be a URL with http or https, not "${value}"`);
        return url;
    },
};
const statuses = {
    describe: 'statuses and ranges (`200`, `200-299, 301`)',
    parse(value) {
        const ranges = (0,_plan_health_expectation_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStatuses */ .O7)(value);
        if (ranges === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
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
        default: '2s',
        description: 'The pause between two requests to a URL.',
    },
    timeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0,
        default: '120s',
        description: 'How long the URLs may take to become healthy.',
    },
    requestTimeout: { kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0, default: '10s', description: 'How long one request may take.' },
};
/** The URLs themselves: required where verifying is all that an action does. */
const urlList = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('list of URLs, one a line', httpUrl);


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
/** What is wrong with an answer in a few words, or `undefined` when it is as expected. */
function findFault(answer, expected) {
    if (answer.kind === 'error')
        return answer.message;
    const { status, location, body } = answer;
    if (!expected.statuses.some(({ from, to }) => status >= from && status <= to))
        return location === undefined
            ? `status ${status}`
            : `status ${status}, a redirect to ${location}`;
    if (expected.body !== undefined && !body.includes(expected.body))
        return `status ${status}, but the body does not contain "${expected.body}"`;
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
/** What is live when a verification fails: the job's end settles it. */
function provisionalState(release) {
    return release === undefined ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
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
        ...verdicts.map(({ url, fault, attempts, latencySeconds }) => `| ${url.href.replaceAll('|', '%7C')} | ${fault === undefined ? ':white_check_mark:' : `:x: ${fault.replace(/[|\\`<>]/g, String.raw `\$&`)}`} | ${attempts} | ${Math.round(latencySeconds * 1000)} ms |`),
        '',
    ].join('\n');
}


/***/ })

};
