export const id = 533;
export const ids = [533];
export const modules = {

/***/ 5873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js
var octokit_github = __webpack_require__(5218);
// EXTERNAL MODULE: ./build/src/connect/require-token.js + 1 modules
var require_token = __webpack_require__(8835);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-release.js + 7 modules
var dispatch_release = __webpack_require__(1);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-request.js
var dispatch_request = __webpack_require__(4080);
// EXTERNAL MODULE: ./build/src/dispatch/require-success.js
var require_success = __webpack_require__(2421);
// EXTERNAL MODULE: ./build/src/dispatch/plan/dispatch.js
var dispatch = __webpack_require__(1218);
// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/src/release/release-of-run.js
var release_of_run = __webpack_require__(7062);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-inputs.js + 1 modules
var dispatch_inputs = __webpack_require__(9916);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
;// CONCATENATED MODULE: ./build/actions/dispatch/definition.js


const definition = (0,inputs/* defineAction */.QP)({
    name: 'dispatch',
    title: 'Dispatch',
    description: 'Starts the next workflow of a chain, here or in other repositories, and waits for its run where asked to.',
    branding: { icon: 'send', color: 'blue' },
    inputs: {
        ...dispatch_inputs/* dispatchInputs */.Cf,
        release: {
            kind: inputs/* text */.Qq,
            description: 'The release document to hand on, as JSON (the output `release` of build-and-dispatch or dispatch). Default: that of the event that started this run; without one, a document of this commit without images.',
        },
    },
    outputs: dispatch_inputs/* dispatchOutputs */.j_,
    rules: [...dispatch_inputs/* dispatchRules */.Mq],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/dispatch/main.js













/** Hands the release on to the next workflow, and stays with its run. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        (0,require_token/* requireToken */.F)(inputs.githubToken, 'github-token', context);
        const release = inputs.release === undefined
            ? ((0,release_release/* releaseOfEvent */.h4)(context.event) ?? (0,release_of_run/* releaseOfRun */.Y)(context, (0,external_node_crypto_.randomUUID)(), system_clock/* systemClock */.m.now()))
            : (0,release_release/* parseReleaseText */.AY)(inputs.release);
        const request = (0,dispatch_request/* dispatchRequest */.w)(inputs, release);
        const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        const ports = { github, clock: system_clock/* systemClock */.m, reporter };
        const sent = await (0,dispatch_release/* dispatchRelease */.Q)(request, { repository: context.repository, ref: context.refName }, ports);
        (0,dispatch_request/* outputDispatched */.B)(sent, reporter);
        reporter.summary((0,dispatch/* renderDispatchSummary */.R6)(sent, request.door));
        await (0,require_success/* requireSuccess */.z)(sent, github);
    });
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
