export const id = 229;
export const ids = [229];
export const modules = {

/***/ 435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ connectVerification)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/health/both-checks.js
/** The same thing seen from outside and from the server: what is well there must be so here. */
function bothChecks(outside, inside) {
    return {
        name: outside.name,
        place: outside.place,
        async observe() {
            const [here, there] = await Promise.all([outside.observe(), inside.observe()]);
            const { seconds } = here;
            // What is wrong on the server itself is the reason for everything else.
            if (there.fault !== undefined)
                return {
                    fault: { ...there.fault, text: `seen from the server: ${there.fault.text}` },
                    seconds,
                };
            if (here.fault === undefined)
                return { fault: undefined, seconds };
            const text = `the server itself gets the expected answer, and from outside: ${here.fault.text}`;
            return { fault: { kind: 'only-inside', text }, seconds };
        },
    };
}

// EXTERNAL MODULE: ./build/src/local/run-command.js
var run_command = __webpack_require__(3808);
;// CONCATENATED MODULE: ./build/src/health/command-check.js

/** A command on the runner that must end with status 0. */
function commandCheck({ command, timeoutSeconds }, processes) {
    const name = `the command ${command.split('\n')[0] ?? ''}`;
    return {
        name,
        place: { host: name, name, port: '', expected: 'status 0' },
        async observe() {
            const started = performance.now();
            const seconds = () => (performance.now() - started) / 1000;
            const { code, lines, isTooSlow } = await (0,run_command/* runCommand */.d)(command, timeoutSeconds, processes);
            const last = (lines.at(-1) ?? '').slice(0, 500);
            if (code === 0)
                return { fault: undefined, seconds: seconds() };
            const text = isTooSlow
                ? `it did not end within ${timeoutSeconds} s`
                : `it ended with status ${code}${last === '' ? '' : `: ${last}`}`;
            return { fault: { kind: 'command', text }, seconds: seconds() };
        },
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./build/src/health/plan/server-answer.js
/**
 * A request as a configuration of curl, which it reads from standard input.
 * Source: https://curl.se/docs/manpage.html#-K
 */
function curlConfiguration({ url, method, headers, body }, addresses, ipVersion) {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    const address = addresses.get(url.hostname);
    const settings = [
        ['url', url.href],
        // HEAD by `request` alone would wait for a body.
        ...(method === 'HEAD' ? [] : [['request', method]]),
        ['user-agent', 'deploy-kit verify-health'],
        ['header', 'Cache-Control: no-cache'],
        ...[...headers].map(([name, value]) => ['header', `${name}: ${value}`]),
        ...(body === undefined ? [] : [['data-raw', body]]),
        ...(address === undefined
            ? []
            : [['resolve', `${url.hostname}:${port}:${address}`]]),
    ];
    return [
        ...settings.map(([name, value]) => `${name} = ${quoted(value)}`),
        // Brackets in a URL stand for themselves.
        'globoff',
        ...(method === 'HEAD' ? ['head'] : []),
        ...(ipVersion === 0 ? [] : [`ipv${ipVersion}`]),
        '',
    ].join('\n');
}
function quoted(value) {
    const escaped = value
        .replaceAll('\\', '\\\\')
        .replaceAll('"', '\\"')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r')
        .replaceAll('\t', '\\t');
    return `"${escaped}"`;
}
/** Whether nothing but a GET is asked for: what wget can do as well. */
function isPlain({ method, headers, body }) {
    return method === 'GET' && headers.size === 0 && body === undefined;
}
/**
 * Reads what the script `ask` printed on the server.
 * @param seconds how long it took, seen from here: for wget, which does not say
 * @returns `undefined` when the output is not whole
 */
function parseServerAnswer(output, url, seconds) {
    const at = output.indexOf('\nend=yes\nbody\n');
    if (at < 0)
        return undefined;
    const facts = output.slice(0, at).split('\n');
    const all = (key) => facts.flatMap((line) => (line.startsWith(`${key}=`) ? line.slice(key.length + 1) : []));
    const [tool] = all('tool');
    const took = Number(all('seconds')[0] ?? seconds);
    const error = (fault, message, isKnown = false) => ({
        kind: 'error',
        fault,
        message,
        isKnown,
        seconds: took,
    });
    if (tool === 'none')
        return error('other', 'the server has no curl (and wget alone can not ask this)');
    const lines = all('head');
    const code = Number(all('code')[0]);
    const isStatus = (line) => /^HTTP\/[\d.]+ \d{3}/.test(line);
    // curl shows `100 Continue` and the like first; wget goes where a redirect leads by itself.
    const start = tool === 'curl' ? lines.findLastIndex(isStatus) : lines.findIndex(isStatus);
    const status = lines[start];
    const words = all('error').join(' ') || lines.join(' ');
    // Headers alone are no answer: what broke off or was too slow after them counts as that.
    const isWhole = tool === 'curl' ? code === 0 || code === curlTooLarge : code !== 124 && code !== 143;
    if (status === undefined || !isWhole) {
        const [fault, message, isKnown] = connectionFault(tool ?? '', code, words);
        return error(fault, message, isKnown);
    }
    const end = lines.findIndex((line, index) => index > start && isStatus(line));
    const headers = new Map(lines.slice(start + 1, end < 0 ? undefined : end).flatMap((line) => {
        const colon = line.indexOf(':');
        return colon > 0
            ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
            : [];
    }));
    const location = headers.get('location');
    return {
        kind: 'answer',
        status: Number(/ (\d{3})/.exec(status)?.[1]),
        headers,
        location: location !== undefined && URL.canParse(location, url.href)
            ? new URL(location, url.href).href
            : location,
        body: output.slice(at + '\nend=yes\nbody\n'.length),
        certificate: undefined,
        seconds: took,
    };
}
/** More than ask.sh takes of a body. */
const curlTooLarge = 63;
/** curl's statuses: https://curl.se/docs/manpage.html#EXIT */
const curlFaults = {
    6: 'name-unknown',
    7: 'refused',
    28: 'timed-out',
    35: 'tls',
    52: 'broken',
    56: 'broken',
    60: 'tls',
};
function connectionFault(tool, code, words) {
    const message = words.replace(/^(curl: \(\d+\)|wget:) /, '').trim() || `${tool} ended with status ${code}`;
    // Both say it in words alone, each version in its own.
    if (/no alternative certificate subject name matches|doesn't match requested host name/i.test(words))
        return ['certificate-name', message, false];
    if (/wrong version number/i.test(words))
        return ['no-tls', 'the port speaks no TLS', false];
    if (tool === 'curl')
        return [curlFaults[code] ?? 'other', message, code === 6];
    if (/bad address|unable to resolve/i.test(words))
        return ['name-unknown', message, true];
    if (/refused/i.test(words))
        return ['refused', message, false];
    if (code === 124 || code === 143 || /timed out/i.test(words))
        return ['timed-out', message, false];
    return ['other', message, false];
}

;// CONCATENATED MODULE: ./build/src/health/plan/server-containers.js
/** Reads the lines of the script `containers`; `undefined` when the output is not whole. */
function parseContainerLines(output) {
    const lines = linesOf(output, 'container');
    return lines?.map((line) => {
        const [service = '', id = '', state = '', health = '', ...rest] = line.split('|');
        const [restarts, exitCode, policy = '', ports, part] = rest;
        const lasts = /^(always|unless-stopped)$/.test(policy) || Number(ports) !== 0;
        return {
            ...{ service, id, state, health, mayEnd: part === 'once' || !lasts },
            isActive: part !== 'other',
            restarts: Number(restarts),
            exitCode: Number(exitCode),
        };
    });
}
/** The same for its ports. */
function parsePortLines(output) {
    const lines = linesOf(output, 'port');
    return lines?.map((line) => {
        const [service = '', port = '', published = ''] = line.split('|');
        return {
            service: service.replace(/^\//, ''),
            port: Number.parseInt(port, 10),
            published: [...new Set(published.trim().split(/\s+/).map(Number))].filter((one) => one > 0),
        };
    });
}
function linesOf(output, key) {
    const lines = output.split('\n');
    if (!lines.includes('end=yes'))
        return undefined;
    return lines.flatMap((line) => (line.startsWith(`${key}=`) ? line.slice(key.length + 1) : []));
}
/**
 * What is wrong with the containers of some services: one that is missing, ended, unhealthy, still starting,
 * or that restarted since it was looked at first.
 * @param services empty: those of the live release
 */
function containerFault(containers, services, seen) {
    const missing = services.find((name) => !containers.some(({ service }) => service === name));
    if (missing !== undefined)
        return { kind: 'container', text: `the service ${missing} has no container` };
    if (containers.length === 0)
        return { kind: 'container', text: 'the project has no container' };
    for (const { service, id, state, health, restarts, exitCode, mayEnd, isActive } of containers) {
        if (services.length > 0 ? !services.includes(service) : !isActive)
            continue;
        const fault = (text) => ({
            kind: 'container',
            text: `the service ${service} ${text}`,
        });
        if (restarts > (seen.get(id) ?? restarts))
            return fault(`restarts (${restarts} times so far)`);
        // One that did its work and ended is no failure, unless it was named. The healthcheck of its image is for others.
        if (state === 'exited' && exitCode === 0 && mayEnd && !services.includes(service))
            continue;
        if (state !== 'running')
            return fault(`is ${state} (status ${exitCode})`);
        if (health !== 'none' && health !== 'healthy')
            return fault(`says "${health}"`);
    }
    return undefined;
}
/**
 * Why nothing answers at a port of the server: a container listens to it, and it is not published.
 * @returns `undefined` when that is not the reason
 */
function internalPort(port, ports) {
    const inside = ports.find((one) => one.port === port && !one.published.includes(port));
    if (inside === undefined || ports.some(({ published }) => published.includes(port)))
        return undefined;
    const open = ports
        .flatMap(({ service, port: to, published }) => published.map((one) => `${one} (${service}, its port ${to})`))
        .join(', ');
    return {
        kind: 'port-internal',
        text: `${inside.service} listens to ${port} inside its container alone; published on the server: ${open === '' ? 'nothing' : open}`,
        isFinal: true,
    };
}

// EXTERNAL MODULE: ./build/src/server/look-at.js
var look_at = __webpack_require__(2126);
// EXTERNAL MODULE: ./build/src/server/shell/scripts.js
var scripts = __webpack_require__(3096);
;// CONCATENATED MODULE: ./build/src/health/server-checks.js





/** Beyond the request's own limit: for the way there and back. */
const wayThereSeconds = 15;
/** Asks from the server itself. */
function serverHttpProbe(server, addresses, ipVersion) {
    return {
        async ask(request) {
            const { url, timeoutSeconds } = request;
            const started = performance.now();
            const seconds = () => (performance.now() - started) / 1000;
            const how = isPlain(request) && addresses.size === 0 && ipVersion === 0 ? 'plain' : 'whole';
            try {
                const { stdout, stderr } = await server.whileReachable((host) => host.run(scripts/* ask */.kA, [String(timeoutSeconds), url.href, how], {
                    stdin: external_node_stream_.Readable.from([curlConfiguration(request, addresses, ipVersion)]),
                    timeoutSeconds: timeoutSeconds + wayThereSeconds,
                }));
                const answer = parseServerAnswer(stdout, url, seconds());
                if (answer !== undefined)
                    return answer;
                return failed(`the server said: ${stderr.trim().slice(0, 300)}`, seconds());
            }
            catch (error) {
                return failed(error instanceof Error ? error.message : String(error), seconds());
            }
        },
    };
}
function failed(message, seconds) {
    return { kind: 'error', fault: 'other', message, isKnown: false, seconds };
}
/** Containers of the project that must run, be healthy and not restart. */
function containersCheck(services, project, server) {
    const names = services.length === 0 ? 'all services' : services.join(', ');
    const name = `the containers of ${names}`;
    const seen = new Map();
    return {
        name,
        place: { host: server.name, name: server.name, port: '', expected: 'running and healthy' },
        async observe() {
            const started = performance.now();
            const seconds = () => (performance.now() - started) / 1000;
            try {
                const found = parseContainerLines(await runScript(project, server, 'containers'));
                if (found === undefined)
                    throw new Error('the server did not say what runs');
                const fault = containerFault(found, services, seen);
                for (const { id, restarts } of found)
                    if (!seen.has(id))
                        seen.set(id, restarts);
                return { fault, seconds: seconds() };
            }
            catch (error) {
                const text = error instanceof Error ? error.message : String(error);
                return { fault: { kind: 'container', text }, seconds: seconds() };
            }
        },
    };
}
/** Why a refused URL of the server is refused, where its containers tell. */
async function portFault(url, project, server) {
    const ports = parsePortLines(await runScript(project, server, 'ports')) ?? [];
    return internalPort(Number(url.port || (url.protocol === 'https:' ? 443 : 80)), ports);
}
async function runScript({ path, composeCommand, way }, server, what) {
    const args = [path, composeCommand, way, what];
    const answer = await server.whileReachable((host) => host.run(scripts/* containers */.l8, args, { timeoutSeconds: 60 }));
    const silent = (0,look_at/* engineSilence */.y)(answer, server);
    if (silent !== undefined)
        throw silent;
    return answer.stdout;
}

;// CONCATENATED MODULE: ./build/src/health/explain-refusals.js

/**
 * The same check, with the reason where nothing listens: localhost that is the runner itself, or a port of the
 * server that is not published.
 * @param from where it is asked from
 */
function explainingRefusals(check, url, from, server) {
    return {
        ...check,
        async observe() {
            const seen = await check.observe();
            if (seen.fault?.kind !== 'refused')
                return seen;
            return { ...seen, fault: (await reason(seen.fault, url, from, server)) ?? seen.fault };
        },
    };
}
async function reason({ text }, url, from, server) {
    const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    if (isLocal && from === 'runner')
        return { kind: 'localhost', text, isFinal: true };
    if (server === undefined)
        return undefined;
    try {
        return await portFault(url, await server.project(), server.connection);
    }
    catch {
        // It is only an explanation; the refusal itself stands.
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/health/plan/http-expectation.js
var http_expectation = __webpack_require__(8951);
// EXTERNAL MODULE: ./build/src/health/plan/find-fault.js
var find_fault = __webpack_require__(4073);
// EXTERNAL MODULE: ./build/src/health/plan/redirects.js
var redirects = __webpack_require__(6955);
;// CONCATENATED MODULE: ./build/src/health/http-check.js



/** A URL that must answer as expected, seen from where the probe is. */
function httpCheck({ request, expected, redirects }, probe) {
    return {
        name: request.url.href,
        place: checkPlace(request.url, (0,http_expectation/* describeExpectation */.uN)(expected)),
        async observe() {
            const { answer, fault } = await followRedirects(request, redirects, probe);
            return { fault: fault ?? (0,find_fault/* findFault */.K)(answer, expected), seconds: answer.seconds };
        },
    };
}
/** Asks, and asks where a redirect leads; the seconds are those of all answers together. */
async function followRedirects(request, mode, probe) {
    const hops = [request.url];
    let seconds = 0;
    let next = request;
    for (;;) {
        const answer = await probe.ask(next);
        seconds += answer.seconds;
        const whole = { ...answer, seconds };
        if (answer.kind === 'error' || answer.location === undefined)
            return { answer: whole, fault: undefined, last: next };
        const fault = (0,redirects/* judgeRedirect */.Su)(hops, answer.status, answer.location, mode);
        if (fault !== undefined || mode === 'none')
            return { answer: whole, fault, last: next };
        const url = new URL(answer.location);
        hops.push(url);
        // What was meant for one host is not told to another, nor in the clear; what is asked again is asked with GET.
        const isSame = url.host === request.url.host && url.protocol === request.url.protocol;
        const headers = isSame ? next.headers : new Map();
        next = { ...next, url, headers, method: 'GET', body: undefined };
    }
}
function checkPlace(url, expected) {
    const port = url.port || (/^(https|wss):$/.test(url.protocol) ? '443' : '80');
    return { host: `${url.hostname}:${port}`, name: url.hostname, port, expected };
}

;// CONCATENATED MODULE: ./build/src/health/page-check.js


/** At the same time, as a browser asks a host. */
const sideBySide = 6;
/** A page that must answer as expected, and so must its own scripts, styles and images. */
function pageCheck(target, probe) {
    const { request, expected, redirects } = target;
    return {
        ...httpCheck(target, probe),
        async observe() {
            const { answer, fault, last } = await followRedirects(request, redirects, probe);
            const { seconds } = answer;
            const wrong = fault ?? (0,find_fault/* findFault */.K)(answer, expected);
            if (wrong !== undefined || answer.kind === 'error')
                return { fault: wrong, seconds };
            // Its parser is loaded where there is a page, and not by every start of an action.
            const { pageAssets } = await Promise.all(/* import() */[__webpack_require__.e(600), __webpack_require__.e(845)]).then(__webpack_require__.bind(__webpack_require__, 1845));
            const assets = [...pageAssets(answer.body, last.url)];
            const broken = [];
            const work = async () => {
                for (let url = assets.shift(); url !== undefined; url = assets.shift()) {
                    const asset = await probe.ask({ ...last, url, method: 'GET', body: undefined });
                    if (asset.kind === 'error')
                        broken.push(`${url.href}: ${asset.message}`);
                    else if (asset.status >= 400)
                        broken.push(`${url.href}: status ${asset.status}`);
                }
            };
            await Promise.all(Array.from({ length: sideBySide }, work));
            if (broken.length === 0)
                return { fault: undefined, seconds };
            const [first = ''] = broken;
            const more = broken.length === 1 ? '' : ` (and ${broken.length - 1} more)`;
            return { fault: { kind: 'asset', text: `${first}${more}` }, seconds };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/health/socket-check.js

/** A TCP port that must accept connections. */
function tcpCheck({ host, port, timeoutSeconds }, probe) {
    const address = `${host}:${port}`;
    return {
        name: `tcp://${address}`,
        place: { host: address, name: host, port: String(port), expected: 'an open port' },
        observe: async () => observation(await probe.tcp(host, port, timeoutSeconds)),
    };
}
/** A WebSocket that must open. */
function webSocketCheck({ url, headers, timeoutSeconds, }, probe) {
    return {
        name: url.href,
        place: checkPlace(url, 'a WebSocket that opens'),
        observe: async () => observation(await probe.webSocket(url, headers, timeoutSeconds)),
    };
}
function observation(answer) {
    const { seconds } = answer;
    switch (answer.kind) {
        case 'open':
            return { fault: undefined, seconds };
        case 'refused':
            return { fault: { kind: 'websocket', text: answer.message }, seconds };
        case 'error':
            return {
                fault: {
                    kind: answer.fault,
                    text: answer.message,
                    ...(answer.isKnown ? { isFinal: true } : {}),
                },
                seconds,
            };
    }
}

;// CONCATENATED MODULE: ./build/src/health/verification-request.js








/** How patient the inputs are. */
function patienceOf(inputs) {
    return {
        successes: inputs.successes,
        intervalSeconds: inputs.interval,
        timeoutSeconds: inputs.timeout,
        failFast: inputs.failFast,
        soakSeconds: inputs.soak,
        maxFailures: inputs.maxFailures,
    };
}
/**
 * What the inputs want to be healthy.
 * @param revision the commit that must answer
 */
function targetsOf(urls, inputs, revision) {
    const expected = {
        statuses: inputs.expectStatus,
        contains: inputs.expectBody === undefined ? [] : [inputs.expectBody],
        matches: undefined,
        json: new Map(),
        headers: new Map(),
        revision: inputs.expectRevision && { ...inputs.expectRevision, revision },
        maxLatencySeconds: undefined,
        tlsMinDays: inputs.tlsMinDays,
    };
    const { redirects, from } = inputs;
    const defaults = { expected, redirects, from };
    const simple = urls.map((url) => ({
        kind: 'url',
        url,
        method: 'GET',
        headers: new Map(),
        body: undefined,
        ...defaults,
    }));
    return [...simple, ...(inputs.targets ?? []).map((target) => target(defaults))];
}
/**
 * The checks of those targets.
 * @throws {DeployKitError} `verify-needs-server` when one is seen from the server and that is not known
 */
async function checksOf(targets, inputs, ports) {
    return Promise.all(targets.map((target) => checkOf(target, inputs, ports)));
}
async function checkOf(target, inputs, { http, sockets, processes, server }) {
    const { requestTimeout: timeoutSeconds } = inputs;
    switch (target.kind) {
        case 'url':
        case 'page': {
            const make = target.kind === 'page' ? pageCheck : httpCheck;
            const seenFrom = (from, probe) => {
                const check = make({ ...target, request: requestOf(target, timeoutSeconds) }, probe);
                return explainingRefusals(check, target.url, from, server);
            };
            if (target.from === 'runner')
                return seenFrom('runner', http);
            if (server === undefined)
                throw needsServer(target.url.href);
            const version = { any: 0, '4': 4, '6': 6 }[inputs.ipVersion];
            const there = serverHttpProbe(server.connection, inputs.resolve ?? new Map(), version);
            const inside = seenFrom('host', there);
            return target.from === 'host' ? inside : bothChecks(seenFrom('runner', http), inside);
        }
        case 'websocket':
            return webSocketCheck({ ...target, timeoutSeconds }, sockets);
        case 'tcp':
            return tcpCheck({ ...target, timeoutSeconds }, sockets);
        case 'command':
            return commandCheck({ ...target, timeoutSeconds }, processes);
        case 'containers':
            if (server === undefined)
                throw needsServer('the containers');
            return containersCheck(target.services, await server.project(), server.connection);
    }
}
function needsServer(target) {
    return (0,errors/* failure */.V2)('verify-needs-server', { target });
}
function requestOf({ url, method, headers, body }, timeoutSeconds) {
    return { url, method, headers, body, timeoutSeconds };
}
/** Header values that are secrets whatever else they are; the runner knows of those that it was given. */
function secretsIn(targets) {
    return targets.flatMap((target) => 'headers' in target
        ? [...target.headers].flatMap(([name, value]) => /authorization|cookie|token|secret|key/i.test(name) ? value : [])
        : []);
}

// EXTERNAL MODULE: ./build/src/server/plan/check-server.js
var check_server = __webpack_require__(1441);
// EXTERNAL MODULE: ./build/src/server/plan/docker-way.js
var docker_way = __webpack_require__(4643);
// EXTERNAL MODULE: ./build/src/server/probe-server.js
var probe_server = __webpack_require__(5907);
;// CONCATENATED MODULE: ./build/src/health/verified-server.js



/**
 * The server that a project is on; it is looked at when a check first needs that.
 * @param path the deploy folder as it was given
 */
function verifiedServer(connection, path) {
    let found;
    const look = async () => {
        const facts = (0,check_server/* checkServer */.i6)(await (0,probe_server/* probeServer */._)(connection, path, []), connection.name);
        return { path: facts.path, composeCommand: facts.compose.command, way: (0,docker_way/* dockerWay */.mS)(facts) };
    };
    return { connection, project: () => (found ??= look()) };
}

// EXTERNAL MODULE: ./build/src/local/outside/exec-processes.js
var exec_processes = __webpack_require__(8895);
// EXTERNAL MODULE: ./build/src/net/outside/node-http-probe.js + 1 modules
var node_http_probe = __webpack_require__(5273);
// EXTERNAL MODULE: ./build/src/net/outside/node-socket-probe.js
var node_socket_probe = __webpack_require__(1728);
// EXTERNAL MODULE: ./build/src/connect/network-of.js
var network_of = __webpack_require__(3634);
;// CONCATENATED MODULE: ./build/src/connect/connect-verification.js






/**
 * What the inputs want to be healthy, and how it is looked at; masks the secrets among it.
 * @param revision the commit that must answer
 */
function connectVerification(inputs, revision, server, reporter) {
    const targets = targetsOf(inputs.urls, inputs, revision);
    for (const secret of secretsIn(targets))
        reporter.mask(secret);
    const network = (0,network_of/* networkOf */.A)(inputs);
    const ports = {
        http: (0,node_http_probe/* nodeHttpProbe */.F)(network),
        sockets: (0,node_socket_probe/* nodeSocketProbe */.Q)(network),
        processes: exec_processes/* execProcesses */.z,
        server: server && verifiedServer(server.connection, server.path),
    };
    return { checks: () => checksOf(targets, inputs, ports), patience: patienceOf(inputs) };
}


/***/ }),

/***/ 6348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ curveOf),
/* harmony export */   W: () => (/* binding */ latencyOf)
/* harmony export */ });
/** The percentiles (nearest rank) of a list that is not empty. */
function latencyOf(seconds) {
    const sorted = [...seconds].sort((a, b) => a - b);
    const at = (part) => sorted[Math.ceil(part * sorted.length) - 1];
    const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)];
    if (p50 === undefined || p95 === undefined || p99 === undefined)
        return undefined;
    return { count: sorted.length, p50, p95, p99 };
}
/** The medians of equal parts of a list, in its order: a curve with few points. */
function curveOf(seconds, points) {
    const size = Math.max(1, Math.ceil(seconds.length / points));
    const parts = Array.from({ length: Math.ceil(seconds.length / size) }, (_, index) => seconds.slice(index * size, (index + 1) * size));
    return parts.flatMap((part) => latencyOf(part)?.p50 ?? []);
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

/***/ 2562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q4: () => (/* binding */ enoughTimeToVerify),
  PI: () => (/* binding */ somethingToVerify),
  o: () => (/* binding */ urlList),
  fn: () => (/* binding */ verifyInputs)
});

// EXTERNAL MODULE: ./build/src/health/plan/http-expectation.js
var http_expectation = __webpack_require__(8951);
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
// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var inputs_kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./build/src/health/network-inputs.js
var network_inputs = __webpack_require__(5110);
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
    ...network_inputs/* networkInputs */.y,
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

/***/ 4363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ verifyRelease)
});

// EXTERNAL MODULE: ./build/src/release/provisional.js
var provisional = __webpack_require__(2129);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
;// CONCATENATED MODULE: ./build/src/health/plan/verification-failure.js

/**
 * The error of a verification that did not pass: the entry of the first check's fault, with what every
 * other failing check said below it.
 * @returns `undefined` when every check passed
 */
function verificationFailure(verdicts, hostState) {
    const [first, ...others] = verdicts.filter((verdict) => verdict.fault !== undefined);
    if (first === undefined)
        return undefined;
    const { name: url, place, fault, seconds, attempts } = first;
    const details = others.map((other) => `${other.name}: ${other.fault.text}`);
    return (0,errors/* failure */.V2)(entries[fault.kind], { url, ...place, seconds: Math.round(seconds), attempts, answer: fault.text }, { hostState, details });
}
const entries = {
    'name-unknown': 'verify-name-unknown',
    refused: 'verify-refused',
    'timed-out': 'verify-timed-out',
    tls: 'verify-tls-failed',
    'no-tls': 'verify-no-tls',
    'certificate-name': 'verify-certificate-name',
    'certificate-expires': 'verify-certificate-expires',
    broken: 'verify-connection-broken',
    redirect: 'verify-redirected',
    'redirect-elsewhere': 'verify-redirected-elsewhere',
    'redirect-loop': 'verify-redirect-loop',
    status: 'verify-wrong-status',
    body: 'verify-body-differs',
    json: 'verify-json-differs',
    header: 'verify-header-differs',
    revision: 'verify-wrong-revision',
    slow: 'verify-too-slow',
    localhost: 'verify-localhost',
    'port-internal': 'verify-port-internal',
    'only-inside': 'verify-only-inside',
    asset: 'verify-asset-missing',
    websocket: 'verify-websocket-refused',
    command: 'verify-command-failed',
    container: 'verify-container-failed',
    soak: 'verify-not-steady',
    unsteady: 'verify-failed',
    other: 'verify-failed',
};

// EXTERNAL MODULE: ./build/src/text/markdown.js
var markdown = __webpack_require__(492);
// EXTERNAL MODULE: ./build/src/health/plan/latency.js
var plan_latency = __webpack_require__(6348);
;// CONCATENATED MODULE: ./build/src/health/plan/verify-summary.js


/** As many points as a chart shows well. */
const points = 40;
/** As many curves. */
const curves = 5;
/** The job summary of a verification: a table of checks, and how long answers took while they were watched. */
function renderVerifySummary(verdicts) {
    const watched = verdicts.filter(({ soak, latencies }) => soak !== undefined && latencies.length > 1);
    return [
        '### Health',
        '',
        '| what | verdict | attempts | p50 | p95 | p99 |',
        '| --- | --- | --- | --- | --- | --- |',
        ...verdicts.map(row),
        '',
        ...watched.slice(0, curves).flatMap(chart),
    ].join('\n');
}
function row({ name, fault, attempts, latencies, soak }) {
    const latency = (0,plan_latency/* latencyOf */.W)(latencies);
    const numbers = [latency?.p50, latency?.p95, latency?.p99].map((seconds) => seconds === undefined ? '–' : milliseconds(seconds));
    const watched = soak === undefined ? '' : `, ${soak.failures} of ${soak.looks} failed while it was watched`;
    const verdict = fault === undefined ? ':white_check_mark:' : `:x: ${oneLine(fault.text)}`;
    return `| ${oneLine(name)} | ${verdict} | ${attempts}${watched} | ${numbers.join(' | ')} |`;
}
function chart({ name, latencies }) {
    const curve = (0,plan_latency/* curveOf */.F)(latencies, points).map((seconds) => Math.round(seconds * 1000));
    return [
        '```mermaid',
        'xychart-beta',
        // Quotes and backticks would end the title.
        `  title "${name.replace(/["`\n]/g, ' ').slice(0, 80)}: milliseconds"`,
        `  x-axis 1 --> ${curve.length}`,
        `  y-axis "ms" 0 --> ${Math.max(...curve, 1)}`,
        `  line [${curve.join(', ')}]`,
        '```',
        '',
    ];
}
// What a server answers is text here, never markup.
function oneLine(text) {
    return (0,markdown/* plain */.pj)(text.replace(/\s+/g, ' '));
}
function milliseconds(seconds) {
    return `${Math.round(seconds * 1000)} ms`;
}

;// CONCATENATED MODULE: ./build/src/health/verify-health.js
/** The log shows a sign of life that often. */
const signOfLifeSeconds = 15;
/** Looks at all of them, side by side, until each has passed or time is up. Never rejects for a bad look. */
async function verifyHealth(checks, patience, clock, reporter) {
    const trials = checks.map((check) => new Trial(check, patience, clock, reporter));
    const ended = new AbortController();
    const signs = showSigns(trials, patience, clock, reporter, ended.signal);
    try {
        return await Promise.all(trials.map((trial) => trial.run()));
    }
    finally {
        ended.abort();
        await signs;
    }
}
async function showSigns(trials, { timeoutSeconds, soakSeconds }, clock, reporter, ended) {
    const started = clock.now().getTime();
    for (;;) {
        // The end of the trials ends the sleep, which is no failure.
        await clock.sleep(signOfLifeSeconds, ended).catch(() => undefined);
        if (ended.aborted)
            return;
        const seconds = Math.round((clock.now().getTime() - started) / 1000);
        const states = trials.flatMap((trial) => trial.state ?? []);
        reporter.info(`Verifying (${seconds} s of ${timeoutSeconds + soakSeconds} s): ${states.join('; ')}`);
    }
}
/** One check, looked at until it has passed or failed. */
class Trial {
    #check;
    #patience;
    #clock;
    #reporter;
    #latencies = [];
    #attempts = 0;
    #inRow = 0;
    #fault;
    #soak;
    #isDone = false;
    constructor(check, patience, clock, reporter) {
        this.#check = check;
        this.#patience = patience;
        this.#clock = clock;
        this.#reporter = reporter;
    }
    /** How it stands, in a few words; `undefined` once it is done. */
    get state() {
        if (this.#isDone)
            return undefined;
        const { looks, failures } = this.#soak ?? {};
        const state = looks === undefined ? this.#count() : `watched, ${failures ?? 0} of ${looks} looks failed`;
        return `${this.#check.name}: ${this.#fault?.text ?? state}`;
    }
    async run() {
        const started = this.#clock.now().getTime();
        const passed = () => (this.#clock.now().getTime() - started) / 1000;
        let fault = await this.#untilHealthy(passed);
        if (fault === undefined && this.#patience.soakSeconds > 0)
            fault = await this.#watch(passed);
        this.#isDone = true;
        const { name, place } = this.#check;
        const outcome = fault === undefined ? 'healthy' : `given up, ${fault.text}`;
        this.#reporter.info(`${name}: ${outcome} (${this.#attempts} attempts)`);
        return {
            name,
            place,
            fault,
            attempts: this.#attempts,
            seconds: passed(),
            latencies: this.#latencies,
            soak: this.#soak,
        };
    }
    async #untilHealthy(passed) {
        const { successes, intervalSeconds, timeoutSeconds, failFast } = this.#patience;
        for (;;) {
            const fault = await this.#look();
            if (this.#inRow >= successes)
                return undefined;
            if (failFast && fault?.isFinal === true)
                return fault;
            if (passed() + intervalSeconds > timeoutSeconds)
                return this.#lastFault();
            await this.#clock.sleep(intervalSeconds);
        }
    }
    /** What was healthy may fail now and then, but not too often. */
    async #watch(passed) {
        const { intervalSeconds, soakSeconds, maxFailures } = this.#patience;
        const end = passed() + soakSeconds;
        const soak = { looks: 0, failures: 0 };
        this.#soak = soak;
        while (passed() + intervalSeconds <= end) {
            await this.#clock.sleep(intervalSeconds);
            const fault = await this.#look();
            soak.looks += 1;
            if (fault === undefined)
                continue;
            soak.failures += 1;
            if (soak.failures > maxFailures)
                return {
                    kind: 'soak',
                    text: `it failed ${soak.failures} times after it had been healthy, at last: ${fault.text}`,
                };
        }
        return undefined;
    }
    // A line for each change; what stays the same is in the signs of life.
    async #look() {
        const { fault, seconds } = await this.#check.observe();
        this.#attempts += 1;
        if (fault === undefined)
            this.#latencies.push(seconds);
        else if (fault.text !== this.#fault?.text)
            this.#reporter.info(`${this.#check.name}: ${fault.text}`);
        this.#inRow = fault === undefined ? this.#inRow + 1 : 0;
        this.#fault = fault;
        return fault;
    }
    #lastFault() {
        return this.#fault ?? { kind: 'unsteady', text: `only ${this.#count()} before time was up` };
    }
    #count() {
        return `${this.#inRow} of ${this.#patience.successes} good answers in a row`;
    }
}

;// CONCATENATED MODULE: ./build/src/health/verify-release.js




/**
 * Verifies the releases that the job is making, and tells the job's end whether they have passed. They count as
 * rejected until then: what ends without a word has not passed.
 * @throws {DeployKitError} why they could not be verified
 */
async function verifyRelease({ checks, patience }, { making, rejected, verified, gaveWay }, { clock, reporter }) {
    if (making === '' && gaveWay !== '') {
        reporter.info(`A newer release than ${gaveWay} is live: there is nothing to verify`);
        return { verdicts: [], failed: undefined };
    }
    const tell = (variable, value) => {
        if (making !== '')
            reporter.exportVariable(variable, value);
    };
    tell(provisional/* verifiedVariable */.NC, (0,provisional/* withoutReleases */.f5)(verified, making));
    tell(provisional/* rejectedVariable */.dv, (0,provisional/* withReleases */.wS)(rejected, making));
    const verdicts = await reporter.group('Verify health', async () => verifyHealth(await checks(), patience, clock, reporter));
    if (verdicts.length > 0)
        reporter.summary(renderVerifySummary(verdicts));
    const failed = verificationFailure(verdicts, (0,provisional/* provisionalState */.O7)(making));
    // What an earlier verification has rejected stays rejected.
    if (failed === undefined)
        tell(provisional/* rejectedVariable */.dv, rejected);
    if (failed === undefined && verdicts.length > 0)
        tell(provisional/* verifiedVariable */.NC, (0,provisional/* withReleases */.wS)(verified, making));
    return { verdicts, failed };
}


/***/ }),

/***/ 3776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ verifyWatched)
/* harmony export */ });
/* harmony import */ var _server_confirm_release_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6954);
/* harmony import */ var _server_signs_of_life_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2836);


/**
 * Keeps releases from going back by themselves while they are verified, and confirms what has passed.
 * @param onConfirmed called once every server has heard it
 * @throws {DeployKitError} why they could not be verified; `release-not-confirmed`
 */
async function verifyWatched(verify, watched, { clock, reporter }, onConfirmed = () => undefined) {
    const verified = await (0,_server_signs_of_life_js__WEBPACK_IMPORTED_MODULE_1__/* .withSignsOfLife */ ._)(clock, (watch) => {
        watched.forEach(watch);
        return verify();
    });
    const hasPassed = verified.failed === undefined && verified.verdicts.length > 0;
    if (watched.length > 0 && hasPassed && (await (0,_server_confirm_release_js__WEBPACK_IMPORTED_MODULE_0__/* .confirmEverywhere */ .r)(watched, reporter)))
        onConfirmed();
    return verified;
}


/***/ }),

/***/ 6954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ confirmEverywhere)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2126);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7760);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3096);




/**
 * Says on each server that releases stay, so that they do not go back by themselves.
 * @returns whether every server has heard it; of the others a warning says what becomes of them
 * @throws {DeployKitError} `release-not-confirmed` where it came too late
 */
async function confirmEverywhere(watched, reporter) {
    const answers = await Promise.all(watched.map(async (releases) => ({
        host: releases.server.name,
        answer: await confirmReleases(releases).catch((error) => {
            warn(releases, error, reporter);
        }),
    })));
    const late = answers.filter(({ answer }) => (answer?.overdue.length ?? 0) > 0);
    if (late[0]?.answer !== undefined)
        throw cameTooLate(late.map(({ host }) => host), late[0].answer);
    return answers.every(({ answer }) => answer !== undefined);
}
function confirmReleases({ server, path, releases }) {
    return (0,_look_at_js__WEBPACK_IMPORTED_MODULE_1__/* .lookAt */ .t)(server, {
        script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .confirm */ .lJ,
        args: [path, ...releases],
        read: ({ stdout }) => {
            const facts = (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_3__/* .readFacts */ .M)(stdout);
            // Without a verdict it could not be written.
            if (!facts.has('end') || facts.has('none'))
                return undefined;
            return { overdue: facts.get('overdue') ?? [], live: facts.get('live')?.[0] ?? '' };
        },
    });
}
function warn({ server, releases }, error, reporter) {
    const why = error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error.why : String(error);
    reporter.warning(`${server.name}: the release could not be confirmed`, `${why} There ${releases.join(' and ')} goes back by itself once \`confirm-within\` is over.`);
}
function cameTooLate(hosts, { overdue, live }) {
    const release = overdue.join(' and ');
    const hostState = overdue.includes(live)
        ? { state: 'unknown', why: `${release} is being taken back.` }
        : { state: 'restored', release: live || 'what ran before the first deploy' };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('release-not-confirmed', { release, hosts: hosts.join(', ') }, { hostState });
}


/***/ })

};
