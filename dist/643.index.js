export const id = 643;
export const ids = [643];
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
// EXTERNAL MODULE: ./build/src/adapters/age-identities.js
var age_identities = __webpack_require__(8200);
// EXTERNAL MODULE: ./build/src/adapters/checkout.js
var checkout = __webpack_require__(7684);
// EXTERNAL MODULE: ./build/src/adapters/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(6241);
// EXTERNAL MODULE: ./build/src/adapters/connect-registry.js
var connect_registry = __webpack_require__(9086);
// EXTERNAL MODULE: ./build/src/adapters/connect-server.js + 5 modules
var connect_server = __webpack_require__(1576);
// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/exec-processes.js
var exec_processes = __webpack_require__(345);
// EXTERNAL MODULE: ./build/src/adapters/network-of.js
var network_of = __webpack_require__(9504);
// EXTERNAL MODULE: ./build/src/adapters/node-http-probe.js + 1 modules
var node_http_probe = __webpack_require__(5731);
// EXTERNAL MODULE: ./build/src/adapters/node-socket-probe.js
var node_socket_probe = __webpack_require__(7107);
// EXTERNAL MODULE: ./build/src/adapters/octokit-github.js
var octokit_github = __webpack_require__(9243);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/adapters/tar-archiver.js
var tar_archiver = __webpack_require__(1102);
// EXTERNAL MODULE: ./build/src/apply/announce.js + 1 modules
var announce = __webpack_require__(582);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/apply/deploy-hosts.js + 3 modules
var deploy_hosts = __webpack_require__(3921);
// EXTERNAL MODULE: ./build/src/apply/deploy-request.js
var deploy_request = __webpack_require__(3179);
// EXTERNAL MODULE: ./build/src/apply/prepare-deploy.js + 1 modules
var prepare_deploy = __webpack_require__(5564);
// EXTERNAL MODULE: ./build/src/apply/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1200);
// EXTERNAL MODULE: ./build/src/apply/health/verification-request.js + 9 modules
var verification_request = __webpack_require__(9531);
// EXTERNAL MODULE: ./build/src/apply/health/verified-server.js
var verified_server = __webpack_require__(5813);
// EXTERNAL MODULE: ./build/src/apply/health/verify-health.js
var verify_health = __webpack_require__(1687);
// EXTERNAL MODULE: ./build/src/apply/wait-for-image.js
var wait_for_image = __webpack_require__(3199);
// EXTERNAL MODULE: ./build/src/apply/watch-build.js
var watch_build = __webpack_require__(6460);
// EXTERNAL MODULE: ./build/src/plan/images-to-await.js
var images_to_await = __webpack_require__(2730);
// EXTERNAL MODULE: ./build/src/plan/health/verification-failure.js
var verification_failure = __webpack_require__(4886);
// EXTERNAL MODULE: ./build/src/plan/health/verify-summary.js
var verify_summary = __webpack_require__(1870);
// EXTERNAL MODULE: ./build/src/inputs/announce-inputs.js
var announce_inputs = __webpack_require__(6684);
// EXTERNAL MODULE: ./build/src/inputs/deploy-inputs.js
var deploy_inputs = __webpack_require__(7756);
// EXTERNAL MODULE: ./build/src/inputs/deploy-outputs.js
var deploy_outputs = __webpack_require__(7703);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/rules.js
var rules = __webpack_require__(2820);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
// EXTERNAL MODULE: ./build/src/inputs/verify-inputs.js + 2 modules
var verify_inputs = __webpack_require__(2057);
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
        rules/* wholeRegistryAccount */.oU,
        rules/* wholeMigration */.wt,
        rules/* wholeProxy */.ET,
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

/***/ 1200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ reportDeployment)
});

// EXTERNAL MODULE: ./build/src/plan/markdown.js
var markdown = __webpack_require__(3540);
;// CONCATENATED MODULE: ./build/src/plan/deploy-summary.js

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

;// CONCATENATED MODULE: ./build/src/apply/report-deployment.js

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

/***/ 2730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ imagesToAwait),
/* harmony export */   o: () => (/* binding */ firstImage)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7976);



/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run) {
    if (given !== undefined && given.length > 0)
        return { images: given.map((image) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha)), release: undefined };
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
        const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
}
/** The image whose registry an account belongs to: the first given one, or the first of the release. */
function firstImage({ images, release, }) {
    return images[0] ?? imagesOf(release)[0];
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
