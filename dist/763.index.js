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

// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 9 modules
var connect_server = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/connect/connect-verification.js + 11 modules
var connect_verification = __webpack_require__(435);
// EXTERNAL MODULE: ./build/src/connect/job-releases.js
var job_releases = __webpack_require__(3989);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/health/plan/latency.js
var plan_latency = __webpack_require__(6348);
// EXTERNAL MODULE: ./build/src/health/verify-release.js + 3 modules
var verify_release = __webpack_require__(4363);
// EXTERNAL MODULE: ./build/src/health/verify-watched.js
var verify_watched = __webpack_require__(3776);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/release/provisional.js
var provisional = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/src/release/release.js
var release = __webpack_require__(5802);
// EXTERNAL MODULE: ./build/src/server/settle-interrupted.js
var settle_interrupted = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/src/server/signs-of-life.js
var signs_of_life = __webpack_require__(2836);
// EXTERNAL MODULE: ./build/src/ssh/server-connection.js + 1 modules
var server_connection = __webpack_require__(460);
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
        const { urls = [], host, path = '.', expectRevision } = inputs;
        const revision = expectRevision && ((0,release/* releaseOfEvent */.h4)(event)?.revision ?? sha);
        const servers = host === undefined ? [] : [(0,connect_server/* connectServer */.C1)({ ...inputs, host })];
        await (0,server_connection/* withServers */.Fr)(servers, async (connected) => {
            const [connection] = connected;
            if (connection !== undefined && inputs.path !== undefined)
                await (0,settle_interrupted/* settleInterrupted */.i)(connection, path, reporter);
            const server = connection && { connection, path };
            const verification = (0,connect_verification/* connectVerification */.a)({ ...inputs, urls }, revision ?? '', server, reporter);
            const ports = { clock: system_clock/* systemClock */.m, reporter };
            const job = (0,job_releases/* jobReleases */._)();
            const { verdicts, failed } = await (0,verify_watched/* verifyWatched */.c)(() => (0,verify_release/* verifyRelease */.V)(verification, job, ports), (0,signs_of_life/* watchedOn */.g)(connected, path, (0,provisional/* releasesIn */.yI)(job.making)), ports);
            const latency = (0,plan_latency/* latencyOf */.W)(verdicts.flatMap(({ latencies }) => latencies));
            const attempts = verdicts.reduce((sum, verdict) => sum + verdict.attempts, 0);
            reporter.output('seconds', Math.max(0, ...verdicts.map(({ seconds }) => seconds)).toFixed(1));
            reporter.output('attempts', String(attempts));
            reporter.output('p95', latency === undefined ? '' : String(Math.round(latency.p95 * 1000)));
            if (failed !== undefined)
                throw failed;
        });
    });
}


/***/ }),

/***/ 3989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ jobReleases)
/* harmony export */ });
/* harmony import */ var _release_provisional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2129);

/** What the earlier steps of this job have said of its releases. */
function jobReleases() {
    return {
        making: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseVariable */ .St] ?? '',
        rejected: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .rejectedVariable */ .dv] ?? '',
        verified: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .verifiedVariable */ .NC] ?? '',
        gaveWay: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .gaveWayVariable */ .TO] ?? '',
    };
}


/***/ }),

/***/ 2129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ verifiedVariable),
/* harmony export */   O7: () => (/* binding */ provisionalState),
/* harmony export */   St: () => (/* binding */ releaseVariable),
/* harmony export */   TO: () => (/* binding */ gaveWayVariable),
/* harmony export */   To: () => (/* binding */ makingAnother),
/* harmony export */   dv: () => (/* binding */ rejectedVariable),
/* harmony export */   f5: () => (/* binding */ withoutReleases),
/* harmony export */   gH: () => (/* binding */ namesRelease),
/* harmony export */   wS: () => (/* binding */ withReleases),
/* harmony export */   yI: () => (/* binding */ releasesIn)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/**
 * The environment variable in which deploys leave the ids of the releases that the job is making and that no
 * verification has spoken of yet, with spaces between them; a verification speaks for all of them.
 */
const releaseVariable = 'DEPLOY_KIT_RELEASE';
/**
 * The environment variable in which verifications name the releases that did not pass. The `post` step of each
 * deploy then restores what ran before.
 */
const rejectedVariable = 'DEPLOY_KIT_REJECTED';
/**
 * The environment variable in which verifications name the releases that have passed. Without that the `post` step
 * of the deploy restores what ran before when the job was cancelled.
 */
const verifiedVariable = 'DEPLOY_KIT_VERIFIED';
/**
 * The environment variable in which deploys name the releases of the job that were not deployed, because a newer one is
 * live: there is nothing of them to verify.
 */
const gaveWayVariable = 'DEPLOY_KIT_GAVE_WAY';
/** Whether such a variable names a release. */
function namesRelease(names, release) {
    return releasesIn(names).includes(release);
}
/** Such a variable with the releases of another, each once. */
function withReleases(names, others) {
    return [withoutReleases(names, others), others].filter(Boolean).join(' ');
}
/** Such a variable without the releases of another. */
function withoutReleases(names, others) {
    const gone = new Set(releasesIn(others));
    return releasesIn(names)
        .filter((name) => !gone.has(name))
        .join(' ');
}
/** The releases that the next verification speaks for when the job makes another one. */
function makingAnother({ making, rejected, verified }, release) {
    const open = withoutReleases(withoutReleases(making, rejected), verified);
    return withReleases(open, release);
}
/** The releases that such a variable names. */
function releasesIn(names) {
    return names.split(' ').filter(Boolean);
}
/**
 * What is live when a verification fails: the job's end settles it.
 * @param releases empty when the deploy changed nothing, so that there is nothing to take back
 */
function provisionalState(releases) {
    return releases === ''
        ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv
        : { state: 'provisional', release: releasesIn(releases).join(' and ') };
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

/***/ 7081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ settleInterrupted)
/* harmony export */ });
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);



/** Longer than a restore takes: it goes on there all the same. */
const settleTimeoutSeconds = 1800;
/**
 * Settles what an interrupted deploy has left on a server, before anything else is done or decided there, and says so.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
async function settleInterrupted(server, path, reporter) {
    const facts = await (0,_look_at_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(server, {
        script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .settleLeft */ .ND,
        args: [path],
        timeoutSeconds: settleTimeoutSeconds,
        read: ({ stdout }) => (stdout.endsWith('end=yes\n') ? (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFacts */ .M)(stdout) : undefined),
    });
    const [release] = facts.get('interrupted') ?? [];
    if (release === undefined)
        return;
    const [outcome = 'the next deploy settles it'] = facts.get('settled') ?? [];
    reporter.warning('An interrupted deploy is settled', `Release ${release} did not finish on ${server.name}: ${outcome}.`);
}


/***/ }),

/***/ 2836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ withSignsOfLife),
/* harmony export */   g: () => (/* binding */ watchedOn)
/* harmony export */ });
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);



/** The same releases on several servers; none where there is no release. */
function watchedOn(servers, path, releases) {
    return releases.length === 0 ? [] : servers.map((server) => ({ server, path, releases }));
}
/** The longest pause between two signs, in seconds. */
const longestPause = 60;
/** A server that needs longer hears of the next one. */
const signTimeoutSeconds = 20;
/**
 * Gives signs of life of this job, several in the time that its releases wait for one, for as long as some work lasts.
 * @param work is given what begins the signs for releases on one more server
 */
async function withSignsOfLife(clock, work) {
    const ended = new AbortController();
    const signs = [];
    try {
        return await work((watched) => {
            // A server that can't be reached holds up no other one.
            signs.push(giveSigns(watched, clock, ended.signal));
        });
    }
    finally {
        ended.abort();
        // One under way would open again the connection that is closed next, and nobody would close that one.
        await Promise.all(signs);
    }
}
/** Never rejects: after a sign that did not arrive comes the next. */
async function giveSigns({ server, path, releases }, clock, ended) {
    let pause = 1;
    while (!ended.aborted) {
        const waiting = await (0,_look_at_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(server, {
            script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .alive */ .yV,
            args: [path, ...releases],
            timeoutSeconds: signTimeoutSeconds,
            read: ({ stdout }) => {
                const facts = (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFacts */ .M)(stdout);
                return facts.has('end') ? (facts.get('confirm-within') ?? []).map(Number) : undefined;
            },
        }).catch(() => undefined);
        // Nobody waits any more.
        if (waiting?.length === 0)
            return;
        if (waiting !== undefined)
            pause = Math.min(Math.min(...waiting) / 4, longestPause);
        await clock.sleep(pause, ended).catch(() => undefined);
    }
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
