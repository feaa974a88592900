export const id = 77;
export const ids = [77];
export const modules = {

/***/ 4077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/src/release/release-of-run.js
var release_of_run = __webpack_require__(7062);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/build/plan/buildx-command.js
/**
 * The arguments of `docker` that build one image. Values of build arguments and secrets are not among
 * them: other users can read argument lists.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/build/
 */
function buildCommand({ context, file, target }, tags, options, destination, metadataFile) {
    const { platforms, buildArgs, labels, annotations, secrets, ssh, cacheFrom, cacheTo } = options;
    return [
        'buildx',
        'build',
        ...common(options, destination, metadataFile),
        ...repeated('--tag', tags),
        ...(file === undefined ? [] : ['--file', file]),
        ...(target === undefined ? [] : ['--target', target]),
        ...(platforms.length === 0 ? [] : ['--platform', platforms.join(',')]),
        ...repeated('--build-arg', [...buildArgs.keys()]),
        ...repeated('--label', [...labels].map(([name, value]) => `${name}=${value}`)),
        ...repeated('--annotation', annotations),
        ...repeated('--secret', secrets.map(renderSecret)),
        ...repeated('--ssh', ssh),
        ...repeated('--cache-from', cacheFrom),
        ...repeated('--cache-to', cacheTo),
        context,
    ];
}
/**
 * The arguments of `docker` that build the targets of a bake file, with a file that adds to them.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/bake/
 */
function bakeCommand({ file }, overrideFile, targets, options, destination, metadataFile) {
    return [
        'buildx',
        'bake',
        ...repeated('--file', [file, overrideFile]),
        ...common(options, destination, metadataFile),
        ...targets,
    ];
}
/** The arguments of `docker` that print what a bake file says, as JSON. */
function bakePrintCommand({ file, targets }) {
    return ['buildx', 'bake', '--file', file, '--print', ...targets];
}
/** `id=token,env=DEPLOY_KIT_SECRET_TOKEN`: where a secret is, never what it is. */
function renderSecret({ id, from }) {
    return 'variable' in from ? `id=${id},env=${from.variable}` : `id=${id},src=${from.file}`;
}
function common({ noCache, pull, provenance, sbom }, destination, metadataFile) {
    return [
        `--${destination}`,
        '--metadata-file',
        metadataFile,
        ...(noCache ? ['--no-cache'] : []),
        ...(pull ? ['--pull'] : []),
        ...(provenance === undefined ? [] : [`--provenance=${provenance}`]),
        ...(sbom === undefined ? [] : [`--sbom=${sbom}`]),
    ];
}
function repeated(flag, values) {
    return values.flatMap((value) => [flag, value]);
}

// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
;// CONCATENATED MODULE: ./build/src/build/plan/bake-definition.js




const definition = dist/* object */.Ikc({
    group: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* object */.Ikc({ targets: dist/* nullish */.cl6(dist/* array */.YOg(dist/* string */.YjP()), []) })), {}),
    target: dist/* record */.g1P(dist/* string */.YjP(), dist/* object */.Ikc({
        tags: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
        /** Texts; mappings in newer versions. */
        secret: dist/* optional */.lqM(dist/* array */.YOg(dist/* unknown */.L5J()), []),
    })),
});
/**
 * Reads it.
 * @throws {DeployKitError} `image-build-failed` when it is something else
 */
function parseBakeDefinition(text, command) {
    try {
        return dist/* parse */.qgA(definition, JSON.parse(text));
    }
    catch (cause) {
        const message = `bake printed something else than its definition: ${String(cause)}`;
        throw (0,errors/* failure */.V2)('image-build-failed', { status: 0, message, command }, { cause });
    }
}
/**
 * The images that it builds: the repository of each target's first tag, or below `image` under the
 * target's name.
 * @throws {DeployKitError} `build-target-unnamed`, `build-nothing`
 */
function bakeTargets({ group, target }, image) {
    // Bake prints the services of a Compose file in any order.
    const names = (group.default?.targets ?? Object.keys(target)).toSorted();
    const [first, ...others] = names.map((name) => {
        const [tag] = target[name]?.tags ?? [];
        const named = tag === undefined ? undefined : (0,image_reference/* parseImageReference */.o_)(tag);
        const below = image === undefined ? undefined : { ...image, repository: `${image.repository}/${name}` };
        const found = named ?? below;
        if (found === undefined)
            throw (0,errors/* failure */.V2)('build-target-unnamed', { target: name });
        return { name, image: { ...found, tag: undefined, digest: undefined } };
    });
    if (first === undefined)
        throw (0,errors/* failure */.V2)('build-nothing', {});
    return [first, ...others];
}
/**
 * The file that adds to a bake file what holds for its targets. Bake reads its texts as templates, so
 * `${` and `%{` are doubled.
 * Source: https://docs.docker.com/build/bake/overrides/
 */
function bakeOverride({ target }, tags, options) {
    const { platforms, buildArgs, labels, annotations, secrets, ssh, cacheFrom, cacheTo } = options;
    const targets = [...tags].map(([name, ownTags]) => [
        name,
        {
            tags: ownTags,
            labels: Object.fromEntries(labels),
            args: Object.fromEntries(buildArgs),
            ...unlessEmpty('annotations', annotations),
            ...unlessEmpty('platforms', platforms),
            // Bake takes the last file's list whole.
            ...unlessEmpty('secret', [...(target[name]?.secret ?? []), ...secrets.map(renderSecret)]),
            ...unlessEmpty('ssh', ssh),
            ...unlessEmpty('cache-from', cacheFrom),
            ...unlessEmpty('cache-to', cacheTo),
        },
    ]);
    const content = { target: Object.fromEntries(targets) };
    return JSON.stringify(content, (_, value) => typeof value === 'string' ? value.replace(/([$%])\{/g, '$1$1{') : value);
}
function unlessEmpty(name, values) {
    return values.length === 0 ? {} : { [name]: values };
}

// EXTERNAL MODULE: ./build/src/registry/plan/registry-refusal.js + 1 modules
var registry_refusal = __webpack_require__(2968);
;// CONCATENATED MODULE: ./build/src/build/plan/build-failure.js



/** How many of a tool's last lines an error shows. */
const shownLines = 20;
const refusal = /denied|unauthorized|forbidden|insufficient_scope|authorization failed|name unknown|no basic auth/i;
/**
 * Explains why a build or its push failed, by what buildx wrote.
 * @param images those that were to be pushed
 * @param who whose login docker used
 * @param command what a person types to see it again
 */
function explainBuild({ code, stderr }, images, login, command) {
    const lines = stderr.split('\n').filter((line) => line.trim() !== '');
    const details = lines.slice(-shownLines);
    const message = lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
    // Without the plugin docker takes buildx's options for its own, and shows its own usage.
    if (/'buildx' is not a docker command|unknown command: docker buildx|docker \[OPTIONS\] COMMAND/.test(stderr))
        return (0,errors/* failure */.V2)('buildx-missing', { message }, { details });
    if (/Cannot connect to the Docker daemon|docker daemon is not running/i.test(stderr))
        return (0,errors/* failure */.V2)('runner-docker-not-running', { message }, { details });
    const image = images.find((one) => stderr.includes((0,image_reference/* imageName */.tO)(one))) ?? images[0];
    if (image === undefined || !refusal.test(message))
        return (0,errors/* failure */.V2)('image-build-failed', { status: code, message, command }, { details });
    const { entry, remedy } = (0,registry_refusal/* recogniseRefusal */.yD)(image, message, 'push', {
        anonymous: login.anonymous,
        // "denied" and "insufficient_scope" are said to a login that is right.
        loginRefused: /unauthorized/i.test(message) && !/denied|insufficient_scope/i.test(message),
    });
    return (0,errors/* failure */.V2)(entry, { registry: image.registry, image: (0,image_reference/* imageName */.tO)(image), message, who: login.who, remedy }, { details });
}

;// CONCATENATED MODULE: ./build/src/build/plan/build-metadata.js


const built = dist/* object */.Ikc({
    'containerimage.digest': dist/* string */.YjP(),
    'containerimage.config.digest': dist/* optional */.lqM(dist/* string */.YjP()),
});
/**
 * Reads buildx's metadata file: an object for a build, one a target for a bake.
 * Source: https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file
 * @throws {DeployKitError} `image-build-failed` when a digest is missing
 */
function parseMetadata(text, kind, names) {
    const content = JSON.parse(text);
    return new Map(names.map((name) => {
        const result = dist/* safeParse */.xLC(built, kind === 'bake' ? content[name] : content);
        if (!result.success)
            throw (0,errors/* failure */.V2)('image-build-failed', {
                status: 0,
                message: `its metadata holds no digest of ${name}`,
                command: 'docker buildx version',
            });
        return [
            name,
            {
                digest: result.output['containerimage.digest'],
                configDigest: result.output['containerimage.config.digest'],
            },
        ];
    }));
}
/**
 * Whether two builds made the same image.
 * @returns `undefined` when their metadata cannot tell
 */
function sameImage(checked, pushed) {
    const ids = [checked.digest, checked.configDigest];
    if (ids.includes(pushed.digest))
        return true;
    if (pushed.configDigest === undefined)
        return undefined;
    if (ids.includes(pushed.configDigest))
        return true;
    return checked.configDigest === undefined ? undefined : false;
}

;// CONCATENATED MODULE: ./build/src/build/build-images.js





const metadataName = 'metadata.json';
/**
 * Makes the builder of a source, after asking bake what its file says.
 * @param environment the values that the command's arguments name: build arguments, secrets, the time
 */
async function openBuilder(source, image, environment, ports) {
    const run = dockerRunner(source, environment, ports);
    let metadata = '';
    const definition = source.kind === 'bake' ? await readDefinition(source, run) : undefined;
    const targets = definition === undefined ? single(source, image) : bakeTargets(definition, image);
    return {
        targets,
        metadata: () => metadata,
        async build(tags, options, destination, login) {
            const images = targets.filter(({ name }) => tags.has(name)).map((target) => target.image);
            const command = commandOf(source, definition, tags, options, destination, ports.scratch);
            await run(command, images, login);
            metadata = ports.scratch.read(metadataName);
            return parseMetadata(metadata, source.kind, [...tags.keys()]);
        },
    };
}
function single(source, image) {
    if (image === undefined)
        throw (0,errors/* failure */.V2)('build-target-unnamed', { target: source.kind });
    return [{ name: 'image', image }];
}
/** Reading a definition takes no login. */
const noLogin = { dockerConfig: undefined, anonymous: true, who: 'nobody' };
function dockerRunner(source, environment, { processes }) {
    return async (args, images, login) => {
        const { dockerConfig } = login;
        const env = {
            ...environment,
            // The checkout's own definition may read what a plain build may read.
            BUILDX_BAKE_ENTITLEMENTS_FS: '0',
            ...(dockerConfig === undefined ? {} : { DOCKER_CONFIG: dockerConfig }),
        };
        const silent = args.includes('--print');
        const cwd = source.kind === 'bake' ? { cwd: source.folder } : {};
        const result = await processes.run('docker', args, { env, silent, ...cwd });
        if (result.code === 0)
            return result.stdout;
        const shown = source.kind === 'bake'
            ? `docker buildx bake --file ${source.file}`
            : `docker buildx build ${source.context}`;
        throw explainBuild(result, images, login, shown);
    };
}
async function readDefinition(source, run) {
    const command = bakePrintCommand(source);
    return parseBakeDefinition(await run(command, [], noLogin), `docker ${command.join(' ')}`);
}
function commandOf(source, definition, tags, options, destination, scratch) {
    const metadataFile = scratch.path(metadataName);
    if (source.kind === 'dockerfile') {
        const all = [...tags.values()].flat();
        return buildCommand(source, all, options, destination, metadataFile);
    }
    const override = 'override.json';
    scratch.write(override, bakeOverride(definition ?? { group: {}, target: {} }, tags, options));
    const names = [...tags.keys()];
    return bakeCommand(source, scratch.path(override), names, options, destination, metadataFile);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/image/image-labels.js
/**
 * The labels by which a release can be traced from its image; the given ones win.
 * Source: https://github.com/opencontainers/image-spec/blob/main/annotations.md#pre-defined-annotation-keys
 */
function imageLabels({ revision, version, source, title, created }, given) {
    const own = { revision, version, source, url: source, title, created: created.toISOString() };
    const prefixed = Object.entries(own).map(([key, value]) => [
        `org.opencontainers.image.${key}`,
        value,
    ]);
    return new Map([...prefixed, ...given]);
}

;// CONCATENATED MODULE: ./build/src/image/image-tags.js

/** The words that are no literal tags. */
const words = ['branch', 'semver', 'latest'];
const placeholders = ['sha', 'branch', 'tag', 'date', 'run'];
/** The grammar of https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests */
const tagPattern = /^\w[\w.-]{0,127}$/;
/**
 * What is wrong with an entry of `tags`.
 * @returns `undefined` when it is a word, a tag, or a template that makes one
 */
function tagProblem(entry) {
    if (words.includes(entry))
        return undefined;
    const unknown = [...entry.matchAll(/\{([^}]*)\}/g)]
        .map(([, name = '']) => name)
        .find((name) => !placeholders.includes(name));
    if (unknown !== undefined)
        return `knows no {${unknown}}: there are ${placeholders.map((name) => `{${name}}`).join(', ')}`;
    return tagPattern.test(entry.replace(/\{\w+\}/g, 'x'))
        ? undefined
        : `has "${entry}", which makes no tag: letters, digits, \`_\`, \`.\`, \`-\`, 128 at most`;
}
/**
 * The tags of an image: `sha-<12>` first, then what the entries make of this commit. An entry that says
 * nothing of it (`branch` for a git tag, `latest` beside the default branch) makes none.
 */
function imageTags(entries, facts) {
    return [...new Set([(0,image_reference/* commitTag */.m)(facts.sha), ...entries.flatMap((entry) => tagsOf(entry, facts))])];
}
function tagsOf(entry, facts) {
    const values = placeholderValues(facts);
    switch (entry) {
        case 'branch':
            return values.branch === undefined ? [] : [values.branch];
        case 'semver':
            return values.tag === undefined ? [] : versionTags(values.tag);
        case 'latest':
            return facts.defaultBranch !== undefined && facts.ref === `refs/heads/${facts.defaultBranch}`
                ? ['latest']
                : [];
        default:
            return fillTemplate(entry, values);
    }
}
function placeholderValues({ sha, ref, runNumber, now, }) {
    const named = (kind) => ref.startsWith(`refs/${kind}/`) ? asTag(ref.slice(`refs/${kind}/`.length)) : undefined;
    return {
        sha: sha.slice(0, 12),
        branch: named('heads'),
        tag: named('tags'),
        date: now.toISOString().slice(0, 10).replaceAll('-', ''),
        run: runNumber,
    };
}
function fillTemplate(template, values) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    if (names.some((name) => values[name] === undefined))
        return [];
    return [template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '').slice(0, 128)];
}
/** `feature/new login` → `feature-new-login` */
function asTag(name) {
    return name
        .replace(/[^\w.-]+/g, '-')
        .replace(/^[.-]+/, '')
        .slice(0, 128);
}
/**
 * `v1.2.3` → `1.2.3`, `1.2`, `1`. A pre-release is only itself, and 0.x promises nothing for `0`.
 * Source: https://semver.org/#spec-item-4 and #spec-item-9
 */
function versionTags(tag) {
    const match = /^v?(\d+)\.(\d+)\.(\d+)(-[\w.-]+)?$/.exec(tag);
    if (match === null)
        return [];
    const [, major = '', minor = '', patch = '', pre] = match;
    const full = `${major}.${minor}.${patch}${pre ?? ''}`;
    if (pre !== undefined)
        return [full];
    return [full, `${major}.${minor}`, ...(major === '0' ? [] : [major])];
}

;// CONCATENATED MODULE: ./build/src/build/build-options.js




/** Where the builds are defined. */
function buildSource(inputs) {
    const { context, file, target, bakeFile, composeFile, targets = [] } = inputs;
    // Bake reads a Compose file's relative paths from where it runs, Compose from the file's folder.
    if (composeFile !== undefined)
        return {
            kind: 'bake',
            folder: external_node_path_.posix.dirname(composeFile),
            file: external_node_path_.posix.basename(composeFile),
            targets,
        };
    return bakeFile === undefined
        ? { kind: 'dockerfile', context, file, target }
        : { kind: 'bake', folder: '.', file: bakeFile, targets };
}
/** The tags of each image, `sha-<12>` first. */
function releaseTags({ tags = [] }, { sha, ref, runNumber, event }, now) {
    const repository = event.repository;
    const defaultBranch = repository?.default_branch;
    return imageTags(tags, { sha, ref, runNumber, defaultBranch, now });
}
/**
 * What holds for every image.
 * @param created the commit's time, so that the same commit gives the same image
 */
function buildOptions(inputs, { sha, repository, serverUrl }, created) {
    const origin = {
        revision: sha,
        version: (0,image_reference/* commitTag */.m)(sha),
        source: `${serverUrl}/${repository}`,
        title: repository.split('/')[1] ?? repository,
        created,
    };
    const values = secretValues(inputs);
    const secrets = [
        ...values.map(({ id, variable }) => ({ id, from: { variable } })),
        ...[...(inputs.secretFiles ?? [])].map(([id, file]) => ({ id, from: { file } })),
    ];
    return {
        platforms: inputs.platforms ?? [],
        buildArgs: inputs.buildArgs ?? new Map(),
        labels: imageLabels(origin, inputs.labels ?? new Map()),
        annotations: inputs.annotations ?? [],
        secrets,
        ssh: inputs.ssh ?? [],
        cacheFrom: inputs.cacheFrom ?? [],
        cacheTo: inputs.cacheTo ?? [],
        noCache: inputs.noCache,
        pull: inputs.pull,
        provenance: inputs.provenance,
        sbom: inputs.sbom,
    };
}
/**
 * What the builder finds in its environment: build arguments and secrets by name, and the commit's time,
 * from which BuildKit takes every time in the image.
 * Source: https://reproducible-builds.org/docs/source-date-epoch/
 */
function buildEnvironment(inputs, commitTime) {
    return {
        ...Object.fromEntries(inputs.buildArgs ?? []),
        ...Object.fromEntries(secretValues(inputs).map(({ variable, value }) => [variable, value])),
        ...(commitTime === undefined
            ? {}
            : { SOURCE_DATE_EPOCH: String(Math.floor(commitTime.getTime() / 1000)) }),
    };
}
/** How the images are tried, where that is asked for. */
function imageCheck(inputs) {
    const { verifyCompose: composeFile, verifyCommand: command, verifyTimeout } = inputs;
    return composeFile === undefined && command === undefined
        ? undefined
        : { composeFile, command, timeoutSeconds: Math.ceil(verifyTimeout) };
}
function secretValues({ secrets = new Map(), }) {
    return [...secrets].map(([id, value], index) => ({
        id,
        variable: `DEPLOY_KIT_SECRET_${index}`,
        value,
    }));
}

// EXTERNAL MODULE: ./build/src/image/manifest.js
var manifest = __webpack_require__(8334);
;// CONCATENATED MODULE: ./build/src/build/existing-images.js


const revisionLabel = 'org.opencontainers.image.revision';
/**
 * The targets whose image of this commit is in the registry: under its tag, with the commit as its
 * revision label, and for every wanted platform.
 * @returns by the target's name
 */
async function findExisting(targets, version, { options, origin }, { registry, reporter }) {
    const existing = new Map();
    for (const { name, image } of targets) {
        const reference = { ...image, tag: version };
        const found = await registry.find(reference);
        const complete = options.platforms.every((wanted) => found?.platforms.some((available) => (0,manifest/* samePlatform */.my)(wanted, available)));
        if (found === undefined || !complete)
            continue;
        const description = await registry.describe({ ...reference, digest: found.digest });
        const revision = description?.labels.get(revisionLabel);
        if (revision !== origin.revision)
            continue;
        reporter.info(`${(0,image_reference/* formatImageReference */.my)(reference)} is built already: ${found.digest}`);
        const { created } = description ?? {};
        existing.set(name, {
            image: reference,
            ...found,
            revision,
            created,
            secondsWaited: 0,
            attempts: 1,
        });
    }
    return existing;
}
/** Gives images that were not built again the tags that a build would have given them. */
async function addTags(images, tags, { registry, reporter }) {
    for (const { image, digest } of images)
        for (const tag of tags) {
            if (tag === image.tag)
                continue;
            await registry.addTag({ ...image, tag: undefined, digest }, tag);
            reporter.info(`${(0,image_reference/* formatImageReference */.my)({ ...image, tag, digest: undefined })} is the same image`);
        }
}

// EXTERNAL MODULE: ./build/src/wait/wait-for-image.js + 1 modules
var wait_for_image = __webpack_require__(2540);
// EXTERNAL MODULE: ./build/src/local/all-or-abort.js
var all_or_abort = __webpack_require__(3561);
// EXTERNAL MODULE: ./build/src/wait/watch-build.js
var watch_build = __webpack_require__(8389);
;// CONCATENATED MODULE: ./build/src/build/image-check.js

/** How many of a container's last lines an error shows. */
const image_check_shownLines = 20;
/** What was started is removed also when the check has used up its time. */
const cleanUpSeconds = 60;
/** For answers that are read, not shown. */
const silent = { silent: true };
/** Docker with the login of the build. A tool that hangs must not hold the job up to its limit: `timeout` ends it. */
function image_check_dockerRunner({ timeoutSeconds }, { dockerConfig }, { processes }) {
    const env = dockerConfig === undefined ? {} : { env: { DOCKER_CONFIG: dockerConfig } };
    return (args, { silent = false, seconds = timeoutSeconds } = {}) => processes.run('timeout', ['--kill-after=10', String(seconds), 'docker', ...args], {
        ...env,
        silent,
    });
}
/** Runs the command of a check, where it has one, by the given part of docker's command line. */
async function runCheckCommand({ command }, inside, docker) {
    if (command === undefined)
        return;
    const { code, stdout, stderr } = await docker([...inside, '-c', command]);
    if (code !== 0)
        throw checkFailed(`\`${command}\` ended with status ${code}.`, ['run', '--rm', '--entrypoint', 'sh', '<image>', '-c', `'${command}'`], lastLines(`${stdout}\n${stderr}`));
}
/** @param details the last lines of what failed */
function checkFailed(reason, command, details) {
    return (0,errors/* failure */.V2)('image-check-failed', { reason, command: `docker ${command.join(' ')}` }, { details });
}
/** The last lines of an output, as an error shows them. */
function lastLines(text) {
    return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-image_check_shownLines);
}

;// CONCATENATED MODULE: ./build/src/build/plan/check-verdict.js

const container = dist/* object */.Ikc({
    Id: dist/* string */.YjP(),
    Name: dist/* string */.YjP(),
    RestartCount: dist/* number */.aig(),
    State: dist/* object */.Ikc({
        Status: dist/* string */.YjP(),
        ExitCode: dist/* number */.aig(),
        StartedAt: dist/* string */.YjP(),
        Health: dist/* optional */.lqM(dist/* object */.Ikc({ Status: dist/* string */.YjP() })),
    }),
    Config: dist/* object */.Ikc({ Labels: dist/* nullable */.mee(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP())) }),
});
function parseContainers(text) {
    return dist/* parse */.qgA(dist/* array */.YOg(container), JSON.parse(text));
}
/** How long a container without a healthcheck must stay up, in milliseconds. */
const stableMilliseconds = 3000;
/**
 * Judges a container: healthy, or up for a while without a healthcheck, or ended with status 0 as a
 * one-time service does.
 */
function judgeContainer(checked, now) {
    const { State: state, RestartCount: restarts } = checked;
    const name = serviceOf(checked);
    const failed = (what) => ({
        kind: 'failed',
        reason: `The service ${name} ${what}.`,
    });
    if (restarts > 0)
        return failed(`restarts again and again (status ${state.ExitCode})`);
    if (state.Status === 'exited' || state.Status === 'dead')
        return state.ExitCode === 0
            ? { kind: 'passed' }
            : failed(`ended with status ${state.ExitCode}`);
    const health = state.Health?.Status ?? 'none';
    if (health === 'unhealthy')
        return failed('is unhealthy');
    const upFor = now.getTime() - Date.parse(state.StartedAt);
    const passed = state.Status === 'running' &&
        (health === 'none' ? upFor >= stableMilliseconds : health === 'healthy');
    return passed
        ? { kind: 'passed' }
        : {
            kind: 'waiting',
            reason: `The service ${name} is still ${health === 'none' ? state.Status : health}.`,
        };
}
/** The Compose service of a container. */
function serviceOf({ Config, Name }) {
    return Config.Labels?.['com.docker.compose.service'] ?? Name.replace(/^\//, '');
}

;// CONCATENATED MODULE: ./build/src/build/check-stack.js




const overrideName = 'check.json';
/** Tries images in the services of the check's Compose file, which is taken down afterwards in every case. */
async function checkStack(check, images, docker, ports) {
    const project = `deploy-kit-check-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    const services = await overrideServices(check.composeFile, images, docker, ports);
    const compose = ['compose', '--project-name', project, '--file', check.composeFile];
    compose.push('--file', ports.scratch.path(overrideName));
    const remove = (seconds) => [
        ...compose,
        ...['down', '--volumes', '--remove-orphans', '--timeout', String(seconds)],
    ];
    const forget = ports.processes.runIfCancelled('docker', remove(1));
    try {
        await start(compose, check, docker);
        await awaitHealthy(compose, check, docker, ports.clock);
        const [service = ''] = services;
        await runCheckCommand(check, [...compose, 'exec', '-T', service, 'sh'], docker);
    }
    finally {
        await docker(remove(5), { silent: true, seconds: cleanUpSeconds });
        forget();
    }
}
/** Gives each service that uses a built image the one that is here. Returns their names. */
async function overrideServices(composeFile, images, docker, { scratch }) {
    const read = ['compose', '--file', composeFile, 'config', '--format', 'json'];
    const shown = await docker(read, silent);
    if (shown.code !== 0)
        throw checkFailed(`${composeFile} is not valid.`, read, lastLines(shown.stderr));
    const { services = {} } = JSON.parse(shown.stdout);
    const replaced = Object.entries(services).flatMap(([name, { image = '' }]) => {
        const used = (0,image_reference/* parseImageReference */.o_)(image);
        const local = images.find((one) => used && (0,image_reference/* imageName */.tO)(one.image) === (0,image_reference/* imageName */.tO)(used));
        return local === undefined ? [] : [[name, { image: local.tag, pull_policy: 'never' }]];
    });
    if (replaced.length === 0)
        throw checkFailed(`No service of ${composeFile} uses ${images.map(({ image }) => (0,image_reference/* imageName */.tO)(image)).join(', ')}.`, read, []);
    scratch.write(overrideName, JSON.stringify({ services: Object.fromEntries(replaced) }));
    return replaced.map(([name]) => name);
}
async function start(compose, check, docker) {
    const up = [...compose, 'up', '--detach', '--no-build', '--quiet-pull'];
    const result = await docker(up);
    if (result.code === 0)
        return;
    // Compose ends at once when a service fails that others depend on: its lines say more.
    const failed = await firstFailed(compose, docker, new Date(0));
    if (failed !== undefined)
        throw await explainContainer(failed, check, docker);
    throw checkFailed('Its services could not be started.', up, lastLines(result.stderr));
}
async function awaitHealthy(compose, check, docker, clock) {
    const deadline = clock.now().getTime() + check.timeoutSeconds * 1000;
    for (;;) {
        const containers = await inspect(compose, docker);
        const verdicts = containers.map((one) => ({ one, verdict: judgeContainer(one, clock.now()) }));
        const failed = verdicts.find(({ verdict }) => verdict.kind === 'failed');
        if (failed !== undefined)
            throw await explainContainer(failed, check, docker);
        const waiting = verdicts.find(({ verdict }) => verdict.kind === 'waiting');
        if (waiting === undefined)
            return;
        if (clock.now().getTime() >= deadline)
            throw await explainContainer(waiting, check, docker);
        await clock.sleep(1);
    }
}
async function firstFailed(compose, docker, now) {
    const containers = await inspect(compose, docker);
    return containers
        .map((one) => ({ one, verdict: judgeContainer(one, now) }))
        .find(({ verdict }) => verdict.kind === 'failed');
}
async function inspect(compose, docker) {
    const { stdout } = await docker([...compose, 'ps', '--all', '--quiet'], silent);
    const ids = stdout.split('\n').filter(Boolean);
    if (ids.length === 0)
        return [];
    return parseContainers((await docker(['inspect', '--type', 'container', ...ids], silent)).stdout);
}
async function explainContainer({ one, verdict }, { composeFile }, docker) {
    const { stdout, stderr } = await docker(['logs', '--tail', String(image_check_shownLines), one.Id], silent);
    const reason = verdict.kind === 'passed' ? '' : verdict.reason;
    return checkFailed(reason, ['compose', '--file', composeFile, 'up'], lastLines(`${stdout}\n${stderr}`));
}

;// CONCATENATED MODULE: ./build/src/build/check-image.js



/**
 * Starts the images as the check says, waits until all is healthy, runs the command, and removes what it
 * started, whatever came of it.
 * @throws {DeployKitError} `image-check-failed`, with the last lines of the container that failed
 */
async function checkImages(check, images, login, ports) {
    const docker = image_check_dockerRunner(check, login, ports);
    const { composeFile } = check;
    if (composeFile !== undefined)
        await checkStack({ ...check, composeFile }, images, docker, ports);
    else
        for (const { tag } of images)
            await checkAlone(check, tag, docker, ports);
}
async function checkAlone(check, tag, docker, { processes }) {
    const name = `deploy-kit-check-${(0,external_node_crypto_.randomUUID)().slice(0, 8)}`;
    const remove = ['rm', '--force', '--volumes', name];
    const forget = processes.runIfCancelled('docker', remove);
    try {
        await runCheckCommand(check, ['run', '--name', name, '--entrypoint', 'sh', tag], docker);
    }
    finally {
        await docker(remove, { silent: true, seconds: cleanUpSeconds });
        forget();
    }
}

;// CONCATENATED MODULE: ./build/src/build/build-and-push.js





/**
 * Builds the images of these targets and pushes them, after they have passed the check where there is one.
 * @throws {DeployKitError} why one was not built, did not pass, was not taken, or is not what was checked
 */
async function buildAndPush(targets, request, builder, ports) {
    if (targets.length === 0)
        return new Map();
    const checked = request.check === undefined
        ? undefined
        : await buildAndCheck(request.check, targets, request, builder, ports);
    const tags = new Map(targets.map(({ name, image }) => [name, request.tags.map((tag) => tagged(image, tag))]));
    // What was just checked must come from the cache, or it is another image.
    const options = checked === undefined ? request.options : { ...request.options, noCache: false, pull: false };
    const title = `Build and push ${[...tags.values()].map(([first]) => first).join(', ')}`;
    const pushed = await ports.reporter.group(title, () => builder.build(tags, options, 'push', request.login));
    for (const { name, image } of targets)
        compare(tagged(image, request.tags[0] ?? ''), checked?.get(name), pushed.get(name), ports);
    return pushed;
}
/** Builds into this machine's engine, under tags that nobody else uses, and tries the images there. */
async function buildAndCheck(check, targets, request, builder, ports) {
    const id = (0,external_node_crypto_.randomUUID)().slice(0, 8);
    const local = targets.map(({ name, image }) => ({
        name,
        image,
        tag: `deploy-kit-check/${name.toLowerCase()}:${id}`,
    }));
    // An engine holds images for its own platform only, and no attestations.
    const options = {
        ...request.options,
        platforms: request.options.platforms.length > 1 ? [] : request.options.platforms,
        cacheTo: [],
        annotations: [],
        provenance: undefined,
        sbom: undefined,
    };
    const tags = new Map(local.map(({ name, tag }) => [name, [tag]]));
    const remove = ['image', 'rm', '--force', ...local.map(({ tag }) => tag)];
    const forget = ports.processes.runIfCancelled('docker', remove);
    const built = await ports.reporter.group('Build for the check', () => builder.build(tags, options, 'load', request.login));
    try {
        await ports.reporter.group('Check the image', () => checkImages(check, local, request.login, ports));
    }
    finally {
        await ports.processes.run('docker', remove, { silent: true });
        forget();
    }
    return built;
}
function compare(image, checked, pushed, { reporter }) {
    if (checked === undefined || pushed === undefined)
        return;
    const same = sameImage(checked, pushed);
    if (same === false)
        throw (0,errors/* failure */.V2)('image-not-as-checked', {
            image,
            checked: checked.configDigest ?? checked.digest,
            pushed: pushed.configDigest ?? pushed.digest,
        });
    if (same === undefined)
        reporter.info(`${image}: this builder does not tell whether it is the very image that was checked`);
}
/** An image with that tag, in full. */
function tagged(image, tag) {
    return (0,image_reference/* formatImageReference */.my)({ ...image, tag, digest: undefined });
}

;// CONCATENATED MODULE: ./build/src/build/build-release.js







/** A pushed tag is visible at once in any registry that keeps the specification; mirrors lag a little. */
const confirmTimeoutSeconds = 60;
/**
 * Builds the images of a commit, checks and pushes them, and confirms each with its registry.
 * @returns the release document that announces them, and what buildx wrote of the build
 * @throws {DeployKitError} why an image was not built, did not pass, was not taken or is not what was built
 */
async function buildRelease(request, builder, ports) {
    const { reporter } = ports;
    const { version } = request.origin;
    const existing = request.skipExisting
        ? await reporter.group('Look for what is built already', () => findExisting(builder.targets, version, request, ports))
        : new Map();
    const missing = builder.targets.filter(({ name }) => !existing.has(name));
    const pushed = await buildAndPush(missing, request, builder, ports);
    await addTags([...existing.values()], request.tags, ports);
    const ready = await reporter.group('Confirm with the registry', () => (0,all_or_abort/* allOrAbort */.j)((signal) => builder.targets.map(async (target) => {
        const known = existing.get(target.name);
        return known ?? (await build_release_confirm(target, pushed.get(target.name), request, ports, signal));
    })));
    const images = ready.map(({ image, digest, platforms }) => ({
        reference: (0,image_reference/* formatImageReference */.my)({ ...image, tag: version, digest: undefined }),
        digest,
        platforms: [...platforms],
    }));
    return { release: { ...request.origin, images }, metadata: builder.metadata() };
}
async function build_release_confirm({ image }, built, { options, origin: { version } }, ports, signal) {
    const ready = await (0,wait_for_image/* waitForImage */.Y)({
        image: { ...image, tag: version },
        platforms: options.platforms,
        timeoutSeconds: confirmTimeoutSeconds,
    }, { ...ports, build: watch_build/* unknownBuild */.h }, signal);
    if (ready.digest !== built?.digest)
        throw (0,errors/* failure */.V2)('image-not-as-built', {
            image: tagged(image, version),
            built: built?.digest ?? '',
            found: ready.digest,
        });
    return ready;
}

;// CONCATENATED MODULE: ./build/src/build/plan/release-summary.js
/** The job summary of a release that was built. */
function renderReleaseSummary(release, tags, seconds) {
    return [
        `## :package: ${release.version} is built`,
        '',
        '| image | digest | platforms |',
        '| --- | --- | --- |',
        ...release.images.map(({ reference, digest, platforms }) => `| \`${reference}\` | \`${digest.slice(0, 19)}\` | ${platforms.join(', ')} |`),
        '',
        `Tags: ${tags.map((tag) => `\`${tag}\``).join(', ')}. It took ${Math.round(seconds)} s.`,
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/src/build/build-commit.js






/**
 * Builds the images of the run's commit as the inputs say, checks, pushes and confirms them, and tells what
 * came of it.
 * @throws {DeployKitError} as `openBuilder` and `buildRelease`
 */
async function buildCommit(inputs, run, { withRegistry, ...ports }) {
    const { processes, clock, reporter } = ports;
    const started = clock.now();
    const origin = (0,release_of_run/* releaseOfRun */.Y)(run, (0,external_node_crypto_.randomUUID)(), started);
    const committed = await commitTime(processes, run.sha);
    const tags = releaseTags(inputs, run, started);
    const options = buildOptions(inputs, run, committed ?? started);
    const environment = buildEnvironment(inputs, committed);
    const builder = await openBuilder(buildSource(inputs), inputs.image, environment, ports);
    const { skipExisting } = inputs;
    const check = imageCheck(inputs);
    const { release, metadata } = await withRegistry(builder.targets[0].image, (registry, login) => buildRelease({ tags, options, skipExisting, check, login, origin }, builder, {
        ...ports,
        registry,
    }));
    const images = release.images.map(({ reference, digest }) => `${reference}@${digest}`);
    reporter.output('image', images[0] ?? '');
    reporter.output('images', images.join('\n'));
    reporter.output('digest', release.images[0]?.digest ?? '');
    reporter.output('tags', tags.join('\n'));
    reporter.output('version', release.version);
    reporter.output('metadata', metadata);
    const seconds = (clock.now().getTime() - started.getTime()) / 1000;
    reporter.summary(renderReleaseSummary(release, tags, seconds));
    return release;
}
/** When a commit was made, by the checkout's git; `undefined` without one. */
async function commitTime(processes, sha) {
    const args = ['log', '-1', '--format=%ct', sha];
    const { code, stdout } = await processes.run('git', args, { silent: true });
    return code === 0 ? new Date(Number(stdout.trim()) * 1000) : undefined;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/src/local/outside/temporary-folder.js



/**
 * Gives the work a folder that nobody else can read, and removes it afterwards: also when the step fails
 * or the job is cancelled.
 */
async function withTemporaryFolder(work) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(process.env.RUNNER_TEMP ?? (0,external_node_os_.tmpdir)(), 'deploy-kit-'));
    const remove = () => {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    };
    // `finally` does not run when the process ends by a signal, and neither do exit handlers by themselves.
    const end = () => {
        process.exit(cancelledStatus);
    };
    process.once('exit', remove).once('SIGINT', end).once('SIGTERM', end);
    try {
        return await work(folder);
    }
    finally {
        remove();
        process.off('exit', remove).off('SIGINT', end).off('SIGTERM', end);
    }
}
/** What a shell reports of a process that SIGINT ended. */
const cancelledStatus = 130;

;// CONCATENATED MODULE: ./build/src/build/outside/temporary-login.js





/**
 * Runs with a docker configuration that holds one more login, and removes it afterwards in every case.
 * Everything else of the person's configuration stays in force: other logins, plugins, contexts.
 * @param work gets the folder for `DOCKER_CONFIG`; `undefined` when there is no account to add
 */
async function withLogin(registry, account, work) {
    if (account === undefined)
        return work(undefined);
    const usual = process.env.DOCKER_CONFIG ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.docker');
    return withTemporaryFolder((folder) => {
        for (const part of ['cli-plugins', 'contexts', 'buildx'])
            if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(usual, part)))
                (0,external_node_fs_.symlinkSync)((0,external_node_path_.join)(usual, part), (0,external_node_path_.join)(folder, part));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'config.json'), JSON.stringify(withAccount((0,external_node_path_.join)(usual, 'config.json'), registry, account)), { mode: 0o600 });
        return work(folder);
    });
}
const logins = dist/* nullish */.cl6(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J()), {});
const storedConfig = dist/* looseObject */._H3({ auths: logins, credHelpers: logins });
function readConfig(file) {
    try {
        return dist/* parse */.qgA(storedConfig, JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8')));
    }
    catch {
        // No file, or one that docker itself could not read either.
        return dist/* parse */.qgA(storedConfig, {});
    }
}
function withAccount(file, registry, { username, password }) {
    const config = readConfig(file);
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    // A store or helper would win over the entry here and does not know this login: an empty helper is
    // docker's way to say "from this file". Other registries keep theirs.
    return {
        ...config,
        credHelpers: { ...config.credHelpers, [key]: '' },
        auths: { ...config.auths, [key]: { auth } },
    };
}

// EXTERNAL MODULE: ./build/src/registry/outside/docker-login.js
var docker_login = __webpack_require__(9557);
;// CONCATENATED MODULE: ./build/src/connect/build-account.js

/**
 * The account of the inputs, else docker's own login, else at ghcr.io the job's token.
 * @param job the token of the job, and who started it
 */
async function buildAccount({ registry }, { registryUsername, registryPassword }, job) {
    if (registryUsername !== undefined && registryPassword !== undefined)
        return named({ username: registryUsername, password: registryPassword });
    const { account: stored, who } = await (0,docker_login/* dockerLogin */.a)(registry);
    if (stored !== undefined)
        return { account: undefined, anonymous: false, who };
    return registry === 'ghcr.io' && job.token !== ''
        ? named({ username: job.actor, password: job.token })
        : { account: undefined, anonymous: true, who };
}
function named(account) {
    return { account, anonymous: false, who: `the account ${account.username}` };
}

// EXTERNAL MODULE: ./build/src/connect/connect-registry.js + 1 modules
var connect_registry = __webpack_require__(9215);
;// CONCATENATED MODULE: ./build/src/connect/build-registry.js



/** A build's registry as the inputs say how to reach it; docker is logged in there while the work lasts. */
function buildRegistry(inputs, actor) {
    return async (image, work) => {
        const job = { token: inputs.jobToken, actor };
        const { account, ...login } = await buildAccount(image, inputs, job);
        const registry = (0,connect_registry/* connectRegistry */.g)(inputs, image, account);
        return withLogin(image.registry, account, (dockerConfig) => work(registry, { dockerConfig, ...login }));
    };
}

// EXTERNAL MODULE: ./build/src/connect/require-token.js
var require_token = __webpack_require__(2607);
// EXTERNAL MODULE: ./build/src/connect/run-action.js
var run_action = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/src/dispatch/dispatch-and-report.js + 11 modules
var dispatch_and_report = __webpack_require__(9412);
// EXTERNAL MODULE: ./build/src/github/outside/octokit-github.js + 4 modules
var octokit_github = __webpack_require__(1284);
// EXTERNAL MODULE: ./build/src/local/outside/exec-processes.js
var exec_processes = __webpack_require__(8895);
// EXTERNAL MODULE: ./build/src/local/outside/github-context.js
var github_context = __webpack_require__(72);
;// CONCATENATED MODULE: ./build/src/local/outside/scratch-folder.js



/** Gives the work a place for files of its own, which is gone afterwards. */
function withScratch(work) {
    return withTemporaryFolder((folder) => work({
        path: (name) => (0,external_node_path_.join)(folder, name),
        write: (name, text) => {
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), text, { mode: 0o600 });
        },
        read: (name) => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, name), 'utf8'),
    }));
}

// EXTERNAL MODULE: ./build/src/local/outside/system-clock.js
var system_clock = __webpack_require__(8239);
// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var kinds = __webpack_require__(8757);
;// CONCATENATED MODULE: ./build/src/build/build-inputs.js




const tag = {
    describe: 'tag',
    parse(value) {
        const problem = tagProblem(value);
        if (problem !== undefined)
            throw new kind/* InputProblem */.S(problem);
        return value;
    },
};
/** `id=value` lines; unlike an environment variable's name, an id may hold `-` and `.`. */
const secrets = {
    describe: '`id=value` lines',
    parse: (value) => new Map(kinds/* lines */.Mn.parse(value).map((line, index) => {
        const match = /^([A-Za-z_][\w.-]*)=(.*)$/.exec(line);
        // The line itself is a secret: name its place, never its text.
        if (match === null)
            throw new kind/* InputProblem */.S(`entry ${index + 1} must look like id=value`);
        return [match[1] ?? '', match[2] ?? ''];
    })),
};
/** `name=value` lines, where the name may hold `.` and `-`. */
const labels = {
    describe: '`name=value` lines',
    parse: (value) => new Map(kinds/* lines */.Mn.parse(value).map((line) => {
        const at = line.indexOf('=');
        if (at < 1)
            throw new kind/* InputProblem */.S(`must have lines that look like name=value, not "${line}"`);
        return [line.slice(0, at), line.slice(at + 1)];
    })),
};
/** What is built, and how. */
const buildInputs = {
    image: {
        kind: image_kind/* imageReference */.rA,
        description: 'The image without a tag, for example `ghcr.io/acme/api`. Needed for a Dockerfile; with `bake-file` or `compose-file` it is the prefix of targets without a name of their own.',
    },
    tags: {
        kind: (0,kinds/* listOf */.c3)('list of tags, one a line', tag),
        description: 'More tags beside `sha-` and 12 digits of the commit: `branch`, `semver` (of a git tag such as `v1.2.3`: `1.2.3`, `1.2`, `1`), `latest` (on the default branch), or templates with `{sha}`, `{branch}`, `{tag}`, `{date}`, `{run}`.',
    },
    context: { kind: kinds/* text */.Qq, default: '.', description: 'The build context.' },
    file: { kind: kinds/* text */.Qq, description: 'The Dockerfile. Default: the one in the context.' },
    target: { kind: kinds/* text */.Qq, description: 'The stage to build. Default: the last one.' },
    bakeFile: {
        kind: kinds/* text */.Qq,
        description: 'A bake file (`docker-bake.hcl`) whose targets are built, instead of one Dockerfile.',
    },
    composeFile: {
        kind: kinds/* text */.Qq,
        description: 'A Compose file: every service with `build:` is built and named by its `image:`.',
    },
    targets: {
        kind: kinds/* lines */.Mn,
        description: 'The targets of `bake-file`, or services of `compose-file`, one a line. Default: the default group, or all.',
    },
    platforms: {
        kind: kinds/* lines */.Mn,
        description: 'Platforms to build for, for example `linux/arm64`; one a line.',
    },
    buildArgs: {
        kind: kinds/* keyValues */.K7,
        description: 'Build arguments as `NAME=value` lines. They stay in the image: never put a secret here.',
    },
    secrets: {
        kind: secrets,
        secret: true,
        description: 'Secrets of the build as `id=value` lines, for `RUN --mount=type=secret,id=…`: they are in no layer and no log.',
    },
    secretFiles: {
        kind: labels,
        description: 'The same from files, as `id=path` lines.',
    },
    ssh: { kind: kinds/* lines */.Mn, description: 'SSH agents or keys for the build, for example `default`.' },
    labels: { kind: labels, description: 'More labels as `name=value` lines; they win over ours.' },
    annotations: {
        kind: kinds/* lines */.Mn,
        description: 'Annotations as `name=value` or `index:name=value` lines.',
    },
    cacheFrom: { kind: kinds/* lines */.Mn, description: 'Where to read a cache, for example `type=gha`.' },
    cacheTo: { kind: kinds/* lines */.Mn, description: 'Where to keep one, for example `type=gha,mode=max`.' },
    noCache: { kind: kinds/* boolean */.zM, default: 'false', description: 'Build every step anew.' },
    pull: { kind: kinds/* boolean */.zM, default: 'false', description: 'Look for newer base images.' },
    provenance: {
        kind: kinds/* text */.Qq,
        description: 'Provenance attestation, for example `mode=max` or `false`.',
    },
    sbom: { kind: kinds/* text */.Qq, description: 'SBOM attestation: `true`, or a generator.' },
    skipExisting: {
        kind: kinds/* boolean */.zM,
        default: 'false',
        description: 'Do not build again what the registry has of this commit (by tag, revision label and platforms): only announce it.',
    },
    verifyCompose: {
        kind: kinds/* text */.Qq,
        description: 'A Compose file that mirrors production, for example with a real database beside the app: the built image must get healthy in it, or nothing is pushed and nothing announced.',
    },
    verifyCommand: {
        kind: kinds/* text */.Qq,
        description: 'A shell command that must succeed inside the built image: in its service of `verify-compose`, or in a container of its own.',
    },
    verifyTimeout: {
        kind: kinds/* duration */.p0,
        default: '2m',
        description: 'How long the check of the image may take.',
    },
};
/** The token of the job, which the manifest sets. */
const jobTokenInputs = {
    jobToken: {
        kind: kinds/* text */.Qq,
        secret: true,
        hidden: true,
        default: '${{ github.token }}',
        description: 'Logs in to ghcr.io where nothing else does.',
    },
};
/** One source of builds. */
function oneBuildSource(inputs) {
    const { image, bakeFile, composeFile, targets, file, target } = inputs;
    if (bakeFile !== undefined && composeFile !== undefined)
        return '`bake-file` and `compose-file` exclude each other';
    const baked = bakeFile ?? composeFile;
    if (baked === undefined && image === undefined)
        return '`image` is needed, or `bake-file`, or `compose-file`';
    if (baked === undefined && targets !== undefined)
        return '`targets` needs `bake-file` or `compose-file`; the stage of a Dockerfile is `target`';
    return baked !== undefined && (file !== undefined || target !== undefined)
        ? '`file` and `target` belong to a single Dockerfile: the file that you bake names its own'
        : undefined;
}
/** The tags are ours to make. */
function bareImage({ image }) {
    return image?.tag !== undefined || image?.digest !== undefined
        ? '`image` must have no tag and no digest: build-and-dispatch makes the tag'
        : undefined;
}

// EXTERNAL MODULE: ./build/src/dispatch/dispatch-inputs.js
var dispatch_inputs = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/registry-account.js
var registry_account = __webpack_require__(6746);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
;// CONCATENATED MODULE: ./build/actions/build-and-dispatch/definition.js





const definition_definition = (0,inputs/* defineAction */.QP)({
    name: 'build-and-dispatch',
    title: 'Build and dispatch',
    description: 'Builds, checks and pushes images, confirms them with the registry, and only then sends the event that starts the deploy.',
    branding: { icon: 'package', color: 'blue' },
    inputs: {
        ...buildInputs,
        ...shared_inputs/* registryInputs */.P4,
        ...dispatch_inputs/* dispatchInputs */.Cf,
        ...jobTokenInputs,
    },
    outputs: {
        image: { description: 'The first image by tag and digest.' },
        images: { description: 'All images by tag and digest, one a line.' },
        digest: { description: 'The digest of the first image.' },
        tags: { description: 'The tags that each image got, one a line.' },
        version: { description: '`sha-` and 12 digits of the commit.' },
        metadata: {
            description: "Buildx's metadata of the build, as JSON; empty when none was needed.",
        },
        ...dispatch_inputs/* dispatchOutputs */.j_,
    },
    rules: [registry_account/* wholeRegistryAccount */.o, oneBuildSource, bareImage, ...dispatch_inputs/* dispatchRules */.Mq],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/build-and-dispatch/main.js











/** Builds, checks, pushes, confirms, announces. */
async function main() {
    await (0,run_action/* runAction */.C)(definition_definition, async (inputs, reporter) => {
        for (const secret of inputs.secrets?.values() ?? [])
            reporter.mask(secret);
        const context = (0,github_context/* githubContext */.h)();
        // Before the build: minutes of work would end at a token that is not there.
        (0,require_token/* requireToken */.F)(inputs.githubToken, 'github-token', context);
        const ports = { clock: system_clock/* systemClock */.m, reporter };
        const release = await withScratch((scratch) => buildCommit(inputs, context, {
            ...ports,
            processes: exec_processes/* execProcesses */.z,
            scratch,
            withRegistry: buildRegistry(inputs, context.actor),
        }));
        const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        await (0,dispatch_and_report/* dispatchAndReport */.q)(inputs, release, context, { ...ports, github });
    });
}


/***/ }),

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ certificates)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


const block = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Certificates in PEM, one after the other. */
const certificates = {
    describe: 'certificates in PEM',
    parse(value) {
        const found = value.match(block) ?? [];
        if (found.length === 0)
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S('must be the text of a PEM file: -----BEGIN CERTIFICATE----- …');
        for (const [index, text] of found.entries()) {
            try {
                new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(text);
            }
            catch {
                throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S(`holds a certificate that cannot be read (number ${index + 1})`);
            }
        }
        return found;
    },
};


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

/***/ 3294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ hostsInputs),
/* harmony export */   F1: () => (/* binding */ buildWatchInputs),
/* harmony export */   P4: () => (/* binding */ registryInputs),
/* harmony export */   Su: () => (/* binding */ registryAccountInputs),
/* harmony export */   aM: () => (/* binding */ sshInputs)
/* harmony export */ });
/* harmony import */ var _certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3050);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);


/** How to reach the server over SSH: the same in every action that does. */
const sshInputs = {
    host: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk,
        required: true,
        description: 'The server, for example `deploy@203.0.113.7`.',
    },
    sshKey: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The private key that logs in, as the whole text of its file. Without it, the agent at `SSH_AUTH_SOCK` is asked.',
    },
    sshKeyPassphrase: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The passphrase of `ssh-key`, where it has one.',
    },
    knownHosts: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The server's host key as `known_hosts` lines (`ssh-keyscan <host>`, compared on the server). This or `host-fingerprint` is needed.",
    },
    hostFingerprint: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The server's host key as a fingerprint (`SHA256:…`, from `ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` on the server).",
    },
    jumpHost: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk,
        description: 'A server through which the other one is reached, for example `jump@203.0.113.1`; the same key logs in there, and its host key is verified too (a second line in `known-hosts`, a second fingerprint).',
    },
    connectTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '20s',
        description: 'How long to wait for an SSH connection.',
    },
};
/** More servers of the same release. */
const hostsInputs = {
    hosts: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of `user@host`, one a line', _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .hostAddress */ .Rk),
        description: 'More servers that get the same release, once `host`, the first, runs it. When one fails, no further one is tried and every one that was switched gets back what it ran.',
    },
    maxParallel: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(1, 50),
        default: '4',
        description: 'How many of `hosts` are deployed to at the same time.',
    },
};
/** The account that reads from (or writes to) the registry. */
const registryAccountInputs = {
    registryUsername: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The user at the registry of the first image; without it, docker's own login on the runner is used, then none.",
    },
    registryPassword: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The password or token of `registry-username`.',
    },
};
/** How to reach the registry from the runner. */
const registryInputs = {
    ...registryAccountInputs,
    registryPlainHttp: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Ask the registry without encryption. A registry on this machine (localhost) always is.',
    },
    registryCa: {
        kind: _certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .certificates */ .$,
        description: "The certificates of a private authority that signed the registry's, beside those that Node knows.",
    },
};
/** How the run that builds an image is watched while it is waited for. */
const buildWatchInputs = {
    githubToken: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Looks at the run that builds the image, with `permissions: actions: read`, so that nobody waits for a build that failed. Without the permission the wait goes on to its end.',
    },
};


/***/ }),

/***/ 8895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ execProcesses)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1260);


/** Programs of the runner through the npm package @actions/exec: argument lists, never a shell. */
const execProcesses = {
    async run(file, args, { env, input, cwd, silent = false } = {}) {
        const { exitCode, stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_1__/* .getExecOutput */ .H)(file, [...args], {
            ignoreReturnCode: true,
            silent,
            ...(cwd === undefined ? {} : { cwd }),
            ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
            ...(input === undefined ? {} : { input: Buffer.from(input) }),
        });
        return { code: exitCode, stdout, stderr };
    },
    runIfCancelled(file, args, { env } = {}) {
        const runNow = () => {
            (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, {
                env: { ...process.env, ...env },
                stdio: 'ignore',
                timeout: cancelMilliseconds,
            });
        };
        // Ahead of those that remove the files it may need; the last one first, as with `finally`.
        process.prependOnceListener('exit', runNow);
        return () => process.off('exit', runNow);
    },
};
/** The runner waits 7.5 s after the first signal of a cancellation. */
const cancelMilliseconds = 6000;


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


/***/ }),

/***/ 2540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ waitForImage),
  z: () => (/* binding */ waitForImages)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/local/plan/back-off.js
var back_off = __webpack_require__(9402);
// EXTERNAL MODULE: ./build/src/image/image-reference.js
var image_reference = __webpack_require__(4726);
// EXTERNAL MODULE: ./build/src/local/all-or-abort.js
var all_or_abort = __webpack_require__(3561);
// EXTERNAL MODULE: ./build/src/image/manifest.js
var manifest = __webpack_require__(8334);
// EXTERNAL MODULE: ./build/src/registry/registry.js
var registry_registry = __webpack_require__(7786);
// EXTERNAL MODULE: ./build/src/text/one-line.js
var one_line = __webpack_require__(9180);
;// CONCATENATED MODULE: ./build/src/wait/look-for-image.js





/** What the labels of the OCI image specification begin with. */
const label = 'org.opencontainers.image';
/**
 * Looks once whether an image is what is waited for. A registry that does not answer may be back in a moment; one
 * that refuses will refuse again, and throws.
 */
async function lookForImage(wait, registry, signal) {
    try {
        const found = await registry.find(wait.image, signal);
        return found === undefined
            ? { kind: 'missing', text: 'not there yet', pause: 0 }
            : await judge(wait, found, registry, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'registry-unreachable')
            throw error;
        const pause = error.cause instanceof registry_registry/* RetryAfter */.B ? error.cause.seconds : 0;
        return { kind: 'missing', text: error.why, pause };
    }
}
async function judge({ image, platforms, revision, deep }, found, registry, signal) {
    const platform = missingPlatform(found, platforms);
    // A digest never leads to anything else: only a tag can still get the platform.
    if (platform !== undefined && image.digest !== undefined)
        throw (0,errors/* failure */.V2)('image-platform-missing', {
            image: (0,image_reference/* formatImageReference */.my)(image),
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
        volumes: [],
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
    return wanted.find((platform) => !found.platforms.some((available) => (0,manifest/* samePlatform */.my)(platform, available)));
}
function wrongRevision({ labels }, expected) {
    if (expected === undefined)
        return undefined;
    const actual = labels.get(`${label}.revision`);
    if (actual === undefined)
        return `it has no label ${label}.revision`;
    return actual.startsWith(expected)
        ? undefined
        : `it was built from ${(0,one_line/* oneLine */.T)(actual)}, not ${expected}`;
}

;// CONCATENATED MODULE: ./build/src/wait/wait-for-image.js





/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Waits for images side by side; the first that fails ends the wait for the others.
 * @throws {DeployKitError} as `waitForImage`
 */
function waitForImages(waits, ports) {
    return (0,all_or_abort/* allOrAbort */.j)((signal) => waits.map((wait) => waitForImage(wait, ports, signal)));
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
    const name = (0,image_reference/* formatImageReference */.my)(image);
    const interrupted = AbortSignal.any([build.failed, ...(signal === undefined ? [] : [signal])]);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = Number.NEGATIVE_INFINITY;
    for (let attempts = 1;; attempts++) {
        // Before the look: a build that failed after its push has left the image all the same.
        const buildFailed = build.failed.aborted;
        const finding = await lookForImage(wait, ports.registry, signal);
        if (finding.kind === 'ready')
            return reportReady(image, finding, { secondsWaited: waited(), attempts }, reporter);
        if (buildFailed)
            throw (0,errors/* failure */.V2)('image-build-ended', {
                image: name,
                conclusion: String(build.failed.reason),
                'build-run': build.url,
            });
        const asked = finding.kind === 'missing' ? finding.pause : 0;
        const pause = Math.max((0,back_off/* pollPause */.G)(attempts, Math.random()), asked);
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
    const name = (0,image_reference/* formatImageReference */.my)(image);
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
function tooLate(image, finding, waited, { registry, build }) {
    const values = {
        image,
        seconds: Math.round(waited),
        requests: registry.requests,
        'build-run': build.url === '' ? '' : `: ${build.url}`,
    };
    return finding.kind === 'missing'
        ? (0,errors/* failure */.V2)('image-never-came', { ...values, answer: finding.text })
        : (0,errors/* failure */.V2)('image-stale', { ...values, digest: finding.found.digest, problem: finding.problem });
}


/***/ }),

/***/ 8389:
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


/***/ })

};
