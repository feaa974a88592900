export const id = 933;
export const ids = [933];
export const modules = {

/***/ 510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ readComposeProject)
});

;// CONCATENATED MODULE: ./build/src/text/shell-words.js
/**
 * The words of a command line, with quotes and backslashes as a POSIX shell takes them, and nothing expanded:
 * as Compose splits a `command` that is a text.
 * @returns `undefined` when a quote is not closed
 */
function shellWords(text) {
    const part = /'[^']*'|"(?:\\[^]|[^"\\])*"|\\[^]|[^\s'"\\]+/y;
    const words = [];
    let word;
    let at = 0;
    while (at < text.length) {
        const space = /^\s+/.exec(text.slice(at))?.[0].length ?? 0;
        if (space > 0) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
            at += space;
            continue;
        }
        part.lastIndex = at;
        const found = part.exec(text)?.[0];
        if (found === undefined)
            return undefined;
        word = (word ?? '') + unquoted(found);
        at += found.length;
    }
    return word === undefined ? words : [...words, word];
}
function unquoted(part) {
    if (part.startsWith("'"))
        return part.slice(1, -1);
    if (part.startsWith('"'))
        return part.slice(1, -1).replace(/\\(["\\$`])/g, '$1');
    return part.replace(/^\\/, '');
}

// EXTERNAL MODULE: ./build/src/compose/interpolate.js
var interpolate = __webpack_require__(4037);
// EXTERNAL MODULE: ./build/src/compose/load-compose-file.js
var load_compose_file = __webpack_require__(6964);
;// CONCATENATED MODULE: ./build/src/compose/yes-or-no.js
/** Whether a value means yes: a variable leaves a text where a boolean is meant. */
function isYes(value) {
    return value === true || (typeof value === 'string' && /^(true|yes|y|on)$/i.test(value));
}
/** Whether a value means no. */
function isNo(value) {
    return value === false || (typeof value === 'string' && /^(false|no|n|off)$/i.test(value));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/compose/invalid-file.js
var invalid_file = __webpack_require__(4308);
;// CONCATENATED MODULE: ./build/src/compose/project-folder.js


/**
 * The value of `PWD`: Compose is called in the project folder, whose place only the server knows. As a path it is
 * one that `rebasePath` finds again; anywhere else the value is not known here.
 */
const projectFolder = `/${interpolate/* unknownValue */.Uo}PWD${interpolate/* unknownValue */.Uo}`;
/** The path below the project folder that begins with `$PWD`; `undefined` for any other. */
function belowProjectFolder(path) {
    if (!path.startsWith(projectFolder))
        return undefined;
    const rest = path.slice(projectFolder.length);
    // `${PWD}.bak` is a place beside it.
    if (rest !== '' && !rest.startsWith('/'))
        return `../${rest}`;
    return external_node_path_.posix.join('.', rest).replace(/(?<=.)\/$/, '');
}

;// CONCATENATED MODULE: ./build/src/compose/rebase-model.js




/**
 * The model of one Compose file with what has several spellings in one, and with each relative path
 * meant from the project folder instead of from `base`. Only then can models of several files be merged.
 * @throws {DeployKitError} `compose-file-invalid`
 */
function rebaseModel(file, content, base) {
    if (content.services === null)
        throw (0,invalid_file/* invalidFile */.A)(file, '`services` must be a mapping');
    const services = section(file, content, 'services');
    return {
        ...content,
        services: mapValues(services, (service, name) => {
            if (service === null)
                return null;
            if (!(0,load_compose_file/* isMapping */.pi)(service))
                throw (0,invalid_file/* invalidFile */.A)(file, `service ${name} must be a mapping`);
            return new ServiceRebase(file, `services.${name}`, service, base).service();
        }),
        networks: section(file, content, 'networks'),
        volumes: mapValues(section(file, content, 'volumes'), (volume) => volumeFolder(volume, base)),
        configs: mapValues(section(file, content, 'configs'), (entry) => ownFile(entry, base)),
        secrets: mapValues(section(file, content, 'secrets'), (entry) => ownFile(entry, base)),
    };
}
/** A path as Compose means it: absolute ones and those below a home belong to the server. */
function rebasePath(path, base) {
    const inside = belowProjectFolder(path);
    if (inside !== undefined)
        return inside;
    return isOnServer(path) ? path : external_node_path_.posix.join(base, path).replace(/(?<=.)\/$/, '');
}
/** Whether a path names a place on the server, whatever the project folder is. */
function isOnServer(path) {
    return /^(\/|~|\\\\|[A-Za-z]:)/.test(path);
}
class ServiceRebase {
    #file;
    #at;
    #service;
    #base;
    constructor(file, at, service, base) {
        this.#file = file;
        this.#at = at;
        this.#service = service;
        this.#base = base;
    }
    service() {
        const { image } = this.#service;
        if (image !== undefined && image !== null && typeof image !== 'string')
            throw this.#invalid('image', 'must be a string');
        return {
            ...this.#service,
            ...this.#rewritten('volumes', (volumes) => volumes.map((volume) => this.#volume(volume))),
            ...this.#rewritten('env_file', (files) => files.map((file) => this.#envFile(file)), true),
            ...this.#rewritten('label_file', (files) => files.map((file) => this.#labelFile(file)), true),
            ...this.#rewritten('configs', (entries) => entries.map((entry) => this.#reference(entry))),
            ...this.#rewritten('secrets', (entries) => entries.map((entry) => this.#reference(entry))),
            ...this.#networks(),
        };
    }
    #rewritten(key, rewrite, mayBeOne = false) {
        const value = this.#service[key];
        if (value === undefined || value === null)
            return {};
        if (mayBeOne && typeof value === 'string')
            return { [key]: rewrite([value]) };
        if (!Array.isArray(value))
            throw this.#invalid(key, 'must be a list');
        return { [key]: rewrite(value) };
    }
    #volume(volume) {
        const long = typeof volume === 'string' ? parseShortVolume(volume) : volume;
        if (!(0,load_compose_file/* isMapping */.pi)(long))
            throw this.#invalid('volumes', 'holds neither a text nor a mapping');
        if (typeof long.target !== 'string')
            throw this.#invalid('volumes', 'holds a volume without its `target`');
        const target = external_node_path_.posix.normalize(long.target).replace(/(?<=.)\/$/, '');
        if (long.type !== 'bind')
            return { ...long, target };
        if (typeof long.source !== 'string' || long.source === '')
            throw this.#invalid('volumes', 'holds a bind mount without its `source`');
        return { ...long, target, source: rebasePath(long.source, this.#base) };
    }
    #envFile(entry) {
        const long = typeof entry === 'string' ? { path: entry } : entry;
        if (!(0,load_compose_file/* isMapping */.pi)(long) || typeof long.path !== 'string')
            throw this.#invalid('env_file', 'holds neither a path nor a mapping with `path`');
        return { ...long, path: rebasePath(long.path, this.#base) };
    }
    #labelFile(path) {
        if (typeof path !== 'string')
            throw this.#invalid('label_file', 'must be paths');
        return rebasePath(path, this.#base);
    }
    #reference(entry) {
        const long = typeof entry === 'string' ? { source: entry } : entry;
        if (!(0,load_compose_file/* isMapping */.pi)(long) || typeof long.source !== 'string')
            throw this.#invalid('configs and secrets', 'must be names or mappings with `source`');
        return long;
    }
    #networks() {
        const { networks } = this.#service;
        return Array.isArray(networks)
            ? { networks: Object.fromEntries(networks.map((name) => [String(name), null])) }
            : {};
    }
    #invalid(key, problem) {
        return (0,invalid_file/* invalidFile */.A)(this.#file, `\`${this.#at}.${key}\` ${problem}`);
    }
}
/** The key of a bind mount in the short form: Compose makes a folder where its source is missing. */
const shortForm = 'is_short';
// `source:target:options`; a lone path is an anonymous volume, `C:\x` one part. Of the options only those that say
// whether it can be written matter here.
function parseShortVolume(text) {
    const [, source, target, options = ''] = /^([A-Za-z]:[^:]*|[^:]*):([^:]*)(?::(.*))?$/.exec(text) ?? [];
    if (source === undefined || target === undefined)
        return { type: 'volume', target: text };
    const isPath = source.startsWith('.') || isOnServer(source);
    const readOnly = options.split(',').includes('ro') ? { read_only: true } : {};
    if (!isPath)
        return { type: 'volume', source, target, ...readOnly };
    return { type: 'bind', source, target, ...readOnly, [shortForm]: true };
}
// A named volume that is a folder of the project: Compose knows the path in exactly this spelling.
function volumeFolder(volume, base) {
    if (!(0,load_compose_file/* isMapping */.pi)(volume) || volume.driver !== 'local')
        return volume;
    const options = volume.driver_opts;
    if (!(0,load_compose_file/* isMapping */.pi)(options) || options.o !== 'bind' || typeof options.device !== 'string')
        return volume;
    return { ...volume, driver_opts: { ...options, device: rebasePath(options.device, base) } };
}
function ownFile(entry, base) {
    if (!(0,load_compose_file/* isMapping */.pi)(entry) || typeof entry.file !== 'string')
        return entry;
    return { ...entry, file: rebasePath(entry.file, base) };
}
function section(file, content, key) {
    const value = content[key] ?? {};
    if (!(0,load_compose_file/* isMapping */.pi)(value))
        throw (0,invalid_file/* invalidFile */.A)(file, `\`${key}\` must be a mapping`);
    return value;
}
function mapValues(mapping, change) {
    return Object.fromEntries(Object.entries(mapping).map(([key, value]) => [key, change(value, key)]));
}

;// CONCATENATED MODULE: ./build/src/compose/container-settings.js





/**
 * Reads them from a service of a merged model.
 * @param env the variables that a name without a value stands for
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
function containerSettings(model, service, env) {
    const networks = (0,load_compose_file/* isMapping */.pi)(service.networks) ? Object.values(service.networks) : [];
    return {
        command: words(service.command),
        entrypoint: words(service.entrypoint),
        user: container_settings_text(service.user),
        workingDirectory: container_settings_text(service.working_dir),
        environment: environmentOf(service.environment, env),
        envFiles: list(service.env_file).flatMap((entry) => (0,load_compose_file/* isMapping */.pi)(entry) && typeof entry.path === 'string' ? entry.path : []),
        mounts: [
            ...list(service.volumes)
                .filter(load_compose_file/* isMapping */.pi)
                .map((volume) => mountOf(model, volume)),
            ...sharedMounts(model, service, 'configs', '/'),
            ...sharedMounts(model, service, 'secrets', '/run/secrets/'),
        ],
        aliases: [
            ...[service.container_name, service.hostname].flatMap((name) => container_settings_text(name) ?? []),
            ...networks.flatMap((network) => (0,load_compose_file/* isMapping */.pi)(network) ? list(network.aliases).map(String) : []),
        ],
        links: [...list(service.links), ...list(service.external_links)].flatMap((link) => String(link).split(':')[1] ?? []),
        extraHosts: extraHosts(service.extra_hosts),
    };
}
function words(value) {
    if (typeof value === 'string')
        return shellWords(value);
    return Array.isArray(value) ? value.map(String) : undefined;
}
function environmentOf(value, env) {
    const entries = (0,load_compose_file/* isMapping */.pi)(value)
        ? Object.entries(value)
        : list(value).map((entry) => {
            const [, name = '', value] = /^([^=]*)(?:=([^]*))?$/.exec(String(entry)) ?? [];
            return [name, value];
        });
    return new Map(entries.map(([name, given]) => {
        const known = given === undefined || given === null
            ? env.get(name)
            : given.toString();
        return [name, known?.includes(interpolate/* unknownValue */.Uo) === true ? undefined : known];
    }));
}
function mountOf(model, { type, source, target, read_only: readOnly }) {
    const place = {
        source: typeof source === 'string' ? source : '',
        target: String(target),
        isOwn: false,
        readOnly: isYes(readOnly),
    };
    if (type === 'tmpfs')
        return { ...place, kind: 'memory' };
    if (place.source.includes(interpolate/* unknownValue */.Uo))
        return { ...place, kind: 'unknown' };
    if (type === 'bind')
        return { ...place, kind: isOnServer(place.source) ? 'server' : 'project' };
    if (type !== 'volume')
        return { ...place, kind: 'unknown' };
    if (place.source === '')
        return { ...place, kind: 'image' };
    const volume = entryOf(model, 'volumes', place.source);
    const name = (0,load_compose_file/* isMapping */.pi)(volume) ? container_settings_text(volume.name) : undefined;
    const isShared = (0,load_compose_file/* isMapping */.pi)(volume) && (isYes(volume.external) || name !== undefined);
    return { ...place, source: name ?? place.source, kind: 'volume', isOwn: !isShared };
}
function sharedMounts(model, service, section, folder) {
    return list(service[section])
        .filter(load_compose_file/* isMapping */.pi)
        .map((reference) => {
        const name = String(reference.source);
        const given = container_settings_text(reference.target) ?? name;
        const target = given.startsWith('/') ? given : `${folder}${given}`;
        const entry = entryOf(model, section, name);
        const file = (0,load_compose_file/* isMapping */.pi)(entry) ? container_settings_text(entry.file) : undefined;
        const place = { source: file ?? name, target, isOwn: false, readOnly: true };
        if (file === undefined)
            return { ...place, kind: 'unknown' };
        return { ...place, kind: isOnServer(file) ? 'server' : 'project' };
    });
}
// A list of `name:address` or `name=address`, or a mapping of names.
function extraHosts(value) {
    const hosts = (0,load_compose_file/* isMapping */.pi)(value)
        ? Object.entries(value).flatMap(([name, given]) => (Array.isArray(given) ? given : [given]).map((address) => `${name}:${String(address)}`))
        : list(value).map((entry) => String(entry).replace('=', ':'));
    return hosts.filter((host) => !host.includes(interpolate/* unknownValue */.Uo));
}
function entryOf(model, section, name) {
    const entries = model[section];
    return (0,load_compose_file/* isMapping */.pi)(entries) ? entries[name] : undefined;
}
function container_settings_text(value) {
    const known = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return known === '' || known.includes(interpolate/* unknownValue */.Uo) ? undefined : known;
}
function list(value) {
    return Array.isArray(value) ? value : [];
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/compose/env-file.js
var env_file = __webpack_require__(4792);
;// CONCATENATED MODULE: ./build/src/compose/merge-models.js

/**
 * Merges a later Compose model over an earlier one, or a service's settings over those of another that
 * it extends, both rebased: mappings key by key, lists one after the other (entries for the same place
 * in a container only once, the later one), all else is replaced.
 * Source: https://docs.docker.com/reference/compose-file/merge/
 */
function mergeModels(earlier, later) {
    return merge(earlier, later, '');
}
function merge(earlier, later, key) {
    if ((0,load_compose_file/* isMapping */.pi)(earlier) && (0,load_compose_file/* isMapping */.pi)(later)) {
        const merged = Object.entries(later).map(([name, value]) => [
            name,
            name in earlier ? merge(earlier[name], value, name) : value,
        ]);
        return { ...earlier, ...Object.fromEntries(merged) };
    }
    if (Array.isArray(earlier) && Array.isArray(later))
        return unique([...earlier, ...later], key);
    // What a later file only names stays as it was.
    return later === null ? earlier : later;
}
function unique(entries, key) {
    const places = new Map();
    for (const entry of entries)
        places.set(place(entry, key), entry);
    return [...places.values()];
}
function place(entry, key) {
    if (!(0,load_compose_file/* isMapping */.pi)(entry))
        return entry;
    switch (key) {
        case 'volumes':
            return entry.target;
        case 'configs':
        case 'secrets':
            return entry.target ?? entry.source;
        case 'env_file':
            return entry.path;
        default:
            return entry;
    }
}

;// CONCATENATED MODULE: ./build/src/compose/model-reader.js








/** Reads Compose files with everything that they include and extend, as one merged model. */
class ModelReader {
    #readFile;
    #files = new Set();
    constructor(readFile) {
        this.#readFile = readFile;
    }
    /** Every file that was read, Compose files and the env files of includes, in that order. */
    get files() {
        return [...this.#files];
    }
    /** @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`, `env-file-invalid` */
    read(part, includedBy = []) {
        for (const file of part.files)
            this.#files.add(external_node_path_.posix.normalize(file));
        let model = {};
        for (const file of part.files) {
            if (includedBy.includes(file))
                throw (0,invalid_file/* invalidFile */.A)(file, '`include` goes round in a circle');
            for (const document of this.#load(file, part.base, part.variables)) {
                const own = this.#withExtended({ ...part, file, document });
                const whole = this.#withIncluded(own, file, part, [...includedBy, file]);
                model = mergeModels((0,load_compose_file/* withoutPaths */.fx)(model, document.replaced), whole);
            }
        }
        return model;
    }
    #load(file, base, variables) {
        return (0,load_compose_file/* loadComposeFile */.RC)(file, this.#text(file), variables).map(({ content, replaced }) => ({
            content: rebaseModel(file, content, base),
            replaced,
        }));
    }
    #text(file) {
        const path = external_node_path_.posix.normalize(file);
        if (/^[a-z+]+:\/|^git@/.test(path))
            throw (0,invalid_file/* invalidFile */.A)(file, 'it is not a file of the checkout; only such files can be deployed');
        if (external_node_path_.posix.isAbsolute(path) || /^\.\.(\/|$)/.test(path))
            throw (0,invalid_file/* invalidFile */.A)(file, 'it is outside of the project folder');
        const text = this.#readFile(path);
        if (text === undefined)
            throw (0,errors/* failure */.V2)('compose-file-missing', { file: path, directory: 'the project folder' });
        this.#files.add(path);
        return text;
    }
    #withExtended(source) {
        const { services } = source.document.content;
        const names = (0,load_compose_file/* isMapping */.pi)(services) ? Object.keys(services) : [];
        return {
            ...source.document.content,
            services: Object.fromEntries(names.map((name) => [name, this.#service(name, source, [])])),
        };
    }
    /** A service with what it extends below it. */
    #service(name, source, followed) {
        const service = mapping(source.document.content.services)[name];
        if (!(0,load_compose_file/* isMapping */.pi)(service) || service.extends === undefined)
            return service;
        const here = `${source.file} ${name}`;
        if (followed.includes(here))
            throw (0,invalid_file/* invalidFile */.A)(source.file, `\`extends\` of service ${name} goes round in a circle`);
        const { extends: link, ...settings } = service;
        const target = typeof link === 'string' ? { service: link } : mapping(link);
        const other = String(target.service);
        const from = this.#extendedSource(target.file, source, other, name);
        const extended = this.#service(other, from, [...followed, here]);
        const base = (0,load_compose_file/* isMapping */.pi)(extended) ? extended : {};
        const replaced = source.document.replaced.flatMap(([section, owner, ...rest]) => section === 'services' && owner === name && rest.length > 0 ? [rest] : []);
        return mergeModels((0,load_compose_file/* withoutPaths */.fx)(base, replaced), settings);
    }
    #extendedSource(file, source, other, name) {
        const path = typeof file === 'string' ? rebasePath(file, source.base) : source.file;
        const base = typeof file === 'string' ? external_node_path_.posix.dirname(path) : source.base;
        const documents = typeof file === 'string' ? this.#load(path, base, source.variables) : [source.document];
        // Documents of one file are merged as files are.
        const document = documents.reduce((earlier, later) => ({
            content: mergeModels((0,load_compose_file/* withoutPaths */.fx)(earlier.content, later.replaced), later.content),
            replaced: later.replaced,
        }), { content: {}, replaced: [] });
        if (!(other in mapping(document.content.services)))
            throw (0,invalid_file/* invalidFile */.A)(source.file, `service ${name} extends the service ${other}, which ${path} does not have`);
        return { ...source, file: path, base, document };
    }
    #withIncluded(own, file, part, includedBy) {
        const { include, ...content } = own;
        if (include === undefined)
            return content;
        if (!Array.isArray(include))
            throw (0,invalid_file/* invalidFile */.A)(file, '`include` must be a list');
        return include.reduce((model, entry) => {
            const included = this.#includedPart(file, entry, part);
            return joined(file, model, this.read(included, includedBy));
        }, content);
    }
    #includedPart(file, entry, { base, variables }) {
        const options = typeof entry === 'string' ? { path: entry } : mapping(entry);
        const files = texts(options.path).map((path) => rebasePath(path, base));
        const [first] = files;
        if (first === undefined)
            throw (0,invalid_file/* invalidFile */.A)(file, '`include` holds an entry without `path`');
        const folder = typeof options.project_directory === 'string'
            ? rebasePath(options.project_directory, base)
            : external_node_path_.posix.dirname(first);
        return { files, base: folder, variables: this.#variables(options, folder, base, variables) };
    }
    // An include has an env file of its own; the variables of the whole project win over it.
    #variables(options, folder, base, outer) {
        const given = texts(options.env_file).map((path) => rebasePath(path, base));
        const usual = external_node_path_.posix.join(folder, '.env');
        const files = given.length > 0 ? given : this.#readFile(usual) === undefined ? [] : [usual];
        let own = new Map();
        for (const file of files)
            own = new Map([
                ...own,
                ...(0,env_file/* parseEnvFile */.F)(this.#text(file), new Map([...own, ...outer.values])),
            ]);
        return { ...outer, values: new Map([...own, ...outer.values]) };
    }
}
// What an include brings may not differ from what the file itself says.
function joined(file, model, included) {
    const sections = ['services', 'networks', 'volumes', 'configs', 'secrets'].map((section) => {
        const own = mapping(model[section]);
        const added = mapping(included[section]);
        for (const [name, value] of Object.entries(added))
            if (name in own && !(0,external_node_util_.isDeepStrictEqual)(own[name], value))
                throw (0,invalid_file/* invalidFile */.A)(file, `\`${section}.${name}\` is in an included file too, and differs`);
        return [section, { ...own, ...added }];
    });
    return { ...model, ...Object.fromEntries(sections) };
}
function mapping(value) {
    return (0,load_compose_file/* isMapping */.pi)(value) ? value : {};
}
function texts(value) {
    if (typeof value === 'string')
        return [value];
    return Array.isArray(value) ? value.map(String) : [];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/compose/resources.js




/**
 * Those of a merged model that its running services use, external ones aside.
 * @param used their keys
 * Source: https://docs.docker.com/reference/compose-file/networks/, …/volumes/
 */
function usedResources(model, kind, used) {
    const entries = resources_mapping(model[`${kind}s`]);
    return [...used].flatMap((key) => {
        const entry = resources_mapping(entries[key]);
        const isExternal = (0,load_compose_file/* isMapping */.pi)(entry.external) || isYes(entry.external);
        return isExternal ? [] : resourceOf(kind, key, entry);
    });
}
function resourceOf(kind, key, entry) {
    const { name, driver, driver_opts: options, ipam, labels, ...rest } = entry;
    const known = resources_texts(options);
    const device = known.get('device');
    const config = resources_mapping(ipam).config;
    return {
        kind,
        key,
        name: typeof name === 'string' ? name : undefined,
        driver: typeof driver === 'string' ? driver : undefined,
        options: known,
        isInProject: known.get('o') === 'bind' && device !== undefined && !isOnServer(device),
        subnets: (Array.isArray(config) ? config : []).flatMap((range) => (0,load_compose_file/* isMapping */.pi)(range) && typeof range.subnet === 'string' ? range.subnet : []),
        flags: new Map(['internal', 'attachable', 'enable_ipv6'].flatMap((flag) => flag in rest ? [[flag, isYes(rest[flag])]] : [])),
        labels: resources_texts(labels),
        hash: (0,external_node_crypto_.createHash)('sha256').update(sorted(entry)).digest('hex').slice(0, 16),
    };
}
// The same definition, whatever the order of its keys.
function sorted(value) {
    return JSON.stringify(value, (_, part) => (0,load_compose_file/* isMapping */.pi)(part)
        ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : part);
}
/** A mapping, or a list of `key=value`, as texts. */
function resources_texts(value) {
    if ((0,load_compose_file/* isMapping */.pi)(value))
        return new Map(Object.entries(value).map(([key, entry]) => [
            key,
            String((entry ?? '')),
        ]));
    const entries = Array.isArray(value) ? value : [];
    return new Map(entries.map((entry) => {
        const [, key = '', text = ''] = /^([^=]*)=?([^]*)$/.exec(String(entry)) ?? [];
        return [key, text];
    }));
}
function resources_mapping(value) {
    return (0,load_compose_file/* isMapping */.pi)(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/src/compose/stores.js


/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/#volumes, …#volumes_from, …#tmpfs
 */
function serviceMounts(service) {
    const volumes = stores_list(service.volumes).filter(load_compose_file/* isMapping */.pi);
    const memory = typeof service.tmpfs === 'string' ? [service.tmpfs] : stores_list(service.tmpfs);
    return {
        stores: [
            ...volumes.flatMap((volume) => storeOf(volume) ?? []),
            ...stores_list(service.volumes_from).flatMap((from) => foreignVolumes(String(from)) ?? []),
        ],
        targets: new Set([
            ...volumes.map(({ target }) => String(target)),
            ...memory.map((place) => String(place).replace(/:.*$/, '')),
        ]),
    };
}
function storeOf({ type, source, target, read_only: readOnly }) {
    if (isYes(readOnly))
        return undefined;
    const place = { target: String(target) };
    if (type === 'volume')
        return typeof source === 'string' && source !== ''
            ? { ...place, source, words: `the volume ${source}`, path: undefined }
            : {
                ...place,
                source: '',
                words: `the volume without a name at ${place.target}`,
                path: undefined,
            };
    if (type !== 'bind' || typeof source !== 'string' || isDevice(source))
        return undefined;
    const path = /^(\/|~)/.test(source) ? undefined : source;
    return { ...place, source, words: source, path };
}
// Nothing is kept in these.
function isDevice(path) {
    return /\.sock$|^\/(dev|proc|sys)(\/|$)/.test(path);
}
// Those of a service of the project are that one's stores.
function foreignVolumes(from) {
    const [kind, name = '', mode] = from.split(':');
    if (kind !== 'container' || mode === 'ro')
        return undefined;
    return { target: '', source: '', words: `the volumes of ${name}`, path: undefined };
}
function stores_list(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/src/compose/claims.js



/** More of them in one line of a file are no service's own. */
const mostPorts = 1000;
/**
 * What a service of a merged model claims.
 * @param ports those that it publishes
 * @param volumes the model's, with their names
 * Source: https://docs.docker.com/reference/compose-file/services/
 */
function serviceClaims(service, ports, volumes) {
    const networks = (0,load_compose_file/* isMapping */.pi)(service.networks) ? Object.values(service.networks) : [];
    const devices = Array.isArray(service.devices) ? service.devices : [];
    return [
        ...ports.flatMap(portClaims),
        ...claim('name', service.container_name),
        ...networks.flatMap((network) => (0,load_compose_file/* isMapping */.pi)(network)
            ? [...claim('address', network.ipv4_address), ...claim('address', network.ipv6_address)]
            : []),
        ...devices.flatMap((device) => claim('device', (0,load_compose_file/* isMapping */.pi)(device) ? device.source : String(device).replace(/:.*$/, ''))),
        ...(service.network_mode === 'host' ? claim('network', 'host') : []),
        ...serviceMounts(service).stores.flatMap(({ source, path }) => storeClaim(path === undefined ? volumeName(source, volumes) : `./${path}`)),
    ];
}
function storeClaim(place) {
    return claim('store', place.includes(interpolate/* unknownValue */.Uo) ? '*' : place.replaceAll(/\s+/g, '%20'));
}
function volumeName(source, volumes) {
    const volume = (0,load_compose_file/* isMapping */.pi)(volumes) ? volumes[source] : undefined;
    return (0,load_compose_file/* isMapping */.pi)(volume) && typeof volume.name === 'string' ? volume.name : source;
}
function claim(kind, value) {
    return typeof value === 'string' && /^\S+$/.test(value) ? [{ kind, value }] : [];
}
function portClaims({ address, first, last, protocol }) {
    if (Number.isNaN(first))
        return [{ kind: 'port', value: `${address}/*/${protocol}` }];
    const count = Math.min(last - first + 1, mostPorts);
    return Array.from({ length: count }, (_, index) => ({
        kind: 'port',
        value: `${address}/${first + index}/${protocol}`,
    }));
}

;// CONCATENATED MODULE: ./build/src/compose/dependencies.js

/**
 * Reads them from a service of a merged model.
 * Source: https://docs.docker.com/reference/compose-file/services/#depends_on, …#links, …#network_mode, …#ipc,
 * …#pid, …#volumes_from
 */
function serviceDependencies(service) {
    const { depends_on: dependencies } = service;
    const conditions = (0,load_compose_file/* isMapping */.pi)(dependencies) ? Object.entries(dependencies) : [];
    const listed = Array.isArray(dependencies)
        ? dependencies.map(String)
        : conditions.map(([name]) => name);
    const until = (condition) => conditions.flatMap(([name, dependency]) => (0,load_compose_file/* isMapping */.pi)(dependency) && dependency.condition === condition ? name : []);
    const names = namedContainers(service);
    const named = names.flatMap((one) => ('service' in one ? one.service : []));
    return {
        dependsOn: [...new Set([...listed, ...named])],
        dependsOnHealthOf: until('service_healthy'),
        dependsOnEndOf: until('service_completed_successfully'),
        names,
    };
}
function namedContainers(service) {
    const spaces = ['network_mode', 'ipc', 'pid'].flatMap((key) => {
        const [, kind, name = ''] = /^(service|container):(.+)$/.exec(String(service[key])) ?? [];
        if (kind === undefined)
            return [];
        const words = `\`${key}: ${kind}:${name}\``;
        return [kind === 'service' ? { words, service: name } : { words, container: name }];
    });
    const mounts = dependencies_texts(service.volumes_from).map((from) => {
        const words = `\`volumes_from: ${from}\``;
        const [kind = '', name = ''] = from.split(':');
        return kind === 'container' ? { words, container: name } : { words, service: kind };
    });
    const links = dependencies_texts(service.links).map((link) => ({
        words: `\`links: ${link}\``,
        service: link.replace(/:.*$/, ''),
    }));
    return [...spaces, ...mounts, ...links];
}
function dependencies_texts(value) {
    return Array.isArray(value) ? value.map(String) : [];
}

// EXTERNAL MODULE: ./build/src/compose/published-ports.js
var published_ports = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/src/compose/waits.js

/**
 * Reads them from a service of a merged model. What its image says instead of the file is not known here: then the
 * engine's defaults stand for it.
 * Source: https://docs.docker.com/reference/compose-file/services/#healthcheck, #stop_grace_period, #depends_on
 */
function serviceWaits(service) {
    const check = (0,load_compose_file/* isMapping */.pi)(service.healthcheck) ? service.healthcheck : {};
    const seconds = (value, otherwise) => composeSeconds(value) ?? otherwise;
    const retries = Number(check.retries ?? Number.NaN);
    const startPeriodSeconds = seconds(check.start_period, 0);
    const tries = retries > 0 ? retries : 3;
    const conditions = (0,load_compose_file/* isMapping */.pi)(service.depends_on) ? Object.entries(service.depends_on) : [];
    return {
        stopSeconds: seconds(service.stop_grace_period, 10),
        startPeriodSeconds,
        healthSeconds: startPeriodSeconds + tries * (seconds(check.interval, 30) + seconds(check.timeout, 30)),
        forHealthOf: conditions.flatMap(([name, dependency]) => (0,load_compose_file/* isMapping */.pi)(dependency) && dependency.condition === 'service_healthy' ? name : []),
    };
}
const unitSeconds = {
    h: 3600,
    m: 60,
    s: 1,
    ms: 1e-3,
    us: 1e-6,
    µs: 1e-6,
    ns: 1e-9,
};
/**
 * A duration as Compose writes it: `1m30s`, `2.5s`.
 * @returns `undefined` for what is none, such as a variable that only the server knows
 */
function composeSeconds(value) {
    if (typeof value !== 'string' || !/^(\d+(\.\d+)?(h|ms|m|s|us|µs|ns))+$/.test(value))
        return undefined;
    return [...value.matchAll(/([\d.]+)(h|ms|m|s|us|µs|ns)/g)].reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (unitSeconds[unit] ?? 0), 0);
}

;// CONCATENATED MODULE: ./build/src/compose/service-traits.js







/**
 * Reads them from a service of a merged model.
 * @param volumes the model's
 * Source: https://docs.docker.com/reference/compose-file/services/, …/deploy/
 */
function serviceTraits(service, volumes) {
    const ports = (0,published_ports/* publishedPorts */.L)(service);
    return {
        ...serviceDependencies(service),
        containerName: containerName(service),
        singleton: singletonReason(service),
        mounts: serviceMounts(service),
        mayRunTwice: updateOrder(service) === 'start-first' || replicasOf(service) > 1,
        replicas: replicasOf(service),
        waits: serviceWaits(service),
        restarts: restartsOf(service),
        ends: saysNo(service) && ports.length === 0,
        healthcheck: hasHealthcheck(service.healthcheck),
        ports,
        claims: serviceClaims(service, ports, volumes),
    };
}
// Restarts after a failure alone do not bring a service back after a reboot of the server.
// Source: https://docs.docker.com/engine/containers/start-containers-automatically/
function restartsOf({ restart, deploy }) {
    if (restart !== undefined)
        return restart === 'always' || restart === 'unless-stopped';
    const policy = service_traits_mapping(deploy).restart_policy;
    return (0,load_compose_file/* isMapping */.pi)(policy) && (policy.condition === undefined || policy.condition === 'any');
}
// YAML of old takes `no` for false.
function saysNo({ restart, deploy }) {
    if (restart !== undefined)
        return restart === 'no' || restart === false;
    const policy = service_traits_mapping(deploy).restart_policy;
    return (0,load_compose_file/* isMapping */.pi)(policy) && policy.condition === 'none';
}
function hasHealthcheck(healthcheck) {
    if (!(0,load_compose_file/* isMapping */.pi)(healthcheck) || isYes(healthcheck.disable))
        return false;
    const { test } = healthcheck;
    return !(test === 'NONE' || (Array.isArray(test) && test[0] === 'NONE'));
}
function singletonReason(service) {
    const [port] = (0,published_ports/* publishedPorts */.L)(service);
    if (port !== undefined)
        return `it publishes the port ${(0,published_ports/* portWords */.D)(port)}, which only one container can have`;
    const name = containerName(service);
    if (name !== undefined)
        return `its \`container_name\` ${name} can be given only once`;
    const mode = service.network_mode;
    // A container of the project is one for each container that shares its network.
    if (typeof mode === 'string' && !/^(bridge|none|service:.*)$/.test(mode))
        return `\`network_mode: ${mode}\` shares its ports with others`;
    const networks = (0,load_compose_file/* isMapping */.pi)(service.networks) ? Object.values(service.networks) : [];
    if ([service, ...networks].some((network) => (0,load_compose_file/* isMapping */.pi)(network) && hasAddress(network)))
        return 'it has a fixed address';
    if (updateOrder(service) === 'stop-first')
        return '`deploy.update_config.order` is `stop-first`';
    return undefined;
}
function containerName(service) {
    return typeof service.container_name === 'string' ? service.container_name : undefined;
}
function updateOrder(service) {
    return service_traits_mapping(service_traits_mapping(service.deploy).update_config).order;
}
function hasAddress(network) {
    return ['ipv4_address', 'ipv6_address', 'mac_address'].some((key) => network[key] !== undefined);
}
function replicasOf(service) {
    const given = service_traits_mapping(service.deploy).replicas ?? service.scale;
    const number = Number(given ?? 1);
    return Number.isInteger(number) && number >= 0 ? number : 1;
}
function service_traits_mapping(value) {
    return (0,load_compose_file/* isMapping */.pi)(value) ? value : {};
}

// EXTERNAL MODULE: ./build/src/compose/named-files.js
var named_files = __webpack_require__(3129);
;// CONCATENATED MODULE: ./build/src/compose/made-folders.js




/**
 * Whether the source of a bind mount may be missing, since Compose makes it as an empty folder: where its file says so
 * (`create_host_path`), or in the short form, unless an empty folder can't be what is meant: what is only read, what
 * has the name of a file, and where the service's own command or healthcheck names something in it.
 * @param volume of a rebased model
 */
function mayBeMade(volume, service) {
    if ((0,load_compose_file/* isMapping */.pi)(volume.bind) && isYes(volume.bind.create_host_path))
        return true;
    if (volume[shortForm] !== true || isYes(volume.read_only))
        return false;
    const [source, target] = [String(volume.source), String(volume.target)];
    return (!isFileName(source) &&
        !isFileName(target) &&
        !commandsOf(service).some((command) => (0,named_files/* namesSomethingIn */.y)(command, target)));
}
// Names of files by habit, with and without an extension. `conf.d`, `v1.2` and `.data` are folders.
function isFileName(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return ((/[^.]\.[A-Za-z]\w{0,9}$/.test(name) && !name.endsWith('.d')) ||
        /^[A-Z][A-Za-z]+file$/.test(name) ||
        /^(hosts|passwd|shadow|group|crontab|fstab|localtime|timezone|machine-id|id_\w+|authorized_keys|known_hosts|\.?htpasswd|LICENSE|README)$/.test(name) ||
        /^\.(env\w*|\w+rc|\w+ignore|netrc|pgpass|htaccess|gitconfig)$/.test(name));
}
/** What its containers are started with, and what judges their health, each as one line. */
function commandsOf({ entrypoint, command, healthcheck }) {
    const test = (0,load_compose_file/* isMapping */.pi)(healthcheck) ? healthcheck.test : undefined;
    const checked = Array.isArray(test) ? test.slice(1) : test;
    return [[...made_folders_words(entrypoint), ...made_folders_words(command)], made_folders_words(checked)].map((list) => list.join(' '));
}
function made_folders_words(value) {
    if (typeof value === 'string')
        return [value];
    return Array.isArray(value) ? value.map(String) : [];
}

;// CONCATENATED MODULE: ./build/src/compose/referenced-paths.js







/**
 * Finds the relative paths of a service of a merged model; absolute ones, `~` and named volumes are
 * the server's own, and so is a path with a variable that only the server knows.
 * @param file for messages
 * @param isActive whether the service's profile is on: else its paths may be missing
 * @throws {DeployKitError} `compose-file-invalid` for a path that leads out of the project folder
 */
function referencedPaths(file, model, name, service, isActive) {
    return [
        ...referenced_paths_list(service.volumes).flatMap((volume) => mount(model, service, volume)),
        ...referenced_paths_list(service.env_file).map((entry) => envFile(entry)),
        ...referenced_paths_list(service.label_file).map((path) => ({ path, kind: 'label-file' })),
        ...sharedFiles(file, model, name, service, 'configs', 'config', isActive),
        ...sharedFiles(file, model, name, service, 'secrets', 'secret', isActive),
    ].flatMap(({ path, kind, mayBeMissing, isMade = false }) => {
        if (typeof path !== 'string' || isOnServer(path) || path.includes(interpolate/* unknownValue */.Uo))
            return [];
        const normal = external_node_path_.posix.normalize(path);
        if (!/^\.\.(\/|$)/.test(normal))
            return [
                {
                    path: normal,
                    kind,
                    required: isActive && mayBeMissing !== true && !isMade,
                    isMade: isActive && isMade,
                },
            ];
        if (!isActive)
            return [];
        throw (0,invalid_file/* invalidFile */.A)(file, `service ${name} mentions ${path}, which leads out of the project folder, so it cannot be deployed with it. Make the folder above the project: a compose.yml there with \`include: [FOLDER/${file.replace(/ .*$/, '')}]\` means the same paths. Or move it inside, or use an absolute path`);
    });
}
function mount(model, service, volume) {
    if (!(0,load_compose_file/* isMapping */.pi)(volume))
        return [];
    if (volume.type === 'bind')
        return [{ path: volume.source, kind: 'bind-mount', isMade: mayBeMade(volume, service) }];
    const named = referenced_paths_entryOf(model, 'volumes', String(volume.source));
    if (!(0,load_compose_file/* isMapping */.pi)(named) || named.driver !== 'local')
        return [];
    const options = named.driver_opts;
    if (!(0,load_compose_file/* isMapping */.pi)(options) || options.o !== 'bind')
        return [];
    return [{ path: options.device, kind: 'bind-mount' }];
}
function envFile(entry) {
    if (!(0,load_compose_file/* isMapping */.pi)(entry))
        return { path: undefined, kind: 'env-file' };
    return { path: entry.path, kind: 'env-file', mayBeMissing: isNo(entry.required) };
}
function sharedFiles(file, model, name, service, section, kind, isActive) {
    return referenced_paths_list(service[section]).map((reference) => {
        const source = (0,load_compose_file/* isMapping */.pi)(reference) ? String(reference.source) : '';
        const entry = referenced_paths_entryOf(model, section, source);
        if (entry === undefined && isActive)
            throw (0,invalid_file/* invalidFile */.A)(file, `service ${name} uses ${source}, which \`${section}\` lacks`);
        return { path: (0,load_compose_file/* isMapping */.pi)(entry) ? entry.file : undefined, kind };
    });
}
function referenced_paths_entryOf(model, section, name) {
    const entries = model[section];
    return (0,load_compose_file/* isMapping */.pi)(entries) ? entries[name] : undefined;
}
function referenced_paths_list(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./build/src/compose/compose-project.js










/**
 * Reads the Compose files of a project: services, images and every path in the project folder that
 * they mention.
 * Source: https://docs.docker.com/reference/compose-file/
 * @throws {DeployKitError} `compose-file-missing`, `compose-file-invalid`, `env-file-invalid`
 */
function readComposeProject(source) {
    const reader = new ModelReader(source.readFile);
    const { env, partialEnv = false, asked = new Set() } = source;
    // As the shell on the server has it, whatever an env file says.
    const values = new Map([...env, ['PWD', projectFolder]]);
    const variables = { values, partial: partialEnv, asked };
    const model = reader.read({ files: source.files, base: '.', variables });
    const entries = Object.entries((0,load_compose_file/* isMapping */.pi)(model.services) ? model.services : {});
    // As the command that shows the same fault names them.
    const file = source.files.join(' -f ');
    if (entries.length === 0)
        throw (0,invalid_file/* invalidFile */.A)(file, 'it holds no services');
    const isActive = activeProfiles(env.get('COMPOSE_PROFILES') ?? '');
    if (!env.has('COMPOSE_PROFILES') && entries.some(([, service]) => hasProfiles(service)))
        asked.add('COMPOSE_PROFILES');
    const networks = new Set();
    const volumes = new Set();
    const services = entries.map(([name, service]) => {
        if (!(0,load_compose_file/* isMapping */.pi)(service))
            throw (0,invalid_file/* invalidFile */.A)(file, `service ${name} must be a mapping`);
        for (const key of ['volumes', 'env_file', 'label_file', 'configs', 'secrets', 'profiles'])
            if (service[key] === null)
                throw (0,invalid_file/* invalidFile */.A)(file, `\`services.${name}.${key}\` is empty`);
        const active = isActive(service);
        if (active) {
            if (typeof service.image !== 'string' && !(0,load_compose_file/* isMapping */.pi)(service.build) && !service.build)
                throw (0,invalid_file/* invalidFile */.A)(file, `service ${name} has neither \`image\` nor \`build\``);
            for (const network of networksOf(service))
                networks.add(network);
            for (const volume of volumesOf(service))
                volumes.add(volume);
        }
        const image = typeof service.image === 'string' ? service.image : undefined;
        return {
            name,
            // A name in its place: what only the server knows must not make the reference unreadable.
            image: image?.replaceAll(interpolate/* unknownValue */.Uo, 'unknown'),
            imageIsKnown: image?.includes(interpolate/* unknownValue */.Uo) !== true,
            isBuilt: Boolean(service.build),
            pullPolicy: typeof service.pull_policy === 'string' ? service.pull_policy : undefined,
            active,
            profiles: profilesOf(service),
            paths: referencedPaths(file, model, name, service, active),
            traits: serviceTraits(service, model.volumes),
            settings: containerSettings(model, service, env),
        };
    });
    return {
        files: reader.files,
        services,
        externalNetworks: externalNames(model, 'networks', networks, file),
        externalVolumes: externalNames(model, 'volumes', volumes, file),
        ownVolumes: ownVolumes(model),
        resources: [
            ...usedResources(model, 'network', networks),
            ...usedResources(model, 'volume', volumes),
        ],
        name: typeof model.name === 'string' && model.name !== '' ? model.name : undefined,
    };
}
function ownVolumes(model) {
    const volumes = Object.entries((0,load_compose_file/* isMapping */.pi)(model.volumes) ? model.volumes : {});
    return volumes.flatMap(([name, volume]) => {
        if (!(0,load_compose_file/* isMapping */.pi)(volume))
            return name;
        const shared = volume.external !== undefined || typeof volume.name === 'string';
        return shared ? [] : name;
    });
}
function activeProfiles(setting) {
    const on = new Set(setting.split(',').map((profile) => profile.trim()));
    return (service) => {
        const profiles = profilesOf(service);
        return profiles.length === 0 || on.has('*') || profiles.some((profile) => on.has(profile));
    };
}
function hasProfiles(service) {
    return (0,load_compose_file/* isMapping */.pi)(service) && profilesOf(service).length > 0;
}
function profilesOf(service) {
    return Array.isArray(service.profiles) ? service.profiles.map(String) : [];
}
function networksOf(service) {
    if (service.network_mode !== undefined)
        return [];
    return (0,load_compose_file/* isMapping */.pi)(service.networks) ? Object.keys(service.networks) : ['default'];
}
// Named ones alone: a bind mount is no volume, and one without a name is made for its container.
function volumesOf({ volumes }) {
    const mounts = Array.isArray(volumes) ? volumes : [];
    return mounts.flatMap((mount) => (0,load_compose_file/* isMapping */.pi)(mount) &&
        mount.type === 'volume' &&
        typeof mount.source === 'string' &&
        !mount.source.includes(interpolate/* unknownValue */.Uo)
        ? mount.source
        : []);
}
function externalNames(model, section, used, file) {
    const entries = (0,load_compose_file/* isMapping */.pi)(model[section]) ? model[section] : {};
    return [...used].flatMap((key) => {
        if (!(key in entries) && key !== 'default')
            throw (0,invalid_file/* invalidFile */.A)(file, `a service uses the ${section.slice(0, -1)} ${key}, which \`${section}\` lacks`);
        const entry = entries[key];
        const name = (0,load_compose_file/* isMapping */.pi)(entry) ? externalName(key, entry) : undefined;
        return name === undefined || name.includes(interpolate/* unknownValue */.Uo) ? [] : name;
    });
}
function externalName(key, entry) {
    const { external, name } = entry;
    const real = typeof name === 'string' ? name : key;
    if (!(0,load_compose_file/* isMapping */.pi)(external))
        return isYes(external) ? real : undefined;
    // The older form carries the name inside: `external: {name: proxy}`.
    return typeof external.name === 'string' ? external.name : real;
}


/***/ }),

/***/ 4792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseEnvFile)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4037);


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
    // Looked up, not copied: there may be as many as there are lines.
    const known = { get: (name) => values.get(name) ?? outer.get(name) };
    let [at, line, counted] = [0, 1, 0];
    for (;;) {
        at += /^(?:\s|#[^\n]*)*/.exec(source.slice(at))?.[0].length ?? 0;
        if (at >= source.length)
            return values;
        line += source.slice(counted, at).split('\n').length - 1;
        counted = at;
        const { key, hasValue, length } = readKey(source.slice(at), line);
        at += length;
        if (!hasValue)
            continue;
        const place = line;
        const { value, length: valueLength } = readValue(source.slice(at), place, (raw) => expand(raw, known, place));
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
    return { value: expandVariables(bare.replace(/ #[^]*$/, '').trimEnd()), length: bare.length };
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
        return (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .interpolate */ .GW)(raw, known);
    }
    catch (cause) {
        if (cause instanceof _interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .InterpolationProblem */ .iw)
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
/* harmony export */   GW: () => (/* binding */ interpolate),
/* harmony export */   Uo: () => (/* binding */ unknownValue),
/* harmony export */   iw: () => (/* binding */ InterpolationProblem)
/* harmony export */ });
/** Why a value of a Compose file cannot be interpolated. */
class InterpolationProblem extends Error {
    name = 'InterpolationProblem';
}
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
        return { value: ask(name, env, options) ?? unset(options), length: 1 + name.length };
    if (!text.startsWith('${'))
        return { value: '$', length: 1 };
    const end = expressionEnd(text);
    if (end === undefined)
        throw new InterpolationProblem('a `${` begins no variable, or lacks its `}`; write `$${` for the characters themselves');
    return { value: substitute(text.slice(2, end), env, options), length: end + 1 };
}
const lineEnds = new Set('\n\r\u2028\u2029');
/** Where the brace stands that ends the expression at the start of a text: on its own line. */
function expressionEnd(text) {
    const head = /^\$\{[A-Za-z_][A-Za-z0-9_]*(?:\}|:?[-+?])/.exec(text)?.[0];
    if (head === undefined)
        return undefined;
    // As Compose counts: every brace counts, the character after an opening one does not.
    let [depth, last, counted] = [0, undefined, true];
    for (let at = 0; at < text.length && !lineEnds.has(text.charAt(at)); at++) {
        const character = text.charAt(at);
        if (character === '}')
            last = at;
        if (counted && character === '}' && --depth === 0)
            return at;
        if (counted && character === '{')
            depth++;
        counted = !(counted && character === '{');
    }
    // Where they are not even, it is the last one.
    return last;
}
function substitute(expression, env, options) {
    const [, name = '', operator = '', word = ''] = /^(\w+)(?:(:?[-?+])(.*))?$/.exec(expression) ?? [];
    const value = ask(name, env, options);
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
            throw new InterpolationProblem(`the variable ${name} is required${other === '' ? '' : `: ${other}`}`);
        default:
            return value ?? unset(options);
    }
}
function ask(name, env, { asked }) {
    const value = env.get(name);
    if (value === undefined)
        asked?.add(name);
    return value;
}
function unset({ partial }) {
    return partial ? unknownValue : '';
}


/***/ }),

/***/ 4308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ invalidFile)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/** The error for a Compose file that Compose would refuse, or that cannot be deployed. */
function invalidFile(file, message) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-file-invalid', { file, message });
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RC: () => (/* binding */ loadComposeFile),
/* harmony export */   fx: () => (/* binding */ withoutPaths),
/* harmony export */   pi: () => (/* binding */ isMapping)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_read_yaml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2217);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4037);
/* harmony import */ var _invalid_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4308);




function isMapping(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A file may expand its aliases to that many nodes: more is an attack, not a Compose file. */
const maxAliasCount = 10_000;
/**
 * Parses a Compose file, each of its documents, and interpolates the values (never the keys). One that is empty, or
 * holds comments alone, has none: Compose 2 passes over it.
 * @throws {DeployKitError} `compose-file-invalid`
 */
function loadComposeFile(file, text, variables) {
    // YAML 1.1 merge keys (`<<`) are what Compose files use to share settings.
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseAllDocuments */ .hR)(text, { merge: true });
    return documents.map((document) => {
        const read = (0,_text_read_yaml_js__WEBPACK_IMPORTED_MODULE_3__/* .yamlValue */ .t)(document, { maxAliasCount });
        if ('problem' in read)
            throw (0,_invalid_file_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidFile */ .A)(file, read.problem);
        const { reset, replaced } = taggedPaths(document);
        const content = interpolateAll(file, read.value, variables, []);
        if (!isMapping(content))
            throw (0,_invalid_file_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidFile */ .A)(file, 'it must be a mapping with `services`');
        return { content: withoutPaths(content, reset), replaced };
    });
}
// Compose's own tags: `!reset` takes a value away, `!override` puts one in place of what was there.
function taggedPaths(document) {
    const reset = [];
    const replaced = [];
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Value(_key, node, ancestors) {
            if (node.tag !== '!reset' && node.tag !== '!override')
                return;
            if (ancestors.some((ancestor) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(ancestor)))
                return;
            const path = ancestors.filter(yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO).map(({ key }) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(key) ? String(key) : ''));
            replaced.push(path);
            if (node.tag === '!reset')
                reset.push(path);
        },
    });
    return { reset, replaced };
}
/** A copy of the model in which nothing stands at the paths. */
function withoutPaths(model, paths) {
    return paths.reduce(withoutPath, model);
}
function withoutPath(model, [key, ...rest]) {
    if (key === undefined || !(key in model))
        return model;
    const { [key]: value, ...others } = model;
    if (rest.length === 0)
        return others;
    return isMapping(value) ? { ...model, [key]: withoutPath(value, rest) } : model;
}
function interpolateAll(file, value, variables, path) {
    const inside = (entry, key) => interpolateAll(file, entry, variables, [...path, String(key)]);
    if (Array.isArray(value))
        return value.map(inside);
    if (isMapping(value))
        return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inside(entry, key)]));
    if (typeof value !== 'string')
        return value;
    try {
        return (0,_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .interpolate */ .GW)(value, variables.values, variables);
    }
    catch (cause) {
        if (cause instanceof _interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .InterpolationProblem */ .iw)
            throw (0,_invalid_file_js__WEBPACK_IMPORTED_MODULE_2__/* .invalidFile */ .A)(file, `at \`${path.join('.')}\`, ${cause.message}`);
        throw cause;
    }
}


/***/ }),

/***/ 3129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ namesSomethingIn)
/* harmony export */ });
/** What runs a file that is named after it. */
const runners = String.raw `(?:sh|bash|ash|dash|zsh|python[\d.]*|node|ruby|perl|php|exec|source|do|then|else|\.)`;
/** What somebody writes by hand for a program to read, not what it makes by itself (`acme.json`, `app.db`). */
const written = /\.(sh|bash|py|rb|js|mjs|cjs|ts|pl|php|lua|jar|conf|cfg|cnf|ini|toml|ya?ml|xml|properties|json|env|pem|crt|cer|key|rules|tmpl|tpl|template|html)$/;
/**
 * Whether a command or script names something in a folder that must be there for it to work: a file that it runs, or one
 * that is by its name settings, a script or a certificate. What it writes by itself counts for none.
 */
function namesSomethingIn(command, folder) {
    const place = folder.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw `\$&`).replace(/\/$/, '');
    const name = String.raw `(?:\./|\$PWD/|\$\{PWD\}/)?${place}/([\w./-]*\w)`;
    const before = String.raw `(?:^|[;&|(!]\s*|(?:^|[\s"'/])${runners}\s+(?:-\w+\s+)*)`;
    if (new RegExp(String.raw `${before}["']?${name}`, 'm').test(command))
        return true;
    const mentions = command.matchAll(new RegExp(String.raw `(>\s*)?(?<![\w/.-])${name}`, 'g'));
    return [...mentions].some(([, output, inside = '']) => output === undefined && written.test(inside) && !inside.endsWith('acme.json'));
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ portWords),
/* harmony export */   L: () => (/* binding */ publishedPorts)
/* harmony export */ });
/* harmony import */ var _load_compose_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6964);

/**
 * The ports of the server that a service of a merged model publishes.
 * Source: https://docs.docker.com/reference/compose-file/services/#ports
 */
function publishedPorts({ ports }) {
    const given = Array.isArray(ports) ? ports : [];
    return given.flatMap((port) => publishedPort(port) ?? []);
}
/** `8080`, `8080-8083` */
function portWords({ first, last }) {
    if (Number.isNaN(first))
        return 'of a variable';
    return first === last ? String(first) : `${first}-${last}`;
}
// `HOST:CONTAINER`, `IP:HOST:CONTAINER`, with ranges and `/udp`; a container port alone gets any free port.
function publishedPort(port) {
    if ((0,_load_compose_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isMapping */ .pi)(port)) {
        const { published, host_ip: address, protocol } = port;
        const fixed = typeof published === 'number' || typeof published === 'string';
        return fixed
            ? portRange(typeof address === 'string' ? address : '', String(published), protocol)
            : undefined;
    }
    const [, address = '', host, protocol] = /^(?:(.*):)?([^:/]+):[^:/]+(?:\/(\w+))?$/.exec(String(port)) ?? [];
    return host === undefined ? undefined : portRange(address, host, protocol);
}
function portRange(address, ports, protocol) {
    const [first = 0, last = first] = ports.split('-').map(Number);
    // A port that only a variable of the server tells still can be taken only once.
    if (first === 0)
        return undefined;
    const bound = address.replace(/^\[(.*)\]$/, '$1');
    return { address: bound, first, last, protocol: protocol === 'udp' ? 'udp' : 'tcp' };
}


/***/ }),

/***/ 4773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ collectFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _compose_named_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3129);



/**
 * Finds every file that the Compose files mention: they themselves, bind mounts, env files, configs
 * and secrets, and those that extra glob patterns name. The env file `.env` is left out: the release's own
 * takes its place.
 * @param scripts those that run in the deploy folder: what one names in a folder must be there
 * @throws {DeployKitError} `file-name-unsupported` for one that cannot be sent in a list, `files-missing` for a pattern that means nothing
 */
function collectFiles(project, extra, workspace, scripts) {
    const mentioned = project.services
        .flatMap(({ paths }) => paths)
        .filter(({ path }) => path !== '.env');
    const named = [...project.files, ...mentioned.map(({ path }) => path)];
    const present = [
        ...named.filter((path) => workspace.exists(path)),
        ...extra.flatMap((pattern) => matching(pattern, workspace)),
    ];
    const files = new Map();
    for (const path of present)
        for (const file of workspace.walk(path))
            files.set(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(file.path), file);
    files.delete('.env');
    for (const path of files.keys())
        if (/[\n\r]/.test(path))
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('file-name-unsupported', {
                file: JSON.stringify(path),
                why: 'has a line break',
            });
    const missing = mentioned.filter(({ path }) => !workspace.exists(path));
    const isNeeded = ({ path, required, isMade }) => required || (isMade && scripts.some((script) => (0,_compose_named_files_js__WEBPACK_IMPORTED_MODULE_2__/* .namesSomethingIn */ .y)(script, path)));
    const needed = new Set(missing.filter(isNeeded).map(({ path }) => path));
    return {
        files: [...files.values()],
        pathsOnServer: [...needed],
        madeFolders: madeFolders(project, (path) => needed.has(path) || workspace.exists(path)),
    };
}
function madeFolders({ services }, isOther) {
    const folders = new Map();
    for (const { name, paths } of services)
        for (const { path, isMade } of paths)
            if (isMade && !isOther(path))
                folders.set(path, [...(folders.get(path) ?? []), name]);
    return folders;
}
// A pattern that matches nothing is a typo, or a file that nobody committed.
function matching(pattern, workspace) {
    const outside = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(pattern) || /(^|\/)\.\.(\/|$)/.test(pattern);
    const found = outside ? [] : workspace.glob(pattern);
    if (found.length > 0)
        return found;
    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('files-missing', {
        pattern,
        why: outside ? 'it leads out of the project folder' : 'no file of the checkout matches it',
    });
}


/***/ }),

/***/ 5510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ deployRequest)
/* harmony export */ });
/* harmony import */ var _inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6746);
/* harmony import */ var _plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3837);
/* harmony import */ var _program_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8455);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4726);
/* harmony import */ var _release_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5802);





/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
function deployRequest(inputs, run, startedAt) {
    const images = (inputs.images ?? []).map((image) => (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .atCommit */ .nt)(image, run.sha));
    return {
        images,
        release: images.length > 0 ? undefined : (0,_release_release_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseOfEvent */ .h4)(run.event),
        path: inputs.path,
        composeFiles: inputs.composeFiles,
        extraFiles: inputs.files ?? [],
        envFile: inputs.envFile,
        env: inputs.env,
        envRules: inputs.envRules,
        versionVariable: inputs.versionVariable,
        registryAccount: (0,_inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_2__/* .registryAccount */ .J)(inputs),
        strategy: inputs.strategy,
        hooks: hooksOf(inputs),
        preStop: inputs.preStop ?? new Map(),
        migration: migrationRequest(inputs),
        proxy: proxyRequest(inputs),
        healthUrls: (inputs.healthUrls ?? []).map(({ href }) => href),
        pinAll: inputs.pinAll,
        allow: new Set(inputs.allow),
        force: inputs.force,
        settings: (0,_program_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .programSettings */ .W)(inputs),
        revision: run.sha,
        repository: { id: run.repositoryId, name: run.repository },
        actor: run.actor,
        runUrl: run.runUrl,
        isRerun: run.isRerun,
        startedAt,
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
    return new Map(_plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_4__/* .hookNames */ .W.flatMap((name) => {
        const script = given[name];
        return script === undefined ? [] : [[name, script]];
    }));
}
function proxyRequest(inputs) {
    const { proxyTemplate: template, proxyFile: file, proxyContainer, proxyReload } = inputs;
    if (template === undefined || file === undefined)
        return undefined;
    const reload = proxyContainer === undefined ? { script: proxyReload ?? '' } : { container: proxyContainer };
    return { template, file, reload };
}
function migrationRequest(inputs) {
    const { migrationService: service, migrationCommand: command } = inputs;
    if (service === undefined && command === undefined)
        return undefined;
    const breaking = inputs.migration === 'breaking';
    return { service, command, breaking, rollbackCommand: inputs.rollbackCommand };
}


/***/ }),

/***/ 8068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ checkDistinct)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _server_look_at_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2126);
/* harmony import */ var _server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7760);
/* harmony import */ var _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3096);




/**
 * Connects to all servers of a deploy, side by side, before anything changes on any of them.
 * @param path the deploy folder as it was given
 * @throws {DeployKitError} `hosts-same-server` when two addresses lead to the same folder; why one can't be reached
 */
async function checkDistinct(servers, path) {
    const looks = servers.map(async (server) => [await identityOf(server, path), server.address]);
    const seen = new Map();
    for (const result of await Promise.allSettled(looks)) {
        if (result.status === 'rejected')
            throw result.reason;
        const [key, second] = result.value;
        const first = seen.get(key);
        if (first !== undefined)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('hosts-same-server', { first, second, path });
        seen.set(key, second);
    }
}
/** What two addresses of one server have in common, and no two servers. */
function identityOf(server, path) {
    return (0,_server_look_at_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(server, {
        script: _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .identity */ .D_,
        args: [path],
        read: ({ stdout }) => (0,_server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(stdout).get('identity')?.[0],
    });
}


/***/ }),

/***/ 4223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ locateProject)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);


/**
 * The project folder and the Compose files in it: Compose's own rule is the first file's folder.
 * @throws {DeployKitError} `compose-file-missing`
 */
function locateProject(composeFiles, root) {
    const given = composeFiles ?? usualFiles(root);
    const [first] = given;
    if (first === undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('compose-file-missing', {
            file: defaultComposeFiles.join(', '),
            directory: 'the top folder',
        });
    const missing = given.find((file) => !root.exists(file));
    if (missing !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('compose-file-missing', { file: missing, directory: 'the checkout' });
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(first));
    return { folder, files: given.map((file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(folder, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(file))) };
}
// Compose's order of preference, and what it reads beside the first of them:
// https://github.com/compose-spec/compose-go/blob/v2.1.0/cli/options.go
const defaultComposeFiles = [
    'compose.yaml',
    'compose.yml',
    'docker-compose.yml',
    'docker-compose.yaml',
];
const overrideFiles = [
    'compose.override.yml',
    'compose.override.yaml',
    'docker-compose.override.yml',
    'docker-compose.override.yaml',
];
function usualFiles(root) {
    const first = (names) => names.filter((name) => root.exists(name)).slice(0, 1);
    const main = first(defaultComposeFiles);
    return main.length === 0 ? [] : [...main, ...first(overrideFiles)];
}


/***/ }),

/***/ 88:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ lookAtFiles)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _server_look_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2126);
/* harmony import */ var _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3096);
/* harmony import */ var _plan_file_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7139);
/* harmony import */ var _plan_shipped_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2520);






/** The server reads each file that is there. */
const lookSeconds = 300;
/**
 * Looks at what a deploy finds of its files on the server. While another deploy is at work that says nothing yet: then
 * the program alone judges, once it has the lock.
 * @throws {DeployKitError} `server-files-blocked`, `server-files-changed`
 */
async function lookAtFiles({ files, project, allow }, { path, user }, server) {
    const lists = [...(0,_plan_shipped_files_js__WEBPACK_IMPORTED_MODULE_4__/* .checksumLines */ .zZ)(files), '', ...(0,_plan_shipped_files_js__WEBPACK_IMPORTED_MODULE_4__/* .definitionLines */ .JD)(project, files), ''];
    const seen = await (0,_server_look_at_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(server, {
        script: _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_5__/* .files */ .aq,
        args: [path, [...allow].join(' ')],
        stdin: () => node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from([lists.join('\n')]),
        timeoutSeconds: lookSeconds,
        read: ({ stdout }) => (0,_plan_file_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .parseServerFiles */ .y3)(stdout),
    });
    const { refusal, isMoving } = seen;
    if (refusal === undefined || isMoving)
        return seen;
    throw new _errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployKitError */ .mG(refusal.entry, {
        ...{ host: server.name, user, path },
        ...refusal.values,
    });
}


/***/ }),

/***/ 5609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ lookAtResources)
});

// EXTERNAL MODULE: ./build/src/server/look-at.js
var look_at = __webpack_require__(2126);
// EXTERNAL MODULE: ./build/src/server/plan/docker-way.js
var docker_way = __webpack_require__(4643);
// EXTERNAL MODULE: ./build/src/server/plan/server-facts.js
var server_facts = __webpack_require__(7760);
;// CONCATENATED MODULE: ./build/src/server/plan/resource-facts.js

/**
 * Reads the output of `resources.sh`.
 * @returns `undefined` when it is not whole
 */
function parseResourceFacts(output) {
    const facts = (0,server_facts/* readFacts */.M)(output);
    const many = (key) => facts.get(key) ?? [];
    if (many('end')[0] !== 'yes')
        return undefined;
    const users = many('user').map((line) => {
        const [of = '', project = '', container = ''] = line.split('|');
        return { of, project, container };
    });
    const found = ['network', 'volume'].flatMap((kind) => many(kind).map((line) => {
        const { Name: name, ...entry } = JSON.parse(line);
        return {
            kind,
            name,
            driver: entry.Driver,
            options: new Map(Object.entries(entry.Options ?? {})),
            subnets: (entry.IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []),
            flags: new Map([
                ['internal', entry.Internal === true],
                ['attachable', entry.Attachable === true],
                ['enable_ipv6', entry.EnableIPv6 === true],
            ]),
            labels: new Map(Object.entries(entry.Labels ?? {})),
            users: users.filter(({ of }) => of === `${kind} ${name}`),
        };
    }));
    return {
        project: many('project')[0] ?? '',
        found,
        built: new Set(many('built')),
        recorded: new Map(many('recorded').map((line) => {
            const at = line.lastIndexOf(' ');
            return [line.slice(0, at), line.slice(at + 1)];
        })),
        liveServices: many('service'),
        mounts: new Map(many('mounts').map((line) => {
            const [service = '', sources = ''] = line.split('|');
            return [service, sources.split(',')];
        })),
        envFiles: new Map(),
    };
}

// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/deploy/plan/foresee.js
var foresee = __webpack_require__(6532);
// EXTERNAL MODULE: ./build/src/deploy/plan/old-env-problems.js + 1 modules
var old_env_problems = __webpack_require__(4240);
// EXTERNAL MODULE: ./build/src/deploy/plan/project-name.js
var project_name = __webpack_require__(514);
// EXTERNAL MODULE: ./build/src/deploy/read-server-env.js
var read_server_env = __webpack_require__(859);
;// CONCATENATED MODULE: ./build/src/deploy/look-at-resources.js








/**
 * Looks at what the server has of the networks, volumes and built images that a release names.
 * @param released the services that run an image of the release
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
async function lookAtResources(intent, released, ready, server) {
    const named = (kind) => intent.project.resources
        .filter((resource) => resource.kind === kind)
        .map(({ name, key }) => name ?? `@${key}`);
    const isOld = (0,old_env_problems/* isOldCompose */._v)(ready.compose.version);
    const separator = isOld ? '_' : '-';
    const facts = await (0,look_at/* lookAt */.t)(server, {
        script: scripts/* resources */.ES,
        args: [
            ready.path,
            (0,docker_way/* dockerWay */.mS)(ready),
            (0,project_name/* projectName */.j)(intent, ready),
            ...named('network'),
            '--',
            ...named('volume'),
            '--',
            ...(0,foresee/* builtServices */.v)(intent.project, released).map((service) => `${service} @${separator}${service}`),
        ],
        read: ({ stdout }) => parseResourceFacts(stdout),
    });
    if (!isOld)
        return facts;
    const envFiles = await (0,read_server_env/* readEnvFiles */.P)(server, ready.path, (0,old_env_problems/* envFilesOnServer */.Df)(intent, released));
    return { ...facts, envFiles };
}


/***/ }),

/***/ 4289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ changedResources),
/* harmony export */   u: () => (/* binding */ resourceLines)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _compose_interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4037);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3826);



/** The label by which Compose sees that a network is another than its files describe; old ones look at nothing. */
const hashLabel = 'com.docker.compose.config-hash';
/**
 * Holds what the server has against the release. Compose never changes a volume: it keeps the old one, or asks whether
 * its data may go. A network it keeps, too, or makes anew, for which everything on it must stop.
 */
function changedResources(resources, facts, place) {
    const changes = resources.flatMap((resource) => {
        const found = facts.found.find(({ kind, name }) => kind === resource.kind && name === realName(resource, place));
        if (found === undefined)
            return [];
        const differing = differences(resource, found, place);
        const recorded = facts.recorded.get(`${resource.kind} ${resource.key}`);
        const isSame = recorded === resource.hash;
        const parts = differing.length > 0 || recorded === undefined || isSame || resource.kind === 'volume'
            ? differing
            : ['its definition'];
        if (parts.length === 0)
            return [];
        const words = { name: found.name, parts: parts.join(', ') };
        if (isSame)
            return { remark: kept(found, words.parts, place, 'as with the live release') };
        return found.kind === 'volume'
            ? { problem: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('volume-changed', { ...words, ...place, key: resource.key }) }
            : networkChange(found, words, place);
    });
    return {
        remarks: changes.flatMap((change) => ('remark' in change ? change.remark : [])),
        problems: changes.flatMap((change) => ('problem' in change ? change.problem : [])),
    };
}
function networkChange(found, { name, parts }, place) {
    const others = found.users.filter(({ project }) => project.replace(/-(blue|green)$/, '') !== place.project);
    if (others.length > 0)
        return {
            problem: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('network-changed', {
                name,
                parts,
                host: place.host,
                others: others.map(({ container }) => container).join(', '),
            }),
        };
    const users = found.users.map(({ container }) => container).join(', ');
    if (!found.labels.has(hashLabel) || users === '')
        return {
            remark: kept(found, parts, place, 'remove its containers and it first to have it anew'),
        };
    return place.rolls
        ? { problem: (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('network-made-anew', { name, parts, host: place.host, users }) }
        : {
            remark: `The network ${name} is made anew (${parts}): ${users} must stop while that lasts`,
        };
}
function kept({ kind, name }, parts, place, why) {
    return `The ${kind} ${name} stays as it is, other than the files say (${parts}): ${place.compose} does not change it (${why})`;
}
/** The name under which the engine has it. */
function realName({ name, key }, { project }) {
    return name ?? `${project}_${key}`;
}
// Of options only the names: a password may be among their values.
function differences(resource, found, { path }) {
    const { kind, driver, options, subnets, flags, labels } = resource;
    const isKnown = (value) => !value.includes(_compose_interpolate_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownValue */ .Uo);
    const names = kind === 'volume' ? [...options.keys(), ...found.options.keys()] : options.keys();
    const given = (name) => {
        const value = options.get(name) ?? '';
        return name === 'device' && resource.isInProject ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(path, value) : value;
    };
    return [
        ...(driver === undefined || !isKnown(driver) || driver === found.driver
            ? []
            : [`driver ${found.driver}, now ${driver}`]),
        ...[...new Set(names)].flatMap((name) => isKnown(given(name)) && given(name) !== (found.options.get(name) ?? '')
            ? `option ${name}`
            : []),
        ...(subnets.length === 0 ||
            !subnets.every(isKnown) ||
            subnets.every((subnet) => found.subnets.includes(subnet))
            ? []
            : [`subnet ${found.subnets.join(' ')}, now ${subnets.join(' ')}`]),
        ...[...flags].flatMap(([flag, value]) => (found.flags.get(flag) === value ? [] : flag)),
        ...(kind === 'volume'
            ? []
            : [...labels].flatMap(([name, value]) => !isKnown(value) || found.labels.get(name) === value ? [] : `label ${name}`)),
    ];
}
/** The definitions of a release, as the next one finds them: `KIND KEY HASH`. */
function resourceLines(resources) {
    return resources.map(({ kind, key, hash }) => `${kind} ${key} ${hash}`);
}


/***/ }),

/***/ 3837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ intentOn),
/* harmony export */   W: () => (/* binding */ hookNames)
/* harmony export */ });
/** The moments at which a command of the project's own can run on the server. */
const hookNames = [
    'before-deploy',
    'before-switch',
    'after-switch',
    'after-deploy',
    'on-rollback',
];
/** What the deploy is asked to do on that server. */
function intentOn(intent, server) {
    return { ...intent, ...intent.onServers.get(server) };
}


/***/ }),

/***/ 3375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ envWarnings)
});

// EXTERNAL MODULE: ./build/src/compose/env-file.js
var env_file = __webpack_require__(4792);
;// CONCATENATED MODULE: ./build/src/env/plan/env-doubts.js

// One entry; of one in double quotes, or without quotes, the text.
const entries = /^[^\S\n]*(?:export[^\S\n]+)?([^=:\s#]+)[^\S\n]*[=:][^\S\n]*(?:'(?:[^'\\]|\\[^])*'|"((?:[^"\\]|\\[^])*)"|([^\n]*))/gm;
/**
 * Where Compose cuts a value: `$Word` of no variable that is set, and what stands behind ` #` without the space of a
 * comment. The file is right as it is for whoever means that, so nobody changes it.
 * @param others the names of further variables that are set
 * @throws {DeployKitError} `env-file-invalid`
 */
function envDoubts(text, others = new Set()) {
    const known = (0,env_file/* parseEnvFile */.F)(text);
    const isSet = (name) => known.has(name) || others.has(name);
    return [...text.matchAll(entries)].flatMap(([, key = '', double, bare]) => {
        const value = double ?? bare?.replace(/ #[^]*$/, '') ?? '';
        return [
            ...(bare !== undefined && / #[^\s#]/.test(bare)
                ? [{ key, problem: 'Compose takes what stands behind ` #` for a comment' }]
                : []),
            ...(unsetVariables(value).some((name) => !isSet(name))
                ? [{ key, problem: 'Compose takes `$` for the start of a variable, which is not set' }]
                : []),
        ];
    });
}
// With a default (`${A:-b}`) nothing is lost.
function unsetVariables(value) {
    return [...value.matchAll(/\\.|\$\$|\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g)].flatMap(([, braced, plain]) => braced ?? plain ?? []);
}
/** For a warning: which of the file's values, and what mends them. */
function doubtWords(file, doubts) {
    const words = doubts.map(({ key, problem }) => `${key}: ${problem}`);
    return `${file}: ${words.join('; ')}. Where the characters themselves are meant, put the value in single quotes.`;
}

;// CONCATENATED MODULE: ./build/src/deploy/plan/env-warnings.js

/** What people should look at in them, a warning a file. */
function envWarnings({ env, envFile, project, files, others }) {
    const paths = new Set(project.services
        .flatMap((service) => service.paths)
        .filter(({ kind }) => kind === 'env-file')
        .map(({ path }) => path));
    const ofServices = files.flatMap(({ path, content }) => paths.has(path) && content.kind === 'file'
        ? [{ file: path, text: content.read().toString('utf8') }]
        : []);
    const own = env?.source === 'upload' && envFile !== undefined ? [{ file: envFile, text: env.text }] : [];
    return [...own, ...ofServices].flatMap(({ file, text }) => {
        const doubts = envDoubts(text, others);
        return doubts.length === 0 ? [] : doubtWords(file, doubts);
    });
}


/***/ }),

/***/ 7139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C8: () => (/* binding */ fileChanges),
/* harmony export */   y3: () => (/* binding */ parseServerFiles),
/* harmony export */   yI: () => (/* binding */ touches)
/* harmony export */ });
/* harmony import */ var _server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7760);

/** What becomes of a file on the server; the words are those of `judge_files` in its shell. */
const fates = ['add', 'write', 'replace', 'remove', 'keep', 'leave'];
/** The fates of files that a deploy touches. */
const touching = new Set(['add', 'write', 'replace', 'remove']);
/**
 * Reads what the server says of its files.
 * @returns `undefined` when it is not whole
 */
function parseServerFiles(output) {
    const facts = (0,_server_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .readFacts */ .M)(output);
    const many = (key) => facts.get(key) ?? [];
    if (many('end')[0] !== 'yes')
        return undefined;
    const [entry] = many('error');
    const envLeadsTo = many('env-leads-to')[0]?.slice('./'.length);
    return {
        ...(envLeadsTo === undefined ? {} : { envLeadsTo }),
        fates: new Map(many('fate').flatMap(readFate)),
        livePins: many('pin').join('\n'),
        isMoving: many('transaction').length > 0,
        refusal: entry === undefined
            ? undefined
            : { entry, values: Object.fromEntries(many('value').map(readValue)) },
    };
}
// `keep ./PATH`
function readFate(line) {
    const at = line.indexOf(' ');
    const fate = fates.find((word) => word === line.slice(0, at));
    return fate === undefined ? [] : [[line.slice(at + 3), fate]];
}
function readValue(line) {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
}
/** @param count how many files the release has */
function fileChanges({ fates: found }, count) {
    const having = (...wanted) => [...found].flatMap(([path, fate]) => (wanted.includes(fate) ? path : []));
    return {
        added: having('add'),
        changed: having('write'),
        removed: having('remove'),
        replaced: having('replace'),
        kept: having('keep', 'leave'),
        unchanged: count - having('add', 'write', 'replace', 'keep').length,
    };
}
/** Whether a deploy writes or removes one of the files for which that is so. */
function touches({ fates: found }, isMeant) {
    return [...found].some(([path, fate]) => touching.has(fate) && isMeant(path));
}


/***/ }),

/***/ 4948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OL: () => (/* binding */ mountedFiles),
/* harmony export */   _P: () => (/* binding */ filesLabel),
/* harmony export */   v: () => (/* binding */ filesLabels)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6415);
/* harmony import */ var _file_changes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7139);
/* harmony import */ var _shipped_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2520);





/** The label that changes with the files that a service mounts. */
const filesLabel = 'deploy-kit.files';
/**
 * The labels of services that mount files of the release: Compose does not see that a mounted file has changed, and
 * would leave the container with the content, or even the file, from before. A new label makes it anew. Where nothing
 * that it mounts changes it keeps the label that it has, or none: what somebody has started by hand is not touched.
 */
function filesLabels({ project, files, releaseId }, { current, currentFiles }, seen) {
    const live = liveLabels(seen.livePins);
    return new Map(project.services.flatMap((service) => {
        const mounted = mountedFiles(service, files);
        const isChanged = (0,_file_changes_js__WEBPACK_IMPORTED_MODULE_2__/* .touches */ .yI)(seen, (path) => isMounted(service, path)) ||
            (current === undefined
                ? seen.isMoving
                : mounted.some((file) => currentFiles.get(file.path) !== (0,_shipped_files_js__WEBPACK_IMPORTED_MODULE_3__/* .identityOf */ .cu)(file)));
        const former = live.get(service.name);
        const label = isChanged ? newLabel(mounted, former, releaseId) : former;
        return mounted.length === 0 || label === undefined ? [] : [[service.name, label]];
    }));
}
/** The files of the release that a service mounts, alone or in a folder. */
function mountedFiles(service, files) {
    return files.filter(({ path }) => isMounted(service, path));
}
function isMounted(service, path) {
    return service.paths.some(({ kind, path: mount }) => kind !== 'env-file' && (path === mount || path.startsWith(`${mount}/`) || mount === '.'));
}
/** Where the same is written again, since somebody has removed it, the container still has the one that was removed. */
function newLabel(files, former, releaseId) {
    const label = contentHash(files);
    return label === former ? contentHash([...files, (0,_local_plan_text_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .textEntry */ .C)('', 0, releaseId)]) : label;
}
function contentHash(files) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for (const file of files)
        hash.update(`${file.path}\0${(0,_shipped_files_js__WEBPACK_IMPORTED_MODULE_3__/* .identityOf */ .cu)(file)}\0`);
    return hash.digest('hex').slice(0, 16);
}
function liveLabels(pins) {
    let read;
    try {
        read = (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parse */ .qg)(pins);
    }
    catch {
        // Somebody has written in it.
        return new Map();
    }
    return new Map(Object.entries(read?.services ?? {}).flatMap(([service, pinned]) => {
        const label = pinned?.labels?.[filesLabel];
        return typeof label === 'string' ? [[service, label]] : [];
    }));
}


/***/ }),

/***/ 4182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ folderProblems)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _project_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(514);


/** What a deploy to the folder would be refused for, in the words of `check_folder` and `find_live` on the server. */
function folderProblems(intent, facts, host) {
    return [
        ...ownerProblems(intent, facts, host),
        ...(facts.current === undefined ? projectProblems(intent, facts, host) : []),
        ...composeFileProblems(intent, facts),
    ];
}
function ownerProblems({ allow, path, repository }, { owner }, host) {
    const [id, name = ''] = owner?.split(' ') ?? [];
    const ours = repository.id === '' ? repository.name : repository.id;
    if (id === undefined || ours === '' || id === ours || allow.has('owner'))
        return [];
    return [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('folder-owned', { host, path, owner: name, repository: repository.name })];
}
function composeFileProblems({ allow, composeFiles, path }, { composeFiles: found, currentFiles }) {
    const foreign = found.filter((file) => !composeFiles.includes(file) && !currentFiles.has(file));
    if (foreign.length === 0 || allow.has('server-files'))
        return [];
    const files = foreign.join(' ');
    return [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-files-left', { path, files, 'compose-files': composeFiles.join(' ') })];
}
// Before the first release.
function projectProblems(intent, facts, host) {
    const { path } = intent;
    const here = projectsHere(facts);
    if (here.length > 1 &&
        givenName(intent, facts) === undefined &&
        !intent.allow.has('project-name'))
        return [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('several-projects', { host, path, projects: here.join(' ') })];
    const project = adoptedName(intent, facts);
    const elsewhere = facts.projects.find((found) => found.name === project && found.folder !== '' && !isHere(found, facts));
    return elsewhere === undefined
        ? []
        : [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('project-taken', { host, path, project, folder: elsewhere.folder })];
}
/** The project that the first release becomes: where nothing gives it a name, what runs from the folder. */
function adoptedName(intent, facts) {
    return givenName(intent, facts) ?? projectsHere(facts)[0] ?? (0,_project_name_js__WEBPACK_IMPORTED_MODULE_1__/* .projectName */ .j)(intent, facts);
}
function givenName(intent, { projectName: own }) {
    return (0,_project_name_js__WEBPACK_IMPORTED_MODULE_1__/* .givenProjectName */ .C)(intent) ?? (own === '' ? undefined : own);
}
function projectsHere(facts) {
    return [
        ...new Set(facts.projects.filter((found) => isHere(found, facts)).map(({ name }) => name)),
    ];
}
function isHere({ folder }, { path, realPath }) {
    return folder === path || folder === realPath;
}


/***/ }),

/***/ 6532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ foresee),
/* harmony export */   v: () => (/* binding */ builtServices)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _changed_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4289);
/* harmony import */ var _old_env_problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4240);



/**
 * What a release does to folders, networks, volumes and built images of its server, before any of it is done.
 * @param released the services that run an image of the release
 */
function foresee(intent, released, { ready, facts, rolls, host }) {
    const changes = (0,_changed_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .changedResources */ .I)(intent.project.resources, facts, {
        project: facts.project,
        path: ready.path,
        host,
        rolls,
        compose: `${ready.compose.command} ${ready.compose.version}`,
    });
    const unbuilt = builtServices(intent.project, released).filter((name) => !facts.built.has(name));
    return {
        remarks: [
            ...[...intent.madeFolders].flatMap(([folder, services]) => ready.existing.has(folder)
                ? []
                : `The folder ${folder} of ${services.join(', ')} is neither in the checkout nor on the server: it is made empty`),
            ...changes.remarks,
            ...leavingServices(intent.project, facts),
        ],
        problems: [
            ...(0,_old_env_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .oldEnvProblems */ .LT)(intent, facts.envFiles, ready.compose.version, host),
            ...(unbuilt.length === 0
                ? []
                : [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('service-not-built', { services: unbuilt.join(', '), host })]),
            ...changes.problems,
            ...offProfiles(intent.project, released, ready, host),
        ],
    };
}
/** The services that run what was built on the server: no registry is known to have their image. */
function builtServices({ services }, released) {
    return services
        .filter(({ name, active, isBuilt, image }) => active && isBuilt && image === undefined && !released.has(name))
        .map(({ name }) => name);
}
/** What runs an image of the release by a profile that somebody has typed (`--profile`) would go on with the former one. */
function offProfiles({ services }, released, { holdings }, host) {
    const running = new Set(holdings.map(({ service }) => service));
    const off = services.filter(({ name, active }) => !active && released.has(name) && running.has(name));
    if (off.length === 0)
        return [];
    const names = off.map(({ name }) => name).join(', ');
    const profiles = [...new Set(off.flatMap((service) => service.profiles.slice(0, 1)))].join(',');
    return [(0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('profile-not-on', { host, services: names, profiles })];
}
/** A service that leaves with the release does not take its data along. */
function leavingServices({ services }, { liveServices, mounts }) {
    const stay = new Set(services.filter(({ active }) => active).map(({ name }) => name));
    return liveServices
        .filter((name) => !stay.has(name))
        .flatMap((name) => {
        const volumes = (mounts.get(name) ?? []).filter((source) => /^[^/]+$/.test(source));
        return volumes.length === 0
            ? `Service ${name} leaves with this release`
            : `Service ${name} leaves with this release; its volume${volumes.length === 1 ? '' : 's'} ${volumes.join(', ')} stay${volumes.length === 1 ? 's' : ''}`;
    });
}


/***/ }),

/***/ 4240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Df: () => (/* binding */ envFilesOnServer),
  _v: () => (/* binding */ isOldCompose),
  LT: () => (/* binding */ oldEnvProblems)
});

// EXTERNAL MODULE: ./build/src/compose/env-file.js
var env_file = __webpack_require__(4792);
;// CONCATENATED MODULE: ./build/src/env/plan/old-env-file.js

/**
 * The names of the variables that Compose 1 reads from an env file otherwise than they are meant: with its library,
 * `$NAME` stays as it is, `${NAME}` is a variable even in single quotes, `\$` keeps its backslash, and `NAME: value`
 * is none.
 * @param outer variables of the project, which only a newer Compose puts into the env file of a service
 */
function misreadByCompose1(text, outer = new Map()) {
    const meant = (0,env_file/* parseEnvFile */.F)(text, outer);
    // Where no variable of that name is set, the characters are meant.
    const unset = [...text.matchAll(/\$(\w+)/g)].flatMap(([, name = '']) => meant.has(name) || outer.has(name) ? [] : [[name, `$${name}`]]);
    const literal = (0,env_file/* parseEnvFile */.F)(text, new Map([...outer, ...unset]));
    const read = readByCompose1(text);
    return [...meant.keys()].filter((key) => {
        const value = read.get(key);
        return value !== meant.get(key) && value !== literal.get(key);
    });
}
/**
 * Reads an env file as Compose 1.29 does.
 * Source: python-dotenv's own parser (`dotenv/parser.py`, `dotenv/variables.py`), which that uses
 */
function readByCompose1(text) {
    const values = new Map();
    const entry = /\s*(?:export[^\S\r\n]+)?(?:'([^']+)'|([^=#\s]+))[^\S\r\n]*=[^\S\r\n]*(?:'((?:\\'|[^'])*)'|"((?:\\"|[^"])*)"|(?!['"])([^\r\n]*))(?:[^\S\r\n]*#[^\r\n]*)?[^\S\r\n]*(?:\r\n|\n|\r|$)/y;
    const otherLine = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
        entry.lastIndex = at;
        const found = entry.exec(text);
        if (found === null) {
            otherLine.lastIndex = at;
            otherLine.exec(text);
            at = otherLine.lastIndex;
            continue;
        }
        at = entry.lastIndex;
        const [, quotedKey, key = quotedKey ?? '', single, double, bare = ''] = found;
        const raw = single?.replace(/\\([\\'])/g, '$1') ??
            double?.replace(/\\([\\'"abfnrtv])/g, (_, letter) => escapes[letter] ?? letter) ??
            bare.replace(/\s+#.*/, '').trimEnd();
        values.set(key, expand(raw, values));
    }
    return values;
}
const escapes = {
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
function expand(raw, known) {
    return raw.replace(/\$\{([^}:]*)(?::-([^}]*))?\}/g, (_, name, otherwise) => known.get(name) ?? otherwise ?? '');
}

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/deploy/plan/old-env-problems.js



/** Whether that is the version of a Compose that reads env files in its own way. */
function isOldCompose(version) {
    return version.startsWith('1.');
}
/**
 * The env files of released services that only the server has.
 * @param released the services that run an image of the release
 */
function envFilesOnServer({ project, files }, released) {
    const shipped = new Set(files.map(({ path }) => path));
    return envFilesOf(project, (name) => released.has(name)).filter((path) => !shipped.has(path));
}
/**
 * What only a newer Compose than the server's reads from the env files: the release's own, and those of its services.
 * @param onServer those that only the server has: path → text
 */
function oldEnvProblems({ env, project, files }, onServer, version, host) {
    if (!isOldCompose(version))
        return [];
    const own = env === undefined ? '' : env.source === 'upload' ? env.text : env.added;
    const paths = new Set(envFilesOf(project, () => true));
    const shipped = files.flatMap(({ path, content }) => paths.has(path) && content.kind === 'file'
        ? [[path, content.read().toString('utf8')]]
        : []);
    const outer = (0,env_file/* parseEnvFile */.F)(own);
    const keys = [
        ...misreadByCompose1(own),
        ...[...shipped, ...onServer].flatMap(([path, text]) => misread(text, outer).map((key) => `${key} (${path})`)),
    ].join(', ');
    return keys === '' ? [] : [(0,errors/* failure */.V2)('env-misread-by-old-compose', { keys, version, host })];
}
// One that a newer Compose can't read at all is no measure.
function misread(text, outer) {
    try {
        return misreadByCompose1(text, outer);
    }
    catch (error) {
        if (error instanceof errors/* DeployKitError */.mG && error.entry === 'env-file-invalid')
            return [];
        throw error;
    }
}
function envFilesOf({ services }, isMeant) {
    const read = services
        .filter(({ name, active }) => active && isMeant(name))
        .flatMap(({ paths }) => paths.filter(({ kind, path }) => kind === 'env-file' && path !== '.env'));
    return [...new Set(read.map(({ path }) => path))];
}


/***/ }),

/***/ 9041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ checkPins),
/* harmony export */   F3: () => (/* binding */ pinnedServices),
/* harmony export */   GR: () => (/* binding */ pinsPath),
/* harmony export */   PD: () => (/* binding */ renderPins)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4726);
/* harmony import */ var _files_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4948);




/** Where the pins are, relative to the deploy folder; the env file's COMPOSE_FILE names it last. */
const pinsPath = '.deploy-kit/pins.yml';
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
 * Sees that each image of the release has a service.
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
/**
 * The Compose file that is merged over the project's own: each service of the release by digest, and the labels of
 * those that mount files of it.
 */
function renderPins(project, pins, labels) {
    const services = {};
    for (const service of project.services) {
        const { name } = service;
        const image = pins.get(name);
        const label = labels.get(name);
        if (image === undefined && label === undefined)
            continue;
        services[name] = {
            ...(image === undefined ? {} : { image, ...pulledByUs(service) }),
            ...(label === undefined ? {} : { labels: { [_files_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .filesLabel */ ._P]: label } }),
        };
    }
    return ('# deploy-kit: what the current release runs. The next deploy writes it anew.\n' +
        (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ services }));
}
// The deploy has pulled it by digest, with an account that Compose does not have; and there is nothing to build it from.
function pulledByUs({ pullPolicy }) {
    return pullPolicy === undefined || /^(missing|if_not_present|never)$/.test(pullPolicy)
        ? {}
        : { pull_policy: 'if_not_present' };
}


/***/ }),

/***/ 514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ givenProjectName),
/* harmony export */   j: () => (/* binding */ projectName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4792);


/**
 * The name that Compose gives the project, without the colour of a blue-green deploy.
 * Source: https://docs.docker.com/compose/how-tos/project-name/
 */
function projectName({ env, project }, { path }) {
    const name = (givenProjectName({ env, project }) ?? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path))
        .toLowerCase()
        .replace(/[^a-z0-9_-]/g, '');
    return name.replace(/^[_-]+/, '').replace(/-(blue|green)$/, '') || 'app';
}
/** The name that the release itself gives the project. */
function givenProjectName({ env, project, }) {
    const known = env?.source === 'upload' ? env.text : (env?.added ?? '');
    return (0,_compose_env_file_js__WEBPACK_IMPORTED_MODULE_1__/* .parseEnvFile */ .F)(known).get('COMPOSE_PROJECT_NAME') ?? project.name;
}


/***/ }),

/***/ 2520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ definitionLines),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   zZ: () => (/* binding */ checksumLines)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

// A project may be large, and is asked for several times.
const identities = new WeakMap();
/**
 * What a file of a release is known by, as the server's shell finds it: `<sha256> <mode>`; of a link
 * `<sha256 of where it leads> link`.
 */
function identityOf(file) {
    const known = identities.get(file);
    if (known !== undefined)
        return known;
    const { content, mode } = file;
    const bytes = content.kind === 'file' ? content.read() : content.target;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
    const identity = `${hash} ${content.kind === 'file' ? mode.toString(8) : 'link'}`;
    identities.set(file, identity);
    return identity;
}
/** The files of a release with what each is known by: `<sha256> <mode> <path>` */
function checksumLines(files) {
    return files.map((file) => `${identityOf(file)} ${file.path}`);
}
/**
 * Those of the files that decide which containers there are, and what is in their environment: the Compose files
 * (`compose ./<path>`) and the services' env files (`env ./<path>`).
 */
function definitionLines(project, files) {
    const read = new Set(project.files);
    const envFiles = new Set(project.services.flatMap(({ paths }) => paths.filter(({ kind }) => kind === 'env-file').map(({ path }) => path)));
    return files.flatMap(({ path }) => read.has(path) ? `compose ./${path}` : envFiles.has(path) ? `env ./${path}` : []);
}


/***/ }),

/***/ 6209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gY: () => (/* binding */ hookScripts),
  IC: () => (/* binding */ migrationOf),
  hz: () => (/* binding */ prepareDeploy),
  Ol: () => (/* binding */ proxyOf)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/deploy/release-id.js
var release_id = __webpack_require__(9271);
// EXTERNAL MODULE: ./build/src/compose/compose-project.js + 15 modules
var compose_project = __webpack_require__(510);
// EXTERNAL MODULE: ./build/src/deploy/plan/registry-login.js
var registry_login = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/src/deploy/plan/env-warnings.js + 1 modules
var env_warnings = __webpack_require__(3375);
;// CONCATENATED MODULE: ./build/src/deploy/plan/proxy-template.js

const placeholder = /\{\{([^{}]*)\}\}/g;
/**
 * Sees that a proxy's configuration says where its containers go.
 * @param file its path, for messages
 * @param services those that can stand in it
 * @throws {DeployKitError} `proxy-template-invalid`
 */
function checkProxyTemplate(file, text, services) {
    const refuse = (problem) => (0,errors/* failure */.V2)('proxy-template-invalid', { file, problem });
    let found = false;
    for (const [index, line] of text.split('\n').entries()) {
        const names = [...line.matchAll(placeholder)].map(([, inner = '']) => inner);
        if (names.length > 1)
            throw refuse(`line ${index + 1} has two placeholders`);
        const [name] = names;
        if (name === undefined)
            continue;
        const [, service] = /^ *([\w.-]+):\d+ *$/.exec(name) ?? [];
        if (service === undefined)
            throw refuse(`line ${index + 1} has \`{{${name}}}\`, which is not \`{{SERVICE:PORT}}\``);
        if (!services.includes(service))
            throw refuse(`line ${index + 1} names the service ${service}; those of the release are ${services.join(', ')}`);
        found = true;
    }
    if (!found)
        throw refuse('it has no line with `{{SERVICE:PORT}}`');
}

// EXTERNAL MODULE: ./build/src/deploy/plan/pins.js
var pins = __webpack_require__(9041);
// EXTERNAL MODULE: ./build/src/deploy/collect-files.js
var collect_files = __webpack_require__(4773);
// EXTERNAL MODULE: ./build/src/deploy/locate-project.js
var locate_project = __webpack_require__(4223);
// EXTERNAL MODULE: ./build/src/deploy/variables-on-server.js
var variables_on_server = __webpack_require__(5298);
// EXTERNAL MODULE: ./build/src/deploy/released-images.js
var released_images = __webpack_require__(357);
// EXTERNAL MODULE: ./build/src/env/prepare-env.js + 2 modules
var prepare_env = __webpack_require__(2939);
;// CONCATENATED MODULE: ./build/src/deploy/prepare-deploy.js












/**
 * Turns the request into everything a deploy needs, from the checkout and the registry, before the
 * server is touched.
 * @throws {DeployKitError} for images that do not exist, Compose files that are not valid …
 */
async function prepareDeploy(request, ports) {
    return ports.reporter.group('Read what to deploy', () => readDeploy(request, ports));
}
async function readDeploy(request, ports) {
    const { root, projectIn, registry, ...secrets } = ports;
    const { folder, files } = (0,locate_project/* locateProject */.m)(request.composeFiles, root);
    const checkout = projectIn(folder);
    const { images, version } = await (0,released_images/* releasedImages */.i0)(request, registry);
    const env = await (0,prepare_env/* readEnv */.sx)(request, root, secrets);
    const variables = (0,prepare_env/* knownVariables */.h0)(env, request.versionVariable, version);
    await (0,prepare_env/* checkEnv */.cI)(request, env, variables, root, secrets);
    const asked = new Set();
    const source = { files, readFile: (path) => checkout.readText(path) };
    const known = (0,compose_project/* readComposeProject */.q)({ ...source, env: variables, partialEnv: true, asked });
    const onServer = await (0,variables_on_server/* variablesOnServer */.o)(request, env, { asked, images }, ports);
    const hooks = hookScripts(request.hooks, root);
    const read = (own) => readProject(own === undefined
        ? known
        : (0,compose_project/* readComposeProject */.q)({ ...source, env: new Map([...own, ...variables]) }), {
        ...{ request, images, env, hooks, root, checkout, registry },
        others: new Set([...variables.keys(), ...(own?.keys() ?? [])]),
    });
    const { first, onServers } = await onEach(onServer, read);
    return {
        ...request,
        composeFiles: files,
        releaseId: (0,release_id/* newReleaseId */.P)(request.startedAt, version),
        images,
        login: (0,registry_login/* loginFor */.LD)(request.registryAccount, (0,registry_login/* accountRegistry */.LA)(images)),
        version,
        revision: request.release?.revision ?? request.revision,
        document: request.release,
        createdAt: request.release === undefined ? request.startedAt : new Date(request.release.createdAt),
        env,
        hooks,
        ...first,
        onServers,
    };
}
/** Reads once for each set of variables that servers have. */
async function onEach(onServer, read) {
    const [own, ...others] = onServer ?? [];
    const first = await read(own?.[1]);
    const known = new Map([[(0,variables_on_server/* variablesKey */.R)(own?.[1]), first]]);
    const onServers = new Map();
    for (const [server, variables] of others) {
        const key = (0,variables_on_server/* variablesKey */.R)(variables);
        const there = known.get(key) ?? (await read(variables));
        known.set(key, there);
        if (there !== first)
            onServers.set(server, there);
    }
    return { first, onServers };
}
async function readProject(project, { request, images, env, hooks, others, root, checkout, registry }) {
    const { envFile } = request;
    const released = (0,pins/* pinnedServices */.F3)(project, images);
    const collected = (0,collect_files/* collectFiles */.C)(project, request.extraFiles, checkout, [...hooks.values()]);
    return {
        project,
        ...collected,
        envWarnings: (0,env_warnings/* envWarnings */.Z)({ env, envFile, project, files: collected.files, others }),
        migration: migrationOf(request.migration, project, released),
        proxy: proxyOf(request.proxy, root, released),
        imageVolumes: await (0,released_images/* imageVolumes */.zf)(released, registry),
        otherPins: request.pinAll ? await (0,released_images/* otherPins */.p4)(project, released, registry) : new Map(),
    };
}
/** The scripts of the hooks, with the texts of those that are files of the checkout. */
function hookScripts(hooks, root) {
    return new Map([...hooks].map(([name, script]) => [name, root.readText(script) ?? script]));
}
/**
 * The proxy with the texts of its template and script.
 * @throws {DeployKitError} `proxy-template-invalid`
 */
function proxyOf(proxy, root, released) {
    if (proxy === undefined)
        return undefined;
    const template = root.readText(proxy.template);
    if (template === undefined)
        throw (0,errors/* failure */.V2)('proxy-template-invalid', {
            file: proxy.template,
            problem: 'it is not in the checkout',
        });
    checkProxyTemplate(proxy.template, template, [...released.keys()]);
    const { reload } = proxy;
    if ('container' in reload)
        return { ...proxy, template };
    const script = root.readText(reload.script) ?? reload.script;
    return { ...proxy, template, reload: { script } };
}
/**
 * The migration with the service that it runs in.
 * @throws {DeployKitError} `migration-service-missing`
 */
function migrationOf(request, project, released) {
    if (request === undefined)
        return undefined;
    const service = request.service ?? [...released.keys()][0];
    const names = project.services.map(({ name }) => name);
    if (service === undefined || !names.includes(service))
        throw (0,errors/* failure */.V2)('migration-service-missing', {
            service: service ?? '',
            services: names.join(', '),
        });
    return { ...request, service };
}


/***/ }),

/***/ 859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readEnvFiles),
/* harmony export */   f: () => (/* binding */ readServerEnv)
/* harmony export */ });
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4792);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3826);
/* harmony import */ var _server_look_at_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2126);
/* harmony import */ var _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3096);




/**
 * Reads variables from the env files on the servers, those that are asked for and no other.
 * @throws {DeployKitError} `env-file-unreadable`, `env-file-invalid`, `probe-failed`, or one of the `ssh-…` entries
 */
async function readServerEnv(servers, asked) {
    const found = await Promise.all(servers.map((server) => readVariables(server, asked)));
    return new Map(found.map((variables, index) => [servers[index]?.name ?? '', variables]));
}
async function readVariables(server, { path, file, names }) {
    const text = await (0,_server_look_at_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(server, {
        script: _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_3__/* .serverEnv */ .NK,
        args: [path, file ?? ''],
        read: ({ stdout }) => /^begin=env\n([^]*)^end=env\n$/m.exec(stdout)?.[1],
    });
    const unreadable = /^unreadable=(.*)$/m.exec(text)?.[1];
    if (unreadable !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('env-file-unreadable', {
            file: unreadable,
            host: server.name,
            user: server.user,
        });
    return new Map([...(0,_compose_env_file_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEnvFile */ .F)(text)].filter(([name]) => names.has(name)));
}
/**
 * Reads env files of the deploy folder.
 * @param folder absolute
 * @returns path → text, of those that are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
function readEnvFiles(server, folder, files) {
    return (0,_server_look_at_js__WEBPACK_IMPORTED_MODULE_2__/* .lookAt */ .t)(server, {
        script: _server_shell_scripts_js__WEBPACK_IMPORTED_MODULE_3__/* .envFiles */ .hZ,
        args: [folder, ...files],
        read: ({ stdout }) => {
            if (!/^end=yes\n$/m.test(stdout))
                return undefined;
            const texts = new Map();
            for (const [, number, line = ''] of stdout.matchAll(/^(\d+) ([^\n]*)$/gm)) {
                const path = files[Number(number) - 1] ?? '';
                texts.set(path, `${texts.get(path) ?? ''}${line}\n`);
            }
            return texts;
        },
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

/***/ 357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i0: () => (/* binding */ releasedImages),
/* harmony export */   p4: () => (/* binding */ otherPins),
/* harmony export */   zf: () => (/* binding */ imageVolumes)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4726);


/**
 * The images of the release with their digests, and what people call it.
 * @throws {DeployKitError} `image-not-found`, `release-document-invalid`, one of the `registry-…` entries
 */
async function releasedImages({ images, release }, registry) {
    if (images.length > 0) {
        const pinned = await Promise.all(images.map((image) => pin(image, registry)));
        return { images: pinned, version: release?.version ?? versionOf(images[0], pinned[0]) };
    }
    if (release === undefined || release.images.length === 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return {
        images: release.images.map(({ reference, digest }) => {
            const parsed = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(reference);
            return { name: parsed === undefined ? reference : (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .imageName */ .tO)(parsed), digest };
        }),
        version: release.version,
    };
}
async function pin(image, registry) {
    if (image.digest !== undefined)
        return { name: (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .imageName */ .tO)(image), digest: image.digest };
    const found = await registry.find(image);
    if (found === undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-not-found', { image: (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image) });
    return { name: (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .imageName */ .tO)(image), digest: found.digest };
}
/** The services outside the release by what their references lead to now: service → reference by digest. */
async function otherPins(project, released, registry) {
    const others = project.services.flatMap(({ name, image, active }) => {
        const reference = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image ?? '');
        return released.has(name) || !active || reference === undefined ? [] : { name, reference };
    });
    return new Map(await Promise.all(others.map(async ({ name, reference }) => {
        const { name: repository, digest } = await pin(reference, registry);
        return [name, `${repository}@${digest}`];
    })));
}
/**
 * The volumes that the images of the release make for their containers: service → places. One that can't be read is
 * left out: a registry that serves its manifests may refuse its configurations.
 */
async function imageVolumes(released, registry) {
    const images = [...new Set(released.values())];
    const found = await Promise.all(images.map(async (image) => {
        const reference = (0,_image_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image);
        const described = reference && registry.describe(reference).catch(() => undefined);
        return [image, (await described)?.volumes];
    }));
    const volumes = new Map(found);
    return new Map([...released].flatMap(([service, image]) => {
        const places = volumes.get(image);
        return places === undefined ? [] : [[service, places]];
    }));
}
// The tag is what people call a release; an image that is named by digest alone has only that.
function versionOf(image, pinned) {
    return image?.tag ?? pinned?.digest.slice('sha256:'.length, 'sha256:'.length + 12) ?? '';
}


/***/ }),

/***/ 5298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ variablesKey),
/* harmony export */   o: () => (/* binding */ variablesOnServer)
/* harmony export */ });
/* harmony import */ var _env_decrypt_env_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7908);

/**
 * What the Compose files ask for and only the env files on the servers can say, of each server; each value is masked in the log, unless
 * it is an ordinary word or part of a released image's name.
 * @returns `undefined` where nothing is asked for
 */
async function variablesOnServer({ path, allow }, env, { asked, images, }, { envOnServer, reporter }) {
    if (asked.size === 0)
        return undefined;
    // What is on the server is not kept then.
    if (env?.source === 'upload' && allow.has('env-keys'))
        return new Map([['', new Map()]]);
    const file = env?.source === 'server' ? env.path : undefined;
    const found = await envOnServer({ path, file, names: asked });
    for (const value of [...found.values()].flatMap((variables) => [...variables.values()]))
        if (!(0,_env_decrypt_env_file_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainWord */ .F)(value) && !images.some(({ name }) => name.includes(value)))
            reporter.mask(value);
    return found;
}
/** What tells variables from others. */
function variablesKey(variables = new Map()) {
    return JSON.stringify([...variables].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}


/***/ }),

/***/ 7908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ decryptEnvFile),
  F: () => (/* binding */ isPlainWord)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/text/quote-env-value.js
var quote_env_value = __webpack_require__(4747);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/text/read-yaml.js
var read_yaml = __webpack_require__(2217);
;// CONCATENATED MODULE: ./build/src/env/plan/read-sops-file.js



/**
 * Reads a file that SOPS encrypted as dotenv, YAML or JSON.
 * Source: https://getsops.io/docs/, and what SOPS 3.8 writes.
 * @returns `undefined` for a file that SOPS has not encrypted
 * @throws {DeployKitError} `sops-file-unsupported`
 */
function readSopsFile(file, text) {
    if (/^sops_mac=ENC\[/m.test(text))
        return readDotenv(file, text);
    if (/\.(ya?ml|json)$/.test(file))
        return readYaml(file, text);
    return undefined;
}
function readDotenv(file, text) {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const pairs = lines.map((line) => {
        const at = line.indexOf('=');
        if (at < 0)
            throw unsupportedSops(file, 'a line is no NAME=value');
        // SOPS writes a line break inside a value as these two characters.
        return [line.slice(0, at), line.slice(at + 1).replaceAll(String.raw `\n`, '\n')];
    });
    const metadata = new Map(pairs.filter(([key]) => key.startsWith('sops_')));
    const get = (key) => metadata.get(`sops_${key}`);
    refuseUnsafe(file, get('mac_only_encrypted'), get('shamir_threshold'));
    return {
        format: 'dotenv',
        leaves: pairs
            .filter(([key]) => !key.startsWith('sops_'))
            .map(([key, value]) => ({ path: [key], text: value })),
        keys: [...metadata].flatMap(([key, value]) => /^sops_age__list_\d+__map_enc$/.test(key) ? value : []),
        lastModified: get('lastmodified') ?? '',
        mac: get('mac') ?? '',
    };
}
function readYaml(file, text) {
    // The order of the values counts, so that mappings are read as maps.
    const documents = (0,dist/* parseAllDocuments */.hR)(text).map((document) => {
        const read = (0,read_yaml/* yamlValue */.t)(document, { mapAsMap: true });
        return 'value' in read ? read.value : undefined;
    });
    const [content] = documents;
    const metadata = content instanceof Map ? content.get('sops') : undefined;
    if (!(content instanceof Map) || !(metadata instanceof Map))
        return undefined;
    if (documents.length > 1)
        throw unsupportedSops(file, 'it holds several documents');
    refuseUnsafe(file, metadata.get('mac_only_encrypted'), metadata.get('shamir_threshold'));
    const age = metadata.get('age');
    const recipients = Array.isArray(age) ? age : [];
    return {
        format: 'yaml',
        leaves: [...content].flatMap(([key, value]) => key === 'sops' ? [] : leavesOf(file, [String(key)], value)),
        keys: recipients.flatMap((recipient) => recipient instanceof Map ? String(recipient.get('enc')) : []),
        lastModified: String(metadata.get('lastmodified')),
        mac: String(metadata.get('mac')),
    };
}
function leavesOf(file, path, value) {
    if (value instanceof Map)
        return [...value].flatMap(([key, entry]) => leavesOf(file, [...path, String(key)], entry));
    // The place in a list is no part of a path.
    if (Array.isArray(value))
        return value.flatMap((entry) => leavesOf(file, path, entry));
    if (typeof value === 'string' || typeof value === 'number')
        return [{ path, text: String(value) }];
    // As SOPS, which is written in Go and was in Python, counts them.
    if (typeof value === 'boolean')
        return [{ path, text: value ? 'True' : 'False' }];
    if (value === null)
        return [];
    throw unsupportedSops(file, `${path.join('.')} is neither text, number nor boolean`);
}
// With either of these, what SOPS checks is not the whole file, or its key is in several parts.
function refuseUnsafe(file, macOnlyEncrypted, threshold) {
    if (String(macOnlyEncrypted) === 'true')
        throw unsupportedSops(file, 'with `mac_only_encrypted` anybody can change what is in the clear; encrypt it without that');
    if (Number(threshold ?? 0) > 1)
        throw unsupportedSops(file, 'its key is shared out over several groups');
}
/** The error for a file of SOPS that deploy-kit does not read. */
function unsupportedSops(file, problem) {
    return (0,errors/* failure */.V2)('sops-file-unsupported', { file, problem });
}

;// CONCATENATED MODULE: ./build/src/env/plan/decrypt-sops.js




/**
 * Decrypts the values of a file and makes sure that it is whole and that nobody changed it.
 * @param dataKey the file's own key, 32 bytes
 * @throws {DeployKitError} `sops-file-changed`; `sops-file-unsupported` for values that are no variables
 */
function decryptSops(file, sops, dataKey) {
    const hash = (0,external_node_crypto_.createHash)('sha512');
    const variables = sops.leaves.map(({ path, text }) => {
        const { value, type } = decryptValue(file, text, dataKey, `${path.join(':')}:`);
        hash.update(value);
        const [name = ''] = path;
        if (path.length > 1)
            throw unsupportedSops(file, `${path.join('.')} is inside of ${name}: variables are flat`);
        return [name, type === 'bool' ? value.toLowerCase() : value];
    });
    // In the clear it would prove nothing.
    if (!isEncrypted(sops.mac))
        throw (0,errors/* failure */.V2)('sops-file-changed', { file, problem: 'its checksum (MAC) is not encrypted' });
    const expected = decryptValue(file, sops.mac, dataKey, sops.lastModified).value;
    const actual = hash.digest('hex').toUpperCase();
    if (expected.length !== actual.length ||
        !(0,external_node_crypto_.timingSafeEqual)(Buffer.from(expected), Buffer.from(actual)))
        throw (0,errors/* failure */.V2)('sops-file-changed', { file, problem: 'its checksum (MAC) is another one' });
    return {
        env: variables.map(([name, value]) => `${name}=${written(sops, value)}\n`).join(''),
        values: variables.map(([, value]) => value),
    };
}
// A dotenv file is encrypted with the quotes in it: what comes out is what the file said.
function written({ format }, value) {
    return format === 'dotenv' ? value.replaceAll('\n', String.raw `\n`) : (0,quote_env_value/* quoteEnvValue */.D)(value);
}
const encrypted = /^ENC\[AES256_GCM,data:([^,]*),iv:([^,]*),tag:([^,]*),type:([a-z]+)\]$/;
function isEncrypted(text) {
    return encrypted.test(text);
}
function decryptValue(file, text, key, context) {
    const [, data, iv, tag, type] = encrypted.exec(text) ?? [];
    if (data === undefined || iv === undefined || tag === undefined || type === undefined)
        return { value: text, type: 'str' };
    try {
        const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', key, Buffer.from(iv, 'base64'));
        decipher.setAuthTag(Buffer.from(tag, 'base64'));
        decipher.setAAD(Buffer.from(context));
        const value = Buffer.concat([decipher.update(data, 'base64'), decipher.final()]);
        return { value: value.toString('utf8'), type };
    }
    catch (cause) {
        // Node's words say nothing of the value.
        throw (0,errors/* failure */.V2)('sops-file-changed', { file, problem: `${context} can't be decrypted` }, { cause });
    }
}

;// CONCATENATED MODULE: ./build/src/env/decrypt-env-file.js



/** Whether a value makes no secret by itself, and would make a log unreadable where it is masked. */
function isPlainWord(value) {
    return /^(true|false|yes|no|on|off|.{0,2})$/i.test(value);
}
/**
 * The text of an env file, decrypted where SOPS encrypted it; its values are then masked in the log.
 * @param age undefined when there is no key
 * @throws {DeployKitError} one of the `sops-…` entries
 */
async function decryptEnvFile(file, text, age, reporter) {
    const sops = readSopsFile(file, text);
    if (sops === undefined)
        return text;
    if (age === undefined)
        throw (0,errors/* failure */.V2)('sops-key-missing', { file });
    for (const key of sops.keys) {
        const dataKey = await age.decrypt(key);
        if (dataKey === undefined)
            continue;
        const { env, values } = decryptSops(file, sops, dataKey);
        for (const value of values)
            if (!isPlainWord(value))
                reporter.mask(value);
        return env;
    }
    throw (0,errors/* failure */.V2)('sops-key-wrong', { file, recipients: sops.keys.length });
}


/***/ }),

/***/ 1277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);

/** The key of the inputs, where there is one. */
function ageOf(ageKey) {
    return ageKey === undefined ? undefined : ageIdentities(ageKey);
}
/**
 * Decrypts with the given age identities.
 * @param text `AGE-SECRET-KEY-1…` lines, with comments as age-keygen writes them
 */
function ageIdentities(text) {
    const keys = text.split(/\s*\n/).filter((line) => line !== '' && !line.startsWith('#'));
    return {
        async decrypt(armored) {
            // Loaded where a file is encrypted, and nowhere else.
            const { Decrypter, armor } = await __webpack_require__.e(/* import() */ 389).then(__webpack_require__.bind(__webpack_require__, 3389));
            const decrypter = new Decrypter();
            for (const key of keys) {
                try {
                    decrypter.addIdentity(key.trim());
                }
                catch (cause) {
                    throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('age-key-invalid', {}, { cause });
                }
            }
            try {
                return await decrypter.decrypt(armor.decode(armored));
            }
            catch {
                return undefined;
            }
        },
    };
}


/***/ }),

/***/ 2939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cI: () => (/* binding */ checkEnv),
  h0: () => (/* binding */ knownVariables),
  sx: () => (/* binding */ readEnv)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/compose/env-file.js
var env_file = __webpack_require__(4792);
;// CONCATENATED MODULE: ./build/src/env/plan/env-rules.js

/** Where a rules file is looked for, unless it is named. */
const usualRulesFile = '.env.schema';
const types = {
    string: () => undefined,
    number: (value, { options }) => {
        const number = Number(value);
        if (value.trim() === '' || Number.isNaN(number))
            return 'must be a number';
        if (options.has('min') && number < Number(options.get('min')))
            return `must be at least ${options.get('min') ?? ''}`;
        if (options.has('max') && number > Number(options.get('max')))
            return `must be at most ${options.get('max') ?? ''}`;
        return undefined;
    },
    boolean: (value) => (/^(true|false|0|1)$/i.test(value) ? undefined : 'must be true or false'),
    port: (value) => /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65_535
        ? undefined
        : 'must be a port from 1 to 65535',
    url: (value) => (URL.canParse(value) ? undefined : 'must be a URL'),
    email: (value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? undefined : 'must be an email address',
    enum: (value, { words }) => words.includes(value) ? undefined : `must be one of ${words.join(', ')}`,
    hex: (value) => (/^([0-9a-f]{2})+$/i.test(value) ? undefined : 'must be hexadecimal digits'),
    base64: (value) => (/^[A-Za-z0-9+/_-]+={0,2}$/.test(value) ? undefined : 'must be in base64'),
    pem: (value) => /-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----/.test(value) ? undefined : 'must be PEM',
};
/**
 * Reads a rules file: an env file with examples, in which decorators in the comments above a variable say
 * what it must be.
 * Source: the convention of env-spec (https://varlock.dev/env-spec/overview/), of which `@required`,
 * `@optional`, `@sensitive` and `@type` are taken, and three decorators of our own: `@equals=OTHER`,
 * `@differs=OTHER`, `@unlike=FILE` (another environment's env file).
 * @throws {DeployKitError} `env-rules-invalid`
 */
function parseEnvRules(file, text) {
    const rules = [];
    let decorators = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const problem = (words) => (0,errors/* failure */.V2)('env-rules-invalid', { file, line: index + 1, problem: words });
        if (line.startsWith('#')) {
            decorators.push(...(line.match(/@\w+(?:=(?:\w+\([^)]*\)|\S+))?/g) ?? []));
            continue;
        }
        if (line.trim() === '') {
            decorators = [];
            continue;
        }
        const [, key, example = ''] = /^(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? [];
        if (key === undefined)
            throw problem('it is no NAME=value');
        rules.push(ruleOf(key, example.trim().replace(/^(['"])(.*)\1$/, '$2'), decorators, problem));
        decorators = [];
    }
    return rules;
}
function ruleOf(key, example, decorators, problem) {
    const values = new Map(decorators.map((decorator) => {
        const at = decorator.indexOf('=');
        return at < 0
            ? [decorator.slice(1), 'true']
            : [decorator.slice(1, at), decorator.slice(at + 1)];
    }));
    for (const name of values.keys())
        if (!['required', 'optional', 'sensitive', 'type', 'equals', 'differs', 'unlike'].includes(name))
            throw problem(`@${name} is no decorator that deploy-kit knows`);
    const [, type = 'string', inside = ''] = /^(\w+)(?:\((.*)\))?$/.exec(values.get('type') ?? '') ?? [];
    if (!(type in types))
        throw problem(`@type=${type} is no type that deploy-kit knows`);
    const words = inside
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '');
    return {
        key,
        required: values.has('required'),
        example,
        type,
        words,
        options: new Map(words.flatMap((word) => {
            const at = word.indexOf('=');
            return at < 0 ? [] : [[word.slice(0, at), word.slice(at + 1)]];
        })),
        equals: values.get('equals'),
        differs: values.get('differs'),
        unlike: values.get('unlike'),
    };
}

;// CONCATENATED MODULE: ./build/src/env/plan/check-env-rules.js


/** What people leave in a file that they meant to fill in. */
const placeholder = /^(change[-_ ]?me.*|todo|fixme|xxx+|placeholder|your[-_ ].*|example|secret|password|<.*>)$/i;
/**
 * Holds variables against their rules.
 * @param others the env files that rules name with `@unlike`, by their paths
 * @throws {DeployKitError} `env-rules-broken`, with every problem; names only, never a value
 */
function checkEnvRules(rules, env, others = new Map()) {
    const problems = rules.flatMap((rule) => {
        const problem = problemOf(rule, env) ?? sameElsewhere(rule, env, others);
        return problem === undefined ? [] : [`${rule.key} ${problem}`];
    });
    if (problems.length > 0)
        throw (0,errors/* failure */.V2)('env-rules-broken', { problems: problems.join('; ') });
}
function problemOf(rule, env) {
    const value = env.get(rule.key) ?? '';
    if (value === '')
        return rule.required ? 'is required and empty' : undefined;
    const known = /^(number|boolean|port|enum)$/.test(rule.type);
    if (placeholder.test(value))
        return 'holds a placeholder';
    if (!known && rule.required && rule.example !== '' && value === rule.example)
        return 'still holds the example';
    const mistyped = types[rule.type]?.(value, rule) ?? lengthProblem(rule, value);
    if (mistyped !== undefined)
        return mistyped;
    if (rule.equals !== undefined && value !== env.get(rule.equals))
        return `must be equal to ${rule.equals}`;
    if (rule.differs !== undefined && value === env.get(rule.differs))
        return `must differ from ${rule.differs}`;
    return undefined;
}
function sameElsewhere({ key, unlike }, env, others) {
    const value = env.get(key) ?? '';
    if (unlike === undefined || value === '' || others.get(unlike)?.get(key) !== value)
        return undefined;
    return `has the same value as in ${unlike}`;
}
function lengthProblem({ options }, value) {
    const bytes = Buffer.byteLength(value);
    const limit = (name) => options.has(name) ? Number(options.get(name)) : undefined;
    const [exact, least, most] = [limit('isLength'), limit('minLength'), limit('maxLength')];
    if (exact !== undefined && bytes !== exact)
        return `must be ${exact} bytes long`;
    if (least !== undefined && bytes < least)
        return `must be at least ${least} bytes long`;
    if (most !== undefined && bytes > most)
        return `must be at most ${most} bytes long`;
    const start = options.get('startsWith');
    if (start !== undefined && !value.startsWith(start))
        return `must begin with ${start}`;
    return undefined;
}

// EXTERNAL MODULE: ./build/src/text/quote-env-value.js
var quote_env_value = __webpack_require__(4747);
// EXTERNAL MODULE: ./build/src/env/decrypt-env-file.js + 2 modules
var decrypt_env_file = __webpack_require__(7908);
;// CONCATENATED MODULE: ./build/src/env/prepare-env.js






/**
 * Reads the env file of a deploy, decrypted, with the lines that are added to it.
 * @returns `undefined` when the server keeps its own
 * @throws {DeployKitError} `env-file-missing`, one of the `sops-…` entries
 */
async function readEnv({ envFile, env }, root, secrets) {
    const added = [...(env ?? [])].map(([key, value]) => `${key}=${(0,quote_env_value/* quoteEnvValue */.D)(value)}\n`).join('');
    if (envFile === undefined)
        return env === undefined ? undefined : { source: 'server', path: undefined, added };
    if (/^(\/|~\/)/.test(envFile))
        return { source: 'server', path: envFile, added };
    const plain = await readEncrypted(envFile, root, secrets);
    return { source: 'upload', text: `${plain.replace(/\n?$/, '\n')}${added}` };
}
async function readEncrypted(file, root, { age, reporter }) {
    const text = root.readText(file);
    if (text === undefined)
        throw (0,errors/* failure */.V2)('env-file-missing', { file });
    return (0,decrypt_env_file/* decryptEnvFile */.X)(file, text, age, reporter);
}
/** The variables of the env file, as far as they are known before the server is asked. */
function knownVariables(env, versionVariable, version) {
    const variables = (0,env_file/* parseEnvFile */.F)(env?.source === 'upload' ? env.text : (env?.added ?? ''));
    return variables.set(versionVariable, version);
}
/**
 * Holds the env file against its rules. What only the server knows can't be.
 * @returns how many rules there are; `undefined` when there is no rules file or no env file here
 * @throws {DeployKitError} `env-rules-broken`, `env-rules-invalid`, `env-file-missing`
 */
async function checkEnv({ envRules }, env, variables, root, secrets) {
    const file = envRules ?? usualRulesFile;
    const text = root.readText(file);
    if (text === undefined) {
        if (envRules !== undefined)
            throw (0,errors/* failure */.V2)('env-file-missing', { file });
        return undefined;
    }
    const rules = parseEnvRules(file, text);
    if (env === undefined)
        return undefined;
    const known = env.source === 'upload' ? rules : rules.filter(({ key }) => variables.has(key));
    checkEnvRules(known, variables, await otherFiles(rules, root, secrets));
    return known.length;
}
/** The env files of other environments that the rules name, by their paths. */
async function otherFiles(rules, root, secrets) {
    const files = [...new Set(rules.flatMap(({ unlike }) => unlike ?? []))];
    return new Map(await Promise.all(files.map(async (file) => [file, (0,env_file/* parseEnvFile */.F)(await readEncrypted(file, root, secrets))])));
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

/***/ 9335:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ interruptedWords),
/* harmony export */   Z: () => (/* binding */ whatSettles)
/* harmony export */ });
/**
 * That a deploy was interrupted, and what becomes of it, for those who only look.
 * @param release its id, which begins with the time at which it began
 */
function interruptedWords(release) {
    const [, date = '', hour = '', minute = ''] = /^(\d{4}\d\d\d\d)T(\d\d)(\d\d)\d\dZ-/.exec(release) ?? [];
    const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    const since = day === '' ? '' : ` (begun on ${day} at ${hour}:${minute} UTC)`;
    return `the deploy of ${release}${since} was interrupted`;
}
/** What settles it. */
const whatSettles = 'The next deploy, rollback, or verification with `host` and `path` settles it first, and restores what ran before.';


/***/ }),

/***/ 4747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ quoteEnvValue)
/* harmony export */ });
/**
 * A value as it stands in an env file, so that Compose reads exactly it: without quotes Compose takes
 * `$` for a variable and ` #` for a comment.
 * Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
function quoteEnvValue(value) {
    if (/^[A-Za-z0-9_./:@%+,=-]*$/.test(value))
        return value;
    // A backslash before the closing quote would escape it.
    if (!/['\n\r]|\\$/.test(value))
        return `'${value}'`;
    const escaped = value
        .replace(/["\\$]/g, String.raw `\$&`)
        .replaceAll('\n', String.raw `\n`)
        .replaceAll('\r', String.raw `\r`);
    return `"${escaped}"`;
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
