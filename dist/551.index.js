export const id = 551;
export const ids = [551];
export const modules = {

/***/ 4792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseEnvFile)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4037);
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3302);



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

/***/ 4037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ interpolate),
/* harmony export */   U: () => (/* binding */ unknownValue)
/* harmony export */ });
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3302);

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

/***/ 3302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InterpolationProblem)
/* harmony export */ });
/** Why a value of a Compose file cannot be interpolated. */
class InterpolationProblem extends Error {
    name = 'InterpolationProblem';
}


/***/ }),

/***/ 9682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ rollbackInputs),
/* harmony export */   n$: () => (/* binding */ settingsInputs),
/* harmony export */   xR: () => (/* binding */ deployInputs)
/* harmony export */ });
/* harmony import */ var _plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3333);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);
/* harmony import */ var _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7877);



function hook(when) {
    return `A script, or the path of one in the checkout, that runs in the deploy folder on the server ${when}. It finds the release in \`DEPLOY_KIT_RELEASE\`, \`DEPLOY_KIT_VERSION\`, \`DEPLOY_KIT_REVISION\`, \`DEPLOY_KIT_PREVIOUS\`, \`DEPLOY_KIT_ACTOR\` and \`DEPLOY_KIT_RUN\`.`;
}
/** How the programs on the server go about it: the same wherever one runs. */
const settingsInputs = {
    healthTimeout: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '120s',
        description: 'How long the services may take to become healthy; then what ran before is restored.',
    },
    stableFor: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long a service without a healthcheck must stay up to count as healthy; less than `health-timeout`.',
    },
    drain: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long the old containers of a service that rolls go on answering beside the new ones, so that proxies and resolvers learn of these.',
    },
    hookTimeout: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5m',
        description: 'How long one hook may take.',
    },
    migrationTimeout: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long the migration may take.',
    },
    keepWarm: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long a `blue-green` deploy leaves what ran before up, so that going back takes only a switch of the proxy.',
    },
    keepReleases: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(2, 100),
        default: '5',
        description: 'How many releases stay on the server to roll back to, the live one included. Older ones go, with the images that nothing else of the project uses; volumes never do.',
    },
    lockTimeout: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long to wait while another deploy to the same folder runs.',
    },
};
/** What is deployed and how: the same in deploy-compose and in the root action. */
const deployInputs = {
    path: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        required: true,
        description: 'The deploy folder on the server, for example `/opt/app` or `~/app`. It is the Compose project folder.',
    },
    composeFiles: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yaml`, `docker-compose.yml`).",
    },
    files: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: 'Further files to ship, as glob patterns from the folder of the first Compose file, for example `scripts/**`. What the Compose files mention is shipped anyway. Modes are kept; the files belong to the user that logs in.',
    },
    images: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of image references, one a line', _inputs_image_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r),
        description: 'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
    },
    envFile: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "A file of the checkout that becomes `.env` in the deploy folder (mode 0600); one that SOPS encrypted (dotenv, YAML, JSON) is decrypted in the job with `age-key`. An absolute path (`/…`, `~/…`) is a file on the server. Without it and `env`, the server's own `.env` is kept.",
    },
    ageKey: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The age identity (`AGE-SECRET-KEY-1…`) that decrypts `env-file`. Each value in it is masked in the log.',
    },
    env: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .keyValues */ .K7,
        secret: true,
        description: '`NAME=value` lines that are added to `.env`, for secrets. They win over `env-file`.',
    },
    envRules: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A file of the checkout that says what each variable must be; the deploy stops before it starts when one is not. Default: `.env.schema`, where there is one.',
    },
    versionVariable: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: 'IMAGE_TAG',
        description: 'The variable in `.env` that holds the version that is live.',
    },
    strategy: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .strategies */ .Wy),
        default: 'auto',
        description: '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts. `blue-green`: the whole project starts beside the one that runs, then a proxy outside of it is switched.',
    },
    proxyTemplate: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "With `blue-green`: a file of the checkout, the proxy's configuration. A line with `{{SERVICE:PORT}}` stands once for each container of that service.",
    },
    proxyFile: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'Where the proxy reads that configuration on the server: below the deploy folder, or absolute (`/…`, `~/…`).',
    },
    proxyContainer: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The container of nginx or Caddy that reads it: it is told to by `nginx -s reload` or `caddy reload`.',
    },
    proxyReload: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A script, or the path of one in the checkout, that makes any other proxy read it; runs in the deploy folder on the server.',
    },
    healthUrls: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of URLs, one a line', _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .httpUrl */ .q3),
        description: 'URLs that the server itself must be able to ask, within `health-timeout`, for the release to count as healthy: for what a healthcheck does not see. The server needs curl or wget.',
    },
    beforeDeploy: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('before anything changes, for example a backup; when it fails, nothing has changed'),
    },
    beforeSwitch: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the files are in their places and the migration is done'),
    },
    afterSwitch: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the new release runs and is healthy; when it fails, what ran before is restored'),
    },
    afterDeploy: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the release is live; when it fails, that is only a warning'),
    },
    onRollback: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when what ran before has been restored'),
    },
    preStop: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceCommands */ .k_,
        description: '`SERVICE=command` lines: what is run in each old container of a service that rolls, before it is stopped.',
    },
    migrationService: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The service (also one in a profile) that migrates the database: run once, in a container of its own with the new image, before anything is switched. When it fails, the old release goes on serving.',
    },
    migrationCommand: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The command of that container, for example `alembic upgrade head`, run by the shell in its image; default: the service's own command. Without `migration-service`, the first service of the release.",
    },
    migration: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('compatible', 'breaking'),
        default: 'compatible',
        description: 'Whether the code before this release can run on the migrated schema. Going back over a `breaking` one needs `rollback-command`, or `force` in the rollback action.',
    },
    rollbackCommand: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "Takes a `breaking` migration back, in a container like the migration's, when what ran before is restored.",
    },
    pinAll: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Run the other services by digest too: what their references lead to in their registries now. Without it they keep their references.',
    },
    force: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Deploy also what is live already, unchanged.',
    },
    ...settingsInputs,
};
/** What later steps of the job may do to the release; read by the `post` step. */
const rollbackInputs = {
    rollbackOn: {
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('verification', 'job-failure', 'never'),
        default: 'verification',
        description: 'When to restore what ran before at the end of the job: `verification` (a verify-health step failed), `job-failure` (any step failed, or the job was cancelled), `never`.',
    },
    jobStatus: {
        kind: _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: '${{ job.status }}',
        hidden: true,
        description: 'How the job went; evaluated again when the job ends.',
    },
};


/***/ }),

/***/ 5510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ deployRequest),
/* harmony export */   W: () => (/* binding */ programSettings)
/* harmony export */ });
/* harmony import */ var _inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6746);
/* harmony import */ var _plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3837);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5802);




/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
function deployRequest(inputs, run, startedAt) {
    const images = (inputs.images ?? []).map((image) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha));
    return {
        images,
        release: images.length > 0 ? undefined : (0,_release_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event),
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

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ wholeProxy),
/* harmony export */   oU: () => (/* binding */ wholeRegistryAccount),
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
/** A registry account is a user and a password, or neither. */
function wholeRegistryAccount(inputs) {
    if ((inputs.registryUsername === undefined) === (inputs.registryPassword === undefined))
        return undefined;
    return inputs.registryUsername === undefined
        ? '`registry-password` is set without `registry-username`'
        : '`registry-username` is set and `registry-password` is empty: the secret may not exist';
}


/***/ }),

/***/ 3837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ accountRegistry),
/* harmony export */   W: () => (/* binding */ hookNames)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);

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
    return (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(images[0]?.name ?? '')?.registry;
}


/***/ }),

/***/ 6548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ checkPins),
/* harmony export */   Cr: () => (/* binding */ planTakeBack),
/* harmony export */   Zm: () => (/* binding */ managedEnv),
/* harmony export */   bJ: () => (/* binding */ planDeploy),
/* harmony export */   j1: () => (/* binding */ projectName),
/* harmony export */   sy: () => (/* binding */ planRecover),
/* harmony export */   tW: () => (/* binding */ programHead)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4792);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3837);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4726);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9041);
/* harmony import */ var _plan_steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6700);







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
                        command: ['choose_colour', projectName(intent, server)],
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
/**
 * The name that Compose gives the project, without the colour of a blue-green deploy.
 * Source: https://docs.docker.com/compose/how-tos/project-name/
 */
function projectName({ env, project }, { path }) {
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
        const known = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseImageReference */ .o_)(image)?.registry === registry;
        const account = intent.registryAccount !== undefined && known ? ['account'] : [];
        return { title, command: ['pull', image, ...account] };
    };
    const others = intent.project.services.flatMap(({ name, image, imageIsKnown, active }) => pins.has(name) || !active || image === undefined || !imageIsKnown ? [] : image);
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

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ pinnedServices),
/* harmony export */   GR: () => (/* binding */ pinsPath),
/* harmony export */   PD: () => (/* binding */ renderPins)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);



/** Where the pins are, relative to the deploy folder; the env file's COMPOSE_FILE names it last. */
const pinsPath = '.deploy-kit/pins.yml';
/** The label that changes with the files that a service mounts. */
const filesLabel = 'deploy-kit.files';
/** The services that run an image of the release: service → reference by digest. */
function pinnedServices(project, images) {
    const pins = new Map();
    for (const service of project.services) {
        const reference = service.image === undefined ? undefined : (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(service.image);
        const image = images.find(({ name }) => reference !== undefined && (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(reference) === name);
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

/***/ 6700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ installSteps),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Gi: () => (/* binding */ proofSteps),
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   gl: () => (/* binding */ switchSteps),
/* harmony export */   h4: () => (/* binding */ pinWords)
/* harmony export */ });
/* harmony import */ var _switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3333);

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

/***/ 3333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ planSwitch),
/* harmony export */   Wy: () => (/* binding */ strategies),
/* harmony export */   qq: () => (/* binding */ rolledWords)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);


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
    const name = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image ?? '')
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

/***/ 8804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ textEntry),
/* harmony export */   IO: () => (/* binding */ accountConfiguration),
/* harmony export */   fU: () => (/* binding */ releaseUpload),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   ub: () => (/* binding */ programUpload),
/* harmony export */   wX: () => (/* binding */ rollbackUpload),
/* harmony export */   zi: () => (/* binding */ envText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3837);
/* harmony import */ var _deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6548);



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
/** A file of that text. */
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
// Removed once the images are there.
function accountEntries(account, images) {
    if (account === undefined)
        return [];
    const text = accountConfiguration(account, (0,_deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__/* .accountRegistry */ .L)(images) ?? '');
    return [textEntry('docker/config.json', 0o600, text)];
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

/***/ 7877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ imageReference)
/* harmony export */ });
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An image with an optional tag or digest, such as `ghcr.io/acme/api:1.4.2`. */
const imageReference = {
    describe: 'image reference',
    parse(value) {
        const reference = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(value);
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
            sink.end(bytes);
        });
    }
    archive.finalize();
}


/***/ }),

/***/ 7143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isRepositoryMissing),
/* harmony export */   Hv: () => (/* binding */ createRemedy),
/* harmony export */   nE: () => (/* binding */ missingRepository),
/* harmony export */   yD: () => (/* binding */ recogniseRefusal)
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


/***/ })

};
