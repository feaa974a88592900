export const id = 912;
export const ids = [912];
export const modules = {

/***/ 2607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ requireToken)
/* harmony export */ });
/* unused harmony export namedSecret */
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _local_outside_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1037);


/**
 * Refuses an empty token before any work is done, and names the secret that is empty where the
 * checkout holds this run's workflow.
 * @param input the name of the input, as a workflow writes it
 * @throws {DeployKitError} `github-token-missing`
 */
function requireToken(token, input, { workspace, workflowPath }) {
    if (token !== '')
        return;
    // A job without a checkout: the message does without the name.
    const workflow = (0,_local_outside_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P)(workspace).readText(workflowPath) ?? '';
    const secret = namedSecret(workflow, input);
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('github-token-missing', {
        input,
        secret: secret === undefined ? 'that it names' : `\`${secret}\``,
    });
}
/**
 * The secret that a workflow gives to an input, for the message that the input is empty.
 * @param workflow the text of the workflow's file
 * @param input `github-token`
 * @returns `undefined` when it cannot be told for certain: no such line, or several secrets
 */
function namedSecret(workflow, input) {
    const pattern = new RegExp(String.raw `^\s*(?:-\s*)?${input}:\s*["']?\$\{\{[^}]*?\bsecrets\.([A-Za-z_][A-Za-z0-9_]*)`, 'gm');
    const names = new Set([...workflow.matchAll(pattern)].map(([, name]) => name));
    return names.size === 1 ? [...names][0] : undefined;
}


/***/ }),

/***/ 9412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ dispatchAndReport)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/dispatch/plan/dispatch.js
/** What is live after a run that was started from here. */
const runDecides = {
    state: 'unknown',
    why: 'the run that was started here may have changed it; its own summary says what is live.',
};
/** `the event "deploy"`, `the workflow deploy.yml`: for log lines and the summary. */
function describeDoor(door) {
    return door.kind === 'event' ? `the event "${door.type}"` : `the workflow ${door.file}`;
}
/** The inputs of a workflow_dispatch: the given ones, and of the chain's own those that it declares. */
function inputsFor(release, given, declared) {
    const own = { release: JSON.stringify(release), correlationId: release.correlationId };
    return {
        ...Object.fromEntries(Object.entries(own).filter(([name]) => declared.includes(name))),
        ...given,
    };
}
/** The job summary of what was sent. */
function renderDispatchSummary(sent, door) {
    const rows = sent.flatMap(({ repository, release, runs }) => runs.length === 0
        ? [`| ${repository} | – | \`${release.correlationId}\` | sent |`]
        : runs.map(({ title, url, status, conclusion }) => `| ${repository} | [${cell(title)}](${url}) | \`${release.correlationId}\` | ${conclusion ?? status} |`));
    return [
        `### :satellite: Sent ${describeDoor(door)}`,
        '',
        '| repository | run | correlation id | state |',
        '| --- | --- | --- | --- |',
        ...rows,
        '',
    ].join('\n');
}
function cell(text) {
    return text.replaceAll('|', String.raw `\|`);
}

;// CONCATENATED MODULE: ./build/src/dispatch/plan/dispatch-limits.js

/** GitHub's limits: https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
const limits = { payloadKeys: 10, characters: 65_535, inputs: 25 };
/**
 * Checks an event's payload before it is sent.
 * @throws {DeployKitError} `dispatch-too-large`, with the key that takes the most
 */
function checkPayload(payload) {
    const keys = Object.keys(payload).length;
    if (keys > limits.payloadKeys)
        throw (0,errors/* failure */.V2)('dispatch-too-large', {
            what: `${keys} top-level keys`,
            limit: `${limits.payloadKeys}`,
            key: Object.keys(payload)[limits.payloadKeys] ?? '',
        });
    checkSize(payload);
}
/**
 * Checks the inputs of a workflow_dispatch before they are sent.
 * Source: https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event
 * @throws {DeployKitError} `dispatch-too-large`
 */
function checkWorkflowInputs(inputs) {
    const keys = Object.keys(inputs);
    if (keys.length > limits.inputs)
        throw (0,errors/* failure */.V2)('dispatch-too-large', {
            what: `${keys.length} inputs`,
            limit: `${limits.inputs}`,
            key: keys[limits.inputs] ?? '',
        });
    checkSize(inputs);
}
function checkSize(value) {
    const size = JSON.stringify(value).length;
    if (size <= limits.characters)
        return;
    throw (0,errors/* failure */.V2)('dispatch-too-large', {
        what: `${size} characters`,
        limit: `${limits.characters}`,
        key: largestPart(value).path,
    });
}
/** The largest part; one below it when that makes up more than half of it. */
function largestPart(value) {
    const parts = Object.entries(value)
        .filter(([, part]) => part !== undefined)
        .map(([path, part]) => ({ path, part, size: JSON.stringify(part).length }))
        .sort((a, b) => b.size - a.size);
    const [largest] = parts;
    if (largest === undefined)
        return { path: '', size: 0 };
    const { path, part, size } = largest;
    if (typeof part !== 'object' || part === null)
        return { path, size };
    const below = largestPart(part);
    return below.size > size / 2
        ? { path: `${path}.${below.path}`, size: below.size }
        : { path, size };
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/dispatch/plan/listeners.js


/** What `run-name:` must hold for a run to be found. */
const traceableRunName = 'deploy ${{ github.event.client_payload.correlationId }}';
/**
 * Reads what starts each workflow; a file that is no YAML mapping starts by nothing.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function readListeners(files) {
    return files.map(({ path, text }) => {
        const workflow = readMapping(text);
        const triggers = readTriggers(workflow.on);
        const runName = typeof workflow['run-name'] === 'string' ? workflow['run-name'] : '';
        return {
            path,
            eventTypes: eventTypes(triggers),
            inputs: workflowInputs(triggers),
            traceable: /\bcorrelationId\b/.test(runName),
        };
    });
}
/** The workflows that an event of that type starts. */
function listenersTo(listeners, eventType) {
    return listeners.filter(({ eventTypes }) => eventTypes === undefined || eventTypes.includes(eventType));
}
/** `` `deploys` (.github/workflows/deploy.yml) `` for each type that something listens to, the nearest first. */
function nearMisses(listeners, eventType) {
    const far = (type) => (0,mod/* distance */.Io)(type.toLowerCase(), eventType.toLowerCase());
    return listeners
        .flatMap(({ path, eventTypes = [] }) => eventTypes.map((type) => ({ type, path })))
        .sort((a, b) => far(a.type) - far(b.type))
        .map(({ type, path }) => `\`${type}\` (${path})`);
}
function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function readMapping(text) {
    try {
        const content = (0,dist/* parse */.qg)(text);
        return isMapping(content) ? content : {};
    }
    catch {
        return {};
    }
}
// `on: push`, `on: [push, workflow_dispatch]`, or a mapping.
function readTriggers(on) {
    if (isMapping(on))
        return on;
    const names = Array.isArray(on) ? on : [on];
    return Object.fromEntries(names.map((name) => [String(name), null]));
}
function eventTypes(triggers) {
    if (!('repository_dispatch' in triggers))
        return [];
    const filter = triggers.repository_dispatch;
    const types = isMapping(filter) ? filter.types : undefined;
    if (types === undefined || types === null)
        return undefined;
    return (Array.isArray(types) ? types : [types]).map(String);
}
function workflowInputs(triggers) {
    if (!('workflow_dispatch' in triggers))
        return undefined;
    const trigger = triggers.workflow_dispatch;
    const inputs = isMapping(trigger) ? trigger.inputs : undefined;
    return isMapping(inputs) ? Object.keys(inputs) : [];
}

// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./build/src/dispatch/plan/run-outputs.js


/** Larger outputs do not fit into a step's outputs (1 MB a job). */
const maxBytes = 1_000_000;
/**
 * Reads what a run left for the next phase: the JSON object in its artifact's only JSON file.
 * @param zip the artifact, or `undefined` when there is none
 * @returns the object as compact JSON
 * @throws {DeployKitError} `run-outputs-missing`
 */
function readOutputs(zip, run, artifact) {
    const refuse = (problem) => (0,errors/* failure */.V2)('run-outputs-missing', { title: run.title, artifact, problem });
    if (zip === undefined)
        throw refuse('does not exist');
    const files = jsonFiles(zip);
    if (files === undefined)
        throw refuse('is no zip file');
    const [file, ...others] = files;
    if (file === undefined)
        throw refuse('holds no `.json` file');
    if (others.length > 0)
        throw refuse('holds more than one `.json` file');
    const content = parseJson(file);
    if (typeof content !== 'object' || content === null || Array.isArray(content))
        throw refuse('holds no JSON object');
    return JSON.stringify(content);
}
/** The texts of the archive's JSON files that are small enough; `undefined` when it is no archive. */
function jsonFiles(zip) {
    try {
        const files = (0,esm/* unzipSync */.AO)(zip, {
            filter: ({ name, originalSize }) => name.endsWith('.json') && originalSize <= maxBytes,
        });
        return Object.values(files).map((bytes) => (0,esm/* strFromU8 */.he)(bytes));
    }
    catch {
        return undefined;
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/local/all-or-abort.js
var all_or_abort = __webpack_require__(3561);
;// CONCATENATED MODULE: ./build/src/dispatch/find-listeners.js


/** How many other event types a message names. */
const maxNearMisses = 5;
/**
 * Looks which workflows will start, before anything is sent: GitHub accepts an event that nobody
 * listens to.
 * @throws {DeployKitError} `dispatch-nobody-listens` where a run is to be waited for; without a wait
 * it is a warning
 */
async function findListeners(repository, { door, wait }, branch, ports) {
    if (door.kind === 'workflow') {
        const ref = door.ref ?? (await ports.github.defaultBranch(repository));
        const all = await readWorkflows(repository, ref, ports);
        return listening(all?.filter(({ path }) => path.endsWith(`/${door.file}`)) ?? [], ref);
    }
    const all = await readWorkflows(repository, undefined, ports);
    if (all === undefined)
        return listening([], '');
    const found = listenersTo(all, door.type);
    if (found.length > 0)
        return listening(found, '');
    const misses = await describeMisses(all, door.type, branch, repository, ports);
    const error = (0,errors/* failure */.V2)('dispatch-nobody-listens', {
        repository,
        'event-type': door.type,
        'near-misses': misses,
    });
    if (wait !== 'none')
        throw error;
    ports.reporter.warning(error.title, `${error.why}\nWhat to do: ${error.fix}`);
    return listening([], '');
}
function listening(found, ref) {
    return {
        paths: found.map(({ path }) => path),
        traceable: found.filter(({ traceable }) => traceable).length,
        inputs: found.flatMap(({ inputs }) => inputs ?? []),
        ref,
    };
}
// To look ahead is a courtesy: a token that may send but not read still sends.
async function readWorkflows(repository, ref, { github, reporter }) {
    try {
        return readListeners(await github.workflowFiles(repository, ref));
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        reporter.debug(`The workflows of ${repository} cannot be read: ${error.why}`);
        return undefined;
    }
}
async function describeMisses(all, eventType, branch, repository, ports) {
    if (branch.repository === repository) {
        const here = await readWorkflows(repository, branch.ref, ports);
        const [unmerged] = listenersTo(here ?? [], eventType);
        if (unmerged !== undefined)
            return ` ${unmerged.path} on ${branch.ref} listens to it, but is not on the default branch.`;
    }
    const misses = nearMisses(all, eventType).slice(0, maxNearMisses);
    return misses.length === 0 ? '' : ` The workflows there listen to ${misses.join(', ')}.`;
}

// EXTERNAL MODULE: ./build/src/local/plan/back-off.js
var back_off = __webpack_require__(9402);
;// CONCATENATED MODULE: ./build/src/dispatch/find-runs.js

/** GitHub's clock and this machine's may differ by this much. */
const clockSkewSeconds = 60;
/** Once one run is there, the others of the same event are not far behind. */
const stragglerSeconds = 10;
/**
 * Looks for the runs that an event started until there are as many as expected.
 * @returns those that were found in time; none when the event started nothing
 */
async function findRuns({ repository, event, correlationId, since }, expected, timeoutSeconds, { github, clock }) {
    const from = new Date(since.getTime() - clockSkewSeconds * 1000);
    const elapsed = (start) => (clock.now().getTime() - start) / 1000;
    const started = clock.now().getTime();
    let firstSeen;
    for (let attempt = 1;; attempt++) {
        const runs = await github.runsSince(repository, event, from);
        const found = runs.filter(({ title }) => title.includes(correlationId));
        if (found.length > 0)
            firstSeen ??= clock.now().getTime();
        if (found.length >= expected)
            return found;
        if (firstSeen !== undefined && elapsed(firstSeen) > stragglerSeconds)
            return found;
        const pause = (0,back_off/* pollPause */.G)(attempt, Math.random());
        if (elapsed(started) + pause > timeoutSeconds)
            return found;
        await clock.sleep(pause);
    }
}

;// CONCATENATED MODULE: ./build/src/dispatch/follow-run.js



/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Follows a run to its end, with a line in the log whenever its state changes.
 * @param signal ends the following
 * @returns the run as it ended, whatever its conclusion
 * @throws {DeployKitError} `run-wait-timeout`; the run itself goes on
 */
async function followRun(repository, started, { deadline, timeout }, { github, clock, reporter }, signal) {
    const begun = clock.now().getTime();
    let run = started;
    let reported = { state: '', at: Number.NEGATIVE_INFINITY };
    for (let attempt = 1;; attempt++) {
        const seconds = (clock.now().getTime() - begun) / 1000;
        const state = await describeState(repository, run, github);
        if (state !== reported.state || seconds - reported.at >= reportEverySeconds) {
            reporter.info(`"${run.title}" ${state} (${Math.round(seconds)} s)`);
            reported = { state, at: seconds };
        }
        if (run.status === 'completed')
            return run;
        const pause = (0,back_off/* pollPause */.G)(attempt, Math.random());
        if (clock.now().getTime() + pause * 1000 > deadline)
            throw tooLong(run, state, timeout);
        await clock.sleep(pause, signal);
        run = await look(repository, run, { github, reporter }, signal);
    }
}
// An outage of GitHub's API does not end the run: neither does it end the wait.
async function look(repository, run, { github, reporter }, signal) {
    try {
        return await github.run(repository, run.id, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'github-unreachable')
            throw error;
        reporter.info(`${error.why} Asking again`);
        return run;
    }
}
function tooLong({ title, url, status }, state, timeout) {
    const remedy = status === 'waiting'
        ? `Have it approved or rejected at ${url}, or raise \`wait-timeout\`.`
        : `Look at ${url}; when it needs longer, raise \`wait-timeout\`.`;
    return (0,errors/* failure */.V2)('run-wait-timeout', { title, seconds: Math.round(timeout), status: state, url, remedy }, { hostState: runDecides });
}
async function describeState(repository, run, github) {
    if (run.status === 'completed')
        return `ended with ${run.conclusion ?? 'no conclusion'}`;
    if (run.status !== 'waiting')
        return `is ${run.status.replace('_', ' ')}`;
    const approvals = await github.pendingApprovals(repository, run.id);
    return approvals.length === 0
        ? 'is waiting'
        : `is waiting for ${approvals.map(describeApproval).join(' and ')}`;
}
function describeApproval({ environment, reviewers }) {
    const by = reviewers.length === 0 ? '' : ` by ${reviewers.join(', ')}`;
    return `approval of environment ${environment}${by}`;
}

;// CONCATENATED MODULE: ./build/src/dispatch/send-once.js


/** A run that was started shows in GitHub's list within this time. */
const lookSeconds = 20;
const maxAttempts = 3;
/**
 * Sends an event. When GitHub does not confirm it, looks whether a run with its correlation id has
 * started, and only sends it again when none has: never twice where the first may have arrived.
 * @returns the id of the run, where GitHub tells it
 * @throws {DeployKitError} `github-unconfirmed` when that cannot be found out
 */
async function sendOnce(sending, ports) {
    for (let attempt = 1;; attempt++) {
        try {
            return await send(sending, ports);
        }
        catch (error) {
            if (!isUnconfirmed(error) || !sending.traceable)
                throw error;
            ports.reporter.info(`${error.why} Looking for a run with correlation id ${sending.correlationId} before anything is sent again`);
            const [run] = await send_once_look(sending, error, ports);
            if (run !== undefined)
                return run.id;
            if (attempt === maxAttempts)
                throw error;
        }
    }
}
function send(sending, { github }) {
    return sending.event === 'workflow_dispatch'
        ? github.startWorkflow(sending.repository, sending.file, sending.ref, sending.inputs)
        : github.dispatch(sending.repository, sending.type, sending.payload).then(() => undefined);
}
// A token that may not look is no better than no trace at all.
async function send_once_look(sending, unconfirmed, ports) {
    try {
        return await findRuns(sending, 1, lookSeconds, ports);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        ports.reporter.info(`It cannot be found out: ${error.why}`);
        throw unconfirmed;
    }
}
function isUnconfirmed(error) {
    return error instanceof errors/* DeployKitError */.mG && error.entry === 'github-unconfirmed';
}

;// CONCATENATED MODULE: ./build/src/dispatch/dispatch-release.js












/** GitHub lists a new run within seconds; after this long none was started. */
const startTimeoutSeconds = 120;
/**
 * Sends a release to every repository, side by side, and stays with the runs that it starts as long as
 * `wait` says. A run that failed is no failure here: its conclusion is in the answer.
 * @param branch the branch of this run, where an unlisted workflow may wait to be merged
 * @throws {DeployKitError} one of the `dispatch-…`, `github-…` or `run-…` entries
 */
async function dispatchRelease(dispatch, branch, ports) {
    const title = `Send ${describeDoor(dispatch.door)} to ${dispatch.repositories.join(', ')}`;
    const settled = await ports.reporter.group(title, () => Promise.allSettled(dispatch.repositories.map((repository) => dispatchTo(repository, dispatch, branch, ports))));
    // One that fails must not leave the others unwatched; the first failure speaks for all.
    const failed = settled.find((result) => result.status === 'rejected');
    if (failed !== undefined)
        throw failed.reason;
    return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
async function dispatchTo(repository, dispatch, branch, ports) {
    const release = { ...dispatch.release, correlationId: (0,external_node_crypto_.randomUUID)() };
    const listening = await findListeners(repository, dispatch, branch, ports);
    const sending = prepare(repository, dispatch, release, listening, ports.clock.now());
    if (dispatch.wait !== 'none')
        requireTrace(dispatch, listening);
    const id = await sendOnce(sending, ports);
    ports.reporter.info(`Sent to ${repository} with correlation id ${release.correlationId}`);
    const outcome = { repository, release, outputs: undefined };
    if (dispatch.wait === 'none')
        return {
            ...outcome,
            runs: id === undefined ? [] : [await ports.github.run(repository, id)],
        };
    const runs = await startedRuns(sending, id, listening, ports);
    for (const { title, url } of runs)
        ports.reporter.info(`Started "${title}": ${url}`);
    if (dispatch.wait === 'started')
        return { ...outcome, runs };
    const deadline = ports.clock.now().getTime() + dispatch.timeout * 1000;
    const ended = await (0,all_or_abort/* allOrAbort */.j)((signal) => runs.map((run) => followRun(repository, run, { deadline, ...dispatch }, ports, signal)));
    const outputs = await fetchOutputs(repository, ended[0], dispatch.outputsArtifact, ports);
    return { ...outcome, runs: ended, outputs };
}
/** What is sent, checked against GitHub's limits. */
function prepare(repository, { door }, release, listening, now) {
    const common = {
        repository,
        correlationId: release.correlationId,
        since: now,
        traceable: listening.traceable > 0,
    };
    if (door.kind === 'event') {
        const payload = (0,release_release/* releasePayload */.Y3)(release);
        checkPayload(payload);
        return { ...common, event: 'repository_dispatch', type: door.type, payload };
    }
    const inputs = inputsFor(release, door.inputs, listening.inputs);
    checkWorkflowInputs(inputs);
    return {
        ...common,
        event: 'workflow_dispatch',
        file: door.file,
        ref: listening.ref,
        inputs,
    };
}
// Without it the event would be sent and its run never found. (workflow_dispatch answers with the id.)
function requireTrace({ door }, { paths, traceable }) {
    if (door.kind === 'event' && paths.length > 0 && traceable === 0)
        throw (0,errors/* failure */.V2)('dispatch-not-traceable', {
            workflow: paths.join(', '),
            'run-name': traceableRunName,
        });
}
async function startedRuns(sending, id, { traceable }, ports) {
    const { repository, correlationId } = sending;
    if (id !== undefined)
        return [await ports.github.run(repository, id)];
    const found = await findRuns(sending, Math.max(traceable, 1), startTimeoutSeconds, ports);
    if (found.length === 0)
        throw (0,errors/* failure */.V2)('run-never-started', {
            repository,
            seconds: startTimeoutSeconds,
            'correlation-id': correlationId,
        });
    return found;
}
async function fetchOutputs(repository, run, name, { github }) {
    if (name === undefined || run?.conclusion !== 'success')
        return undefined;
    return readOutputs(await github.artifact(repository, run.id, name), run, name);
}

;// CONCATENATED MODULE: ./build/src/dispatch/dispatch-request.js
/** What the inputs make of a release: where it goes, and what travels with it. */
function dispatchRequest(inputs, release) {
    const { repositories, wait, waitTimeout, outputsArtifact, environment, extra } = inputs;
    return {
        release: {
            ...release,
            ...(environment === undefined ? {} : { environment }),
            ...(extra === undefined ? {} : { extra: { ...release.extra, ...extra } }),
        },
        repositories,
        door: doorOf(inputs),
        wait,
        timeout: waitTimeout,
        outputsArtifact,
    };
}
function doorOf({ eventType, workflow, ref, inputs = {} }) {
    if (workflow === undefined)
        return { kind: 'event', type: eventType };
    const texts = Object.entries(inputs).map(([name, value]) => [
        name,
        typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    return { kind: 'workflow', file: workflow, ref, inputs: Object.fromEntries(texts) };
}

;// CONCATENATED MODULE: ./build/src/dispatch/require-success.js


/**
 * Fails when one of the runs that were waited for did not end well.
 * @throws {DeployKitError} `run-failed`, with the failing job and step; further failed runs in its details
 */
async function requireSuccess(sent, github) {
    const failed = sent.flatMap(({ repository, runs }) => runs
        .filter(({ status, conclusion }) => status === 'completed' && conclusion !== 'success')
        .map((run) => ({ repository, run })));
    const reasons = await Promise.all(failed.map(async ({ repository, run }) => await explainRun(repository, run, github)));
    const [first] = failed;
    if (first === undefined)
        return;
    const { title, url, conclusion } = first.run;
    throw (0,errors/* failure */.V2)('run-failed', { title, url, conclusion: conclusion ?? '', reason: reasons[0] ?? '' }, { details: reasons.slice(1), hostState: runDecides });
}
async function explainRun(repository, run, github) {
    const where = `${repository}, workflow ${run.workflow}`;
    const jobs = await github.failedJobs(repository, run.id);
    if (run.conclusion === 'skipped')
        return `${where}: every job was skipped; look at their \`if:\` conditions.`;
    if (jobs.length === 0)
        return `${where}: no job failed; a run that is cancelled before it starts was most often pushed out of its \`concurrency\` group by a newer one.`;
    const named = jobs.map(({ name, step, url }) => step === undefined ? `job "${name}" (${url})` : `job "${name}" in step "${step}" (${url})`);
    return `${where}: ${named.join('; ')}.`;
}

;// CONCATENATED MODULE: ./build/src/dispatch/dispatch-and-report.js




/**
 * Sends a release on as the inputs say, tells what came of it, and fails with a run that it waited for.
 * @param run the run that sends it
 * @throws {DeployKitError} as `dispatchRelease` and `requireSuccess`
 */
async function dispatchAndReport(inputs, release, run, ports) {
    const request = dispatchRequest(inputs, release);
    const branch = { repository: run.repository, ref: run.refName };
    const sent = await dispatchRelease(request, branch, ports);
    setOutputs(sent, ports.reporter);
    ports.reporter.summary(renderDispatchSummary(sent, request.door));
    await requireSuccess(sent, ports.github);
}
/** Sets the outputs that tell what was sent and what came of it. */
function setOutputs(sent, reporter) {
    const [first] = sent;
    const [run] = first?.runs ?? [];
    reporter.output('release', JSON.stringify(first?.release));
    reporter.output('correlation-id', first?.release.correlationId ?? '');
    reporter.output('run-id', String(run?.id ?? ''));
    reporter.output('run-url', run?.url ?? '');
    reporter.output('conclusion', run?.conclusion ?? '');
    reporter.output('outputs', first?.outputs ?? '');
    const runs = sent.flatMap(({ repository, runs }) => runs.map(({ id, url, title, conclusion }) => ({ repository, id, url, title, conclusion })));
    reporter.output('runs', JSON.stringify(runs));
}


/***/ }),

/***/ 9488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ dispatchInputs),
/* harmony export */   Mq: () => (/* binding */ dispatchRules),
/* harmony export */   j_: () => (/* binding */ dispatchOutputs)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _inputs_kind_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5157);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);
/* harmony import */ var _text_read_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2217);




/** A YAML (or JSON) mapping, such as the outputs of another step in JSON. */
const mapping = {
    describe: 'YAML or JSON mapping',
    parse(value) {
        const read = (0,_text_read_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlValue */ .t)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(value));
        const content = 'value' in read ? read.value : undefined;
        if (typeof content !== 'object' || content === null || Array.isArray(content))
            throw new _inputs_kind_js__WEBPACK_IMPORTED_MODULE_3__/* .InputProblem */ .S('must be a mapping in YAML or JSON, such as `gateway: https://…`');
        return content;
    },
};
/** What is sent, to whom, and how long to stay with it: the same in dispatch and build-and-dispatch. */
const dispatchInputs = {
    githubToken: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: "Sends the event. The job's own token is enough in the same repository, with `permissions: contents: write`; add `actions: read` for `wait`, `actions: write` for `workflow`.",
    },
    repositories: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of `owner/name`, one a line', _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR),
        default: '${{ github.repository }}',
        description: 'Which repositories get the event.',
    },
    eventType: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: 'deploy',
        description: 'The type of the event, which the workflow lists under `repository_dispatch: types:`.',
    },
    workflow: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .fileName */ .Md,
        description: 'Start this workflow by workflow_dispatch instead, for example `deploy.yml`. It gets the release where it declares the inputs `release` and `correlationId`.',
    },
    ref: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The branch or tag to start `workflow` on. Default: the default branch.',
    },
    inputs: {
        kind: mapping,
        description: 'Further inputs of `workflow`.',
    },
    environment: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'Where the release is meant to go; travels in the release document.',
    },
    extra: {
        kind: mapping,
        description: 'What else the next phase needs, for example the outputs of another one; travels in the release document as `extra`. Never a secret: everybody who may read the repository can read an event.',
    },
    wait: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('none', 'started', 'completed'),
        default: 'none',
        description: 'Whether to wait for the run: until GitHub lists it (`started`), or until it is over, approvals included (`completed`); a run that fails then fails this step.',
    },
    waitTimeout: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '60m',
        description: 'How long `wait: completed` waits.',
    },
    outputsArtifact: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The artifact in which the run leaves its outputs as a JSON file; they become the output `outputs`. Needs `wait: completed`.',
    },
};
/** What became of it. */
const dispatchOutputs = {
    release: { description: 'The release document as JSON.' },
    'correlation-id': { description: 'The id by which the started run can be found.' },
    'run-id': { description: 'The id of the run, with `wait` or `workflow`.' },
    'run-url': { description: 'Its address.' },
    conclusion: { description: 'How it ended, with `wait: completed`.' },
    outputs: { description: 'What it left in `outputs-artifact`, as JSON.' },
    runs: {
        description: 'All runs as a JSON list of `{repository, id, url, title, conclusion}`, where there are several.',
    },
};
/** What GitHub allows for the type of an event: https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event */
function shortEventType({ eventType }) {
    return eventType.length > 100
        ? '`event-type` is longer than the 100 characters that GitHub allows'
        : undefined;
}
/** An event goes somewhere. */
function someRepository({ repositories }) {
    return repositories.length === 0 ? '`repositories` names none' : undefined;
}
/** `ref` and `inputs` belong to a workflow_dispatch. */
function workflowForItsInputs({ workflow, ref, inputs }) {
    return workflow === undefined && (ref !== undefined || inputs !== undefined)
        ? '`ref` and `inputs` need `workflow`: an event has a payload instead, see `extra`'
        : undefined;
}
/** Outputs are there when the run is over. */
function waitForOutputs({ wait, outputsArtifact }) {
    return outputsArtifact !== undefined && wait !== 'completed'
        ? '`outputs-artifact` needs `wait: completed`'
        : undefined;
}
/** The rules between these inputs. */
const dispatchRules = [
    shortEventType,
    someRepository,
    workflowForItsInputs,
    waitForOutputs,
];


/***/ }),

/***/ 3561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ allOrAbort)
/* harmony export */ });
/**
 * Runs tasks side by side. The first that fails ends the others, so that nobody waits for work whose
 * result no one wants any more.
 * @param start gets the signal that each task must heed
 * @throws what the first task to fail threw
 */
async function allOrAbort(start) {
    const controller = new AbortController();
    try {
        return await Promise.all(start(controller.signal));
    }
    finally {
        controller.abort();
    }
}


/***/ }),

/***/ 1037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ checkout),
/* harmony export */   _: () => (/* binding */ writeFile)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4573);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3382);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3826);





/** The files below one folder of the checkout. */
function checkout(folder) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    return {
        readText(path) {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(full) && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(full).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(full, 'utf8') : undefined;
        },
        exists: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)),
        glob: (pattern) => (0,tinyglobby__WEBPACK_IMPORTED_MODULE_4__/* .globSync */ .AZ)(pattern, {
            cwd: root,
            dot: true,
            followSymbolicLinks: false,
            ignore: ['**/.git/**', '.deploy-kit/**'],
        }).toSorted(),
        walk: (path) => walk(root, node_path__WEBPACK_IMPORTED_MODULE_2__.posix.normalize(path)),
    };
}
function walk(root, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
    const entry = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(full, { throwIfNoEntry: false });
    // The pattern found it, but what it is called can't be said in Unicode.
    if (entry === undefined)
        throw notUnicode(path);
    const mode = entry.mode & 0o777;
    if (entry.isSymbolicLink()) {
        const target = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(full, 'buffer');
        if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(target))
            throw notUnicode(`${path} -> ${target.toString('latin1')}`);
        return [{ path, mode: 0o777, content: { kind: 'link', target: target.toString() } }];
    }
    if (entry.isFile())
        return [{ path, mode, content: { kind: 'file', read: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(full) } }];
    // Sockets, pipes and devices are no content that a deploy could carry.
    if (!entry.isDirectory())
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(full, 'buffer')
        .map((name) => {
        if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(name))
            return name.toString();
        throw notUnicode(node_path__WEBPACK_IMPORTED_MODULE_2__.posix.join(path, name.toString('latin1')));
    })
        .filter((name) => name !== '.git' && name !== '.deploy-kit')
        .sort()
        .flatMap((name) => walk(root, path === '.' ? name : `${path}/${name}`));
}
const notUnicode = (file) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('file-name-unsupported', { file: JSON.stringify(file), why: 'is not in UTF-8' });
/** Writes a file of the checkout, with the folders that it needs. */
function writeFile(workspace, path, text) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace, path);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(file, text);
}


/***/ }),

/***/ 9402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pollPause)
/* harmony export */ });
/**
 * The pause before the next poll, in seconds: quick at first, growing by a quarter, at most 12. A wait
 * of five minutes then costs at most 36 requests, which leaves room for logging in within 40.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
function pollPause(attempt, random) {
    const pause = Math.min(1.25 ** (attempt - 1), 11.5);
    return pause * (0.94 + 0.12 * random);
}


/***/ }),

/***/ 7062:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ releaseOfRun)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5802);


/** The release document of a run that builds nothing: its commit and who started it, without images. */
function releaseOfRun(run, correlationId, now) {
    return {
        schema: _release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseSchemaVersion */ .jq,
        images: [],
        version: (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .commitTag */ .m)(run.sha),
        revision: run.sha,
        ref: run.ref,
        repository: run.repository,
        run: { id: run.runId, url: run.runUrl },
        actor: run.actor,
        createdAt: now.toISOString(),
        correlationId,
    };
}


/***/ }),

/***/ 2217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ yamlValue)
/* harmony export */ });
/**
 * The value of a YAML document, or what is wrong with it in a sentence: also aliases that lead nowhere or
 * make it grow beyond measure, and merges of what can't be merged, which show only when the value is made.
 */
function yamlValue(document, options = {}) {
    const [error] = document.errors;
    if (error !== undefined)
        return { problem: (error.message.split('\n')[0] ?? '').replace(/:$/, '') };
    try {
        return { value: document.toJS(options) };
    }
    catch (cause) {
        return { problem: cause instanceof Error ? cause.message : String(cause) };
    }
}


/***/ })

};
