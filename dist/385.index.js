export const id = 385;
export const ids = [385];
export const modules = {

/***/ 2856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C1: () => (/* binding */ connectServer),
  Rx: () => (/* binding */ describeKey),
  U2: () => (/* binding */ serversOf)
});

// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/ssh/server-connection.js
var server_connection = __webpack_require__(9946);
// EXTERNAL MODULE: ./build/src/local/outside/actions-reporter.js + 1 modules
var actions_reporter = __webpack_require__(5693);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./build/src/ssh/plan/host-keys.js

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

;// CONCATENATED MODULE: ./build/src/ssh/outside/load-ssh2.js
/** Loads ssh2 on first use: actions that open no connection start faster without it. */
async function loadSsh2() {
    // ssh2 is CommonJS and reads __dirname when it loads, which an ES module bundle does not have.
    globalThis.__dirname ??= import.meta.dirname;
    return (await __webpack_require__.e(/* import() */ 472).then(__webpack_require__.t.bind(__webpack_require__, 5472, 19))).default;
}

// EXTERNAL MODULE: ./build/src/ssh/host.js
var host = __webpack_require__(3356);
// EXTERNAL MODULE: ./build/src/text/shell-quote.js
var shell_quote = __webpack_require__(694);
;// CONCATENATED MODULE: ./build/src/ssh/plan/marked-command.js

/**
 * The line for the login shell of a server that runs a script. The login shell first reads its own start-up files, which
 * may print, or read standard input: the script says with a mark on both outputs where its own words begin, and skips
 * what stands before the mark on standard input.
 * @param args become `$1`, `$2` …
 * @param mark a line that nothing else prints
 */
function markedCommand(script, args, mark, { readsInput }) {
    const say = `echo ${mark}; echo ${mark} >&2`;
    // Nothing runs where the input ended before.
    const skip = `skipped=; until [ "$skipped" = ${mark} ]; do IFS= read -r skipped || exit 71; done`;
    const marked = [...(readsInput ? [say, skip] : [say]), script].join('\n');
    // It only ever sees one simple command of quoted words.
    return `exec sh -c ${[marked, 'deploy-kit', ...args].map(shell_quote/* shellQuote */.Z).join(' ')}`;
}
/**
 * What the login shell gets on standard input before the mark: its start-up files may ask for a line, and are not to wait
 * for one that never comes.
 */
const emptyAnswers = '\n'.repeat(32);

;// CONCATENATED MODULE: ./build/src/ssh/outside/after-mark.js
/** A shell that never comes to the mark may print for ever. */
const mostBytesBefore = 64 * 1024;
/** @param onMark called once, when the mark has come */
function afterMark(mark, sink, onMark) {
    const wanted = Buffer.from(`${mark}\n`);
    let before = Buffer.alloc(0);
    let seen = false;
    return {
        add(chunk) {
            if (seen) {
                sink.add(chunk);
                return;
            }
            before = Buffer.concat([before, chunk]);
            const at = before.indexOf(wanted);
            if (at < 0) {
                before = before.subarray(-mostBytesBefore);
                return;
            }
            seen = true;
            const rest = before.subarray(at + wanted.length);
            if (rest.length > 0)
                sink.add(rest);
            onMark();
        },
        end: () => sink.end(),
        before: () => (seen ? '' : before.toString('utf8')),
    };
}

;// CONCATENATED MODULE: ./build/src/ssh/outside/sinks.js
/**
 * More than that of one stream is cut, so that a runaway command does not fill the memory. The list of a live
 * release takes about a hundred bytes a file.
 */
const maxOutputBytes = 32 * 1024 * 1024;
/** A line that is longer is cut. */
const maxLineBytes = 1024 * 1024;
/** All of it, as text. */
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
/** Each whole line. */
function lineSplitter(onLine) {
    const decoder = new TextDecoder();
    let rest = '';
    const take = (text) => {
        const lines = (rest + text).split('\n');
        rest = (lines.pop() ?? '').slice(0, maxLineBytes);
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

;// CONCATENATED MODULE: ./build/src/ssh/outside/running-command.js




/** How long a command's output may stay open after its end. */
const lingerMilliseconds = 5000;
/** For how long the login shell may read its own start-up files. */
const loginShellMilliseconds = 30_000;
/** A marked command on its channel, from the login shell to its end. */
class RunningCommand {
    #channel;
    #mark;
    #stdin;
    #ends;
    #stdout;
    #stderr;
    #begun = false;
    /** `null`: a signal ended it. */
    #status = -1;
    #patience;
    #lingering;
    constructor(channel, mark, { stdin, onLine }, ends) {
        this.#channel = channel;
        this.#mark = mark;
        this.#stdin = stdin;
        this.#ends = ends;
        const answer = onLine === undefined ? textCollector() : lineSplitter(onLine);
        this.#stdout = afterMark(mark, answer, () => {
            this.#begin();
        });
        this.#stderr = afterMark(mark, textCollector(), () => undefined);
    }
    start() {
        const channel = this.#channel;
        channel.on('data', (chunk) => {
            this.#stdout.add(chunk);
        });
        channel.stderr.on('data', (chunk) => {
            this.#stderr.add(chunk);
        });
        channel.on('exit', (status) => {
            this.#status = status;
            // What a command left running may hold its output open for ever.
            this.#lingering = setTimeout(() => {
                this.#finish();
            }, lingerMilliseconds);
        });
        channel.on('close', () => {
            this.#finish();
        });
        // What is written to a command that has ended goes nowhere; how it ended is what counts.
        channel.on('error', () => undefined);
        this.#stdin?.on('error', (cause) => {
            this.#end();
            channel.close();
            this.#ends.failed(cause);
        });
        this.#patience = setTimeout(() => {
            this.#refuse();
        }, loginShellMilliseconds);
        if (this.#stdin === undefined)
            channel.end();
        else
            channel.write(emptyAnswers);
    }
    #begin() {
        this.#begun = true;
        clearTimeout(this.#patience);
        if (this.#stdin === undefined)
            return;
        // Not before: a start-up file that reads would have it.
        this.#channel.write(`${this.#mark}\n`);
        this.#stdin.pipe(this.#channel);
    }
    #finish() {
        this.#end();
        if (this.#begun) {
            // A command that a signal ended has no status.
            const code = this.#status ?? -1;
            this.#ends.done({ code, stdout: this.#stdout.end(), stderr: this.#stderr.end() });
        }
        else if (this.#status === null)
            this.#ends.failed(new host/* ConnectionLost */.p('The command was ended before it began'));
        else
            this.#refuse();
    }
    #refuse() {
        this.#end();
        this.#channel.close();
        const said = `${this.#stderr.before()}\n${this.#stdout.before()}`.trim();
        this.#ends.notBegun(said.slice(-500) || 'nothing.');
    }
    #end() {
        clearTimeout(this.#patience);
        clearTimeout(this.#lingering);
        // The server may refuse before it has taken everything.
        this.#stdin?.destroy();
    }
}

;// CONCATENATED MODULE: ./build/src/ssh/outside/ssh-host.js





/** sshd opens ten at most (`MaxSessions` in sshd_config(5)); what comes then waits for its turn. */
const mostChannels = 8;
/** Runs commands over a connection that is logged in. */
class SshHost {
    name;
    #turns = [];
    #open = 0;
    #client;
    #user;
    #lost;
    #channels = new Set();
    constructor(client, name, user) {
        this.name = name;
        this.#user = user;
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
    async run(script, args, options) {
        if (this.#open >= mostChannels)
            await new Promise((resolve) => {
                this.#turns.push(resolve);
            });
        this.#open += 1;
        try {
            return await this.#exec(script, args, options);
        }
        finally {
            this.#open -= 1;
            this.#turns.shift()?.();
        }
    }
    #exec(script, args, options) {
        const mark = `deploy-kit-${(0,external_node_crypto_.randomBytes)(12).toString('hex')}`;
        const command = markedCommand(script, args, mark, { readsInput: options.stdin !== undefined });
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
                new RunningCommand(channel, mark, options, {
                    done: (result) => {
                        settle(() => {
                            resolve(result);
                        });
                    },
                    failed: lose,
                    notBegun: (message) => {
                        const values = { host: this.name, user: this.#user, message };
                        lose((0,errors/* failure */.V2)('login-shell-in-the-way', values));
                    },
                }).start();
            };
            try {
                this.#client.exec(command, start);
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

;// CONCATENATED MODULE: ./build/src/ssh/outside/connect-ssh.js






/** A dead connection is noticed after three unanswered questions. */
const keepaliveSeconds = 5;
/**
 * Opens an SSH connection. The key is read before any packet is sent, the host key is always verified.
 * @param jump the server through which the other one is reached
 * @throws {DeployKitError} one of the `ssh-…` entries
 */
async function connectSsh(target, jump) {
    const client = await openClient(target, () => jump === undefined ? openSocket(target) : openTunnel(jump, target));
    return new SshHost(client, target.host, target.user);
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
        if (key?.isPrivateKey()) {
            checkPair(key);
            return key;
        }
        throw (0,errors/* failure */.V2)('ssh-key-unreadable', {
            message: 'It holds a public key; the private one is needed.',
        });
    }
    const { message } = parsed;
    if (/no passphrase given|bad passphrase|bad decrypt/i.test(message))
        throw (0,errors/* failure */.V2)('ssh-key-needs-passphrase', { message });
    throw (0,errors/* failure */.V2)('ssh-key-unreadable', { message });
}
// A key whose public part is another one's is refused by every server, with no word on why.
function checkPair(key) {
    const challenge = (0,external_node_crypto_.randomBytes)(32);
    const signature = key.sign(challenge);
    const isPair = !(signature instanceof Error) && key.verify(challenge, signature);
    if (!isPair)
        throw (0,errors/* failure */.V2)('ssh-key-unreadable', {
            message: 'Its private part and its public part do not belong together.',
        });
}
/**
 * Reads what logs in, without any connection.
 * @returns `ssh-ed25519 SHA256:…` of a key, or which agent there is
 * @throws {DeployKitError} `ssh-key-unreadable`, `ssh-key-needs-passphrase`
 */
async function describeLogin(login) {
    if (login.kind === 'agent')
        return `the agent at ${login.socket}`;
    const { utils } = await loadSsh2();
    const key = readPrivateKey(utils.parseKey, login);
    return `${key.type} ${fingerprintOf(key.getPublicSSH())}`;
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

;// CONCATENATED MODULE: ./build/src/ssh/outside/narrated-host.js
/**
 * The same server, with a line for each command: what it is, its arguments, how it ended, how long it took.
 * Scripts hold no secrets, and neither do their arguments; standard input is not shown.
 */
function narratedHost(host, say) {
    return {
        name: host.name,
        async run(script, args, options) {
            const started = performance.now();
            const what = `${host.name}: ${titleOf(script)} ${JSON.stringify(args)}`;
            const seconds = () => ((performance.now() - started) / 1000).toFixed(2);
            try {
                const result = await host.run(script, args, options);
                say(`${what}: status ${result.code} after ${seconds()} s`);
                return result;
            }
            catch (error) {
                say(`${what}: ${error instanceof Error ? error.message : String(error)} after ${seconds()} s`);
                throw error;
            }
        },
        close() {
            host.close();
        },
    };
}
// Our scripts say in their first comment what they do.
function titleOf(script) {
    return /^# ([^\n]*)/m.exec(script)?.[1] ?? script.slice(0, 80);
}

;// CONCATENATED MODULE: ./build/src/connect/connect-server.js





/** A server, by default the one that an action's SSH inputs name; no connection is opened yet. */
function connectServer(inputs, host = inputs.host) {
    const target = (address) => ({
        ...address,
        login: login(inputs),
        hostKeys: { knownHosts: inputs.knownHosts, fingerprints: inputs.hostFingerprint },
        connectTimeoutSeconds: inputs.connectTimeout,
    });
    const { jumpHost } = inputs;
    return new server_connection/* ServerConnection */.m5(host.host, host.user, async () => {
        const jump = jumpHost === undefined ? undefined : target(jumpHost);
        return narratedHost(await connectSsh(target(host), jump), (line) => {
            actions_reporter/* actionsReporter */.t.debug(line);
        });
    });
}
/** All servers of a deploy; the first is `host`. */
function serversOf(inputs) {
    return [inputs.host, ...(inputs.hosts ?? [])].map((host) => connectServer(inputs, host));
}
/**
 * Reads the key that logs in, without any connection.
 * @throws {DeployKitError} one of the `ssh-key-…` entries
 */
async function describeKey(inputs) {
    return describeLogin(login(inputs));
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

/***/ 2126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ lookAt),
/* harmony export */   y: () => (/* binding */ engineSilence)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _ssh_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3356);


/** A server that needs longer to say what it is will not carry a deploy. */
const lookTimeoutSeconds = 60;
/**
 * Looks at the server, in one command.
 * @throws {DeployKitError} `docker-not-answering`, `probe-failed` when that is not answered, or one of the `ssh-…` entries
 */
async function lookAt(server, { script, args, stdin, timeoutSeconds = lookTimeoutSeconds, read }) {
    const host = await server.host();
    const options = { timeoutSeconds, ...(stdin === undefined ? {} : { stdin }) };
    const answer = await host.run(script, args, options).catch((error) => {
        if (!(error instanceof _ssh_host_js__WEBPACK_IMPORTED_MODULE_1__/* .ConnectionLost */ .p))
            throw error;
        server.drop();
        throw probeFailure(server, error.message);
    });
    const silent = engineSilence(answer, server);
    if (silent !== undefined)
        throw silent;
    const facts = read(answer);
    if (facts !== undefined)
        return facts;
    const { code, stdout, stderr } = answer;
    throw probeFailure(server, `status ${code}: ${(stderr || stdout).trim().slice(0, 500)}`);
}
/** Why a script that looks has ended early: `look.sh` says when the engine does not answer it. */
function engineSilence({ stdout }, { name }) {
    const command = /^engine-silent=(.*)$/m.exec(stdout)?.[1];
    return command === undefined
        ? undefined
        : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-not-answering', { host: name, command, seconds: '20' });
}
function probeFailure({ name, user }, message) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('probe-failed', { host: name, user, message });
}


/***/ }),

/***/ 1441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ projectProblems),
/* harmony export */   KJ: () => (/* binding */ canRunCompose),
/* harmony export */   e$: () => (/* binding */ checkProjectOnServer),
/* harmony export */   i6: () => (/* binding */ checkServer),
/* harmony export */   kA: () => (/* binding */ serverRequirements)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _docker_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4643);


/** Every requirement, in the order in which a deploy names the first that is not met. */
const serverRequirements = [
    {
        name: 'docker',
        problem: dockerProblem,
        seen: (facts) => `Docker ${'version' in facts.docker ? facts.docker.version : ''}${(0,_docker_way_js__WEBPACK_IMPORTED_MODULE_1__/* .dockerWayWords */ .ZI)(facts)}`,
    },
    {
        name: 'tools',
        problem: ({ missingTools, user }, host) => {
            const tool = missingTools.find((name) => name !== 'docker');
            return tool === undefined ? undefined : toolMissing(host, user, tool);
        },
        seen: () => 'flock, setsid, tar, timeout',
    },
    {
        name: 'compose',
        needs: 'docker',
        problem: ({ compose, docker }, host) => 'error' in compose
            ? (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-missing', {
                host,
                'docker-version': 'version' in docker ? docker.version : '',
                message: compose.error,
            })
            : undefined,
        seen: ({ compose }) => ('error' in compose ? '' : `${compose.command} ${compose.version}`),
    },
    {
        name: 'deploy folder',
        problem: ({ pathError, path, user }, host) => pathError === undefined
            ? undefined
            : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('path-not-writable', { host, path, user, message: pathError }),
        seen: ({ path }) => `${path} can be written`,
    },
];
const packageOf = {
    flock: 'util-linux',
    setsid: 'util-linux',
    timeout: 'coreutils',
};
function toolMissing(host, user, tool) {
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-tool-missing', { host, tool, user, package: packageOf[tool] ?? tool });
}
function dockerProblem(facts, host) {
    const { docker, engine, user, sudoError, missingTools } = facts;
    if (missingTools.includes('docker'))
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-missing', { host, user });
    const words = 'error' in docker ? docker.error : engine;
    if (/podman/i.test(words))
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('podman-unsupported', { host, message: words.trim() });
    if (facts.contextError !== undefined)
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-context-missing', { host, user, message: facts.contextError });
    if (!(0,_docker_way_js__WEBPACK_IMPORTED_MODULE_1__/* .isOwnEngine */ .jp)(facts))
        return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-endpoint-unsupported', {
            host,
            user,
            endpoint: facts.dockerHost,
            by: facts.dockerBy,
        });
    if (!('error' in docker))
        return undefined;
    const message = docker.error;
    return /permission denied/i.test(message)
        ? (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-permission-denied', {
            host,
            user,
            message: sudoError === undefined ? message : `${message} ${sudoError}`,
        })
        : (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('docker-not-running', { host, message });
}
/**
 * Everything about the server that is known to make a deploy fail, found before any change.
 * @param host for messages
 * @throws {DeployKitError} one of the server's entries
 */
function checkServer(facts, host) {
    for (const { problem } of serverRequirements) {
        const found = problem(facts, host);
        if (found !== undefined)
            throw found;
    }
    // The requirement `compose` is met.
    return facts;
}
/** Whether Docker, Compose and the tools are there, whatever else may be wrong. */
function canRunCompose(facts) {
    return !('error' in facts.docker || 'error' in facts.compose || facts.missingTools.length > 0);
}
/**
 * What the Compose files and inputs need of the server and is not there: `server-tool-missing`,
 * `network-missing`, `volume-missing`, `compose-refers-to-missing-file`.
 */
function projectProblems({ project, pathsOnServer, healthUrls }, facts, host) {
    const file = project.files.join(', ');
    const missing = pathsOnServer.filter((path) => !facts.existing.has(path));
    return [
        ...(healthUrls.length > 0 && !facts.canAskUrls ? [toolMissing(host, facts.user, 'curl')] : []),
        ...project.externalNetworks
            .filter((name) => !facts.networks.has(name))
            .map((network) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('network-missing', { network, host, 'compose-file': file })),
        ...project.externalVolumes
            .filter((name) => !facts.volumes.has(name))
            .map((volume) => (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('volume-missing', { volume, host, 'compose-file': file })),
        ...(missing.length > 0
            ? [
                (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('compose-refers-to-missing-file', {
                    missing: missing.join(', '),
                    path: facts.path,
                }),
            ]
            : []),
    ];
}
/**
 * The same, for a deploy, which is not begun then.
 * @throws {DeployKitError} the first of the problems
 */
function checkProjectOnServer(needs, facts, host) {
    const [first] = projectProblems(needs, facts, host);
    if (first !== undefined)
        throw first;
}


/***/ }),

/***/ 4643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZI: () => (/* binding */ dockerWayWords),
/* harmony export */   jp: () => (/* binding */ isOwnEngine),
/* harmony export */   mS: () => (/* binding */ dockerWay)
/* harmony export */ });
/** How a script reaches Docker, for `use_engine`: `sudo` where it takes that, and the engine's address where it is known. */
function dockerWay({ sudo, dockerHost }) {
    return [sudo ? 'sudo' : '', dockerHost].join(' ').trim();
}
/** Which engine that is, for people; empty for the usual one. */
function dockerWayWords({ sudo, dockerHost, dockerBy, }) {
    return `${sudo ? ', through sudo' : ''}${dockerBy === '' ? '' : `, the engine at ${dockerHost} (${dockerBy})`}`;
}
/** Whether an engine at that address is one of the server itself, which has the server's files and ports. */
function isOwnEngine({ dockerHost, dockerTls, }) {
    if (dockerHost === '' || /^unix:\/\/\/[\w./@%+:,~-]+$/.test(dockerHost))
        return true;
    return /^tcp:\/\/(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(dockerHost) && !dockerTls;
}


/***/ }),

/***/ 7760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ parseServerFacts),
/* harmony export */   M: () => (/* binding */ readFacts)
/* harmony export */ });
/**
 * Reads the probe's output.
 * @returns `undefined` when it is not whole
 */
function parseServerFacts(output) {
    const facts = readFacts(output);
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
        platform: one('platform'),
        engine: one('engine') ?? '',
        compose: readCompose(one('compose'), one('compose-error')),
        dockerHost: one('docker-host') ?? '',
        dockerBy: one('docker-by') ?? '',
        dockerTls: one('docker-tls') === 'yes',
        contextError: one('context-error'),
        sudo: one('sudo') === 'yes',
        sudoError: one('sudo-error'),
        pathError: one('path-error'),
        diskFreeKilobytes: Number(one('disk-free-kb') ?? Number.NaN),
        networks: new Set(many('network')),
        volumes: new Set(many('volume')),
        existing: new Set(many('exists')),
        current: one('current'),
        currentFiles: new Map(many('file').map(readFileLine)),
        currentImages: new Map(many('image').map((line) => splitAt(line, line.indexOf(' ')))),
        holdings: many('holding').flatMap(readHolding),
        interrupted: one('interrupted'),
    };
}
/** The `key=value` lines that a script prints about a server: key → its values in their order. */
function readFacts(output) {
    const facts = new Map();
    for (const line of output.split('\n')) {
        const at = line.indexOf('=');
        if (at <= 0)
            continue;
        const key = line.slice(0, at);
        const values = facts.get(key);
        if (values === undefined)
            facts.set(key, [line.slice(at + 1)]);
        else
            values.push(line.slice(at + 1));
    }
    return facts;
}
function readCompose(found, error) {
    if (found === undefined)
        return { error: error ?? 'docker-compose: command not found' };
    const [variant, version] = splitAt(found, found.indexOf(' '));
    return { command: variant === 'plugin' ? 'docker compose' : 'docker-compose', version };
}
function readHolding(line) {
    const [service = '', kind, value = ''] = line.split(' ');
    const known = ['port', 'name', 'address', 'device', 'network'].find((name) => name === kind);
    return known === undefined ? [] : [{ service, kind: known, value: value.replace(/^\//, '') }];
}
// `<sha256> <mode> <path>`: the path may hold spaces.
function readFileLine(line) {
    const [identity, path] = splitAt(line, line.indexOf(' ', 65));
    return [path, identity];
}
function splitAt(text, index) {
    return [text.slice(0, index), text.slice(index + 1)];
}


/***/ }),

/***/ 5907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ probeServer)
/* harmony export */ });
/* harmony import */ var _look_at_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2126);
/* harmony import */ var _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3096);
/* harmony import */ var _plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7760);



/**
 * Looks at all that a deploy needs of the server.
 * @param path the deploy folder as it was given
 * @param paths relative to the deploy folder: whether they are there
 * @throws {DeployKitError} `probe-failed`, or one of the `ssh-…` entries
 */
function probeServer(server, path, paths) {
    return (0,_look_at_js__WEBPACK_IMPORTED_MODULE_0__/* .lookAt */ .t)(server, {
        script: _shell_scripts_js__WEBPACK_IMPORTED_MODULE_1__/* .probe */ .dy,
        args: [path, ...paths],
        read: ({ stdout }) => (0,_plan_server_facts_js__WEBPACK_IMPORTED_MODULE_2__/* .parseServerFacts */ .C)(stdout),
    });
}


/***/ }),

/***/ 3096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ survey),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   b6: () => (/* binding */ history),
/* harmony export */   dy: () => (/* binding */ probe),
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   ez: () => (/* binding */ prelude),
/* harmony export */   gl: () => (/* binding */ reach),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   l8: () => (/* binding */ containers),
/* harmony export */   tf: () => (/* binding */ validate),
/* harmony export */   uZ: () => (/* binding */ receive)
/* harmony export */ });
// Generated from the shell scripts in this folder by scripts/embed-shell.mjs.
const probe = "# What only one container can have: a port of the server, a name, a fixed address, a device, the server's own network,\n# and what it writes in. As\n# `SERVICE KIND VALUE ID` lines of `docker inspect`; the names in it are those of the client's types.\n# shellcheck disable=SC2016,SC2034 # the dollars are the template's own; it is used in what follows\nholdings_format='{{$own := print (index .Config.Labels \"com.docker.compose.service\")}}{{$id := .ID}}{{$own}} name {{.Name}} {{$id}}{{println}}{{range $port, $bindings := .HostConfig.PortBindings}}{{range $bindings}}{{$own}} port {{.HostIP}}/{{.HostPort}}/{{$port}} {{$id}}{{println}}{{end}}{{end}}{{range .Mounts}}{{if .RW}}{{$own}} store {{or .Name .Source}} {{$id}}{{println}}{{end}}{{end}}{{range .HostConfig.Devices}}{{$own}} device {{.PathOnHost}} {{$id}}{{println}}{{end}}{{if eq (print .HostConfig.NetworkMode) \"host\"}}{{$own}} network host {{$id}}{{println}}{{end}}{{range .NetworkSettings.Networks}}{{if .IPAMConfig}}{{if .IPAMConfig.IPv4Address}}{{$own}} address {{.IPAMConfig.IPv4Address}} {{$id}}{{println}}{{end}}{{if .IPAMConfig.IPv6Address}}{{$own}} address {{.IPAMConfig.IPv6Address}} {{$id}}{{println}}{{end}}{{end}}{{end}}'\n\n# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Looks at the server and changes nothing. Prints one `key=value` a line.\n# $1: the deploy folder; the other arguments: paths in it whose presence matters.\nset -u\nLC_ALL=C\nexport LC_ALL\npath=$1\nshift\n# shellcheck disable=SC2088 # a tilde that arrived as text\ncase $path in '~/'*) path=$HOME/${path#'~/'} ;; esac\nkit=$path/.deploy-kit\n\nfact() { printf '%s=%s\\n' \"$1\" \"$(printf '%s' \"$2\" | tr '\\n\\r' '  ')\"; }\n\nfact path \"$path\"\nfact user \"$(id -un)\"\nfact arch \"$(uname -m)\"\n[ -n \"$docker_path\" ] || fact missing docker\nfor tool in flock tar setsid timeout; do\n  command -v \"$tool\" >/dev/null 2>&1 || fact missing \"$tool\"\ndone\ncommand -v timeout >/dev/null 2>&1 || engine_client() { shift && \"$@\"; }\n\n{ command -v curl || command -v wget; } >/dev/null 2>&1 && fact http-client yes\n\nusual=unix:///var/run/docker.sock\nruntime=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}\nown=unix://$runtime/docker.sock\n\n# typed_host: the socket that DOCKER_HOST names for people alone: most start-up files end early for a command.\ntyped_host() {\n  for file in .profile .bash_profile .bash_login .bashrc .zshenv .zprofile .zshrc; do cat \"$HOME/$file\" 2>/dev/null; done |\n    sed -n -e \"s/\\$(id -u)/$(id -u)/; s/\\${\\{0,1\\}E\\{0,1\\}UID}\\{0,1\\}/$(id -u)/\" \\\n      -e \"s|\\${\\{0,1\\}XDG_RUNTIME_DIR}\\{0,1\\}|$runtime|\" \\\n      -e \"s/^[[:space:]]*export[[:space:]]\\{1,\\}DOCKER_HOST=[\\\"']\\{0,1\\}\\(unix:[A-Za-z0-9_./-]*\\)\\([\\\"';[:space:]].*\\)\\{0,1\\}$/\\1/p\" | tail -n 1\n}\n\n# find_engine: sets `endpoint`, where a `docker` that this user types leads to, and `found_by`, what says so. As the client\n# has it: DOCKER_HOST goes before the context.\nfind_engine() {\n  endpoint=${DOCKER_HOST:-} found_by=DOCKER_HOST tls=0\n  [ -z \"$endpoint\" ] || return 0\n  endpoint=$(typed_host) found_by='DOCKER_HOST in the start-up files of its shell'\n  [ -z \"$endpoint\" ] || return 0\n  if context=$(docker context inspect --format '{{.Name}}|{{.Endpoints.docker.Host}}|{{len .TLSMaterial}}' 2>&1); then\n    # Before it there may be a warning.\n    context=$(printf '%s\\n' \"$context\" | tail -n 1)\n    endpoint=${context#*|} tls=${context##*|} found_by=\"the context ${context%%|*}\"\n    endpoint=${endpoint%|*}\n    if [ \"${context%%|*}\" != default ] || [ -n \"${DOCKER_CONTEXT:-}\" ]; then return 0; fi\n  else\n    # A client without contexts, and Podman in its place, have only the usual one.\n    case $context in *ontext\\ *'not found'* | *ontext\\ *'does not exist'*) fact context-error \"$context\" ;; esac\n  fi\n  endpoint=''\n  [ ! -S \"${own#unix://}\" ] || [ -S \"${usual#unix://}\" ] || endpoint=$own found_by='the socket of its own engine'\n}\n\n# await_own: the engine of a user starts with the first login, and may not have come up yet.\nawait_own() {\n  for _ in 1 2 3 4 5 6 7 8 9 10; do\n    if [ \"$endpoint\" != \"$own\" ] || [ -S \"${own#unix://}\" ]; then return 0; fi\n    sleep 1\n  done\n}\n\nif [ -n \"$docker_path\" ]; then\n  find_engine\n  await_own\n  if [ -n \"$endpoint\" ]; then\n    fact docker-host \"$endpoint\"\n    fact docker-by \"$found_by\"\n    if [ \"$tls\" != 0 ] || [ -n \"${DOCKER_TLS_VERIFY:-}\" ]; then fact docker-tls yes; fi\n    use_engine \"$endpoint\"\n  fi\n  # A user who may not use Docker's socket may have sudo for it; with `-n` it never asks for a password.\n  socket=${endpoint:-$usual}\n  socket=${socket#unix://}\n  if [ -S \"$socket\" ] && [ ! -w \"$socket\" ] && command -v sudo >/dev/null 2>&1; then\n    if message=$(use_engine \"sudo unix://$socket\" && docker version 2>&1); then\n      fact sudo yes\n      [ -n \"$endpoint\" ] || fact docker-host \"unix://$socket\"\n      use_engine \"sudo unix://$socket\"\n    else\n      fact sudo-error \"$message\"\n    fi\n  fi\nfi\n\nlook_at_engine() {\n  if version=$(docker version --format '{{.Server.Version}} {{.Server.Os}}/{{.Server.Arch}} {{range .Server.Components}}{{.Name}} {{end}}' 2>&1); then\n    fact docker \"${version%% *}\"\n    version=${version#* }\n    fact platform \"${version%% *}\"\n    fact engine \"${version#* }\"\n  else\n    fact docker-error \"$version\"\n  fi\n}\n\nlook_at_compose() {\n  if version=$(docker compose version --short 2>&1); then\n    fact compose \"plugin $version\"\n    return\n  fi\n  fact compose-error \"$version\"\n  if command -v docker-compose >/dev/null 2>&1 && version=$(docker-compose version --short 2>&1); then\n    fact compose \"standalone $version\"\n  fi\n}\n\nlook_at_holdings() {\n  # shellcheck disable=SC2046,SC2154 # one word an id; the format stands before this script\n  docker inspect --format \"$holdings_format\" $(\n    for here in \"$path\" \"$(cd \"$path\" 2>/dev/null && pwd -P)\"; do\n      docker ps -q --filter \"label=com.docker.compose.project.working_dir=$here\" --filter label=com.docker.compose.oneoff=False\n    done | sort -u\n  ) 2>/dev/null | sed -n 's/ [0-9a-f]*$//; s/^./holding=&/p'\n}\n\nlook_at_networks() { docker network ls --format 'network={{.Name}}' 2>/dev/null; }\n\nlook_at_volumes() { docker volume ls --format 'volume={{.Name}}' 2>/dev/null; }\n\nlook_at_folder() {\n  # The nearest folder that exists tells whether the deploy folder can be made.\n  nearest=$path\n  while [ ! -e \"$nearest\" ] && [ \"$nearest\" != / ]; do nearest=$(dirname \"$nearest\"); done\n  if [ ! -d \"$nearest\" ]; then\n    fact path-error \"$nearest is not a folder\"\n  elif [ ! -w \"$nearest\" ]; then\n    fact path-error \"$(id -un) may not write in $nearest ($(ls -ld \"$nearest\"))\"\n  fi\n  fact disk-free-kb \"$(df -Pk \"$nearest\" | awk 'NR == 2 { print $4 }')\"\n\n  [ -e \"$path/.env\" ] && fact exists .env\n\n  if [ -s \"$kit/current\" ]; then\n    current=$(cat \"$kit/current\")\n    fact current \"$current\"\n    sed 's/^/file=/' \"$kit/releases/$current/files.sha256\" 2>/dev/null\n    sed 's/^/image=/' \"$kit/releases/$current/images.list\" 2>/dev/null\n  fi\n  # A transaction whose program still runs holds the lock: that one is not interrupted.\n  [ -d \"$kit/transaction\" ] && flock -n \"$kit/lock\" true && fact interrupted \"$(cat \"$kit/transaction/release\")\"\n}\n\nfor file in \"$@\"; do\n  [ -e \"$path/$file\" ] && fact exists \"$file\"\ndone\n# is_near: an engine of another machine is not asked, which may take long.\nis_near() {\n  case $endpoint in '' | unix://* | tcp://localhost* | tcp://127.* | 'tcp://[::1]'*) return 0 ;; *) return 1 ;; esac\n}\n\n# Side by side: each of them is a program that takes its time to start.\nif [ -n \"$docker_path\" ] && is_near; then\n  in_order look_at_folder look_at_engine look_at_compose look_at_networks look_at_volumes look_at_holdings\nelse\n  look_at_folder\nfi\nfact end yes\n";
const receive = "#!/bin/sh\n# Receives a release as a tar stream on standard input, starts its program detached from this\n# connection, and prints the program's events.\n# $1: the deploy folder, $2: the release id, $3: the release whose unchanged files are used again, or ''.\nset -u\nLC_ALL=C\nexport LC_ALL\npath=$1 release=$2 current=$3\nkit=$path/.deploy-kit\npart=$kit/releases/$release.part\nfolder=$kit/releases/$release\n\nrefuse() {\n  rm -rf \"$part\"\n  printf '%s\\n' \"$1\" >&2\n  exit 70\n}\n\n{ mkdir -p \"$path\" \"$kit/releases\" && chmod 755 \"$kit\" && chmod 700 \"$kit/releases\"; } ||\n  refuse \"cannot make $kit\"\nmkdir -m 700 \"$part\" || refuse \"cannot make $part\"\n# Locked for as long as the upload, and then the program or one of its commands, runs.\nexec 8>\"$part/alive\"\nflock 8\nmkdir \"$part/files\" || refuse \"cannot make $part/files\"\ntar -xpf - -C \"$part\" || refuse 'the upload was not received whole'\n[ -e \"$part/complete\" ] || refuse 'the upload was not received whole'\nif [ -s \"$part/unchanged\" ]; then\n  { tar -C \"$kit/releases/$current/files\" -cf - -T \"$part/unchanged\" || echo failed >\"$part/broken\"; } |\n    tar -C \"$part/files\" -xpf - || refuse 'the unchanged files could not be used again'\n  [ ! -e \"$part/broken\" ] || refuse 'the unchanged files could not be used again'\nfi\n: >\"$part/events.jsonl\"\n# A move would put it into a folder of that name.\n[ ! -e \"$folder\" ] || refuse \"$folder is there already\"\nmv \"$part\" \"$folder\" || refuse \"cannot make $folder\"\n\n# A clean environment: nothing that a login script sets may change what Compose reads. Which engine it is for the program\n# itself says.\nenv -i HOME=\"$HOME\" PATH=\"$PATH\" LC_ALL=C USER=\"$(id -un)\" \\\n  ${DOCKER_CONFIG+\"DOCKER_CONFIG=$DOCKER_CONFIG\"} ${XDG_RUNTIME_DIR+\"XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR\"} \\\n  setsid sh \"$folder/program.sh\" </dev/null >>\"$folder/output.log\" 2>&1 &\nexec 8>&-\n\n";
const follow = "#!/bin/sh\n# Prints the events of a program from a given line on until the program ends.\n# $1: the deploy folder, $2: the release id, $3: the first line to print (from 1).\nset -u\nfolder=$1/.deploy-kit/releases/$2\n[ -e \"$folder/events.jsonl\" ] || exit 71\n# Where tail cannot be told of changes it looks once a second, unless it takes a shorter time.\nif tail -s 0.05 -n 0 /dev/null 2>/dev/null; then\n  tail -s 0.05 -n \"+$3\" -f \"$folder/events.jsonl\" &\nelse\n  tail -n \"+$3\" -f \"$folder/events.jsonl\" &\nfi\ntail=$!\n# Blocks until the program and its commands have ended, however they ended.\nflock \"$folder/alive\" true\n# What was written last must reach the reader, who hangs up after the last event.\nsleep 2\nkill \"$tail\"\n";
const history = "# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Prints what is known of each release on the server, and changes nothing: `release=<id>` and its record,\n# a line each, then the journal. $1: the deploy folder, absolute; $2: how Docker is reached (`use_engine`).\nset -u\nLC_ALL=C\nexport LC_ALL\nkit=$1/.deploy-kit\nuse_engine \"$2\"\nimages=$(cat \"$kit/releases\"/*/images.list 2>/dev/null | cut -d ' ' -f 2 | sort -u)\n# All in one question; one more for each that it did not settle.\n# shellcheck disable=SC2086 # one word an image\nthere=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' $images 2>/dev/null </dev/null)\nmissing=$(printf '%s\\n' \"$images\" | grep -vxF -e \"$there\" | while IFS= read -r image; do\n  docker image inspect \"$image\" >/dev/null 2>&1 </dev/null || printf '%s\\n' \"$image\"\ndone)\nfor folder in \"$kit/releases\"/*/; do\n  if [ ! -e \"$folder/release.json\" ] || [ ! -e \"$folder/images.list\" ]; then continue; fi\n  id=${folder%/}\n  printf 'release=%s\\n' \"${id##*/}\"\n  printf 'record=%s\\n' \"$(tr -d '\\n' <\"$folder/release.json\")\"\n  sed 's/^/image=/' \"$folder/images.list\"\n  [ ! -e \"$folder/rollback\" ] || echo rollback-command=yes\n  [ -z \"$missing\" ] || cut -d ' ' -f 2 \"$folder/images.list\" | sort -u | grep -xF -e \"$missing\" | sed 's/^/missing=/'\ndone\n[ ! -e \"$kit/journal.jsonl\" ] || sed 's/^/journal=/' \"$kit/journal.jsonl\"\nprintf 'end=yes\\n'\n";
const compare = "# Env files by their entries: a value in quotes may have several lines.\n# Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax\n\n# Sets `key` and `value` at the first line of an entry (`first`), and `key` in the lines that belong to it.\n# shellcheck disable=SC2016 # awk's own\nenv_reader='\n  function opened(value, quote) {\n    quote = substr(value, 1, 1)\n    if (quote != \"\\\"\" && quote != \"\\047\") return \"\"\n    return closed(substr(value, 2), quote) ? \"\" : quote\n  }\n  function closed(text, quote) { gsub(/\\\\./, \"\", text); return index(text, quote) }\n  function read_line() {\n    first = quote == \"\"\n    if (!first) {\n      if (closed($0, quote)) quote = \"\"\n      return\n    }\n    key = value = \"\"\n    if (!match($0, /^[ \\t]*(export[ \\t]+)?[A-Za-z_][A-Za-z0-9_.-]*[ \\t]*([=:]|\\r?$)/)) return\n    key = substr($0, 1, RLENGTH)\n    value = substr($0, RLENGTH + 1)\n    sub(/^[ \\t]*(export[ \\t]+)?/, \"\", key)\n    sub(/[ \\t]*[=:]?\\r?$/, \"\", key)\n    sub(/^[ \\t]+/, \"\", value)\n    quote = opened(value)\n  }\n  { read_line() }'\n\n# env_keys FILE: the names in it.\nenv_keys() { awk \"$env_reader\"' first && key != \"\" { print key }' \"$1\"; }\n\n# env_without LIST FILE [entries]: the file without the entries that the list names; with `entries` without the comments, too.\nenv_without() {\n  awk -v list=\"$1\" -v entries=\"${3:-}\" '\n    BEGIN { while ((getline line <list) > 0) leave[line] }'\"$env_reader\"'\n    key in leave || (key == \"\" && entries != \"\") || /^# deploy-kit: / { next }\n    { print }' \"$2\"\n}\n\n#!/bin/sh\n# Compares the env file on the server with the lines of a release on standard input, and changes nothing. Prints\n# `added=KEY`, `removed=KEY`, `changed=KEY`, `kept=KEY`, never a value. $1: the deploy folder, absolute; $2: `yes` where\n# what no release brought is not kept.\nset -u\nLC_ALL=C\nexport LC_ALL\nenv=$1/.env\n[ -r \"$env\" ] || env=/dev/null\nbrought=$1/.deploy-kit/releases/$(cat \"$1/.deploy-kit/current\" 2>/dev/null)/env.brought\n# shellcheck disable=SC2154 # `env_reader` stands before this script\nawk -v brought=\"$brought\" -v drops=\"$2\" '\n  BEGIN { while ((getline line <brought) > 0) goes[line] }'\"$env_reader\"'\n  key == \"\" { next }\n  FILENAME == \"-\" { new[key] = (first ? \"\" : new[key] \"\\n\") $0; next }\n  { old[key] = (first ? \"\" : old[key] \"\\n\") $0 }\n  END {\n    for (key in new) if (!(key in old)) print \"added=\" key; else if (old[key] != new[key]) print \"changed=\" key\n    for (key in old) if (!(key in new)) print (key in goes || drops == \"yes\" ? \"removed=\" : \"kept=\") key\n  }\n' \"$env\" -\nprintf 'end=yes\\n'\n";
const ask = "#!/bin/sh\n# Asks a URL once, from here, with curl, or with wget (GNU's or BusyBox's) where there is none. Prints\n# `key=value` lines, then `body` and the first part of the body.\n# $1: seconds, $2: the URL, $3: `plain` when nothing but a GET is asked for.\n# Standard input: a configuration of curl, so that headers and bodies stand in no argument list.\nset -u\nLC_ALL=C\nexport LC_ALL\nfolder=$(mktemp -d) || exit 70\ntrap 'rm -rf \"$folder\"' EXIT\numask 077\nif command -v curl >/dev/null 2>&1; then\n  curl -sS --max-time \"$1\" --max-filesize 10485760 -D \"$folder/head\" -o \"$folder/body\" -w 'seconds=%{time_total}\\n' -K - 2>\"$folder/error\"\n  printf 'tool=curl\\ncode=%s\\n' $?\nelif command -v wget >/dev/null 2>&1; then\n  if [ \"$3\" != plain ]; then\n    printf 'tool=none\\nend=yes\\nbody\\n'\n    exit\n  fi\n  # BusyBox's own limit (-T) ends wget itself in some versions.\n  timeout \"$1\" wget -q -S -O \"$folder/body\" \"$2\" 2>\"$folder/head\" </dev/null\n  printf 'tool=wget\\ncode=%s\\n' $?\nelse\n  printf 'tool=none\\nend=yes\\nbody\\n'\n  exit\nfi\ntr -d '\\r' 2>/dev/null <\"$folder/head\" | head -n 200 | cut -c 1-4000 | sed 's/^ */head=/'\nhead -n 5 \"$folder/error\" 2>/dev/null | cut -c 1-500 | sed 's/^/error=/'\nprintf 'end=yes\\nbody\\n'\nhead -c 65536 \"$folder/body\" 2>/dev/null\n";
const containers = "# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Prints a line for each container of the project in a folder, one-off ones aside, from the engine's own data:\n# `container=SERVICE|ID|STATE|HEALTH|RESTARTS|EXIT CODE|RESTART POLICY|PUBLISHED PORTS|PART`, PART being `once` where\n# others of the live release wait for its end, `active` where it is of that release (or none is known), else `other`;\n# and with `ports` what each service listens to:\n# `port=SERVICE|PORT/tcp|PUBLISHED`, PUBLISHED empty where it is not.\n# $1: the folder, $2: Compose's command, $3: how Docker is reached (`use_engine`), $4: containers or ports\nset -u\nLC_ALL=C\nexport LC_ALL\nuse_engine \"$3\"\ncd \"$1\" || exit 70\n# shellcheck disable=SC2086 # `docker compose` is two words\nids=$(look_with \"$2 ps\" $2 ps -a -q) || exit 71\nif [ \"$4\" = ports ]; then\n  # Of every project: what stands in front is often another one.\n  for id in $(docker ps -q); do\n    docker inspect --format '{{$name := index .Config.Labels \"com.docker.compose.service\"}}{{if not $name}}{{$name = .Name}}{{end}}{{range $port, $bindings := .NetworkSettings.Ports}}port={{$name}}|{{$port}}|{{range $bindings}}{{.HostPort}} {{end}}{{println}}{{end}}' \"$id\"\n  done\nelse\n  live=.deploy-kit/releases/$(cat .deploy-kit/current 2>/dev/null)\n  for id in $ids; do\n    line=$(docker inspect --format '{{if ne (index .Config.Labels \"com.docker.compose.oneoff\") \"True\"}}{{index .Config.Labels \"com.docker.compose.service\"}}|{{.ID}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{len .HostConfig.PortBindings}}{{end}}' \"$id\")\n    [ -n \"$line\" ] || continue\n    part=active\n    if grep -q \"^${line%%|*} once\\( \\|$\\)\" \"$live/order\" 2>/dev/null; then\n      part=once\n    elif [ -e \"$live/services\" ] && ! grep -qxF -e \"${line%%|*}\" \"$live/services\"; then\n      part=other\n    fi\n    printf 'container=%s|%s\\n' \"$line\" \"$part\"\n  done\nfi\necho end=yes\n";
const survey = "# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Looks at what a deploy will meet on the server, and changes nothing. Prints `key=value` lines.\n# $1: the deploy folder, absolute; $2: how Docker is reached (`use_engine`). Standard input: paths in the\n# folder, one a line; those that are there and that no release has put there are printed, fifty at most.\n# Of a blue-green deploy $3 is the container of its proxy or '', $4 the file that the proxy reads; else both are ''.\nset -u\nLC_ALL=C\nexport LC_ALL\nkit=$1/.deploy-kit\nuse_engine \"$2\"\n\nfact() { printf '%s=%s\\n' \"$1\" \"$(printf '%s' \"$2\" | tr '\\n\\r' '  ')\"; }\n\n# room NAME FOLDER: kilobytes and inodes that are free in its file system.\nroom() {\n  fact \"$1-free-kb\" \"$(df -Pk \"$2\" 2>/dev/null | awk 'NR == 2 { print $4 }')\"\n  fact \"$1-inodes\" \"$(df -Pi \"$2\" 2>/dev/null | awk 'NR == 2 { print $2, $4 }')\"\n}\n\nfact now \"$(date +%s)\"\nfact system \"$(sed -n 's/^PRETTY_NAME=\"\\{0,1\\}\\([^\"]*\\)\"\\{0,1\\}$/\\1/p' /etc/os-release 2>/dev/null)\"\nawk '/^(MemAvailable|SwapFree):/ { sum += $2 } END { if (sum > 0) print \"memory-free-kb=\" sum }' /proc/meminfo 2>/dev/null\n\nroot=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)\n[ -z \"$root\" ] || room images \"$root\"\n\n# What listens: `sl local_address rem_address st`, where state 0A is LISTEN and UDP has 07.\nfor table in tcp tcp6 udp udp6; do\n  awk -v table=\"$table\" 'NR > 1 && ($4 == \"0A\" || $4 == \"07\") { print \"listens=\" table \" \" $2 }' \"/proc/net/$table\" 2>/dev/null\ndone\ndocker ps --format 'container={{.Label \"com.docker.compose.project.working_dir\"}}|{{.Label \"com.docker.compose.project\"}}|{{.Names}}|{{.Ports}}' 2>/dev/null\n\n# Linux hands what waits for Caddy's old listener to the new one only where this is 1.\nif [ -n \"$3\" ]; then\n  if docker exec \"$3\" nginx -v >/dev/null 2>&1; then\n    fact proxy nginx\n  elif docker exec \"$3\" caddy version >/dev/null 2>&1; then\n    fact proxy \"caddy $(docker exec \"$3\" cat /proc/sys/net/ipv4/tcp_migrate_req 2>/dev/null)\"\n  else\n    fact proxy ''\n  fi\nfi\nif [ -n \"$4\" ]; then\n  # shellcheck disable=SC2088 # a tilde that arrived as text\n  case $4 in\n    /*) written=$4 ;;\n    '~/'*) written=$HOME/${4#'~/'} ;;\n    *) written=$1/$4 ;;\n  esac\n  # What is not there yet a deploy makes, with its folders.\n  there=$written\n  until [ -e \"$there\" ]; do there=$(dirname \"$there\"); done\n  if [ -d \"$there\" ] && [ \"$there\" = \"$written\" ]; then\n    fact unwritable \"$written\"\n  elif [ ! -d \"$there\" ] && [ \"$there\" != \"$written\" ]; then\n    fact unwritable \"$written\"\n  elif [ ! -w \"$there\" ]; then\n    fact unwritable \"$written\"\n  fi\nfi\n\n# flock would make the file.\nif [ -e \"$kit/lock\" ] && ! flock -n \"$kit/lock\" true; then fact holder \"$(cat \"$kit/holder\" 2>/dev/null)\"; fi\nfor part in \"$kit/releases\"/*.part; do\n  if [ -e \"$part/alive\" ] && flock -n \"$part/alive\" true; then fact leftover \"${part##*/}\"; fi\ndone\nown=$kit/releases/$(cat \"$kit/current\" 2>/dev/null)/files.sha256\n[ -r \"$own\" ] || own=/dev/null\nwhile IFS= read -r file; do\n  [ ! -e \"$1/$file\" ] || printf '%s\\n' \"$file\"\ndone |\n  awk -v own=\"$own\" '\n    BEGIN { while ((getline line < own) > 0) { sub(/^[0-9a-f]+ [0-7]+ /, \"\", line); is_own[line] = 1 } }\n    !($0 in is_own)' |\n  head -n 50 | sed 's/^/foreign=/'\nfact end yes\n";
const validate = "# Env files by their entries: a value in quotes may have several lines.\n# Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax\n\n# Sets `key` and `value` at the first line of an entry (`first`), and `key` in the lines that belong to it.\n# shellcheck disable=SC2016 # awk's own\nenv_reader='\n  function opened(value, quote) {\n    quote = substr(value, 1, 1)\n    if (quote != \"\\\"\" && quote != \"\\047\") return \"\"\n    return closed(substr(value, 2), quote) ? \"\" : quote\n  }\n  function closed(text, quote) { gsub(/\\\\./, \"\", text); return index(text, quote) }\n  function read_line() {\n    first = quote == \"\"\n    if (!first) {\n      if (closed($0, quote)) quote = \"\"\n      return\n    }\n    key = value = \"\"\n    if (!match($0, /^[ \\t]*(export[ \\t]+)?[A-Za-z_][A-Za-z0-9_.-]*[ \\t]*([=:]|\\r?$)/)) return\n    key = substr($0, 1, RLENGTH)\n    value = substr($0, RLENGTH + 1)\n    sub(/^[ \\t]*(export[ \\t]+)?/, \"\", key)\n    sub(/[ \\t]*[=:]?\\r?$/, \"\", key)\n    sub(/^[ \\t]+/, \"\", value)\n    quote = opened(value)\n  }\n  { read_line() }'\n\n# env_keys FILE: the names in it.\nenv_keys() { awk \"$env_reader\"' first && key != \"\" { print key }' \"$1\"; }\n\n# env_without LIST FILE [entries]: the file without the entries that the list names; with `entries` without the comments, too.\nenv_without() {\n  awk -v list=\"$1\" -v entries=\"${3:-}\" '\n    BEGIN { while ((getline line <list) > 0) leave[line] }'\"$env_reader\"'\n    key in leave || (key == \"\" && entries != \"\") || /^# deploy-kit: / { next }\n    { print }' \"$2\"\n}\n\n# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Lets the server's Compose read the files of a tar stream on standard input, in a folder that is gone\n# afterwards. The env file is made as a deploy does: from the one in the deploy folder, and `.env.given` of the stream\n# or another one on the server, with the lines of `.env.added`.\n# $1: the deploy folder, $2: Compose's command, $3: how Docker is reached (`use_engine`), $4: the other env file or ''; then the Compose\n# files, `--`, and files of which the deploy folder's own are used.\nset -u\nLC_ALL=C\nexport LC_ALL\npath=$1 compose=$2 way=$3 base=$4\nshift 4\numask 077\n# Secrets stay in memory where they can.\nfolder=$(mktemp -d /dev/shm/deploy-kit.XXXXXX 2>/dev/null || mktemp -d) || exit 70\ntrap 'rm -rf \"$folder\"' EXIT\n# A reader that is gone is told by PIPE.\ntrap 'exit 71' HUP INT TERM PIPE\ntar -xf - -C \"$folder\" || exit 70\n# shellcheck disable=SC2088 # a tilde that arrived as text\ncase $base in '~/'*) base=$HOME/${base#'~/'} ;; esac\nif [ -e \"$folder/.env.given\" ]; then\n  base=$folder/.env.given\nelif [ -n \"$base\" ] && [ ! -r \"$base\" ]; then\n  echo \"$(id -un) cannot read the env file $base\" >&2\n  exit 72\nfi\nown=$path/.env\n[ -r \"$own\" ] || own=/dev/null\n[ -z \"$base\" ] || env_keys \"$base\" >\"$folder/.env.keys\"\nenv_keys \"$folder/.env.added\" >>\"$folder/.env.keys\"\n{ env_without \"$folder/.env.keys\" \"$own\"; [ -z \"$base\" ] || cat \"$base\"; echo; cat \"$folder/.env.added\"; } >\"$folder/.env\"\ncount=$#\nwhile [ \"$count\" -gt 0 ]; do\n  count=$((count - 1))\n  [ \"$1\" != -- ] || break\n  set -- \"$@\" -f \"$1\"\n  shift\ndone\nshift\nwhile [ \"$count\" -gt 0 ]; do\n  count=$((count - 1))\n  if [ -f \"$path/$1\" ] && [ ! -e \"$folder/$1\" ]; then\n    mkdir -p \"$(dirname \"$folder/$1\")\" && ln -s \"$path/$1\" \"$folder/$1\"\n  fi\n  shift\ndone\ncd \"$folder\" || exit 70\nuse_engine \"$way\"\nprogram=$(command -v \"${compose%% *}\")\ncase $compose in *' '*) plugin=compose ;; *) plugin= ;; esac\nengine_client 20 env -i HOME=\"$HOME\" PATH=\"$PATH\" LC_ALL=C \\\n  ${DOCKER_HOST+\"DOCKER_HOST=$DOCKER_HOST\"} \\\n  ${DOCKER_CONFIG+\"DOCKER_CONFIG=$DOCKER_CONFIG\"} ${XDG_RUNTIME_DIR+\"XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR\"} \\\n  ${docker_sudo:+sudo -n} \"$program\" ${docker_sudo:+\"--host=$DOCKER_HOST\"} ${plugin:+\"$plugin\"} -p preflight \"$@\" config -q\nstatus=$?\n[ \"$status\" -ne 137 ] || end_silent \"$compose config\"\nexit \"$status\"\n";
const reach = "# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# shellcheck shell=sh\n# Stands before each script that looks: where the engine does not answer the script ends, and says so.\nexec 7>&1\ndocker_path=$(command -v docker)\n\n# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of\n# the engine. Empty: as the client does by itself.\nuse_engine() {\n  case $1 in sudo*) docker_sudo=yes ;; esac\n  case $1 in\n    *://*)\n      DOCKER_HOST=${1#sudo }\n      export DOCKER_HOST\n      unset DOCKER_CONTEXT\n      ;;\n  esac\n}\n\n# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.\nlook_with() {\n  looked_with=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    looked_by=$1\n    shift\n    # sudo passes on no variables.\n    set -- sudo -n \"$looked_by\" \"--host=$DOCKER_HOST\" \"$@\"\n  fi\n  look_status=0\n  engine_client 20 \"$@\" || look_status=$?\n  [ \"$look_status\" -ne 137 ] || end_silent \"$looked_with\"\n  return \"$look_status\"\n}\n\nend_silent() {\n  printf 'engine-silent=%s\\n' \"$1\" >&7\n  kill $$\n}\n\ndocker() { look_with \"docker $1\" \"$docker_path\" \"$@\"; }\n\n# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this\n# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.\nin_order() {\n  if [ $# -eq 1 ]; then\n    \"$1\"\n    return\n  fi\n  in_order_first=$1\n  shift\n  \"$in_order_first\" | {\n    in_order \"$@\" 6<&- </dev/null | {\n      cat <&6\n      cat\n    }\n  } 6<&0\n}\n\n#!/bin/sh\n# Asks the registries for images as docker on the server does, without pulling them. Prints `there=IMAGE`,\n# `answered=IMAGE` or `refused=IMAGE|MESSAGE`.\n# $1: how Docker is reached (`use_engine`), $2: `plain` for a registry without encryption, $3: `account` when standard input is a\n# configuration of docker with an account; then the images that it is for, `--`, and the others, which the\n# server's own logins are for.\nset -u\nLC_ALL=C\nexport LC_ALL\n# Older clients take `manifest` for an experiment.\nDOCKER_CLI_EXPERIMENTAL=enabled\nexport DOCKER_CLI_EXPERIMENTAL\nuse_engine \"$1\"\ninsecure=\n[ \"$2\" != plain ] || insecure=--insecure\naccount=$3\nshift 3\nconfig=\nif [ -n \"$account\" ]; then\n  umask 077\n  config=$(mktemp -d /dev/shm/deploy-kit.XXXXXX 2>/dev/null || mktemp -d) || exit 70\n  trap 'rm -rf \"$config\"' EXIT\n  # A reader that is gone is told by PIPE.\n  trap 'exit 71' HUP INT TERM PIPE\n  cat >\"$config/config.json\"\nfi\n\n# reach IMAGE CONFIG\n# shellcheck disable=SC2086,SC2154 # words, and none where they are empty; look.sh sets docker_path\nreach() {\n  if docker image inspect \"$1\" >/dev/null 2>&1; then\n    printf 'there=%s\\n' \"$1\"\n  elif message=$(timeout 8 ${docker_sudo:+sudo -n} \"$docker_path\" ${docker_sudo:+\"--host=$DOCKER_HOST\"} ${2:+--config \"$2\"} manifest inspect $insecure \"$1\" 2>&1 >/dev/null); then\n    printf 'answered=%s\\n' \"$1\"\n  else\n    # A line of at most 4096 bytes arrives whole, whatever the others write (pipe(7), PIPE_BUF).\n    printf 'refused=%s|%s\\n' \"$1\" \"$(printf '%s' \"${message:-no answer within 8 s}\" | tr '\\n\\r' '  ' | cut -c 1-1000)\"\n  fi\n}\n\nfor image in \"$@\"; do\n  if [ \"$image\" = -- ]; then\n    config_of_rest=\n    continue\n  fi\n  reach \"$image\" \"${config_of_rest-$config}\" &\ndone\nwait\necho end=yes\n";
const prelude = "# shellcheck shell=sh\n# The head of each program sets path, release, version and the like.\n# shellcheck disable=SC2154\n# The fixed part of every deploy program; the steps of this release stand at its end.\n# POSIX sh (dash, BusyBox ash). Needs docker, flock, tar and timeout. It reports by one JSON line an event in\n# events.jsonl, and leaves the server with the new release or with the one before:\n#   transaction/   what was there before, kept until the release has passed\n#   current        the release that is live: its rename is the commit\n# Whoever finds a transaction of another release than `current` restores what it holds (`settle`).\nset -u\numask 022\nLC_ALL=C\nexport LC_ALL\ntrap '' HUP PIPE\n\nkit=$path/.deploy-kit\nfolder=$kit/releases/$release\ntransaction=$kit/transaction\nevents=$folder/events.jsonl\nstep_title='start'\nerror_name='internal-error'\nerror_values='\"message\":\"no step said why\"'\nundo=''\ncontainer_ids=''\nproject=''\nkept_list=$folder/kept\nprevious=''\nsettling=''\nhas_settled=''\nputting_back=''\njudged=''\ncompose_words=/dev/null\nunwell=''\nlost=''\nnothing_ran=''\nwatched=''\n\n# uptime: seconds since the server started. What is waited for must not depend on a clock that somebody sets.\nuptime() {\n  IFS=. read -r uptime_seconds _ </proc/uptime\n  printf '%s' \"$uptime_seconds\"\n}\nprogram_start=$(uptime)\n\n# hundredths: the same in hundredths of a second.\nhundredths() {\n  IFS=' .' read -r uptime_seconds uptime_rest _ </proc/uptime\n  printf '%s%s' \"$uptime_seconds\" \"$uptime_rest\"\n}\n\n# look_later START: waits until the next look, the longer the longer it has lasted: each look costs the server a program.\nlook_later() {\n  case $(($(uptime) - $1)) in\n    0 | 1) sleep 0.1 ;;\n    2 | 3 | 4 | 5 | 6 | 7 | 8 | 9) sleep 0.4 ;;\n    *) sleep 1 ;;\n  esac\n}\n\n# Docker through sudo, which never asks: everything below says `docker`, also where it replaces a shell.\nif [ -n \"$docker_sudo\" ]; then\n  mkdir -p \"$folder/bin\"\n  for tool in docker docker-compose; do\n    tool_path=$(command -v \"$tool\") || continue\n    # sudo passes on no variables.\n    printf '#!/bin/sh\\nexec sudo -n %s --host=%s \"$@\"\\n' \"$tool_path\" \"$docker_host\" >\"$folder/bin/$tool\"\n    chmod 700 \"$folder/bin/$tool\"\n  done\n  PATH=$folder/bin:$PATH\nelif [ -n \"$docker_host\" ]; then\n  # Said to every call: a configuration of its own, such as the pull's, does not know the user's context.\n  DOCKER_HOST=$docker_host\n  export DOCKER_HOST\nfi\n\n# allowed WHAT: whether the deploy was told that this may be lost.\nallowed() { case \" $allow \" in *\" $1 \"*) return 0 ;; *) return 1 ;; esac; }\n\n# --- events -------------------------------------------------------------------------------------\n\n# Standard input as the inside of JSON strings, a line each, without control characters. Of an env file that\n# Compose cannot read it quotes the value: that stays here.\njson_escape() {\n  tr -d '\\000-\\010\\013-\\037\\177' | tr '\\t' ' ' |\n    sed -e 's/\\(unterminated quoted value\\).*/\\1/' -e 's/\\(nvalid template: \\)\".*/\\1/' -e 's/\\\\/\\\\\\\\/g' -e 's/\"/\\\\\"/g'\n}\n\n# Text as one JSON string, its line breaks as spaces. Most texts are plain, and need no other program.\njson_string() {\n  case $1 in\n    *[!\\ -~]* | *[\\\"\\\\]* | *'unterminated quoted value'* | *'nvalid template'*)\n      printf '\"%s\"' \"$(printf '%s' \"$1\" | tr '\\n' ' ' | json_escape)\" ;;\n    *) printf '\"%s\"' \"$1\" ;;\n  esac\n}\n\n# event NAME [KEY VALUE]...: appends one event line.\nevent() {\n  event_line=\"{\\\"at\\\":$(date +%s),\\\"event\\\":\\\"$1\\\"\"\n  shift\n  while [ $# -ge 2 ]; do\n    event_line=\"$event_line,\\\"$1\\\":$(json_string \"$2\")\"\n    shift 2\n  done\n  printf '%s}\\n' \"$event_line\" >>\"$events\"\n}\n\n# Standard input as log events of one source (a service, a command).\nlog_lines() {\n  tail -n 200 | cut -c 1-2000 | json_escape |\n    sed -e \"s/^/{\\\"at\\\":$(date +%s),\\\"event\\\":\\\"log\\\",\\\"source\\\":$(json_string \"$1\" | sed -e 's/[\\\\/&]/\\\\&/g'),\\\"line\\\":\\\"/\" -e 's/$/\"}/' >>\"$events\"\n}\n\n# because ERROR [KEY VALUE]...: says why the step fails; the names are those of docs/runbook.md.\nbecause() {\n  error_name=$1\n  error_values=''\n  shift\n  while [ $# -ge 2 ]; do\n    error_values=\"$error_values${error_values:+,}\\\"$1\\\":$(json_string \"$2\")\"\n    shift 2\n  done\n  return 1\n}\n\n# finish OUTCOME LIVE [REASON]: the last event. LIVE is what runs now.\nfinish() {\n  values=\"\\\"at\\\":$(date +%s),\\\"event\\\":\\\"end\\\",\\\"outcome\\\":\\\"$1\\\",\\\"live\\\":$(json_string \"$2\")\"\n  if [ \"$1\" != committed ] && [ \"$1\" != settled ] && [ \"$1\" != same ]; then\n    values=\"$values,\\\"step\\\":$(json_string \"$step_title\"),\\\"error\\\":\\\"$error_name\\\",\\\"values\\\":{$error_values}\"\n  fi\n  [ $# -lt 3 ] || values=\"$values,\\\"reason\\\":$(json_string \"$3\")\"\n  forget_credentials\n  rm -rf \"$folder/trials\"\n  printf '{%s}\\n' \"$values\" >>\"$events\"\n  exit\n}\n\n# Also before each script that looks: a client of the engine waits for ever for one that does not answer.\n\n# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.\n# shellcheck disable=SC2016 # for another shell\nby_way_of='exit \"$({ { { \"$@\" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)\"'\n\n# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.\nengine_client() {\n  client_seconds=$1\n  shift\n  if [ -n \"${docker_sudo:-}\" ]; then\n    timeout -s KILL \"$client_seconds\" sh -c \"$by_way_of\" sh \"$@\" 4>&1\n  else\n    timeout -s KILL \"$client_seconds\" \"$@\"\n  fi\n}\n\n# Containers whose hash says nothing of the files: another Compose has made them than the server has now, or Compose 1,\n# whose hash is of the image's id too, before its tag moved on.\n\n# is_described FOLDER NAME: whether the files, read with the folder's words, give such a container the image and every\n# variable that it has.\nis_described() {\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.version\"}} {{.Image}} {{.Config.Image}}' \"$2\" || return 1\n  compose_version=${compose_version:-$(compose version --short 2>/dev/null)}\n  described_image=${answer#* }\n  if [ \"${answer%% *}\" = \"${compose_version#v}\" ]; then old_compose && tag_has_moved \"$1\" \"$2\" || return 1; fi\n  (\n    umask 077\n    bounded_client 60 call_compose \"$1/words\" config >\"$folder/described\" 2>\"$folder/proof.log\" </dev/null &&\n      ask_engine image inspect --format '{{range .Config.Env}}{{println .}}{{end}}' \"${described_image%% *}\" &&\n      save \"$folder/described.image\" \"$answer\" &&\n      ask_engine inspect --format '{{range .Config.Env}}{{println .}}{{end}}' \"$2\" &&\n      save \"$folder/described.env\" \"image=${described_image#* }\n$answer\" && is_all_described\n  )\n  described_status=$?\n  rm -f \"$folder/described\" \"$folder/described.image\" \"$folder/described.env\"\n  return \"$described_status\"\n}\n\n# Each line of the container's that is not its image's must stand in the files, as YAML gives it back.\nis_all_described() {\n  awk -v described=\"$folder/described\" -v image=\"$folder/described.image\" '\n    BEGIN {\n      while ((getline line <image) > 0) known[line]\n      while ((getline line <described) > 0) {\n        sub(/^ *(- )?/, \"\", line)\n        at = index(line, \": \")\n        if (at) known[substr(line, 1, at - 1) \"=\" plain(substr(line, at + 2))]\n      }\n    }\n    function plain(text, quote) {\n      quote = substr(text, 1, 1)\n      if (quote == \"\\\"\" || quote == \"\\047\") {\n        text = substr(text, 2, length(text) - 2)\n        if (quote == \"\\047\") gsub(/\\047\\047/, \"\\047\", text)\n        else gsub(/\\\\\"/, \"\\\"\", text)\n      }\n      gsub(/[$][$]/, \"$\", text)\n      return text\n    }\n    $0 != \"\" && !($0 in known) { exit found = 1 }\n    END { exit found }' \"$folder/described.env\"\n}\n\n# The engine's clients: none of them waits for ever for an engine that does not answer.\n\n# engine_answers: fails once the engine was seen to be silent. From then on this program asks it nothing more, and ends.\nengine_answers() { [ ! -e \"$folder/engine-silent\" ]; }\n\n# engine_call COMMAND...: a client that has no end of its own, such as `docker inspect`.\nengine_call() {\n  engine_answers || return 137\n  engine_status=0\n  engine_client \"$engine_limit\" \"$@\" || engine_status=$?\n  # Some clients end with that status by themselves.\n  [ \"$engine_status\" -ne 137 ] || engine_is_there 10 || hear_nothing \"$1 ${2:-}\"\n  return \"$engine_status\"\n}\n\n# engine_is_there SECONDS: whether it answers within them, be it with an error.\nengine_is_there() {\n  version_status=0\n  engine_client \"$1\" docker version >/dev/null 2>&1 </dev/null || version_status=$?\n  [ \"$version_status\" -ne 137 ]\n}\n\n# hear_nothing COMMAND: in a file, since most of it happens in shells whose variables nobody sees.\nhear_nothing() { printf '%s\\n' \"$1\" >\"$folder/engine-silent\"; }\n\n# Where these replace a shell (`exec docker`), `bounded` ends them.\ndocker() { engine_call docker \"$@\"; }\n\n# shellcheck disable=SC2086 # `docker compose` is two words\ncompose() { engine_call $compose_command \"$@\"; }\n\n# docker_each ARGUMENT...: with the words of standard input at the end; nothing where there are none.\ndocker_each() {\n  each=$(cat)\n  # shellcheck disable=SC2086 # one word an id\n  [ -z \"$each\" ] || docker \"$@\" $each </dev/null\n}\n\n# bounded_client SECONDS COMMAND...: what asks the engine again and again, such as a pull, within limits of its own. It\n# is ended too where the engine does not answer others any more.\nbounded_client() {\n  engine_answers || return 137\n  watched=$(uptime)\n  client_status=0\n  bounded \"$@\" || client_status=$?\n  watched=''\n  return \"$client_status\"\n}\n\n# watch_engine: asks it every half a minute, as patient as an ordinary call.\nwatch_engine() {\n  [ $(($(uptime) - watched)) -ge 30 ] || return 0\n  engine_is_there \"$engine_limit\" || {\n    hear_nothing 'docker version'\n    return 1\n  }\n  watched=$(uptime)\n}\n\n# Replaces its subshell, so that ending the subshell ends it.\nclient() { exec \"$@\"; }\n\n# stop_containers ID...: each gets its own stop signal and grace period.\nstop_containers() {\n  [ $# -eq 0 ] || bounded_client \"$((engine_limit + $(longest_grace \"$@\")))\" client docker stop \"$@\"\n}\n\n# longest_grace ID...: the seconds that one of them may take to stop, as the engine knows it.\nlongest_grace() {\n  grace=$(docker inspect --format '{{.Config.StopTimeout}}' \"$@\" 2>/dev/null </dev/null | sort -n | tail -n 1)\n  case $grace in '' | *[!0-9]*) grace=10 ;; esac\n  printf '%s' \"$grace\"\n}\n\n# end_silent: without the engine nothing can be restored, and each try would only wait again.\nend_silent() {\n  because docker-not-answering command \"$(cat \"$folder/engine-silent\")\" seconds \"$engine_limit\" || true\n  if [ -z \"$undo\" ]; then\n    journal unchanged \"$(current_release)\"\n    finish unchanged \"$(current_release)\"\n  fi\n  journal unknown ''\n  finish unknown '' docker-not-answering\n}\n\n# Env files by their entries: a value in quotes may have several lines.\n# Source: https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax\n\n# Sets `key` and `value` at the first line of an entry (`first`), and `key` in the lines that belong to it.\n# shellcheck disable=SC2016 # awk's own\nenv_reader='\n  function opened(value, quote) {\n    quote = substr(value, 1, 1)\n    if (quote != \"\\\"\" && quote != \"\\047\") return \"\"\n    return closed(substr(value, 2), quote) ? \"\" : quote\n  }\n  function closed(text, quote) { gsub(/\\\\./, \"\", text); return index(text, quote) }\n  function read_line() {\n    first = quote == \"\"\n    if (!first) {\n      if (closed($0, quote)) quote = \"\"\n      return\n    }\n    key = value = \"\"\n    if (!match($0, /^[ \\t]*(export[ \\t]+)?[A-Za-z_][A-Za-z0-9_.-]*[ \\t]*([=:]|\\r?$)/)) return\n    key = substr($0, 1, RLENGTH)\n    value = substr($0, RLENGTH + 1)\n    sub(/^[ \\t]*(export[ \\t]+)?/, \"\", key)\n    sub(/[ \\t]*[=:]?\\r?$/, \"\", key)\n    sub(/^[ \\t]+/, \"\", value)\n    quote = opened(value)\n  }\n  { read_line() }'\n\n# env_keys FILE: the names in it.\nenv_keys() { awk \"$env_reader\"' first && key != \"\" { print key }' \"$1\"; }\n\n# env_without LIST FILE [entries]: the file without the entries that the list names; with `entries` without the comments, too.\nenv_without() {\n  awk -v list=\"$1\" -v entries=\"${3:-}\" '\n    BEGIN { while ((getline line <list) > 0) leave[line] }'\"$env_reader\"'\n    key in leave || (key == \"\" && entries != \"\") || /^# deploy-kit: / { next }\n    { print }' \"$2\"\n}\n\n# What only one container can have: a port of the server, a name, a fixed address, a device, the server's own network,\n# and what it writes in. As\n# `SERVICE KIND VALUE ID` lines of `docker inspect`; the names in it are those of the client's types.\n# shellcheck disable=SC2016,SC2034 # the dollars are the template's own; it is used in what follows\nholdings_format='{{$own := print (index .Config.Labels \"com.docker.compose.service\")}}{{$id := .ID}}{{$own}} name {{.Name}} {{$id}}{{println}}{{range $port, $bindings := .HostConfig.PortBindings}}{{range $bindings}}{{$own}} port {{.HostIP}}/{{.HostPort}}/{{$port}} {{$id}}{{println}}{{end}}{{end}}{{range .Mounts}}{{if .RW}}{{$own}} store {{or .Name .Source}} {{$id}}{{println}}{{end}}{{end}}{{range .HostConfig.Devices}}{{$own}} device {{.PathOnHost}} {{$id}}{{println}}{{end}}{{if eq (print .HostConfig.NetworkMode) \"host\"}}{{$own}} network host {{$id}}{{println}}{{end}}{{range .NetworkSettings.Networks}}{{if .IPAMConfig}}{{if .IPAMConfig.IPv4Address}}{{$own}} address {{.IPAMConfig.IPv4Address}} {{$id}}{{println}}{{end}}{{if .IPAMConfig.IPv6Address}}{{$own}} address {{.IPAMConfig.IPv6Address}} {{$id}}{{println}}{{end}}{{end}}{{end}}'\n\n# What runs now, from the engine alone: Compose can't say where its files are broken. Each reading has three results, a\n# value, nothing, or a failure that ends the step: what could not be looked at is never taken for what is not there.\n\n# ask_engine ARGUMENT...: the engine's answer in `answer`.\nask_engine() {\n  answer=$(docker \"$@\" 2>\"$folder/engine.log\") && return 0\n  because docker-not-running message \"$(tail -n 1 \"$folder/engine.log\")\"\n}\n\n# containers_with LABEL=VALUE: the containers that have this label, one-off ones aside, in `answer`.\ncontainers_with() { ask_engine ps -a -q --no-trunc --filter label=com.docker.compose.oneoff=False --filter \"label=$1\"; }\n\n# find_live: sets `planned`, the name that Compose will give the project of this release (the last line of a key counts),\n# and `project`, the Compose project that is live, and `container_ids`, its containers, whoever started\n# them: it is the one that this release will be, or else what was started from the deploy folder under another name.\nfind_live() {\n  planned_name=$(sed -n 's/^[ ]*\\(export  *\\)\\{0,1\\}COMPOSE_PROJECT_NAME=[\"'\"'\"']\\{0,1\\}\\([A-Za-z0-9_-]*\\).*$/\\2/p' \"$folder/env\" 2>/dev/null | tail -n 1)\n  planned=${planned_name:-$(default_project)}\n  project=$(colour_of \"$(current_release)\")\n  candidates=\"$project $planned\"\n  only_project || return 1\n  # The project beside is never the live one.\n  [ ! -e \"$folder/colour\" ] || candidates=$project\n  for candidate in $candidates; do\n    containers_with \"com.docker.compose.project=$candidate\" || return 1\n    container_ids=$answer\n    if [ -n \"$container_ids\" ]; then\n      project=$candidate\n      is_of_this_folder\n      return\n    fi\n  done\n  project=''\n  # The folder as it was given, or as it is without symbolic links.\n  for here in \"$path\" \"$(cd \"$path\" && pwd -P)\"; do\n    containers_with \"com.docker.compose.project.working_dir=$here\" || return 1\n    [ -n \"$answer\" ] || continue\n    # shellcheck disable=SC2086 # one word an id\n    ask_engine inspect --format '{{.State.Running}} {{index .Config.Labels \"com.docker.compose.project\"}}' $answer || return 1\n    # What runs goes before what somebody has stopped.\n    project=$(printf '%s\\n' \"$answer\" | sort -r | head -n 1)\n    project=${project#* }\n    containers_with \"com.docker.compose.project=$project\" || return 1\n    container_ids=$answer\n    return 0\n  done\n}\n\n# only_project: before the first release, and where nothing gives it a name, there is one project in the folder, or nobody\n# can say which of them it is.\nonly_project() {\n  if [ -n \"$(current_release)\" ] || [ -n \"$planned_name\" ] || [ -e \"$folder/project\" ] || allowed project-name; then return 0; fi\n  mark \"$folder/projects\" || return 1\n  for here in \"$path\" \"$(cd \"$path\" && pwd -P)\"; do\n    ask_engine ps --filter label=com.docker.compose.oneoff=False --filter \"label=com.docker.compose.project.working_dir=$here\" --format '{{.Label \"com.docker.compose.project\"}}' || return 1\n    printf '%s\\n' \"$answer\" | grep . >>\"$folder/projects\"\n  done\n  [ \"$(sort -u \"$folder/projects\" | wc -l)\" -gt 1 ] || return 0\n  because several-projects projects \"$(sort -u \"$folder/projects\" | tr '\\n' ' ')\"\n}\n\n# is_of_this_folder: before the first release, the same name is not enough to take over what runs: it may be the site of\n# another folder.\nis_of_this_folder() {\n  [ -z \"$(current_release)\" ] || return 0\n  # shellcheck disable=SC2086 # one word an id\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.project.working_dir\"}}' $container_ids || return 1\n  other_folder=$(printf '%s\\n' \"$answer\" | grep -vxF -e \"$path\" -e \"$(cd \"$path\" && pwd -P)\" -e '' | head -n 1)\n  [ -n \"$other_folder\" ] || return 0\n  # One that was moved here is no other.\n  case $(LC_ALL=C ls -d \"$other_folder\" 2>&1) in *'No such file'*) return 0 ;; esac\n  because project-taken project \"$project\" folder \"$other_folder\"\n}\n\n# keep_name: what runs under a name that neither the release's files nor its env file give is taken over under it. Where\n# they give another one, two projects would run side by side, on the same data.\nkeep_name() {\n  if [ -e \"$folder/proxy\" ] || [ -z \"$container_ids\" ] || [ \"$project\" = \"$planned\" ]; then return 0; fi\n  if [ -n \"$planned_name\" ] || [ -e \"$folder/project\" ]; then\n    # It makes way as a whole.\n    ! allowed project-name || return 0\n    because project-renamed project \"$project\" planned \"$planned\"\n    return 1\n  fi\n  name_project \"$project\" && planned=$project\n}\n\n# default_project: the name that Compose gives the project of this release where its env file gives none.\ndefault_project() {\n  cat \"$folder/project\" 2>/dev/null || basename \"$path\" | tr '[:upper:]' '[:lower:]' | tr -cd 'a-z0-9_-'\n}\n\n# take_inventory FILE: `SERVICE|ID|IMAGE|STATE|HEALTH|NAME|REFERENCE|START` of each container of `container_ids`.\ntake_inventory() {\n  answer=''\n  # shellcheck disable=SC2086 # one word an id\n  [ -z \"$container_ids\" ] || ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}}|{{.ID}}|{{.Image}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.Name}}|{{.Config.Image}}|{{.State.StartedAt}}' $container_ids || return 1\n  save \"$1\" \"$answer${answer:+\n}\"\n}\n\n# save FILE TEXT: that and no more; the step fails where it can't be written.\nsave() {\n  save_message=$({ printf '%s' \"$2\" >\"$1\"; } 2>&1) && return 0\n  because internal-error message \"$save_message\"\n}\n\n# ran_before FIELDS: those fields of what ran at the snapshot, from the inventory.\nran_before() { awk -F'|' '$4 == \"running\"' \"$transaction/inventory\" | cut -d '|' -f \"$1\"; }\n\n# --- what can be started again --------------------------------------------------------------------\n\n# find_way_back FOLDER: proves, before anything changes, that what runs can be started again as it is: from the deploy\n# folder, as Compose reads it there or with the words that it was started with, or else from the live release's own\n# record, or else its containers are kept. FOLDER/words are the words, the last one first; with FOLDER/record it is the record, and the file is empty\n# where Compose could not even read the folder.\nfind_way_back() {\n  awk -F'|' '$4 == \"running\"' \"$1/inventory\" | while IFS='|' read -r service _ _ _ _ name _; do\n    # What the release does not speak of stays as it is.\n    ! grep -qxF -e \"$service\" \"$folder/services\" || printf '%s\\n' \"${name#/}\"\n  done >\"$1/to-start\"\n  mark \"$1/words\" || return 1\n  # A project of another name stays as it is, too.\n  if [ \"$project\" != \"$planned\" ] || [ ! -s \"$1/to-start\" ] || would_start \"$1\"; then return 0; fi\n  is_read=yes\n  if [ -n \"$previous\" ] && [ ! -e \"$path/.env\" ]; then is_read=''; fi\n  bounded_client 60 call_compose \"$1/words\" config -q >\"$folder/proof.log\" 2>&1 || is_read=''\n  # A folder that is broken is mended from the record; one that is read may be that of somebody who knew why.\n  if [ -n \"$is_read\" ] || ! has_record; then\n    note_words \"$1\" || return 1\n    if would_start \"$1\"; then return 0; fi\n  fi\n  mark \"$1/words\" && save \"$1/record\" \"$is_read\" || return 1\n  if has_record; then\n    event note title 'The deploy folder is not what runs' text \"Compose would not start release $previous from it as it is. If this deploy fails, it is started from the release's own record.\"\n    return 0\n  fi\n  rm -f \"$1/record\"\n  if can_hold \"$1\"; then return 0; fi\n  because restart-not-proven services \"$(tr '\\n' ' ' <\"$1/to-start\")\" message \"$(tail -n 1 \"$folder/proof.log\")\"\n}\n\n# would_start FOLDER: whether Compose, called with the folder's words, takes each of the containers as it stands.\nwould_start() {\n  # Its status is that of what ends with an error, too.\n  bounded_client 60 call_compose \"$1/words\" --dry-run up -d --no-build >\"$folder/proof.log\" 2>&1 || {\n    # Without such a try (before 2.17) the hashes tell, which say less of newer ones.\n    if old_compose || grep -q 'unknown flag: --dry-run' \"$folder/proof.log\"; then\n      hashes_agree \"$1\"\n      return\n    fi\n  }\n  while IFS= read -r name; do\n    grep -q \"Container $name *Running *$\" \"$folder/proof.log\" || has_moved \"$1\" \"$name\" || is_described \"$1\" \"$name\" || return 1\n  done <\"$1/to-start\"\n}\n\n# has_moved FOLDER NAME: whether a container is only another than Compose would make since its image's tag has moved\n# (`docker compose pull` without `up`): a restore gives that back first.\nhas_moved() { tag_has_moved \"$1\" \"$2\" && read_hashes \"$1\" && hash_agrees \"$2\"; }\n\ntag_has_moved() {\n  image_before=$(awk -F'|' -v name=\"/$2\" '$6 == name { print $3 \" \" $7 }' \"$1/inventory\")\n  [ \"$(docker image inspect --format '{{.Id}}' \"${image_before#* }\" 2>/dev/null </dev/null)\" != \"${image_before%% *}\" ]\n}\n\n# hashes_agree FOLDER: whether the containers carry the hashes that Compose's files have now.\nhashes_agree() {\n  read_hashes \"$1\" || return 1\n  echo 'the files give other hashes than its containers have' >\"$folder/proof.log\"\n  while IFS= read -r name; do hash_agrees \"$name\" || is_described \"$1\" \"$name\" || return 1; done <\"$1/to-start\"\n}\n\nread_hashes() { bounded_client 60 call_compose \"$1/words\" config --hash '*' >\"$folder/hashes\" 2>&1 </dev/null; }\n\nhash_agrees() {\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}} {{index .Config.Labels \"com.docker.compose.config-hash\"}}' \"$1\" &&\n    grep -qxF -e \"$answer\" \"$folder/hashes\"\n}\n\n# call_compose WORDS ARGUMENT...: replaces its subshell, so that ending the subshell ends Compose.\n# shellcheck disable=SC2086 # `docker compose` is two words\ncall_compose() {\n  cd \"$path\" || return 1\n  words=$1\n  shift\n  while IFS= read -r word; do set -- \"$word\" \"$@\"; done <\"$words\"\n  exec setsid $compose_command \"$@\"\n}\n\n# note_words FOLDER: the words that start what runs as somebody has started it, from the labels of what runs.\nnote_words() {\n  first_name=$(head -n 1 \"$1/to-start\")\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.project.config_files\"}}|{{index .Config.Labels \"com.docker.compose.project.environment_file\"}}' \"$first_name\" || return 1\n  started_files=${answer%%|*} started_env=${answer#*|}\n  {\n    if [ -n \"$started_env\" ]; then printf '%s\\n' \"$started_env\" | tr ',' '\\n' | awk '{ file[NR] = $0 } END { for (i = NR; i > 0; i--) print file[i] \"\\n--env-file\" }'; fi\n    if [ -n \"$started_files\" ]; then printf '%s\\n' \"$started_files\" | tr ',' '\\n' | awk '{ file[NR] = $0 } END { for (i = NR; i > 0; i--) print file[i] \"\\n-f\" }'; fi\n    printf '%s\\n-p\\n' \"$project\"\n  } >\"$1/words\"\n}\n\n# has_record: whether everything is there that the live release was started from.\nhas_record() {\n  recorded=$kit/releases/$previous\n  if [ -z \"$previous\" ] || [ ! -e \"$recorded/env\" ] || [ ! -e \"$recorded/pins.yml\" ] || [ ! -e \"$recorded/files.list\" ]; then return 1; fi\n  while IFS= read -r file; do\n    if [ ! -e \"$recorded/files/$file\" ] && [ ! -h \"$recorded/files/$file\" ]; then return 1; fi\n  done <\"$recorded/files.list\"\n}\n\n# The lock, who waits for whom, and what every step uses.\n\n# mark FILE: an empty file. A special built-in such as `:` would end the whole shell where it can't be written.\nmark() {\n  mark_message=$({ printf '' >\"$1\"; } 2>&1) && return 0\n  because internal-error message \"$mark_message\"\n}\n\n# replace TARGET SOURCE: puts a copy of SOURCE in TARGET's place, whole or not at all.\nreplace() { cp -p \"$2\" \"$1.new\" && mv -f \"$1.new\" \"$1\"; }\n\n# to_disk FILE...: a power cut must not undo what later steps rely on. Older sync takes no file.\nto_disk() { sync \"$@\" 2>/dev/null || sync; }\n\n# bounded SECONDS COMMAND...: ends a command that does not end by itself, with all that it started where\n# it leads a group of its own (setsid); status 124 then.\nbounded() {\n  bounded_start=$(uptime)\n  limit=$((bounded_start + $1))\n  shift\n  \"$@\" &\n  child=$!\n  while kill -0 \"$child\" 2>/dev/null; do\n    [ -z \"$watched\" ] || watch_engine || limit=0\n    if [ \"$(uptime)\" -ge \"$limit\" ]; then\n      kill -- \"-$child\" 2>/dev/null || kill \"$child\"\n      sleep 2\n      kill -9 -- \"-$child\" 2>/dev/null || kill -9 \"$child\" 2>/dev/null\n      return 124\n    fi\n    look_later \"$bounded_start\"\n  done\n  wait \"$child\"\n}\n\n# current_release: the release that is live, empty where there is none of ours.\ncurrent_release() { [ ! -e \"$kit/current\" ] || cat \"$kit/current\"; }\n\n# can_tell: whether what is live can be read. A file that is gone is made again from the journal.\ncan_tell() {\n  if [ -e \"$kit/current\" ]; then\n    current_message=$({ cat \"$kit/current\" >/dev/null; } 2>&1) && return 0\n    because path-not-writable message \"$current_message\"\n    return 1\n  fi\n  [ -e \"$kit/journal.jsonl\" ] || return 0\n  last_live=$(sed -n 's/^.*\"live\":\"\\([^\"]*\\)\".*$/\\1/p' \"$kit/journal.jsonl\" | tail -n 1)\n  if [ -z \"$last_live\" ] || [ ! -d \"$kit/releases/$last_live\" ]; then return 0; fi\n  event note title 'Which release is live was gone' text \"The journal says that it is $last_live.\"\n  save \"$kit/current\" \"$last_live\"\n}\n\n# wanted: fails once the job that wanted this release has rejected it (`end_deploy` of its `post` step).\nwanted() {\n  [ ! -e \"$folder/rejected\" ] || because release-rejected release \"$release\" reason 'The job that deployed it was cancelled or has failed.'\n}\n\n# take_lock SECONDS: the lock belongs to this process and its commands and ends with them.\ntake_lock() {\n  # A redirection of `exec` that fails would end the shell.\n  lock_message=$({ printf '' >>\"$kit/lock\"; } 2>&1) || {\n    because path-not-writable message \"$lock_message\"\n    return 1\n  }\n  exec 9>>\"$kit/lock\"\n  waited=0\n  until flock -n 9; do\n    wanted || return 1\n    if [ \"$waited\" -ge \"$1\" ]; then\n      because deploy-locked holder \"$(cat \"$kit/holder\" 2>/dev/null)\" seconds \"$waited\"\n      return 1\n    fi\n    [ $((waited % 10)) -ne 0 ] || event waiting for \"the lock, held by $(cat \"$kit/holder\" 2>/dev/null)\"\n    sleep 1\n    waited=$((waited + 1))\n  done\n  save \"$kit/holder\" \"$holder\" && can_tell\n}\n\n# end_deploy RELEASE: the program of that release stops before its next step, if it is still at work; waits for\n# its end. An upload under way becomes such a program.\nend_deploy() {\n  ending=$kit/releases/$1\n  waited=0\n  while at_work \"$ending.part\" || at_work \"$ending\"; do\n    [ ! -d \"$ending\" ] || mark \"$ending/rejected\"\n    [ $((waited % 10)) -ne 0 ] || event waiting for \"the deploy of $1 to end\"\n    sleep 1\n    waited=$((waited + 1))\n  done\n}\n\n# at_work FOLDER: whether the program of that release runs. A process that a hook has left behind is none.\nat_work() {\n  [ -e \"$1/alive\" ] && ! flock -n \"$1/alive\" true && ! grep -q '\"event\":\"end\"' \"$1/events.jsonl\" 2>/dev/null\n}\n\n# The pins of what runs, where somebody has removed them with all of .deploy-kit: `.env` names them as a Compose file,\n# and nothing that is typed in the deploy folder works without.\n\n# make_pins_again: from the containers of `container_ids`, which carry all that stood in there.\nmake_pins_again() {\n  if [ -e \"$kit/pins.yml\" ] || [ -z \"$container_ids\" ] || has_record; then return 0; fi\n  # shellcheck disable=SC2086 # one word an id\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.project.config_files\"}}|{{index .Config.Labels \"com.docker.compose.service\"}}|{{.Config.Image}}|{{index .Config.Labels \"deploy-kit.files\"}}' $container_ids || return 1\n  made_pins=$(printf '%s\\n' \"$answer\" | awk -F'|' -v pins=\"$kit/pins.yml\" '\n    !index($1, pins) || seen[$2]++ { next }\n    { text = text \"  \" $2 \":\\n\" }\n    $3 ~ /@/ { text = text \"    image: \" $3 \"\\n\" }\n    $4 != \"\" { text = text \"    labels:\\n      deploy-kit.files: \" $4 \"\\n\" }\n    END { if (text) printf \"services:\\n%s\", text }')\n  [ -n \"$made_pins\" ] || return 0\n  event note title 'The pins of what runs were gone' text \"They are made again from its containers, in $kit/pins.yml.\"\n  save \"$kit/pins.yml\" \"$made_pins\n\"\n}\n\n# Bringing back what ran before a release, and the proof that it is back.\n\nrestore_snapshot() {\n  use_reserve\n  failed_release=$kit/releases/$(cat \"$transaction/release\")\n  project=$(cat \"$transaction/project\") planned=$(cat \"$transaction/planned\")\n  cut -d '|' -f 2 \"$transaction/inventory\" >\"$folder/before-ids\" || return 1\n  nothing_ran=''\n  [ -n \"$(ran_before 2)\" ] || nothing_ran=yes\n  finish_half_recreated\n  undo_migration \"$failed_release\"\n  [ \"$project\" = \"$planned\" ] || [ -e \"$transaction/colour\" ] || remove_project \"$planned\"\n  clear_way && put_files_back || return 1\n  if [ -s \"$transaction/inventory\" ]; then\n    note_restarts\n    is_back=yes putting_back=yes compose_words=$transaction/words\n    bring_back || is_back=''\n    putting_back='' compose_words=/dev/null\n    # What came with the failed release goes, also where what ran before is not well.\n    remove_services \"$failed_release/services\" \"$transaction/services\"\n    stop_again\n    restore_proxy || return 1\n    [ -n \"$is_back\" ] || say_unwell || return 1\n  else\n    # Nothing was there: nothing is left.\n    [ -e \"$transaction/colour\" ] || remove_project \"$planned\"\n    restore_proxy || return 1\n  fi\n  # What nobody could look at is not restored.\n  engine_answers && put_found_files_back || return 1\n  cp \"$transaction/previous\" \"$kit/current.new\" && mv -f \"$kit/current.new\" \"$kit/current\" || return 1\n  # Not there or whole, at any moment: half of one would restore half.\n  rm -rf \"$transaction.part\"\n  mv \"$transaction\" \"$transaction.part\" || return 1\n  rm -rf \"$transaction.part\"\n  pass_over_rejected\n}\n\n# What is not back fails the restore; where an interrupted one is settled, whatever comes next must be able to mend it.\nsay_unwell() {\n  [ -n \"$settling\" ] || return 1\n  unwell=$lost\n  event note title 'What ran before is not back' text \"$lost. Whatever comes next must be able to mend it: this goes on.\"\n}\n\n# What a job has rejected while another release was live is never returned to.\npass_over_rejected() {\n  back=$(current_release)\n  if [ -z \"$back\" ] || [ ! -e \"$kit/releases/$back/rejected\" ] || [ ! -d \"$kit/releases/$back/before\" ]; then return 0; fi\n  event note title \"Release $back was rejected meanwhile\" text 'What ran before it is restored.'\n  mark \"$kit/releases/$back/before/rejected\" && mv \"$kit/releases/$back/before\" \"$transaction\" && restore_snapshot\n}\n\n# put_files_back: the files that what ran before is started from.\nput_files_back() {\n  while IFS= read -r file; do\n    grep -qxF -e \"$file\" \"$transaction/existing\" || rm -f \"$path/$file\"\n  done <\"$transaction/written\"\n  if [ -e \"$transaction/record\" ]; then\n    tar -C \"$transaction/start\" -cf - . | tar -C \"$path\" -xpof -\n  else\n    tar -C \"$path\" -xpof \"$transaction/before.tar\"\n  fi || because internal-error message \"the files from before could not be put back in $path\"\n}\n\n# put_found_files_back: where these are others than those that stood there, what stood there comes back over them. What\n# Compose could not read does not: it is kept with the failed release.\nput_found_files_back() {\n  [ -e \"$transaction/record\" ] || return 0\n  if [ ! -s \"$transaction/record\" ]; then\n    event note title 'The deploy folder works again' text \"Its files are those of the release that is live. What stood there before is in $failed_release/found.tar.\"\n    cp \"$transaction/before.tar\" \"$failed_release/found.tar\" || true\n    return 0\n  fi\n  tar -C \"$path\" -xpof \"$transaction/before.tar\" || because internal-error message \"the files from before could not be put back in $path\"\n}\n\n# bring_back: starts what ran before, until it runs as it did; `lost` says what does not.\nbring_back() {\n  rolled=$(cat \"$transaction/rolled\") proxies=$(cat \"$transaction/proxies\")\n  need_images || true\n  take_names_back\n  # An engine that has just started, after a power cut, may not start containers yet.\n  why_not=''\n  for attempt in 1 2 3; do\n    engine_answers || return 1\n    if is_changed; then\n      start_again || why_not=$(printf '%s' \"$error_values\" | sed -n 's/^.*\"message\":\"\\(.*\\)\"$/\\1/p')\n    elif [ \"$attempt\" -gt 1 ]; then\n      # All that can be done is done.\n      break\n    fi\n    # As long as its own file lets it take, also where the failed release was given less.\n    back_limit=$(($(uptime) + (health_timeout > 30 ? health_timeout : 30) + $(cat \"$transaction/start-seconds\" 2>/dev/null || echo 0)))\n    if wait_for_what_ran; then return 0; fi\n  done\n  lost=$lost${why_not:+ ($why_not)}\n  because restore-incomplete lost \"$lost\"\n}\n\n# look_again: what runs now, in the form of the inventory.\nlook_again() {\n  lost='it can not be seen, since the engine does not answer'\n  containers_with \"com.docker.compose.project=$project\" || return 1\n  container_ids=$answer\n  take_inventory \"$folder/inventory\"\n}\n\n# is_changed: whether of the containers from before one is gone or has stopped, or their services have others.\nis_changed() {\n  look_again || return 0\n  ! awk -F'|' '\n    NR == FNR { state[$2] = $4; known[$1] = 1; next }\n    { now[$2] = $4; if (!($2 in state) && $1 in known) exit found = 1 }\n    END {\n      if (found) exit 1\n      for (id in state)\n        if (!(id in now) || (state[id] ~ /^(running|restarting)$/ && now[id] !~ /^(running|restarting)$/)) exit 1\n    }' \"$transaction/inventory\" \"$folder/inventory\"\n}\n\n# start_again: what is there is started as it is; what rolled rolls back; what is missing, Compose makes anew.\nstart_again() {\n  # Also what was between two tries: nobody else starts again what was stopped.\n  awk -F'|' '$4 == \"running\" || $4 == \"restarting\" { print $2 }' \"$transaction/inventory\" | docker_each start >/dev/null 2>&1\n  [ -z \"$rolled\" ] || roll_back || true\n  if ! is_changed; then\n    renew_bound\n    return\n  fi\n  if [ \"$project\" != \"$planned\" ] && [ ! -e \"$transaction/colour\" ]; then return 0; fi\n  bring_back_all && renew_bound\n}\n\n# stop_again: services of which nothing ran, since somebody had stopped them: Compose has started them with the others.\nstop_again() {\n  awk -F'|' '\n    $4 == \"running\" || $4 == \"restarting\" { ran[$1] }\n    $4 == \"exited\" { stopped[$1] }\n    END { for (service in stopped) if (!(service in ran)) print service }' \"$transaction/inventory\" |\n    while IFS= read -r service; do\n      started=$(containers_of \"$service\" --filter status=running </dev/null | cut -d ' ' -f 2 |\n        docker_each inspect --format '{{.HostConfig.RestartPolicy.Name}} {{.Id}}' | awk '/^(always|unless-stopped) / { print $2 }')\n      [ -n \"$started\" ] || continue\n      event say text \"Service $service had been stopped before: it is stopped again\"\n      # shellcheck disable=SC2086 # one word an id\n      stop_containers $started >/dev/null 2>&1 </dev/null\n    done\n}\n\n# wait_for_what_ran: until it runs with the same images, as well as it did; what was started and has no healthcheck,\n# steadily.\nwait_for_what_ran() {\n  wait_start=$(uptime) last_seen=''\n  steady_from=$wait_start\n  while :; do\n    compare_with_before || return 1\n    [ \"$seen\" = \"$last_seen\" ] || steady_from=$(uptime)\n    last_seen=$seen\n    steady=$(($(uptime) - steady_from))\n    if [ -z \"$lost\" ] && { [ -z \"$unproven\" ] || [ \"$steady\" -ge \"$stable_seconds\" ]; }; then return 0; fi\n    # Nothing moves any more, and no healthcheck has yet to speak: it takes another start.\n    if [ -n \"$lost\" ] && [ \"$steady\" -ge 15 ] && ! grep -q '|starting|' \"$folder/inventory\"; then return 1; fi\n    if [ \"$(uptime)\" -ge \"$back_limit\" ]; then\n      lost=${lost:-the services do not stay up}\n      return 1\n    fi\n    look_later \"$wait_start\"\n  done\n}\n\n# compare_with_before: sets `lost`, what does not run as it did before, `unproven`, where something was started that only\n# time can prove well, and `seen`, all that runs.\ncompare_with_before() {\n  look_again || return 1\n  seen=$(cat \"$folder/inventory\")\n  lost=$(awk -F'|' '\n    NR == FNR { known[$2 \"|\" $8] }\n    $4 == \"running\" && NR == FNR { count[$1 \"|\" $3]++; healthy[$1 \"|\" $3] += $5 == \"healthy\" }\n    $4 == \"running\" && NR != FNR { now[$1 \"|\" $3]++; well[$1 \"|\" $3] += $5 == \"healthy\"; runs[$1]++ }\n    $4 == \"running\" && $5 == \"none\" && !(($2 \"|\" $8) in known) { unproven = \"yes\" }\n    END {\n      for (key in count) {\n        service = substr(key, 1, index(key, \"|\") - 1)\n        if (!runs[service]) words = \"does not run\"\n        else if (!now[key]) words = \"runs another image than before\"\n        else if (now[key] < count[key]) words = \"has fewer containers than before\"\n        else if (well[key] < healthy[key]) words = \"is not healthy\"\n        else continue\n        list = list (list == \"\" ? \"\" : \"; \") service \" \" words\n      }\n      printf \"%s|%s\", unproven, list\n    }' \"$transaction/inventory\" \"$folder/inventory\")\n  unproven=${lost%%|*} lost=${lost#*|}\n  lost=$lost$(held_and_gone \"${lost:+; }\")\n}\n\n# The snapshot: what was there before a release, all that bringing it back needs, and all that the commit needs.\n\n# Keeps a copy of everything that the release is about to write or remove.\ntake_snapshot() {\n  previous=$(current_release)\n  snapshot=$transaction.part\n  rm -rf \"$snapshot\"\n  mkdir -m 700 \"$snapshot\" && save \"$snapshot/release\" \"$release\" && save \"$snapshot/previous\" \"$previous\" &&\n    note_files \"$snapshot\" || return 1\n  find_live && keep_name && leave_blue_green && make_pins_again && take_inventory \"$snapshot/inventory\" && note_loops \"$snapshot/inventory\" && note_holdings \"$snapshot/holdings\" || return 1\n  save \"$snapshot/project\" \"$project\" && save \"$snapshot/planned\" \"$planned\" &&\n    save \"$snapshot/rolled\" \"$rolled\" && save \"$snapshot/proxies\" \"$proxies\" || return 1\n  awk -F'|' '$4 == \"running\" { print $1 }' \"$snapshot/inventory\" | sort -u >\"$snapshot/ran\" || return 1\n  {\n    cut -d '|' -f 1 \"$snapshot/inventory\"\n    [ ! -e \"$kit/releases/$previous/services\" ] || cat \"$kit/releases/$previous/services\"\n  } | sort -u >\"$snapshot/services\" || return 1\n  find_way_back \"$snapshot\" && keep_files \"$snapshot\" || return 1\n  [ ! -e \"$folder/proxy\" ] || snapshot_proxy \"$snapshot\" || return 1\n  # What rolls is restored by its containers, which may all still run.\n  for pair in $rolled; do\n    awk -F'|' -v service=\"${pair%%=*}\" '$1 == service { print $1 \" \" $2 }' \"$snapshot/inventory\"\n  done >\"$snapshot/containers\" || return 1\n  printf '%s\\n' \"$container_ids\" | waits_of | cut -d ' ' -f 2 >\"$snapshot/start-seconds\" || return 1\n  note_restarts\n  hold_images \"$snapshot\" && reserve \"$snapshot\" && prepare_commit || return 1\n  if [ -e \"$snapshot/record\" ]; then sync; else to_disk \"$snapshot\"/* \"$kit/next\" \"$snapshot\"; fi\n  mv \"$snapshot\" \"$transaction\"\n}\n\n# note_files FOLDER: the files that the release writes or removes.\nnote_files() {\n  mark \"$1/gone\" || return 1\n  if [ -n \"$previous\" ] && [ -e \"$kit/releases/$previous/files.list\" ]; then\n    grep -vxFf \"$folder/files.list\" \"$kit/releases/$previous/files.list\" >\"$1/gone\"\n  fi\n  {\n    cat \"$folder/files.list\" \"$1/gone\"\n    printf '%s\\n' ./.env ./.deploy-kit/pins.yml\n  } >\"$1/written\"\n}\n\n# keep_files FOLDER: a copy of them as they are now, and of those that start what runs where these are others.\nkeep_files() {\n  while IFS= read -r file; do\n    if [ -e \"$path/$file\" ] || [ -h \"$path/$file\" ]; then printf '%s\\n' \"$file\"; fi\n  done <\"$1/written\" >\"$1/existing\"\n  keep_message=$(tar -C \"$path\" -cf \"$1/before.tar\" -T \"$1/existing\" 2>&1) || {\n    because path-not-writable message \"$keep_message\"\n    return 1\n  }\n  [ -e \"$1/record\" ] || return 0\n  recorded=$kit/releases/$previous\n  mkdir -p \"$1/start/.deploy-kit\" &&\n    tar -C \"$recorded/files\" -cf - -T \"$recorded/files.list\" | tar -C \"$1/start\" -xpf - &&\n    cp -p \"$recorded/env\" \"$1/start/.env\" && cp -p \"$recorded/pins.yml\" \"$1/start/.deploy-kit/pins.yml\"\n}\n\n# reserve FOLDER: room on the disk for bringing everything back and for the commit, whatever else fills it meanwhile.\nreserve() {\n  room=$(($(wc -c <\"$1/before.tar\") / 512 + 4096))\n  if ! mkdir \"$1/reserve\" || ! dd if=/dev/zero of=\"$1/reserve/room\" bs=1024 count=\"$room\" 2>/dev/null; then\n    because disk-full message \"no room for $room kB in $path\"\n    return 1\n  fi\n  for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do mark \"$1/reserve/$number\" || return 1; done\n}\n\n# What was reserved is there to be used.\nuse_reserve() { rm -rf \"$transaction/reserve\"; }\n\n# Everything that the commit needs is there before the switch: it only takes another name.\nprepare_commit() { save \"$kit/next\" \"$release\"; }\n\n# The transaction: its steps, and the ways to end.\n\n# journal OUTCOME LIVE: one line for what this program did.\njournal() {\n  journal_line=$(printf '{\"at\":%s,\"release\":%s,\"kind\":\"%s\",\"outcome\":\"%s\",\"live\":%s,\"previous\":%s,\"version\":%s,\"revision\":%s,\"actor\":%s,\"run\":%s,\"seconds\":%s}' \\\n    \"$(date +%s)\" \"$(json_string \"$release\")\" \"$kind\" \"$1\" \"$(json_string \"$2\")\" \"$(json_string \"$previous\")\" \\\n    \"$(json_string \"$version\")\" \"$(json_string \"$revision\")\" \"$(json_string \"$actor\")\" \"$(json_string \"$run\")\" \\\n    \"$(($(uptime) - program_start))\")\n  journal_message=$({ printf '%s\\n' \"$journal_line\" >>\"$kit/journal.jsonl\"; } 2>&1) ||\n    event note title 'The journal could not be written' text \"$journal_message\"\n  event journal line \"$journal_line\"\n}\n\n# Settles what an earlier program left when it was killed or the server went down.\nsettle() {\n  forget_dead_programs\n  if [ -d \"$transaction\" ]; then\n    interrupted=$(cat \"$transaction/release\")\n    if [ \"$(current_release)\" = \"$interrupted\" ] && [ ! -e \"$transaction/rejected\" ]; then\n      close_transaction \"$interrupted\" \"$(cat \"$transaction/previous\")\"\n    else\n      event settle release \"$interrupted\"\n      # What ran before may be broken itself: that must not stand in the way of every release after it.\n      settling=yes\n      undo_with restore_snapshot\n      restore_snapshot || return 1\n      undo=''\n      settling=''\n      has_settled=yes\n    fi\n  fi\n  # Only now is it known which project is live.\n  forget_warm\n}\n\n# Removes what programs that were killed, or uploads that broke off, have left: above all their secrets.\nforget_dead_programs() {\n  rm -rf \"$transaction.part\"\n  for dead in \"$kit/releases\"/*/; do\n    dead=${dead%/}\n    if [ \"$dead\" = \"$folder\" ] || [ ! -e \"$dead/alive\" ] || ! flock -n \"$dead/alive\" true; then continue; fi\n    case $dead in\n      *.part) rm -rf \"$dead\" ;;\n      *) rm -rf \"$dead/docker\" \"$dead/env.base\" \"$dead/env.added\" \"$dead/trials\" ;;\n    esac\n  done\n}\n\n# close_transaction RELEASE PREVIOUS: after the commit; what was there before is kept for taking it back.\nclose_transaction() {\n  use_reserve\n  # What no release brought is not ours to remove, unless we are told to: then as `--remove-orphans` does.\n  [ -z \"$2\" ] || remove_services \"$kit/releases/$2/services\" \"$kit/releases/$1/services\" keep\n  if allowed services; then\n    cut -d ' ' -f 1 \"$kit/releases/$1/replicas\" >\"$transaction/named\" && remove_services \"$transaction/services\" \"$transaction/named\" keep\n  fi\n  leave_way \"$2\"\n  rm -rf \"$kit/releases/$1/before\"\n  mv \"$transaction\" \"$kit/releases/$1/before\"\n}\n\n# One rename commits: before it what ran before is restored, after it the release is live, whatever comes.\ncommit() {\n  wanted || abort\n  keep_warm || abort\n  say_what_stays\n  commit_message=$(mv -f \"$kit/next\" \"$kit/current\" 2>&1) || {\n    because path-not-writable message \"$commit_message\"\n    abort\n  }\n  to_disk \"$kit\"\n  close_transaction \"$release\" \"$previous\"\n  journal committed \"$release\"\n  # What fails from here on does not touch the release, which is live.\n  last_hook=after-deploy\n  [ \"$kind\" != rollback ] || last_hook=on-rollback\n  hook \"$last_hook\" || event note title \"The hook $last_hook failed\" text \"$(cat \"$folder/hook.log\")\"\n  prune\n  start_cooling\n  finish committed \"$release\"\n}\n\n# The release failed: the steps' undo commands in reverse order, then the end.\nabort() {\n  event failed step \"$step_title\" error \"$error_name\"\n  engine_answers || end_silent\n  reason=$error_name\n  if [ -z \"$undo\" ]; then\n    journal unchanged \"$(current_release)\"\n    finish unchanged \"$(current_release)\"\n  fi\n  failed_name=$error_name failed_values=$error_values\n  for command in $undo; do\n    event step title 'Restore what ran before'\n    if ! \"$command\"; then\n      engine_answers || end_silent\n      reason=${lost:-$error_name: $error_values}\n      error_name=$failed_name error_values=$failed_values\n      journal unknown ''\n      finish unknown '' \"$reason\"\n    fi\n  done\n  hook on-rollback || event note title 'The hook on-rollback failed' text \"$(cat \"$folder/hook.log\")\"\n  error_name=$failed_name error_values=$failed_values\n  journal restored \"$(current_release)\"\n  # A site that somebody had taken down is down again.\n  [ -z \"$nothing_ran\" ] || finish restored '' nothing-ran\n  finish restored \"$(current_release)\"\n}\n\n# step TITLE COMMAND...: one step of the plan.\nstep() {\n  step_title=$1\n  shift\n  step_start=$(hundredths)\n  event step title \"$step_title\"\n  wanted || abort\n  \"$@\" || abort\n  engine_answers || abort\n  step_took=$(($(hundredths) - step_start))\n  event step-done title \"$step_title\" seconds \"$(printf '%d.%02d' $((step_took / 100)) $((step_took % 100)))\"\n}\n\n# undo_with COMMAND: what a failure from here on has to do, before what was said earlier.\nundo_with() { undo=\"$1 $undo\"; }\n\n# take_back RELEASE: a committed release is rejected after all; what ran before it comes back.\ntake_back() {\n  rejected=$1\n  # Whoever comes back to it later goes on to what ran before it.\n  [ ! -d \"$kit/releases/$rejected\" ] || mark \"$kit/releases/$rejected/rejected\" || return 1\n  if [ \"$(current_release)\" != \"$rejected\" ]; then\n    # It was never live, or somebody has taken it back.\n    [ -d \"$kit/releases/$rejected/before\" ] || finish same \"$(current_release)\"\n    because release-superseded release \"$rejected\" current \"$(current_release)\"\n    return 1\n  fi\n  mark \"$kit/releases/$rejected/before/rejected\" && mv \"$kit/releases/$rejected/before\" \"$transaction\" || return 1\n  undo_with restore_snapshot\n  restore_snapshot\n}\n\n# The end of a program that only settles or takes back.\nsettled() {\n  journal settled \"$(current_release)\"\n  if [ -n \"$unwell\" ]; then finish settled \"$(current_release)\" \"$unwell\"; fi\n  finish settled \"$(current_release)\"\n}\n\n# Services outside the release that read `.env` into their containers (`env_file`). Our own lines in it change with each\n# release, and Compose would make each such container anew for that: a database, too. What one that is not touched\n# reads of them stays as it started with it, by the pins.\n\n# keep_values: adds them to the pins. `env-readers` holds `SERVICE KEY...` lines, the keys being those of ours that the\n# service's own `environment` does not set; `env-files` holds `SERVICE PATH` lines.\nkeep_values() {\n  [ -s \"$folder/env-readers\" ] || return 0\n  find_live || return 1\n  mark \"$folder/kept-values\" && mark \"$folder/renewed-once\" || return 1\n  while read -r reader keys; do\n    for id in $container_ids; do\n      ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}}{{println}}{{range .Config.Env}}{{println .}}{{end}}' \"$id\" </dev/null || return 1\n      [ \"$(printf '%s\\n' \"$answer\" | head -n 1)\" = \"$reader\" ] || continue\n      note_values </dev/null || return 1\n      break\n    done\n  done <\"$folder/env-readers\"\n  add_to_pins\n}\n\n# note_values: `SERVICE KEY VALUE` where a container has another one than it would read now; where it has none, it would\n# have to read a file without that line.\nnote_values() {\n  for key in $keys; do\n    now_value=$(value_of \"$key\" \"$folder/env\")\n    has_now=$(env_keys \"$folder/env\" | grep -cxF -e \"$key\")\n    had=$(printf '%s\\n' \"$answer\" | sed -n \"s/^$key=/=/p\" | head -n 1)\n    if [ -z \"$had\" ]; then\n      [ \"$has_now\" -eq 0 ] || printf '%s\\n' \"$reader\" >>\"$folder/renewed-once\"\n    elif [ \"$had\" != \"=$now_value\" ] || [ \"$has_now\" -eq 0 ]; then\n      printf '%s %s %s\\n' \"$reader\" \"$key\" \"${had#=}\" >>\"$folder/kept-values\"\n    fi\n  done\n}\n\n# add_to_pins: the values below their services, which the pins may name already.\nadd_to_pins() {\n  [ -s \"$folder/kept-values\" ] || return 0\n  awk '\n    NR == FNR {\n      value = substr($0, length($1) + length($2) + 3)\n      gsub(/[\\\\\"]/, \"\\\\\\\\&\", value)\n      gsub(/[$]/, \"$$\", value)\n      if (!($1 in text)) { order[++count] = $1; text[$1] = \"    environment:\\n\" }\n      text[$1] = text[$1] \"      \" $2 \": \\\"\" value \"\\\"\\n\"\n      next\n    }\n    { print }\n    /^  [^ ].*:$/ {\n      name = substr($0, 3, length($0) - 3)\n      gsub(/^\"|\"$/, \"\", name)\n      if (name in text) { printf \"%s\", text[name]; delete text[name] }\n    }\n    END { for (i = 1; i <= count; i++) if (order[i] in text) printf \"  \\\"%s\\\":\\n%s\", order[i], text[order[i]] }\n  ' \"$folder/kept-values\" \"$folder/pins.yml\" >\"$folder/pins.new\" && mv -f \"$folder/pins.new\" \"$folder/pins.yml\" && return 0\n  because internal-error message \"the pins could not be written in $folder\"\n}\n\n# The env file of the release.\n\n# stage_env: the server's own, of which only goes what the live release brought and this one lacks, or one that was\n# uploaded or lies elsewhere on the server, with what no release brought; then the lines to add, and our own keys.\nstage_env() {\n  find_env_files || return 1\n  (\n    umask 077\n    merge_env >\"$folder/env\" && rm -f \"$folder/env.base\" \"$folder/env.added\"\n  ) || because internal-error message \"the env file could not be written in $folder\" || return 1\n  [ ! -s \"$folder/env.kept\" ] || event say text \"No release brought $(tr '\\n' ' ' <\"$folder/env.kept\")in .env: kept\"\n  [ ! -s \"$folder/env.left\" ] || event say text \"The live release brought $(tr '\\n' ' ' <\"$folder/env.left\")in .env, this one does not: left out\"\n  name_project \"$(colour_of \"$(current_release)\")\" && keep_values\n}\n\n# find_env_files: sets `own`, the server's own, and `base`, what takes its place, where there is such a file.\nfind_env_files() {\n  base=$folder/env.base\n  if [ -e \"$folder/env.source\" ]; then\n    base=$(cat \"$folder/env.source\")\n    # shellcheck disable=SC2088 # a tilde that arrived as text\n    case $base in '~/'*) base=$HOME/${base#'~/'} ;; esac\n    [ -e \"$base\" ] || because env-file-unreadable file \"$base\" || return 1\n  fi\n  live=$kit/releases/$(current_release)\n  own=$path/.env\n  # Where somebody has removed it: what the live release was started with.\n  [ -e \"$own\" ] || own=$live/env\n  for file in \"$base\" \"$own\"; do\n    if [ -e \"$file\" ] && [ ! -r \"$file\" ]; then\n      because env-file-unreadable file \"$file\"\n      return 1\n    fi\n  done\n  [ -e \"$own\" ] || own=/dev/null\n}\n\n# merge_env: prints it, and notes which keys this release brings (`env.brought`), keeps and leaves out.\nmerge_env() {\n  added=$folder/env.added\n  [ -e \"$added\" ] || added=/dev/null\n  {\n    printf '%s\\n' \"$managed_keys\" | tr ' ' '\\n'\n    # Ours is written with colons.\n    echo COMPOSE_PATH_SEPARATOR\n    # The name that we have given is given anew.\n    [ -z \"$(colour_of \"$(current_release)\")\" ] || echo COMPOSE_PROJECT_NAME\n  } >\"$folder/env.ours\"\n  if [ -e \"$base\" ]; then\n    { env_keys \"$base\"; env_keys \"$added\"; } | sort -u >\"$folder/env.brought\"\n  elif [ \"$added\" = /dev/null ]; then\n    # Nothing is asked for: all stays as it is.\n    cat \"$live/env.brought\" 2>/dev/null >\"$folder/env.brought\"\n    env_without \"$folder/env.ours\" \"$own\"\n    cat \"$folder/env.managed\"\n    return\n  else\n    env_keys \"$added\" | sort -u >\"$folder/env.brought\"\n  fi\n  env_keys \"$own\" | sort -u | grep -vxFf \"$folder/env.ours\" | grep -vxFf \"$folder/env.brought\" >\"$folder/env.kept\"\n  mark \"$folder/env.left\"\n  if allowed env-keys; then\n    mv -f \"$folder/env.kept\" \"$folder/env.left\" && mark \"$folder/env.kept\"\n  elif [ -s \"$live/env.brought\" ]; then\n    grep -xFf \"$live/env.brought\" \"$folder/env.kept\" >\"$folder/env.left\"\n    grep -vxFf \"$live/env.brought\" \"$folder/env.kept\" >\"$folder/env.kept.new\"\n    mv -f \"$folder/env.kept.new\" \"$folder/env.kept\"\n  fi\n  cat \"$folder/env.ours\" \"$folder/env.left\" \"$folder/env.brought\" >\"$folder/env.out\"\n  if [ -e \"$base\" ]; then\n    env_without \"$folder/env.ours\" \"$base\"\n    env_without \"$folder/env.out\" \"$own\" entries\n  else\n    env_without \"$folder/env.out\" \"$own\"\n  fi\n  cat \"$added\" \"$folder/env.managed\"\n}\n\n# Files of the release.\n\n# Puts the release's files, env file and pins in their places.\ninstall_release() {\n  tar -C \"$folder/files\" -cf \"$folder/files.tar\" -T \"$folder/files.list\" &&\n    tar -C \"$path\" -xpof \"$folder/files.tar\" || return 1\n  rm -f \"$folder/files.tar\"\n  while IFS= read -r file; do rm -f \"$path/$file\"; done <\"$transaction/gone\"\n  replace \"$kit/pins.yml\" \"$folder/pins.yml\" && replace \"$path/.env\" \"$folder/env\" || return 1\n  # The env file may name another one.\n  project=''\n  # What was kept warm in it is this release's to take up.\n  [ ! -e \"$transaction/colour\" ] || rm -f \"$kit/warm\"\n}\n\n# Whose the deploy folder is, and what Compose reads there today, before a release takes its place.\n\n# check_folder: refuses what would be lost unsaid.\ncheck_folder() { check_owner && check_compose_files; }\n\n# check_owner: two repositories that deploy to one folder would remove each other's containers.\ncheck_owner() {\n  owner_file=$kit/releases/$(current_release)/owner\n  if [ ! -s \"$owner_file\" ] || [ ! -s \"$folder/owner\" ] || allowed owner; then return 0; fi\n  read -r their_id their_name <\"$owner_file\"\n  read -r our_id our_name <\"$folder/owner\"\n  [ \"$their_id\" = \"$our_id\" ] || because folder-owned owner \"$their_name\" repository \"$our_name\"\n}\n\n# check_compose_files: files that Compose reads there by itself, and neither this release nor the live one has: what they\n# add to the project would be gone.\ncheck_compose_files() {\n  ! allowed server-files || return 0\n  find_env_files || return 1\n  own_compose_files >\"$folder/found-files\" || return 1\n  foreign_files=$(grep -vxFf \"$folder/compose-files\" \"$folder/found-files\" | while IFS= read -r file; do\n    if [ -e \"$path/$file\" ] && ! grep -qxF -e \"./$file\" \"$kit/releases/$(current_release)/files.list\" 2>/dev/null; then printf '%s ' \"$file\"; fi\n  done)\n  [ -z \"$foreign_files\" ] || because compose-files-left files \"${foreign_files% }\" compose-files \"$(tr '\\n' ' ' <\"$folder/compose-files\")\"\n}\n\n# own_compose_files: those that a hand-typed command takes, ours aside: what COMPOSE_FILE says, else the override beside\n# the usual file, which the release replaces under whatever name.\nown_compose_files() {\n  listed=$(value_of COMPOSE_FILE \"$own\")\n  if [ -n \"$listed\" ]; then\n    separator=$(value_of COMPOSE_PATH_SEPARATOR \"$own\")\n    printf '%s\\n' \"$listed\" | tr \"${separator:-:}\" '\\n' | sed -e \"s|^$path/||\" -e 's|^\\./||' | grep -vxF -e .deploy-kit/pins.yml -e \"$kit/pins.yml\" || true\n    return\n  fi\n  for name in compose.override.yml compose.override.yaml docker-compose.override.yml docker-compose.override.yaml; do\n    [ ! -e \"$path/$name\" ] || printf '%s\\n' \"$name\"\n  done\n}\n\n# value_of KEY FILE: what an env file says, without quotes; the last line counts.\nvalue_of() {\n  awk \"$env_reader\"' first && key == \"'\"$1\"'\" { sub(/[ \\t\\r]+$/, \"\", value); gsub(/^[\"\\047]|[\"\\047]$/, \"\", value); found = value } END { print found }' \"$2\"\n}\n\n# Images: of the release, and of what ran before for as long as it may be needed again.\n\n# The registry's account, which is there as long as this program: what is restored may have to be pulled again.\nforget_credentials() { rm -rf \"$folder/docker\"; }\n\n# Replaces its subshell, so that ending the subshell ends the pull.\ndocker_pull() {\n  if [ -n \"$2\" ]; then exec docker --config \"$folder/docker\" pull -q \"$1\"; fi\n  exec docker pull -q \"$1\"\n}\n\n# pull IMAGE [account]: an image that is here already is not asked for; `account` stands for the\n# uploaded login, else the server's own counts.\npull() {\n  ! docker image inspect \"$1\" >/dev/null 2>&1 || return 0\n  for pause in 2 5 0; do\n    message=$(bounded_client \"$pull_timeout\" docker_pull \"$1\" \"${2:-}\" 2>&1) && return 0\n    # Waiting can't mend these.\n    case $message in *denied* | *unauthorized* | *'no basic auth'* | *'not found'* | *'no space left'* | *'manifest unknown'*) break ;; esac\n    engine_answers || break\n    sleep \"$pause\"\n  done\n  printf '%s\\n' \"$message\" | log_lines \"docker pull $1\"\n  because image-pull-failed image \"$1\" message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n}\n\n# hold_images FOLDER: the images of what runs and of the release survive `docker image prune --all`, since a container is\n# made of each, which is never started. FOLDER/images tells how what runs gets its own again.\nhold_images() {\n  mark \"$1/images\" || return 1\n  cut -d '|' -f 3 \"$1/inventory\" | sort -u | while IFS= read -r image; do\n    if ! digests=$(docker image inspect --format '{{range .RepoDigests}}{{.}} {{end}}' \"$image\" 2>/dev/null); then\n      event note title 'An image of what runs is gone' text \"Of $(services_of \"$image\" \"$1\"): if this deploy fails, it can only be started again while its container is there.\"\n      continue\n    fi\n    [ -n \"$digests\" ] || event say text \"The image of $(services_of \"$image\" \"$1\") ($(printf '%s' \"$image\" | cut -c 8-19)) is in no registry: once somebody removes it from this server, nothing can bring it back\"\n    printf '%s %s\\n' \"$image\" \"${digests%% *}\"\n    hold \"$image\"\n  done >\"$1/images\"\n  cut -d ' ' -f 2 \"$folder/images.list\" | sort -u | while IFS= read -r reference; do\n    if image=$(docker image inspect --format '{{.Id}}' \"$reference\" 2>/dev/null); then hold \"$image\"; fi\n  done\n}\n\nservices_of() { awk -F'|' -v image=\"$1\" '$3 == image && !seen[$1]++ { printf \"%s%s\", sep, $1; sep = \", \" }' \"$2/inventory\"; }\n\n# hold IMAGE: by its id. The labels of an image that Compose has built are those of a project's container, and its\n# volumes would be made for each container.\nhold() {\n  holder=deploy-kit-holds-$(printf '%s' \"$1\" | cut -c 8-19)-$(printf '%s' \"$path\" | cksum | cut -d ' ' -f 1)\n  ! docker inspect \"$holder\" >/dev/null 2>&1 || return 0\n  volumes=$(docker image inspect --format '{{range $place, $_ := .Config.Volumes}}--tmpfs {{$place}} {{end}}' \"$1\")\n  # shellcheck disable=SC2086 # words\n  docker create --name \"$holder\" --label \"deploy-kit.holds=$path\" --label \"deploy-kit.image=$1\" \\\n    --label com.docker.compose.project= --label com.docker.compose.service= \\\n    --network none $volumes \"$1\" nothing >/dev/null 2>\"$folder/engine.log\" </dev/null ||\n    event note title 'An image can not be held' text \"$1: $(tail -n 1 \"$folder/engine.log\")\"\n}\n\n# let_go FOLDER...: images that neither what runs nor those folders of a release need are held no longer.\nlet_go() {\n  cut -d '|' -f 3 \"$folder/inventory\" >\"$folder/held\" || return 0\n  for kept in \"$@\"; do\n    [ ! -e \"$kept/images.list\" ] || cut -d ' ' -f 2 \"$kept/images.list\" | sort -u | docker_each image inspect --format '{{.Id}}' 2>/dev/null\n    [ ! -e \"$kept/before/images\" ] || cut -d ' ' -f 1 \"$kept/before/images\"\n  done >>\"$folder/held\"\n  docker ps -a --filter \"label=deploy-kit.holds=$path\" --format '{{.ID}} {{.Label \"deploy-kit.image\"}}' |\n    while read -r id image; do grep -qxF -e \"$image\" \"$folder/held\" || docker rm \"$id\" >/dev/null 2>&1 </dev/null; done\n}\n\n# need_images: those of what ran before are here, under the names that they ran by.\nneed_images() {\n  while read -r image digest; do\n    if ! docker image inspect \"$image\" >/dev/null 2>&1 </dev/null; then\n      [ -n \"$digest\" ] || continue\n      { [ -e \"$folder/docker\" ] && pull \"$digest\" account; } || pull \"$digest\" || continue\n    fi\n    awk -F'|' -v image=\"$image\" '$3 == image { print $7 }' \"$transaction/inventory\" | sort -u | while IFS= read -r reference; do\n      case $reference in *@* | sha256:*) continue ;; esac\n      [ \"$(docker image inspect --format '{{.Id}}' \"$reference\" 2>/dev/null </dev/null)\" = \"$image\" ] || docker tag \"$image\" \"$reference\" </dev/null\n    done\n  done <\"$transaction/images\"\n}\n\n# Containers that name another one: they live in its network, IPC or PID namespace, have its volumes, or a link to it.\n# Once it was replaced (a namespace: or started again) they have hold of what is gone. Compose 2 makes them anew with it,\n# unless they say `container:`; Compose 1 forgets all but links.\n\n# renew_bound: makes those anew that have hold of what is gone.\nrenew_bound() {\n  # Again for those that name one of these.\n  for _ in 1 2 3; do\n    list_containers || return 1\n    stale_services >\"$folder/stale\" || return 1\n    [ -s \"$folder/stale\" ] || break\n    sed 's/$/ is made anew: the container that it names is gone, or was started again/' \"$folder/stale\" | log_lines compose\n    # shellcheck disable=SC2046 # one word a service\n    make --force-recreate $(cat \"$folder/stale\") || return 1\n    while IFS= read -r stale_service; do\n      start_containers \"$stale_service\" --filter status=created </dev/null || return 1\n    done <\"$folder/stale\"\n  done\n  list_containers\n}\n\nbound_format='{{index .Config.Labels \"com.docker.compose.service\"}}|{{index .Config.Labels \"com.docker.compose.oneoff\"}}|{{.State.Status}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{len .HostConfig.PortBindings}}|{{.State.StartedAt}}|{{.HostConfig.NetworkMode}} {{.HostConfig.IpcMode}} {{.HostConfig.PidMode}}|{{range .HostConfig.VolumesFrom}}{{.}} {{end}}{{range .NetworkSettings.Networks}}{{range .Links}}{{.}} {{end}}{{end}}'\n\n# Their services, a line each.\nstale_services() {\n  [ -n \"$container_ids\" ] || return 0\n  # shellcheck disable=SC2086 # one word an id\n  bound=$(docker inspect --format \"$bound_format\" $container_ids 2>&1) || {\n    because docker-not-running message \"$(printf '%s\\n' \"$bound\" | tail -n 1)\"\n    return 1\n  }\n  order_lines | cut -d ' ' -f 1 >\"$folder/ordered\"\n  printf '%s\\n' \"$bound\" | while IFS='|' read -r bound_service oneoff state exit_code policy ports started spaces named; do\n    # Compose knows no other.\n    if [ \"$oneoff\" = True ] || ! grep -qxF -e \"$bound_service\" \"$folder/ordered\"; then continue; fi\n    if [ \"$state\" = exited ] && ended_well \"$bound_service\" \"$exit_code\" \"$policy\" \"$ports\"; then continue; fi\n    for space in $spaces; do\n      case $space in container:*) is_left \"${space#container:}\" \"$started\" && printf '%s\\n' \"$bound_service\" ;; esac\n    done\n    for name in $named; do\n      is_left \"${name%%:*}\" '' && printf '%s\\n' \"$bound_service\"\n    done\n  done | sort -u\n}\n\n# is_left CONTAINER SINCE: whether it is gone, or was started again after SINCE.\nis_left() {\n  owner_started=$(docker inspect --format '{{.State.StartedAt}}' \"$1\" 2>&1 </dev/null) || {\n    case $owner_started in *'o such'*) return 0 ;; *) return 1 ;; esac\n  }\n  [ -n \"$2\" ] || return 1\n  # Without their Z they are in the order of time: a fraction has as many digits as it needs.\n  [ \"$(printf '%s\\n%s\\n' \"${2%Z}\" \"${owner_started%Z}\" | sort | tail -n 1)\" != \"${2%Z}\" ]\n}\n\n# The containers: starting them, and whether they are healthy.\n\n# compose_up SOURCE [ARGUMENT]...: starts what the project folder describes.\ncompose_up() {\n  source=$1\n  shift\n  up_logged \"$source\" -d \"$@\" && list_containers\n}\n\n# up_logged SOURCE ARGUMENT...: `compose up` with these.\nup_logged() {\n  # What is done to containers from here on is our own doing.\n  wait_start=''\n  compose_status=0\n  source=$1\n  shift\n  set_start_limit\n  bounded_client \"$start_limit\" call_compose \"$compose_words\" up --no-build \"$@\" >\"$folder/compose.log\" 2>&1 || compose_status=$?\n  log_lines \"$source\" <\"$folder/compose.log\"\n  [ \"$compose_status\" -eq 0 ] || explain_compose_failure \"$compose_status\"\n}\n\n# A container that failed explains more than Compose's own last line.\nexplain_compose_failure() {\n  list_containers || return 1\n  look_at_containers || return 1\n  if [ \"$1\" -eq 124 ]; then\n    because compose-up-timeout command \"$compose_command up -d\" limit \"$start_limit\" health-timeout \"$health_timeout\" \\\n      waits \"$limit_waits\" stops \"$limit_stops\" message \"$(tail -n 1 \"$folder/compose.log\")\"\n    return 1\n  fi\n  because compose-up-failed command \"$compose_command up -d\" status \"$1\" message \"$(tail -n 1 \"$folder/compose.log\")\"\n}\n\n# `.ID`, not `.Id`: a name that the client's own type lacks makes it fall back to raw data, in which\n# a container without a healthcheck is an error.\ncontainer_format='{{.ID}}|{{index .Config.Labels \"com.docker.compose.service\"}}|{{index .Config.Labels \"com.docker.compose.oneoff\"}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{.State.StartedAt}}|{{.Image}}|{{len .HostConfig.PortBindings}}'\n\n# without_aside: of ids on standard input those that have not made way for the release.\nwithout_aside() {\n  if [ -n \"$putting_back\" ] || [ ! -e \"$transaction/made-way\" ]; then\n    cat\n    return\n  fi\n  cut -d ' ' -f 2 \"$transaction/made-way\" >\"$folder/aside\"\n  grep -vxFf \"$folder/aside\"\n}\n\n# list_containers: those of the project, in `container_ids`.\nlist_containers() {\n  container_ids=''\n  set_project || return 1\n  [ -n \"$project\" ] || return 0\n  containers_with \"com.docker.compose.project=$project\" || return 1\n  container_ids=$(printf '%s\\n' \"$answer\" | without_aside)\n  set_judged\n}\n\n# Compose's name for the project, as its containers carry it; empty while it has none.\nset_project() {\n  [ -z \"$project\" ] || return 0\n  if ! first_container=$(cd \"$path\" && compose ps -a -q 2>\"$folder/engine.log\"); then\n    because compose-file-invalid file \"$path/compose.yml\" message \"$(tail -n 1 \"$folder/engine.log\")\"\n    return 1\n  fi\n  [ -n \"$first_container\" ] || return 0\n  ask_engine inspect --format '{{index .Config.Labels \"com.docker.compose.project\"}}' \"$(printf '%s\\n' \"$first_container\" | head -n 1)\" || return 1\n  project=$answer\n}\n\n# containers_of SERVICE [FILTER]...: `SERVICE ID` lines, one-off containers aside, also when no Compose\n# file names the service any more.\ncontainers_of() {\n  set_project || return 1\n  [ -n \"$project\" ] || return 0\n  service=$1\n  shift\n  docker ps -a -q --no-trunc \"$@\" --filter \"label=com.docker.compose.project=$project\" \\\n    --filter \"label=com.docker.compose.service=$service\" --filter label=com.docker.compose.oneoff=False |\n    without_aside | sed \"s/^/$service /\"\n}\n\n# The project's containers from the engine's own data: the same over every Compose and locale.\ninspect_containers() {\n  [ -n \"$container_ids\" ] || return 0\n  # shellcheck disable=SC2086 # one word an id\n  docker inspect --format \"$container_format\" $container_ids 2>/dev/null\n}\n\n# Fails when one that is judged has ended or is beyond hope; says which, with its last lines.\n# Sets `pending` (what is not ready yet), `unchecked` (the services without a healthcheck) and `signature`.\nlook_at_containers() {\n  pending='' unchecked='' signature=''\n  # A container that cannot be inspected is never taken for a healthy one.\n  containers=$(inspect_containers) || {\n    foreign=$(done_by_others)\n    case $foreign in removed\\ *) because container-disturbed service \"${foreign#* }\" what removed; return 1 ;; esac\n    pending=' services (not all can be inspected)'\n  }\n  containers=$(printf '%s\\n' \"$containers\" | judged_only)\n  [ -n \"$containers\" ] || [ \"$judged\" = '- ' ] || pending=' services (without a container)'\n  engine_answers || return 1\n  while IFS='|' read -r id service oneoff state health restarts exit_code policy started _ ports; do\n    if [ -z \"$id\" ] || [ \"$oneoff\" = True ]; then continue; fi\n    signature=\"$signature $id:$state:$started\"\n    case $state in\n      running)\n        case $health in\n          healthy) ;;\n          none) unchecked=\"$unchecked $service\" ;;\n          unhealthy)\n            if ! may_end \"$service\"; then\n              show_unwell\n              blame \"$id\" \"$service\" container-unhealthy service \"$service\" seconds \"$(seconds_waited)\" health \"$health\"\n              return 1\n            fi\n            pending=\"$pending $service ($health)\"\n            ;;\n          *) pending=\"$pending $service ($health)\" ;;\n        esac\n        ;;\n      exited)\n        if ! ended_well \"$service\" \"$exit_code\" \"$policy\" \"$ports\"; then\n          show_unwell\n          blame \"$id\" \"$service\" container-exited service \"$service\" status \"$exit_code\"\n          return 1\n        fi\n        ;;\n      dead | removing)\n        show_unwell\n        blame \"$id\" \"$service\" container-exited service \"$service\" status \"$exit_code\"\n        return 1\n        ;;\n      *) pending=\"$pending $service ($state)\" ;;\n    esac\n    if [ \"$restarts\" -ge $(($(baseline_of \"$id\") + 3)) ]; then\n      show_unwell\n      because container-restart-loop service \"$service\" status \"$exit_code\" restarts \"$restarts\"\n      return 1\n    fi\n  done <<CONTAINERS\n$containers\nCONTAINERS\n}\n\n# ended_well SERVICE STATUS POLICY PORTS: it did its work and ended (a migration, an init container). Its image's\n# healthcheck is for other containers of it. Unless others wait for its end, what is to serve, or ran when the release\n# began, must not end.\nended_well() {\n  if [ \"$2\" -eq 0 ] && [ \"$(kind_of \"$1\")\" = once ]; then return 0; fi\n  if [ \"$2\" -ne 0 ] || [ \"$3\" = always ] || [ \"$3\" = unless-stopped ] || [ \"$4\" -gt 0 ]; then return 1; fi\n  ! grep -qxF -e \"$1\" \"$transaction/ran\" 2>/dev/null\n}\n\n# may_end SERVICE: one that is at work still and may end well, whatever its image's healthcheck says of it.\nmay_end() {\n  case $(kind_of \"$1\") in\n    once) return 0 ;;\n    ends) ! grep -qxF -e \"$1\" \"$transaction/ran\" 2>/dev/null ;;\n    *) return 1 ;;\n  esac\n}\n\n# The first service that was started again; where none was, those that have no healthcheck.\nrestarted_service() {\n  printf '%s\\n' \"$containers\" | while IFS='|' read -r id service _ _ _ restarts _; do\n    if [ -n \"$id\" ] && [ \"$restarts\" -gt \"$(baseline_of \"$id\")\" ]; then\n      printf '%s' \"$service\"\n      break\n    fi\n  done | grep . || printf '%s' \"${unchecked# }\"\n}\n\n# id_of SERVICE: its container, as it was seen last; the first of several.\nid_of() { printf '%s\\n' \"$containers\" | awk -F'|' -v service=\"$1\" '$2 == service { print $1; exit }'; }\n\nseconds_waited() { echo $(($(uptime) - ${wait_start:-$(uptime)})); }\n\n# A container that this deploy did not touch may have restarted long ago: only new restarts count.\nbaseline_of() {\n  case \" ${restart_baseline:-} \" in\n    *\" $1=\"*) printf '%s' \"${restart_baseline#*\"$1=\"}\" | sed 's/ .*//' ;;\n    *) echo 0 ;;\n  esac\n}\n\n# Remembers the restart counts of what runs before the switch.\nnote_restarts() {\n  restart_baseline=$(inspect_containers | awk -F'|' '{ printf \"%s=%s \", $1, $6 }')\n}\n\n# The last lines of every container that is not well: the one that is named may suffer from another.\nshow_unwell() {\n  printf '%s\\n' \"$containers\" | while IFS='|' read -r id service oneoff state health restarts exit_code policy _ _ ports; do\n    if [ -z \"$id\" ] || [ \"$oneoff\" = True ]; then continue; fi\n    case $state:$health:$exit_code in\n      running:healthy:* | running:none:*) [ \"$restarts\" -gt \"$(baseline_of \"$id\")\" ] || continue ;;\n      exited:*:0) ! ended_well \"$service\" 0 \"$policy\" \"$ports\" || continue ;;\n    esac\n    show_last_lines \"$id\" \"$service\"\n  done\n}\n\nshow_last_lines() {\n  docker logs --tail 20 \"$1\" 2>&1 | log_lines \"$2\"\n  docker inspect --format '{{if .State.Health}}{{range .State.Health.Log}}{{.Output}}{{end}}{{end}}' \"$1\" 2>/dev/null |\n    grep -v '^ *$' | tail -n 3 | log_lines \"$2 (healthcheck)\"\n}\n\n# wait_healthy SECONDS STABLE: every container healthy; those without a healthcheck running and\n# unchanged for STABLE seconds.\nwait_healthy() {\n  wait_start=$(uptime)\n  stable_from=$wait_start\n  last_signature='' last_line=$wait_start\n  while :; do\n    look_at_containers || return 1\n    now=$(uptime)\n    [ \"$signature\" = \"$last_signature\" ] || stable_from=$now\n    last_signature=$signature\n    if [ -z \"$pending\" ]; then\n      if [ -z \"$unchecked\" ] || [ $((now - stable_from)) -ge \"$2\" ]; then return 0; fi\n    fi\n    if [ $((now - wait_start)) -ge \"$1\" ]; then\n      show_unwell\n      if [ -z \"$pending\" ]; then\n        disturbed=$(restarted_service)\n        blame \"$(id_of \"$disturbed\")\" \"$disturbed\" container-not-steady service \"$disturbed\" seconds \"$((now - wait_start))\" stable \"$2\"\n        return 1\n      fi\n      first=${pending# }\n      health=${first#*\\(}\n      blame \"$(id_of \"${first%% *}\")\" \"${first%% *}\" container-unhealthy service \"${first%% *}\" seconds \"$((now - wait_start))\" health \"${health%%)*}\"\n      return 1\n    fi\n    if [ $((now - last_line)) -ge 10 ]; then\n      last_line=$now\n      event waiting for \"${pending:-the services to stay up}\"\n    fi\n    look_later \"$wait_start\"\n  done\n}\n\n# wait_urls SECONDS URL...: until each answers without an error status.\nwait_urls() {\n  url_limit=$(($(uptime) + $1))\n  url_start=$(uptime)\n  shift\n  for url in \"$@\"; do\n    until message=$(ask_url \"$url\" 2>&1); do\n      # A container that ends meanwhile explains more.\n      look_at_containers || return 1\n      if [ \"$(uptime)\" -ge \"$url_limit\" ]; then\n        because health-url-failed url \"$url\" seconds \"$(($(uptime) - url_start))\" message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n        return 1\n      fi\n      sleep 0.5\n    done\n  done\n}\n\nask_url() {\n  if command -v curl >/dev/null 2>&1; then\n    curl -g -sS -f -o /dev/null --max-time 5 \"$1\"\n  else\n    # BusyBox's own limit (-T) ends wget itself in some versions.\n    bounded 5 ask_with_wget \"$1\"\n  fi\n}\n\n# Replaces its subshell, so that ending the subshell ends it.\nask_with_wget() { exec wget -q -O /dev/null \"$1\"; }\n\n# check_images SERVICE=IMAGE...: what each container really runs, as wait_healthy saw it last, compared\n# with the release.\ncheck_images() {\n  expected=$(for pin in \"$@\"; do printf '%s\\n' \"${pin#*=}\"; done | docker_each image inspect --format '{{.Id}}' 2>&1) || {\n    because docker-not-running message \"$(printf '%s\\n' \"$expected\" | tail -n 1)\"\n    return 1\n  }\n  wrong=$({\n    for pin in \"$@\"; do printf 'pin|%s\\n' \"${pin%%=*}\"; done\n    printf '%s\\n' \"$expected\" | sed 's/^/expected|/'\n    printf '%s\\n' \"$containers\"\n  } | awk -F'|' '\n    $1 == \"pin\" { service[++pins] = $2; next }\n    $1 == \"expected\" { image[service[++images]] = $2; next }\n    $2 in image && $3 != \"True\" && $10 != image[$2] { print $2 \"|\" $10 \"|\" image[$2]; exit }')\n  [ -n \"$wrong\" ] || return 0\n  running=${wrong#*|}\n  because wrong-image-running service \"${wrong%%|*}\" running \"${running%|*}\" expected \"${running#*|}\"\n}\n\n# remove_services OLD NEW [keep]: removes the containers of services that only the first list names. With `keep` one that\n# has a volume without a name is only stopped: nothing else leads to what is in there.\nremove_services() {\n  [ -s \"$1\" ] || return 0\n  grep -vxFf \"$2\" \"$1\" | while IFS= read -r service; do\n    containers_of \"$service\" | while read -r _ id; do\n      stop_containers \"$id\" >/dev/null 2>&1\n      if [ \"${3:-}\" = keep ] && has_unnamed_volume \"$id\"; then\n        # Else a restart of the engine would start it.\n        docker update --restart no \"$id\" >/dev/null 2>&1 </dev/null\n        event say text \"Service $service is not in the release any more. Its container $(printf '%s' \"$id\" | cut -c 1-12) is stopped and stays, since it has a volume without a name; to give that up: docker rm -v $(printf '%s' \"$id\" | cut -c 1-12)\"\n        continue\n      fi\n      docker rm -f \"$id\" 2>&1 </dev/null | log_lines \"$service\"\n    done\n  done\n}\n\n# has_unnamed_volume ID\nhas_unnamed_volume() {\n  docker inspect --format '{{range .Mounts}}{{println .Name}}{{end}}' \"$1\" 2>/dev/null </dev/null | grep -qx '[0-9a-f]\\{64\\}'\n}\n\n# What runs and could not be started again, since nothing on the server describes it (variables that were only in\n# somebody's shell), keeps its containers: stopped, and beside those of the release, until the commit.\n\n# can_hold FOLDER: whether that is possible; FOLDER/held are its containers, `SERVICE ID NAME` each.\ncan_hold() {\n  # It could not start the release's containers without starting these.\n  if old_compose; then return 1; fi\n  while IFS='|' read -r service id _ _ _ name _; do\n    ! grep -qxF -e \"$service\" \"$folder/services\" || printf '%s %s %s\\n' \"$service\" \"$id\" \"${name#/}\"\n  done <\"$1/inventory\" >\"$1/held\"\n  # A name can't be given twice, and an anonymous volume goes to what takes a container's place alone.\n  named=$(awk 'NR == FNR { held[$1]; next } $2 == \"name\" && ($1 in held)' \"$1/held\" \"$folder/claims\" | wc -l)\n  # shellcheck disable=SC2046 # one word an id\n  ask_engine inspect --format '{{range .Mounts}}{{.Name}} {{end}}' $(cut -d ' ' -f 2 \"$1/held\") || return 1\n  if [ \"$named\" -eq 0 ] && ! printf '%s\\n' \"$answer\" | tr ' ' '\\n' | grep -qx '[0-9a-f]\\{64\\}'; then\n    event note title 'What runs is described by no file' text \"Compose would not start $(tr '\\n' ' ' <\"$1/to-start\")as it stands; it may have variables that are in no file. Its containers are kept, stopped, until the new ones are healthy. Once the release is live, nothing can bring them back: put what the project needs into its files.\"\n    return 0\n  fi\n  rm -f \"$1/held\"\n  return 1\n}\n\n# is_held: whether this release starts beside what is held.\nis_held() { [ -e \"$transaction/held\" ] && [ -z \"$putting_back\" ]; }\n\n# set_aside: what is held makes way for all of the release.\nset_aside() {\n  while read -r service id name; do\n    event say text \"Service $service stops; its container is kept until the commit\"\n    printf '%s %s %s\\n' \"$service\" \"$id\" \"$name\" >>\"$transaction/made-way\" || return 1\n    step_aside \"$id\" \"$name\" || return 1\n  done <\"$transaction/held\"\n}\n\n# bring_up_beside: the release's containers, each service's beside those that are held.\nbring_up_beside() {\n  scales=''\n  cut -d ' ' -f 2 \"$transaction/held\" >>\"$folder/started\"\n  while IFS= read -r service; do\n    wanted_number=$(sed -n \"s/^$service //p\" \"$folder/replicas\" 2>/dev/null)\n    scales=\"$scales --scale $service=$(($(grep -c \"^$service \" \"$transaction/held\") + ${wanted_number:-1}))\"\n  done <\"$folder/services\"\n  # shellcheck disable=SC2086,SC2046 # words\n  make --no-recreate $scales && start_in_order there $(cat \"$folder/services\") && list_containers\n}\n\n# drop_beside: before a restore, the release's containers of what is held.\ndrop_beside() {\n  [ -e \"$transaction/held\" ] || return 0\n  cut -d ' ' -f 1 \"$transaction/held\" | sort -u | while IFS= read -r service; do\n    beside=$(containers_of \"$service\" </dev/null | cut -d ' ' -f 2 | grep -vxFf \"$folder/before-ids\")\n    # What it has in memory it may want to write.\n    # shellcheck disable=SC2086 # one word an id\n    stop_containers $beside >/dev/null 2>&1 </dev/null\n    printf '%s\\n' \"$beside\" | docker_each rm -f >/dev/null 2>&1\n  done\n}\n\n# held_and_gone SEPARATOR: after the commit nothing starts as it was what was held: Compose makes it anew by its files.\nheld_and_gone() {\n  [ -e \"$transaction/held\" ] || return 0\n  ran_before 2 | while IFS= read -r held_id; do\n    held_service=$(sed -n \"s/^\\([^ ]*\\) $held_id .*$/\\1/p\" \"$transaction/held\")\n    if [ -n \"$held_service\" ] && ! grep -qF \"|$held_id|\" \"$folder/inventory\"; then printf '%s\\n' \"$held_service\"; fi\n  done | sort -u | awk -v separator=\"$1\" '{ printf \"%s%s was made anew, without the variables that are in no file\", separator, $1; separator = \"; \" }'\n}\n\n# Which containers are judged, and whether somebody else has done it to them.\n\n# note_loops FILE: what crashes again and again runs now and then, also when the inventory FILE is made: it counts as\n# restarting there. It is what has been started again three times or more, the last time within a minute.\nnote_loops() {\n  [ -n \"$container_ids\" ] || return 0\n  minute_ago=$(date -u -d \"@$(($(date +%s) - 60))\" +%Y-%m-%dT%H:%M:%S)\n  # shellcheck disable=SC2086 # one word an id\n  ask_engine inspect --format '{{.ID}}|{{.RestartCount}}|{{.State.StartedAt}}' $container_ids || return 1\n  loops=$(printf '%s\\n' \"$answer\" | awk -F'|' -v since=\"$minute_ago\" '$2 >= 3 && $3 > since { print $1 }' | tr '\\n' ' ')\n  awk -F'|' -v OFS='|' -v loops=\" $loops\" 'index(loops, \" \" $2 \" \") && $4 == \"running\" { $4 = \"restarting\" } { print }' \"$1\" >\"$1.new\" &&\n    mv -f \"$1.new\" \"$1\"\n}\n\n# The services that were well before the switch.\nwere_well() {\n  awk -F'|' '$4 == \"running\" && $5 != \"unhealthy\" { print $1 }' \"$transaction/inventory\"\n}\n\n# The services of the live release, which go unless this one has them too, and what has made way for others.\nleaving() {\n  [ ! -e \"$kit/releases/$previous/services\" ] || cat \"$kit/releases/$previous/services\"\n  [ ! -e \"$transaction/made-way\" ] || cut -d ' ' -f 1 \"$transaction/made-way\"\n}\n\n# set_judged: the services that are judged, in `judged`. In a deploy those that are active in the release, and of all\n# else (other profiles, no file any more) what was well before and does not leave with it. In a restore what was well;\n# the `-` stands for none.\nset_judged() {\n  judged=''\n  if [ -e \"$transaction/inventory\" ] && [ -n \"$putting_back\" ]; then\n    judged=\"- $(were_well)\"\n  elif [ -e \"$folder/services\" ]; then\n    judged=$(cat \"$folder/services\")\n    if [ -e \"$transaction/inventory\" ]; then\n      judged=\"$judged\n$(leaving >\"$folder/leave\"; were_well | grep -vxFf \"$folder/leave\")\"\n    fi\n  fi\n  judged=$(printf '%s' \"$judged\" | tr '\\n' ' ')\n}\n\n# Of containers on standard input those that are judged; all where it is not known what is.\njudged_only() { awk -F'|' -v judged=\" $judged \" 'judged ~ /^ *$/ || index(judged, \" \" $2 \" \")'; }\n\n# blame ID SERVICE ENTRY [KEY VALUE]...: why a container is not well. What stopped it by the engine's word while this\n# program only waited was somebody else.\nblame() {\n  blamed=$1 blamed_service=$2\n  shift 2\n  foreign=$(done_by_others \"$blamed\")\n  [ -z \"$foreign\" ] || set -- container-disturbed service \"$blamed_service\" what \"${foreign% *}\"\n  because \"$@\"\n}\n\n# done_by_others [ID]: what was done to a container, or to any that is gone, since the waiting began, `WHAT SERVICE`:\n# stopped, killed, restarted, removed. What ends by itself, or is started again by its policy, gives no such events.\ndone_by_others() {\n  [ -n \"${wait_start:-}\" ] || return 0\n  since=$(($(date +%s) - $(seconds_waited)))\n  docker events --since \"$since\" --until \"$(($(date +%s) + 1))\" ${1:+--filter \"container=$1\"} \\\n    --filter type=container --filter event=kill --filter event=stop --filter event=restart --filter event=destroy \\\n    --format '{{.Action}}|{{index .Actor.Attributes \"signal\"}}|{{.Actor.ID}}|{{index .Actor.Attributes \"com.docker.compose.service\"}}' 2>/dev/null |\n    awk -F'|' -v ids=\"$(printf '%s' \"$container_ids\" | tr '\\n' ' ')\" '\n      BEGIN { count = split(ids, id, \" \") }\n      # Other signals tell a process something.\n      $1 == \"kill\" && $2 !~ /^(2|3|9|15)$/ { next }\n      {\n        what = $1 == \"kill\" ? \"killed\" : $1 == \"stop\" ? \"stopped\" : $1 == \"restart\" ? \"restarted\" : \"removed\"\n        for (i = 1; i <= count; i++) if (index($3, id[i]) == 1) last = what \" \" $4\n      }\n      END { if (last) print last }'\n}\n\n# Starting in the order of the project's dependencies. Compose starts again what has run to its end each time that\n# something which waits for it is brought up: where it is called more than once, it only makes the containers\n# (`--no-start` keeps their identity as `up -d` would give it), and they are started here, each once.\n\n# bring_up [ARGUMENT]...: starts all that the project folder describes. One `up -d` where it is the only one. Where\n# something has rolled, Compose 2 would also make anew what depends on a service that is recreated.\nbring_up() {\n  if is_held; then\n    bring_up_beside || return 1\n  elif [ -n \"$rolled\" ] || [ -s \"$folder/started\" ]; then\n    up_words=$*\n    start_all || return 1\n    up_words=''\n  else\n    compose_up compose \"$@\" || return 1\n  fi\n  renew_bound\n}\n\nstart_all() {\n  all_services=$(order_lines | cut -d ' ' -f 1)\n  if [ -z \"$all_services\" ]; then\n    compose_up compose\n    return\n  fi\n  # shellcheck disable=SC2086 # one word a service\n  start_in_order anew $all_services || return 1\n  list_containers\n}\n\n# The services in their order, `SERVICE KIND DEPENDENCY:CONDITION...` each; those of a release without that list as if\n# none waited for another.\norder_lines() {\n  order_folder=$folder\n  [ -z \"$putting_back\" ] || order_folder=$kit/releases/$(cat \"$transaction/previous\")\n  if [ -e \"$order_folder/order\" ]; then\n    cat \"$order_folder/order\"\n  else\n    order_folder=$folder\n    [ -z \"$putting_back\" ] || order_folder=$transaction\n    sed 's/$/ lasts/' \"$order_folder/services\" 2>/dev/null\n  fi\n}\n\nkind_of() { order_lines | awk -v service=\"$1\" '$1 == service { print $2 }'; }\n\n# in_order SERVICE...: their lines, with those of what they wait for.\nin_order() {\n  order_lines | awk -v wanted=\" $* \" '\n    { line[NR] = $0 }\n    END {\n      for (i = NR; i > 0; i--) {\n        count = split(line[i], words, \" \")\n        if (!index(wanted, \" \" words[1] \" \")) continue\n        picked[i] = 1\n        for (k = 3; k <= count; k++) {\n          sub(/:[a-z]+$/, \"\", words[k])\n          wanted = wanted words[k] \" \"\n        }\n      }\n      for (i = 1; i <= NR; i++) if (i in picked) print line[i]\n    }'\n}\n\n# start_in_order anew|there SERVICE...: starts these and what they wait for, each once its dependencies are as it wants\n# them. `anew`: each is first made as the project folder describes it now.\nstart_in_order() {\n  start_how=$1\n  shift\n  # Not on standard input, which commands within would read.\n  in_order \"$@\" >\"$folder/starting\" && [ -r \"$folder/starting\" ] || return 1\n  exec 6<\"$folder/starting\"\n  while IFS=' ' read -r next_service next_kind next_needs <&6; do\n    start_next 6<&- || return 1\n  done\n  exec 6<&-\n}\n\nstart_next() {\n  if [ \"$start_how\" = anew ]; then\n    # What has rolled is new already.\n    if [ -n \"$putting_back\" ] || ! has_rolled \"$next_service\"; then make \"$next_service\" || return 1; fi\n  elif [ -z \"$(containers_of \"$next_service\")\" ]; then\n    make --no-recreate \"$next_service\" || return 1\n  fi\n  # Here, or each of the subshells below would ask anew.\n  set_project || return 1\n  for need in $next_needs; do\n    await \"$need\" || pass_over \"$need\" || return 1\n  done\n  # In a restore only what was made anew for it: the container of before has done its work.\n  if [ \"$next_kind\" != lasts ] && [ -n \"$putting_back\" ]; then\n    start_containers \"$next_service\" --filter status=created\n  else\n    start_containers \"$next_service\" --filter status=created --filter status=exited\n  fi\n}\n\nhas_rolled() { case \" $rolled \" in *\" $1=\"*) return 0 ;; *) return 1 ;; esac; }\n\n# pass_over SERVICE:CONDITION: what ran before must not stay away because another of it is not well, or because what\n# runs to its end once fails on what the failed release has made of its data.\npass_over() {\n  [ -n \"$putting_back\" ] || return 1\n  case \" ${passed_over:-} \" in *\" $1 \"*) return 0 ;; esac\n  passed_over=\"${passed_over:-} $1\"\n  event note title \"Service ${1%:*} is not as others want it (${1##*:})\" text \"It failed in the restore ($error_name). What waits for it is started all the same.\"\n}\n\n# make [ARGUMENT]... SERVICE: its containers, without starting them. Compose 1 would wait here for what it depends on,\n# and leaves that out of a container's identity anyway.\n# shellcheck disable=SC2086 # one word an argument\nmake() {\n  old_compose && set -- --no-deps \"$@\"\n  up_logged compose --no-start ${up_words:-} \"$@\"\n}\n\nold_compose() {\n  compose_version=${compose_version:-$(compose version --short 2>/dev/null)}\n  case $compose_version in 1.*) return 0 ;; *) return 1 ;; esac\n}\n\n# start_one SERVICE ID: Compose 1 gives a container its networks but the first, and its links, only when it starts it.\nstart_one() {\n  if old_compose; then (cd \"$path\" && compose start \"$1\"); else docker start \"$2\"; fi\n}\n\n# start_containers SERVICE FILTER...: those in that state which this program has not started yet.\nstart_containers() {\n  for start_id in $(containers_of \"$@\" | cut -d ' ' -f 2); do\n    ! grep -qxF -e \"$start_id\" \"$folder/started\" 2>/dev/null || continue\n    printf '%s\\n' \"$start_id\" >>\"$folder/started\"\n    start_message=$(start_one \"$1\" \"$start_id\" 2>&1) && continue\n    # What it names is gone, and Compose has not noticed.\n    case $start_message in\n      *'o such container'*) make --force-recreate \"$1\" && start_containers \"$1\" --filter status=created && continue ;;\n    esac\n    printf '%s\\n' \"$start_message\" | log_lines \"$1\"\n    # The engine's own words stand before the client's.\n    because compose-up-failed command 'docker start' status 1 message \"$(printf '%s\\n' \"$start_message\" | grep -v -e '^Error: failed to start' -e '^[0-9]*$' | tail -n 1)\"\n    return 1\n  done\n}\n\n# await SERVICE:CONDITION: until it is so.\nawait() {\n  needed=${1%:*}\n  condition=${1##*:}\n  await_start=$(uptime)\n  await_line=$await_start\n  [ \"$condition\" != started ] || return 0\n  while :; do\n    needed_states=$(containers_of \"$needed\" | cut -d ' ' -f 2 |\n      docker_each inspect --format '{{.State.Status}}:{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}:{{.State.ExitCode}}:{{.ID}}' 2>/dev/null)\n    case $condition:$needed_states in\n      healthy:*running:healthy:* | healthy:*running:none:*) return 0 ;;\n      *running:* | *created:* | *restarting:* | *paused:*) ;;\n      # One that is not there, such as that of a profile, is nobody's to wait for.\n      *:) engine_answers; return ;;\n      *) await_end; return ;;\n    esac\n    await_now=$(uptime)\n    [ $((await_now - await_start)) -lt \"$health_timeout\" ] || set_start_limit\n    if [ $((await_now - await_start)) -ge \"${start_limit:-$health_timeout}\" ]; then\n      because container-unhealthy service \"$needed\" seconds \"$((await_now - await_start))\" health \"not yet $condition\"\n      return 1\n    fi\n    if [ $((await_now - await_line)) -ge 10 ]; then\n      await_line=$await_now\n      event waiting for \"$needed (not yet $condition)\"\n    fi\n    look_later \"$await_start\"\n  done\n}\n\n# All containers of what is waited for have ended: well, where that was the condition.\nawait_end() {\n  for needed_state in $needed_states; do\n    needed_id=${needed_state##*:}\n    needed_state=${needed_state%:*}\n    if [ \"$condition\" != ended ] || [ \"${needed_state##*:}\" -ne 0 ]; then\n      show_last_lines \"$needed_id\" \"$needed\"\n      because container-exited service \"$needed\" status \"${needed_state##*:}\"\n      return 1\n    fi\n  done\n}\n\n# bring_back_all: what is missing of what ran before, Compose makes anew, or it is made and started here in order: where\n# something has rolled, and where what runs to its end keeps the others waiting.\n# shellcheck disable=SC2046 # words\nbring_back_all() {\n  if [ -n \"$rolled\" ]; then\n    start_all || return 1\n  elif ! compose_up restore $(numbers_before); then\n    list_containers && [ -n \"$(failed_ends)\" ] && start_all || return 1\n  fi\n}\n\n# As many containers as there were, also where a person has asked for more than the files say.\nnumbers_before() {\n  order_lines | cut -d ' ' -f 1 | while IFS= read -r counted; do\n    number=$(ran_before 1 | grep -cxF -e \"$counted\")\n    [ \"$number\" -le 1 ] || printf '%s\\n' \"--scale $counted=$number\"\n  done\n}\n\n# The services that have ended with an error, and of which nothing says that they should run on.\nfailed_ends() {\n  inspect_containers | while IFS='|' read -r _ ended_service oneoff state _ _ exit_code policy _ _ ports; do\n    if [ \"$oneoff\" != True ] && [ \"$state\" = exited ] && [ \"$exit_code\" -ne 0 ] &&\n      ended_well \"$ended_service\" 0 \"$policy\" \"$ports\"; then printf '%s\\n' \"$ended_service\"; fi\n  done | sort -u\n}\n\n# How long Compose may take to start what the folder describes, and what it leaves where it was ended meanwhile.\n\n# containers_here: the ids of all that was started from the deploy folder, as it was given and without symbolic links.\ncontainers_here() {\n  docker ps -a -q --no-trunc --filter \"label=com.docker.compose.project.working_dir=$path\"\n  real_path=$(cd \"$path\" && pwd -P)\n  [ \"$real_path\" = \"$path\" ] || docker ps -a -q --no-trunc --filter \"label=com.docker.compose.project.working_dir=$real_path\"\n}\n\n# waits_of ID...: for how many seconds those containers may keep Compose waiting, by the engine's own data: to stop,\n# and with the time in which healthchecks give their verdict. Nobody need depend on another for that: it is the most.\nwaits_of() {\n  docker_each inspect --format '{{.Config.StopTimeout}}|{{with .Config.Healthcheck}}{{printf \"%d|%d|%d|%d\" .StartPeriod .Interval .Timeout .Retries}}{{end}}' 2>/dev/null |\n    awk -F'|' '\n      function given(value, otherwise) { return value > 0 ? value : otherwise }\n      { stop += $1 ~ /^[0-9]+$/ ? $1 : 10 }\n      NF > 2 { health += ($2 + given($5, 3) * (given($3, 3e10) + given($4, 3e10))) / 1e9 }\n      END { printf \"%d %d\\n\", stop, stop + health }'\n}\n\n# set_start_limit: how long Compose may take now. What ran before counts too: a restore starts it.\nset_start_limit() {\n  limit_waits=$start_seconds\n  known_waits=$(cat \"$transaction/start-seconds\" 2>/dev/null || echo 0)\n  [ \"$known_waits\" -le \"$limit_waits\" ] || limit_waits=$known_waits\n  limit_stops=$(containers_here | waits_of | cut -d ' ' -f 1)\n  start_limit=$((health_timeout + 60 + limit_waits + limit_stops))\n}\n\n# finish_half_recreated: where Compose was ended between the two containers of a service, one of them has the name of\n# both behind twelve digits of the old one's id; Compose would trip over it for ever.\nfinish_half_recreated() {\n  containers_here | docker_each inspect --format '{{.ID}} {{.Name}}' |\n    sed -n 's|^\\([0-9a-f]*\\) /\\([0-9a-f]\\{12\\}\\)_\\(.*\\)$|\\1 \\2 \\3|p' >\"$folder/half-recreated\"\n  while read -r id old name; do\n    case $id in\n      # Compose 1 has named the old one so; what has its name is the new one.\n      \"$old\"*)\n        stop_containers \"$name\"\n        docker rm -f \"$name\"\n        docker rename \"$id\" \"$name\"\n        ;;\n      # Compose 2 has named the new one so, and the old one may still be about to stop. Where that is gone, the new one\n      # has its anonymous volumes.\n      *)\n        if docker inspect \"$old\" >/dev/null; then\n          stop_containers \"$old\"\n          docker rm -f \"$id\"\n        else\n          docker rename \"$id\" \"$name\"\n        fi\n        ;;\n    esac\n  done <\"$folder/half-recreated\" 2>/dev/null | log_lines restore\n}\n\n# What only one container can have changes hands. Compose starts services side by side; one that takes it over from another service must find it free.\n\n# holdings_of ID...: `SERVICE KIND VALUE ID` lines of what containers have, in `answer`.\nholdings_of() {\n  answer=''\n  [ $# -eq 0 ] || ask_engine inspect --format \"$holdings_format\" \"$@\"\n}\n\n# note_holdings FILE: what the containers of `container_ids` have.\nnote_holdings() {\n  # shellcheck disable=SC2086 # one word an id\n  holdings_of $container_ids && save \"$1\" \"$answer${answer:+\n}\"\n}\n\n# contested CLAIMS HOLDINGS STAYING: `SERVICE ID CLAIMANT KIND VALUE` for each container that has what another service\n# claims; STAYING are the services of the claims. A port's value is ADDRESS/PORT/.../PROTOCOL; without an address it is\n# all of them. A store may have several services: contested is that of one which gives it up, by one which had it not.\ncontested() {\n  with_real_paths <\"$1\" >\"$folder/claims.real\" && with_real_paths <\"$2\" >\"$folder/holdings.real\" || return 1\n  awk -v project=\"$planned\" -v staying=\"$3\" -v holdings=\"$folder/holdings.real\" '\n    BEGIN {\n      while ((getline line <staying) > 0) stays[line]\n      while ((getline line <holdings) > 0) {\n        split(line, part, \" \")\n        if (part[2] == \"store\") had[part[1] \" \" part[3]]\n        known[part[1]]\n      }\n    }\n    function port_of(value, part) { split(value, part, \"/\"); return part[2] }\n    function address_of(value, part) { split(value, part, \"/\"); return part[1] ~ /^(0[.]0[.]0[.]0|::)?$/ ? \"\" : part[1] }\n    function protocol_of(value) { sub(/^.*\\//, \"\", value); return value }\n    function overlap(kind, a, b, range) {\n      if (kind == \"name\") { sub(/^\\//, \"\", a); sub(/^\\//, \"\", b) }\n      if (kind == \"store\") return a == b || project \"_\" a == b\n      if (kind != \"port\") return a == b\n      if (protocol_of(a) != protocol_of(b)) return 0\n      # A container that has one of a range still carries the range.\n      split(port_of(b), range, \"-\")\n      if (port_of(a) != \"*\" && (port_of(a) + 0 < range[1] + 0 || port_of(a) + 0 > (range[2] == \"\" ? range[1] : range[2]) + 0)) return 0\n      return address_of(a) == address_of(b) || address_of(a) == \"\" || address_of(b) == \"\"\n    }\n    # Which ports there are on the network of the server itself nobody can say.\n    function is_contested(i) {\n      if (claimed[i] != $2) return !($1 in stays) && (claimed[i] $2 == \"portnetwork\" || claimed[i] $2 == \"networkport\")\n      # Where a store is that only the server knows, what comes may have that of what goes.\n      if ($2 == \"store\" && wanted[i] == \"*\") return !($1 in stays) && !(claimant[i] in known)\n      if ($2 == \"store\" && (keeps($1, $3) || (claimant[i] \" \" $3) in had)) return 0\n      return overlap($2, wanted[i], $3)\n    }\n    function keeps(service, store, i) {\n      for (i = 1; i <= count; i++)\n        if (claimant[i] == service && claimed[i] == \"store\" && overlap(\"store\", wanted[i], store)) return 1\n      return 0\n    }\n    NR == FNR { count++; claimant[count] = $1; claimed[count] = $2; wanted[count] = $3; next }\n    NF == 4 {\n      for (i = 1; i <= count; i++)\n        if (claimant[i] != $1 && is_contested(i) && !seen[$4]++) print $1, $4, claimant[i], $2, $3\n    }' \"$folder/claims.real\" \"$folder/holdings.real\"\n}\n\n# with_real_paths: of claims or holdings on standard input, the folders as they are without symbolic links; blanks in\n# them stand as %20.\nwith_real_paths() {\n  awk '$2 == \"store\" && NF > 4 { for (i = 4; i < NF; i++) $3 = $3 \"%20\" $i; print $1, $2, $3, $NF; next } { print }' |\n    while IFS=' ' read -r holder held thing more; do\n      # shellcheck disable=SC2088 # a tilde that arrived as text\n      case $held:$thing in\n        store:./*) thing=$path/${thing#./} ;;\n        store:'~/'*) thing=$HOME/${thing#'~/'} ;;\n      esac\n      case $held:$thing in\n        store:/*) thing=$(readlink -f \"$(printf '%s' \"$thing\" | sed 's/%20/ /g')\" | sed 's/ /%20/g') ;;\n      esac\n      printf '%s\\n' \"$holder $held $thing${more:+ $more}\"\n    done\n}\n\n# make_way [SERVICE]...: the containers of the live release that have what another service of this release claims are\n# stopped and take another name, before anything is started that needs it. They stay until the commit. With services, it\n# is about what these are started with, and what rolls out of the way by itself is left to do so.\nmake_way() {\n  if is_held; then\n    [ $# -gt 0 ] || set_aside\n    return\n  fi\n  if [ \"$(cat \"$transaction/project\")\" != \"$(cat \"$transaction/planned\")\" ]; then\n    leave_project\n    return\n  fi\n  [ $# -eq 0 ] || in_order \"$@\" | cut -d ' ' -f 1 >\"$folder/early\" || return 1\n  contested \"$folder/claims\" \"$transaction/holdings\" \"$folder/services\" >\"$folder/contested\"\n  while read -r service id claimant thing value; do\n    if [ $# -gt 0 ] && { has_rolled \"$service\" || ! grep -qxF -e \"$claimant\" \"$folder/early\"; }; then continue; fi\n    # One that rolled is gone by now, or has made way.\n    name=$(docker inspect --format '{{.Name}}' \"$id\" 2>/dev/null </dev/null) || continue\n    ! grep -qF \" $id \" \"$transaction/made-way\" 2>/dev/null || continue\n    event say text \"Service $service stops: $claimant takes over its $thing ${value#/}\"\n    printf '%s %s %s\\n' \"$service\" \"$id\" \"${name#/}\" >>\"$transaction/made-way\" || return 1\n    step_aside \"$id\" \"${name#/}\" || return 1\n  done <\"$folder/contested\"\n}\n\n# leave_project: all that runs under another name than the release will have.\nleave_project() {\n  ran_before 1,2,6 | while IFS='|' read -r service id name; do\n    ! grep -qF \" $id \" \"$transaction/made-way\" 2>/dev/null || continue\n    event say text \"Service $service stops: the project is to have another name\"\n    printf '%s %s %s\\n' \"$service\" \"$id\" \"${name#/}\" >>\"$transaction/made-way\" || return 1\n    step_aside \"$id\" \"${name#/}\" || return 1\n  done\n}\n\n# step_aside ID NAME: stopped, under a name that Compose gives to nothing (`ID_NAME` it gives while it recreates).\nstep_aside() {\n  aside_message=$({ stop_containers \"$1\" && docker rename \"$1\" \"$(printf '%s' \"$1\" | cut -c 1-12)-aside-$2\"; } 2>&1 </dev/null) && return 0\n  because internal-error message \"$aside_message\"\n}\n\n# clear_way: before a restore, containers of the failed release that have what another service had before.\nclear_way() {\n  drop_beside\n  [ -s \"$transaction/holdings\" ] || return 0\n  containers_with \"com.docker.compose.project=$project\" || return 1\n  # shellcheck disable=SC2046 # one word an id\n  holdings_of $(printf '%s\\n' \"$answer\" | grep -vxFf \"$folder/before-ids\") || return 1\n  save \"$folder/holdings\" \"$answer\n\" && contested \"$transaction/holdings\" \"$folder/holdings\" \"$transaction/services\" >\"$folder/contested\" || return 1\n  while read -r service id _; do\n    step_aside \"$id\" \"$service\" || return 1\n    # One that is in both releases has volumes to hand on.\n    grep -qxF -e \"$service\" \"$transaction/services\" || docker rm \"$id\" >/dev/null 2>&1 </dev/null\n  done <\"$folder/contested\"\n}\n\n# take_names_back: what made way has its own name again.\ntake_names_back() {\n  [ -e \"$transaction/made-way\" ] || return 0\n  while read -r _ id name; do\n    docker inspect \"$id\" >/dev/null 2>&1 </dev/null || continue\n    # One of the failed release may have it.\n    other_id=$(docker inspect --format '{{.Id}}' \"$name\" 2>/dev/null </dev/null)\n    if [ -n \"$other_id\" ] && ! grep -qxF -e \"$other_id\" \"$folder/before-ids\"; then\n      stop_containers \"$other_id\" >/dev/null 2>&1 </dev/null\n      docker rm -f \"$other_id\" >/dev/null 2>&1 </dev/null\n    fi\n    docker rename \"$id\" \"$name\" 2>/dev/null </dev/null\n  done <\"$transaction/made-way\"\n}\n\n# leave_way PREVIOUS: after the commit, what made way for others and is still there goes. What that release did not bring,\n# or has a volume without a name, stays stopped.\nleave_way() {\n  [ -e \"$transaction/made-way\" ] || return 0\n  while read -r service id name; do\n    docker inspect \"$id\" >/dev/null 2>&1 </dev/null || continue\n    if ! has_unnamed_volume \"$id\" && { [ -e \"$transaction/held\" ] || grep -qxF -e \"$service\" \"$kit/releases/$1/services\" 2>/dev/null; }; then\n      docker rm -f \"$id\" >/dev/null 2>&1 </dev/null\n    else\n      # Else a restart of the engine would start it.\n      docker update --restart no \"$id\" >/dev/null 2>&1 </dev/null\n      event say text \"The container $name, which made way, is stopped and stays under the name $(printf '%s' \"$id\" | cut -c 1-12)-aside-$name; to give it up: docker rm -v $(printf '%s' \"$id\" | cut -c 1-12)\"\n    fi\n  done <\"$transaction/made-way\"\n}\n\n# Rolling.\n# `kept_list` holds `SERVICE ID` lines: the containers that stay. All others of a service that rolls go.\n\n# start SERVICE...: what the rolled services need to have run before them, to its end.\nstart() {\n  # What is held has to stop first.\n  if is_held; then return 0; fi\n  start_in_order anew \"$@\" || return 1\n  for one in \"$@\"; do await \"$one:ended\" || return 1; done\n}\n\n# roll_up SERVICE=N...: new containers beside those that run, until N of them are kept. Never with\n# `--no-deps`: Compose then takes the dependencies out of the container's identity, and the next\n# `docker compose up -d` would make it anew.\nroll_up() {\n  if is_held; then return 0; fi\n  services='' scales='' known=''\n  mark \"$folder/present\" || return 1\n  if [ ! -e \"$kept_list\" ]; then\n    mark \"$kept_list\" && renew_needs || return 1\n  fi\n  ! old_compose || drop_ended \"$@\"\n  for pair in $rolled; do\n    service=${pair%%=*}\n    containers_of \"$service\" >>\"$folder/present\"\n    count=$(grep -c \"^$service \" \"$folder/present\")\n    case \" $* \" in\n      *\" $pair \"*)\n        missing=$((${pair#*=} - $(grep -c \"^$service \" \"$kept_list\")))\n        if [ \"$missing\" -gt 0 ]; then\n          services=\"$services $service\"\n          count=$((count + missing))\n        fi\n        ;;\n    esac\n    # Each that is there, or Compose would take a dependency back to the number in its file; and by its name, or\n    # Compose would not know a service that the others do not depend on.\n    [ \"$count\" -gt 0 ] || continue\n    scales=\"$scales --scale $service=$count\"\n    known=\"$known $service\"\n  done\n  [ -n \"$services\" ] || return 0\n  # What is there already is not this wave's to start.\n  cut -d ' ' -f 2 \"$folder/present\" >>\"$folder/started\"\n  # shellcheck disable=SC2086 # one word a service\n  make_beside && start_in_order there $services || return 1\n  for service in $services; do\n    containers_of \"$service\" | grep -vxFf \"$folder/present\" >>\"$kept_list\"\n  done\n}\n\n# renew_needs: what the rolled services wait for comes before them, as this release describes it, or the new ones would\n# be judged beside the former one's; not what waits for one of them itself.\nrenew_needs() {\n  # shellcheck disable=SC2046,SC2086 # one word a service\n  renewed=$(in_order $(printf '%s\\n' $rolled | sed 's/=.*//') | awk -v rolled=\" $rolled\" '\n    {\n      waits = index(rolled, \" \" $1 \"=\")\n      for (i = 3; i <= NF; i++) {\n        sub(/:[a-z]+$/, \"\", $i)\n        if ($i in later) waits = 1\n      }\n      if (waits) later[$1]\n      else if ($2 != \"once\") print $1\n    }')\n  # shellcheck disable=SC2086 # one word a service\n  [ -z \"$renewed\" ] || make $renewed\n}\n\n# drop_ended SERVICE=N...: what has ended goes before the new ones come: Compose 1 starts all containers of a service.\ndrop_ended() {\n  for pair in \"$@\"; do\n    containers_of \"${pair%%=*}\" --filter status=exited | grep -vxFf \"$kept_list\" | cut -d ' ' -f 2 | docker_each rm >/dev/null 2>&1\n  done\n}\n\n# The new containers of the services that roll. Compose 1 is told of one at a time: it would wait for the others.\n# shellcheck disable=SC2086 # one word a service\nmake_beside() {\n  if ! old_compose; then\n    make --no-recreate $scales $known\n    return\n  fi\n  for service in $services; do\n    scale=${scales#*\"--scale $service=\"}\n    make --no-recreate --scale \"$service=${scale%% *}\" \"$service\" || return 1\n  done\n}\n\n# wait_kept SECONDS STABLE: waits until the containers that stay are healthy.\nwait_kept() {\n  if is_held; then return 0; fi\n  container_ids=$(cut -d ' ' -f 2 \"$kept_list\")\n  wait_healthy \"$1\" \"$2\"\n}\n\n# roll_down SERVICE=N...: stops and removes the containers that do not stay, once no proxy needs them.\nroll_down() {\n  if is_held; then return 0; fi\n  wait_start=''\n  for pair in \"$@\"; do containers_of \"${pair%%=*}\"; done | grep -vxFf \"$kept_list\" >\"$folder/leaving\"\n  if [ -s \"$folder/leaving\" ]; then\n    # Containers that never came up have no requests to finish, and no proxy should learn of them now.\n    # shellcheck disable=SC2046 # one word an id\n    case $(docker inspect --format '{{.State.Status}}' $(cut -d ' ' -f 2 \"$folder/leaving\") 2>/dev/null) in\n      *running*)\n        reload_proxies || return 1\n        drain\n        ;;\n    esac\n    # shellcheck disable=SC2046 # one word an id\n    stop_containers $(cut -d ' ' -f 2 \"$folder/leaving\") >/dev/null 2>&1\n    # They could be told already: a proxy that can't be reloaded now finds out by itself.\n    reload_proxies || true\n    # shellcheck disable=SC2046 # one word an id\n    docker rm -f $(cut -d ' ' -f 2 \"$folder/leaving\") >/dev/null 2>&1\n  fi\n  list_containers\n  look_at_containers\n}\n\n# Both old and new answer meanwhile, so that resolvers and proxies learn of the new ones; then what an\n# old container does before it stops.\ndrain() {\n  drained=0\n  while [ \"$drained\" -lt \"$drain_seconds\" ]; do\n    [ $((drained % 10)) -ne 0 ] || event waiting for \"proxies and resolvers to learn of the new containers ($drained s of $drain_seconds s)\"\n    sleep 1\n    drained=$((drained + 1))\n  done\n  while read -r service id; do\n    [ -e \"$folder/pre-stop/$service\" ] || continue\n    bounded \"$hook_timeout\" in_container \"$id\" \"$folder/pre-stop/$service\" 2>&1 | log_lines \"$service (pre-stop)\"\n  done <\"$folder/leaving\"\n}\n\n# in_container ID SCRIPT: replaces its subshell, so that ending the subshell ends the script.\nin_container() { exec docker exec -i \"$1\" sh -s <\"$2\"; }\n\n# Proxies that resolve names when they read their configuration read it again.\nreload_proxies() {\n  for service in $proxies; do\n    containers_of \"$service\" --filter status=running >\"$folder/proxies\"\n    while read -r service id; do\n      config=$(argument_of \"$id\" -c </dev/null)\n      message=$(docker exec \"$id\" nginx ${config:+-c \"$config\"} -s reload 2>&1 </dev/null) && continue\n      because proxy-reload-failed proxy \"$service\" command 'nginx -s reload' message \"$(printf '%s\\n' \"$message\" | tail -n 1)\"\n      return 1\n    done <\"$folder/proxies\"\n  done\n}\n\n# argument_of ID OPTION: what the container was started with after that option.\nargument_of() { docker inspect --format '{{range .Args}}{{println .}}{{end}}' \"$1\" | sed -n -e \"/^$2\\$/{n;p;}\"; }\n\n# The containers from before that are still there stay, started again where they were stopped; what is\n# missing of them comes back beside the failed ones. Then those go.\nroll_back() {\n  kept_list=$transaction/containers\n  set_project\n  for pair in $rolled; do containers_of \"${pair%%=*}\"; done >\"$folder/present\"\n  grep -xFf \"$folder/present\" \"$kept_list\" >\"$kept_list.new\"\n  mv -f \"$kept_list.new\" \"$kept_list\"\n  start_kept\n  # shellcheck disable=SC2086 # one word a service\n  roll_up $rolled && wait_kept \"$health_timeout\" \"$stable_seconds\" && roll_down $rolled\n}\n\n# What has run to its end is not started for having stopped; only what no try has started yet.\nstart_kept() {\n  order_lines | awk 'NR == FNR { lasts[$1] = $2 == \"lasts\"; next } lasts[$1] { print $2 }' - \"$kept_list\" | docker_each start >/dev/null 2>&1\n  cut -d ' ' -f 2 \"$kept_list\" | docker_each inspect --format '{{.State.Status}} {{.Id}}' | sed -n 's/^created //p' | docker_each start >/dev/null 2>&1\n}\n\n# Proxies whose configuration comes with the release: it is tried in the new image, before anything changes.\n\n# try_proxy SERVICE IMAGE TOOL CADDYFILE\ntry_proxy() {\n  trial=$folder/trials/$1\n  trial_status=0\n  bounded_client 30 run_trial \"$2\" \"$3\" \"$4\" >\"$folder/trial.log\" 2>&1 || trial_status=$?\n  docker rm -f \"deploy-kit-try-$release\" >/dev/null 2>&1\n  doubt=$(cat \"$trial/doubt\" 2>/dev/null)\n  [ \"$trial_status\" -ne 0 ] || return 0\n  engine_answers || return 1\n  log_lines \"$1 (trial)\" <\"$folder/trial.log\"\n  fault=$(sed -n -e 's/^.*\\[emerg\\] *\\([0-9#]*: *\\)\\{0,1\\}//p' -e 's/^Error: //p' \"$folder/trial.log\" | head -n 1)\n  doubt=${doubt:-$(doubt_of \"$trial_status\" \"$fault\")}\n  if [ -z \"$doubt\" ]; then\n    because proxy-config-invalid service \"$1\" image \"$2\" message \"$fault\"\n    return 1\n  fi\n  event note title \"The configuration of $1 could not be judged\" \\\n    text \"${fault:-$(tail -n 1 \"$folder/trial.log\")} ($doubt). The deploy goes on.\"\n}\n\n# doubt_of STATUS FAULT: why that need not be a fault of the configuration; empty where it is one.\ndoubt_of() {\n  case $1 in\n    124 | 137) echo 'it did not end in half a minute' ;;\n    125 | 126 | 127) echo 'its image cannot be tried' ;;\n    *)\n      case $2 in\n        '') echo 'it does not say why' ;;\n        *'host not found'* | *': lookup '*) echo 'that host may be of another project' ;;\n        *'o such file'*) echo 'that file may come from the server, or later' ;;\n        *'ermission denied'* | *'ead-only file system'* | *'bind() to'*) echo 'here it may less than it will' ;;\n      esac\n      ;;\n  esac\n}\n\n# run_trial IMAGE TOOL CADDYFILE: replaces its subshell, so that ending the subshell ends it.\nrun_trial() {\n  trial_program \"$@\"\n  {\n    printf '%s\\n' run --rm --pull never --name \"deploy-kit-try-$release\" --network none --env-file \"$trial/env\"\n    cat \"$trial/options\"\n    trial_mounts\n    [ -z \"$trial_entry\" ] || printf '%s\\n' --entrypoint \"$judge\"\n    printf '%s\\n' \"$1\"\n    [ -n \"$trial_entry\" ] || printf '%s\\n' \"$judge\"\n    case $2 in\n      # Of the words that run it those that say which file, and how it is written.\n      caddy) awk 'BEGIN { print \"validate\" } takes { print; takes = 0; next } /^--?(config|adapter)=/ { print } /^(--?config|-c|--?adapter|-a)$/ { print; takes = 1 }' \"$trial/arguments\" ;;\n      *) cat \"$trial/arguments\" && echo -t ;;\n    esac\n  } >\"$trial/words\"\n  set --\n  while IFS= read -r word; do set -- \"$@\" \"$word\"; done <\"$trial/words\"\n  exec docker \"$@\"\n}\n\n# trial_program IMAGE TOOL CADDYFILE: what judges the configuration, its arguments in a file, a word a line. Sets\n# `trial_entry` where it takes the place of the entrypoint; the image's own prepares what it reads (templates, say).\ntrial_program() {\n  trial_entry=yes\n  if [ ! -e \"$trial/entrypoint\" ]; then\n    trial_entry=''\n    words_of_image \"$1\" Entrypoint >\"$trial/entrypoint\"\n  fi\n  [ -e \"$trial/command\" ] || words_of_image \"$1\" Cmd >\"$trial/command\"\n  enters_with=$(head -n 1 \"$trial/entrypoint\")\n  begins_with=$(head -n 1 \"$trial/command\")\n  judge=$2\n  if [ \"${enters_with##*/}\" = \"$2\" ]; then\n    trial_entry=yes judge=$enters_with\n    sed 1d \"$trial/entrypoint\" | cat - \"$trial/command\" >\"$trial/arguments\"\n  elif [ \"${begins_with##*/}\" = \"$2\" ]; then\n    judge=$begins_with\n    sed 1d \"$trial/command\" >\"$trial/arguments\"\n  else\n    # A script starts it, with the file that is usual.\n    { [ \"$2\" != caddy ] || printf '%s\\n' --config \"$3\"; } >\"$trial/arguments\"\n  fi\n}\n\nwords_of_image() { docker image inspect --format \"{{range .Config.$2}}{{println .}}{{end}}\" \"$1\" | sed '/^$/d'; }\n\n# trial_mounts: all that the service mounts and that is there, read-only; the release's files from its own folder.\ntrial_mounts() {\n  while IFS='|' read -r mount from to; do\n    case $mount in\n      memory)\n        printf '%s\\n' --tmpfs \"$to\"\n        continue\n        ;;\n      volume)\n        ! docker volume inspect \"$from\" >/dev/null 2>&1 </dev/null || printf '%s\\n' -v \"$from:$to:ro\"\n        continue\n        ;;\n      project)\n        note_others_in \"$from\"\n        if [ -e \"$folder/files/$from\" ]; then from=$folder/files/$from; else from=$path/$from; fi\n        ;;\n      server)\n        # shellcheck disable=SC2088 # a tilde that arrived as text\n        case $from in '~/'*) from=$HOME/${from#'~/'} ;; esac\n        ;;\n    esac\n    if [ ! -e \"$from\" ] || [ -S \"$from\" ]; then continue; fi\n    printf '%s\\n' -v \"$from:$to:ro\"\n  done <\"$trial/mounts\"\n}\n\n# note_others_in FOLDER: what somebody has put there beside the files of releases belongs to the configuration too.\nnote_others_in() {\n  if [ ! -d \"$path/$1\" ] || [ -e \"$trial/doubt\" ]; then return 0; fi\n  live_list=$kit/releases/$(current_release)/files.list\n  [ -e \"$live_list\" ] || live_list=$folder/files.list\n  ! (cd \"$path\" && find \"./${1#.}\" ! -type d) 2>/dev/null | grep -qvxF -f \"$folder/files.list\" -f \"$live_list\" ||\n    printf '%s on the server holds more than the release' \"$1\" >\"$trial/doubt\"\n}\n\n# Hooks and the migration: commands of the project's own, each with a limit.\n\n# hook NAME: runs that hook in the deploy folder, with the release in its environment.\nhook() {\n  [ -e \"$folder/hooks/$1\" ] || return 0\n  hook_status=0\n  bounded \"$hook_timeout\" run_hook \"$1\" >\"$folder/hook.log\" 2>&1 || hook_status=$?\n  log_lines \"$1\" <\"$folder/hook.log\"\n  [ \"$hook_status\" -ne 0 ] || return 0\n  because hook-failed hook \"$1\" status \"$hook_status\" limit \"$hook_timeout\" message \"$(tail -n 1 \"$folder/hook.log\")\"\n}\n\n# Replaces its subshell, and leads a group of its own: ending that ends all that the hook started.\nrun_hook() {\n  cd \"$path\" || return 1\n  now_live=$(current_release)\n  export DEPLOY_KIT_RELEASE=\"$release\" DEPLOY_KIT_VERSION=\"$version\" DEPLOY_KIT_REVISION=\"$revision\" \\\n    DEPLOY_KIT_PREVIOUS=\"$now_live\" DEPLOY_KIT_ACTOR=\"$actor\" DEPLOY_KIT_RUN=\"$run\"\n  exec setsid sh -eu \"$folder/hooks/$1\"\n}\n\n# migrate SERVICE [DEPENDENCY]...: once, in a container of its own, of the new release.\nmigrate() {\n  start_needed \"$@\" || return 1\n  migration_status=0\n  bounded_client \"$migration_timeout\" run_once \"$folder/migration\" \"$1\" >\"$folder/migration.log\" 2>&1 || migration_status=$?\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines migration <\"$folder/migration.log\"\n  if [ \"$migration_status\" -ne 0 ]; then\n    because migration-failed service \"$1\" status \"$migration_status\" limit \"$migration_timeout\" message \"$(tail -n 1 \"$folder/migration.log\")\"\n    return 1\n  fi\n  mark \"$transaction/migrated\" || return 1\n  printf '%s' \"$1\" >\"$folder/migrated-by\"\n}\n\n# start_needed SERVICE [DEPENDENCY]...: what it depends on is started where it does not run, and is as it wants it.\nstart_needed() {\n  migrating=$1\n  shift\n  needed_first=''\n  for dependency in \"$@\"; do\n    [ -n \"$(containers_of \"$dependency\" --filter status=running)\" ] || needed_first=\"$needed_first $dependency\"\n  done\n  [ -n \"$needed_first\" ] || return 0\n  # shellcheck disable=SC2086 # one word a service\n  start_in_order anew $needed_first || return 1\n  for need in $(order_lines | sed -n \"s/^$migrating [a-z]* //p\"); do await \"$need\" || return 1; done\n}\n\n# run_once SCRIPT SERVICE: the service's own command, or the script in its container.\n# shellcheck disable=SC2086 # `docker compose` is two words\nrun_once() {\n  script=$1 target=$2\n  cd \"$path\" || return 1\n  set -- run --rm -T --no-deps --name \"deploy-kit-$release\" \"$target\"\n  [ ! -e \"$script\" ] || set -- \"$@\" sh -c \"$(cat \"$script\")\"\n  exec setsid $compose_command \"$@\"\n}\n\n# undo_live_migration RELEASE: before the code from before it comes back by hand.\nundo_live_migration() {\n  from=$kit/releases/$1\n  undo_status=0\n  bounded_client \"$migration_timeout\" run_once \"$from/rollback\" \"$(cat \"$from/migrated-by\")\" >\"$folder/migration.log\" 2>&1 || undo_status=$?\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines rollback-command <\"$folder/migration.log\"\n  [ \"$undo_status\" -ne 0 ] || return 0\n  because migration-failed service \"$(cat \"$from/migrated-by\")\" status \"$undo_status\" limit \"$migration_timeout\" message \"$(tail -n 1 \"$folder/migration.log\")\"\n}\n\n# undo_migration FOLDER: the former code can't run on the schema of that release.\nundo_migration() {\n  [ -e \"$transaction/migrated\" ] && [ -e \"$1/breaking\" ] || return 0\n  if [ ! -e \"$1/rollback\" ]; then\n    event note title 'The migration stays' text 'It is marked as breaking and there is no rollback-command: what ran before is restored, but the schema is the new one.'\n    return 0\n  fi\n  bounded_client \"$migration_timeout\" run_once \"$1/rollback\" \"$(cat \"$1/migrated-by\")\" >\"$folder/migration.log\" 2>&1 ||\n    event note title 'The rollback-command failed' text \"$(tail -n 5 \"$folder/migration.log\")\"\n  docker rm -f \"deploy-kit-$release\" >/dev/null 2>&1\n  log_lines rollback-command <\"$folder/migration.log\"\n  rm -f \"$transaction/migrated\"\n}\n\n# Releases: comparing with the live one, taking one up again, removing old ones.\n\n# compare_with_live SERVICE=IMAGE...: ends here when everything of the release is what runs already.\ncompare_with_live() {\n  live=$(current_release)\n  [ -n \"$live\" ] || return 0\n  for file in files.list files.sha256 services pins.yml; do\n    cmp -s \"$folder/$file\" \"$kit/releases/$live/$file\" || return 0\n  done\n  for file in proxy/template proxy/file; do\n    if [ -e \"$folder/$file\" ] && ! cmp -s \"$folder/$file\" \"$kit/releases/$live/$file\"; then return 0; fi\n  done\n  if ! cmp -s \"$folder/env\" \"$path/.env\" || ! cmp -s \"$folder/pins.yml\" \"$kit/pins.yml\"; then return 0; fi\n  (cd \"$path\" && sed 's/^\\([0-9a-f]*\\) [0-7]* /\\1  /' \"$folder/files.sha256\" | sha256sum -c >/dev/null 2>&1) || return 0\n  if ! list_containers || ! runs_well \"$@\"; then\n    error_name='internal-error'\n    return 0\n  fi\n  # The last word of what was interrupted may be that nobody knows.\n  [ -z \"$has_settled\" ] || journal settled \"$live\"\n  finish same \"$live\"\n}\n\n# Whether each service has its container, of the right image, and nothing is wrong with any.\nruns_well() {\n  look_at_containers >/dev/null && [ -z \"$pending\" ] && check_images \"$@\" || return 1\n  while IFS= read -r service; do\n    case \"\n$containers\" in *\"|$service|\"*) ;; *) return 1 ;; esac\n  done <\"$folder/services\"\n}\n\n# expect_current RELEASE: what was decided is only right while that release is live.\nexpect_current() {\n  [ \"$(current_release)\" != \"$1\" ] || return 0\n  because release-changed expected \"$1\" current \"$(current_release)\"\n}\n\n# take_up RELEASE: takes everything of a former release as this one's own, but under the live project's\n# name.\ntake_up() {\n  take_parts \"$1\" files files.list files.sha256 images.list services order replicas claims project owner pins.yml env env.brought hooks pre-stop &&\n    name_project \"$(colour_of \"$(current_release)\")\"\n}\n\n# take_parts RELEASE PART...\ntake_parts() {\n  from=$kit/releases/$1\n  shift\n  for part in \"$@\"; do\n    [ -e \"$from/$part\" ] || continue\n    rm -rf \"${folder:?}/$part\"\n    # Nothing in a release's folder ever changes: the same files can belong to both.\n    cp -al \"$from/$part\" \"$folder/$part\" 2>/dev/null || cp -a \"$from/$part\" \"$folder/$part\" || return 1\n  done\n}\n\n# Removes what is older than the releases that are kept, with the images that only those used. Never a\n# volume, and nothing that a program still works with.\nprune() {\n  # What was taken back counts for none: it would push out those that one can go back to.\n  sed -n 's/^.*\"release\":\"\\([^\"]*\\)-take-back[-0-9a-f]*\",\"kind\":\"take-back\",\"outcome\":\"settled\".*$/\\1/p' \"$kit/journal.jsonl\" >\"$folder/taken-back\"\n  # A release that a rollback made has a count of its own, or going back and forth would push others out.\n  for made_by in deploy rollback; do\n    sed -n 's/^.*\"release\":\"\\([^\"]*\\)\",\"kind\":\"'\"$made_by\"'\",\"outcome\":\"committed\".*$/\\1/p' \"$kit/journal.jsonl\" |\n      grep -vxFf \"$folder/taken-back\" |\n      awk '{ line[NR] = $0 } END { for (i = NR; i > 0; i--) if (!seen[line[i]]++) print line[i] }' |\n      while IFS= read -r id; do\n        if [ -e \"$kit/releases/$id\" ] && [ ! -e \"$kit/releases/$id/rejected\" ]; then printf '%s\\n' \"$id\"; fi\n      done | head -n \"$keep_releases\"\n  done | sort >\"$folder/kept-releases\"\n  list_containers && take_inventory \"$folder/inventory\" && let_go \"$folder\"\n  oldest=$(head -n 1 \"$folder/kept-releases\")\n  while IFS= read -r id; do cut -d ' ' -f 2 \"$kit/releases/$id/images.list\"; done <\"$folder/kept-releases\" >\"$folder/kept-images\"\n  for old in \"$kit/releases\"/*; do\n    id=${old##*/}\n    # Their names begin with their time. A failed release is kept as long as the good ones around it.\n    if [ \"$id\" = \"$oldest\" ] || [ \"$(printf '%s\\n%s\\n' \"$id\" \"$oldest\" | sort | head -n 1)\" != \"$id\" ]; then continue; fi\n    if grep -qxF -e \"$id\" \"$folder/kept-releases\" || ! flock -n \"$old/alive\" true 2>/dev/null; then continue; fi\n    [ ! -e \"$old/images.list\" ] || cut -d ' ' -f 2 \"$old/images.list\"\n    rm -rf \"$old\"\n  done | sort -u | grep -vxFf \"$folder/kept-images\" | while IFS= read -r image; do\n    docker image rm \"$image\" >/dev/null 2>&1 </dev/null\n  done\n  return 0\n}\n\n# Blue-green: the release as a Compose project of its own beside the live one, and a proxy that is switched\n# between them. The project's name is COMPOSE_PROJECT_NAME in .env and `colour` in the release's folder.\n\n# colour_of RELEASE: its project's name; empty when it has the one that Compose gives it.\ncolour_of() { [ -z \"$1\" ] || cat \"$kit/releases/$1/colour\" 2>/dev/null || true; }\n\n# name_project NAME: in the env file of this release, whose copy may belong to others too.\nname_project() {\n  [ -n \"$1\" ] || return 0\n  (\n    umask 077\n    grep -v '^COMPOSE_PROJECT_NAME=' \"$folder/env\"\n    printf 'COMPOSE_PROJECT_NAME=%s\\n' \"$1\"\n  ) >\"$folder/env.named\" && chmod 600 \"$folder/env.named\" && mv -f \"$folder/env.named\" \"$folder/env\"\n  printf '%s' \"$1\" >\"$folder/colour\"\n}\n\n# choose_colour NAME: the project that is not live; NAME is Compose's own name for it.\nchoose_colour() {\n  live_colour=$(colour_of \"$(current_release)\")\n  # Also one whose name only looks like a colour is not taken for the new project.\n  find_live || return 1\n  live_colour=${live_colour:-$project}\n  case $live_colour in\n    *-blue) name_project \"${live_colour%-blue}-green\" ;;\n    *-green) name_project \"${live_colour%-green}-blue\" ;;\n    *) name_project \"$1-blue\" ;;\n  esac\n  front_runs \"$folder\" || because proxy-not-running container \"$(cat \"$folder/proxy/container\")\" || return 1\n  find_proxy_file \"$folder\"\n  # In vain once everything has started: so before.\n  if [ -e \"$proxy_file\" ] && [ ! -d \"$proxy_file\" ] && [ -w \"$proxy_file\" ]; then return 0; fi\n  if [ ! -e \"$proxy_file\" ] && mkdir -p \"$(dirname \"$proxy_file\")\" 2>/dev/null && [ -w \"$(dirname \"$proxy_file\")\" ]; then return 0; fi\n  because proxy-file-not-writable file \"$proxy_file\"\n}\n\n# front_runs FOLDER: whether the proxy of that release can be told; a script finds out by itself.\nfront_runs() {\n  [ ! -e \"$1/proxy/container\" ] || [ \"$(docker inspect --format '{{.State.Running}}' \"$(cat \"$1/proxy/container\")\" 2>/dev/null)\" = true ]\n}\n\n# find_proxy_file FOLDER: what the proxy reads, as that release was told.\nfind_proxy_file() {\n  proxy_file=$(cat \"$1/proxy/file\")\n  # shellcheck disable=SC2088 # a tilde that arrived as text\n  case $proxy_file in\n    /*) ;;\n    '~/'*) proxy_file=$HOME/${proxy_file#'~/'} ;;\n    *) proxy_file=$path/$proxy_file ;;\n  esac\n}\n\n# What a restore needs: the proxy's file, and which project goes.\nsnapshot_proxy() {\n  find_proxy_file \"$folder\"\n  [ ! -e \"$proxy_file\" ] || cp -p \"$proxy_file\" \"$1/proxy.before\" || return 1\n  cp \"$folder/colour\" \"$1/colour\"\n}\n\n# switch_proxy: to this project's containers.\nswitch_proxy() {\n  set_project || return 1\n  docker ps -q --filter \"label=com.docker.compose.project=$project\" --filter label=com.docker.compose.oneoff=False |\n    docker_each inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}} {{.Name}}' |\n    sed 's| /| |' | sort >\"$folder/upstreams\"\n  # Without any, awk would take the template for the list.\n  if [ ! -s \"$folder/upstreams\" ]; then\n    because container-exited service 'of the release' status 'unknown: none of them runs'\n    return 1\n  fi\n  # A line with {{SERVICE:PORT}} stands once for each container of the service.\n  awk '\n    NR == FNR { names[$1] = names[$1] \" \" $2; next }\n    match($0, /[{][{][ ]*[^ {}:]+:[0-9]+[ ]*[}][}]/) {\n      head = substr($0, 1, RSTART - 1)\n      inner = substr($0, RSTART + 2, RLENGTH - 4)\n      tail = substr($0, RSTART + RLENGTH)\n      gsub(/ /, \"\", inner)\n      split(inner, parts, \":\")\n      count = split(names[parts[1]], list, \" \")\n      if (count == 0) exit 1\n      for (i = 1; i <= count; i++) print head list[i] \":\" parts[2] tail\n      next\n    }\n    { print }' \"$folder/upstreams\" \"$folder/proxy/template\" >\"$folder/proxy.rendered\" || {\n    because internal-error message 'a service of proxy-template has no container'\n    return 1\n  }\n  find_proxy_file \"$folder\"\n  # From here on the proxy may lead to this release.\n  mark \"$transaction/switched\" || return 1\n  write_in_place \"$folder/proxy.rendered\" && reload_front \"$folder\"\n}\n\n# leave_blue_green: a release that switches no proxy must not take away the containers that one leads to by their names.\nleave_blue_green() {\n  if [ -e \"$folder/proxy\" ] || [ -z \"$previous\" ] || [ ! -e \"$kit/releases/$previous/proxy/file\" ]; then return 0; fi\n  find_proxy_file \"$kit/releases/$previous\"\n  if ! grep -qF -e \"$project-\" -e \"${project}_\" \"$proxy_file\" 2>/dev/null; then return 0; fi\n  because blue-green-left file \"$proxy_file\" project \"$project\"\n}\n\n# write_in_place SOURCE: a container that mounts the file alone sees only what is written into it.\nwrite_in_place() {\n  cat \"$1\" >\"$proxy_file\" && return 0\n  because proxy-file-not-writable file \"$proxy_file\"\n}\n\n# reload_front FOLDER: makes the proxy read its file, as that release was told.\nreload_front() {\n  reload_status=0\n  bounded \"$hook_timeout\" run_reload \"$1\" >\"$folder/proxy.log\" 2>&1 || reload_status=$?\n  log_lines proxy <\"$folder/proxy.log\"\n  [ \"$reload_status\" -ne 0 ] || return 0\n  because proxy-reload-failed proxy \"$proxy_file\" command \"$(cat \"$1/proxy/reload\" 2>/dev/null || echo \"docker exec $(cat \"$1/proxy/container\")\")\" message \"$(tail -n 1 \"$folder/proxy.log\")\"\n}\n\n# Replaces its subshell, so that ending the subshell ends it.\nrun_reload() {\n  cd \"$path\" || return 1\n  [ ! -e \"$1/proxy/reload\" ] || exec setsid sh -eu \"$1/proxy/reload\"\n  front=$(cat \"$1/proxy/container\")\n  if docker exec \"$front\" nginx -v >/dev/null 2>&1; then\n    # A configuration with an error must not be what nginx finds at its next start.\n    config=$(argument_of \"$front\" -c)\n    docker exec \"$front\" nginx ${config:+-c \"$config\"} -t && exec docker exec \"$front\" nginx ${config:+-c \"$config\"} -s reload\n  elif docker exec \"$front\" caddy version >/dev/null 2>&1; then\n    # What it was started with; the official image's own file where it was not said.\n    config=$(argument_of \"$front\" --config)\n    config=${config:-$(argument_of \"$front\" -c)}\n    exec docker exec \"$front\" caddy reload --config \"${config:-/etc/caddy/Caddyfile}\"\n  else\n    echo \"neither nginx nor Caddy answers in the container $front\"\n    return 1\n  fi\n}\n\n# restore_proxy: back to what runs now; then the project that failed goes.\nrestore_proxy() {\n  [ -e \"$transaction/colour\" ] || return 0\n  find_proxy_file \"$failed_release\"\n  # What runs again must not be stopped by the one that waited to do so.\n  rm -f \"$kit/warm\"\n  if [ -e \"$transaction/switched\" ]; then\n    if [ -e \"$transaction/proxy.before\" ]; then\n      write_in_place \"$transaction/proxy.before\" || return 1\n    else\n      rm -f \"$proxy_file\"\n    fi\n    # Before the first release nothing served: a proxy that is not there yet must not stand in the way.\n    # One that does not run reads the file when it starts.\n    ! front_runs \"$failed_release\" || reload_front \"$failed_release\" || [ ! -s \"$transaction/inventory\" ] || return 1\n    rm -f \"$transaction/switched\"\n    sleep \"$drain_seconds\" 8>&- 9>&-\n  fi\n  failed_colour=$(cat \"$transaction/colour\")\n  [ \"$failed_colour\" = \"$(cat \"$transaction/project\")\" ] || remove_project \"$failed_colour\"\n}\n\n# remove_project NAME: its containers and networks; never a volume, nor what a person runs in it (`docker compose run`).\nremove_project() {\n  set -- \"$1\" --filter \"label=com.docker.compose.project=$1\" --filter label=com.docker.compose.oneoff=False\n  # shellcheck disable=SC2046 # one word an id\n  stop_containers $(docker ps -q \"$2\" \"$3\" \"$4\" \"$5\")\n  docker ps -a -q \"$2\" \"$3\" \"$4\" \"$5\" | docker_each rm -f\n  docker network ls -q --filter \"label=com.docker.compose.project=$1\" | docker_each network rm\n} >/dev/null 2>&1 </dev/null\n\n# remove_former NAME LIST: the containers of those services of a project.\nremove_former() {\n  [ -s \"$2\" ] || return 0\n  while IFS= read -r service; do\n    docker ps -a -q --filter \"label=com.docker.compose.project=$1\" --filter \"label=com.docker.compose.service=$service\" |\n      while read -r id; do\n        stop_containers \"$id\"\n        docker rm -f \"$id\"\n      done\n  done <\"$2\"\n} >/dev/null 2>&1 </dev/null\n\n# keep_warm: the project from before stays up for a while, so that going back takes no start.\nkeep_warm() {\n  [ -e \"$transaction/colour\" ] && [ -s \"$transaction/project\" ] || return 0\n  printf '%s\\n%s\\n%s\\n' \"$(cat \"$transaction/project\")\" \"$release\" \"$previous\" >\"$kit/warm.new\" && mv -f \"$kit/warm.new\" \"$kit/warm\"\n}\n\n# say_what_stays: before the first release it is not ours to remove, but runs on beside it.\nsay_what_stays() {\n  if [ ! -e \"$transaction/colour\" ] || [ -n \"$previous\" ] || [ -z \"$(ran_before 1)\" ]; then return 0; fi\n  event note title 'What was started by hand still runs' text \"The project $(cat \"$transaction/project\") serves no more, but its containers go on. Once nothing needs them: docker compose -p $(cat \"$transaction/project\") down\"\n}\n\n# Waits until the time is over, without the locks of this program.\nstart_cooling() {\n  [ -s \"$kit/warm\" ] || return 0\n  (\n    exec 8>&- 9>&-\n    exec 7<\"$kit/warm\"\n    flock -n 7 || exit\n    # A sleep that outlives this shell must not look like one that still waits.\n    sleep \"$keep_warm_seconds\" 7<&-\n    exec 9>>\"$kit/lock\"\n    flock 9\n    # Another deploy may have taken it up again.\n    [ \"$(sed -n 2p \"$kit/warm\" 2>/dev/null)\" != \"$release\" ] || cool_down\n  ) >/dev/null 2>&1 &\n}\n\n# cool_down: what was kept warm goes, unless it is live again.\ncool_down() {\n  warm_project=$(sed -n 1p \"$kit/warm\")\n  warm_release=$(sed -n 3p \"$kit/warm\")\n  if [ \"$warm_project\" = \"$(colour_of \"$(current_release)\")\" ]; then\n    :\n  elif [ \"$warm_project\" = \"$(colour_of \"$warm_release\")\" ]; then\n    remove_project \"$warm_project\"\n  else\n    # A project with a name of its own may hold more than what we have put there.\n    remove_former \"$warm_project\" \"$kit/releases/$warm_release/services\"\n  fi\n  # Whoever comes next tries again.\n  engine_answers || return 1\n  rm -f \"$kit/warm\"\n}\n\n# Nobody waits any more where a reboot or a kill ended the one that did.\nforget_warm() {\n  [ -e \"$kit/warm\" ] && flock -n \"$kit/warm\" true || return 0\n  cool_down\n}\n";


/***/ }),

/***/ 3356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ConnectionLost)
/* harmony export */ });
/** The connection ended under a command. What the command did meanwhile is not known. */
class ConnectionLost extends Error {
    name = 'ConnectionLost';
}


/***/ }),

/***/ 9946:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fr: () => (/* binding */ withServers),
/* harmony export */   eH: () => (/* binding */ withServer),
/* harmony export */   m5: () => (/* binding */ ServerConnection)
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


/***/ }),

/***/ 694:
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


/***/ })

};
