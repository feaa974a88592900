export const id = 896;
export const ids = [896];
export const modules = {

/***/ 1896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./build/src/adapters/github-context.js
var github_context = __webpack_require__(5617);
// EXTERNAL MODULE: ./build/src/adapters/oci-registry.js + 2 modules
var oci_registry = __webpack_require__(6829);
// EXTERNAL MODULE: ./build/src/adapters/run-action.js
var run_action = __webpack_require__(2282);
// EXTERNAL MODULE: ./build/src/adapters/system-clock.js
var system_clock = __webpack_require__(3462);
// EXTERNAL MODULE: ./build/src/apply/deploy-request.js
var deploy_request = __webpack_require__(3179);
// EXTERNAL MODULE: ./build/src/apply/wait-for-image.js
var wait_for_image = __webpack_require__(3199);
// EXTERNAL MODULE: ./build/src/plan/image-reference.js
var image_reference = __webpack_require__(9488);
// EXTERNAL MODULE: ./build/src/plan/images-to-await.js
var images_to_await = __webpack_require__(2730);
// EXTERNAL MODULE: ./build/src/inputs/image-kind.js
var image_kind = __webpack_require__(7877);
// EXTERNAL MODULE: ./build/src/inputs/index.js + 2 modules
var inputs = __webpack_require__(1064);
// EXTERNAL MODULE: ./build/src/inputs/rules.js
var rules = __webpack_require__(2820);
// EXTERNAL MODULE: ./build/src/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(3294);
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
        timeout: { kind: inputs/* duration */.p0, default: '10m', description: 'How long to wait.' },
        ...shared_inputs/* registryInputs */.P,
    },
    outputs: {
        image: {
            description: 'The first image by tag and digest, ready for `images:` of deploy-compose.',
        },
        images: { description: 'All images by tag and digest, one a line.' },
        digest: { description: 'The digest of the first image.' },
        platforms: { description: 'The platforms of the first image, separated by commas.' },
        'seconds-waited': { description: 'How long it took.' },
        attempts: { description: 'How many times the registry was asked.' },
    },
    rules: [rules/* wholeRegistryAccount */.o],
    post: false,
});

;// CONCATENATED MODULE: ./build/actions/wait-for-image/main.js









/** Waits until the registry has every image of the release. */
async function main() {
    await (0,run_action/* runAction */.C)(definition, async (inputs, reporter) => {
        const { images, buildRun } = (0,images_to_await/* imagesToAwait */.i)(inputs.images, (0,github_context/* githubContext */.h)());
        const registry = (0,oci_registry/* ociRegistry */.H)((0,deploy_request/* registryAccount */.J)(inputs));
        const wanted = { platforms: inputs.platforms ?? [], timeoutSeconds: inputs.timeout, buildRun };
        const ready = await reporter.group('Wait for the image', () => Promise.all(images.map((image) => (0,wait_for_image/* waitForImage */.Y)({ image, ...wanted }, registry, system_clock/* systemClock */.m, reporter))));
        const pinned = ready.map(({ image, digest }) => (0,image_reference/* formatImageReference */.my)({ ...image, digest }));
        reporter.output('image', pinned[0] ?? '');
        reporter.output('images', pinned.join('\n'));
        reporter.output('digest', ready[0]?.digest ?? '');
        reporter.output('platforms', ready[0]?.platforms.join(',') ?? '');
        reporter.output('seconds-waited', Math.max(...ready.map(({ secondsWaited }) => secondsWaited)).toFixed(1));
        reporter.output('attempts', String(ready.reduce((sum, { attempts }) => sum + attempts, 0)));
    });
}


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ waitForImage)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _plan_back_off_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4554);
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _plan_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5272);




/** The log shows a sign of life at least this often. */
const reportEverySeconds = 15;
/**
 * Waits until the registry serves an image with the wanted platforms.
 * @throws {DeployKitError} `image-never-came`, `image-platform-missing`, and `registry-denied` at once:
 * waiting does not mend it
 */
async function waitForImage({ image, platforms, timeoutSeconds, buildRun }, registry, clock, reporter) {
    const name = (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .formatImageReference */ .my)(image);
    const started = clock.now().getTime();
    const waited = () => (clock.now().getTime() - started) / 1000;
    let reported = 0;
    for (let attempts = 1;; attempts++) {
        const answer = await ask(image, registry);
        if (answer.found !== undefined) {
            checkPlatforms(name, answer.found, platforms);
            reporter.info(`${name} is there: ${answer.found.digest} (${answer.found.platforms.join(', ')})`);
            return { image, ...answer.found, secondsWaited: waited(), attempts };
        }
        const pause = (0,_plan_back_off_js__WEBPACK_IMPORTED_MODULE_3__/* .pollPause */ .G)(attempts, Math.random());
        if (waited() + pause > timeoutSeconds)
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-never-came', {
                image: name,
                seconds: Math.round(waited()),
                attempts,
                answer: answer.text,
                'build-run': buildRun === '' ? '' : `: ${buildRun}`,
            });
        if (attempts === 1 || waited() - reported >= reportEverySeconds - pause) {
            reported = waited();
            reporter.info(`${name}: ${answer.text}; waiting (${Math.round(waited())} s of ${timeoutSeconds} s)`);
        }
        await clock.sleep(pause);
    }
}
// A registry that does not answer may be back in a moment; one that refuses will refuse again.
async function ask(image, registry) {
    try {
        return { found: await registry.find(image), text: 'not there yet' };
    }
    catch (error) {
        if (!(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG) || error.entry !== 'registry-unreachable')
            throw error;
        return { found: undefined, text: error.why };
    }
}
function checkPlatforms(image, found, wanted) {
    const missing = wanted.find((platform) => !found.platforms.some((available) => (0,_plan_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .samePlatform */ .my)(platform, available)));
    if (missing !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('image-platform-missing', {
            image,
            platform: missing,
            available: found.platforms.join(', '),
        });
}


/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ pollPause)
/* harmony export */ });
/**
 * The pause before the next poll, in seconds: quick at first, growing by a third, at most 12. A wait
 * of five minutes then costs about 34 requests.
 * @param attempt how many requests there were, from 1
 * @param random from 0 to 1, so that many waiters do not ask at the same moment
 */
function pollPause(attempt, random) {
    const pause = Math.min(1.33 ** (attempt - 1), 12);
    return pause * (0.85 + 0.3 * random);
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
        return { images: given.map((image) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha)), buildRun: '' };
    const release = (0,_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event);
    if (release === undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-document-invalid', {
            problems: 'the event that started this run carries no release',
        });
    return {
        images: release.images.flatMap(({ reference, digest }) => {
            const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(reference);
            return image === undefined ? [] : { ...image, digest };
        }),
        buildRun: release.run.url,
    };
}


/***/ })

};
