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
// EXTERNAL MODULE: ./build/src/connect/require-token.js
var require_token = __webpack_require__(2607);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-and-report.js + 11 modules
var dispatch_and_report = __webpack_require__(9412);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js + 4 modules
var octokit_github = __webpack_require__(1284);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/release/release-of-run.js
var release_of_run = __webpack_require__(7062);
// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(9488);
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
        const clock = system_clock/* systemClock */.m;
        (0,require_token/* requireToken */.F)(inputs.githubToken, 'github-token', context);
        const release = inputs.release === undefined
            ? ((0,release_release/* releaseOfEvent */.h4)(context.event) ?? (0,release_of_run/* releaseOfRun */.Y)(context, (0,external_node_crypto_.randomUUID)(), clock.now()))
            : (0,release_release/* parseReleaseText */.AY)(inputs.release);
        const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, clock);
        await (0,dispatch_and_report/* dispatchAndReport */.q)(inputs, release, context, { github, clock, reporter });
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
