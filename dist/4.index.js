export const id = 4;
export const ids = [4];
export const modules = {

/***/ 8004:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/connect/connect-registry.js + 1 modules
var connect_registry = __webpack_require__(9215);
// EXTERNAL MODULE: ./build/src/local/outside/exec-processes.js
var exec_processes = __webpack_require__(8895);
// EXTERNAL MODULE: ./build/src/connect/network-of.js
var network_of = __webpack_require__(3634);
// EXTERNAL MODULE: ./build/src/net/outside/node-http-probe.js + 1 modules
var node_http_probe = __webpack_require__(5273);
// EXTERNAL MODULE: external "node:dns/promises"
var promises_ = __webpack_require__(1553);
;// CONCATENATED MODULE: ./build/src/net/outside/node-name-lookup.js

/** How often one server is asked within the time. */
const tries = 2;
/**
 * DNS through Node's own resolver.
 * @param servers `ADDRESS:PORT`; by default those of the machine
 */
function nodeNameLookup(servers) {
    return {
        async addresses(name, timeoutSeconds) {
            const timeout = Math.ceil((timeoutSeconds * 1000) / (tries + 1));
            const resolver = new promises_.Resolver({ timeout, tries });
            if (servers !== undefined)
                resolver.setServers([...servers]);
            const answers = await Promise.all([
                ask(() => resolver.resolve4(name)),
                ask(() => resolver.resolve6(name)),
            ]);
            return combine(answers);
        },
    };
}
function combine(answers) {
    const addresses = answers.flatMap((answer) => (answer.kind === 'found' ? answer.addresses : []));
    if (addresses.length > 0)
        return { kind: 'found', addresses };
    return answers.find(({ kind }) => kind === 'failed') ?? { kind: 'unknown' };
}
// Codes: https://nodejs.org/api/dns.html#error-codes
async function ask(resolve) {
    try {
        return { kind: 'found', addresses: await resolve() };
    }
    catch (error) {
        const { code = '' } = error;
        return code === 'ENOTFOUND' || code === 'ENODATA'
            ? { kind: 'unknown' }
            : { kind: 'failed', message: code };
    }
}

// EXTERNAL MODULE: ./build/src/net/outside/node-socket-probe.js
var node_socket_probe = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/src/registry/outside/oci-registry.js + 1 modules
var oci_registry = __webpack_require__(6135);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/image/manifest.js
var manifest = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/src/registry/plan/registry-refusal.js + 1 modules
var registry_refusal = __webpack_require__(2968);
// EXTERNAL MODULE: ./build/src/registry/outside/registry-session.js + 2 modules
var registry_session = __webpack_require__(6454);
;// CONCATENATED MODULE: ./build/src/registry/outside/oci-repository-probe.js




/**
 * Repositories by the OCI distribution API. The right to push is read from the token where it says it;
 * elsewhere an upload is begun and cancelled, in a repository that exists: a registry may make one that
 * doesn't (Amazon's by a creation template, others as they like), and an upload without content makes nothing.
 */
function ociRepositoryProbe(access) {
    return {
        async look(image, action, signal) {
            const session = new registry_session/* RegistrySession */.G(image, access);
            const missing = await wordsOfMissing(session, image, signal);
            if (action === 'pull')
                return missing === undefined
                    ? { kind: 'open' }
                    : { kind: 'missing', words: missing, mayPush: undefined };
            const mayPush = await session.mayPush(signal);
            if (missing !== undefined)
                return { kind: 'missing', words: missing, mayPush };
            return mayPush === true ? { kind: 'open' } : beginUpload(session, signal);
        },
    };
}
/** The registry's words where it has no such repository. */
async function wordsOfMissing(session, image, signal) {
    const { status, words } = await listTags(session, signal);
    if (status !== 404)
        return undefined;
    return (0,registry_refusal/* missingRepository */.nE)(image, words) === undefined ? undefined : `${status} ${words}`;
}
/** Lists one tag; who may pull but not list (a right of its own at Amazon's) asks for a manifest. */
async function listTags(session, signal) {
    try {
        return await session.send('GET', 'tags/list?n=1', { headers: {} }, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'registry-denied')
            throw error;
        const headers = { accept: manifest/* manifestTypes */.Fm.join(', ') };
        const answer = await session.send('GET', 'manifests/latest', { headers }, signal);
        // That there is no such tag is said of a repository that may be read.
        return /manifest[ _]unknown/i.test(answer.words) ? { status: 200, words: '' } : answer;
    }
}
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-blobs
async function beginUpload(session, signal) {
    const begun = await session.send('POST', 'blobs/uploads/', { headers: {} }, signal);
    if (begun.status === 404)
        return { kind: 'missing', words: `404 ${begun.words}`, mayPush: undefined };
    const location = begun.headers.get('location');
    if (location !== null)
        await cancelUpload(session, location, signal);
    return { kind: 'open' };
}
async function cancelUpload(session, location, signal) {
    // The same registry, whatever host it names: credentials go nowhere else.
    const { pathname, search } = new URL(location, 'http://registry');
    try {
        await session.send('DELETE', `${pathname}${search}`, { headers: {} }, signal);
    }
    catch (error) {
        // Amazon's and others cannot cancel: an upload that nobody goes on with ends by itself.
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/connect/connect-checks.js








/**
 * The ports of the checks, as the inputs say how to reach out. The account of the inputs belongs to the
 * registry of the first image that is deployed; without one, to that of the first check that names one. What only some checks need is loaded with the first of them.
 */
function connectChecks(inputs, { apiUrl, clock, reporter, image, }) {
    const subjects = (inputs.checks ?? []).map(({ subject }) => subject);
    const first = image ?? subjects.find((subject) => subject.kind === 'registry')?.image;
    const access = (0,connect_registry/* registryAccess */.Y)(inputs, first);
    const network = (0,network_of/* networkOf */.A)(inputs);
    return {
        registry: (0,oci_registry/* ociRegistry */.H)(access),
        repositories: ociRepositoryProbe(access),
        gcs: lazyGcs(reporter),
        s3: (place) => ({
            look: async (wish, signal) => {
                const { s3Buckets } = await __webpack_require__.e(/* import() */ 213).then(__webpack_require__.bind(__webpack_require__, 213));
                return s3Buckets(place, process.env).look(wish, signal);
            },
        }),
        settings: inputs.githubToken === '' ? undefined : lazySettings(inputs.githubToken, apiUrl, clock),
        http: (0,node_http_probe/* nodeHttpProbe */.F)(network),
        sockets: (0,node_socket_probe/* nodeSocketProbe */.Q)(network),
        names: nodeNameLookup(),
        processes: exec_processes/* execProcesses */.z,
        clock,
    };
}
function lazyGcs(reporter) {
    let store;
    return {
        look: async (wish, signal) => {
            // One store for all checks: its token is fetched once.
            store ??= __webpack_require__.e(/* import() */ 221).then(__webpack_require__.bind(__webpack_require__, 1221)).then(({ gcsBuckets }) => gcsBuckets(process.env, (secret) => {
                reporter.mask(secret);
            }));
            return (await store).look(wish, signal);
        },
    };
}
function lazySettings(token, apiUrl, clock) {
    let settings;
    const load = () => {
        settings ??= __webpack_require__.e(/* import() */ 554).then(__webpack_require__.bind(__webpack_require__, 3554)).then(({ octokitGitHubSettings }) => octokitGitHubSettings(token, apiUrl, clock));
        return settings;
    };
    return {
        hasSecret: async (...place) => (await load()).hasSecret(...place),
        hasVariable: async (...place) => (await load()).hasVariable(...place),
        environment: async (...place) => (await load()).environment(...place),
        workflowState: async (...place) => (await load()).workflowState(...place),
    };
}

// EXTERNAL MODULE: ./build/src/connect/connect-server.js + 9 modules
var connect_server = __webpack_require__(2856);
// EXTERNAL MODULE: ./build/src/connect/lazy-github.js
var lazy_github = __webpack_require__(7382);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/env/outside/age-identities.js
var age_identities = __webpack_require__(1277);
// EXTERNAL MODULE: ./build/src/local/outside/checkout.js
var checkout = __webpack_require__(1037);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/local/outside/tar-archiver.js
var tar_archiver = __webpack_require__(9555);
// EXTERNAL MODULE: ./build/src/release/images-to-await.js + 1 modules
var images_to_await = __webpack_require__(6747);
;// CONCATENATED MODULE: ./build/src/local/plan/finding.js
function passed(check, detail) {
    return { check, verdict: 'pass', detail, fix: undefined, place: undefined };
}
function skipped(check, why) {
    return { check, verdict: 'skipped', detail: why, fix: undefined, place: undefined };
}
function warned(check, detail, fix) {
    return { check, verdict: 'warn', detail, fix, place: undefined };
}
function failed(check, detail, fix) {
    return { check, verdict: 'fail', detail, fix, place: undefined };
}
/** The row of a failure of the catalogue. */
function failedBy(check, { title, why, fix }) {
    return failed(check, `${title}. ${why}`, fix);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/deployment.js
/** A deployment to a server that names no image. */
const serverDeploy = {
    kind: 'server',
    image: 'none',
    images: [],
    place: undefined,
};

;// CONCATENATED MODULE: ./build/src/workflows/plan/shell-commands.js
/** Nobody writes a longer one into a workflow; of a longer one the beginning is looked at. */
const longestScript = 10_000;
/** Words that stand before a command's name. */
const before = /^(?:(?:if|then|do|else|elif|while|until|sudo|exec|time|env|command|!|\{|\()\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/;
/**
 * Takes a script apart, as far as what it starts is concerned. It reads Bash as people write it in `run:`; what it
 * does not understand it takes for a command of an unknown kind.
 */
function commandsIn(script) {
    let depth = 0;
    const joined = script
        .slice(0, longestScript)
        .replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
    return pieces(withoutComments(joined)).flatMap(({ text, offset, after }) => {
        const lead = text.length - text.trimStart().length;
        const trimmed = text.trim();
        if (trimmed === '')
            return [];
        if (/^(?:fi|done|esac|\})(?:\s|$)/.test(trimmed))
            depth = Math.max(0, depth - 1);
        const conditional = depth > 0 || after === '&&' || after === '||';
        if (/^(?:if|for|while|until|case|select|function)\s|^[\w-]+\s*\(\)\s*\{?$|^\{$/.test(trimmed))
            depth += 1;
        const own = trimmed.replace(before, '');
        return [{ text: own, offset: offset + lead + trimmed.length - own.length, conditional }];
    });
}
/** The words of a command, without their quotes. */
function wordsOf(command) {
    return [...command.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|[^\s"'])+/gs)].map(([word]) => word.replace(/^(["'])(.*)\1$/s, '$2').replace(/\\(["\\$`])/g, '$1'));
}
/** The value of an option in its forms `--ref main`, `--ref=main`, `-R x`. */
function optionOf(words, ...names) {
    for (const [index, word] of words.entries()) {
        if (names.includes(word))
            return words[index + 1];
        const name = names.find((candidate) => word.startsWith(`${candidate}=`));
        if (name !== undefined)
            return word.slice(name.length + 1).replace(/^(["'])(.*)\1$/s, '$2');
    }
    return undefined;
}
/** The script with comments, and with what is only printed, blanked out. */
function effective(script) {
    return withoutComments(script.slice(0, longestScript))
        .split('\n')
        .map((line) => (/^\s*(?:echo|printf)\s(?!.*(?:\||&&|;))/.test(line) ? '' : line))
        .join('\n');
}
function withoutComments(script) {
    return script.replace(/(^|\s)#(?!\{)[^\n]*/g, (comment, space) => space.padEnd(comment.length, ' '));
}
// A piece ends at a line's end, `;`, `&&`, `||`, `|`, outside of quotes and of `${{ }}`.
function pieces(script) {
    const found = [];
    let from = 0;
    let after = '';
    const parts = script.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|\$\{\{.*?\}\}|\\.|&&|\|\||[\n;|]/gs);
    for (const { 0: part, index } of parts) {
        if (!/^(?:&&|\|\||[\n;|])$/.test(part))
            continue;
        found.push({ text: script.slice(from, index), offset: from, after });
        from = index + part.length;
        after = part;
    }
    return [...found, { text: script.slice(from), offset: from, after }];
}

// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/index.js + 27 modules
var dist = __webpack_require__(2506);
// EXTERNAL MODULE: ./node_modules/@actions/expressions/dist/ast.js
var ast = __webpack_require__(2049);
;// CONCATENATED MODULE: ./build/src/workflows/plan/expression-text.js


/** Contexts and functions that stand in a job's or a step's expression. */
const contexts = [
    'github',
    'env',
    'vars',
    'job',
    'jobs',
    'steps',
    'runner',
    'secrets',
    'strategy',
    'matrix',
    'needs',
    'inputs',
];
/** Functions that tell how the job or the run went so far. */
const statusFunctions = ['always', 'success', 'failure', 'cancelled'];
const functions = [...statusFunctions, 'hashFiles'].map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 255,
}));
/** Conditions are looked at again on each occasion; they are parsed once. */
const parsed = new Map();
const mostParsed = 10_000;
/** The syntax tree of an expression without its `${{ }}`; `undefined` when it is none. */
function parseExpression(text) {
    if (parsed.size > mostParsed)
        parsed.clear();
    if (!parsed.has(text))
        parsed.set(text, parseOnce(text));
    return parsed.get(text);
}
function parseOnce(text) {
    try {
        return new dist/* Parser */.iX(new dist/* Lexer */.JG(text).lex().tokens, contexts, functions).parse();
    }
    catch {
        return undefined;
    }
}
/** The expressions in a text, with the offsets of their `${{`. */
function expressionsIn(text) {
    const found = [];
    for (let offset = text.indexOf('${{'); offset >= 0; offset = text.indexOf('${{', offset + 1)) {
        const end = closing(text, offset + 3);
        if (end === undefined)
            break;
        found.push({ text: text.slice(offset + 3, end).trim(), offset, end: end + 2 });
        offset = end;
    }
    return found;
}
// A quote inside an expression may hold braces.
function closing(text, from) {
    let quoted = false;
    for (let index = from; index < text.length; index++) {
        if (text[index] === "'")
            quoted = !quoted;
        else if (!quoted && text.startsWith('}}', index))
            return index;
    }
    return undefined;
}
/** The expression of an `if:`; `undefined` for one that mixes text and `${{ }}`, which GitHub takes for true. */
function conditionOf(text) {
    const trimmed = text.trim();
    const [only, ...more] = expressionsIn(trimmed);
    if (only === undefined)
        return trimmed;
    return more.length === 0 && only.offset === 0 && only.end === trimmed.length
        ? only.text
        : undefined;
}
/** `github.event.client_payload.sha`, in lower case, `*` for what is indexed by a value; `undefined` for no path. */
function pathOf(expression) {
    if (expression instanceof ast/* ContextAccess */.QC)
        return expression.name.lexeme.toLowerCase();
    if (!(expression instanceof ast/* IndexAccess */.p_))
        return undefined;
    const parent = pathOf(expression.expr);
    if (parent === undefined)
        return undefined;
    const index = expression.index;
    const key = index instanceof ast/* Literal */.uS ? index.literal.coerceString().toLowerCase() : '*';
    return `${parent}.${key}`;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/known-values.js

/** The environment of a step, by names in lower case; the nearest wins. */
function envOf(workflow, job, step) {
    const all = [...workflow.env, ...job.env, ...step.env];
    return new Map(all.map(([name, { text }]) => [name, text]));
}
/**
 * A text with the variables put in that are known: `${{ env.IMAGE }}`, and `$IMAGE` where it is a script. Other
 * expressions keep their places, written in one way, so that equal ones are equal texts.
 */
function resolve(text, env, script = false) {
    const once = (value) => {
        const filled = replaceExpressions(value, (expression) => {
            const name = /^env\.([\w-]+)$/i.exec(expression)?.[1]?.toLowerCase();
            return (name === undefined ? undefined : known_values_short(env.get(name))) ?? canonical(expression);
        });
        return script
            ? filled.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => {
                return known_values_short(env.get((braced ?? bare ?? '').toLowerCase())) ?? whole;
            })
            : filled;
    };
    // A variable may hold another one; more than two levels are nobody's.
    return text.length > longestText ? text : once(once(text).slice(0, longestText));
}
/** Longer texts and values are whole files; nothing of them is compared. */
const longestText = 100_000;
const longestValue = 300;
function known_values_short(value) {
    return value !== undefined && value.length <= longestValue ? value : undefined;
}
/** Whether nothing in the text depends on the run. */
function isLiteral(text) {
    return !text.includes('${{') && !/\$[({\w]/.test(text);
}
/** Whose token a text names. */
function tokenOwner(text) {
    if (text === undefined || text === '')
        return 'unknown';
    return /^\$\{\{\s*(?:github\.token|secrets\.github_token)\s*\}\}$/i.test(text.trim())
        ? 'job'
        : 'other';
}
/** The token of GitHub's command line in a step: `GH_TOKEN` before `GITHUB_TOKEN`. */
function commandLineToken(env) {
    return tokenOwner(env.get('gh_token') ?? env.get('github_token'));
}
/** A text with each of its expressions replaced. */
function replaceExpressions(text, replace) {
    let from = 0;
    let result = '';
    for (const { text: expression, offset, end } of expressionsIn(text)) {
        result += text.slice(from, offset) + replace(expression);
        from = end;
    }
    return result + text.slice(from);
}
/** The text of an input; `undefined` when it is not given. */
function inputOf(inputs, ...names) {
    for (const name of names) {
        const value = inputs.get(name);
        if (value !== undefined && value.text !== '')
            return value;
    }
    return undefined;
}
function canonical(expression) {
    return `\${{ ${expression.replace(/\s+/g, ' ')} }}`;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/image-builds.js



/** Actions that push the image which they build, with the input that says so, where they have one. */
const builders = {
    'docker/build-push-action': { push: 'push', names: ['tags'] },
    'docker/bake-action': { push: 'push', names: [] },
    'depot/build-push-action': { push: 'push', names: ['tags'] },
    'depot/bake-action': { push: 'push', names: [] },
    'useblacksmith/build-push-action': { push: 'push', names: ['tags'] },
    'redhat-actions/push-to-registry': { names: ['image'] },
    'elgohr/publish-docker-github-action': { names: ['name'] },
    'mr-smithers-excellent/docker-build-push': { names: ['image'] },
    'macbre/push-to-ghcr': { names: ['image_name'] },
    'whoan/docker-build-with-cache-action': { names: ['image_name'] },
    'jerray/publish-docker-action': { names: ['repository'] },
    'ventayol/docker-build-push-action': { names: [] },
    'aevea/action-kaniko': { names: ['image'] },
    'int128/kaniko-action': { push: 'push', names: ['tags'] },
    'build-and-dispatch': { names: ['image'] },
};
/** Commands that push an image. */
const pushes = /\b(?:docker|podman|nerdctl|buildah)\s+(?:image\s+|manifest\s+)?push\b|\bdocker[ -]compose\b[^\n]*\bpush\b|\b(?:docker|buildx|depot)\s[^\n]*\bbuild(?:x\s+bake)?\b[^\n]*--push\b|\bbuildx\s+bake\b[^\n]*--push\b|\bbuildctl\b[^\n]*push=true|\bgcloud\s+builds\s+submit\b|\baz\s+acr\s+build\b|\b\/kaniko\/executor\b|\bko\s+(?:build|publish|resolve|apply)\b|\bpack\s+build\b[^\n]*--publish\b|\bjib:build\b|:jib\b|\bgradlew?\s[^\n]*\bjib\b|\bskaffold\s+build\b|\bmake\s+(?:\S+\s+)*(?:[\w-]*(?:docker|images?|container)[\w-]*(?:push|publish)|push-(?:docker|images?|container))/;
/** What of a job pushes images. */
function imageBuildsOf(workflow, job) {
    return job.steps.flatMap((step) => {
        const env = envOf(workflow, job, step);
        return [...builtByAction(step, job, env), ...builtByScript(step, env)];
    });
}
/** The owner and name of an action without its version, in lower case; deploy-kit's own by their names. */
function actionOf(step) {
    const text = step.uses?.text.split('@')[0]?.toLowerCase() ?? '';
    const own = /^[\w.-]+\/deploy-kit(?:\/([\w-]+))?$/.exec(text);
    return own === null ? text : (own[1] ?? 'deploy-kit');
}
/** `ghcr.io/acme/api:v1` gives `ghcr.io/acme/api`. */
function untaggedName(reference) {
    const bare = reference
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/@sha256:.*$/s, '');
    // A colon inside an expression is none of the reference's.
    let padded = bare;
    for (const { offset, end } of expressionsIn(bare))
        padded = padded.slice(0, offset) + 'x'.repeat(end - offset) + padded.slice(end);
    const colon = padded.lastIndexOf(':');
    return (colon > padded.lastIndexOf('/') ? bare.slice(0, colon) : bare).toLowerCase();
}
/** Whether two names may be of one image: what is not known may be anything. */
function mayBeSame(a, b) {
    if (a.length === 0 || b.length === 0)
        return true;
    return a.some((left) => b.some((right) => !isLiteral(left) ||
        !isLiteral(right) ||
        left === right ||
        left.endsWith(`/${right}`) ||
        right.endsWith(`/${left}`)));
}
function builtByAction(step, job, env) {
    const builder = builders[actionOf(step)];
    if (builder === undefined)
        return [];
    const push = builder.push === undefined ? 'true' : inputOf(step.inputs, builder.push)?.text;
    const toRegistry = /push=true|type=registry/.test(inputOf(step.inputs, 'outputs')?.text ?? '');
    if (!toRegistry && (push === undefined || push === 'false'))
        return [];
    const names = inputOf(step.inputs, ...builder.names)?.text;
    return [
        {
            step,
            images: names === undefined ? [] : namesIn(resolve(names, env), job, env),
            when: toRegistry || push === 'true' ? undefined : push,
        },
    ];
}
// The tags may come from docker/metadata-action of the same job.
function namesIn(text, job, env) {
    const names = text
        .split(/[\n,]/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (names.some((name) => /^\$\{\{\s*steps\./.test(name))) {
        const metadata = job.steps.filter((step) => actionOf(step) === 'docker/metadata-action');
        return metadata.flatMap(({ inputs }) => (inputs.get('images')?.text ?? '')
            .split(/[\n,]/)
            .map((line) => untaggedName(resolve(line.replace(/^\s*name=/, '').trim(), env)))
            .filter((name) => name !== ''));
    }
    return names.map(untaggedName);
}
function builtByScript(step, env) {
    if (step.run === undefined)
        return [];
    const script = resolve(effective(step.run.text).replace(/\\\r?\n/g, ' '), env, true);
    if (!pushes.test(script))
        return [];
    const named = [...script.matchAll(/\b(?:docker|podman)\s+(?:image\s+)?push\s+([^\s;&|]+)/g)];
    const images = named
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('-'))
        .map(untaggedName);
    return [{ step, images, when: undefined }];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/deploy-tools.js
/** Actions that run the image which an input names, or one that is not named at all. */
const imageActions = {
    'aws-actions/amazon-ecs-deploy-task-definition': [],
    'azure/aci-deploy': ['image'],
    'azure/container-apps-deploy-action': ['imagetodeploy'],
    'azure/k8s-deploy': ['images'],
    'azure/webapps-deploy': ['images'],
    'cssnr/stack-deploy-action': [],
    'google-github-actions/deploy-cloudrun': ['image'],
    'kitconcept/docker-stack-deploy': [],
    'nais/deploy/actions/deploy': [],
    'serversideup/github-action-docker-swarm-deploy': [],
};
/** Actions that run a script on a server. */
const sshActions = [
    'appleboy/ssh-action',
    'cross-the-world/ssh-pipeline',
    'fifsky/ssh-action',
    'garygrossgarten/github-action-ssh',
];
/** Actions that copy files, or build where they deploy. */
const otherActions = [
    'appleboy/scp-action',
    'azure/functions-action',
    'burnett01/rsync-deployments',
    'cloudflare/wrangler-action',
    'einaregilsson/beanstalk-deploy',
    'wshihadeh/docker-deployment-action',
];
/** Actions that deploy static sites. */
const siteActions = [
    'amondnet/vercel-action',
    'azure/static-web-apps-deploy',
    'cloudflare/pages-action',
    'crazy-max/ghaction-github-pages',
    'jakejarvis/s3-sync-action',
    'nwtgck/actions-netlify',
    'peaceiris/actions-gh-pages',
];
/** Whether an action deploys a server or a site, by its `owner/name`: any that calls itself a deploy. */
function deployKind(action) {
    if (otherActions.includes(action))
        return 'server';
    if (siteActions.includes(action))
        return 'site';
    const name = action.slice(action.indexOf('/') + 1);
    if (!/(?:^|[/_-])deploy(?:$|[/_-])/.test(name))
        return undefined;
    if (/key|status|record|notif|cleanup|clean-up|delete|wait|check|docs/.test(name))
        return undefined;
    return /pages|netlify|vercel|firebase|hosting|surge|s3|storybook|site/.test(name)
        ? 'site'
        : 'server';
}
/** Commands that deploy from the runner: what they are, and what they do with images. */
const commandTools = [
    ['kubectl', /\bkubectl\s[^\n;&|]*\b(?:set\s+image|rollout\s+restart)\b/, 'pulled'],
    ['kubectl', /\bkubectl\s(?![^\n]*--local\b)[^\n;&|]*\b(?:apply|replace|patch)\b/, 'likely'],
    ['helm', /\bhelm\s+(?:-[^\s=]+(?:[ =][^\s-]\S*)?\s+)*(?:upgrade|install)\b/, 'likely'],
    ['docker stack deploy', /\bdocker\b[^\n]*\bstack\s+deploy\b/, 'pulled'],
    [
        'gcloud run',
        /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace)|jobs\s+update)\b[^\n]*--image\b/,
        'pulled',
    ],
    [
        'gcloud run',
        /\bgcloud\s+(?:beta\s+)?run\s+(?:deploy|services\s+(?:update|replace))\b/,
        'none',
    ],
    ['aws ecs', /\baws\s+ecs\s+(?:update-service|deploy)\b/, 'pulled'],
    ['aws lambda', /\baws\s+lambda\s+update-function-code\b[^\n]*--image-uri\b/, 'pulled'],
    ['aws lambda', /\baws\s+lambda\s+update-function-code\b/, 'none'],
    ['aws cloudformation', /\baws\s+cloudformation\s+deploy\b|\bsam\s+deploy\b/, 'perhaps'],
    ['az', /\baz\s+(?:containerapp\s+(?:update|up)|webapp\s+config\s+container\s+set)\b/, 'pulled'],
    ['flyctl', /\bfly(?:ctl)?\s+deploy\b[^\n]*--image\b/, 'pulled'],
    ['flyctl', /\bfly(?:ctl)?\s+deploy\b/, 'none'],
    ['heroku', /\bheroku\s+container:release\b/, 'pulled'],
    ['helm', /\bhelm\s+(?:-\S+\s+)*rollback\b/, 'none'],
    ['kubectl', /\bkubectl\s[^\n;&|]*\brollout\s+undo\b/, 'none'],
    ['nomad', /\bnomad\s+(?:job\s+)?run\b/, 'perhaps'],
    ['kamal', /\bkamal\s+(?:deploy|redeploy)\b/, 'none'],
    ['ansible-playbook', /\bansible-playbook\b(?![^\n]*--(?:syntax-)?check\b)/, 'perhaps'],
    [
        'terraform',
        /\b(?:terraform|tofu|terragrunt)\s+(?:-\S+\s+|run-all\s+|run\s+)*apply\b/,
        'perhaps',
    ],
    ['pulumi', /\bpulumi\s+up\b/, 'perhaps'],
    ['cdk', /\bcdk\s+deploy\b/, 'none'],
    ['serverless', /\b(?:serverless|sls)\s+deploy\b/, 'none'],
    ['capistrano', /\bcap\s+[\w:-]+\s+deploy\b/, 'none'],
    ['dokku', /\bdokku\b[^\n]*\bgit:from-image\b/, 'pulled'],
    ['railway', /\brailway\s+(?:up|redeploy)\b/, 'none'],
    [
        'a script',
        /(?:^|[\s;&/])(?!\S*(?:test|check|undeploy|docs))[\w./-]*deploy[\w-]*\.sh\b/,
        'likely',
    ],
    [
        'scp',
        /\b(?:rsync|scp)\b[^\n;&|]*\s["']?(?:[^\s@:"']+@[^\s:]+|[a-z][\w.-]*):["']?[/~$\w{]\S*\s*(?:$|[;&|])/m,
        'none',
    ],
];
/** Commands that deploy static sites. */
const siteCommands = /\baws\s+s3\s+sync\b|\bvercel\b[^\n]*--prod\b|\bnetlify\s+deploy\b|\bfirebase\s+deploy\b|\bwrangler\s+(?:pages\s+)?(?:deploy|publish)\b/;
/** Actions and commands that make a cluster of the job's own, for tests. */
const testClusters = /kind-action|setup-kind|setup-minikube|k3d|k3s-action|microk8s|minikube|chart-testing-action|localstack|get\.k3s\.io|\bdocker\s+swarm\s+init\b|\bkind\s+create\b|\bminikube\s+start\b|\bct\s+install\b/;

;// CONCATENATED MODULE: ./build/src/workflows/plan/remote-script.js



const compose = String.raw `compose\w*\}?["']?(?:\s+--?[\w-]+(?:=\S+|\s+[^\s-]\S*)?)*\s+`;
const changesProject = new RegExp(`${compose}(?:up|pull|restart|start|down|stop)\\b`, 'i');
/** Commands that change containers, services and working copies; what only looks at them is none of these. */
const changes = /\b(?:docker|podman)\s+(?:--?\S+\s+)*(?:(?:container\s+|image\s+)?(?:pull|restart|start|stop|load)|run\b(?![^\n;&|]*--rm\b)|service\s+(?:create|update|scale|rollback)|stack\s+deploy)\b|\bsystemctl\s+(?:-\S+\s+)*(?:re)?(?:start|load)|\bservice\s+\S+\s+(?:re)?(?:start|load)|\bpm2\s+(?:(?:re)?start|(?:re)?load|deploy)|\bsupervisorctl\s+(?:re)?(?:start|load|update)|\bgit\s+(?:-\S+\s+\S+\s+)*(?:pull|reset|checkout)\b|\bnginx\s+-s\s+reload\b|(?<!\bgrep\b[^\n;&|]*)\brestart\b/i;
/** Scripts and targets of the server's own whose name says that they deploy: they may do anything for it. */
const ownScript = /(?:^|[\s;&|/"'`(<])(?!\S*(?:test|check|undeploy|docs))[\w.~${}/-]*(?:deploy|update|upgrade|release|rollout|restart|\bup)[\w-]*\.(?:sh|bash|py|rb|js)\b|\bmake\s+(?:\S+\s+)*[\w-]*(?:deploy|update|upgrade|release|\bup|\bprod\w*)\b|(?:^|[\n;&|(]|\b(?:sudo|bash|sh|run|just|task|rake|php|dep|exec)\s)\s*(?:[\w.~$-]*\/)*(?:re)?deploy[\w:-]*(?=[\s;&|"')]|$)/im;
/** How a script gets an image from a registry and runs it. */
const pullsImage = new RegExp(`${compose}pull\\b|${compose}[^\\n]*--pull[ =]always|\\bdocker\\s+stack\\s+deploy\\b|\\bdocker\\s+service\\s+update\\b`, 'i');
const pullsByName = /\b(?:docker|podman)\s+(?:image\s+)?pull\s+(?:-\S+\s+)*([^\s;&|]+)/g;
/** Whether a script builds what it runs. */
function buildsImage(commands) {
    return /\bdocker\s+(?:buildx\s+)?build\b|\bcompose\b[^\n]*\bbuild\b|\bcompose\b[^\n]*--build\b/.test(commands);
}
/** What a script on a server deploys; `undefined` where it only looks, copies or backs up. */
function remoteScript(script, host) {
    const commands = effective(script);
    const deploys = changesProject.test(commands) ||
        changes.test(commands) ||
        ownScript.test(commands) ||
        commandTools.some(([tool, pattern]) => tool !== 'scp' && pattern.test(commands));
    if (!deploys)
        return undefined;
    const folder = /(?:^|[\s;&(])cd\s+["']?([^\s;&"']+)/.exec(commands)?.[1];
    return {
        image: imageUse(commands),
        images: pulledImages(commands),
        place: host === undefined || folder === undefined ? undefined : deployPlace(host, folder),
    };
}
/** How a script starts containers of an image that may have to be pulled first. */
const startsImage = new RegExp(`${compose}up\\b|\\b(?:docker|podman)\\s+run\\b`, 'i');
/** A tag of this run that a script hands to what it starts: `IMAGE_TAG=${{ github.sha }}`. */
const tagOfRun = /\b\w*(?:TAG|IMAGE|VERSION)\w*=["']?\S*\$|^(?!.*\bgit\s).*(?:github\.|GITHUB_)sha\b/im;
/** Host and folder as one text, however they are written: without the user and slashes at the end. */
function deployPlace(host, folder) {
    return `${host.replace(/^[^@]*@/, '')} ${folder.replace(/(?!^)\/+$/, '')}`;
}
/** What a script does with images. */
function imageUse(commands) {
    if (commands.search(pullsByName) >= 0)
        return 'pulled';
    if (buildsImage(commands))
        return 'none';
    if (pullsImage.test(commands))
        return 'pulled';
    if (startsImage.test(commands))
        return tagOfRun.test(commands) ? 'pulled' : 'likely';
    return ownScript.test(commands) ? 'likely' : 'none';
}
/** The images that a script pulls by their names; none where a Compose file may name any others. */
function pulledImages(commands) {
    if (pullsImage.test(commands) && !buildsImage(commands))
        return [];
    return [...commands.matchAll(pullsByName)].map(([, name = '']) => untaggedName(name));
}
/** `ssh -i key deploy@host`, `ssh vps`, with the options that take a value and those that do not. */
const sshCommand = /^(?:sshpass\s+(?:-\S+\s+(?:[^\s-]\S*\s+)?)*)?ssh\s+(?:-[1246AaCfGgKkMNnqsTtVvXxYy]+\s+|-[BbcDEeFIiJLlmOopQRSWw]\s*\S+\s+)*["']?((?:\$\{\{.*?\}\}|[\w$@{])(?:\$\{\{.*?\}\}|[^\s"'])*)["']?/;
/** What a script runs over SSH. The host's and the user's names say nothing about that. */
function overSsh(script) {
    for (const { text, offset } of commandsIn(script)) {
        const [whole, host] = sshCommand.exec(text) ?? [];
        if (whole === undefined || host === undefined)
            continue;
        if (/(?:^|@)(?:github|gitlab|bitbucket)\.\w+$/.test(host))
            continue;
        const rest = text.includes('<<')
            ? handedOver(script.slice(offset + whole.length))
            : text.slice(whole.length);
        const found = remoteScript(rest.trim().replace(/^["']/, ''), host);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
// The text up to the word that ends it: `ssh host <<'EOF'` … `EOF`.
function handedOver(script) {
    const word = /<<-?\s*["']?(\w+)/.exec(script)?.[1];
    const end = word === undefined ? -1 : script.search(new RegExp(`^\\s*${word}\\s*$`, 'm'));
    return end < 0 ? script : script.slice(0, end);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/action-deployments.js





/** What the action of a step deploys. */
function byAction(step, env) {
    const action = actionOf(step);
    const tool = step.uses?.text.split('@')[0] ?? '';
    const own = ownDeployment(action, step, env);
    if (own !== undefined)
        return { ...own, tool };
    if (sshActions.includes(action)) {
        const script = inputOf(step.inputs, 'script', 'command')?.text ?? '';
        const host = inputOf(step.inputs, 'host')?.text;
        const found = remoteScript(resolve(script, env, true), host && resolve(host, env));
        return found && { kind: 'server', tool, ...found };
    }
    if (Object.hasOwn(imageActions, action)) {
        const named = imageActions[action] ?? [];
        const image = inputOf(step.inputs, ...named)?.text;
        if (named.length > 0 && image === undefined)
            return {
                ...serverDeploy,
                tool,
                image: action === 'azure/k8s-deploy' ? 'likely' : 'none',
            };
        return { ...serverDeploy, tool, image: 'pulled', images: namesOf(image, env) };
    }
    const kind = deployKind(action);
    if (kind === undefined)
        return undefined;
    return { ...serverDeploy, kind, tool, image: kind === 'site' ? 'none' : 'perhaps' };
}
function ownDeployment(action, step, env) {
    if (action !== 'deploy-compose' && action !== 'deploy-kit' && action !== 'rollback')
        return undefined;
    if (inputOf(step.inputs, 'dry-run')?.text === 'true')
        return undefined;
    const [host = '', path = ''] = ['host', 'path'].map((name) => resolve(inputOf(step.inputs, name)?.text ?? '', env));
    return {
        ...serverDeploy,
        image: action === 'rollback' ? 'none' : 'pulled',
        images: namesOf(inputOf(step.inputs, 'images')?.text, env),
        place: deployPlace(host, path),
    };
}
function namesOf(text, env) {
    return text === undefined
        ? []
        : resolve(text, env)
            .split(/[\n,]/)
            .map((line) => untaggedName(line))
            .filter((name) => name !== '' && isLiteral(name));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/script-deployments.js






/** What the script of a step deploys. */
function byScript(step, workflow, job, env) {
    const text = step.run?.text;
    if (text === undefined)
        return undefined;
    const script = resolve(effective(text).replace(/\\\r?\n/g, ' '), env, true);
    const remote = overSsh(script);
    if (remote !== undefined)
        return { kind: 'server', tool: 'ssh', ...remote };
    if (onRemoteEngine(script, env))
        return {
            ...serverDeploy,
            tool: 'docker',
            image: imageUse(script) === 'none' && buildsImage(script) ? 'none' : 'pulled',
        };
    const tool = commandTools.find(([, pattern]) => pattern.test(script));
    if (tool !== undefined && !/--dry-run\b/.test(script))
        return {
            ...serverDeploy,
            tool: tool[0],
            image: namesBuild(tool[2], script),
            images: namedImages(script),
        };
    if (siteCommands.test(script))
        return { ...serverDeploy, kind: 'site', tool: 'a site' };
    return byItsName(script, step, workflow, job);
}
// `DOCKER_HOST=ssh://…` or a context of another machine.
function onRemoteEngine(script, env) {
    const remote = /\bDOCKER_HOST=["']?ssh:|\bdocker\s+(?:--context|-c|-H|--host)[ =]\S+\s+(?:compose|stack)/.test(script) || env.get('docker_host')?.startsWith('ssh:') === true;
    return (remote &&
        /\bcompose\b[^\n]*\b(?:up|pull|restart)\b|\bstack\s+deploy\b|\bdocker\s+run\b/.test(script));
}
// What names the commit or a tag for the image runs the image of this push.
function namesBuild(use, script) {
    return use === 'likely' &&
        /image[.\w]*[=:\s]\S*(?:sha|tag|version|\$)/i.test(script) &&
        /\b(?:helm|kubectl)\b/.test(script)
        ? 'pulled'
        : use;
}
function namedImages(script) {
    const names = [...script.matchAll(/--image[ =]["']?([^\s"']+)/g)].map(([, name = '']) => untaggedName(name));
    return names.every(isLiteral) ? names : [];
}
// Compose on a runner of GitHub's is a test; on one's own it may be the server itself. A script may be anything, but
// not in a job that is called a deploy.
function byItsName(script, step, workflow, job) {
    if (/(?:^|[-_])deploy/i.test(job.id) &&
        deployKind(`job/${job.id}`) !== 'site' &&
        /(?:^|[\s;&])(?:bash\s+|sh\s+)?[\w./-]*\/[\w-]*(?:deploy|upgrade|release|update|rollout)[\w-]*\.sh\b/.test(script))
        return { ...serverDeploy, tool: 'a script', image: 'likely' };
    const own = job.runsOn.some((label) => label === 'self-hosted');
    const names = [workflow.name, job.id, job.name, step.name].join(' ');
    const meant = /deploy|release|prod|staging/i.test(names) && !/test/i.test(`${job.id} ${step.name}`);
    if (!own || !meant || !/\bcompose\b[^\n]*\bup\b|\bdocker\s+run\s[^\n]*-d\b/.test(script))
        return undefined;
    return {
        ...serverDeploy,
        tool: 'docker',
        image: imageUse(script),
        images: pulledImages(script),
    };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/deployments.js







/**
 * What of each job of a workflow deploys. Clusters of a job's own, and what the workflow takes down again, are for
 * tests.
 */
function deploymentsIn(workflow) {
    const takenDown = isTakenDown(workflow);
    return workflow.jobs.map((job) => [job, takenDown ? [] : deploymentsOf(workflow, job)]);
}
function deploymentsOf(workflow, job) {
    const isTest = job.steps.some((step) => testClusters.test(`${actionOf(step)}\n${effective(step.run?.text ?? '')}`));
    if (isTest)
        return [];
    const called = byCall(workflow, job);
    if (called !== undefined)
        return [called];
    return job.steps.flatMap((step) => {
        const env = envOf(workflow, job, step);
        const found = byAction(step, env) ?? byScript(step, workflow, job, env);
        return found === undefined ? [] : [{ ...found, step }];
    });
}
function isTakenDown({ jobs }) {
    const unconditional = (condition) => condition === undefined || /\balways\s*\(/.test(condition);
    return jobs.some(({ steps, condition }) => unconditional(condition?.text) &&
        steps.some((step) => unconditional(step.condition?.text) &&
            /\b(?:terraform|tofu|terragrunt|pulumi)\s[^\n]*\bdestroy\b/.test(effective(step.run?.text ?? ''))));
}
// A workflow of another repository, by its name.
function byCall(workflow, job) {
    const uses = job.uses?.text ?? '';
    const name = /^[\w.-]+\/[\w.-]+\/.*?([\w.-]+)\.ya?ml@/.exec(uses)?.[1];
    const meant = [name, job.id].some((text) => deployKind(`called/${text ?? ''}`) === 'server');
    if (name === undefined || !meant || deployKind(`called/${name}`) === 'site')
        return undefined;
    const step = {
        file: workflow.path,
        inAction: false,
        at: job.at,
        name: job.name,
        uses: job.uses,
        run: undefined,
        condition: undefined,
        inputs: job.inputs,
        env: new Map(),
    };
    return { ...serverDeploy, image: 'perhaps', tool: uses.split('@')[0] ?? '', step };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/source.js
/** The `key: value` of a mapping; nothing for anything that is no mapping. */
function entryOf(node, key) {
    return entriesOf(node).find((entry) => entry.key === key);
}
/** All entries of a mapping; none for anything else. */
function entriesOf(node) {
    return node?.kind === 'map' ? node.entries : [];
}
/** The value of a key. */
function source_valueOf(node, key) {
    return entryOf(node, key)?.value;
}
/** The single value of a key. */
function scalarOf(node, key) {
    const value = source_valueOf(node, key);
    return value?.kind === 'scalar' ? value : undefined;
}
/** `needs: build` and `needs: [build, test]` alike. */
function scalarsOf(node) {
    if (node?.kind === 'scalar')
        return node.text === '' ? [] : [node];
    return node?.kind === 'list' ? node.items.filter((item) => item.kind === 'scalar') : [];
}
/** All single values in a node, however deep. */
function scalarsWithin(node) {
    if (node?.kind === 'map')
        return node.entries.flatMap(({ value }) => scalarsWithin(value));
    return node?.kind === 'list' ? node.items.flatMap(scalarsWithin) : scalarsOf(node);
}
/** The single values of a mapping by their keys, in lower case as GitHub compares the names of inputs. */
function scalarMap(node) {
    return new Map(entriesOf(node).flatMap(({ key, value }) => value.kind === 'scalar' ? [[key.toLowerCase(), value]] : []));
}
/** Where the character at `offset` of the text stands in the file. */
function positionIn({ text, start }, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return line === 0
        ? { line: start.line, column: start.column + offset }
        : { line: start.line + line, column: offset - before.lastIndexOf('\n') };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/dispatch.js
/** Whether an address (`owner/name`, or nothing) is that of the repository that is looked at. */
function repositoryOf(address, repository) {
    const text = address
        ?.trim()
        .replace(/\s+/g, '')
        .replace(/\.git$/, '') ?? '';
    if (text === '' || own.test(text))
        return 'here';
    if (/^[\w.-]+\/[\w.-]+$/.test(text))
        return text.toLowerCase() === repository?.toLowerCase() ? 'here' : 'elsewhere';
    return 'unknown';
}
const owner = String.raw `(?:\$\{\{github\.repository_owner\}\}|\$\{?GITHUB_REPOSITORY_OWNER\}?|\{owner\}|:owner|\$\{\{github\.event\.repository\.owner\.login\}\})`;
const dispatch_name = String.raw `(?:\$\{\{github\.event\.repository\.name\}\}|\{repo\}|:repo)`;
const own = new RegExp(String.raw `^(?:\$\{\{github\.repository\}\}|\$\{?GITHUB_REPOSITORY\}?|:repository|${owner}/${dispatch_name})$`, 'i');
/** A text that does not depend on the run. */
function literal(text) {
    return text === undefined || text === '' || /\$[\w{(]|\{\w*\}/.test(text) ? undefined : text;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/command-dispatches.js




/** What a script sends with `gh workflow run`, `gh api …/dispatches` and `curl …/dispatches`. */
function commandDispatches(run, env, repository) {
    return commandsIn(run.text).flatMap((command) => {
        const text = resolve(command.text, env, true);
        const sent = text.startsWith('gh ')
            ? byGitHubCli(text, run.text, env, repository)
            : byHttp(text, run.text, env, repository);
        return sent === undefined ? [] : [{ ...sent, ...placeOf(command, run) }];
    });
}
function placeOf(command, run) {
    return { at: positionIn(run, command.offset), always: !command.conditional };
}
function byGitHubCli(text, script, env, repository) {
    const words = wordsOf(text);
    const token = commandLineToken(env);
    if (words[1] === 'workflow' && words[2] === 'run') {
        const name = words.slice(3).find((word, index) => isTarget(word, words[index + 2] ?? ''));
        return {
            kind: 'workflow_dispatch',
            target: literal(name),
            repository: repositoryOf(optionOf(words, '-R', '--repo') ?? env.get('gh_repo'), repository),
            token,
            tool: 'gh workflow run',
        };
    }
    return words[1] === 'api' ? dispatched(text, script, token, repository, 'gh api') : undefined;
}
// An argument that is neither an option nor the value of one.
function isTarget(word, previous) {
    return (!word.startsWith('-') && !/^(?:-R|--repo|-r|--ref|-f|--raw-field|-F|--field)$/.test(previous));
}
function byHttp(text, script, env, repository) {
    if (!/^(?:curl|wget|http|https|xh)\s/.test(text))
        return undefined;
    const given = /(?:authorization:\s*(?:bearer|token)\s+|(?:-u|--user)\s+["']?[^\s:"']*:)(\$\{\{.*?\}\}|[^\s"']+)/i.exec(text);
    const variable = /^\$\{?(\w+)\}?$/.exec(given?.[1] ?? '')?.[1];
    const token = variable === undefined ? given?.[1] : env.get(variable.toLowerCase());
    return dispatched(text, script, tokenOwner(token), repository, 'curl');
}
/** `repos/acme/api/dispatches`, `repos/acme/api/actions/workflows/deploy.yml/dispatches` */
const dispatchPath = /repos\/([^\s"'/]+(?:\/[^\s"'/]+)?)\/(?:actions\/workflows\/([^\s"'/]+)\/)?dispatches\b/;
// The path of the API says which repository; the body, which event.
function dispatched(text, script, token, repository, tool) {
    const expressions = [];
    const plain = replaceExpressions(text, (expression) => {
        expressions.push(`\${{ ${expression} }}`);
        return `‹${expressions.length - 1}›`;
    });
    const whole = (part) => part?.replace(/‹(\d+)›/g, (_, index) => expressions[Number(index)] ?? '');
    const path = dispatchPath.exec(plain);
    if (path === null)
        return undefined;
    const file = whole(path[2]);
    const types = text.includes('event_type') ? text : script;
    const type = /event_type["'\\]*\s*[:=]\s*["'\\]*([^\s"'\\,}&]+)/.exec(types)?.[1];
    return {
        kind: file === undefined ? 'repository_dispatch' : 'workflow_dispatch',
        target: literal(file ?? type),
        repository: repositoryOf(whole(path[1]), repository),
        token,
        tool,
    };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/script-dispatches.js


/** What actions/github-script sends: `context.repo` is the repository itself, any other is named. */
function scriptDispatches(step, repository) {
    const script = step.inputs.get('script');
    if (script === undefined)
        return [];
    const calls = [...script.text.matchAll(/createWorkflowDispatch|createDispatchEvent/g)];
    return calls.map(({ 0: call, index }, at) => {
        // What a single call is given may stand before it.
        const text = calls.length === 1 ? script.text : script.text.slice(index, calls[at + 1]?.index);
        const isEvent = call === 'createDispatchEvent';
        const named = (key) => new RegExp(String.raw `\b${key}\s*:\s*['"\`]([^'"\`]+)['"\`]`).exec(text)?.[1];
        const repo = named('repo');
        return {
            at: script.at,
            kind: isEvent ? 'repository_dispatch' : 'workflow_dispatch',
            target: literal(named(isEvent ? 'event_type' : 'workflow_id')),
            repository: repo === undefined ? 'here' : repositoryOf(`${named('owner') ?? '?'}/${repo}`, repository),
            token: tokenOwner(step.inputs.get('github-token')?.text ?? '${{ github.token }}'),
            always: false,
            tool: 'actions/github-script',
        };
    });
}
/** What octokit/request-action sends. */
function requestDispatches(step, env, repository) {
    const route = inputOf(step.inputs, 'route');
    const found = /repos\/(.+?)\/(?:actions\/workflows\/([^/]+)\/)?dispatches/.exec(route?.text ?? '');
    if (route === undefined || found === null)
        return [];
    const [, address, file] = found;
    const type = inputOf(step.inputs, 'event_type');
    const named = inputOf(step.inputs, 'repository')?.text;
    const target = file ?? type?.text;
    return [
        {
            at: type?.at ?? route.at,
            kind: file === undefined ? 'repository_dispatch' : 'workflow_dispatch',
            target: literal(target === undefined ? undefined : resolve(target, env)),
            repository: repositoryOf(address === '{repository}' ? named : address, repository),
            token: tokenOwner(env.get('github_token')),
            always: true,
            tool: 'octokit/request-action',
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/dispatches.js





/** All that a workflow's own steps send. */
function dispatchesOf(workflow, repository) {
    return workflow.jobs.flatMap((job) => job.steps.flatMap((step) => sentBy(step, envOf(workflow, job, step), repository).map((sent) => ({
        ...sent,
        workflow,
        job,
        step,
    }))));
}
function sentBy(step, env, repository) {
    if (step.run !== undefined)
        return commandDispatches(step.run, env, repository);
    const action = actionOf(step);
    if (action === 'actions/github-script')
        return scriptDispatches(step, repository);
    if (action === 'octokit/request-action')
        return requestDispatches(step, env, repository);
    return dispatches_byAction(action, step, env, repository);
}
const starter = {
    kind: 'workflow_dispatch',
    target: ['workflow', 'workflow_file_name', 'workflow_id', 'workflow-id', 'workflow-file-name'],
    token: ['token', 'github_token', 'github-token'],
    ownToken: false,
};
const senders = {
    'peter-evans/repository-dispatch': {
        kind: 'repository_dispatch',
        target: ['event-type'],
        token: ['token'],
        ownToken: true,
    },
    'mvasigh/dispatch-action': {
        kind: 'repository_dispatch',
        target: ['event_type'],
        token: ['token'],
        ownToken: false,
    },
    'benc-uk/workflow-dispatch': { ...starter, ownToken: true },
    'the-actions-org/workflow-dispatch': starter,
    'aurelien-baudet/workflow-dispatch': starter,
    'convictional/trigger-workflow-and-wait': starter,
    'codex-/return-dispatch': starter,
    'lasith-kg/dispatch-workflow': starter,
};
function dispatches_byAction(action, step, env, repository) {
    const sender = senderOf(action, step);
    if (sender === undefined)
        return [];
    const target = inputOf(step.inputs, ...sender.target);
    const token = inputOf(step.inputs, ...sender.token);
    const text = target === undefined ? sender.fallback : resolve(target.text, env);
    const addresses = addressesOf(step, env).map((each) => repositoryOf(each, repository));
    return [...new Set(addresses)].map((address) => ({
        at: target?.at ?? step.at,
        kind: sender.kind,
        target: literal(text),
        repository: address,
        token: token === undefined && sender.ownToken ? 'job' : tokenOwner(token?.text),
        always: true,
        tool: step.uses?.text.split('@')[0] ?? '',
    }));
}
// deploy-kit's own: the defaults are those of their definitions.
function senderOf(action, step) {
    const common = { token: ['github-token'], ownToken: true };
    if (action === 'dispatch' || action === 'build-and-dispatch')
        return inputOf(step.inputs, 'workflow') === undefined
            ? { kind: 'repository_dispatch', target: ['event-type'], fallback: 'deploy', ...common }
            : { kind: 'workflow_dispatch', target: ['workflow'], ...common };
    const method = inputOf(step.inputs, 'dispatch-method')?.text;
    if (action === 'lasith-kg/dispatch-workflow' && method === 'repository_dispatch')
        return { ...starter, kind: 'repository_dispatch', target: ['event-type'] };
    return Object.hasOwn(senders, action) ? senders[action] : undefined;
}
// deploy-kit's `repositories` may name several.
function addressesOf(step, env) {
    const several = inputOf(step.inputs, 'repositories')?.text.split(/[\n,]/);
    const names = several ?? [inputOf(step.inputs, 'repository', 'repo')?.text ?? ''];
    const owner = inputOf(step.inputs, 'owner')?.text;
    const given = names.map((name) => name.trim()).filter((name) => name !== '');
    if (given.length === 0)
        return [undefined];
    return given.map((name) => resolve(owner === undefined || name.includes('/') ? name : `${owner}/${name}`, env));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/model.js
/** The filters of `on:`. */
const filterNames = [
    'branches',
    'branches-ignore',
    'tags',
    'tags-ignore',
    'paths',
    'paths-ignore',
    'types',
    'workflows',
];
/** The trigger of that event. */
function triggerOf({ triggers }, event) {
    return triggers.find((trigger) => trigger.event === event);
}
/** The texts of a filter; `undefined` when there is none. */
function filterOf(trigger, name) {
    return trigger.filters.get(name)?.map(({ text }) => text);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/ref-pattern.js
/**
 * Whether a name passes a list of filter patterns: `*` stops at a slash, `**` does not, `?` and `+` follow the
 * character before them, `[a-z]` is a set, and `!` takes back what patterns before it let in.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function passes(patterns, name) {
    let passed = false;
    for (const pattern of patterns)
        if (pattern.startsWith('!'))
            passed = passed && !matches(pattern.slice(1), name);
        else
            passed = passed || matches(pattern, name);
    return passed;
}
/** Git's own limit for a part of a name; longer patterns and names are nobody's. */
const longest = 255;
/** Whether the name matches the one pattern, in time that grows with both lengths alone. */
function matches(pattern, name) {
    if (!/[*?+[\]\\]/.test(pattern))
        return pattern === name;
    if (pattern.length > longest || name.length > longest)
        return false;
    const parts = partsOf(pattern);
    let states = withSkips(parts, new Set([0]));
    for (const character of name) {
        const next = new Set();
        for (const state of states) {
            const part = parts[state];
            if (part?.fits(character) !== true)
                continue;
            next.add(state + 1);
            if (part.repeats)
                next.add(state);
        }
        states = withSkips(parts, next);
    }
    return states.has(parts.length);
}
/** A name that the pattern lets in: `release/**` gives `release/x`, `v[0-9]+` gives `v1`. */
function exampleOf(pattern) {
    return pattern
        .replace(/\\(.)/g, '$1')
        .replace(/\[([^\]])[^\]]*\]/g, (_, first) => (first === '0' ? '1' : first))
        .replace(/\*+/g, 'x')
        .replace(/[?+]/g, '');
}
/** Whether the pattern stands for more than the one name. */
function isPattern(pattern) {
    return /[*?+[\]!]/.test(pattern.replace(/\\./g, ''));
}
function withSkips(parts, states) {
    for (const state of states)
        if (parts[state]?.optional === true)
            states.add(state + 1);
    return states;
}
function partsOf(pattern) {
    const parts = [];
    for (const [token] of pattern.matchAll(/\\.|\*\*|\[[^\]]+\]|./gs)) {
        const last = parts.at(-1);
        if (token === '?' && last !== undefined)
            last.optional = true;
        else if (token === '+' && last !== undefined)
            last.repeats = true;
        else
            parts.push(partOf(token));
    }
    return parts;
}
function partOf(token) {
    if (token === '**')
        return { fits: () => true, optional: true, repeats: true };
    if (token === '*')
        return { fits: (character) => character !== '/', optional: true, repeats: true };
    if (token.length > 1 && token.startsWith('[')) {
        const ranges = [...token.slice(1, -1).matchAll(/(.)-(.)|(.)/gs)];
        return {
            fits: (character) => ranges.some(([, from, to, one]) => from !== undefined && to !== undefined
                ? from <= character && character <= to
                : one === character),
            optional: false,
            repeats: false,
        };
    }
    const literal = token.length > 1 ? token.slice(1) : token;
    return { fits: (character) => character === literal, optional: false, repeats: false };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/occasion.js


const ofRequests = ['opened', 'synchronize', 'reopened'];
/**
 * The activities that start a workflow whose trigger names none, where these are not all.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const defaultTypes = {
    pull_request: ofRequests,
    pull_request_target: ofRequests,
};
/** Whether an occasion starts a workflow; `sometimes` when that depends on the changed files. */
function starts(occasion, workflow) {
    const trigger = triggerOf(workflow, occasion.event);
    if (trigger === undefined)
        return 'no';
    if (occasion.event === 'push')
        return pushed(occasion.ref ?? '', trigger);
    if (occasion.upstream !== undefined && !names(trigger, occasion.upstream))
        return 'no';
    if (occasion.base !== undefined && !isFor(occasion.base, trigger))
        return 'no';
    const types = filterOf(trigger, 'types') ?? defaultTypes[occasion.event];
    return types === undefined || occasion.action === undefined || types.includes(occasion.action)
        ? 'always'
        : 'no';
}
/**
 * Whether a workflow_run trigger names the workflow: its entries are patterns.
 * Source: https://github.com/orgs/community/discussions/128694
 */
function names(trigger, workflow) {
    return passes(filterOf(trigger, 'workflows') ?? [], workflow);
}
function isFor(branch, trigger) {
    const wanted = filterOf(trigger, 'branches');
    const ignored = filterOf(trigger, 'branches-ignore');
    return (wanted === undefined || passes(wanted, branch)) && !passes(ignored ?? [], branch);
}
function pushed(ref, trigger) {
    const isTag = ref.startsWith('refs/tags/');
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    const filter = (branch, tag) => filterOf(trigger, isTag ? tag : branch);
    const wanted = filter('branches', 'tags');
    const ignored = filter('branches-ignore', 'tags-ignore');
    if (wanted !== undefined && !passes(wanted, name))
        return 'no';
    if (ignored !== undefined && passes(ignored, name))
        return 'no';
    const others = isTag
        ? ['branches', 'branches-ignore']
        : ['tags', 'tags-ignore'];
    if (wanted === undefined &&
        ignored === undefined &&
        others.some((key) => trigger.filters.has(key)))
        return 'no';
    // GitHub looks at paths on branches alone.
    return !isTag && (trigger.filters.has('paths') || trigger.filters.has('paths-ignore'))
        ? 'sometimes'
        : 'always';
}
/** Events whose runs are the default branch's, whatever came before. */
const ofDefaultBranch = [
    'workflow_run',
    'repository_dispatch',
    'schedule',
    'issues',
    'issue_comment',
];
/** The parts of `github.event` that only some events have. */
const eventParts = {
    client_payload: ['repository_dispatch'],
    workflow_run: ['workflow_run'],
    inputs: ['workflow_dispatch'],
    pull_request: [
        'pull_request',
        'pull_request_target',
        'pull_request_review',
        'pull_request_review_comment',
    ],
    release: ['release'],
    issue: ['issues', 'issue_comment'],
    comment: ['issue_comment', 'commit_comment', 'pull_request_review_comment', 'discussion_comment'],
    head_commit: ['push'],
    commits: ['push'],
    schedule: ['schedule'],
    deployment: ['deployment', 'deployment_status'],
};
/**
 * The contexts on that occasion, when all goes well until then. In a called workflow (`called`) its inputs are the
 * caller's to say.
 */
function factsOf({ event, ref: given, action }, { repository, defaultBranch }, called = false) {
    const ref = given ?? defaultRef(event, defaultBranch);
    const name = ref?.replace(/^refs\/(?:heads|tags)\//, '');
    const values = {
        'github.event_name': event,
        'github.ref': ref,
        'github.event.ref': event === 'push' ? ref : undefined,
        'github.ref_name': name,
        'github.ref_type': ref === undefined ? undefined : ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        'github.event.action': action ?? (event === 'push' ? null : undefined),
        'github.event.deleted': event === 'push' ? false : undefined,
        'github.head_ref': event.startsWith('pull_request') ? undefined : '',
        'github.base_ref': event.startsWith('pull_request') ? undefined : '',
        'github.event.pull_request': event.startsWith('pull_request') ? undefined : null,
        'github.repository': repository,
        'github.repository_owner': repository?.split('/')[0],
        'github.event.repository.default_branch': defaultBranch,
        'github.event.workflow_run.conclusion': event === 'workflow_run' ? 'success' : null,
        'success()': true,
        'always()': true,
        'failure()': false,
        'cancelled()': false,
    };
    return (path) => {
        if (Object.hasOwn(values, path))
            return values[path];
        const [context, second, third] = path.split('.');
        if (context === 'inputs')
            return called || event === 'workflow_dispatch' ? undefined : null;
        if (context !== 'github' || second !== 'event' || third === undefined)
            return undefined;
        const events = Object.hasOwn(eventParts, third) ? eventParts[third] : undefined;
        return events !== undefined && !events.includes(event) ? null : undefined;
    };
}
function defaultRef(event, defaultBranch) {
    return defaultBranch !== undefined && ofDefaultBranch.includes(event)
        ? `refs/heads/${defaultBranch}`
        : undefined;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/refs.js


/** More branches and tags than that are tried for no checkout. */
const maxRefs = 40;
/**
 * The branches and tags to try, as full refs: those that filters and conditions speak of, and one of each kind that
 * nothing speaks of.
 */
function refsOf(workflows, defaultBranch) {
    const pushes = workflows.flatMap((workflow) => triggerOf(workflow, 'push') ?? []);
    const filtered = (...filters) => pushes.flatMap((trigger) => filters.flatMap((filter) => (filterOf(trigger, filter) ?? []).filter((text) => !text.startsWith('!')).map(exampleOf)));
    const spoken = workflows.flatMap(({ text }) => refsIn(text));
    const branches = ['main', 'master', ...filtered('branches', 'branches-ignore'), ...spoken];
    const first = defaultBranch === undefined ? [] : [defaultBranch];
    return [
        ...new Set([
            ...[...first, ...branches, 'some-branch']
                .map((name) => `refs/heads/${name}`)
                .slice(0, maxRefs),
            ...['v1.2.3', ...filtered('tags'), 'some-tag']
                .map((name) => `refs/tags/${name}`)
                .slice(0, maxRefs),
        ]),
    ];
}
/** Branches and tags that a condition speaks of, as full refs: `github.ref_name == 'nightly'` may be either. */
function refsSpokenOf(condition) {
    const tags = [...condition.matchAll(/'refs\/tags\/([\w./-]+)'/g)].map(([, name = '']) => name);
    const names = refsIn(condition);
    return [
        ...names.map((name) => `refs/heads/${name}`),
        ...[...names, ...tags].map((name) => `refs/tags/${name}`),
    ];
}
// `github.ref == 'refs/heads/develop'`, `github.ref_name == 'develop'`
function refsIn(text) {
    const compared = text.matchAll(/'refs\/heads\/([\w./-]+)'|(?:ref_name\s*[!=]=|With\(\s*github\.ref_name\s*,)\s*'([\w./-]+)'/g);
    return [...compared].map(([, full, name]) => full ?? name ?? '');
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rule-catalogue.js
/** The rules of the workflow check. */
const ruleCatalogue = {
    race: {
        verdict: 'fail',
        title: 'One push starts the build of an image and its deploy, and nothing orders them',
        why: 'The deploy starts before the image exists: it deploys the image before it, or fails. Whether it does depends on which of the two is faster.',
        fix: 'Let the build start the deploy: by `needs` in one workflow, by `workflow_run`, or by an event that is sent when the image is there. Or wait for the image in the deploy.',
    },
    'event-unheard': {
        verdict: 'fail',
        title: 'An event is sent that no workflow listens to',
        why: 'GitHub accepts a `repository_dispatch` of any type, so that the step succeeds and nothing starts. A `workflow_dispatch` to a workflow that has no such trigger is refused.',
        fix: 'Send the type that is listened to, or add the trigger to the workflow that is meant.',
    },
    'event-unsent': {
        verdict: 'warn',
        title: 'A workflow waits for an event that nobody sends',
        why: 'Workflows of this repository send events, but not of this type: the workflow never starts.',
        fix: 'Listen to the type that is sent. If another repository or a service sends it, say so in a suppression.',
    },
    'listener-off-default-branch': {
        verdict: 'warn',
        title: 'A workflow that listens to an event is not on the default branch',
        why: 'GitHub looks for the listeners of repository_dispatch, workflow_run, workflow_dispatch and schedule on the default branch alone.',
        fix: 'Merge the workflow into the default branch.',
    },
    'workflow-name-unknown': {
        verdict: 'fail',
        title: '`workflow_run` names a workflow that does not exist',
        why: "GitHub compares with each workflow's `name:`. A name that none has matches nothing, and nobody is told: the usual end of a rename.",
        fix: 'Write the name as it stands in the other workflow.',
    },
    'chain-too-deep': {
        verdict: 'fail',
        title: 'More than three workflows start each other by `workflow_run`',
        why: 'GitHub stops after three levels: the fourth never starts.',
        fix: 'Make jobs with `needs` of some of the workflows, or start one by an event.',
    },
    'branches-never-match': {
        verdict: 'fail',
        title: 'A filter that no branch or tag can pass',
        why: 'The workflow never starts by that trigger.',
        fix: 'Write the names that the branches or tags have.',
    },
    'conclusion-unread': {
        verdict: 'fail',
        title: 'Deploys or publishes after a workflow that may have failed',
        why: '`workflow_run` starts whatever the conclusion: also after a failed, cancelled or skipped run. So does a job with `if: always()` after the jobs that it needs.',
        fix: "Add `if: github.event.workflow_run.conclusion == 'success'` to the job, or `needs.<job>.result == 'success'` to its condition.",
    },
    'silent-skip': {
        verdict: 'warn',
        title: 'A condition that skips a phase, and nothing says so',
        why: 'A skipped run looks like one that had nothing to do. The next phase starts on its end, or never.',
        fix: 'Add a job that fails when the condition does not hold, or mend the condition.',
    },
    'token-starts-nothing': {
        verdict: 'fail',
        title: "What the job's own token does starts no workflow",
        why: 'Tags and releases made with GITHUB_TOKEN start nothing, and a run that it dispatched fires no `workflow_run`.',
        fix: 'Use a token of a GitHub App or a personal one, or start the next workflow by an event.',
    },
    loop: {
        verdict: 'fail',
        title: 'Workflows that start each other for ever',
        why: 'Each run starts the next one, until somebody disables a workflow.',
        fix: 'Take one of the triggers out, or send the event under a condition that ends.',
    },
    'deploy-without-concurrency': {
        verdict: 'warn',
        title: 'A deploy without `concurrency`',
        why: 'Two pushes deploy at the same time, and the older one may win. A group of one run, commit or tag keeps nothing apart.',
        fix: 'Add a `concurrency` group to the job, with `cancel-in-progress: false`.',
    },
    'deploy-cancelled-midway': {
        verdict: 'warn',
        title: 'A newer run cancels a deploy in the middle',
        why: 'What was half done stays, and what was to follow (migration, checks, clean-up) does not happen.',
        fix: 'Set `cancel-in-progress: false` for the group of the deploy.',
    },
    'concurrency-groups-differ': {
        verdict: 'warn',
        title: 'Deploys to the same place in different groups',
        why: 'Only jobs of one group wait for each other.',
        fix: 'Give both the same group.',
    },
    'permission-missing': {
        verdict: 'fail',
        title: 'A step needs a permission that its job does not have',
        why: 'What `permissions:` does not list is `none`: the step fails.',
        fix: 'Add the line to `permissions:`.',
    },
    'secret-undeclared': {
        verdict: 'fail',
        title: 'A reusable workflow does not get a secret',
        why: 'A called workflow sees only the secrets that it declares and its caller hands on; any other is empty, without an error.',
        fix: 'Declare the secret under `workflow_call`, and hand it on, or use `secrets: inherit`.',
    },
    'environment-missing': {
        verdict: 'warn',
        title: 'A deploy to production without `environment:`',
        why: 'No reviewers, no secrets of its own, no record of what was deployed when.',
        fix: 'Add `environment: production` to the job.',
    },
    'script-injection': {
        verdict: 'fail',
        title: "An event's value becomes part of a script",
        why: 'GitHub puts the value into the script before a shell reads it: who can write a title, a branch name or a payload runs commands with the secrets of the job.',
        fix: 'Hand the value over by `env:`, and use it as "$NAME".',
    },
    'moving-action': {
        verdict: 'warn',
        title: 'An action is addressed by a branch',
        why: 'What runs with your secrets changes with each push there.',
        fix: 'Name a release, or better a commit.',
    },
    'runtime-deprecated': {
        verdict: 'warn',
        title: 'What GitHub has taken away, or is about to',
        why: 'Node 12, 16 and 20 are gone from the runners, and the actions that declare them are forced onto Node 24 or fail; commands such as `::set-output` go, too.',
        fix: 'Use the version that is named.',
    },
    syntax: {
        verdict: 'fail',
        title: 'GitHub refuses the file',
        why: 'A workflow that is not valid starts by nothing.',
        fix: 'Mend what the parser names.',
    },
    suppression: {
        verdict: 'warn',
        title: 'A suppression without a reason, or without effect',
        why: 'A reason is for the next reader; a suppression that suppresses nothing hides the next mistake.',
        fix: 'Write `# deploy-kit: allow <rule> because <reason>`, or take the comment out.',
    },
};
/** The names of all rules. */
const ruleNames = Object.keys(ruleCatalogue);

;// CONCATENATED MODULE: ./build/src/workflows/plan/expression.js


const unknown = { known: false, truth: undefined };
/**
 * What an expression comes to, as far as the facts tell.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/expressions
 */
function evaluate(text, facts) {
    const expression = parseExpression(text);
    return expression === undefined ? unknown : outcomeOf(expression, facts);
}
/** `true`, `false`, or `undefined` when that can't be told. */
function truthOf(outcome) {
    return outcome.known ? isTrue(outcome.value) : outcome.truth;
}
function isTrue(value) {
    return value !== null && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}
function known(value) {
    return { known: true, value };
}
function outcomeOf(expression, facts) {
    if (expression instanceof ast/* Literal */.uS)
        return expression_literal(expression);
    if (expression instanceof ast/* Grouping */.aU)
        return outcomeOf(expression.group, facts);
    if (expression instanceof ast/* Unary */._c)
        return negate(outcomeOf(expression.expr, facts));
    if (expression instanceof ast/* Logical */.oD)
        return expression.args
            .map((argument) => outcomeOf(argument, facts))
            .reduce((left, right) => expression_combine(expression.operator.lexeme === '&&', left, right));
    if (expression instanceof ast/* Binary */.yI)
        return compare(expression.operator.lexeme, outcomeOf(expression.left, facts), outcomeOf(expression.right, facts));
    if (expression instanceof ast/* FunctionCall */.R6)
        return call(expression, facts);
    const path = pathOf(expression);
    const value = path === undefined ? undefined : facts(path);
    return value === undefined ? unknown : known(value);
}
function expression_literal({ literal: data }) {
    if ('value' in data)
        return known(data.value);
    return data.primitive ? known(null) : unknown;
}
function negate(outcome) {
    const truth = truthOf(outcome);
    return truth === undefined ? unknown : known(!truth);
}
// `a && b` is the first that is false, else the last; `a || b` the first that is true, else the last.
function expression_combine(and, left, right) {
    const truth = truthOf(left);
    if (truth === !and)
        return left;
    if (truth === and)
        return right;
    return truthOf(right) === !and ? { known: false, truth: !and } : unknown;
}
function compare(operator, left, right) {
    if (!left.known || !right.known)
        return unknown;
    if (operator === '==')
        return known(equal(left.value, right.value));
    if (operator === '!=')
        return known(!equal(left.value, right.value));
    const [a, b] = [toNumber(left.value), toNumber(right.value)];
    switch (operator) {
        case '<':
            return known(a < b);
        case '<=':
            return known(a <= b);
        case '>':
            return known(a > b);
        default:
            return known(a >= b);
    }
}
// Upper and lower case are equal; values of different types are compared as numbers.
function equal(left, right) {
    if (typeof left === 'string' && typeof right === 'string')
        return left.toLowerCase() === right.toLowerCase();
    if (typeof left === typeof right && left !== null && right !== null)
        return left === right;
    return toNumber(left) === toNumber(right);
}
function toNumber(value) {
    if (typeof value === 'string')
        return value.trim() === '' ? 0 : Number(value);
    return Number(value);
}
function call({ functionName, args }, facts) {
    const name = functionName.lexeme.toLowerCase();
    if (statusFunctions.includes(name)) {
        const value = facts(`${name}()`);
        return value === undefined ? unknown : known(value);
    }
    const values = args.map((argument) => outcomeOf(argument, facts));
    const texts = values.map((outcome) => (outcome.known ? String(outcome.value ?? '') : undefined));
    const [first, second] = texts.map((text) => text?.toLowerCase());
    if (name === 'format')
        return format(texts);
    if (first === undefined || second === undefined)
        return unknown;
    if (name === 'contains')
        return known(first.includes(second));
    if (name === 'startswith')
        return known(first.startsWith(second));
    if (name === 'endswith')
        return known(first.endsWith(second));
    return unknown;
}
function format([pattern, ...values]) {
    if (pattern === undefined || values.includes(undefined))
        return unknown;
    return known(pattern.replace(/\{(\d+)\}/g, (whole, index) => values[Number(index)] ?? whole));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/run-jobs.js


/** More jobs than that are no run that GitHub would start. */
const maxJobs = 500;
/** All jobs of a run of the workflow. A job that calls a workflow of the checkout stands for that one's jobs. */
function jobsOfRun(workflow, workflows) {
    const byPath = new Map(workflows.map((each) => [each.path, each]));
    return expand(workflow, undefined, [], byPath, [workflow.path]).slice(0, maxJobs);
}
/** The file that a job calls: `./.github/workflows/build.yml` gives `.github/workflows/build.yml`. */
function calledPath(job) {
    const uses = job.uses?.text ?? '';
    return uses.startsWith('./') ? uses.slice(2) : undefined;
}
function expand(workflow, caller, outer, byPath, calls) {
    const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
    const ends = new Map();
    const all = [];
    const visit = (job, seen) => {
        const known = ends.get(job.id);
        if (known !== undefined)
            return known;
        const needed = job.needs.flatMap(({ text }) => seen.includes(text) ? [] : (byId.get(text) ?? []));
        const needs = needed.flatMap((each) => visit(each, [...seen, each.id]));
        const own = {
            workflow,
            job,
            caller,
            needs: needs.length === 0 ? outer : needs,
        };
        const path = calledPath(job);
        const called = path === undefined || calls.includes(path) ? undefined : byPath.get(path);
        const jobs = called === undefined || calls.length > maxCalls || all.length > maxJobs
            ? [own]
            : [own, ...expand(called, own, [own], byPath, [...calls, called.path])];
        ends.set(job.id, jobs);
        all.push(...jobs);
        return jobs;
    };
    for (const job of workflow.jobs)
        visit(job, [job.id]);
    return all;
}
/** How deep workflows may call each other. */
const maxCalls = 4;
/** Whether `later` only begins when `earlier` is over. */
function comesAfter(later, earlier) {
    return run_jobs_before(later).has(earlier);
}
/** All jobs that are over before it begins. */
function run_jobs_before(job) {
    const found = new Set();
    const visit = ({ needs }) => {
        for (const need of needs) {
            if (found.has(need))
                continue;
            found.add(need);
            visit(need);
        }
    };
    visit(job);
    return found;
}
/** Whether each job of a run runs; `undefined` when that can't be told. */
function runningJobs(jobs, factsFor) {
    const found = new Map();
    const visit = (job) => {
        if (!found.has(job))
            found.set(job, runs(job, factsFor(job.caller !== undefined), visit));
        return found.get(job);
    };
    jobs.forEach(visit);
    return found;
}
function runs({ job, needs, caller }, facts, visit) {
    const condition = job.condition?.text;
    const own = condition === undefined ? true : truthOfCondition(condition, facts);
    if (own === false)
        return false;
    if (caller !== undefined && visit(caller) === false)
        return false;
    const needed = needs.map(visit);
    const independent = condition !== undefined && /\b(?:always|failure|cancelled)\s*\(/.test(condition);
    if (needed.includes(false) && !independent)
        return false;
    return own === undefined || needed.includes(undefined) ? undefined : true;
}
/** Whether a step runs in a job that does. */
function stepRuns(step, facts) {
    const { condition } = step;
    return condition === undefined ? true : truthOfCondition(condition.text, factsIn(step, facts));
}
/** What is known in a step: the inputs of a local action are what the step that uses it gives. */
function factsIn({ inAction }, facts) {
    return inAction ? (path) => (/^inputs\b/.test(path) ? undefined : facts(path)) : facts;
}
function truthOfCondition(text, facts) {
    const expression = conditionOf(text);
    return expression === undefined ? undefined : truthOf(evaluate(expression, facts));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/chain.js








/** Looks at the workflows together. */
function chainOf(workflows, repository) {
    const jobs = workflows.flatMap((workflow) => workflow.jobs.map((job) => ({ workflow, job })));
    const called = new Set(jobs.map(({ job }) => calledPath(job)));
    const roots = workflows.filter(({ path, triggers }) => !called.has(path) || triggers.some(({ event }) => event !== 'workflow_call'));
    const dispatches = workflows.flatMap((workflow) => dispatchesOf(workflow, repository.repository));
    return {
        workflows,
        repository,
        refs: refsOf(workflows, repository.defaultBranch),
        dispatches,
        listeners: new Map(dispatches.map((sent) => [sent, findListeners(sent, workflows)])),
        upstreams: new Map(workflows.map((workflow) => [workflow, findUpstreams(workflow, workflows)])),
        builds: new Map(jobs.map(({ workflow, job }) => [job, imageBuildsOf(workflow, job)])),
        deployments: new Map(workflows.flatMap(deploymentsIn)),
        runs: new Map(roots.map((workflow) => [workflow, jobsOfRun(workflow, workflows)])),
    };
}
/** The workflows that a dispatch starts. */
function workflowsStartedBy(dispatch, { listeners }) {
    return listeners.get(dispatch) ?? [];
}
/** The workflows whose runs' end starts this one. */
function upstreamsOf(workflow, { upstreams }) {
    return upstreams.get(workflow) ?? [];
}
function findListeners({ repository, target, kind }, workflows) {
    if (repository !== 'here' || target === undefined)
        return [];
    if (kind === 'workflow_dispatch')
        return workflows.filter((workflow) => isNamed(workflow, target) && triggerOf(workflow, 'workflow_dispatch') !== undefined);
    return workflows.filter((workflow) => {
        const trigger = triggerOf(workflow, 'repository_dispatch');
        if (trigger === undefined)
            return false;
        const types = filterOf(trigger, 'types');
        return types === undefined || types.includes(target);
    });
}
function findUpstreams(workflow, workflows) {
    const trigger = triggerOf(workflow, 'workflow_run');
    return trigger === undefined ? [] : workflows.filter(({ name }) => names(trigger, name));
}
/** Whether `deploy.yml`, a path or a name means the workflow. */
function isNamed({ path, name }, target) {
    return path === target || path.endsWith(`/${target}`) || name === target;
}
/** The dispatches of a run of the workflow, those of called workflows included. */
function dispatchesOfRun(workflow, chain) {
    const jobs = new Set((chain.runs.get(workflow) ?? []).map(({ job }) => job));
    return chain.dispatches.filter(({ job }) => jobs.has(job));
}
/** A report of a rule at a place of a file. */
function reportOf(rule, file, { line, column }, message, fix) {
    return {
        rule,
        verdict: ruleCatalogue[rule].verdict,
        place: { file, line, column },
        message,
        fix,
    };
}
/** The file's name without its folder, for messages. */
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/group-names.js

/** Expands more alternatives than that for nobody. */
const maxAlternatives = 16;
/**
 * Whether two names may come to be one: expressions may become any text, and `${{ a || b }}` any of its sides. What
 * is no expression must fit.
 */
function mayBeOneGroup(a, b) {
    return alternatives(a).some((left) => alternatives(b).some((right) => mayBeEqual(left, right)));
}
function alternatives(text) {
    let found = [text];
    for (let level = 0; level < maxAlternatives; level++) {
        const next = found.flatMap(splitFirst).slice(0, maxAlternatives);
        if (next.length === found.length)
            return found;
        found = next;
    }
    return found;
}
function splitFirst(text) {
    const first = expressionsIn(text).find(({ text: expression }) => sides(expression).length > 1);
    return first === undefined
        ? [text]
        : sides(first.text).map((side) => `${text.slice(0, first.offset)}\${{ ${side} }}${text.slice(first.end)}`);
}
function sides(expression) {
    return /[()]/.test(expression) ? [expression] : expression.split('||').map((side) => side.trim());
}
function mayBeEqual(a, b) {
    if (a === b)
        return true;
    const left = ends(a);
    const right = ends(b);
    if (!left.open && !right.open)
        return false;
    const heads = left.head.startsWith(right.head) || right.head.startsWith(left.head);
    const tails = left.tail.endsWith(right.tail) || right.tail.endsWith(left.tail);
    return heads && tails;
}
// What stands before the first expression and after the last one; a ref begins with `refs/`.
function ends(text) {
    const plain = text.replace(/\$\{\{ (?:'([^']*)'|github\.event_name == '[^']*' && '([^']*)') \}\}/g, '$1$2');
    const found = expressionsIn(plain);
    const [first] = found;
    const last = found.at(-1);
    if (first === undefined || last === undefined)
        return { head: plain, tail: plain, open: false };
    const prefix = first.text === 'github.ref' ? 'refs/' : '';
    return { head: plain.slice(0, first.offset) + prefix, tail: plain.slice(last.end), open: true };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/moments.js



/** Each kind of thing that can start several of the workflows at once. */
function momentsOf({ workflows, refs }) {
    const pushes = refs.map(pushTo);
    const tags = pushes.filter(({ ref }) => ref?.startsWith('refs/tags/'));
    return [
        ...pushes.map((push) => ({ says: push.says, occasions: [push, ...creations(push)] })),
        ...merges(workflows, pushes),
        ...tags.map(releaseOf),
        ...requests(pushes),
        ...eventTypes(workflows).map((type) => {
            const says = `the event \`${type}\``;
            return { says, occasions: [{ event: 'repository_dispatch', action: type, says }] };
        }),
        ...upstreamNames(workflows).map((name) => ({
            says: `the end of \`${name}\``,
            occasions: [endOf(name)],
        })),
    ];
}
// A tag is pushed once, when it is made.
function creations({ ref, says }) {
    return ref?.startsWith('refs/tags/') === true ? [{ event: 'create', ref, says }] : [];
}
// A release that is published on GitHub is created and released, too, and makes its tag.
function releaseOf(tag) {
    const says = 'a published release';
    const ref = tag.ref ?? '';
    return {
        says,
        occasions: [
            ...['published', 'released', 'created'].map((action) => ({
                event: 'release',
                action,
                ref,
                says,
            })),
            tag,
        ],
    };
}
// A commit of a pull request into each branch.
function requests(pushes) {
    return pushes
        .filter(({ ref }) => ref?.startsWith('refs/heads/'))
        .map(({ ref }) => {
        const base = ref?.replace('refs/heads/', '') ?? '';
        const says = `a pull request into \`${base}\``;
        const occasion = { action: 'synchronize', base, says };
        return {
            says,
            occasions: [
                { event: 'pull_request', ...occasion },
                { event: 'pull_request_target', ...occasion },
            ],
        };
    });
}
function eventTypes(workflows) {
    const listened = workflows.flatMap((workflow) => triggerOf(workflow, 'repository_dispatch')?.filters.get('types') ?? []);
    return [...new Set(listened.map(({ text }) => text))];
}
// A merged pull request is closed, and its branch is pushed.
function merges(workflows, pushes) {
    const closed = workflows.some((workflow) => {
        const trigger = triggerOf(workflow, 'pull_request');
        return trigger !== undefined && filterOf(trigger, 'types')?.includes('closed') === true;
    });
    if (!closed)
        return [];
    return pushes
        .filter(({ ref }) => ref?.startsWith('refs/heads/'))
        .map((push) => {
        const base = push.ref?.replace('refs/heads/', '') ?? '';
        const says = `the merge of a pull request into \`${base}\``;
        return { says, occasions: [{ event: 'pull_request', action: 'closed', base, says }, push] };
    });
}
/** Each way in which a workflow can start. */
function occasionsOf(workflow, { refs }) {
    return workflow.triggers.flatMap((trigger) => {
        const { event } = trigger;
        if (event === 'push')
            return refs.map(pushTo);
        if (event === 'workflow_run')
            return (filterOf(trigger, 'workflows') ?? []).map((name) => endOf(exampleOf(name)));
        const types = filterOf(trigger, 'types');
        return types === undefined || types.length === 0
            ? [{ event, says: `\`${event}\`` }]
            : types.map((action) => ({ event, action, says: `\`${event}\` (${action})` }));
    });
}
/** A push of a branch or tag. */
function pushTo(ref) {
    const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
    const isTag = ref.startsWith('refs/tags/');
    return {
        event: 'push',
        ref,
        says: isTag ? `a push of the tag \`${name}\`` : `a push to \`${name}\``,
    };
}
/** The end of a run. */
function endOf(workflow) {
    return {
        event: 'workflow_run',
        action: 'completed',
        upstream: workflow,
        says: `the end of \`${workflow}\``,
    };
}
function upstreamNames(workflows) {
    const listened = workflows.flatMap((workflow) => triggerOf(workflow, 'workflow_run')?.filters.get('workflows') ?? []);
    return [...new Set(listened.map(({ text }) => exampleOf(text)))];
}
/** The facts at the end of a run with that conclusion, in a run of its own that goes well. */
function afterEnd(chain, upstream, conclusion) {
    return (called) => {
        const facts = factsOf(endOf(upstream), chain.repository, called);
        return (path) => (path === 'github.event.workflow_run.conclusion' ? conclusion : facts(path));
    };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/deploy-jobs.js



/** The jobs that deploy to a server, but for previews of pull requests. */
function deployJobs(chain) {
    const seen = new Set();
    return [...chain.runs].flatMap(([root, jobs]) => jobs.flatMap((runJob) => {
        const deploys = chain.deployments.get(runJob.job)?.some(({ kind }) => kind === 'server');
        if (deploys !== true || seen.has(runJob.job) || isPreview(runJob, root, chain))
            return [];
        seen.add(runJob.job);
        return [{ root, runJob, groups: groupsOf(runJob) }];
    }));
}
// What only pull requests deploy, each to a place of its own, is thrown away with them.
function isPreview(runJob, root, chain) {
    const occasions = occasionsOf(root, chain);
    // A merge closes it, too.
    const ofRequest = ({ event, action }) => /^pull_request(?:_target)?$/.test(event) && action !== 'closed';
    return (speaksOfRequest(runJob) &&
        occasions.some(ofRequest) &&
        !occasions.some((occasion) => {
            if (ofRequest(occasion) || starts(occasion, root) === 'no')
                return false;
            const factsFor = (called) => factsOf(occasion, chain.repository, called);
            return runningJobs(chain.runs.get(root) ?? [], factsFor).get(runJob) !== false;
        }));
}
function speaksOfRequest({ job, workflow }) {
    const texts = job.steps.flatMap(({ name, run, env, inputs }) => [
        name,
        ...[run, ...env.values(), ...inputs.values()].map((scalar) => scalar?.text ?? ''),
    ]);
    return [workflow.name, job.id, job.name, job.environment?.text ?? '', ...texts].some((text) => /preview|review[-_ ]?app|pull_request\.number|event\.number|head_ref/i.test(text));
}
// From the job outwards.
function groupsOf({ job, workflow, caller }) {
    return [
        ...[job.concurrency, workflow.concurrency].flatMap((concurrency) => concurrency === undefined ? [] : [{ ...concurrency, file: workflow }]),
        ...(caller === undefined ? [] : groupsOf(caller)),
    ];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/concurrency.js









/** Deploys that nothing keeps apart. */
function deployWithoutConcurrency(chain) {
    return (deployJobs(chain)
        .filter(({ groups, root }) => groups.every((group) => isOfOneRun(group, root, chain)))
        // A workflow of another repository may have a group of its own.
        .filter(({ runJob }) => runJob.job.uses === undefined)
        .map(({ groups: [group], runJob: { job, workflow } }) => reportOf('deploy-without-concurrency', group?.file.path ?? workflow.path, group?.group?.at ?? job.at, group?.group === undefined
        ? `The job \`${job.id}\` deploys, and has no \`concurrency\`: two runs deploy at the same time.`
        : `The job \`${job.id}\` deploys, and its group \`${group.group.text}\` is another one in each run: two runs deploy at the same time.`, [
        `In the job \`${job.id}\`:`,
        '    concurrency:',
        `      group: ${job.environment === undefined ? job.id : `deploy-${job.environment.text}`}`,
        '      cancel-in-progress: false',
    ].join('\n'))));
}
// A group by the run or the commit, or by the ref where each run is for a tag of its own.
function isOfOneRun({ group }, root, chain) {
    const parts = expressionsIn(group?.text ?? '').map(({ text }) => text.trim());
    if (parts.some((text) => /^github\.(?:run_id|run_number|sha)$/.test(text)))
        return true;
    return (parts.some((text) => /^github\.(?:ref|ref_name)$/.test(text)) &&
        occasionsOf(root, chain)
            .filter((occasion) => starts(occasion, root) !== 'no')
            .every(({ event, ref }) => event === 'release' || ref?.startsWith('refs/tags/') === true));
}
/** Deploys that a newer run ends in the middle. */
function deployCancelledMidway(chain) {
    return deployJobs(chain).flatMap(({ root, runJob, groups }) => {
        const cancelling = groups.find((group) => cancels(group, root, runJob, chain));
        if (cancelling === undefined)
            return [];
        return [
            reportOf('deploy-cancelled-midway', cancelling.file.path, cancelling.cancelInProgress?.at ?? cancelling.at, `A newer run cancels the job \`${runJob.job.id}\`, which deploys, wherever it is.`, cancelling.file.jobs.some(({ concurrency }) => concurrency?.at === cancelling.at)
                ? 'cancel-in-progress: false'
                : `cancel-in-progress: false, or a group of its own for the job \`${runJob.job.id}\``),
        ];
    });
}
function cancels(group, root, runJob, chain) {
    const text = group.cancelInProgress?.text;
    // A group of one run or one commit has nothing to cancel.
    if (text === undefined || /github\.(?:run_id|sha)\b/.test(group.group?.text ?? ''))
        return false;
    if (text === 'true')
        return true;
    const condition = conditionOf(text);
    if (condition === undefined || text === 'false')
        return false;
    return occasionsOf(root, chain).some((occasion) => {
        if (starts(occasion, root) === 'no')
            return false;
        const factsFor = (called) => factsOf(occasion, chain.repository, called);
        const running = runningJobs(chain.runs.get(root) ?? [], factsFor);
        return (running.get(runJob) !== false &&
            truthOf(evaluate(condition, factsFor(runJob.caller !== undefined))) === true);
    });
}
/** Deploys to one place that are in different groups. */
function concurrencyGroupsDiffer(chain) {
    const seen = new Map();
    return deployJobs(chain).flatMap((deploy) => {
        const [nearest] = deploy.groups;
        const place = concurrency_placeOf(deploy, chain);
        if (nearest?.group === undefined || place === undefined)
            return [];
        const group = nameOf(nearest.group.text, deploy);
        const first = seen.get(place);
        if (first === undefined)
            seen.set(place, { group, file: nearest.file.path });
        if (first === undefined || mayBeOneGroup(first.group, group))
            return [];
        return [
            reportOf('concurrency-groups-differ', nearest.file.path, nearest.group.at, `The job \`${deploy.runJob.job.id}\` deploys to the same place as ${baseName(first.file)}, in the group \`${group}\` where that is in \`${first.group}\`: they do not wait for each other.`, `group: ${first.group}`),
        ];
    });
}
// Host, folder and environment, as they are written: the host's secret may be the environment's.
function concurrency_placeOf({ runJob }, chain) {
    const place = chain.deployments
        .get(runJob.job)
        ?.map((deployment) => deployment.place)
        .find((text) => text !== undefined);
    if (place === undefined)
        return undefined;
    const host = place.split(' ')[0] ?? '';
    const environment = runJob.job.environment?.text ?? '';
    if (host.includes('${{') && environment.includes('${{'))
        return `${place} by expression`;
    return host.includes('${{') ? `${place} ${environment}` : place;
}
function nameOf(group, { root, runJob }) {
    const env = new Map([...runJob.workflow.env].map(([name, { text }]) => [name, text]));
    return resolve(group, env).replace(/\$\{\{ github\.workflow \}\}/g, root.name);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/publishing.js


/** Actions that publish packages and releases. */
const publishers = [
    'pypa/gh-action-pypi-publish',
    'js-devtools/npm-publish',
    'softprops/action-gh-release',
    'ncipollo/release-action',
    'actions/create-release',
    'svenstaro/upload-release-action',
    'goreleaser/goreleaser-action',
    'rubygems/release-gem',
];
const publishing = /\b(?:npm|pnpm|yarn(?:\s+npm)?|cargo|poetry|uv|dart\s+pub|flutter\s+pub)\s+publish\b|\btwine\s+upload\b|\bgem\s+push\b|\bmvn\b[^\n]*\bdeploy\b|\bdotnet\s+nuget\s+push\b|\bgh\s+release\s+create\b|\bsemantic-release\b/;
/** Whether a step makes a package or a release public. */
function publishes(step) {
    if (publishers.includes(actionOf(step)))
        return true;
    return (step.run !== undefined &&
        publishing.test(effective(step.run.text)) &&
        !/--dry-run\b/.test(step.run.text));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/conclusion-unread.js






/** Jobs that deploy or publish after a workflow, whatever became of it. */
function conclusionUnread(chain) {
    return [...chain.runs].flatMap(([workflow, jobs]) => {
        const trigger = triggerOf(workflow, 'workflow_run');
        if (trigger === undefined)
            return [];
        const types = filterOf(trigger, 'types');
        const [name = ''] = filterOf(trigger, 'workflows') ?? [];
        const failed = afterEnd(chain, name, 'failure');
        const running = runningJobs(jobs, failed);
        return jobs
            .filter((job) => running.get(job) !== false &&
            changesSomething(job, chain, failed) &&
            !readsConclusion(workflow, job))
            .slice(0, 1)
            .map((job) => unread(workflow, job, types, name));
    });
}
function changesSomething({ job, caller }, chain, facts) {
    const steps = [
        ...(chain.deployments.get(job) ?? []).map(({ step }) => step),
        ...(chain.builds.get(job) ?? []).map(({ step }) => step),
        ...job.steps.filter(publishes),
        ...chain.dispatches.filter((sent) => sent.job === job).map(({ step }) => step),
    ];
    return steps.some((step) => stepRuns(step, facts(caller !== undefined)) !== false);
}
// Read by a condition that can't be told, by a script, or by what it takes from the run: no artifact, no deploy.
function readsConclusion(workflow, job) {
    const whole = [workflow, ...[job, ...run_jobs_before(job)].map(({ workflow: file }) => file)];
    if (whole.some(({ text }) => /workflow_run\s*(?:\.|\[['"])\s*conclusion|\.conclusion\b/.test(text)))
        return !isPlainlyUngated(job);
    return [job, ...run_jobs_before(job)].some(({ job: { steps } }) => steps.some(({ uses, inputs }) => /download-artifact|download-workflow-artifact/.test(uses?.text ?? '') &&
        [...inputs.values()].some(({ text }) => text.includes('workflow_run'))));
}
// The file speaks of the conclusion, but neither this job, nor what it needs, nor any step of them does.
function isPlainlyUngated(job) {
    return ![job, ...run_jobs_before(job)].some(({ job: each, workflow }) => {
        const texts = [
            each.condition,
            ...each.steps.flatMap(({ condition, run, env }) => [condition, run, ...env.values()]),
            ...each.env.values(),
            ...workflow.env.values(),
        ];
        return texts.some((text) => (text?.text ?? '').includes('conclusion'));
    });
}
function unread(workflow, { job, workflow: file }, types, name) {
    const early = types === undefined || types.some((type) => type !== 'completed');
    const gate = workflow.triggers.some(({ event }) => event !== 'workflow_run')
        ? "github.event_name != 'workflow_run' || github.event.workflow_run.conclusion == 'success'"
        : "github.event.workflow_run.conclusion == 'success'";
    const own = job.condition === undefined ? undefined : conditionOf(job.condition.text);
    const both = own === undefined ? gate : `(${own}) && ${gate.includes('||') ? `(${gate})` : gate}`;
    return reportOf('conclusion-unread', file.path, job.at, `The job \`${job.id}\` deploys, publishes or starts other workflows when \`${name}\` ${early ? 'is requested, begins and ends' : 'is over'}, also when it failed or was cancelled: nothing looks at \`github.event.workflow_run.conclusion\`.`, `In the job \`${job.id}\`:\n    if: ${both}${early ? `\nand under \`workflow_run:\`\n    types: [completed]` : ''}`);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/silent-skip.js









/** Phases that are skipped without a word: in the middle of a chain, or always. */
function silentSkip(chain) {
    return [...middlePhases(chain), ...neverTrue(chain)];
}
// A phase that only runs after success, that others follow, and that says nothing otherwise.
function middlePhases(chain) {
    return [...chain.runs].flatMap(([workflow, jobs]) => {
        const followers = chain.workflows.filter((other) => upstreamsOf(other, chain).includes(workflow));
        const next = followers.length > 0 ||
            dispatchesOfRun(workflow, chain).some(({ repository }) => repository === 'here');
        const [name] = filterOfRun(workflow);
        const first = jobs.find(({ job }) => job.condition !== undefined);
        if (!next || name === undefined || first?.job.condition === undefined)
            return [];
        const running = runningJobs(jobs, afterEnd(chain, name, 'failure'));
        if (jobs.some((job) => running.get(job) !== false))
            return [];
        // After a check that failed, nothing is half done, and all that follows is skipped with it.
        const halfDone = upstreamsOf(workflow, chain).some((each) => deploys(each, chain));
        if (!halfDone && !followers.some((each) => goesOn(each, workflow, chain)))
            return [];
        return [
            reportOf('silent-skip', first.workflow.path, first.job.condition.at, `When \`${name}\` fails, all of this workflow is skipped, and nothing says so${followers.length === 0 ? '' : `; ${followers.map(({ path }) => baseName(path)).join(', ')} then starts after a skipped run`}.`, [
                'Add a job that says so:',
                '  not-after-a-failure:',
                "    if: github.event.workflow_run.conclusion != 'success'",
                '    runs-on: ubuntu-latest',
                '    steps:',
                `      - run: echo "::error::The workflow before this one did not succeed" && exit 1`,
            ].join('\n')),
        ];
    });
}
function filterOfRun(workflow) {
    const trigger = triggerOf(workflow, 'workflow_run');
    return trigger === undefined || workflow.triggers.length > 1
        ? []
        : (filterOf(trigger, 'workflows') ?? []);
}
function deploys(workflow, chain) {
    return (chain.runs.get(workflow) ?? []).some(({ job }) => (chain.deployments.get(job)?.length ?? 0) > 0);
}
// Whether a job runs after a skipped run as it does after a good one.
function goesOn(follower, { name }, chain) {
    const jobs = chain.runs.get(follower) ?? [];
    const skipped = runningJobs(jobs, afterEnd(chain, name, 'skipped'));
    const good = runningJobs(jobs, afterEnd(chain, name, 'success'));
    return jobs.some((job) => skipped.get(job) !== false && good.get(job) !== false);
}
// A condition that holds on none of the occasions on which its workflow starts.
function neverTrue(chain) {
    return [...chain.runs].flatMap(([workflow, jobs]) => {
        const occasionsWith = (refs) => occasionsOf(workflow, { ...chain, refs: [...chain.refs, ...refs] }).filter((occasion) => starts(occasion, workflow) !== 'no');
        const occasions = occasionsWith([]);
        if (occasions.length === 0 || workflow.triggers.some(({ event }) => event === 'workflow_call'))
            return [];
        return jobs
            .filter(({ caller }) => caller === undefined)
            .flatMap(({ job }) => {
            const text = job.condition === undefined ? undefined : conditionOf(job.condition.text);
            if (job.condition === undefined || text === undefined)
                return [];
            const spoken = refsSpokenOf(text);
            const tried = spoken.length === 0 ? occasions : occasionsWith(spoken);
            const holds = tried.some((occasion) => {
                const facts = factsOf(occasion, chain.repository);
                // Other jobs may fail, and other runs, too; a job that is skipped in forks runs in the original.
                const open = (path) => /\(\)$|conclusion$|^github\.repository/.test(path) ? undefined : facts(path);
                return truthOf(evaluate(text, open)) !== false;
            });
            // A condition that is false whatever happens is meant to be.
            const meant = truthOf(evaluate(text, () => undefined)) === false;
            if (holds || meant || asksForPart(text, workflow))
                return [];
            return [
                reportOf('silent-skip', workflow.path, job.condition.at, `The condition of \`${job.id}\` never holds: ${baseName(workflow.path)} starts by ${[...new Set(workflow.triggers.map(({ event }) => `\`${event}\``))].join(', ')}, and on none of these it is true. The job is always skipped.`, `Let the condition and \`on:\` speak of the same events and branches: \`if: ${text.replace(/\s+/g, ' ')}\`.`),
            ];
        });
    });
}
// A part of a name that a pattern lets in may be that of some branch.
function asksForPart(condition, workflow) {
    const push = triggerOf(workflow, 'push');
    const patterns = [...(push?.filters.get('branches') ?? []), ...(push?.filters.get('tags') ?? [])];
    const open = push !== undefined && (patterns.length === 0 || patterns.some(({ text }) => isPattern(text)));
    return open && /(?:With|contains)\s*\([^)]*github\.(?:ref|event\.ref)/i.test(condition);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/failed-builds.js







/** Jobs that need the build of an image, and deploy it, or start its deploy, also when the build failed. */
function deployAfterFailedBuild(chain) {
    return chain.workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => {
        const { condition } = job;
        const text = condition === undefined ? undefined : conditionOf(condition.text);
        if (condition === undefined || text === undefined)
            return [];
        if (!/\b(?:always|failure|cancelled)\s*\(/.test(text) || readsResults(job))
            return [];
        const build = workflow.jobs.find((other) => job.needs.some((need) => need.text === other.id) &&
            deploysAfter(other, job, workflow, text, chain));
        if (build === undefined)
            return [];
        return [
            reportOf('conclusion-unread', workflow.path, condition.at, `The job \`${job.id}\` deploys the image of \`${build.id}\`, or starts its deploy, also when \`${build.id}\` failed: \`if: ${text}\` in ${baseName(workflow.path)} holds all the same.`, `In the job \`${job.id}\`:\n    if: (${text}) && needs.${build.id}.result == 'success'`),
        ];
    }));
}
// A script may look at the results by itself.
function readsResults({ steps, env }) {
    const texts = [
        ...env.values(),
        ...steps.flatMap(({ run, env: own, inputs }) => [run, ...own.values(), ...inputs.values()]),
    ];
    return texts.some((text) => /\.result\b|toJSON\(\s*needs/i.test(text?.text ?? ''));
}
function deploysAfter(build, job, workflow, condition, chain) {
    const images = chain.builds.get(build) ?? [];
    if (images.length === 0)
        return false;
    const deploys = [
        ...(chain.deployments.get(job) ?? [])
            .filter(({ image }) => image === 'pulled' || image === 'likely')
            .filter((each) => images.some((built) => mayBeSame(built.images, each.images)))
            .map(({ step }) => step),
        ...chain.dispatches
            .filter((sent) => sent.job === job && workflowsStartedBy(sent, chain).some((to) => hasDeploy(to, chain)))
            .map(({ step }) => step),
    ];
    return occasionsOf(workflow, chain).some((occasion) => {
        if (starts(occasion, workflow) === 'no')
            return false;
        const good = factsOf(occasion, chain.repository);
        const facts = afterFailure(build.id, job, good);
        return (truthOf(evaluate(condition, facts)) === true &&
            // What only runs after a failure takes back, or tidies up.
            truthOf(evaluate(condition, good)) !== false &&
            deploys.some((step) => stepRuns(step, facts) === true));
    });
}
// The build failed, and what else the job needs went well.
function afterFailure(build, job, facts) {
    const status = {
        'always()': true,
        'success()': false,
        'failure()': true,
        'cancelled()': false,
    };
    const results = new Map(job.needs.map(({ text }) => [
        `needs.${text.toLowerCase()}.result`,
        text === build ? 'failure' : 'success',
    ]));
    return (path) => {
        if (path.endsWith('.result'))
            return results.get(path);
        return Object.hasOwn(status, path) ? status[path] : facts(path);
    };
}
function hasDeploy({ jobs }, chain) {
    return jobs.some((job) => (chain.deployments.get(job)?.length ?? 0) > 0);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/environments.js


/** Deploys to production without an environment. */
function environmentMissing(chain) {
    const seen = new Set();
    return [...chain.runs.values()].flat().flatMap((runJob) => {
        const { job, workflow } = runJob;
        const deploys = (chain.deployments.get(job) ?? []).filter(({ kind }) => kind === 'server');
        // A host is a name, too: `secrets.PROD_HOST`.
        const steps = deploys.flatMap(({ step }) => [step.name, step.inputs.get('host')?.text ?? '']);
        if (deploys.length === 0 ||
            seen.has(job) ||
            job.environment !== undefined ||
            job.uses !== undefined)
            return [];
        if (!isForProduction(runJob, steps))
            return [];
        seen.add(job);
        return [
            reportOf('environment-missing', workflow.path, job.at, `The job \`${job.id}\` deploys to production without an environment: no reviewer is asked, and GitHub keeps no record of it.`, `In the job \`${job.id}\`:\n    environment: production`),
        ];
    });
}
// By names alone, the job's before its workflow's: what is in a script may be the name of a file.
function isForProduction({ job, workflow, caller }, steps) {
    const own = [job.id, job.name, ...steps, job.concurrency?.group?.text ?? ''];
    if (own.some(isOtherStage))
        return false;
    if (own.some(isProduction))
        return true;
    if (workflow.jobs.some(({ id, name }) => isOtherStage(id) || isProduction(id) || isOtherStage(name)))
        return false;
    const shared = [workflow.name.replace(/^.*\//, ''), baseName(workflow.path)];
    if (shared.some(isOtherStage))
        return false;
    const started = workflow.triggers.map(environments_namesOf);
    return ([...shared, workflow.concurrency?.group?.text ?? ''].some(isProduction) ||
        started.some((names) => names.length > 0 && names.every(isProduction)) ||
        (caller !== undefined && isForProduction(caller, [])));
}
// The branches of a push, the types of an event.
function environments_namesOf(trigger) {
    return filterOf(trigger, 'branches') ?? filterOf(trigger, 'types') ?? [];
}
function isProduction(name) {
    const stands = /(?:^|[^a-z])(?:prod|production|prd)(?:[^a-z]|$)/i.test(name) ||
        /[A-Za-z]Prod(?:uction)?(?:[^a-z]|$)/.test(name);
    return stands && !/(?:pre|non|not)[-_ ]?prod/i.test(name);
}
function isOtherStage(name) {
    return /(?:^|[^a-z])(?:staging|stage(?! ?\d)|stg|dev|develop|development|test|qa|uat|preview|sandbox|demo)(?:[^a-z]|$)/i.test(name);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/events.js



/** Events that are sent to this repository and start nothing. */
function eventUnheard(chain) {
    return chain.dispatches
        .filter((sent) => sent.repository === 'here' &&
        sent.target !== undefined &&
        !/^\d+$/.test(sent.target) &&
        workflowsStartedBy(sent, chain).length === 0)
        .map((sent) => sent.kind === 'repository_dispatch' ? unheardType(sent, chain) : unheardWorkflow(sent, chain));
}
function unheardType(sent, { workflows }) {
    const target = sent.target ?? '';
    const types = workflows.flatMap((workflow) => {
        const trigger = triggerOf(workflow, 'repository_dispatch');
        const listened = trigger === undefined ? [] : (filterOf(trigger, 'types') ?? []);
        return listened.map((type) => ({ type, path: workflow.path }));
    });
    const [near] = types.toSorted((a, b) => apart(a.type, target) - apart(b.type, target));
    const listed = types.map(({ type, path }) => `\`${type}\` (${baseName(path)})`).slice(0, 5);
    return reportOf('event-unheard', sent.step.file, sent.at, `${sent.tool} sends \`${target}\`, and no workflow here listens to it${listed.length === 0 ? '' : `; they listen to ${listed.join(', ')}`}.`, near !== undefined && isNear(near.type, target)
        ? `Send \`${near.type}\`, which ${baseName(near.path)} listens to.`
        : `In the workflow that is meant:\non:\n  repository_dispatch:\n    types: [${target}]`);
}
function unheardWorkflow(sent, { workflows }) {
    const target = sent.target ?? '';
    const named = workflows.find((workflow) => isNamed(workflow, target));
    if (named !== undefined)
        return reportOf('event-unheard', sent.step.file, sent.at, `${sent.tool} starts ${baseName(named.path)}, which has no \`workflow_dispatch\` trigger: GitHub refuses it.`, `In ${named.path}:\non:\n  workflow_dispatch:`);
    const files = workflows.map(({ path }) => baseName(path));
    const [near] = files.toSorted((a, b) => apart(a, target) - apart(b, target));
    return reportOf('event-unheard', sent.step.file, sent.at, `${sent.tool} starts \`${target}\`, and there is no such workflow here${near === undefined ? '' : `; the nearest is ${near}`}.`, near === undefined ? 'Name a workflow that is there.' : `Name ${near}, if that is meant.`);
}
/** Types that are listened to, and that nobody sends although others are sent here. */
function eventUnsent(chain) {
    const sent = chain.dispatches.filter(({ kind, repository }) => kind === 'repository_dispatch' && repository !== 'elsewhere');
    const types = sent.flatMap(({ target }) => target ?? []);
    // A type that only the run knows may be any.
    if (types.length === 0 || types.length < sent.length)
        return [];
    return chain.workflows.flatMap((workflow) => {
        const trigger = triggerOf(workflow, 'repository_dispatch');
        return (trigger?.filters.get('types') ?? [])
            .filter(({ text }) => !types.includes(text))
            .flatMap(({ text, at }) => {
            const near = types.filter((type) => isNear(type, text));
            const dead = workflow.triggers.length === 1 && trigger?.filters.get('types')?.length === 1;
            if (near.length === 0 && !dead)
                return [];
            const others = [...new Set(types)].map((type) => `\`${type}\``).slice(0, 5);
            return [
                reportOf('event-unsent', workflow.path, at, `Nothing here sends \`${text}\`; what is sent is ${others.join(', ')}.`, near[0] === undefined
                    ? `Listen to what is sent, or send it: \`event-type: ${text}\`.`
                    : `types: [${near[0]}]`),
            ];
        });
    });
}
/** How many letters are between two names, whatever their case. */
function apart(a, b) {
    return (0,mod/* distance */.Io)(a.toLowerCase(), b.toLowerCase());
}
/** Whether one name is likely the other, misspelt. */
function isNear(a, b) {
    const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
    const limit = Math.max(2, Math.floor(longer.length / 4));
    const flat = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
    return (apart(a, b) <= limit ||
        flat(a) === flat(b) ||
        (shorter.length > 3 && flat(longer).startsWith(flat(shorter))));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/branches-never-match.js



/** Filters of branches and tags that nothing can pass. */
function branchesNeverMatch(chain) {
    return chain.workflows.flatMap((workflow) => workflow.triggers.flatMap((trigger) => [
        ...['branches', 'tags'].flatMap((filter) => impossible(workflow, trigger, filter)),
        ...(trigger.event === 'workflow_run' ? headBranch(workflow, trigger, chain) : []),
    ]));
}
function impossible(workflow, trigger, filter) {
    const patterns = trigger.filters.get(filter) ?? [];
    const full = patterns.filter(({ text }) => /^!?refs\/(?:heads|tags)\//.test(text));
    if (full.length > 0)
        return full.map((pattern) => fullName(workflow, filter, pattern));
    const [first] = patterns;
    if (first === undefined)
        return [];
    const positive = patterns.filter(({ text }) => !text.startsWith('!'));
    if (positive.length === 0)
        return [
            reportOf('branches-never-match', workflow.path, first.at, `\`${filter}:\` of \`${trigger.event}\` only takes names back (\`${first.text}\`), so that none is left.`, `${filter}-ignore: [${patterns.map(({ text }) => text.slice(1)).join(', ')}]`),
        ];
    const texts = patterns.map(({ text }) => text);
    if (positive.some(({ text }) => isPattern(text) || passes(texts, text)))
        return [];
    return [
        reportOf('branches-never-match', workflow.path, first.at, `\`${filter}:\` of \`${trigger.event}\` takes back each name that it lets in.`, `${filter}: [${positive.map(({ text }) => text).join(', ')}]`),
    ];
}
function fullName(workflow, filter, { text, at }) {
    return reportOf('branches-never-match', workflow.path, at, `\`${filter}:\` is compared with names such as \`main\`, never with \`refs/…\`: \`${text}\` matches none.`, text.replace(/refs\/(?:heads|tags)\//, ''));
}
// `branches:` of workflow_run is compared with the branch that the workflow before ran for.
function headBranch(workflow, trigger, chain) {
    const patterns = trigger.filters.get('branches');
    const upstreams = upstreamsOf(workflow, chain);
    const wanted = patterns?.map(({ text }) => text) ?? [];
    if (patterns?.[0] === undefined || upstreams.length === 0)
        return [];
    const branches = upstreams.map((upstream) => branchesOf(upstream, chain.repository.defaultBranch));
    const known = branches.flatMap((list) => list ?? []);
    if (branches.includes(undefined) || known.some((branch) => passes(wanted, branch)))
        return [];
    return [
        reportOf('branches-never-match', workflow.path, patterns[0].at, `${upstreams.map(({ path }) => baseName(path)).join(', ')} runs for ${known.map((name) => `\`${name}\``).join(', ')} alone, which \`branches: [${wanted.join(', ')}]\` does not let through: this workflow never starts by it.`, `branches: [${known.join(', ')}]`),
    ];
}
// The branches that a workflow runs for; `undefined` when it may be any.
function branchesOf(workflow, defaultBranch) {
    const found = [];
    for (const trigger of workflow.triggers) {
        if (['workflow_run', 'repository_dispatch', 'schedule'].includes(trigger.event)) {
            if (defaultBranch === undefined)
                return undefined;
            found.push(defaultBranch);
        }
        else if (trigger.event === 'push') {
            const branches = filterOf(trigger, 'branches');
            if (branches?.some(isPattern) !== false || trigger.filters.has('tags'))
                return undefined;
            found.push(...branches.map(exampleOf));
        }
        else
            return undefined;
    }
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/listener-off-default-branch.js


/** Workflows that must be on the default branch, and are not. */
function listenerOffDefaultBranch(chain, defaultBranchFiles) {
    if (defaultBranchFiles === undefined)
        return [];
    return chain.workflows.flatMap((workflow) => {
        const trigger = ['repository_dispatch', 'workflow_run', 'workflow_dispatch', 'schedule']
            .map((event) => triggerOf(workflow, event))
            .find((found) => found !== undefined);
        if (trigger === undefined || defaultBranchFiles.includes(workflow.path))
            return [];
        return [
            reportOf('listener-off-default-branch', workflow.path, trigger.at, `${baseName(workflow.path)} listens to \`${trigger.event}\`, but is not on the default branch${chain.repository.defaultBranch === undefined ? '' : ` (${chain.repository.defaultBranch})`}: GitHub does not find it.`, 'Merge it into the default branch before anything sends the event.'),
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/injection.js






/**
 * What others than those who may push can write, and payloads.
 * Source: https://docs.github.com/actions/concepts/security/script-injections
 */
const untrusted = /^github\.(?:head_ref|event|event\.(?:issue|pull_request|comment|review|discussion|head_commit|commits|workflow_run|release)|event\.(?:issue|pull_request|discussion|milestone)\.(?:title|body)|event\.(?:comment|review|review_comment)\.body|event\.pages\..*\.page_name|event\.(?:head_commit|commits\..*|workflow_run\.head_commit)\.(?:message|author\.(?:email|name))|event\.pull_request\.head\.(?:ref|label|repo\.default_branch)|event\.workflow_run\.(?:head_branch|display_title|head_repository\.description|pull_requests\..*\.head\.ref)|event\.client_payload(?:\..*)?|event\.release\.(?:name|body)|event\.ref_name)$/;
/** Functions whose result is no text of theirs. */
const harmless = [
    'contains',
    'startswith',
    'endswith',
    'hashfiles',
    'always',
    'success',
    'failure',
    'cancelled',
];
/** Values of an event that become part of a script. */
function scriptInjection({ workflows }) {
    const seen = new Set();
    return workflows
        .flatMap((workflow) => workflow.jobs.flatMap((job) => job.steps.flatMap((step) => {
        const env = envOf(workflow, job, step);
        return scriptsOf(step).flatMap((script) => injections(step, script, env));
    })))
        .filter(({ place: { file, line, column } }) => {
        const key = `${file}:${line}:${column}`;
        return !seen.has(key) && seen.add(key).has(key);
    });
}
function scriptsOf(step) {
    const inputs = /github-script$|ssh/.test(actionOf(step)) ? [step.inputs.get('script')] : [];
    return [step.run, ...inputs].flatMap((script) => script ?? []);
}
function injections(step, script, env) {
    return expressionsIn(script.text).flatMap(({ text, offset }) => {
        const expression = parseExpression(text);
        const path = expression === undefined ? undefined : injected(expression, env);
        if (path === undefined)
            return [];
        const name = variableFor(path);
        const remote = step.run === undefined && actionOf(step).includes('ssh');
        return [
            reportOf('script-injection', step.file, positionIn(script, offset), `\`\${{ ${text.replace(/\s+/g, ' ')} }}\` becomes part of the script before a shell reads it: who can write \`${path}\` runs commands here.`, [
                'In the step:',
                '  env:',
                `    ${name}: \${{ ${text.replace(/\s+/g, ' ')} }}`,
                ...(remote ? ['  with:', `    envs: ${name}`] : []),
                step.run === undefined && !remote
                    ? `and in the script process.env.${name}`
                    : `and in the script "$${name}"`,
            ].join('\n')),
        ];
    });
}
/** The path of an untrusted value that becomes part of the result, by itself or in a variable of `env`. */
function injected(expression, env) {
    if (expression instanceof ast/* Grouping */.aU)
        return injected(expression.group, env);
    if (expression instanceof ast/* Unary */._c || expression instanceof ast/* Binary */.yI)
        return undefined;
    if (expression instanceof ast/* Logical */.oD) {
        // The left side of `&&` only decides.
        const sides = expression.operator.lexeme === '&&' ? expression.args.slice(-1) : expression.args;
        return first(sides, env);
    }
    if (expression instanceof ast/* FunctionCall */.R6)
        return harmless.includes(expression.functionName.lexeme.toLowerCase())
            ? undefined
            : first(expression.args, env);
    const path = pathOf(expression);
    if (path === undefined)
        return undefined;
    return untrusted.test(path) ? path : inVariable(path, env);
}
function inVariable(path, env) {
    const value = /^env\.([\w-]+)$/.exec(path)?.[1];
    const text = value === undefined ? undefined : env.get(value);
    // A variable of a variable is nobody's: what is in `env` is not looked up again.
    return text === undefined
        ? undefined
        : first(expressionsIn(text).flatMap((found) => parseExpression(found.text) ?? []), new Map());
}
function first(expressions, env) {
    return expressions.map((each) => injected(each, env)).find((path) => path !== undefined);
}
function variableFor(path) {
    const last = path
        .split('.')
        .filter((part) => part !== '*')
        .at(-1) ?? 'value';
    return last.toUpperCase().replace(/\W/g, '_');
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/loops.js






/** Workflows that start each other without end. */
function loop(chain) {
    const all = startsOf(chain);
    const reported = new Set();
    return all.flatMap((start) => {
        if (reported.has(start.from))
            return [];
        const back = way(start.to, start.from, all);
        if (back === undefined)
            return [];
        const round = [start.from, ...back];
        round.forEach((workflow) => reported.add(workflow));
        return [
            reportOf('loop', start.file, start.at, `${[...round, start.from]
                .map(({ path }) => baseName(path))
                .filter((name, index, names) => name !== names[index - 1] || names.length === 2)
                .join(' → ')}: these workflows start each other without end.`, `Take the trigger out of one of them, or send the event only under a condition that ends, for example \`if: github.event_name == 'push'\`.`),
        ];
    });
}
function startsOf(chain) {
    return [...chain.runs.keys()].flatMap((from) => [
        ...upstreamsOf(from, chain).map((upstream) => ({
            from: upstream,
            to: from,
            file: from.path,
            at: triggerOf(from, 'workflow_run')?.at ?? from.at,
        })),
        ...dispatchesOfRun(from, chain)
            .filter((sent) => isSentEachTime(sent, from, chain))
            .flatMap((sent) => workflowsStartedBy(sent, chain).map((to) => ({
            from,
            to,
            file: sent.step.file,
            at: sent.at,
        }))),
    ]);
}
// The loop goes on only when the event is sent again in a run that an event started.
function isSentEachTime(sent, workflow, chain) {
    const byEvent = workflow.triggers.filter(({ event }) => ['repository_dispatch', 'workflow_dispatch', 'workflow_run'].includes(event));
    return byEvent.some((trigger) => {
        const { event } = trigger;
        const listened = event === 'repository_dispatch' ? filterOf(trigger, 'types') : undefined;
        const own = sent.kind === event && sent.target !== undefined ? sent.target : '';
        const types = listened?.includes(own) === true ? [own] : (listened ?? [undefined]);
        return types.every((type) => isSentAfter(sent, workflow, event, type, chain));
    });
}
function isSentAfter(sent, workflow, event, type, chain) {
    const occasion = {
        event,
        says: event,
        ...(type === undefined ? {} : { action: type }),
    };
    const jobs = chain.runs.get(workflow) ?? [];
    const running = runningJobs(jobs, (called) => factsOf(occasion, chain.repository, called));
    const job = jobs.find((each) => each.job === sent.job);
    if (job === undefined || !sent.always || running.get(job) !== true)
        return false;
    const facts = factsOf(occasion, chain.repository, job.caller !== undefined);
    const condition = sent.step.condition === undefined ? undefined : conditionOf(sent.step.condition.text);
    return condition === undefined
        ? stepRuns(sent.step, facts) === true
        : truthOf(evaluate(condition, facts)) === true;
}
function way(from, to, all) {
    let ways = [[from]];
    const seen = new Set([from]);
    while (ways.length > 0) {
        const done = ways.find((each) => each.at(-1) === to);
        if (done !== undefined)
            return done.slice(0, -1);
        ways = ways.flatMap((each) => {
            const next = all.filter((start) => start.from === each.at(-1)).map((start) => start.to);
            return next
                .filter((workflow) => workflow === to || !seen.has(workflow))
                .map((workflow) => {
                seen.add(workflow);
                return [...each, workflow];
            });
        });
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/permissions.js




/** What deploy-kit's steps, and dispatches with the job's token, need and the job does not have. */
function permissionMissing(chain) {
    const seen = new Set();
    return [...chain.runs.values()].flat().flatMap((runJob) => runJob.job.steps.flatMap((step) => needsOf(step, runJob, chain)
        .flatMap((need) => {
        const lacking = lacks(runJob, need);
        return lacking === undefined ? [] : [{ need, lacking }];
    })
        .filter(({ need: { scope }, lacking: { workflow } }) => {
        const key = `${workflow.path} ${step.file}:${step.at.line}:${scope}`;
        return !seen.has(key) && seen.add(key).has(key);
    })
        .map(({ need, lacking }) => missing(need, step, runJob, lacking))));
}
// It is reported where it must be written: at the step, or at the job that calls the step's workflow.
function missing(need, step, runJob, lacking) {
    const { job, workflow } = lacking;
    const own = job.permissions !== undefined;
    const called = lacking !== runJob;
    return reportOf('permission-missing', called ? workflow.path : step.file, (called ? job.uses?.at : (need.at ?? (step.uses ?? step.run)?.at)) ??
        (called ? job.at : step.at), called
        ? `${need.for} in the job \`${runJob.job.id}\` of ${baseName(runJob.workflow.path)} needs \`${need.scope}: ${need.level}\`, which the job \`${job.id}\` does not have, and can't hand on.`
        : `${need.for} needs \`${need.scope}: ${need.level}\`, which the job \`${job.id}\` does not have.`, `Under \`permissions:\` of ${own ? `the job \`${job.id}\`` : baseName(workflow.path)}:\n  ${need.scope}: ${need.level}`);
}
function needsOf(step, { job, workflow }, chain) {
    const env = envOf(workflow, job, step);
    const sent = chain.dispatches
        .filter((each) => each.step === step && each.repository === 'here' && each.token === 'job')
        .map(({ kind, tool, at }) => ({
        ...(step.run === undefined ? {} : { at }),
        scope: kind === 'repository_dispatch' ? 'contents' : 'actions',
        level: 'write',
        for: `${tool} with the job's token`,
    }));
    return [...sent, ...ownNeeds(step, env)];
}
// What the guides of deploy-kit's actions say (actions/*/guide.md).
function ownNeeds(step, env) {
    const action = actionOf(step);
    const name = step.uses?.text.split('@')[0] ?? '';
    const given = (input) => inputOf(step.inputs, input)?.text;
    const ownToken = tokenOwner(given('github-token') ?? '${{ github.token }}') === 'job';
    const needs = [];
    if (action === 'build-and-dispatch' && pushesWithJobToken(step, env))
        needs.push({ scope: 'packages', level: 'write', for: `${name}, which pushes to ghcr.io,` });
    // The job's token is a password at ghcr.io alone.
    const reads = ['wait-for-image', 'deploy-compose', 'deploy-kit', 'preflight'].includes(action);
    if (reads && tokenOwner(given('registry-password')) === 'job')
        needs.push({ scope: 'packages', level: 'read', for: `${name}, which reads ghcr.io,` });
    const asks = /^\s*-?\s*(?:environment|workflow)\s*:/m.test(given('checks') ?? '');
    if (action === 'preflight' && ownToken && asks)
        needs.push({ scope: 'actions', level: 'read', for: `${name}, which looks at \`checks\`,` });
    const waits = given('wait');
    if ((action === 'dispatch' || action === 'build-and-dispatch') &&
        ownToken &&
        (waits === 'started' || waits === 'completed'))
        needs.push({ scope: 'actions', level: 'read', for: `${name} with \`wait: ${waits}\`` });
    const records = ['deploy-compose', 'deploy-kit', 'rollback'].includes(action);
    if (records && ownToken && given('environment') !== undefined)
        needs.push({ scope: 'deployments', level: 'write', for: `${name} with \`environment\`` });
    return needs;
}
function pushesWithJobToken(step, env) {
    const image = untaggedName(resolve(inputOf(step.inputs, 'image')?.text ?? '', env));
    const password = inputOf(step.inputs, 'registry-password')?.text;
    return image.startsWith('ghcr.io/') && (password === undefined || tokenOwner(password) === 'job');
}
// The nearest `permissions:` counts; a called workflow gets no more than its caller has.
function lacks(runJob, need) {
    const { job, workflow, caller } = runJob;
    const permissions = job.permissions ?? workflow.permissions;
    if (permissions !== undefined && !grants(permissions, need.scope, need.level))
        return runJob;
    return caller && lacks(caller, need);
}
function grants(permissions, scope, level) {
    if (permissions.kind === 'scalar')
        return (permissions.text === 'write-all' || (level === 'read' && permissions.text === 'read-all'));
    if (entriesOf(permissions).some(({ key }) => key.includes('${{')))
        return true;
    const granted = scalarOf(permissions, scope)?.text;
    return granted === 'write' || granted === level;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/contenders.js


/** The jobs that an occasion starts of a workflow. */
function contendersIn(root, occasion, chain) {
    const started = starts(occasion, root);
    if (started === 'no')
        return [];
    const jobs = chain.runs.get(root) ?? [];
    const running = runningJobs(jobs, (called) => factsOf(occasion, chain.repository, called));
    return jobs
        .filter((runJob) => running.get(runJob) !== false)
        .map((runJob) => ({
        root,
        occasion,
        runJob,
        certain: started === 'always' && running.get(runJob) === true,
    }));
}
/** Whether a step runs, or may run, when its job does. */
function happens({ step }, { occasion, runJob }, chain) {
    const facts = factsOf(occasion, chain.repository, runJob.caller !== undefined);
    return stepRuns(step, facts) !== false;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/releases.js



/** Actions that make a release, with the input of their token and the default. */
const releasers = {
    'softprops/action-gh-release': { token: ['token'], ownToken: true },
    'ncipollo/release-action': { token: ['token'], ownToken: true },
    'googleapis/release-please-action': { token: ['token'], ownToken: true },
    'google-github-actions/release-please-action': { token: ['token'], ownToken: true },
    'actions/create-release': { token: [], ownToken: false },
    'cycjimmy/semantic-release-action': { token: [], ownToken: false },
    'elgohr/github-release-action': { token: [], ownToken: false },
    'marvinpinto/action-automatic-releases': { token: ['repo_token'], ownToken: false },
};
/** Actions that push a tag, likewise. */
const taggers = {
    'anothrnick/github-tag-action': { token: [], ownToken: false },
    'klemensas/action-autotag': { token: [], ownToken: false },
    'mathieudutour/github-tag-action': { token: ['github_token'], ownToken: false },
    'rickstaa/action-create-tag': { token: ['github_token'], ownToken: true },
};
/** The first tag or release that a job makes with the token of its own: what follows it is of the same. */
function madeIn(workflow, job) {
    return job.steps
        .flatMap((step) => madeBy(step, job, envOf(workflow, job, step)) ?? [])
        .map((made) => ({ ...made, withTag: pushesAsJob(job) }))
        .slice(0, 1);
}
/** Whether a step publishes a release, with whatever token. */
function makesRelease(step) {
    const action = actionOf(step);
    return (Object.hasOwn(releasers, action) ||
        action === 'goreleaser/goreleaser-action' ||
        /\bgh\s+release\s+(?:create|edit)\b|\bsemantic-release\b|\bgoreleaser\s+release\b/.test(effective(step.run?.text ?? '')));
}
function madeBy(step, job, env) {
    const action = actionOf(step);
    const releaser = Object.hasOwn(releasers, action) ? releasers[action] : undefined;
    const tagger = Object.hasOwn(taggers, action) ? taggers[action] : undefined;
    if (releaser !== undefined)
        return releases_byAction(step, 'release', releaser, env);
    if (tagger !== undefined)
        return releases_byAction(step, 'tag', tagger, env);
    if (step.run === undefined)
        return undefined;
    const script = effective(step.run.text);
    const draft = /\bgh\s+release\s+create\b[^\n]*(?:--draft|\s-d\b)/.test(script.replace(/\\\r?\n/g, ' '));
    if (/\bgh\s+release\s+create\b/.test(script) && !draft && commandLineToken(env) === 'job')
        return { step, what: 'release', by: '`gh release create`' };
    const released = /\b(?:npx|yarn|pnpm|pnpx|bunx)\s[^\n]*\bsemantic-release\b/.test(script);
    if (released && tokenOwner(env.get('gh_token') ?? env.get('github_token')) === 'job')
        return { step, what: 'release', by: 'semantic-release' };
    if (pushesVersionTag(script) && pushesAsJob(job))
        return { step, what: 'tag', by: '`git push`' };
    return undefined;
}
function releases_byAction(step, what, { token, ownToken }, env) {
    if (/^(?!false$)./.test(inputOf(step.inputs, 'draft')?.text ?? ''))
        return undefined;
    const given = inputOf(step.inputs, ...token)?.text ?? env.get('github_token');
    const kind = given === undefined && ownToken ? 'job' : tokenOwner(given);
    return kind === 'job' ? { step, what, by: step.uses?.text.split('@')[0] ?? '' } : undefined;
}
function pushesVersionTag(script) {
    return (/\bgit\s+tag\s/.test(script) &&
        /\bgit\s+push\b[^\n]*(?:--tags|--follow-tags|refs\/tags|\btag\b|\s["']?v?\$)/i.test(script));
}
// checkout leaves the token that it was given for git; another key or address is somebody else's.
function pushesAsJob(job) {
    const other = /\bremote\s+set-url\b|https:\/\/[^\s]*@|\bgit\s+config\b[^\n]*(?:insteadOf|extraheader)|\bssh-add\b/i;
    return job.steps.every((step) => {
        const token = inputOf(step.inputs, 'token')?.text;
        if (/ssh-agent|ssh-key-action/.test(actionOf(step)) || other.test(step.run?.text ?? ''))
            return false;
        return (actionOf(step) !== 'actions/checkout' ||
            (inputOf(step.inputs, 'ssh-key') === undefined &&
                inputOf(step.inputs, 'persist-credentials')?.text !== 'false' &&
                (token === undefined || tokenOwner(token) === 'job')));
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/waits.js


/** Actions that wait until an image, a check or another workflow is there. */
const waiting = /^(?:wait-for-image|deploy-kit)$|wait-on-check|wait-for-check|wait-for-workflow|wait-other-jobs|workflow-run-wait|wait-for-status|wait-for-it|wait-for-action|github-checks-wait|wait-for-docker|wait-for-image|wait-for-run/;
/** Actions that repeat a command until it succeeds. */
const retrying = /(?:^|\/)(?:retry|retry-step|retry-action|action-retry)$/;
/** Commands that look at a registry or a run, and words that make them wait. */
const looks = /\bdocker\s+(?:buildx\s+imagetools|manifest)\s+inspect\b|\bdocker\s+(?:image\s+)?pull\b|\bcompose\b[^\n;&|]*\spull\b|\bskopeo\s+inspect\b|\b(?:crane|regctl)\s+(?:digest|manifest|ls|image)\b|\bgh\s+(?:run|api|pr\s+checks)\b|\baz\s+acr\s+repository\b|\baws\s+ecr\s+(?:describe|wait)|\bgcloud\s+artifacts\b|\/v2\/\S+\/manifests\//;
const loops = /\b(?:until|while|for)\b/;
const waitsItself = /\bgh\s+run\s+watch\b|\bgh\s+pr\s+checks\b[^\n]*--watch\b|\baws\s+ecr\s+wait\b/;
/** Whether a job waits for something that another workflow makes, on its runner or on a server. */
function waitsForOthers(job) {
    return job.steps.some((step) => {
        if (waiting.test(actionOf(step)))
            return true;
        const repeats = retrying.test(actionOf(step));
        return [step.run, step.inputs.get('script'), step.inputs.get('command')].some((text) => {
            const script = effective(text?.text ?? '');
            if (waitsItself.test(script))
                return true;
            return looks.test(script) && (repeats || (loops.test(script) && /\bsleep\b/.test(script)));
        });
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/races.js









/** The race of a deploy with one of the builds; `undefined` where something orders them. */
function raceOf(moment, deploy, builds, chain) {
    const earlier = [deploy.runJob, ...run_jobs_before(deploy.runJob)];
    const waits = earlier.some(({ job }) => waitsForOthers(job));
    for (const deployment of chain.deployments.get(deploy.runJob.job) ?? []) {
        if (deployment.image === 'none' || !happens(deployment, deploy, chain))
            continue;
        const same = (runJob) => (chain.builds.get(runJob.job) ?? []).some(({ images }) => mayBeSame(images, deployment.images));
        if (earlier.some(same))
            continue;
        const build = builds.find((candidate) => pushesImage(candidate, deployment, chain) &&
            unordered(candidate, deploy, chain) &&
            isMeant(deployment, candidate, deploy.root, chain));
        if (build === undefined || (waits && !leadsTo(build.root, deploy.root, chain)))
            continue;
        const sometimes = !build.certain || !deploy.certain;
        return { moment, build, deploy, deployment, sometimes, waits };
    }
    return undefined;
}
function unordered(build, deploy, chain) {
    if (build.root !== deploy.root)
        return !(deploy.occasion.event === 'release' &&
            build.occasion.event === 'push' &&
            isReleased(build, chain));
    return (build.occasion === deploy.occasion &&
        build.runJob.job !== deploy.runJob.job &&
        !comesAfter(deploy.runJob, build.runJob) &&
        !comesAfter(build.runJob, deploy.runJob));
}
// Whether the run of the build itself publishes the release, after it.
function isReleased({ root, runJob }, chain) {
    return (chain.runs.get(root) ?? []).some((other) => {
        if (comesAfter(other, runJob))
            return other.job.steps.some(makesRelease);
        const built = chain.builds.get(runJob.job)?.map(({ step }) => runJob.job.steps.indexOf(step));
        return (other === runJob &&
            runJob.job.steps.some((step, at) => makesRelease(step) && built?.every((each) => each < at)));
    });
}
function pushesImage(contender, deployment, chain) {
    const { occasion, runJob } = contender;
    const facts = factsOf(occasion, chain.repository, runJob.caller !== undefined);
    return (chain.builds.get(runJob.job) ?? []).some((build) => {
        if (!happens(build, contender, chain) || !mayBeSame(build.images, deployment.images))
            return false;
        const condition = build.when === undefined ? undefined : conditionOf(build.when);
        return (condition === undefined || truthOf(evaluate(condition, factsIn(build.step, facts))) !== false);
    });
}
// Where it can't be told that a deploy runs the image, it is meant to when it also starts on the build's end or by
// its event; a script or a manifest is, too, when both stand in one workflow.
function isMeant(deployment, build, deploy, chain) {
    if (build.root !== deploy && leadsTo(build.root, deploy, chain))
        return true;
    if (deployment.images.length === 0 && isDeployedElsewhere(build, deployment, chain))
        return false;
    return deployment.image === 'pulled' || (build.root === deploy && deployment.image === 'likely');
}
// A deploy that names no image is of another project, such as a proxy, when what is built already has a deploy that
// waits for it, in another folder.
function isDeployedElsewhere({ root, runJob }, deployment, chain) {
    const folder = folderOf(deployment);
    if (folder === undefined)
        return false;
    return [...chain.runs].some(([other, jobs]) => jobs.some((job) => (other === root
        ? job === runJob || comesAfter(job, runJob)
        : leadsTo(root, other, chain)) &&
        (chain.deployments.get(job.job) ?? []).some((each) => {
            const itsFolder = folderOf(each);
            return each.image !== 'none' && itsFolder !== undefined && itsFolder !== folder;
        })));
}
// Undefined, too, where the run decides it.
function folderOf({ place }) {
    const folder = place?.slice(place.lastIndexOf(' ') + 1);
    return folder === undefined || /[${}]/.test(folder) ? undefined : folder;
}
// The deploy also starts on the build's end, or by its event.
function leadsTo(build, deploy, chain) {
    return (upstreamsOf(deploy, chain).includes(build) ||
        dispatchesOfRun(build, chain).some((sent) => workflowsStartedBy(sent, chain).includes(deploy)));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/find-races.js





/** All races of a checkout: one for each job that deploys. */
function findRaces(chain) {
    const found = new Map();
    for (const race of [...racesOfMoments(chain), ...racesOfEvents(chain)])
        if (!found.has(race.deploy.runJob.job))
            found.set(race.deploy.runJob.job, race);
    return [...found.values()];
}
function racesOfMoments(chain) {
    return momentsOf(chain).flatMap((moment) => {
        const running = [...chain.runs.keys()].flatMap((root) => moment.occasions.flatMap((occasion) => contendersIn(root, occasion, chain)));
        const builds = running.filter((each) => isBuilding(each, chain));
        return running.flatMap((deploy) => raceOf(moment, deploy, builds, chain) ?? []);
    });
}
function isBuilding({ runJob }, chain) {
    return (chain.builds.get(runJob.job)?.length ?? 0) > 0;
}
// A run that sends the event of a deploy before the image is there, or beside its build.
function racesOfEvents(chain) {
    return chain.dispatches.flatMap((sent) => {
        const listeners = workflowsStartedBy(sent, chain);
        if (listeners.length === 0)
            return [];
        const builds = [...chain.runs.keys()].flatMap((root) => stillBuilding(sent, root, chain));
        if (builds.length === 0)
            return [];
        const target = sent.target ?? '';
        const says = `\`${target}\``;
        const occasion = sent.kind === 'repository_dispatch'
            ? { event: sent.kind, action: target, says }
            : { event: sent.kind, says };
        return listeners
            .flatMap((listener) => contendersIn(listener, occasion, chain))
            .flatMap((deploy) => raceOf({ says, occasions: [occasion] }, deploy, builds, chain) ?? [])
            .filter(({ waits, deployment: { image } }) => !waits && image === 'pulled')
            .map((race) => ({ ...race, sent }));
    });
}
// The builds of a run that are not over when a step of it sends its event; none when another one is.
function stillBuilding(sent, root, chain) {
    for (const occasion of occasionsOf(root, chain)) {
        const running = contendersIn(root, occasion, chain);
        // A run may build, or only send the event: both must be certain.
        const sender = running.find(({ runJob, certain }) => runJob.job === sent.job && certain);
        if (sender === undefined || !happens(sent, sender, chain))
            continue;
        const builds = running.filter((each) => isBuilding(each, chain));
        if (!builds.every(({ certain }) => certain))
            continue;
        const isOver = ({ runJob }) => runJob === sender.runJob ? isBuiltBefore(sent, chain) : comesAfter(sender.runJob, runJob);
        if (builds.length > 0 && !builds.some(isOver))
            return builds;
    }
    return [];
}
function isBuiltBefore({ job, step }, chain) {
    const at = job.steps.indexOf(step);
    return (chain.builds.get(job) ?? []).some((build) => job.steps.indexOf(build.step) <= at);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/race.js



/** A build and the deploy of its image that one push starts, with nothing that orders them. */
function race(chain) {
    return findRaces(chain).map((found) => found.sent !== undefined
        ? tooEarly(found, found.sent)
        : found.build.root === found.deploy.root
            ? withinOne(found)
            : betweenTwo(found, chain));
}
function withinOne({ moment, sometimes, build, deploy, deployment }) {
    const builder = outermost(build.runJob);
    const deployer = outermost(deploy.runJob);
    const [first, second] = builder.job === deployer.job ? [build.runJob, deploy.runJob] : [builder, deployer];
    const needs = [...second.job.needs.map(({ text }) => text), first.job.id];
    return reportOf('race', second.workflow.path, second.job.at, `${capital(moment.says)} starts the job \`${second.job.id}\`, which deploys (${deployment.tool}), beside \`${first.job.id}\`, which pushes the image${often(sometimes)}.`, `In the job \`${second.job.id}\`: \`needs: ${needs.length === 1 ? needs.join('') : `[${needs.join(', ')}]`}\``);
}
function tooEarly({ sometimes, build, deploy, deployment }, sent) {
    const builder = build.runJob.job;
    return reportOf('race', sent.step.file, sent.at, `${sent.tool} starts \`${deploy.runJob.job.id}\` in ${baseName(deploy.root.path)}, which deploys (${deployment.tool}), before \`${builder.id}\`, which pushes the image, is over${often(sometimes)}.`, sent.job === builder
        ? 'Move this step below the one that pushes the image.'
        : `In the job \`${sent.job.id}\`: \`needs: ${builder.id}\``);
}
function betweenTwo({ moment, sometimes, waits, build, deploy, deployment }, chain) {
    const trigger = triggerOf(deploy.root, deploy.occasion.event);
    const comesOfIt = waits
        ? 'it waits for the image, and the end of the build then starts it once more'
        : 'nothing orders them, so the deploy may run before its image is there';
    const report = reportOf('race', deploy.root.path, trigger?.at ?? deploy.root.at, `${capital(moment.says)} starts \`${deploy.runJob.job.id}\` here, which deploys (${deployment.tool}), and \`${build.runJob.job.id}\` in ${baseName(build.root.path)}, which pushes the image${often(sometimes)}: ${comesOfIt}.`, fixBetween(build.root, deploy.root, deploy.occasion.event, chain));
    return waits ? { ...report, verdict: 'warn' } : report;
}
function fixBetween(build, deploy, event, chain) {
    const sent = dispatchesOfRun(build, chain).some((one) => workflowsStartedBy(one, chain).includes(deploy));
    const followed = upstreamsOf(deploy, chain).includes(build);
    if (event !== 'workflow_run' && (sent || followed))
        return `Take \`${event}:\` out of \`on:\` in ${baseName(deploy.path)}: ${sent ? `the event that ${baseName(build.path)} sends` : `\`workflow_run\``} starts it when the image is there.`;
    const [type] = race_eventTypes(deploy);
    if (type !== undefined)
        return `Take \`${event}:\` out of \`on:\` in ${baseName(deploy.path)}, and let ${baseName(build.path)} send \`${type}\` when the image is there.`;
    return [
        `Start ${baseName(deploy.path)} by the build instead of \`${event}:\`, and only when it succeeded:`,
        'on:',
        '  workflow_run:',
        `    workflows: [${JSON.stringify(build.name)}]`,
        '    types: [completed]',
        'jobs:',
        '  deploy:',
        "    if: github.event.workflow_run.conclusion == 'success'",
    ].join('\n');
}
function race_eventTypes(workflow) {
    const trigger = triggerOf(workflow, 'repository_dispatch');
    return trigger === undefined ? [] : (filterOf(trigger, 'types') ?? []);
}
function outermost(job) {
    return job.caller === undefined ? job : outermost(job.caller);
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function often(sometimes) {
    return sometimes ? ' (not always: it depends on conditions or on the files that changed)' : '';
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/secrets.js





/** Secrets that a called workflow does not get. */
function secretUndeclared({ workflows }) {
    const calls = workflows.flatMap((workflow) => workflow.jobs.flatMap((job) => {
        const called = workflows.find(({ path }) => path === calledPath(job));
        return called === undefined ? [] : [{ workflow, job, called }];
    }));
    return [
        ...calls.flatMap(({ workflow, job, called }) => notHandedOn(workflow, job, called)),
        ...workflows.flatMap((called) => {
            const without = calls.find((call) => call.called === called && call.job.secrets !== 'all');
            return without === undefined ? [] : undeclared(called, without.workflow);
        }),
    ];
}
function notHandedOn(workflow, job, called) {
    if (job.secrets === 'all' || job.uses === undefined)
        return [];
    const handed = job.secrets.map(({ name }) => name.toLowerCase());
    const declared = triggerOf(called, 'workflow_call')?.secrets ?? [];
    const place = job.uses.at;
    const missing = declared.filter(({ name, required }) => required && !handed.includes(name.toLowerCase()));
    const unknown = job.secrets.filter(({ name }) => declared.every((each) => each.name.toLowerCase() !== name.toLowerCase()));
    return [
        ...missing.map(({ name }) => reportOf('secret-undeclared', workflow.path, place, `${baseName(called.path)} requires the secret \`${name}\`, which the job \`${job.id}\` does not hand on: GitHub refuses the workflow.`, `In the job \`${job.id}\`:\n    secrets:\n      ${name}: \${{ secrets.${name} }}`)),
        ...unknown.map(({ name, at }) => reportOf('secret-undeclared', workflow.path, at, `${baseName(called.path)} does not declare the secret \`${name}\`: GitHub refuses the workflow.`, declaration(called, name))),
    ];
}
function undeclared(called, caller) {
    const declared = triggerOf(called, 'workflow_call')?.secrets.map(({ name }) => name.toLowerCase()) ?? [];
    const seen = new Set(['github_token', ...declared]);
    // A job with an environment gets that one's secrets by itself.
    const without = called.jobs.filter(({ environment }) => environment === undefined);
    const shared = without.length === called.jobs.length ? [...called.env.values()] : [];
    return [...shared, ...without.flatMap(scalarsOfJob)]
        .flatMap((scalar) => expressionsIn(scalar.text).flatMap(({ text, offset }) => [...text.matchAll(/\bsecrets(?:\.|\[\s*')([\w-]+)/gi)].map(([, name = '']) => ({
        name,
        at: positionIn(scalar, offset),
    }))))
        .filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()).size > 0)
        .map(({ name, at }) => reportOf('secret-undeclared', called.path, at, `\`secrets.${name}\` is empty when ${baseName(caller.path)} calls this workflow: it is not declared under \`workflow_call\`, and the call has no \`secrets: inherit\`.`, `${declaration(called, name)}\nand in the job of ${caller.path} that calls it:\n    secrets:\n      ${name}: \${{ secrets.${name} }}`));
}
function declaration({ path }, name) {
    return `In ${path}:\non:\n  workflow_call:\n    secrets:\n      ${name}:\n        required: true`;
}
function scalarsOfJob(job) {
    return [
        ...job.containers,
        ...job.env.values(),
        ...job.inputs.values(),
        ...(job.secrets === 'all' ? [] : job.secrets).flatMap(({ value }) => scalarsOf(value)),
        ...job.steps.flatMap(({ inputs, env, run }) => [
            ...inputs.values(),
            ...env.values(),
            ...(run === undefined ? [] : [run]),
        ]),
    ];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/token.js




/** What the job's own token does, and other workflows wait for in vain. */
function tokenStartsNothing(chain) {
    return [...dispatchedRuns(chain), ...tagsAndReleases(chain)];
}
/** Events by which a run that GITHUB_TOKEN started can't be told from one that a person did. */
const dispatchable = ['repository_dispatch', 'workflow_dispatch', 'workflow_call'];
// A run that GITHUB_TOKEN dispatched fires no workflow_run when it ends.
function dispatchedRuns(chain) {
    return chain.dispatches.flatMap((sent) => {
        if (sent.token !== 'job')
            return [];
        return workflowsStartedBy(sent, chain)
            .filter(({ triggers }) => triggers.every(({ event }) => dispatchable.includes(event)))
            .flatMap((started) => {
            const followers = chain.workflows.filter((other) => upstreamsOf(other, chain).includes(started) &&
                !dispatchesOfRun(started, chain).some((one) => workflowsStartedBy(one, chain).includes(other)));
            if (followers.length === 0)
                return [];
            const listed = followers.map(({ path }) => baseName(path)).join(', ');
            return [
                reportOf('token-starts-nothing', sent.step.file, sent.at, `${sent.tool} starts ${baseName(started.path)} with GITHUB_TOKEN; the end of that run fires no \`workflow_run\`, so ${listed} never starts after it.`, `Send an event at the end of ${baseName(started.path)} that ${listed} listens to (\`repository_dispatch\`), or start it here with the token of a GitHub App.`),
            ];
        });
    });
}
// A workflow that a release starts adds files to that release.
function makesByItself({ triggers }) {
    return triggers.some(({ event }) => event !== 'release' && event !== 'workflow_call');
}
function tagsAndReleases(chain) {
    return chain.workflows.filter(makesByItself).flatMap((workflow) => workflow.jobs.flatMap((job) => madeIn(workflow, job).flatMap((made) => {
        const waiting = waitingFor(made, workflow, chain);
        if (waiting.length === 0)
            return [];
        const { step } = made;
        const listed = waiting.map(({ path }) => baseName(path)).join(', ');
        return [
            reportOf('token-starts-nothing', step.file, (step.run ?? step.uses)?.at ?? step.at, `${made.by} makes a ${made.what} with GITHUB_TOKEN, which starts no workflow: ${listed} waits for it in vain.`, `Use the token of a GitHub App or a personal one here, or call ${listed} from this workflow (\`workflow_call\`).`),
        ];
    })));
}
// Those that start by it, and that nothing else here starts.
function waitingFor({ what, withTag }, maker, chain) {
    return chain.workflows.filter((workflow) => {
        const release = triggerOf(workflow, 'release');
        const push = triggerOf(workflow, 'push');
        const byTag = withTag &&
            makesTags(maker) &&
            push !== undefined &&
            push.filters.has('tags') &&
            passesVersions(filterOf(push, 'tags') ?? []);
        const listens = (what === 'release' && release !== undefined && !onlyEdited(filterOf(release, 'types'))) ||
            byTag;
        return workflow !== maker && listens && !isStartedOtherwise(workflow, chain);
    });
}
// What a tag started has its tag already, and so had everybody else.
function makesTags(maker) {
    const push = triggerOf(maker, 'push');
    return push?.filters.has('tags') !== true && triggerOf(maker, 'create') === undefined;
}
function passesVersions(patterns) {
    return ['v1.2.3', '1.2.3', 'v1'].some((tag) => passes(patterns, tag));
}
function onlyEdited(types) {
    return (types?.every((type) => !['published', 'created', 'released', 'prereleased'].includes(type)) ===
        true);
}
function isStartedOtherwise(workflow, chain) {
    return (workflow.triggers.some(({ event }) => ['workflow_run', 'workflow_call'].includes(event)) ||
        chain.dispatches.some((sent) => sent.kind === 'workflow_dispatch' &&
            (sent.target === undefined || workflowsStartedBy(sent, chain).includes(workflow))));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/old-actions.js
/**
 * The last major version of each action that is made for Node 20 or older, as far as it is known; newer ones are
 * node24. Node 20 was removed from the runners on 2026-09-16.
 * Source: https://github.blog/changelog/2025-09-19-deprecation-of-node-20-on-github-actions-runners/ and the
 * `runs.using` of each action's manifest.
 */
const lastOldMajors = {
    'actions/cache': 4,
    'actions/cache/restore': 4,
    'actions/cache/save': 4,
    'actions/checkout': 4,
    'actions/download-artifact': 6,
    'actions/github-script': 7,
    'actions/labeler': 5,
    'actions/setup-dotnet': 4,
    'actions/setup-go': 5,
    'actions/setup-java': 4,
    'actions/setup-node': 4,
    'actions/setup-python': 5,
    'actions/stale': 9,
    'actions/upload-artifact': 5,
    'aws-actions/amazon-ecr-login': 1,
    'aws-actions/amazon-ecs-deploy-task-definition': 1,
    'aws-actions/amazon-ecs-render-task-definition': 1,
    'aws-actions/configure-aws-credentials': 4,
    'azure/docker-login': 1,
    'azure/k8s-deploy': 4,
    'azure/k8s-set-context': 3,
    'azure/login': 2,
    'azure/setup-helm': 3,
    'azure/setup-kubectl': 3,
    'azure/webapps-deploy': 2,
    'codecov/codecov-action': 4,
    'dawidd6/action-download-artifact': 2,
    'docker/bake-action': 6,
    'docker/build-push-action': 6,
    'docker/login-action': 3,
    'docker/metadata-action': 5,
    'docker/setup-buildx-action': 3,
    'docker/setup-qemu-action': 3,
    'github/codeql-action/analyze': 3,
    'github/codeql-action/autobuild': 3,
    'github/codeql-action/init': 3,
    'github/codeql-action/upload-sarif': 3,
    'google-github-actions/auth': 2,
    'google-github-actions/deploy-cloudrun': 2,
    'google-github-actions/setup-gcloud': 2,
    'hashicorp/setup-terraform': 2,
    'peaceiris/actions-gh-pages': 3,
    'peter-evans/repository-dispatch': 3,
    'softprops/action-gh-release': 2,
};
/** Actions that are archived on a Node version that is gone, and what does their work. */
const archived = {
    'actions/create-release': 'run: gh release create "$GITHUB_REF_NAME"',
    'actions/upload-release-asset': 'run: gh release upload "$GITHUB_REF_NAME" <file>',
    'actions-rs/cargo': 'run: cargo …',
    'actions-rs/toolchain': 'run: rustup toolchain install stable',
    'styfle/cancel-workflow-action': 'concurrency: { group: …, cancel-in-progress: true }',
};
/** What to write instead of an action of an old version; `undefined` for one that is not known to be old. */
function oldActionFix(action, version) {
    const name = action.toLowerCase();
    if (Object.hasOwn(archived, name))
        return archived[name];
    const last = Object.hasOwn(lastOldMajors, name) ? lastOldMajors[name] : undefined;
    const major = /^v?(\d+)(?:\.|$)/.exec(version)?.[1];
    return last === undefined || major === undefined || Number(major) > last
        ? undefined
        : `uses: ${action}@v${last + 1} (or newer)`;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/action-uses.js
/** All of them, in a step or as a called workflow. */
function usesOf({ workflows }) {
    return workflows.flatMap(({ path, jobs }) => jobs.flatMap((job) => [
        ...useIn(path, job.uses),
        ...job.steps.flatMap(({ file, uses }) => useIn(file, uses)),
    ]));
}
function useIn(file, uses) {
    const [, action, version] = /^([\w.-]+\/[^@\s]+)@(\S+)$/.exec(uses?.text ?? '') ?? [];
    return uses === undefined || action === undefined || version === undefined
        ? []
        : [{ file, at: uses.at, action, version }];
}
/** The first of each action, version and file: the others are mended with it. */
function firstOfEach(uses) {
    const seen = new Set();
    return uses.filter(({ file, action, version }) => {
        const key = `${file} ${action}@${version}`;
        return !seen.has(key) && seen.add(key).has(key);
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/runtime-deprecated.js





/** Commands of a step's output that GitHub has taken away: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/ */
const oldCommand = /::(set-output|save-state|set-env|add-path)\b/;
const files = {
    'set-output': 'echo "name=value" >> "$GITHUB_OUTPUT"',
    'save-state': 'echo "name=value" >> "$GITHUB_STATE"',
    'set-env': 'echo "name=value" >> "$GITHUB_ENV"',
    'add-path': 'echo "folder" >> "$GITHUB_PATH"',
};
/** Actions and commands whose runtime is gone: one report a file for the actions. */
function runtimeDeprecated(chain) {
    const old = firstOfEach(usesOf(chain)).flatMap((use) => {
        const fix = oldActionFix(use.action, use.version);
        return fix === undefined ? [] : [{ ...use, fix }];
    });
    const files = [...new Set(old.map(({ file }) => file))];
    return [
        ...files.map((file) => oldActions(file, old.filter((use) => use.file === file))),
        ...oldCommands(chain),
        ...oldRunners(chain),
    ];
}
/**
 * Labels of hosted runners that are gone: a job waits for one until it is cancelled.
 * Source: https://github.com/actions/runner-images#software-and-image-support
 */
const goneRunner = /^(?:ubuntu-(?:16|18|20)\.04|macos-(?:10\.15|11|12)|windows-(?:2016|2019))$/;
function oldRunners({ workflows }) {
    return workflows.flatMap(({ path, jobs }) => {
        const gone = jobs.flatMap(({ id, at, runsOn, matrix }) => {
            const [label = '', ...others] = runsOn;
            if (others.length > 0)
                return [];
            const [, axis] = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(label) ?? [];
            const labels = axis === undefined ? [label] : valuesOf(matrix, axis);
            const key = axis ?? 'runs-on';
            return labels.flatMap((one) => (goneRunner.test(one) ? [{ id, at, key, label: one }] : []));
        });
        const [first] = gone;
        if (first === undefined)
            return [];
        return [
            reportOf('runtime-deprecated', path, first.at, `${gone.map(({ id, label }) => `\`${id}\` (\`${label}\`)`).join(', ')}: GitHub has taken these runners away; a job that asks for one waits until it is cancelled.`, gone
                .map(({ id, key, label }) => `${id}: ${key}: ${label.replace(/-.*/, '-latest')}`)
                .join('\n')),
        ];
    });
}
/** What an axis of a matrix stands for, `include` among it. */
function valuesOf(matrix, axis) {
    const included = source_valueOf(matrix, 'include');
    const more = included?.kind === 'list' ? included.items.map((item) => scalarOf(item, axis)) : [];
    const all = [...scalarsOf(source_valueOf(matrix, axis)), ...more];
    return all.flatMap((scalar) => scalar?.text ?? []);
}
/** Local actions that declare a Node version that is gone. */
function localRuntimes(files) {
    return files.flatMap(({ path, text }) => {
        if (!/(?:^|\/)action\.ya?ml$/.test(path))
            return [];
        const lines = text.split('\n');
        const line = lines.findIndex((each) => /^\s+using:\s*["']?node(?:12|16|20)\b/.test(each));
        const declared = /node\d+/.exec(lines[line] ?? '')?.[0];
        if (declared === undefined)
            return [];
        return [
            reportOf('runtime-deprecated', path, { line: line + 1, column: (lines[line] ?? '').indexOf(declared) + 1 }, `The action declares \`${declared}\`, which is gone from the runners: GitHub forces it onto Node 24, or it fails.`, 'using: node24'),
        ];
    });
}
function oldActions(file, uses) {
    const [first] = uses;
    const named = uses.map(({ action, version }) => `\`${action}@${version}\``);
    return reportOf('runtime-deprecated', file, first?.at ?? { line: 1, column: 1 }, `${named.join(', ')}: made for a Node version that is gone from the runners (20 or older). GitHub forces such an action onto Node 24, and warns in each run; the oldest ones fail.`, uses.map(({ at, fix }) => `line ${at.line}: ${fix}`).join('\n'));
}
function oldCommands({ workflows }) {
    return workflows
        .flatMap(({ jobs }) => jobs.flatMap(({ steps }) => steps))
        .flatMap(({ file, run }) => {
        if (run === undefined)
            return [];
        const found = commandsIn(run.text)
            .map(({ text, offset }) => ({ offset, name: oldCommand.exec(text)?.[1] }))
            .find(({ name }) => name !== undefined);
        if (found?.name === undefined)
            return [];
        return [
            reportOf('runtime-deprecated', file, positionIn(run, found.offset), `\`::${found.name}\` is one of the commands that GitHub has deprecated or switched off.`, files[found.name] ?? ''),
        ];
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/moving-action.js


/** Branches by their usual names. */
const branches = ['main', 'master', 'head', 'trunk', 'develop', 'dev', 'latest', 'next'];
/** Actions that are addressed by a branch. */
function movingAction(chain) {
    return firstOfEach(usesOf(chain).filter(({ version }) => isBranch(version))).map(({ file, at, action, version }) => reportOf('moving-action', file, at, `\`${action}@${version}\` is a branch: what runs here changes with each push to it.`, `Name a release of ${action} (\`@v1\`), or better the commit of one.`));
}
function isBranch(version) {
    return (branches.includes(version.toLowerCase()) ||
        /^(?:feature|feat|fix|bugfix|chore|hotfix|refs\/heads)\//i.test(version));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/rules/workflow-run.js




/** Workflows that GitHub itself runs under these names. */
const builtIn = [
    'pages build and deployment',
    'codeql',
    'dependabot updates',
    'automatic dependency submission',
    'dependency graph',
    'graph update',
    'copilot',
];
/** The levels of workflow_run that GitHub follows: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflow_run */
const maxLevels = 3;
/** Names of workflow_run that no workflow has. */
function workflowNameUnknown({ workflows }) {
    return workflows.flatMap((workflow) => {
        const trigger = triggerOf(workflow, 'workflow_run');
        return (trigger?.filters.get('workflows') ?? [])
            .filter(({ text }) => !text.startsWith('!') && !isBuiltIn(text))
            .filter(({ text }) => {
            const alone = { event: 'workflow_run', at: workflow.at, inputs: [], secrets: [] };
            const filters = new Map([
                [
                    'workflows',
                    trigger?.filters.get('workflows')?.filter((entry) => entry.text === text) ?? [],
                ],
            ]);
            return !workflows.some(({ name }) => names({ ...alone, filters }, name) || name === text);
        })
            .map(({ text, at }) => unknownName(workflow, text, at, workflows));
    });
}
function isBuiltIn(name) {
    return builtIn.some((known) => name.toLowerCase().startsWith(known));
}
function unknownName(workflow, text, at, workflows) {
    const byFile = workflows.find(({ path }) => path === text || baseName(path) === text);
    const [nearest] = workflows
        .filter((other) => other !== workflow)
        .toSorted((a, b) => apart(a.name, text) - apart(b.name, text));
    const near = byFile ?? (nearest !== undefined && isNear(nearest.name, text) ? nearest : undefined);
    const known = workflows.filter((other) => other !== workflow).map(({ name }) => `\`${name}\``);
    return reportOf('workflow-name-unknown', workflow.path, at, `No workflow here is named \`${text}\`, so this one never starts by it${byFile === undefined ? '' : ': a file is named by its `name:`'}.`, near === undefined
        ? `Write the name of the workflow that is meant: ${known.slice(0, 8).join(', ') || 'there is no other one'}.`
        : `workflows: [${JSON.stringify(near.name)}]  # ${baseName(near.path)}`);
}
/** Workflows that only start on a fourth level of workflow_run. */
function chainTooDeep(chain) {
    return chain.workflows.flatMap((workflow) => {
        const trigger = triggerOf(workflow, 'workflow_run');
        const path = shortestWay(workflow, chain);
        if (trigger === undefined || path === undefined || path.length - 1 !== maxLevels + 1)
            return [];
        return [
            reportOf('chain-too-deep', workflow.path, trigger.at, `This is level ${path.length - 1} of a chain of workflow_run, and GitHub stops after ${maxLevels}: ${path.map(({ name }) => name).join(' → ')}.`, `Start it earlier, for example by \`workflows: [${JSON.stringify(path[maxLevels - 1]?.name)}]\`, or make its jobs part of ${baseName(path[maxLevels]?.path ?? '')} with \`needs\`.`),
        ];
    });
}
// From a workflow that starts by something else; breadth first, so that loops end.
function shortestWay(workflow, chain) {
    let ways = [[workflow]];
    const seen = new Set([workflow]);
    while (ways.length > 0) {
        const done = ways.find(([first]) => first !== undefined && startsByItself(first));
        if (done !== undefined)
            return done;
        ways = ways.flatMap((way) => (way[0] === undefined ? [] : upstreamsOf(way[0], chain))
            .filter((upstream) => !seen.has(upstream) && seen.add(upstream).has(upstream))
            .map((upstream) => [upstream, ...way]));
    }
    return undefined;
}
function startsByItself({ triggers }) {
    return triggers.some(({ event }) => event !== 'workflow_run' && event !== 'workflow_call');
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/suppression.js


/**
 * Leaves out what comments of the form `# deploy-kit: allow <rule> because <reason>` allow, on the line of a report
 * or above it, and reports comments without a reason, of unknown rules, and without effect.
 */
function suppress(reports, files) {
    const all = files.flatMap(suppressionsIn);
    const valid = new Map();
    for (const each of all.filter(({ rule, reason }) => reason !== '' && isRule(rule)))
        for (const line of each.lines) {
            const key = keyOf(each.rule, each.file, line);
            const same = valid.get(key);
            if (same === undefined)
                valid.set(key, [each]);
            else
                same.push(each);
        }
    const used = new Set();
    const left = reports.filter(({ rule, place }) => {
        const found = valid.get(keyOf(rule, place.file, place.line)) ?? [];
        found.forEach((each) => used.add(each));
        return found.length === 0;
    });
    return [...left, ...all.filter((each) => !used.has(each)).map(idle)];
}
function keyOf(rule, file, line) {
    return `${rule} ${file}:${line}`;
}
function isRule(name) {
    return ruleNames.some((rule) => rule === name);
}
function suppressionsIn({ path, text }) {
    const lines = text.split('\n');
    const following = linesBelow(lines);
    return lines.flatMap((content, index) => {
        const found = /(^|\s)#\s*deploy-kit:\s*allow\b[ \t]*([^\s]*)(?:[ \t]+because\b[ \t]*(.*))?/.exec(content);
        if (found === null)
            return [];
        const [, space = '', rule = '', reason = ''] = found;
        const line = index + 1;
        const alone = content.slice(0, found.index).trim() === '';
        const next = following[index];
        return [
            {
                file: path,
                line,
                column: found.index + space.length + 1,
                lines: alone && next !== undefined ? [line, next] : [line],
                rule,
                reason: reason.trim(),
            },
        ];
    });
}
// For each line the number of the next one that is no comment.
function linesBelow(lines) {
    const found = [];
    let next;
    for (let index = lines.length - 1; index >= 0; index--) {
        found[index] = next;
        if (!/^\s*(?:#.*)?$/.test(lines[index] ?? ''))
            next = index + 1;
    }
    return found;
}
function idle({ file, line, column, rule, reason }) {
    const problem = !isRule(rule)
        ? `There is no rule \`${rule}\`.`
        : reason === ''
            ? 'This suppression gives no reason, and does not count.'
            : `This suppression of \`${rule}\` suppresses nothing: there is no such report on its line or the next.`;
    const meant = rule.replace(/\W+$/, '');
    const fix = !isRule(rule)
        ? isRule(meant)
            ? `# deploy-kit: allow ${meant} because ${reason === '' ? '<reason>' : reason}`
            : `The rules are: ${ruleNames.join(', ')}.`
        : reason === ''
            ? `# deploy-kit: allow ${rule} because <reason>`
            : 'Take the comment out, or put it on the line that is reported or above it.';
    return reportOf('suppression', file, { line, column }, problem, fix);
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/check-chain.js



















const rules = [
    race,
    eventUnheard,
    eventUnsent,
    workflowNameUnknown,
    chainTooDeep,
    branchesNeverMatch,
    conclusionUnread,
    deployAfterFailedBuild,
    silentSkip,
    tokenStartsNothing,
    loop,
    deployWithoutConcurrency,
    deployCancelledMidway,
    concurrencyGroupsDiffer,
    permissionMissing,
    secretUndeclared,
    environmentMissing,
    scriptInjection,
    movingAction,
    runtimeDeprecated,
];
/** All reports of a checkout's workflows, by file and line, without what its comments allow. */
function checkChain(input) {
    const chain = chainOf(input.workflows, input.repository);
    const reports = [
        ...syntax(input),
        ...rules.flatMap((rule) => rule(chain)),
        ...localRuntimes(input.files),
        ...listenerOffDefaultBranch(chain, input.defaultBranchFiles),
    ];
    return { chain, reports: unique(suppress(reports, input.files)).toSorted(inOrder) };
}
function syntax({ problems }) {
    return problems.flatMap(({ path, text, parsed }) => isEmpty(text)
        ? [empty(path)]
        : parsed.problems.map(({ message, at }) => reportOf('syntax', path, at, message, 'Mend this line; until then the workflow starts by nothing.')));
}
function isEmpty(text) {
    return !/^(?![^\S\n]*(?:#|$)|---\s*$)/m.test(text);
}
// It does nothing, and breaks nothing.
function empty(path) {
    const report = reportOf('syntax', path, { line: 1, column: 1 }, 'The file holds no workflow: it is empty, or has comments alone.', 'Take the file away, or write its `on:` and `jobs:`.');
    return { ...report, verdict: 'warn' };
}
function unique(reports) {
    return [
        ...new Map(reports.map((report) => [`${report.rule} ${check_chain_keyOf(report)} ${report.message}`, report])).values(),
    ];
}
function check_chain_keyOf({ place }) {
    return `${place.file}:${place.line}:${place.column}`;
}
function inOrder(a, b) {
    return (check_chain_compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.column - b.place.column ||
        check_chain_compare(a.rule, b.rule));
}
function check_chain_compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/graph.js





/** From so many workflows on, only those are drawn that have to do with others. */
const manyWorkflows = 50;
const mostWorkflows = 100;
const mostEdges = 300;
/** What starts each workflow, and which starts which. */
function graphOf(chain) {
    const races = findRaces(chain);
    const raced = races.flatMap(({ build, deploy }) => [build.root, deploy.root]);
    const edges = chain.workflows.flatMap((workflow) => edgesOf(workflow, races, chain));
    const linked = edges.flatMap(({ from, to }) => (typeof from === 'string' ? [] : [from, to]));
    const workflows = chain.workflows
        .filter((workflow) => chain.workflows.length < manyWorkflows ||
        linked.includes(workflow) ||
        raced.includes(workflow))
        .slice(0, mostWorkflows);
    const drawn = (end) => typeof end === 'string' || workflows.includes(end);
    return {
        workflows,
        edges: edges.filter(({ from, to }) => drawn(from) && drawn(to)).slice(0, mostEdges),
        raced: workflows.filter((workflow) => raced.includes(workflow)),
    };
}
function edgesOf(workflow, races, chain) {
    const edge = (from, to, label) => ({
        from,
        to,
        label,
        kind: 'starts',
        raced: false,
    });
    return [
        ...workflow.triggers.flatMap((trigger) => labelsOf(trigger, workflow, chain).map(({ label, occasions }) => ({
            ...edge(label, workflow, ''),
            raced: occasionsOfRaces(races, workflow).some((occasion) => occasions(occasion)),
        }))),
        ...upstreamsOf(workflow, chain).map((upstream) => ({
            ...edge(upstream, workflow, 'workflow_run'),
            raced: occasionsOfRaces(races, workflow).some((each) => each.upstream === upstream.name),
        })),
        ...dispatchesOfRun(workflow, chain).flatMap((sent) => workflowsStartedBy(sent, chain).map((listener) => edge(workflow, listener, (sent.kind === 'repository_dispatch' && sent.target) || sent.kind))),
        ...chain.workflows
            .filter(({ path }) => workflow.jobs.some((job) => calledPath(job) === path))
            .map((called) => ({ ...edge(workflow, called, 'calls'), kind: 'calls' })),
    ];
}
function occasionsOfRaces(races, workflow) {
    return races
        .flatMap(({ build, deploy }) => [build, deploy])
        .filter(({ root }) => root === workflow)
        .map(({ occasion }) => occasion);
}
// An event that a workflow here sends is that workflow's edge.
function labelsOf(trigger, workflow, chain) {
    const { event } = trigger;
    if (event === 'workflow_run' || event === 'workflow_call')
        return [];
    const sentHere = chain.dispatches.some((sent) => sent.kind === event && workflowsStartedBy(sent, chain).includes(workflow));
    if (event === 'repository_dispatch' && sentHere)
        return [];
    if (event === 'push')
        return pushLabels(trigger, workflow);
    const types = filterOf(trigger, 'types') ?? [];
    return [
        {
            label: types.length === 0 ? event : `${event}: ${types.join(', ')}`,
            occasions: (occasion) => occasion.event === event,
        },
    ];
}
function pushLabels(trigger, workflow) {
    const only = (filter, pattern) => {
        const text = trigger.filters.get(filter)?.filter((each) => each.text === pattern) ?? [];
        const alone = { ...workflow, triggers: [{ ...trigger, filters: new Map([[filter, text]]) }] };
        return {
            label: `push: ${filter === 'tags' ? 'tag ' : ''}${pattern}`,
            occasions: (occasion) => occasion.event === 'push' && starts(occasion, alone) !== 'no',
        };
    };
    const branches = filterOf(trigger, 'branches');
    const tags = filterOf(trigger, 'tags');
    if (branches === undefined && tags === undefined)
        return [{ label: 'push', occasions: ({ event }) => event === 'push' }];
    return [
        ...(branches ?? []).map((branch) => only('branches', branch)),
        ...(tags ?? []).map((tag) => only('tags', tag)),
    ];
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/mermaid.js

/** A label that is longer makes the picture unreadable. */
const maxLabel = 80;
/** A graph as a mermaid flowchart, races in red; empty when there is no workflow. */
function renderMermaid({ workflows, edges, raced }) {
    if (workflows.length === 0)
        return '';
    const ids = new Map([
        ...workflows.map((workflow, index) => [workflow, `w${index}`]),
        ...[...new Set(edges.flatMap(({ from }) => (typeof from === 'string' ? from : [])))].map((event, index) => [event, `e${index}`]),
    ]);
    const idOf = (end) => ids.get(end) ?? '';
    const red = edges.flatMap((edge, index) => (edge.raced ? [index] : []));
    return [
        'flowchart LR',
        ...[...ids].map(([end, id]) => typeof end === 'string'
            ? `  ${id}([${quote(end)}])`
            : `  ${id}[${quote(end.name === end.path ? baseName(end.path) : `${end.name} (${baseName(end.path)})`)}]`),
        ...edges.map((edge) => arrow(edge, idOf)),
        ...(red.length === 0 ? [] : [`  linkStyle ${red.join(',')} stroke:#d00,stroke-width:3px`]),
        ...(raced.length === 0
            ? []
            : [
                '  classDef race stroke:#d00,stroke-width:3px',
                `  class ${raced.map(idOf).join(',')} race`,
            ]),
        '',
    ].join('\n');
}
function arrow({ from, to, label, kind }, idOf) {
    const [begin, end] = kind === 'calls' ? ['-.', '.->'] : ['--', '-->'];
    const middle = label === '' ? end : `${begin} ${quote(label)} ${end}`;
    return `  ${idOf(from)} ${middle} ${idOf(to)}`;
}
// Mermaid reads entities in quoted labels: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
function quote(label) {
    const short = label.length > maxLabel ? `${label.slice(0, maxLabel)}…` : label;
    const entity = (character) => `#${character.codePointAt(0) ?? 32};`;
    const escaped = short.replace(/[^\p{L}\p{N} ._:,()/@=+…-]/gu, entity);
    // A label that begins like a list is one to mermaid, which draws none.
    return `"${escaped.replace(/^(\s*\d*)([.)+-])(?=\s)/, (_, number, sign) => number + entity(sign))}"`;
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/read-steps.js

/** The folder of an action of the checkout: `./.github/actions/build` gives `.github/actions/build`. */
function localFolder(uses) {
    return uses.startsWith('./') ? uses.slice(2).replace(/\/+$/, '') : undefined;
}
/**
 * The steps of a job in the order in which they run: after the first step that uses a local composite action come
 * that action's own, with their places in its manifest.
 */
function readSteps(node, file, actions) {
    return readList(node, file, actions, false, new Set());
}
function readList(node, file, actions, inAction, seen) {
    if (node?.kind !== 'list')
        return [];
    return node.items.flatMap((item) => {
        const step = readStep(item, file, inAction);
        const folder = localFolder(step.uses?.text ?? '');
        const action = folder === undefined ? undefined : actions.get(folder);
        if (folder === undefined || action === undefined || seen.has(folder))
            return [step];
        seen.add(folder);
        const inner = source_valueOf(source_valueOf(action.root, 'runs'), 'steps');
        return [step, ...readList(inner, action.path, actions, true, seen)];
    });
}
function readStep(node, file, inAction) {
    return {
        file,
        inAction,
        at: node.at,
        name: scalarOf(node, 'name')?.text ?? '',
        uses: scalarOf(node, 'uses'),
        run: scalarOf(node, 'run'),
        condition: scalarOf(node, 'if'),
        inputs: scalarMap(source_valueOf(node, 'with')),
        env: scalarMap(source_valueOf(node, 'env')),
    };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/read-workflow.js



/**
 * Makes a workflow of a parsed file. What is not there, or not of the form that GitHub wants, is left out.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
function readWorkflow(path, text, root, actions) {
    const name = scalarOf(root, 'name');
    return {
        path,
        text,
        name: name === undefined || name.text === '' ? path : name.text,
        at: name?.at ?? { line: 1, column: 1 },
        triggers: readTriggers(entryOf(root, 'on')),
        permissions: source_valueOf(root, 'permissions'),
        concurrency: readConcurrency(entryOf(root, 'concurrency')),
        env: scalarMap(source_valueOf(root, 'env')),
        jobs: entriesOf(source_valueOf(root, 'jobs')).map((entry) => readJob(entry, path, actions)),
    };
}
// `on: push`, `on: [push, workflow_dispatch]`, or a mapping.
function readTriggers(on) {
    if (on?.value.kind === 'map')
        return on.value.entries.map(({ key, keyAt, value }) => readTrigger(key, keyAt, value));
    return scalarsOf(on?.value).map(({ text, at }) => readTrigger(text, at, undefined));
}
function readTrigger(event, at, value) {
    return {
        event,
        at,
        filters: new Map(filterNames.flatMap((name) => {
            const filter = source_valueOf(value, name);
            return filter === undefined ? [] : [[name, scalarsOf(filter)]];
        })),
        inputs: entriesOf(source_valueOf(value, 'inputs')).map(({ key }) => key),
        secrets: entriesOf(source_valueOf(value, 'secrets')).map(({ key, value: secret }) => ({
            name: key,
            required: scalarOf(secret, 'required')?.text === 'true',
        })),
    };
}
function readConcurrency(entry) {
    if (entry === undefined)
        return undefined;
    const { value, keyAt } = entry;
    return {
        at: keyAt,
        group: value.kind === 'scalar' ? value : scalarOf(value, 'group'),
        cancelInProgress: scalarOf(value, 'cancel-in-progress'),
    };
}
function readJob({ key, keyAt, value }, path, actions) {
    const environment = source_valueOf(value, 'environment');
    const runsOn = source_valueOf(value, 'runs-on');
    return {
        id: key,
        at: keyAt,
        name: scalarOf(value, 'name')?.text ?? '',
        needs: scalarsOf(source_valueOf(value, 'needs')),
        condition: scalarOf(value, 'if'),
        permissions: source_valueOf(value, 'permissions'),
        concurrency: readConcurrency(entryOf(value, 'concurrency')),
        environment: environment?.kind === 'scalar' ? environment : scalarOf(environment, 'name'),
        runsOn: scalarsOf(runsOn?.kind === 'map' ? source_valueOf(runsOn, 'labels') : runsOn).map(({ text }) => text),
        matrix: source_valueOf(source_valueOf(value, 'strategy'), 'matrix'),
        containers: ['container', 'services'].flatMap((name) => scalarsWithin(source_valueOf(value, name))),
        env: scalarMap(source_valueOf(value, 'env')),
        uses: scalarOf(value, 'uses'),
        inputs: scalarMap(source_valueOf(value, 'with')),
        secrets: readSecrets(source_valueOf(value, 'secrets')),
        steps: readSteps(source_valueOf(value, 'steps'), path, actions),
    };
}
function readSecrets(node) {
    if (node?.kind === 'scalar' && node.text === 'inherit')
        return 'all';
    return entriesOf(node).map(({ key, keyAt, value }) => ({ name: key, at: keyAt, value }));
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/report.js
/** As a row of what preflight reports. */
function toFinding({ rule, verdict, place, message, fix }) {
    return { check: `workflows: ${rule}`, verdict, detail: message, fix, place };
}

;// CONCATENATED MODULE: ./build/src/workflows/plan/sarif.js

const manual = 'https://github.com/org/deploy-kit/blob/v1/docs/workflow-check.md';
/** The reports for GitHub's code scanning: every rule with its help, and a result for each report. */
function toSarif(reports) {
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'deploy-kit workflow check',
                        informationUri: manual,
                        rules: ruleNames.map((id) => {
                            const { verdict, title, why, fix } = ruleCatalogue[id];
                            return {
                                id,
                                shortDescription: { text: title },
                                fullDescription: { text: why },
                                help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**What to do:** ${fix}` },
                                helpUri: `${manual}#${id}`,
                                defaultConfiguration: { level: levelOf(verdict) },
                            };
                        }),
                    },
                },
                results: reports.map(toResult),
            },
        ],
    };
}
function toResult({ rule, verdict, place, message, fix }) {
    return {
        ruleId: rule,
        ruleIndex: ruleNames.indexOf(rule),
        level: levelOf(verdict),
        message: { text: `${message}\n\nWhat to do: ${fix}` },
        locations: [
            {
                physicalLocation: {
                    artifactLocation: {
                        uri: place.file.split('/').map(encodeURIComponent).join('/'),
                        uriBaseId: '%SRCROOT%',
                    },
                    region: { startLine: place.line, startColumn: place.column },
                },
            },
        ],
    };
}
function levelOf(verdict) {
    return verdict === 'fail' ? 'error' : 'warning';
}

;// CONCATENATED MODULE: ./build/src/workflows/check-workflows.js








/** More of them, used by each other, are followed no further. */
const maxActions = 100;
/** Checks how the workflows of a checkout work together. Nothing in the files makes it fail. */
async function checkWorkflows(workspace, reader, facts = {}) {
    const files = workflowFiles(workspace);
    const parsed = await Promise.all(files.map(async ({ path, text }) => ({
        path,
        text,
        parsed: await reader.readWorkflow(path, text),
    })));
    const actions = await readActions(parsed.map(({ parsed: { root } }) => root), workspace, reader);
    const local = new Map(actions.map((action) => [action.folder, action]));
    const { chain, reports } = checkChain({
        workflows: parsed.map(({ path, text, parsed: { root } }) => readWorkflow(path, text, root, local)),
        problems: parsed,
        files: [...files, ...actions],
        repository: { repository: facts.repository, defaultBranch: facts.defaultBranch },
        defaultBranchFiles: facts.defaultBranchFiles,
    });
    return {
        files: files.length,
        reports,
        findings: reports.length > 0 ? reports.map(toFinding) : [cleanFinding(files.length)],
        graph: renderMermaid(graphOf(chain)),
        sarif: toSarif(reports),
    };
}
function cleanFinding(count) {
    const check = 'workflows';
    return count === 0
        ? skipped(check, 'there are none in .github/workflows of the checkout')
        : passed(check, `${count} files, nothing to report`);
}
function workflowFiles(workspace) {
    return workspace.glob('.github/workflows/*.{yml,yaml}').flatMap((path) => {
        const text = workspace.readText(path);
        return text === undefined ? [] : [{ path, text }];
    });
}
// The actions of the checkout that steps use, and those that these use.
async function readActions(roots, workspace, reader) {
    const found = new Map();
    let next = roots.flatMap(foldersIn);
    while (next.length > 0 && found.size < maxActions) {
        const fresh = [...new Set(next)].filter((folder) => !found.has(folder));
        const read = await Promise.all(fresh.map((folder) => readAction(folder, workspace, reader)));
        fresh.forEach((folder, index) => found.set(folder, read[index]));
        next = read.flatMap((action) => foldersIn(action?.root));
    }
    return [...found.values()].flatMap((action) => action ?? []);
}
async function readAction(folder, workspace, reader) {
    if (folder.split('/').includes('..'))
        return undefined;
    for (const name of ['action.yml', 'action.yaml']) {
        const path = folder === '' ? name : `${folder}/${name}`;
        const text = workspace.readText(path);
        if (text === undefined)
            continue;
        const { root } = await reader.readAction(path, text);
        return { folder, path, text, root };
    }
    return undefined;
}
function foldersIn(node) {
    if (node === undefined || node.kind === 'scalar')
        return [];
    if (node.kind === 'list')
        return node.items.flatMap(foldersIn);
    return node.entries.flatMap(({ key, value }) => {
        const folder = key === 'uses' && value.kind === 'scalar' ? localFolder(value.text) : undefined;
        return folder === undefined ? foldersIn(value) : [folder];
    });
}

;// CONCATENATED MODULE: ./build/src/workflows/default-branch-files.js

/** A list that takes longer is done without. */
const lookSeconds = 5;
/**
 * The paths of the workflow files on the default branch, for a look at another branch. A pull request brings its
 * files there, so none is missing then.
 * @returns `undefined` where none can be missing, or GitHub does not tell
 */
async function defaultBranchFiles({ eventName, repository, refName, defaultBranch }, github) {
    const isThere = defaultBranch === undefined || refName === defaultBranch;
    if (isThere || eventName.startsWith('pull_request'))
        return undefined;
    const signal = AbortSignal.timeout(lookSeconds * 1000);
    try {
        return await (await github()).workflowPaths(repository, defaultBranch, signal);
    }
    catch (error) {
        // A courtesy: a token that may not look takes nothing away from the rest.
        if (!(error instanceof errors/* DeployKitError */.mG || signal.aborted))
            throw error;
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/ssh/server-connection.js + 1 modules
var server_connection = __webpack_require__(460);
// EXTERNAL MODULE: ./build/src/deploy/distinct-servers.js
var distinct_servers = __webpack_require__(8068);
// EXTERNAL MODULE: ./build/src/deploy/locate-project.js
var locate_project = __webpack_require__(4223);
// EXTERNAL MODULE: ./build/src/deploy/read-server-env.js
var read_server_env = __webpack_require__(859);
// EXTERNAL MODULE: ./build/src/deploy/variables-on-server.js
var variables_on_server = __webpack_require__(5298);
// EXTERNAL MODULE: ./build/src/compose/compose-project.js + 15 modules
var compose_project = __webpack_require__(510);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/preflight/plan/compose-findings.js


/** What is allowed in a Compose file and costs a night later. */
function composeFindings(view) {
    const active = view.project.services.filter((service) => service.active);
    const once = new Set(active.flatMap(({ traits }) => traits.dependsOnEndOf));
    const lasting = active.filter(({ name, traits }) => !once.has(name) && !traits.ends);
    return [
        restartFinding(lasting),
        healthFinding(lasting, view.pins ?? new Map(), view),
        ...startFindings(lasting, view.healthTimeoutSeconds),
        ...(view.pins === undefined ? [] : [tagFinding(active, view.pins)]),
    ];
}
function restartFinding(services) {
    const check = 'compose: restart policies';
    const without = services.filter(({ traits }) => !traits.restarts).map(({ name }) => name);
    return without.length === 0
        ? passed(check, 'every service that runs on comes back after a restart of the server')
        : warned(check, `a restart of the server does not bring back: ${without.join(', ')}`, 'Give each of them `restart: unless-stopped`, or `restart: "no"` to one that runs to its end.');
}
function healthFinding(services, pins, { healthcheckInImage, stableSeconds }) {
    const check = 'compose: healthchecks';
    if (pins.size === 0)
        return skipped(check, 'which services the release brings is not known yet');
    const without = services
        .filter(({ name, traits }) => pins.has(name) && !traits.healthcheck)
        .map(({ name }) => name)
        .filter((name) => !healthcheckInImage.has(name));
    return without.length === 0
        ? passed(check, 'every service of the release has one')
        : warned(check, `none for ${without.join(', ')}: a deploy only sees that it stays up for ${stableSeconds} s, and may send requests to it before it answers`, 'Add one, for example `healthcheck: {test: [CMD, wget, -qO, /dev/null, "http://127.0.0.1:8080/health"], interval: 2s}`.');
}
// Until then a healthcheck may fail, and the deploy waits no longer than its own limit.
function startFindings(services, limit) {
    const slow = services.filter(({ traits }) => traits.waits.startPeriodSeconds > limit);
    if (slow.length === 0)
        return [];
    const words = slow.map(({ name, traits }) => `${name} (\`start_period\` ${traits.waits.startPeriodSeconds} s)`);
    return [
        warned('compose: time to start', `a deploy gives up after ${limit} s, while these may take longer to become healthy: ${words.join(', ')}`, 'Raise `health-timeout` above the longest of them.'),
    ];
}
function tagFinding(services, pins) {
    const check = 'compose: tags';
    const moving = services.flatMap(({ name, image, imageIsKnown }) => {
        const reference = (0,image_reference/* parseImageReference */.o_)(image ?? '');
        const isKnown = imageIsKnown && reference !== undefined;
        if (!isKnown || pins.has(name) || reference.digest !== undefined)
            return [];
        return (reference.tag ?? 'latest') === 'latest' ? `${name} (${image ?? ''})` : [];
    });
    return moving.length === 0
        ? passed(check, 'no service outside the release runs `latest`')
        : warned(check, `\`latest\` may be another image on every server and every day: ${moving.join(', ')}`, 'Name a version, or deploy with `pin-all: true`.');
}
/** How each service of the release is switched, and what that costs. */
function strategyFinding({ predictions }, isChosen) {
    const check = 'compose: strategy';
    const words = predictions.map(({ service, how, pause }) => `${service} ${how}, pause: ${pause}`);
    const pauses = predictions.some(({ how }) => how === 'is recreated');
    return pauses && !isChosen
        ? warned(check, words.join('; '), 'Put a proxy in front that publishes the ports, and leave `container_name` and the like out, so that the service can roll; mount `:ro` what it only reads. What keeps data is never run twice: say `strategy: recreate` where the pause is meant.')
        : passed(check, words.join('; '));
}
/** Hooks that look like the path of a script which is not in the checkout. */
function hookFindings(hooks, exists) {
    return [...hooks].flatMap(([name, script]) => /^(\.\/)?[\w-]+(\/[\w.-]+)*\.\w+$/.test(script) && !exists(script)
        ? [
            warned(`hook: ${name}`, `${script} is not in the checkout, so the server is asked to run it as a command`, 'Commit the script, or correct its path.'),
        ]
        : []);
}

// EXTERNAL MODULE: ./build/src/deploy/plan/env-warnings.js + 1 modules
var env_warnings = __webpack_require__(3375);
// EXTERNAL MODULE: ./build/src/deploy/plan/pins.js
var plan_pins = __webpack_require__(9041);
// EXTERNAL MODULE: ./build/src/deploy/prepare-deploy.js + 1 modules
var prepare_deploy = __webpack_require__(6209);
// EXTERNAL MODULE: ./build/src/deploy/collect-files.js
var collect_files = __webpack_require__(4773);
// EXTERNAL MODULE: ./build/src/env/prepare-env.js + 2 modules
var prepare_env = __webpack_require__(2939);
;// CONCATENATED MODULE: ./build/src/preflight/look-at-images.js



/** A registry that takes longer does not answer, as far as a check is concerned. */
const look_at_images_lookSeconds = 6;
/**
 * Asks for each image that an active service runs.
 * @param hasServer whether a server is asked, too: what only this job cannot read is its to tell then
 */
async function lookAtImages(services, pins, registry, hasServer) {
    const references = new Map();
    const unknown = [];
    for (const { name, image, imageIsKnown, active } of services) {
        const reference = pins.get(name) ?? image;
        if (!active || reference === undefined)
            continue;
        if (!pins.has(name) && !imageIsKnown)
            unknown.push(name);
        else
            references.set(reference, [...(references.get(reference) ?? []), name]);
    }
    const released = new Set(pins.values());
    const looks = await Promise.all([...references].map(([reference, names]) => lookAtImage(reference, names, released.has(reference), registry)));
    return {
        findings: [
            ...looks.map(({ finding }) => hasServer && finding.verdict === 'warn'
                ? skipped(finding.check, `${finding.detail} The server is asked for it.`)
                : finding),
            ...unknown.map((name) => skipped(`image: ${name}`, 'its name depends on variables that only the server knows')),
        ],
        planned: looks.filter(({ finding }) => finding.verdict !== 'fail'),
        healthcheckIn: new Set(looks.flatMap(({ healthcheck, services: names }) => (healthcheck ? names : []))),
        volumesIn: new Map(looks.flatMap(({ volumes, services: names }) => volumes === undefined ? [] : names.map((name) => [name, volumes]))),
        bytesFor: async (platform, there) => {
            const pulled = looks.filter(({ reference, platforms }) => platforms.length > 0 && !there.has(reference));
            const sizes = await Promise.all(pulled.map(({ reference }) => sizeOf(reference, platform, registry)));
            return sizes.reduce((sum, size) => sum + size, 0);
        },
    };
}
async function lookAtImage(reference, services, isReleased, registry) {
    const check = `image: ${services.join(', ')}`;
    const look = { reference, services, platforms: [], healthcheck: false, volumes: undefined };
    const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
    const fix = 'Correct the name or tag in the Compose file, or push the image.';
    if (parsed === undefined)
        return { ...look, finding: failed(check, `${reference} is no image's name`, fix) };
    const signal = AbortSignal.timeout(look_at_images_lookSeconds * 1000);
    try {
        const [found, description] = await Promise.all([
            registry.find(parsed, signal),
            isReleased ? registry.describe(parsed, signal) : undefined,
        ]);
        if (found === undefined)
            return { ...look, finding: failed(check, `${reference} is not there`, fix) };
        const { platforms } = found;
        const finding = passed(check, `${reference} is for ${platforms.join(', ')}`);
        const { healthcheck = false, volumes } = description ?? {};
        return { ...look, finding, platforms, healthcheck, volumes };
    }
    catch (error) {
        if (signal.aborted)
            return { ...look, finding: silent(check, reference) };
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        // The server may be logged in where this job is not, and only it must read the image.
        return { ...look, finding: { ...failedBy(check, error), verdict: 'warn' } };
    }
}
function silent(check, reference) {
    return warned(check, `${reference}: its registry does not answer within ${look_at_images_lookSeconds} s.`, "Look at the registry's status page, and run the job again.");
}
async function sizeOf(reference, platform, registry) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(reference);
    if (parsed === undefined)
        return 0;
    const signal = AbortSignal.timeout(look_at_images_lookSeconds * 1000);
    try {
        return (await registry.size(parsed, platform, signal)) ?? 0;
    }
    catch (error) {
        // It has answered before; without the size there is only less to say about the disk.
        if (error instanceof errors/* DeployKitError */.mG || signal.aborted)
            return 0;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/preflight/rows.js


/** Collects what checks came to, one after the other. */
class Rows {
    #findings = [];
    get findings() {
        return this.#findings;
    }
    add(...findings) {
        this.#findings.push(...findings);
    }
    /**
     * Does one step of what a deploy would do; an expected failure becomes the check's row.
     * @param seen what to say where it went well; `undefined`: nothing
     * @returns the step's result, or `undefined` when it failed
     */
    async attempt(check, step, seen) {
        try {
            const value = await step();
            const words = seen(value);
            if (words !== undefined)
                this.add(typeof words === 'string' ? passed(check, words) : words);
            return { value };
        }
        catch (error) {
            if (!(error instanceof errors/* DeployKitError */.mG))
                throw error;
            this.add(failedBy(check, error));
            return undefined;
        }
    }
}

// EXTERNAL MODULE: ./build/src/deploy/released-images.js
var released_images = __webpack_require__(357);
;// CONCATENATED MODULE: ./build/src/preflight/look-at-release.js


/** @param isKnown whether anybody has said which release it is */
async function lookAtRelease(request, isKnown, registry, rows) {
    const check = 'release';
    if (!isKnown) {
        rows.add(skipped(check, 'the event carries none, and `images` is not set'));
        return undefined;
    }
    const found = await rows.attempt(check, () => (0,released_images/* releasedImages */.i0)(request, registry), ({ images, version }) => `${version}: ${images.map(({ name }) => name).join(', ')}`);
    return found?.value;
}

;// CONCATENATED MODULE: ./build/src/preflight/look-at-env.js


/** Reads the env file of a deploy and holds it against its rules. */
async function lookAtEnv(request, version, root, secrets, rows) {
    const read = await rows.attempt('env: file', () => (0,prepare_env/* readEnv */.sx)(request, root, secrets), (env) => {
        if (env === undefined)
            return skipped('env: file', 'the server keeps its own');
        if (env.source === 'server' && env.path !== undefined)
            return skipped('env: file', `${env.path} is on the server`);
        return `${(0,prepare_env/* knownVariables */.h0)(env, request.versionVariable, version).size} variables`;
    });
    if (read === undefined)
        return 'unreadable';
    const env = read.value;
    const variables = (0,prepare_env/* knownVariables */.h0)(env, request.versionVariable, version);
    await rows.attempt('env: rules', () => (0,prepare_env/* checkEnv */.cI)(request, env, variables, root, secrets), (count) => count === undefined
        ? skipped('env: rules', 'there is no rules file, or no env file here to hold against it')
        : `${count} variables are as they must be`);
    return env;
}

// EXTERNAL MODULE: ./build/src/deploy/plan/switch-plan.js + 1 modules
var switch_plan = __webpack_require__(1217);
;// CONCATENATED MODULE: ./build/src/preflight/look-at-switch.js





/** Plans how the services of a release would be switched. */
async function lookAtSwitch(request, { images }, model, pins, facts, root, rows) {
    const whole = { images, project: model, versionVariable: request.versionVariable };
    await rows.attempt('compose: release', () => {
        (0,plan_pins/* checkPins */.$q)(whole, pins);
    }, () => `its images are those of ${[...pins.keys()].join(', ')}`);
    await rows.attempt('compose: strategy', () => (0,switch_plan/* planSwitch */.S)(request.strategy, model, pins, facts), (plan) => strategyFinding(plan, request.strategy === 'recreate'));
    await rows.attempt('compose: migration', () => (0,prepare_deploy/* migrationOf */.IC)(request.migration, model, pins), (migration) => migration && passed('compose: migration', `runs in ${migration.service}`));
    await rows.attempt('compose: proxy template', () => (0,prepare_deploy/* proxyOf */.Ol)(request.proxy, root, pins), (proxy) => proxy && passed('compose: proxy template', `leads to ${proxy.file}`));
}

;// CONCATENATED MODULE: ./build/src/preflight/look-at-project.js














/** Goes through what a deploy does before it touches its server, and reports instead of failing. */
async function lookAtProject(request, checkout, registry, secrets) {
    const rows = new Rows();
    const isKnown = request.images.length > 0 || request.release !== undefined;
    const release = await lookAtRelease(request, isKnown, registry, rows);
    const env = await lookAtEnv(request, release?.version ?? '', checkout.root, secrets, rows);
    if (env === 'unreadable') {
        rows.add(skipped('compose: files', 'what they mean depends on the env file'));
        return { findings: rows.findings, project: undefined };
    }
    const read = await readModel(request, env, release, { ...secrets, rows, ...checkout });
    if (read === undefined)
        return { findings: rows.findings, project: undefined };
    const model = read.value;
    const collected = await rows.attempt('compose: referenced files', () => (0,collect_files/* collectFiles */.C)(model, request.extraFiles, checkout.project, [
        ...(0,prepare_deploy/* hookScripts */.gY)(request.hooks, checkout.root).values(),
    ]), (found) => referencedFinding(found, request.hasServer));
    rows.add(...(0,env_warnings/* envWarnings */.Z)({
        env,
        envFile: request.envFile,
        project: model,
        files: collected?.value.files ?? [],
        others: new Set([request.versionVariable]),
    }).map((words) => warned('env: values', words, 'Leave them as they are where that is meant; the file is not changed.')));
    const pins = (0,plan_pins/* pinnedServices */.F3)(model, release?.images ?? []);
    // A release that cannot be read has been reported: its services' images would only be reported again.
    const images = await lookAtImages(isKnown && release === undefined ? [] : model.services, pins, registry, request.hasServer);
    rows.add(...images.findings);
    rows.add(...composeFindings({
        project: model,
        pins: isKnown ? release && pins : pins,
        healthcheckInImage: images.healthcheckIn,
        stableSeconds: request.settings.stableSeconds,
        healthTimeoutSeconds: request.settings.healthTimeoutSeconds,
    }), ...hookFindings(request.hooks, (path) => checkout.root.exists(path)));
    if (release !== undefined) {
        const facts = {
            shipped: new Set((collected?.value.files ?? []).map(({ path }) => path)),
            volumesOf: (service) => images.volumesIn.get(service),
        };
        await lookAtSwitch(request, release, model, pins, facts, checkout.root, rows);
    }
    return {
        findings: rows.findings,
        project: collected && {
            model,
            env,
            images,
            version: release?.version ?? '',
            released: pins,
            ...collected.value,
        },
    };
}
async function readModel(request, env, release, ports) {
    const files = request.composeFiles;
    const source = { files, readFile: (path) => ports.project.readText(path) };
    const variables = variablesOf(request, env, release);
    return ports.rows.attempt('compose: files', async () => {
        const asked = new Set();
        const known = (0,compose_project/* readComposeProject */.q)({ ...source, env: variables, partialEnv: true, asked });
        const isWhole = env?.source === 'upload' && release !== undefined;
        if (!request.hasServer && isWhole)
            return (0,compose_project/* readComposeProject */.q)({ ...source, env: variables });
        if (!request.hasServer || asked.size === 0)
            return known;
        const facts = { asked, images: release?.images ?? [] };
        // Why a server can't be asked, the looks at it say.
        const onServer = await (0,variables_on_server/* variablesOnServer */.o)(request, env, facts, ports).catch(() => undefined);
        if (onServer === undefined)
            return known;
        const [own = new Map()] = onServer.values();
        return (0,compose_project/* readComposeProject */.q)({
            ...source,
            env: new Map([...own, ...variables]),
            // Without a release nobody knows the version.
            partialEnv: release === undefined,
        });
    }, ({ services }) => `${files.join(', ')}: ${services.length} services`);
}
function variablesOf({ versionVariable }, env, release) {
    const variables = (0,prepare_env/* knownVariables */.h0)(env, versionVariable, release?.version ?? '');
    if (release === undefined)
        variables.delete(versionVariable);
    return variables;
}
// Where there is a server to look at, that look tells whether it has them.
function referencedFinding({ files, pathsOnServer }, hasServer) {
    const check = 'compose: referenced files';
    return hasServer || pathsOnServer.length === 0
        ? passed(check, `${files.length} files are shipped`)
        : warned(check, `not in the checkout, so the server must have them already: ${pathsOnServer.join(', ')}`, 'Commit them, or put them into the deploy folder on the server.');
}

// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/server/plan/interrupted.js
var plan_interrupted = __webpack_require__(9335);
;// CONCATENATED MODULE: ./build/src/preflight/plan/server-findings.js




/** Registry tokens and certificates hold for minutes: a clock that is further off will break them. */
const clockToleranceSeconds = 60;
/** New containers beside the old ones need some. */
const memoryFloorKilobytes = 256 * 1024;
/** What an engine needs besides the images. */
const diskFloorKilobytes = 512 * 1024;
const inodeFloor = 20_000;
/** Layers on the disk against layers as they are sent: what common base images come to. */
const unpackedRatio = 3;
/** What every deploy needs of the server: a row for each requirement. */
function requirementFindings(facts, host) {
    const unmet = new Set();
    return check_server/* serverRequirements */.kA.map(({ name, needs, problem, seen }) => {
        const check = `server: ${name}`;
        if (needs !== undefined && unmet.has(needs)) {
            unmet.add(name);
            return skipped(check, `there is no ${needs} to ask`);
        }
        const found = problem(facts, host);
        if (found === undefined)
            return passed(check, seen(facts));
        unmet.add(name);
        return failedBy(check, found);
    });
}
/** What the Compose files need of the server. */
function needsFindings(needs, facts, host) {
    const check = 'server: networks, volumes, files';
    const problems = (0,check_server/* projectProblems */.EK)(needs, facts, host);
    return problems.length > 0
        ? problems.map((problem) => failedBy(check, problem))
        : [passed(check, 'everything that the Compose files take from the server is there')];
}
/** Whose the folder is, and what would be lost of what stands there. */
function ownFolderFindings(problems) {
    const check = 'server: whose the folder is';
    return problems.length > 0
        ? problems.map((problem) => failedBy(check, problem))
        : [passed(check, "nobody else's, and nothing in it would be lost")];
}
/** What else a deploy would say before it begins. */
function foreseenFindings({ problems, remarks }) {
    const check = 'server: what the release finds';
    return [
        ...problems.map((problem) => failedBy(check, problem)),
        ...remarks.map((remark) => passed(check, remark)),
    ];
}
/** What the survey showed: a row for each thing. */
function surveyFindings(survey, context) {
    const { facts } = context;
    return [
        passed('server: system', `${survey.system || 'Linux'}, ${facts.architecture}`),
        clockFinding(survey, context),
        memoryFinding(survey),
        ...diskFindings(survey, context),
        lockFinding(survey, context),
        leftoverFinding(survey, facts),
    ];
}
function clockFinding({ clock }, { asked, answered }) {
    const check = 'server: clock';
    const off = clock < asked - 1 ? asked - clock : clock > answered + 1 ? clock - answered : 0;
    if (off <= clockToleranceSeconds)
        return passed(check, 'goes right');
    const which = clock < asked ? 'behind' : 'ahead';
    return warned(check, `is ${Math.round(off)} s ${which}: tokens of registries and certificates are refused by it`, 'On the server: `sudo timedatectl set-ntp true`');
}
function memoryFinding({ memoryFreeKilobytes: free }) {
    const check = 'server: memory';
    if (free === undefined)
        return skipped(check, 'the server does not tell');
    const words = `${megabytes(free)} free, swap included`;
    return free >= memoryFloorKilobytes
        ? passed(check, words)
        : warned(check, `${words}: while a service rolls, its old and new containers run side by side`, 'Add swap (`sudo fallocate -l 1G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile`), or use `strategy: recreate`.');
}
function diskFindings({ images }, { facts, host, imageBytes }) {
    const check = 'server: disk';
    const free = Math.min(images?.freeKilobytes ?? Infinity, facts.diskFreeKilobytes);
    if (images === undefined || !Number.isFinite(free))
        return [skipped(check, 'the server does not tell')];
    const sent = Math.ceil((imageBytes ?? 0) / 1024);
    const needed = sent * unpackedRatio;
    const words = `${megabytes(free)} free`;
    const clean = 'On the server: `docker system df` shows what uses it; `docker image prune -a --filter until=720h` removes images unused for 30 days.';
    const room = free < sent
        ? failedBy(check, (0,errors/* failure */.V2)('disk-full', {
            host,
            message: `${words}; the images to pull have ${megabytes(sent)}, compressed`,
        }))
        : free < needed + diskFloorKilobytes
            ? warned(check, `${words}, of which the images to pull take about ${megabytes(needed)}`, clean)
            : passed(check, words);
    const inodes = images.freeInodes;
    if (inodes === undefined || inodes >= inodeFloor)
        return [room];
    return [
        room,
        warned(check, `only ${inodes} more files fit (inodes): an image has thousands`, clean),
    ];
}
function lockFinding({ holder }, { lockTimeoutSeconds }) {
    const check = 'server: lock';
    return holder === undefined
        ? passed(check, 'nobody deploys here now')
        : warned(check, `held by ${holder}: a deploy waits for it, at most ${lockTimeoutSeconds} s`, 'Wait until that one has ended.');
}
function leftoverFinding({ leftovers }, { interrupted, unconfirmed }) {
    const check = 'server: leftovers';
    if (interrupted !== undefined)
        return warned(check, (0,plan_interrupted/* interruptedWords */.M)(interrupted), `Nothing: ${plan_interrupted/* whatSettles */.Z.replace(/^The/, 'the')}`);
    if (unconfirmed !== undefined)
        return warned(check, `${unconfirmed.release} is live and nobody has confirmed it: ${unconfirmed.isWatched
            ? `it goes back by itself ${unconfirmed.seconds} s after the last sign of life of its job`
            : 'nobody watches over it, since the server or its watcher was ended'}`, unconfirmed.isWatched
            ? 'Nothing: its job confirms it, or another deploy takes its place.'
            : `Nothing: the next deploy has it watched again, as \`~/.local/state/deploy-kit/settle\` on the server does.`);
    return leftovers.length > 0
        ? warned(check, `broken-off uploads: ${leftovers.join(', ')}`, 'Nothing: the next deploy removes them.')
        : passed(check, 'none');
}
function megabytes(kilobytes) {
    return kilobytes >= 10 * 1024 * 1024
        ? `${Math.round(kilobytes / 1024 / 1024)} GB`
        : `${Math.round(kilobytes / 1024)} MB`;
}

// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: ./build/src/deploy/look-at-files.js
var look_at_files = __webpack_require__(88);
// EXTERNAL MODULE: ./build/src/deploy/plan/file-changes.js
var file_changes = __webpack_require__(7139);
// EXTERNAL MODULE: ./build/src/deploy/look-at-resources.js + 1 modules
var look_at_resources = __webpack_require__(5609);
// EXTERNAL MODULE: ./build/src/deploy/plan/foresee.js
var foresee = __webpack_require__(6532);
// EXTERNAL MODULE: ./build/src/deploy/plan/folder-problems.js
var folder_problems = __webpack_require__(4182);
// EXTERNAL MODULE: ./build/src/deploy/plan/project-name.js
var project_name = __webpack_require__(514);
// EXTERNAL MODULE: ./build/src/text/quote-env-value.js
var quote_env_value = __webpack_require__(4747);
// EXTERNAL MODULE: ./build/src/local/plan/text-entry.js
var text_entry = __webpack_require__(6415);
;// CONCATENATED MODULE: ./build/src/preflight/plan/compose-upload.js


/**
 * What Compose reads of a project: its files, the env file where that is uploaded, and the lines that are added to it.
 */
function composeUpload(model, files, env, version) {
    const read = new Set([
        ...model.files,
        ...model.services
            .flatMap(({ paths }) => paths)
            .filter(({ kind }) => kind === 'env-file' || kind === 'label-file')
            .map(({ path }) => path),
    ]);
    const sent = files.filter(({ path }) => read.has(path));
    const line = version.value === '' ? '' : `${version.variable}=${(0,quote_env_value/* quoteEnvValue */.D)(version.value)}\n`;
    return [
        ...sent,
        ...(env?.source === 'upload' ? [(0,text_entry/* textEntry */.C)('.env.given', 0o600, env.text)] : []),
        (0,text_entry/* textEntry */.C)('.env.added', 0o600, `${env?.source === 'server' ? env.added : ''}${line}`),
    ];
}

// EXTERNAL MODULE: ./build/src/server/plan/server-facts.js
var server_facts = __webpack_require__(7760);
;// CONCATENATED MODULE: ./build/src/preflight/plan/image-findings.js




/**
 * Whether the images run on the server's engine.
 * @param platform the engine's: `linux/amd64`
 */
function platformFindings(images, platform) {
    const check = 'server: platform';
    const known = images.filter(({ platforms }) => platforms.some((one) => one !== 'unknown'));
    const wrong = known.filter(({ platforms }) => !platforms.some((one) => (0,manifest/* runsOn */.k8)(platform, one)));
    if (wrong.length > 0)
        return wrong.map(({ reference, platforms }) => failedBy(check, (0,errors/* failure */.V2)('image-platform-missing', {
            image: reference,
            platform,
            available: platforms.join(', '),
        })));
    return known.length === 0
        ? [skipped(check, 'no image is known yet')]
        : [passed(check, `${platform}, as the images`)];
}
/**
 * Reads the output of the script `reach`.
 * @param lacksAccount whether a deploy will have an account that could not be tried
 * @returns `undefined` when it is not whole
 */
function readReach(output, lacksAccount) {
    const facts = (0,server_facts/* readFacts */.M)(output);
    if (facts.get('end')?.[0] !== 'yes')
        return undefined;
    const check = 'server: registry';
    const refused = (facts.get('refused') ?? []).map((line) => {
        const at = line.indexOf('|');
        return refusal(check, line.slice(0, at), line.slice(at + 1).trim(), lacksAccount);
    });
    const [there = [], answered = []] = [facts.get('there'), facts.get('answered')];
    const words = [
        ...(answered.length > 0 ? [`it answers for ${answered.join(', ')}`] : []),
        ...(there.length > 0 ? [`on the server already: ${there.join(', ')}`] : []),
    ];
    const findings = refused.length > 0 ? refused : [passed(check, words.join('; '))];
    return { there: new Set(there), findings };
}
function refusal(check, image, message, lacksAccount) {
    const words = `docker on the server does not get ${image}: ${message}`;
    if (/experimental|is not a docker command|unknown command/i.test(message))
        return skipped(check, `docker on the server is too old to ask for ${image}: ${message}`);
    const isLogin = /denied|unauthorized|forbidden|no basic auth/i.test(message);
    if (isLogin && lacksAccount)
        return skipped(check, `docker on the server has no login of its own for ${image}, and the account is for the registry of the release, which is not known yet`);
    if (isLogin || /manifest unknown|no such manifest|not found/i.test(message))
        return failed(check, words, 'Set `registry-username` and `registry-password`, or log in on the server (`docker login`).');
    // Its engine may reach what the client does not: through a proxy, or a mirror.
    return warned(check, words, `Let the server reach the registry; try it there: \`docker pull ${image}\`.`);
}

// EXTERNAL MODULE: ./build/src/compose/published-ports.js
var published_ports = __webpack_require__(569);
;// CONCATENATED MODULE: ./build/src/preflight/plan/port-findings.js


/**
 * Whether something else has the ports that the services publish, and what answers at 80 and 443.
 * @param own the deploy folder, and the project's name: its own containers may have them, and those of the one project
 * that runs from the folder under another name
 */
function portFindings(services, survey, own) {
    const base = (project) => project.replace(/-(blue|green)$/, '');
    const here = survey.containers.filter(({ folder }) => folder === own.folder);
    const isAlone = new Set(here.map(({ project }) => base(project))).size === 1;
    const isOwn = ({ folder, project }) => base(project) === own.project || (folder === own.folder && isAlone);
    const ours = survey.containers.filter(isOwn);
    const others = survey.containers.filter((container) => !isOwn(container));
    const wanted = services
        .filter(({ active }) => active)
        .flatMap(({ name, traits }) => traits.ports.map((port) => ({ name, port })));
    const taken = wanted.flatMap(({ name, port }) => {
        const holder = holderOf(port, survey.listens, ours, others);
        return holder === undefined ? [] : [takenFinding(name, port, holder)];
    });
    const check = 'server: ports';
    const free = wanted.length === 0
        ? passed(check, 'the services publish none')
        : passed(check, `${wanted.map(({ port }) => (0,published_ports/* portWords */.D)(port)).join(', ')}: nobody else's`);
    return [...(taken.length > 0 ? taken : [free]), proxyFinding(survey)];
}
function takenFinding(service, port, holder) {
    const words = (0,published_ports/* portWords */.D)(port);
    return failed('server: ports', `the port ${words} of service ${service} is taken by ${holder}`, `Publish another port in the Compose file, or stop what has it (on the server: \`sudo ss -lntup 'sport = :${port.first}'\`).`);
}
/**
 * Who has the port that a service wants; `undefined` when nobody, or the project itself, does. Of a range Docker
 * takes any that is free.
 */
function holderOf(wanted, listens, own, others) {
    const ports = Array.from({ length: wanted.last - wanted.first + 1 }, (_, index) => ({
        ...wanted,
        first: wanted.first + index,
        last: wanted.first + index,
    }));
    const holders = ports.map((port) => holderOfOne(port, listens, own, others));
    return holders.includes(undefined) ? undefined : holders[0];
}
function holderOfOne(wanted, listens, own, others) {
    const container = others.find(({ ports }) => ports.some((port) => collides(wanted, port)));
    if (container !== undefined)
        return `the container ${container.name}`;
    const ours = own.flatMap(({ ports }) => ports);
    const listener = listens.find((one) => collides(wanted, one) &&
        // Docker itself listens for the containers.
        !ours.some(({ port, protocol }) => port === one.port && protocol === one.protocol));
    return listener === undefined ? undefined : 'a program outside of Docker';
}
function collides({ first, last, protocol, address }, other) {
    const wide = ['', '0.0.0.0', '::'];
    return (protocol === other.protocol &&
        first <= other.port &&
        other.port <= last &&
        (wide.includes(address) || other.address === '' || address === other.address));
}
function proxyFinding({ containers, listens }) {
    const check = 'server: proxy';
    const names = [80, 443].flatMap((port) => {
        const container = containers.find(({ ports }) => ports.some((one) => one.port === port));
        if (container !== undefined)
            return `${port}: the container ${container.name}`;
        const program = listens.some((one) => one.port === port && one.protocol === 'tcp');
        return program ? `${port}: a program outside of Docker` : [];
    });
    return passed(check, names.length === 0 ? 'nothing answers at the ports 80 and 443 yet' : names.join(', '));
}

;// CONCATENATED MODULE: ./build/src/preflight/plan/proxy-findings.js


const check = 'server: blue-green proxy';
/** Whether a blue-green deploy can point its proxy to the new containers; no row for another strategy. */
function blueGreenFindings(proxy, survey, { user }, host) {
    if (proxy === undefined)
        return [];
    const reload = 'container' in proxy.reload
        ? [containerFinding(proxy.reload.container, survey.proxy)]
        : [skipped(check, 'only a deploy runs the script of `proxy-reload`')];
    return survey.unwritable === undefined
        ? reload
        : [
            ...reload,
            failedBy(check, (0,errors/* failure */.V2)('proxy-file-not-writable', { file: survey.unwritable, host, user })),
        ];
}
function containerFinding(name, { kind, handsOver } = noProxy) {
    switch (kind) {
        case undefined:
            return failed(check, `neither nginx nor Caddy answers in the container ${name}`, 'Start the proxy, or name its container in `proxy-container`.');
        case 'nginx':
            return passed(check, `nginx, in the container ${name}`);
        case 'caddy':
            // https://docs.kernel.org/networking/ip-sysctl.html: tcp_migrate_req
            return handsOver === false
                ? warned(check, `Caddy, in the container ${name}, opens its ports anew at each reload, and a connection that is just arriving at the old ones is reset`, "Let the kernel hand it over: `sysctls: ['net.ipv4.tcp_migrate_req=1']` for Caddy in its Compose file, then `docker compose up -d` there.")
                : passed(check, `Caddy, in the container ${name}${handsOver === undefined ? ', on a kernel that does not say whether it hands connections over at a reload' : ''}`);
    }
}
const noProxy = { kind: undefined, handsOver: undefined };

// EXTERNAL MODULE: ./build/src/server/plan/docker-way.js
var docker_way = __webpack_require__(4643);
;// CONCATENATED MODULE: ./build/src/preflight/plan/survey.js

/**
 * Reads the output of the script `survey`.
 * @returns `undefined` when it is not whole
 */
function parseSurvey(output) {
    const facts = (0,server_facts/* readFacts */.M)(output);
    const one = (key) => facts.get(key)?.[0];
    const many = (key) => facts.get(key) ?? [];
    if (one('end') !== 'yes')
        return undefined;
    const memory = one('memory-free-kb');
    return {
        clock: Number(one('now')),
        system: one('system') ?? '',
        memoryFreeKilobytes: memory === undefined ? undefined : Number(memory),
        images: roomOf(one('images-free-kb'), one('images-inodes')),
        listens: many('listens').flatMap((line) => listeningOf(line) ?? []),
        containers: many('container').map(containerOf),
        holder: one('holder'),
        leftovers: many('leftover'),
        proxy: proxyFrom(one('proxy')),
        unwritable: one('unwritable'),
    };
}
function proxyFrom(fact) {
    if (fact === undefined)
        return undefined;
    const [name, setting = ''] = fact.split(' ');
    const kind = name === 'nginx' || name === 'caddy' ? name : undefined;
    return { kind, handsOver: setting === '' ? undefined : setting === '1' };
}
function roomOf(free = '', inodes = '') {
    if (!/^\d+$/.test(free))
        return undefined;
    const [total = 0, left] = inodes.split(' ').map(Number);
    return { freeKilobytes: Number(free), freeInodes: total > 0 ? left : undefined };
}
// `tcp 0100007F:1F90`: each group of four bytes in the machine's own order, which is little-endian on
// everything that Docker runs on but s390x. Source: https://man7.org/linux/man-pages/man5/proc_pid_net.5.html
function listeningOf(line) {
    const [, protocol, hex = '', port = ''] = /^(tcp|udp)6? ([0-9A-F]+):([0-9A-F]{4})$/.exec(line) ?? [];
    if (protocol !== 'tcp' && protocol !== 'udp')
        return undefined;
    const words = hex.match(/.{8}/g) ?? [];
    const bytes = words.flatMap((word) => (word.match(/../g) ?? []).toReversed());
    return { protocol, address: addressOf(bytes), port: Number.parseInt(port, 16) };
}
function addressOf(bytes) {
    if (bytes.every((byte) => byte === '00'))
        return '';
    const numbers = bytes.map((byte) => Number.parseInt(byte, 16));
    const mapped = numbers.length === 16 && /^(00){10}FFFF/.test(bytes.join(''));
    if (numbers.length === 4 || mapped)
        return numbers.slice(-4).join('.');
    const groups = Array.from({ length: 8 }, (_, index) => Number.parseInt(`${bytes[index * 2] ?? ''}${bytes[index * 2 + 1] ?? ''}`, 16).toString(16));
    // As the URL parser shortens it, so that equal addresses are equal texts.
    return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
// `FOLDER|PROJECT|NAME|0.0.0.0:80->80/tcp, :::80->80/tcp, 127.0.0.1:9000-9001->9000-9001/tcp, 443/tcp`
function containerOf(line) {
    const [folder = '', project = '', name = '', ports = ''] = line.split('|');
    return { folder, project, name, ports: ports.split(', ').flatMap(publishedOf) };
}
function publishedOf(text) {
    const [, address = '', first, last, protocol] = /^(.*):(\d+)(?:-(\d+))?->[\d-]+\/(tcp|udp)$/.exec(text) ?? [];
    if (first === undefined || (protocol !== 'tcp' && protocol !== 'udp'))
        return [];
    const bound = address.replace(/^\[(.*)\]$/, '$1');
    const all = bound === '0.0.0.0' || bound === '::';
    const count = Number(last ?? first) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) => ({
        protocol,
        address: all ? '' : bound,
        port: Number(first) + index,
    }));
}

// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
// EXTERNAL MODULE: ./build/src/deploy/plan/registry-login.js
var registry_login = __webpack_require__(6810);
// EXTERNAL MODULE: ./build/src/server/look-at.js
var look_at = __webpack_require__(2126);
;// CONCATENATED MODULE: ./build/src/preflight/server-look.js





















/** Each look is a few commands. */
const server_look_lookSeconds = 30;
const filesCheck = 'server: files that a deploy replaces';
/** Looks that need Docker, on a server that has all that a deploy needs. */
class ServerLook {
    #facts;
    #request;
    #project;
    #ports;
    constructor(facts, request, project, ports) {
        this.#facts = facts;
        this.#request = request;
        this.#project = project;
        this.#ports = ports;
    }
    /** The rows of all looks, which go on side by side. */
    async all() {
        const reached = this.#reach().catch((error) => this.#explain('server: registry', error));
        const groups = await Promise.all([
            this.#survey(reached).catch((error) => this.#explain('server: system', error)),
            this.#compose().catch((error) => this.#explain('server: compose files', error)),
            this.#files().catch((error) => this.#explain(filesCheck, error)),
            reached,
        ]);
        return groups.flatMap((group) => ('findings' in group ? group.findings : group));
    }
    async #survey(reached) {
        const { path } = this.#facts;
        const { clock, server } = this.#ports;
        const asked = clock.now().getTime() / 1000;
        const { proxy } = this.#request;
        const container = proxy !== undefined && 'container' in proxy.reload ? proxy.reload.container : '';
        const survey = await (0,look_at/* lookAt */.t)(server, {
            script: scripts/* survey */.Fr,
            args: [path, this.#way, container, proxy?.file ?? ''],
            timeoutSeconds: server_look_lookSeconds,
            read: ({ stdout }) => parseSurvey(stdout),
        });
        const answered = clock.now().getTime() / 1000;
        const images = await reached;
        const there = 'there' in images ? images.there : new Set();
        return [
            ...surveyFindings(survey, {
                facts: this.#facts,
                host: server.name,
                asked,
                answered,
                imageBytes: await this.#project?.images.bytesFor(this.#platform, there),
                lockTimeoutSeconds: this.#request.settings.lockTimeoutSeconds,
            }),
            ...portFindings(this.#project?.model.services ?? [], survey, {
                folder: path.replace(/\/+$/, ''),
                project: this.#project === undefined ? '' : this.#projectName(this.#project),
            }),
            ...blueGreenFindings(proxy, survey, this.#facts, server.name),
        ];
    }
    async #files() {
        const project = this.#project;
        if (project === undefined)
            return [skipped(filesCheck, 'which there are is not known')];
        const { model, files } = project;
        const { allow } = this.#request;
        const shipped = { project: model, files, allow };
        const seen = await (0,look_at_files/* lookAtFiles */.U)(shipped, this.#facts, this.#ports.server);
        return [filesFinding((0,file_changes/* fileChanges */.C8)(seen, files.length))];
    }
    async #compose() {
        const check = 'server: compose files';
        const project = this.#project;
        if (project === undefined)
            return [skipped(check, 'they cannot be read')];
        const { composeFiles, healthUrls, versionVariable: variable } = this.#request;
        const { model, files, env, pathsOnServer } = project;
        const value = project.version || 'unknown';
        const entries = composeUpload(model, files, env, { variable, value });
        const sent = new Set(entries.map(({ path }) => path));
        const { command, version } = this.#facts.compose;
        const base = env?.source === 'server' ? (env.path ?? '') : '';
        const theirs = pathsOnServer.filter((path) => !sent.has(path));
        const { code, stderr } = await (0,look_at/* lookAt */.t)(this.#ports.server, {
            script: scripts/* validate */.tf,
            args: [this.#facts.path, command, this.#way, base, ...composeFiles, '--', ...theirs],
            stdin: () => this.#ports.archiver.pack(entries),
            timeoutSeconds: server_look_lookSeconds,
            read: (answer) => answer,
        });
        const needs = { project: model, pathsOnServer, healthUrls };
        return [
            ...needsFindings(needs, this.#facts, this.#ports.server.name),
            ...ownFolderFindings((0,folder_problems/* folderProblems */.V)({ ...this.#request, composeFiles, project: model, env }, this.#facts, this.#ports.server.name)),
            ...(await this.#foreseen(project)),
            code === 0
                ? passed(check, `${command} ${version} reads them`)
                : failedBy(check, (0,errors/* failure */.V2)('compose-file-invalid', {
                    file: composeFiles.join(' -f '),
                    message: composeWords(stderr),
                })),
        ];
    }
    /** What a deploy says of folders, networks, volumes and built images before it begins. */
    async #foreseen(project) {
        const { server } = this.#ports;
        const { released } = project;
        const intent = { ...project, project: project.model };
        const facts = await (0,look_at_resources/* lookAtResources */.I)(intent, released, this.#facts, server);
        return foreseenFindings((0,foresee/* foresee */.S)(intent, released, {
            ready: this.#facts,
            facts,
            rolls: this.#request.strategy === 'rolling',
            host: server.name,
        }));
    }
    async #reach() {
        const planned = this.#project?.images.planned ?? [];
        const platform = platformFindings(planned, this.#platform);
        if (planned.length === 0)
            return platform;
        const { registryAccount, plainHttp } = this.#request;
        const registry = (0,images_to_await/* firstImage */.o)(this.#request)?.registry;
        const references = planned.map(({ reference }) => reference);
        // As in a deploy: the account is for its own registry, the server's logins are for the others.
        const isTheirs = (image) => registryAccount !== undefined && (0,image_reference/* parseImageReference */.o_)(image)?.registry === registry;
        const theirs = references.filter(isTheirs);
        const account = theirs.length > 0 ? registryAccount : undefined;
        const found = await (0,look_at/* lookAt */.t)(this.#ports.server, {
            script: scripts/* reach */.gl,
            args: [
                this.#way,
                plainHttp ? 'plain' : '',
                account === undefined ? '' : 'account',
                ...theirs,
                '--',
                ...references.filter((image) => !isTheirs(image)),
            ],
            ...(account === undefined
                ? {}
                : { stdin: () => external_node_stream_.Readable.from([(0,registry_login/* accountConfiguration */.IO)(account, registry ?? '')]) }),
            timeoutSeconds: server_look_lookSeconds,
            read: ({ stdout }) => readReach(stdout, registryAccount !== undefined && registry === undefined),
        }).catch((error) => this.#explain('server: registry', error));
        if (!('findings' in found))
            return [...platform, ...found];
        return { ...found, findings: [...platform, ...found.findings] };
    }
    get #platform() {
        return this.#facts.platform ?? `linux/${this.#facts.architecture}`;
    }
    #projectName({ model, env }) {
        return (0,project_name/* projectName */.j)({ project: model, env }, this.#facts);
    }
    get #way() {
        return (0,docker_way/* dockerWay */.mS)(this.#facts);
    }
    #explain(check, error) {
        if (error instanceof errors/* DeployKitError */.mG)
            return [failedBy(check, error)];
        throw error;
    }
}
// Compose warns of each variable before it says what is wrong, and of a broken env file it quotes the line.
function composeWords(stderr) {
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes('level=warning'));
    const words = lines.slice(-3).join(' ').trim();
    return /\.env|template|unterminated|variable name/i.test(words)
        ? words.replace(/"[^"]*("|$)|'[^']*('|$)/g, '…')
        : words;
}
function filesFinding({ replaced, kept }) {
    if (replaced.length > 0)
        return warned(filesCheck, `what the server has in their place goes: ${replaced.join(', ')}`, 'Compare them with the checkout first. The former ones are kept in .deploy-kit/former there.');
    return kept.length === 0
        ? passed(filesCheck, 'none that was changed on the server')
        : warned(filesCheck, `changed on the server, and therefore kept: ${kept.join(', ')}`, 'Where the release is to have its own, bring the changes into the repository.');
}

;// CONCATENATED MODULE: ./build/src/preflight/look-at-server.js





/**
 * Looks at one server as a deploy would meet it. Nothing on it changes: what Compose and Docker read for a check is in a
 * temporary folder, in memory where the server has one there.
 * @param path the deploy folder as it was given
 * @param project what is known of the deploy; `undefined` where the Compose files can't be read
 */
async function lookAtServer(path, request, project, ports) {
    const rows = new Rows();
    const { server } = ports;
    const paths = [...(project?.pathsOnServer ?? []), ...(project?.madeFolders.keys() ?? [])];
    const probed = await rows.attempt('ssh: login', () => (0,probe_server/* probeServer */._)(server, path, paths), ({ user }) => `${user} at ${server.name}, with the expected host key and a POSIX shell`);
    if (probed === undefined)
        return rows.findings;
    const facts = probed.value;
    rows.add(...requirementFindings(facts, server.name));
    if (!(0,check_server/* canRunCompose */.KJ)(facts))
        return rows.findings;
    const look = new ServerLook(facts, request, project, ports);
    rows.add(...(await look.all()));
    return rows.findings;
}

;// CONCATENATED MODULE: ./build/src/preflight/look-at-deploy.js










/** Goes through a deploy up to its first change: the checkout, the registries, each server. */
async function lookAtDeploy(request, servers, ports) {
    const located = locate(request, servers.length > 0, ports.root);
    if ('finding' in located)
        return [located.finding];
    const whole = { ...request, composeFiles: located.files, hasServer: servers.length > 0 };
    const { root, registry, age, reporter } = ports;
    const checkout = { root, project: ports.projectIn(located.folder) };
    const lookWith = (envOnServer) => lookAtProject(whole, checkout, registry, { age, reporter, envOnServer });
    let own = new Map();
    const first = await reporter.group('Look at the checkout and the registries', () => lookWith(async (asked) => {
        own = await (0,server_connection/* withServers */.Fr)(servers, () => (0,read_server_env/* readServerEnv */.f)(servers, asked));
        return own;
    }));
    const { findings } = first;
    const firstKey = (0,variables_on_server/* variablesKey */.R)([...own.values()][0]);
    // A server whose own variables are others has a project of its own.
    const lookOn = async ({ name }) => {
        const variables = own.get(name);
        if (variables === undefined || (0,variables_on_server/* variablesKey */.R)(variables) === firstKey)
            return { ...first, findings: [] };
        return lookWith(() => Promise.resolve(new Map([[name, variables]])));
    };
    const rows = new Rows();
    if (servers.length > 0) {
        const key = await rows.attempt('ssh: key', ports.describeKey, (words) => words);
        if (key === undefined)
            return [...findings, ...rows.findings];
    }
    const seen = await Promise.all(servers.map(async (server) => {
        const there = await lookOn(server);
        const ofServer = await (0,server_connection/* withServer */.eH)(server, () => lookAtServer(request.path, whole, there.project, { ...ports, server }));
        const looks = [...there.findings, ...ofServer];
        // One server needs no name in each of its rows.
        return servers.length === 1
            ? looks
            : looks.map((row) => ({ ...row, check: `${row.check} (${server.name})` }));
    }));
    if (servers.length > 1 && !seen.flat().some(isUnreached))
        await rows.attempt('ssh: servers', () => (0,server_connection/* withServers */.Fr)(servers, (connected) => (0,distinct_servers/* checkDistinct */.R)(connected, request.path)), () => `${servers.length} of them, no two the same`);
    return [...findings, ...rows.findings, ...seen.flat()];
}
/** Says that one server can't be reached, which its own row tells. */
function isUnreached({ check, verdict }) {
    return check.startsWith('ssh: login') && verdict === 'fail';
}
function locate({ composeFiles }, isWanted, root) {
    try {
        return (0,locate_project/* locateProject */.m)(composeFiles, root);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        const check = 'compose: files';
        // A repository whose deploys are somebody else's may still have workflows to look at.
        return isWanted || composeFiles !== undefined
            ? { finding: failedBy(check, error) }
            : {
                finding: skipped(check, 'there is none in the top folder, and `compose-files` is not set'),
            };
    }
}

// EXTERNAL MODULE: ./build/src/deploy/deploy-request.js
var deploy_request = __webpack_require__(5510);
;// CONCATENATED MODULE: ./build/src/preflight/look-request.js



/**
 * What a deploy would be asked for. An event with an unreadable release becomes a row, and the rest is looked at
 * without a release.
 */
function lookRequest(inputs, run, startedAt) {
    try {
        return { request: (0,deploy_request/* deployRequest */.L)(inputs, run, startedAt), findings: [] };
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG))
            throw error;
        const request = (0,deploy_request/* deployRequest */.L)(inputs, { ...run, event: {} }, startedAt);
        return { request, findings: [failedBy('release', error)] };
    }
}

// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
;// CONCATENATED MODULE: ./build/src/preflight/plan/report.js

/** Which verdicts make the step fail. */
const failLevels = ['fail', 'warn', 'never'];
const icons = {
    pass: ':white_check_mark:',
    warn: ':warning:',
    fail: ':x:',
    skipped: ':heavy_minus_sign:',
};
/** The worst verdict of all. */
function worstVerdict(findings) {
    const all = new Set(findings.map(({ verdict }) => verdict));
    return all.has('fail') ? 'fail' : all.has('warn') ? 'warn' : 'pass';
}
/** Those that make the step fail. */
function failures(findings, level) {
    if (level === 'never')
        return [];
    return findings.filter(({ verdict }) => verdict === 'fail' || (level === 'warn' && verdict === 'warn'));
}
/** `3 fail, 1 warn, 20 pass, 2 skipped` */
function countWords(findings) {
    const verdicts = ['fail', 'warn', 'pass', 'skipped'];
    return verdicts
        .map((one) => `${findings.filter(({ verdict }) => verdict === one).length} ${one}`)
        .join(', ');
}
/** The job summary: one table, the worst first, and the graph of the workflows. */
function renderPreflight(findings, graph) {
    const order = ['fail', 'warn', 'skipped', 'pass'];
    const rows = findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
    return [
        '### Preflight',
        '',
        `${countWords(findings)}.`,
        '',
        '| | check | detail | fix |',
        '| --- | --- | --- | --- |',
        ...rows.map(row),
        '',
        ...(graph === undefined
            ? []
            : ['#### The chain of workflows', '', '```mermaid', graph, '```', '']),
    ].join('\n');
}
function row({ check, verdict, detail, fix, place }) {
    const where = place === undefined ? '' : ` (${(0,markdown/* code */.aY)(`${place.file}:${place.line}`)})`;
    const cells = [oneLine(check), `${oneLine(detail)}${where}`, mending(fix ?? '')];
    return `| ${icons[verdict]} | ${cells.join(' | ')} |`;
}
// What stands after a colon is an edit, to be copied as it is.
function mending(fix) {
    const [first = '', ...rest] = fix.trim().split('\n');
    if (!first.endsWith(':') || rest.length === 0)
        return [first, ...rest].map(oneLine).join('<br>');
    return `${oneLine(first)}<pre>${rest.map(markdown/* plain */.pj).join('<br>')}</pre>`;
}
function oneLine(text) {
    const spans = text
        .trim()
        .replace(/\s+/g, ' ')
        .split(/(`[^`]*`)/);
    // Commands keep the type of code; only a bar would end their cell.
    return spans
        .map((span) => (span.startsWith('`') ? span.replaceAll('|', '\\|') : (0,markdown/* plain */.pj)(span)))
        .join('');
}
/** A line of the log. */
function logLine({ check, verdict, detail, fix }) {
    const mend = fix === undefined ? '' : `\n         what to do: ${fix}`;
    return `${verdict.padEnd(7)}  ${check}: ${detail}${mend}`;
}

;// CONCATENATED MODULE: ./build/src/preflight/report-findings.js


/** How many problems a message names; the summary has them all. */
const maxNamed = 10;
/**
 * Shows all findings: log, annotations for what has a place in a file, one table, outputs.
 * @throws {DeployKitError} `preflight-failed` when one of them makes the step fail
 */
function reportFindings(findings, graph, level, reporter) {
    for (const finding of findings)
        reporter.info(logLine(finding));
    // GitHub shows only the first ten of a kind.
    for (const { check, verdict, detail, fix, place } of findings) {
        if (place !== undefined && (verdict === 'warn' || verdict === 'fail')) {
            const mend = fix === undefined ? '' : `\nWhat to do: ${fix}`;
            reporter.annotate(verdict === 'fail' ? 'error' : 'warning', check, `${detail}${mend}`, place);
        }
    }
    const verdict = worstVerdict(findings);
    reporter.summary(renderPreflight(findings, graph));
    reporter.output('verdict', verdict);
    reporter.output('result', JSON.stringify({ verdict, findings }));
    const fatal = failures(findings, level);
    if (fatal.length === 0)
        return;
    const named = fatal.slice(0, maxNamed).map(({ check, detail }) => `${check}: ${detail}`);
    const more = fatal.length > maxNamed ? `; and ${fatal.length - maxNamed} more` : '';
    throw (0,errors/* failure */.V2)('preflight-failed', {
        counts: countWords(findings),
        problems: `${named.join('; ')}${more}`,
    });
}

;// CONCATENATED MODULE: ./build/src/preflight/plan/outcome.js
function pass(detail) {
    return { verdict: 'pass', detail, fix: undefined };
}
function warn(detail, fix) {
    return { verdict: 'warn', detail, fix };
}
function fail(detail, fix) {
    return { verdict: 'fail', detail, fix };
}
/** @param detail why the check could not be made */
function skip(detail, fix) {
    return { verdict: 'skipped', detail, fix };
}

// EXTERNAL MODULE: ./build/src/local/run-command.js
var run_command = __webpack_require__(3808);
;// CONCATENATED MODULE: ./build/src/preflight/check-command.js


/** More of a command's output does not fit a table. */
const shownLines = 5;
const shownCharacters = 500;
/** Whether a command ends with status 0. */
async function commandOutcome({ command }, timeoutSeconds, processes) {
    const { code, lines, isTooSlow } = await (0,run_command/* runCommand */.d)(command, timeoutSeconds, processes);
    const last = lines.slice(-shownLines).join('\n').slice(-shownCharacters);
    const said = last === '' ? '' : `: ${last}`;
    if (code === 0)
        return pass(`ended with status 0${said}`);
    return fail(isTooSlow
        ? `did not end within ${timeoutSeconds} s${said}`
        : `ended with status ${code}${said}`, 'Run it by hand; it runs in the checkout, on the runner, with `sh -eu`.');
}

;// CONCATENATED MODULE: ./build/src/preflight/plan/name-verdict.js

/** Whether a text is an IP address rather than a name. */
function isAddress(text) {
    return text.includes(':') || /^\d+(\.\d+){3}$/.test(text);
}
/**
 * Whether a name leads where it must.
 * @param target what it must lead to, as it is written
 * @param expected the addresses of that
 */
function nameVerdict(name, answer, target, expected) {
    if (answer.kind === 'failed')
        return fail(`DNS did not answer for ${name}: ${answer.message}`, `Try it: \`dig ${name}\``);
    const record = `Create the record at the name's DNS provider: \`${recordFor(name, target)}\`. A new record can take minutes to be seen.`;
    if (answer.kind === 'unknown')
        return fail(`DNS knows no address of ${name}`, record);
    const wanted = new Set(expected.map(name_verdict_canonical));
    const addresses = answer.addresses.map(name_verdict_canonical);
    const right = addresses.filter((one) => wanted.has(one));
    const wrong = addresses.filter((one) => !wanted.has(one) && isComparable(one, expected));
    if (right.length === 0)
        return fail(`${name} leads to ${addresses.join(', ')}, not to ${described(target, expected)}`, `${record} Where a proxy in front is meant, say so with \`to:\`.`);
    return wrong.length === 0
        ? pass(`${name} leads to ${right.join(', ')}`)
        : warn(`${name} leads to ${described(target, expected)}, but also to ${wrong.join(', ')}`, `Remove the other record (${wrong.map((one) => (one.includes(':') ? 'AAAA' : 'A')).join(', ')}), or let it lead to the server too.`);
}
// Of a server that is given by its IPv4 address alone, nobody knows the IPv6 one.
function isComparable(address, expected) {
    return expected.some((one) => one.includes(':') === address.includes(':'));
}
function described(target, expected) {
    return isAddress(target) ? target : `${target} (${expected.join(', ')})`;
}
function recordFor(name, target) {
    const type = !isAddress(target) ? 'CNAME' : target.includes(':') ? 'AAAA' : 'A';
    return `${name}. ${type} ${target}${type === 'CNAME' ? '.' : ''}`;
}
/** `2001:DB8:0::1` → `2001:db8::1` */
function name_verdict_canonical(address) {
    if (!address.includes(':'))
        return address;
    const url = `http://[${address}]/`;
    return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}

;// CONCATENATED MODULE: ./build/src/preflight/check-dns.js


/** Whether DNS leads a name to the server, or to what the check says. */
async function dnsOutcome({ name, to }, timeoutSeconds, { hosts }, names) {
    const targets = to === undefined ? hosts : [to];
    const [target] = targets;
    if (target === undefined)
        return skip('the server is not known', 'Set `host`, or say in the check where it leads: `to:`.');
    const [answer, answers] = await Promise.all([
        names.addresses(name, timeoutSeconds),
        Promise.all(targets.map((one) => check_dns_addressesOf(one, timeoutSeconds, names))),
    ]);
    const expected = [];
    for (const [index, found] of answers.entries()) {
        if (found.kind !== 'found')
            return fail(`DNS ${found.kind === 'unknown' ? 'knows no address of' : 'did not answer for'} ${targets[index] ?? ''}, where it must lead`, 'Correct that name, or give its address: `to:`.');
        expected.push(...found.addresses);
    }
    return nameVerdict(name, answer, target, expected);
}
async function check_dns_addressesOf(name, timeoutSeconds, names) {
    return isAddress(name)
        ? { kind: 'found', addresses: [name] }
        : names.addresses(name, timeoutSeconds);
}

;// CONCATENATED MODULE: ./build/src/preflight/check-github.js


/** Whether a secret or variable is there; its value is never asked for. */
function settingOutcome(subject, context, settings, signal) {
    const { kind, name, environment } = subject;
    const repository = subject.repository ?? context.repository;
    const holder = environment === undefined ? repository : `${repository}, environment ${environment}`;
    return mayLook(settings, settingPermission(subject), async (github) => {
        const isThere = kind === 'secret'
            ? await github.hasSecret(repository, name, environment, signal)
            : await github.hasVariable(repository, name, environment, signal);
        if (isThere)
            return pass(`${holder} has it`);
        const where = environment === undefined ? '' : ` --env ${environment}`;
        return fail(`${holder} has no ${kind} ${name}`, `Create it: \`gh ${kind} set ${name} --repo ${repository}${where}\``);
    });
}
// https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
function settingPermission({ kind, environment }) {
    if (environment !== undefined)
        return 'Environments: read';
    return kind === 'secret' ? 'Secrets: read' : 'Variables: read';
}
/** Whether an environment is there, with reviewers where they are wanted. */
function environmentOutcome(subject, context, settings, signal) {
    const { name, reviewers } = subject;
    const repository = subject.repository ?? context.repository;
    const path = `repos/${repository}/environments/${encodeURIComponent(name)}`;
    return mayLook(settings, 'Actions: read', async (github) => {
        const found = await github.environment(repository, name, signal);
        if (found === undefined)
            return fail(`${repository} has no environment ${name}; a job that names it would make one without any protection`, `Create it: \`gh api --method PUT ${path}\`, or under Settings → Environments.`);
        const who = found.reviewers.join(', ');
        if (reviewers && who === '')
            return fail(`nobody must approve the jobs of the environment ${name}`, `Settings → Environments → ${name} → Required reviewers.`);
        return pass(who === '' ? 'exists' : `exists; its jobs wait for ${who}`);
    });
}
/** Whether a workflow is there and enabled. */
function workflowOutcome({ file, repository: other }, context, settings, signal) {
    const repository = other ?? context.repository;
    return mayLook(settings, 'Actions: read', async (github) => {
        const state = await github.workflowState(repository, file, signal);
        if (state === undefined)
            return fail(`${repository} has no workflow ${file}`, `Put \`.github/workflows/${file}\` on its default branch, or correct the name: \`gh workflow list --all --repo ${repository}\``);
        return state === 'active'
            ? pass('is enabled')
            : fail(`the workflow is not enabled (${state})`, `\`gh workflow enable ${file} --repo ${repository}\``);
    });
}
/** What a token may not look at is not judged. */
async function mayLook(settings, permission, look) {
    if (settings === undefined)
        return skip('`github-token` is empty: the secret that it names was never created, or is not visible to this job', 'Create that secret under Settings → Secrets and variables → Actions.');
    try {
        return await look(settings);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'github-token-lacks-permission')
            throw error;
        return skip(error.why, permission === 'Actions: read'
            ? error.fix
            : `No \`permissions:\` opens this to the job's own token. Give \`github-token\` a fine-grained token or an App's with the repository permission "${permission}".`);
    }
}

// EXTERNAL MODULE: ./build/src/health/plan/http-expectation.js
var http_expectation = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/src/health/plan/find-fault.js
var find_fault = __webpack_require__(4073);
;// CONCATENATED MODULE: ./build/src/preflight/check-address.js



/** Whether a URL answers. A redirect is an answer. */
async function httpsOutcome({ url, statuses }, timeoutSeconds, probe) {
    const expected = {
        statuses,
        contains: [],
        matches: undefined,
        json: new Map(),
        headers: new Map(),
        revision: undefined,
        maxLatencySeconds: undefined,
        tlsMinDays: undefined,
    };
    const answer = await probe.ask({
        url,
        method: 'GET',
        headers: new Map(),
        body: undefined,
        timeoutSeconds,
    });
    const fault = (0,find_fault/* findFault */.K)(answer, expected);
    if (fault !== undefined)
        return fail(`${fault.text}; expected: ${(0,http_expectation/* describeExpectation */.uN)(expected)}`, fault.kind === 'name-unknown'
            ? `Check the name: \`dig +short ${url.hostname}\``
            : `Try it: \`curl -v ${url.href}\``);
    return pass(answer.kind === 'answer' ? `answers with status ${answer.status}` : 'answers');
}
/** Whether an SSH server greets there. */
async function sshOutcome({ host, port }, timeoutSeconds, probe) {
    // A server may say other lines first: RFC 4253, section 4.2.
    const answer = await probe.greeting(host, port, /^SSH-\d.*$/m, timeoutSeconds);
    if (answer.kind === 'greeting')
        return pass(`answers: ${answer.text}`);
    const detail = answer.message;
    return fail(detail, answer.kind === 'refused'
        ? `Another service has the port ${port}: find the one of sshd with \`sudo sshd -T | grep ^port\` on the server.`
        : `Check the address, that sshd runs (\`sudo systemctl status ssh\` on the server), and that its firewall and the provider's let port ${port} through: \`nc -vz ${host} ${port}\``);
}

;// CONCATENATED MODULE: ./build/src/preflight/plan/repository-verdict.js




/** What the state of a repository means for the access that is wanted. */
function repositoryVerdict({ image, access }, state) {
    const name = (0,image_reference/* imageName */.tO)(image);
    if (state.kind === 'open')
        return pass(`exists, and this login may ${access === 'push' ? 'push to' : 'pull from'} it`);
    const { words, mayPush } = state;
    if ((0,registry_refusal/* missingRepository */.nE)(image, words) === 'must-be-made')
        return refusalOutcome(missingFailure(image, words), image);
    if (access === 'pull')
        return fail(`there is no ${name}: ${image.registry} answers ${words}`, 'Push an image to it first, or correct the name.');
    return mayPush === true
        ? pass('is not there yet; this login may push, and the first push makes it')
        : skip(`is not there yet, and ${image.registry} does not say who may make it: only the first push shows`, (0,registry_refusal/* createRemedy */.Hv)(image));
}
/** What a registry's refusal means; where it can hide that the repository is missing, how that is made. */
function refusalOutcome(error, image) {
    const create = /may not exist/i.test(error.why)
        ? ` If it does not exist: ${(0,registry_refusal/* createRemedy */.Hv)(image)}`
        : '';
    return fail(`${error.title}. ${error.why}`, `${error.fix}${create}`);
}
function missingFailure(image, words) {
    return (0,errors/* failure */.V2)('registry-repository-missing', {
        registry: image.registry,
        image: (0,image_reference/* imageName */.tO)(image),
        message: words,
        remedy: (0,registry_refusal/* createRemedy */.Hv)(image),
    });
}

;// CONCATENATED MODULE: ./build/src/preflight/check-registry.js




/**
 * Whether a repository is there and open to the login. One to pull from that is named with a tag or digest must
 * have that image; a tag to push is made by the push.
 */
async function repositoryOutcome(subject, { repositories, registry }, signal) {
    const { image, access } = subject;
    const isImage = access === 'pull' && (image.tag ?? image.digest) !== undefined;
    try {
        const found = isImage ? await registry.find(image, signal) : undefined;
        if (found !== undefined)
            return pass(`exists, and this login may pull it (${found.platforms.join(', ')})`);
        const state = await repositories.look(image, access, signal);
        if (isImage && state.kind === 'open')
            throw (0,errors/* failure */.V2)('image-not-found', { image: (0,image_reference/* formatImageReference */.my)(image) });
        return repositoryVerdict(subject, state);
    }
    catch (error) {
        if (error instanceof errors/* DeployKitError */.mG)
            return refusalOutcome(error, image);
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/preflight/plan/bucket-verdict.js

/** What the state of a bucket means for what is wanted of it. */
function bucketVerdict(subject, state) {
    const commands = commandsFor(subject);
    const { bucket, access, versioned } = subject;
    switch (state.kind) {
        case 'missing':
            return fail(`there is no bucket ${bucket}`, `Create it: \`${commands.create}\`.${isShared(subject) ? " Names are shared with everybody else's: where it is taken, choose another." : ''}`);
        case 'elsewhere':
            return fail(`the bucket is in ${state.region}, not where it was looked for`, `Set \`region: ${state.region}\` here, and wherever the bucket is used.`);
        case 'refused': {
            const lacking = state.lacking.join(', ');
            return fail(`${existence(state.exists)} this login lacks ${lacking} (${state.message})`, `${commands.allow(lacking)}${state.exists ? ' Names are shared by everybody: make sure that the bucket is yours.' : ` If it does not exist: \`${commands.create}\``}`);
        }
        case 'open':
            break;
    }
    const granted = `exists, and this login may ${access === 'write' ? 'write to' : 'read'} it`;
    if (!versioned)
        return pass(granted);
    if (state.versioned === true)
        return pass(`${granted}; it keeps versions`);
    if (state.versioned === false)
        return fail('the bucket keeps no versions: what is overwritten is lost', `Turn it on: \`${commands.version}\``);
    return warn(`${granted}; whether it keeps versions is hidden from it`, commands.allow(commands.seeVersioning));
}
/** Whether the store has one namespace for all its customers. */
function isShared(subject) {
    return subject.kind === 'gcs' || subject.endpoint === undefined;
}
function existence(exists) {
    return exists ? 'the bucket exists, but' : 'the store does not tell whether the bucket exists;';
}
function commandsFor(subject) {
    return subject.kind === 'gcs' ? gcsCommands(subject) : s3Commands(subject);
}
// https://cloud.google.com/storage/docs/access-control/iam-roles
function gcsCommands({ bucket, access }) {
    const role = access === 'write' ? 'roles/storage.objectUser' : 'roles/storage.objectViewer';
    return {
        create: `gcloud storage buckets create gs://${bucket} --location=… --uniform-bucket-level-access`,
        version: `gcloud storage buckets update gs://${bucket} --versioning`,
        seeVersioning: 'storage.buckets.get',
        allow: (permissions) => {
            const needed = permissions.includes('buckets.get') ? 'roles/storage.bucketViewer' : role;
            return `Grant the account of the login ${needed} (${permissions}): \`gcloud storage buckets add-iam-policy-binding gs://${bucket} --role=${needed} --member=serviceAccount:…\`.`;
        },
    };
}
function s3Commands({ bucket, endpoint, region }) {
    const at = endpoint === undefined ? '' : ` --endpoint-url ${endpoint.href}`;
    const where = region === undefined ? '' : ` --region ${region}`;
    return {
        create: `aws s3 mb s3://${bucket}${where}${at}`,
        version: `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled${at}`,
        seeVersioning: 's3:GetBucketVersioning',
        allow: (permissions) => `Allow ${permissions} on arn:aws:s3:::${bucket} and arn:aws:s3:::${bucket}/* in the policy of the login's role or user.`,
    };
}

;// CONCATENATED MODULE: ./build/src/preflight/run-checks.js








/** Makes all checks side by side, each within its own time; never rejects. The findings keep the order. */
function runChecks(checks, context, ports) {
    return Promise.all(checks.map((check) => runCheck(check, context, ports)));
}
async function runCheck(check, context, ports) {
    const { verdict, detail, fix } = await withinTime(check.timeoutSeconds, ports.clock, (signal) => run_checks_outcomeOf(check, context, ports, signal).catch(explain));
    const isBad = verdict === 'fail' || verdict === 'warn';
    return {
        check: check.name,
        verdict: verdict === 'fail' ? check.level : verdict,
        detail,
        fix: isBad ? (check.fix ?? fix) : fix,
        place: undefined,
    };
}
/** Whatever is still under way after the time is told so through the signal, and not waited for. */
async function withinTime(seconds, clock, work) {
    const end = new AbortController();
    const late = clock.sleep(seconds, end.signal).then(() => fail(`no answer within ${seconds} s`, 'See why it is slow, or raise `timeout`.'), () => fail('it was ended', ''));
    const outcome = await Promise.race([work(end.signal), late]);
    end.abort();
    return outcome;
}
async function run_checks_outcomeOf({ subject, timeoutSeconds }, context, ports, signal) {
    switch (subject.kind) {
        case 'registry':
            return repositoryOutcome(subject, ports, signal);
        case 'gcs':
            return bucketOutcome(subject, ports.gcs, signal);
        case 's3':
            return bucketOutcome(subject, ports.s3(subject), signal);
        case 'secret':
        case 'variable':
            return settingOutcome(subject, context, ports.settings, signal);
        case 'environment':
            return environmentOutcome(subject, context, ports.settings, signal);
        case 'workflow':
            return workflowOutcome(subject, context, ports.settings, signal);
        case 'https':
            return httpsOutcome(subject, timeoutSeconds, ports.http);
        case 'dns':
            return dnsOutcome(subject, timeoutSeconds, context, ports.names);
        case 'ssh':
            return sshOutcome(subject, timeoutSeconds, ports.sockets);
        case 'command':
            return commandOutcome(subject, timeoutSeconds, ports.processes);
    }
}
/** A check that breaks is a row like any other: the others must be seen too. */
function explain(error) {
    if (error instanceof errors/* DeployKitError */.mG)
        return fail(`${error.title}. ${error.why}`, error.fix);
    const message = error instanceof Error ? error.message : String(error);
    return fail(`the check itself broke: ${message}`, 'Please report it: https://github.com/org/deploy-kit/issues/new');
}
/** Whether a bucket is there, open to the login, and keeps versions where that is wanted. */
async function bucketOutcome(subject, store, signal) {
    return bucketVerdict(subject, await store.look(subject, signal));
}

;// CONCATENATED MODULE: ./build/src/preflight/look-ahead.js







/**
 * Goes through the chain of workflows, a deploy up to its first change, and the list of checks, side by side, and
 * reports all that it found.
 * @throws {DeployKitError} `preflight-failed` when one of the findings makes the step fail
 */
async function lookAhead(inputs, run, ports) {
    const { path = '', registryPlainHttp: plainHttp, composeFiles } = inputs;
    const { request, findings } = lookRequest({ ...inputs, path }, run, ports.clock.now());
    const first = (0,images_to_await/* firstImage */.o)(request);
    const { servers } = ports;
    const hosts = servers.map(({ name }) => name);
    const [chain, deploy, checks] = await Promise.all([
        inputs.workflows ? look_ahead_chainOf(run, ports) : undefined,
        lookAtDeploy({ ...request, path, plainHttp, composeFiles }, servers, {
            ...ports,
            registry: ports.registryOf(first),
        }),
        runChecks(inputs.checks ?? [], { repository: run.repository, hosts }, ports.checksOf(first)),
    ]);
    if (inputs.sarif !== undefined && chain !== undefined)
        ports.writeFile(inputs.sarif, JSON.stringify(chain.sarif));
    reportFindings([...(chain?.findings ?? []), ...findings, ...deploy, ...checks], chain?.graph, inputs.failOn, ports.reporter);
}
async function look_ahead_chainOf(run, { root, workflows, github }) {
    const files = github && (await defaultBranchFiles(run, github));
    const known = files === undefined ? {} : { defaultBranchFiles: files };
    return checkWorkflows(root, workflows, { ...run, ...known });
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/text/read-yaml.js
var read_yaml = __webpack_require__(2217);
;// CONCATENATED MODULE: ./build/src/workflows/outside/github-workflow-reader.js


const github_workflow_reader_top = { line: 1, column: 1 };
/** GitHub's own parser, as its editor and `gh` have it; loaded with the first file. */
function githubWorkflowReader() {
    let loading;
    const load = () => (loading ??= loadParser());
    return {
        readWorkflow: (path, text) => guarded(text, async () => {
            const parser = await load();
            const result = parser.parseWorkflow({ name: path, content: text }, new parser.NoOperationTraceWriter());
            // Jobs that need unknown jobs, cron texts and the like show only here.
            if (result.value !== undefined && !result.context.errors.getErrors().some(isOfGitHub))
                await parser.convertWorkflowTemplate(result.context, result.value, undefined, {
                    errorPolicy: parser.ErrorPolicy.TryConversion,
                });
            return convert(parser, result, text);
        }),
        readAction: (path, text) => guarded(text, async () => {
            const parser = await load();
            const trace = new parser.NoOperationTraceWriter();
            return convert(parser, parser.parseAction({ name: path, content: text }, trace), text);
        }),
    };
}
async function loadParser() {
    const workflows = await Promise.all(/* import() */[__webpack_require__.e(329), __webpack_require__.e(443), __webpack_require__.e(657)]).then(__webpack_require__.bind(__webpack_require__, 2657));
    const { parseAction } = await Promise.all(/* import() */[__webpack_require__.e(329), __webpack_require__.e(277)]).then(__webpack_require__.bind(__webpack_require__, 5277));
    const { ErrorPolicy } = await Promise.all(/* import() */[__webpack_require__.e(329), __webpack_require__.e(443)]).then(__webpack_require__.bind(__webpack_require__, 9443));
    return { ...workflows, parseAction, ErrorPolicy };
}
const parserSays = "GitHub's parser says:";
/** Many jobs may share their steps by aliases; more than that is no workflow, but an attack. */
const maxAliasCount = 10_000;
/** A larger file was not written for GitHub; reading it would take minutes. */
const largest = 1_000_000;
// The parser follows aliases without a limit, and its stack is not endless either.
async function guarded(text, read) {
    if (text.length > largest)
        return refused(`The file has more than ${largest} characters, and is not read.`);
    try {
        if (/[&*]\S/.test(text)) {
            const whole = (0,read_yaml/* yamlValue */.t)((0,yaml_dist/* parseDocument */.Tp)(text, { uniqueKeys: false }), { maxAliasCount });
            if ('problem' in whole && /alias/i.test(whole.problem))
                return refused(/excessive/i.test(whole.problem)
                    ? `With its aliases written out, the file has more than ${maxAliasCount} parts, and is not read.`
                    : `The file is no YAML: ${whole.problem}.`);
        }
        return await read();
    }
    catch (cause) {
        return refused(`${parserSays} ${cause instanceof Error ? cause.message : String(cause)}`);
    }
}
function refused(message) {
    return { root: undefined, problems: [{ message, at: github_workflow_reader_top }] };
}
function convert(parser, { context, value }, text) {
    const lines = text.split('\n');
    const problems = context.errors
        .getErrors()
        .filter(isOfGitHub)
        .map(({ rawMessage, range }) => ({
        message: `${parserSays} ${(rawMessage.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`,
        at: range?.start ?? github_workflow_reader_top,
    }));
    return {
        root: value === undefined ? undefined : convertToken(parser, value, lines),
        problems,
    };
}
// The package's schema mistakes the name of this event in `on: [repository_dispatch]`; GitHub itself does not.
function isOfGitHub({ rawMessage }) {
    return rawMessage !== "Unexpected value 'repository_dispatch'";
}
function convertToken(parser, token, lines) {
    const at = token.range?.start ?? github_workflow_reader_top;
    if (parser.isSequence(token))
        return { kind: 'list', at, items: [...token].map((item) => convertToken(parser, item, lines)) };
    if (parser.isMapping(token))
        return {
            kind: 'map',
            at,
            entries: [...token].map(({ key, value }) => ({
                key: parser.isString(key) ? key.value : key.toString(),
                keyAt: key.range?.start ?? at,
                value: convertToken(parser, value, lines),
            })),
        };
    return convertScalar(parser, token, at, lines);
}
function convertScalar(parser, token, at, lines) {
    const scalar = (text, start) => ({
        kind: 'scalar',
        text,
        at,
        start,
    });
    if (parser.isBasicExpression(token)) {
        // Text around an expression: the parser keeps the text as it was.
        if (token.originalExpressions === undefined || token.source === undefined)
            return scalar(`\${{ ${token.expression} }}`, at);
        return scalar(token.source, startOf(token, at, lines));
    }
    if (parser.isString(token)) {
        const several = token.range !== undefined && token.range.start.line !== token.range.end.line;
        return scalar(several ? (token.source ?? token.value) : token.value, startOf(token, at, lines));
    }
    if (parser.isNumber(token) || parser.isBoolean(token))
        return scalar(String(token.value), at);
    return scalar('', at);
}
function startOf(token, at, lines) {
    if (token.blockScalarHeader !== undefined)
        return { line: at.line + 1, column: 1 };
    const first = lines[at.line - 1]?.[at.column - 1];
    const quoted = first === '"' || first === "'";
    const oneLine = token.range?.start.line === token.range?.end.line;
    return quoted && oneLine ? { line: at.line, column: at.column + 1 } : at;
}

// EXTERNAL MODULE: ./build/src/deploy/deploy-rules.js
var deploy_rules = __webpack_require__(3536);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: ./build/src/deploy/deploy-inputs.js + 2 modules
var deploy_inputs = __webpack_require__(8412);
// EXTERNAL MODULE: ./build/src/health/network-inputs.js
var network_inputs = __webpack_require__(5110);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
// EXTERNAL MODULE: ./build/src/text/entry-list.js
var entry_list = __webpack_require__(1194);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var valibot_dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/preflight/plan/parse-checks.js




function matching(pattern, message) {
    return valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP(message), valibot_dist/* regex */.yGV(pattern, message));
}
const common = {
    name: valibot_dist/* optional */.lqM(matching(/\S/, 'must be a text')),
    timeout: valibot_dist/* optional */.lqM(entry_list/* seconds */.YA, '10s'),
    fix: valibot_dist/* optional */.lqM(matching(/\S/, 'must be a text')),
    level: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['fail', 'warn']), 'fail'),
};
const parse_checks_image = valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP('must be an image such as ghcr.io/acme/api'), valibot_dist/* transform */.pdi(image_reference/* parseImageReference */.o_), valibot_dist/* custom */.IeY((reference) => reference !== undefined, 'must be an image such as ghcr.io/acme/api'));
// The wider of the two rules: https://cloud.google.com/storage/docs/buckets#naming
const bucket = matching(/^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/, 'must be the name of a bucket, without scheme and folders');
const flag = valibot_dist/* optional */.lqM(valibot_dist/* boolean */.zMY('must be true or false'), false);
const bucketFields = {
    access: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['read', 'write']), 'read'),
    versioned: flag,
};
const settingName = matching(/^[A-Za-z_]\w*$/, 'must be a name such as DEPLOY_KEY');
const repository = valibot_dist/* optional */.lqM(matching(/^[A-Za-z0-9-]+\/[\w.-]+$/, 'must look like owner/name'));
const environment = matching(/^\S.{0,254}$/, 'must be the name of an environment');
const settingFields = { environment: valibot_dist/* optional */.lqM(environment), repository };
const hostName = /^(?=.{1,253}$)\w([\w-]*\w)?(\.\w([\w-]*\w)?)+\.?$/;
const ipAddress = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)$/i;
const sshPattern = /^(?:\[([0-9a-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/i;
// The first key that an entry has decides: `environment` also says where a secret is.
const schemas = {
    registry: valibot_dist/* strictObject */.rej({
        registry: parse_checks_image,
        access: valibot_dist/* optional */.lqM(valibot_dist/* picklist */.KIO(['pull', 'push']), 'pull'),
        ...common,
    }),
    gcs: valibot_dist/* strictObject */.rej({ gcs: bucket, ...bucketFields, ...common }),
    s3: valibot_dist/* strictObject */.rej({
        s3: bucket,
        ...bucketFields,
        endpoint: valibot_dist/* optional */.lqM((0,entry_list/* address */.hl)('https', 'http')),
        region: valibot_dist/* optional */.lqM(matching(/^[a-z0-9-]+$/, 'must be a region such as eu-central-1')),
        ...common,
    }),
    secret: valibot_dist/* strictObject */.rej({ secret: settingName, ...settingFields, ...common }),
    variable: valibot_dist/* strictObject */.rej({ variable: settingName, ...settingFields, ...common }),
    environment: valibot_dist/* strictObject */.rej({ environment, reviewers: flag, repository, ...common }),
    workflow: valibot_dist/* strictObject */.rej({
        workflow: matching(/^[^/\s]+\.ya?ml$/, 'must be the name of a file such as deploy.yml'),
        repository,
        ...common,
    }),
    https: valibot_dist/* strictObject */.rej({
        https: (0,entry_list/* address */.hl)('https', 'http'),
        status: valibot_dist/* optional */.lqM(http_expectation/* statuses */.bM, '100-499'),
        ...common,
    }),
    dns: valibot_dist/* strictObject */.rej({
        dns: matching(hostName, 'must be a name such as app.example.com'),
        to: valibot_dist/* optional */.lqM(valibot_dist/* pipe */.FsL(valibot_dist/* string */.YjP('must be an address or a name'), valibot_dist/* check */.z6Y((text) => ipAddress.test(text) || hostName.test(text), 'must be an address or a name'))),
        ...common,
    }),
    ssh: valibot_dist/* strictObject */.rej({ ssh: matching(sshPattern, 'must be HOST or HOST:PORT'), ...common }),
    command: valibot_dist/* strictObject */.rej({ command: matching(/\S/, 'must be a command'), ...common }),
};
const kinds = Object.keys(schemas);
/**
 * Reads the list of prerequisites: YAML, each entry with one of `registry`, `gcs`, `s3`, `secret`,
 * `variable`, `environment`, `workflow`, `https`, `dns`, `ssh`, `command`, and what it must be like.
 * @throws {ListProblems} with every problem of every entry
 */
function parseChecks(text) {
    return (0,entry_list/* parseEntries */.Km)(text, 'registry: ghcr.io/acme/api', readCheck);
}
function readCheck(entry) {
    const kind = kinds.find((name) => name in entry);
    if (kind === undefined)
        return { problems: [unknownKind(Object.keys(entry))] };
    const result = valibot_dist/* safeParse */.xLC(schemas[kind], entry);
    if (!result.success) {
        const known = Object.keys(schemas[kind].entries);
        return { problems: result.issues.map((issue) => (0,entry_list/* describeIssue */.n6)(issue, known)) };
    }
    const { name, timeout: timeoutSeconds, fix, level } = result.output;
    const subject = subjectOf(result.output);
    const [firstLine = ''] = String(entry[kind])
        .trim()
        .split('\n');
    return {
        value: { name: name ?? `${kind}: ${firstLine}`, subject, timeoutSeconds, fix, level },
    };
}
function unknownKind(keys) {
    const near = keys.map((key) => (0,entry_list/* nearest */.pA)(key, kinds)).find((kind) => kind !== undefined);
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    return `must have one of ${kinds.join(', ')}${hint}`;
}
function subjectOf(value) {
    if ('registry' in value)
        return { kind: 'registry', image: value.registry, access: value.access };
    if ('gcs' in value)
        return { kind: 'gcs', ...bucketWish(value.gcs, value) };
    if ('s3' in value) {
        const { endpoint, region } = value;
        return { kind: 's3', ...bucketWish(value.s3, value), endpoint, region };
    }
    if ('secret' in value)
        return { kind: 'secret', name: value.secret, ...settingPlace(value) };
    if ('variable' in value)
        return { kind: 'variable', name: value.variable, ...settingPlace(value) };
    if ('environment' in value) {
        const { environment: name, reviewers, repository: owner } = value;
        return { kind: 'environment', name, reviewers, repository: owner };
    }
    if ('workflow' in value)
        return { kind: 'workflow', file: value.workflow, repository: value.repository };
    if ('https' in value)
        return { kind: 'https', url: value.https, statuses: value.status };
    if ('dns' in value)
        return { kind: 'dns', name: value.dns.replace(/\.$/, ''), to: value.to };
    if ('ssh' in value)
        return { kind: 'ssh', ...sshAddress(value.ssh) };
    return { kind: 'command', command: value.command };
}
function bucketWish(name, { access, versioned }) {
    return { bucket: name, access, versioned };
}
function settingPlace(place) {
    return { environment: place.environment, repository: place.repository };
}
function sshAddress(text) {
    const [, ipv6, name = '', port = '22'] = sshPattern.exec(text) ?? [];
    return { host: ipv6 ?? name, port: Number(port) };
}

// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var inputs_kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/preflight/check-inputs.js




const checkList = {
    describe: 'list in YAML',
    parse(value) {
        try {
            return parseChecks(value);
        }
        catch (error) {
            if (error instanceof entry_list/* ListProblems */.vP)
                throw new kind/* InputProblem */.S(error.message);
            throw error;
        }
    },
};
/** What must be there before anything starts. */
const checkInputs = {
    checks: {
        kind: checkList,
        description: 'What must be there before anything starts, as a list in YAML: each entry is a `registry`, `gcs`, `s3`, `secret`, `variable`, `environment`, `workflow`, `https`, `dns`, `ssh` or `command`, with what it must be like (see the guide of preflight).',
    },
    githubToken: {
        kind: inputs_kinds/* text */.Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Looks at environments and workflows (`actions: read`) for `checks`. Secrets and variables need a token of another kind, see the guide.',
    },
};

;// CONCATENATED MODULE: ./build/src/preflight/preflight-inputs.js






/** What is looked at: the inputs of the deploy that is to come, without a server where none is known. */
const preflightInputs = {
    workflows: {
        kind: inputs/* boolean */.zM,
        default: 'true',
        description: 'Look at the chain of workflows in `.github/workflows` of the checkout; needs no server.',
    },
    failOn: {
        kind: (0,inputs/* choice */.Yq)(...failLevels),
        default: 'fail',
        description: 'Which verdicts make the step fail: `fail`, `warn` (and `fail`), or `never` any.',
    },
    sarif: {
        kind: inputs/* text */.Qq,
        description: 'Where to write what the workflow check reports as SARIF, for code scanning; a path in the checkout.',
    },
    ...checkInputs,
    ...shared_inputs/* sshInputs */.aM,
    host: {
        kind: inputs/* hostAddress */.Rk,
        description: 'The server, for example `deploy@203.0.113.7`. Without it only the checkout, the registries and `checks` are looked at.',
    },
    hosts: {
        kind: (0,inputs/* listOf */.c3)('list of `user@host`, one a line', inputs/* hostAddress */.Rk),
        description: 'More servers that get the same release.',
    },
    ...deploy_inputs/* deployInputs */.xR,
    path: {
        kind: inputs/* text */.Qq,
        description: 'The deploy folder on the server, as in deploy-compose.',
    },
    ...shared_inputs/* registryInputs */.P4,
    ...network_inputs/* networkInputs */.y,
};
/** A server is a host and the deploy folder on it. */
function wholeServer({ host, hosts, path, }) {
    return (host === undefined) === (path === undefined) &&
        (host !== undefined || hosts === undefined)
        ? undefined
        : '`host` and `path` belong together: the server, and the deploy folder on it';
}

;// CONCATENATED MODULE: ./build/actions/preflight/definition.js




const definition = (0,inputs/* defineAction */.QP)({
    name: 'preflight',
    title: 'Preflight',
    description: 'Says before anything starts what would go wrong: in the chain of workflows, the Compose files, the env file, on the server, and with what the deploy needs elsewhere.',
    branding: { icon: 'check-square', color: 'blue' },
    inputs: preflightInputs,
    outputs: {
        verdict: { description: 'The worst of all: `pass`, `warn` or `fail`.' },
        result: {
            description: 'Everything as JSON: `{verdict, findings: [{check, verdict, detail, fix, place}]}`.',
        },
    },
    rules: [registry_account/* wholeRegistryAccount */.o, deploy_rules/* wholeMigration */.wt, deploy_rules/* wholeProxy */.ET, deploy_rules/* timeToBeStable */.ze, wholeServer],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/preflight/main.js














/** Reports what a deploy would meet, and changes nothing. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const { workspace, apiUrl } = context;
        const { githubToken, host, hosts = [] } = inputs;
        const clock = system_clock/* systemClock */.m;
        await lookAhead(inputs, context, {
            clock,
            reporter,
            root: (0,checkout/* checkout */.P)(workspace),
            projectIn: (folder) => (0,checkout/* checkout */.P)((0,external_node_path_.join)(workspace, folder)),
            writeFile: (path, text) => {
                (0,checkout/* writeFile */._)(workspace, path, text);
            },
            age: (0,age_identities/* ageOf */.h)(inputs.ageKey),
            archiver: tar_archiver/* tarArchiver */.U,
            servers: (host === undefined ? [] : [host, ...hosts]).map((server) => (0,connect_server/* connectServer */.C1)({ ...inputs, host: server }, server)),
            describeKey: () => (0,connect_server/* describeKey */.Rx)(inputs),
            workflows: githubWorkflowReader(),
            github: githubToken === '' ? undefined : (0,lazy_github/* lazyGitHub */.e)(githubToken, apiUrl, clock),
            registryOf: (first) => (0,connect_registry/* connectRegistry */.g)(inputs, first),
            checksOf: (first) => connectChecks(inputs, { apiUrl, clock, reporter, image: first }),
        });
    });
}


/***/ }),

/***/ 6747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ firstImage),
  i: () => (/* binding */ imagesToAwait)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/image/mirror.js

/**
 * The reference at the first mirror that has it: `ghcr.io/acme/api` with `ghcr.io=mirror.example.com/ghcr`
 * becomes `mirror.example.com/ghcr/acme/api`. Whole parts of the path are compared.
 */
function mirrored(image, mirrors) {
    const text = (0,image_reference/* formatImageReference */.my)(image);
    const mirror = mirrors.find(({ from }) => text.startsWith(`${from}/`));
    if (mirror === undefined)
        return image;
    return (0,image_reference/* parseImageReference */.o_)(`${mirror.to}${text.slice(mirror.from.length)}`) ?? image;
}

// EXTERNAL MODULE: ./build/src/release/release.js
var release_release = __webpack_require__(5802);
;// CONCATENATED MODULE: ./build/src/release/images-to-await.js




/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @param mirrors where the server pulls from instead
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run, mirrors = []) {
    if (given !== undefined && given.length > 0)
        return {
            images: given.map((image) => mirrored((0,image_reference/* atCommit */.nt)(image, run.sha), mirrors)),
            release: undefined,
        };
    const release = (0,release_release/* releaseOfEvent */.h4)(run.event);
    const images = imagesOf(release);
    if (images.length === 0)
        throw (0,errors/* failure */.V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return { images: images.map((image) => mirrored(image, mirrors)), release };
}
function imagesOf(release) {
    return (release?.images ?? []).flatMap(({ reference, digest }) => {
        const image = (0,image_reference/* parseImageReference */.o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
}
/** The image whose registry an account belongs to: the first given one, or the first of the release. */
function firstImage({ images, release, }) {
    return images[0] ?? imagesOf(release)[0];
}


/***/ })

};
