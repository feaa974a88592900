export const id = 564;
export const ids = [564];
export const modules = {

/***/ 5586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ GitHubRequests),
  t: () => (/* binding */ apiFailure)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/plan/github-retry.js
/** A limit that ends within this many seconds is waited for. */
const patienceSeconds = 300;
/**
 * How GitHub wants a failed request to be treated.
 * Source: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 * @param attempt how many requests there were, from 1
 */
function judgeFailure(failed, attempt, now) {
    const { status, message, headers } = failed;
    const retryAfter = Number(headers['retry-after'] ?? Number.NaN);
    const usedUp = headers['x-ratelimit-remaining'] !== undefined &&
        Number(headers['x-ratelimit-remaining']) === 0;
    const limited = status === 429 || (status === 403 && (usedUp || retryAfter > 0 || /rate limit/i.test(message)));
    if (limited)
        return limitVerdict(retryAfter, usedUp ? headers['x-ratelimit-reset'] : undefined, attempt, now);
    const pause = 2 ** attempt;
    if (failed.neverArrived)
        return { kind: 'again', pause };
    return status >= 500 || status === 0 ? { kind: 'unclear', pause } : { kind: 'final' };
}
function limitVerdict(retryAfter, reset, attempt, now) {
    const untilReset = Number(reset) - now.getTime() / 1000;
    // Neither header: GitHub asks for a minute at least, and longer each time.
    const pause = retryAfter > 0 ? retryAfter : untilReset >= 0 ? untilReset + 1 : 60 * 2 ** (attempt - 1);
    return pause <= patienceSeconds
        ? { kind: 'again', pause }
        : { kind: 'exhausted', until: new Date(now.getTime() + pause * 1000) };
}

;// CONCATENATED MODULE: ./build/src/plan/token-kind.js
// Prefixes: https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
const kinds = [
    [
        'ghs_',
        {
            description: "the job's own token (or an App's)",
            remedy: (permission) => `Give the job \`permissions: ${permission.toLowerCase()}\`; the job's own token reaches its own repository only. An App needs the repository permission ${permission} and to be installed there.`,
        },
    ],
    [
        'github_pat_',
        {
            description: 'a fine-grained personal access token',
            remedy: (permission) => `Give the token the repository permission ${permission} for that repository (Settings → Developer settings → Fine-grained tokens).`,
        },
    ],
    [
        'ghp_',
        {
            description: 'a classic personal access token',
            remedy: () => 'Give the token the scope `repo` (Settings → Developer settings → Tokens (classic)).',
        },
    ],
    [
        'gho_',
        {
            description: 'an OAuth token (as `gh auth token` prints it)',
            remedy: (permission) => `Such a token ends with its person's login: use the job's own token with \`permissions: ${permission.toLowerCase()}\`, or a fine-grained one.`,
        },
    ],
    [
        'ghu_',
        {
            description: "an App's token for a person",
            remedy: (permission) => `Give the App the repository permission ${permission}, and the person write access to that repository.`,
        },
    ],
];
const unknownKind = {
    description: 'a token of unknown kind',
    remedy: (permission) => `Use the job's own token with \`permissions: ${permission.toLowerCase()}\`.`,
};
/** Recognises a token by its prefix. */
function tokenKind(token) {
    return kinds.find(([prefix]) => token.startsWith(prefix))?.[1] ?? unknownKind;
}

;// CONCATENATED MODULE: ./build/src/adapters/github-requests.js



/** How often a request is sent when GitHub does not answer or is overloaded. */
const maxAttempts = 4;
/** Sends requests with one token, again where GitHub asks for it, and explains what it refuses. */
class GitHubRequests {
    #token;
    #clock;
    constructor(token, clock) {
        this.#token = token;
        this.#clock = clock;
    }
    /**
     * @throws {DeployKitError} one of the `github-…` entries; `github-unconfirmed` when a request that
     * must not be repeated may have been carried out
     */
    async send(request, send, signal) {
        for (let attempt = 1;; attempt++) {
            try {
                return await send();
            }
            catch (error) {
                if (error instanceof errors/* DeployKitError */.mG)
                    throw error;
                signal?.throwIfAborted();
                await this.#clock.sleep(this.#pause(request, apiFailure(error), attempt, error), signal);
            }
        }
    }
    /** Seconds until the next attempt; throws when there is none. */
    #pause(request, failed, attempt, cause) {
        const verdict = judgeFailure(failed, attempt, this.#clock.now());
        const { name, repository } = request;
        const { message } = failed;
        if (verdict.kind === 'final')
            throw this.#explain(request, failed, cause);
        if (verdict.kind === 'exhausted')
            throw (0,errors/* failure */.V2)('github-rate-limited', { request: name, message, until: verdict.until.toISOString() }, { cause });
        if (verdict.kind === 'unclear' && !request.repeatable)
            throw (0,errors/* failure */.V2)('github-unconfirmed', { request: name, message, repository }, { cause });
        if (attempt === maxAttempts)
            throw (0,errors/* failure */.V2)('github-unreachable', { request: name, attempts: attempt, message }, { cause });
        return verdict.pause;
    }
    #explain(request, { status, message }, cause) {
        const { name, repository, permission } = request;
        const { description, remedy } = tokenKind(this.#token);
        const kind = { 'token-kind': description };
        if (status === 401)
            return (0,errors/* failure */.V2)('github-token-invalid', kind, { cause });
        if (status === 403)
            return (0,errors/* failure */.V2)('github-token-lacks-permission', { ...kind, request: name, message, repository, permission, remedy: remedy(permission) }, { cause });
        if (status === 404)
            return (0,errors/* failure */.V2)('github-repository-not-found', { ...kind, repository, permission }, { cause });
        return (0,errors/* failure */.V2)('github-request-refused', { status, request: name, message }, { cause });
    }
}
/** What an error of Octokit's says; it gives the status 500 also to a request without an answer. */
function apiFailure(error) {
    const { status = 0, message, cause, response } = error;
    return {
        status: response === undefined ? 0 : status,
        message: response?.data?.message ?? message ?? String(error),
        headers: response?.headers ?? {},
        neverArrived: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED)$/.test(cause?.cause?.code ?? ''),
    };
}


/***/ }),

/***/ 2435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ unlessMissing),
/* harmony export */   JG: () => (/* binding */ reviewerName),
/* harmony export */   f3: () => (/* binding */ octokitClient),
/* harmony export */   uD: () => (/* binding */ ownerAndName)
/* harmony export */ });
/* harmony import */ var _octokit_rest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1267);
/* harmony import */ var _github_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5586);


/** An answer that takes longer will not come. */
const requestTimeoutMilliseconds = 30_000;
/** The client for one token, at the API address of the server that runs the workflow. */
function octokitClient(token, apiUrl, clock) {
    const octokit = new _octokit_rest__WEBPACK_IMPORTED_MODULE_1__/* .Octokit */ .E({ auth: token, baseUrl: apiUrl, log: silent });
    octokit.hook.before('request', (options) => {
        const given = options.request.signal;
        const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
        options.request.signal = given === undefined ? timeout : AbortSignal.any([given, timeout]);
    });
    const requests = new _github_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRequests */ ._(token, clock);
    return {
        octokit,
        requests,
        read: (repository, path, permission, send, signal) => requests.send({ name: `GET /repos/${repository}${path}`, repository, permission, repeatable: true }, () => send(ownerAndName(repository)), signal),
    };
}
function ownerAndName(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
/** What `answer` gives, or `undefined` where GitHub says 404 though the token sees the repository. */
async function unlessMissing(answer, octokit, where) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,_github_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .apiFailure */ .t)(error).status !== 404)
            throw error;
        // No such thing, or no such repository for this token: only the latter is refused here too.
        await octokit.repos.get(where);
        return undefined;
    }
}
function reviewerName(reviewer) {
    return reviewer.login ?? `team ${reviewer.slug ?? ''}`;
}
const nothing = () => undefined;
// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };


/***/ }),

/***/ 9243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   octokitGitHub: () => (/* binding */ octokitGitHub)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _github_requests_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5586);
/* harmony import */ var _octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2435);



/** GitHub takes no longer description of a deployment, in characters. */
const maxDescription = 140;
/** GitHub's API with one token, at the API address of the server that runs the workflow. */
function octokitGitHub(token, apiUrl, clock) {
    const { octokit, requests, read } = (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .octokitClient */ .f3)(token, apiUrl, clock);
    const readFile = async (repository, path, ref) => {
        const { data } = await read(repository, `/contents/${path}`, 'Contents: read', (where) => octokit.repos.getContent({ ...where, ...ref, path, mediaType: { format: 'raw' } }));
        // With the media type `raw` the answer is the text itself, which Octokit's types do not know.
        return { path, text: data };
    };
    return {
        async dispatch(repository, eventType, payload) {
            await requests.send(sending(repository, '/dispatches', 'Contents: write'), () => octokit.repos.createDispatchEvent({
                ...(0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndName */ .uD)(repository),
                event_type: eventType,
                client_payload: payload,
            }));
        },
        async startWorkflow(repository, workflow, ref, inputs) {
            const path = `/actions/workflows/${workflow}/dispatches`;
            const { data } = await requests.send(sending(repository, path, 'Actions: write'), () => octokit.actions
                .createWorkflowDispatch({
                ...(0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndName */ .uD)(repository),
                workflow_id: workflow,
                ref,
                inputs,
                return_run_details: true,
            })
                .catch(explainStart(repository, workflow)));
            // A GitHub Enterprise Server that does not know the parameter answers 204 without a body.
            return data?.workflow_run_id;
        },
        async defaultBranch(repository) {
            const { data } = await read(repository, '', 'Metadata: read', (where) => octokit.repos.get(where));
            return data.default_branch;
        },
        async workflowFiles(repository, branch) {
            const ref = branch === undefined ? {} : { ref: branch };
            const folder = '.github/workflows';
            const found = await read(repository, `/contents/${folder}`, 'Contents: read', (where) => (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .unlessMissing */ .F2)(octokit.repos.getContent({ ...where, ...ref, path: folder }), octokit, where));
            const paths = (Array.isArray(found?.data) ? found.data : []).map(({ path }) => path);
            return Promise.all(paths
                .filter((path) => /\.ya?ml$/.test(path))
                .map((path) => readFile(repository, path, ref)));
        },
        async runsSince(repository, event, since) {
            const { data } = await read(repository, '/actions/runs', 'Actions: read', (where) => octokit.actions.listWorkflowRunsForRepo({
                ...where,
                event,
                created: `>=${since.toISOString().replace(/\.\d+Z$/, 'Z')}`,
                per_page: 100,
            }));
            return data.workflow_runs.map(workflowRun);
        },
        async run(repository, id, signal) {
            const request = signal === undefined ? {} : { request: { signal } };
            const { data } = await read(repository, `/actions/runs/${id}`, 'Actions: read', (where) => octokit.actions.getWorkflowRun({ ...where, run_id: id, ...request }), signal);
            return workflowRun(data);
        },
        async failedJobs(repository, id) {
            const { data } = await read(repository, `/actions/runs/${id}/jobs`, 'Actions: read', (where) => octokit.actions.listJobsForWorkflowRun({ ...where, run_id: id, per_page: 100 }));
            return data.jobs
                .filter(({ conclusion }) => isFailure(conclusion))
                .map(({ name, html_url, steps = [] }) => ({
                name,
                url: html_url ?? '',
                step: steps.find(({ conclusion }) => isFailure(conclusion))?.name,
            }));
        },
        async pendingApprovals(repository, id) {
            const { data } = await read(repository, `/actions/runs/${id}/pending_deployments`, 'Actions: read', (where) => octokit.actions.getPendingDeploymentsForRun({ ...where, run_id: id }));
            return data.map(({ environment, reviewers }) => ({
                environment: environment.name ?? '',
                reviewers: reviewers.map(({ reviewer }) => (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .reviewerName */ .JG)(reviewer ?? {})),
            }));
        },
        async createDeployment(repository, { ref, environment, description }) {
            const { data } = await requests.send(sending(repository, '/deployments', 'Deployments: write'), () => octokit.repos.createDeployment({
                ...(0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndName */ .uD)(repository),
                ref,
                environment,
                description: description.slice(0, maxDescription),
                // With their defaults GitHub answers 202 or 409 instead of making the deployment.
                auto_merge: false,
                required_contexts: [],
            }));
            if (!('id' in data))
                throw new Error(`GitHub made no deployment: ${data.message ?? ''}`);
            return data.id;
        },
        async setDeploymentStatus(repository, id, status) {
            await requests.send(sending(repository, `/deployments/${id}/statuses`, 'Deployments: write'), () => octokit.repos.createDeploymentStatus({
                ...(0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_2__/* .ownerAndName */ .uD)(repository),
                deployment_id: id,
                state: status.state,
                description: status.description.slice(0, maxDescription),
                log_url: status.logUrl,
                ...(status.environmentUrl === '' ? {} : { environment_url: status.environmentUrl }),
            }));
        },
        async artifact(repository, id, name) {
            const { data } = await read(repository, `/actions/runs/${id}/artifacts`, 'Actions: read', (where) => octokit.actions.listWorkflowRunArtifacts({ ...where, run_id: id, name }));
            const found = data.artifacts.find((artifact) => artifact.name === name && !artifact.expired);
            if (found === undefined)
                return undefined;
            const zip = await read(repository, `/actions/artifacts/${found.id}/zip`, 'Actions: read', (where) => octokit.actions.downloadArtifact({
                ...where,
                artifact_id: found.id,
                archive_format: 'zip',
            }));
            return new Uint8Array(zip.data);
        },
    };
}
function sending(repository, path, permission) {
    return { name: `POST /repos/${repository}${path}`, repository, permission, repeatable: false };
}
// Texts: https://docs.github.com/rest/actions/workflows#create-a-workflow-dispatch-event
function explainStart(repository, workflow) {
    return (error) => {
        const { status, message } = (0,_github_requests_js__WEBPACK_IMPORTED_MODULE_1__/* .apiFailure */ .t)(error);
        if (status !== 422 && status !== 404)
            throw error;
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('dispatch-no-such-workflow', { workflow, repository, status, message, remedy: startRemedy(message) }, { cause: error });
    };
}
function startRemedy(message) {
    if (/Not Found/i.test(message))
        return 'Check the name of the file: it must be in `.github/workflows/` on the default branch, and the token must see the repository.';
    if (/No ref found/i.test(message))
        return 'Set `ref` to a branch or tag of that repository.';
    if (/trigger/i.test(message))
        return 'Put `on: workflow_dispatch:` into the workflow on the branch that `ref` names.';
    return 'Declare the inputs that the message names under `on: workflow_dispatch: inputs:`, or leave them out of `inputs`.';
}
function workflowRun(run) {
    return {
        id: run.id,
        url: run.html_url,
        workflow: run.name ?? '',
        title: run.display_title,
        status: run.status ?? '',
        conclusion: run.conclusion ?? undefined,
    };
}
function isFailure(conclusion) {
    return conclusion !== null && !['success', 'skipped', 'neutral'].includes(conclusion);
}


/***/ }),

/***/ 3796:
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

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ waitForImage),
/* harmony export */   z: () => (/* binding */ waitForImages)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _plan_back_off_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4554);
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _plan_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5272);
/* harmony import */ var _ports_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3871);
/* harmony import */ var _all_or_abort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3796);






/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
const label = 'org.opencontainers.image';
/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
function waitForImages(waits, ports) {
    return (0,_all_or_abort_js__WEBPACK_IMPORTED_MODULE_4__/* .allOrAbort */ .j)((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
}
/**
 * Waits until the registry serves an image that is ready.
 * @param signal ends the wait
 * @throws {DeployKitError} `image-never-came` and `image-stale` at the deadline; at once what waiting does
 * not mend: `registry-denied` and its like, `image-platform-missing` of a digest, `image-build-ended`
 */
async function waitForImage(wait, ports, signal) {
    const { image, timeoutSeconds } = wait;
    const { build, clock, reporter } = ports;
    const name = (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image);
    const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = Number.NEGATIVE_INFINITY;
    for (let attempts = 1;; attempts++) {
        // Before the look: a build that failed after its push has left the image all the same.
        const buildFailed = build.failed.aborted;
        const finding = await look(wait, ports.registry, signal);
        if (finding.kind === 'ready')
            return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
        if (buildFailed)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-build-ended', {
                image: name,
                conclusion: String(build.failed.reason),
                'build-run': build.url,
            });
        const asked = finding.kind === 'missing' ? finding.pause : 0;
        const pause = Math.max((0,_plan_back_off_js__WEBPACK_IMPORTED_MODULE_5__/* .pollPause */ .G)(attempts, Math.random()), asked);
        if (waited() + pause > timeoutSeconds)
            throw tooLate(name, finding, waited(), ports);
        if (waited() - reported >= reportEverySeconds - pause) {
            reported = waited();
            const state = finding.kind === 'missing' ? finding.text : finding.problem;
            reporter.info(`${name}: ${state}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`);
        }
        await clock.sleep(pause, interrupted).catch((error) => {
            signal?.throwIfAborted();
            if (!build.failed.aborted)
                throw error;
        });
    }
}
function reportReady(image, { found, description }, effort, reporter) {
    const name = (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image);
    reporter.info(`${name} is there: ${found.digest} (${found.platforms.join(', ')})`);
    const { labels, created } = description;
    return {
        image,
        ...found,
        revision: labels.get(`${label}.revision`),
        created: labels.get(`${label}.created`) ?? created,
        ...effort,
    };
}
// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function look(wait, registry, signal) {
    try {
        const found = await registry.find(wait.image, signal);
        return found === undefined
            ? { kind: 'missing', text: 'not there yet', pause: 0 }
            : await judge(wait, found, registry, signal);
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG) || error.entry !== 'registry-unreachable')
            throw error;
        const pause = error.cause instanceof _ports_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .RetryAfter */ .B ? error.cause.seconds : 0;
        return { kind: 'missing', text: error.why, pause };
    }
}
async function judge({ image, platforms, revision, deep }, found, registry, signal) {
    const platform = missingPlatform(found, platforms);
    // A digest never leads to anything else: only a tag can still get the platform.
    if (platform !== undefined && image.digest !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-platform-missing', {
            image: (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image),
            platform,
            available: found.platforms.join(', '),
        });
    const other = (problem) => ({ kind: 'other', found, problem });
    if (platform !== undefined)
        return other(`it is for ${found.platforms.join(', ')}, not for ${platform}`);
    const exact = { ...image, digest: found.digest };
    const description = (await registry.describe(exact, signal)) ?? {
        labels: new Map(),
        created: undefined,
        healthcheck: false,
    };
    const stale = wrongRevision(description, revision);
    if (stale !== undefined)
        return other(stale);
    const missing = deep === true ? await registry.missingBlobs(exact, platforms, signal) : [];
    return missing.length === 0
        ? { kind: 'ready', found, description }
        : other(`${missing.length} of its layers are missing, such as ${missing[0] ?? ''}`);
}
function missingPlatform(found, wanted) {
    return wanted.find((platform) => !found.platforms.some((available) => (0,_plan_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(platform, available)));
}
function wrongRevision({ labels }, expected) {
    if (expected === undefined)
        return undefined;
    const actual = labels.get(`${label}.revision`);
    if (actual === undefined)
        return `it has no label ${label}.revision`;
    return actual.startsWith(expected) ? undefined : `it was built from ${actual}, not ${expected}`;
}
function tooLate(image, finding, waited, { registry, build }) {
    const values = {
        image,
        seconds: Math.round(waited),
        requests: registry.requests,
        'build-run': build.url === '' ? '' : `: ${build.url}`,
    };
    return finding.kind === 'missing'
        ? (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-never-came', { ...values, answer: finding.text })
        : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}


/***/ }),

/***/ 6460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ watchingBuild),
/* harmony export */   h: () => (/* binding */ unknownBuild)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/** When it is not known who builds the image, or nobody does. */
const unknownBuild = { url: '', failed: new AbortController().signal };
/** A run is asked for no more often than this, in seconds. */
const askEverySeconds = 15;
/**
 * Watches a run beside some work, so that nobody waits for what it will not push. GitHub never holds up
 * the work: a token that may not look, or an API that does not answer, ends the watch and nothing else.
 * @param release names the run; `undefined` when there is none to watch
 */
async function watchingBuild(release, ports, work) {
    if (release === undefined)
        return work(unknownBuild);
    const failed = new AbortController();
    const done = new AbortController();
    void watch(release, failed, done.signal, ports);
    try {
        return await work({ url: release.run.url, failed: failed.signal });
    }
    finally {
        done.abort();
    }
}
async function watch({ repository, run }, failed, done, { github, clock, reporter }) {
    try {
        for (;;) {
            const { conclusion } = await github.run(repository, run.id, done);
            if (conclusion === 'success')
                return;
            if (conclusion !== undefined) {
                failed.abort(conclusion);
                return;
            }
            await clock.sleep(askEverySeconds, done);
        }
    }
    catch (error) {
        if (done.aborted)
            return;
        const why = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
        reporter.debug(`The build's run cannot be seen: ${why}`);
    }
}


/***/ }),

/***/ 4554:
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


/***/ })

};
