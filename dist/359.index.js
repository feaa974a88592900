export const id = 359;
export const ids = [359];
export const modules = {

/***/ 359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

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
// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js + 3 modules
var deploy_hosts = __webpack_require__(8861);
// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
// EXTERNAL MODULE: ./build/src/deploy/report-deployment.js + 1 modules
var report_deployment = __webpack_require__(1867);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/rollback/plan/history-table.js

/** The releases on the server as a Markdown table, newest first. */
function renderHistory({ releases, journal }, current) {
    const rows = releases.toReversed().map(({ record, missing }) => {
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
                : `${made.kind}: ${made.outcome}, ${made.seconds} s`,
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

// EXTERNAL MODULE: ./build/src/server/plan/program-failure.js
var program_failure = __webpack_require__(5222);
// EXTERNAL MODULE: ./build/src/server/plan/render-program.js
var render_program = __webpack_require__(7576);
// EXTERNAL MODULE: ./build/src/deploy/plan/plan-steps.js
var plan_steps = __webpack_require__(6700);
;// CONCATENATED MODULE: ./build/src/rollback/plan/rollback-plan.js

/**
 * The plan that makes a former release live again, as a release of its own: its files, env file, pins and
 * version together, through the same gates as a deploy.
 */
function planRollback(head, { target, breaking }, { current, lockTimeoutSeconds, hasAccount, blueGreen }) {
    const { release, switching } = target.record;
    const pulls = target.missing.map((image) => ({
        title: `Pull ${image}`,
        command: ['pull', image, ...(hasAccount ? ['account'] : [])],
    }));
    const [undone] = breaking.filter(({ hasRollbackCommand }) => hasRollbackCommand);
    return {
        head,
        steps: [
            (0,plan_steps/* takeLock */.HJ)(lockTimeoutSeconds),
            plan_steps/* settle */.G9,
            { title: 'See that nothing changed meanwhile', command: ['expect_current', current] },
            ...pulls,
            { title: 'Forget the registry account', command: ['forget_credentials'] },
            { title: `Take up ${release}`, command: ['adopt', release] },
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
        // The release may have been made live by a rollback: what counts is what ran before that.
        const made = journal.findLast(({ release, outcome }) => release === current && outcome === 'committed');
        return releases.filter(({ record }) => record.release === made?.previous);
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

// EXTERNAL MODULE: ./build/src/deploy/plan/upload.js
var plan_upload = __webpack_require__(8804);
// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
// EXTERNAL MODULE: ./build/src/server/progress-report.js
var progress_report = __webpack_require__(5217);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/server/plan/history.js

const history_text = dist/* string */.YjP();
const recordSchema = dist/* object */.Ikc({
    release: history_text,
    version: history_text,
    revision: history_text,
    actor: history_text,
    run: history_text,
    images: dist/* array */.YOg(dist/* object */.Ikc({ name: history_text, digest: history_text })),
    switching: dist/* object */.Ikc({
        waves: dist/* array */.YOg(dist/* array */.YOg(dist/* object */.Ikc({ name: history_text, replicas: dist/* number */.aig() }))),
        first: dist/* array */.YOg(history_text),
        proxies: dist/* array */.YOg(history_text),
        // Records that were written before there was a choice lack these.
        blueGreen: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
        healthUrls: dist/* optional */.lqM(dist/* array */.YOg(history_text), []),
    }),
    migration: dist/* picklist */.KIO(['none', 'compatible', 'breaking']),
});
const journalSchema = dist/* object */.Ikc({
    /** Seconds since the epoch, by the server's clock. */
    at: dist/* number */.aig(),
    release: history_text,
    kind: dist/* picklist */.KIO(['deploy', 'rollback', 'take-back', 'settle']),
    outcome: history_text,
    live: history_text,
    previous: history_text,
    version: history_text,
    revision: history_text,
    actor: history_text,
    run: history_text,
    seconds: dist/* number */.aig(),
});
/**
 * Reads what the server prints of its releases. Records and lines that are not whole are left out.
 * @returns `undefined` when the output itself is not whole
 */
function parseHistory(output) {
    const releases = [];
    const journal = [];
    let facts = [];
    let whole = false;
    const take = () => {
        const release = storedRelease(facts);
        if (release !== undefined)
            releases.push(release);
        facts = [];
    };
    for (const line of output.split('\n')) {
        const at = line.indexOf('=');
        const [key, value] = [line.slice(0, at), line.slice(at + 1)];
        if (key === 'release' || key === 'end')
            take();
        if (key === 'end')
            whole = true;
        if (key === 'journal')
            journal.push(...parse(journalSchema, value));
        else
            facts.push([key, value]);
    }
    return whole ? { releases, journal } : undefined;
}
function storedRelease(facts) {
    const all = (name) => facts.flatMap(([key, value]) => (key === name ? value : []));
    const [record] = all('record').flatMap((value) => parse(recordSchema, value));
    if (record === undefined)
        return undefined;
    return {
        record,
        images: new Map(all('image').map((line) => {
            const at = line.indexOf(' ');
            return [line.slice(0, at), line.slice(at + 1)];
        })),
        missing: all('missing'),
        hasRollbackCommand: all('rollback-command').length > 0,
    };
}
function parse(schema, json) {
    try {
        const result = dist/* safeParse */.xLC(schema, JSON.parse(json));
        return result.success ? [result.output] : [];
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
;// CONCATENATED MODULE: ./build/src/server/read-history.js



const historyTimeoutSeconds = 60;
/**
 * Reads which releases the server has and what happened there, without any change.
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
async function readHistory(server, { path, sudo }) {
    const host = await server.host();
    const { code, stdout, stderr } = await host.run(scripts/* history */.b6, [path, sudo ? 'yes' : ''], {
        timeoutSeconds: historyTimeoutSeconds,
    });
    const read = parseHistory(stdout);
    if (read !== undefined)
        return read;
    const message = `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`;
    throw (0,errors/* failure */.V2)('probe-failed', { host: server.name, user: server.user, message });
}

// EXTERNAL MODULE: ./build/src/deploy/release-id.js
var release_id = __webpack_require__(9271);
// EXTERNAL MODULE: ./build/src/server/run-program.js + 1 modules
var run_program = __webpack_require__(8971);
// EXTERNAL MODULE: ./build/src/server/program-limits.js
var program_limits = __webpack_require__(386);
;// CONCATENATED MODULE: ./build/src/rollback/roll-back.js














/**
 * Looks at the server and finds what the rollback means, without any change.
 * @throws {DeployKitError} one of the `rollback-…` entries, or why the server can't be used
 */
async function prepareRollback({ to, path, force }, { server, reporter }) {
    return reporter.group(`Look at ${server.name}`, async () => {
        const ready = (0,check_server/* checkServer */.i6)(await (0,probe_server/* probeServer */._)(server, path, []), server.name);
        const { current } = ready;
        if (current === undefined)
            throw (0,errors/* failure */.V2)('rollback-nothing-live', { host: server.name, path: ready.path });
        const history = await readHistory(server, ready);
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
/**
 * Makes a former release live again on one of those servers, as a release of its own.
 * @throws {DeployKitError} with the host state that the failure left
 */
async function rollBack(request, { servers }, ports) {
    const prepared = servers.get(ports.server);
    if (prepared === undefined)
        throw new RangeError('a server that was not looked at');
    const { ready, current, chosen, blueGreen } = prepared;
    const { record, images } = chosen.target;
    const releaseId = (0,release_id/* newReleaseId */.P)(request.startedAt, record.version);
    const { actor, runUrl, settings, lockTimeoutSeconds } = request;
    const head = {
        kind: 'rollback',
        path: ready.path,
        releaseId,
        version: record.version,
        revision: record.revision,
        actor,
        runUrl,
        composeCommand: ready.compose.command,
        sudo: ready.sudo,
        managedKeys: [],
        rolled: record.switching.waves.flat(),
        proxies: record.switching.proxies,
        settings,
    };
    const plan = planRollback(head, chosen, {
        current,
        lockTimeoutSeconds,
        hasAccount: request.registryAccount !== undefined,
        blueGreen,
    });
    const upload = (0,plan_upload/* rollbackUpload */.wX)((0,render_program/* renderProgram */.N)(plan), {
        ...record,
        release: releaseId,
        actor,
        run: runUrl,
    }, request.registryAccount);
    const progress = new progress_report/* ProgressReport */.g(ports.reporter);
    const timeoutSeconds = (0,program_limits/* programTimeout */._)(settings, lockTimeoutSeconds);
    const end = await (0,run_program/* runProgram */.m)({ path: ready.path, releaseId, base: '', upload, timeoutSeconds }, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    if (end === undefined)
        throw await (0,program_limits/* endedEarly */.S)(progress, head, lockTimeoutSeconds, ports);
    if (end.outcome !== 'committed')
        throw (0,program_failure/* explainProgramEnd */.R)(end, ports.server, ready.path, progress.details);
    return {
        changed: true,
        releaseId,
        version: record.version,
        revision: record.revision,
        previous: current,
        changes: [...images].map(([service, to]) => ({
            service,
            from: ready.currentImages.get(service) ?? '',
            to,
        })),
        steps: progress.steps,
        journal: progress.journal,
        path: ready.path,
    };
}

// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: ./build/src/announce/announce-inputs.js
var announce_inputs = __webpack_require__(6098);
// EXTERNAL MODULE: ./build/src/deploy/deploy-inputs.js
var deploy_inputs = __webpack_require__(9682);
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
            description: 'Go back also over a breaking migration that nothing takes back.',
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
    rules: [deploy_rules/* wholeRegistryAccount */.oU, deploy_rules/* timeToBeStable */.ze],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/rollback/main.js














/** Makes a former release live again. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const { actor, runUrl } = context;
        const startedAt = system_clock/* systemClock */.m.now();
        const request = {
            to: inputs.to,
            path: inputs.path,
            force: inputs.force,
            registryAccount: (0,registry_account/* registryAccount */.J)(inputs),
            lockTimeoutSeconds: inputs.lockTimeout,
            settings: (0,deploy_request/* programSettings */.W)(inputs),
            actor,
            runUrl,
            startedAt,
        };
        await (0,deploy_hosts/* withServers */.Fr)((0,connect_server/* serversOf */.U2)(inputs), async (servers) => {
            const ports = { archiver: tar_archiver/* tarArchiver */.U, clock: system_clock/* systemClock */.m, reporter };
            const prepared = await prepareRollbacks(request, servers, ports);
            const { first } = prepared;
            const { record } = first.chosen.target;
            if (inputs.dryRun) {
                reporter.summary(renderHistory(first.history, first.current));
                return;
            }
            const announcers = await (0,connect_announcers/* connectAnnouncers */.d)(inputs, inputs.githubToken, {
                ...ports,
                apiUrl: context.apiUrl,
            });
            const facts = (0,announce/* deployFacts */.lo)(inputs, record, context);
            const deployment = await (0,announce/* announcing */.RQ)(announcers, facts, reporter, () => (0,deploy_hosts/* deployHosts */.d)({
                ...request,
                version: record.version,
                deploy: (own) => rollBack(request, prepared, own),
            }, servers, inputs.maxParallel, ports));
            const seconds = (system_clock/* systemClock */.m.now().getTime() - startedAt.getTime()) / 1000;
            (0,report_deployment/* reportDeployment */.a)(deployment, { actor, runUrl }, { host: inputs.host, seconds }, reporter);
        });
    });
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
