export const id = 909;
export const ids = [909];
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

/***/ 8909:
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
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/announce/announce.js + 1 modules
var announce = __webpack_require__(95);
// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js + 3 modules
var deploy_hosts = __webpack_require__(8861);
// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/deploy/plan/deploy-plan.js
var deploy_plan = __webpack_require__(6548);
;// CONCATENATED MODULE: ./build/src/env/plan/env-changes.js
/**
 * Reads what the server says of its env file compared with a new one.
 * @returns `undefined` when the output is not whole
 */
function parseEnvChanges(output) {
    const lines = output.split('\n');
    if (!lines.includes('end=yes'))
        return undefined;
    const named = (kind) => lines
        .filter((line) => line.startsWith(`${kind}=`))
        .map((line) => line.slice(kind.length + 1))
        .toSorted();
    return { added: named('added'), changed: named('changed'), removed: named('removed') };
}

// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/deploy/plan/dry-run-summary.js

/** What a deploy would do, as Markdown for the job summary. */
function renderDryRun(facts) {
    const { host, intent, ready, pins, switching, files, env, program } = facts;
    const services = switching.predictions.map(({ service, how, pause }) => {
        const before = (0,markdown/* shortDigest */.VK)(ready.currentImages.get(service) ?? '');
        const after = (0,markdown/* shortDigest */.VK)(pins.get(service) ?? '');
        return `| ${service} | ${before} | ${after} | ${how} | ${pause} |`;
    });
    return [
        `## What deploying ${intent.version} to ${host} would do`,
        '',
        `Live now: ${ready.current === undefined ? 'no release of deploy-kit' : (0,markdown/* code */.aY)(ready.current)}. Nothing was changed.`,
        '',
        '| service | image now | image then | how | pause |',
        '| --- | --- | --- | --- | --- |',
        ...services,
        '',
        `- Files: ${changes(files)}; ${files.unchanged} unchanged`,
        `- Env file: ${env === undefined ? "the server's own stays" : changes(env)}`,
        `- Migration: ${intent.migration === undefined ? 'none' : `with ${(0,markdown/* code */.aY)(intent.migration.service)}`}`,
        `- Hooks: ${(0,markdown/* list */.p_)([...intent.hooks.keys()])}`,
        '',
        '<details><summary>The program that the server would run</summary>',
        '',
        // Four of them: no program holds that many in a row at the start of a line.
        '````sh',
        program,
        '````',
        '',
        '</details>',
        '',
    ].join('\n');
}
function changes({ added, changed, removed }) {
    const parts = [
        ...(added.length === 0 ? [] : [`added ${(0,markdown/* list */.p_)(added)}`]),
        ...(changed.length === 0 ? [] : [`changed ${(0,markdown/* list */.p_)(changed)}`]),
        ...(removed.length === 0 ? [] : [`removed ${(0,markdown/* list */.p_)(removed)}`]),
    ];
    return parts.length === 0 ? 'no change' : parts.join('; ');
}

// EXTERNAL MODULE: ./build/src/server/plan/render-program.js
var render_program = __webpack_require__(7576);
// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/deploy/plan/upload.js
var upload = __webpack_require__(8804);
// EXTERNAL MODULE: ./build/src/deploy/deploy-compose.js
var deploy_compose = __webpack_require__(2319);
;// CONCATENATED MODULE: ./build/src/deploy/dry-run.js









const compareTimeoutSeconds = 60;
/**
 * Finds out what a deploy would do, and changes nothing.
 * @returns the plan as Markdown: images, files, env keys (never values), services, the program
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
async function dryRun(intent, path, ports) {
    const { pins, switching, ready } = await (0,deploy_compose/* planOnServer */.U)(intent, path, ports);
    const env = await compareEnv(intent, ready.path, ports);
    const program = (0,render_program/* renderProgram */.N)((0,deploy_plan/* planDeploy */.bJ)(intent, ready, pins, switching));
    const files = (0,upload/* compareFiles */.hZ)(intent.files, ready.currentFiles);
    return renderDryRun({
        host: ports.server.name,
        intent,
        ready,
        pins,
        switching,
        files,
        env,
        program,
    });
}
/** `undefined` where the server keeps its own env file. */
async function compareEnv(intent, path, { server }) {
    const text = (0,upload/* envText */.zi)(intent);
    if (text === undefined)
        return undefined;
    const host = await server.host();
    const { code, stdout, stderr } = await host.run(scripts/* compare */.UD, [path], {
        // Past every argument list and file.
        stdin: external_node_stream_.Readable.from([text]),
        timeoutSeconds: compareTimeoutSeconds,
    });
    const changes = parseEnvChanges(stdout);
    if (changes !== undefined)
        return changes;
    const message = `status ${code}: ${stderr.trim().slice(0, 500)}`;
    throw (0,errors/* failure */.V2)('probe-failed', { host: server.name, user: server.user, message });
}

// EXTERNAL MODULE: ./build/src/deploy/prepare-deploy.js + 1 modules
var prepare_deploy = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/deploy/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/ssh/server-connection.js
var server_connection = __webpack_require__(9946);
// EXTERNAL MODULE: ./build/src/deploy/plan/provisional.js
var provisional = __webpack_require__(4271);
// EXTERNAL MODULE: ./build/actions/deploy-compose/definition.js
var definition = __webpack_require__(7982);
;// CONCATENATED MODULE: ./build/actions/deploy-compose/main.js



















/** Deploys one release to one server and says what is live. */
async function main() {
    await (0,run_action/* runAction */.C)(definition/* definition */.m, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const started = system_clock/* systemClock */.m.now();
        const root = (0,checkout/* checkout */.P)(context.workspace);
        const { folder, files } = (0,prepare_deploy/* locateProject */.m0)(inputs.composeFiles, root);
        const intent = await reporter.group('Read what to deploy', () => (0,prepare_deploy/* prepareDeploy */.hz)({ ...(0,deploy_request/* deployRequest */.L)(inputs, context, started), composeFiles: files }, { root, project: (0,checkout/* checkout */.P)((0,external_node_path_.join)(context.workspace, folder)) }, (0,connect_registry/* connectRegistry */.g)(inputs, inputs.images?.[0]), { age: (0,age_identities/* ageOf */.h)(inputs.ageKey), reporter }));
        if (inputs.dryRun) {
            const plan = await (0,server_connection/* withServer */.e)((0,connect_server/* connectServer */.C1)(inputs), (server) => dryRun(intent, inputs.path, { server, reporter }));
            reporter.info(plan);
            reporter.summary(plan);
            return;
        }
        // Said before the start: `post` must know the release also when this process is killed.
        reporter.saveState('release', intent.releaseId);
        reporter.saveState('version', intent.version);
        reporter.exportVariable(provisional/* releaseVariable */.St, intent.releaseId);
        const ports = { archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter };
        const announcers = await (0,connect_announcers/* connectAnnouncers */.d)(inputs, inputs.githubToken, {
            ...ports,
            apiUrl: context.apiUrl,
        });
        const facts = (0,announce/* deployFacts */.lo)(inputs, intent, context);
        const deployment = await (0,announce/* announcing */.RQ)(announcers, facts, reporter, () => (0,deploy_hosts/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), (servers) => (0,deploy_hosts/* deployHosts */.d)((0,deploy_hosts/* hostsDeploy */.lh)(intent, inputs.path), servers, inputs.maxParallel, ports)));
        if (!deployment.changed) {
            // What was live before this job is not this job's to take back.
            reporter.saveState('release', '');
            reporter.exportVariable(provisional/* releaseVariable */.St, '');
        }
        const seconds = (system_clock/* systemClock */.m.now().getTime() - started.getTime()) / 1000;
        (0,report_deployment/* reportDeployment */.a)(deployment, intent, { host: inputs.host, seconds }, reporter);
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


/***/ })

};
