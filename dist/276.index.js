export const id = 276;
export const ids = [276];
export const modules = {

/***/ 4276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/connect/connect-announcers.js + 1 modules
var connect_announcers = __webpack_require__(1917);
// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 9 modules
var connect_server = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/deploy/program-settings.js
var program_settings = __webpack_require__(8455);
// EXTERNAL MODULE: ./build/src/deploy/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/rollback/plan/history-table.js

/** The releases on the server as a Markdown table, newest first. */
function renderHistory({ releases, journal }, current) {
    const rows = releases.toReversed().map(({ record, missing, rejected }) => {
        const { release, version, revision, actor, run, migration } = record;
        const made = journal.findLast((line) => line.release === release);
        const images = missing.length === 0 ? 'there' : `${missing.length} to be pulled`;
        return [
            `${(0,markdown/* code */.aY)(release)}${release === current ? ' (live)' : ''}`,
            (0,markdown/* plain */.pj)(version),
            revision.slice(0, 12),
            made === undefined ? '–' : new Date(made.at * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
            `[${(0,markdown/* plain */.pj)(actor)}](${run})`,
            made === undefined
                ? 'no word of its end'
                : `${made.kind}: ${made.outcome}, ${made.seconds} s${rejected ? ', rejected' : ''}`,
            migration,
            images,
        ];
    });
    return [
        '| release | version | commit | when | who | outcome | migration | images |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        ...rows.map((cells) => `| ${cells.join(' | ')} |`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/server/plan/interrupted.js
var interrupted = __webpack_require__(9335);
// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
// EXTERNAL MODULE: ./build/src/server/read-history.js + 1 modules
var read_history = __webpack_require__(4312);
// EXTERNAL MODULE: ./build/src/server/plan/settle-plan.js
var settle_plan = __webpack_require__(7132);
// EXTERNAL MODULE: ./build/src/deploy/plan/plan-steps.js
var plan_steps = __webpack_require__(6700);
;// CONCATENATED MODULE: ./build/src/rollback/plan/rollback-plan.js


/**
 * The plan that makes a former release live again, as a release of its own: its files, env file, pins and
 * version together, through the same gates as a deploy.
 */
function planRollback(head, { target, breaking }, { current, hasAccount, blueGreen }) {
    const { release, switching } = target.record;
    const pulls = target.missing.map((image) => ({
        title: `Pull ${image}`,
        command: ['pull', image, ...(hasAccount ? ['account'] : [])],
    }));
    const [undone] = breaking.filter(({ hasRollbackCommand }) => hasRollbackCommand);
    return {
        head,
        subject: head.releaseId,
        steps: [
            (0,settle_plan/* takeLock */.HJ)(head.settings),
            settle_plan/* settleStep */.UV,
            { title: 'See that nothing changed meanwhile', command: ['expect_current', current] },
            ...pulls,
            { title: `Take up ${release}`, command: ['take_up', release] },
            plan_steps/* compareFiles */.hZ,
            ...(undone === undefined
                ? []
                : [
                    {
                        title: `Take the migration of ${undone.record.release} back`,
                        command: ['undo_live_migration', undone.record.release],
                    },
                ]),
            ...(blueGreen
                ? [
                    { title: `Take up the proxy of ${current}`, command: ['take_parts', current, 'proxy'] },
                    // The live project has a colour: no other name is needed.
                    { title: 'Choose the project beside', command: ['choose_colour', ''] },
                ]
                : []),
            ...plan_steps/* installSteps */.F$,
            ...(0,plan_steps/* switchSteps */.gl)(switching, head.settings),
            ...(0,plan_steps/* proofSteps */.Gi)(target.images),
        ],
        ending: ['commit'],
    };
}
/**
 * Whether deploy-kit can take back what the migrations did since the target: only the live release's, with
 * the command that came with it.
 */
function canUndoMigrations({ breaking }, current) {
    return breaking.every(({ record, hasRollbackCommand }) => record.release === current && hasRollbackCommand);
}

;// CONCATENATED MODULE: ./build/src/rollback/plan/rollback-target.js

/**
 * Finds the release that a rollback means.
 * @param wanted `previous`, a release id, a version, or the first digits of a commit
 * @param current the release that is live
 * @throws {DeployKitError} `rollback-target-unknown`, `rollback-target-ambiguous`, `rollback-target-live`;
 * each lists what there is
 */
function findRollbackTarget(wanted, current, history) {
    const found = matches(wanted, current, history);
    const values = { wanted, current, available: describeReleases(history, current) };
    // The same release deployed twice is one target: the newest stands for all.
    const target = found.at(-1);
    if (target === undefined)
        throw (0,errors/* failure */.V2)('rollback-target-unknown', values);
    if (found.some(({ record }) => record.release === current))
        throw (0,errors/* failure */.V2)('rollback-target-live', values);
    if (found.some((other) => contentOf(other) !== contentOf(target)))
        throw (0,errors/* failure */.V2)('rollback-target-ambiguous', {
            ...values,
            matches: found.map(({ record }) => record.release).join(', '),
        });
    return { target, breaking: breakingSince(target, current, history) };
}
function matches(wanted, current, { releases, journal }) {
    if (wanted === 'previous') {
        const previous = previousOf(current, { releases, journal });
        return releases.filter(({ record }) => record.release === previous);
    }
    const exact = releases.filter(({ record }) => record.release === wanted);
    if (exact.length > 0)
        return exact;
    const named = releases.filter(({ record }) => record.version === wanted);
    if (named.length > 0)
        return named;
    const digits = /^(?:sha-)?([0-9a-f]{4,40})$/.exec(wanted)?.[1];
    if (digits === undefined)
        return [];
    return releases.filter(({ record }) => record.revision.startsWith(digits) || record.version.startsWith(`sha-${digits}`));
}
/** What ran before a release, leaving out what a job has rejected. */
function previousOf(current, { releases, journal }) {
    const marked = releases.filter(({ rejected }) => rejected).map(({ record }) => record.release);
    const takenBack = journal
        .filter(({ kind }) => kind === 'take-back')
        .map(({ release }) => release.replace(/-take-back-[0-9a-f]*$/, ''));
    const rejected = new Set([...marked, ...takenBack]);
    // The release may have been made live by a rollback: what counts is what ran before that.
    const before = (id) => journal.findLast(({ release, outcome }) => release === id && outcome === 'committed')?.previous;
    let previous = before(current);
    // Each was there before the one that followed it, so that this comes to an end.
    while (previous !== undefined && rejected.has(previous))
        previous = before(previous);
    return previous;
}
function contentOf({ record, images }) {
    return JSON.stringify([record.version, record.revision, [...images]]);
}
function breakingSince({ record: { release: target } }, current, { releases, journal }) {
    const committed = journal.filter(({ outcome }) => outcome === 'committed');
    const from = committed.findLastIndex(({ release }) => release === target);
    const to = committed.findLastIndex(({ release }) => release === current);
    const since = new Set(committed.slice(from + 1, to + 1).map(({ release }) => release));
    return releases
        .filter(({ record }) => since.has(record.release) && record.migration === 'breaking')
        .toReversed();
}
/** One line a release, newest first, for messages. */
function describeReleases({ releases }, current) {
    const lines = releases.map(({ record: { release, version } }) => `${release} (version ${version}${release === current ? ', live' : ''})`);
    return lines.length === 0 ? 'none' : lines.toReversed().join(', ');
}

;// CONCATENATED MODULE: ./build/src/rollback/prepare-rollback.js








/**
 * Looks at the server and finds what the rollback means, without any change.
 * @throws {DeployKitError} one of the `rollback-…` entries, or why the server can't be used
 */
async function prepareRollback({ to, path, force }, { server, reporter }) {
    return reporter.group(`Look at ${server.name}`, async () => {
        const ready = (0,check_server/* checkServer */.i6)(await (0,probe_server/* probeServer */._)(server, path, []), server.name);
        const { current } = ready;
        if (ready.interrupted !== undefined)
            reporter.warning('An earlier deploy was interrupted', `On ${ready.path} ${(0,interrupted/* interruptedWords */.M)(ready.interrupted)}. ${interrupted/* whatSettles */.Z}`);
        if (current === undefined)
            throw (0,errors/* failure */.V2)('rollback-nothing-live', { host: server.name, path: ready.path });
        const history = await (0,read_history/* readHistory */.L)(server, ready);
        reporter.info(renderHistory(history, current));
        const chosen = findRollbackTarget(to, current, history);
        const { release } = chosen.target.record;
        reporter.info(`Live now: ${current}; going back to ${release}`);
        const isBlueGreen = (id) => history.releases.some(({ record }) => record.release === id && record.switching.blueGreen);
        if (isBlueGreen(current) !== isBlueGreen(release))
            throw (0,errors/* failure */.V2)('rollback-over-strategy', { current, target: release });
        if (!force && !canUndoMigrations(chosen, current))
            throw (0,errors/* failure */.V2)('rollback-over-breaking-migration', {
                releases: chosen.breaking.map(({ record }) => record.release).join(', '),
                target: release,
            });
        return { ready, current, history, chosen, blueGreen: isBlueGreen(current) };
    });
}
/**
 * Looks at several servers. What the rollback means is decided on the first; the others must have the same
 * release.
 * @throws {DeployKitError} as for one, before anything changes on any of them
 */
async function prepareRollbacks(request, [first, ...others], ports) {
    if (first === undefined)
        throw new RangeError('no server to roll back');
    const canary = await prepareRollback(request, { ...ports, server: first });
    const same = { ...request, to: canary.chosen.target.record.release };
    const servers = new Map([[first, canary]]);
    for (const server of others)
        servers.set(server, await prepareRollback(same, { ...ports, server }));
    return { first: canary, servers };
}

// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js
var deploy_hosts = __webpack_require__(6148);
// EXTERNAL MODULE: ./build/src/deploy/plan/registry-login.js
var registry_login = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/src/deploy/deployment.js
var deployment = __webpack_require__(466);
// EXTERNAL MODULE: ./build/src/deploy/release-id.js
var release_id = __webpack_require__(9271);
// EXTERNAL MODULE: ./build/src/server/plan/program-head.js
var program_head = __webpack_require__(148);
// EXTERNAL MODULE: ./build/src/server/run-plan.js + 5 modules
var run_plan = __webpack_require__(6308);
// EXTERNAL MODULE: ./build/src/deploy/plan/created.js
var created = __webpack_require__(937);
// EXTERNAL MODULE: ./build/src/local/plan/text-entry.js
var text_entry = __webpack_require__(6415);
;// CONCATENATED MODULE: ./build/src/rollback/plan/rollback-upload.js



/** What a rollback sends with its program: its record, and the account for images that are gone. */
function rollbackUpload(record, startedAt, login) {
    return [
        (0,text_entry/* textEntry */.C)('release.json', 0o644, `${JSON.stringify(record, undefined, 2)}\n`),
        // What somebody has gone back to is newer than all that was made before.
        (0,created/* createdEntry */.B)(startedAt),
        ...(0,registry_login/* accountEntries */.iE)(login),
    ];
}

;// CONCATENATED MODULE: ./build/src/rollback/roll-back.js








/**
 * Makes a former release live again on its servers, as a release of its own.
 * @throws {DeployKitError} with the host state that the failure left
 */
async function rollBack(request, { first, servers }, maxParallel, ports) {
    const { version } = first.chosen.target.record;
    const releaseId = (0,release_id/* newReleaseId */.P)(request.startedAt, version);
    const release = {
        ...request,
        releaseId,
        version,
        login: (0,registry_login/* loginFor */.LD)(request.registryAccount, (0,registry_login/* accountRegistry */.LA)(first.chosen.target.record.images)),
        deploy: (own) => rollBackOn({ ...request, releaseId }, preparedFor(own.server, servers), own),
    };
    return (0,deploy_hosts/* deployHosts */.d)(release, [...servers.keys()], maxParallel, ports);
}
function preparedFor(server, servers) {
    const prepared = servers.get(server);
    if (prepared === undefined)
        throw new RangeError('a server that was not looked at');
    return prepared;
}
async function rollBackOn(request, { ready, current, chosen, blueGreen }, ports) {
    const { record, images } = chosen.target;
    const { version, revision, switching } = record;
    const { registryAccount, actor, runUrl, releaseId } = request;
    const head = (0,program_head/* programHead */.t)({ ...request, kind: 'rollback', version, revision }, ready, {
        managedKeys: [],
        allow: request.force ? ['server-files'] : [],
        rolled: switching.waves.flat(),
        proxies: switching.proxies,
        startSeconds: switching.startSeconds,
    });
    const login = (0,registry_login/* loginFor */.LD)(registryAccount, (0,registry_login/* accountRegistry */.LA)(record.images));
    const plan = planRollback(head, chosen, { current, hasAccount: login !== undefined, blueGreen });
    const own = { ...record, release: releaseId, actor, run: runUrl };
    const entries = rollbackUpload(own, request.startedAt, login);
    const done = await (0,run_plan/* runPlan */.F)(plan, ports, { entries, base: '' });
    return {
        changed: true,
        gaveWay: false,
        releaseId,
        version,
        revision,
        previous: current,
        changes: (0,deployment/* imageChanges */.n)(images, ready),
        steps: done.steps,
        journal: done.journal,
        path: ready.path,
    };
}

// EXTERNAL MODULE: ./build/src/server/settle-interrupted.js
var settle_interrupted = __webpack_require__(7081);
// EXTERNAL MODULE: ./build/src/ssh/server-connection.js + 1 modules
var server_connection = __webpack_require__(460);
// EXTERNAL MODULE: ./build/src/announce/announce-inputs.js
var announce_inputs = __webpack_require__(6098);
// EXTERNAL MODULE: ./build/src/deploy/deploy-inputs.js + 2 modules
var deploy_inputs = __webpack_require__(8412);
// EXTERNAL MODULE: ./build/src/deploy/deploy-outputs.js
var deploy_outputs = __webpack_require__(2825);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/deploy/deploy-rules.js
var deploy_rules = __webpack_require__(3536);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
;// CONCATENATED MODULE: ./build/actions/rollback/definition.js







const definition = (0,inputs/* defineAction */.QP)({
    name: 'rollback',
    title: 'Roll back',
    description: 'Makes a former release live again on your own server: files, images, env file and version together, through the same gates as a deploy.',
    branding: { icon: 'rotate-ccw', color: 'blue' },
    inputs: {
        ...shared_inputs/* sshInputs */.aM,
        ...shared_inputs/* hostsInputs */.$T,
        path: {
            kind: inputs/* text */.Qq,
            required: true,
            description: 'The deploy folder on the server, as in deploy-compose.',
        },
        to: {
            kind: inputs/* text */.Qq,
            default: 'previous',
            description: 'Where to go: `previous` (what was live before), the id of a release, a version such as `sha-1a2b3c4d5e6f`, or the first digits of a commit (at least four).',
        },
        force: {
            kind: inputs/* boolean */.zM,
            default: 'false',
            description: 'Go back also over a breaking migration that nothing takes back, and over files that were changed on the server (copies of them are kept there).',
        },
        dryRun: {
            kind: inputs/* boolean */.zM,
            default: 'false',
            description: 'Only show which releases there are and what would be done.',
        },
        ...shared_inputs/* registryAccountInputs */.Su,
        ...announce_inputs/* announceInputs */.D,
        ...announce_inputs/* deploymentTokenInputs */.c,
        ...deploy_inputs/* settingsInputs */.n$,
    },
    outputs: deploy_outputs/* deploymentOutputs */.C,
    rules: [registry_account/* wholeRegistryAccount */.o, deploy_rules/* timeToBeStable */.ze],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/rollback/main.js















/** Makes a former release live again. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const startedAt = system_clock/* systemClock */.m.now();
        const { path, to, force } = inputs;
        const request = {
            ...context,
            ...{ path, to, force },
            registryAccount: (0,registry_account/* registryAccount */.J)(inputs),
            settings: (0,program_settings/* programSettings */.W)(inputs),
            startedAt,
        };
        const ports = { archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter };
        await (0,server_connection/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), async (servers) => {
            // What is live, and what came before it, is decided by what is left then.
            if (!inputs.dryRun)
                for (const server of servers)
                    await (0,settle_interrupted/* settleInterrupted */.i)(server, path, reporter);
            const prepared = await prepareRollbacks(request, servers, ports);
            const { chosen, history, current } = prepared.first;
            if (inputs.dryRun) {
                reporter.summary(renderHistory(history, current));
                return;
            }
            const subject = chosen.target.record;
            const deployment = await (0,connect_announcers/* announced */.y)(inputs, subject, context, ports, () => rollBack(request, prepared, inputs.maxParallel, ports));
            (0,report_deployment/* reportDeployment */.a)(deployment, context, inputs.host, startedAt, ports);
        });
    });
}


/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ deployHosts)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _plan_hosts_table_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4195);
/* harmony import */ var _distinct_servers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8068);
/* harmony import */ var _host_reporter_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2601);
/* harmony import */ var _take_back_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8399);





/**
 * One release onto several servers: the first alone, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * Before the first change all of them were reached, and no two are the same.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several once something may have changed
 */
async function deployHosts(release, servers, maxParallel, ports) {
    const [first, ...others] = servers.map((server) => ({ server }));
    if (first === undefined)
        throw new RangeError('no server to deploy to');
    if (others.length === 0)
        return release.deploy({ ...ports, server: first.server }, true);
    await (0,_distinct_servers_js__WEBPACK_IMPORTED_MODULE_1__/* .checkDistinct */ .R)(servers, release.path);
    const runs = [first, ...others];
    for (const batch of [[first], ...chunks(others, maxParallel)]) {
        await Promise.all(batch.map(async (run) => {
            const reporter = (0,_host_reporter_js__WEBPACK_IMPORTED_MODULE_3__/* .hostReporter */ .I)(ports.reporter, run.server.name);
            const work = release.deploy({ ...ports, server: run.server, reporter }, run === first);
            [run.result] = await Promise.allSettled([work]);
        }));
        if (batch.some(({ result }) => result?.status === 'rejected')) {
            await restoreSwitched(runs, release, ports);
            ports.reporter.summary((0,_plan_hosts_table_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHosts */ .g)(release.version, runs.map(outcome)));
            throw hostsFailed(runs);
        }
        // Another job brings the newer one to all of them.
        if (batch.some(({ result }) => result?.status === 'fulfilled' && result.value.gaveWay))
            break;
    }
    ports.reporter.summary((0,_plan_hosts_table_js__WEBPACK_IMPORTED_MODULE_4__/* .renderHosts */ .g)(release.version, runs.map(outcome)));
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
        if (!mayHaveIt(run))
            return;
        const rejected = { ...release, reason: 'Another server of the same deploy failed.' };
        const reporter = (0,_host_reporter_js__WEBPACK_IMPORTED_MODULE_3__/* .hostReporter */ .I)(ports.reporter, run.server.name);
        try {
            await (0,_take_back_js__WEBPACK_IMPORTED_MODULE_2__/* .takeBack */ .z)(rejected, { ...ports, server: run.server, reporter });
            run.repaired = true;
        }
        catch (error) {
            run.notRestored = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
        }
    }));
}
/** Whether the release is live on a server, or its deploy there has not said that it is not. */
function mayHaveIt({ result }) {
    if (result === undefined)
        return false;
    return result.status === 'fulfilled' ? result.value.changed : !(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .hasLeftNothing */ .BL)(result.reason);
}
function outcome({ server: { name: host }, result, repaired, notRestored }) {
    if (result === undefined)
        return { host, state: 'not tried', detail: '' };
    if (result.status === 'rejected') {
        const lost = notRestored === undefined ? '' : ` Not restored: ${notRestored}`;
        const after = repaired === true ? ' What ran before runs there.' : lost;
        const { reason } = result;
        const words = reason instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? `${reason.title}: ${reason.why}` : String(reason);
        return { host, state: 'failed', detail: `${words}${after}` };
    }
    const { changed, gaveWay, releaseId } = result.value;
    if (notRestored !== undefined)
        return { host, state: 'not restored', detail: notRestored };
    const untouched = gaveWay ? 'gave way' : 'unchanged';
    return { host, state: changed ? 'live' : untouched, detail: releaseId };
}
function hostsFailed(runs) {
    const outcomes = runs.map(outcome);
    const failed = outcomes.filter(({ state }) => state === 'failed');
    const cause = runs.find(({ result }) => result?.status === 'rejected')?.result;
    const error = cause?.status === 'rejected' ? cause.reason : undefined;
    const known = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error : undefined;
    const open = runs.filter((run) => mayHaveIt(run) && run.repaired !== true);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('hosts-failed', {
        failed: failed.map(({ host }) => host).join(', '),
        count: runs.length,
        reasons: failed.map(({ host, detail }) => `${host}: ${detail}`).join(' '),
        fix: known?.fix ?? '',
    }, {
        details: known?.details ?? [],
        hostState: open.length === 0
            ? { state: 'restored', release: 'what each server ran before' }
            : {
                state: 'unknown',
                why: `not restored: ${open.map(({ server, notRestored = '' }) => `${server.name} (${notRestored})`).join(', ')}.`,
            },
        cause: error,
    });
}


/***/ }),

/***/ 466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ imageChanges)
/* harmony export */ });
/** Each service that is pinned: its image before, where that is known, and the one by digest. */
function imageChanges(pins, { currentImages }) {
    return [...pins].map(([service, to]) => ({
        service,
        from: currentImages.get(service) ?? '',
        to,
    }));
}


/***/ }),

/***/ 8068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ checkDistinct)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _server_look_at_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2126);
/* harmony import */ var _server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7760);
/* harmony import */ var _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3096);




/**
 * Connects to all servers of a deploy, side by side, before anything changes on any of them.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `hosts-same-server` when two addresses lead to the same folder; why one can't be reached
 */
async function checkDistinct(servers, path) {
    const looks = servers.map(async (server) => [await identityOf(server, path), server.address]);
    const seen = new Map();
    for (const result of await Promise.allSettled(looks)) {
        if (result.status === 'rejected')
            throw result.reason;
        const [key, second] = result.value;
        const first = seen.get(key);
        if (first !== undefined)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('hosts-same-server', { first, second, path });
        seen.set(key, second);
    }
}
/** What two addresses of one server have in common, and no two servers. */
function identityOf(server, path) {
    return (0,_server_look_at_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(server, {
        script: _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .identity */ .D_,
        args: [path],
        read: ({ stdout }) => (0,_server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(stdout).get('identity')?.[0],
    });
}


/***/ }),

/***/ 937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ createdEntry),
/* harmony export */   M: () => (/* binding */ createdSeconds)
/* harmony export */ });
/* harmony import */ var _local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6415);

/** When a release was made, as the server compares it: whole seconds since 1970. */
function createdSeconds(createdAt) {
    return String(Math.floor(createdAt.getTime() / 1000));
}
/** The same, as it is kept with the release on the server. */
function createdEntry(createdAt) {
    return (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .textEntry */ .C)('created', 0o644, createdSeconds(createdAt));
}


/***/ }),

/***/ 6700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ installSteps),
/* harmony export */   Gi: () => (/* binding */ proofSteps),
/* harmony export */   gl: () => (/* binding */ switchSteps),
/* harmony export */   h4: () => (/* binding */ pinWords),
/* harmony export */   hZ: () => (/* binding */ compareFiles)
/* harmony export */ });
/* harmony import */ var _server_plan_rolled_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9037);

/** What the server's files are decides what a release may do to them. */
const compareFiles = {
    title: 'Compare the files on the server with what was shipped',
    command: ['compare_files'],
};
/** Until the snapshot nothing has changed; from then on a failure restores it. */
const installSteps = [
    { title: 'Remember what runs now', command: ['take_snapshot'] },
    { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
    { title: 'See that what runs keeps its data', command: ['check_kept'] },
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
            command: ['bring_up', '--remove-orphans'],
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
        { title: 'Make way for what only one container can have', command: ['make_way'] },
        { title: 'Start the services', command: ['bring_up'] },
        healthStep(settings, 'the services are', 'wait_healthy'),
    ];
    if (waves.length === 0)
        return all;
    const early = [...first, ...waves.flat().map(({ name }) => name)];
    return [
        { title: 'Make way for what these start with', command: ['make_way', ...early] },
        ...(first.length === 0
            ? []
            : [{ title: `Start ${first.join(', ')} to run once`, command: ['start', ...first] }]),
        ...waves.flatMap((wave) => {
            const names = wave.map(({ name }) => name).join(', ');
            return [
                {
                    title: `Start ${names} beside the old one${wave.length === 1 ? '' : 's'}`,
                    command: ['roll_up', ...(0,_server_plan_rolled_service_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .q)(wave)],
                },
                healthStep(settings, `the new ${names} ${wave.length === 1 ? 'is' : 'are'}`, 'wait_kept'),
            ];
        }),
        {
            title: 'Take the old containers out',
            command: ['roll_down', ...(0,_server_plan_rolled_service_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .q)(waves.flat())],
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

/***/ 9271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ newReleaseId)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The folder name of a release on the server: sorts by time, is unique for each deploy even within a
 * second, and is a file name everywhere. `20260101T120000Z-1a2b-sha-1a2b3c4d5e6f`
 */
function newReleaseId(startedAt, version) {
    const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
    const unique = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(2).toString('hex');
    return `${time}-${unique}-${version.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 80)}`;
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
    if (deployment.gaveWay)
        return `## ${(0,markdown/* plain */.pj)(version)} gave way to a newer release on ${(0,markdown/* plain */.pj)(host.host)}\n\nNothing was touched: release \`${deployment.releaseId}\` is live (${seconds.toFixed(1)} s).\n`;
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
function reportDeployment(deployment, origin, host, startedAt, { clock, reporter }) {
    const { releaseId, version, previous, changed, gaveWay, journal } = deployment;
    const seconds = (clock.now().getTime() - startedAt.getTime()) / 1000;
    reporter.output('release', releaseId);
    reporter.output('version', gaveWay ? '' : version);
    reporter.output('previous', previous);
    reporter.output('changed', String(changed));
    reporter.output('journal', journal);
    reporter.output('seconds', seconds.toFixed(1));
    reporter.summary(renderDeploySummary(deployment, origin, { host, seconds }));
    if (gaveWay)
        reporter.notice('A newer release is live', `${version} was not deployed: ${releaseId} is live on ${host.host}, was made later, and this run came too late. To go back to ${version} all the same, run this job again, or use the rollback action.`);
    reporter.info(changed
        ? `Release ${releaseId} is live on ${host.host}`
        : `Unchanged: release ${releaseId} is live on ${host.host}${gaveWay ? '' : ' and has everything already'}`);
}


/***/ }),

/***/ 9335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ interruptedWords),
/* harmony export */   Z: () => (/* binding */ whatSettles)
/* harmony export */ });
/**
 * That a deploy was interrupted, and what becomes of it, for those who only look.
 * @param release its id, which begins with the time at which it began
 */
function interruptedWords(release) {
    const [, date = '', hour = '', minute = ''] = /^(\d{4}\d\d\d\d)T(\d\d)(\d\d)\d\dZ-/.exec(release) ?? [];
    const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    const since = day === '' ? '' : ` (begun on ${day} at ${hour}:${minute} UTC)`;
    return `the deploy of ${release}${since} was interrupted`;
}
/** What settles it. */
const whatSettles = 'The next deploy, rollback, or verification with `host` and `path` settles it first, and restores what ran before.';


/***/ }),

/***/ 7081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ settleInterrupted)
/* harmony export */ });
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);



/** Longer than a restore takes: it goes on there all the same. */
const settleTimeoutSeconds = 1800;
/**
 * Settles what an interrupted deploy has left on a server, before anything else is done or decided there, and says so.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
async function settleInterrupted(server, path, reporter) {
    const facts = await (0,_look_at_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(server, {
        script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .settleLeft */ .ND,
        args: [path],
        timeoutSeconds: settleTimeoutSeconds,
        read: ({ stdout }) => (stdout.endsWith('end=yes\n') ? (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFacts */ .M)(stdout) : undefined),
    });
    const [release] = facts.get('interrupted') ?? [];
    if (release === undefined)
        return;
    const [outcome = 'the next deploy settles it'] = facts.get('settled') ?? [];
    reporter.warning('An interrupted deploy is settled', `Release ${release} did not finish on ${server.name}: ${outcome}.`);
}


/***/ })

};
