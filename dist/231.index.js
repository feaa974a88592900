export const id = 231;
export const ids = [231];
export const modules = {

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ connectAnnouncers)
});

// EXTERNAL MODULE: ./build/src/apply/announce.js + 1 modules
var announce = __webpack_require__(582);
// EXTERNAL MODULE: ./build/src/adapters/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/src/adapters/fetch-webhook.js
/** A message that takes longer is not worth waiting for. */
const timeoutMilliseconds = 10_000;
/** Posts JSON. */
const fetchWebhook = {
    async post(url, body) {
        let response;
        try {
            response = await fetch(url, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
                signal: AbortSignal.timeout(timeoutMilliseconds),
            });
        }
        catch {
            // The cause may hold the address.
            throw new Error(`${url.host} did not answer`);
        }
        await response.body?.cancel();
        if (!response.ok)
            throw new Error(`${url.host} answered ${response.status}`);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/connect-announcers.js



/** Under this name `post` finds the deployment that `main` recorded. */
const deploymentState = 'deployment';
/**
 * Everybody whom an action's inputs name; no connection is opened yet.
 * @param githubToken records the deployment
 */
async function connectAnnouncers(inputs, githubToken, { apiUrl, clock, reporter }) {
    const webhooks = (0,announce/* webhookAnnouncers */.Ch)(inputs.notify ?? [], fetchWebhook);
    if (inputs.environment === undefined || inputs.environment === '')
        return webhooks;
    // Loaded where a deployment is recorded, and nowhere else: it is the slowest part to start.
    const { octokitGitHub } = await __webpack_require__.e(/* import() */ 988).then(__webpack_require__.bind(__webpack_require__, 7988));
    const known = Number((0,actions_reporter/* savedState */.f)(deploymentState));
    const deployments = (0,announce/* deploymentAnnouncer */.Bs)(octokitGitHub(githubToken ?? '', apiUrl, clock), known > 0 ? known : undefined, (id) => {
        reporter.saveState(deploymentState, String(id));
    });
    return [...webhooks, deployments];
}


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ tarArchiver)
/* harmony export */ });
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6118);

/** Packs with the npm package tar-stream: long names and large files as GNU tar and BusyBox read them. */
const tarArchiver = {
    pack(entries) {
        const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_0__.pack)();
        fill(archive, entries).catch((error) => {
            archive.destroy(error instanceof Error ? error : new Error(String(error)));
        });
        // tar-stream's stream follows Node's contract, but its types come from another package.
        return archive;
    },
};
/** One entry after the other, each once the one before has been taken: so that one file at a time is in memory. */
async function fill(archive, entries) {
    // A new time for new content: web servers make their ETag from a file's time and size.
    const mtime = new Date();
    for (const { path: name, mode, content } of entries) {
        if (content.kind === 'link') {
            archive.entry({ name, mode, mtime, type: 'symlink', linkname: content.target });
            continue;
        }
        const bytes = content.read();
        await new Promise((resolve, reject) => {
            const sink = archive.entry({ name, mode, mtime, size: bytes.length }, (error) => {
                if (error)
                    reject(error);
                else
                    resolve();
            });
            sink.end(bytes);
        });
    }
    archive.finalize();
}


/***/ }),

/***/ 582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RQ: () => (/* binding */ announcing),
  Hh: () => (/* binding */ announcingFailure),
  lo: () => (/* binding */ deployFacts),
  Bs: () => (/* binding */ deploymentAnnouncer),
  Ch: () => (/* binding */ webhookAnnouncers)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/plan/news.js
/** One sentence for chats, without markup of any of them but the address. */
function newsText({ kind, error, ...facts }) {
    const { version, host, environment, repository, actor, runUrl } = facts;
    const what = `${repository} ${version}`;
    const where = environment === '' ? host : `${environment} (${host})`;
    switch (kind) {
        case 'started':
            return `Deploying ${what} to ${where}, started by ${actor}: ${runUrl}`;
        case 'succeeded':
            return `${what} is live on ${where}: ${facts.environmentUrl || runUrl}`;
        case 'failed':
            return `Deploying ${what} to ${where} failed: ${error?.title ?? ''}. ${runUrl}`;
        case 'rolled-back':
            return `${what} was taken back from ${where}: ${error?.why ?? ''} ${runUrl}`;
    }
}
/**
 * The body that a webhook of that address takes: Slack's, Discord's, Teams', or the news themselves as JSON.
 * Sources: https://api.slack.com/messaging/webhooks, https://discord.com/developers/docs/resources/webhook,
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
function newsBody(url, news) {
    const text = newsText(news);
    if (url.hostname === 'hooks.slack.com')
        return { text };
    // Nobody is to be called by a version named `@everyone`.
    if (/^(\w+\.)?discord(app)?\.com$/.test(url.hostname))
        return { content: text.slice(0, 2000), allowed_mentions: { parse: [] } };
    if (/\.(webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com)$/.test(url.hostname))
        return {
            type: 'message',
            attachments: [
                {
                    contentType: 'application/vnd.microsoft.card.adaptive',
                    content: {
                        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                        type: 'AdaptiveCard',
                        version: '1.4',
                        body: [{ type: 'TextBlock', text, wrap: true }],
                    },
                },
            ],
        };
    const { kind, error, ...facts } = news;
    return {
        event: kind,
        text,
        ...facts,
        ...(error === undefined
            ? {}
            : { error: { name: error.entry, title: error.title, cause: error.why, fix: error.fix } }),
    };
}

;// CONCATENATED MODULE: ./build/src/apply/announce.js


/** Tells each of the addresses. */
function webhookAnnouncers(urls, webhook) {
    return urls.map((url) => (news) => webhook.post(url, newsBody(url, news)));
}
/**
 * Keeps a deployment on GitHub with its statuses, where the deploy has an environment's name.
 * @param known the id of the deployment, when an earlier step of the action made it
 * @param remember called with the id of a new one
 */
function deploymentAnnouncer(github, known, remember) {
    let id = known;
    return async ({ kind, error, ...facts }) => {
        const { repository, environment, revision, version, host } = facts;
        if (environment === '')
            return;
        if (id === undefined) {
            const description = `${version} to ${host}`;
            id = await github.createDeployment(repository, { ref: revision, environment, description });
            remember(id);
        }
        const states = {
            started: 'in_progress',
            succeeded: 'success',
            failed: 'failure',
            'rolled-back': 'failure',
        };
        await github.setDeploymentStatus(repository, id, {
            state: states[kind],
            environmentUrl: facts.environmentUrl,
            logUrl: facts.runUrl,
            description: error?.title ?? version,
        });
    };
}
/** Tells everybody; one that can't be told is a warning and never more. */
async function announce(announcers, news, reporter) {
    await Promise.all(announcers.map(async (tell) => {
        try {
            await tell(news);
        }
        catch (error) {
            const why = error instanceof errors/* DeployKitError */.mG ? `${error.why} ${error.fix}` : String(error);
            reporter.warning('Somebody could not be told of this deploy', why);
        }
    }));
}
/**
 * Tells of the start and the end of some work.
 * @throws what the work throws
 */
async function announcing(announcers, facts, reporter, work) {
    await announce(announcers, { ...facts, kind: 'started', error: undefined }, reporter);
    return announcingFailure(announcers, facts, reporter, async () => {
        const result = await work();
        await announce(announcers, { ...facts, kind: 'succeeded', error: undefined }, reporter);
        return result;
    });
}
/**
 * Tells of a failure of some work, and of nothing else.
 * @throws what the work throws
 */
async function announcingFailure(announcers, facts, reporter, work) {
    try {
        return await work();
    }
    catch (cause) {
        const error = cause instanceof errors/* DeployKitError */.mG ? cause : undefined;
        const kind = error?.entry === 'release-rejected' ? 'rolled-back' : 'failed';
        await announce(announcers, { ...facts, kind, error }, reporter);
        throw cause;
    }
}
/** What the news are about. */
function deployFacts(inputs, { version, revision }, run) {
    return {
        version,
        revision,
        host: inputs.host.host,
        environment: inputs.environment ?? '',
        environmentUrl: inputs.environmentUrl ?? '',
        repository: run.repository,
        actor: run.actor,
        runUrl: run.runUrl,
    };
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
    const released = (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .pinnedServices */ .F3)(intent.project, intent.images);
    (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .checkPins */ .$q)(intent, released);
    const switching = (0,_plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planSwitch */ .S7)(intent.strategy, intent.project, released);
    const pins = new Map([...released, ...intent.otherPins]);
    const ready = await reporter.group(`Look at ${server.name}`, async () => {
        const facts = await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_7__/* .probeServer */ ._)(server, path, intent.pathsOnServer);
        const checked = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkServer */ .i)(facts, server.name);
        (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProjectOnServer */ .e)(intent, facts, server.name);
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

/***/ 3921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ deployHosts),
  lh: () => (/* binding */ hostsDeploy),
  WF: () => (/* binding */ rejectOnHosts),
  Fr: () => (/* binding */ withServers)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
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

// EXTERNAL MODULE: ./build/src/plan/check-server.js
var check_server = __webpack_require__(7565);
// EXTERNAL MODULE: ./build/src/plan/program-failure.js
var program_failure = __webpack_require__(3314);
// EXTERNAL MODULE: ./build/src/apply/probe-server.js + 1 modules
var probe_server = __webpack_require__(5748);
// EXTERNAL MODULE: ./build/src/apply/settle-server.js
var settle_server = __webpack_require__(6489);
;// CONCATENATED MODULE: ./build/src/apply/reject-release.js





/**
 * Restores what ran before a release that this job deployed, and ends in the error that says so.
 * A release that is not live (it failed by itself, or another one followed) needs nothing.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed
 */
async function rejectRelease(rejection, ports) {
    const { reporter, server } = ports;
    const facts = (0,check_server/* checkServer */.i)(await (0,probe_server/* probeServer */._)(server, rejection.path, []), server.name);
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
    const end = await (0,settle_server/* takeBack */.z)(head, rejection.lockTimeout, ports);
    if (end === undefined)
        throw (0,errors/* failure */.V2)('program-ended-early', { host: server.name, step: 'Restore what ran before' }, { hostState: { state: 'unknown', why: 'the next deploy settles it.' } });
    if (end.outcome !== 'settled')
        throw (0,program_failure/* explainProgramEnd */.R)(end, server, facts.path, []);
    throw (0,errors/* failure */.V2)('release-rejected', { release: rejection.release, reason: rejection.reason }, { hostState: { state: 'restored', release: end.live || 'what ran before the first deploy' } });
}

;// CONCATENATED MODULE: ./build/src/apply/deploy-hosts.js





/** A deploy as such: only the first server migrates. */
function hostsDeploy(intent, path) {
    return {
        ...intent,
        path,
        deploy: (ports, isFirst) => (0,deploy_compose/* deployCompose */.w)(isFirst ? intent : { ...intent, migration: undefined }, path, ports),
    };
}
/**
 * One release onto several servers: the first alone, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several
 */
async function deployHosts(release, servers, maxParallel, ports) {
    const [first, ...others] = servers.map((server) => ({ server }));
    if (first === undefined)
        throw new RangeError('no server to deploy to');
    if (others.length === 0)
        return release.deploy({ ...ports, server: first.server }, true);
    const runs = [first, ...others];
    for (const batch of [[first], ...chunks(others, maxParallel)]) {
        await Promise.all(batch.map(async (run) => {
            const reporter = hostReporter(ports.reporter, run.server.name);
            const work = release.deploy({ ...ports, server: run.server, reporter }, run === first);
            [run.result] = await Promise.allSettled([work]);
        }));
        if (batch.some(({ result }) => result?.status === 'rejected')) {
            await restoreSwitched(runs, release, ports);
            ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
            throw hostsFailed(runs);
        }
    }
    ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
    if (first.result?.status !== 'fulfilled')
        throw new Error('the first server has no result');
    const changed = runs.some(({ result }) => result?.status === 'fulfilled' && result.value.changed);
    return { ...first.result.value, changed };
}
function chunks(items, size) {
    const count = Math.ceil(items.length / size);
    return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
async function restoreSwitched(runs, release, ports) {
    await Promise.all(runs.map(async (run) => {
        if (run.result?.status !== 'fulfilled' || !run.result.value.changed)
            return;
        const rejection = {
            ...release,
            release: run.result.value.releaseId,
            reason: 'Another server of the same deploy failed.',
            lockTimeout: release.lockTimeoutSeconds,
        };
        const reporter = hostReporter(ports.reporter, run.server.name);
        try {
            await rejectRelease(rejection, { ...ports, server: run.server, reporter });
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
    const results = await Promise.allSettled(servers.map((server) => rejectRelease(rejection, { ...ports, server, reporter: reporterOf(server) })));
    const reasons = results.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    const isRestored = (reason) => reason instanceof errors/* DeployKitError */.mG && reason.entry === 'release-rejected';
    const worst = reasons.find((reason) => !isRestored(reason)) ?? reasons[0];
    if (worst !== undefined)
        throw worst;
}


/***/ }),

/***/ 3179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ deployRequest),
/* harmony export */   W: () => (/* binding */ programSettings)
/* harmony export */ });
/* harmony import */ var _inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6746);
/* harmony import */ var _plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4293);
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _plan_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7976);




/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
function deployRequest(inputs, run, startedAt) {
    const images = (inputs.images ?? []).map((image) => (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha));
    return {
        images,
        release: images.length > 0 ? undefined : (0,_plan_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event),
        extraFiles: inputs.files ?? [],
        envFile: inputs.envFile,
        env: inputs.env,
        envRules: inputs.envRules,
        versionVariable: inputs.versionVariable,
        registryAccount: (0,_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_3__/* .registryAccount */ .J)(inputs),
        lockTimeoutSeconds: inputs.lockTimeout,
        strategy: inputs.strategy,
        hooks: hooksOf(inputs),
        preStop: inputs.preStop ?? new Map(),
        migration: migrationOf(inputs),
        proxy: proxyOf(inputs),
        healthUrls: (inputs.healthUrls ?? []).map(({ href }) => href),
        pinAll: inputs.pinAll,
        force: inputs.force,
        settings: programSettings(inputs),
        revision: run.sha,
        actor: run.actor,
        runUrl: run.runUrl,
        startedAt,
    };
}
/** The settings that programs on the server read. */
function programSettings(inputs) {
    return {
        healthTimeoutSeconds: inputs.healthTimeout,
        stableSeconds: inputs.stableFor,
        drainSeconds: inputs.drain,
        hookTimeoutSeconds: inputs.hookTimeout,
        migrationTimeoutSeconds: inputs.migrationTimeout,
        keepWarmSeconds: inputs.keepWarm,
        keepReleases: inputs.keepReleases,
    };
}
function hooksOf(inputs) {
    const given = {
        'before-deploy': inputs.beforeDeploy,
        'before-switch': inputs.beforeSwitch,
        'after-switch': inputs.afterSwitch,
        'after-deploy': inputs.afterDeploy,
        'on-rollback': inputs.onRollback,
    };
    return new Map(_plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_0__/* .hookNames */ .W.flatMap((name) => {
        const script = given[name];
        return script === undefined ? [] : [[name, script]];
    }));
}
function proxyOf(inputs) {
    const { proxyTemplate: template, proxyFile: file, proxyContainer, proxyReload } = inputs;
    if (template === undefined || file === undefined)
        return undefined;
    const reload = proxyContainer === undefined ? { script: proxyReload ?? '' } : { container: proxyContainer };
    return { template, file, reload };
}
function migrationOf(inputs) {
    const { migrationService: service, migrationCommand: command } = inputs;
    if (service === undefined && command === undefined)
        return undefined;
    const breaking = inputs.migration === 'breaking';
    return { service, command, breaking, rollbackCommand: inputs.rollbackCommand };
}


/***/ }),

/***/ 7203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ endedEarly),
/* harmony export */   _: () => (/* binding */ programTimeout)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _settle_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6489);


// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
/** How long a program is followed, in seconds. */
function programTimeout(settings, lockTimeoutSeconds) {
    const once = 2 * settings.healthTimeoutSeconds + settings.drainSeconds + 60;
    const own = 5 * settings.hookTimeoutSeconds + 2 * settings.migrationTimeoutSeconds;
    return lockTimeoutSeconds + 6 * once + own + 3600;
}
/** The error of a program that ended without a word; what it left is settled first. */
async function endedEarly(progress, head, lockTimeoutSeconds, ports) {
    const settled = await (0,_settle_server_js__WEBPACK_IMPORTED_MODULE_1__/* .settleServer */ .d)(head, lockTimeoutSeconds, ports);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('program-ended-early', { host: ports.server.name, step: progress.currentStep }, { details: progress.details, hostState: stateAfter(settled) });
}
function stateAfter(end) {
    if (end?.outcome !== 'settled')
        return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
    return end.live === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'restored', release: end.live };
}


/***/ }),

/***/ 8922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ ProgressReport)
/* harmony export */ });
/** As many log lines of a failure as a tired reader wants to see: those of three services. */
const keptLines = 60;
/** Shows a program's events as they come: one log group a step, what it waits for, its tools' lines. */
class ProgressReport {
    #reporter;
    #steps = [];
    #lines = [];
    #current = 'start';
    #journal = '';
    #failed = false;
    #closeGroup;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The steps that ended well, with the seconds that each took. */
    get steps() {
        return this.#steps;
    }
    /** The last lines that containers and commands printed in the step that failed. */
    get details() {
        return this.#lines.slice(-keptLines);
    }
    /** The line that the program added to the server's journal, as JSON; empty when it added none. */
    get journal() {
        return this.#journal;
    }
    get currentStep() {
        return this.#current;
    }
    take(event) {
        switch (event.event) {
            case 'step':
                this.#open(event.title);
                break;
            case 'step-done':
                this.#steps.push({ title: event.title, seconds: Number(event.seconds) });
                this.#lines.length = 0;
                break;
            case 'log':
                // What the restore prints must not push out the lines that say why the release failed.
                if (!this.#failed)
                    this.#lines.push(`${event.source} | ${event.line}`);
                this.#reporter.info(`${event.source} | ${event.line}`);
                break;
            case 'waiting':
                this.#reporter.info(`Waiting for ${event.for}`);
                break;
            case 'recover':
                this.#reporter.warning('An interrupted deploy is settled', `Release ${event.release} did not finish; what ran before it is restored.`);
                break;
            case 'note':
                this.#reporter.warning(event.title, event.text);
                break;
            case 'journal':
                this.#journal = event.line;
                break;
            case 'failed':
                this.#reporter.info(`Failed: ${event.step} (${event.error})`);
                this.#failed = true;
                break;
            case 'end':
                this.close();
        }
    }
    /** Ends the open log group. */
    close() {
        this.#closeGroup?.();
        this.#closeGroup = undefined;
    }
    #open(title) {
        this.close();
        this.#current = title;
        this.#closeGroup = this.#reporter.openGroup(title);
    }
}


/***/ }),

/***/ 3449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/plan/program-event.js

const at = dist/* number */.aig();
const program_event_text = dist/* string */.YjP();
const programEvent = dist/* variant */.Oxt('event', [
    dist/* object */.Ikc({ event: dist/* literal */.euz('step'), at, title: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('step-done'), at, title: program_event_text, seconds: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('log'), at, source: program_event_text, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('waiting'), at, for: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('recover'), at, release: program_event_text }),
    /** What people should know, without being a failure. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('note'), at, title: program_event_text, text: program_event_text }),
    /** The line that the program added to the server's journal. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('journal'), at, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('failed'), at, step: program_event_text, error: program_event_text }),
    dist/* object */.Ikc({
        event: dist/* literal */.euz('end'),
        at,
        outcome: dist/* picklist */.KIO(['committed', 'same', 'settled', 'unchanged', 'restored', 'unknown']),
        /** The release that is live now; empty when it is none of ours. */
        live: program_event_text,
        step: dist/* optional */.lqM(program_event_text),
        error: dist/* optional */.lqM(program_event_text),
        values: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), program_event_text)),
        /** Why restoring failed too. */
        reason: dist/* optional */.lqM(program_event_text),
    }),
]);
/** Reads one event line; `undefined` for a line that is none (cut off by a full disk, say). */
function parseProgramEvent(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const result = dist/* safeParse */.xLC(programEvent, value);
    return result.success ? result.output : undefined;
}

// EXTERNAL MODULE: ./build/src/plan/server/scripts.js
var scripts = __webpack_require__(685);
// EXTERNAL MODULE: ./build/src/ports/host.js
var ports_host = __webpack_require__(3074);
;// CONCATENATED MODULE: ./build/src/apply/run-program.js




/** For how long a lost connection is tried again. */
const reconnectSeconds = 300;
/**
 * What may pass by itself on a server that was reached before. One that boots refuses logins until it is
 * up (pam_nologin(8)). Another host key is never waited for.
 */
const passing = new Set([
    'ssh-unreachable',
    'ssh-host-unknown',
    'ssh-login-refused',
]);
/**
 * Uploads a program, starts it detached on the server and follows it to its end, over as many
 * connections as it takes.
 * @param onEvent called for each event, in order, once
 * @returns the last event; `undefined` when the program was ended from outside
 * @throws {DeployKitError} `upload-failed`, `ssh-connection-lost`
 */
async function runProgram(run, ports, onEvent) {
    const log = new EventLog(onEvent);
    const start = `${scripts/* receive */.uZ}\nset -- "$path" "$release" 1\n${scripts/* follow */.e6}`;
    const stdin = ports.archiver.pack(run.upload.entries);
    const args = [run.path, run.releaseId, run.base];
    const started = await attempt(ports, log, run, start, args, stdin);
    if (started?.code === 70)
        throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, started.stderr));
    if (log.end !== undefined)
        return log.end;
    return followAgain(run, ports, log, started !== undefined);
}
/** Follows a program that runs already, or ended meanwhile. */
async function followAgain(run, ports, log, connected) {
    // A connection that ended in order has seen all events but those written in the last moment.
    let misses = connected ? 1 : 0;
    const deadline = ports.clock.now().getTime() + run.timeoutSeconds * 1000;
    while (ports.clock.now().getTime() < deadline) {
        await reconnect(run, ports);
        const args = [run.path, run.releaseId, String(log.seen + 1)];
        const result = await attempt(ports, log, run, scripts/* follow */.e6, args);
        if (log.end !== undefined)
            return log.end;
        if (result?.code === 71) {
            // The release folder appears as the last act of the upload, which may still be under way.
            misses += 1;
            if (misses > 5)
                throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, 'the connection was lost during the upload'));
            await ports.clock.sleep(2);
        }
        else if (result !== undefined) {
            if (misses > 0)
                return undefined;
            misses += 1;
        }
    }
    throw lost(run, ports, 'The program did not end in its time');
}
async function reconnect(run, ports) {
    const { clock, server } = ports;
    const deadline = clock.now().getTime() + reconnectSeconds * 1000;
    for (;;) {
        try {
            await server.host();
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* DeployKitError */.mG) || !passing.has(error.entry))
                throw error;
            if (clock.now().getTime() >= deadline)
                throw lost(run, ports, error.why);
            await clock.sleep(2);
        }
    }
}
/** One connection's worth of following; `undefined` when the connection was lost. */
async function attempt({ server, reporter }, log, run, script, args, stdin) {
    const ended = log.untilEnd().then(() => ({ code: 0, stderr: '' }));
    let host;
    try {
        host = await server.host();
        const finished = host.run(script, args, {
            onLine: (line) => {
                log.take(line);
            },
            timeoutSeconds: run.timeoutSeconds,
            ...(stdin === undefined ? {} : { stdin }),
        });
        // The follower on the server lingers after the last event; nobody needs to wait for it.
        return await Promise.race([finished, ended]);
    }
    catch (error) {
        if (!(error instanceof ports_host/* ConnectionLost */.p))
            throw error;
        reporter.info(`The connection was lost (${error.message}). The deploy goes on on the server; connecting again …`);
        server.drop();
        return undefined;
    }
}
function uploadValues(run, { server }, message) {
    return { host: server.name, path: run.path, message: message.trim() };
}
function lost(run, { server }, message) {
    return (0,errors/* failure */.V2)('ssh-connection-lost', {
        host: server.name,
        user: server.user,
        message,
        journal: `${run.path}/.deploy-kit/journal.jsonl`,
    }, {
        hostState: {
            state: 'unknown',
            why: 'the program on the server finishes by itself; its journal tells how.',
        },
    });
}
/** The events so far: counts lines, so that a new connection goes on where the last one ended. */
class EventLog {
    seen = 0;
    end;
    #onEvent;
    #ended = Promise.withResolvers();
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    untilEnd() {
        return this.#ended.promise;
    }
    take(line) {
        this.seen += 1;
        const event = parseProgramEvent(line);
        if (event === undefined || this.end !== undefined)
            return;
        this.#onEvent(event);
        if (event.event !== 'end')
            return;
        this.end = event;
        this.#ended.resolve(undefined);
    }
}


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ settleServer),
/* harmony export */   z: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2604);
/* harmony import */ var _plan_render_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6044);
/* harmony import */ var _plan_upload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6604);
/* harmony import */ var _progress_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8922);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3449);





/** Restores what an interrupted deploy left half done. */
function settleServer(head, lockTimeoutSeconds, ports) {
    return runPlan((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planRecover */ .sy)({ ...head, kind: 'settle', releaseId: `${head.releaseId}-settle` }, lockTimeoutSeconds), ports);
}
/** Restores what ran before a committed release, unless another one is live by now. */
function takeBack(head, lockTimeoutSeconds, ports) {
    const release = head.releaseId;
    return runPlan((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planTakeBack */ .Cr)({ ...head, kind: 'take-back', releaseId: `${release}-take-back` }, release, lockTimeoutSeconds), ports);
}
async function runPlan(plan, ports) {
    const progress = new _progress_report_js__WEBPACK_IMPORTED_MODULE_4__/* .ProgressReport */ .g(ports.reporter);
    const end = await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .m)({
        path: plan.head.path,
        releaseId: plan.head.releaseId,
        base: '',
        upload: (0,_plan_upload_js__WEBPACK_IMPORTED_MODULE_2__/* .programUpload */ .ub)((0,_plan_render_program_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProgram */ .N)(plan)),
        timeoutSeconds: 3600,
    }, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    return end;
}


/***/ }),

/***/ 6684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ announceInputs),
/* harmony export */   c: () => (/* binding */ deploymentTokenInputs)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An address that is itself a secret: no message shows it. */
const webhookUrl = {
    describe: 'URL',
    parse(value) {
        const url = URL.canParse(value) ? new URL(value) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol))
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S('must be addresses with https, one a line');
        return url;
    },
};
/** Who is told of a deploy: the same in every action that changes what is live. */
const announceInputs = {
    notify: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('list of URLs, one a line', webhookUrl),
        secret: true,
        description: 'Incoming webhooks that are told of start, success, failure and rollback: of Slack, Discord, Teams, or any other, which gets JSON. One that does not answer is a warning.',
    },
    environment: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Records a deployment of that name on GitHub, with its statuses; needs `permissions: deployments: write`. Leave it out where the job has `environment:`, which makes one by itself.',
    },
    environmentUrl: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Where what was deployed can be looked at; for the deployment and the messages.',
    },
};
/** What records the deployment, in actions that have no other use for a token. */
const deploymentTokenInputs = {
    githubToken: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Records the deployment, where `environment` is set.',
    },
};


/***/ }),

/***/ 7756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ rollbackInputs),
/* harmony export */   n$: () => (/* binding */ settingsInputs),
/* harmony export */   xR: () => (/* binding */ deployInputs)
/* harmony export */ });
/* harmony import */ var _plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);
/* harmony import */ var _image_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7877);



function hook(when) {
    return `A script, or the path of one in the checkout, that runs in the deploy folder on the server ${when}. It finds the release in \`DEPLOY_KIT_RELEASE\`, \`DEPLOY_KIT_VERSION\`, \`DEPLOY_KIT_REVISION\`, \`DEPLOY_KIT_PREVIOUS\`, \`DEPLOY_KIT_ACTOR\` and \`DEPLOY_KIT_RUN\`.`;
}
/** How the programs on the server go about it: the same wherever one runs. */
const settingsInputs = {
    healthTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '120s',
        description: 'How long the services may take to become healthy; then what ran before is restored.',
    },
    stableFor: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long a service without a healthcheck must stay up to count as healthy.',
    },
    drain: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long the old containers of a service that rolls go on answering beside the new ones, so that proxies and resolvers learn of these.',
    },
    hookTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5m',
        description: 'How long one hook may take.',
    },
    migrationTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long the migration may take.',
    },
    keepWarm: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long a `blue-green` deploy leaves what ran before up, so that going back takes only a switch of the proxy.',
    },
    keepReleases: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(2, 100),
        default: '5',
        description: 'How many releases stay on the server to roll back to, the live one included. Older ones go, with the images that nothing else of the project uses; volumes never do.',
    },
    lockTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long to wait while another deploy to the same folder runs.',
    },
};
/** What is deployed and how: the same in deploy-compose and in the root action. */
const deployInputs = {
    path: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        required: true,
        description: 'The deploy folder on the server, for example `/opt/app` or `~/app`. It is the Compose project folder.',
    },
    composeFiles: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yaml`, `docker-compose.yml`).",
    },
    files: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: 'Further files to ship, as glob patterns from the folder of the first Compose file, for example `scripts/**`. What the Compose files mention is shipped anyway. Modes are kept; the files belong to the user that logs in.',
    },
    images: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of image references, one a line', _image_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r),
        description: 'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
    },
    envFile: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "A file of the checkout that becomes `.env` in the deploy folder (mode 0600); one that SOPS encrypted (dotenv, YAML, JSON) is decrypted in the job with `age-key`. An absolute path (`/…`, `~/…`) is a file on the server. Without it and `env`, the server's own `.env` is kept.",
    },
    ageKey: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The age identity (`AGE-SECRET-KEY-1…`) that decrypts `env-file`. Each value in it is masked in the log.',
    },
    env: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .keyValues */ .K7,
        secret: true,
        description: '`NAME=value` lines that are added to `.env`, for secrets. They win over `env-file`.',
    },
    envRules: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A file of the checkout that says what each variable must be; the deploy stops before it starts when one is not. Default: `.env.schema`, where there is one.',
    },
    versionVariable: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: 'IMAGE_TAG',
        description: 'The variable in `.env` that holds the version that is live.',
    },
    strategy: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .strategies */ .Wy),
        default: 'auto',
        description: '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts. `blue-green`: the whole project starts beside the one that runs, then a proxy outside of it is switched.',
    },
    proxyTemplate: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "With `blue-green`: a file of the checkout, the proxy's configuration. A line with `{{SERVICE:PORT}}` stands once for each container of that service.",
    },
    proxyFile: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'Where the proxy reads that configuration on the server: below the deploy folder, or absolute (`/…`, `~/…`).',
    },
    proxyContainer: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The container of nginx or Caddy that reads it: it is told to by `nginx -s reload` or `caddy reload`.',
    },
    proxyReload: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A script, or the path of one in the checkout, that makes any other proxy read it; runs in the deploy folder on the server.',
    },
    healthUrls: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of URLs, one a line', _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .httpUrl */ .q3),
        description: 'URLs that the server itself must be able to ask, within `health-timeout`, for the release to count as healthy: for what a healthcheck does not see. The server needs curl or wget.',
    },
    beforeDeploy: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('before anything changes, for example a backup; when it fails, nothing has changed'),
    },
    beforeSwitch: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the files are in their places and the migration is done'),
    },
    afterSwitch: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the new release runs and is healthy; when it fails, what ran before is restored'),
    },
    afterDeploy: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the release is live; when it fails, that is only a warning'),
    },
    onRollback: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when what ran before has been restored'),
    },
    preStop: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceCommands */ .k_,
        description: '`SERVICE=command` lines: what is run in each old container of a service that rolls, before it is stopped.',
    },
    migrationService: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The service (also one in a profile) that migrates the database: run once, in a container of its own with the new image, before anything is switched. When it fails, the old release goes on serving.',
    },
    migrationCommand: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The command of that container, for example `alembic upgrade head`, run by the shell in its image; default: the service's own command. Without `migration-service`, the first service of the release.",
    },
    migration: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('compatible', 'breaking'),
        default: 'compatible',
        description: 'Whether the code before this release can run on the migrated schema. Going back over a `breaking` one needs `rollback-command`, or `force` in the rollback action.',
    },
    rollbackCommand: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "Takes a `breaking` migration back, in a container like the migration's, when what ran before is restored.",
    },
    pinAll: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Run the other services by digest too: what their references lead to in their registries now. Without it they keep their references.',
    },
    force: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Deploy also what is live already, unchanged.',
    },
    ...settingsInputs,
};
/** What later steps of the job may do to the release; read by the `post` step. */
const rollbackInputs = {
    rollbackOn: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('verification', 'job-failure', 'never'),
        default: 'verification',
        description: 'When to restore what ran before at the end of the job: `verification` (a verify-health step failed), `job-failure` (any step failed, or the job was cancelled), `never`.',
    },
    jobStatus: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: '${{ job.status }}',
        hidden: true,
        description: 'How the job went; evaluated again when the job ends.',
    },
};


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ deploymentOutputs)
/* harmony export */ });
/** The outputs of a deploy: the same in deploy-compose and in the root action. */
const deploymentOutputs = {
    release: { description: 'The id of the release on the server.' },
    version: { description: 'The version that is live, for example `sha-1a2b3c4d5e6f`.' },
    previous: {
        description: 'The id of the release that was live before; empty when there was none.',
    },
    changed: {
        description: '`false` when the release was live already, unchanged: then nothing was touched.',
    },
    journal: {
        description: "The line that the deploy added to the server's journal, as JSON.",
    },
    seconds: { description: 'How long it took.' },
};


/***/ }),

/***/ 7877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9488);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
const imageReference = {
    describe: 'image reference',
    parse(value) {
        const reference = (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(value);
        if (reference === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`must be an image reference such as ghcr.io/acme/api:1.4.2, not "${value}"`);
        return reference;
    },
};


/***/ }),

/***/ 6746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ registryAccount)
/* harmony export */ });
/** The account of the registry inputs, where both are set. */
function registryAccount(inputs) {
    const { registryUsername: username, registryPassword: password } = inputs;
    return username === undefined || password === undefined ? undefined : { username, password };
}


/***/ }),

/***/ 2820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ wholeProxy),
/* harmony export */   oU: () => (/* binding */ wholeRegistryAccount),
/* harmony export */   wt: () => (/* binding */ wholeMigration)
/* harmony export */ });
/** Only a breaking migration is taken back, and only where there is one. */
function wholeMigration(inputs) {
    const { migrationService, migrationCommand, migration, rollbackCommand } = inputs;
    const none = migrationService === undefined && migrationCommand === undefined;
    if (none && migration === 'breaking')
        return '`migration: breaking` is set without `migration-service` or `migration-command`';
    return rollbackCommand !== undefined && migration !== 'breaking'
        ? '`rollback-command` is set without `migration: breaking`: it would never run'
        : undefined;
}
/** What blue-green needs to switch a proxy, and nothing else uses. */
function wholeProxy(inputs) {
    const { strategy, proxyTemplate, proxyFile, proxyContainer, proxyReload } = inputs;
    const ways = [proxyContainer, proxyReload].filter((way) => way !== undefined);
    if (strategy !== 'blue-green')
        return [proxyTemplate, proxyFile, ...ways].some((value) => value !== undefined)
            ? 'the `proxy-…` inputs are set without `strategy: blue-green`: they would never be used'
            : undefined;
    if (proxyTemplate === undefined || proxyFile === undefined || ways.length !== 1)
        return '`strategy: blue-green` needs `proxy-template`, `proxy-file`, and one of `proxy-container` and `proxy-reload`';
    return proxyFile.split('/').includes('..')
        ? '`proxy-file` must not lead through `..`'
        : undefined;
}
/** A registry account is a user and a password, or neither. */
function wholeRegistryAccount(inputs) {
    if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
        return undefined;
    return inputs.registryUsername === undefined
        ? '`registry-password` is set without `registry-username`'
        : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}


/***/ }),

/***/ 8968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseEnvFile)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9541);
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9350);



/**
 * Reads a `.env` file as Compose does: comments, `export`, single quotes (literal), double quotes
 * (escapes and variables), both over several lines, no quotes (variables; ` #` begins a comment).
 * A name without a value is taken from the environment by Compose, so it is not among the values.
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax,
 * and Compose 2.26 itself where that page is silent.
 * @param outer variables that the values may refer to as well
 * @throws {DeployKitError} `env-file-invalid`, which never shows a value
 */
function parseEnvFile(text, outer = new Map()) {
    const source = text.replace(/^\uFEFF/, '');
    const values = new Map();
    let at = 0;
    for (;;) {
        at += /^(?:\s|#[^\n]*)*/.exec(source.slice(at))?.[0].length ?? 0;
        if (at >= source.length)
            return values;
        const line = source.slice(0, at).split('\n').length;
        const { key, hasValue, length } = readKey(source.slice(at), line);
        at += length;
        if (!hasValue)
            continue;
        const { value, length: valueLength } = readValue(source.slice(at), line, (raw) => expand(raw, new Map([...outer, ...values]), line));
        at += valueLength;
        values.set(key, value);
    }
}
function readKey(text, line) {
    const prefix = /^export[^\S\n]+/.exec(text)?.[0] ?? '';
    const [whole, key = '', end = ''] = /^([^=:\n]*)([=:\n]|$)[^\S\n]*/.exec(text.slice(prefix.length)) ?? [''];
    const name = key.trim();
    if (/[^\p{L}\p{N}_.[\]\s-]/u.test(name))
        throw invalid(line, 'a name holds a special character');
    if (name.includes(' '))
        throw invalid(line, 'a name holds a space');
    return { key: name, hasValue: end === '=' || end === ':', length: prefix.length + whole.length };
}
function readValue(text, line, expandVariables) {
    const quoted = /^'((?:[^'\\]|\\[\s\S])*)'/.exec(text);
    if (quoted)
        return { value: (quoted[1] ?? '').replaceAll(String.raw `\'`, "'"), length: quoted[0].length };
    const double = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(text);
    if (double)
        return { value: expandVariables(readEscapes(double[1] ?? '')), length: double[0].length };
    if (/^['"]/.test(text))
        throw invalid(line, 'a value opens a quote and never closes it');
    const bare = /^[^\n]*/.exec(text)?.[0] ?? '';
    return { value: expandVariables(bare.replace(/ #.*$/, '').trimEnd()), length: bare.length };
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '"': '"',
    '\\': '\\',
    // The variables are expanded afterwards: there, two dollar signs are one.
    $: '$$',
};
function readEscapes(text) {
    return text.replace(/\\(?:0(\d{0,3})|([abfnrtv$"\\]))/g, (_, digits, letter) => {
        if (digits === undefined)
            return escapes[letter ?? ''] ?? '';
        const isByte = /^[0-3][0-7]{2}$/.test(digits);
        return isByte ? String.fromCharCode(Number.parseInt(digits, 8)) : `\\${digits}`;
    });
}
function expand(raw, known, line) {
    try {
        return (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .interpolate */ .G)(raw, known);
    }
    catch (cause) {
        if (cause instanceof _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .InterpolationProblem */ .i)
            throw invalid(line, cause.message);
        throw cause;
    }
}
function invalid(line, problem) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('env-file-invalid', { line, problem });
}


/***/ }),

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ interpolate),
/* harmony export */   U: () => (/* binding */ unknownValue)
/* harmony export */ });
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9350);

/**
 * What stands for a variable whose value cannot be known here. No YAML file can hold it, so a value
 * that depends on such a variable is told apart from all others.
 */
const unknownValue = '\0';
/**
 * Compose's interpolation of one value: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`,
 * `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`, `${VAR+other}`, nested, `$$` for a dollar sign.
 * A variable that is not set is empty; a dollar sign that begins none of these stays.
 * Source: https://docs.docker.com/reference/compose-file/interpolation/, and Compose 2.26 itself
 * where that page is silent.
 * @throws {InterpolationProblem} for a required variable that is missing, or a `${` that is no variable
 */
function interpolate(text, env, options = {}) {
    let result = '';
    let at = 0;
    for (;;) {
        const dollar = text.indexOf('$', at);
        if (dollar < 0)
            return result + text.slice(at);
        const { value, length } = expand(text.slice(dollar), env, options);
        result += text.slice(at, dollar) + value;
        at = dollar + length;
    }
}
function expand(text, env, options) {
    if (text.startsWith('$$'))
        return { value: '$', length: 2 };
    const name = /^\$([A-Za-z_][A-Za-z0-9_]*)/.exec(text)?.[1];
    if (name !== undefined)
        return { value: env.get(name) ?? unset(options), length: 1 + name.length };
    if (!text.startsWith('${'))
        return { value: '$', length: 1 };
    // An expression ends on its own line; which of the braces there ends it is counted below.
    const widest = /^\$\{[A-Za-z_][A-Za-z0-9_]*(?:\}|:?[-+?].*\})/.exec(text)?.[0];
    if (widest === undefined)
        throw new _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InterpolationProblem */ .i('a `${` begins no variable, or lacks its `}`; write `$${` for the characters themselves');
    const expression = widest.slice(0, closingBrace(widest) + 1);
    return { value: substitute(expression.slice(2, -1), env, options), length: expression.length };
}
// As Compose counts: every brace counts, the character after an opening one does not.
function closingBrace(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '}' && --depth === 0)
            return at;
        if (text[at] === '{') {
            depth++;
            at++;
        }
    }
    return text.length - 1;
}
function substitute(expression, env, options) {
    const [, name = '', operator = '', word = ''] = /^(\w+)(?:(:?[-?+])(.*))?$/.exec(expression) ?? [];
    const value = env.get(name);
    const isGiven = value !== undefined && !(operator.startsWith(':') && value === '');
    // A fault in the word counts even when the word is not needed.
    const other = interpolate(word, env, options);
    switch (operator.replace(':', '')) {
        case '-':
            return isGiven ? value : other;
        case '+':
            return isGiven ? other : '';
        case '?':
            if (isGiven)
                return value;
            if (options.partial)
                return unknownValue;
            throw new _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .InterpolationProblem */ .i(`the variable ${name} is required${other === '' ? '' : `: ${other}`}`);
        default:
            return value ?? unset(options);
    }
}
function unset({ partial }) {
    return partial ? unknownValue : '';
}


/***/ }),

/***/ 9350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InterpolationProblem)
/* harmony export */ });
/** Why a value of a Compose file cannot be interpolated. */
class InterpolationProblem extends Error {
    name = 'InterpolationProblem';
}


/***/ }),

/***/ 4293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ accountRegistry),
/* harmony export */   W: () => (/* binding */ hookNames)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9488);

/** The moments at which a command of the project's own can run on the server. */
const hookNames = [
    'before-deploy',
    'before-switch',
    'after-switch',
    'after-deploy',
    'on-rollback',
];
/** Where the registry account belongs: at the first image's registry, and nowhere else. */
function accountRegistry(images) {
    return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(images[0]?.name ?? '')?.registry;
}


/***/ }),

/***/ 2604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ checkPins),
/* harmony export */   Cr: () => (/* binding */ planTakeBack),
/* harmony export */   Zm: () => (/* binding */ managedEnv),
/* harmony export */   bJ: () => (/* binding */ planDeploy),
/* harmony export */   sy: () => (/* binding */ planRecover),
/* harmony export */   tW: () => (/* binding */ programHead)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8968);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4293);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9488);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7593);
/* harmony import */ var _plan_steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3236);







/** The plan of one release. */
function planDeploy(intent, server, pins, switching) {
    return {
        head: programHead(intent, server, switching),
        steps: [
            (0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .takeLock */ .HJ)(intent.lockTimeoutSeconds),
            _plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .settle */ .G9,
            { title: 'Prepare the env file', command: ['stage_env'] },
            ...(intent.force
                ? []
                : [
                    {
                        title: 'Compare with what is live',
                        command: ['compare_with_live', ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .pinWords */ .h4)(pins)],
                    },
                ]),
            ...hookStep(intent, 'before-deploy'),
            ...pullSteps(intent, pins),
            { title: 'Forget the registry account', command: ['forget_credentials'] },
            ...(switching.blueGreen
                ? [
                    {
                        title: 'Choose the project beside',
                        command: ['choose_colour', baseName(intent, server)],
                    },
                ]
                : []),
            ..._plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .installSteps */ .F$,
            ...migrationSteps(intent),
            ...hookStep(intent, 'before-switch'),
            ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .switchSteps */ .gl)({ ...switching, healthUrls: intent.healthUrls }, intent.settings),
            ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .proofSteps */ .Gi)(pins),
            ...hookStep(intent, 'after-switch'),
        ],
        ending: ['commit'],
    };
}
// As Compose names a project: https://docs.docker.com/compose/how-tos/project-name/
function baseName({ env, project }, { path }) {
    const known = env?.source === 'upload' ? env.text : (env?.added ?? '');
    const given = (0,_compose_env_file_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEnvFile */ .F)(known).get('COMPOSE_PROJECT_NAME') ?? project.name;
    const name = (given ?? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)).toLowerCase().replace(/[^a-z0-9_-]/g, '');
    return name.replace(/^[_-]+/, '').replace(/-(blue|green)$/, '') || 'app';
}
function hookStep({ hooks }, name) {
    return hooks.has(name) ? [{ title: `Run the hook ${name}`, command: ['hook', name] }] : [];
}
function migrationSteps({ migration, project }) {
    if (migration === undefined)
        return [];
    const { service } = migration;
    const traits = project.services.find(({ name }) => name === service)?.traits;
    return [
        {
            title: `Migrate with ${service}`,
            command: ['migrate', service, ...(traits?.dependsOn ?? [])],
        },
    ];
}
/** The plan that settles an interrupted deploy and does nothing else. */
function planRecover(head, lockTimeoutSeconds) {
    return {
        head,
        steps: [
            (0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .takeLock */ .HJ)(lockTimeoutSeconds),
            { title: 'Settle the interrupted deploy', command: ['recover'] },
        ],
        ending: ['settled'],
    };
}
/** The plan that restores what ran before a committed release, unless another one is live by now. */
function planTakeBack(head, release, lockTimeoutSeconds) {
    return {
        head,
        steps: [
            (0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .takeLock */ .HJ)(lockTimeoutSeconds),
            _plan_steps_js__WEBPACK_IMPORTED_MODULE_6__/* .settle */ .G9,
            { title: `Restore what ran before ${release}`, command: ['take_back', release] },
        ],
        ending: ['settled'],
    };
}
/** The keys of the env file that deploy-kit keeps, with their values for this release. */
function managedEnv(intent) {
    return new Map([
        ['COMPOSE_FILE', [...intent.composeFiles, _pins_js__WEBPACK_IMPORTED_MODULE_5__/* .pinsPath */ .GR].join(':')],
        [intent.versionVariable, intent.version],
    ]);
}
/**
 * Which services get an image of the release.
 * @throws {DeployKitError} `release-not-in-compose` when an image of the release is in no service
 */
function checkPins(intent, pins) {
    const used = new Set(pins.values());
    const unused = intent.images.filter(({ name, digest }) => !used.has(`${name}@${digest}`));
    const [first] = unused;
    if (first === undefined)
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('release-not-in-compose', {
        images: unused.map(({ name }) => name).join(', '),
        references: intent.project.services.flatMap(({ image }) => image ?? []).join(', ') || 'no image',
        example: `${first.name}:\${${intent.versionVariable}}`,
    });
}
function pullSteps(intent, pins) {
    const registry = (0,_deploy_intent_js__WEBPACK_IMPORTED_MODULE_3__/* .accountRegistry */ .L)(intent.images);
    const pull = (title, image) => {
        const known = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseImageReference */ .o_)(image)?.registry === registry;
        const account = intent.registryAccount !== undefined && known ? ['account'] : [];
        return { title, command: ['pull', image, ...account] };
    };
    const others = intent.project.services.flatMap(({ name, image, active }) => pins.has(name) || !active || image === undefined ? [] : image);
    return [
        ...[...new Set(pins.values())].map((image) => pull(`Pull ${image}`, image)),
        // Compose would pull these itself, but then while the services are being switched.
        ...[...new Set(others)].map((image) => pull(`Have ${image}`, image)),
    ];
}
/** The head of the programs that this deploy may run. */
function programHead(intent, server, switching) {
    return {
        kind: 'deploy',
        path: server.path,
        releaseId: intent.releaseId,
        version: intent.version,
        revision: intent.revision,
        actor: intent.actor,
        runUrl: intent.runUrl,
        composeCommand: server.compose.command,
        sudo: server.sudo,
        managedKeys: [...managedEnv(intent).keys()],
        rolled: switching.waves.flat(),
        proxies: switching.proxies,
        settings: intent.settings,
    };
}


/***/ }),

/***/ 7593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ pinnedServices),
/* harmony export */   GR: () => (/* binding */ pinsPath),
/* harmony export */   PD: () => (/* binding */ renderPins)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9488);



/** Where the pins are, relative to the deploy folder; the env file's COMPOSE_FILE names it last. */
const pinsPath = '.deploy-kit/pins.yml';
/** The label that changes with the files that a service mounts. */
const filesLabel = 'deploy-kit.files';
/** The services that run an image of the release: service → reference by digest. */
function pinnedServices(project, images) {
    const pins = new Map();
    for (const service of project.services) {
        const reference = service.image === undefined ? undefined : (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(service.image);
        const image = images.find(({ name }) => reference !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(reference) === name);
        if (image !== undefined)
            pins.set(service.name, `${image.name}@${image.digest}`);
    }
    return pins;
}
/**
 * The Compose file that is merged over the project's own: each service of the release by digest, and
 * each service that mounts shipped files with a label made from their content, because Compose does
 * not see that a mounted file has changed and would leave the container as it was.
 */
function renderPins(project, pins, files) {
    const services = {};
    for (const service of project.services) {
        const image = pins.get(service.name);
        const mounted = mountedFiles(service, files);
        if (image === undefined && mounted.length === 0)
            continue;
        services[service.name] = {
            ...(image === undefined ? {} : { image }),
            ...(mounted.length === 0 ? {} : { labels: { [filesLabel]: contentHash(mounted) } }),
        };
    }
    return ('# deploy-kit: what the current release runs. The next deploy writes it anew.\n' +
        (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ services }));
}
function mountedFiles(service, files) {
    const mounts = service.paths.filter(({ kind }) => kind !== 'env-file').map(({ path }) => path);
    return files.filter((file) => mounts.some((mount) => file.path === mount || file.path.startsWith(`${mount}/`) || mount === '.'));
}
function contentHash(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const { path, mode, content } of files)
        hash
            .update(`${path}\0${mode}\0`)
            .update(content.kind === 'file' ? content.read() : content.target);
    return hash.digest('hex').slice(0, 16);
}


/***/ }),

/***/ 3236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ installSteps),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Gi: () => (/* binding */ proofSteps),
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   gl: () => (/* binding */ switchSteps),
/* harmony export */   h4: () => (/* binding */ pinWords)
/* harmony export */ });
/* harmony import */ var _switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);

/** The steps that the plans of deploys and rollbacks have in common. */
function takeLock(seconds) {
    return { title: 'Take the lock', command: ['take_lock', String(Math.ceil(seconds))] };
}
const settle = {
    title: 'Settle what an interrupted deploy left',
    command: ['recover'],
};
const installSteps = [
    { title: 'Remember what runs now', command: ['take_snapshot'] },
    { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
];
/** From the installed files to services that are healthy. */
function switchSteps(switching, settings) {
    const { healthUrls } = switching;
    const timeout = String(Math.ceil(settings.healthTimeoutSeconds));
    return [
        ...(switching.blueGreen ? besideSteps(settings) : inPlaceSteps(switching, settings)),
        ...(healthUrls.length === 0
            ? []
            : [
                {
                    title: `Ask ${healthUrls.join(', ')} from the server`,
                    command: ['wait_urls', timeout, ...healthUrls],
                },
            ]),
    ];
}
function besideSteps(settings) {
    return [
        // What an older release left in this project goes.
        {
            title: 'Start the services beside those that run',
            command: ['compose_up', 'compose', '--remove-orphans'],
        },
        healthStep(settings, 'the new services are', 'wait_healthy'),
        { title: 'Switch the proxy', command: ['switch_proxy'] },
    ];
}
function healthStep(settings, what, wait) {
    return {
        title: `Wait until ${what} healthy`,
        command: [
            wait,
            String(Math.ceil(settings.healthTimeoutSeconds)),
            String(Math.ceil(settings.stableSeconds)),
        ],
    };
}
function inPlaceSteps({ waves, first }, settings) {
    const all = [
        { title: 'Start the services', command: ['compose_up', 'compose'] },
        healthStep(settings, 'the services are', 'wait_healthy'),
    ];
    if (waves.length === 0)
        return all;
    return [
        ...(first.length === 0
            ? []
            : [{ title: `Start ${first.join(', ')} to run once`, command: ['start', ...first] }]),
        ...waves.flatMap((wave) => {
            const names = wave.map(({ name }) => name).join(', ');
            return [
                {
                    title: `Start ${names} beside the old one${wave.length === 1 ? '' : 's'}`,
                    command: ['roll_up', ...(0,_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .qq)(wave)],
                },
                healthStep(settings, `the new ${names} ${wave.length === 1 ? 'is' : 'are'}`, 'wait_kept'),
            ];
        }),
        {
            title: 'Take the old containers out',
            command: ['roll_down', ...(0,_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .qq)(waves.flat())],
        },
        ...all,
    ];
}
/** The proof: each container really runs what was released. */
function proofSteps(pins) {
    return [
        {
            title: 'Compare the running images with the release',
            command: ['check_images', ...pinWords(pins)],
        },
    ];
}
/** `web=ghcr.io/acme/api@sha256:…` for each service. */
function pinWords(pins) {
    return [...pins].map(([service, image]) => `${service}=${image}`);
}


/***/ }),

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ explainProgramEnd)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _errors_deploy_kit_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9488);
/* harmony import */ var _registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4127);




/**
 * The error of a program that did not commit: the step's own reason, and what is live now.
 * @param details the last lines of the containers or tools
 */
function explainProgramEnd(end, server, path, details) {
    const hostState = hostStateOf(end);
    const name = end.error !== undefined && end.error in _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW ? end.error : 'internal-error';
    const values = { host: server.name, user: server.user, path, ...end.values };
    const error = diagnose(name, values, details, hostState);
    if (end.outcome !== 'unknown')
        return error;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('restore-failed', {
        reason: error.message,
        previous: 'what ran before',
        message: end.reason ?? '',
        user: server.user,
        host: server.name,
        path,
    }, { details, hostState });
}
/** Whose message is a tool's own: what that means is the error itself. The others only get a hint. */
const toolFailures = ['compose-up-failed'];
/** Steps whose own tools fill the disk. */
const fullDisk = new Set(['image-pull-failed', 'internal-error']);
function diagnose(name, values, details, hostState) {
    const message = values.message ?? '';
    const lines = details.map((line) => line.replace(/^[^|]* \| /, ''));
    const found = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .recognise */ .GJ)([message, ...lines].join('\n'));
    // What an app or a hook logs is no more than a hint.
    const own = details.flatMap((line, index) => /^(compose|restore|docker pull [^|]*) \| /.test(line) ? (lines[index] ?? []) : []);
    const known = (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .recognise */ .GJ)([message, ...own].join('\n'));
    // A full disk shows in whatever tool met it first.
    const isCause = toolFailures.includes(name) || (fullDisk.has(name) && known?.entry === 'disk-full');
    const cause = isCause ? known : undefined;
    if (cause !== undefined)
        return new _errors_deploy_kit_error_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployKitError */ .m(cause.entry, { ...values, file: 'compose.yml', directory: values.path ?? '', ...cause.values }, { details, hostState });
    if (name === 'image-pull-failed') {
        const refused = pullRefusal(values, details, hostState);
        if (refused !== undefined)
            return refused;
    }
    return new _errors_deploy_kit_error_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployKitError */ .m(name, values, { details, hostState, looksLike: found });
}
// The registry's own words, where they are clear; else the server's message must do.
function pullRefusal({ image: text = '', message = '', host = '' }, details, hostState) {
    const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(text);
    if (image === undefined)
        return undefined;
    const asked = { anonymous: false, loginRefused: false };
    const { entry, remedy } = (0,_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .recogniseRefusal */ .y)(image, message, 'pull', asked);
    if (entry === 'registry-denied')
        return undefined;
    const values = { registry: image.registry, image: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(image), message, remedy };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(entry, { ...values, who: `the server ${host}` }, { details, hostState });
}
function hostStateOf({ outcome, live, reason }) {
    switch (outcome) {
        case 'committed':
        case 'same':
            return { state: 'new-release', release: live };
        case 'settled':
        case 'restored':
            return { state: 'restored', release: live || 'what ran before the first deploy' };
        case 'unchanged':
            return _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv;
        case 'unknown':
            return { state: 'unknown', why: `restoring failed: ${reason ?? 'no reason was given'}` };
    }
}


/***/ }),

/***/ 4127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ isRepositoryMissing),
/* harmony export */   y: () => (/* binding */ recogniseRefusal)
/* harmony export */ });
/**
 * Recognises a refusal by the words of the registry, in an answer's body or in a tool's output.
 * @param action what was tried: each needs rights of its own
 */
function recogniseRefusal(image, words, action, { anonymous, loginRefused }) {
    const host = hostOf(image.registry);
    const remedies = host.remedies(image, action);
    // A push makes the repository at most registries: one that is unknown even then must be made first.
    if ((action === 'push' || host.repositoriesAreMadeBeforehand) && /name[ _]unknown/i.test(words))
        return { entry: 'registry-repository-missing', remedy: remedies.create };
    if (/does not match expected scopes/i.test(words))
        return { entry: 'registry-token-scope', remedy: remedies.scope };
    if (/(read|write)_package|installation not allowed/i.test(words))
        return { entry: 'registry-package-not-linked', remedy: remedies.link };
    if (anonymous || /no basic auth credentials/i.test(words))
        return { entry: 'registry-login-missing', remedy: remedies.login };
    if (loginRefused)
        return { entry: 'registry-login-refused', remedy: remedies.password };
    return { entry: 'registry-denied', remedy: remedies.link };
}
/** Whether an answer says that the repository does not exist and no push will make it. */
function isRepositoryMissing({ registry }, words) {
    return hostOf(registry).repositoriesAreMadeBeforehand && /name[ _]unknown/i.test(words);
}
const rights = { pull: 'read', push: 'write' };
const hosts = [
    {
        // https://docs.github.com/packages/working-with-a-github-packages-registry/working-with-the-container-registry
        matches: /^ghcr\.io$/,
        repositoriesAreMadeBeforehand: false,
        remedies: ({ repository }, action) => {
            const account = '`registry-username: ${{ github.actor }}` and `registry-password: ${{ github.token }}`';
            const permission = `\`permissions: packages: ${rights[action]}\``;
            return {
                login: `Give ${account}, and the job ${permission}.`,
                password: "Use the job's token (`${{ github.token }}`) or a classic personal access token: GHCR takes no fine-grained one. Check that the secret holds the whole token and has not expired.",
                scope: `Give the job ${permission}; a classic token needs the scope \`${rights[action]}:packages\`.`,
                link: `On the page of the package ${repository}: Package settings → Manage Actions access → add this repository with the role ${action === 'push' ? 'Write' : 'Read'}; and give the job ${permission}. A token of your own must be whole and not expired.`,
                create: `Check the name: the owner of ${repository} does not exist.`,
            };
        },
    },
    {
        // https://cloud.google.com/artifact-registry/docs/docker/pushing-and-pulling
        matches: /-docker\.pkg\.dev$/,
        repositoriesAreMadeBeforehand: true,
        remedies: ({ registry, repository }, action) => {
            const [project = '', name = ''] = repository.split('/');
            const location = registry.replace('-docker.pkg.dev', '');
            const role = action === 'push' ? 'roles/artifactregistry.writer' : 'roles/artifactregistry.reader';
            const login = 'Give `registry-username: oauth2accesstoken` and an access token as `registry-password` (the output `access_token` of google-github-actions/auth).';
            return {
                login,
                password: `${login} It lives for an hour.`,
                scope: `Grant the service account ${role}.`,
                link: `Grant the service account ${role}: \`gcloud artifacts repositories add-iam-policy-binding ${name} --project=${project} --location=${location} --role=${role} --member=serviceAccount:…\``,
                create: `Create it: \`gcloud artifacts repositories create ${name} --project=${project} --location=${location} --repository-format=docker\``,
            };
        },
    },
    {
        // https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html
        matches: /^\d+\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/,
        repositoriesAreMadeBeforehand: true,
        remedies: ({ registry, repository }, action) => {
            const region = registry.split('.')[3] ?? '';
            const login = `Give \`registry-username: AWS\` and the output of \`aws ecr get-login-password --region ${region}\` as \`registry-password\`, or log in before this step with aws-actions/amazon-ecr-login.`;
            const policy = action === 'push'
                ? 'ecr:PutImage, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload'
                : 'ecr:BatchGetImage, ecr:GetDownloadUrlForLayer';
            return {
                login,
                password: `${login} The password lives for 12 hours.`,
                scope: `Allow ${policy} on the repository ${repository}.`,
                link: `Allow ${policy} on the repository ${repository} in the role's policy.`,
                create: `Create it: \`aws ecr create-repository --repository-name ${repository} --region ${region}\``,
            };
        },
    },
    {
        // https://learn.microsoft.com/azure/container-registry/container-registry-authentication
        matches: /\.azurecr\.io$/,
        repositoriesAreMadeBeforehand: false,
        remedies: ({ registry }, action) => {
            const name = registry.replace('.azurecr.io', '');
            const role = action === 'push' ? 'AcrPush' : 'AcrPull';
            const login = `Give a service principal's id and secret, or \`registry-username: 00000000-0000-0000-0000-000000000000\` with the token of \`az acr login --name ${name} --expose-token\`.`;
            return {
                login,
                password: login,
                scope: `Grant the role ${role} on the registry ${name}.`,
                link: `Grant the role ${role} on the registry ${name}: \`az role assignment create --role ${role} --assignee … --scope $(az acr show --name ${name} --query id --output tsv)\``,
                create: `Check the name of the registry: \`az acr show --name ${name}\`.`,
            };
        },
    },
];
const anyHost = {
    matches: /$/,
    repositoriesAreMadeBeforehand: false,
    remedies: ({ registry, repository }, action) => {
        const login = `Give \`registry-username\` and \`registry-password\` of an account of ${registry}${registry === 'docker.io' ? ' (an access token from hub.docker.com → Account settings)' : ''}, or log in before this step.`;
        return {
            login,
            password: `Check both, and that the secret is not empty or expired. ${login}`,
            scope: `Use a token that may ${action} ${repository}.`,
            link: `Give the account the right to ${action} ${repository}, and check the name.`,
            create: `Create the repository (project, organisation) of ${repository} at ${registry} first, or correct the name.`,
        };
    },
};
function hostOf(registry) {
    return hosts.find(({ matches }) => matches.test(registry)) ?? anyHost;
}


/***/ }),

/***/ 6044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ renderProgram)
/* harmony export */ });
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(685);
/* harmony import */ var _switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(494);



/** How long one image may take to arrive, in seconds. */
const pullTimeoutSeconds = 1800;
/** Renders a plan as the POSIX sh program that the server runs. */
function renderProgram({ head, steps, ending }) {
    const { settings } = head;
    const whole = (seconds) => String(Math.ceil(seconds));
    const variables = [
        ['kind', head.kind],
        ['path', head.path],
        ['release', head.releaseId],
        ['version', head.version],
        ['revision', head.revision],
        ['actor', head.actor],
        ['run', head.runUrl],
        ['holder', `${head.actor} (${head.version}, ${head.runUrl})`],
        ['compose_command', head.composeCommand],
        ['docker_sudo', head.sudo ? 'yes' : ''],
        ['managed_keys', head.managedKeys.join(' ')],
        ['rolled', (0,_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .qq)(head.rolled).join(' ')],
        ['proxies', head.proxies.join(' ')],
        ['health_timeout', whole(settings.healthTimeoutSeconds)],
        ['stable_seconds', whole(settings.stableSeconds)],
        ['drain_seconds', whole(settings.drainSeconds)],
        ['hook_timeout', whole(settings.hookTimeoutSeconds)],
        ['migration_timeout', whole(settings.migrationTimeoutSeconds)],
        ['pull_timeout', whole(pullTimeoutSeconds)],
        // Requests that have begun are never cut off.
        ['keep_warm_seconds', whole(Math.max(settings.keepWarmSeconds, settings.drainSeconds))],
        ['keep_releases', String(settings.keepReleases)],
    ];
    return [
        '#!/bin/sh',
        '# Written by deploy-kit for one run. The plan of this release stands at the end.',
        ...variables.map(([name, value]) => `${name}=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(value)}`),
        '',
        _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .ez,
        '# --- the plan ---',
        '',
        ...steps.flatMap(renderStep),
        ending.map(quoteArgument).join(' '),
        '',
    ].join('\n');
}
function renderStep({ title, command, undo }) {
    const line = `step ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(title)} ${command.map(quoteArgument).join(' ')}`;
    return undo === undefined ? [line] : [`undo_with ${undo}`, line];
}
function quoteArgument(argument) {
    return /^[A-Za-z0-9_-]+$/.test(argument) ? argument : (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(argument);
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ planSwitch),
/* harmony export */   Wy: () => (/* binding */ strategies),
/* harmony export */   qq: () => (/* binding */ rolledWords)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);


/** How the services of a release are switched; `auto` rolls what can roll and recreates the rest. */
const strategies = ['auto', 'recreate', 'rolling', 'blue-green'];
/**
 * Decides for each service of the release how it is switched.
 * @param pins the services that run an image of the release
 * @throws {DeployKitError} `service-cannot-roll` when `rolling` was asked for and one can't;
 * `project-not-twofold` when `blue-green` was and the project can't run twice
 */
function planSwitch(strategy, project, pins) {
    const active = project.services.filter(({ active: isOn }) => isOn);
    const released = active.filter(({ name }) => pins.has(name));
    const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
    const lasting = released.filter(({ name }) => !once.has(name));
    const blueGreen = strategy === 'blue-green';
    if (blueGreen)
        refuseOneOfAKind(active, project.ownVolumes, pins);
    if (strategy === 'rolling')
        refuseSingletons(lasting);
    const rolled = strategy === 'recreate' || blueGreen
        ? []
        : lasting.filter(({ traits }) => traits.singleton === undefined);
    const isRolled = new Set(rolled.map(({ name }) => name));
    return {
        blueGreen,
        waves: waves(rolled),
        first: released.flatMap(({ name }) => (once.has(name) ? name : [])),
        proxies: rolled.length === 0 ? [] : active.filter(resolvesOnce).map(({ name }) => name),
        predictions: released.map((service) => once.has(service.name)
            ? { service: service.name, how: 'runs once', pause: 'none' }
            : blueGreen
                ? besides(service)
                : predict(service, isRolled.has(service.name))),
    };
}
function refuseSingletons(services) {
    const singles = services.filter(({ traits }) => traits.singleton !== undefined);
    if (singles.length === 0)
        return;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('service-cannot-roll', {
        services: singles.map(({ name }) => name).join(', '),
        reasons: singles.map(({ name, traits }) => `${name}: ${traits.singleton ?? ''}`).join('; '),
    });
}
// Blue-green runs the whole project twice: what keeps data or is there only once belongs into another.
function refuseOneOfAKind(services, volumes, pins) {
    const reasons = [
        ...services.flatMap(({ name, traits }) => {
            if (traits.singleton !== undefined)
                return `${name}: ${traits.singleton}`;
            return pins.has(name) ? [] : `${name}: its image is not in the release`;
        }),
        ...volumes.map((name) => `the volume ${name}: each of the two projects would have its own`),
    ];
    if (reasons.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('project-not-twofold', { reasons: reasons.join('; ') });
}
/** `web=2` for each, as the program writes them. */
function rolledWords(services) {
    return services.map(({ name, replicas }) => `${name}=${replicas}`);
}
/** Groups services by how many others of them each one waits for. */
function waves(services) {
    const byName = new Map(services.map((service) => [service.name, service]));
    const depths = new Map();
    const depth = ({ name, traits }) => {
        const known = depths.get(name);
        if (known !== undefined)
            return known;
        // Compose refuses circles itself; here one must only not run for ever.
        depths.set(name, 0);
        const before = traits.dependsOn.flatMap((other) => byName.get(other) ?? []);
        const own = before.length === 0 ? 0 : 1 + Math.max(...before.map(depth));
        depths.set(name, own);
        return own;
    };
    const grouped = [];
    for (const service of services) {
        const { replicas } = service.traits;
        (grouped[depth(service)] ??= []).push({ name: service.name, replicas });
    }
    return grouped.filter((group) => group.length > 0);
}
// nginx resolves the names in `proxy_pass` when it reads its configuration:
// https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass
function resolvesOnce({ image }) {
    const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image ?? '')
        ?.repository.split('/')
        .at(-1) ?? '';
    return /^(nginx|nginx-unprivileged|openresty|freenginx|angie)$/.test(name);
}
function besides({ name }) {
    return { service: name, how: 'starts beside, then the proxy is switched', pause: 'none' };
}
function predict({ name, traits }, rolls) {
    if (rolls)
        return { service: name, how: 'rolls', pause: 'none behind a proxy' };
    const why = traits.singleton === undefined ? '' : `: ${traits.singleton}`;
    return {
        service: name,
        how: 'is recreated',
        pause: `from the stop of the old container until the new one is ready${why}`,
    };
}


/***/ }),

/***/ 6604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fU: () => (/* binding */ releaseUpload),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   ub: () => (/* binding */ programUpload),
/* harmony export */   wX: () => (/* binding */ rollbackUpload),
/* harmony export */   zi: () => (/* binding */ envText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4293);
/* harmony import */ var _deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2604);



/** An upload that holds a program and no files: to settle, to take back. */
function programUpload(program) {
    return { entries: [textEntry('program.sh', 0o755, program), marker], unchanged: 0 };
}
/** The upload of a rollback: the program, its record, and the account for images that are gone. */
function rollbackUpload(program, record, account) {
    return {
        entries: [
            textEntry('program.sh', 0o755, program),
            textEntry('release.json', 0o644, `${JSON.stringify(record, undefined, 2)}\n`),
            ...accountEntries(account, record.images),
            marker,
        ],
        unchanged: 0,
    };
}
/**
 * The upload of a release: its files without those that the live release has in the same content and
 * mode, the lists that the program reads, the env file's parts, the pins, the record, the program.
 * @param known the live release's files: path → `<sha256> <mode>`
 */
function releaseUpload(intent, program, pins, pinned, known, switching) {
    const identified = intent.files.map((file) => ({ file, identity: identityOf(file) }));
    const isKnown = ({ file, identity }) => identity !== undefined && known.get(file.path) === identity;
    const unchanged = identified.filter(isKnown);
    const entries = [
        ...identified
            .filter((entry) => !isKnown(entry))
            .map(({ file }) => ({ ...file, path: `files/${file.path}` })),
        listEntry('files.list', intent.files.map(({ path }) => `./${path}`)),
        listEntry('files.sha256', identified.flatMap(({ file, identity }) => identity === undefined ? [] : `${identity} ${file.path}`)),
        listEntry('images.list', [...pinned].map(([service, image]) => `${service} ${image}`)),
        listEntry('unchanged', unchanged.map(({ file }) => `./${file.path}`)),
        listEntry('services', intent.project.services.filter(({ active }) => active).map(({ name }) => name)),
        textEntry('pins.yml', 0o644, pins),
        textEntry('env.managed', 0o600, managedEnvText(intent)),
        textEntry('release.json', 0o644, `${JSON.stringify(record(intent, switching), undefined, 2)}\n`),
        textEntry('program.sh', 0o755, program),
    ];
    for (const [name, script] of intent.hooks)
        entries.push(textEntry(`hooks/${name}`, 0o700, `${script}\n`));
    for (const [service, command] of intent.preStop)
        entries.push(textEntry(`pre-stop/${service}`, 0o600, `${command}\n`));
    entries.push(...migrationEntries(intent.migration));
    entries.push(...proxyEntries(intent.proxy));
    entries.push(...envEntries(intent.env));
    entries.push(...accountEntries(intent.registryAccount, intent.images));
    return { entries: [...entries, marker], unchanged: unchanged.length };
}
function envEntries(env) {
    if (env === undefined)
        return [];
    return env.source === 'upload'
        ? [textEntry('env.base', 0o600, env.text)]
        : [textEntry('env.source', 0o600, env.path), textEntry('env.added', 0o600, env.added)];
}
function migrationEntries(migration) {
    if (migration === undefined)
        return [];
    const { command, breaking, rollbackCommand } = migration;
    return [
        ...(command === undefined ? [] : [textEntry('migration', 0o600, command)]),
        ...(rollbackCommand === undefined ? [] : [textEntry('rollback', 0o600, rollbackCommand)]),
        ...(breaking ? [textEntry('breaking', 0o600, '')] : []),
    ];
}
function proxyEntries(proxy) {
    if (proxy === undefined)
        return [];
    const { template, file, reload } = proxy;
    return [
        textEntry('proxy/template', 0o600, template.replace(/\n?$/, '\n')),
        textEntry('proxy/file', 0o600, file),
        'container' in reload
            ? textEntry('proxy/container', 0o600, reload.container)
            : textEntry('proxy/reload', 0o600, `${reload.script}\n`),
    ];
}
// The last entry: without it the upload did not arrive whole.
const marker = textEntry('complete', 0o644, '');
function textEntry(path, mode, text) {
    const bytes = Buffer.from(text);
    return { path, mode, content: { kind: 'file', read: () => bytes } };
}
function listEntry(path, lines) {
    return textEntry(path, 0o644, lines.map((line) => `${line}\n`).join(''));
}
/** @param known the live release's files: path → `<sha256> <mode>` */
function compareFiles(files, known) {
    const paths = new Set(files.map(({ path }) => path));
    const isKnown = (file) => known.get(file.path) === identityOf(file);
    const there = files.filter(({ path }) => known.has(path));
    return {
        added: files.flatMap(({ path }) => (known.has(path) ? [] : path)),
        changed: there.filter((file) => !isKnown(file)).map(({ path }) => path),
        removed: [...known.keys()].filter((path) => !paths.has(path)),
        unchanged: there.filter(isKnown).length,
    };
}
/**
 * The env file that the release will have, its own lines last; `undefined` when it is made from one on the
 * server.
 */
function envText(intent) {
    if (intent.env?.source !== 'upload')
        return undefined;
    const managed = new Set((0,_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .managedEnv */ .Zm)(intent).keys());
    const kept = intent.env.text
        .split('\n')
        .filter((line) => !managed.has(/^\s*(?:export\s+)?([^=\s]+)\s*=/.exec(line)?.[1] ?? ''));
    return `${kept.join('\n')}${managedEnvText(intent)}`;
}
function identityOf({ content, mode }) {
    if (content.kind !== 'file')
        return undefined;
    return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content.read()).digest('hex')} ${mode.toString(8)}`;
}
function managedEnvText(intent) {
    const lines = [...(0,_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .managedEnv */ .Zm)(intent)].map(([key, value]) => `${key}=${value}\n`);
    return `# deploy-kit: the current release; the next deploy writes these lines anew.\n${lines.join('')}`;
}
function record(intent, { blueGreen, waves, first, proxies }) {
    return {
        release: intent.releaseId,
        version: intent.version,
        revision: intent.revision,
        actor: intent.actor,
        run: intent.runUrl,
        images: [...intent.images],
        document: intent.document,
        switching: {
            waves: waves.map((wave) => [...wave]),
            first: [...first],
            proxies: [...proxies],
            blueGreen,
            healthUrls: [...intent.healthUrls],
        },
        migration: intent.migration === undefined
            ? 'none'
            : intent.migration.breaking
                ? 'breaking'
                : 'compatible',
    };
}
/** The registry's account in the format of docker's login: removed once the images are there. */
// https://docs.docker.com/reference/cli/docker/login/
function accountEntries(account, images) {
    if (account === undefined)
        return [];
    const auth = Buffer.from(`${account.username}:${account.password}`).toString('base64');
    const registry = (0,_deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__/* .accountRegistry */ .L)(images) ?? '';
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    return [textEntry('docker/config.json', 0o600, JSON.stringify({ auths: { [key]: { auth } } }))];
}


/***/ })

};
