export const id = 643;
export const ids = [643,267];
export const modules = {

/***/ 6353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/connect/age-identities.js
var age_identities = __webpack_require__(3234);
// EXTERNAL MODULE: ./build/src/local/outside/checkout.js
var checkout = __webpack_require__(1037);
// EXTERNAL MODULE: ./build/src/connect/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(1917);
// EXTERNAL MODULE: ./build/src/connect/connect-registry.js
var connect_registry = __webpack_require__(4520);
// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 5 modules
var connect_server = __webpack_require__(2639);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/exec-processes.js
var exec_processes = __webpack_require__(1276);
// EXTERNAL MODULE: ./build/src/connect/network-of.js
var network_of = __webpack_require__(3634);
// EXTERNAL MODULE: ./build/src/net/outside/node-http-probe.js + 1 modules
var node_http_probe = __webpack_require__(5273);
// EXTERNAL MODULE: ./build/src/net/outside/node-socket-probe.js
var node_socket_probe = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js
var octokit_github = __webpack_require__(5218);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/announce/announce.js + 1 modules
var announce = __webpack_require__(95);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js + 3 modules
var deploy_hosts = __webpack_require__(8861);
// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
// EXTERNAL MODULE: ./build/src/deploy/prepare-deploy.js + 1 modules
var prepare_deploy = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/deploy/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/health/verification-request.js + 9 modules
var verification_request = __webpack_require__(973);
// EXTERNAL MODULE: ./build/src/health/verified-server.js
var verified_server = __webpack_require__(8424);
// EXTERNAL MODULE: ./build/src/health/verify-health.js
var verify_health = __webpack_require__(8030);
// EXTERNAL MODULE: ./build/src/wait/wait-for-image.js
var wait_for_image = __webpack_require__(8220);
// EXTERNAL MODULE: ./build/src/wait/watch-build.js
var watch_build = __webpack_require__(8389);
// EXTERNAL MODULE: ./build/src/release/images-to-await.js
var images_to_await = __webpack_require__(8100);
// EXTERNAL MODULE: ./build/src/health/plan/verification-failure.js
var verification_failure = __webpack_require__(8276);
// EXTERNAL MODULE: ./build/src/health/plan/verify-summary.js
var verify_summary = __webpack_require__(3552);
// EXTERNAL MODULE: ./build/src/announce/announce-inputs.js
var announce_inputs = __webpack_require__(6098);
// EXTERNAL MODULE: ./build/src/deploy/deploy-inputs.js
var deploy_inputs = __webpack_require__(9682);
// EXTERNAL MODULE: ./build/src/deploy/deploy-outputs.js
var deploy_outputs = __webpack_require__(2825);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/deploy/deploy-rules.js
var deploy_rules = __webpack_require__(3536);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
// EXTERNAL MODULE: ./build/src/health/verify-inputs.js + 2 modules
var verify_inputs = __webpack_require__(2562);
;// CONCATENATED MODULE: ./build/actions/deploy-kit/definition.js







const { timeout: verifyTimeout, ...otherVerifyInputs } = verify_inputs/* verifyInputs */.fn;
const definition = (0,inputs/* defineAction */.QP)({
    name: 'deploy-kit',
    title: 'deploy-kit',
    description: 'Deploys Docker Compose to your own server: waits for the image, deploys all or nothing, verifies, or restores what ran before.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: {
        ...shared_inputs/* sshInputs */.aM,
        ...shared_inputs/* hostsInputs */.$T,
        ...deploy_inputs/* deployInputs */.xR,
        ...shared_inputs/* registryInputs */.P4,
        ...announce_inputs/* announceInputs */.D,
        ...shared_inputs/* buildWatchInputs */.F1,
        waitTimeout: { kind: inputs/* duration */.p0, default: '10m', description: 'How long to wait for the image.' },
        urls: {
            kind: verify_inputs/* urlList */.o,
            description: 'What to ask after the deploy, one URL a line; when one does not answer as expected, what ran before is restored.',
        },
        ...otherVerifyInputs,
        verifyTimeout,
    },
    outputs: deploy_outputs/* deploymentOutputs */.C,
    rules: [
        deploy_rules/* wholeRegistryAccount */.oU,
        deploy_rules/* wholeMigration */.wt,
        deploy_rules/* wholeProxy */.ET,
        deploy_rules/* timeToBeStable */.ze,
        (inputs) => (0,verify_inputs/* enoughTimeToVerify */.q4)({ ...inputs, timeout: inputs.verifyTimeout }),
    ],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/deploy-kit/main.js






























/** Waits for the image, deploys it, verifies it; takes it back when it does not pass. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const started = system_clock/* systemClock */.m.now();
        const root = (0,checkout/* checkout */.P)(context.workspace);
        const { folder, files } = (0,prepare_deploy/* locateProject */.m0)(inputs.composeFiles, root);
        const { images, release } = (0,images_to_await/* imagesToAwait */.i)(inputs.images, context);
        const registry = (0,connect_registry/* connectRegistry */.g)(inputs, images[0]);
        const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        const clock = system_clock/* systemClock */.m;
        const waits = images.map((image) => ({
            image,
            platforms: [],
            timeoutSeconds: inputs.waitTimeout,
        }));
        await reporter.group('Wait for the image', () => (0,watch_build/* watchingBuild */.g)(release, { github, clock, reporter }, (build) => (0,wait_for_image/* waitForImages */.z)(waits, { registry, build, clock, reporter })));
        const intent = await reporter.group('Read what to deploy', () => (0,prepare_deploy/* prepareDeploy */.hz)({ ...(0,deploy_request/* deployRequest */.L)(inputs, context, started), composeFiles: files }, { root, project: (0,checkout/* checkout */.P)((0,external_node_path_.join)(context.workspace, folder)) }, registry, { age: (0,age_identities/* ageOf */.h)(inputs.ageKey), reporter }));
        const verification = { ...inputs, timeout: inputs.verifyTimeout };
        const targets = (0,verification_request/* targetsOf */.QR)(inputs.urls ?? [], verification, intent.revision);
        for (const secret of (0,verification_request/* secretsIn */.VY)(targets))
            reporter.mask(secret);
        const announcers = await (0,connect_announcers/* connectAnnouncers */.d)(inputs, inputs.githubToken, {
            apiUrl: context.apiUrl,
            clock,
            reporter,
        });
        const facts = (0,announce/* deployFacts */.lo)(inputs, intent, context);
        const deployment = await (0,announce/* announcing */.RQ)(announcers, facts, reporter, () => (0,deploy_hosts/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), async (servers) => {
            const ports = { archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter };
            const release = (0,deploy_hosts/* hostsDeploy */.lh)(intent, inputs.path);
            const live = await (0,deploy_hosts/* deployHosts */.d)(release, servers, inputs.maxParallel, ports);
            const [first] = servers;
            const network = (0,network_of/* networkOf */.A)(inputs);
            const checks = await (0,verification_request/* checksOf */.tg)(targets, verification, {
                http: (0,node_http_probe/* nodeHttpProbe */.FQ)(network),
                sockets: (0,node_socket_probe/* nodeSocketProbe */.Q)(network),
                processes: exec_processes/* execProcesses */.z,
                server: first && (0,verified_server/* verifiedServer */._)(first, inputs.path),
            });
            const verdicts = await reporter.group('Verify health', () => (0,verify_health/* verifyHealth */.g)(checks, (0,verification_request/* patienceOf */.Hw)(verification), system_clock/* systemClock */.m, reporter));
            if (verdicts.length > 0)
                reporter.summary((0,verify_summary/* renderVerifySummary */.i)(verdicts));
            const reason = (0,verification_failure/* describeFaults */.Z)(verdicts);
            // What was live before this run is not this run's to take back.
            const failed = (0,verification_failure/* verificationFailure */.a)(verdicts, errors/* unchanged */.Cv);
            if (failed !== undefined && !live.changed)
                throw failed;
            if (reason !== undefined) {
                await (0,deploy_hosts/* rejectOnHosts */.WF)({
                    ...inputs,
                    ...context,
                    settings: intent.settings,
                    // This run's own: a server that had it before runs it under another id, and keeps it.
                    release: intent.releaseId,
                    version: live.version,
                    reason,
                }, servers, ports);
                // Somebody deployed over it meanwhile: it did not pass all the same.
                throw failed ?? new Error(reason);
            }
            return live;
        }));
        const seconds = (system_clock/* systemClock */.m.now().getTime() - started.getTime()) / 1000;
        (0,report_deployment/* reportDeployment */.a)(deployment, intent, { host: inputs.host, seconds }, reporter);
    });
}


/***/ }),

/***/ 1867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ reportDeployment)
});

// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/deploy/plan/deploy-summary.js

/** The job summary of a release that is live: what changed, when what happened, how to look and undo. */
function renderDeploySummary(deployment, { actor, runUrl }, { host, seconds }) {
    const { version, revision, previous } = deployment;
    if (!deployment.changed)
        return `## ${(0,markdown/* plain */.pj)(version)} is live on ${(0,markdown/* plain */.pj)(host.host)} already\n\nNothing was touched: files, env file, images and containers are those of release \`${deployment.releaseId}\` (${seconds.toFixed(1)} s).\n`;
    const ssh = `ssh ${host.port === 22 ? '' : `-p ${host.port} `}${host.user}@${host.host}`;
    return [
        `## :rocket: ${(0,markdown/* plain */.pj)(version)} is live on ${(0,markdown/* plain */.pj)(host.host)}`,
        '',
        `Released by ${(0,markdown/* plain */.pj)(actor)} from [this run](${runUrl}) in ${seconds.toFixed(1)} s; commit \`${revision.slice(0, 12)}\`.`,
        '',
        '| service | before | now |',
        '| --- | --- | --- |',
        ...deployment.changes.map(({ service, from, to }) => `| ${(0,markdown/* plain */.pj)(service)} | ${(0,markdown/* shortDigest */.VK)(from)} | ${(0,markdown/* shortDigest */.VK)(to)} |`),
        '',
        ...timeline(deployment.steps),
        '',
        `Look around: \`${ssh}\`, then \`cd ${deployment.path} && docker compose ps\``,
        '',
        previous === ''
            ? 'There was no release before this one to go back to.'
            : `Undo: [rollback](https://github.com/org/deploy-kit/tree/v1/rollback) with \`to: ${previous}\`, or by hand as [the operator's guide](https://github.com/org/deploy-kit/blob/v1/docs/operating.md) says.`,
        '',
    ].join('\n');
}
// Steps that took no time to speak of would only make the picture unreadable.
function timeline(steps) {
    const shown = steps.filter(({ seconds }) => seconds >= 0.05);
    if (shown.length === 0)
        return [];
    let at = 0;
    const bars = shown.map(({ title, seconds }) => {
        const from = at;
        at += seconds;
        return `  ${title.replace(/@sha256:[a-f0-9]+/g, '').replace(/[:;#,]/g, ' ')} :${milliseconds(from)}, ${milliseconds(at)}`;
    });
    return [
        '```mermaid',
        'gantt',
        '  title Seconds on the server',
        '  dateFormat x',
        '  axisFormat %S.%L',
        ...bars,
        '```',
    ];
}
function milliseconds(seconds) {
    return Math.round(seconds * 1000);
}

;// CONCATENATED MODULE: ./build/src/deploy/report-deployment.js

/** Says what is live: outputs, job summary, log. */
function reportDeployment(deployment, origin, place, reporter) {
    const { releaseId, version, previous, changed, journal } = deployment;
    reporter.output('release', releaseId);
    reporter.output('version', version);
    reporter.output('previous', previous);
    reporter.output('changed', String(changed));
    reporter.output('journal', journal);
    reporter.output('seconds', place.seconds.toFixed(1));
    reporter.summary(renderDeploySummary(deployment, origin, place));
    reporter.info(changed
        ? `Release ${releaseId} is live on ${place.host.host}`
        : `Unchanged: release ${releaseId} is live on ${place.host.host} and has everything already`);
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

/***/ 8100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ imagesToAwait),
/* harmony export */   o: () => (/* binding */ firstImage)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5802);



/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run) {
    if (given !== undefined && given.length > 0)
        return { images: given.map((image) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha)), release: undefined };
    const release = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event);
    const images = imagesOf(release);
    if (images.length === 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return { images, release };
}
function imagesOf(release) {
    return (release?.images ?? []).flatMap(({ reference, digest }) => {
        const image = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
}
/** The image whose registry an account belongs to: the first given one, or the first of the release. */
function firstImage({ images, release, }) {
    return images[0] ?? imagesOf(release)[0];
}


/***/ }),

/***/ 8220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ waitForImage),
/* harmony export */   z: () => (/* binding */ waitForImages)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _local_plan_back_off_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9402);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);
/* harmony import */ var _image_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8334);
/* harmony import */ var _text_one_line_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9180);
/* harmony import */ var _registry_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7786);
/* harmony import */ var _local_all_or_abort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3561);







/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
const label = 'org.opencontainers.image';
/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
function waitForImages(waits, ports) {
    return (0,_local_all_or_abort_js__WEBPACK_IMPORTED_MODULE_4__/* .allOrAbort */ .j)((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
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
    const name = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image);
    const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = Number.NEGATIVE_INFINITY;
    for (let attempts = 1;; attempts++) {
        // Before the look: a build that failed after its push has left the image all the same.
        const buildFailed = build.failed.aborted;
        const finding = await look(wait, ports.registry, signal);
        if (finding.kind === 'ready')
            return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
        if (buildFailed)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-build-ended', {
                image: name,
                conclusion: String(build.failed.reason),
                'build-run': build.url,
            });
        const asked = finding.kind === 'missing' ? finding.pause : 0;
        const pause = Math.max((0,_local_plan_back_off_js__WEBPACK_IMPORTED_MODULE_5__/* .pollPause */ .G)(attempts, Math.random()), asked);
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
    const name = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image);
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
// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function look(wait, registry, signal) {
    try {
        const found = await registry.find(wait.image, signal);
        return found === undefined
            ? { kind: 'missing', text: 'not there yet', pause: 0 }
            : await judge(wait, found, registry, signal);
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG) || error.entry !== 'registry-unreachable')
            throw error;
        const pause = error.cause instanceof _registry_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .RetryAfter */ .B ? error.cause.seconds : 0;
        return { kind: 'missing', text: error.why, pause };
    }
}
async function judge({ image, platforms, revision, deep }, found, registry, signal) {
    const platform = missingPlatform(found, platforms);
    // A digest never leads to anything else: only a tag can still get the platform.
    if (platform !== undefined && image.digest !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-platform-missing', {
            image: (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image),
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
    return wanted.find((platform) => !found.platforms.some((available) => (0,_image_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(platform, available)));
}
function wrongRevision({ labels }, expected) {
    if (expected === undefined)
        return undefined;
    const actual = labels.get(`${label}.revision`);
    if (actual === undefined)
        return `it has no label ${label}.revision`;
    return actual.startsWith(expected)
        ? undefined
        : `it was built from ${(0,_text_one_line_js__WEBPACK_IMPORTED_MODULE_6__/* .oneLine */ .T)(actual)}, not ${expected}`;
}
function tooLate(image, finding, waited, { registry, build }) {
    const values = {
        image,
        seconds: Math.round(waited),
        requests: registry.requests,
        'build-run': build.url === '' ? '' : `: ${build.url}`,
    };
    return finding.kind === 'missing'
        ? (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-never-came', { ...values, answer: finding.text })
        : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}


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
