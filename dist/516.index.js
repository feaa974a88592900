export const id = 516;
export const ids = [516];
export const modules = {

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_inputs_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6684);
/* harmony import */ var _src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7756);
/* harmony import */ var _src_inputs_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7703);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1064);
/* harmony import */ var _src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2820);
/* harmony import */ var _src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6081);






const definition = (0,_src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .QP)({
    name: 'deploy-compose',
    title: 'Deploy with Docker Compose',
    description: 'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: {
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .sshInputs */ .aM,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .hostsInputs */ .$T,
        ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .deployInputs */ .xR,
        ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .registryInputs */ .P4,
        ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackInputs */ .Cw,
        ..._src_inputs_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .announceInputs */ .D,
        ..._src_inputs_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentTokenInputs */ .c,
        dryRun: {
            kind: _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM,
            default: 'false',
            description: 'Only look at the server and show what would be done: images, files, names of env keys, how each service is switched, and the program. Changes nothing; good as a check of a pull request.',
        },
    },
    outputs: _src_inputs_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOutputs */ .C,
    rules: [_src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeRegistryAccount */ .o, _src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeMigration */ .w],
    post: true,
});


/***/ }),

/***/ 9516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/src/adapters/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(4383);
// EXTERNAL MODULE: ./build/src/adapters/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/src/adapters/connect-server.js + 4 modules
var connect_server = __webpack_require__(6185);
// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/adapters/tar-archiver.js
var tar_archiver = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/apply/announce.js + 1 modules
var announce = __webpack_require__(582);
// EXTERNAL MODULE: ./build/src/apply/deploy-request.js
var deploy_request = __webpack_require__(3179);
// EXTERNAL MODULE: ./build/src/apply/deploy-hosts.js + 2 modules
var deploy_hosts = __webpack_require__(7461);
// EXTERNAL MODULE: ./build/src/plan/provisional.js
var provisional = __webpack_require__(2535);
;// CONCATENATED MODULE: ./build/src/plan/rejection.js
/** Why the release is to be taken back, or `undefined` when it stays. */
function rejectionReason({ release, rejected, rollbackOn, jobStatus, }) {
    if (release === '' || rollbackOn === 'never')
        return undefined;
    if (rejected === release)
        return 'A verify-health step of this job failed.';
    if (rollbackOn === 'job-failure' && jobStatus !== 'success')
        return `The job ended with "${jobStatus}".`;
    return undefined;
}

// EXTERNAL MODULE: ./build/actions/deploy-compose/definition.js
var definition = __webpack_require__(7982);
;// CONCATENATED MODULE: ./build/actions/deploy-compose/post.js













/** At the end of the job: restores what ran before when a later step found the release wanting. */
async function post() {
    await (0,run_action/* runAction */.C)(definition/* definition */.m, async (inputs, reporter) => {
        const release = (0,actions_reporter/* savedState */.f)('release');
        const reason = rejectionReason({
            release,
            rejected: process.env[provisional/* rejectedVariable */.dv],
            rollbackOn: inputs.rollbackOn,
            jobStatus: inputs.jobStatus,
        });
        if (reason === undefined) {
            if (release !== '')
                reporter.info(`Release ${release} stays`);
            return;
        }
        const context = (0,github_context/* githubContext */.h)();
        const { actor, runUrl } = context;
        const version = (0,actions_reporter/* savedState */.f)('version');
        const ports = { archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter };
        const announcers = await (0,connect_announcers/* connectAnnouncers */.d)(inputs, inputs.githubToken, {
            ...ports,
            apiUrl: context.apiUrl,
        });
        const facts = (0,announce/* deployFacts */.lo)(inputs, { version, revision: context.sha }, context);
        await (0,announce/* announcingFailure */.Hh)(announcers, facts, reporter, () => (0,deploy_hosts/* withServers */.Fr)((0,connect_server/* serversOf */.U)(inputs), (servers) => (0,deploy_hosts/* rejectOnHosts */.WF)({ ...inputs, settings: (0,deploy_request/* programSettings */.W)(inputs), release, reason, version, actor, runUrl }, servers, ports)));
    });
}


/***/ }),

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ planOnServer),
/* harmony export */   w: () => (/* binding */ deployCompose)
/* harmony export */ });
/* harmony import */ var _plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7565);
/* harmony import */ var _plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2604);
/* harmony import */ var _plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9293);
/* harmony import */ var _plan_pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7593);
/* harmony import */ var _plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3314);
/* harmony import */ var _plan_render_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6044);
/* harmony import */ var _plan_upload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6604);
/* harmony import */ var _probe_server_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5748);
/* harmony import */ var _progress_report_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8922);
/* harmony import */ var _program_limits_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7203);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3449);











/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @param path the deploy folder as it was given (`~/app`, `/opt/app`)
 * @throws {DeployKitError} with the host state that the failure left
 */
async function deployCompose(intent, path, ports) {
    const { reporter, server } = ports;
    const { pins, switching, ready } = await planOnServer(intent, path, ports);
    const head = (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .programHead */ .tW)(intent, ready, switching);
    const upload = (0,_plan_upload_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseUpload */ .fU)(intent, (0,_plan_render_program_js__WEBPACK_IMPORTED_MODULE_5__/* .renderProgram */ .N)((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planDeploy */ .bJ)(intent, ready, pins, switching)), (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPins */ .PD)(intent.project, pins, intent.files), pins, ready.currentFiles, switching);
    reporter.info(`Sending release ${intent.releaseId}: ${intent.files.length - upload.unchanged} files, ${upload.unchanged} unchanged`);
    const progress = new _progress_report_js__WEBPACK_IMPORTED_MODULE_10__/* .ProgressReport */ .g(reporter);
    const run = {
        path: ready.path,
        releaseId: intent.releaseId,
        base: ready.current ?? '',
        upload,
        timeoutSeconds: (0,_program_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .programTimeout */ ._)(intent.settings, intent.lockTimeoutSeconds),
    };
    const end = await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_9__/* .runProgram */ .m)(run, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    if (end === undefined)
        throw await (0,_program_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .endedEarly */ .S)(progress, head, intent.lockTimeoutSeconds, ports);
    if (end.outcome !== 'committed' && end.outcome !== 'same')
        throw (0,_plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .explainProgramEnd */ .R)(end, server, ready.path, progress.details);
    return {
        changed: end.outcome === 'committed',
        releaseId: end.live,
        version: intent.version,
        revision: intent.revision,
        previous: ready.current ?? '',
        changes: [...pins].map(([service, to]) => ({
            service,
            from: ready.currentImages.get(service) ?? '',
            to,
        })),
        steps: progress.steps,
        journal: progress.journal,
        path: ready.path,
    };
}
/**
 * Looks at the server and decides how the release gets there, without any change.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
async function planOnServer(intent, path, ports) {
    const { reporter, server } = ports;
    const pins = (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .pinnedServices */ .F3)(intent.project, intent.images);
    (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .checkPins */ .$q)(intent, pins);
    const switching = (0,_plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planSwitch */ .S7)(intent.strategy, intent.project, pins);
    const ready = await reporter.group(`Look at ${server.name}`, async () => {
        const facts = await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_7__/* .probeServer */ ._)(server, path, intent.pathsOnServer);
        const checked = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkServer */ .i)(facts, server.name);
        (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProjectOnServer */ .e)(intent.project, intent.pathsOnServer, facts, server.name);
        describeServer(checked, reporter);
        describeSwitch(switching, reporter);
        return checked;
    });
    return { pins, switching, ready };
}
function describeSwitch({ predictions }, reporter) {
    for (const { service, how, pause } of predictions)
        reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}
function describeServer(server, reporter) {
    reporter.info(`Docker ${'version' in server.docker ? server.docker.version : ''}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`);
    reporter.info(server.current === undefined
        ? 'No release of deploy-kit is live yet'
        : `Live now: ${server.current}`);
    if (server.interrupted !== undefined)
        reporter.warning('An earlier deploy was interrupted', `Release ${server.interrupted} did not finish; this deploy settles it first.`);
}


/***/ }),

/***/ 7461:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ deployHosts),
  WF: () => (/* binding */ rejectOnHosts),
  Fr: () => (/* binding */ withServers)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
// EXTERNAL MODULE: ./build/src/plan/markdown.js
var markdown = __webpack_require__(3540);
;// CONCATENATED MODULE: ./build/src/plan/hosts-table.js

/** The servers as a Markdown table. */
function renderHosts(version, outcomes) {
    const failed = outcomes.some(({ state }) => state === 'failed');
    const words = (state) => failed && state === 'live' ? 'restored' : state;
    return [
        `## ${(0,markdown/* plain */.pj)(version)} on ${outcomes.length} servers`,
        '',
        '| server | outcome | |',
        '| --- | --- | --- |',
        ...outcomes.map(({ host, state, detail }) => `| ${(0,markdown/* plain */.pj)(host)} | ${words(state)} | ${(0,markdown/* plain */.pj)(detail)} |`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/apply/deploy-compose.js
var deploy_compose = __webpack_require__(7158);
;// CONCATENATED MODULE: ./build/src/apply/host-reporter.js
/** Reports of one server among several that work at the same time: each line with its name, no groups. */
function hostReporter(reporter, host) {
    const info = (line) => {
        reporter.info(`[${host}] ${line}`);
    };
    return {
        ...reporter,
        info,
        group: (title, phase) => {
            info(title);
            return phase();
        },
        openGroup: (title) => {
            info(title);
            return () => undefined;
        },
        warning: (title, message) => {
            reporter.warning(`${host}: ${title}`, message);
        },
    };
}

// EXTERNAL MODULE: ./build/src/apply/reject-release.js
var reject_release = __webpack_require__(2183);
;// CONCATENATED MODULE: ./build/src/apply/deploy-hosts.js





/**
 * One release onto several servers: the first alone, which also migrates, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several
 */
async function deployHosts(intent, path, servers, maxParallel, ports) {
    const [first, ...others] = servers.map((server) => ({ server }));
    if (first === undefined)
        throw new RangeError('no server to deploy to');
    if (others.length === 0)
        return (0,deploy_compose/* deployCompose */.w)(intent, path, { ...ports, server: first.server });
    const runs = [first, ...others];
    for (const batch of [[first], ...chunks(others, maxParallel)]) {
        await Promise.all(batch.map(async (run) => {
            const own = run === first ? intent : { ...intent, migration: undefined };
            const reporter = hostReporter(ports.reporter, run.server.name);
            const work = (0,deploy_compose/* deployCompose */.w)(own, path, { ...ports, server: run.server, reporter });
            [run.result] = await Promise.allSettled([work]);
        }));
        if (batch.some(({ result }) => result?.status === 'rejected')) {
            await restoreSwitched(runs, intent, path, ports);
            ports.reporter.summary(renderHosts(intent.version, runs.map(outcome)));
            throw hostsFailed(runs);
        }
    }
    ports.reporter.summary(renderHosts(intent.version, runs.map(outcome)));
    if (first.result?.status !== 'fulfilled')
        throw new Error('the first server has no result');
    const changed = runs.some(({ result }) => result?.status === 'fulfilled' && result.value.changed);
    return { ...first.result.value, changed };
}
function chunks(items, size) {
    const count = Math.ceil(items.length / size);
    return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
async function restoreSwitched(runs, intent, path, ports) {
    await Promise.all(runs.map(async (run) => {
        if (run.result?.status !== 'fulfilled' || !run.result.value.changed)
            return;
        const rejection = {
            ...intent,
            path,
            release: run.result.value.releaseId,
            reason: 'Another server of the same deploy failed.',
            lockTimeout: intent.lockTimeoutSeconds,
        };
        const reporter = hostReporter(ports.reporter, run.server.name);
        try {
            await (0,reject_release/* rejectRelease */.h)(rejection, { ...ports, server: run.server, reporter });
        }
        catch (error) {
            // That is how it says that it has done so.
            if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'release-rejected')
                run.notRestored = error instanceof errors/* DeployKitError */.mG ? error.why : String(error);
        }
    }));
}
function outcome({ server: { name: host }, result, notRestored }) {
    if (result === undefined)
        return { host, state: 'not tried', detail: '' };
    if (result.status === 'rejected') {
        const { reason } = result;
        const detail = reason instanceof errors/* DeployKitError */.mG ? `${reason.title}: ${reason.why}` : String(reason);
        return { host, state: 'failed', detail };
    }
    const { changed, releaseId } = result.value;
    if (notRestored !== undefined)
        return { host, state: 'not restored', detail: notRestored };
    return { host, state: changed ? 'live' : 'unchanged', detail: releaseId };
}
function hostsFailed(runs) {
    const outcomes = runs.map(outcome);
    const failed = outcomes.filter(({ state }) => state === 'failed');
    const cause = runs.find(({ result }) => result?.status === 'rejected')?.result;
    const error = cause?.status === 'rejected' ? cause.reason : undefined;
    const known = error instanceof errors/* DeployKitError */.mG ? error : undefined;
    const lost = outcomes.filter(({ state }) => state === 'not restored');
    return (0,errors/* failure */.V2)('hosts-failed', {
        failed: failed.map(({ host }) => host).join(', '),
        count: runs.length,
        reasons: failed.map(({ host, detail }) => `${host}: ${detail}`).join(' '),
        fix: known?.fix ?? '',
    }, {
        details: known?.details ?? [],
        hostState: lost.length === 0 && known?.hostState.state !== 'unknown'
            ? { state: 'restored', release: 'what each server ran before' }
            : {
                state: 'unknown',
                why: `not restored: ${[...lost, ...failed].map(({ host }) => host).join(', ')}.`,
            },
        cause: error,
    });
}
/** Works with several servers and closes every connection afterwards. */
async function withServers(servers, work) {
    try {
        return await work(servers);
    }
    finally {
        for (const server of servers)
            server.drop();
    }
}
/**
 * Restores what ran before a release on each of several servers.
 * @throws {DeployKitError} the first one's word: `release-rejected` when all is restored
 */
async function rejectOnHosts(rejection, servers, ports) {
    const reporterOf = (server) => servers.length === 1 ? ports.reporter : hostReporter(ports.reporter, server.name);
    const results = await Promise.allSettled(servers.map((server) => (0,reject_release/* rejectRelease */.h)(rejection, { ...ports, server, reporter: reporterOf(server) })));
    const reasons = results.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    const isRestored = (reason) => reason instanceof errors/* DeployKitError */.mG && reason.entry === 'release-rejected';
    const worst = reasons.find((reason) => !isRestored(reason)) ?? reasons[0];
    if (worst !== undefined)
        throw worst;
}


/***/ }),

/***/ 2183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ rejectRelease)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
/* harmony import */ var _plan_program_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3314);
/* harmony import */ var _probe_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5748);
/* harmony import */ var _settle_server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6489);





/**
 * Restores what ran before a release that this job deployed, and ends in the error that says so.
 * A release that is not live (it failed by itself, or another one followed) needs nothing.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed
 */
async function rejectRelease(rejection, ports) {
    const { reporter, server } = ports;
    const facts = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__/* .checkServer */ .i)(await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_3__/* .probeServer */ ._)(server, rejection.path, []), server.name);
    if (facts.current !== rejection.release) {
        reporter.info(`Release ${rejection.release} is not live (${facts.current ?? 'none of ours'} is): nothing to take back`);
        return;
    }
    const head = {
        kind: 'take-back',
        path: facts.path,
        releaseId: rejection.release,
        version: rejection.version,
        revision: '',
        actor: rejection.actor,
        runUrl: rejection.runUrl,
        composeCommand: facts.compose.command,
        sudo: facts.sudo,
        managedKeys: [],
        // What rolls and which proxies there are is in the release's own transaction.
        rolled: [],
        proxies: [],
        settings: rejection.settings,
    };
    const end = await (0,_settle_server_js__WEBPACK_IMPORTED_MODULE_4__/* .takeBack */ .z)(head, rejection.lockTimeout, ports);
    if (end === undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('program-ended-early', { host: server.name, step: 'Restore what ran before' }, { hostState: { state: 'unknown', why: 'the next deploy settles it.' } });
    if (end.outcome !== 'settled')
        throw (0,_plan_program_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .explainProgramEnd */ .R)(end, server, facts.path, []);
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-rejected', { release: rejection.release, reason: rejection.reason }, { hostState: { state: 'restored', release: end.live || 'what ran before the first deploy' } });
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
/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
function provisionalState(release) {
    return release === undefined || release === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
}


/***/ })

};
