export const id = 922;
export const ids = [922];
export const modules = {

/***/ 6241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ connectAnnouncers)
});

// EXTERNAL MODULE: ./build/src/apply/announce.js + 1 modules
var announce = __webpack_require__(582);
// EXTERNAL MODULE: ./build/src/adapters/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(4383);
;// CONCATENATED MODULE: ./build/src/adapters/fetch-webhook.js
/** A message that takes longer is not worth waiting for. */
const timeoutMilliseconds = 10_000;
/** Posts JSON. */
const fetchWebhook = {
    async post(url, body) {
        let response;
        try {
            response = await fetch(url, {
                method: 'POST',
                headers: { 'content-type': 'application/json' },
                body: JSON.stringify(body),
                signal: AbortSignal.timeout(timeoutMilliseconds),
            });
        }
        catch {
            // The cause may hold the address.
            throw new Error(`${url.host} did not answer`);
        }
        await response.body?.cancel();
        if (!response.ok)
            throw new Error(`${url.host} answered ${response.status}`);
    },
};

;// CONCATENATED MODULE: ./build/src/adapters/connect-announcers.js



/** Under this name `post` finds the deployment that `main` recorded. */
const deploymentState = 'deployment';
/**
 * Everybody whom an action's inputs name; no connection is opened yet.
 * @param githubToken records the deployment
 */
async function connectAnnouncers(inputs, githubToken, { apiUrl, clock, reporter }) {
    const webhooks = (0,announce/* webhookAnnouncers */.Ch)(inputs.notify ?? [], fetchWebhook);
    if (inputs.environment === undefined || inputs.environment === '')
        return webhooks;
    // Loaded where a deployment is recorded, and nowhere else: it is the slowest part to start.
    const { octokitGitHub } = await __webpack_require__.e(/* import() */ 988).then(__webpack_require__.bind(__webpack_require__, 7988));
    const known = Number((0,actions_reporter/* savedState */.f)(deploymentState));
    const deployments = (0,announce/* deploymentAnnouncer */.Bs)(octokitGitHub(githubToken ?? '', apiUrl, clock), known > 0 ? known : undefined, (id) => {
        reporter.saveState(deploymentState, String(id));
    });
    return [...webhooks, deployments];
}


/***/ }),

/***/ 6185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ connectServer),
  U: () => (/* binding */ serversOf)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
// EXTERNAL MODULE: ./build/src/ports/server-connection.js
var server_connection = __webpack_require__(1251);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./build/src/plan/host-keys.js

/** A key's fingerprint as `ssh-keygen -l` prints it. */
function fingerprintOf(key) {
    return `SHA256:${(0,external_node_crypto_.createHash)('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}
/** The type that a public key names in its first field (RFC 4253, section 6.6). */
function keyTypeOf(key) {
    return key.subarray(4, 4 + key.readUInt32BE(0)).toString('latin1');
}
/** Whether the server's key is one of the expected ones. */
function isExpectedKey(key, expected, host, port) {
    const known = knownHostsFor(expected.knownHosts ?? '', host, port);
    return (known.some((entry) => entry.key === key.toString('base64')) ||
        fingerprintsIn(expected).includes(fingerprintOf(key)));
}
/** The key types to ask the server for: those that can be compared. Empty: any. */
function expectedKeyTypes(expected, host, port) {
    // A fingerprint does not tell the type of its key.
    if (fingerprintsIn(expected).length > 0)
        return [];
    return [...new Set(knownHostsFor(expected.knownHosts ?? '', host, port).map(({ type }) => type))];
}
/** The expected keys for an error message. */
function describeExpected(expected, host, port) {
    const known = knownHostsFor(expected.knownHosts ?? '', host, port).map(({ type, key }) => `${type} ${fingerprintOf(Buffer.from(key, 'base64'))}`);
    const all = [...known, ...fingerprintsIn(expected)];
    return all.length > 0 ? all.join(', ') : `nothing: no line of known-hosts is for ${host}`;
}
function fingerprintsIn({ fingerprints }) {
    return (fingerprints ?? '').split(/\s+/).filter((word) => word.startsWith('SHA256:'));
}
// The format: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
function knownHostsFor(text, host, port) {
    const names = port === 22 ? [host, `[${host}]:22`] : [`[${host}]:${port}`];
    return text
        .split(/\r?\n/)
        .map((line) => line.trim().split(/\s+/))
        .flatMap(([patterns, type, key]) => 
    // Marked lines (@revoked, @cert-authority) are for certificates and are not used here.
    patterns === undefined || type === undefined || key === undefined || /^[#@]/.test(patterns)
        ? []
        : [{ patterns, type, key }])
        .filter(({ patterns }) => matches(patterns, names));
}
function matches(patterns, names) {
    if (patterns.startsWith('|1|')) {
        const [, , salt = '', hash = ''] = patterns.split('|');
        return names.some((name) => (0,external_node_crypto_.createHmac)('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash);
    }
    const list = patterns.split(',');
    const hit = (pattern) => names.some((name) => wildcard(pattern).test(name));
    return (list.some((pattern) => !pattern.startsWith('!') && hit(pattern)) &&
        !list.some((pattern) => pattern.startsWith('!') && hit(pattern.slice(1))));
}
function wildcard(pattern) {
    const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, String.raw `\$&`);
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
}

;// CONCATENATED MODULE: ./build/src/adapters/load-ssh2.js
/** Loads ssh2 on first use: actions that open no connection start faster without it. */
async function loadSsh2() {
    // ssh2 is CommonJS and reads __dirname when it loads, which an ES module bundle does not have.
    globalThis.__dirname ??= import.meta.dirname;
    return (await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19))).default;
}

// EXTERNAL MODULE: ./build/src/plan/shell-quote.js
var shell_quote = __webpack_require__(494);
// EXTERNAL MODULE: ./build/src/ports/host.js
var host = __webpack_require__(3074);
;// CONCATENATED MODULE: ./build/src/adapters/ssh-host.js


/** How long a command's output may stay open after its end. */
const lingerMilliseconds = 5000;
/** More than that of one stream is cut: no message needs it, and a runaway command must not fill the memory. */
const maxOutputBytes = 1024 * 1024;
/** Runs commands over a connection that is logged in. */
class SshHost {
    name;
    #client;
    #lost;
    #channels = new Set();
    constructor(client, name) {
        this.name = name;
        this.#client = client;
        client.on('error', (error) => {
            this.#lost = error;
        });
        client.on('close', () => {
            this.#lost ??= new Error('The connection was closed');
            const lost = new host/* ConnectionLost */.p(this.#lost.message, { cause: this.#lost });
            for (const lose of this.#channels)
                lose(lost);
            this.#channels.clear();
        });
    }
    run(script, args, options) {
        // The login shell only ever sees one simple command of quoted words.
        const command = ['exec', 'sh', '-c', script, 'deploy-kit', ...args].map((word, index) => index < 3 ? word : (0,shell_quote/* shellQuote */.Z)(word));
        return new Promise((resolve, reject) => {
            if (this.#lost !== undefined) {
                reject(new host/* ConnectionLost */.p(this.#lost.message, { cause: this.#lost }));
                return;
            }
            const settle = (finish) => {
                clearTimeout(timer);
                this.#channels.delete(lose);
                finish();
            };
            const lose = (error) => {
                settle(() => {
                    reject(error);
                });
            };
            const timer = setTimeout(() => {
                lose(new host/* ConnectionLost */.p(`No end of a command within ${options.timeoutSeconds} s`));
            }, options.timeoutSeconds * 1000);
            this.#channels.add(lose);
            const start = (error, channel) => {
                if (error) {
                    lose(new host/* ConnectionLost */.p(error.message, { cause: error }));
                    return;
                }
                collect(channel, options, (result) => {
                    settle(() => {
                        resolve(result);
                    });
                });
            };
            try {
                this.#client.exec(command.join(' '), start);
            }
            catch (error) {
                // Between the server's last packet and the end of the connection, ssh2 throws.
                lose(new host/* ConnectionLost */.p(String(error), { cause: error }));
            }
        });
    }
    close() {
        this.#client.end();
        // Whatever the server makes of it, a run that has its result must not wait for the server.
        this.#client.destroy();
    }
}
function collect(channel, { stdin, onLine }, done) {
    let code = -1;
    let lingering;
    const finish = () => {
        clearTimeout(lingering);
        done({ code, stdout: stdout.end(), stderr: stderr.end() });
    };
    const stdout = onLine === undefined ? textCollector() : lineSplitter(onLine);
    const stderr = textCollector();
    channel.on('data', (chunk) => {
        stdout.add(chunk);
    });
    channel.stderr.on('data', (chunk) => {
        stderr.add(chunk);
    });
    channel.on('exit', (status) => {
        // A command that a signal ended has no status.
        code = status ?? -1;
        // What a command left running may hold its output open for ever.
        lingering = setTimeout(finish, lingerMilliseconds);
    });
    channel.on('close', finish);
    if (stdin === undefined)
        channel.end();
    else
        stdin.pipe(channel);
}
function textCollector() {
    const chunks = [];
    let size = 0;
    return {
        add(chunk) {
            if (size < maxOutputBytes)
                chunks.push(chunk);
            size += chunk.length;
        },
        end: () => Buffer.concat(chunks).toString('utf8'),
    };
}
function lineSplitter(onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(0, maxOutputBytes);
        for (const line of lines)
            onLine(line);
    };
    return {
        add(chunk) {
            take(decoder.decode(chunk, { stream: true }));
        },
        end() {
            // A last line without its end was cut off in the middle.
            return '';
        },
    };
}

;// CONCATENATED MODULE: ./build/src/adapters/connect-ssh.js





/** A dead connection is noticed after three unanswered questions. */
const keepaliveSeconds = 5;
/**
 * Opens an SSH connection. The key is read before any packet is sent, the host key is always verified.
 * @param jump the server through which the other one is reached
 * @throws {DeployKitError} one of the `ssh-…` entries
 */
async function connectSsh(target, jump) {
    const client = await openClient(target, () => jump === undefined ? openSocket(target) : openTunnel(jump, target));
    return new SshHost(client, target.host);
}
/** A connection that is logged in, over a socket that is opened once the key is known to be good. */
async function openClient(target, open) {
    const { Client: SshClient, utils } = await loadSsh2();
    const method = authMethod(utils.parseKey, target);
    const socket = await open();
    const client = new SshClient();
    try {
        await authenticate(client, socket, method, target);
    }
    catch (error) {
        client.destroy();
        socket.destroy();
        throw error;
    }
    return client;
}
/** A socket to the target as the jump host sees it; the connection to that one ends with it. */
async function openTunnel(jump, { host, port }) {
    const client = await openClient(jump, () => openSocket(jump));
    return new Promise((resolve, reject) => {
        client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => {
            if (error) {
                client.destroy();
                const message = `${jump.host} does not lead there: ${error.message}.`;
                reject((0,errors/* failure */.V2)('ssh-unreachable', { host, port, message }, { cause: error }));
                return;
            }
            // What is wrong with the tunnel shows in the connection through it.
            client.on('error', () => channel.destroy());
            channel.once('close', () => client.destroy());
            resolve(channel);
        });
    });
}
function authMethod(parseKey, { user: username, login }) {
    if (login.kind === 'agent')
        return {
            method: { type: 'agent', username, agent: login.socket },
            key: `of the agent at ${login.socket}`,
        };
    const key = readPrivateKey(parseKey, login);
    return {
        method: { type: 'publickey', username, key },
        key: fingerprintOf(key.getPublicSSH()),
    };
}
function readPrivateKey(parseKey, { privateKey, passphrase }) {
    // Secrets pasted on Windows come with CRLF, which the key formats do not know.
    const parsed = parseKey(`${privateKey.replaceAll('\r\n', '\n').trim()}\n`, passphrase);
    if (!(parsed instanceof Error)) {
        const [key] = Array.isArray(parsed) ? parsed : [parsed];
        if (key?.isPrivateKey())
            return key;
        throw (0,errors/* failure */.V2)('ssh-key-unreadable', {
            message: 'It holds a public key; the private one is needed.',
        });
    }
    const { message } = parsed;
    if (/no passphrase given|bad passphrase|bad decrypt/i.test(message))
        throw (0,errors/* failure */.V2)('ssh-key-needs-passphrase', { message });
    throw (0,errors/* failure */.V2)('ssh-key-unreadable', { message });
}
function openSocket({ host, port, connectTimeoutSeconds }) {
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host, port, timeout: connectTimeoutSeconds * 1000 });
        const refuse = (error) => {
            socket.destroy();
            reject(error);
        };
        socket.once('timeout', () => {
            refuse((0,errors/* failure */.V2)('ssh-unreachable', {
                host,
                port,
                message: `No answer within ${connectTimeoutSeconds} s.`,
            }));
        });
        socket.once('error', (error) => {
            if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
                refuse((0,errors/* failure */.V2)('ssh-host-unknown', { host }, { cause: error }));
            else
                refuse((0,errors/* failure */.V2)('ssh-unreachable', { host, port, message: `${error.message}.` }, { cause: error }));
        });
        socket.once('connect', () => {
            socket.setTimeout(0);
            socket.removeAllListeners('error');
            // Without it each small packet waits for the last one's acknowledgement.
            socket.setNoDelay(true);
            resolve(socket);
        });
    });
}
function authenticate(client, socket, { method, key }, target) {
    const { host, port, user, hostKeys } = target;
    let shown;
    return new Promise((resolve, reject) => {
        client.once('ready', resolve);
        // It stays: a connection that is reset reports an error of the socket and then one of its own.
        client.on('error', (error) => {
            reject(explainConnectFailure(error, shown, key, target));
        });
        client.once('close', () => {
            reject((0,errors/* failure */.V2)('ssh-unreachable', { host, port, message: 'The server closed the connection.' }));
        });
        const types = expectedKeyTypes(hostKeys, host, port).flatMap(signatureAlgorithms);
        client.connect({
            sock: socket,
            username: user,
            authHandler: [method],
            hostVerifier: (serverKey) => {
                shown = serverKey;
                return isExpectedKey(serverKey, hostKeys, host, port);
            },
            ...(types.length > 0 ? { algorithms: { serverHostKey: types } } : {}),
            readyTimeout: target.connectTimeoutSeconds * 1000,
            keepaliveInterval: keepaliveSeconds * 1000,
            keepaliveCountMax: 3,
        });
    });
}
// An RSA key signs with SHA-2 today (RFC 8332); its type in known_hosts stays `ssh-rsa`.
function signatureAlgorithms(keyType) {
    if (keyType === 'ssh-rsa')
        return ['rsa-sha2-512', 'rsa-sha2-256'];
    return [keyType];
}
function explainConnectFailure(error, shown, key, { host, port, user, hostKeys }) {
    if (error.level === 'client-authentication')
        return (0,errors/* failure */.V2)('ssh-login-refused', { host, user, key }, { cause: error });
    if (shown === undefined || isExpectedKey(shown, hostKeys, host, port))
        return (0,errors/* failure */.V2)('ssh-unreachable', { host, port, message: `${error.message}.` }, { cause: error });
    const fingerprint = fingerprintOf(shown);
    const command = `ssh-keygen -lf /etc/ssh/ssh_host_${shortType(keyTypeOf(shown))}_key.pub`;
    if (hostKeys.knownHosts === undefined && hostKeys.fingerprints === undefined)
        return (0,errors/* failure */.V2)('ssh-host-key-unknown', { host, fingerprint, command });
    const expected = describeExpected(hostKeys, host, port);
    return (0,errors/* failure */.V2)('ssh-host-key-mismatch', { host, fingerprint, expected, command });
}
// sshd names the files by these: sshd_config(5), HostKey.
function shortType(keyType) {
    if (keyType.startsWith('ecdsa'))
        return 'ecdsa';
    return keyType === 'ssh-ed25519' ? 'ed25519' : 'rsa';
}

;// CONCATENATED MODULE: ./build/src/adapters/connect-server.js



/** A server, by default the one that an action's SSH inputs name; no connection is opened yet. */
function connectServer(inputs, host = inputs.host) {
    const target = (address) => ({
        ...address,
        login: login(inputs),
        hostKeys: { knownHosts: inputs.knownHosts, fingerprints: inputs.hostFingerprint },
        connectTimeoutSeconds: inputs.connectTimeout,
    });
    const { jumpHost } = inputs;
    return new server_connection/* ServerConnection */.m(host.host, host.user, () => connectSsh(target(host), jumpHost === undefined ? undefined : target(jumpHost)));
}
/** All servers of a deploy; the first is `host`. */
function serversOf(inputs) {
    return [inputs.host, ...(inputs.hosts ?? [])].map((host) => connectServer(inputs, host));
}
function login({ sshKey, sshKeyPassphrase, }) {
    if (sshKey !== undefined)
        return { kind: 'key', privateKey: sshKey, passphrase: sshKeyPassphrase };
    const socket = process.env.SSH_AUTH_SOCK;
    if (socket === undefined || socket === '')
        throw (0,errors/* failure */.V2)('ssh-key-missing', {});
    return { kind: 'agent', socket };
}


/***/ }),

/***/ 1102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ tarArchiver)
/* harmony export */ });
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6118);

/** Packs with the npm package tar-stream: long names and large files as GNU tar and BusyBox read them. */
const tarArchiver = {
    pack(entries) {
        const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_0__.pack)();
        // A new time for new content: web servers make their ETag from a file's time and size.
        const mtime = new Date();
        for (const { path, mode, content } of entries) {
            if (content.kind === 'file')
                archive.entry({ name: path, mode, mtime }, content.bytes);
            else
                archive.entry({ name: path, mode, mtime, type: 'symlink', linkname: content.target });
        }
        archive.finalize();
        // tar-stream's stream follows Node's contract, but its types come from another package.
        return archive;
    },
};


/***/ }),

/***/ 582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RQ: () => (/* binding */ announcing),
  Hh: () => (/* binding */ announcingFailure),
  lo: () => (/* binding */ deployFacts),
  Bs: () => (/* binding */ deploymentAnnouncer),
  Ch: () => (/* binding */ webhookAnnouncers)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
;// CONCATENATED MODULE: ./build/src/plan/news.js
/** One sentence for chats, without markup of any of them but the address. */
function newsText({ kind, error, ...facts }) {
    const { version, host, environment, repository, actor, runUrl } = facts;
    const what = `${repository} ${version}`;
    const where = environment === '' ? host : `${environment} (${host})`;
    switch (kind) {
        case 'started':
            return `Deploying ${what} to ${where}, started by ${actor}: ${runUrl}`;
        case 'succeeded':
            return `${what} is live on ${where}: ${facts.environmentUrl || runUrl}`;
        case 'failed':
            return `Deploying ${what} to ${where} failed: ${error?.title ?? ''}. ${runUrl}`;
        case 'rolled-back':
            return `${what} was taken back from ${where}: ${error?.why ?? ''} ${runUrl}`;
    }
}
/**
 * The body that a webhook of that address takes: Slack's, Discord's, Teams', or the news themselves as JSON.
 * Sources: https://api.slack.com/messaging/webhooks, https://discord.com/developers/docs/resources/webhook,
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
function newsBody(url, news) {
    const text = newsText(news);
    if (url.hostname === 'hooks.slack.com')
        return { text };
    // Nobody is to be called by a version named `@everyone`.
    if (/^(\w+\.)?discord(app)?\.com$/.test(url.hostname))
        return { content: text.slice(0, 2000), allowed_mentions: { parse: [] } };
    if (/\.(webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com)$/.test(url.hostname))
        return {
            type: 'message',
            attachments: [
                {
                    contentType: 'application/vnd.microsoft.card.adaptive',
                    content: {
                        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
                        type: 'AdaptiveCard',
                        version: '1.4',
                        body: [{ type: 'TextBlock', text, wrap: true }],
                    },
                },
            ],
        };
    const { kind, error, ...facts } = news;
    return {
        event: kind,
        text,
        ...facts,
        ...(error === undefined
            ? {}
            : { error: { name: error.entry, title: error.title, cause: error.why, fix: error.fix } }),
    };
}

;// CONCATENATED MODULE: ./build/src/apply/announce.js


/** Tells each of the addresses. */
function webhookAnnouncers(urls, webhook) {
    return urls.map((url) => (news) => webhook.post(url, newsBody(url, news)));
}
/**
 * Keeps a deployment on GitHub with its statuses, where the deploy has an environment's name.
 * @param known the id of the deployment, when an earlier step of the action made it
 * @param remember called with the id of a new one
 */
function deploymentAnnouncer(github, known, remember) {
    let id = known;
    return async ({ kind, error, ...facts }) => {
        const { repository, environment, revision, version, host } = facts;
        if (environment === '')
            return;
        if (id === undefined) {
            const description = `${version} to ${host}`;
            id = await github.createDeployment(repository, { ref: revision, environment, description });
            remember(id);
        }
        const states = {
            started: 'in_progress',
            succeeded: 'success',
            failed: 'failure',
            'rolled-back': 'failure',
        };
        await github.setDeploymentStatus(repository, id, {
            state: states[kind],
            environmentUrl: facts.environmentUrl,
            logUrl: facts.runUrl,
            description: error?.title ?? version,
        });
    };
}
/** Tells everybody; one that can't be told is a warning and never more. */
async function announce(announcers, news, reporter) {
    await Promise.all(announcers.map(async (tell) => {
        try {
            await tell(news);
        }
        catch (error) {
            const why = error instanceof errors/* DeployKitError */.mG ? `${error.why} ${error.fix}` : String(error);
            reporter.warning('Somebody could not be told of this deploy', why);
        }
    }));
}
/**
 * Tells of the start and the end of some work.
 * @throws what the work throws
 */
async function announcing(announcers, facts, reporter, work) {
    await announce(announcers, { ...facts, kind: 'started', error: undefined }, reporter);
    return announcingFailure(announcers, facts, reporter, async () => {
        const result = await work();
        await announce(announcers, { ...facts, kind: 'succeeded', error: undefined }, reporter);
        return result;
    });
}
/**
 * Tells of a failure of some work, and of nothing else.
 * @throws what the work throws
 */
async function announcingFailure(announcers, facts, reporter, work) {
    try {
        return await work();
    }
    catch (cause) {
        const error = cause instanceof errors/* DeployKitError */.mG ? cause : undefined;
        const kind = error?.entry === 'release-rejected' ? 'rolled-back' : 'failed';
        await announce(announcers, { ...facts, kind, error }, reporter);
        throw cause;
    }
}
/** What the news are about. */
function deployFacts(inputs, { version, revision }, run) {
    return {
        version,
        revision,
        host: inputs.host.host,
        environment: inputs.environment ?? '',
        environmentUrl: inputs.environmentUrl ?? '',
        repository: run.repository,
        actor: run.actor,
        runUrl: run.runUrl,
    };
}


/***/ }),

/***/ 7158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ planOnServer),
/* harmony export */   w: () => (/* binding */ deployCompose)
/* harmony export */ });
/* harmony import */ var _plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7565);
/* harmony import */ var _plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2604);
/* harmony import */ var _plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9293);
/* harmony import */ var _plan_pins_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7593);
/* harmony import */ var _plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3314);
/* harmony import */ var _plan_render_program_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6044);
/* harmony import */ var _plan_upload_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6604);
/* harmony import */ var _probe_server_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5748);
/* harmony import */ var _progress_report_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8922);
/* harmony import */ var _program_limits_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7203);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3449);











/**
 * One release onto one server: probe, upload, switch. The server ends with the new release or with
 * what ran before, whatever happens to this process.
 * @param path the deploy folder as it was given (`~/app`, `/opt/app`)
 * @throws {DeployKitError} with the host state that the failure left
 */
async function deployCompose(intent, path, ports) {
    const { reporter, server } = ports;
    const { pins, switching, ready } = await planOnServer(intent, path, ports);
    const head = (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .programHead */ .tW)(intent, ready, switching);
    const upload = (0,_plan_upload_js__WEBPACK_IMPORTED_MODULE_6__/* .releaseUpload */ .fU)(intent, (0,_plan_render_program_js__WEBPACK_IMPORTED_MODULE_5__/* .renderProgram */ .N)((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .planDeploy */ .bJ)(intent, ready, pins, switching)), (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .renderPins */ .PD)(intent.project, pins, intent.files), pins, ready.currentFiles, switching);
    reporter.info(`Sending release ${intent.releaseId}: ${intent.files.length - upload.unchanged} files, ${upload.unchanged} unchanged`);
    const progress = new _progress_report_js__WEBPACK_IMPORTED_MODULE_10__/* .ProgressReport */ .g(reporter);
    const run = {
        path: ready.path,
        releaseId: intent.releaseId,
        base: ready.current ?? '',
        upload,
        timeoutSeconds: (0,_program_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .programTimeout */ ._)(intent.settings, intent.lockTimeoutSeconds),
    };
    const end = await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_9__/* .runProgram */ .m)(run, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    if (end === undefined)
        throw await (0,_program_limits_js__WEBPACK_IMPORTED_MODULE_8__/* .endedEarly */ .S)(progress, head, intent.lockTimeoutSeconds, ports);
    if (end.outcome !== 'committed' && end.outcome !== 'same')
        throw (0,_plan_program_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .explainProgramEnd */ .R)(end, server, ready.path, progress.details);
    return {
        changed: end.outcome === 'committed',
        releaseId: end.live,
        version: intent.version,
        revision: intent.revision,
        previous: ready.current ?? '',
        changes: [...pins].map(([service, to]) => ({
            service,
            from: ready.currentImages.get(service) ?? '',
            to,
        })),
        steps: progress.steps,
        journal: progress.journal,
        path: ready.path,
    };
}
/**
 * Looks at the server and decides how the release gets there, without any change.
 * @throws {DeployKitError} everything that is known to make the deploy fail
 */
async function planOnServer(intent, path, ports) {
    const { reporter, server } = ports;
    const released = (0,_plan_pins_js__WEBPACK_IMPORTED_MODULE_3__/* .pinnedServices */ .F3)(intent.project, intent.images);
    (0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .checkPins */ .$q)(intent, released);
    const switching = (0,_plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .planSwitch */ .S7)(intent.strategy, intent.project, released);
    const pins = new Map([...released, ...intent.otherPins]);
    const ready = await reporter.group(`Look at ${server.name}`, async () => {
        const facts = await (0,_probe_server_js__WEBPACK_IMPORTED_MODULE_7__/* .probeServer */ ._)(server, path, intent.pathsOnServer);
        const checked = (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkServer */ .i)(facts, server.name);
        (0,_plan_check_server_js__WEBPACK_IMPORTED_MODULE_0__/* .checkProjectOnServer */ .e)(intent, facts, server.name);
        describeServer(checked, reporter);
        describeSwitch(switching, reporter);
        return checked;
    });
    return { pins, switching, ready };
}
function describeSwitch({ predictions }, reporter) {
    for (const { service, how, pause } of predictions)
        reporter.info(`Service ${service} ${how}; pause: ${pause}`);
}
function describeServer(server, reporter) {
    reporter.info(`Docker ${'version' in server.docker ? server.docker.version : ''}, ${server.compose.command} ${server.compose.version}, ${server.architecture}, ${Math.floor(server.diskFreeKilobytes / 1024)} MB free`);
    reporter.info(server.current === undefined
        ? 'No release of deploy-kit is live yet'
        : `Live now: ${server.current}`);
    if (server.interrupted !== undefined)
        reporter.warning('An earlier deploy was interrupted', `Release ${server.interrupted} did not finish; this deploy settles it first.`);
}


/***/ }),

/***/ 3921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ deployHosts),
  lh: () => (/* binding */ hostsDeploy),
  WF: () => (/* binding */ rejectOnHosts),
  Fr: () => (/* binding */ withServers)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
// EXTERNAL MODULE: ./build/src/plan/markdown.js
var markdown = __webpack_require__(3540);
;// CONCATENATED MODULE: ./build/src/plan/hosts-table.js

/** The servers as a Markdown table. */
function renderHosts(version, outcomes) {
    const failed = outcomes.some(({ state }) => state === 'failed');
    const words = (state) => failed && state === 'live' ? 'restored' : state;
    return [
        `## ${(0,markdown/* plain */.pj)(version)} on ${outcomes.length} servers`,
        '',
        '| server | outcome | |',
        '| --- | --- | --- |',
        ...outcomes.map(({ host, state, detail }) => `| ${(0,markdown/* plain */.pj)(host)} | ${words(state)} | ${(0,markdown/* plain */.pj)(detail)} |`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/apply/deploy-compose.js
var deploy_compose = __webpack_require__(7158);
;// CONCATENATED MODULE: ./build/src/apply/host-reporter.js
/** Reports of one server among several that work at the same time: each line with its name, no groups. */
function hostReporter(reporter, host) {
    const info = (line) => {
        reporter.info(`[${host}] ${line}`);
    };
    return {
        ...reporter,
        info,
        group: (title, phase) => {
            info(title);
            return phase();
        },
        openGroup: (title) => {
            info(title);
            return () => undefined;
        },
        warning: (title, message) => {
            reporter.warning(`${host}: ${title}`, message);
        },
    };
}

// EXTERNAL MODULE: ./build/src/plan/check-server.js
var check_server = __webpack_require__(7565);
// EXTERNAL MODULE: ./build/src/plan/program-failure.js
var program_failure = __webpack_require__(3314);
// EXTERNAL MODULE: ./build/src/apply/probe-server.js + 1 modules
var probe_server = __webpack_require__(5748);
// EXTERNAL MODULE: ./build/src/apply/settle-server.js
var settle_server = __webpack_require__(6489);
;// CONCATENATED MODULE: ./build/src/apply/reject-release.js





/**
 * Restores what ran before a release that this job deployed, and ends in the error that says so.
 * A release that is not live (it failed by itself, or another one followed) needs nothing.
 * @throws {DeployKitError} `release-rejected` when it was taken back, or why that failed
 */
async function rejectRelease(rejection, ports) {
    const { reporter, server } = ports;
    const facts = (0,check_server/* checkServer */.i)(await (0,probe_server/* probeServer */._)(server, rejection.path, []), server.name);
    if (facts.current !== rejection.release) {
        reporter.info(`Release ${rejection.release} is not live (${facts.current ?? 'none of ours'} is): nothing to take back`);
        return;
    }
    const head = {
        kind: 'take-back',
        path: facts.path,
        releaseId: rejection.release,
        version: rejection.version,
        revision: '',
        actor: rejection.actor,
        runUrl: rejection.runUrl,
        composeCommand: facts.compose.command,
        sudo: facts.sudo,
        managedKeys: [],
        // What rolls and which proxies there are is in the release's own transaction.
        rolled: [],
        proxies: [],
        settings: rejection.settings,
    };
    const end = await (0,settle_server/* takeBack */.z)(head, rejection.lockTimeout, ports);
    if (end === undefined)
        throw (0,errors/* failure */.V2)('program-ended-early', { host: server.name, step: 'Restore what ran before' }, { hostState: { state: 'unknown', why: 'the next deploy settles it.' } });
    if (end.outcome !== 'settled')
        throw (0,program_failure/* explainProgramEnd */.R)(end, server, facts.path, []);
    throw (0,errors/* failure */.V2)('release-rejected', { release: rejection.release, reason: rejection.reason }, { hostState: { state: 'restored', release: end.live || 'what ran before the first deploy' } });
}

;// CONCATENATED MODULE: ./build/src/apply/deploy-hosts.js





/** A deploy as such: only the first server migrates. */
function hostsDeploy(intent, path) {
    return {
        ...intent,
        path,
        deploy: (ports, isFirst) => (0,deploy_compose/* deployCompose */.w)(isFirst ? intent : { ...intent, migration: undefined }, path, ports),
    };
}
/**
 * One release onto several servers: the first alone, then the others in batches. The
 * first batch in which one fails is the last, and every server that was switched gets back what it ran.
 * @returns what became of the first server
 * @throws {DeployKitError} the failure itself for one server; `hosts-failed` for several
 */
async function deployHosts(release, servers, maxParallel, ports) {
    const [first, ...others] = servers.map((server) => ({ server }));
    if (first === undefined)
        throw new RangeError('no server to deploy to');
    if (others.length === 0)
        return release.deploy({ ...ports, server: first.server }, true);
    const runs = [first, ...others];
    for (const batch of [[first], ...chunks(others, maxParallel)]) {
        await Promise.all(batch.map(async (run) => {
            const reporter = hostReporter(ports.reporter, run.server.name);
            const work = release.deploy({ ...ports, server: run.server, reporter }, run === first);
            [run.result] = await Promise.allSettled([work]);
        }));
        if (batch.some(({ result }) => result?.status === 'rejected')) {
            await restoreSwitched(runs, release, ports);
            ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
            throw hostsFailed(runs);
        }
    }
    ports.reporter.summary(renderHosts(release.version, runs.map(outcome)));
    if (first.result?.status !== 'fulfilled')
        throw new Error('the first server has no result');
    const changed = runs.some(({ result }) => result?.status === 'fulfilled' && result.value.changed);
    return { ...first.result.value, changed };
}
function chunks(items, size) {
    const count = Math.ceil(items.length / size);
    return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
async function restoreSwitched(runs, release, ports) {
    await Promise.all(runs.map(async (run) => {
        if (run.result?.status !== 'fulfilled' || !run.result.value.changed)
            return;
        const rejection = {
            ...release,
            release: run.result.value.releaseId,
            reason: 'Another server of the same deploy failed.',
            lockTimeout: release.lockTimeoutSeconds,
        };
        const reporter = hostReporter(ports.reporter, run.server.name);
        try {
            await rejectRelease(rejection, { ...ports, server: run.server, reporter });
        }
        catch (error) {
            // That is how it says that it has done so.
            if (!(error instanceof errors/* DeployKitError */.mG) || error.entry !== 'release-rejected')
                run.notRestored = error instanceof errors/* DeployKitError */.mG ? error.why : String(error);
        }
    }));
}
function outcome({ server: { name: host }, result, notRestored }) {
    if (result === undefined)
        return { host, state: 'not tried', detail: '' };
    if (result.status === 'rejected') {
        const { reason } = result;
        const detail = reason instanceof errors/* DeployKitError */.mG ? `${reason.title}: ${reason.why}` : String(reason);
        return { host, state: 'failed', detail };
    }
    const { changed, releaseId } = result.value;
    if (notRestored !== undefined)
        return { host, state: 'not restored', detail: notRestored };
    return { host, state: changed ? 'live' : 'unchanged', detail: releaseId };
}
function hostsFailed(runs) {
    const outcomes = runs.map(outcome);
    const failed = outcomes.filter(({ state }) => state === 'failed');
    const cause = runs.find(({ result }) => result?.status === 'rejected')?.result;
    const error = cause?.status === 'rejected' ? cause.reason : undefined;
    const known = error instanceof errors/* DeployKitError */.mG ? error : undefined;
    const lost = outcomes.filter(({ state }) => state === 'not restored');
    return (0,errors/* failure */.V2)('hosts-failed', {
        failed: failed.map(({ host }) => host).join(', '),
        count: runs.length,
        reasons: failed.map(({ host, detail }) => `${host}: ${detail}`).join(' '),
        fix: known?.fix ?? '',
    }, {
        details: known?.details ?? [],
        hostState: lost.length === 0 && known?.hostState.state !== 'unknown'
            ? { state: 'restored', release: 'what each server ran before' }
            : {
                state: 'unknown',
                why: `not restored: ${[...lost, ...failed].map(({ host }) => host).join(', ')}.`,
            },
        cause: error,
    });
}
/** Works with several servers and closes every connection afterwards. */
async function withServers(servers, work) {
    try {
        return await work(servers);
    }
    finally {
        for (const server of servers)
            server.drop();
    }
}
/**
 * Restores what ran before a release on each of several servers.
 * @throws {DeployKitError} the first one's word: `release-rejected` when all is restored
 */
async function rejectOnHosts(rejection, servers, ports) {
    const reporterOf = (server) => servers.length === 1 ? ports.reporter : hostReporter(ports.reporter, server.name);
    const results = await Promise.allSettled(servers.map((server) => rejectRelease(rejection, { ...ports, server, reporter: reporterOf(server) })));
    const reasons = results.flatMap((result) => result.status === 'rejected' ? [result.reason] : []);
    const isRestored = (reason) => reason instanceof errors/* DeployKitError */.mG && reason.entry === 'release-rejected';
    const worst = reasons.find((reason) => !isRestored(reason)) ?? reasons[0];
    if (worst !== undefined)
        throw worst;
}


/***/ }),

/***/ 3179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ deployRequest),
/* harmony export */   W: () => (/* binding */ programSettings)
/* harmony export */ });
/* harmony import */ var _inputs_registry_account_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6746);
/* harmony import */ var _plan_deploy_intent_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4293);
/* harmony import */ var _plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);
/* harmony import */ var _plan_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7976);




/**
 * The request that the inputs and the event make together: explicit images win over the event's
 * release document, which is then not even looked at.
 * @throws {DeployKitError} `release-document-invalid`
 */
function deployRequest(inputs, run, startedAt) {
    const images = (inputs.images ?? []).map((image) => (0,_plan_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .atCommit */ .nt)(image, run.sha));
    return {
        images,
        release: images.length > 0 ? undefined : (0,_plan_release_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOfEvent */ .h4)(run.event),
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

/***/ 5748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ probeServer)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
// EXTERNAL MODULE: ./build/src/plan/server/scripts.js
var scripts = __webpack_require__(685);
;// CONCATENATED MODULE: ./build/src/plan/server-facts.js
/**
 * Reads the probe's output.
 * @returns `undefined` when it is not whole
 */
function parseServerFacts(output) {
    const facts = new Map();
    for (const line of output.split('\n')) {
        const at = line.indexOf('=');
        if (at > 0)
            facts.set(line.slice(0, at), [...(facts.get(line.slice(0, at)) ?? []), line.slice(at + 1)]);
    }
    const one = (key) => facts.get(key)?.[0];
    const many = (key) => facts.get(key) ?? [];
    const [path, user, architecture] = [one('path'), one('user'), one('arch')];
    if (path === undefined ||
        user === undefined ||
        architecture === undefined ||
        one('end') !== 'yes')
        return undefined;
    const dockerVersion = one('docker');
    return {
        path,
        user,
        architecture,
        missingTools: many('missing'),
        canAskUrls: one('http-client') === 'yes',
        docker: dockerVersion === undefined
            ? { error: one('docker-error') ?? 'docker: command not found' }
            : { version: dockerVersion },
        compose: readCompose(one('compose'), one('compose-error')),
        sudo: one('sudo') === 'yes',
        sudoError: one('sudo-error'),
        pathError: one('path-error'),
        diskFreeKilobytes: Number(one('disk-free-kb') ?? Number.NaN),
        networks: new Set(many('network')),
        existing: new Set(many('exists')),
        current: one('current'),
        currentFiles: new Map(many('file').map(readFileLine)),
        currentImages: new Map(many('image').map((line) => splitAt(line, line.indexOf(' ')))),
        interrupted: one('interrupted'),
    };
}
function readCompose(found, error) {
    if (found === undefined)
        return { error: error ?? 'docker-compose: command not found' };
    const [variant, version] = splitAt(found, found.indexOf(' '));
    return { command: variant === 'plugin' ? 'docker compose' : 'docker-compose', version };
}
// `<sha256> <mode> <path>`: the path may hold spaces.
function readFileLine(line) {
    const [identity, path] = splitAt(line, line.indexOf(' ', 65));
    return [path, identity];
}
function splitAt(text, index) {
    return [text.slice(0, index), text.slice(index + 1)];
}

// EXTERNAL MODULE: ./build/src/ports/host.js
var ports_host = __webpack_require__(3074);
;// CONCATENATED MODULE: ./build/src/apply/probe-server.js




/** A server that needs longer to say what it is will not carry a deploy. */
const probeTimeoutSeconds = 60;
/**
 * Looks at the server, in one command and without any change.
 * @param paths relative to the deploy folder: whether they are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
async function probeServer(server, path, paths) {
    const host = await server.host();
    try {
        const { code, stdout, stderr } = await host.run(scripts/* probe */.dy, [path, ...paths], {
            timeoutSeconds: probeTimeoutSeconds,
        });
        const facts = parseServerFacts(stdout);
        if (facts !== undefined)
            return facts;
        throw probeFailure(server, `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`);
    }
    catch (error) {
        if (error instanceof ports_host/* ConnectionLost */.p)
            throw probeFailure(server, error.message);
        throw error;
    }
}
function probeFailure({ name, user }, message) {
    return (0,errors/* failure */.V2)('probe-failed', { host: name, user, message });
}


/***/ }),

/***/ 7203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ endedEarly),
/* harmony export */   _: () => (/* binding */ programTimeout)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _settle_server_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6489);


// Lock, pulls, the switch, its restore: each has a limit of its own on the server; this is their sum
// with room for slow disks, and only ends a follower that would otherwise wait for ever.
/** How long a program is followed, in seconds. */
function programTimeout(settings, lockTimeoutSeconds) {
    const once = 2 * settings.healthTimeoutSeconds + settings.drainSeconds + 60;
    const own = 5 * settings.hookTimeoutSeconds + 2 * settings.migrationTimeoutSeconds;
    return lockTimeoutSeconds + 6 * once + own + 3600;
}
/** The error of a program that ended without a word; what it left is settled first. */
async function endedEarly(progress, head, lockTimeoutSeconds, ports) {
    const settled = await (0,_settle_server_js__WEBPACK_IMPORTED_MODULE_1__/* .settleServer */ .d)(head, lockTimeoutSeconds, ports);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('program-ended-early', { host: ports.server.name, step: progress.currentStep }, { details: progress.details, hostState: stateAfter(settled) });
}
function stateAfter(end) {
    if (end?.outcome !== 'settled')
        return { state: 'unknown', why: 'settling it failed; the next deploy tries again.' };
    return end.live === '' ? _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv : { state: 'restored', release: end.live };
}


/***/ }),

/***/ 8922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ ProgressReport)
/* harmony export */ });
/** As many log lines of a failure as a tired reader wants to see. */
const keptLines = 30;
/** Shows a program's events as they come: one log group a step, what it waits for, its tools' lines. */
class ProgressReport {
    #reporter;
    #steps = [];
    #lines = [];
    #current = 'start';
    #journal = '';
    #failed = false;
    #closeGroup;
    constructor(reporter) {
        this.#reporter = reporter;
    }
    /** The steps that ended well, with the seconds that each took. */
    get steps() {
        return this.#steps;
    }
    /** The last lines that containers and commands printed in the step that failed. */
    get details() {
        return this.#lines.slice(-keptLines);
    }
    /** The line that the program added to the server's journal, as JSON; empty when it added none. */
    get journal() {
        return this.#journal;
    }
    get currentStep() {
        return this.#current;
    }
    take(event) {
        switch (event.event) {
            case 'step':
                this.#open(event.title);
                break;
            case 'step-done':
                this.#steps.push({ title: event.title, seconds: Number(event.seconds) });
                this.#lines.length = 0;
                break;
            case 'log':
                // What the restore prints must not push out the lines that say why the release failed.
                if (!this.#failed)
                    this.#lines.push(`${event.source} | ${event.line}`);
                this.#reporter.info(`${event.source} | ${event.line}`);
                break;
            case 'waiting':
                this.#reporter.info(`Waiting for ${event.for}`);
                break;
            case 'recover':
                this.#reporter.warning('An interrupted deploy is settled', `Release ${event.release} did not finish; what ran before it is restored.`);
                break;
            case 'note':
                this.#reporter.warning(event.title, event.text);
                break;
            case 'journal':
                this.#journal = event.line;
                break;
            case 'failed':
                this.#reporter.info(`Failed: ${event.step} (${event.error})`);
                this.#failed = true;
                break;
            case 'end':
                this.close();
        }
    }
    /** Ends the open log group. */
    close() {
        this.#closeGroup?.();
        this.#closeGroup = undefined;
    }
    #open(title) {
        this.close();
        this.#current = title;
        this.#closeGroup = this.#reporter.openGroup(title);
    }
}


/***/ }),

/***/ 3449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./build/src/errors/index.js
var errors = __webpack_require__(781);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
;// CONCATENATED MODULE: ./build/src/plan/program-event.js

const at = dist/* number */.aig();
const program_event_text = dist/* string */.YjP();
const programEvent = dist/* variant */.Oxt('event', [
    dist/* object */.Ikc({ event: dist/* literal */.euz('step'), at, title: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('step-done'), at, title: program_event_text, seconds: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('log'), at, source: program_event_text, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('waiting'), at, for: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('recover'), at, release: program_event_text }),
    /** What people should know, without being a failure. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('note'), at, title: program_event_text, text: program_event_text }),
    /** The line that the program added to the server's journal. */
    dist/* object */.Ikc({ event: dist/* literal */.euz('journal'), at, line: program_event_text }),
    dist/* object */.Ikc({ event: dist/* literal */.euz('failed'), at, step: program_event_text, error: program_event_text }),
    dist/* object */.Ikc({
        event: dist/* literal */.euz('end'),
        at,
        outcome: dist/* picklist */.KIO(['committed', 'same', 'settled', 'unchanged', 'restored', 'unknown']),
        /** The release that is live now; empty when it is none of ours. */
        live: program_event_text,
        step: dist/* optional */.lqM(program_event_text),
        error: dist/* optional */.lqM(program_event_text),
        values: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), program_event_text)),
        /** Why restoring failed too. */
        reason: dist/* optional */.lqM(program_event_text),
    }),
]);
/** Reads one event line; `undefined` for a line that is none (cut off by a full disk, say). */
function parseProgramEvent(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const result = dist/* safeParse */.xLC(programEvent, value);
    return result.success ? result.output : undefined;
}

// EXTERNAL MODULE: ./build/src/plan/server/scripts.js
var scripts = __webpack_require__(685);
// EXTERNAL MODULE: ./build/src/ports/host.js
var ports_host = __webpack_require__(3074);
;// CONCATENATED MODULE: ./build/src/apply/run-program.js




/** For how long a lost connection is tried again. */
const reconnectSeconds = 300;
/**
 * What may pass by itself on a server that was reached before. One that boots refuses logins until it is
 * up (pam_nologin(8)). Another host key is never waited for.
 */
const passing = new Set([
    'ssh-unreachable',
    'ssh-host-unknown',
    'ssh-login-refused',
]);
/**
 * Uploads a program, starts it detached on the server and follows it to its end, over as many
 * connections as it takes.
 * @param onEvent called for each event, in order, once
 * @returns the last event; `undefined` when the program was ended from outside
 * @throws {DeployKitError} `upload-failed`, `ssh-connection-lost`
 */
async function runProgram(run, ports, onEvent) {
    const log = new EventLog(onEvent);
    const start = `${scripts/* receive */.uZ}\nset -- "$path" "$release" 1\n${scripts/* follow */.e6}`;
    const stdin = ports.archiver.pack(run.upload.entries);
    const args = [run.path, run.releaseId, run.base];
    const started = await attempt(ports, log, run, start, args, stdin);
    if (started?.code === 70)
        throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, started.stderr));
    if (log.end !== undefined)
        return log.end;
    return followAgain(run, ports, log, started !== undefined);
}
/** Follows a program that runs already, or ended meanwhile. */
async function followAgain(run, ports, log, connected) {
    // A connection that ended in order has seen all events but those written in the last moment.
    let misses = connected ? 1 : 0;
    const deadline = ports.clock.now().getTime() + run.timeoutSeconds * 1000;
    while (ports.clock.now().getTime() < deadline) {
        await reconnect(run, ports);
        const args = [run.path, run.releaseId, String(log.seen + 1)];
        const result = await attempt(ports, log, run, scripts/* follow */.e6, args);
        if (log.end !== undefined)
            return log.end;
        if (result?.code === 71) {
            // The release folder appears as the last act of the upload, which may still be under way.
            misses += 1;
            if (misses > 5)
                throw (0,errors/* failure */.V2)('upload-failed', uploadValues(run, ports, 'the connection was lost during the upload'));
            await ports.clock.sleep(2);
        }
        else if (result !== undefined) {
            if (misses > 0)
                return undefined;
            misses += 1;
        }
    }
    throw lost(run, ports, 'The program did not end in its time');
}
async function reconnect(run, ports) {
    const { clock, server } = ports;
    const deadline = clock.now().getTime() + reconnectSeconds * 1000;
    for (;;) {
        try {
            await server.host();
            return;
        }
        catch (error) {
            if (!(error instanceof errors/* DeployKitError */.mG) || !passing.has(error.entry))
                throw error;
            if (clock.now().getTime() >= deadline)
                throw lost(run, ports, error.why);
            await clock.sleep(2);
        }
    }
}
/** One connection's worth of following; `undefined` when the connection was lost. */
async function attempt({ server, reporter }, log, run, script, args, stdin) {
    const ended = log.untilEnd().then(() => ({ code: 0, stderr: '' }));
    let host;
    try {
        host = await server.host();
        const finished = host.run(script, args, {
            onLine: (line) => {
                log.take(line);
            },
            timeoutSeconds: run.timeoutSeconds,
            ...(stdin === undefined ? {} : { stdin }),
        });
        // The follower on the server lingers after the last event; nobody needs to wait for it.
        return await Promise.race([finished, ended]);
    }
    catch (error) {
        if (!(error instanceof ports_host/* ConnectionLost */.p))
            throw error;
        reporter.info(`The connection was lost (${error.message}). The deploy goes on on the server; connecting again …`);
        server.drop();
        return undefined;
    }
}
function uploadValues(run, { server }, message) {
    return { host: server.name, path: run.path, message: message.trim() };
}
function lost(run, { server }, message) {
    return (0,errors/* failure */.V2)('ssh-connection-lost', {
        host: server.name,
        user: server.user,
        message,
        journal: `${run.path}/.deploy-kit/journal.jsonl`,
    }, {
        hostState: {
            state: 'unknown',
            why: 'the program on the server finishes by itself; its journal tells how.',
        },
    });
}
/** The events so far: counts lines, so that a new connection goes on where the last one ended. */
class EventLog {
    seen = 0;
    end;
    #onEvent;
    #ended = Promise.withResolvers();
    constructor(onEvent) {
        this.#onEvent = onEvent;
    }
    untilEnd() {
        return this.#ended.promise;
    }
    take(line) {
        this.seen += 1;
        const event = parseProgramEvent(line);
        if (event === undefined || this.end !== undefined)
            return;
        this.#onEvent(event);
        if (event.event !== 'end')
            return;
        this.end = event;
        this.#ended.resolve(undefined);
    }
}


/***/ }),

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ settleServer),
/* harmony export */   z: () => (/* binding */ takeBack)
/* harmony export */ });
/* harmony import */ var _plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2604);
/* harmony import */ var _plan_render_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6044);
/* harmony import */ var _plan_upload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6604);
/* harmony import */ var _progress_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8922);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3449);





/** Restores what an interrupted deploy left half done. */
function settleServer(head, lockTimeoutSeconds, ports) {
    return runPlan((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planRecover */ .sy)({ ...head, kind: 'settle', releaseId: `${head.releaseId}-settle` }, lockTimeoutSeconds), ports);
}
/** Restores what ran before a committed release, unless another one is live by now. */
function takeBack(head, lockTimeoutSeconds, ports) {
    const release = head.releaseId;
    return runPlan((0,_plan_deploy_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .planTakeBack */ .Cr)({ ...head, kind: 'take-back', releaseId: `${release}-take-back` }, release, lockTimeoutSeconds), ports);
}
async function runPlan(plan, ports) {
    const progress = new _progress_report_js__WEBPACK_IMPORTED_MODULE_4__/* .ProgressReport */ .g(ports.reporter);
    const end = await (0,_run_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .m)({
        path: plan.head.path,
        releaseId: plan.head.releaseId,
        base: '',
        upload: (0,_plan_upload_js__WEBPACK_IMPORTED_MODULE_2__/* .programUpload */ .ub)((0,_plan_render_program_js__WEBPACK_IMPORTED_MODULE_1__/* .renderProgram */ .N)(plan)),
        timeoutSeconds: 3600,
    }, ports, (event) => {
        progress.take(event);
    });
    progress.close();
    return end;
}


/***/ }),

/***/ 6684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ announceInputs),
/* harmony export */   c: () => (/* binding */ deploymentTokenInputs)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8757);
/* harmony import */ var _kind_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5157);


/** An address that is itself a secret: no message shows it. */
const webhookUrl = {
    describe: 'URL',
    parse(value) {
        const url = URL.canParse(value) ? new URL(value) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol))
            throw new _kind_js__WEBPACK_IMPORTED_MODULE_1__/* .InputProblem */ .S('must be addresses with https, one a line');
        return url;
    },
};
/** Who is told of a deploy: the same in every action that changes what is live. */
const announceInputs = {
    notify: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)('list of URLs, one a line', webhookUrl),
        secret: true,
        description: 'Incoming webhooks that are told of start, success, failure and rollback: of Slack, Discord, Teams, or any other, which gets JSON. One that does not answer is a warning.',
    },
    environment: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Records a deployment of that name on GitHub, with its statuses; needs `permissions: deployments: write`. Leave it out where the job has `environment:`, which makes one by itself.',
    },
    environmentUrl: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        default: '',
        description: 'Where what was deployed can be looked at; for the deployment and the messages.',
    },
};
/** What records the deployment, in actions that have no other use for a token. */
const deploymentTokenInputs = {
    githubToken: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq,
        secret: true,
        default: '${{ github.token }}',
        description: 'Records the deployment, where `environment` is set.',
    },
};


/***/ }),

/***/ 7756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ rollbackInputs),
/* harmony export */   n$: () => (/* binding */ settingsInputs),
/* harmony export */   xR: () => (/* binding */ deployInputs)
/* harmony export */ });
/* harmony import */ var _plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8757);
/* harmony import */ var _image_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7877);



function hook(when) {
    return `A script, or the path of one in the checkout, that runs in the deploy folder on the server ${when}. It finds the release in \`DEPLOY_KIT_RELEASE\`, \`DEPLOY_KIT_VERSION\`, \`DEPLOY_KIT_REVISION\`, \`DEPLOY_KIT_PREVIOUS\`, \`DEPLOY_KIT_ACTOR\` and \`DEPLOY_KIT_RUN\`.`;
}
/** How the programs on the server go about it: the same wherever one runs. */
const settingsInputs = {
    healthTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '120s',
        description: 'How long the services may take to become healthy; then what ran before is restored.',
    },
    stableFor: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long a service without a healthcheck must stay up to count as healthy.',
    },
    drain: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5s',
        description: 'How long the old containers of a service that rolls go on answering beside the new ones, so that proxies and resolvers learn of these.',
    },
    hookTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '5m',
        description: 'How long one hook may take.',
    },
    migrationTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long the migration may take.',
    },
    keepWarm: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long a `blue-green` deploy leaves what ran before up, so that going back takes only a switch of the proxy.',
    },
    keepReleases: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .wholeNumber */ .rD)(2, 100),
        default: '5',
        description: 'How many releases stay on the server to roll back to, the live one included. Older ones go, with the images that nothing else of the project uses; volumes never do.',
    },
    lockTimeout: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0,
        default: '10m',
        description: 'How long to wait while another deploy to the same folder runs.',
    },
};
/** What is deployed and how: the same in deploy-compose and in the root action. */
const deployInputs = {
    path: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        required: true,
        description: 'The deploy folder on the server, for example `/opt/app` or `~/app`. It is the Compose project folder.',
    },
    composeFiles: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: "The Compose files in the checkout; the first one's folder is the project folder. Default: the file that Compose itself would take (`compose.yaml`, `compose.yml`, `docker-compose.yaml`, `docker-compose.yml`).",
    },
    files: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn,
        description: 'Further files to ship, as glob patterns from the folder of the first Compose file, for example `scripts/**`. What the Compose files mention is shipped anyway. Modes are kept; the files belong to the user that logs in.',
    },
    images: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of image references, one a line', _image_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .imageReference */ .r),
        description: 'What to deploy, for example `ghcr.io/acme/api:sha-1a2b3c4d5e6f`; a tag is resolved to its digest first; without tag and digest, the image that build-and-dispatch makes of this commit. Default: the images of the release document in the event that started this run.',
    },
    envFile: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "A file of the checkout that becomes `.env` in the deploy folder (mode 0600); one that SOPS encrypted (dotenv, YAML, JSON) is decrypted in the job with `age-key`. An absolute path (`/…`, `~/…`) is a file on the server. Without it and `env`, the server's own `.env` is kept.",
    },
    ageKey: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        secret: true,
        description: 'The age identity (`AGE-SECRET-KEY-1…`) that decrypts `env-file`. Each value in it is masked in the log.',
    },
    env: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .keyValues */ .K7,
        secret: true,
        description: '`NAME=value` lines that are added to `.env`, for secrets. They win over `env-file`.',
    },
    envRules: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A file of the checkout that says what each variable must be; the deploy stops before it starts when one is not. Default: `.env.schema`, where there is one.',
    },
    versionVariable: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: 'IMAGE_TAG',
        description: 'The variable in `.env` that holds the version that is live.',
    },
    strategy: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)(..._plan_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .strategies */ .Wy),
        default: 'auto',
        description: '`rolling`: new containers start beside the old ones, which go once the new ones are healthy, so that a proxy in front loses no request. `recreate`: Compose replaces each container. `auto`: rolls each service that can roll and recreates the others; the log says which before anything starts. `blue-green`: the whole project starts beside the one that runs, then a proxy outside of it is switched.',
    },
    proxyTemplate: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "With `blue-green`: a file of the checkout, the proxy's configuration. A line with `{{SERVICE:PORT}}` stands once for each container of that service.",
    },
    proxyFile: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'Where the proxy reads that configuration on the server: below the deploy folder, or absolute (`/…`, `~/…`).',
    },
    proxyContainer: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The container of nginx or Caddy that reads it: it is told to by `nginx -s reload` or `caddy reload`.',
    },
    proxyReload: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'A script, or the path of one in the checkout, that makes any other proxy read it; runs in the deploy folder on the server.',
    },
    healthUrls: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)('list of URLs, one a line', _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .httpUrl */ .q3),
        description: 'URLs that the server itself must be able to ask, within `health-timeout`, for the release to count as healthy: for what a healthcheck does not see. The server needs curl or wget.',
    },
    beforeDeploy: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('before anything changes, for example a backup; when it fails, nothing has changed'),
    },
    beforeSwitch: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the files are in their places and the migration is done'),
    },
    afterSwitch: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the new release runs and is healthy; when it fails, what ran before is restored'),
    },
    afterDeploy: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when the release is live; when it fails, that is only a warning'),
    },
    onRollback: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: hook('when what ran before has been restored'),
    },
    preStop: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .serviceCommands */ .k_,
        description: '`SERVICE=command` lines: what is run in each old container of a service that rolls, before it is stopped.',
    },
    migrationService: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: 'The service (also one in a profile) that migrates the database: run once, in a container of its own with the new image, before anything is switched. When it fails, the old release goes on serving.',
    },
    migrationCommand: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "The command of that container, for example `alembic upgrade head`, run by the shell in its image; default: the service's own command. Without `migration-service`, the first service of the release.",
    },
    migration: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('compatible', 'breaking'),
        default: 'compatible',
        description: 'Whether the code before this release can run on the migrated schema. Going back over a `breaking` one needs `rollback-command`, or `force` in the rollback action.',
    },
    rollbackCommand: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        description: "Takes a `breaking` migration back, in a container like the migration's, when what ran before is restored.",
    },
    pinAll: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Run the other services by digest too: what their references lead to in their registries now. Without it they keep their references.',
    },
    force: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zM,
        default: 'false',
        description: 'Deploy also what is live already, unchanged.',
    },
    ...settingsInputs,
};
/** What later steps of the job may do to the release; read by the `post` step. */
const rollbackInputs = {
    rollbackOn: {
        kind: (0,_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)('verification', 'job-failure', 'never'),
        default: 'verification',
        description: 'When to restore what ran before at the end of the job: `verification` (a verify-health step failed), `job-failure` (any step failed, or the job was cancelled), `never`.',
    },
    jobStatus: {
        kind: _kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq,
        default: '${{ job.status }}',
        hidden: true,
        description: 'How the job went; evaluated again when the job ends.',
    },
};


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ deploymentOutputs)
/* harmony export */ });
/** The outputs of a deploy: the same in deploy-compose and in the root action. */
const deploymentOutputs = {
    release: { description: 'The id of the release on the server.' },
    version: { description: 'The version that is live, for example `sha-1a2b3c4d5e6f`.' },
    previous: {
        description: 'The id of the release that was live before; empty when there was none.',
    },
    changed: {
        description: '`false` when the release was live already, unchanged: then nothing was touched.',
    },
    journal: {
        description: "The line that the deploy added to the server's journal, as JSON.",
    },
    seconds: { description: 'How long it took.' },
};


/***/ }),

/***/ 7565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ checkProjectOnServer),
/* harmony export */   i: () => (/* binding */ checkServer)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);

const packageOf = {
    docker: 'docker.io',
    flock: 'util-linux',
    setsid: 'util-linux',
    tar: 'tar',
};
/**
 * Everything about the server that is known to make a deploy fail, found before any change.
 * @param host for messages
 * @throws {DeployKitError} one of the server's entries
 */
function checkServer(facts, host) {
    if (facts.missingTools.includes('docker'))
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-missing', { host, user: facts.user });
    const [tool] = facts.missingTools;
    if (tool !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-tool-missing', {
            host,
            tool,
            user: facts.user,
            package: packageOf[tool] ?? tool,
        });
    if ('error' in facts.docker) {
        const message = facts.docker.error;
        if (/permission denied/i.test(message))
            throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-permission-denied', {
                host,
                user: facts.user,
                message: facts.sudoError === undefined ? message : `${message} ${facts.sudoError}`,
            });
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-not-running', { host, message });
    }
    if ('error' in facts.compose)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-missing', {
            host,
            'docker-version': facts.docker.version,
            message: facts.compose.error,
        });
    if (facts.pathError !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('path-not-writable', {
            host,
            path: facts.path,
            user: facts.user,
            message: facts.pathError,
        });
    return { ...facts, compose: facts.compose };
}
/**
 * What the Compose files need of the server and is not there.
 * @throws {DeployKitError} `server-tool-missing`, `network-missing`, `compose-refers-to-missing-file`
 */
function checkProjectOnServer({ project, pathsOnServer, healthUrls, }, facts, host) {
    if (healthUrls.length > 0 && !facts.canAskUrls)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-tool-missing', {
            host,
            tool: 'curl',
            user: facts.user,
            package: 'curl',
        });
    const network = project.externalNetworks.find((name) => !facts.networks.has(name));
    if (network !== undefined)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('network-missing', { network, host, 'compose-file': project.files.join(', ') });
    const missing = pathsOnServer.filter((path) => !facts.existing.has(path));
    if (missing.length > 0)
        throw (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-refers-to-missing-file', {
            missing: missing.join(', '),
            path: facts.path,
        });
}


/***/ }),

/***/ 8968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseEnvFile)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _interpolate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9541);
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9350);



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

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ interpolate),
/* harmony export */   U: () => (/* binding */ unknownValue)
/* harmony export */ });
/* harmony import */ var _interpolation_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9350);

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

/***/ 9350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InterpolationProblem)
/* harmony export */ });
/** Why a value of a Compose file cannot be interpolated. */
class InterpolationProblem extends Error {
    name = 'InterpolationProblem';
}


/***/ }),

/***/ 4293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ accountRegistry),
/* harmony export */   W: () => (/* binding */ hookNames)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9488);

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
    return (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseImageReference */ .o_)(images[0]?.name ?? '')?.registry;
}


/***/ }),

/***/ 2604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ checkPins),
/* harmony export */   Cr: () => (/* binding */ planTakeBack),
/* harmony export */   Zm: () => (/* binding */ managedEnv),
/* harmony export */   bJ: () => (/* binding */ planDeploy),
/* harmony export */   sy: () => (/* binding */ planRecover),
/* harmony export */   tW: () => (/* binding */ programHead)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(781);
/* harmony import */ var _compose_env_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8968);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4293);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9488);
/* harmony import */ var _pins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7593);
/* harmony import */ var _plan_steps_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3236);







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
                        command: ['choose_colour', baseName(intent, server)],
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
// As Compose names a project: https://docs.docker.com/compose/how-tos/project-name/
function baseName({ env, project }, { path }) {
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
        const known = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_4__/* .parseImageReference */ .o_)(image)?.registry === registry;
        const account = intent.registryAccount !== undefined && known ? ['account'] : [];
        return { title, command: ['pull', image, ...account] };
    };
    const others = intent.project.services.flatMap(({ name, image, active }) => pins.has(name) || !active || image === undefined ? [] : image);
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

/***/ 3540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/** More names than that make no list that anybody reads. */
const maxListed = 20;
/** Text that Markdown shows as it is, also in a table's cell. */
function plain(text) {
    return text.replace(/[|\\`<>[\]*_]/g, (character) => `\\${character}`);
}
/** Text in the type of code. */
function code(text) {
    return `\`${text.replaceAll('`', "'")}\``;
}
/** Names in the type of code: the first twenty, and how many more. */
function list(names) {
    if (names.length === 0)
        return 'none';
    const more = names.length - maxListed;
    const shown = names.slice(0, maxListed).map(code).join(', ');
    return more > 0 ? `${shown} and ${more} more` : shown;
}
/** The first twelve digits of an image's digest, or a dash. */
function shortDigest(image) {
    const digest = image.split('@sha256:')[1];
    return digest === undefined ? '–' : code(digest.slice(0, 12));
}


/***/ }),

/***/ 7593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ pinnedServices),
/* harmony export */   GR: () => (/* binding */ pinsPath),
/* harmony export */   PD: () => (/* binding */ renderPins)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9488);



/** Where the pins are, relative to the deploy folder; the env file's COMPOSE_FILE names it last. */
const pinsPath = '.deploy-kit/pins.yml';
/** The label that changes with the files that a service mounts. */
const filesLabel = 'deploy-kit.files';
/** The services that run an image of the release: service → reference by digest. */
function pinnedServices(project, images) {
    const pins = new Map();
    for (const service of project.services) {
        const reference = service.image === undefined ? undefined : (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(service.image);
        const image = images.find(({ name }) => reference !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(reference) === name);
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
            .update(content.kind === 'file' ? content.bytes : content.target);
    return hash.digest('hex').slice(0, 16);
}


/***/ }),

/***/ 3236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F$: () => (/* binding */ installSteps),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   Gi: () => (/* binding */ proofSteps),
/* harmony export */   HJ: () => (/* binding */ takeLock),
/* harmony export */   gl: () => (/* binding */ switchSteps),
/* harmony export */   h4: () => (/* binding */ pinWords)
/* harmony export */ });
/* harmony import */ var _switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);

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

/***/ 3314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ explainProgramEnd)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _errors_deploy_kit_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9488);
/* harmony import */ var _registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4127);




/**
 * The error of a program that did not commit: the step's own reason, and what is live now.
 * @param details the last lines of the containers or tools
 */
function explainProgramEnd(end, server, path, details) {
    const hostState = hostStateOf(end);
    const name = end.error !== undefined && end.error in _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW ? end.error : 'internal-error';
    const values = { host: server.name, user: server.user, path, ...end.values };
    const error = recognise(name, values, details, hostState);
    if (end.outcome !== 'unknown')
        return error;
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('restore-failed', {
        reason: error.message,
        previous: 'what ran before',
        message: end.reason ?? '',
        user: server.user,
        host: server.name,
        path,
    }, { details, hostState });
}
// Docker's words, and those of the program that holds a port for it:
// "Bind for 0.0.0.0:80 failed: port is already allocated", "listen tcp4 0.0.0.0:80: bind: address already in use".
const takenPort = /:(\d+)(?: failed)?: (?:port is already allocated|bind: address already in use)/;
// A full disk shows in whatever command met it first.
function recognise(name, values, details, hostState) {
    const full = [values.message ?? '', ...details].find((line) => /no space left on device|disk quota exceeded/i.test(line));
    if (full !== undefined)
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('disk-full', { host: values.host ?? '', message: full }, { details, hostState });
    const message = values.message ?? '';
    const port = takenPort.exec(message)?.[1];
    if (name === 'compose-up-failed' && port !== undefined)
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('port-taken', { host: values.host ?? '', port, message }, { details, hostState });
    if (name === 'image-pull-failed') {
        const refused = pullRefusal(values, details, hostState);
        if (refused !== undefined)
            return refused;
    }
    return new _errors_deploy_kit_error_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployKitError */ .m(name, values, { details, hostState });
}
// The registry's own words, where they are clear; else the server's message must do.
function pullRefusal({ image: text = '', message = '', host = '' }, details, hostState) {
    const image = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImageReference */ .o_)(text);
    if (image === undefined)
        return undefined;
    const asked = { anonymous: false, loginRefused: false };
    const { entry, remedy } = (0,_registry_refusal_js__WEBPACK_IMPORTED_MODULE_3__/* .recogniseRefusal */ .y)(image, message, 'pull', asked);
    if (entry === 'registry-denied')
        return undefined;
    const values = { registry: image.registry, image: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .imageName */ .tO)(image), message, remedy };
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(entry, { ...values, who: `the server ${host}` }, { details, hostState });
}
function hostStateOf({ outcome, live, reason }) {
    switch (outcome) {
        case 'committed':
        case 'same':
            return { state: 'new-release', release: live };
        case 'settled':
        case 'restored':
            return { state: 'restored', release: live || 'what ran before the first deploy' };
        case 'unchanged':
            return _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unchanged */ .Cv;
        case 'unknown':
            return { state: 'unknown', why: `restoring failed: ${reason ?? 'no reason was given'}` };
    }
}


/***/ }),

/***/ 6044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ renderProgram)
/* harmony export */ });
/* harmony import */ var _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(685);
/* harmony import */ var _switch_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9293);
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(494);



/** How long one image may take to arrive, in seconds. */
const pullTimeoutSeconds = 1800;
/** Renders a plan as the POSIX sh program that the server runs. */
function renderProgram({ head, steps, ending }) {
    const { settings } = head;
    const whole = (seconds) => String(Math.ceil(seconds));
    const variables = [
        ['kind', head.kind],
        ['path', head.path],
        ['release', head.releaseId],
        ['version', head.version],
        ['revision', head.revision],
        ['actor', head.actor],
        ['run', head.runUrl],
        ['holder', `${head.actor} (${head.version}, ${head.runUrl})`],
        ['compose_command', head.composeCommand],
        ['docker_sudo', head.sudo ? 'yes' : ''],
        ['managed_keys', head.managedKeys.join(' ')],
        ['rolled', (0,_switch_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .rolledWords */ .qq)(head.rolled).join(' ')],
        ['proxies', head.proxies.join(' ')],
        ['health_timeout', whole(settings.healthTimeoutSeconds)],
        ['stable_seconds', whole(settings.stableSeconds)],
        ['drain_seconds', whole(settings.drainSeconds)],
        ['hook_timeout', whole(settings.hookTimeoutSeconds)],
        ['migration_timeout', whole(settings.migrationTimeoutSeconds)],
        ['pull_timeout', whole(pullTimeoutSeconds)],
        // Requests that have begun are never cut off.
        ['keep_warm_seconds', whole(Math.max(settings.keepWarmSeconds, settings.drainSeconds))],
        ['keep_releases', String(settings.keepReleases)],
    ];
    return [
        '#!/bin/sh',
        '# Written by deploy-kit for one run. The plan of this release stands at the end.',
        ...variables.map(([name, value]) => `${name}=${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(value)}`),
        '',
        _server_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .prelude */ .ez,
        '# --- the plan ---',
        '',
        ...steps.flatMap(renderStep),
        ending.map(quoteArgument).join(' '),
        '',
    ].join('\n');
}
function renderStep({ title, command, undo }) {
    const line = `step ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(title)} ${command.map(quoteArgument).join(' ')}`;
    return undo === undefined ? [line] : [`undo_with ${undo}`, line];
}
function quoteArgument(argument) {
    return /^[A-Za-z0-9_-]+$/.test(argument) ? argument : (0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_1__/* .shellQuote */ .Z)(argument);
}


/***/ }),

/***/ 685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   b6: () => (/* binding */ history),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   ez: () => (/* binding */ prelude),
/* harmony export */   uZ: () => (/* binding */ receive)
/* harmony export */ });
// Generated from the shell scripts in this folder by scripts/embed-shell.mjs.
const probe = "#!/bin/sh\n# Looks at the server and changes nothing. Prints one `key=value` a line.\n# $1: the deploy folder; the other arguments: paths in it whose presence matters.\nset -u\nLC_ALL=C\nexport LC_ALL\npath=$1\nshift\n# shellcheck disable=SC2088 # a tilde that arrived as text\ncase $path in '~/'*) path=$HOME/${path#'~/'} ;; esac\nkit=$path/.deploy-kit\n\nfact() { printf '%s=%s\\n' \"$1\" \"$(printf '%s' \"$2\" | tr '\\n\\r' '  ')\"; }\n\nfact path \"$path\"\nfact user \"$(id -un)\"\nfact arch \"$(uname -m)\"\nfor tool in docker flock tar setsid; do\n  command -v \"$tool\" >/dev/null 2>&1 || fact missing \"$tool\"\ndone\n\n{ command -v curl || command -v wget; } >/dev/null 2>&1 && fact http-client yes\n\n# A user who may not use Docker's socket may have sudo for it; with `-n` it never asks for a password.\nsocket=/var/run/docker.sock\nif [ -z \"${DOCKER_HOST:-}\" ] && [ -S \"$socket\" ] && [ ! -w \"$socket\" ] && command -v sudo >/dev/null 2>&1; then\n  docker_path=$(command -v docker)\n  if message=$(sudo -n \"$docker_path\" version 2>&1); then\n    fact sudo yes\n    docker() { sudo -n \"$docker_path\" \"$@\"; }\n  else\n    fact sudo-error \"$message\"\n  fi\nfi\n\nlook_at_engine() {\n  if version=$(docker version --format '{{.Server.Version}}' 2>&1); then\n    fact docker \"$version\"\n  else\n    fact docker-error \"$version\"\n  fi\n}\n\nlook_at_compose() {\n  if version=$(docker compose version --short 2>&1); then\n    fact compose \"plugin $version\"\n    return\n  fi\n  fact compose-error \"$version\"\n  if command -v docker-compose >/dev/null 2>&1 && version=$(docker-compose version --short 2>&1); then\n    fact compose \"standalone $version\"\n  fi\n}\n\n# Side by side: each of them is a program that takes its time to start.\nif command -v docker >/dev/null 2>&1; then\n  look_at_engine &\n  look_at_compose &\n  docker network ls --format 'network={{.Name}}' 2>/dev/null &\nfi\n\n# The nearest folder that exists tells whether the deploy folder can be made.\nnearest=$path\nwhile [ ! -e \"$nearest\" ] && [ \"$nearest\" != / ]; do nearest=$(dirname \"$nearest\"); done\nif [ ! -d \"$nearest\" ]; then\n  fact path-error \"$nearest is not a folder\"\nelif [ ! -w \"$nearest\" ]; then\n  fact path-error \"$(id -un) may not write in $nearest ($(ls -ld \"$nearest\"))\"\nfi\nfact disk-free-kb \"$(df -Pk \"$nearest\" | awk 'NR == 2 { print $4 }')\"\n\nfor file in \"$@\"; do\n  [ -e \"$path/$file\" ] && fact exists \"$file\"\ndone\n[ -e \"$path/.env\" ] && fact exists .env\n\nif [ -s \"$kit/current\" ]; then\n  current=$(cat \"$kit/current\")\n  fact current \"$current\"\n  sed 's/^/file=/' \"$kit/releases/$current/files.sha256\" 2>/dev/null\n  sed 's/^/image=/' \"$kit/releases/$current/images.list\" 2>/dev/null\nfi\n# A transaction whose program still runs holds the lock: that one is not interrupted.\n[ -d \"$kit/transaction\" ] && flock -n \"$kit/lock\" true && fact interrupted \"$(cat \"$kit/transaction/release\")\"\nwait\nfact end yes\n";
const receive = "#!/bin/sh\n# Receives a release as a tar stream on standard input, starts its program detached from this\n# connection, and prints the program's events.\n# $1: the deploy folder, $2: the release id, $3: the release whose unchanged files are used again, or ''.\nset -u\nLC_ALL=C\nexport LC_ALL\npath=$1 release=$2 current=$3\nkit=$path/.deploy-kit\npart=$kit/releases/$release.part\nfolder=$kit/releases/$release\n\nrefuse() {\n  rm -rf \"$part\"\n  printf '%s\\n' \"$1\" >&2\n  exit 70\n}\n\n{ mkdir -p \"$path\" \"$kit/releases\" && chmod 755 \"$kit\" && chmod 700 \"$kit/releases\"; } ||\n  refuse \"cannot make $kit\"\nmkdir -m 700 \"$part\" || refuse \"cannot make $part\"\n# Locked for as long as the upload, and then the program or one of its commands, runs.\nexec 8>\"$part/alive\"\nflock -n 8\nmkdir \"$part/files\" || refuse \"cannot make $part/files\"\ntar -xpf - -C \"$part\" || refuse 'the upload was not received whole'\n[ -e \"$part/complete\" ] || refuse 'the upload was not received whole'\nif [ -s \"$part/unchanged\" ]; then\n  { tar -C \"$kit/releases/$current/files\" -cf - -T \"$part/unchanged\" || echo failed >\"$part/broken\"; } |\n    tar -C \"$part/files\" -xpf - || refuse 'the unchanged files could not be used again'\n  [ ! -e \"$part/broken\" ] || refuse 'the unchanged files could not be used again'\nfi\n: >\"$part/events.jsonl\"\nmv \"$part\" \"$folder\" || refuse \"cannot make $folder\"\n\n# A clean environment: nothing that a login script sets may change what Compose reads.\nenv -i HOME=\"$HOME\" PATH=\"$PATH\" LC_ALL=C USER=\"$(id -un)\" \\\n  ${DOCKER_HOST+\"DOCKER_HOST=$DOCKER_HOST\"} ${DOCKER_CONTEXT+\"DOCKER_CONTEXT=$DOCKER_CONTEXT\"} \\\n  ${DOCKER_CONFIG+\"DOCKER_CONFIG=$DOCKER_CONFIG\"} ${XDG_RUNTIME_DIR+\"XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR\"} \\\n  setsid sh \"$folder/program.sh\" </dev/null >>\"$folder/output.log\" 2>&1 &\nexec 8>&-\n\n";
const follow = "#!/bin/sh\n# Prints the events of a program from a given line on until the program ends.\n# $1: the deploy folder, $2: the release id, $3: the first line to print (from 1).\nset -u\nfolder=$1/.deploy-kit/releases/$2\n[ -e \"$folder/events.jsonl\" ] || exit 71\n# Where tail cannot be told of changes it looks once a second, unless it takes a shorter time.\nif tail -s 0.05 -n 0 /dev/null 2>/dev/null; then\n  tail -s 0.05 -n \"+$3\" -f \"$folder/events.jsonl\" &\nelse\n  tail -n \"+$3\" -f \"$folder/events.jsonl\" &\nfi\ntail=$!\n# Blocks until the program and its commands have ended, however they ended.\nflock \"$folder/alive\" true\n# What was written last must reach the reader, who hangs up after the last event.\nsleep 2\nkill \"$tail\"\n";
const history = "#!/bin/sh\n# Prints what is known of each release on the server, and changes nothing: `release=<id>` and its record,\n# a line each, then the journal. $1: the deploy folder, absolute; $2: whether docker needs sudo, or ''.\nset -u\nLC_ALL=C\nexport LC_ALL\nkit=$1/.deploy-kit\ndocker_path=$(command -v docker)\n[ -z \"$2\" ] || docker() { sudo -n \"$docker_path\" \"$@\"; }\nfor folder in \"$kit/releases\"/*/; do\n  if [ ! -e \"$folder/release.json\" ] || [ ! -e \"$folder/images.list\" ]; then continue; fi\n  id=${folder%/}\n  printf 'release=%s\\n' \"${id##*/}\"\n  printf 'record=%s\\n' \"$(tr -d '\\n' <\"$folder/release.json\")\"\n  sed 's/^/image=/' \"$folder/images.list\"\n  [ ! -e \"$folder/rollback\" ] || echo rollback-command=yes\n  cut -d ' ' -f 2 \"$folder/images.list\" | sort -u | while IFS= read -r image; do\n    docker image inspect \"$image\" >/dev/null 2>&1 </dev/null || printf 'missing=%s\\n' \"$image\"\n  done\ndone\n[ ! -e \"$kit/journal.jsonl\" ] || sed 's/^/journal=/' \"$kit/journal.jsonl\"\nprintf 'end=yes\\n'\n";
const compare = "#!/bin/sh\n# Compares the env file on the server with the one on standard input, and changes nothing. Prints\n# `added=KEY`, `removed=KEY`, `changed=KEY`, never a value. $1: the deploy folder, absolute.\nset -u\nLC_ALL=C\nexport LC_ALL\nenv=$1/.env\n[ -r \"$env\" ] || env=/dev/null\nawk '\n  /^[ \\t]*(#|$)/ { next }\n  {\n    at = index($0, \"=\")\n    if (at == 0) next\n    key = substr($0, 1, at - 1)\n    sub(/^[ \\t]*(export[ \\t]+)?/, \"\", key)\n    sub(/[ \\t]+$/, \"\", key)\n    if (key !~ /^[A-Za-z_][A-Za-z0-9_]*$/) next\n    if (FILENAME == \"-\") {\n      new[key] = $0\n      if (!(key in old)) print \"added=\" key\n      else if (old[key] != $0) print \"changed=\" key\n    } else old[key] = $0\n  }\n  END { for (key in old) if (!(key in new)) print \"removed=\" key }\n' \"$env\" -\nprintf 'end=yes\\n'\n";
const prelude = "# shellcheck shell=sh\n# The head of each program sets path, release, version and the like.\n# shellcheck disable=SC2154\n# The fixed part of every deploy program; the steps of this release stand at its end.\n# POSIX sh (dash, BusyBox ash). Needs docker, flock and tar. It reports by one JSON line an event in\n# events.jsonl, and leaves the server with the new release or with the one before:\n#   transaction/            what was there before, kept until the release has passed\n#   transaction/committed   the release has passed\n# Whoever finds a transaction without `committed` restores what it holds (`recover`).\nset -u\numask 022\nLC_ALL=C\nexport LC_ALL\ntrap '' HUP PIPE\n\nkit=$path/.deploy-kit\nfolder=$kit/releases/$release\ntransaction=$kit/transaction\nevents=$folder/events.jsonl\nstep_title='start'\nerror_name='internal-error'\nerror_values='\"message\":\"no step said why\"'\nundo=''\ncontainer_ids=''\nproject=''\nkept_list=$folder/kept\nprevious=''\n\n# uptime: seconds since the server started. What is waited for must not depend on a clock that somebody sets.\nuptime() {\n  IFS=. read -r uptime_seconds _ </proc/uptime\n  printf '%s' \"$uptime_seconds\"\n}\nprogram_start=$(uptime)\n\n# hundredths: the same in hundredths of a second.\nhundredths() {\n  IFS=' .' read -r uptime_seconds uptime_rest _ </proc/uptime\n  printf '%s%s' \"$uptime_seconds\" \"$uptime_rest\"\n}\n\n# Docker through sudo, which never asks: everything below says `docker`, also where it replaces a shell.\nif [ -n \"$docker_sudo\" ]; then\n  mkdir -p \"$folder/bin\"\n  for tool in docker docker-compose; do\n    tool_path=$(command -v \"$tool\") || continue\n    printf '#!/bin/sh\\nexec sudo -n %s \"$@\"\\n' \"$tool_path\" >\"$folder/bin/$tool\"\n    chmod 700 \"$folder/bin/$tool\"\n  done\n  PATH=$folder/bin:$PATH\nfi\n\n# --- events -------------------------------------------------------------------------------------\n\n# Standard input as the inside of JSON strings, a line each, without control characters.\njson_escape() { tr -d '\\000-\\010\\013-\\037\\177' | tr '\\t' ' ' | sed -e 's/\\\\/\\\\\\\\/g' -e 's/\"/\\\\\"/g'; }\n\n# Text as one JSON string, its line breaks as spaces.\njson_string() { printf '\"%s\"' \"$(printf '%s' \"$1\" | tr '\\n' ' ' | json_escape)\"; }\n\n# event NAME [KEY VALUE]...: appends one event line.\nevent() {\n  event_line=\"{\\\"at\\\":$(date +%s),\\\"event\\\":\\\"$1\\\"\"\n  shift\n  while [ $# -ge 2 ]; do\n    event_line=\"$event_line,\\\"$1\\\":$(json_string \"$2\")\"\n    shift 2\n  done\n  printf '%s}\\n' \"$event_line\" >>\"$events\"\n}\n\n# Standard input as log events of one source (a service, a command).\nlog_lines() {\n  tail -n 200 | cut -c 1-2000 | json_escape |\n    sed -e \"s/^/{\\\"at\\\":$(date +%s),\\\"event\\\":\\\"log\\\",\\\"source\\\":$(json_string \"$1\" | sed -e 's/[\\\\/&]/\\\\&/g'),\\\"line\\\":\\\"/\" -e 's/$/\"}/' >>\"$events\"\n}\n\n# because ERROR [KEY VALUE]...: says why the step fails; the names are those of docs/runbook.md.\nbecause() {\n  error_name=$1\n  error_values=''\n  shift\n  while [ $# -ge 2 ]; do\n    error_values=\"$error_values${error_values:+,}\\\"$1\\\":$(json_string \"$2\")\"\n    shift 2\n  done\n  return 1\n}\n\n# finish OUTCOME LIVE [REASON]: the last event. LIVE is what runs now.\nfinish() {\n  values=\"\\\"at\\\":$(date +%s),\\\"event\\\":\\\"end\\\",\\\"outcome\\\":\\\"$1\\\",\\\"live\\\":$(json_string \"$2\")\"\n  if [ \"$1\" != committed ] && [ \"$1\" != settled ] && [ \"$1\" != same ]; then\n    values=\"$values,\\\"step\\\":$(json_string \"$step_title\"),\\\"error\\\":\\\"$error_name\\\",\\\"values\\\":{$error_values}\"\n  fi\n  [ $# -lt 3 ] || values=\"$values,\\\"reason\\\":$(json_string \"$3\")\"\n  forget_credentials\n  printf '{%s}\\n' \"$values\" >>\"$events\"\n  exit\n}\n\n# shellcheck disable=SC2086 # `docker compose` is two words\ncompose() { $compose_command \"$@\"; }\n\n# The transaction: the lock, what was there before, and the ways to end.\n\n# journal OUTCOME LIVE: one line for what this program did.\njournal() {\n  journal_line=$(printf '{\"at\":%s,\"release\":%s,\"kind\":\"%s\",\"outcome\":\"%s\",\"live\":%s,\"previous\":%s,\"version\":%s,\"revision\":%s,\"actor\":%s,\"run\":%s,\"seconds\":%s}' \\\n    \"$(date +%s)\" \"$(json_string \"$release\")\" \"$kind\" \"$1\" \"$(json_string \"$2\")\" \"$(json_string \"$previous\")\" \\\n    \"$(json_string \"$version\")\" \"$(json_string \"$revision\")\" \"$(json_string \"$actor\")\" \"$(json_string \"$run\")\" \\\n    \"$(($(uptime) - program_start))\")\n  printf '%s\\n' \"$journal_line\" >>\"$kit/journal.jsonl\"\n  event journal line \"$journal_line\"\n}\n\n# replace TARGET SOURCE: puts a copy of SOURCE in TARGET's place, whole or not at all.\nreplace() { cp -p \"$2\" \"$1.new\" && mv -f \"$1.new\" \"$1\"; }\n\n# to_disk FILE: a power cut must not undo what later steps rely on. Older sync takes no file.\nto_disk() { sync \"$1\" 2>/dev/null || sync; }\n\n# bounded SECONDS COMMAND...: ends a command that does not end by itself, with all that it started where\n# it leads a group of its own (setsid); status 124 then.\nbounded() {\n  limit=$(($(uptime) + $1))\n  shift\n  \"$@\" &\n  child=$!\n  while kill -0 \"$child\" 2>/dev/null; do\n    if [ \"$(uptime)\" -ge \"$limit\" ]; then\n      kill -- \"-$child\" 2>/dev/null || kill \"$child\"\n      sleep 2\n      kill -9 -- \"-$child\" 2>/dev/null || kill -9 \"$child\" 2>/dev/null\n      return 124\n    fi\n    sleep 0.05\n  done\n  wait \"$child\"\n}\n\ncurrent_release() { cat \"$kit/current\" 2>/dev/null || true; }\n\n# take_lock SECONDS: the lock belongs to this process and its commands and ends with them.\ntake_lock() {\n  exec 9>>\"$kit/lock\"\n  waited=0\n  until flock -n 9; do\n    if [ \"$waited\" -ge \"$1\" ]; then\n      because deploy-locked holder \"$(cat \"$kit/holder\" 2>/dev/null)\" seconds \"$waited\"\n      return 1\n    fi\n    [ $((waited % 10)) -ne 0 ] || event waiting for \"the lock, held by $(cat \"$kit/holder\" 2>/dev/null)\"\n    sleep 1\n    waited=$((waited + 1))\n  done\n  printf '%s' \"$holder\" >\"$kit/holder\"\n}\n\n# Settles what an earlier program left when it was killed or the server went down.\nrecover() {\n  forget_dead_programs\n  forget_warm\n  [ -d \"$transaction\" ] || return 0\n  interrupted=$(cat \"$transaction/release\")\n  if [ -e \"$transaction/committed\" ]; then\n    close_transaction \"$interrupted\"\n    return 0\n  fi\n  event recover release \"$interrupted\"\n  undo_with restore_snapshot\n  restore_snapshot || return 1\n  undo=''\n}\n\n# Removes what programs that were killed, or uploads that broke off, have left: above all their secrets.\nforget_dead_programs() {\n  rm -rf \"$transaction.part\"\n  for dead in \"$kit/releases\"/*/; do\n    dead=${dead%/}\n    if [ \"$dead\" = \"$folder\" ] || [ ! -e \"$dead/alive\" ] || ! flock -n \"$dead/alive\" true; then continue; fi\n    case $dead in\n      *.part) rm -rf \"$dead\" ;;\n      *) rm -rf \"$dead/docker\" \"$dead/env.base\" \"$dead/env.added\" ;;\n    esac\n  done\n}\n\n# Keeps a copy of everything that the release is about to write or remove.\ntake_snapshot() {\n  previous=$(current_release)\n  rm -rf \"$transaction.part\"\n  mkdir -m 700 \"$transaction.part\" || return 1\n  printf '%s' \"$release\" >\"$transaction.part/release\"\n  printf '%s' \"$previous\" >\"$transaction.part/previous\"\n  : >\"$transaction.part/gone\"\n  if [ -n \"$previous\" ] && [ -e \"$kit/releases/$previous/files.list\" ]; then\n    grep -vxFf \"$folder/files.list\" \"$kit/releases/$previous/files.list\" >\"$transaction.part/gone\"\n  fi\n  {\n    cat \"$folder/files.list\" \"$transaction.part/gone\"\n    printf '%s\\n' ./.env ./.deploy-kit/pins.yml\n  } >\"$transaction.part/written\"\n  while IFS= read -r file; do\n    if [ -e \"$path/$file\" ] || [ -h \"$path/$file\" ]; then printf '%s\\n' \"$file\"; fi\n  done <\"$transaction.part/written\" >\"$transaction.part/existing\"\n  tar -C \"$path\" -cf \"$transaction.part/before.tar\" -T \"$transaction.part/existing\" || return 1\n  # The former release's list; without one, what Compose makes of the folder as it stands.\n  if [ -n \"$previous\" ] && [ -e \"$kit/releases/$previous/services\" ]; then\n    cp \"$kit/releases/$previous/services\" \"$transaction.part/services\"\n  else\n    (cd \"$path\" && compose config --services) >\"$transaction.part/services\" 2>/dev/null || true\n  fi\n  # Without containers there is nothing to start again: restoring then ends with none.\n  list_containers\n  set_project\n  [ -z \"$container_ids\" ] || : >\"$transaction.part/deployed\"\n  # What rolls is restored by its containers, which may all still run.\n  printf '%s' \"$rolled\" >\"$transaction.part/rolled\"\n  printf '%s' \"$proxies\" >\"$transaction.part/proxies\"\n  [ ! -e \"$folder/proxy\" ] || snapshot_proxy \"$transaction.part\"\n  for pair in $rolled; do containers_of \"${pair%%=*}\"; done >\"$transaction.part/containers\"\n  note_restarts\n  to_disk \"$transaction.part/before.tar\"\n  mv \"$transaction.part\" \"$transaction\"\n}\n\n# Puts back what the snapshot holds and starts it.\nrestore_snapshot() {\n  failed_release=$kit/releases/$(cat \"$transaction/release\")\n  failed_services=$failed_release/services\n  undo_migration \"$failed_release\"\n  if [ ! -e \"$transaction/deployed\" ] && [ -e \"$path/.env\" ]; then\n    (cd \"$path\" && compose down) 2>&1 | log_lines restore\n  fi\n  while IFS= read -r file; do\n    grep -qxF -e \"$file\" \"$transaction/existing\" || rm -f \"$path/$file\"\n  done <\"$transaction/written\"\n  tar -C \"$path\" -xpof \"$transaction/before.tar\" || return 1\n  # Compose's name for the project may be another one now.\n  project=''\n  if [ -e \"$transaction/deployed\" ]; then\n    note_restarts\n    restore_services || return 1\n    remove_services \"$failed_services\" \"$transaction/services\"\n    wait_healthy \"$health_timeout\" \"$stable_seconds\" || return 1\n  fi\n  restore_proxy || return 1\n  cat \"$transaction/previous\" >\"$kit/current.new\" && mv -f \"$kit/current.new\" \"$kit/current\"\n  rm -rf \"$transaction\"\n}\n\n# Starts what the restored files describe; what rolled rolls back first, beside what runs.\nrestore_services() {\n  rolled=$(cat \"$transaction/rolled\") proxies=$(cat \"$transaction/proxies\")\n  [ -z \"$rolled\" ] || roll_back || true\n  compose_up restore\n}\n\n# close_transaction RELEASE: after `committed`; what was there before is kept for taking it back.\nclose_transaction() {\n  printf '%s' \"$1\" >\"$kit/current.new\" && mv -f \"$kit/current.new\" \"$kit/current\"\n  rm -rf \"$kit/releases/$1/before\"\n  mv \"$transaction\" \"$kit/releases/$1/before\"\n}\n\ncommit() {\n  keep_warm\n  : >\"$transaction/committed\"\n  to_disk \"$transaction/committed\"\n  remove_services \"$transaction/services\" \"$folder/services\"\n  close_transaction \"$release\"\n  journal committed \"$release\"\n  # What fails from here on does not touch the release, which is live.\n  last_hook=after-deploy\n  [ \"$kind\" != rollback ] || last_hook=on-rollback\n  hook \"$last_hook\" || event note title \"The hook $last_hook failed\" text \"$(cat \"$folder/hook.log\")\"\n  prune\n  start_cooling\n  finish committed \"$release\"\n}\n\n# The release failed: the steps' undo commands in reverse order, then the end.\nabort() {\n  event failed step \"$step_title\" error \"$error_name\"\n  reason=$error_name\n  if [ -z \"$undo\" ]; then\n    journal unchanged \"$(current_release)\"\n    finish unchanged \"$(current_release)\"\n  fi\n  failed_name=$error_name failed_values=$error_values\n  for command in $undo; do\n    event step title 'Restore what ran before'\n    if ! \"$command\"; then\n      reason=\"$error_name {$error_values}\"\n      error_name=$failed_name error_values=$failed_values\n      journal unknown ''\n      finish unknown '' \"$reason\"\n    fi\n  done\n  hook on-rollback || event note title 'The hook on-rollback failed' text \"$(cat \"$folder/hook.log\")\"\n  error_name=$failed_name error_values=$failed_values\n  journal restored \"$(current_release)\"\n  finish restored \"$(current_release)\"\n}\n\n# step TITLE COMMAND...: one step of the plan.\nstep() {\n  step_title=$1\n  shift\n  step_start=$(hundredths)\n  event step title \"$step_title\"\n  \"$@\" || abort\n  step_took=$(($(hundredths) - step_start))\n  event step-done title \"$step_title\" seconds \"$(printf '%d.%02d' $((step_took / 100)) $((step_took % 100)))\"\n}\n\n# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.\nundo_with() { undo=\"$1 $undo\"; }\n\n# take_back RELEASE: a committed release is rejected after all; what ran before it comes back.\ntake_back() {\n  rejected=$1\n  if [ \"$(current_release)\" != \"$rejected\" ]; then\n    because release-superseded release \"$rejected\" current \"$(current_release)\"\n    return 1\n  fi\n  rm -f \"$kit/releases/$rejected/before/committed\"\n  mv \"$kit/releases/$rejected/before\" \"$transaction\" || return 1\n  undo_with restore_snapshot\n  restore_snapshot\n}\n\n# The end of a program that only settles or takes back.\nsettled() {\n  journal settled \"$(current_release)\"\n  finish settled \"$(current_release)\"\n}\n\n# Images and files of the release.\n\n# The registry's account, for this program's pulls alone.\nforget_credentials() { rm -rf \"$folder/docker\"; }\n\n# Replaces its subshell, so that ending the subshell ends the pull.\ndocker_pull() {\n  if [ -n \"$2\" ]; then exec docker --config \"$folder/docker\" pull -q \"$1\"; fi\n  exec docker pull -q \"$1\"\n}\n\n# pull IMAGE [account]: an image that is here already is not asked for; `account` stands for the\n# uploaded login, else the server's own counts.\npull() {\n  ! docker image inspect \"$1\" >/dev/null 2>&1 || return 0\n  for pause in 2 5 0; do\n    message=$(bounded \"$pull_timeout\" docker_pull \"$1\" \"${2:-}\" 2>&1) && return 0\n    # Waiting can't mend these.\n    case $message in *denied* | *unauthorized* | *'not found'* | *'no space left'* | *'manifest unknown'*) break ;; esac\n    sleep \"$pause\"\n  done\n  printf '%s\\n' \"$message\" | log_lines \"docker pull $1\"\n  because image-pull-failed image \"$1\" message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n}\n\n# The env file of the release: what was uploaded, or a file on the server with lines to add, or else the\n# one in the deploy folder; then our own keys.\nstage_env() {\n  base=$folder/env.base\n  if [ -e \"$folder/env.source\" ]; then\n    base=$(cat \"$folder/env.source\")\n    # shellcheck disable=SC2088 # a tilde that arrived as text\n    case $base in '~/'*) base=$HOME/${base#'~/'} ;; esac\n    if [ ! -r \"$base\" ]; then\n      because env-file-unreadable file \"$base\"\n      return 1\n    fi\n  fi\n  [ -e \"$base\" ] || base=$path/.env\n  (\n    umask 077\n    {\n      if [ -e \"$base\" ]; then\n        # Our own lines of an earlier release, comments included.\n        sed -e '/^# deploy-kit: /d' \"$base\" |\n          awk -F= -v keys=\"$managed_keys\" '\n            BEGIN { count = split(keys, list, \" \"); for (i = 1; i <= count; i++) managed[list[i]] = 1 }\n            { key = $1; sub(/^[ \\t]*(export[ \\t]+)?/, \"\", key); sub(/[ \\t]+$/, \"\", key); if (!(key in managed)) print }'\n      fi\n      [ ! -e \"$folder/env.added\" ] || cat \"$folder/env.added\"\n      cat \"$folder/env.managed\"\n    } >\"$folder/env\"\n    rm -f \"$folder/env.base\" \"$folder/env.added\"\n  )\n  name_project \"$(colour_of \"$(current_release)\")\"\n}\n\n# Puts the release's files, env file and pins in their places.\ninstall_release() {\n  tar -C \"$folder/files\" -cf \"$folder/files.tar\" -T \"$folder/files.list\" &&\n    tar -C \"$path\" -xpof \"$folder/files.tar\" || return 1\n  rm -f \"$folder/files.tar\"\n  while IFS= read -r file; do rm -f \"$path/$file\"; done <\"$transaction/gone\"\n  replace \"$kit/pins.yml\" \"$folder/pins.yml\" && replace \"$path/.env\" \"$folder/env\" || return 1\n  # The env file may name another one.\n  project=''\n  # What was kept warm in it is this release's to take up.\n  [ ! -e \"$transaction/colour\" ] || rm -f \"$kit/warm\"\n}\n\n# The containers: starting them, and whether they are healthy.\n\n# Replaces its subshell, so that ending the subshell ends Compose.\n# shellcheck disable=SC2086 # `docker compose` is two words\nstart_services() { cd \"$path\" && exec setsid $compose_command up -d --no-build \"$@\"; }\n\n# compose_up SOURCE [ARGUMENT]...: starts what the project folder describes.\ncompose_up() {\n  compose_status=0\n  source=$1\n  shift\n  bounded \"$((health_timeout + 60))\" start_services \"$@\" >\"$folder/compose.log\" 2>&1 || compose_status=$?\n  log_lines \"$source\" <\"$folder/compose.log\"\n  list_containers\n  [ \"$compose_status\" -eq 0 ] || explain_compose_failure \"$compose_status\"\n}\n\n# A container that failed explains more than Compose's own last line.\nexplain_compose_failure() {\n  look_at_containers || return 1\n  because compose-up-failed command \"$compose_command up -d\" status \"$1\" message \"$(tail -n 1 \"$folder/compose.log\")\"\n}\n\n# `.ID`, not `.Id`: a name that the client's own type lacks makes it fall back to raw data, in which\n# a container without a healthcheck is an error.\ncontainer_format='{{.ID}}|{{index .Config.Labels \"com.docker.compose.service\"}}|{{index .Config.Labels \"com.docker.compose.oneoff\"}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{.Image}}'\n\nlist_containers() { container_ids=$(cd \"$path\" && compose ps -a -q 2>/dev/null); }\n\n# Compose's name for the project, as its containers carry it; empty while it has none.\nset_project() {\n  [ -n \"$project\" ] || project=$(cd \"$path\" && compose ps -a -q 2>/dev/null | head -n 1 |\n    xargs -r docker inspect --format '{{index .Config.Labels \"com.docker.compose.project\"}}')\n}\n\n# containers_of SERVICE [FILTER]...: `SERVICE ID` lines, one-off containers aside, also when no Compose\n# file names the service any more.\ncontainers_of() {\n  set_project\n  [ -n \"$project\" ] || return 0\n  service=$1\n  shift\n  docker ps -a -q --no-trunc \"$@\" --filter \"label=com.docker.compose.project=$project\" \\\n    --filter \"label=com.docker.compose.service=$service\" --filter label=com.docker.compose.oneoff=False |\n    sed \"s/^/$service /\"\n}\n\n# The project's containers from the engine's own data: the same over every Compose and locale.\ninspect_containers() {\n  [ -n \"$container_ids\" ] || return 0\n  # shellcheck disable=SC2086 # one word an id\n  docker inspect --format \"$container_format\" $container_ids 2>/dev/null\n}\n\n# Fails when a container has ended or is beyond hope; says which, with its last lines.\n# Sets `pending` (what is not ready yet), `unchecked` (whether one has no healthcheck) and `signature`.\nlook_at_containers() {\n  pending='' unchecked='' signature=''\n  # A container that cannot be inspected is never taken for a healthy one.\n  containers=$(inspect_containers) || pending=' services (not all can be inspected)'\n  [ -n \"$containers\" ] || pending=' services (no container)'\n  while IFS='|' read -r id service oneoff state health restarts exit_code policy _; do\n    if [ -z \"$id\" ] || [ \"$oneoff\" = True ]; then continue; fi\n    signature=\"$signature $id:$state:$restarts\"\n    case $state in\n      running)\n        case $health in\n          healthy) ;;\n          none) unchecked=yes ;;\n          unhealthy)\n            show_last_lines \"$id\" \"$service\"\n            because container-unhealthy service \"$service\" seconds \"$(seconds_waited)\" health \"$health\"\n            return 1\n            ;;\n          *) pending=\"$pending $service ($health)\" ;;\n        esac\n        ;;\n      exited)\n        # A service that did its work and ended (a migration, an init container) is no failure.\n        if [ \"$exit_code\" -ne 0 ] || [ \"$health\" != none ] || [ \"$policy\" = always ] || [ \"$policy\" = unless-stopped ]; then\n          show_last_lines \"$id\" \"$service\"\n          because container-exited service \"$service\" status \"$exit_code\"\n          return 1\n        fi\n        ;;\n      dead | removing)\n        show_last_lines \"$id\" \"$service\"\n        because container-exited service \"$service\" status \"$exit_code\"\n        return 1\n        ;;\n      *) pending=\"$pending $service ($state)\" ;;\n    esac\n    if [ \"$restarts\" -ge $(($(baseline_of \"$id\") + 3)) ]; then\n      show_last_lines \"$id\" \"$service\"\n      because container-restart-loop service \"$service\" status \"$exit_code\" restarts \"$restarts\"\n      return 1\n    fi\n  done <<CONTAINERS\n$containers\nCONTAINERS\n}\n\nseconds_waited() { echo $(($(uptime) - ${wait_start:-$(uptime)})); }\n\n# A container that this deploy did not touch may have restarted long ago: only new restarts count.\nbaseline_of() {\n  case \" ${restart_baseline:-} \" in\n    *\" $1=\"*) printf '%s' \"${restart_baseline#*\"$1=\"}\" | sed 's/ .*//' ;;\n    *) echo 0 ;;\n  esac\n}\n\n# Remembers the restart counts of what runs before the switch.\nnote_restarts() {\n  restart_baseline=$(inspect_containers | awk -F'|' '{ printf \"%s=%s \", $1, $6 }')\n}\n\nshow_last_lines() {\n  docker logs --tail 20 \"$1\" 2>&1 | log_lines \"$2\"\n  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{end}}{{end}}' \"$1\" 2>/dev/null |\n    grep -v '^ *$' | tail -n 3 | log_lines \"$2 (healthcheck)\"\n}\n\n# wait_healthy SECONDS STABLE: every container healthy; those without a healthcheck running and\n# unchanged for STABLE seconds.\nwait_healthy() {\n  wait_start=$(uptime)\n  stable_from=$wait_start\n  last_signature='' last_line=$wait_start\n  while :; do\n    look_at_containers || return 1\n    now=$(uptime)\n    [ \"$signature\" = \"$last_signature\" ] || stable_from=$now\n    last_signature=$signature\n    if [ -z \"$pending\" ]; then\n      if [ -z \"$unchecked\" ] || [ $((now - stable_from)) -ge \"$2\" ]; then return 0; fi\n    fi\n    if [ $((now - wait_start)) -ge \"$1\" ]; then\n      first=${pending:-' services (not up for long enough)'}\n      first=${first# }\n      service=${first%% *}\n      show_last_lines \"$(printf '%s\\n' \"$containers\" | awk -F'|' -v s=\"$service\" '$2 == s { print $1; exit }')\" \"$service\"\n      because container-unhealthy service \"$service\" seconds \"$((now - wait_start))\" health \"${first#* }\"\n      return 1\n    fi\n    if [ $((now - last_line)) -ge 10 ]; then\n      last_line=$now\n      event waiting for \"${pending:-the services to stay up}\"\n    fi\n    sleep 0.1\n  done\n}\n\n# wait_urls SECONDS URL...: until each answers without an error status.\nwait_urls() {\n  url_limit=$(($(uptime) + $1))\n  url_start=$(uptime)\n  shift\n  for url in \"$@\"; do\n    until message=$(ask_url \"$url\" 2>&1); do\n      # A container that ends meanwhile explains more.\n      look_at_containers || return 1\n      if [ \"$(uptime)\" -ge \"$url_limit\" ]; then\n        because health-url-failed url \"$url\" seconds \"$(($(uptime) - url_start))\" message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n        return 1\n      fi\n      sleep 0.5\n    done\n  done\n}\n\nask_url() {\n  if command -v curl >/dev/null 2>&1; then\n    curl -sS -f -o /dev/null --max-time 5 \"$1\"\n  else\n    # BusyBox's own limit (-T) ends wget itself in some versions.\n    bounded 5 ask_with_wget \"$1\"\n  fi\n}\n\n# Replaces its subshell, so that ending the subshell ends it.\nask_with_wget() { exec wget -q -O /dev/null \"$1\"; }\n\n# check_images SERVICE=IMAGE...: what each container really runs, as wait_healthy saw it last, compared\n# with the release.\ncheck_images() {\n  for pin in \"$@\"; do\n    service=${pin%%=*}\n    expected=$(docker image inspect --format '{{.Id}}' \"${pin#*=}\")\n    while IFS='|' read -r _ name oneoff _ _ _ _ _ running; do\n      if [ \"$name\" = \"$service\" ] && [ \"$oneoff\" != True ] && [ \"$running\" != \"$expected\" ]; then\n        because wrong-image-running service \"$service\" running \"$running\" expected \"$expected\"\n        return 1\n      fi\n    done <<CONTAINERS\n$containers\nCONTAINERS\n  done\n}\n\n# remove_services OLD NEW: removes the containers of services that only the first list names.\nremove_services() {\n  [ -s \"$1\" ] || return 0\n  grep -vxFf \"$2\" \"$1\" | while IFS= read -r service; do\n    containers_of \"$service\" | while read -r _ id; do\n      docker stop \"$id\" >/dev/null 2>&1 </dev/null\n      docker rm -f \"$id\" 2>&1 </dev/null | log_lines \"$service\"\n    done\n  done\n}\n\n# Rolling.\n# `kept_list` holds `SERVICE ID` lines: the containers that stay. All others of a service that rolls go.\n\n# start SERVICE...: what the rolled services need to have run before them.\nstart() { compose_up compose \"$@\"; }\n\n# roll_up SERVICE=N...: new containers beside those that run, until N of them are kept. Never with\n# `--no-deps`: Compose then takes the dependencies out of the container's identity, and the next\n# `docker compose up -d` would make it anew.\nroll_up() {\n  services='' scales=''\n  : >\"$folder/present\"\n  : >>\"$kept_list\"\n  for pair in $rolled; do\n    service=${pair%%=*}\n    containers_of \"$service\" >>\"$folder/present\"\n    count=$(grep -c \"^$service \" \"$folder/present\")\n    case \" $* \" in\n      *\" $pair \"*)\n        missing=$((${pair#*=} - $(grep -c \"^$service \" \"$kept_list\")))\n        if [ \"$missing\" -gt 0 ]; then\n          services=\"$services $service\"\n          count=$((count + missing))\n        fi\n        ;;\n    esac\n    # Each of them, or Compose would take a dependency back to the number in its file.\n    scales=\"$scales --scale $service=$count\"\n  done\n  [ -n \"$services\" ] || return 0\n  # shellcheck disable=SC2086 # one word a service\n  compose_up compose --no-recreate $scales $services || return 1\n  for service in $services; do\n    containers_of \"$service\" | grep -vxFf \"$folder/present\" >>\"$kept_list\"\n  done\n}\n\n# wait_kept SECONDS STABLE: waits until the containers that stay are healthy.\nwait_kept() {\n  container_ids=$(cut -d ' ' -f 2 \"$kept_list\")\n  wait_healthy \"$1\" \"$2\"\n}\n\n# roll_down SERVICE=N...: stops and removes the containers that do not stay, once no proxy needs them.\nroll_down() {\n  for pair in \"$@\"; do containers_of \"${pair%%=*}\"; done | grep -vxFf \"$kept_list\" >\"$folder/leaving\"\n  if [ -s \"$folder/leaving\" ]; then\n    # Containers that never came up have no requests to finish, and no proxy should learn of them now.\n    # shellcheck disable=SC2046 # one word an id\n    case $(docker inspect --format '{{.State.Status}}' $(cut -d ' ' -f 2 \"$folder/leaving\") 2>/dev/null) in\n      *running*)\n        reload_proxies || return 1\n        drain\n        ;;\n    esac\n    # Each gets its own stop signal and grace period.\n    # shellcheck disable=SC2046 # one word an id\n    docker stop $(cut -d ' ' -f 2 \"$folder/leaving\") >/dev/null 2>&1\n    # They could be told already: a proxy that can't be reloaded now finds out by itself.\n    reload_proxies || true\n    # shellcheck disable=SC2046 # one word an id\n    docker rm -f $(cut -d ' ' -f 2 \"$folder/leaving\") >/dev/null 2>&1\n  fi\n  list_containers\n  look_at_containers\n}\n\n# Both old and new answer meanwhile, so that resolvers and proxies learn of the new ones; then what an\n# old container does before it stops.\ndrain() {\n  drained=0\n  while [ \"$drained\" -lt \"$drain_seconds\" ]; do\n    [ $((drained % 10)) -ne 0 ] || event waiting for \"proxies and resolvers to learn of the new containers ($drained s of $drain_seconds s)\"\n    sleep 1\n    drained=$((drained + 1))\n  done\n  while read -r service id; do\n    [ -e \"$folder/pre-stop/$service\" ] || continue\n    bounded \"$hook_timeout\" in_container \"$id\" \"$folder/pre-stop/$service\" 2>&1 | log_lines \"$service (pre-stop)\"\n  done <\"$folder/leaving\"\n}\n\n# in_container ID SCRIPT: replaces its subshell, so that ending the subshell ends the script.\nin_container() { exec docker exec -i \"$1\" sh -s <\"$2\"; }\n\n# Proxies that resolve names when they read their configuration read it again.\nreload_proxies() {\n  for service in $proxies; do\n    containers_of \"$service\" --filter status=running >\"$folder/proxies\"\n    while read -r service id; do\n      message=$(docker exec \"$id\" nginx -s reload 2>&1 </dev/null) && continue\n      because proxy-reload-failed proxy \"$service\" command 'nginx -s reload' message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n      return 1\n    done <\"$folder/proxies\"\n  done\n}\n\n# The containers from before that are still there stay, started again where they were stopped; what is\n# missing of them comes back beside the failed ones. Then those go.\nroll_back() {\n  kept_list=$transaction/containers\n  set_project\n  for pair in $rolled; do containers_of \"${pair%%=*}\"; done >\"$folder/present\"\n  grep -xFf \"$folder/present\" \"$kept_list\" >\"$kept_list.new\"\n  mv -f \"$kept_list.new\" \"$kept_list\"\n  cut -d ' ' -f 2 \"$kept_list\" | xargs -r docker start >/dev/null 2>&1\n  # shellcheck disable=SC2086 # one word a service\n  roll_up $rolled && wait_kept \"$health_timeout\" \"$stable_seconds\" && roll_down $rolled\n}\n\n# Hooks and the migration: commands of the project's own, each with a limit.\n\n# hook NAME: runs that hook in the deploy folder, with the release in its environment.\nhook() {\n  [ -e \"$folder/hooks/$1\" ] || return 0\n  hook_status=0\n  bounded \"$hook_timeout\" run_hook \"$1\" >\"$folder/hook.log\" 2>&1 || hook_status=$?\n  log_lines \"$1\" <\"$folder/hook.log\"\n  [ \"$hook_status\" -ne 0 ] || return 0\n  because hook-failed hook \"$1\" status \"$hook_status\" limit \"$hook_timeout\" message \"$(tail -n 1 \"$folder/hook.log\")\"\n}\n\n# Replaces its subshell, and leads a group of its own: ending that ends all that the hook started.\nrun_hook() {\n  cd \"$path\" || return 1\n  now_live=$(current_release)\n  export DEPLOY_KIT_RELEASE=\"$release\" DEPLOY_KIT_VERSION=\"$version\" DEPLOY_KIT_REVISION=\"$revision\" \\\n    DEPLOY_KIT_PREVIOUS=\"$now_live\" DEPLOY_KIT_ACTOR=\"$actor\" DEPLOY_KIT_RUN=\"$run\"\n  exec setsid sh -eu \"$folder/hooks/$1\"\n}\n\n# migrate SERVICE [DEPENDENCY]...: once, in a container of its own, of the new release.\nmigrate() {\n  migration_status=0\n  bounded \"$migration_timeout\" run_once \"$folder/migration\" \"$@\" >\"$folder/migration.log\" 2>&1 || migration_status=$?\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines migration <\"$folder/migration.log\"\n  if [ \"$migration_status\" -ne 0 ]; then\n    because migration-failed service \"$1\" status \"$migration_status\" limit \"$migration_timeout\" message \"$(tail -n 1 \"$folder/migration.log\")\"\n    return 1\n  fi\n  : >\"$transaction/migrated\"\n  printf '%s' \"$1\" >\"$folder/migrated-by\"\n}\n\n# run_once SCRIPT SERVICE [DEPENDENCY]...: the service's own command, or the script in its container. What\n# it depends on is started where it does not run.\n# shellcheck disable=SC2086 # `docker compose` is two words\nrun_once() {\n  script=$1 target=$2\n  shift 2\n  cd \"$path\" || return 1\n  dependencies=--no-deps\n  for dependency in \"$@\"; do\n    [ -n \"$(containers_of \"$dependency\" --filter status=running)\" ] || dependencies=''\n  done\n  set -- run --rm -T $dependencies --name \"deploy-kit-$release\" \"$target\"\n  [ ! -e \"$script\" ] || set -- \"$@\" sh -c \"$(cat \"$script\")\"\n  exec setsid $compose_command \"$@\"\n}\n\n# undo_live_migration RELEASE: before the code from before it comes back by hand.\nundo_live_migration() {\n  from=$kit/releases/$1\n  undo_status=0\n  bounded \"$migration_timeout\" run_once \"$from/rollback\" \"$(cat \"$from/migrated-by\")\" >\"$folder/migration.log\" 2>&1 || undo_status=$?\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines rollback-command <\"$folder/migration.log\"\n  [ \"$undo_status\" -ne 0 ] || return 0\n  because migration-failed service \"$(cat \"$from/migrated-by\")\" status \"$undo_status\" limit \"$migration_timeout\" message \"$(tail -n 1 \"$folder/migration.log\")\"\n}\n\n# undo_migration FOLDER: the former code can't run on the schema of that release.\nundo_migration() {\n  [ -e \"$transaction/migrated\" ] && [ -e \"$1/breaking\" ] || return 0\n  if [ ! -e \"$1/rollback\" ]; then\n    event note title 'The migration stays' text 'It is marked as breaking and there is no rollback-command: what ran before is restored, but the schema is the new one.'\n    return 0\n  fi\n  bounded \"$migration_timeout\" run_once \"$1/rollback\" \"$(cat \"$1/migrated-by\")\" >\"$folder/migration.log\" 2>&1 ||\n    event note title 'The rollback-command failed' text \"$(tail -n 5 \"$folder/migration.log\")\"\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines rollback-command <\"$folder/migration.log\"\n  rm -f \"$transaction/migrated\"\n}\n\n# Releases: comparing with the live one, taking one up again, removing old ones.\n\n# compare_with_live SERVICE=IMAGE...: ends here when everything of the release is what runs already.\ncompare_with_live() {\n  live=$(current_release)\n  [ -n \"$live\" ] || return 0\n  for file in files.list files.sha256 services pins.yml; do\n    cmp -s \"$folder/$file\" \"$kit/releases/$live/$file\" || return 0\n  done\n  for file in proxy/template proxy/file; do\n    if [ -e \"$folder/$file\" ] && ! cmp -s \"$folder/$file\" \"$kit/releases/$live/$file\"; then return 0; fi\n  done\n  if ! cmp -s \"$folder/env\" \"$path/.env\" || ! cmp -s \"$folder/pins.yml\" \"$kit/pins.yml\"; then return 0; fi\n  (cd \"$path\" && sed 's/^\\([0-9a-f]*\\) [0-7]* /\\1  /' \"$folder/files.sha256\" | sha256sum -c >/dev/null 2>&1) || return 0\n  list_containers\n  if ! runs_well \"$@\"; then\n    error_name='internal-error'\n    return 0\n  fi\n  finish same \"$live\"\n}\n\n# Whether each service has its container, of the right image, and nothing is wrong with any.\nruns_well() {\n  look_at_containers >/dev/null && [ -z \"$pending\" ] && check_images \"$@\" || return 1\n  while IFS= read -r service; do\n    case \"\n$containers\" in *\"|$service|\"*) ;; *) return 1 ;; esac\n  done <\"$folder/services\"\n}\n\n# expect_current RELEASE: what was decided is only right while that release is live.\nexpect_current() {\n  [ \"$(current_release)\" != \"$1\" ] || return 0\n  because release-changed expected \"$1\" current \"$(current_release)\"\n}\n\n# adopt RELEASE: takes up everything of a former release as this one's own, but under the live project's\n# name.\nadopt() {\n  take_parts \"$1\" files files.list files.sha256 images.list services pins.yml env hooks pre-stop &&\n    name_project \"$(colour_of \"$(current_release)\")\"\n}\n\n# take_parts RELEASE PART...\ntake_parts() {\n  from=$kit/releases/$1\n  shift\n  for part in \"$@\"; do\n    [ -e \"$from/$part\" ] || continue\n    rm -rf \"${folder:?}/$part\"\n    # Nothing in a release's folder ever changes: the same files can belong to both.\n    cp -al \"$from/$part\" \"$folder/$part\" 2>/dev/null || cp -a \"$from/$part\" \"$folder/$part\" || return 1\n  done\n}\n\n# Removes what is older than the releases that are kept, with the images that only those used. Never a\n# volume, and nothing that a program still works with.\nprune() {\n  # A release that a rollback made has a count of its own, or going back and forth would push others out.\n  for made_by in deploy rollback; do\n    sed -n 's/^.*\"release\":\"\\([^\"]*\\)\",\"kind\":\"'\"$made_by\"'\",\"outcome\":\"committed\".*$/\\1/p' \"$kit/journal.jsonl\" |\n      awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) if (!seen[line[i]]++) print line[i] }' |\n      while IFS= read -r id; do\n        [ ! -e \"$kit/releases/$id\" ] || printf '%s\\n' \"$id\"\n      done | head -n \"$keep_releases\"\n  done | sort >\"$folder/kept-releases\"\n  oldest=$(head -n 1 \"$folder/kept-releases\")\n  while IFS= read -r id; do cut -d ' ' -f 2 \"$kit/releases/$id/images.list\"; done <\"$folder/kept-releases\" >\"$folder/kept-images\"\n  for old in \"$kit/releases\"/*; do\n    id=${old##*/}\n    # Their names begin with their time. A failed release is kept as long as the good ones around it.\n    if [ \"$id\" = \"$oldest\" ] || [ \"$(printf '%s\\n%s\\n' \"$id\" \"$oldest\" | sort | head -n 1)\" != \"$id\" ]; then continue; fi\n    if grep -qxF -e \"$id\" \"$folder/kept-releases\" || ! flock -n \"$old/alive\" true 2>/dev/null; then continue; fi\n    [ ! -e \"$old/images.list\" ] || cut -d ' ' -f 2 \"$old/images.list\"\n    rm -rf \"$old\"\n  done | sort -u | grep -vxFf \"$folder/kept-images\" | while IFS= read -r image; do\n    docker image rm \"$image\" >/dev/null 2>&1 </dev/null\n  done\n  return 0\n}\n\n# Blue-green: the release as a Compose project of its own beside the live one, and a proxy that is switched\n# between them. The project's name is COMPOSE_PROJECT_NAME in .env and `colour` in the release's folder.\n\n# colour_of RELEASE: its project's name; empty when it has the one that Compose gives it.\ncolour_of() { [ -z \"$1\" ] || cat \"$kit/releases/$1/colour\" 2>/dev/null || true; }\n\n# name_project NAME: in the env file of this release, whose copy may belong to others too.\nname_project() {\n  [ -n \"$1\" ] || return 0\n  (\n    umask 077\n    grep -v '^COMPOSE_PROJECT_NAME=' \"$folder/env\"\n    printf 'COMPOSE_PROJECT_NAME=%s\\n' \"$1\"\n  ) >\"$folder/env.named\" && chmod 600 \"$folder/env.named\" && mv -f \"$folder/env.named\" \"$folder/env\"\n  printf '%s' \"$1\" >\"$folder/colour\"\n}\n\n# choose_colour NAME: the project that is not live; NAME is Compose's own name for it.\nchoose_colour() {\n  live_colour=$(colour_of \"$(current_release)\")\n  case $live_colour in\n    *-blue) name_project \"${live_colour%-blue}-green\" ;;\n    *-green) name_project \"${live_colour%-green}-blue\" ;;\n    *) name_project \"$1-blue\" ;;\n  esac\n  find_proxy_file \"$folder\"\n  # In vain once everything has started: so before.\n  if [ -e \"$proxy_file\" ] && [ -w \"$proxy_file\" ]; then return 0; fi\n  if [ ! -e \"$proxy_file\" ] && mkdir -p \"$(dirname \"$proxy_file\")\" 2>/dev/null && [ -w \"$(dirname \"$proxy_file\")\" ]; then return 0; fi\n  because proxy-file-not-writable file \"$proxy_file\"\n}\n\n# find_proxy_file FOLDER: what the proxy reads, as that release was told.\nfind_proxy_file() {\n  proxy_file=$(cat \"$1/proxy/file\")\n  # shellcheck disable=SC2088 # a tilde that arrived as text\n  case $proxy_file in\n    /*) ;;\n    '~/'*) proxy_file=$HOME/${proxy_file#'~/'} ;;\n    *) proxy_file=$path/$proxy_file ;;\n  esac\n}\n\n# What a restore needs: the proxy's file, and which project goes.\nsnapshot_proxy() {\n  find_proxy_file \"$folder\"\n  [ ! -e \"$proxy_file\" ] || cp -p \"$proxy_file\" \"$1/proxy.before\"\n  cat \"$folder/colour\" >\"$1/colour\"\n  printf '%s' \"$project\" >\"$1/project\"\n}\n\n# switch_proxy: to this project's containers.\nswitch_proxy() {\n  set_project\n  docker ps -q --filter \"label=com.docker.compose.project=$project\" --filter label=com.docker.compose.oneoff=False |\n    xargs -r docker inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}} {{.Name}}' |\n    sed 's| /| |' | sort >\"$folder/upstreams\"\n  # A line with {{SERVICE:PORT}} stands once for each container of the service.\n  awk '\n    NR == FNR { names[$1] = names[$1] \" \" $2; next }\n    match($0, /[{][{][ ]*[^ {}:]+:[0-9]+[ ]*[}][}]/) {\n      head = substr($0, 1, RSTART - 1)\n      inner = substr($0, RSTART + 2, RLENGTH - 4)\n      tail = substr($0, RSTART + RLENGTH)\n      gsub(/ /, \"\", inner)\n      split(inner, parts, \":\")\n      count = split(names[parts[1]], list, \" \")\n      if (count == 0) exit 1\n      for (i = 1; i <= count; i++) print head list[i] \":\" parts[2] tail\n      next\n    }\n    { print }' \"$folder/upstreams\" \"$folder/proxy/template\" >\"$folder/proxy.rendered\" || {\n    because internal-error message 'a service of proxy-template has no container'\n    return 1\n  }\n  find_proxy_file \"$folder\"\n  write_in_place \"$folder/proxy.rendered\" && reload_front \"$folder\"\n}\n\n# write_in_place SOURCE: a container that mounts the file alone sees only what is written into it.\nwrite_in_place() {\n  cat \"$1\" >\"$proxy_file\" && return 0\n  because proxy-file-not-writable file \"$proxy_file\"\n}\n\n# reload_front FOLDER: makes the proxy read its file, as that release was told.\nreload_front() {\n  reload_status=0\n  bounded \"$hook_timeout\" run_reload \"$1\" >\"$folder/proxy.log\" 2>&1 || reload_status=$?\n  log_lines proxy <\"$folder/proxy.log\"\n  [ \"$reload_status\" -ne 0 ] || return 0\n  because proxy-reload-failed proxy \"$proxy_file\" command \"$(cat \"$1/proxy/reload\" 2>/dev/null || echo \"docker exec $(cat \"$1/proxy/container\")\")\" message \"$(tail -n 1 \"$folder/proxy.log\")\"\n}\n\n# Replaces its subshell, so that ending the subshell ends it.\nrun_reload() {\n  cd \"$path\" || return 1\n  [ ! -e \"$1/proxy/reload\" ] || exec setsid sh -eu \"$1/proxy/reload\"\n  front=$(cat \"$1/proxy/container\")\n  if docker exec \"$front\" nginx -v >/dev/null 2>&1; then\n    # A configuration with an error must not be what nginx finds at its next start.\n    docker exec \"$front\" nginx -t && exec docker exec \"$front\" nginx -s reload\n  elif docker exec \"$front\" caddy version >/dev/null 2>&1; then\n    # What it was started with; the official image's own file where it was not said.\n    config=$(docker inspect --format '{{range .Args}}{{println .}}{{end}}' \"$front\" | sed -n -e '/^-c$/{n;p;}' -e '/^--config$/{n;p;}')\n    exec docker exec \"$front\" caddy reload --config \"${config:-/etc/caddy/Caddyfile}\"\n  else\n    echo \"neither nginx nor Caddy answers in the container $front\"\n    return 1\n  fi\n}\n\n# restore_proxy: back to what runs now; then the project that failed goes.\nrestore_proxy() {\n  [ -e \"$transaction/colour\" ] || return 0\n  find_proxy_file \"$failed_release\"\n  # What runs again must not be stopped by the one that waited to do so.\n  rm -f \"$kit/warm\"\n  if [ ! -e \"$transaction/proxy.before\" ]; then\n    rm -f \"$proxy_file\"\n  elif ! cmp -s \"$transaction/proxy.before\" \"$proxy_file\"; then\n    write_in_place \"$transaction/proxy.before\" || return 1\n    if [ -e \"$transaction/deployed\" ]; then reload_front \"$failed_release\" || return 1; fi\n    sleep \"$drain_seconds\" 8>&- 9>&-\n  fi\n  remove_project \"$(cat \"$transaction/colour\")\"\n}\n\n# remove_project NAME: its containers and networks; never a volume.\nremove_project() {\n  docker ps -q --filter \"label=com.docker.compose.project=$1\" | xargs -r docker stop\n  docker ps -a -q --filter \"label=com.docker.compose.project=$1\" | xargs -r docker rm -f\n  docker network ls -q --filter \"label=com.docker.compose.project=$1\" | xargs -r docker network rm\n} >/dev/null 2>&1 </dev/null\n\n# keep_warm: the project from before stays up for a while, so that going back takes no start.\nkeep_warm() {\n  [ -e \"$transaction/colour\" ] && [ -s \"$transaction/project\" ] || return 0\n  printf '%s\\n%s\\n' \"$(cat \"$transaction/project\")\" \"$release\" >\"$kit/warm.new\" && mv -f \"$kit/warm.new\" \"$kit/warm\"\n}\n\n# Waits until the time is over, without the locks of this program.\nstart_cooling() {\n  [ -s \"$kit/warm\" ] || return 0\n  (\n    exec 8>&- 9>&-\n    exec 7<\"$kit/warm\"\n    flock -n 7 || exit\n    # A sleep that outlives this shell must not look like one that still waits.\n    sleep \"$keep_warm_seconds\" 7<&-\n    exec 9>>\"$kit/lock\"\n    flock 9\n    # Another deploy may have taken it up again.\n    [ \"$(sed -n 2p \"$kit/warm\" 2>/dev/null)\" != \"$release\" ] || cool_down\n  ) >/dev/null 2>&1 &\n}\n\n# cool_down: what was kept warm goes, unless it is live again.\ncool_down() {\n  warm_project=$(sed -n 1p \"$kit/warm\")\n  [ \"$warm_project\" = \"$(colour_of \"$(current_release)\")\" ] || remove_project \"$warm_project\"\n  rm -f \"$kit/warm\"\n}\n\n# Nobody waits any more where a reboot or a kill ended the one that did.\nforget_warm() {\n  [ -e \"$kit/warm\" ] && flock -n \"$kit/warm\" true || return 0\n  cool_down\n}\n";


/***/ }),

/***/ 494:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote)
/* harmony export */ });
/**
 * Quotes a value as one word for every POSIX shell (IEEE Std 1003.1, "Single-Quotes": all characters
 * but the single quote itself stand for themselves).
 * @throws {RangeError} for a NUL character, which no argument can hold
 */
function shellQuote(value) {
    if (value.includes('\0'))
        throw new RangeError('A shell word cannot hold a NUL character');
    return `'${value.replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 9293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S7: () => (/* binding */ planSwitch),
/* harmony export */   Wy: () => (/* binding */ strategies),
/* harmony export */   qq: () => (/* binding */ rolledWords)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(781);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9488);


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
    const name = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageReference */ .o_)(image ?? '')
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

/***/ 6604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fU: () => (/* binding */ releaseUpload),
/* harmony export */   hZ: () => (/* binding */ compareFiles),
/* harmony export */   ub: () => (/* binding */ programUpload),
/* harmony export */   wX: () => (/* binding */ rollbackUpload),
/* harmony export */   zi: () => (/* binding */ envText)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4293);
/* harmony import */ var _deploy_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2604);



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
function textEntry(path, mode, text) {
    return { path, mode, content: { kind: 'file', bytes: Buffer.from(text) } };
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
    return `${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content.bytes).digest('hex')} ${mode.toString(8)}`;
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
/** The registry's account in the format of docker's login: removed once the images are there. */
// https://docs.docker.com/reference/cli/docker/login/
function accountEntries(account, images) {
    if (account === undefined)
        return [];
    const auth = Buffer.from(`${account.username}:${account.password}`).toString('base64');
    const registry = (0,_deploy_intent_js__WEBPACK_IMPORTED_MODULE_1__/* .accountRegistry */ .L)(images) ?? '';
    const key = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry;
    return [textEntry('docker/config.json', 0o600, JSON.stringify({ auths: { [key]: { auth } } }))];
}


/***/ }),

/***/ 3074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/** The connection ended under a command. What the command did meanwhile is not known. */
class ConnectionLost extends Error {
    name = 'ConnectionLost';
}


/***/ }),

/***/ 1251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ withServer),
/* harmony export */   m: () => (/* binding */ ServerConnection)
/* harmony export */ });
/** The one connection to a server: opened on first use, opened again after it was dropped. */
class ServerConnection {
    name;
    user;
    #connect;
    #host;
    constructor(name, user, connect) {
        this.name = name;
        this.user = user;
        this.#connect = connect;
    }
    /** @throws {DeployKitError} one of the `ssh-…` entries */
    async host() {
        this.#host ??= this.#connect();
        try {
            return await this.#host;
        }
        catch (error) {
            this.#host = undefined;
            throw error;
        }
    }
    /** Forgets a connection that was lost. */
    drop() {
        void this.#host?.then((host) => {
            host.close();
        }, () => undefined);
        this.#host = undefined;
    }
}
/**
 * Works with a server and closes the connection afterwards in every case: an open one would keep
 * the process alive.
 */
async function withServer(server, work) {
    try {
        return await work(server);
    }
    finally {
        server.drop();
    }
}


/***/ })

};
