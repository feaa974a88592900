export const id = 590;
export const ids = [590];
export const modules = {

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_announce_announce_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6098);
/* harmony import */ var _src_deploy_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9682);
/* harmony import */ var _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2825);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1064);
/* harmony import */ var _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3536);
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
        dryRun: {
            kind: _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zM,
            default: 'false',
            description: 'Only look at the server and show what would be done: images, files, names of env keys, how each service is switched, and the program. Changes nothing; good as a check of a pull request.',
        },
    },
    outputs: _src_deploy_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentOutputs */ .C,
    rules: [_src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeRegistryAccount */ .oU, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeMigration */ .wt, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeProxy */ .ET, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_5__/* .timeToBeStable */ .ze],
    post: true,
});


/***/ }),

/***/ 590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  post: () => (/* binding */ post)
});

// EXTERNAL MODULE: ./build/src/local/outside/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(5693);
// EXTERNAL MODULE: ./build/src/connect/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(1917);
// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 5 modules
var connect_server = __webpack_require__(2639);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/announce/announce.js + 1 modules
var announce = __webpack_require__(95);
// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js + 3 modules
var deploy_hosts = __webpack_require__(8861);
// EXTERNAL MODULE: ./build/src/deploy/plan/provisional.js
var provisional = __webpack_require__(4271);
;// CONCATENATED MODULE: ./build/src/deploy/plan/rejection.js
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
        await (0,announce/* announcingFailure */.Hh)(announcers, facts, reporter, () => (0,deploy_hosts/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), (servers) => (0,deploy_hosts/* rejectOnHosts */.WF)({ ...inputs, settings: (0,deploy_request/* programSettings */.W)(inputs), release, reason, version, actor, runUrl }, servers, ports)));
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


/***/ })

};
