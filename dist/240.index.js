export const id = 240;
export const ids = [240];
export const modules = {

/***/ 2814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/adapters/connect-registry.js + 4 modules
var connect_registry = __webpack_require__(1053);
// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/octokit-github.js + 3 modules
var octokit_github = __webpack_require__(7988);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/apply/wait-for-image.js
var wait_for_image = __webpack_require__(3199);
// EXTERNAL MODULE: ./build/src/apply/watch-build.js
var watch_build = __webpack_require__(6460);
// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/plan/images-to-await.js
var images_to_await = __webpack_require__(2730);
;// CONCATENATED MODULE: ./build/src/plan/mirror.js

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

// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/inputs/mirrors-kind.js



/** `ghcr.io=mirror.example.com/ghcr` lines. */
const mirrors = (0,kinds/* listOf */.c3)('list of `from=to`, one a line', {
    describe: '`from=to`',
    parse(value) {
        const [from = '', to = '', ...more] = value.split('=');
        const readable = [from, to].every((part) => (0,image_reference/* parseImageReference */.o_)(`${part}/image`) !== undefined);
        if (!readable || from === '' || to === '' || more.length > 0)
            throw new kind/* InputProblem */.S(`must look like ghcr.io=mirror.example.com/ghcr, not "${value}"`);
        return { from, to };
    },
});

;// CONCATENATED MODULE: ./build/src/inputs/commit-kind.js

/** A commit by at least the first 7 of its 40 digits. */
const commitDigits = {
    describe: '7 to 40 hex digits',
    parse(value) {
        if (!/^[a-f0-9]{7,40}$/.test(value))
            throw new kind/* InputProblem */.S(`must be 7 to 40 hex digits of a commit, not "${value}"`);
        return value;
    },
};

// EXTERNAL MODULE: ./build/src/inputs/rules.js
var rules = __webpack_require__(2820);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js + 1 modules
var shared_inputs = __webpack_require__(6081);
;// CONCATENATED MODULE: ./build/actions/wait-for-image/definition.js







const definition = (0,inputs/* defineAction */.QP)({
    name: 'wait-for-image',
    title: 'Wait for an image',
    description: 'Waits until the registry serves the image of a release, so that a deploy never starts before it.',
    branding: { icon: 'clock', color: 'blue' },
    inputs: {
        images: {
            kind: (0,inputs/* listOf */.c3)('list of image references, one a line', image_kind/* imageReference */.r),
            description: 'What to wait for, by tag or digest; without either, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run, by digest.',
        },
        platforms: {
            kind: inputs/* lines */.Mn,
            description: 'Platforms that each image must have, for example `linux/arm64`; one a line.',
        },
        revision: {
            kind: commitDigits,
            description: 'The commit that the images must be built from, as 7 to 40 hex digits: a tag such as `latest` that still leads to an older build (by its label `org.opencontainers.image.revision`) is not taken for the new one. Images of a release document are named by digest and need none.',
        },
        deep: {
            kind: kinds/* boolean */.zM,
            default: 'false',
            description: 'Whether every layer must be there, too: one request a layer.',
        },
        mirror: {
            kind: mirrors,
            description: 'Where the server pulls from instead, as `from=to` lines, for example `ghcr.io=mirror.example.com/ghcr`: the mirror is asked, and the outputs name it.',
        },
        timeout: { kind: inputs/* duration */.p0, default: '10m', description: 'How long to wait.' },
        ...shared_inputs/* registryInputs */.P4,
        ...shared_inputs/* buildWatchInputs */.F1,
    },
    outputs: {
        image: {
            description: 'The first image by tag and digest, ready for `images:` of deploy-compose.',
        },
        images: { description: 'All images by tag and digest, one a line.' },
        digest: { description: 'The digest of the first image.' },
        platforms: { description: 'The platforms of the first image, separated by commas.' },
        revision: {
            description: 'The commit that the first image was built from, where its label says so.',
        },
        created: { description: 'When the first image was built, where it says so.' },
        'seconds-waited': { description: 'How long it took.' },
        attempts: { description: 'How many times the images were looked for.' },
    },
    rules: [rules/* wholeRegistryAccount */.oU],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/wait-for-image/main.js











/** Waits until the registry has every image of the release. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const context = (0,github_context/* githubContext */.h)();
        const { images: named, release } = (0,images_to_await/* imagesToAwait */.i)(inputs.images, context);
        const { platforms = [], mirror = [], timeout: timeoutSeconds, deep, revision } = inputs;
        const images = named.map((image) => mirrored(image, mirror));
        const github = (0,octokit_github.octokitGitHub)(inputs.githubToken, context.apiUrl, system_clock/* systemClock */.m);
        const ports = { github, clock: system_clock/* systemClock */.m, reporter };
        const registry = (0,connect_registry/* connectRegistry */.g)(inputs, images[0]);
        const waits = images.map((image) => ({ image, platforms, revision, deep, timeoutSeconds }));
        const ready = await reporter.group('Wait for the image', () => (0,watch_build/* watchingBuild */.g)(release, ports, (build) => (0,wait_for_image/* waitForImages */.z)(waits, { ...ports, registry, build })));
        const pinned = ready.map(({ image, digest }) => (0,image_reference/* formatImageReference */.my)({ ...image, digest }));
        const [first] = ready;
        reporter.output('image', pinned[0] ?? '');
        reporter.output('images', pinned.join('\n'));
        reporter.output('digest', first?.digest ?? '');
        reporter.output('platforms', first?.platforms.join(',') ?? '');
        reporter.output('revision', first?.revision ?? '');
        reporter.output('created', first?.created ?? '');
        reporter.output('seconds-waited', Math.max(...ready.map(({ secondsWaited }) => secondsWaited)).toFixed(1));
        reporter.output('attempts', String(ready.reduce((sum, { attempts }) => sum + attempts, 0)));
    });
}


/***/ }),

/***/ 2730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ imagesToAwait)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7976);



/**
 * What to wait for: the given images, or those of the event's release document by digest.
 * @throws {DeployKitError} `release-document-invalid` when there is neither
 */
function imagesToAwait(given, run) {
    if (given !== undefined && given.length > 0)
        return { images: given.map((image) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha)), release: undefined };
    const release = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event);
    const images = (release?.images ?? []).flatMap(({ reference, digest }) => {
        const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(reference);
        return image === undefined ? [] : { ...image, digest };
    });
    if (images.length === 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', {
            problems: release === undefined
                ? 'the event that started this run carries no release'
                : 'the release names no image',
        });
    return { images, release };
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
