export const id = 959;
export const ids = [959];
export const modules = {

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6098);
/* harmony import */ var _src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8412);
/* harmony import */ var _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2825);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1064);
/* harmony import */ var _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3536);
/* harmony import */ var _src_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6746);
/* harmony import */ var _src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3294);
/* harmony import */ var _src_wait_wait_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5010);
/* harmony import */ var _src_health_verify_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2562);









const { timeout: verifyTimeout, ...otherVerifyInputs } = _src_health_verify_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .verifyInputs */ .fn;
const definition = (0,_src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'deploy-kit',
    title: 'deploy-kit',
    description: 'Deploys Docker Compose to your own server: waits for the image, deploys all or nothing, verifies, or restores what ran before.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: {
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .sshInputs */ .aM,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .hostsInputs */ .$T,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .deployInputs */ .xR,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .registryInputs */ .P4,
        ..._src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .announceInputs */ .D,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackInputs */ .Cw,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .dryRunInputs */ ["in"],
        ..._src_wait_wait_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .waitInputs */ .F,
        githubToken: {
            ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .buildWatchInputs */ .F1.githubToken,
            description: 'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed (without the permission the wait goes on to its end); records the deployment, where `environment` is set.',
        },
        waitTimeout: { kind: _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0, default: '10m', description: 'How long to wait for the image.' },
        urls: {
            kind: _src_health_verify_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .urlList */ .o,
            description: 'What to ask after the deploy, one URL a line; when one does not answer as expected, what ran before is restored.',
        },
        ...otherVerifyInputs,
        verifyTimeout,
    },
    outputs: _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOutputs */ .C,
    rules: [
        _src_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_7__/* .wholeRegistryAccount */ .o,
        _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .wholeMigration */ .wt,
        _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .wholeProxy */ .ET,
        _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .timeToBeStable */ .ze,
        _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .confirmedOrNever */ .De,
        (inputs) => (0,_src_health_verify_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .enoughTimeToVerify */ .q4)({ ...inputs, timeout: inputs.verifyTimeout }),
    ],
    post: true,
});


/***/ }),

/***/ 8461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/connect/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(1917);
// EXTERNAL MODULE: ./build/src/connect/connect-checkout.js
var connect_checkout = __webpack_require__(4871);
// EXTERNAL MODULE: ./build/src/connect/connect-registry.js + 1 modules
var connect_registry = __webpack_require__(9215);
// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 9 modules
var connect_server = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/connect/connect-verification.js + 11 modules
var connect_verification = __webpack_require__(435);
// EXTERNAL MODULE: ./build/src/connect/job-releases.js
var job_releases = __webpack_require__(3989);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
;// CONCATENATED MODULE: ./build/src/deploy/confirm-within.js
/** Longer than an ordinary job needs, shorter than anybody wants to run what nobody has verified. */
const usualSeconds = 15 * 60;
/** What `confirm-within` is where a job that says nothing of it verifies the release itself. */
function confirmWithinOf({ confirmWithin, rollbackOn, }) {
    return confirmWithin ?? (rollbackOn === 'never' ? 0 : usualSeconds);
}

// EXTERNAL MODULE: ./build/src/deploy/deploy-release.js + 3 modules
var deploy_release = __webpack_require__(2696);
// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
// EXTERNAL MODULE: ./build/src/deploy/dry-run.js + 2 modules
var dry_run = __webpack_require__(1571);
// EXTERNAL MODULE: ./build/src/deploy/locate-project.js
var locate_project = __webpack_require__(4223);
// EXTERNAL MODULE: ./build/src/deploy/prepare-deploy.js + 1 modules
var prepare_deploy = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/deploy/read-server-env.js
var read_server_env = __webpack_require__(859);
// EXTERNAL MODULE: ./build/src/deploy/remember-release.js
var remember_release = __webpack_require__(5854);
// EXTERNAL MODULE: ./build/src/deploy/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/deploy/restore-unless-verified.js + 1 modules
var restore_unless_verified = __webpack_require__(7985);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js + 4 modules
var octokit_github = __webpack_require__(1284);
// EXTERNAL MODULE: ./build/src/health/verify-release.js + 3 modules
var verify_release = __webpack_require__(4363);
// EXTERNAL MODULE: ./build/src/health/verify-watched.js
var verify_watched = __webpack_require__(3776);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/release/images-to-await.js + 1 modules
var images_to_await = __webpack_require__(6747);
// EXTERNAL MODULE: ./build/src/server/signs-of-life.js
var signs_of_life = __webpack_require__(2836);
// EXTERNAL MODULE: ./build/src/ssh/server-connection.js + 1 modules
var server_connection = __webpack_require__(460);
// EXTERNAL MODULE: ./build/src/wait/await-release.js
var await_release = __webpack_require__(5753);
// EXTERNAL MODULE: ./build/actions/deploy-kit/definition.js
var definition = __webpack_require__(138);
;// CONCATENATED MODULE: ./build/actions/deploy-kit/main.js




























/** Waits for the image, deploys it, verifies it; takes it back when it does not pass. */
async function main() {
    await (0,run_action/* runAction */.C)(definition/* definition */.m, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const clock = system_clock/* systemClock */.m;
        const startedAt = clock.now();
        const { host, path, urls = [], platforms = [], revision, deep } = inputs;
        const ports = { archiver: tar_archiver/* tarArchiver */.U, clock, reporter };
        // What is wrong with these is said before anybody waits.
        const awaited = (0,images_to_await/* imagesToAwait */.i)(inputs.images, context, inputs.mirror);
        const checkout = (0,connect_checkout/* connectCheckout */.N)(inputs, context);
        (0,locate_project/* locateProject */.m)(inputs.composeFiles, checkout.root);
        await (0,server_connection/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), async (servers) => {
            const [server] = servers.map((connection) => ({ connection, path }));
            const verification = (0,connect_verification/* connectVerification */.a)({ ...inputs, urls, timeout: inputs.verifyTimeout }, awaited.release?.revision ?? context.sha, server, reporter);
            const registry = (0,connect_registry/* connectRegistry */.g)(inputs, awaited.images[0]);
            const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, clock);
            const ready = await (0,await_release/* awaitRelease */.g)(awaited, { platforms, revision, deep, timeoutSeconds: inputs.waitTimeout }, { registry, github, clock, reporter });
            const verifies = urls.length + (inputs.targets ?? []).length > 0;
            const confirmWithin = verifies ? confirmWithinOf(inputs) : inputs.confirmWithin;
            const request = (0,deploy_request/* deployRequest */.L)({ ...inputs, confirmWithin }, context, startedAt);
            const intent = await (0,prepare_deploy/* prepareDeploy */.hz)({ ...request, images: (0,await_release/* pinnedImages */.D)(ready), release: awaited.release }, {
                ...checkout,
                registry,
                envOnServer: (asked) => (0,read_server_env/* readServerEnv */.f)(servers, asked),
                reporter,
            });
            if (inputs.dryRun)
                return (0,dry_run/* dryRun */.P)(intent, servers, reporter);
            const deployment = await (0,connect_announcers/* announced */.y)(inputs, intent, context, ports, async () => {
                const job = (0,job_releases/* jobReleases */._)();
                const live = await (0,deploy_release/* deployRelease */.H)(intent, servers, inputs.maxParallel, job, ports);
                // The run that has brought the newer one verifies it.
                if (live.gaveWay)
                    return live;
                // What was live before this run is not this run's to take back.
                const releaseId = live.changed ? intent.releaseId : '';
                await (0,restore_unless_verified/* restoreOnFailure */.u)(() => (0,verify_watched/* verifyWatched */.c)(() => (0,verify_release/* verifyRelease */.V)(verification, { ...job, making: releaseId }, ports), (0,signs_of_life/* watchedOn */.g)(servers, path, (confirmWithin ?? 0) > 0 && releaseId !== '' ? [releaseId] : []), ports, () => {
                    (0,remember_release/* rememberConfirmed */.ZT)(reporter);
                }), inputs.rollbackOn, { ...intent, releaseId }, job, servers, ports);
                return live;
            });
            (0,report_deployment/* reportDeployment */.a)(deployment, context, host, startedAt, ports);
        });
    });
}


/***/ }),

/***/ 746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rejectRelease)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _host_reporter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2601);
/* harmony import */ var _plan_hosts_table_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4195);
/* harmony import */ var _take_back_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8399);




/**
 * Restores what ran before a release on each of its servers, and ends in the error that says so. Where there is
 * nothing to take back, it ends well.
 * @throws {DeployKitError} `release-rejected` when all is restored; why that failed, for several servers as
 * `hosts-not-restored`
 */
async function rejectRelease(rejected, servers, ports) {
    const alone = servers.length === 1;
    const ends = await Promise.all(servers.map(async (server) => {
        const reporter = alone ? ports.reporter : (0,_host_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .hostReporter */ .I)(ports.reporter, server.name);
        const work = (0,_take_back_js__WEBPACK_IMPORTED_MODULE_1__/* .takeBack */ .z)(rejected, { ...ports, server, reporter });
        const [result] = await Promise.allSettled([work]);
        return { host: server.name, result };
    }));
    if (!alone)
        ports.reporter.summary((0,_plan_hosts_table_js__WEBPACK_IMPORTED_MODULE_3__/* .renderHosts */ .g)(rejected.version, ends.map(outcome)));
    const failed = ends.flatMap(({ host, result }) => result.status === 'rejected' ? [{ host, error: result.reason }] : []);
    const [first] = failed;
    if (first !== undefined)
        throw alone ? first.error : notRestored(ends, failed);
    const restored = ends.flatMap(({ host, result }) => result.status === 'fulfilled' && result.value !== undefined
        ? [{ host, live: result.value || 'what ran before the first deploy' }]
        : []);
    const [one, ...others] = restored;
    if (one === undefined)
        return;
    const release = [one, ...others].every(({ live }) => live === one.live)
        ? one.live
        : restored.map(({ host, live }) => `${live} on ${host}`).join(', ');
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-rejected', { release: rejected.releaseId, reason: rejected.reason }, { hostState: { state: 'restored', release } });
}
function outcome({ host, result }) {
    if (result.status === 'rejected') {
        const { reason } = result;
        const detail = reason instanceof Error ? reason.message : String(reason);
        return { host, state: 'not restored', detail };
    }
    if (result.value === undefined)
        return { host, state: 'unchanged', detail: 'the release is not live there' };
    return { host, state: 'restored', detail: result.value || 'what ran before the first deploy' };
}
function notRestored(ends, failed) {
    const [known] = failed.flatMap(({ error }) => (error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? [error] : []));
    const outcomes = ends.map(outcome);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('hosts-not-restored', {
        failed: failed.map(({ host }) => host).join(', '),
        count: ends.length,
        reasons: outcomes.map(({ host, state, detail }) => `${host}: ${state}: ${detail}`).join(' '),
        fix: known?.fix ?? '',
    }, {
        details: known?.details ?? [],
        hostState: {
            state: 'unknown',
            why: `it may be the release on ${failed.map(({ host }) => host).join(', ')}.`,
        },
        cause: known,
    });
}


/***/ }),

/***/ 7985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ restoreOnFailure),
  d: () => (/* binding */ restoreUnlessVerified)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/release/provisional.js
var provisional = __webpack_require__(2129);
;// CONCATENATED MODULE: ./build/src/deploy/plan/job-end.js

/** Why the release is to be taken back, or `undefined` when it stays. */
function rejectionReason(end) {
    if (end.release === '')
        return undefined;
    // `rollback-on` speaks of releases that were deployed.
    return (foundWanting(end) ??
        (end.unfinished ? 'Its deploy did not come to a good end on each of its servers.' : undefined));
}
function foundWanting({ release, rejected, verified, rollbackOn, jobStatus, }) {
    if (rollbackOn === 'never')
        return undefined;
    if (jobStatus === 'cancelled' && !(0,provisional/* namesRelease */.gH)(verified, release))
        return 'The job was cancelled before a verification had passed.';
    if ((0,provisional/* namesRelease */.gH)(rejected, release))
        return 'The verification of this job failed.';
    return rollbackOn === 'job-failure' && jobStatus !== 'success'
        ? `The job ended with "${jobStatus}".`
        : undefined;
}

// EXTERNAL MODULE: ./build/src/deploy/reject-release.js
var reject_release = __webpack_require__(746);
// EXTERNAL MODULE: ./build/src/deploy/remember-release.js
var remember_release = __webpack_require__(5854);
;// CONCATENATED MODULE: ./build/src/deploy/restore-unless-verified.js




/**
 * At the end of the job: has a release taken back, or confirmed where it is to stay.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed; `release-not-confirmed`
 */
async function restoreUnlessVerified(end, reporter, takeBackFor, confirm) {
    const reason = rejectionReason(end);
    if (reason !== undefined)
        return takeBackFor(reason);
    if (end.release === '')
        return;
    await confirm();
    reporter.info(`Release ${end.release} stays`);
}
/**
 * A verification that the release must pass; when it does not, what ran before is restored at once, unless the
 * release is to stay or nothing was changed (its id is empty).
 * @throws {DeployKitError} `release-rejected` with what was found wanting, or why nothing could be restored
 */
async function restoreOnFailure(verify, rollbackOn, release, job, servers, ports) {
    try {
        const { failed } = await verify();
        if (failed !== undefined)
            throw failed;
    }
    catch (error) {
        if (release.releaseId === '' || rollbackOn === 'never')
            throw error;
        const reason = error instanceof errors/* DeployKitError */.mG
            ? [error.message, ...error.details].join('; ')
            : String(error);
        await (0,reject_release/* rejectRelease */.h)({ ...release, reason }, servers, ports).catch((rejected) => {
            // It is done: `post` need not see to it again.
            if (rejected instanceof errors/* DeployKitError */.mG && rejected.entry === 'release-rejected')
                (0,remember_release/* forgetRelease */.$L)(release.releaseId, job, ports.reporter);
            throw rejected;
        });
        // Somebody deployed over it meanwhile: it did not pass all the same.
        throw error;
    }
}


/***/ }),

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ allOrAbort)
/* harmony export */ });
/**
 * Runs tasks side by side. The first that fails ends the others, so that nobody waits for work whose
 * result no one wants any more.
 * @param start gets the signal that each task must heed
 * @throws what the first task to fail threw
 */
async function allOrAbort(start) {
    const controller = new AbortController();
    try {
        return await Promise.all(start(controller.signal));
    }
    finally {
        controller.abort();
    }
}


/***/ }),

/***/ 9402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pollPause)
/* harmony export */ });
/**
 * The pause before the next poll, in seconds: quick at first, growing by a quarter, at most 12. A wait
 * of five minutes then costs at most 36 requests, which leaves room for logging in within 40.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
function pollPause(attempt, random) {
    const pause = Math.min(1.25 ** (attempt - 1), 11.5);
    return pause * (0.94 + 0.12 * random);
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ firstImage),
  i: () => (/* binding */ imagesToAwait)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/image/mirror.js

/**
 * The reference at the first mirror that has it: `ghcr.io/acme/api` with `ghcr.io=mirror.example.com/ghcr`
 * becomes `mirror.example.com/ghcr/acme/api`. Whole parts of the path are compared.
 */
function mirrored(image, mirrors) {
    const text = (0,image_reference/* formatImageReference */.my)(image);
    const mirror = mirrors.find(({ from }) => text.startsWith(`${from}/`));
    if (mirror === undefined)
        return image;
    return (0,image_reference/* parseImageReference */.o_)(`${mirror.to}${text.slice(mirror.from.length)}`) ?? image;
}

// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
;// CONCATENATED MODULE: ./build/src/release/images-to-await.js




/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @param mirrors where the server pulls from instead
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run, mirrors = []) {
    if (given !== undefined && given.length > 0)
        return {
            images: given.map((image) => mirrored((0,image_reference/* atCommit */.nt)(image, run.sha), mirrors)),
            release: undefined,
        };
    const release = (0,release_release/* releaseOfEvent */.h4)(run.event);
    const images = imagesOf(release);
    if (images.length === 0)
        throw (0,errors/* failure */.V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return { images: images.map((image) => mirrored(image, mirrors)), release };
}
function imagesOf(release) {
    return (release?.images ?? []).flatMap(({ reference, digest }) => {
        const image = (0,image_reference/* parseImageReference */.o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
}
/** The image whose registry an account belongs to: the first given one, or the first of the release. */
function firstImage({ images, release, }) {
    return images[0] ?? imagesOf(release)[0];
}


/***/ }),

/***/ 5753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ pinnedImages),
/* harmony export */   g: () => (/* binding */ awaitRelease)
/* harmony export */ });
/* harmony import */ var _wait_for_image_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2540);
/* harmony import */ var _watch_build_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8389);


/**
 * Waits until the registry has every image of the release, or the run that builds them has failed.
 * @throws {DeployKitError} as `waitForImage`
 */
function awaitRelease({ images, release }, wait, ports) {
    return ports.reporter.group('Wait for the image', () => (0,_watch_build_js__WEBPACK_IMPORTED_MODULE_1__/* .watchingBuild */ .g)(release, ports, (build) => (0,_wait_for_image_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForImages */ .z)(images.map((image) => ({ image, ...wait })), { ...ports, build })));
}
/** The images that were found, each by tag and digest. */
function pinnedImages(ready) {
    return ready.map(({ image, digest }) => ({ ...image, digest }));
}


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ waitForImage),
  z: () => (/* binding */ waitForImages)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/local/plan/back-off.js
var back_off = __webpack_require__(9402);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/local/all-or-abort.js
var all_or_abort = __webpack_require__(3561);
// EXTERNAL MODULE: ./build/src/image/manifest.js
var manifest = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/src/registry/registry.js
var registry_registry = __webpack_require__(7786);
// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
;// CONCATENATED MODULE: ./build/src/wait/look-for-image.js





/** What the labels of the OCI image specification begin with. */
const label = 'org.opencontainers.image';
/**
 * Looks once whether an image is what is waited for. A registry that does not answer may be back in a moment; one
 * that refuses will refuse again, and throws.
 */
async function lookForImage(wait, registry, signal) {
    try {
        const found = await registry.find(wait.image, signal);
        return found === undefined
            ? { kind: 'missing', text: 'not there yet', pause: 0 }
            : await judge(wait, found, registry, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'registry-unreachable')
            throw error;
        const pause = error.cause instanceof registry_registry/* RetryAfter */.B ? error.cause.seconds : 0;
        return { kind: 'missing', text: error.why, pause };
    }
}
async function judge({ image, platforms, revision, deep }, found, registry, signal) {
    const platform = missingPlatform(found, platforms);
    // A digest never leads to anything else: only a tag can still get the platform.
    if (platform !== undefined && image.digest !== undefined)
        throw (0,errors/* failure */.V2)('image-platform-missing', {
            image: (0,image_reference/* formatImageReference */.my)(image),
            platform,
            available: found.platforms.join(', '),
        });
    const other = (problem) => ({ kind: 'other', found, problem });
    if (platform !== undefined)
        return other(`it is for ${found.platforms.join(', ')}, not for ${platform}`);
    const exact = { ...image, digest: found.digest };
    const description = (await registry.describe(exact, signal)) ?? {
        labels: new Map(),
        created: undefined,
        healthcheck: false,
        volumes: [],
    };
    const stale = wrongRevision(description, revision);
    if (stale !== undefined)
        return other(stale);
    const missing = deep === true ? await registry.missingBlobs(exact, platforms, signal) : [];
    return missing.length === 0
        ? { kind: 'ready', found, description }
        : other(`${missing.length} of its layers are missing, such as ${missing[0] ?? ''}`);
}
function missingPlatform(found, wanted) {
    return wanted.find((platform) => !found.platforms.some((available) => (0,manifest/* samePlatform */.my)(platform, available)));
}
function wrongRevision({ labels }, expected) {
    if (expected === undefined)
        return undefined;
    const actual = labels.get(`${label}.revision`);
    if (actual === undefined)
        return `it has no label ${label}.revision`;
    return actual.startsWith(expected)
        ? undefined
        : `it was built from ${(0,one_line/* oneLine */.T)(actual)}, not ${expected}`;
}

;// CONCATENATED MODULE: ./build/src/wait/wait-for-image.js





/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
function waitForImages(waits, ports) {
    return (0,all_or_abort/* allOrAbort */.j)((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
}
/**
 * Waits until the registry serves an image that is ready.
 * @param signal ends the wait
 * @throws {DeployKitError} `image-never-came` and `image-stale` at the deadline; at once what waiting does
 * not mend: `registry-denied` and its like, `image-platform-missing` of a digest, `image-build-ended`
 */
async function waitForImage(wait, ports, signal) {
    const { image, timeoutSeconds } = wait;
    const { build, clock, reporter } = ports;
    const name = (0,image_reference/* formatImageReference */.my)(image);
    const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = Number.NEGATIVE_INFINITY;
    for (let attempts = 1;; attempts++) {
        // Before the look: a build that failed after its push has left the image all the same.
        const buildFailed = build.failed.aborted;
        const finding = await lookForImage(wait, ports.registry, signal);
        if (finding.kind === 'ready')
            return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
        if (buildFailed)
            throw (0,errors/* failure */.V2)('image-build-ended', {
                image: name,
                conclusion: String(build.failed.reason),
                'build-run': build.url,
            });
        const asked = finding.kind === 'missing' ? finding.pause : 0;
        const pause = Math.max((0,back_off/* pollPause */.G)(attempts, Math.random()), asked);
        if (waited() + pause > timeoutSeconds)
            throw tooLate(name, finding, waited(), ports);
        if (waited() - reported >= reportEverySeconds - pause) {
            reported = waited();
            const state = finding.kind === 'missing' ? finding.text : finding.problem;
            reporter.info(`${name}: ${state}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`);
        }
        await clock.sleep(pause, interrupted).catch((error) => {
            signal?.throwIfAborted();
            if (!build.failed.aborted)
                throw error;
        });
    }
}
function reportReady(image, { found, description }, effort, reporter) {
    const name = (0,image_reference/* formatImageReference */.my)(image);
    reporter.info(`${name} is there: ${found.digest} (${found.platforms.join(', ')})`);
    const { labels, created } = description;
    return {
        image,
        ...found,
        revision: labels.get(`${label}.revision`),
        created: labels.get(`${label}.created`) ?? created,
        ...effort,
    };
}
function tooLate(image, finding, waited, { registry, build }) {
    const values = {
        image,
        seconds: Math.round(waited),
        requests: registry.requests,
        'build-run': build.url === '' ? '' : `: ${build.url}`,
    };
    return finding.kind === 'missing'
        ? (0,errors/* failure */.V2)('image-never-came', { ...values, answer: finding.text })
        : (0,errors/* failure */.V2)('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}


/***/ }),

/***/ 5010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitInputs)
/* harmony export */ });
/* harmony import */ var _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7877);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);


/** What makes an image ready: the same in wait-for-image and in the root action. */
const waitInputs = {
    platforms: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: 'Platforms that each image must have, for example `linux/arm64`; one a line.',
    },
    revision: {
        kind: _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .commitDigits */ .Cr,
        description: 'The commit that the images must be built from, as 7 to 40 hex digits: a tag such as `latest` that still leads to an older build (by its label `org.opencontainers.image.revision`) is not taken for the new one. Images of a release document are named by digest and need none.',
    },
    deep: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Whether every layer must be there, too: one request a layer.',
    },
    mirror: {
        kind: _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .mirrors */ .VN,
        description: 'Where the server pulls from instead, as `from=to` lines, for example `ghcr.io=mirror.example.com/ghcr`: the mirror is asked, and the outputs name it.',
    },
};


/***/ }),

/***/ 8389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ watchingBuild),
/* harmony export */   h: () => (/* binding */ unknownBuild)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/** When it is not known who builds the image, or nobody does. */
const unknownBuild = { url: '', failed: new AbortController().signal };
/** A run is asked for no more often than this, in seconds. */
const askEverySeconds = 15;
/**
 * Watches a run beside some work, so that nobody waits for what it will not push. GitHub never holds up
 * the work: a token that may not look, or an API that does not answer, ends the watch and nothing else.
 * @param release names the run; `undefined` when there is none to watch
 */
async function watchingBuild(release, ports, work) {
    if (release === undefined)
        return work(unknownBuild);
    const failed = new AbortController();
    const done = new AbortController();
    void watch(release, failed, done.signal, ports);
    try {
        return await work({ url: release.run.url, failed: failed.signal });
    }
    finally {
        done.abort();
    }
}
async function watch({ repository, run }, failed, done, { github, clock, reporter }) {
    try {
        for (;;) {
            const { conclusion } = await github.run(repository, run.id, done);
            if (conclusion === 'success')
                return;
            if (conclusion !== undefined) {
                failed.abort(conclusion);
                return;
            }
            await clock.sleep(askEverySeconds, done);
        }
    }
    catch (error) {
        if (done.aborted)
            return;
        const why = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
        reporter.debug(`The build's run cannot be seen: ${why}`);
    }
}


/***/ }),

/***/ 1267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ Octokit)
});

// EXTERNAL MODULE: ./node_modules/@octokit/core/dist-src/index.js + 13 modules
var dist_src = __webpack_require__(5194);
;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION = "6.0.0";


;// CONCATENATED MODULE: ./node_modules/@octokit/plugin-request-log/dist-src/index.js

function requestLog(octokit) {
  octokit.hook.wrap("request", (request, options) => {
    octokit.log.debug("request", options);
    const start = Date.now();
    const requestOptions = octokit.request.endpoint.parse(options);
    const path = requestOptions.url.replace(options.baseUrl, "");
    return request(options).then((response) => {
      const requestId = response.headers["x-github-request-id"];
      octokit.log.info(
        `${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      return response;
    }).catch((error) => {
      const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
      octokit.log.error(
        `${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`
      );
      throw error;
    });
  });
}
requestLog.VERSION = VERSION;


// EXTERNAL MODULE: ./node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var dist_bundle = __webpack_require__(3779);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js + 3 modules
var plugin_rest_endpoint_methods_dist_src = __webpack_require__(9210);
;// CONCATENATED MODULE: ./node_modules/@octokit/rest/dist-src/version.js
const version_VERSION = "22.0.1";


;// CONCATENATED MODULE: ./node_modules/@octokit/rest/dist-src/index.js





const Octokit = dist_src/* Octokit */.E.plugin(requestLog, plugin_rest_endpoint_methods_dist_src/* legacyRestEndpointMethods */.T, dist_bundle/* paginateRest */.ud).defaults(
  {
    userAgent: `octokit-rest.js/${version_VERSION}`
  }
);



/***/ })

};
