export const id = 682;
export const ids = [682];
export const modules = {

/***/ 7982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ definition)
/* harmony export */ });
/* harmony import */ var _src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7756);
/* harmony import */ var _src_inputs_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7703);
/* harmony import */ var _src_inputs_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1064);
/* harmony import */ var _src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2820);
/* harmony import */ var _src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6081);





const definition = (0,_src_inputs_index_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'deploy-compose',
    title: 'Deploy with Docker Compose',
    description: 'Deploys a release to your own server over SSH with Docker Compose: all or nothing, with health gate and automatic restore.',
    branding: { icon: 'upload-cloud', color: 'blue' },
    inputs: { ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .sshInputs */ .aM, ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .deployInputs */ .xR, ..._src_inputs_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .registryInputs */ .P4, ..._src_inputs_deploy_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .rollbackInputs */ .Cw },
    outputs: _src_inputs_deploy_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentOutputs */ .C,
    rules: [_src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeRegistryAccount */ .o, _src_inputs_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .wholeMigration */ .w],
    post: true,
});


/***/ }),

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _src_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7684);
/* harmony import */ var _src_adapters_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1053);
/* harmony import */ var _src_adapters_connect_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3578);
/* harmony import */ var _src_adapters_github_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5617);
/* harmony import */ var _src_adapters_run_action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2282);
/* harmony import */ var _src_adapters_system_clock_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3462);
/* harmony import */ var _src_adapters_tar_archiver_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1102);
/* harmony import */ var _src_apply_deploy_compose_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7158);
/* harmony import */ var _src_apply_deploy_request_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3179);
/* harmony import */ var _src_apply_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1920);
/* harmony import */ var _src_apply_report_deployment_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1200);
/* harmony import */ var _src_ports_server_connection_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1251);
/* harmony import */ var _src_plan_provisional_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2535);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7982);















/** Deploys one release to one server and says what is live. */
async function main() {
    await (0,_src_adapters_run_action_js__WEBPACK_IMPORTED_MODULE_5__/* .runAction */ .C)(_definition_js__WEBPACK_IMPORTED_MODULE_12__/* .definition */ .m, async (inputs, reporter) => {
        const context = (0,_src_adapters_github_context_js__WEBPACK_IMPORTED_MODULE_4__/* .githubContext */ .h)();
        const started = _src_adapters_system_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m.now();
        const root = (0,_src_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P)(context.workspace);
        const { folder, files } = (0,_src_apply_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_10__/* .locateProject */ .m)(inputs.composeFiles, root);
        const intent = await reporter.group('Read what to deploy', () => (0,_src_apply_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_10__/* .prepareDeploy */ .h)({ ...(0,_src_apply_deploy_request_js__WEBPACK_IMPORTED_MODULE_9__/* .deployRequest */ .L)(inputs, context, started), composeFiles: files }, { root, project: (0,_src_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(context.workspace, folder)) }, (0,_src_adapters_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .connectRegistry */ .g)(inputs, inputs.images?.[0])));
        // Said before the start: `post` must know the release also when this process is killed.
        reporter.saveState('release', intent.releaseId);
        reporter.saveState('version', intent.version);
        reporter.exportVariable(_src_plan_provisional_js__WEBPACK_IMPORTED_MODULE_11__/* .releaseVariable */ .St, intent.releaseId);
        const deployment = await (0,_src_ports_server_connection_js__WEBPACK_IMPORTED_MODULE_13__/* .withServer */ .e)((0,_src_adapters_connect_server_js__WEBPACK_IMPORTED_MODULE_3__/* .connectServer */ .C)(inputs), (server) => (0,_src_apply_deploy_compose_js__WEBPACK_IMPORTED_MODULE_8__/* .deployCompose */ .w)(intent, inputs.path, {
            server,
            archiver: _src_adapters_tar_archiver_js__WEBPACK_IMPORTED_MODULE_7__/* .tarArchiver */ .U,
            clock: _src_adapters_system_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m,
            reporter,
        }));
        const seconds = (_src_adapters_system_clock_js__WEBPACK_IMPORTED_MODULE_6__/* .systemClock */ .m.now().getTime() - started.getTime()) / 1000;
        (0,_src_apply_report_deployment_js__WEBPACK_IMPORTED_MODULE_14__/* .reportDeployment */ .a)(deployment, intent, { host: inputs.host, seconds }, reporter);
    });
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
/** What is live when a verification fails: the job's end settles it. */
function provisionalState(release) {
    return release === undefined ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'provisional', release };
}


/***/ })

};
