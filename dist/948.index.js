export const id = 948;
export const ids = [948];
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
    rules: [_src_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_5__/* .wholeRegistryAccount */ .o, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeMigration */ .wt, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .wholeProxy */ .ET, _src_deploy_deploy_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .timeToBeStable */ .ze],
    post: true,
});


/***/ }),

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_connect_connect_announcers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1917);
/* harmony import */ var _src_connect_connect_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4871);
/* harmony import */ var _src_connect_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);
/* harmony import */ var _src_connect_connect_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2639);
/* harmony import */ var _src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7404);
/* harmony import */ var _src_deploy_deploy_release_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6934);
/* harmony import */ var _src_deploy_deploy_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8455);
/* harmony import */ var _src_deploy_dry_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1571);
/* harmony import */ var _src_deploy_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6209);
/* harmony import */ var _src_deploy_report_deployment_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1867);
/* harmony import */ var _src_local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(72);
/* harmony import */ var _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8239);
/* harmony import */ var _src_local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9555);
/* harmony import */ var _src_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9946);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7982);















/** Deploys one release to its servers and says what is live. */
async function main() {
    await (0,_src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_4__/* .runAction */ .C)(_definition_js__WEBPACK_IMPORTED_MODULE_12__/* .definition */ .m, async (inputs, reporter) => {
        const context = (0,_src_local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_9__/* .githubContext */ .h)();
        const startedAt = _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_10__/* .systemClock */ .m.now();
        const ports = { archiver: _src_local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_11__/* .tarArchiver */ .U, clock: _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_10__/* .systemClock */ .m, reporter };
        const intent = await (0,_src_deploy_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_8__/* .prepareDeploy */ .hz)((0,_src_deploy_deploy_request_js__WEBPACK_IMPORTED_MODULE_6__/* .deployRequest */ .L)(inputs, context, startedAt), {
            ...(0,_src_connect_connect_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .connectCheckout */ .N)(inputs, context),
            registry: (0,_src_connect_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .connectRegistry */ .g)(inputs, inputs.images?.[0]),
            reporter,
        });
        await (0,_src_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_13__/* .withServers */ .Fr)((0,_src_connect_connect_server_js__WEBPACK_IMPORTED_MODULE_3__/* .serversOf */ .U2)(inputs), async (servers) => {
            if (inputs.dryRun)
                return (0,_src_deploy_dry_run_js__WEBPACK_IMPORTED_MODULE_7__/* .dryRun */ .P)(intent, servers, reporter);
            const deployment = await (0,_src_connect_connect_announcers_js__WEBPACK_IMPORTED_MODULE_0__/* .announced */ .y)(inputs, intent, context, ports, () => (0,_src_deploy_deploy_release_js__WEBPACK_IMPORTED_MODULE_5__/* .deployRelease */ .H)(intent, servers, inputs.maxParallel, ports));
            (0,_src_deploy_report_deployment_js__WEBPACK_IMPORTED_MODULE_14__/* .reportDeployment */ .a)(deployment, context, inputs.host, startedAt, ports);
        });
    });
}


/***/ }),

/***/ 2129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ verifiedVariable),
/* harmony export */   O7: () => (/* binding */ provisionalState),
/* harmony export */   St: () => (/* binding */ releaseVariable),
/* harmony export */   U7: () => (/* binding */ withoutRelease),
/* harmony export */   _h: () => (/* binding */ withRelease),
/* harmony export */   dv: () => (/* binding */ rejectedVariable),
/* harmony export */   gH: () => (/* binding */ namesRelease)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/**
 * The environment variable in which a deploy leaves the id of the release that it is making, for the later steps
 * of the job.
 */
const releaseVariable = 'DEPLOY_KIT_RELEASE';
/**
 * The environment variable in which verifications name the releases that did not pass, with spaces between them: a
 * job can deploy more than one. The `post` step of each deploy then restores what ran before.
 */
const rejectedVariable = 'DEPLOY_KIT_REJECTED';
/**
 * The environment variable in which verifications name the releases that have passed, in the same way. Without that
 * the `post` step of the deploy restores what ran before when the job was cancelled.
 */
const verifiedVariable = 'DEPLOY_KIT_VERIFIED';
/** Whether such a variable names a release. */
function namesRelease(names, release) {
    return names.split(' ').includes(release);
}
/** Such a variable with another release, once. */
function withRelease(names, release) {
    return [withoutRelease(names, release), release].filter(Boolean).join(' ');
}
/** Such a variable without a release. */
function withoutRelease(names, release) {
    return names
        .split(' ')
        .filter((name) => name !== release)
        .join(' ');
}
/**
 * What is live when a verification fails: the job's end settles it.
 * @param release empty when the deploy changed nothing, so that there is nothing to take back
 */
function provisionalState(release) {
    return release === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
}


/***/ })

};
