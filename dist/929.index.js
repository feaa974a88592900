export const id = 929;
export const ids = [929];
export const modules = {

/***/ 9887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uN: () => (/* binding */ describeExpectation),
  Kv: () => (/* binding */ findFault),
  O7: () => (/* binding */ parseStatuses),
  bM: () => (/* binding */ statuses)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/text/value-at.js
/**
 * The value at a path of parsed JSON; `undefined` when there is none.
 * @param path keys and positions: `checks.db`, `items[0].id`
 */
function valueAt(content, path) {
    let value = content;
    for (const key of path.split(/\.|\[|\]\.?/).filter((part) => part !== '')) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key))
            return undefined;
        value = value[key];
    }
    return value;
}

;// CONCATENATED MODULE: ./build/src/health/plan/http-expectation.js


/** Reads `200`, `200-299, 301`; `undefined` when it is something else. */
function parseStatuses(text) {
    const ranges = [];
    for (const part of text.split(',')) {
        const match = /^\s*([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?\s*$/.exec(part);
        if (!match)
            return undefined;
        const from = Number(match[1]);
        const to = Number(match[2] ?? match[1]);
        if (to < from)
            return undefined;
        ranges.push({ from, to });
    }
    return ranges;
}
/** The same in a YAML list, where one status alone is a number. */
const statuses = dist/* pipe */.FsL(dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig()]), dist/* transform */.pdi((given) => parseStatuses(String(given))), dist/* custom */.IeY((ranges) => ranges !== undefined, 'must be statuses such as 200 or 200-299, 301'));
/** What is wrong with an answer, or `undefined` when it is as expected. */
function findFault(answer, expected) {
    if (answer.kind === 'error')
        return connectionFault(answer);
    const { status, location, body, headers, seconds, certificate } = answer;
    const isExpected = expected.statuses.some(({ from, to }) => status >= from && status <= to);
    if (!isExpected && location !== undefined)
        return { kind: 'redirect', text: `status ${status}, a redirect to ${location}` };
    if (!isExpected)
        return {
            kind: 'status',
            text: `status ${status}`,
            // Who may not ask now may not ask later.
            ...(status === 401 || status === 403 ? { isFinal: true } : {}),
        };
    return (wrongBody(status, body, expected) ??
        wrongJson(body, expected.json) ??
        wrongHeader(headers, expected.headers) ??
        wrongRevision(headers, body, expected.revision) ??
        expiringCertificate(certificate, expected.tlsMinDays) ??
        slowAnswer(seconds, expected.maxLatencySeconds));
}
function connectionFault({ fault: kind, message: text, isKnown }) {
    const isFinal = kind === 'certificate-name' || (kind === 'name-unknown' && isKnown);
    return { kind, text, ...(isFinal ? { isFinal } : {}) };
}
function wrongBody(status, body, { contains, matches }) {
    const missing = contains.find((text) => !body.includes(text));
    if (missing !== undefined)
        return { kind: 'body', text: `status ${status}, but the body does not contain "${missing}"` };
    if (matches !== undefined && !matches.test(body))
        return {
            kind: 'body',
            text: `status ${status}, but the body does not match ${String(matches)}`,
        };
    return undefined;
}
function wrongJson(body, wanted) {
    if (wanted.size === 0)
        return undefined;
    const content = parseJson(body);
    if (content === undefined)
        return { kind: 'json', text: 'the body is no JSON' };
    for (const [path, value] of wanted) {
        const found = valueAt(content.value, path);
        const [seen, due] = [
            found === undefined ? 'not there' : JSON.stringify(found),
            JSON.stringify(value),
        ];
        if (seen !== due)
            return { kind: 'json', text: `\`${path}\` is ${seen}, not ${due}` };
    }
    return undefined;
}
function wrongHeader(headers, wanted) {
    for (const [name, part] of wanted) {
        const value = headers.get(name.toLowerCase());
        if (value?.includes(part) !== true)
            return {
                kind: 'header',
                text: `the header ${name} is ${value === undefined ? 'not there' : `"${value}"`}, not "${part}"`,
            };
    }
    return undefined;
}
/** As many digits of a commit as tell it from others. */
const leastDigits = 7;
function wrongRevision(headers, body, source) {
    if (source === undefined)
        return undefined;
    const { kind, name, revision } = source;
    const found = kind === 'header' ? headers.get(name.toLowerCase()) : valueAt(parseJson(body)?.value, name);
    const digits = typeof found === 'string' ? found.trim().replace(/^sha-/, '') : '';
    if (digits.length >= leastDigits && revision.startsWith(digits))
        return undefined;
    const what = found === undefined ? 'does not say which it is' : `is ${JSON.stringify(found)}`;
    return { kind: 'revision', text: `the revision that answers ${what}, not ${revision}` };
}
function expiringCertificate(certificate, days) {
    if (days === undefined || certificate === undefined || certificate.daysLeft >= days)
        return undefined;
    return {
        kind: 'certificate-expires',
        text: `the certificate is good for ${Math.floor(certificate.daysLeft)} more days, not ${days}`,
    };
}
function slowAnswer(seconds, most) {
    if (most === undefined || seconds <= most)
        return undefined;
    return {
        kind: 'slow',
        text: `the answer took ${Math.round(seconds * 1000)} ms, more than ${Math.round(most * 1000)} ms`,
    };
}
function parseJson(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
/** The expectation as a sentence of an error. */
function describeExpectation(expected) {
    const list = expected.statuses
        .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
        .join(', ');
    return [
        `status ${list}`,
        ...expected.contains.map((text) => `a body with "${text}"`),
        ...(expected.matches === undefined ? [] : [`a body that matches ${String(expected.matches)}`]),
        ...[...expected.json].map(([path, value]) => `\`${path}\` = ${JSON.stringify(value)}`),
        ...[...expected.headers].map(([name, value]) => `the header ${name} with "${value}"`),
    ].join(' and ');
}


/***/ }),

/***/ 6955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Su: () => (/* binding */ judgeRedirect),
/* harmony export */   ZZ: () => (/* binding */ redirectModes)
/* harmony export */ });
/* unused harmony export mostHops */
/** How far redirects are followed. */
const redirectModes = ['none', 'same-host', 'any'];
/** Browsers follow twenty; a site that needs more than this one does has lost its way. */
const mostHops = 10;
/**
 * What is wrong with where a redirect leads, or `undefined` when it may be followed. Where none are followed
 * only one that can't be right is a fault here: the others are judged by their status.
 * @param hops the URLs asked so far, the first one first
 */
function judgeRedirect(hops, status, location, mode) {
    const [first] = hops;
    const next = URL.canParse(location) ? new URL(location) : undefined;
    const way = [...hops.map(({ href }) => href), location].join(' → ');
    if (next === undefined || !/^https?:$/.test(next.protocol))
        return mode === 'none'
            ? undefined
            : { kind: 'redirect-elsewhere', text: `status ${status}, which leads nowhere: ${way}` };
    if (first !== undefined && isLocal(next) && !isLocal(first))
        return {
            kind: 'redirect-elsewhere',
            text: `status ${status}, a redirect to the visitor's own machine: ${way}`,
        };
    if (mode === 'none')
        return undefined;
    if (mode === 'same-host' && next.hostname !== first?.hostname)
        return {
            kind: 'redirect-elsewhere',
            text: `status ${status}, a redirect to another host: ${way}`,
        };
    if (hops.some(({ href }) => href === next.href) || hops.length >= mostHops)
        return { kind: 'redirect-loop', text: `status ${status}, a redirect that goes round: ${way}` };
    return undefined;
}
function isLocal({ hostname }) {
    return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(hostname);
}


/***/ }),

/***/ 4929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q4: () => (/* binding */ enoughTimeToVerify),
  y: () => (/* binding */ networkInputs),
  PI: () => (/* binding */ somethingToVerify),
  o: () => (/* binding */ urlList),
  fn: () => (/* binding */ verifyInputs)
});

// EXTERNAL MODULE: ./build/src/health/plan/http-expectation.js + 1 modules
var http_expectation = __webpack_require__(9887);
// EXTERNAL MODULE: ./build/src/text/entry-list.js
var entry_list = __webpack_require__(1194);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/src/health/plan/redirects.js
var redirects = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/health/plan/target.js
/** Where a URL is asked from; `both`: what works on the server must work from outside. */
const viewpoints = ['runner', 'host', 'both'];

;// CONCATENATED MODULE: ./build/src/health/plan/parse-targets.js





const scalar = dist/* union */.KCZ([dist/* string */.YjP(), dist/* number */.aig(), dist/* boolean */.zMY()]);
const texts = dist/* record */.g1P(dist/* string */.YjP(), dist/* pipe */.FsL(scalar, dist/* transform */.pdi(String)));
const oneOrMore = dist/* union */.KCZ([
    dist/* pipe */.FsL(scalar, dist/* transform */.pdi((one) => [String(one)])),
    dist/* array */.YOg(dist/* pipe */.FsL(scalar, dist/* transform */.pdi(String))),
]);
const regularExpression = dist/* pipe */.FsL(dist/* string */.YjP(), dist/* rawTransform */.NTK(({ dataset, addIssue, NEVER }) => {
    try {
        return new RegExp(dataset.value, 'u');
    }
    catch {
        addIssue({ message: 'must be a regular expression' });
        return NEVER;
    }
}));
const urlFields = {
    status: dist/* optional */.lqM(http_expectation/* statuses */.bM),
    body: dist/* optional */.lqM(oneOrMore),
    matches: dist/* optional */.lqM(regularExpression),
    json: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* unknown */.L5J())),
    header: dist/* optional */.lqM(texts),
    'max-latency': dist/* optional */.lqM(entry_list/* seconds */.YA),
    method: dist/* optional */.lqM(dist/* picklist */.KIO(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']), 'GET'),
    'request-headers': dist/* optional */.lqM(texts, {}),
    'request-body': dist/* optional */.lqM(dist/* string */.YjP()),
    redirects: dist/* optional */.lqM(dist/* picklist */.KIO(redirects/* redirectModes */.ZZ)),
    from: dist/* optional */.lqM(dist/* picklist */.KIO(viewpoints)),
};
const schemas = {
    url: dist/* strictObject */.rej({ url: (0,entry_list/* address */.hl)('http', 'https'), ...urlFields }),
    page: dist/* strictObject */.rej({ page: (0,entry_list/* address */.hl)('http', 'https'), ...urlFields }),
    websocket: dist/* strictObject */.rej({
        websocket: (0,entry_list/* address */.hl)('ws', 'wss'),
        'request-headers': dist/* optional */.lqM(texts, {}),
    }),
    tcp: dist/* strictObject */.rej({
        tcp: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* regex */.yGV(/^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/i, 'must be HOST:PORT')),
    }),
    command: dist/* strictObject */.rej({ command: dist/* string */.YjP() }),
    containers: dist/* strictObject */.rej({
        containers: dist/* pipe */.FsL(oneOrMore, dist/* transform */.pdi((names) => (names.length === 1 && names[0] === 'all' ? [] : names))),
    }),
};
const kinds = Object.keys(schemas);
/**
 * Reads a list of targets: YAML, each entry with one of `url`, `page`, `websocket`, `tcp`, `command`,
 * `containers`, and what it must be like.
 * @throws {ListProblems} with every problem of every entry
 */
function parseTargets(text) {
    return (0,entry_list/* parseEntries */.Km)(text, 'url: https://…', readTarget);
}
function readTarget(entry) {
    const kind = kinds.find((name) => name in entry);
    if (kind === undefined)
        return { problems: [`must have one of ${kinds.join(', ')}`] };
    const result = dist/* safeParse */.xLC(schemas[kind], entry);
    if (result.success)
        return { value: targetOf(result.output) };
    const known = Object.keys(schemas[kind].entries);
    return { problems: result.issues.map((issue) => (0,entry_list/* describeIssue */.n6)(issue, known)) };
}
function targetOf(value) {
    if ('url' in value)
        return (defaults) => urlTarget('url', value.url, value, defaults);
    if ('page' in value)
        return (defaults) => urlTarget('page', value.page, value, defaults);
    if ('websocket' in value)
        return () => ({
            kind: 'websocket',
            url: value.websocket,
            headers: new Map(Object.entries(value['request-headers'])),
        });
    if ('tcp' in value) {
        const at = value.tcp.lastIndexOf(':');
        const host = value.tcp.slice(0, at).replace(/^\[|\]$/g, '');
        return () => ({ kind: 'tcp', host, port: Number(value.tcp.slice(at + 1)) });
    }
    if ('command' in value)
        return () => ({ kind: 'command', command: value.command });
    return () => ({ kind: 'containers', services: value.containers });
}
function urlTarget(kind, url, given, { expected, redirects, from }) {
    return {
        kind,
        url,
        method: given.method,
        headers: new Map(Object.entries(given['request-headers'])),
        body: given['request-body'],
        redirects: given.redirects ?? redirects,
        from: given.from ?? from,
        expected: {
            ...expected,
            statuses: given.status ?? expected.statuses,
            contains: given.body ?? expected.contains,
            matches: given.matches,
            json: new Map(Object.entries(given.json ?? {})),
            headers: new Map(Object.entries(given.header ?? {})),
            maxLatencySeconds: given['max-latency'] ?? expected.maxLatencySeconds,
        },
    };
}

// EXTERNAL MODULE: ./build/src/inputs/kind.js
var inputs_kind = __webpack_require__(5157);
// EXTERNAL MODULE: ./build/src/inputs/certificates-kind.js
var certificates_kind = __webpack_require__(3050);
;// CONCATENATED MODULE: ./build/src/net/plan/ip-address.js
/** Whether a text is an IP address, as `isIP` of node:net judges it; an IPv6 one may name its zone. */
function isIpAddress(text) {
    if (!text.includes(':'))
        return isIpv4(text);
    const address = text.replace(/%[0-9A-Za-z.:-]+$/, '');
    return /^[0-9A-Fa-f:.]+$/.test(address) && URL.canParse(`http://[${address}]/`);
}
function isIpv4(text) {
    const parts = text.split('.');
    return (parts.length === 4 &&
        parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255));
}

// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var inputs_kinds = __webpack_require__(8757);
;// CONCATENATED MODULE: ./build/src/health/verify-inputs.js









const statuses = {
    describe: 'statuses and ranges (`200`, `200-299, 301`)',
    parse(value) {
        const ranges = (0,http_expectation/* parseStatuses */.O7)(value);
        if (ranges === undefined)
            throw new inputs_kind/* InputProblem */.S(`must be statuses such as 200 or 200-299, 301, not "${value}"`);
        return ranges;
    },
};
const revisionSource = {
    describe: '`header:NAME` or `json:PATH`',
    parse(value) {
        const [, kind, name = ''] = /^(header|json):\s*(\S+)$/.exec(value) ?? [];
        if (kind !== 'header' && kind !== 'json')
            throw new inputs_kind/* InputProblem */.S(`must be header:NAME or json:PATH, not "${value}"`);
        return { kind, name };
    },
};
const targetList = {
    describe: 'list in YAML',
    parse(value) {
        try {
            return parseTargets(value);
        }
        catch (error) {
            if (error instanceof entry_list/* ListProblems */.vP)
                throw new inputs_kind/* InputProblem */.S(error.message);
            throw error;
        }
    },
};
const addresses = {
    describe: '`NAME=ADDRESS`, one a line',
    parse(value) {
        const pairs = inputs_kinds/* lines */.Mn.parse(value).map((line) => {
            const [, name = '', address = ''] = /^([^=\s]+)\s*=\s*(\S+)$/.exec(line) ?? [];
            if (!isIpAddress(address))
                throw new inputs_kind/* InputProblem */.S(`must be NAME=ADDRESS with an IP address, not "${line}"`);
            return [name.toLowerCase(), address];
        });
        return new Map(pairs);
    },
};
/** How requests from the runner find their way. */
const networkInputs = {
    resolve: {
        kind: addresses,
        description: 'Addresses in place of DNS, for names that do not lead there yet.',
    },
    ipVersion: {
        kind: (0,inputs_kinds/* choice */.Yq)('any', '4', '6'),
        default: 'any',
        description: 'Ask over that version of IP alone.',
    },
    tlsCa: {
        kind: certificates_kind/* certificates */.$,
        description: 'Certificates of a private authority that count beside those that Node knows, on the runner.',
    },
};
/** What to verify: the same in verify-health and in the root action. */
const verifyInputs = {
    targets: {
        kind: targetList,
        description: 'What must be healthy, as a list in YAML: each entry is a `url`, a `page`, a `websocket`, a `tcp` port, a `command` or `containers`, with what it must be like (see the guide of verify-health).',
    },
    expectStatus: {
        kind: statuses,
        default: '200',
        description: 'The statuses that count as healthy.',
    },
    expectBody: {
        kind: inputs_kinds/* text */.Qq,
        description: 'Text that each body must contain (in its first 64 KiB).',
    },
    expectRevision: {
        kind: revisionSource,
        description: 'Where an answer says of which commit it is: `header:X-Revision` or `json:build.commit`. It must be the commit that is deployed (its first seven digits do), so that an old container behind a proxy is not taken for success.',
    },
    redirects: {
        kind: (0,inputs_kinds/* choice */.Yq)(...redirects/* redirectModes */.ZZ),
        default: 'none',
        description: 'Which redirects are followed: `none` (a redirect is an answer, and counts by its status), `same-host`, `any`. One to localhost, or in a circle, is always a failure.',
    },
    from: {
        kind: (0,inputs_kinds/* choice */.Yq)(...viewpoints),
        default: 'runner',
        description: 'Where URLs are asked from: the `runner`, the server (`host`, through SSH, with its curl or wget), or `both`.',
    },
    ...networkInputs,
    tlsMinDays: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(1, 398),
        description: 'For how many days more each certificate must be good (asked from the runner).',
    },
    successes: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(1, 100),
        default: '3',
        description: 'How many good looks in a row each of them must give.',
    },
    interval: {
        kind: inputs_kinds/* duration */.p0,
        default: '1s',
        description: 'The pause between two looks.',
    },
    timeout: {
        kind: inputs_kinds/* duration */.p0,
        default: '120s',
        description: 'How long they may take to become healthy.',
    },
    failFast: {
        kind: inputs_kinds/* boolean */.zM,
        default: 'false',
        description: 'Give up at once on what waiting can hardly mend: a name that does not exist, a certificate for another name, status 401 or 403, a port that is not published.',
    },
    soak: {
        kind: inputs_kinds/* duration */.p0,
        default: '0s',
        description: 'How long what is healthy is watched further.',
    },
    maxFailures: {
        kind: (0,inputs_kinds/* wholeNumber */.rD)(0, 10_000),
        default: '0',
        description: 'How many looks at each of them may fail in that time.',
    },
    requestTimeout: { kind: inputs_kinds/* duration */.p0, default: '10s', description: 'How long one request may take.' },
};
/** URLs that are all verified in the same way. */
const urlList = (0,inputs_kinds/* listOf */.c3)('list of URLs, one a line', inputs_kinds/* httpUrl */.q3);
/** Something must be verified: else nothing would count as healthy. */
function somethingToVerify({ urls, targets, }) {
    return (urls ?? []).length + (targets ?? []).length === 0
        ? '`urls` or `targets` must name at least one thing to verify'
        : undefined;
}
/** The time must do for that many good looks in a row, else nothing could ever pass. */
function enoughTimeToVerify({ successes, interval, timeout, }) {
    const needed = (successes - 1) * interval;
    return needed <= timeout
        ? undefined
        : `${successes} answers every ${interval} s take ${needed} s, longer than the ${timeout} s to verify`;
}


/***/ }),

/***/ 1194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Km: () => (/* binding */ parseEntries),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   n6: () => (/* binding */ describeIssue),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   vP: () => (/* binding */ ListProblems)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7934);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _read_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2217);




/** What is wrong with a list, every problem in a sentence. */
class ListProblems extends Error {
    problems;
    constructor(problems) {
        super(problems.join('; '));
        this.problems = problems;
    }
}
/**
 * Reads a YAML list whose entries are mappings.
 * @param example what an entry looks like: `url: https://…`
 * @throws {ListProblems} with every problem of every entry
 */
function parseEntries(text, example, read) {
    const yaml = (0,_read_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .yamlValue */ .t)((0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .parseDocument */ .Tp)(text));
    if ('problem' in yaml)
        throw new ListProblems([`must be YAML: ${yaml.problem}`]);
    const content = yaml.value;
    if (!Array.isArray(content) || content.length === 0)
        throw new ListProblems([`must be a list, each entry such as \`- ${example}\``]);
    const problems = [];
    const entries = content.flatMap((entry, index) => {
        const result = typeof entry !== 'object' || entry === null || Array.isArray(entry)
            ? { problems: [`must be a mapping such as \`${example}\``] }
            : read(entry);
        if ('value' in result)
            return [result.value];
        problems.push(...result.problems.map((problem) => `entry ${index + 1} ${problem}`));
        return [];
    });
    if (problems.length > 0)
        throw new ListProblems(problems);
    return entries;
}
/** An issue of valibot as a sentence after "entry 1". */
function describeIssue(issue, known) {
    const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
    if (issue.type === 'strict_object') {
        const near = nearest(path, known);
        const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
        return `has \`${path}\`, which it can't have${hint}`;
    }
    if (issue.type === 'picklist')
        return `has \`${path}\`, which must be one of ${issue.expected ?? ''}`;
    return `has \`${path}\`, which ${issue.message.startsWith('must') ? issue.message : `is not valid: ${issue.message}`}`;
}
/** The known word that a misspelt one may mean. */
function nearest(word, known) {
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .closest */ .kp)(word, [...known]);
    return (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(word, near) <= 3 ? near : undefined;
}
/** A URL of one of those schemes, without a user and password: they would show in logs and summaries. */
function address(...schemes) {
    return valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP('must be a URL'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((text) => URL.canParse(text), 'must be a URL'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => new URL(text)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(({ protocol }) => schemes.includes(protocol.slice(0, -1)), `must begin with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(({ username, password }) => username === '' && password === '', 'must not carry a user and password'));
}
const units = { ms: 0.001, s: 1, m: 60 };
const durationPattern = /^(\d+(?:\.\d+)?)(ms|s|m)$/;
/** `500ms`, `10s`, `2m`, as seconds. */
const seconds = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP('must be a number with a unit, such as 500ms'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(durationPattern, 'must be a number with a unit, such as 500ms'), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((text) => {
    const [, number = '', unit = ''] = durationPattern.exec(text) ?? [];
    return Number(number) * (units[unit] ?? 1);
}));


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
