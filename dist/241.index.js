export const id = 241;
export const ids = [241];
export const modules = {

/***/ 4871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ connectCheckout)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _local_outside_checkout_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1037);
/* harmony import */ var _env_outside_age_identities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1277);



/** The checkout of this run, with the key that decrypts its secrets. */
function connectCheckout({ ageKey }, { workspace }) {
    return {
        root: (0,_local_outside_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P)(workspace),
        projectIn: (folder) => (0,_local_outside_checkout_js__WEBPACK_IMPORTED_MODULE_1__/* .checkout */ .P)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, folder)),
        age: (0,_env_outside_age_identities_js__WEBPACK_IMPORTED_MODULE_2__/* .ageOf */ .h)(ageKey),
    };
}


/***/ }),

/***/ 3989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ jobReleases)
/* harmony export */ });
/* harmony import */ var _release_provisional_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2129);

/** What the earlier steps of this job have said of its releases. */
function jobReleases() {
    return {
        making: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseVariable */ .St] ?? '',
        rejected: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .rejectedVariable */ .dv] ?? '',
        verified: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .verifiedVariable */ .NC] ?? '',
        gaveWay: process.env[_release_provisional_js__WEBPACK_IMPORTED_MODULE_0__/* .gaveWayVariable */ .TO] ?? '',
    };
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

/***/ 2696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ deployRelease)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/server/signs-of-life.js
var signs_of_life = __webpack_require__(2836);
// EXTERNAL MODULE: ./build/src/deploy/plan/deploy-intent.js
var deploy_intent = __webpack_require__(3837);
// EXTERNAL MODULE: ./build/src/deploy/plan/deploy-plan.js
var deploy_plan = __webpack_require__(6548);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/local/plan/text-entry.js
var text_entry = __webpack_require__(6415);
// EXTERNAL MODULE: ./build/src/deploy/plan/files-labels.js
var files_labels = __webpack_require__(4948);
// EXTERNAL MODULE: ./build/src/deploy/plan/managed-env.js
var managed_env = __webpack_require__(626);
// EXTERNAL MODULE: ./build/src/deploy/plan/changed-resources.js
var changed_resources = __webpack_require__(4289);
// EXTERNAL MODULE: ./build/src/deploy/plan/pins.js
var plan_pins = __webpack_require__(9041);
// EXTERNAL MODULE: ./build/src/deploy/plan/created.js
var created = __webpack_require__(937);
// EXTERNAL MODULE: ./build/src/deploy/plan/registry-login.js
var registry_login = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/src/deploy/plan/proxy-trials.js
var proxy_trials = __webpack_require__(4251);
// EXTERNAL MODULE: ./build/src/deploy/plan/project-name.js
var project_name = __webpack_require__(514);
// EXTERNAL MODULE: ./build/src/deploy/plan/shipped-files.js
var shipped_files = __webpack_require__(2520);
;// CONCATENATED MODULE: ./build/src/deploy/plan/start-order.js
/**
 * The active services in the order in which they start, a line each: `SERVICE KIND DEPENDENCY:CONDITION…`. KIND is
 * `once` where others wait for its end, `ends` where nothing says that it must go on running, else `lasts`; CONDITION
 * is `started`, `healthy` or `ended`.
 */
function startOrder(services) {
    const active = services.filter((service) => service.active);
    const byName = new Map(active.map((service) => [service.name, service]));
    const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
    const ordered = new Set();
    const seen = new Set();
    const visit = (service) => {
        // Compose refuses circles itself; here one must only not run for ever.
        if (seen.has(service))
            return;
        seen.add(service);
        for (const name of service.traits.dependsOn) {
            const other = byName.get(name);
            if (other !== undefined)
                visit(other);
        }
        ordered.add(service);
    };
    active.forEach(visit);
    return [...ordered].map(({ name, traits }) => {
        const mayEnd = !traits.restarts && traits.ports.length === 0;
        const kind = once.has(name) ? 'once' : mayEnd ? 'ends' : 'lasts';
        const needs = traits.dependsOn.filter((other) => byName.has(other));
        return [name, kind, ...needs.map((other) => `${other}:${condition(traits, other)}`)].join(' ');
    });
}
function condition({ dependsOnEndOf, dependsOnHealthOf }, other) {
    if (dependsOnEndOf.includes(other))
        return 'ended';
    return dependsOnHealthOf.includes(other) ? 'healthy' : 'started';
}

// EXTERNAL MODULE: ./build/src/deploy/plan/start-seconds.js
var start_seconds = __webpack_require__(3965);
;// CONCATENATED MODULE: ./build/src/deploy/plan/release-upload.js













/**
 * What goes to the server with the program of a release: its files without those that the live release has in
 * the same content and mode, the lists that the program reads, the env file's parts, the pins, the record.
 */
function releaseUpload(intent, plan) {
    const { pins, switching, ready, files } = plan;
    const { entries, unchanged } = fileEntries(intent.files, ready.currentFiles);
    return {
        entries: [
            ...entries,
            (0,text_entry/* listEntry */.p)('definitions', (0,shipped_files/* definitionLines */.JD)(intent.project, intent.files)),
            (0,text_entry/* listEntry */.p)('images.list', [...pins].map(([service, image]) => `${service} ${image}`)),
            (0,text_entry/* listEntry */.p)('services', intent.project.services.filter(({ active }) => active).map(({ name }) => name)),
            (0,text_entry/* listEntry */.p)('owner', ownerLines(intent)),
            (0,created/* createdEntry */.B)(intent.createdAt),
            (0,text_entry/* listEntry */.p)('compose-files', intent.composeFiles),
            (0,text_entry/* listEntry */.p)('order', startOrder(intent.project.services)),
            // Without one of its own it may take over the name of what runs.
            ...(intent.project.name === undefined
                ? []
                : [(0,text_entry/* textEntry */.C)('project', 0o644, (0,project_name/* projectName */.j)(intent, ready))]),
            (0,text_entry/* listEntry */.p)('replicas', intent.project.services.map(({ name, traits }) => `${name} ${traits.replicas}`)),
            (0,text_entry/* listEntry */.p)('claims', claimLines(intent)),
            (0,text_entry/* listEntry */.p)('resources', (0,changed_resources/* resourceLines */.u)(intent.project.resources)),
            (0,text_entry/* listEntry */.p)('env-readers', envReaders(intent, plan).map(({ name, keys }) => [name, ...keys].join(' '))),
            (0,text_entry/* listEntry */.p)('env-files', envReaders(intent, plan).flatMap(({ name, files }) => files.map((file) => `${name} ${file}`))),
            (0,text_entry/* textEntry */.C)('pins.yml', 0o644, (0,plan_pins/* renderPins */.PD)(intent.project, pins, (0,files_labels/* filesLabels */.v)(intent, ready, files))),
            (0,text_entry/* textEntry */.C)('env.managed', 0o600, (0,managed_env/* managedEnvText */.Qw)(intent)),
            (0,text_entry/* textEntry */.C)('release.json', 0o644, `${JSON.stringify(record(intent, switching), undefined, 2)}\n`),
            ...scriptEntries(intent),
            ...migrationEntries(intent.migration),
            ...proxyEntries(intent.proxy),
            ...(0,proxy_trials/* proxyTrials */.E)(intent, plan).flatMap(({ entries: own }) => own),
            ...envEntries(intent.env),
            ...(0,registry_login/* accountEntries */.iE)(intent.login),
        ],
        unchanged,
    };
}
function envReaders(intent, { pins, files: { envLeadsTo } }) {
    const isEnv = (path) => external_node_path_.posix.normalize(path) === '.env' || external_node_path_.posix.normalize(path) === envLeadsTo;
    const ours = [...(0,managed_env/* managedEnv */.Zm)(intent).keys(), 'COMPOSE_PROJECT_NAME'];
    return intent.project.services.flatMap(({ name, active, paths, settings }) => {
        const read = paths.filter(({ kind }) => kind === 'env-file');
        if (!active || pins.has(name) || !read.some(({ path }) => isEnv(path)))
            return [];
        const keys = ours.filter((key) => !settings.environment.has(key));
        const files = read.every(({ required }) => required)
            ? settings.envFiles.map((file) => (isEnv(file) ? '.env' : file))
            : [];
        return keys.length === 0 ? [] : [{ name, keys, files }];
    });
}
/** `ID NAME` of the repository, which later deploys to the folder must come from. */
function ownerLines({ repository: { id, name } }) {
    return name === '' ? [] : [`${id === '' ? name : id} ${name}`];
}
/** What each service claims of the server for itself: `web port 0.0.0.0/8080/tcp` */
function claimLines({ project }) {
    return project.services
        .filter(({ active }) => active)
        .flatMap(({ name, traits }) => traits.claims
        .filter(({ kind }) => kind !== 'store' || !traits.mayRunTwice)
        .map(({ kind, value }) => `${name} ${kind} ${value}`));
}
/** @param known the live release's files: path → `<sha256> <mode>` */
function fileEntries(files, known) {
    const isKnown = (file) => known.get(file.path) === (0,shipped_files/* identityOf */.cu)(file);
    const unchanged = files.filter(isKnown);
    return {
        entries: [
            ...files
                .filter((file) => !isKnown(file))
                .map((file) => ({ ...file, path: `files/${file.path}` })),
            (0,text_entry/* listEntry */.p)('files.list', files.map(({ path }) => `./${path}`)),
            (0,text_entry/* listEntry */.p)('files.sha256', (0,shipped_files/* checksumLines */.zZ)(files)),
            (0,text_entry/* listEntry */.p)('unchanged', unchanged.map(({ path }) => `./${path}`)),
        ],
        unchanged: unchanged.length,
    };
}
function scriptEntries({ hooks, preStop }) {
    return [
        ...[...hooks].map(([name, script]) => (0,text_entry/* textEntry */.C)(`hooks/${name}`, 0o700, `${script}\n`)),
        ...[...preStop].map(([service, command]) => (0,text_entry/* textEntry */.C)(`pre-stop/${service}`, 0o600, `${command}\n`)),
    ];
}
function envEntries(env) {
    if (env === undefined)
        return [];
    if (env.source === 'upload')
        return [(0,text_entry/* textEntry */.C)('env.base', 0o600, env.text)];
    return [
        ...(env.path === undefined ? [] : [(0,text_entry/* textEntry */.C)('env.source', 0o600, env.path)]),
        (0,text_entry/* textEntry */.C)('env.added', 0o600, env.added),
    ];
}
function migrationEntries(migration) {
    if (migration === undefined)
        return [];
    const { command, breaking, rollbackCommand } = migration;
    return [
        ...(command === undefined ? [] : [(0,text_entry/* textEntry */.C)('migration', 0o600, command)]),
        ...(rollbackCommand === undefined ? [] : [(0,text_entry/* textEntry */.C)('rollback', 0o600, rollbackCommand)]),
        ...(breaking ? [(0,text_entry/* textEntry */.C)('breaking', 0o600, '')] : []),
    ];
}
function proxyEntries(proxy) {
    if (proxy === undefined)
        return [];
    const { template, file, reload } = proxy;
    return [
        (0,text_entry/* textEntry */.C)('proxy/template', 0o600, template.replace(/\n?$/, '\n')),
        (0,text_entry/* textEntry */.C)('proxy/file', 0o600, file),
        'container' in reload
            ? (0,text_entry/* textEntry */.C)('proxy/container', 0o600, reload.container)
            : (0,text_entry/* textEntry */.C)('proxy/reload', 0o600, `${reload.script}\n`),
    ];
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
            startSeconds: (0,start_seconds/* startSeconds */.W)(intent.project, intent.settings.migrationTimeoutSeconds),
        },
        migration: intent.migration === undefined
            ? 'none'
            : intent.migration.breaking
                ? 'breaking'
                : 'compatible',
    };
}

// EXTERNAL MODULE: ./build/src/server/run-plan.js + 5 modules
var run_plan = __webpack_require__(6308);
// EXTERNAL MODULE: ./build/src/deploy/deployment.js
var deployment = __webpack_require__(466);
// EXTERNAL MODULE: ./build/src/deploy/plan-on-server.js + 1 modules
var plan_on_server = __webpack_require__(6597);
;// CONCATENATED MODULE: ./build/src/deploy/deploy-compose.js





/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @throws {DeployKitError} with the host state that the failure left
 */
async function deployCompose(intent, ports) {
    const planned = await (0,plan_on_server/* planOnServer */.U)(intent, ports);
    const { pins, ready } = planned;
    const { entries, unchanged } = releaseUpload(intent, planned);
    const sent = intent.files.length - unchanged;
    ports.reporter.info(`Sending release ${intent.releaseId}: ${sent} files, ${unchanged} unchanged`);
    const done = await (0,run_plan/* runPlan */.F)((0,deploy_plan/* planDeploy */.b)(intent, planned), ports, {
        entries,
        base: ready.current ?? '',
    });
    return {
        changed: done.outcome === 'committed',
        gaveWay: done.outcome === 'outdated',
        releaseId: done.live,
        version: intent.version,
        revision: intent.revision,
        previous: ready.current ?? '',
        changes: (0,deployment/* imageChanges */.n)(pins, ready),
        steps: done.steps,
        journal: done.journal,
        path: ready.path,
    };
}

// EXTERNAL MODULE: ./build/src/deploy/deploy-hosts.js
var deploy_hosts = __webpack_require__(6148);
// EXTERNAL MODULE: ./build/src/release/provisional.js
var provisional = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/src/deploy/remember-release.js
var remember_release = __webpack_require__(5854);
;// CONCATENATED MODULE: ./build/src/deploy/deploy-release.js







/**
 * Deploys a release to its servers. It is provisional until the job has ended well: what later steps find
 * wanting, and what a cancelled job has not verified, `post` takes back.
 * @param job what its earlier steps have said of releases
 * @throws {DeployKitError} with the host state that the failure left
 */
async function deployRelease(intent, servers, maxParallel, job, ports) {
    const { releaseId } = intent;
    // Said before the start: `post` must know the release also when this process is killed.
    (0,remember_release/* rememberRelease */.Jz)(intent, job, ports.reporter);
    const deployment = await (0,signs_of_life/* withSignsOfLife */._)(ports.clock, (watch) => {
        const release = {
            ...intent,
            deploy: async (own, isFirst) => {
                const there = (0,deploy_intent/* intentOn */.C)(intent, own.server.name);
                // One database, one migration.
                const done = await deployCompose(isFirst ? there : { ...there, migration: undefined }, own);
                // From here on it waits for the others.
                if (done.changed && intent.settings.confirmWithinSeconds > 0)
                    watch({ server: own.server, path: done.path, releases: [releaseId] });
                return done;
            },
        };
        return (0,deploy_hosts/* deployHosts */.d)(release, servers, maxParallel, ports);
    }).catch((error) => {
        if ((0,errors/* hasLeftNothing */.BL)(error))
            (0,remember_release/* forgetRelease */.$L)(releaseId, job, ports.reporter);
        throw error;
    });
    (0,remember_release/* finishRelease */.pp)(ports.reporter);
    if (deployment.gaveWay)
        ports.reporter.exportVariable(provisional/* gaveWayVariable */.TO, (0,provisional/* withReleases */.wS)(job.gaveWay, releaseId));
    // What was live before this job is not this job's to take back.
    if (!deployment.changed)
        (0,remember_release/* forgetRelease */.$L)(releaseId, job, ports.reporter);
    return deployment;
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

/***/ 1571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ dryRun)
});

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
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
    return {
        added: named('added'),
        changed: named('changed'),
        removed: named('removed'),
        kept: named('kept'),
    };
}

// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/deploy/plan/dry-run-summary.js

/** What a deploy would do, as Markdown for the job summary. */
function renderDryRun(facts) {
    const { host, intent, ready, pins, switching, changes, env, remarks, program } = facts;
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
        ...fileLines(changes),
        `- Env file: ${env === undefined ? "the server's own stays" : `${inWords(env)}${keptKeys(env)}`}`,
        `- Migration: ${intent.migration === undefined ? 'none' : `with ${(0,markdown/* code */.aY)(intent.migration.service)}`}`,
        `- Hooks: ${(0,markdown/* list */.p_)([...intent.hooks.keys()])}`,
        ...remarks.map((remark) => `- ${(0,markdown/* plain */.pj)(remark)}`),
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
function fileLines(files) {
    const { unchanged, replaced, kept } = files;
    return [
        `- Files: ${inWords(files)}; ${unchanged} unchanged`,
        ...(replaced.length === 0
            ? []
            : [
                `- Replaced on the server, which keeps the former ones in ${(0,markdown/* code */.aY)('.deploy-kit/former')}: ${(0,markdown/* list */.p_)(replaced)}`,
            ]),
        ...(kept.length === 0 ? [] : [`- Kept as they were changed on the server: ${(0,markdown/* list */.p_)(kept)}`]),
    ];
}
function keptKeys({ kept }) {
    return kept.length === 0 ? '' : `; kept, since no release brought them: ${(0,markdown/* list */.p_)(kept)}`;
}
function inWords({ added, changed, removed }) {
    const parts = [
        ...(added.length === 0 ? [] : [`added ${(0,markdown/* list */.p_)(added)}`]),
        ...(changed.length === 0 ? [] : [`changed ${(0,markdown/* list */.p_)(changed)}`]),
        ...(removed.length === 0 ? [] : [`removed ${(0,markdown/* list */.p_)(removed)}`]),
    ];
    return parts.length === 0 ? 'no change' : parts.join('; ');
}

// EXTERNAL MODULE: ./build/src/deploy/plan/file-changes.js
var file_changes = __webpack_require__(7139);
// EXTERNAL MODULE: ./build/src/deploy/plan/managed-env.js
var managed_env = __webpack_require__(626);
// EXTERNAL MODULE: ./build/src/deploy/plan/folder-problems.js
var folder_problems = __webpack_require__(4182);
// EXTERNAL MODULE: ./build/src/deploy/distinct-servers.js
var distinct_servers = __webpack_require__(8068);
// EXTERNAL MODULE: ./build/src/deploy/plan-on-server.js + 1 modules
var plan_on_server = __webpack_require__(6597);
// EXTERNAL MODULE: ./build/src/server/look-at.js
var look_at = __webpack_require__(2126);
// EXTERNAL MODULE: ./build/src/server/plan/render-program.js
var render_program = __webpack_require__(7576);
// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
;// CONCATENATED MODULE: ./build/src/deploy/dry-run.js












/**
 * Shows what a deploy would do on the first of its servers, and changes nothing: images, files, env keys (never
 * values), services, the program.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
async function dryRun(intent, servers, reporter) {
    const [server] = servers;
    if (server === undefined)
        throw new RangeError('no server to look at');
    if (servers.length > 1)
        await (0,distinct_servers/* checkDistinct */.R)(servers, intent.path);
    const planned = await (0,plan_on_server/* planOnServer */.U)(intent, { server, reporter });
    const { ready } = planned;
    // A deploy asks under the lock.
    const [problem] = (0,folder_problems/* folderProblems */.V)(intent, ready, server.name);
    if (problem !== undefined)
        throw problem;
    const shown = renderDryRun({
        ...planned,
        host: server.name,
        intent,
        changes: (0,file_changes/* fileChanges */.C8)(planned.files, intent.files.length),
        env: await compareEnv(intent, ready.path, server),
        program: (0,render_program/* renderProgram */.N)((0,deploy_plan/* planDeploy */.b)(intent, planned)),
    });
    reporter.info(shown);
    reporter.summary(shown);
}
/** `undefined` where the server keeps its own env file. */
async function compareEnv(intent, path, server) {
    const text = (0,managed_env/* envText */.zi)(intent);
    if (text === undefined)
        return undefined;
    return (0,look_at/* lookAt */.t)(server, {
        script: scripts/* compare */.UD,
        args: [path, intent.allow.has('env-keys') ? 'yes' : ''],
        // Past every argument list and file.
        stdin: () => external_node_stream_.Readable.from([text]),
        read: ({ stdout }) => parseEnvChanges(stdout),
    });
}


/***/ }),

/***/ 6597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ planOnServer)
});

// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/server/plan/interrupted.js
var interrupted = __webpack_require__(9335);
// EXTERNAL MODULE: ./build/src/server/plan/docker-way.js
var docker_way = __webpack_require__(4643);
// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
// EXTERNAL MODULE: ./build/src/deploy/look-at-files.js
var look_at_files = __webpack_require__(88);
// EXTERNAL MODULE: ./build/src/deploy/look-at-resources.js + 1 modules
var look_at_resources = __webpack_require__(5609);
;// CONCATENATED MODULE: ./build/src/deploy/plan/hand-overs.js
/**
 * Which services of what runs stop first, since another service of the release takes over what only one container can
 * have; in the words of `make_way` on the server, which decides.
 */
function predictHandOvers(services, holdings) {
    const claims = services
        .filter(({ active }) => active)
        .flatMap(({ name, traits }) => traits.claims.map((claim) => ({ claimant: name, ...claim })));
    const predictions = new Map();
    for (const holding of holdings) {
        const taken = claims.find((claim) => claim.claimant !== holding.service && overlaps(claim, holding));
        if (taken === undefined || predictions.has(holding.service))
            continue;
        predictions.set(holding.service, {
            service: holding.service,
            how: 'makes way',
            pause: `from its stop until ${taken.claimant} is ready, which takes over its ${taken.kind} ${taken.value}`,
        });
    }
    return [...predictions.values()];
}
function overlaps(claim, holding) {
    if (claim.kind !== holding.kind)
        return false;
    if (claim.kind !== 'port')
        return claim.value === holding.value;
    const [mine, theirs] = [portOf(claim.value), portOf(holding.value)];
    const everywhere = mine.address === '' || theirs.address === '';
    return (mine.protocol === theirs.protocol &&
        (mine.port === '*' || isIn(Number(mine.port), theirs.port)) &&
        (everywhere || mine.address === theirs.address));
}
// A container that has one of a range still carries the range: `8080-8085`.
function isIn(port, range) {
    const [first = 0, last = first] = range.split('-').map(Number);
    return first <= port && port <= last;
}
// `ADDRESS/PORT/…/PROTOCOL`
function portOf(value) {
    const parts = value.split('/');
    const [address = '', port = ''] = parts;
    const isAny = /^(0\.0\.0\.0|::)?$/.test(address);
    return { address: isAny ? '' : address, port, protocol: parts.at(-1) ?? '' };
}

// EXTERNAL MODULE: ./build/src/deploy/plan/pins.js
var plan_pins = __webpack_require__(9041);
// EXTERNAL MODULE: ./build/src/deploy/plan/foresee.js
var foresee = __webpack_require__(6532);
// EXTERNAL MODULE: ./build/src/deploy/plan/switch-plan.js + 1 modules
var switch_plan = __webpack_require__(1217);
;// CONCATENATED MODULE: ./build/src/deploy/plan-on-server.js










/**
 * Looks at the server and decides how the release gets there, without any change.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
async function planOnServer(intent, ports) {
    const { reporter, server } = ports;
    const released = (0,plan_pins/* pinnedServices */.F3)(intent.project, intent.images);
    (0,plan_pins/* checkPins */.$q)(intent, released);
    const switching = (0,switch_plan/* planSwitch */.S)(intent.strategy, intent.project, released, {
        shipped: new Set(intent.files.map(({ path }) => path)),
        volumesOf: (service) => intent.imageVolumes.get(service),
    });
    const pins = new Map([...released, ...intent.otherPins]);
    const ready = await reporter.group(`Look at ${server.name}`, async () => {
        const facts = await (0,probe_server/* probeServer */._)(server, intent.path, [
            ...intent.pathsOnServer,
            ...intent.madeFolders.keys(),
        ]);
        const checked = (0,check_server/* checkServer */.i6)(facts, server.name);
        (0,check_server/* checkProjectOnServer */.e$)(intent, facts, server.name);
        describeServer(checked, reporter);
        return checked;
    });
    const [files, remarks] = await Promise.all([
        (0,look_at_files/* lookAtFiles */.U)(intent, ready, server),
        foreseeOnServer(intent, released, { ready, server, switching }),
    ]);
    const handOvers = switching.blueGreen
        ? []
        : predictHandOvers(intent.project.services, ready.holdings);
    const told = { ...switching, predictions: [...switching.predictions, ...handOvers] };
    describeSwitch(told, reporter);
    for (const warning of intent.envWarnings)
        reporter.warning('Compose may read an env file otherwise than it looks', warning);
    for (const remark of remarks)
        reporter.info(remark);
    return { pins, switching: told, ready, files, remarks: [...intent.envWarnings, ...remarks] };
}
async function foreseeOnServer(intent, released, { ready, server, switching, }) {
    const facts = await (0,look_at_resources/* lookAtResources */.I)(intent, released, ready, server);
    const { problems, remarks } = (0,foresee/* foresee */.S)(intent, released, {
        ready,
        facts,
        rolls: switching.waves.length > 0,
        host: server.name,
    });
    const [first] = problems;
    if (first !== undefined)
        throw first;
    return remarks;
}
function describeSwitch({ predictions }, reporter) {
    for (const { service, how, pause } of predictions)
        reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}
function describeServer(server, reporter) {
    reporter.info(`Docker ${'version' in server.docker ? server.docker.version : ''}${(0,docker_way/* dockerWayWords */.ZI)(server)}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`);
    reporter.info(server.current === undefined
        ? 'No release of deploy-kit is live yet'
        : `Live now: ${server.current}`);
    if (server.interrupted !== undefined)
        reporter.warning('An earlier deploy was interrupted', `On ${server.path} ${(0,interrupted/* interruptedWords */.M)(server.interrupted)}. ${interrupted/* whatSettles */.Z}`);
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

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ planDeploy)
/* harmony export */ });
/* harmony import */ var _created_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(937);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _managed_env_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(626);
/* harmony import */ var _server_plan_program_head_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(148);
/* harmony import */ var _server_plan_settle_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7132);
/* harmony import */ var _plan_steps_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6700);
/* harmony import */ var _project_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(514);
/* harmony import */ var _proxy_trials_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4251);
/* harmony import */ var _start_seconds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3965);









/** The plan of one release. */
function planDeploy(intent, plan) {
    const { pins, switching, ready } = plan;
    return {
        head: (0,_server_plan_program_head_js__WEBPACK_IMPORTED_MODULE_6__/* .programHead */ .t)({ ...intent, kind: 'deploy' }, ready, {
            managedKeys: [...(0,_managed_env_js__WEBPACK_IMPORTED_MODULE_1__/* .managedEnv */ .Zm)(intent).keys()],
            allow: [...intent.allow],
            rolled: switching.waves.flat(),
            proxies: switching.proxies,
            startSeconds: (0,_start_seconds_js__WEBPACK_IMPORTED_MODULE_7__/* .startSeconds */ .W)(intent.project, intent.settings.migrationTimeoutSeconds),
        }),
        subject: intent.releaseId,
        steps: [
            (0,_server_plan_settle_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .takeLock */ .HJ)(intent.settings),
            _server_plan_settle_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .settleStep */ .UV,
            ...giveWayStep(intent, ready),
            { title: 'Prepare the env file', command: ['stage_env'] },
            { title: 'See whose the folder is', command: ['check_folder'] },
            _plan_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .compareFiles */ .hZ,
            ...(intent.force
                ? []
                : [
                    {
                        title: 'Compare with what is live',
                        command: ['compare_with_live', ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .pinWords */ .h4)(pins)],
                    },
                ]),
            ...hookStep(intent, 'before-deploy'),
            ...pullSteps(intent, plan),
            ...(0,_proxy_trials_js__WEBPACK_IMPORTED_MODULE_5__/* .proxyTrials */ .E)(intent, plan).map(({ step }) => step),
            ...(switching.blueGreen
                ? [
                    {
                        title: 'Choose the project beside',
                        command: ['choose_colour', (0,_project_name_js__WEBPACK_IMPORTED_MODULE_4__/* .projectName */ .j)(intent, ready)],
                    },
                ]
                : []),
            ..._plan_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .installSteps */ .F$,
            ...migrationSteps(intent),
            ...hookStep(intent, 'before-switch'),
            ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .switchSteps */ .gl)({ ...switching, healthUrls: intent.healthUrls }, intent.settings),
            ...(0,_plan_steps_js__WEBPACK_IMPORTED_MODULE_3__/* .proofSteps */ .Gi)(pins),
            ...hookStep(intent, 'after-switch'),
        ],
        ending: ['commit'],
    };
}
function giveWayStep({ force, isRerun, createdAt }, { current }) {
    if (force || isRerun)
        return [];
    const command = ['give_way', (0,_created_js__WEBPACK_IMPORTED_MODULE_8__/* .createdSeconds */ .M)(createdAt), current ?? ''];
    return [{ title: 'See that nothing newer is live', command }];
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
function pullSteps(intent, { pins, ready }) {
    const pull = (title, image) => {
        const registry = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(image)?.registry;
        const account = registry !== undefined && registry === intent.login?.registry;
        return { title, command: ['pull', image, ...(account ? ['account'] : [])] };
    };
    return [
        ...[...new Set(pins.values())].map((image) => pull(`Pull ${image}`, image)),
        ...otherImages(intent, pins, ready).map(([image, policy]) => policy === 'never'
            ? { title: `See that ${image} is there`, command: ['need_image', image] }
            : policy === 'always'
                ? { title: `Pull ${image} anew`, command: ['pull_anew', image] }
                : pull(`Have ${image}`, image)),
    ];
}
/**
 * The images of the other services, with when they are pulled: Compose would do it itself, but then while the services
 * are being switched. Compose 1 does not know of it.
 */
function otherImages({ project }, pins, { compose }) {
    const isOld = compose.version.startsWith('1.');
    const others = project.services.filter(({ name, active, imageIsKnown }) => !pins.has(name) && active && imageIsKnown);
    return [
        ...new Map(others.flatMap(({ image, pullPolicy }) => image === undefined ? [] : [[image, isOld ? undefined : pullPolicy]])),
    ];
}


/***/ }),

/***/ 626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qw: () => (/* binding */ managedEnvText),
/* harmony export */   Zm: () => (/* binding */ managedEnv),
/* harmony export */   zi: () => (/* binding */ envText)
/* harmony export */ });
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9041);

/** The keys of the env file that deploy-kit keeps, with their values for this release. */
function managedEnv(intent) {
    return new Map([
        ['COMPOSE_FILE', [...intent.composeFiles, _pins_js__WEBPACK_IMPORTED_MODULE_0__/* .pinsPath */ .GR].join(':')],
        [intent.versionVariable, intent.version],
    ]);
}
/** Those lines of the env file, with a comment that says whose they are. */
function managedEnvText(intent) {
    const lines = [...managedEnv(intent)].map(([key, value]) => `${key}=${value}\n`);
    return `# deploy-kit: the current release; the next deploy writes these lines anew.\n${lines.join('')}`;
}
/** What the release puts into the env file, its own lines last; `undefined` where that is on the server alone. */
function envText(intent) {
    const { env } = intent;
    if (env === undefined || (env.source === 'server' && env.path !== undefined))
        return undefined;
    const managed = new Set(managedEnv(intent).keys());
    const kept = (env.source === 'upload' ? env.text : env.added)
        .split('\n')
        .filter((line) => !managed.has(/^\s*(?:export\s+)?([^=\s]+)\s*=/.exec(line)?.[1] ?? ''));
    return `${kept.join('\n')}${managedEnvText(intent)}`;
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

/***/ 4251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ proxyTrials)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4792);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
/* harmony import */ var _local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6415);
/* harmony import */ var _files_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4948);
/* harmony import */ var _project_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(514);
/* harmony import */ var _shipped_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2520);







/** Each proxy of the project that mounts files of the release. */
function proxyTrials(intent, { pins, ready }) {
    return intent.project.services.flatMap((service) => {
        const tool = toolOf(service);
        const pinned = pins.get(service.name);
        const image = pinned ?? (service.imageIsKnown ? service.image : undefined);
        const mounted = (0,_files_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .mountedFiles */ .OL)(service, intent.files);
        if (!service.active || tool === undefined || image === undefined || mounted.length === 0)
            return [];
        const { lines, isWhole } = environmentLines(service, intent);
        const isSame = mounted.every((file) => ready.currentFiles.get(file.path) === (0,_shipped_files_js__WEBPACK_IMPORTED_MODULE_5__/* .identityOf */ .cu)(file)) &&
            (pinned === undefined || pinned === ready.currentImages.get(service.name));
        const folder = `trials/${service.name}`;
        const config = service.settings.mounts.find(({ target }) => target.endsWith('/Caddyfile'))?.target;
        return {
            step: {
                title: `Try the configuration of ${service.name}`,
                command: ['try_proxy', service.name, image, tool, config ?? '/etc/caddy/Caddyfile'],
            },
            entries: [
                // As it is in no argument list, it is in no list of processes.
                (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .textEntry */ .C)(`${folder}/env`, 0o600, lines),
                (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .listEntry */ .p)(`${folder}/mounts`, mountLines(service.settings.mounts, (0,_project_name_js__WEBPACK_IMPORTED_MODULE_4__/* .projectName */ .j)(intent, ready))),
                (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .listEntry */ .p)(`${folder}/options`, optionWords(service, intent.project, (0,_project_name_js__WEBPACK_IMPORTED_MODULE_4__/* .projectName */ .j)(intent, ready))),
                ...commandEntries(folder, service),
                ...doubtEntry(folder, isWhole, isSame, service.settings.mounts),
            ],
        };
    });
}
/** The program that judges the configuration; `undefined` for what is no proxy that is known. */
function toolOf({ image, settings }) {
    const name = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(image ?? '')
        ?.repository.split('/')
        .at(-1) ?? '';
    if (/^(openresty|angie|caddy)$/.test(name))
        return name;
    if (/^(nginx|nginx-unprivileged|freenginx)$/.test(name))
        return 'nginx';
    const targets = settings.mounts.map(({ target }) => target);
    if (targets.some((target) => /^\/etc\/caddy(\/|$)|\/Caddyfile$/.test(target)))
        return 'caddy';
    return targets.some((target) => /^\/etc\/nginx(\/|$)/.test(target)) ? 'nginx' : undefined;
}
// Why a failure may be no fault of the configuration.
function doubtEntry(folder, isWhole, isSame, mounts) {
    const unknown = mounts.find(({ kind }) => kind === 'unknown');
    const doubt = isSame
        ? 'the live release has the same one'
        : !isWhole
            ? 'a part of its environment is known to the server alone'
            : unknown === undefined
                ? undefined
                : `what it has at ${unknown.target} is not known here`;
    return doubt === undefined ? [] : [(0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .textEntry */ .C)(`${folder}/doubt`, 0o644, doubt)];
}
/** Where a proxy keeps and writes what is no configuration: here it could only be read, which would be a fault. */
const workPlaces = /^\/(data|config|run|tmp|var\/(cache|lib|log|run|tmp))(\/|$)/;
/** `KIND|SOURCE|TARGET` for each place, as `trial_mounts` reads them. */
function mountLines(mounts, project) {
    return mounts.flatMap(({ kind, source, target, isOwn, readOnly }) => {
        if (!readOnly && workPlaces.test(target))
            return [];
        if (kind === 'image' || kind === 'unknown' || `${source}${target}`.includes('|'))
            return [];
        return `${kind}|${isOwn ? `${project}_${source}` : source}|${target}`;
    });
}
/** The options of `docker run`: every name that the proxy may look up leads somewhere. */
function optionWords({ settings }, { services }, project) {
    const others = services
        .filter(({ active }) => active)
        .flatMap(({ name, traits, settings: { aliases } }) => [
        name,
        ...aliases,
        ...Array.from({ length: Math.max(traits.replicas, 1) }, (_, index) => [
            `${project}-${name}-${index + 1}`,
            `${project}_${name}_${index + 1}`,
        ]).flat(),
    ]);
    return [
        ...(settings.user === undefined ? [] : ['--user', settings.user]),
        ...(settings.workingDirectory === undefined ? [] : ['--workdir', settings.workingDirectory]),
        ...settings.extraHosts.flatMap((host) => ['--add-host', host]),
        ...[...new Set([...others, ...settings.links])].flatMap((name) => [
            '--add-host',
            `${name}:127.0.0.1`,
        ]),
    ];
}
// A word a line: line breaks stand in scripts alone, of which only the first word matters.
function commandEntries(folder, { settings: { command, entrypoint } }) {
    const entry = (name, words) => (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_6__/* .listEntry */ .p)(`${folder}/${name}`, words.map((word) => word.replaceAll('\n', ' ')));
    // With an entrypoint of the file, the image's command counts no more.
    const own = command ?? (entrypoint === undefined ? undefined : []);
    return [
        ...(entrypoint === undefined ? [] : [entry('entrypoint', entrypoint)]),
        ...(own === undefined ? [] : [entry('command', own)]),
    ];
}
/** The service's variables as `docker run --env-file` reads them, and whether that is all of them. */
function environmentLines({ settings }, { files, env }) {
    const texts = settings.envFiles.map((path) => path === '.env' && env?.source === 'upload' ? env.text : textOf(files, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path)));
    const known = new Map(texts.flatMap((text) => (text === undefined ? [] : [...(0,_compose_env_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEnvFile */ .F)(text)])));
    for (const [name, value] of settings.environment)
        known.set(name, value);
    const given = [...known].filter(([, value]) => value?.includes('\n') === false);
    return {
        lines: given.map(([name, value]) => `${name}=${value ?? ''}\n`).join(''),
        isWhole: given.length === known.size && !texts.includes(undefined),
    };
}
function textOf(files, path) {
    const content = files.find((file) => file.path === path)?.content;
    return content?.kind === 'file' ? content.read().toString('utf8') : undefined;
}


/***/ }),

/***/ 3965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ startSeconds)
/* harmony export */ });
/**
 * How long the files let Compose take to start the project, in seconds: along the longest chain of services that
 * depend on each other, what each needs to stop, to become healthy where others wait for that, and to run to its
 * end where they wait for that (as long as a migration may take).
 */
function startSeconds({ services }, migrationSeconds) {
    const active = services.filter((service) => service.active);
    const byName = new Map(active.map((service) => [service.name, service]));
    const toBeHealthy = new Set(active.flatMap(({ traits }) => traits.waits.forHealthOf));
    const toEnd = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
    const chains = new Map();
    const own = ({ name, traits }) => traits.waits.stopSeconds +
        (toBeHealthy.has(name) ? traits.waits.healthSeconds : 0) +
        (toEnd.has(name) ? migrationSeconds : 0);
    const chain = (service) => {
        const known = chains.get(service.name);
        if (known !== undefined)
            return known;
        // Compose refuses circles itself; here one must only not run for ever.
        chains.set(service.name, 0);
        const before = service.traits.dependsOn.flatMap((name) => byName.get(name) ?? []);
        const seconds = own(service) + Math.max(0, ...before.map(chain));
        chains.set(service.name, seconds);
        return seconds;
    };
    return Math.max(0, ...active.map(chain));
}


/***/ }),

/***/ 5854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $L: () => (/* binding */ forgetRelease),
/* harmony export */   Jz: () => (/* binding */ rememberRelease),
/* harmony export */   ZT: () => (/* binding */ rememberConfirmed),
/* harmony export */   hd: () => (/* binding */ releaseState),
/* harmony export */   pp: () => (/* binding */ finishRelease)
/* harmony export */ });
/* harmony import */ var _plan_registry_login_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6810);
/* harmony import */ var _release_provisional_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2129);


/** Under these names `post` finds the release that `main` was making. */
const releaseState = {
    id: 'release',
    version: 'version',
    registry: 'registry',
    /** Not empty where the release goes back by itself unless the end of the job confirms it. */
    confirm: 'confirm',
    /** Not empty until the deploy has ended well on each server: what a failed or killed `main` has left is not known. */
    unfinished: 'unfinished',
};
/** Tells the action's own `post` and the later steps of the job which release this job is making. */
function rememberRelease({ releaseId, version, images, settings, }, job, reporter) {
    reporter.saveState(releaseState.id, releaseId);
    reporter.saveState(releaseState.version, version);
    reporter.saveState(releaseState.registry, (0,_plan_registry_login_js__WEBPACK_IMPORTED_MODULE_0__/* .accountRegistry */ .LA)(images) ?? '');
    if (settings.confirmWithinSeconds > 0)
        reporter.saveState(releaseState.confirm, 'yes');
    reporter.saveState(releaseState.unfinished, 'yes');
    reporter.exportVariable(_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVariable */ .St, (0,_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .makingAnother */ .To)(job, releaseId));
}
/** It is confirmed on every server: nothing of it is left to do for the job's end, unless it is rejected after all. */
function rememberConfirmed(reporter) {
    reporter.saveState(releaseState.confirm, '');
}
/** The release is live on each of its servers. */
function finishRelease(reporter) {
    reporter.saveState(releaseState.unfinished, '');
}
/** There is nothing of that release that the rest of this job could take back. */
function forgetRelease(releaseId, job, reporter) {
    reporter.saveState(releaseState.id, '');
    reporter.exportVariable(_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVariable */ .St, (0,_release_provisional_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutReleases */ .f5)(job.making, releaseId));
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

/***/ 2129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NC: () => (/* binding */ verifiedVariable),
/* harmony export */   O7: () => (/* binding */ provisionalState),
/* harmony export */   St: () => (/* binding */ releaseVariable),
/* harmony export */   TO: () => (/* binding */ gaveWayVariable),
/* harmony export */   To: () => (/* binding */ makingAnother),
/* harmony export */   dv: () => (/* binding */ rejectedVariable),
/* harmony export */   f5: () => (/* binding */ withoutReleases),
/* harmony export */   gH: () => (/* binding */ namesRelease),
/* harmony export */   wS: () => (/* binding */ withReleases),
/* harmony export */   yI: () => (/* binding */ releasesIn)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/**
 * The environment variable in which deploys leave the ids of the releases that the job is making and that no
 * verification has spoken of yet, with spaces between them; a verification speaks for all of them.
 */
const releaseVariable = 'DEPLOY_KIT_RELEASE';
/**
 * The environment variable in which verifications name the releases that did not pass. The `post` step of each
 * deploy then restores what ran before.
 */
const rejectedVariable = 'DEPLOY_KIT_REJECTED';
/**
 * The environment variable in which verifications name the releases that have passed. Without that the `post` step
 * of the deploy restores what ran before when the job was cancelled.
 */
const verifiedVariable = 'DEPLOY_KIT_VERIFIED';
/**
 * The environment variable in which deploys name the releases of the job that were not deployed, because a newer one is
 * live: there is nothing of them to verify.
 */
const gaveWayVariable = 'DEPLOY_KIT_GAVE_WAY';
/** Whether such a variable names a release. */
function namesRelease(names, release) {
    return releasesIn(names).includes(release);
}
/** Such a variable with the releases of another, each once. */
function withReleases(names, others) {
    return [withoutReleases(names, others), others].filter(Boolean).join(' ');
}
/** Such a variable without the releases of another. */
function withoutReleases(names, others) {
    const gone = new Set(releasesIn(others));
    return releasesIn(names)
        .filter((name) => !gone.has(name))
        .join(' ');
}
/** The releases that the next verification speaks for when the job makes another one. */
function makingAnother({ making, rejected, verified }, release) {
    const open = withoutReleases(withoutReleases(making, rejected), verified);
    return withReleases(open, release);
}
/** The releases that such a variable names. */
function releasesIn(names) {
    return names.split(' ').filter(Boolean);
}
/**
 * What is live when a verification fails: the job's end settles it.
 * @param releases empty when the deploy changed nothing, so that there is nothing to take back
 */
function provisionalState(releases) {
    return releases === ''
        ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv
        : { state: 'provisional', release: releasesIn(releases).join(' and ') };
}


/***/ }),

/***/ 2836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ withSignsOfLife),
/* harmony export */   g: () => (/* binding */ watchedOn)
/* harmony export */ });
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);



/** The same releases on several servers; none where there is no release. */
function watchedOn(servers, path, releases) {
    return releases.length === 0 ? [] : servers.map((server) => ({ server, path, releases }));
}
/** The longest pause between two signs, in seconds. */
const longestPause = 60;
/** A server that needs longer hears of the next one. */
const signTimeoutSeconds = 20;
/**
 * Gives signs of life of this job, several in the time that its releases wait for one, for as long as some work lasts.
 * @param work is given what begins the signs for releases on one more server
 */
async function withSignsOfLife(clock, work) {
    const ended = new AbortController();
    const signs = [];
    try {
        return await work((watched) => {
            // A server that can't be reached holds up no other one.
            signs.push(giveSigns(watched, clock, ended.signal));
        });
    }
    finally {
        ended.abort();
        // One under way would open again the connection that is closed next, and nobody would close that one.
        await Promise.all(signs);
    }
}
/** Never rejects: after a sign that did not arrive comes the next. */
async function giveSigns({ server, path, releases }, clock, ended) {
    let pause = 1;
    while (!ended.aborted) {
        const waiting = await (0,_look_at_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(server, {
            script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .alive */ .yV,
            args: [path, ...releases],
            timeoutSeconds: signTimeoutSeconds,
            read: ({ stdout }) => {
                const facts = (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .readFacts */ .M)(stdout);
                return facts.has('end') ? (facts.get('confirm-within') ?? []).map(Number) : undefined;
            },
        }).catch(() => undefined);
        // Nobody waits any more.
        if (waiting?.length === 0)
            return;
        if (waiting !== undefined)
            pause = Math.min(Math.min(...waiting) / 4, longestPause);
        await clock.sleep(pause, ended).catch(() => undefined);
    }
}


/***/ })

};
