export const id = 133;
export const ids = [133];
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

/***/ 6133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _src_connect_restore_at_job_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5200);
/* harmony import */ var _src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7404);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(138);



/** At the end of the job: restores what ran before, unless the release is to stay. */
async function post() {
    await (0,_src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(_definition_js__WEBPACK_IMPORTED_MODULE_2__/* .definition */ .m, (inputs, reporter) => (0,_src_connect_restore_at_job_end_js__WEBPACK_IMPORTED_MODULE_0__/* .restoreAtJobEnd */ .I)(inputs, reporter));
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

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ restoreAtJobEnd)
/* harmony export */ });
/* harmony import */ var _announce_announce_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95);
/* harmony import */ var _deploy_plan_registry_login_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6810);
/* harmony import */ var _deploy_program_settings_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8455);
/* harmony import */ var _deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5854);
/* harmony import */ var _deploy_reject_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(746);
/* harmony import */ var _deploy_restore_unless_verified_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7985);
/* harmony import */ var _inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6746);
/* harmony import */ var _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5693);
/* harmony import */ var _local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72);
/* harmony import */ var _local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8239);
/* harmony import */ var _local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9555);
/* harmony import */ var _server_confirm_release_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6954);
/* harmony import */ var _server_signs_of_life_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2836);
/* harmony import */ var _ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(460);
/* harmony import */ var _connect_announcers_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1917);
/* harmony import */ var _connect_server_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2856);
/* harmony import */ var _job_releases_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3989);

















/** The `post` step of every action that deploys: restores what ran before, unless the release is to stay. */
async function restoreAtJobEnd(inputs, reporter) {
    const context = (0,_local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_6__/* .githubContext */ .h)();
    const { path, rollbackOn, jobStatus, githubToken } = inputs;
    const ports = { archiver: _local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_8__/* .tarArchiver */ .U, clock: _local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_7__/* .systemClock */ .m, reporter };
    const [releaseId, version] = [(0,_local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .savedState */ .f)(_deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseState */ .hd.id), (0,_local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .savedState */ .f)(_deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseState */ .hd.version)];
    const { rejected, verified } = (0,_job_releases_js__WEBPACK_IMPORTED_MODULE_14__/* .jobReleases */ ._)();
    const unfinished = (0,_local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .savedState */ .f)(_deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseState */ .hd.unfinished) !== '';
    const end = { release: releaseId, rejected, verified, unfinished, rollbackOn, jobStatus };
    const takeBackFor = async (reason) => {
        const settings = (0,_deploy_program_settings_js__WEBPACK_IMPORTED_MODULE_15__/* .programSettings */ .W)(inputs);
        const login = (0,_deploy_plan_registry_login_js__WEBPACK_IMPORTED_MODULE_1__/* .loginFor */ .LD)((0,_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_16__/* .registryAccount */ .J)(inputs), (0,_local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .savedState */ .f)(_deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseState */ .hd.registry) || undefined);
        const release = { ...context, path, releaseId, version, settings, login, reason };
        const announcers = await (0,_connect_announcers_js__WEBPACK_IMPORTED_MODULE_12__/* .connectAnnouncers */ .d)(inputs, githubToken, { ...context, ...ports });
        const facts = (0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_0__/* .deployFacts */ .lo)(inputs, { version, revision: context.sha }, context);
        await (0,_announce_announce_js__WEBPACK_IMPORTED_MODULE_0__/* .announcingFailure */ .Hh)(announcers, facts, reporter, () => (0,_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_11__/* .withServers */ .Fr)((0,_connect_server_js__WEBPACK_IMPORTED_MODULE_13__/* .serversOf */ .U2)(inputs, { wasReached: true }), (servers) => (0,_deploy_reject_release_js__WEBPACK_IMPORTED_MODULE_3__/* .rejectRelease */ .h)(release, servers, ports)));
    };
    const confirm = async () => {
        if ((0,_local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_5__/* .savedState */ .f)(_deploy_remember_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseState */ .hd.confirm) === '')
            return;
        await (0,_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_11__/* .withServers */ .Fr)((0,_connect_server_js__WEBPACK_IMPORTED_MODULE_13__/* .serversOf */ .U2)(inputs, { wasReached: true }), (servers) => (0,_server_confirm_release_js__WEBPACK_IMPORTED_MODULE_9__/* .confirmEverywhere */ .r)((0,_server_signs_of_life_js__WEBPACK_IMPORTED_MODULE_10__/* .watchedOn */ .g)(servers, path, [releaseId]), reporter));
    };
    await (0,_deploy_restore_unless_verified_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreUnlessVerified */ .d)(end, reporter, takeBackFor, confirm);
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

/***/ 5854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ forgetRelease),
/* harmony export */   Jz: () => (/* binding */ rememberRelease),
/* harmony export */   ZT: () => (/* binding */ rememberConfirmed),
/* harmony export */   hd: () => (/* binding */ releaseState),
/* harmony export */   pp: () => (/* binding */ finishRelease)
/* harmony export */ });
/* harmony import */ var _plan_registry_login_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6810);
/* harmony import */ var _release_provisional_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2129);


/** Under these names `post` finds the release that `main` was making. */
const releaseState = {
    id: 'release',
    version: 'version',
    registry: 'registry',
    /** Not empty where the release goes back by itself unless the end of the job confirms it. */
    confirm: 'confirm',
    /** Not empty until the deploy has ended well on each server: what a failed or killed `main` has left is not known. */
    unfinished: 'unfinished',
};
/** Tells the action's own `post` and the later steps of the job which release this job is making. */
function rememberRelease({ releaseId, version, images, settings, }, job, reporter) {
    reporter.saveState(releaseState.id, releaseId);
    reporter.saveState(releaseState.version, version);
    reporter.saveState(releaseState.registry, (0,_plan_registry_login_js__WEBPACK_IMPORTED_MODULE_0__/* .accountRegistry */ .LA)(images) ?? '');
    if (settings.confirmWithinSeconds > 0)
        reporter.saveState(releaseState.confirm, 'yes');
    reporter.saveState(releaseState.unfinished, 'yes');
    reporter.exportVariable(_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVariable */ .St, (0,_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .makingAnother */ .To)(job, releaseId));
}
/** It is confirmed on every server: nothing of it is left to do for the job's end, unless it is rejected after all. */
function rememberConfirmed(reporter) {
    reporter.saveState(releaseState.confirm, '');
}
/** The release is live on each of its servers. */
function finishRelease(reporter) {
    reporter.saveState(releaseState.unfinished, '');
}
/** There is nothing of that release that the rest of this job could take back. */
function forgetRelease(releaseId, job, reporter) {
    reporter.saveState(releaseState.id, '');
    reporter.exportVariable(_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVariable */ .St, (0,_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutReleases */ .f5)(job.making, releaseId));
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

/***/ 5110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ networkInputs)
/* harmony export */ });
/* harmony import */ var _inputs_certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3050);
/* harmony import */ var _inputs_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);



const addresses = {
    describe: '`NAME=ADDRESS`, one a line',
    parse(value) {
        const pairs = _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn.parse(value).map((line) => {
            const [, name = '', address = ''] = /^([^=\s]+)\s*=\s*(\S+)$/.exec(line) ?? [];
            if (!isIpAddress(address))
                throw new _inputs_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be NAME=ADDRESS with an IP address, not "${line}"`);
            return [name.toLowerCase(), address];
        });
        return new Map(pairs);
    },
};
/** How requests from the runner find their way. */
const networkInputs = {
    resolve: {
        kind: addresses,
        description: 'Addresses in place of DNS, for names that do not lead there yet.',
    },
    ipVersion: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('any', '4', '6'),
        default: 'any',
        description: 'Ask over that version of IP alone.',
    },
    tlsCa: {
        kind: _inputs_certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .certificates */ .$,
        description: 'Certificates of a private authority that count beside those that Node knows, on the runner.',
    },
};
/** Whether a text is an IP address, as `isIP` of node:net judges it; an IPv6 one may name its zone. */
function isIpAddress(text) {
    if (!text.includes(':'))
        return isIpv4(text);
    const address = text.replace(/%[0-9A-Za-z.:-]+$/, '');
    return /^[0-9A-Fa-f:.]+$/.test(address) && URL.canParse(`http://[${address}]/`);
}
function isIpv4(text) {
    const parts = text.split('.');
    return (parts.length === 4 &&
        parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255));
}


/***/ }),

/***/ 8951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ parseStatuses),
/* harmony export */   bM: () => (/* binding */ statuses),
/* harmony export */   uN: () => (/* binding */ describeExpectation)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

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
/** The same in a YAML list, where one status alone is a number. */
const statuses = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()]), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((given) => parseStatuses(String(given))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((ranges) => ranges !== undefined, 'must be statuses such as 200 or 200-299, 301'));
/** The expectation as a sentence of an error. */
function describeExpectation(expected) {
    const list = expected.statuses
        .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
        .join(', ');
    return [
        `status ${list}`,
        ...expected.contains.map((text) => `a body with "${text}"`),
        ...(expected.matches === undefined ? [] : [`a body that matches ${String(expected.matches)}`]),
        ...[...expected.json].map(([path, value]) => `\`${path}\` = ${JSON.stringify(value)}`),
        ...[...expected.headers].map(([name, value]) => `the header ${name} with "${value}"`),
    ].join(' and ');
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Su: () => (/* binding */ judgeRedirect),
/* harmony export */   ZZ: () => (/* binding */ redirectModes)
/* harmony export */ });
/* unused harmony export mostHops */
/** How far redirects are followed. */
const redirectModes = ['none', 'same-host', 'any'];
/** Browsers follow twenty; a site that needs more than this one does has lost its way. */
const mostHops = 10;
/**
 * What is wrong with where a redirect leads, or `undefined` when it may be followed. Where none are followed
 * only one that can't be right is a fault here: the others are judged by their status.
 * @param hops the URLs asked so far, the first one first
 */
function judgeRedirect(hops, status, location, mode) {
    const [first] = hops;
    const next = URL.canParse(location) ? new URL(location) : undefined;
    const way = [...hops.map(({ href }) => href), location].join(' → ');
    if (next === undefined || !/^https?:$/.test(next.protocol))
        return mode === 'none'
            ? undefined
            : { kind: 'redirect-elsewhere', text: `status ${status}, which leads nowhere: ${way}` };
    if (first !== undefined && isLocal(next) && !isLocal(first))
        return {
            kind: 'redirect-elsewhere',
            text: `status ${status}, a redirect to the visitor's own machine: ${way}`,
        };
    if (mode === 'none')
        return undefined;
    if (mode === 'same-host' && next.hostname !== first?.hostname)
        return {
            kind: 'redirect-elsewhere',
            text: `status ${status}, a redirect to another host: ${way}`,
        };
    if (hops.some(({ href }) => href === next.href) || hops.length >= mostHops)
        return { kind: 'redirect-loop', text: `status ${status}, a redirect that goes round: ${way}` };
    return undefined;
}
function isLocal({ hostname }) {
    return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}


/***/ }),

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q4: () => (/* binding */ enoughTimeToVerify),
  PI: () => (/* binding */ somethingToVerify),
  o: () => (/* binding */ urlList),
  fn: () => (/* binding */ verifyInputs)
});

// EXTERNAL MODULE: ./build/src/health/plan/http-expectation.js
var http_expectation = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/src/text/entry-list.js
var entry_list = __webpack_require__(1194);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/health/plan/redirects.js
var redirects = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/health/plan/target.js
/** Where a URL is asked from; `both`: what works on the server must work from outside. */
const viewpoints = ['runner', 'host', 'both'];

;// CONCATENATED MODULE: ./build/src/health/plan/parse-targets.js





const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]);
const texts = dist/* record */.g1P(dist/* string */.YjP(), dist/* pipe */.FsL(scalar, dist/* transform */.pdi(String)));
const oneOrMore = dist/* union */.KCZ([
    dist/* pipe */.FsL(scalar, dist/* transform */.pdi((one) => [String(one)])),
    dist/* array */.YOg(dist/* pipe */.FsL(scalar, dist/* transform */.pdi(String))),
]);
const regularExpression = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    try {
        return new RegExp(dataset.value, 'u');
    }
    catch {
        addIssue({ message: 'must be a regular expression' });
        return NEVER;
    }
}));
const urlFields = {
    status: dist/* optional */.lqM(http_expectation/* statuses */.bM),
    body: dist/* optional */.lqM(oneOrMore),
    matches: dist/* optional */.lqM(regularExpression),
    json: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
    header: dist/* optional */.lqM(texts),
    'max-latency': dist/* optional */.lqM(entry_list/* seconds */.YA),
    method: dist/* optional */.lqM(dist/* picklist */.KIO(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']), 'GET'),
    'request-headers': dist/* optional */.lqM(texts, {}),
    'request-body': dist/* optional */.lqM(dist/* string */.YjP()),
    redirects: dist/* optional */.lqM(dist/* picklist */.KIO(redirects/* redirectModes */.ZZ)),
    from: dist/* optional */.lqM(dist/* picklist */.KIO(viewpoints)),
};
const schemas = {
    url: dist/* strictObject */.rej({ url: (0,entry_list/* address */.hl)('http', 'https'), ...urlFields }),
    page: dist/* strictObject */.rej({ page: (0,entry_list/* address */.hl)('http', 'https'), ...urlFields }),
    websocket: dist/* strictObject */.rej({
        websocket: (0,entry_list/* address */.hl)('ws', 'wss'),
        'request-headers': dist/* optional */.lqM(texts, {}),
    }),
    tcp: dist/* strictObject */.rej({
        tcp: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i, 'must be HOST:PORT')),
    }),
    command: dist/* strictObject */.rej({ command: dist/* string */.YjP() }),
    containers: dist/* strictObject */.rej({
        containers: dist/* pipe */.FsL(oneOrMore, dist/* transform */.pdi((names) => (names.length === 1 && names[0] === 'all' ? [] : names))),
    }),
};
const kinds = Object.keys(schemas);
/**
 * Reads a list of targets: YAML, each entry with one of `url`, `page`, `websocket`, `tcp`, `command`,
 * `containers`, and what it must be like.
 * @throws {ListProblems} with every problem of every entry
 */
function parseTargets(text) {
    return (0,entry_list/* parseEntries */.Km)(text, 'url: https://…', readTarget);
}
function readTarget(entry) {
    const kind = kinds.find((name) => name in entry);
    if (kind === undefined)
        return { problems: [`must have one of ${kinds.join(', ')}`] };
    const result = dist/* safeParse */.xLC(schemas[kind], entry);
    if (result.success)
        return { value: targetOf(result.output) };
    const known = Object.keys(schemas[kind].entries);
    return { problems: result.issues.map((issue) => (0,entry_list/* describeIssue */.n6)(issue, known)) };
}
function targetOf(value) {
    if ('url' in value)
        return (defaults) => urlTarget('url', value.url, value, defaults);
    if ('page' in value)
        return (defaults) => urlTarget('page', value.page, value, defaults);
    if ('websocket' in value)
        return () => ({
            kind: 'websocket',
            url: value.websocket,
            headers: new Map(Object.entries(value['request-headers'])),
        });
    if ('tcp' in value) {
        const at = value.tcp.lastIndexOf(':');
        const host = value.tcp.slice(0, at).replace(/^\[|\]$/g, '');
        return () => ({ kind: 'tcp', host, port: Number(value.tcp.slice(at + 1)) });
    }
    if ('command' in value)
        return () => ({ kind: 'command', command: value.command });
    return () => ({ kind: 'containers', services: value.containers });
}
function urlTarget(kind, url, given, { expected, redirects, from }) {
    return {
        kind,
        url,
        method: given.method,
        headers: new Map(Object.entries(given['request-headers'])),
        body: given['request-body'],
        redirects: given.redirects ?? redirects,
        from: given.from ?? from,
        expected: {
            ...expected,
            statuses: given.status ?? expected.statuses,
            contains: given.body ?? expected.contains,
            matches: given.matches,
            json: new Map(Object.entries(given.json ?? {})),
            headers: new Map(Object.entries(given.header ?? {})),
            maxLatencySeconds: given['max-latency'] ?? expected.maxLatencySeconds,
        },
    };
}

// EXTERNAL MODULE: ./build/src/inputs/kind.js
var inputs_kind = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var inputs_kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/src/health/network-inputs.js
var network_inputs = __webpack_require__(5110);
;// CONCATENATED MODULE: ./build/src/health/verify-inputs.js








const statuses = {
    describe: 'statuses and ranges (`200`, `200-299, 301`)',
    parse(value) {
        const ranges = (0,http_expectation/* parseStatuses */.O7)(value);
        if (ranges === undefined)
            throw new inputs_kind/* InputProblem */.S(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
        return ranges;
    },
};
const revisionSource = {
    describe: '`header:NAME` or `json:PATH`',
    parse(value) {
        const [, kind, name = ''] = /^(header|json):\s*(\S+)$/.exec(value) ?? [];
        if (kind !== 'header' && kind !== 'json')
            throw new inputs_kind/* InputProblem */.S(`must be header:NAME or json:PATH, not "${value}"`);
        return { kind, name };
    },
};
const targetList = {
    describe: 'list in YAML',
    parse(value) {
        try {
            return parseTargets(value);
        }
        catch (error) {
            if (error instanceof entry_list/* ListProblems */.vP)
                throw new inputs_kind/* InputProblem */.S(error.message);
            throw error;
        }
    },
};
/** What to verify: the same in verify-health and in the root action. */
const verifyInputs = {
    targets: {
        kind: targetList,
        description: 'What must be healthy, as a list in YAML: each entry is a `url`, a `page`, a `websocket`, a `tcp` port, a `command` or `containers`, with what it must be like (see the guide of verify-health).',
    },
    expectStatus: {
        kind: statuses,
        default: '200',
        description: 'The statuses that count as healthy.',
    },
    expectBody: {
        kind: inputs_kinds/* text */.Qq,
        description: 'Text that each body must contain (in its first 64 KiB).',
    },
    expectRevision: {
        kind: revisionSource,
        description: 'Where an answer says of which commit it is: `header:X-Revision` or `json:build.commit`. It must be the commit that is deployed (its first seven digits do), so that an old container behind a proxy is not taken for success.',
    },
    redirects: {
        kind: (0,inputs_kinds/* choice */.Yq)(...redirects/* redirectModes */.ZZ),
        default: 'none',
        description: 'Which redirects are followed: `none` (a redirect is an answer, and counts by its status), `same-host`, `any`. One to localhost, or in a circle, is always a failure.',
    },
    from: {
        kind: (0,inputs_kinds/* choice */.Yq)(...viewpoints),
        default: 'runner',
        description: 'Where URLs are asked from: the `runner`, the server (`host`, through SSH, with its curl or wget), or `both`.',
    },
    ...network_inputs/* networkInputs */.y,
    tlsMinDays: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(1, 398),
        description: 'For how many days more each certificate must be good (asked from the runner).',
    },
    successes: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(1, 100),
        default: '3',
        description: 'How many good looks in a row each of them must give.',
    },
    interval: {
        kind: inputs_kinds/* duration */.p0,
        default: '1s',
        description: 'The pause between two looks.',
    },
    timeout: {
        kind: inputs_kinds/* duration */.p0,
        default: '120s',
        description: 'How long they may take to become healthy.',
    },
    failFast: {
        kind: inputs_kinds/* boolean */.zM,
        default: 'false',
        description: 'Give up at once on what waiting can hardly mend: a name that does not exist, a certificate for another name, status 401 or 403, a port that is not published.',
    },
    soak: {
        kind: inputs_kinds/* duration */.p0,
        default: '0s',
        description: 'How long what is healthy is watched further.',
    },
    maxFailures: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(0, 10_000),
        default: '0',
        description: 'How many looks at each of them may fail in that time.',
    },
    requestTimeout: { kind: inputs_kinds/* duration */.p0, default: '10s', description: 'How long one request may take.' },
};
/** URLs that are all verified in the same way. */
const urlList = (0,inputs_kinds/* listOf */.c3)('list of URLs, one a line', inputs_kinds/* httpUrl */.q3);
/** Something must be verified: else nothing would count as healthy. */
function somethingToVerify({ urls, targets, }) {
    return (urls ?? []).length + (targets ?? []).length === 0
        ? '`urls` or `targets` must name at least one thing to verify'
        : undefined;
}
/** The time must do for that many good looks in a row, else nothing could ever pass. */
function enoughTimeToVerify({ successes, interval, timeout, }) {
    const needed = (successes - 1) * interval;
    return needed <= timeout
        ? undefined
        : `${successes} answers every ${interval} s take ${needed} s, longer than the ${timeout} s to verify`;
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

/***/ 6954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ confirmEverywhere)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3096);




/**
 * Says on each server that releases stay, so that they do not go back by themselves.
 * @returns whether every server has heard it; of the others a warning says what becomes of them
 * @throws {DeployKitError} `release-not-confirmed` where it came too late
 */
async function confirmEverywhere(watched, reporter) {
    const answers = await Promise.all(watched.map(async (releases) => ({
        host: releases.server.name,
        answer: await confirmReleases(releases).catch((error) => {
            warn(releases, error, reporter);
        }),
    })));
    const late = answers.filter(({ answer }) => (answer?.overdue.length ?? 0) > 0);
    if (late[0]?.answer !== undefined)
        throw cameTooLate(late.map(({ host }) => host), late[0].answer);
    return answers.every(({ answer }) => answer !== undefined);
}
function confirmReleases({ server, path, releases }) {
    return (0,_look_at_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(server, {
        script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .confirm */ .lJ,
        args: [path, ...releases],
        read: ({ stdout }) => {
            const facts = (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(stdout);
            // Without a verdict it could not be written.
            if (!facts.has('end') || facts.has('none'))
                return undefined;
            return { overdue: facts.get('overdue') ?? [], live: facts.get('live')?.[0] ?? '' };
        },
    });
}
function warn({ server, releases }, error, reporter) {
    const why = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
    reporter.warning(`${server.name}: the release could not be confirmed`, `${why} There ${releases.join(' and ')} goes back by itself once \`confirm-within\` is over.`);
}
function cameTooLate(hosts, { overdue, live }) {
    const release = overdue.join(' and ');
    const hostState = overdue.includes(live)
        ? { state: 'unknown', why: `${release} is being taken back.` }
        : { state: 'restored', release: live || 'what ran before the first deploy' };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-not-confirmed', { release, hosts: hosts.join(', ') }, { hostState });
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

/***/ 1194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ parseEntries),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   n6: () => (/* binding */ describeIssue),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   vP: () => (/* binding */ ListProblems)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _read_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2217);




/** What is wrong with a list, every problem in a sentence. */
class ListProblems extends Error {
    problems;
    constructor(problems) {
        super(problems.join('; '));
        this.problems = problems;
    }
}
/**
 * Reads a YAML list whose entries are mappings.
 * @param example what an entry looks like: `url: https://…`
 * @throws {ListProblems} with every problem of every entry
 */
function parseEntries(text, example, read) {
    const yaml = (0,_read_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlValue */ .t)((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text));
    if ('problem' in yaml)
        throw new ListProblems([`must be YAML: ${yaml.problem}`]);
    const content = yaml.value;
    if (!Array.isArray(content) || content.length === 0)
        throw new ListProblems([`must be a list, each entry such as \`- ${example}\``]);
    const problems = [];
    const entries = content.flatMap((entry, index) => {
        const result = typeof entry !== 'object' || entry === null || Array.isArray(entry)
            ? { problems: [`must be a mapping such as \`${example}\``] }
            : read(entry);
        if ('value' in result)
            return [result.value];
        problems.push(...result.problems.map((problem) => `entry ${index + 1} ${problem}`));
        return [];
    });
    if (problems.length > 0)
        throw new ListProblems(problems);
    return entries;
}
/** An issue of valibot as a sentence after "entry 1". */
function describeIssue(issue, known) {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    if (issue.type === 'strict_object') {
        const near = nearest(path, known);
        const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
        return `has \`${path}\`, which it can't have${hint}`;
    }
    if (issue.type === 'picklist')
        return `has \`${path}\`, which must be one of ${issue.expected ?? ''}`;
    return `has \`${path}\`, which ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}`;
}
/** The known word that a misspelt one may mean. */
function nearest(word, known) {
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word, [...known]);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, near) <= 3 ? near : undefined;
}
/** A URL of one of those schemes, without a user and password: they would show in logs and summaries. */
function address(...schemes) {
    return valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP('must be a URL'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((text) => URL.canParse(text), 'must be a URL'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => new URL(text)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(({ protocol }) => schemes.includes(protocol.slice(0, -1)), `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(({ username, password }) => username === '' && password === '', 'must not carry a user and password'));
}
const units = { ms: 0.001, s: 1, m: 60 };
const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m)$/;
/** `500ms`, `10s`, `2m`, as seconds. */
const seconds = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP('must be a number with a unit, such as 500ms'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(durationPattern, 'must be a number with a unit, such as 500ms'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => {
    const [, number = '', unit = ''] = durationPattern.exec(text) ?? [];
    return Number(number) * (units[unit] ?? 1);
}));


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


/***/ })

};
