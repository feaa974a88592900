export const id = 87;
export const ids = [87];
export const modules = {

/***/ 4087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/octokit-github.js + 3 modules
var octokit_github = __webpack_require__(7988);
// EXTERNAL MODULE: ./build/src/adapters/require-token.js + 1 modules
var require_token = __webpack_require__(5892);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/apply/dispatch-release.js + 7 modules
var dispatch_release = __webpack_require__(5560);
// EXTERNAL MODULE: ./build/src/apply/dispatch-request.js
var dispatch_request = __webpack_require__(9218);
// EXTERNAL MODULE: ./build/src/apply/require-success.js
var require_success = __webpack_require__(5167);
// EXTERNAL MODULE: ./build/src/plan/dispatch.js
var dispatch = __webpack_require__(907);
// EXTERNAL MODULE: ./build/src/plan/release.js
var plan_release = __webpack_require__(7976);
// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
;// CONCATENATED MODULE: ./build/src/plan/release-of-run.js


/** The release document of a run that builds nothing: its commit and who started it, without images. */
function releaseOfRun(run, correlationId, now) {
    return {
        schema: plan_release/* releaseSchemaVersion */.jq,
        images: [],
        version: (0,image_reference/* commitTag */.m)(run.sha),
        revision: run.sha,
        ref: run.ref,
        repository: run.repository,
        run: { id: run.runId, url: run.runUrl },
        actor: run.actor,
        createdAt: now.toISOString(),
        correlationId,
    };
}

// EXTERNAL MODULE: ./build/src/inputs/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(791);
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
    rules: [dispatch_inputs/* shortEventType */.Pk, dispatch_inputs/* workflowForItsInputs */.gU, dispatch_inputs/* waitForOutputs */.ZH],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/dispatch/main.js













/** Hands the release on to the next workflow, and stays with its run. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        (0,require_token/* requireToken */.F)(inputs.githubToken, 'github-token', context);
        const release = inputs.release === undefined
            ? ((0,plan_release/* releaseOfEvent */.h4)(context.event) ?? releaseOfRun(context, (0,external_node_crypto_.randomUUID)(), system_clock/* systemClock */.m.now()))
            : (0,plan_release/* parseReleaseText */.AY)(inputs.release);
        const request = (0,dispatch_request/* dispatchRequest */.w)(inputs, release);
        const github = (0,octokit_github/* octokitGitHub */.h)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        const ports = { github, clock: system_clock/* systemClock */.m, reporter };
        const sent = await (0,dispatch_release/* dispatchRelease */.Q)(request, { repository: context.repository, ref: context.refName }, ports);
        (0,dispatch_request/* outputDispatched */.B)(sent, reporter);
        reporter.summary((0,dispatch/* renderDispatchSummary */.R6)(sent, request.door));
        await (0,require_success/* requireSuccess */.z)(sent, github);
    });
}


/***/ }),

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
