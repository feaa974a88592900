export const id = 134;
export const ids = [134];
export const modules = {

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ announceInputs),
/* harmony export */   c: () => (/* binding */ deploymentTokenInputs)
/* harmony export */ });
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);
/* harmony import */ var _inputs_kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An address that is itself a secret: no message shows it. */
const webhookUrl = {
    describe: 'URL',
    parse(value) {
        const url = URL.canParse(value) ? new URL(value) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol))
            throw new _inputs_kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S('must be addresses with https, one a line');
        return url;
    },
};
/** Who is told of a deploy: the same in every action that changes what is live. */
const announceInputs = {
    notify: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('list of URLs, one a line', webhookUrl),
        secret: true,
        description: 'Incoming webhooks that are told of start, success, failure and rollback: of Slack, Discord, Teams, or any other, which gets JSON. One that does not answer is a warning.',
    },
    environment: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Records a deployment of that name on GitHub, with its statuses; needs `permissions: deployments: write`. Leave it out where the job has `environment:`, which makes one by itself.',
    },
    environmentUrl: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Where what was deployed can be looked at; for the deployment and the messages.',
    },
};
/** What records the deployment, in actions that have no other use for a token. */
const deploymentTokenInputs = {
    githubToken: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Records the deployment, where `environment` is set.',
    },
};


/***/ }),

/***/ 95:
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
;// CONCATENATED MODULE: ./build/src/announce/plan/news.js
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
        case 'gave-way':
            return `${what} was not deployed to ${where}: a newer release is live. ${runUrl}`;
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

;// CONCATENATED MODULE: ./build/src/announce/announce.js


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
            'gave-way': 'inactive',
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
 * @param endOf what its result means
 * @throws what the work throws
 */
async function announcing(announcers, facts, reporter, work, endOf) {
    await announce(announcers, { ...facts, kind: 'started', error: undefined }, reporter);
    return announcingFailure(announcers, facts, reporter, async () => {
        const result = await work();
        await announce(announcers, { ...facts, kind: endOf(result), error: undefined }, reporter);
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

/***/ 1917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ announced),
  d: () => (/* binding */ connectAnnouncers)
});

// EXTERNAL MODULE: ./build/src/announce/announce.js + 1 modules
var announce = __webpack_require__(95);
// EXTERNAL MODULE: ./build/src/local/outside/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(5693);
;// CONCATENATED MODULE: ./build/src/announce/outside/fetch-webhook.js
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

// EXTERNAL MODULE: ./build/src/connect/lazy-github.js
var lazy_github = __webpack_require__(7382);
;// CONCATENATED MODULE: ./build/src/connect/connect-announcers.js




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
    const github = await (0,lazy_github/* lazyGitHub */.e)(githubToken ?? '', apiUrl, clock)();
    const known = Number((0,actions_reporter/* savedState */.f)(deploymentState));
    const deployments = (0,announce/* deploymentAnnouncer */.Bs)(github, known > 0 ? known : undefined, (id) => {
        reporter.saveState(deploymentState, String(id));
    });
    return [...webhooks, deployments];
}
/**
 * Tells everybody whom the inputs name of the start and the end of some work.
 * @param subject what becomes live by it
 * @throws what the work throws
 */
async function announced(inputs, subject, context, ports, work) {
    const announcers = await connectAnnouncers(inputs, inputs.githubToken, { ...context, ...ports });
    const facts = (0,announce/* deployFacts */.lo)(inputs, subject, context);
    return (0,announce/* announcing */.RQ)(announcers, facts, ports.reporter, work, ({ gaveWay }) => gaveWay ? 'gave-way' : 'succeeded');
}


/***/ }),

/***/ 2825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ deploymentOutputs)
/* harmony export */ });
/** The outputs of a deploy: the same in deploy-compose and in the root action. */
const deploymentOutputs = {
    release: { description: 'The id of the release that is live on the server.' },
    version: {
        description: 'The version that is live, for example `sha-1a2b3c4d5e6f`; empty when a newer release is.',
    },
    previous: {
        description: 'The id of the release that was live before; empty when there was none.',
    },
    changed: {
        description: '`false` when the release was live already, unchanged, or a newer one is: then nothing was touched.',
    },
    journal: {
        description: "The line that the deploy added to the server's journal, as JSON.",
    },
    seconds: { description: 'How long it took.' },
};


/***/ }),

/***/ 2601:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ hostReporter)
/* harmony export */ });
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
        notice: (title, message) => {
            reporter.notice(`${host}: ${title}`, message);
        },
        warning: (title, message) => {
            reporter.warning(`${host}: ${title}`, message);
        },
    };
}


/***/ }),

/***/ 4195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ renderHosts)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(492);

/** The servers as a Markdown table. */
function renderHosts(version, outcomes) {
    const failed = outcomes.some(({ state }) => state === 'failed');
    const words = (state) => failed && state === 'live' ? 'restored' : state;
    return [
        `## ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(version)} on ${outcomes.length} servers`,
        '',
        '| server | outcome | |',
        '| --- | --- | --- |',
        ...outcomes.map(({ host, state, detail }) => `| ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(host)} | ${words(state)} | ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(detail)} |`),
        '',
    ].join('\n');
}


/***/ }),

/***/ 8399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ takeBack)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/server/plan/program-head.js
var program_head = __webpack_require__(148);
// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
// EXTERNAL MODULE: ./build/src/server/read-history.js + 1 modules
var read_history = __webpack_require__(4312);
// EXTERNAL MODULE: ./build/src/server/run-plan.js + 5 modules
var run_plan = __webpack_require__(6308);
// EXTERNAL MODULE: ./build/src/deploy/plan/registry-login.js
var registry_login = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/src/server/plan/program-timeout.js
var program_timeout = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/src/server/plan/settle-plan.js
var settle_plan = __webpack_require__(7132);
;// CONCATENATED MODULE: ./build/src/deploy/plan/take-back-plan.js


/**
 * The plan that restores what ran before a release, unless another one is live by now. A program that is still
 * at work on that release stops before its next step, and is waited for: nothing of it comes live afterwards.
 * @param attempt tells it from others that take the same release back: hex digits
 */
function planTakeBack(head, release, attempt) {
    const { settings } = head;
    return {
        head: { ...head, kind: 'take-back', releaseId: `${release}-take-back-${attempt}` },
        subject: release,
        steps: [
            // Before anything is waited for: whatever fails meanwhile does not return to it.
            { title: `Reject ${release}`, command: ['reject', release] },
            { title: `End the deploy of ${release}`, command: ['end_deploy', release] },
            // However long a program of somebody else may last: nobody else will take it back.
            (0,settle_plan/* takeLock */.HJ)({ ...settings, lockTimeoutSeconds: (0,program_timeout/* programTimeout */._)(head) }),
            settle_plan/* settleStep */.UV,
            { title: `Restore what ran before ${release}`, command: ['take_back', release] },
        ],
        ending: ['settled'],
    };
}

;// CONCATENATED MODULE: ./build/src/deploy/take-back.js









/** How often it is begun at most. */
const mostTries = 3;
/** What ended its program from outside, or kept it away, does not speak against another one. */
const passing = new Set(['upload-failed', 'program-ended-early']);
/**
 * Restores what ran before a release on one server, also where its program is still at work. From the start of
 * its own program on the server needs nobody any more; where that one is ended from outside, another one follows.
 * @returns the release that is live again, empty where none of ours is; `undefined` when there was nothing to
 * take back, because it failed by itself or another one followed
 * @throws {DeployKitError} why it could not be taken back, with why it was to be
 */
async function takeBack(rejected, ports) {
    const { releaseId } = rejected;
    let wasLive = false;
    for (let tries = 1;; tries += 1) {
        const { ready, hasArrived } = await findRelease(rejected, ports);
        wasLive ||= ready.current === releaseId;
        try {
            const live = hasArrived || wasLive ? await runTakeBack(rejected, ready, wasLive, ports) : undefined;
            if (live === undefined)
                ports.reporter.info(`Release ${releaseId} is not live: nothing to take back`);
            return live;
        }
        catch (error) {
            if (!(error instanceof errors/* DeployKitError */.mG) || !passing.has(error.entry) || tries >= mostTries)
                throw error;
            ports.reporter.info(`${error.message} The release is taken back once more …`);
        }
    }
}
/** For how long Docker's engine is waited for, which starts after the SSH server does. */
const engineSeconds = 120;
async function findRelease(rejected, { server, clock, reporter }) {
    const { releaseId, path } = rejected;
    const folder = `.deploy-kit/releases/${releaseId}`;
    const deadline = clock.now().getTime() + engineSeconds * 1000;
    for (;;) {
        try {
            // The upload's last act is to take `.part` from the name: asked for in this order, one of them is seen.
            const facts = await (0,probe_server/* probeServer */._)(server, path, [`${folder}.part`, folder]);
            const ready = (0,check_server/* checkServer */.i6)(facts, server.name);
            const isThere = ready.existing.has(folder) || ready.existing.has(`${folder}.part`);
            return { ready, hasArrived: isThere || (await wasThere(releaseId, ready, server)) };
        }
        catch (error) {
            const mayStart = error instanceof errors/* DeployKitError */.mG && error.entry === 'docker-not-running';
            if (!mayStart || clock.now().getTime() >= deadline)
                throw stillThere(error, rejected, {
                    state: 'unknown',
                    why: `release ${releaseId} may be live.`,
                });
            reporter.info(`${error.message} Looking again …`);
            await clock.sleep(5);
        }
    }
}
/** Whether the release was live, and is not kept any more: it is rejected all the same. */
async function wasThere(releaseId, ready, server) {
    const { journal } = await (0,read_history/* readHistory */.L)(server, ready);
    return journal.some(({ release }) => release === releaseId);
}
async function runTakeBack(rejected, ready, wasLive, ports) {
    const { releaseId: release } = rejected;
    const head = (0,program_head/* programHead */.t)({ ...rejected, kind: 'take-back', revision: '' }, ready);
    const attempt = (0,external_node_crypto_.randomBytes)(2).toString('hex');
    try {
        const { outcome, live, reason } = await (0,run_plan/* runPlan */.F)(planTakeBack(head, release, attempt), ports, {
            entries: (0,registry_login/* accountEntries */.iE)(rejected.login),
            base: '',
        });
        const [, good] = /^rejected (.*)$/.exec(reason ?? '') ?? [];
        if (good !== undefined)
            throw rejectedToo(release, live, good);
        return outcome !== 'same' || wasLive ? live : undefined;
    }
    catch (error) {
        if (error instanceof errors/* DeployKitError */.mG && error.entry === 'release-superseded') {
            if (wasLive)
                throw error;
            return undefined;
        }
        throw stillThere(error, rejected, wasLive
            ? { state: 'new-release', release }
            : { state: 'unknown', why: `release ${release} may come live.` });
    }
}
/** @param good the newest release that nobody has rejected; empty where there is none */
function rejectedToo(release, live, good) {
    const way = good === '' ? 'deploy a release that is good' : `roll back with \`to: ${good}\``;
    const hostState = { state: 'restored', release: live };
    return (0,errors/* failure */.V2)('former-release-rejected', { release, live, way }, { hostState });
}
/** An error that says nothing of the server leaves it as it was: with the release that was to go. */
function stillThere(error, { reason }, left) {
    if (!(error instanceof errors/* DeployKitError */.mG))
        return error;
    const hostState = error.hostState.state === 'unchanged' ? left : error.hostState;
    return error.leaving(hostState, [`It was to be taken back: ${reason}`]);
}


/***/ }),

/***/ 148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ programHead)
/* harmony export */ });
/** The head of a program for that purpose on a server that was looked at. */
function programHead(purpose, { path, compose, sudo, dockerHost, }, services = {
    managedKeys: [],
    allow: [],
    rolled: [],
    proxies: [],
    startSeconds: 0,
}) {
    const { kind, releaseId, version, revision, actor, runUrl, settings } = purpose;
    return {
        ...{ kind, releaseId, version, revision, actor, runUrl, settings },
        ...{ path, composeCommand: compose.command, sudo, dockerHost },
        ...services,
    };
}


/***/ }),

/***/ 8307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ programTimeout)
/* harmony export */ });
// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
/** How long a program is followed, in seconds. */
function programTimeout({ settings, startSeconds, }) {
    const once = 2 * settings.healthTimeoutSeconds + startSeconds + settings.drainSeconds + 60;
    const own = 5 * settings.hookTimeoutSeconds + 2 * settings.migrationTimeoutSeconds;
    return settings.lockTimeoutSeconds + 6 * once + own + 3600;
}


/***/ }),

/***/ 7576:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ renderProgram)
/* harmony export */ });
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3096);
/* harmony import */ var _rolled_service_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9037);
/* harmony import */ var _text_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(694);



/** How long one image may take to arrive, in seconds. */
const pullTimeoutSeconds = 1800;
/** How long the engine may take to answer what needs no work of it, in seconds. */
const engineLimitSeconds = 60;
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
        ['docker_host', head.dockerHost],
        ['managed_keys', head.managedKeys.join(' ')],
        ['allow', head.allow.join(' ')],
        ['rolled', (0,_rolled_service_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .q)(head.rolled).join(' ')],
        ['proxies', head.proxies.join(' ')],
        ['health_timeout', whole(settings.healthTimeoutSeconds)],
        ['start_seconds', whole(head.startSeconds)],
        ['stable_seconds', whole(settings.stableSeconds)],
        ['drain_seconds', whole(settings.drainSeconds)],
        ['hook_timeout', whole(settings.hookTimeoutSeconds)],
        ['migration_timeout', whole(settings.migrationTimeoutSeconds)],
        ['engine_limit', whole(engineLimitSeconds)],
        ['pull_timeout', whole(pullTimeoutSeconds)],
        // Requests that have begun are never cut off.
        ['keep_warm_seconds', whole(Math.max(settings.keepWarmSeconds, settings.drainSeconds))],
        ['confirm_within', whole(settings.confirmWithinSeconds)],
        ['keep_releases', String(settings.keepReleases)],
    ];
    return [
        '#!/bin/sh',
        '# Written by deploy-kit for one run. The plan of this release stands at the end.',
        ...variables.map(([name, value]) => `${name}=${(0,_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(value)}`),
        '',
        _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .ez,
        '# --- the plan ---',
        '',
        ...steps.flatMap(renderStep),
        ending.map(quoteArgument).join(' '),
        '',
    ].join('\n');
}
function renderStep({ title, command, undo }) {
    const line = `step ${(0,_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(title)} ${command.map(quoteArgument).join(' ')}`;
    return undo === undefined ? [line] : [`undo_with ${undo}`, line];
}
function quoteArgument(argument) {
    return /^[A-Za-z0-9_-]+$/.test(argument) ? argument : (0,_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(argument);
}


/***/ }),

/***/ 9037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ rolledWords)
/* harmony export */ });
/** `web=2` for each, as the program writes them. */
function rolledWords(services) {
    return services.map(({ name, replicas }) => `${name}=${replicas}`);
}


/***/ }),

/***/ 7132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   UV: () => (/* binding */ settleStep),
/* harmony export */   Z2: () => (/* binding */ planSettle)
/* harmony export */ });
/** The lock excludes every other program of the folder. */
function takeLock({ lockTimeoutSeconds }) {
    return { title: 'Take the lock', command: ['take_lock', String(Math.ceil(lockTimeoutSeconds))] };
}
/** What an interrupted program left is restored before anything new begins. */
const settleStep = {
    title: 'Settle what an interrupted deploy left',
    command: ['settle'],
};
/** The plan that settles what an interrupted program left, and does nothing else. */
function planSettle(interrupted) {
    const head = {
        ...interrupted,
        kind: 'settle',
        releaseId: `${interrupted.releaseId}-settle`,
    };
    const steps = [takeLock(head.settings), settleStep];
    return { head, subject: interrupted.releaseId, steps, ending: ['settled'] };
}


/***/ }),

/***/ 4312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ readHistory)
});

// EXTERNAL MODULE: ./build/src/server/look-at.js
var look_at = __webpack_require__(2126);
// EXTERNAL MODULE: ./build/src/server/plan/docker-way.js
var docker_way = __webpack_require__(4643);
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
        startSeconds: dist/* optional */.lqM(dist/* number */.aig(), 0),
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
        rejected: all('rejected').length > 0,
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




/**
 * Reads which releases the server has and what happened there.
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
function readHistory(server, ready) {
    return (0,look_at/* lookAt */.t)(server, {
        script: scripts/* history */.b6,
        args: [ready.path, (0,docker_way/* dockerWay */.mS)(ready)],
        read: ({ stdout }) => parseHistory(stdout),
    });
}


/***/ }),

/***/ 6308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ runPlan)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/local/plan/text-entry.js
var text_entry = __webpack_require__(6415);
// EXTERNAL MODULE: ./build/src/errors/deploy-kit-error.js + 1 modules
var deploy_kit_error = __webpack_require__(9572);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/registry/plan/registry-refusal.js + 1 modules
var registry_refusal = __webpack_require__(2968);
;// CONCATENATED MODULE: ./build/src/server/plan/program-failure.js




/**
 * The error of a program that did not commit: the step's own reason, and what is live now.
 * @param details the last lines of the containers or tools
 */
function explainProgramEnd(end, server, path, details) {
    const hostState = hostStateOf(end);
    const name = end.error !== undefined && end.error in errors/* catalogue */.sW ? end.error : 'internal-error';
    const values = { host: server.name, user: server.user, path, ...end.values };
    const error = diagnose(name, values, details, hostState);
    // With a silent engine there was no restoring that could fail.
    if (end.outcome !== 'unknown' || name === 'docker-not-answering')
        return error;
    return (0,errors/* failure */.V2)('restore-failed', {
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
const fullDisk = new Set([
    'image-pull-failed',
    'internal-error',
    'path-not-writable',
]);
function diagnose(name, values, details, hostState) {
    const message = values.message ?? '';
    const lines = details.map((line) => line.replace(/^[^|]* \| /, ''));
    const found = (0,errors/* recognise */.GJ)([message, ...lines].join('\n'));
    // What an app or a hook logs is no more than a hint.
    const own = details.flatMap((line, index) => /^(compose|restore|docker pull [^|]*) \| /.test(line) ? (lines[index] ?? []) : []);
    const known = (0,errors/* recognise */.GJ)([message, ...own].join('\n'));
    // A full disk shows in whatever tool met it first.
    const isCause = toolFailures.includes(name) || (fullDisk.has(name) && known?.entry === 'disk-full');
    const cause = isCause ? known : undefined;
    if (cause !== undefined)
        return new deploy_kit_error/* DeployKitError */.mG(cause.entry, { ...values, file: 'compose.yml', directory: values.path ?? '', ...cause.values }, { details, hostState });
    // Nothing but files is touched without a word of why it failed.
    if (name === 'internal-error' && known?.entry === 'file-permission-denied')
        return new deploy_kit_error/* DeployKitError */.mG('path-not-writable', values, { details, hostState });
    if (name === 'image-pull-failed') {
        const refused = pullRefusal(values, details, hostState);
        if (refused !== undefined)
            return refused;
    }
    return new deploy_kit_error/* DeployKitError */.mG(name, values, { details, hostState, looksLike: found });
}
// The registry's own words, where they are clear; else the server's message must do.
function pullRefusal({ image: text = '', message = '', host = '' }, details, hostState) {
    const image = (0,image_reference/* parseImageReference */.o_)(text);
    if (image === undefined)
        return undefined;
    const asked = { anonymous: false, loginRefused: false };
    const { entry, remedy } = (0,registry_refusal/* recogniseRefusal */.yD)(image, message, 'pull', asked);
    if (entry === 'registry-denied')
        return undefined;
    const values = { registry: image.registry, image: (0,image_reference/* imageName */.tO)(image), message, remedy };
    return (0,errors/* failure */.V2)(entry, { ...values, who: `the server ${host}` }, { details, hostState });
}
function hostStateOf({ outcome, live, reason, error }) {
    switch (outcome) {
        case 'committed':
        case 'same':
        case 'outdated':
            return { state: 'new-release', release: live };
        case 'settled':
        case 'restored':
            if (reason === 'nothing-ran')
                return { state: 'restored', release: 'nothing, as before' };
            if (reason?.startsWith('rejected ') === true)
                return { state: 'restored', release: `${live}, which its own job has rejected` };
            return { state: 'restored', release: live || 'what ran before the first deploy' };
        case 'unchanged':
            return errors/* unchanged */.Cv;
        case 'unknown':
            return {
                state: 'unknown',
                why: error === 'docker-not-answering'
                    ? "without Docker's engine nothing can be restored; the next deploy settles it."
                    : `restoring failed: ${reason ?? 'no reason was given'}`,
            };
    }
}

// EXTERNAL MODULE: ./build/src/server/plan/program-timeout.js
var program_timeout = __webpack_require__(8307);
// EXTERNAL MODULE: ./build/src/server/plan/render-program.js
var render_program = __webpack_require__(7576);
// EXTERNAL MODULE: ./build/src/server/plan/settle-plan.js
var settle_plan = __webpack_require__(7132);
;// CONCATENATED MODULE: ./build/src/server/progress-report.js
/** As many log lines of a failure as a tired reader wants to see: those of three services. */
const keptLines = 60;
/** After how long without a word from the program people are told that it still goes on. */
const quietSeconds = 12;
/** Shows a program's events as they come: one log group a step, what it waits for, its tools' lines. */
class ProgressReport {
    #reporter;
    #clock;
    #steps = [];
    #lines = [];
    #current = 'start';
    #begun;
    #heard;
    #journal = '';
    #failed = false;
    #closeGroup;
    constructor(reporter, clock) {
        this.#reporter = reporter;
        this.#clock = clock;
        this.#begun = this.#heard = this.#now;
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
    /**
     * Shows that it still goes on wherever nothing has come from the program for a while, whatever the connection does.
     * @param signal ends it
     */
    async breakSilence(signal) {
        while (!signal.aborted) {
            const rest = quietSeconds - (this.#now - this.#heard);
            if (rest > 0) {
                await this.#clock.sleep(rest, signal).catch(() => undefined);
                continue;
            }
            this.#heard = this.#now;
            this.#reporter.info(`Still at: ${this.#current} (${Math.round(this.#now - this.#begun)} s)`);
        }
    }
    take(event) {
        this.#heard = this.#now;
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
            case 'say':
                this.#reporter.info(event.text);
                break;
            case 'settle':
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
    get #now() {
        return this.#clock.now().getTime() / 1000;
    }
    #open(title) {
        this.close();
        this.#begun = this.#now;
        this.#current = title;
        this.#closeGroup = this.#reporter.openGroup(title);
    }
}

// EXTERNAL MODULE: ./build/src/ssh/host.js
var host = __webpack_require__(3356);
// EXTERNAL MODULE: ./build/src/ssh/plan/passing.js
var passing = __webpack_require__(6345);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/server/plan/program-event.js

const at = dist/* number */.aig();
const program_event_text = dist/* string */.YjP();
const programEvent = dist/* variant */.Oxt('event', [
    dist/* object */.Ikc({ event: dist/* literal */.euz('step'), at, title: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('step-done'), at, title: program_event_text, seconds: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('log'), at, source: program_event_text, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('waiting'), at, for: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('settle'), at, release: program_event_text }),
    /** What the log should tell. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('say'), at, text: program_event_text }),
    /** What people should know, without being a failure. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('note'), at, title: program_event_text, text: program_event_text }),
    /** The line that the program added to the server's journal. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('journal'), at, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('failed'), at, step: program_event_text, error: program_event_text }),
    dist/* object */.Ikc({
        event: dist/* literal */.euz('end'),
        at,
        outcome: dist/* picklist */.KIO([
            'committed',
            'same',
            // It gave way to a newer one.
            'outdated',
            'settled',
            'unchanged',
            'restored',
            'unknown',
        ]),
        /** The release that is live now; empty when it is none of ours. */
        live: program_event_text,
        step: dist/* optional */.lqM(program_event_text),
        error: dist/* optional */.lqM(program_event_text),
        values: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), program_event_text)),
        /** Why restoring failed too, or what ran before is not well. */
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

;// CONCATENATED MODULE: ./build/src/server/event-log.js

/** The events so far: counts lines, so that a new connection goes on where the last one ended. */
class EventLog {
    seen = 0;
    end;
    #onEvent;
    #finish = () => undefined;
    #ended = new Promise((resolve) => {
        this.#finish = resolve;
    });
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    untilEnd() {
        return this.#ended;
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
        this.#finish();
    }
}

// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
;// CONCATENATED MODULE: ./build/src/server/run-program.js





const finishesAlone = {
    state: 'unknown',
    why: 'the program on the server finishes by itself; its journal tells how.',
};
const underWay = {
    state: 'unknown',
    why: 'what was sent is still on its way there, and may be carried out.',
};
/** For how long an upload whose connection was lost may go on. */
const arrivalSeconds = 120;
const brokenOff = 'the connection was lost during the upload';
/**
 * Uploads a program, starts it detached on the server and follows it to its end, over as many
 * connections as it takes.
 * @param onEvent called for each event, in order, once
 * @returns the last event; `undefined` when the program was ended from outside
 * @throws {DeployKitError} `upload-failed`, `release-folder-removed`, `ssh-connection-lost`, or an `ssh-…` entry where there was no connection to
 * begin with
 */
async function runProgram(run, ports, onEvent) {
    const log = new EventLog(onEvent);
    const start = `${scripts/* receive */.uZ}\nset -- "$path" "$release" 1\n${scripts/* follow */.e6}`;
    const stdin = ports.archiver.pack(run.entries);
    const args = [run.path, run.releaseId, run.base];
    const started = await attempt(ports, log, run, start, args, stdin);
    if (started?.code === 70)
        throw refusal(started.stderr, run, ports);
    if (log.end !== undefined)
        return log.end;
    return followAgain(run, ports, log, started !== undefined);
}
/** Follows a program that runs already, or ended meanwhile. */
async function followAgain(run, ports, log, connected) {
    // A connection that ended in order has seen all events but those written in the last moment.
    let misses = connected ? 1 : 0;
    const begun = ports.clock.now().getTime();
    const deadline = begun + run.timeoutSeconds * 1000;
    const arrived = begun + arrivalSeconds * 1000;
    while (ports.clock.now().getTime() < deadline) {
        const args = [run.path, run.releaseId, String(log.seen + 1)];
        const result = await attempt(ports, log, run, scripts/* follow */.e6, args).catch((error) => {
            throw unfollowed(error, run, ports);
        });
        if (log.end !== undefined)
            return log.end;
        if (result?.code === 71) {
            if (log.seen > 0)
                throw removed(run, ports);
            // The release folder appears as the last act of the upload, which may still be under way.
            misses += 1;
            if (misses > 5)
                throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, brokenOff));
            await ports.clock.sleep(2);
        }
        else if (result?.code === 72) {
            if (ports.clock.now().getTime() > arrived)
                throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, brokenOff), {
                    hostState: underWay,
                });
            await ports.clock.sleep(2);
        }
        else if (result !== undefined) {
            if (misses > 0)
                return undefined;
            misses += 1;
        }
        else
            await ports.clock.sleep(1);
    }
    throw lost(run, ports, 'The program did not end in its time');
}
/** Why the program is not followed any more; it goes on all the same. */
function unfollowed(error, run, ports) {
    if ((0,passing/* mayPass */.b)(error))
        return lost(run, ports, error.why);
    return error instanceof errors/* DeployKitError */.mG ? error.leaving(finishesAlone) : error;
}
/** One connection's worth of following; `undefined` when the connection was lost. */
async function attempt({ server, reporter }, log, run, script, args, stdin) {
    const ended = log.untilEnd().then(() => ({ code: 0, stderr: '' }));
    try {
        return await server.attempt((host) => {
            const finished = host.run(script, args, {
                onLine: (line) => {
                    log.take(line);
                },
                timeoutSeconds: run.timeoutSeconds,
                ...(stdin === undefined ? {} : { stdin }),
            });
            // The follower on the server lingers after the last event; nobody needs to wait for it.
            return Promise.race([finished, ended]);
        });
    }
    catch (error) {
        if (!(error instanceof host/* ConnectionLost */.pz))
            throw error;
        reporter.info(`The connection was lost (${error.message}). The deploy goes on on the server; connecting again …`);
        return undefined;
    }
}
/** What has said something is not there any more: whatever it has done since, nobody can tell. */
function removed({ path, releaseId }, { server }) {
    return (0,errors/* failure */.V2)('release-folder-removed', { host: server.name, user: server.user, path, release: releaseId }, { hostState: { state: 'unknown', why: 'nothing is left that would tell.' } });
}
function refusal(words, run, ports) {
    const values = uploadValues(run, ports, words);
    // Whose folder it is can be mended, and is not about space or the connection.
    return /permission denied|not permitted|read-only/i.test(words)
        ? (0,errors/* failure */.V2)('path-not-writable', { ...values, user: ports.server.user })
        : (0,errors/* failure */.V2)('upload-failed', values);
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
    }, { hostState: finishesAlone });
}

;// CONCATENATED MODULE: ./build/src/server/run-plan.js








const programAlone = { entries: [], base: '' };
/** The ends of a program that did what it was for. */
const doneOutcomes = new Set([
    'committed',
    'same',
    'outdated',
    'settled',
]);
/**
 * Runs a plan on the server to its end: sends it, follows it over as many connections as it takes, shows its
 * progress. What a program that was ended from outside has left is settled.
 * @throws {DeployKitError} the program's own failure, or why it could not be followed, with the host state
 * that this leaves
 */
async function runPlan(plan, ports, upload = programAlone) {
    const { end, progress } = await followPlan(plan, ports, upload);
    if (end === undefined)
        throw await endedEarly(plan, progress, ports);
    const { outcome, live, reason } = end;
    if (!doneOutcomes.has(outcome))
        throw explainProgramEnd(end, ports.server, plan.head.path, progress.details);
    return { outcome, live, reason, steps: progress.steps, journal: progress.journal };
}
async function followPlan(plan, ports, { entries, base }) {
    const { path, releaseId } = plan.head;
    const progress = new ProgressReport(ports.reporter, ports.clock);
    const run = {
        path,
        releaseId,
        base,
        // The last entry: without it the upload did not arrive whole.
        entries: [
            ...entries,
            (0,text_entry/* textEntry */.C)('program.sh', 0o755, (0,render_program/* renderProgram */.N)(plan)),
            (0,text_entry/* textEntry */.C)('complete', 0o644, ''),
        ],
        timeoutSeconds: (0,program_timeout/* programTimeout */._)(plan.head),
    };
    const followed = new AbortController();
    const said = progress.breakSilence(followed.signal);
    try {
        const end = await runProgram(run, ports, (event) => {
            progress.take(event);
        });
        return { end, progress };
    }
    finally {
        followed.abort();
        await said;
        progress.close();
    }
}
/** The error of a program that ended without a word. */
async function endedEarly(plan, progress, ports) {
    // What becomes of this one says nothing of what the first has left.
    const end = await followPlan((0,settle_plan/* planSettle */.Z2)(plan.head), ports, programAlone).then((settled) => settled.end, (error) => {
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        ports.reporter.warning('What was left could not be settled', error.why);
        return undefined;
    });
    return (0,errors/* failure */.V2)('program-ended-early', { host: ports.server.name, step: progress.currentStep }, { details: progress.details, hostState: stateAfter(end, plan) });
}
function stateAfter(end, { subject }) {
    if (end?.outcome !== 'settled')
        return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
    if (end.reason !== undefined)
        return {
            state: 'unknown',
            why: `what ran before was started again and is not well: ${end.reason}.`,
        };
    // It was committed, or not taken back, before its program was ended.
    if (end.live === subject)
        return { state: 'new-release', release: subject };
    return end.live === '' ? errors/* unchanged */.Cv : { state: 'restored', release: end.live };
}


/***/ })

};
