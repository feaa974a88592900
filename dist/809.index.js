export const id = 809;
export const ids = [809];
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

/***/ 6809:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   octokitGitHubSettings: () => (/* binding */ octokitGitHubSettings)
/* harmony export */ });
/* harmony import */ var _octokit_github_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2435);

/** Settings of repositories through GitHub's API. */
function octokitGitHubSettings(token, apiUrl, clock) {
    const { octokit, read } = (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .octokitClient */ .f3)(token, apiUrl, clock);
    const { actions, repos } = octokit;
    const find = (repository, path, permission, ask) => read(repository, path, permission, (where) => (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .unlessMissing */ .F2)(ask(where), octokit, where));
    /** Whether a list that an organisation shares with a repository has that name, in any case. */
    const isShared = async (repository, kind, permission, name) => {
        const names = await read(repository, `/actions/organization-${kind}`, permission, (where) => kind === 'secrets'
            ? octokit.paginate(actions.listRepoOrganizationSecrets, { ...where, per_page: 100 })
            : octokit.paginate(actions.listRepoOrganizationVariables, { ...where, per_page: 30 }));
        return names.some((one) => one.name.toUpperCase() === name.toUpperCase());
    };
    return {
        async hasSecret(repository, name, environment) {
            if (environment !== undefined) {
                const path = `/environments/${environment}/secrets/${name}`;
                const found = await find(repository, path, 'Environments: read', (where) => actions.getEnvironmentSecret({
                    ...where,
                    environment_name: environment,
                    secret_name: name,
                }));
                return found !== undefined;
            }
            const permission = 'Secrets: read';
            const found = await find(repository, `/actions/secrets/${name}`, permission, (where) => actions.getRepoSecret({ ...where, secret_name: name }));
            return found !== undefined || isShared(repository, 'secrets', permission, name);
        },
        async hasVariable(repository, name, environment) {
            if (environment !== undefined) {
                const path = `/environments/${environment}/variables/${name}`;
                const found = await find(repository, path, 'Environments: read', (where) => actions.getEnvironmentVariable({ ...where, environment_name: environment, name }));
                return found !== undefined;
            }
            const permission = 'Variables: read';
            const found = await find(repository, `/actions/variables/${name}`, permission, (where) => actions.getRepoVariable({ ...where, name }));
            return found !== undefined || isShared(repository, 'variables', permission, name);
        },
        async environment(repository, name) {
            const found = await find(repository, `/environments/${name}`, 'Actions: read', (where) => repos.getEnvironment({ ...where, environment_name: name }));
            if (found === undefined)
                return undefined;
            const rules = found.data.protection_rules ?? [];
            const reviewers = rules.flatMap((rule) => 'reviewers' in rule ? (rule.reviewers ?? []) : []);
            return { reviewers: reviewers.map(({ reviewer }) => (0,_octokit_github_client_js__WEBPACK_IMPORTED_MODULE_0__/* .reviewerName */ .JG)(reviewer ?? {})) };
        },
        async workflowState(repository, file) {
            const path = `/actions/workflows/${file}`;
            const found = await find(repository, path, 'Actions: read', (where) => actions.getWorkflow({ ...where, workflow_id: file }));
            return found?.data.state;
        },
    };
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
