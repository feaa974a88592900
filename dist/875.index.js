export const id = 875;
export const ids = [875];
export const modules = {

/***/ 7382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lazyGitHub)
/* harmony export */ });
/** GitHub's API, loaded where it is asked and nowhere else: it is the slowest part to start. */
function lazyGitHub(token, apiUrl, clock) {
    return async () => {
        const { octokitGitHub } = await Promise.all(/* import() */[__webpack_require__.e(284), __webpack_require__.e(119)]).then(__webpack_require__.bind(__webpack_require__, 1284));
        return octokitGitHub(token, apiUrl, clock);
    };
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xR: () => (/* binding */ deployInputs),
  "in": () => (/* binding */ dryRunInputs),
  Cw: () => (/* binding */ rollbackInputs),
  n$: () => (/* binding */ settingsInputs)
});

;// CONCATENATED MODULE: ./build/src/deploy/plan/allowances.js
/** What a deploy does only where it is asked to, since nobody but the server has it. */
const allowances = [
    'env-keys',
    'services',
    'project-name',
    'server-files',
    'owner',
];

// EXTERNAL MODULE: ./build/src/deploy/plan/switch-plan.js + 1 modules
var switch_plan = __webpack_require__(1217);
// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/inputs/env-lines.js

/**
 * `NAME=value` lines, the values as they stand; a value of several lines, or one in quotes that are part of it, in the
 * form that GitHub's own env files have: `NAME<<END`, the lines, `END`. Empty lines and comments between them are left
 * out. A line may be a secret itself: messages name its place, never its text.
 */
const envLines = {
    describe: '`NAME=value` lines',
    parse(value) {
        const rest = value.split(/\r?\n/);
        const entries = new Map();
        for (let at = 0; at < rest.length; at++) {
            const line = (rest[at] ?? '').trim();
            if (line === '' || line.startsWith('#'))
                continue;
            const [, opened, end = ''] = /^([A-Za-z_]\w*)<<(.+)$/.exec(line) ?? [];
            if (opened === undefined) {
                const [key, text] = pairOf(line, at + 1);
                entries.set(key, text);
                continue;
            }
            const length = rest.slice(at + 1).findIndex((other) => other.trim() === end);
            if (length < 0)
                throw new kind/* InputProblem */.S(`line ${at + 1} opens \`<<\`, and its end never comes`);
            entries.set(opened, rest.slice(at + 1, at + 1 + length).join('\n'));
            at += length + 1;
        }
        return entries;
    },
};
function pairOf(line, number) {
    const [, key, text = ''] = /^([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (key === undefined)
        throw new kind/* InputProblem */.S(`line ${number} must look like NAME=value; a value of several lines stands between \`NAME<<END\` and \`END\``);
    if (/^(['"]).*\1$/.test(text) && text.length > 1)
        throw new kind/* InputProblem */.S(`line ${number} has its value in quotes, which would be part of it; leave them out, or put it between \`NAME<<END\` and \`END\` where they are meant`);
    return [key, text];
}

// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
;// CONCATENATED MODULE: ./build/src/deploy/deploy-inputs.js





function hook(when) {
    return `A script, or the path of one in the checkout, that runs in the deploy folder on the server ${when}. It finds the release in \`DEPLOY_KIT_RELEASE\`, \`DEPLOY_KIT_VERSION\`, \`DEPLOY_KIT_REVISION\`, \`DEPLOY_KIT_PREVIOUS\`, \`DEPLOY_KIT_ACTOR\` and \`DEPLOY_KIT_RUN\`.`;
}
/** How the programs on the server go about it: the same wherever one runs. */
const settingsInputs = {
    healthTimeout: {
        kind: kinds/* duration */.p0,
        default: '120s',
        description: 'How long the services may take to become healthy; then what ran before is restored.',
    },
    stableFor: {
        kind: kinds/* duration */.p0,
        default: '5s',
        description: 'How long a service without a healthcheck must stay up to count as healthy; less than `health-timeout`.',
    },
    drain: {
        kind: kinds/* duration */.p0,
        default: '5s',
        description: 'How long the old containers of a service that rolls go on answering beside the new ones, so that proxies and resolvers learn of these.',
    },
    hookTimeout: {
        kind: kinds/* duration */.p0,
        default: '5m',
        description: 'How long one hook may take.',
    },
    migrationTimeout: {
        kind: kinds/* duration */.p0,
        default: '10m',
        description: 'How long the migration may take.',
    },
    keepWarm: {
        kind: kinds/* duration */.p0,
        default: '10m',
        description: 'How long a `blue-green` deploy leaves what ran before up, so that going back takes only a switch of the proxy.',
    },
    keepReleases: {
        kind: (0,kinds/* wholeNumber */.rD)(2, 100),
        default: '5',
        description: 'How many releases stay on the server to roll back to, the live one included. Older ones go, with the images that nothing else of the project uses; volumes never do.',
    },
    lockTimeout: {
        kind: kinds/* duration */.p0,
        default: '10m',
        description: 'How long to wait while another deploy to the same folder runs.',
    },
};
/** What is deployed and how: the same in deploy-compose and in the root action. */
const deployInputs = {
    path: {
        kind: kinds/* text */.Qq,
        required: true,
        description: 'The deploy folder on the server, for example `/opt/app` or `~/app`. It is the Compose project folder.',
    },
    composeFiles: {
        kind: kinds/* lines */.Mn,
        description: "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yml`, `docker-compose.yaml`) with its override (`compose.override.yml` …).",
    },
    files: {
        kind: kinds/* lines */.Mn,
        description: 'Further files to ship, as glob patterns from the folder of the first Compose file, for example `scripts/**`. What the Compose files mention is shipped anyway. Modes are kept; the files belong to the user that logs in.',
    },
    images: {
        kind: (0,kinds/* listOf */.c3)('list of image references, one a line', image_kind/* imageReference */.rA),
        description: 'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
    },
    envFile: {
        kind: kinds/* text */.Qq,
        description: "A file of the checkout that becomes `.env` in the deploy folder (mode 0600); one that SOPS encrypted (dotenv, YAML, JSON) is decrypted in the job with `age-key`. An absolute path (`/…`, `~/…`) is a file on the server. Keys of the server's own `.env` that no release brought are kept; without this input all of it is.",
    },
    ageKey: {
        kind: kinds/* text */.Qq,
        secret: true,
        description: 'The age identity (`AGE-SECRET-KEY-1…`) that decrypts `env-file`. Each value in it is masked in the log.',
    },
    env: {
        kind: envLines,
        secret: true,
        description: '`NAME=value` lines that are added to `.env`, for secrets; values are taken as they stand, without quotes. One of several lines: `NAME<<END`, the lines, `END`. They win over `env-file`, and over what stands there on the server.',
    },
    envRules: {
        kind: kinds/* text */.Qq,
        description: 'A file of the checkout that says what each variable must be; the deploy stops before it starts when one is not. Default: `.env.schema`, where there is one.',
    },
    versionVariable: {
        kind: kinds/* text */.Qq,
        default: 'IMAGE_TAG',
        description: 'The variable in `.env` that holds the version that is live.',
    },
    strategy: {
        kind: (0,kinds/* choice */.Yq)(...switch_plan/* strategies */.W),
        default: 'auto',
        description: '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts. `blue-green`: the whole project starts beside the one that runs, then a proxy outside of it is switched.',
    },
    proxyTemplate: {
        kind: kinds/* text */.Qq,
        description: "With `blue-green`: a file of the checkout, the proxy's configuration. A line with `{{SERVICE:PORT}}` stands once for each container of that service.",
    },
    proxyFile: {
        kind: kinds/* text */.Qq,
        description: 'Where the proxy reads that configuration on the server: below the deploy folder, or absolute (`/…`, `~/…`).',
    },
    proxyContainer: {
        kind: kinds/* text */.Qq,
        description: 'The container of nginx or Caddy that reads it: it is told to by `nginx -s reload` or `caddy reload`.',
    },
    proxyReload: {
        kind: kinds/* text */.Qq,
        description: 'A script, or the path of one in the checkout, that makes any other proxy read it; runs in the deploy folder on the server.',
    },
    healthUrls: {
        kind: (0,kinds/* listOf */.c3)('list of URLs, one a line', kinds/* httpUrl */.q3),
        description: 'URLs that the server itself must be able to ask, within `health-timeout`, for the release to count as healthy: for what a healthcheck does not see. The server needs curl or wget.',
    },
    beforeDeploy: {
        kind: kinds/* text */.Qq,
        description: hook('before anything changes, for example a backup; when it fails, nothing has changed'),
    },
    beforeSwitch: {
        kind: kinds/* text */.Qq,
        description: hook('when the files are in their places and the migration is done'),
    },
    afterSwitch: {
        kind: kinds/* text */.Qq,
        description: hook('when the new release runs and is healthy; when it fails, what ran before is restored'),
    },
    afterDeploy: {
        kind: kinds/* text */.Qq,
        description: hook('when the release is live; when it fails, that is only a warning'),
    },
    onRollback: {
        kind: kinds/* text */.Qq,
        description: hook('when what ran before has been restored'),
    },
    preStop: {
        kind: kinds/* serviceCommands */.k_,
        description: '`SERVICE=command` lines: what is run in each old container of a service that rolls, before it is stopped.',
    },
    migrationService: {
        kind: kinds/* text */.Qq,
        description: 'The service (also one in a profile) that migrates the database: run once, in a container of its own with the new image, before anything is switched. When it fails, the old release goes on serving.',
    },
    migrationCommand: {
        kind: kinds/* text */.Qq,
        description: "The command of that container, for example `alembic upgrade head`, run by the shell in its image; default: the service's own command. Without `migration-service`, the first service of the release.",
    },
    migration: {
        kind: (0,kinds/* choice */.Yq)('compatible', 'breaking'),
        default: 'compatible',
        description: 'Whether the code before this release can run on the migrated schema. Going back over a `breaking` one needs `rollback-command`, or `force` in the rollback action.',
    },
    rollbackCommand: {
        kind: kinds/* text */.Qq,
        description: "Takes a `breaking` migration back, in a container like the migration's, when what ran before is restored.",
    },
    pinAll: {
        kind: kinds/* boolean */.zM,
        default: 'false',
        description: 'Run the other services by digest too: what their references lead to in their registries now. Without it they keep their references.',
    },
    allow: {
        kind: (0,kinds/* listOf */.c3)(`list of ${allowances.map((word) => `\`${word}\``).join(', ')}, one a line`, (0,kinds/* choice */.Yq)(...allowances)),
        description: 'What this deploy may leave out or replace although no release brought it: `env-keys`, lines of `.env`; `services`, containers that run; `project-name`, the name of the project that runs; `server-files`, files and changes to them; `owner`, the release of another repository. Else these are kept, or the deploy is refused.',
    },
    force: {
        kind: kinds/* boolean */.zM,
        default: 'false',
        description: 'Deploy also what is live already, unchanged.',
    },
    ...settingsInputs,
};
/** A look at what a deploy would do, in its place. */
const dryRunInputs = {
    dryRun: {
        kind: kinds/* boolean */.zM,
        default: 'false',
        description: 'Only look at the server and show what would be done: images, files, names of env keys, how each service is switched, and the program. Changes nothing; good as a check of a pull request.',
    },
};
/** What later steps of the job may do to the release; read by the `post` step. */
const rollbackInputs = {
    rollbackOn: {
        kind: (0,kinds/* choice */.Yq)('verification', 'job-failure', 'never'),
        default: 'verification',
        description: 'When to restore what ran before at the end of the job: `verification` (a verification failed, or the job was cancelled before one had passed), `job-failure` (any step failed, or the job was cancelled), `never`.',
    },
    confirmWithin: {
        kind: kinds/* duration */.p0,
        description: 'A release that neither a verification with access to the server nor the end of the job has confirmed within this time of the last sign of life of these actions goes back by itself, also where the runner has died. Must be longer than what the job does between them; `0s`: never. Default: `15m` in the root action with `urls` or `targets`, else never.',
    },
    jobStatus: {
        kind: kinds/* text */.Qq,
        default: '${{ job.status }}',
        hidden: true,
        description: 'How the job went; evaluated again when the job ends.',
    },
};


/***/ }),

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ confirmedOrNever),
/* harmony export */   ET: () => (/* binding */ wholeProxy),
/* harmony export */   wt: () => (/* binding */ wholeMigration),
/* harmony export */   ze: () => (/* binding */ timeToBeStable)
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
/** What must stay up for longer than all may take would never count as healthy, not even what ran before. */
function timeToBeStable({ healthTimeout, stableFor, }) {
    return stableFor < healthTimeout
        ? undefined
        : '`stable-for` must be less than `health-timeout`: nothing could become healthy in time';
}
/** What is to stay whatever happens does not go back by itself. */
function confirmedOrNever({ rollbackOn, confirmWithin, }) {
    return rollbackOn === 'never' && (confirmWithin ?? 0) > 0
        ? '`confirm-within` is set with `rollback-on: never`: one of them says that the release goes back'
        : undefined;
}


/***/ }),

/***/ 6810:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IO: () => (/* binding */ accountConfiguration),
/* harmony export */   LA: () => (/* binding */ accountRegistry),
/* harmony export */   LD: () => (/* binding */ loginFor),
/* harmony export */   iE: () => (/* binding */ accountEntries)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6415);


/** Where the registry account belongs: at the first image's registry, and nowhere else. */
function accountRegistry(images) {
    return (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(images[0]?.name ?? '')?.registry;
}
/** The login for a release's images; `undefined` without an account or a registry. */
function loginFor(account, registry) {
    return account === undefined || registry === undefined ? undefined : { account, registry };
}
/**
 * What the server logs in with. It is there as long as the program: what ran before may have to be pulled again,
 * too.
 */
function accountEntries(login) {
    if (login === undefined)
        return [];
    return [
        (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .textEntry */ .C)('docker/config.json', 0o600, accountConfiguration(login.account, login.registry)),
    ];
}
/**
 * A registry's account in the format of docker's login.
 * Source: https://docs.docker.com/reference/cli/docker/login/
 */
function accountConfiguration({ username, password }, registry) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    return JSON.stringify({ auths: { [key]: { auth } } });
}


/***/ }),

/***/ 1217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ planSwitch),
  W: () => (/* binding */ strategies)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/deploy/plan/named-containers.js
/**
 * Tells why a service is recreated with another one of the project; `undefined` where none is bound to it. A container that another one names (a network namespace, volumes, a link) leaves nothing but an address of what is
 * gone when it is replaced by one beside it. So who names one, and who is named, are recreated together.
 */
function boundServices(services) {
    const reasons = new Map();
    for (const { name, traits } of services)
        for (const named of traits.names) {
            const other = services.find((service) => isNamed(service, named));
            if (other === undefined || other.name === name)
                continue;
            if (!reasons.has(name))
                reasons.set(name, `its ${named.words} names a container`);
            if (!reasons.has(other.name))
                reasons.set(other.name, `the ${named.words} of ${name} names its container`);
        }
    return ({ name }) => reasons.get(name);
}
function isNamed({ name, traits }, named) {
    if ('service' in named)
        return named.service === name;
    const { container } = named;
    if (traits.containerName !== undefined)
        return traits.containerName === container;
    // What Compose calls it: the project's name, the service, a number.
    const stem = container.replace(/\d+$/, '');
    return stem !== container && (stem.endsWith(`-${name}-`) || stem.endsWith(`_${name}_`));
}

;// CONCATENATED MODULE: ./build/src/deploy/plan/switch-plan.js



/** How the services of a release are switched; `auto` rolls what can roll and recreates the rest. */
const strategies = ['auto', 'recreate', 'rolling', 'blue-green'];
/**
 * Decides for each service of the release how it is switched.
 * @param pins the services that run an image of the release
 * @throws {DeployKitError} `service-cannot-roll` when `rolling` was asked for and one can't;
 * `project-not-twofold` when `blue-green` was and the project can't run twice
 */
function planSwitch(strategy, project, pins, facts) {
    const active = project.services.filter(({ active: isOn }) => isOn);
    const whyBound = boundServices(active);
    const whyOnce = (service) => service.traits.singleton ?? storeReason(service, facts);
    const released = active.filter(({ name }) => pins.has(name));
    const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
    const first = released.filter(({ name }) => once.has(name));
    const early = neededBy(first, active);
    const whyNotRolled = (service) => whyOnce(service) ?? whyBound(service) ?? early.get(service.name);
    const lasting = released.filter(({ name }) => !once.has(name));
    const blueGreen = strategy === 'blue-green';
    if (blueGreen)
        refuseOneOfAKind(active, project.ownVolumes, pins, whyOnce);
    if (strategy === 'rolling')
        refuseSingletons(lasting, whyNotRolled);
    const rolled = strategy === 'recreate' || blueGreen
        ? []
        : lasting.filter((service) => whyNotRolled(service) === undefined);
    const isRolled = new Set(rolled.map(({ name }) => name));
    return {
        blueGreen,
        waves: waves(rolled),
        first: first.map(({ name }) => name),
        proxies: rolled.length === 0 ? [] : active.filter(resolvesOnce).map(({ name }) => name),
        predictions: released.map((service) => once.has(service.name)
            ? { service: service.name, how: 'runs once', pause: 'none' }
            : blueGreen
                ? besides(service)
                : predict(service, isRolled.has(service.name), whyNotRolled(service))),
    };
}
/**
 * State is never run twice: a container that starts while another writes in the same place can lose what both
 * write, and a volume without a name is inherited by a recreated container alone.
 */
function storeReason({ name, traits }, facts) {
    if (traits.mayRunTwice)
        return undefined;
    const { stores, targets } = traits.mounts;
    const store = stores.find(({ path }) => path === undefined || !facts.shipped.has(path));
    if (store !== undefined)
        return `it writes in ${store.words} (\`deploy.update_config.order: start-first\` says that it may run twice)`;
    const volumes = facts.volumesOf(name);
    if (volumes === undefined)
        return 'whether its image has volumes cannot be read';
    const own = volumes.find((place) => !targets.has(place));
    return own === undefined ? undefined : `its image has a volume at ${own}`;
}
function refuseSingletons(services, whyOnce) {
    const singles = services.filter((service) => whyOnce(service) !== undefined);
    if (singles.length === 0)
        return;
    throw (0,errors/* failure */.V2)('service-cannot-roll', {
        services: singles.map(({ name }) => name).join(', '),
        reasons: singles.map((service) => `${service.name}: ${whyOnce(service) ?? ''}`).join('; '),
    });
}
// Blue-green runs the whole project twice: what keeps data or is there only once belongs into another.
function refuseOneOfAKind(services, volumes, pins, whyOnce) {
    const reasons = [
        ...services.flatMap((service) => {
            const foreign = pins.has(service.name) ? undefined : 'its image is not in the release';
            const why = service.traits.singleton ?? foreign ?? whyOnce(service);
            return why === undefined ? [] : `${service.name}: ${why}`;
        }),
        ...volumes.map((name) => `the volume ${name}: each of the two projects would have its own`),
    ];
    if (reasons.length > 0)
        throw (0,errors/* failure */.V2)('project-not-twofold', { reasons: reasons.join('; ') });
}
/** What must have been switched before one that runs to its end first can start: service → why. */
function neededBy(first, all) {
    const reasons = new Map();
    const add = ({ traits }, root) => {
        for (const service of all)
            if (traits.dependsOn.includes(service.name) && !reasons.has(service.name)) {
                reasons.set(service.name, `${root}, which runs before the others, waits for it`);
                add(service, root);
            }
    };
    for (const service of first)
        add(service, service.name);
    return reasons;
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
    const name = (0,image_reference/* parseImageReference */.o_)(image ?? '')
        ?.repository.split('/')
        .at(-1) ?? '';
    return /^(nginx|nginx-unprivileged|openresty|freenginx|angie)$/.test(name);
}
function besides({ name }) {
    return { service: name, how: 'starts beside, then the proxy is switched', pause: 'none' };
}
function predict({ name }, rolls, whyOnce) {
    if (rolls)
        return { service: name, how: 'rolls', pause: 'none behind a proxy' };
    const why = whyOnce === undefined ? '' : `: ${whyOnce}`;
    return {
        service: name,
        how: 'is recreated',
        pause: `from the stop of the old container until the new one is ready${why}`,
    };
}


/***/ }),

/***/ 8455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ programSettings)
/* harmony export */ });
/** The settings that programs on the server read; without `confirmWithin` nothing goes back by itself. */
function programSettings(inputs) {
    return {
        lockTimeoutSeconds: inputs.lockTimeout,
        healthTimeoutSeconds: inputs.healthTimeout,
        stableSeconds: inputs.stableFor,
        drainSeconds: inputs.drain,
        hookTimeoutSeconds: inputs.hookTimeout,
        migrationTimeoutSeconds: inputs.migrationTimeout,
        keepWarmSeconds: inputs.keepWarm,
        confirmWithinSeconds: inputs.confirmWithin ?? 0,
        keepReleases: inputs.keepReleases,
    };
}


/***/ }),

/***/ 7877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ commitDigits),
/* harmony export */   VN: () => (/* binding */ mirrors),
/* harmony export */   rA: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);



/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
const imageReference = {
    describe: 'image reference',
    parse(value) {
        const reference = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(value);
        if (reference === undefined)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be an image reference such as ghcr.io/acme/api:1.4.2, not "${value}"`);
        return reference;
    },
};
/** A commit by at least the first 7 of its 40 digits. */
const commitDigits = {
    describe: '7 to 40 hex digits',
    parse(value) {
        if (!/^[a-f0-9]{7,40}$/.test(value))
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be 7 to 40 hex digits of a commit, not "${value}"`);
        return value;
    },
};
/** `ghcr.io=mirror.example.com/ghcr` lines. */
const mirrors = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of `from=to`, one a line', {
    describe: '`from=to`',
    parse(value) {
        const [from = '', to = '', ...more] = value.split('=');
        const readable = [from, to].every((part) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(`${part}/image`) !== undefined);
        if (!readable || from === '' || to === '' || more.length > 0)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must look like ghcr.io=mirror.example.com/ghcr, not "${value}"`);
        return { from, to };
    },
});


/***/ }),

/***/ 6746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ registryAccount),
/* harmony export */   o: () => (/* binding */ wholeRegistryAccount)
/* harmony export */ });
/** The account of the registry inputs, where both are set. */
function registryAccount(inputs) {
    const { registryUsername: username, registryPassword: password } = inputs;
    return username === undefined || password === undefined ? undefined : { username, password };
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

/***/ 9555:
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
            // Where the reader is gone it is the stream that says so.
            sink.on('error', reject);
            sink.end(bytes);
        });
    }
    archive.finalize();
}


/***/ }),

/***/ 6415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ textEntry),
/* harmony export */   p: () => (/* binding */ listEntry)
/* harmony export */ });
/** A file of that text. */
function textEntry(path, mode, text) {
    const bytes = Buffer.from(text);
    return { path, mode, content: { kind: 'file', read: () => bytes } };
}
/** A file of those lines, which everybody may read. */
function listEntry(path, lines) {
    return textEntry(path, 0o644, lines.map((line) => `${line}\n`).join(''));
}


/***/ }),

/***/ 2968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Hv: () => (/* binding */ createRemedy),
  Bx: () => (/* binding */ isRepositoryMissing),
  nE: () => (/* binding */ missingRepository),
  yD: () => (/* binding */ recogniseRefusal)
});

;// CONCATENATED MODULE: ./build/src/registry/plan/registry-hosts.js
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
/** Whose registry it is. */
function hostOf(registry) {
    return hosts.find(({ matches }) => matches.test(registry)) ?? anyHost;
}

;// CONCATENATED MODULE: ./build/src/registry/plan/registry-refusal.js

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
/**
 * Whether a repository that is not there must be made, or the first push makes it. Google's registry says
 * `name unknown` also of an image that was never pushed to a repository which exists: then nothing is missing.
 */
function missingRepository({ registry }, words) {
    if (!hostOf(registry).repositoriesAreMadeBeforehand)
        return 'made-by-push';
    return /name[ _]unknown.*repository/is.test(words) ? 'must-be-made' : undefined;
}
/** The command that makes a repository, where its registry has one. */
function createRemedy(image) {
    return hostOf(image.registry).remedies(image, 'push').create;
}


/***/ })

};
