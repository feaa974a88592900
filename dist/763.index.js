export const id = 763;
export const ids = [763];
export const modules = {

/***/ 6259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/local/outside/exec-processes.js
var exec_processes = __webpack_require__(1276);
// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 5 modules
var connect_server = __webpack_require__(2639);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/connect/network-of.js
var network_of = __webpack_require__(3634);
// EXTERNAL MODULE: ./build/src/net/outside/node-http-probe.js + 1 modules
var node_http_probe = __webpack_require__(5273);
// EXTERNAL MODULE: ./build/src/net/outside/node-socket-probe.js
var node_socket_probe = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/health/verification-request.js + 9 modules
var verification_request = __webpack_require__(973);
// EXTERNAL MODULE: ./build/src/health/verified-server.js
var verified_server = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/health/verify-health.js
var verify_health = __webpack_require__(8030);
// EXTERNAL MODULE: ./build/src/health/plan/latency.js
var plan_latency = __webpack_require__(6348);
// EXTERNAL MODULE: ./build/src/health/plan/verification-failure.js
var verification_failure = __webpack_require__(8276);
// EXTERNAL MODULE: ./build/src/health/plan/verify-summary.js
var verify_summary = __webpack_require__(3552);
// EXTERNAL MODULE: ./build/src/deploy/plan/provisional.js
var provisional = __webpack_require__(4271);
// EXTERNAL MODULE: ./build/src/release/release.js
var release = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
// EXTERNAL MODULE: ./build/src/health/verify-inputs.js + 2 modules
var verify_inputs = __webpack_require__(2562);
;// CONCATENATED MODULE: ./build/actions/verify-health/definition.js



const definition = (0,inputs/* defineAction */.QP)({
    name: 'verify-health',
    title: 'Verify health',
    description: 'Looks at URLs, pages, ports and containers until they are as expected; when they are not, the release of this job is taken back.',
    branding: { icon: 'check-circle', color: 'blue' },
    inputs: {
        urls: { kind: verify_inputs/* urlList */.o, description: 'What to ask, one URL a line.' },
        ...verify_inputs/* verifyInputs */.fn,
        ...shared_inputs/* sshInputs */.aM,
        host: {
            kind: inputs/* hostAddress */.Rk,
            description: 'The server, for what is seen from there (`from`, `containers`), and to tell why a port is closed.',
        },
        path: {
            kind: inputs/* text */.Qq,
            description: 'The deploy folder on the server, as in deploy-compose; for `containers`.',
        },
    },
    outputs: {
        seconds: { description: 'How long it took.' },
        attempts: { description: 'How many looks there were.' },
        p95: {
            description: 'The 95th percentile of how long good answers took, in milliseconds.',
        },
    },
    rules: [verify_inputs/* somethingToVerify */.PI, verify_inputs/* enoughTimeToVerify */.q4],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/verify-health/main.js

















/** Verifies that everything is as expected; else names the job's release as rejected. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const { event, sha } = (0,github_context/* githubContext */.h)();
        const revision = inputs.expectRevision && ((0,release/* releaseOfEvent */.h4)(event)?.revision ?? sha);
        const targets = (0,verification_request/* targetsOf */.QR)(inputs.urls ?? [], inputs, revision ?? '');
        for (const secret of (0,verification_request/* secretsIn */.VY)(targets))
            reporter.mask(secret);
        const { host, path = '.' } = inputs;
        const connection = host === undefined ? undefined : (0,connect_server/* connectServer */.C1)({ ...inputs, host });
        const network = (0,network_of/* networkOf */.A)(inputs);
        try {
            const checks = await (0,verification_request/* checksOf */.tg)(targets, inputs, {
                http: (0,node_http_probe/* nodeHttpProbe */.FQ)(network),
                sockets: (0,node_socket_probe/* nodeSocketProbe */.Q)(network),
                processes: exec_processes/* execProcesses */.z,
                server: connection && (0,verified_server/* verifiedServer */._)(connection, path),
            });
            const verdicts = await reporter.group('Verify health', () => (0,verify_health/* verifyHealth */.g)(checks, (0,verification_request/* patienceOf */.Hw)(inputs), system_clock/* systemClock */.m, reporter));
            const latency = (0,plan_latency/* latencyOf */.W)(verdicts.flatMap(({ latencies }) => latencies));
            reporter.output('seconds', Math.max(...verdicts.map(({ seconds }) => seconds)).toFixed(1));
            reporter.output('attempts', String(verdicts.reduce((sum, { attempts }) => sum + attempts, 0)));
            reporter.output('p95', latency === undefined ? '' : String(Math.round(latency.p95 * 1000)));
            reporter.summary((0,verify_summary/* renderVerifySummary */.i)(verdicts));
            const release = process.env[provisional/* releaseVariable */.St];
            const failed = (0,verification_failure/* verificationFailure */.a)(verdicts, (0,provisional/* provisionalState */.O7)(release));
            if (failed === undefined)
                return;
            if (release !== undefined)
                reporter.exportVariable(provisional/* rejectedVariable */.dv, release);
            throw failed;
        }
        finally {
            connection?.drop();
        }
    });
}


/***/ }),

/***/ 4271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ provisionalState),
/* harmony export */   St: () => (/* binding */ releaseVariable),
/* harmony export */   dv: () => (/* binding */ rejectedVariable)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

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

/***/ 2217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ yamlValue)
/* harmony export */ });
/**
 * The value of a YAML document, or what is wrong with it in a sentence: also aliases that lead nowhere or
 * make it grow beyond measure, and merges of what can't be merged, which show only when the value is made.
 */
function yamlValue(document, options = {}) {
    const [error] = document.errors;
    if (error !== undefined)
        return { problem: (error.message.split('\n')[0] ?? '').replace(/:$/, '') };
    try {
        return { value: document.toJS(options) };
    }
    catch (cause) {
        return { problem: cause instanceof Error ? cause.message : String(cause) };
    }
}


/***/ })

};
