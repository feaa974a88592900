export const id = 234;
export const ids = [234];
export const modules = {

/***/ 3634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ networkOf)
/* harmony export */ });
/** The network as the inputs say how to use it. */
function networkOf({ resolve = new Map(), ipVersion, tlsCa: authorities = [], }) {
    const version = { any: 0, '4': 4, '6': 6 };
    return { addresses: resolve, ipVersion: version[ipVersion], authorities };
}


/***/ }),

/***/ 5110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ networkInputs)
/* harmony export */ });
/* harmony import */ var _inputs_certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3050);
/* harmony import */ var _inputs_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5157);
/* harmony import */ var _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);



const addresses = {
    describe: '`NAME=ADDRESS`, one a line',
    parse(value) {
        const pairs = _inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn.parse(value).map((line) => {
            const [, name = '', address = ''] = /^([^=\s]+)\s*=\s*(\S+)$/.exec(line) ?? [];
            if (!isIpAddress(address))
                throw new _inputs_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .InputProblem */ .S(`must be NAME=ADDRESS with an IP address, not "${line}"`);
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
        kind: (0,_inputs_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('any', '4', '6'),
        default: 'any',
        description: 'Ask over that version of IP alone.',
    },
    tlsCa: {
        kind: _inputs_certificates_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .certificates */ .$,
        description: 'Certificates of a private authority that count beside those that Node knows, on the runner.',
    },
};
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


/***/ }),

/***/ 4073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ findFault)
/* harmony export */ });
/* unused harmony export valueAt */
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


/***/ }),

/***/ 8951:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O7: () => (/* binding */ parseStatuses),
/* harmony export */   bM: () => (/* binding */ statuses),
/* harmony export */   uN: () => (/* binding */ describeExpectation)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7934);

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
const statuses = valibot__WEBPACK_IMPORTED_MODULE_0__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()]), valibot__WEBPACK_IMPORTED_MODULE_0__/* .transform */ .pdi((given) => parseStatuses(String(given))), valibot__WEBPACK_IMPORTED_MODULE_0__/* .custom */ .IeY((ranges) => ranges !== undefined, 'must be statuses such as 200 or 200-299, 301'));
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

/***/ 3808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/** Runs a command in the checkout on the runner, with `sh -eu`; its output stays out of the log. */
async function runCommand(command, timeoutSeconds, processes) {
    const { code, stdout, stderr } = await processes.run('timeout', ['--kill-after=2', String(timeoutSeconds), 'sh', '-euc', command], { silent: true });
    const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
    return { code, lines, isTooSlow: code === 124 || code === 137 };
}


/***/ }),

/***/ 1619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ explain)
/* harmony export */ });
// What each code means to the person who reads it; the others keep Node's own words.
const meanings = {
    ENOTFOUND: ['name-unknown', 'DNS knows no such name'],
    EAI_AGAIN: ['name-unknown', 'DNS does not answer'],
    ECONNREFUSED: ['refused', 'the connection was refused: nothing listens on that port'],
    ETIMEDOUT: ['timed-out', 'the connection timed out'],
    EHOSTUNREACH: ['other', 'the host cannot be reached'],
    ENETUNREACH: ['other', 'the network cannot be reached'],
    ECONNRESET: ['broken', 'the connection was closed before the answer was whole'],
    EPIPE: ['broken', 'the connection was closed before the answer was whole'],
    HPE_HEADER_OVERFLOW: ['broken', 'its headers are too large (more than 16 KiB)'],
    DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'TLS: the certificate is self-signed'],
    SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'TLS: the certificate chain ends in an unknown root'],
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'TLS: the issuer of the certificate is unknown'],
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'TLS: the certificate chain is not complete'],
    CERT_HAS_EXPIRED: ['tls', 'TLS: the certificate has expired'],
    CERT_NOT_YET_VALID: ['tls', 'TLS: the certificate is not valid yet'],
};
/** What an error of Node's network modules means. */
function explain(error) {
    const { code = '', message = String(error) } = error;
    const known = meanings[code];
    if (known !== undefined)
        return { fault: known[0], message: known[1], isKnown: code === 'ENOTFOUND' };
    const isKnown = false;
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        const { cert } = error;
        const names = (cert?.subjectaltname ?? '').replaceAll(/(DNS|IP Address):/g, '');
        return {
            fault: 'certificate-name',
            message: `TLS: the certificate is for ${names === '' ? 'another name' : names}`,
            isKnown,
        };
    }
    if (code.startsWith('HPE_'))
        return { fault: 'broken', message: 'what came is no HTTP', isKnown };
    // OpenSSL's own words are between colons: `…:SSL routines:<function>:<reason>:<file>:<line>:`.
    const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
    if (reason === 'wrong version number')
        return { fault: 'no-tls', message: 'the port speaks no TLS', isKnown };
    // What Caddy and others say to a name that they have no certificate for (RFC 6066, section 3).
    if (/alert (internal error|unrecognized name)/.test(reason ?? ''))
        return {
            fault: 'certificate-name',
            message: 'TLS: the server has no certificate for this name',
            isKnown,
        };
    // Of two addresses that were tried, the message is empty and the code says it.
    const words = reason ?? (message.trim() || code);
    return /SSL|TLS|CERT|EPROTO/.test(code)
        ? { fault: 'tls', message: `TLS: ${words}`, isKnown }
        : { fault: 'other', message: words, isKnown };
}


/***/ }),

/***/ 7663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ connectionOptions)
/* harmony export */ });
/* unused harmony export plainNetwork */
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1692);



/** The machine's own. */
const plainNetwork = { addresses: new Map(), ipVersion: 0, authorities: [] };
/** The options of a connection that goes by a network's rules. */
function connectionOptions({ addresses, ipVersion, authorities }) {
    return {
        lookup: (hostname, given, callback) => {
            const address = addresses.get(hostname.toLowerCase());
            if (address === undefined) {
                (0,node_dns__WEBPACK_IMPORTED_MODULE_0__.lookup)(hostname, ipVersion === 0 ? given : { ...given, family: ipVersion }, callback);
                return;
            }
            const family = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(address);
            if (given.all === true)
                callback(null, [{ address, family }]);
            else
                callback(null, address, family);
        },
        ...(authorities.length === 0
            ? {}
            : { ca: [...node_tls__WEBPACK_IMPORTED_MODULE_2__.getCACertificates('default'), ...authorities] }),
    };
}


/***/ }),

/***/ 5273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ nodeHttpProbe)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/src/net/http-probe.js
/** More of a body is not looked at. */
const maxBodyBytes = 64 * 1024;

// EXTERNAL MODULE: ./build/src/net/outside/explain-connection.js
var explain_connection = __webpack_require__(1619);
// EXTERNAL MODULE: ./build/src/net/outside/network.js
var outside_network = __webpack_require__(7663);
;// CONCATENATED MODULE: ./build/src/net/outside/node-http-probe.js






/**
 * Asks with Node's own HTTP client, over a new connection each time: that is what a new visitor gets,
 * and a kept one could lead to the former release. (`fetch` would refuse some ports.)
 */
function nodeHttpProbe(network) {
    const options = (0,outside_network/* connectionOptions */.H)(network);
    return {
        async ask(wanted) {
            const started = performance.now();
            const seconds = () => (performance.now() - started) / 1000;
            const signal = AbortSignal.timeout(wanted.timeoutSeconds * 1000);
            try {
                const answer = await send(wanted, options, signal);
                const { statusCode: status = 0, socket } = answer;
                const headers = new Map(Object.entries(answer.headersDistinct).map(([name, values = []]) => [
                    name,
                    values.join(', '),
                ]));
                const certificate = socket instanceof external_node_tls_.TLSSocket ? shownBy(socket) : undefined;
                const body = await firstPart(answer);
                const location = absolute(headers.get('location'), wanted.url);
                return { kind: 'answer', status, headers, location, body, certificate, seconds: seconds() };
            }
            catch (error) {
                const explained = signal.aborted
                    ? {
                        fault: 'timed-out',
                        message: `no answer within ${wanted.timeoutSeconds} s`,
                        isKnown: false,
                    }
                    : (0,explain_connection/* explain */.W)(error);
                return { kind: 'error', ...explained, seconds: seconds() };
            }
        },
    };
}
function send({ url, method, headers, body }, options, signal) {
    const all = {
        'user-agent': 'deploy-kit verify-health',
        'cache-control': 'no-cache',
        ...Object.fromEntries(headers),
    };
    return new Promise((resolve, reject) => {
        const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        start(url, { agent: false, signal, method, headers: all, ...options }, resolve)
            .on('error', reject)
            .end(body);
    });
}
function shownBy(socket) {
    const { valid_to: until } = socket.getPeerCertificate();
    const end = Date.parse(until);
    return Number.isNaN(end) ? undefined : { daysLeft: (end - Date.now()) / 86_400_000 };
}
async function firstPart(answer) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of answer) {
        const bytes = chunk;
        text += decoder.decode(bytes.subarray(0, maxBodyBytes - size), { stream: true });
        size += bytes.length;
        if (size >= maxBodyBytes)
            break;
    }
    return text;
}
function absolute(location, url) {
    if (location === undefined || !URL.canParse(location, url.href))
        return location;
    return new URL(location, url.href).href;
}


/***/ }),

/***/ 1728:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ nodeSocketProbe)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7030);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7075);
/* harmony import */ var _network_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7663);
/* harmony import */ var _explain_connection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1619);







/** RFC 6455, section 1.3. */
const handshakeGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
class Refusal extends Error {
}
/** A greeting is a line or two; more is something else. */
const maxGreetingBytes = 4096;
/** Connections of Node's own. */
function nodeSocketProbe(network) {
    const options = (0,_network_js__WEBPACK_IMPORTED_MODULE_5__/* .connectionOptions */ .H)(network);
    return {
        tcp: (host, port, timeoutSeconds) => opened(timeoutSeconds, (signal) => open(host, port, options, signal)),
        webSocket: (url, headers, timeoutSeconds) => opened(timeoutSeconds, (signal) => shakeHands(url, headers, options, signal)),
        greeting: (host, port, expected, timeoutSeconds) => timed(timeoutSeconds, async (signal) => {
            const socket = await open(host, port, options, signal);
            try {
                return { kind: 'greeting', text: await listenFor(socket, expected, signal) };
            }
            finally {
                end(socket);
            }
        }),
    };
}
function opened(timeoutSeconds, work) {
    return timed(timeoutSeconds, async (signal) => {
        end(await work(signal));
        return { kind: 'open' };
    });
}
// What it says at its end is of no interest any more.
function end(socket) {
    socket.on('error', () => undefined).destroy();
}
async function timed(timeoutSeconds, work) {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        return { ...(await work(signal)), seconds: seconds() };
    }
    catch (error) {
        if (error instanceof Refusal)
            return { kind: 'refused', message: error.message, seconds: seconds() };
        if (!signal.aborted)
            return { kind: 'error', ...(0,_explain_connection_js__WEBPACK_IMPORTED_MODULE_6__/* .explain */ .W)(error), seconds: seconds() };
        const message = `no answer within ${timeoutSeconds} s`;
        return { kind: 'error', fault: 'timed-out', message, isKnown: false, seconds: seconds() };
    }
}
/** The part of a service's first words that is as expected. */
async function listenFor(socket, expected, signal) {
    const decoder = new TextDecoder();
    let text = '';
    try {
        for await (const chunk of (0,node_stream__WEBPACK_IMPORTED_MODULE_4__.addAbortSignal)(signal, socket)) {
            text += decoder.decode(chunk, { stream: true });
            // Whole lines only: the rest of one may still be on its way.
            const [greeting] = expected.exec(text.slice(0, text.lastIndexOf('\n') + 1)) ?? [];
            if (greeting !== undefined)
                return greeting.trim();
            if (text.length > maxGreetingBytes)
                break;
        }
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
    }
    const [first = ''] = text.split('\n');
    throw new Refusal(text === ''
        ? 'the port is open, but says nothing'
        : `the port is open, but says "${first.trim().slice(0, 80)}"`);
}
function open(host, port, { lookup }, signal) {
    return new Promise((resolve, reject) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)({ host, port, lookup });
        const giveUp = () => {
            socket.destroy(new Error('gave up'));
        };
        signal.addEventListener('abort', giveUp, { once: true });
        socket
            .once('connect', () => {
            signal.removeEventListener('abort', giveUp);
            resolve(socket);
        })
            .once('error', reject);
    });
}
function shakeHands(url, headers, options, signal) {
    const key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('base64');
    const accept = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(`${key}${handshakeGuid}`).digest('base64');
    const secure = url.protocol === 'wss:';
    const address = new URL(url.href.replace(/^ws/, 'http'));
    const all = {
        'user-agent': 'deploy-kit verify-health',
        ...Object.fromEntries(headers),
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': key,
    };
    return new Promise((resolve, reject) => {
        (secure ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request)(address, {
            agent: false,
            signal,
            headers: all,
            ...options,
        })
            .on('upgrade', ({ headers: answered }, socket) => {
            if (answered['sec-websocket-accept'] === accept)
                resolve(socket);
            else {
                socket.destroy();
                reject(new Refusal('its answer to the handshake is not that of a WebSocket'));
            }
        })
            .on('response', (response) => {
            response.destroy();
            reject(new Refusal(`status ${response.statusCode ?? ''} in place of 101`));
        })
            .on('error', reject)
            .end();
    });
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


/***/ })

};
