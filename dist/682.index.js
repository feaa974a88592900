export const id = 682;
export const ids = [682];
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

/***/ 7682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var _src_connect_connect_announcers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1917);
/* harmony import */ var _src_connect_connect_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4871);
/* harmony import */ var _src_connect_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9215);
/* harmony import */ var _src_connect_connect_server_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2856);
/* harmony import */ var _src_connect_job_releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3989);
/* harmony import */ var _src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7404);
/* harmony import */ var _src_deploy_deploy_release_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2696);
/* harmony import */ var _src_deploy_deploy_request_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5510);
/* harmony import */ var _src_deploy_dry_run_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1571);
/* harmony import */ var _src_deploy_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6209);
/* harmony import */ var _src_deploy_read_server_env_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(859);
/* harmony import */ var _src_deploy_report_deployment_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1867);
/* harmony import */ var _src_local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(72);
/* harmony import */ var _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8239);
/* harmony import */ var _src_local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9555);
/* harmony import */ var _src_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(460);
/* harmony import */ var _definition_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7982);

















/** Deploys one release to its servers and says what is live. */
async function main() {
    await (0,_src_connect_run_action_js__WEBPACK_IMPORTED_MODULE_5__/* .runAction */ .C)(_definition_js__WEBPACK_IMPORTED_MODULE_15__/* .definition */ .m, async (inputs, reporter) => {
        const context = (0,_src_local_outside_github_context_js__WEBPACK_IMPORTED_MODULE_11__/* .githubContext */ .h)();
        const startedAt = _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_12__/* .systemClock */ .m.now();
        const ports = { archiver: _src_local_outside_tar_archiver_js__WEBPACK_IMPORTED_MODULE_13__/* .tarArchiver */ .U, clock: _src_local_outside_system_clock_js__WEBPACK_IMPORTED_MODULE_12__/* .systemClock */ .m, reporter };
        await (0,_src_ssh_server_connection_js__WEBPACK_IMPORTED_MODULE_14__/* .withServers */ .Fr)((0,_src_connect_connect_server_js__WEBPACK_IMPORTED_MODULE_3__/* .serversOf */ .U2)(inputs), async (servers) => {
            const intent = await (0,_src_deploy_prepare_deploy_js__WEBPACK_IMPORTED_MODULE_9__/* .prepareDeploy */ .hz)((0,_src_deploy_deploy_request_js__WEBPACK_IMPORTED_MODULE_7__/* .deployRequest */ .L)(inputs, context, startedAt), {
                ...(0,_src_connect_connect_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .connectCheckout */ .N)(inputs, context),
                registry: (0,_src_connect_connect_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .connectRegistry */ .g)(inputs, inputs.images?.[0]),
                envOnServer: (asked) => (0,_src_deploy_read_server_env_js__WEBPACK_IMPORTED_MODULE_10__/* .readServerEnv */ .f)(servers, asked),
                reporter,
            });
            if (inputs.dryRun)
                return (0,_src_deploy_dry_run_js__WEBPACK_IMPORTED_MODULE_8__/* .dryRun */ .P)(intent, servers, reporter);
            const deployment = await (0,_src_connect_connect_announcers_js__WEBPACK_IMPORTED_MODULE_0__/* .announced */ .y)(inputs, intent, context, ports, () => (0,_src_deploy_deploy_release_js__WEBPACK_IMPORTED_MODULE_6__/* .deployRelease */ .H)(intent, servers, inputs.maxParallel, (0,_src_connect_job_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .jobReleases */ ._)(), ports));
            (0,_src_deploy_report_deployment_js__WEBPACK_IMPORTED_MODULE_16__/* .reportDeployment */ .a)(deployment, context, inputs.host, startedAt, ports);
        });
    });
}


/***/ })

};
