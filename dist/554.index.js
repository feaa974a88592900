export const id = 554;
export const ids = [554];
export const modules = {

/***/ 6040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ folderAnswer),
/* harmony export */   EG: () => (/* binding */ artifactsAnswer),
/* harmony export */   GC: () => (/* binding */ deploymentAnswer),
/* harmony export */   H2: () => (/* binding */ anyAnswer),
/* harmony export */   HL: () => (/* binding */ fileAnswer),
/* harmony export */   Mn: () => (/* binding */ environmentAnswer),
/* harmony export */   NM: () => (/* binding */ namesAnswer),
/* harmony export */   Uj: () => (/* binding */ runAnswer),
/* harmony export */   W7: () => (/* binding */ zipAnswer),
/* harmony export */   XQ: () => (/* binding */ repositoryAnswer),
/* harmony export */   dC: () => (/* binding */ approvalsAnswer),
/* harmony export */   gJ: () => (/* binding */ startedAnswer),
/* harmony export */   qV: () => (/* binding */ failedJobsAnswer),
/* harmony export */   sM: () => (/* binding */ workflowAnswer),
/* harmony export */   zf: () => (/* binding */ runsAnswer)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);
/* harmony import */ var _text_one_line_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9180);


// What the chain reads of GitHub's answers, in GitHub's names: https://github.com/github/rest-api-description
/** What people wrote, fit for a line of the log. */
const words = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(_text_one_line_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .T));
const repositoryAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ default_branch: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
/** The files of a folder; none when the path leads to a file. */
const folderAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ path: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
    valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ type: valibot__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz('file') }), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(() => [])),
]);
/** With the media type `raw`: the text itself. */
const fileAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP();
const runAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    html_url: words,
    name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(words, ''),
    display_title: words,
    status: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(words, ''),
    conclusion: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(words),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((run) => ({
    id: run.id,
    url: run.html_url,
    workflow: run.name,
    title: run.display_title,
    status: run.status,
    conclusion: run.conclusion ?? undefined,
})));
const runsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ workflow_runs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(runAnswer) });
const conclusion = valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(words);
/** The jobs that did not succeed. */
const failedJobsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    jobs: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
        name: words,
        html_url: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(words, ''),
        conclusion,
        steps: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: words, conclusion })), []),
    })),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ jobs }) => jobs.filter(isFailure).map(({ name, html_url, steps }) => ({
    name,
    url: html_url,
    step: steps.find(isFailure)?.name,
}))));
function isFailure(ended) {
    return !['success', 'skipped', 'neutral'].includes(ended.conclusion ?? 'success');
}
/** Somebody who may approve: a login, or `team <slug>`. */
const reviewer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    reviewer: valibot__WEBPACK_IMPORTED_MODULE_0__/* .nullish */ .cl6(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ login: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(words), slug: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(words, '') }), {}),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ reviewer: { login, slug } }) => login ?? `team ${slug}`));
const approvalsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    environment: valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(words, '') }),
    reviewers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(reviewer),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ environment, reviewers }) => ({
    environment: environment.name,
    reviewers,
}))));
/** An environment, with everybody who may approve its jobs. */
const environmentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    protection_rules: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ reviewers: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(reviewer), []) })), []),
}), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi(({ protection_rules: rules }) => ({
    reviewers: rules.flatMap(({ reviewers }) => reviewers),
})));
const workflowAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ state: words });
/** Secrets or variables. */
const namesAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }));
/** A GitHub Enterprise Server that does not know the parameter answers 204 without a body. */
const startedAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .fallback */ .NpB(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ workflow_run_id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()) }), {});
const deploymentAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig() });
const artifactsAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    artifacts: valibot__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(), name: valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), expired: valibot__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() })),
});
const zipAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .instance */ .KJ$(ArrayBuffer), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((bytes) => new Uint8Array(bytes)));
/** For requests whose answer says nothing that is needed. */
const anyAnswer = valibot__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J();


/***/ }),

/***/ 8453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ GitHubRequests),
  t: () => (/* binding */ apiFailure)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/github/plan/github-retry.js
/** A limit that ends within this many seconds is waited for. */
const patienceSeconds = 300;
/** The last moment that a `Date` can hold, in milliseconds: a garbled header may lead beyond it. */
const endOfTime = 8.64e15;
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
        : { kind: 'exhausted', until: new Date(Math.min(now.getTime() + pause * 1000, endOfTime)) };
}

// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
;// CONCATENATED MODULE: ./build/src/github/plan/token-kind.js
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

;// CONCATENATED MODULE: ./build/src/github/outside/github-requests.js





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
     * @param schema what the answer must look like, as far as it is used
     * @returns what the schema makes of the answer
     * @throws {DeployKitError} one of the `github-…` entries; `github-unconfirmed` when a request that
     * must not be repeated may have been carried out
     */
    async send(request, schema, send, signal) {
        const { data } = await this.#answer(request, send, signal);
        const result = dist/* safeParse */.xLC(schema, data);
        if (result.success)
            return result.output;
        // Not what was received: that may be a whole page.
        const [issue] = result.issues;
        const problem = `${dist/* getDotPath */.BuJ(issue) ?? 'it'} should be ${issue.expected ?? issue.type}`;
        throw (0,errors/* failure */.V2)('github-answer-invalid', { request: request.name, problem });
    }
    async #answer(request, send, signal) {
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
    const said = response?.data?.message;
    return {
        status: response === undefined ? 0 : status,
        message: (0,one_line/* oneLine */.T)(typeof said === 'string' ? said : (message ?? String(error))),
        headers: response?.headers ?? {},
        neverArrived: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED)$/.test(cause?.cause?.code ?? ''),
    };
}


/***/ }),

/***/ 2482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ unlessMissing),
/* harmony export */   f: () => (/* binding */ octokitClient)
/* harmony export */ });
/* harmony import */ var _octokit_rest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1267);
/* harmony import */ var _github_requests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8453);
/* harmony import */ var _net_outside_read_body_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4982);



/** An answer that takes longer will not come. */
const requestTimeoutMilliseconds = 30_000;
/** A longer answer is none that the chain asks for: outputs of a run are small. */
const maxBodyBytes = 32 * 1024 * 1024;
/** The client for one token, at the API address of the server that runs the workflow. */
function octokitClient(token, apiUrl, clock) {
    const octokit = new _octokit_rest__WEBPACK_IMPORTED_MODULE_1__/* .Octokit */ .E({
        auth: token,
        baseUrl: apiUrl,
        log: silent,
        request: { fetch: fetchWhole, log: silent },
    });
    octokit.hook.before('request', (options) => {
        const given = options.request.signal;
        const timeout = AbortSignal.timeout(requestTimeoutMilliseconds);
        options.request.signal = given === undefined ? timeout : AbortSignal.any([given, timeout]);
    });
    const requests = new _github_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubRequests */ ._(token, clock);
    const sender = (method, repeatable) => (repository, path, permission, schema, send, signal) => requests.send({ name: `${method} /repos/${repository}${path}`, repository, permission, repeatable }, schema, () => send(ownerAndName(repository)), signal);
    return { octokit, read: sender('GET', true), write: sender('POST', false) };
}
function ownerAndName(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}
/** What `answer` gives; `undefined` as its data where GitHub says 404 though the token sees the repository. */
async function unlessMissing(answer, octokit, where) {
    try {
        return await answer;
    }
    catch (error) {
        if ((0,_github_requests_js__WEBPACK_IMPORTED_MODULE_0__/* .apiFailure */ .t)(error).status !== 404)
            throw error;
        // No such thing, or no such repository for this token: only the latter is refused here too.
        await octokit.repos.get(where);
        return { data: undefined };
    }
}
// Octokit takes an answer that was broken off for an empty one.
const fetchWhole = async (input, init) => {
    const answer = await fetch(input, init);
    const body = await (0,_net_outside_read_body_js__WEBPACK_IMPORTED_MODULE_2__/* .readBody */ .x)(answer, maxBodyBytes);
    const { status, headers, url } = answer;
    const whole = new Response(body.length === 0 ? null : new Uint8Array(body), { status, headers });
    // Octokit finds the next page by it.
    return Object.defineProperty(whole, 'url', { value: url });
};
const nothing = () => undefined;
// Octokit prints warnings of its own; ours say more.
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };


/***/ }),

/***/ 3554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   octokitGitHubSettings: () => (/* binding */ octokitGitHubSettings)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _github_answers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6040);
/* harmony import */ var _octokit_client_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2482);



/** Settings of repositories through GitHub's API. */
function octokitGitHubSettings(token, apiUrl, clock) {
    const client = (0,_octokit_client_js__WEBPACK_IMPORTED_MODULE_1__/* .octokitClient */ .f)(token, apiUrl, clock);
    return {
        hasSecret: (...place) => hasSecret(client, ...place),
        hasVariable: (...place) => hasVariable(client, ...place),
        environment: (...place) => environment(client, ...place),
        workflowState: (...place) => workflowState(client, ...place),
    };
}
async function hasSecret(client, ...[repository, name, environment, signal]) {
    const { actions } = client.octokit;
    const question = { repository, permission: 'Secrets: read', signal };
    if (environment !== undefined)
        return isThere(client, {
            ...question,
            permission: 'Environments: read',
            path: `/environments/${environment}/secrets/${name}`,
        }, (where) => actions.getEnvironmentSecret({
            ...where,
            environment_name: environment,
            secret_name: name,
        }));
    const path = `/actions/secrets/${name}`;
    const own = await isThere(client, { ...question, path }, (where) => actions.getRepoSecret({ ...where, secret_name: name }));
    if (own)
        return true;
    const shared = { ...question, path: '/actions/organization-secrets' };
    return isShared(client, shared, name, (where) => client.octokit.paginate(actions.listRepoOrganizationSecrets, { ...where, per_page: 100 }));
}
async function hasVariable(client, ...[repository, name, environment, signal]) {
    const { actions } = client.octokit;
    const question = { repository, permission: 'Variables: read', signal };
    if (environment !== undefined)
        return isThere(client, {
            ...question,
            permission: 'Environments: read',
            path: `/environments/${environment}/variables/${name}`,
        }, (where) => actions.getEnvironmentVariable({ ...where, environment_name: environment, name }));
    const path = `/actions/variables/${name}`;
    const own = await isThere(client, { ...question, path }, (where) => actions.getRepoVariable({ ...where, name }));
    if (own)
        return true;
    const shared = { ...question, path: '/actions/organization-variables' };
    return isShared(client, shared, name, (where) => client.octokit.paginate(actions.listRepoOrganizationVariables, { ...where, per_page: 30 }));
}
function environment(client, ...[repository, name, signal]) {
    const { repos } = client.octokit;
    const question = { repository, path: `/environments/${name}`, permission: actionsRead, signal };
    return askUnlessMissing(client, question, _github_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentAnswer */ .Mn, (where) => repos.getEnvironment({ ...where, environment_name: name }));
}
async function workflowState(client, ...[repository, file, signal]) {
    const { actions } = client.octokit;
    const path = `/actions/workflows/${file}`;
    const question = { repository, path, permission: actionsRead, signal };
    const found = await askUnlessMissing(client, question, _github_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .workflowAnswer */ .sM, (where) => actions.getWorkflow({ ...where, workflow_id: file }));
    return found?.state;
}
const actionsRead = 'Actions: read';
function ask({ read }, { repository, path, permission, signal }, schema, send) {
    const whole = (where) => send({ ...where, request: { signal } });
    return read(repository, path, permission, schema, whole, signal);
}
function askUnlessMissing(client, question, schema, send) {
    return ask(client, question, valibot__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lqM(schema), (where) => (0,_octokit_client_js__WEBPACK_IMPORTED_MODULE_1__/* .unlessMissing */ .F)(send(where), client.octokit, where));
}
async function isThere(client, question, send) {
    return (await askUnlessMissing(client, question, _github_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .anyAnswer */ .H2, send)) !== undefined;
}
/** Whether a list that an organisation shares with a repository has that name, in any case. */
async function isShared(client, question, name, list) {
    const names = await ask(client, question, _github_answers_js__WEBPACK_IMPORTED_MODULE_0__/* .namesAnswer */ .NM, async (where) => ({
        data: await list(where),
    }));
    return names.some((one) => one.name.toUpperCase() === name.toUpperCase());
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
