export const id = 751;
export const ids = [751];
export const modules = {

/***/ 7684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ checkout)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** The files below one folder of the checkout. */
function checkout(folder) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder);
    return {
        readText(path) {
            const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
            return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(full) && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(full).isFile() ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(full, 'utf8') : undefined;
        },
        exists: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)),
        walk: (path) => walk(root, node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(path)),
    };
}
function walk(root, path) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
    const entry = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(full);
    const mode = entry.mode & 0o777;
    if (entry.isSymbolicLink())
        return [{ path, mode: 0o777, content: { kind: 'link', target: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(full) } }];
    if (entry.isFile())
        return [{ path, mode, content: { kind: 'file', bytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(full) } }];
    // Sockets, pipes and devices are no content that a deploy could carry.
    if (!entry.isDirectory())
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(full)
        .filter((name) => name !== '.git' && name !== '.deploy-kit')
        .sort()
        .flatMap((name) => walk(root, path === '.' ? name : `${path}/${name}`));
}


/***/ }),

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ deployCompose)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
/* harmony import */ var _plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2604);
/* harmony import */ var _plan_pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7593);
/* harmony import */ var _plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3314);
/* harmony import */ var _plan_render_program_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6044);
/* harmony import */ var _plan_upload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6604);
/* harmony import */ var _probe_server_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5748);
/* harmony import */ var _progress_report_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8922);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3449);
/* harmony import */ var _settle_server_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6489);











/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @param path the deploy folder as it was given (`~/app`, `/opt/app`)
 * @throws {DeployKitError} with the host state that the failure left
 */
async function deployCompose(intent, path, ports) {
    const { reporter, server } = ports;
    const pins = (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .pinnedServices */ .F3)(intent.project, intent.images);
    (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPins */ .$q)(intent, pins);
    const ready = await reporter.group(`Look at ${server.name}`, async () => {
        const facts = await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_6__/* .probeServer */ ._)(server, path, intent.pathsOnServer);
        const checked = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__/* .checkServer */ .i)(facts, server.name);
        (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_1__/* .checkProjectOnServer */ .e)(intent.project, intent.pathsOnServer, facts, server.name);
        describeServer(checked, ports);
        return checked;
    });
    const head = (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .programHead */ .tW)(intent, ready);
    const upload = (0,_plan_upload_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseUpload */ .f)(intent, (0,_plan_render_program_js__WEBPACK_IMPORTED_MODULE_9__/* .renderProgram */ .N)((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planDeploy */ .bJ)(intent, ready, pins)), (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPins */ .PD)(intent.project, pins, intent.files), pins, ready.currentFiles);
    reporter.info(`Sending release ${intent.releaseId}: ${intent.files.length - upload.unchanged} files, ${upload.unchanged} unchanged`);
    const progress = new _progress_report_js__WEBPACK_IMPORTED_MODULE_10__/* .ProgressReport */ .g(reporter);
    const run = {
        path: ready.path,
        releaseId: intent.releaseId,
        base: ready.current ?? '',
        upload,
        timeoutSeconds: programTimeout(intent),
    };
    const end = await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_7__/* .runProgram */ .m)(run, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    if (end === undefined)
        throw await endedEarly(progress, head, intent, ports);
    if (end.outcome !== 'committed')
        throw (0,_plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .explainProgramEnd */ .R)(end, server, ready.path, progress.details);
    return {
        releaseId: intent.releaseId,
        version: intent.version,
        previous: ready.current ?? '',
        changes: [...pins].map(([service, to]) => ({
            service,
            from: ready.currentImages.get(service) ?? '',
            to,
        })),
        steps: progress.steps,
        path: ready.path,
    };
}
function describeServer(server, { reporter }) {
    reporter.info(`Docker ${'version' in server.docker ? server.docker.version : ''}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`);
    reporter.info(server.current === undefined
        ? 'No release of deploy-kit is live yet'
        : `Live now: ${server.current}`);
    if (server.interrupted !== undefined)
        reporter.warning('An earlier deploy was interrupted', `Release ${server.interrupted} did not finish; this deploy settles it first.`);
}
// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
function programTimeout(intent) {
    return intent.lockTimeoutSeconds + 4 * (intent.healthTimeoutSeconds + 60) + 3600;
}
async function endedEarly(progress, head, intent, ports) {
    const settled = await (0,_settle_server_js__WEBPACK_IMPORTED_MODULE_8__/* .settleServer */ .d)(head, intent.lockTimeoutSeconds, ports);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('program-ended-early', { host: ports.server.name, step: progress.currentStep }, { details: progress.details, hostState: stateAfter(settled) });
}
function stateAfter(end) {
    if (end?.outcome !== 'settled')
        return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
    return end.live === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'restored', release: end.live };
}


/***/ }),

/***/ 4375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ locateProject),
  h: () => (/* binding */ prepareDeploy)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
;// CONCATENATED MODULE: ./build/src/plan/compose/interpolation-problem.js
/** Why a value of a Compose file cannot be interpolated. */
class InterpolationProblem extends Error {
    name = 'InterpolationProblem';
}

;// CONCATENATED MODULE: ./build/src/plan/compose/interpolate.js

/**
 * Compose's interpolation of one value: `$VAR`, `${VAR}`, `${VAR:-default}`, `${VAR-default}`,
 * `${VAR:?error}`, `${VAR?error}`, `${VAR:+other}`, `${VAR+other}`, nested, `$$` for a dollar sign.
 * A variable that is not set is empty.
 * Source: https://docs.docker.com/reference/compose-file/interpolation/
 * @throws {InterpolationProblem} for a required variable that is missing, or a `${` without its end
 */
function interpolate(text, env) {
    let result = '';
    let at = 0;
    while (at < text.length) {
        const dollar = text.indexOf('$', at);
        if (dollar < 0)
            break;
        result += text.slice(at, dollar);
        const { value, end } = expand(text, dollar, env);
        result += value;
        at = end;
    }
    return result + text.slice(at);
}
function expand(text, dollar, env) {
    const next = text[dollar + 1];
    if (next === '$')
        return { value: '$', end: dollar + 2 };
    if (next === '{') {
        const close = closingBrace(text, dollar + 2);
        return { value: substitute(text.slice(dollar + 2, close), env), end: close + 1 };
    }
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(dollar + 1))?.[0];
    if (name === undefined)
        throw new InterpolationProblem(`"${text}" has a $ that begins no variable; write $$ for a dollar sign`);
    return { value: env.get(name) ?? '', end: dollar + 1 + name.length };
}
function closingBrace(text, from) {
    let depth = 1;
    for (let at = from; at < text.length; at++) {
        if (text.startsWith('${', at))
            depth++;
        else if (text[at] === '}' && --depth === 0)
            return at;
    }
    throw new InterpolationProblem(`"${text}" has a \${ without its }`);
}
function substitute(expression, env) {
    const match = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])([\s\S]*))?$/.exec(expression);
    if (!match)
        throw new InterpolationProblem(`"\${${expression}}" is no variable`);
    const [, name = '', operator = '', word = ''] = match;
    const value = env.get(name);
    const given = value !== undefined && !(operator.startsWith(':') && value === '');
    switch (operator.replace(':', '')) {
        case '-':
            return given ? value : interpolate(word, env);
        case '+':
            return given ? interpolate(word, env) : '';
        case '?':
            if (!given)
                throw new InterpolationProblem(`the variable ${name} is required: ${interpolate(word, env)}`);
            return value;
        default:
            return value ?? '';
    }
}

;// CONCATENATED MODULE: ./build/src/plan/compose/env-file.js

/**
 * Reads a `.env` file as Compose does: comments, `export`, single quotes (literal), double quotes
 * (escapes and variables, over several lines), no quotes (variables, ` #` begins a comment).
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
function parseEnvFile(text) {
    const values = new Map();
    let rest = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    while (rest !== '') {
        const line = /^[^\n]*\n?/.exec(rest)?.[0] ?? rest;
        const match = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*[=:][ \t]*/.exec(line);
        if (!match) {
            rest = rest.slice(line.length);
            continue;
        }
        const { value, length } = readValue(rest.slice(match[0].length), values);
        values.set(match[1] ?? '', value);
        rest = rest.slice(match[0].length + length);
    }
    return values;
}
function readValue(text, known) {
    const single = /^'((?:[^'\\]|\\[\s\S])*)'[^\n]*\n?/.exec(text);
    if (single)
        return { value: (single[1] ?? '').replaceAll(String.raw `\'`, "'"), length: single[0].length };
    const double = /^"((?:[^"\\]|\\[\s\S])*)"[^\n]*\n?/.exec(text);
    if (double)
        return { value: readDoubleQuoted(double[1] ?? '', known), length: double[0].length };
    const line = /^[^\n]*\n?/.exec(text)?.[0] ?? '';
    const bare = line
        .replace(/\n$/, '')
        .replace(/(^|[ \t])#.*$/, '')
        .trim();
    return { value: expandLeniently(bare, known), length: line.length };
}
const escapes = { n: '\n', r: '\r', t: '\t' };
function readDoubleQuoted(text, known) {
    // An escaped dollar sign must survive the interpolation.
    const kept = text.replaceAll(String.raw `\$`, '$$$$');
    return expandLeniently(kept, known).replace(/\\([\s\S])/g, (whole, character) => character === '"' || character === '\\' ? character : (escapes[character] ?? whole));
}
// A lone dollar sign in an env file stays as it is.
function expandLeniently(text, known) {
    try {
        return interpolate(text, known);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/src/plan/compose/load-compose-file.js




function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * Parses one Compose file and interpolates its values (never its keys).
 * @throws {DeployKitError} `compose-file-invalid`
 */
function loadComposeFile(file, text, env) {
    // YAML 1.1 merge keys (`<<`) are what Compose files use to share settings.
    const document = (0,dist/* parseDocument */.Tp)(text, { merge: true, customTags: tolerated });
    const [error] = document.errors;
    if (error !== undefined)
        throw (0,errors/* failure */.V2)('compose-file-invalid', { file, message: error.message.split('\n')[0] ?? '' });
    try {
        const content = document.toJS({ maxAliasCount: 1000 });
        if (!isMapping(content))
            throw new InterpolationProblem('it must be a mapping with `services`');
        return interpolateAll(content, env);
    }
    catch (cause) {
        if (cause instanceof InterpolationProblem || cause instanceof ReferenceError)
            throw (0,errors/* failure */.V2)('compose-file-invalid', { file, message: cause.message }, { cause });
        throw cause;
    }
}
// Compose's own tags, which say how a later file's value replaces an earlier one's.
const tolerated = ['!reset', '!override'].flatMap((tag) => [
    { tag, resolve: (value) => value },
    { tag, collection: 'map', resolve: (value) => value },
    { tag, collection: 'seq', resolve: (value) => value },
]);
function interpolateAll(value, env) {
    if (typeof value === 'string')
        return interpolate(value, env);
    if (Array.isArray(value))
        return value.map((entry) => interpolateAll(entry, env));
    if (isMapping(value))
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, interpolateAll(entry, env)]));
    return value;
}

;// CONCATENATED MODULE: ./build/src/plan/compose/referenced-paths.js



/** Finds the relative paths; absolute ones, `~` and named volumes are the server's own. */
const referencedPaths = {
    ofService(file, name, service, base) {
        return [
            ...list(service.volumes).flatMap((volume) => bindMount(file, name, volume, base)),
            ...list(service.env_file).flatMap((entry) => envFile(file, entry, base)),
        ];
    },
    file(file, path, base, kind) {
        return inProject(file, path, base, kind, true);
    },
};
function list(value) {
    if (value === undefined || value === null)
        return [];
    return Array.isArray(value) ? value : [value];
}
function bindMount(file, name, volume, base) {
    if (typeof volume === 'string') {
        const [source = '', target] = volume.split(':');
        // Only a source that begins with a dot is a relative path; another word is a volume's name.
        if (target === undefined || !/^\.\.?(\/|$)/.test(source))
            return [];
        return inProject(file, source, base, 'bind-mount', true);
    }
    if (!isMapping(volume) || volume.type !== 'bind')
        return [];
    const source = volume.source;
    if (typeof source !== 'string')
        throw (0,errors/* failure */.V2)('compose-file-invalid', {
            file,
            message: `a bind mount of service ${name} has no source`,
        });
    const bind = volume.bind;
    const makesItself = isMapping(bind) && bind.create_host_path === true;
    return inProject(file, source, base, 'bind-mount', !makesItself);
}
function envFile(file, entry, base) {
    if (typeof entry === 'string')
        return inProject(file, entry, base, 'env-file', true);
    if (!isMapping(entry) || typeof entry.path !== 'string')
        return [];
    return inProject(file, entry.path, base, 'env-file', entry.required !== false);
}
function inProject(file, path, base, kind, required) {
    if (path.startsWith('/') || path.startsWith('~'))
        return [];
    const normal = external_node_path_.posix.join(base, path).replace(/\/$/, '');
    if (normal === '..' || normal.startsWith('../'))
        throw (0,errors/* failure */.V2)('compose-file-invalid', {
            file,
            message: `${path} leads out of the project folder, so it cannot be deployed with it; move it inside or use an absolute path`,
        });
    return [{ path: normal, kind, required }];
}

;// CONCATENATED MODULE: ./build/src/plan/compose/compose-project.js




/**
 * Reads the Compose files of a project: services, images and every path in the project folder that
 * they mention.
 * Source: https://docs.docker.com/reference/compose-file/
 * @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`
 */
function readComposeProject(source) {
    const reader = new ProjectReader(source);
    for (const file of source.files)
        reader.add(file, '.');
    return reader.project();
}
/** How deep include and extends may nest: more is a circle. */
const deepest = 20;
class ProjectReader {
    #source;
    #files = [];
    #services = new Map();
    #networks = new Map();
    #paths = new Map();
    #shared = [];
    constructor(source) {
        this.#source = source;
    }
    /** Adds a Compose file whose relative paths are meant from `base`. */
    add(file, base, depth = 0) {
        if (depth > deepest)
            throw invalid(file, '`include` goes round in a circle');
        const content = this.#load(file);
        for (const included of this.#includes(file, content, base))
            this.add(included.file, included.base, depth + 1);
        const services = content.services;
        if (services !== undefined && !isMapping(services))
            throw invalid(file, '`services` must be a mapping');
        for (const [name, service] of Object.entries(services ?? {})) {
            if (service !== null && !isMapping(service))
                throw invalid(file, `service \`${name}\` must be a mapping`);
            this.#addService(file, name, service ?? {}, base);
        }
        for (const [name, network] of Object.entries(mapping(content.networks)))
            this.#networks.set(name, { ...this.#networks.get(name), ...mapping(network) });
        for (const kind of ['configs', 'secrets'])
            for (const entry of Object.values(mapping(content[kind]))) {
                const path = mapping(entry).file;
                if (typeof path === 'string')
                    this.#shared.push(...referencedPaths.file(file, path, base, kind === 'configs' ? 'config' : 'secret'));
            }
    }
    project() {
        const services = [...this.#services].map(([name, layers]) => {
            const merged = Object.assign({}, ...layers);
            const usesShared = merged.configs !== undefined || merged.secrets !== undefined;
            return {
                name,
                image: typeof merged.image === 'string' ? merged.image : undefined,
                profiles: Array.isArray(merged.profiles) ? merged.profiles.map(String) : [],
                paths: [...(this.#paths.get(name) ?? []), ...(usesShared ? this.#shared : [])],
            };
        });
        if (services.length === 0)
            throw invalid(this.#files[0] ?? '', 'it holds no services');
        return {
            files: [...new Set(this.#files)],
            services,
            externalNetworks: [...this.#networks].flatMap(([key, network]) => externalName(key, network) ?? []),
        };
    }
    #addService(file, name, service, base) {
        const layers = [...this.#extended(file, service, base), { settings: service, base }];
        this.#services.set(name, [
            ...(this.#services.get(name) ?? []),
            ...layers.map(({ settings }) => settings),
        ]);
        const paths = layers.flatMap((layer) => referencedPaths.ofService(file, name, layer.settings, layer.base));
        this.#paths.set(name, [...(this.#paths.get(name) ?? []), ...paths]);
    }
    // `extends: {file, service}` takes over another service's settings; paths count from that file.
    #extended(file, service, base, depth = 0) {
        const extended = service.extends;
        if (extended === undefined)
            return [];
        const options = typeof extended === 'string' ? { service: extended } : mapping(extended);
        const name = String(options.service);
        const other = typeof options.file === 'string' ? external_node_path_.posix.join(base, options.file) : file;
        const found = mapping(this.#load(other).services)[name];
        if (!isMapping(found))
            throw invalid(file, `\`extends\` names the service ${name}, which ${other} does not have`);
        if (depth > deepest)
            throw invalid(file, `\`extends\` of ${name} goes round in a circle`);
        const folder = other === file ? base : external_node_path_.posix.dirname(other);
        return [...this.#extended(other, found, folder, depth + 1), { settings: found, base: folder }];
    }
    #includes(file, content, base) {
        const includes = content.include;
        if (includes === undefined)
            return [];
        if (!Array.isArray(includes))
            throw invalid(file, '`include` must be a list');
        return includes.flatMap((entry) => {
            const options = typeof entry === 'string' ? { path: entry } : mapping(entry);
            const paths = Array.isArray(options.path) ? options.path : [options.path];
            return paths.map((path) => {
                const included = external_node_path_.posix.join(base, String(path));
                const own = options.project_directory;
                return {
                    file: included,
                    base: typeof own === 'string' ? external_node_path_.posix.join(base, own) : external_node_path_.posix.dirname(included),
                };
            });
        });
    }
    #load(file) {
        const path = external_node_path_.posix.normalize(file);
        if (path.startsWith('..'))
            throw invalid(file, 'it is outside of the project folder');
        const text = this.#source.readFile(path);
        if (text === undefined)
            throw (0,errors/* failure */.V2)('compose-file-missing', { file: path, directory: 'the project folder' });
        this.#files.push(path);
        return loadComposeFile(path, text, this.#source.env);
    }
}
function externalName(key, network) {
    const { external, name } = network;
    if (external === undefined || external === false || external === 'false')
        return undefined;
    // The older form carries the name inside: `external: {name: proxy}`.
    const inner = mapping(external).name;
    return typeof inner === 'string' ? inner : typeof name === 'string' ? name : key;
}
function mapping(value) {
    return isMapping(value) ? value : {};
}
function invalid(file, message) {
    return (0,errors/* failure */.V2)('compose-file-invalid', { file, message });
}

// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
;// CONCATENATED MODULE: ./build/src/plan/quote-env-value.js
/**
 * A value as it stands in an env file, so that Compose reads exactly it: without quotes Compose takes
 * `$` for a variable and ` #` for a comment.
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
function quoteEnvValue(value) {
    if (/^[A-Za-z0-9_./:@%+,=-]*$/.test(value))
        return value;
    if (!/['\n\r]/.test(value))
        return `'${value}'`;
    const escaped = value
        .replace(/["\\$]/g, String.raw `\$&`)
        .replaceAll('\n', String.raw `\n`)
        .replaceAll('\r', String.raw `\r`);
    return `"${escaped}"`;
}

;// CONCATENATED MODULE: ./build/src/apply/collect-files.js


/**
 * Finds every file that the Compose files mention: they themselves, bind mounts, env files, configs
 * and secrets. The env file `.env` is left out: the release's own takes its place.
 * @throws {DeployKitError} `compose-file-invalid` for a file name that cannot be sent in a list
 */
function collectFiles(project, workspace) {
    const mentioned = project.services
        .flatMap(({ paths }) => paths)
        .filter(({ path }) => path !== '.env');
    const present = [...project.files, ...mentioned.map(({ path }) => path)].filter((path) => workspace.exists(path));
    const files = new Map();
    for (const path of present)
        for (const file of workspace.walk(path))
            files.set(external_node_path_.posix.normalize(file.path), file);
    files.delete('.env');
    for (const path of files.keys())
        if (/[\n\r]/.test(path))
            throw (0,errors/* failure */.V2)('compose-file-invalid', {
                file: JSON.stringify(path),
                message: 'a file name with a line break cannot be deployed',
            });
    return {
        files: [...files.values()],
        pathsOnServer: mentioned
            .filter(({ path, required }) => required && !workspace.exists(path))
            .map(({ path }) => path),
    };
}

;// CONCATENATED MODULE: ./build/src/apply/prepare-deploy.js







/**
 * Turns the request into everything a deploy needs, from the checkout and the registry, before the
 * server is touched.
 * @throws {DeployKitError} for images that do not exist, Compose files that are not valid …
 */
async function prepareDeploy(request, checkout, registry) {
    const { images, version } = await releasedImages(request, registry);
    const env = envText(request, checkout.root);
    const variables = new Map(env === undefined ? [] : parseEnvFile(env));
    variables.set(request.versionVariable, version);
    const project = readComposeProject({
        files: request.composeFiles,
        readFile: (path) => checkout.project.readText(path),
        env: variables,
    });
    return {
        ...request,
        releaseId: releaseId(request.startedAt, version),
        images,
        version,
        revision: request.release?.revision ?? request.revision,
        document: request.release,
        project,
        ...collectFiles(project, checkout.project),
        env,
    };
}
/** The project folder and the Compose files in it: Compose's own rule is the first file's folder. */
function locateProject(composeFiles, root) {
    const given = composeFiles ?? defaultComposeFiles.filter((file) => root.exists(file)).slice(0, 1);
    const [first] = given;
    if (first === undefined)
        throw (0,errors/* failure */.V2)('compose-file-missing', {
            file: defaultComposeFiles.join(', '),
            directory: 'the top folder',
        });
    const folder = external_node_path_.posix.dirname(external_node_path_.posix.normalize(first));
    return { folder, files: given.map((file) => external_node_path_.posix.relative(folder, external_node_path_.posix.normalize(file))) };
}
// Compose's order of preference: https://docs.docker.com/compose/intro/compose-application-model/
const defaultComposeFiles = [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yaml',
    'docker-compose.yml',
];
async function releasedImages({ images, release }, registry) {
    if (images.length > 0) {
        const pinned = await Promise.all(images.map((image) => pin(image, registry)));
        return { images: pinned, version: versionOf(images[0], pinned[0]) };
    }
    if (release === undefined)
        throw (0,errors/* failure */.V2)('release-document-invalid', {
            problems: 'the event that started this run carries no release',
        });
    return {
        images: release.images.map(({ reference, digest }) => {
            const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
            return { name: parsed === undefined ? reference : (0,image_reference/* imageName */.tO)(parsed), digest };
        }),
        version: release.version,
    };
}
async function pin(image, registry) {
    if (image.digest !== undefined)
        return { name: (0,image_reference/* imageName */.tO)(image), digest: image.digest };
    const found = await registry.find(image);
    if (found === undefined)
        throw (0,errors/* failure */.V2)('image-not-found', { image: (0,image_reference/* formatImageReference */.my)(image) });
    return { name: (0,image_reference/* imageName */.tO)(image), digest: found.digest };
}
// The tag is what people call a release; an image that is named by digest alone has only that.
function versionOf(image, pinned) {
    return image?.tag ?? pinned?.digest.slice('sha256:'.length, 'sha256:'.length + 12) ?? '';
}
function envText({ envFile, env }, root) {
    const added = [...(env ?? [])].map(([key, value]) => `${key}=${quoteEnvValue(value)}\n`).join('');
    if (envFile === undefined)
        return env === undefined ? undefined : added;
    const text = root.readText(envFile);
    if (text === undefined)
        throw (0,errors/* failure */.V2)('env-file-missing', { file: envFile });
    return `${text.replace(/\n?$/, '\n')}${added}`;
}
// Sorts by time, is unique for each deploy of a version, and is a file name everywhere.
function releaseId(startedAt, version) {
    const time = startedAt.toISOString().replace(/[-:]|\.\d+/g, '');
    return `${time}-${version.replace(/[^A-Za-z0-9._-]/g, '-').slice(0, 80)}`;
}


/***/ }),

/***/ 5435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ renderDeploySummary)
/* harmony export */ });
/** The job summary of a release that is live: what changed, when what happened, how to look and undo. */
function renderDeploySummary(deployment, intent, { host, seconds }) {
    const ssh = `ssh ${host.port === 22 ? '' : `-p ${host.port} `}${host.user}@${host.host}`;
    return [
        `## :rocket: ${cell(intent.version)} is live on ${cell(host.host)}`,
        '',
        `Released by ${cell(intent.actor)} from [this run](${intent.runUrl}) in ${seconds.toFixed(1)} s; commit \`${intent.revision.slice(0, 12)}\`.`,
        '',
        '| service | before | now |',
        '| --- | --- | --- |',
        ...deployment.changes.map(({ service, from, to }) => `| ${cell(service)} | ${shortDigest(from)} | ${shortDigest(to)} |`),
        '',
        ...timeline(deployment.steps),
        '',
        `Look around: \`${ssh}\`, then \`cd ${deployment.path} && docker compose ps\``,
        '',
        `Undo: run the deploy workflow by hand with the version before${deployment.previous === '' ? '' : ` (live until now: \`${deployment.previous}\`)`}.`,
        '',
    ].join('\n');
}
function shortDigest(image) {
    const digest = image.split('@sha256:')[1];
    return digest === undefined ? '–' : `\`${digest.slice(0, 12)}\``;
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
function cell(text) {
    return text.replace(/[|\\`<>]/g, (character) => `\\${character}`);
}


/***/ })

};
