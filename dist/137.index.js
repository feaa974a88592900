export const id = 137;
export const ids = [137];
export const modules = {

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6098);
/* harmony import */ var _src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8412);
/* harmony import */ var _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2825);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1064);
/* harmony import */ var _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3536);
/* harmony import */ var _src_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6746);
/* harmony import */ var _src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3294);







const definition = (0,_src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'deploy-compose',
    title: 'Deploy with Docker Compose',
    description: 'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: {
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .sshInputs */ .aM,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .hostsInputs */ .$T,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .deployInputs */ .xR,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .registryInputs */ .P4,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackInputs */ .Cw,
        ..._src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .announceInputs */ .D,
        ..._src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentTokenInputs */ .c,
        ..._src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .dryRunInputs */ ["in"],
    },
    outputs: _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOutputs */ .C,
    rules: [_src_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeRegistryAccount */ .o, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeMigration */ .wt, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeProxy */ .ET, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .timeToBeStable */ .ze, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .confirmedOrNever */ .De],
    post: true,
});


/***/ }),

/***/ 5137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _src_connect_restore_at_job_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5200);
/* harmony import */ var _src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7404);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7982);



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


/***/ })

};
