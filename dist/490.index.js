export const id = 490;
export const ids = [490];
export const modules = {

/***/ 7404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ runAction)
/* harmony export */ });
/* harmony import */ var _errors_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3826);
/* harmony import */ var _inputs_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1064);
/* harmony import */ var _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5693);



const issues = 'https://github.com/org/deploy-kit/issues/new';
/**
 * Runs the story of one step: parses the inputs, reports a known failure as its catalogue entry and
 * an unknown one with its stack. Never rejects; a failure sets the exit code to 1.
 */
async function runAction(definition, story) {
    // What a library throws past every promise (a socket's event, say) would end in a bare stack.
    process.once('uncaughtException', (error) => {
        _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsReporter */ .t.failed(unexpected(error));
        process.exit(1);
    });
    try {
        await story((0,_inputs_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parseInputs */ .TL)(definition, _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsReporter */ .t), _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsReporter */ .t);
    }
    catch (error) {
        _local_outside_actions_reporter_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsReporter */ .t.failed(error instanceof _errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployKitError */ .mG ? error : unexpected(error));
    }
}
function unexpected(cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return (0,_errors_index_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('internal-error', { message, issues }, { cause, hostState: { state: 'unknown', why: 'the failure is not one that we know.' } });
}


/***/ }),

/***/ 6889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ catalogue)
});

;// CONCATENATED MODULE: ./build/src/errors/check-errors.js
const checkErrors = {
    'cloud-login-missing': {
        title: 'No login to <cloud>',
        kind: 'configuration',
        cause: '<message>',
        fix: '<remedy>',
    },
    'cloud-login-refused': {
        title: '<cloud> does not accept the login',
        kind: 'configuration',
        cause: 'It answered: <message>',
        fix: '<remedy>',
    },
    'cloud-unreachable': {
        title: '<cloud> does not answer',
        kind: 'environment',
        cause: '<message>',
        fix: 'Check the address (`curl -i <url>`), then run it again.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/deploy-errors.js
const deployErrors = {
    'compose-file-missing': {
        title: 'The Compose file <file> is not there',
        kind: 'configuration',
        cause: 'There is no <file> in the checkout (<directory>).',
        fix: 'Check `compose-files:`, and that actions/checkout runs before this step.',
    },
    'files-missing': {
        title: '`files` names nothing with <pattern>',
        kind: 'configuration',
        cause: 'The pattern is <pattern>, and <why>.',
        fix: 'Patterns count from the folder of the first Compose file: `scripts/**`, `conf/*.ini`. Check that the files are committed.',
    },
    'file-name-unsupported': {
        title: 'A file can not be deployed under its name',
        kind: 'configuration',
        cause: 'The file name <file> <why>.',
        fix: 'Rename the file, or move it out of what the Compose files mention and `files` names. `git ls-files` shows such names in quotes.',
    },
    'env-file-missing': {
        title: 'The env file <file> is not there',
        kind: 'configuration',
        cause: 'There is no <file> in the checkout.',
        fix: 'Check `env-file:`. A file that lives on the server only needs no input: leave `env-file` out and the server keeps its `.env`.',
    },
    'env-file-unreadable': {
        title: 'The env file <file> on <host> can not be read',
        kind: 'configuration',
        cause: 'It is not there, or the user <user> may not read it.',
        fix: 'Check `env-file:` (an absolute path is one on the server) and the rights of the file.',
    },
    'sops-key-missing': {
        title: 'The env file <file> is encrypted, and there is no key',
        kind: 'configuration',
        cause: '<file> was encrypted with SOPS; `age-key` is not set, or its secret is empty.',
        fix: 'Set `age-key: ${{ secrets.AGE_KEY }}` to the private key (`AGE-SECRET-KEY-1…`) of one of its recipients.',
    },
    'sops-key-wrong': {
        title: 'The age key does not fit <file>',
        kind: 'configuration',
        cause: 'None of its <recipients> recipients with age has that key.',
        fix: 'See `age-keygen -y` of the key, put the recipient into .sops.yaml, and run `sops updatekeys <file>`.',
    },
    'age-key-invalid': {
        title: '`age-key` is no age key',
        kind: 'configuration',
        cause: 'It must hold lines that begin with `AGE-SECRET-KEY-1`, as age-keygen writes them.',
        fix: 'Store the whole file of age-keygen in the secret.',
    },
    'sops-file-changed': {
        title: '<file> was changed after it was encrypted',
        kind: 'configuration',
        cause: 'Not with SOPS: <problem>. A line may be gone, or come from elsewhere.',
        fix: 'Look at its history in Git; edit it with `sops <file>` alone, which keeps the checksum right.',
    },
    'sops-file-unsupported': {
        title: '<file> can not be read as an encrypted env file',
        kind: 'configuration',
        cause: '<problem>.',
        fix: 'Encrypt a dotenv file, or a flat YAML or JSON file, with age: `sops --encrypt --age age1… <file>`',
    },
    'env-rules-broken': {
        title: 'The env file breaks its rules',
        kind: 'configuration',
        cause: '<problems>.',
        fix: 'Mend the values where they are kept (secrets, env file); the rules are in the file of `env-rules`.',
    },
    'env-rules-invalid': {
        title: 'The env rules in <file> are not valid',
        kind: 'configuration',
        cause: 'Line <line>: <problem>.',
        fix: 'The decorators are `@required`, `@optional`, `@sensitive`, `@type=…`, `@equals=OTHER`, `@differs=OTHER`; see the guide of deploy-compose.',
    },
    'env-file-invalid': {
        title: 'The env file is not valid',
        kind: 'configuration',
        cause: 'Line <line>: <problem>. Compose would refuse the file.',
        fix: "Mend that line of the env file. A value with spaces, `#` or `$` stands in single quotes: `NAME='value'`",
    },
    'env-misread-by-old-compose': {
        title: "The server's Compose <version> can not read <keys> as meant",
        kind: 'configuration',
        cause: 'It reads env files in its own way: it knows no escaped `$`, takes `${…}` for a variable even in single quotes, does not replace `$NAME`, needs `=` between name and value, and knows in the `env_file` of a service no variable of `.env`. <host> has no newer Compose.',
        fix: 'Install the Compose plugin on the server (`docker compose version` must answer); or give <keys> values without `$`, quotes and backslashes.',
    },
    'compose-file-invalid': {
        title: 'The Compose file <file> is not valid',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Try it: `docker compose -f <file> config`',
    },
    'compose-refers-to-missing-file': {
        title: 'The Compose file refers to files that are not there',
        kind: 'configuration',
        cause: '<missing>. They are neither in the checkout nor in <path> on the server; Docker would make an empty folder in their place. An empty one is not what is meant where it is only read (`:ro`), has the name of a file, or something in it is run or read by a command, healthcheck or hook.',
        fix: 'Commit them, or make them on the server; for a folder that is empty at first all the same, use the long form with `bind: {create_host_path: true}`.',
    },
    'server-files-changed': {
        title: 'Files on <host> are not as they were shipped',
        kind: 'configuration',
        cause: '<files>. The release would undo that.',
        fix: "Bring what is worth keeping into the repository (`scp '<user>@<host>:<path>/<example>' .`); or take a file that the server alone should have out of it; or let the release replace them: `allow: server-files` (a rollback: `force: true`). What was there is then kept in <path>/.deploy-kit/former.",
    },
    'server-files-blocked': {
        title: 'Files on <host> can not be kept or written',
        kind: 'environment',
        cause: '<problems>.',
        fix: 'On the server: `<mend>`',
    },
    'release-not-in-compose': {
        title: 'No service of the Compose file uses the released image',
        kind: 'configuration',
        cause: 'The release holds <images>; the services use <references>.',
        fix: 'Set `image:` of the service to the released repository, for example `image: <example>`.',
    },
    'service-cannot-roll': {
        title: 'Not every service can roll: <services>',
        kind: 'configuration',
        cause: 'Rolling runs the new container beside the old one. <reasons>.',
        fix: 'Put a proxy in front that publishes the port, and take `ports:` or `container_name:` out of the service; where it writes somewhere, mount that `:ro`, or say with `deploy.update_config.order: start-first` that two of its containers may write there; or set `strategy: auto`, which rolls the others and recreates this one.',
    },
    'project-not-twofold': {
        title: 'The project can not run twice, as blue-green needs',
        kind: 'configuration',
        cause: 'The new project starts beside the one that runs. <reasons>.',
        fix: 'Put the proxy and what keeps data (databases, queues) into a Compose project of their own, on a network that both share (`external: true`); or set `strategy: rolling`, which needs neither.',
    },
    'blue-green-left': {
        title: 'The proxy still leads to the project <project>',
        kind: 'configuration',
        cause: 'The live release was deployed with `strategy: blue-green`, this one would not switch the proxy, and <file> names containers of <project> that would be gone afterwards.',
        fix: 'Keep `strategy: blue-green`. To leave it, first point the proxy to the names of the services (`web:8080`) in <file>, and reload it.',
    },
    'rollback-over-strategy': {
        title: 'A rollback can not lead over the change to or from blue-green',
        kind: 'configuration',
        cause: 'The live release <current> and <target> are set up in different ways: one is a project of its own behind a proxy that is switched, the other is not. Its volumes and its proxy would be other ones.',
        fix: 'Deploy that version anew, as the workflow sets it up now: `images: NAME:VERSION` in the deploy-compose step.',
    },
    'proxy-template-invalid': {
        title: 'The proxy template <file> can not be used',
        kind: 'configuration',
        cause: '<problem>.',
        fix: 'Write a line such as `to {{web:8080}}` (Caddy) or `server {{web:8080}};` (nginx): it stands once for each container of the service.',
    },
    'proxy-not-running': {
        title: 'The proxy <container> does not run on <host>',
        kind: 'environment',
        cause: '`blue-green` switches a proxy that serves: the container <container> of `proxy-container` is stopped, restarts again and again, or is not there.',
        fix: 'On the server: `docker logs --tail 20 <container>`, mend what it says, `docker start <container>`. Then deploy again.',
    },
    'proxy-file-not-writable': {
        title: "The proxy's file <file> on <host> can not be written",
        kind: 'configuration',
        cause: 'The user <user> may not write it, or its folder.',
        fix: 'On the server: `sudo mkdir -p "$(dirname <file>)" && sudo touch <file> && sudo chown <user> <file>`; or let the proxy mount a folder below the deploy folder.',
    },
    'health-url-failed': {
        title: 'The server got no good answer from <url>',
        kind: 'configuration',
        cause: 'For <seconds> s, the last time: <message>',
        fix: 'Try it on the server: `curl -v <url>`. A name that only containers know needs a published port, or a `healthcheck:` in its place.',
    },
    'hook-failed': {
        title: 'The hook <hook> failed',
        kind: 'configuration',
        cause: 'It ended with status <status> (124: it was not done within <limit> s): <message>',
        fix: 'Its lines are above in the log. Try it on the server, in the deploy folder; when it only needs longer, raise `hook-timeout`.',
    },
    'migration-service-missing': {
        title: 'There is no service <service> for the migration',
        kind: 'configuration',
        cause: 'The Compose files have the services <services>.',
        fix: 'Set `migration-service:` to one of them.',
    },
    'migration-failed': {
        title: 'The migration failed',
        kind: 'configuration',
        cause: 'The container of service <service> ended with status <status> (124: it was not done within <limit> s): <message>',
        fix: 'Its lines are above in the log; the former release still serves. Mend the migration and release again; when it only needs longer, raise `migration-timeout`.',
    },
    'release-changed': {
        title: 'Another release became live meanwhile',
        kind: 'environment',
        cause: 'This was decided while <expected> was live; now it is <current>.',
        fix: 'Look at what is live now and run the job again.',
    },
    'proxy-reload-failed': {
        title: 'The proxy <proxy> could not be told of the new containers',
        kind: 'environment',
        cause: '`<command>` failed: <message>',
        fix: 'Try the command on the server; a configuration that is not valid is the usual cause (`nginx -t`).',
    },
    'deploy-locked': {
        title: 'The lock of the deploy folder on <host> is held',
        kind: 'environment',
        cause: 'The lock of <path> is held by <holder>. This one waited <seconds> s for it<queue>.',
        fix: 'Wait for that to end and run this job again, or raise `lock-timeout`. The lock ends with its holder: there is nothing to clean up. Where that is no deploy: `ssh <user>@<host> ps -fp PID` says what it is.',
    },
    'release-folder-removed': {
        title: 'The folder of the release was removed on <host> while it was deployed',
        kind: 'environment',
        cause: 'Of <path>/.deploy-kit/releases/<release>, where its program says what it does, nothing is there any more.',
        fix: "See what runs: `ssh -t <user>@<host> 'cd <path> && docker compose ps'`. Find what removes it (a hook, a clean-up job, `git clean`), keep `.deploy-kit` out of that, and deploy again.",
    },
    'upload-failed': {
        title: 'The release could not be sent to <host>',
        kind: 'environment',
        cause: '<message>',
        fix: 'Check the space on the server (`df -h <path>`) and the connection, then run the job again.',
    },
    'probe-failed': {
        title: '<host> did not answer as a Linux server does',
        kind: 'environment',
        cause: '<message>',
        fix: 'The login must give a POSIX shell with the usual programs (awk, sed, df): try `ssh <user>@<host> df`.',
    },
    'image-pull-failed': {
        title: 'The server could not pull <image>',
        kind: 'environment',
        cause: '<message>',
        fix: 'Try it on the server: `docker pull <image>`. For a private registry give `registry-username` and `registry-password`.',
    },
    'container-exited': {
        title: 'Service <service> exited',
        kind: 'configuration',
        cause: 'Its container ended with status <status> instead of running.',
        fix: "The container's last lines below say why it ended; mend it and deploy again. One that is meant to end, and ran on until this release: let another service wait for its end (`depends_on` with `service_completed_successfully`). To follow the service: `ssh -t <user>@<host> 'cd <path> && docker compose logs -f --tail 50 <service>'`",
    },
    'container-disturbed': {
        title: 'Something else acted on service <service>',
        kind: 'environment',
        cause: 'Its container was <what> while the deploy only waited for it: not by this program, and not by itself.',
        fix: 'See who acts on containers of this server, and keep it from those of the release while a deploy is at work: watchtower, autoheal, a cron job, a person, another tool that deploys. `docker events --since 1h` on the server shows when. Then run the job again.',
    },
    'container-restart-loop': {
        title: 'Service <service> restarts for ever',
        kind: 'configuration',
        cause: 'Its container ended with status <status> and was restarted <restarts> times.',
        fix: "The container's last lines below say why it ended; mend it and deploy again. One that is meant to end, and ran on until this release: let another service wait for its end (`depends_on` with `service_completed_successfully`). To follow the service: `ssh -t <user>@<host> 'cd <path> && docker compose logs -f --tail 50 <service>'`",
    },
    'container-unhealthy': {
        title: 'Service <service> did not become healthy',
        kind: 'configuration',
        cause: 'Its state after <seconds> s: <health>.',
        fix: "The healthcheck's and the container's last lines are below; when the app only needs longer to start, raise `health-timeout` or the healthcheck's `start_period`. To follow the service: `ssh -t <user>@<host> 'cd <path> && docker compose logs -f --tail 50 <service>'`",
    },
    'container-not-steady': {
        title: 'Service <service> does not stay up',
        kind: 'configuration',
        cause: 'It has no healthcheck, and in <seconds> s there were never <stable> s in which no container was started again.',
        fix: 'The last lines of what was started again are below. A healthcheck says sooner what is wrong.',
    },
    'compose-up-failed': {
        title: 'Compose could not start the release',
        kind: 'configuration',
        cause: '`<command>` ended with status <status>: <message>',
        fix: "The lines below are Compose's own; mend what they name and deploy again. If this error should have known more, report it with those lines: https://github.com/org/deploy-kit/issues",
    },
    'compose-up-timeout': {
        title: 'Compose took too long to start the release',
        kind: 'configuration',
        cause: '`<command>` was ended after <limit> s: <health-timeout> s of `health-timeout`, 60 s of its own, <waits> s for what services of the Compose files wait for, <stops> s for what ran to stop. Its last line: <message>',
        fix: 'Where the app needs longer to become ready, raise `health-timeout`, or `start_period` and `retries` of the healthcheck that others wait for; where it needs longer to stop, its `stop_grace_period`; where others wait for it to end, `migration-timeout`.',
    },
    'proxy-config-invalid': {
        title: 'The configuration of <service> has an error',
        kind: 'configuration',
        cause: 'It was tried in <image> before anything was switched: <message>',
        fix: 'Correct that place in the file of the checkout that is mounted there, and deploy again. To try it yourself: `docker compose run --rm --no-deps <service>` with `nginx -t` or `caddy validate --config /etc/caddy/Caddyfile`.',
    },
    'port-taken': {
        title: 'Port <port> of <host> is taken',
        kind: 'environment',
        cause: 'A service of the release publishes it, and something else has it: <message>',
        fix: 'See who has it: `docker ps --filter publish=<port>`, `sudo ss -ltnp "sport = :<port>"`. End that, or publish another port. A `docker-proxy` that no container stands behind was left by a power cut (docs/reliability.md): `sudo systemctl restart docker`.',
    },
    'wrong-image-running': {
        title: 'Service <service> does not run the released image',
        kind: 'internal',
        cause: 'It runs <running>, the release holds <expected>.',
        fix: 'Look at `docker compose config` in <path> on the server: something overrides the image (a shell variable, another Compose file).',
    },
    'hosts-same-server': {
        title: '<first> and <second> are the same server',
        kind: 'configuration',
        cause: 'Both addresses lead to <path> of the same server: it would get the release twice.',
        fix: 'Leave one of them out of `host` and `hosts`.',
    },
    'hosts-failed': {
        title: 'The deploy failed on <failed>, of <count> servers',
        kind: 'environment',
        cause: '<reasons>',
        fix: '<fix>',
    },
    'hosts-not-restored': {
        title: 'What ran before was not restored on <failed>, of <count> servers',
        kind: 'environment',
        cause: '<reasons>',
        fix: 'Where the release was not taken back: <fix> A deploy to all of them makes them equal again.',
    },
    'release-rejected': {
        title: 'The release <release> did not pass and was taken back',
        kind: 'environment',
        cause: '<reason>',
        fix: 'Mend what the failed step says, and release again.',
    },
    'release-not-confirmed': {
        title: 'The release <release> went back by itself',
        kind: 'environment',
        cause: 'On <hosts> no word of this job came within `confirm-within`, so that it was taken for dead, and what ran before was restored. The confirmation came after that.',
        fix: 'Where the job was alive, something in it takes longer: set `confirm-within` to more than what lies between the deploy and its verification, or use the root action, or give verify-health the `host` and the `path`, which then says that the job is alive. Then release again.',
    },
    'former-release-rejected': {
        title: 'Release <release> was taken back, and what runs now was rejected, too',
        kind: 'environment',
        cause: 'What ran before it is <live>, which its own job has rejected meanwhile. What ran before that one is not kept any more, so there was nothing else to go back to.',
        fix: 'Look at the site, and <way>. `keep-releases` says how many releases are kept.',
    },
    'release-superseded': {
        title: 'The release <release> was not taken back',
        kind: 'environment',
        cause: 'Another release is live by now: <current>.',
        fix: 'Nothing to do for the server; look at the run that deployed <current>.',
    },
    'rollback-target-unknown': {
        title: 'There is no release <wanted> to go back to',
        kind: 'configuration',
        cause: 'The server has: <available>.',
        fix: 'Set `to:` to one of them: its id, its version, or the first digits of its commit. An older one is deployed again with deploy-compose and `images:`.',
    },
    'rollback-target-ambiguous': {
        title: '<wanted> means several releases',
        kind: 'configuration',
        cause: 'It fits <matches>. The server has: <available>.',
        fix: 'Set `to:` to the id of one of them.',
    },
    'rollback-target-live': {
        title: '<wanted> is live already',
        kind: 'configuration',
        cause: 'The server runs <current>. It has: <available>.',
        fix: 'Nothing to do; or set `to:` to another release.',
    },
    'rollback-nothing-live': {
        title: 'No release of deploy-kit is live on <host>',
        kind: 'configuration',
        cause: 'There is no record of one in <path>.',
        fix: 'Check `path:`; deploy a first release with deploy-compose.',
    },
    'rollback-over-breaking-migration': {
        title: 'Going back leads over a breaking migration',
        kind: 'configuration',
        cause: "<releases> changed the database so that the code of <target> can't run on it, and deploy-kit can't take that back by itself.",
        fix: 'Take the migration back first, or set `force: true` when the code of <target> does run on the schema as it is.',
    },
    'folder-owned': {
        title: 'The folder <path> on <host> belongs to <owner>',
        kind: 'configuration',
        cause: 'Its live release was deployed by <owner>; this deploy comes from <repository>, and would take that app away.',
        fix: 'Give this app a folder of its own (`path:`). Where it has moved from one repository to the other: `allow: owner` in this step, once.',
    },
    'compose-files-left': {
        title: 'Compose reads files in <path> that the release does not have',
        kind: 'configuration',
        cause: 'What runs there was started with <files> too, or a `docker compose up -d` typed there takes them; no release has brought them, and this one has <compose-files>. What they add to the project would be gone.',
        fix: 'Put them into the repository and into `compose-files:`. To give them up: `allow: server-files` in this step, once, or move them away on the server.',
    },
    'env-file-left': {
        title: 'What runs in <path> on <host> was started with another env file',
        kind: 'configuration',
        cause: 'It was started with `--env-file <file>`, and the env file of this release lacks of it, or has otherwise: <keys>.',
        fix: 'To go on with that file: `env-file: <file>` (a path on the server that <user> can read). Or give those variables in `env:` or `env-file:`. To give them up: `allow: env-keys` in this step, once.',
    },
    'env-emptied': {
        title: 'Variables of what runs in <path> on <host> would be empty',
        kind: 'configuration',
        cause: 'They have a value in the containers that run, and no env file that Compose reads gives them one: <keys>. They were in the shell of whoever has started this.',
        fix: 'Put what the Compose files ask for into `env:`, `env-file:`, or `.env` on the server (`docker inspect` shows the values that it has now). To give them up: `allow: env-keys` in this step, once.',
    },
    'store-left': {
        title: 'A service would start without the data that it has, on <host>',
        kind: 'configuration',
        cause: 'On the server now: <stores>',
        fix: 'Mount the same place: write its path out in place of `~` or of a variable that only one shell has, or give that variable in `env:`. Or copy the data to the new place first, and deploy again. To begin with nothing on purpose: make the volume (`docker volume create`), or put a file into the folder.',
    },
    'profile-not-on': {
        title: 'What runs the release on <host> has a profile that is not on',
        kind: 'configuration',
        cause: '<services>: somebody has started that with `--profile`, and Compose would leave it as it is, with the former image.',
        fix: 'Turn the profile on for good: `COMPOSE_PROFILES=<profiles>` in `env:`, or in `.env` on the server. Or end what it has started: `docker compose --profile <profiles> rm --stop <services>` there.',
    },
    'several-projects': {
        title: 'Several Compose projects run from <path> on <host>',
        kind: 'configuration',
        cause: 'Nothing says which of them this release is: <projects>.',
        fix: 'Say it: `COMPOSE_PROJECT_NAME=…` in `env:`, or `name:` in the Compose file. Or end those that are not needed: `docker compose -p NAME down`, which leaves the volumes.',
    },
    'project-taken': {
        title: 'The Compose project <project> on <host> is that of another folder',
        kind: 'configuration',
        cause: 'It runs from <folder>. A deploy to <path> under the same name would take its containers and volumes over.',
        fix: 'For another app: give this one a name of its own, `name:` in its Compose file. For the same app: set `path:` to <folder>, or end it there (`docker compose down`, which leaves the volumes) before the first deploy to <path>.',
    },
    'started-below': {
        title: 'The app on <host> was started from a folder below <path>',
        kind: 'configuration',
        cause: 'The project <project> runs <image> from <folder>. A deploy to <path> would start it a second time beside that.',
        fix: 'Set `path:` to <folder>: as for Compose, the project folder is that of the first Compose file. Where it is to be a second one all the same: `allow: project-name` in this step, once.',
    },
    'project-renamed': {
        title: 'The Compose project on <host> has another name',
        kind: 'configuration',
        cause: 'What runs from <path> is the project <project>; the release would be <planned>, a second one beside it, on the same data.',
        fix: 'Take `name:` or COMPOSE_PROJECT_NAME out of the release, or set it to <project>. To change the name for good: `allow: project-name` in this step, once; the volumes whose names begin with <project> stay behind.',
    },
    'restart-not-proven': {
        title: 'What runs on <host> could not be started again',
        kind: 'environment',
        cause: 'If this deploy failed, nothing could bring <services> back: Compose would not start what runs as it stands, neither from the files in <path> nor as it was started (<message>), and no release of ours holds it. It may run with variables that are in no file.',
        fix: 'On the server, make the files describe what runs: put the variables that it was started with into <path>/.env, and see that `docker compose --dry-run up -d` there says `Running` for each. Then deploy again. To give up what runs: `docker compose down` there, which leaves its volumes.',
    },
    'restore-incomplete': {
        title: 'What ran before did not come back as it was',
        kind: 'environment',
        cause: '<lost>.',
        fix: 'Log in and look: `ssh <user>@<host>`, then `cd <path> && docker compose ps -a`.',
    },
    'restore-failed': {
        title: 'The release failed, and so did restoring the one before',
        kind: 'environment',
        cause: '<reason> Then restoring <previous> failed: <message>',
        fix: 'Log in and look: `ssh <user>@<host>`, then `cd <path> && docker compose ps -a`. `docker compose up -d` there starts the former release.',
    },
    'program-ended-early': {
        title: 'The deploy program on <host> was ended from outside',
        kind: 'environment',
        cause: 'It stopped at "<step>" without a result: it was killed, or the server was restarted.',
        fix: 'The server has been settled; run the job again.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/dispatch-errors.js
const dispatchErrors = {
    'dispatch-too-large': {
        title: 'The event is too large for GitHub',
        kind: 'configuration',
        cause: 'It has <what>; GitHub takes <limit> at most. The largest or first too many is `<key>`.',
        fix: 'Make `<key>` smaller: hand on large data as an artifact or as a file in a bucket, and send its name in `extra`.',
    },
    'dispatch-nobody-listens': {
        title: 'No workflow of <repository> listens to the event <event-type>',
        kind: 'configuration',
        cause: 'GitHub would accept the event and start nothing: no workflow on the default branch has `on: repository_dispatch` with this type.<near-misses>',
        fix: 'Put `on: repository_dispatch: types: [<event-type>]` into the workflow on the default branch, or correct `event-type`.',
    },
    'dispatch-not-traceable': {
        title: 'The run that the event starts could not be found',
        kind: 'configuration',
        cause: 'GitHub does not say which run an event starts, and the `run-name:` of <workflow> does not show the correlation id.',
        fix: 'Add `run-name: <run-name>` to <workflow>, or set `wait: none`.',
    },
    'dispatch-no-such-workflow': {
        title: 'The workflow <workflow> of <repository> cannot be started',
        kind: 'configuration',
        cause: 'GitHub answered <status>: <message>',
        fix: '<remedy>',
    },
    'run-never-started': {
        title: 'No run started in <repository>',
        kind: 'environment',
        cause: 'GitHub accepted the event, and within <seconds> s no run showed the correlation id <correlation-id>.',
        fix: 'Look at the Actions page of <repository>: the workflow may be disabled, or Actions may be switched off; then run this job again.',
    },
    'run-failed': {
        title: 'The run "<title>" ended with <conclusion>',
        kind: 'environment',
        cause: '<reason>',
        fix: 'Read <url>, mend what failed, and run this job again.',
    },
    'run-wait-timeout': {
        title: 'The run "<title>" is not over after <seconds> s',
        kind: 'environment',
        cause: 'It <status> and goes on without this job: <url>',
        fix: '<remedy>',
    },
    'run-outputs-missing': {
        title: 'The run "<title>" left no usable outputs',
        kind: 'configuration',
        cause: 'The artifact `<artifact>` <problem>.',
        fix: 'Let the run write a JSON object to a file and upload it: `uses: actions/upload-artifact@v6` with `name: <artifact>` and `path: outputs.json`.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/github-errors.js
const githubErrors = {
    'github-token-missing': {
        title: 'No token to send the event with',
        kind: 'configuration',
        cause: 'The input `<input>` is empty: the secret <secret> was never created, or is not visible to this job.',
        fix: "Leave `<input>` out to use the job's own token (same repository, with `permissions: contents: write`), or create the secret <secret> under Settings → Secrets and variables → Actions.",
    },
    'github-unconfirmed': {
        title: 'GitHub did not confirm the event',
        kind: 'environment',
        cause: '<request> failed with: <message>; GitHub may have taken it all the same; nobody can tell from here.',
        fix: 'Look at the Actions page of <repository>: if nothing started, run this job again. Should the event come twice all the same, that does no harm: both carry the same release, and deploying what is live changes nothing.',
    },
    'github-rate-limited': {
        title: 'GitHub takes no more requests of this token for now',
        kind: 'environment',
        cause: '<request> was refused: <message>. The limit ends at <until>.',
        fix: "Run the job again after that; if it happens often, use an App's token, which has a limit of its own.",
    },
    'github-token-invalid': {
        title: 'GitHub does not accept the token',
        kind: 'configuration',
        cause: 'GitHub answered "Bad credentials" to <token-kind>: it was revoked, has expired, or was pasted with a character too many.',
        fix: "Create a new token and store it in the secret that this step uses; in the same repository leave `github-token` out and the job's own token is used.",
    },
    'github-token-lacks-permission': {
        title: 'The token lacks the permission "<permission>" on <repository>',
        kind: 'configuration',
        cause: 'GitHub refused <request> with <token-kind>: "<message>". It lacks the permission "<permission>" on <repository>.',
        fix: '<remedy>',
    },
    'github-repository-not-found': {
        title: 'GitHub shows no repository <repository> to this token',
        kind: 'configuration',
        cause: '<token-kind> does not see <repository>: the name is misspelt, or the token has no access to it.',
        fix: 'Check the name. The job\'s own token reaches its own repository only; for another one use a fine-grained token or App with "<permission>" on it.',
    },
    'github-request-refused': {
        title: 'GitHub refused the request',
        kind: 'configuration',
        cause: 'GitHub answered <status> to <request>: <message>',
        fix: 'Correct what the message names, then run the job again.',
    },
    'github-answer-invalid': {
        title: "GitHub's answer can not be read",
        kind: 'environment',
        cause: 'What came for <request> is not what the API of GitHub answers: <problem>.',
        fix: "Mostly something answers in GitHub's place (a proxy's page). Look at `curl -i $GITHUB_API_URL` from the same runner, then run the job again.",
    },
    'github-unreachable': {
        title: 'GitHub did not answer',
        kind: 'environment',
        cause: '<request> failed <attempts> times, last with: <message>',
        fix: 'Look at githubstatus.com, then run the job again.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/image-errors.js
const imageErrors = {
    'image-build-failed': {
        title: 'The image was not built',
        kind: 'configuration',
        cause: '`docker buildx build` ended with status <status>: <message>',
        fix: 'Read the lines below, mend the Dockerfile or its context, and try it with `<command>`.',
    },
    'buildx-missing': {
        title: 'Docker on this runner has no buildx',
        kind: 'environment',
        cause: '`docker buildx` answered: <message>',
        fix: 'Install it: `apt-get install docker-buildx-plugin` on the runner, or put `uses: docker/setup-buildx-action@v3` before this step.',
    },
    'runner-docker-not-running': {
        title: 'Docker does not run on this runner',
        kind: 'environment',
        cause: '`docker` answered: <message>',
        fix: 'Use a runner with Docker (`runs-on: ubuntu-latest`), or start it: `systemctl start docker`.',
    },
    'build-nothing': {
        title: 'There is nothing to build',
        kind: 'configuration',
        cause: 'The file names no target (a Compose file: no service with `build:`).',
        fix: 'Name the targets with `targets:`, or give the bake file a group `default`.',
    },
    'build-target-unnamed': {
        title: 'The target <target> has no name for its image',
        kind: 'configuration',
        cause: 'Neither the target nor the step says where its image is pushed to.',
        fix: 'Give the target `tags` (in a Compose file: `image:`), or set `image: ghcr.io/acme`: the image is then `ghcr.io/acme/<target>`.',
    },
    'image-check-failed': {
        title: 'The image did not pass its check',
        kind: 'configuration',
        cause: '<reason> Nothing was pushed under the release tags, and nothing was announced.',
        fix: 'Read the lines below. To see it again: `<command>`',
    },
    'image-not-as-checked': {
        title: 'What was pushed as <image> is not what was checked',
        kind: 'environment',
        cause: 'The check ran on <checked>, the push made <pushed>: a step of the build gave something else the second time. Nothing was announced.',
        fix: 'Run it again; if it stays so, look for a step that downloads the newest of something, and name its version.',
    },
    'image-not-as-built': {
        title: 'The registry has something else under <image>',
        kind: 'environment',
        cause: 'This step pushed <built>; the registry serves <found>. Another build pushed the same tag at the same time.',
        fix: 'Let one workflow build a commit, or give the workflow a `concurrency:` group; then run it again.',
    },
    'image-not-found': {
        title: 'The registry does not have <image>',
        kind: 'configuration',
        cause: 'The registry answered that there is no such tag or digest.',
        fix: 'Check the tag; when a build is still on its way, put wait-for-image before this step.',
    },
    'image-never-came': {
        title: 'The image <image> did not come',
        kind: 'environment',
        cause: 'The registry did not have it within <seconds> s (<requests> requests, the last answered: <answer>).',
        fix: 'Look at the run that should have built it<build-run>; when it needs longer, raise `timeout`.',
    },
    'image-stale': {
        title: 'The image <image> is not the one that was waited for',
        kind: 'environment',
        cause: 'After <seconds> s (<requests> requests) it still leads to <digest>, and <problem>.',
        fix: 'Look at the run that should have built it<build-run>; when it needs longer, raise `timeout`.',
    },
    'image-build-ended': {
        title: 'The build of <image> ended with <conclusion>',
        kind: 'environment',
        cause: 'The run that should have pushed it is over, and the registry does not have it: <build-run>',
        fix: 'Read that run, mend what failed, and run it again.',
    },
    'image-platform-missing': {
        title: 'The image <image> is not built for <platform>',
        kind: 'configuration',
        cause: 'The registry has it for <available> only.',
        fix: 'Build it with `platforms: <platform>`.',
    },
    'registry-denied': {
        title: 'The registry <registry> gives no access to <image>',
        kind: 'configuration',
        cause: 'To <who> it answered: <message>. The account has no access, or the image does not exist (registries do not tell the two apart).',
        fix: '<remedy>',
    },
    'registry-login-missing': {
        title: 'The registry <registry> asks for a login',
        kind: 'configuration',
        cause: 'To <who> it answered for <image>: <message>. Without a login a registry does not say whether the image exists.',
        fix: '<remedy>',
    },
    'registry-login-refused': {
        title: 'The registry <registry> does not accept the login',
        kind: 'configuration',
        cause: 'To <who> it answered for <image>: <message>. User and password do not fit.',
        fix: '<remedy>',
    },
    'registry-token-scope': {
        title: 'The token may not do this with packages',
        kind: 'configuration',
        cause: 'To <who>, <registry> answered for <image>: <message>. The login is right, but the token lacks the scope.',
        fix: '<remedy>',
    },
    'registry-package-not-linked': {
        title: 'The package <image> is not open to this repository',
        kind: 'configuration',
        cause: 'To <who>, <registry> answered: <message>. The login is right, but the package belongs to another repository or to none.',
        fix: '<remedy>',
    },
    'registry-repository-missing': {
        title: 'The registry <registry> has no repository for <image>',
        kind: 'configuration',
        cause: 'It answered: <message>. At this registry a repository must exist before anything is pushed to it.',
        fix: '<remedy>',
    },
    'registry-unreachable': {
        title: 'The registry <registry> does not answer',
        kind: 'environment',
        cause: '<message>',
        fix: 'Check the name of the registry and that it is up: `curl -i https://<registry>/v2/`',
    },
    'registry-answer-invalid': {
        title: 'The registry <registry> gave an answer that is not an image',
        kind: 'environment',
        cause: '<message>',
        fix: 'Check that `<image>` is a container image and that no proxy changes what the registry sends.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/input-errors.js
const inputErrors = {
    'input-invalid': {
        title: 'The inputs of <action> are not valid',
        kind: 'configuration',
        cause: '<problems>',
        fix: 'Correct the `with:` of this step; <readme> describes each input.',
    },
    'release-document-invalid': {
        title: 'The event does not carry a valid release document',
        kind: 'configuration',
        cause: '<problems>',
        fix: 'Send the event with build-and-dispatch, or give the images as input `images:` when you start this workflow by hand.',
    },
    'internal-error': {
        title: 'deploy-kit met something that it does not know',
        kind: 'internal',
        cause: '<message>',
        fix: 'Please report it with the log of this step: <issues>',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/preflight-errors.js
const preflightErrors = {
    'preflight-failed': {
        title: 'Preflight found what would go wrong: <counts>',
        kind: 'configuration',
        cause: '<problems>',
        fix: "Mend each as its row in the job's summary says; a report about a workflow stands at its line, and docs/workflow-check.md explains its rule.",
    },
};

;// CONCATENATED MODULE: ./build/src/errors/server-errors.js
const serverErrors = {
    'docker-missing': {
        title: 'Docker is not installed on <host>',
        kind: 'environment',
        cause: 'There is no `docker` command on the PATH of user <user>.',
        fix: "Install Docker's engine on the server (https://docs.docker.com/engine/install/), then run the job again.",
    },
    'docker-not-running': {
        title: "Docker's engine does not answer on <host>",
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `sudo systemctl enable --now docker`; of an engine of the user alone (rootless): `systemctl --user enable --now docker` as that user, and once `sudo loginctl enable-linger USER`, without which it ends with each session.',
    },
    'docker-not-answering': {
        title: "Docker's engine on <host> hangs",
        kind: 'environment',
        cause: '`<command>` had no answer within <seconds> s: the engine takes the request and then says nothing. Its process is stopped or stuck, or the disk that it waits for is.',
        fix: 'On the server: `systemctl status docker` and `sudo journalctl -u docker -n 100` tell more; `sudo systemctl restart docker` mends most (with `live-restore` in /etc/docker/daemon.json containers run on meanwhile, without it they start again). Once `docker ps` answers, run the job again: it settles first what an interrupted deploy has left.',
    },
    'docker-context-missing': {
        title: 'The Docker context of user <user> is not there on <host>',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server, as <user>: `docker context ls` shows what there is. Take one of them (`docker context use default`), or make it again: `docker context create rootless --docker host=unix:///run/user/$(id -u)/docker.sock`',
    },
    'docker-endpoint-unsupported': {
        title: 'Docker of user <user> on <host> leads to an engine that a deploy cannot use',
        kind: 'environment',
        cause: '<by> says that `docker` there means <endpoint>. The files of a release are put on <host>, where only an engine of <host> itself finds them: it is reached by its socket (`unix://…`), or at 127.0.0.1 without TLS.',
        fix: 'Deploy to the machine of that engine (`host:`), or let Docker mean the one of <host>, as <user>: `docker context use default`, and no `DOCKER_HOST` in its start-up files.',
    },
    'podman-unsupported': {
        title: '<host> runs Podman in place of Docker',
        kind: 'environment',
        cause: '`docker` leads to Podman there (<message>). deploy-kit needs what Docker keeps of restarts, health and labels, which Podman tells in other ways.',
        fix: "Install Docker's engine on the server (https://docs.docker.com/engine/install/), and remove `podman-docker` or unset `DOCKER_HOST` for this user.",
    },
    'docker-permission-denied': {
        title: 'User <user> may not use Docker on <host>',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `sudo usermod -aG docker <user>` (the next connection has the group); or let sudo run Docker without a password, since nobody can type one here: `echo "<user> ALL=(root) NOPASSWD: /usr/bin/docker, /usr/bin/docker-compose" | sudo tee /etc/sudoers.d/deploy-kit`',
    },
    'compose-missing': {
        title: 'Docker Compose is not installed on <host>',
        kind: 'environment',
        cause: 'Docker <docker-version> is there, but neither the plugin (`docker compose`) nor a standalone `docker-compose`: <message>',
        fix: "Install the plugin on the server: `sudo apt-get install docker-compose-plugin` (Docker's own packages), `docker-compose-v2` (Ubuntu), `docker-compose` (Debian 13).",
    },
    'server-tool-missing': {
        title: '<host> lacks <tool>',
        kind: 'environment',
        cause: 'A deploy needs docker, flock, setsid, tar and timeout on the server; <tool> is not on the PATH of user <user>.',
        fix: 'On the server: `sudo apt-get install <package>`',
    },
    'path-not-writable': {
        title: 'The deploy folder <path> cannot be used on <host>',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `sudo mkdir -p <path> && sudo chown <user> <path>`; where it is about what lies in `.deploy-kit`: `sudo chown -R <user> <path>/.deploy-kit`',
    },
    'disk-full': {
        title: 'The disk of <host> is full',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `docker system df` shows what uses it; `docker image prune -a --filter until=720h` removes images unused for 30 days.',
    },
    'network-missing': {
        title: 'The external network <network> does not exist on <host>',
        kind: 'environment',
        cause: '<compose-file> declares it as external, so Compose does not make it.',
        fix: 'On the server: `docker network create <network>`',
    },
    'volume-missing': {
        title: 'The external volume <volume> does not exist on <host>',
        kind: 'environment',
        cause: '<compose-file> declares it as external, so Compose does not make it.',
        fix: 'On the server: `docker volume create <volume>`; or, where its data is in a volume of another name (`docker volume ls`), name that one.',
    },
    'volume-changed': {
        title: 'The volume <name> on <host> is not as the Compose files describe it',
        kind: 'configuration',
        cause: 'It differs in: <parts>. A volume can not be changed: Compose would keep the old one, or stop, or ask whether all that is in it may go.',
        fix: 'Give the new volume another key or `name:` in the Compose file, and copy the data into it; or take the change of `volumes.<key>` back. Where the data may go, on the server: stop what uses it, then `docker volume rm <name>`',
    },
    'network-changed': {
        title: 'The network <name> on <host> would be made anew, and others use it',
        kind: 'configuration',
        cause: 'It differs in: <parts>. Compose can only remove it and make another, for which everything on it must stop; <others> of other projects would lose it.',
        fix: 'Take the change back, or give the new network another key or `name:` and move the others over to it first; where they may stop, on the server: `docker network disconnect -f <name> CONTAINER` for each of them.',
    },
    'network-made-anew': {
        title: 'The network <name> on <host> would be made anew while services roll',
        kind: 'configuration',
        cause: 'It differs in: <parts>. Compose removes it and makes another, for which all of <users> must stop at once; services that roll are started one by one.',
        fix: 'Deploy this change with `strategy: recreate`, once; or give the new network another key in the Compose file.',
    },
    'service-not-built': {
        title: 'The image of service <services> is to be built, and <host> does not have it',
        kind: 'configuration',
        cause: 'There is `build:` and no `image:` that is in a registry. A deploy ships no build context and builds nothing on the server.',
        fix: 'Build and push the image in the workflow and name it with `image:`; or give a service that is only for building a profile (`profiles: [build]`), or put it into a Compose file that is not deployed.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/ssh-errors.js
const sshErrors = {
    'ssh-host-key-unknown': {
        title: 'No host key to check <host> against',
        kind: 'configuration',
        cause: 'Neither `known-hosts` nor `host-fingerprint` is set, and a job has no memory of earlier connections: without one of them anybody could pose as your server.',
        fix: 'On the server run `<command>` and compare it with `<fingerprint>`, which <host> shows now. If they are equal, set: host-fingerprint: <fingerprint>',
    },
    'ssh-host-key-mismatch': {
        title: 'The host key of <host> is not the expected one',
        kind: 'environment',
        cause: 'The server shows <fingerprint>, which is none of the expected: <expected>. Either the server was reinstalled, or something else answers at its address.',
        fix: 'On the server run `<command>`. Only when it prints <fingerprint>, put that into `known-hosts` or `host-fingerprint`.',
    },
    'ssh-key-missing': {
        title: 'There is no SSH key to log in with',
        kind: 'configuration',
        cause: '`ssh-key` is not set, or its secret is empty, and there is no agent (`SSH_AUTH_SOCK`).',
        fix: 'Set `ssh-key: ${{ secrets.SSH_KEY }}`; the secret must exist in this repository or environment.',
    },
    'ssh-key-unreadable': {
        title: 'The SSH key cannot be read',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Store the whole private key file in the secret, from `-----BEGIN` to `-----END … KEY-----`, line breaks included.',
    },
    'ssh-key-needs-passphrase': {
        title: 'The SSH key is protected by a passphrase',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Give the passphrase as `ssh-key-passphrase: ${{ secrets.… }}`, or make a key without one for deploys: `ssh-keygen -t ed25519 -N "" -f deploy_key`',
    },
    'ssh-login-refused': {
        title: '<host> refuses the key of user <user>',
        kind: 'configuration',
        cause: 'The server does not accept the key <key> for the user <user>.',
        fix: 'Add the public key to ~<user>/.ssh/authorized_keys on the server (from your machine: `ssh-copy-id -i deploy_key.pub <user>@<host>`) and check `user` in `host:`.',
    },
    'ssh-host-unknown': {
        title: 'The server <host> is not found',
        kind: 'configuration',
        cause: 'DNS knows no address for <host>.',
        fix: "Check the spelling of `host:`, or use the server's IP address.",
    },
    'ssh-unreachable': {
        title: 'No SSH connection to <host>:<port>',
        kind: 'environment',
        cause: '<message>',
        fix: "Check that the server is up, that sshd listens on port <port>, and that its firewall lets GitHub's runners in.",
    },
    'login-shell-in-the-way': {
        title: 'The login shell of <user> on <host> does not run commands',
        kind: 'environment',
        cause: 'Before each command it reads its start-up files (~/.bashrc, ~/.zshenv, ~/.config/fish, ~/.ssh/rc, `BASH_ENV`), and one of them reads standard input to its end, starts another program, or ends the shell; or the account or its key allows no commands. It said: <message>',
        fix: 'Let them end early where nobody types, with this line at the top of ~/.bashrc: `case $- in *i*) ;; *) return ;; esac`. Try it: `echo kept | ssh <user>@<host> cat` must print `kept` and nothing else.',
    },
    'ssh-connection-lost': {
        title: 'The connection to <host> was lost and did not come back',
        kind: 'environment',
        cause: '<message>. The program on the server goes on by itself: it commits the release or restores the one before.',
        fix: 'See how it ended: `ssh <user>@<host> tail -n 3 <journal>`, or run the job again: the next deploy settles it first.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/symptom-errors.js
/** What tools on the server and apps in containers say, as the recogniser takes it from their words. */
const symptomErrors = {
    'container-name-taken': {
        title: 'The container name <name> is taken',
        kind: 'environment',
        cause: 'Another container has it: <message>',
        fix: 'See whose it is: `docker ps -a --filter name=<name>`, and remove that: `docker rm <name>`. Without `container_name:` Compose makes names of its own, and the service can roll.',
    },
    'container-command-missing': {
        title: "The container's command <command> is not in its image",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Check `command:` and `entrypoint:` of the service, and that the file is there and executable: `docker run --rm --entrypoint sh <image> -c "command -v <command>"`. A script also needs the shell that its first line names.',
    },
    'image-wrong-platform': {
        title: 'The image is for another kind of processor',
        kind: 'configuration',
        cause: '<message>',
        fix: "Build for the server's platform: `platforms: linux/amd64,linux/arm64` in build-and-dispatch. A script without a first line such as `#!/bin/sh` gives the same error.",
    },
    'mount-file-and-folder': {
        title: 'A file is mounted where the container has a folder, or the other way round',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Mostly a file that was missing when the container first started: Docker made an empty folder in its place. Remove that folder on the server (`rmdir`) and deploy again.',
    },
    'docker-network-unknown': {
        title: 'The network <network> does not exist on the server',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `docker network create <network>`',
    },
    'docker-subnets-used-up': {
        title: 'Docker has no free subnet for another network',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `docker network prune` removes networks that nothing uses; `default-address-pools` in /etc/docker/daemon.json makes room for more.',
    },
    'container-limit-invalid': {
        title: 'A limit of a service does not fit the server',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Change `mem_limit`, `cpus` or `deploy.resources` of the service to what the server has (`nproc`, `free -m`).',
    },
    'docker-no-gpu': {
        title: 'The server gives containers no GPU',
        kind: 'environment',
        cause: '<message>',
        fix: "Install NVIDIA's container toolkit on the server, or take the device out of the service.",
    },
    'image-reference-invalid': {
        title: "An image's name is not valid",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Check `image:`: small letters, and no empty tag. A variable that is empty leaves `name:`; give it a default: `${IMAGE_TAG:-latest}`',
    },
    'registry-speaks-http': {
        title: 'The registry has no TLS, and Docker on the server wants it',
        kind: 'environment',
        cause: '<message>',
        fix: 'Put TLS in front of the registry; for one in a trusted network, name it in `insecure-registries` of /etc/docker/daemon.json on the server.',
    },
    'pull-access-denied': {
        title: 'The registry gives the server no access to an image',
        kind: 'configuration',
        cause: '<message>',
        fix: "Check the image's name: registries do not tell a missing one from a private one. For a private one give `registry-username` and `registry-password`, or `docker login` on the server as the deploying user.",
    },
    'container-not-running': {
        title: 'A container that should be used does not run',
        kind: 'environment',
        cause: '<message>',
        fix: 'See why it ended: `docker compose ps -a`, `docker compose logs --tail 50` in the deploy folder. For a command of its own use `docker compose run --rm`.',
    },
    'container-unknown': {
        title: 'There is no container <name>',
        kind: 'configuration',
        cause: '<message>',
        fix: "Compose's names end in a number (`app-web-1`): use `docker compose exec web …`, which needs none.",
    },
    'docker-volume-in-use': {
        title: 'A volume is still used by a container',
        kind: 'environment',
        cause: '<message>',
        fix: 'See by which: `docker ps -a --filter volume=<volume>`. deploy-kit itself never removes volumes.',
    },
    'compose-env-file-missing': {
        title: 'A service names an env file that is not there',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Commit it beside the Compose file, or make it on the server; or say `required: false` in the long form of `env_file`.',
    },
    'compose-variable-missing': {
        title: 'The Compose file needs a variable that is not set',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Add it to `env:` or `env-file:` of the deploy step.',
    },
    'compose-dependency-failed': {
        title: 'A service that another one waits for failed',
        kind: 'environment',
        cause: '<message>',
        fix: 'Its own last lines say why: `docker compose logs --tail 50` in the deploy folder.',
    },
    'compose-service-unknown': {
        title: 'The Compose files have no service <service>',
        kind: 'configuration',
        cause: '<message>',
        fix: 'See which there are: `docker compose config --services` in the deploy folder.',
    },
    'name-unknown-on-server': {
        title: 'A name can not be resolved on the server',
        kind: 'environment',
        cause: '<message>',
        fix: 'Check the spelling, and that the server (or the container) can resolve names: `getent hosts NAME`. Names of services are known only inside the networks that the services share.',
    },
    'connection-refused-on-server': {
        title: 'A connection was refused: nothing listens there',
        kind: 'environment',
        cause: '<message>',
        fix: 'Does it run (`docker compose ps`), and is that its address? Inside a container, localhost is the container itself: use the name of the service. A database that still starts needs a healthcheck and `depends_on: {db: {condition: service_healthy}}`.',
    },
    'connection-timed-out-on-server': {
        title: 'A connection was not answered in time',
        kind: 'environment',
        cause: '<message>',
        fix: 'A firewall between the two drops the packets, or the other side is down: try it on the server with `nc -vz HOST PORT`.',
    },
    'certificate-untrusted': {
        title: 'A certificate is not trusted on the server',
        kind: 'environment',
        cause: '<message>',
        fix: "For an authority of your own: put its certificate into /usr/local/share/ca-certificates and run `sudo update-ca-certificates`; for Docker's registries also /etc/docker/certs.d/HOST/ca.crt.",
    },
    'certificate-other-name': {
        title: 'A certificate is for another name',
        kind: 'environment',
        cause: '<message>',
        fix: 'Use the name that is in the certificate, or issue one for this name.',
    },
    'port-speaks-no-tls': {
        title: 'A port was asked with TLS that speaks none',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Use `http://` (or the port with TLS).',
    },
    'outgoing-ssh-host-key-unknown': {
        title: 'The server does not know the host key of a machine that it connects to',
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server, as the deploying user: `ssh-keyscan HOST >>~/.ssh/known_hosts`, after comparing the key with the one that its owner publishes.',
    },
    'outgoing-ssh-host-key-changed': {
        title: 'The host key of a machine that the server connects to has changed',
        kind: 'environment',
        cause: '<message>',
        fix: 'Was that machine made anew? Then, on the server: `ssh-keygen -R HOST`, and add the new key after comparing it.',
    },
    'outgoing-ssh-login-refused': {
        title: 'A machine that the server connects to refuses its key',
        kind: 'environment',
        cause: '<message>',
        fix: "For Git: add the server's public key as a deploy key of the repository. Else: `ssh-copy-id` from the server.",
    },
    'outgoing-ssh-key-unreadable': {
        title: 'An SSH key on the server can not be read',
        kind: 'environment',
        cause: '<message>',
        fix: 'The file must be the whole private key, from `-----BEGIN` to `-----END … KEY-----`, with line breaks.',
    },
    'outgoing-ssh-no-common-algorithm': {
        title: 'Two machines have no SSH algorithm in common',
        kind: 'environment',
        cause: '<message>',
        fix: 'One of the two is very old: update it.',
    },
    'sudo-needs-password': {
        title: 'sudo asks for a password, which nobody can type here',
        kind: 'environment',
        cause: '<message>',
        fix: 'Allow just that command without one, with `sudo visudo -f /etc/sudoers.d/deploy`: `<user> ALL=(root) NOPASSWD: /usr/bin/systemctl reload nginx`, and call it with `sudo -n`.',
    },
    'sudo-not-allowed': {
        title: 'The user may not use sudo for that',
        kind: 'environment',
        cause: '<message>',
        fix: 'Allow just that command: `sudo visudo -f /etc/sudoers.d/deploy`',
    },
    'command-missing': {
        title: 'The command <command> is not installed',
        kind: 'environment',
        cause: '<message>',
        fix: 'Install it where it runs (the server for hooks, the image for commands in containers), or give its whole path: a hook has the PATH of a plain SSH command.',
    },
    'systemd-unit-missing': {
        title: 'The systemd unit <unit> does not exist',
        kind: 'configuration',
        cause: '<message>',
        fix: 'See what there is: `systemctl list-unit-files`; after adding a file: `sudo systemctl daemon-reload`.',
    },
    'systemd-unit-failed': {
        title: 'The systemd unit <unit> did not start',
        kind: 'environment',
        cause: '<message>',
        fix: 'Its own words: `sudo journalctl -xeu <unit> --no-pager | tail -n 50`',
    },
    'systemd-no-permission': {
        title: 'The user may not control the systemd unit <unit>',
        kind: 'environment',
        cause: '<message>',
        fix: 'Let sudo do just that: `<user> ALL=(root) NOPASSWD: /usr/bin/systemctl restart <unit>` in /etc/sudoers.d/deploy.',
    },
    'nginx-upstream-unknown': {
        title: 'nginx does not find the upstream <name>',
        kind: 'configuration',
        cause: '<message>',
        fix: 'nginx resolves names when it starts. Let it start after that service (`depends_on`), in the same network; or use `resolver 127.0.0.11` and a variable in `proxy_pass`.',
    },
    'nginx-config-invalid': {
        title: "nginx's configuration is not valid",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Mend that line; try it: `docker compose run --rm nginx nginx -t`, or `sudo nginx -t` on the server.',
    },
    'nginx-certificate-missing': {
        title: 'nginx does not find the certificate <file>',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Is it mounted into the container, and issued? `sudo certbot certificates` on the server shows what there is.',
    },
    'caddy-config-invalid': {
        title: 'The Caddyfile is not valid',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Mend that line; try it: `caddy validate --config Caddyfile --adapter caddyfile`',
    },
    'caddy-admin-unreachable': {
        title: "Caddy's admin endpoint does not answer, so it can't be reloaded",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Does Caddy run? `admin off` in the Caddyfile takes the endpoint away: remove it; the endpoint listens to localhost inside the container alone.',
    },
    'certbot-port-taken': {
        title: 'certbot needs port <port>, and something else listens there',
        kind: 'environment',
        cause: '<message>',
        fix: 'See what: `sudo ss -ltnp "sport = :<port>"`. Beside a running proxy use `--webroot -w FOLDER` with a folder that the proxy serves; or stop the proxy for it: `--pre-hook "docker compose stop nginx" --post-hook "docker compose start nginx"`.',
    },
    'certbot-challenge-not-served': {
        title: "The certificate's authority got another answer than certbot's",
        kind: 'environment',
        cause: '<message>',
        fix: 'What it asks for must come from the folder of `--webroot -w`: put a file into `.well-known/acme-challenge/` there and try `curl http://NAME/.well-known/acme-challenge/FILE`. Does the name lead to this server (`dig +short NAME`)?',
    },
    'certbot-not-reached': {
        title: "The certificate's authority does not reach the server",
        kind: 'environment',
        cause: '<message>',
        fix: 'It must get an answer on port 80 from outside: check that a proxy listens there (`sudo ss -ltn`), the firewall of server and provider, and that the name leads to this server (`dig +short NAME`, also for IPv6: `dig +short NAME AAAA`).',
    },
    'certbot-name-unknown': {
        title: "The certificate's authority finds no address for the name",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Add the record (A, AAAA) where the domain is kept, and wait until it is seen: `dig +short NAME`.',
    },
    'certbot-plugin-missing': {
        title: "certbot's plugin for <plugin> is not installed",
        kind: 'environment',
        cause: '<message>',
        fix: 'On the server: `sudo apt-get install python3-certbot-<plugin>`. For an nginx in a container use `--webroot` instead: the plugin edits the nginx of the server itself.',
    },
    'certbot-not-root': {
        title: 'certbot must run as root',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Call it with `sudo -n certbot …`, and allow that: `<user> ALL=(root) NOPASSWD: /usr/bin/certbot` in /etc/sudoers.d/deploy.',
    },
    'certbot-busy': {
        title: 'Another certbot runs at this moment',
        kind: 'environment',
        cause: '<message>',
        fix: 'Mostly the timer that renews: wait for it (`systemctl status certbot.service`, `pgrep -a certbot`) and run the job again.',
    },
    'postgres-password-wrong': {
        title: 'PostgreSQL refuses the password',
        kind: 'configuration',
        cause: '<message>',
        fix: "Compare the app's variable with `POSTGRES_PASSWORD`. That one counts only when the volume is made; later: `ALTER USER … PASSWORD …`. An env rule `@equals` keeps the two alike.",
    },
    'postgres-database-missing': {
        title: 'The database <database> does not exist',
        kind: 'configuration',
        cause: '<message>',
        fix: '`POSTGRES_DB` makes it only with a new volume; else: `createdb -O OWNER <database>` in the container.',
    },
    'postgres-role-missing': {
        title: 'The database has no role <role>',
        kind: 'configuration',
        cause: '<message>',
        fix: '`POSTGRES_USER` makes it only with a new volume; else: `createuser --pwprompt <role>` in the container.',
    },
    'postgres-schema-differs': {
        title: 'The database lacks what the code expects',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Did the migration run? Set `migration-service` or `migration-command`: it then runs before the new release starts.',
    },
    'postgres-data-other-version': {
        title: "The database's files are of another version of PostgreSQL",
        kind: 'configuration',
        cause: '<message>',
        fix: 'Go back to the image of that version, dump with it (`pg_dumpall`), and load the dump into a new volume; or use `pg_upgrade`. Pin the major version: `postgres:16`.',
    },
    'postgres-too-many-connections': {
        title: 'The database has no connection left',
        kind: 'environment',
        cause: '<message>',
        fix: "While two releases run side by side both have their pools: make these smaller, or raise `max_connections` (or the role's limit).",
    },
    'file-system-read-only': {
        title: 'Something is written to a file system that is read-only',
        kind: 'environment',
        cause: '<message>',
        fix: 'In a container with `read_only: true`, give the folder a volume or `tmpfs:`. On the server itself: `dmesg | tail`, the disk may have failed.',
    },
    'file-permission-denied': {
        title: 'A file may not be read or written',
        kind: 'environment',
        cause: '<message>',
        fix: 'See whose it is: `ls -l`. In a container, the user of the process must own what is mounted: `sudo chown -R UID:GID FOLDER` on the server.',
    },
    'script-carriage-return': {
        title: 'A script has the line ends of Windows',
        kind: 'configuration',
        cause: '<message>',
        fix: 'Convert it: `sed -i "s/\\r$//" FILE`, and keep it so with `* text=auto eol=lf` in .gitattributes.',
    },
    'too-many-open-files': {
        title: 'A process has too many files open',
        kind: 'environment',
        cause: '<message>',
        fix: 'Raise the limit of the service: `ulimits: {nofile: 65536}`; if it only grows, the app leaks connections.',
    },
    'out-of-memory': {
        title: 'A process was killed, mostly for want of memory',
        kind: 'environment',
        cause: '<message>',
        fix: 'Look: `dmesg | grep -i oom`, `docker stats --no-stream`. Give the service more (`mem_limit`), the server some swap, or roll one service after the other.',
    },
};

;// CONCATENATED MODULE: ./build/src/errors/verify-errors.js
const verifyErrors = {
    'verify-failed': {
        title: '<url> does not answer as expected',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
        fix: "Try it: `curl -i <url>`. The app's log on the server tells more: `docker compose logs --tail 50`",
    },
    'verify-needs-server': {
        title: 'How to reach the server is not said',
        kind: 'configuration',
        cause: '<target> is seen from the server, and `host` is not set.',
        fix: 'Set `host`, `ssh-key` and `known-hosts` as in the deploy-compose step, and for containers its `path`.',
    },
    'verify-name-unknown': {
        title: 'The name <host> leads nowhere',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Check the name in `urls` and its record: `dig +short <host>`. A new record can take minutes to be seen: raise `timeout`.',
    },
    'verify-refused': {
        title: 'Nothing listens at <host>',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Check that the port is published (`docker compose ps` on the server shows `0.0.0.0:<port>->`) and that `urls` has the published one, not the one inside the container.',
    },
    'verify-timed-out': {
        title: '<url> does not answer in time',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Try it: `curl -v <url>`. No "Connected" there: a firewall drops the packets. "Connected": the app hangs (`docker compose logs --tail 50` on the server), or needs longer than `request-timeout`.',
    },
    'verify-tls-failed': {
        title: 'The certificate of <host> is not accepted',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Look at it: `openssl s_client -connect <host> -servername <name> </dev/null`. For one of your own authority, set `tls-ca`.',
    },
    'verify-no-tls': {
        title: '<host> speaks no TLS',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Mostly the port of plain http: write `http://`, or the port that has TLS (443).',
    },
    'verify-connection-broken': {
        title: '<host> ends the connection without an answer',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: 'Check that the port speaks what the URL says (http or https), and what listens there: `docker compose logs --tail 50` on the server.',
    },
    'verify-redirected': {
        title: '<url> redirects instead of answering',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
        fix: 'If it should lead there, verify that address, or set `expect-status` to the redirect. A redirect to another host or to localhost comes from a proxy or app that is not told its own name.',
    },
    'verify-wrong-status': {
        title: '<url> answers with the wrong status',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>. Expected: <expected>.',
        fix: "Try it: `curl -i <url>`. 404: check the path in `urls`. 502, 503, 504: the proxy does not reach the app. Else the app's log tells more: `docker compose logs --tail 50` on the server.",
    },
    'verify-body-differs': {
        title: '<url> answers without the expected text',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
        fix: 'Compare: `curl -s <url>`. Either another release or page answers there, or `expect-body` does not match what this one says.',
    },
    'verify-certificate-name': {
        title: 'The certificate of <host> is for another name',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) <url> could not be asked: <answer>.',
        fix: "Tell the proxy the site's name: in a Caddyfile the block begins with `<name> {`; in nginx, `server_name <name>;` with its own certificate. Without that, a proxy shows the one of its first site, or of localhost.",
    },
    'verify-certificate-expires': {
        title: 'The certificate of <host> ends soon',
        kind: 'environment',
        cause: 'Over <seconds> s (<attempts> attempts): <answer>.',
        fix: 'Renew it, and see why nothing did: `sudo certbot renew --dry-run`, or the log of the proxy that gets its own certificates.',
    },
    'verify-redirected-elsewhere': {
        title: '<url> redirects to where it must not',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
        fix: "A redirect to localhost or another host comes from a proxy or app that is not told its own name: give the Caddyfile's block the site's name (for an IP address `http://<name>`, or Caddy makes it https), or set the app's host. If it should lead there, set `redirects: any`, or verify that address.",
    },
    'verify-redirect-loop': {
        title: '<url> redirects in a circle',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
        fix: 'Mostly a proxy that speaks http to an app which wants https: pass `X-Forwarded-Proto` on, and let the app trust it.',
    },
    'verify-json-differs': {
        title: '<url> answers with other data than expected',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
        fix: 'Compare: `curl -s <url>`. A path is written `checks.db` or `items[0].id`; text and numbers differ (`"1"`, `1`).',
    },
    'verify-header-differs': {
        title: '<url> answers without the expected header',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts) the answer was: <answer>.',
        fix: 'Compare: `curl -sI <url>`. A proxy in front may take headers away.',
    },
    'verify-wrong-revision': {
        title: '<url> is answered by another release',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: 'See what runs: `docker compose ps` on the server. An old container behind the proxy, a cache, or an image built without its revision answers so.',
    },
    'verify-too-slow': {
        title: '<url> answers too slowly',
        kind: 'environment',
        cause: 'Over <seconds> s (<attempts> attempts): <answer>.',
        fix: 'Measure it on the server and from outside (`from: host`): the difference is the way there. The first answers of an app that has just started may be slow: raise `timeout`.',
    },
    'verify-localhost': {
        title: '<url> is the runner itself, not the server',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts): <answer>. Seen from a job, localhost is the machine of the job.',
        fix: 'Verify the address of the server, or ask from the server: `from: host` with `host`, `ssh-key` and `known-hosts`.',
    },
    'verify-port-internal': {
        title: 'The port <port> is not published',
        kind: 'configuration',
        cause: '<url> could not be asked (<attempts> attempts): <answer>.',
        fix: 'Verify one of the published ports, or publish this one: `ports: ["<port>:<port>"]`.',
    },
    'verify-only-inside': {
        title: '<url> works on the server, but not from outside',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: "Look in this order: the name (`dig +short <name>` is the server's address?), the provider's firewall, the server's (`sudo ufw status`), the port that the proxy publishes (`docker ps`).",
    },
    'verify-asset-missing': {
        title: '<url> loads with parts missing',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: 'Mostly assets that were not built into this image, or a proxy that serves them from another folder. Try it: `curl -I` with that address.',
    },
    'verify-websocket-refused': {
        title: '<url> does not open as a WebSocket',
        kind: 'configuration',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: 'In nginx: `proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";`. Caddy needs nothing. Check the path, too.',
    },
    'verify-command-failed': {
        title: 'The check failed: <url>',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: 'Run it by hand; it runs in the checkout, on the runner, with `sh -eu`.',
    },
    'verify-container-failed': {
        title: 'Not well: <url>',
        kind: 'environment',
        cause: 'For <seconds> s (<attempts> attempts): <answer>.',
        fix: 'On the server, in the deploy folder: `docker compose ps -a`, and `docker compose logs --tail 50` of that service.',
    },
    'verify-not-steady': {
        title: '<url> does not stay healthy',
        kind: 'environment',
        cause: 'Over <seconds> s (<attempts> attempts): <answer>.',
        fix: "Look at the app's log on the server for that time: `docker compose logs --since 10m`. `max-failures` says how many failures are accepted.",
    },
};

;// CONCATENATED MODULE: ./build/src/errors/catalogue.js











/**
 * Every failure that we know, by its permanent name. A name is never changed or used again: links
 * into docs/runbook.md and people's search results depend on it.
 */
const catalogue = {
    ...inputErrors,
    ...githubErrors,
    ...dispatchErrors,
    ...imageErrors,
    ...sshErrors,
    ...serverErrors,
    ...deployErrors,
    ...verifyErrors,
    ...checkErrors,
    ...preflightErrors,
    ...symptomErrors,
};


/***/ }),

/***/ 9572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mG: () => (/* binding */ DeployKitError),
  V2: () => (/* binding */ failure),
  BL: () => (/* binding */ hasLeftNothing)
});

// EXTERNAL MODULE: ./build/src/errors/catalogue.js + 11 modules
var catalogue = __webpack_require__(6889);
;// CONCATENATED MODULE: ./build/src/errors/entry.js
/** Replaces each `<name>` by its value; a placeholder without a value stays as it stands. */
function fillIn(text, values) {
    return text.replace(/<([a-z-]+)>/g, (placeholder, name) => String(values[name] ?? placeholder));
}

// EXTERNAL MODULE: ./build/src/errors/host-state.js
var host_state = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/src/errors/deploy-kit-error.js



/** An expected failure: an entry of the catalogue with its values, and what is live now. */
class DeployKitError extends Error {
    name = 'DeployKitError';
    entry;
    title;
    kind;
    why;
    fix;
    hostState;
    details;
    /** What the lines look like, and what mends that; `undefined` where nothing is known of them. */
    hint;
    #values;
    #context;
    constructor(entry, values, context = {}) {
        const { title, kind, cause, fix } = catalogue/* catalogue */.s[entry];
        super(`${fillIn(title, values)}: ${fillIn(cause, values)}`, { cause: context.cause });
        this.#values = values;
        this.#context = context;
        this.entry = entry;
        this.title = fillIn(title, values);
        this.kind = kind;
        this.why = fillIn(cause, values);
        this.fix = fillIn(fix, values);
        this.hostState = context.hostState ?? host_state/* unchanged */.C;
        this.details = context.details ?? [];
        this.hint = context.looksLike && hintOf(context.looksLike, values);
    }
    /** The same failure, where more is known of what it leaves, and of what led to it. */
    leaving(hostState, details = []) {
        return new DeployKitError(this.entry, this.#values, {
            ...this.#context,
            hostState,
            details: [...this.details, ...details],
        });
    }
}
function hintOf({ entry, values }, others) {
    const { title, fix } = catalogue/* catalogue */.s[entry];
    const all = { ...others, ...values };
    return { entry, text: `${fillIn(title, all)}. ${fillIn(fix, all)}` };
}
/**
 * Makes an error of the catalogue.
 * @param values one value for each placeholder of the entry's texts (checked by the compiler)
 */
function failure(entry, values, context = {}) {
    return new DeployKitError(entry, values, context);
}
/** Whether a failure says that what ran before still runs, or runs again. */
function hasLeftNothing(error) {
    return error instanceof DeployKitError && /^(unchanged|restored)$/.test(error.hostState.state);
}


/***/ }),

/***/ 6295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ unchanged),
/* harmony export */   X: () => (/* binding */ describeHostState)
/* harmony export */ });
const unchanged = { state: 'unchanged' };
/** The host state as the sentence that ends every error. */
function describeHostState(host) {
    switch (host.state) {
        case 'unchanged':
            return 'The server was not changed: what ran before still runs.';
        case 'new-release':
            return `The server runs the new release ${host.release}.`;
        case 'restored':
            return `The server was restored: it runs ${host.release}.`;
        case 'provisional':
            return `The server still runs the release ${host.release}; unless its \`rollback-on\` is never, the deploy-compose step restores what ran before when this job ends.`;
        case 'unknown':
            return `What the server runs is not known: ${host.why}`;
    }
}


/***/ }),

/***/ 3826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mG: () => (/* reexport */ deploy_kit_error/* DeployKitError */.mG),
  sW: () => (/* reexport */ catalogue/* catalogue */.s),
  V2: () => (/* reexport */ deploy_kit_error/* failure */.V2),
  BL: () => (/* reexport */ deploy_kit_error/* hasLeftNothing */.BL),
  GJ: () => (/* reexport */ recognise),
  Cv: () => (/* reexport */ host_state/* unchanged */.C)
});

// EXTERNAL MODULE: ./build/src/errors/catalogue.js + 11 modules
var catalogue = __webpack_require__(6889);
// EXTERNAL MODULE: ./build/src/errors/deploy-kit-error.js + 1 modules
var deploy_kit_error = __webpack_require__(9572);
;// CONCATENATED MODULE: ./build/src/errors/recognise.js
/**
 * The words of each tool, in the versions' own wordings, the more special ones first. Each is there because a
 * tool printed it: __tests__/fixtures/symptoms.json has the output and the version that it came from.
 */
const symptoms = [
    // Disks and memory show in whatever met them first.
    [/no space left on device|disk quota exceeded|Wrote only \d+ of \d+ bytes/i, 'disk-full'],
    [/read-only file system/i, 'file-system-read-only'],
    [/too many open files/i, 'too-many-open-files'],
    [/^Killed$|out of memory|OOMKilled/im, 'out-of-memory'],
    // Docker's engine and client.
    [/Cannot connect to the Docker daemon/, 'docker-not-running'],
    [/permission denied while trying to connect to the Docker daemon/i, 'docker-permission-denied'],
    [
        /:(?<port>\d+)(?: failed)?: (?:port is already allocated|bind: address already in use)/,
        'port-taken',
    ],
    [/bind\(\) to \S*?:(?<port>\d+) failed \(98: /, 'port-taken'],
    [/The container name "\/?(?<name>[^"]+)" is already in use/, 'container-name-taken'],
    [/exec format error/i, 'image-wrong-platform'],
    [
        /(?:unable to start container process: )?exec: "(?<command>[^"]+)":/,
        'container-command-missing',
    ],
    [/Are you trying to mount a directory onto a file/, 'mount-file-and-folder'],
    [/could not find an available, non-overlapping IPv4 address pool/, 'docker-subnets-used-up'],
    [/Minimum memory limit allowed|Range of CPUs is from/, 'container-limit-invalid'],
    [/could not select device driver .* with capabilities: \[\[gpu/, 'docker-no-gpu'],
    [/invalid reference format/, 'image-reference-invalid'],
    [/server gave HTTP response to HTTPS client/, 'registry-speaks-http'],
    [/no basic auth credentials|unauthorized: authentication required/, 'pull-access-denied'],
    [/Container \S+ is not running/, 'container-not-running'],
    [/No such container: (?<name>\S+)/, 'container-unknown'],
    [/remove (?<volume>\S+): volume is in use/, 'docker-volume-in-use'],
    [
        /unknown shorthand flag: 'f' in -f|unknown flag: --file|'compose' is not a docker command|unknown command: docker compose/,
        'compose-missing',
    ],
    // Compose, the plugin and the old one.
    [
        /[Nn]etwork (?<network>\S+) (?:not found|declared as external, but could not be found)/,
        'docker-network-unknown',
    ],
    [/external volume "(?<volume>[^"]+)" not found/, 'volume-missing'],
    [/Volume (?<volume>\S+) declared as external, but could not be found/, 'volume-missing'],
    [/env file \S+ not found|Couldn't find env file/, 'compose-env-file-missing'],
    [
        /required variable \S+ is missing a value|Missing mandatory value for/,
        'compose-variable-missing',
    ],
    [
        /dependency failed to start|didn't complete successfully|ERROR: for \S+ +Container "[^"]+" (?:is unhealthy|exited)/,
        'compose-dependency-failed',
    ],
    [/no such service: (?<service>\S+)/i, 'compose-service-unknown'],
    [
        /no configuration file provided|Can't find a suitable configuration file/,
        'compose-file-missing',
    ],
    [
        /Additional property \S+ is not allowed|Unsupported config option for|yaml: line \d+: |yaml\.(?:parser|scanner)\.|refers to undefined (?:network|volume|secret|config)|no declaration was found in the volumes section|has neither an image nor a build context|[Ii]nvalid interpolation format|[Dd]ependency cycle detected|Circular dependency between/,
        'compose-file-invalid',
    ],
    // SSH and Git that run on the server.
    [/REMOTE HOST IDENTIFICATION HAS CHANGED/, 'outgoing-ssh-host-key-changed'],
    [/Host key verification failed/, 'outgoing-ssh-host-key-unknown'],
    [/Load key "[^"]+": /, 'outgoing-ssh-key-unreadable'],
    [/Permission denied \((?:publickey|password|keyboard-interactive)/, 'outgoing-ssh-login-refused'],
    [/Unable to negotiate with \S+ port \d+: no matching/, 'outgoing-ssh-no-common-algorithm'],
    // sudo and systemd.
    [/sudo: a (?:password|terminal) is required/, 'sudo-needs-password'],
    [/is not in the sudoers file|is not allowed to execute/, 'sudo-not-allowed'],
    [/Unit (?<unit>\S+) not found/, 'systemd-unit-missing'],
    [/Job for (?<unit>\S+) failed/, 'systemd-unit-failed'],
    [/Failed to \w+ (?<unit>\S+\.\w+): Access denied/, 'systemd-no-permission'],
    // nginx and Caddy.
    [/host not found in upstream "(?<name>[^":]+)/, 'nginx-upstream-unknown'],
    [/cannot load certificate(?: key)? "(?<file>[^"]+)"/, 'nginx-certificate-missing'],
    [/\[emerg\].* in \S+:\d+/, 'nginx-config-invalid'],
    [/adapting config using caddyfile|Caddyfile:\d+ - Syntax error/, 'caddy-config-invalid'],
    [/sending configuration to instance/, 'caddy-admin-unreachable'],
    // certbot: what the authority says stands below the type of its problem (RFC 8555, section 6.7).
    [/Could not bind TCP port (?<port>\d+) because it is already in use/, 'certbot-port-taken'],
    [/(?<=Type: +unauthorized\n\s*)Detail: /, 'certbot-challenge-not-served'],
    [
        /(?<=Type: +dns\n\s*)Detail: |(?<=Type: +connection\n\s*)Detail: .*no such host/,
        'certbot-name-unknown',
    ],
    [/(?<=Type: +connection\n\s*)Detail: /, 'certbot-not-reached'],
    [/The requested (?<plugin>\w+) plugin does not appear to be installed/, 'certbot-plugin-missing'],
    [/Either run as root, or set --config-dir/, 'certbot-not-root'],
    [/Another instance of Certbot is already running/, 'certbot-busy'],
    // PostgreSQL and what talks to it.
    [/password authentication failed for user|no password supplied/, 'postgres-password-wrong'],
    [/database "(?<database>[^"]+)" does not exist/, 'postgres-database-missing'],
    [/role "(?<role>[^"]+)" does not exist/, 'postgres-role-missing'],
    [/(?:relation|column) "[^"]+" does not exist/, 'postgres-schema-differs'],
    [/database files are incompatible with server/, 'postgres-data-other-version'],
    [/too many (?:connections|clients)/, 'postgres-too-many-connections'],
    // The network and TLS.
    [
        /no such host|Could not resolve host|could not translate host name|Name or service not known|Temporary failure in name resolution/,
        'name-unknown-on-server',
    ],
    [
        /no alternative certificate subject name matches|certificate is valid for .*, not /,
        'certificate-other-name',
    ],
    [
        /self[- ]signed certificate|certificate signed by unknown authority|unable to get local issuer certificate/,
        'certificate-untrusted',
    ],
    [/wrong version number|first record does not look like a TLS handshake/, 'port-speaks-no-tls'],
    [
        /connection timed out|i\/o timeout|Operation timed out|[Cc]onnection timeout|timed out after \d+/i,
        'connection-timed-out-on-server',
    ],
    [/connection refused|Couldn't connect to server/i, 'connection-refused-on-server'],
    // Shells and files.
    [/bad interpreter|\^M: |\/bin\/\w+\r|set: Illegal option -\s*$/m, 'script-carriage-return'],
    [/(?:^|: )(?<command>[^\s:]+): (?:command )?not found$/m, 'command-missing'],
    [/permission denied/i, 'file-permission-denied'],
];
/**
 * Turns what a tool printed into an entry of the catalogue.
 * @returns `undefined` for words that nobody has met yet
 */
function recognise(output) {
    for (const [pattern, entry] of symptoms) {
        const match = pattern.exec(output);
        if (match === null)
            continue;
        return { entry, values: { ...match.groups, message: lineAt(output, match.index) } };
    }
    return undefined;
}
function lineAt(text, index) {
    const start = text.lastIndexOf('\n', index) + 1;
    const end = text.indexOf('\n', index);
    return text.slice(start, end < 0 ? undefined : end).trim();
}

// EXTERNAL MODULE: ./build/src/errors/host-state.js
var host_state = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/src/errors/index.js






/***/ }),

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ commitTag),
/* harmony export */   my: () => (/* binding */ formatImageReference),
/* harmony export */   nt: () => (/* binding */ atCommit),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   tO: () => (/* binding */ imageName)
/* harmony export */ });
// The grammar of https://pkg.go.dev/github.com/distribution/reference
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const pattern = new RegExp(`^(${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?$`);
/**
 * Reads an image reference as Docker does: the part before the first `/` is a registry when it holds
 * a `.` or a `:`, or is `localhost`; without one the image is on Docker Hub.
 * @returns `undefined` when the text is no image reference
 */
function parseImageReference(text) {
    const slash = text.indexOf('/');
    const first = text.slice(0, Math.max(slash, 0));
    const hasRegistry = slash > 0 && /^(localhost|[^/]*[.:][^/]*)$/.test(first);
    if (hasRegistry && !/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?$/.test(first))
        return undefined;
    const match = pattern.exec(hasRegistry ? text.slice(slash + 1) : text);
    if (!match)
        return undefined;
    const [, path = '', tag, digest] = match;
    const onHub = !hasRegistry || first === 'docker.io' || first === 'index.docker.io';
    return {
        registry: onHub ? 'docker.io' : first,
        repository: onHub && !path.includes('/') ? `library/${path}` : path,
        tag,
        digest,
    };
}
/** `ghcr.io/acme/api`: the image without tag and digest. */
function imageName(reference) {
    return `${reference.registry}/${reference.repository}`;
}
/** The reference as text, as `docker pull` takes it. */
function formatImageReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${imageName(reference)}${tag}${digest}`;
}
/** The tag that build-and-dispatch gives to the image of a commit. */
function commitTag(sha) {
    return `sha-${sha.slice(0, 12)}`;
}
/** A reference without tag and digest means the image of this commit. */
function atCommit(reference, sha) {
    if (reference.tag !== undefined || reference.digest !== undefined)
        return reference;
    return { ...reference, tag: commitTag(sha) };
}


/***/ }),

/***/ 1064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zM: () => (/* reexport */ kinds/* boolean */.zM),
  Yq: () => (/* reexport */ kinds/* choice */.Yq),
  QP: () => (/* reexport */ defineAction),
  p0: () => (/* reexport */ kinds/* duration */.p0),
  Rk: () => (/* reexport */ kinds/* hostAddress */.Rk),
  c3: () => (/* reexport */ kinds/* listOf */.c3),
  TL: () => (/* reexport */ parseInputs),
  Qq: () => (/* reexport */ kinds/* text */.Qq)
});

// UNUSED EXPORTS: keyValues, lines

;// CONCATENATED MODULE: ./build/src/inputs/definition.js
/** Gives a definition its exact types. */
function defineAction(definition) {
    return definition;
}
/** `knownHosts` → `known-hosts`: the name of an input or output as a workflow writes it. */
function kebabCase(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

// EXTERNAL MODULE: ./build/src/inputs/kinds.js + 1 modules
var kinds = __webpack_require__(8757);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./build/src/errors/index.js + 1 modules
var errors = __webpack_require__(3826);
// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/inputs/parse-inputs.js




/**
 * Reads all inputs of an action. Secrets are masked before anything is parsed.
 * @throws {DeployKitError} `input-invalid`, with every problem of every input in one message
 */
function parseInputs(definition, source) {
    const inputs = Object.entries(definition.inputs);
    const texts = new Map(inputs.map(([name]) => [name, source.read(kebabCase(name))]));
    for (const [name, input] of inputs) {
        const value = texts.get(name);
        if (input.secret && value)
            source.mask(value);
    }
    const problems = misspelt(source.names(), [...texts.keys()].map(kebabCase));
    const values = {};
    for (const [name, input] of inputs) {
        const outcome = parseOne(kebabCase(name), input, texts.get(name) ?? '');
        if ('problem' in outcome)
            problems.push(outcome.problem);
        else
            values[name] = outcome.value;
    }
    const parsed = values;
    if (problems.length === 0)
        problems.push(...definition.rules.flatMap((rule) => rule(parsed) ?? []));
    if (problems.length > 0)
        throw (0,errors/* failure */.V2)('input-invalid', {
            action: definition.name,
            problems: problems.join('; '),
            readme: `${definition.name}/README.md`,
        });
    return parsed;
}
/** How many letters a misspelt name may differ by. */
const mostLetters = 2;
// The runner only warns of what it does not know, and the right input then looks as if nobody had set it.
function misspelt(given, known) {
    return given.flatMap((name) => {
        if (known.includes(name))
            return [];
        const near = (0,mod/* closest */.kp)(name, [...known]);
        return (0,mod/* distance */.Io)(name, near) > mostLetters || given.includes(near)
            ? []
            : [`\`${name}\` is no input of this action; did you mean \`${near}\`?`];
    });
}
function parseOne(name, input, value) {
    // The runner fills defaults in; outside of it (a test, a local run) they count all the same.
    const given = value || ('default' in input ? input.default : '');
    // A default that is an expression, which nobody has evaluated outside of the runner.
    if (value === '' && given.includes('${{'))
        return { value: input.kind.parse('') };
    if (given === '') {
        if ('required' in input)
            return { problem: `\`${name}\` is required and empty` };
        return { value: undefined };
    }
    try {
        return { value: input.kind.parse(given) };
    }
    catch (error) {
        if (!(error instanceof kind/* InputProblem */.S))
            throw error;
        return { problem: `\`${name}\` ${error.message}` };
    }
}

;// CONCATENATED MODULE: ./build/src/inputs/index.js





/***/ }),

/***/ 5157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ InputProblem)
/* harmony export */ });
/** Why one input's text was refused. Collected by the parser, which reports them all at once. */
class InputProblem extends Error {
    name = 'InputProblem';
}


/***/ }),

/***/ 8757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zM: () => (/* binding */ kinds_boolean),
  Yq: () => (/* binding */ choice),
  p0: () => (/* binding */ duration),
  Md: () => (/* binding */ fileName),
  Rk: () => (/* binding */ hostAddress),
  q3: () => (/* binding */ httpUrl),
  K7: () => (/* binding */ keyValues),
  Mn: () => (/* binding */ lines),
  c3: () => (/* binding */ listOf),
  aR: () => (/* binding */ repositoryName),
  k_: () => (/* binding */ serviceCommands),
  Qq: () => (/* binding */ kinds_text),
  rD: () => (/* binding */ wholeNumber)
});

// EXTERNAL MODULE: ./build/src/inputs/kind.js
var kind = __webpack_require__(5157);
;// CONCATENATED MODULE: ./build/src/inputs/host-address.js

/**
 * Reads `user@host`, `user@host:port`, `user@[2001:db8::1]:port`.
 * @throws {InputProblem} when it is anything else
 */
function parseHostAddress(value) {
    const match = /^([A-Za-z0-9._-]+)@(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(value);
    if (!match)
        throw new kind/* InputProblem */.S(`must look like user@host or user@host:port, not "${value}"`);
    const [, user = '', ipv6, name, portText] = match;
    const port = Number(portText ?? 22);
    if (port < 1 || port > 65_535)
        throw new kind/* InputProblem */.S(`has a port that does not exist: ${port}`);
    return { user, host: ipv6 ?? name ?? '', port };
}

;// CONCATENATED MODULE: ./build/src/inputs/kinds.js


/** Any text, on one line or several. */
const kinds_text = { describe: 'text', parse: (value) => value };
const secondsOf = { ms: 0.001, s: 1, m: 60, h: 3600 };
/** A length of time such as `500ms`, `90s`, `10m`, `1h`; the value is in seconds. */
const duration = {
    describe: 'duration (`90s`, `10m`)',
    parse(value) {
        const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(value);
        if (!match)
            throw new kind/* InputProblem */.S(`must be a number with a unit, such as 90s or 10m, not "${value}"`);
        return Number(match[1]) * secondsOf[match[2]];
    },
};
/** A whole number between the two bounds, both included. */
function wholeNumber(least, most) {
    return {
        describe: `whole number from ${least} to ${most}`,
        parse(value) {
            const number = Number(value);
            if (!/^\d+$/.test(value) || number < least || number > most)
                throw new kind/* InputProblem */.S(`must be a whole number from ${least} to ${most}, not "${value}"`);
            return number;
        },
    };
}
/** `true` or `false`. */
const kinds_boolean = {
    describe: '`true` or `false`',
    parse(value) {
        if (value !== 'true' && value !== 'false')
            throw new kind/* InputProblem */.S(`must be true or false, not "${value}"`);
        return value === 'true';
    },
};
/** One of the given words. */
function choice(...words) {
    return {
        describe: `one of ${words.map((word) => `\`${word}\``).join(', ')}`,
        parse(value) {
            const word = words.find((candidate) => candidate === value);
            if (word === undefined)
                throw new kind/* InputProblem */.S(`must be one of ${words.join(', ')}, not "${value}"`);
            return word;
        },
    };
}
/** A URL with http or https. */
const httpUrl = {
    describe: 'URL',
    parse(value) {
        const url = URL.canParse(value) ? new URL(value) : undefined;
        if (url === undefined || !/^https?:$/.test(url.protocol))
            throw new kind/* InputProblem */.S(`must be a URL with http or https, not "${value}"`);
        // They would show in every log line and in the summary.
        if (url.username !== '' || url.password !== '')
            throw new kind/* InputProblem */.S(`must not carry a user and password (${url.host})`);
        return url;
    },
};
/** One entry a line; empty lines and lines that begin with `#` are left out. */
const lines = listOf('list, one entry a line', kinds_text);
/** One value of the kind a line; empty lines and lines that begin with `#` are left out. */
function listOf(describe, kind) {
    return {
        describe,
        parse: (value) => value
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '' && !line.startsWith('#'))
            .map((line) => kind.parse(line)),
    };
}
/** `NAME=value` lines, as in an env file without quoting: the value is what stands after the first `=`. */
const keyValues = pairs('NAME=value', /^[A-Za-z_][A-Za-z0-9_]*$/);
/** `SERVICE=command` lines, by the names that services of a Compose file have. */
const serviceCommands = pairs('SERVICE=command', /^[A-Za-z0-9._-]+$/);
function pairs(form, name) {
    return {
        describe: `\`${form}\` lines`,
        parse(value) {
            const entries = lines.parse(value).map((line, index) => {
                const at = line.indexOf('=');
                const key = line.slice(0, at);
                // The line itself may be a secret: name its place, never its text.
                if (at < 1 || !name.test(key))
                    throw new kind/* InputProblem */.S(`entry ${index + 1} must look like ${form}`);
                return [key, line.slice(at + 1)];
            });
            return new Map(entries);
        },
    };
}
/** `owner/name` of a repository. */
const repositoryName = {
    describe: '`owner/name`',
    parse(value) {
        if (!/^[A-Za-z0-9-]+\/[\w.-]+$/.test(value))
            throw new kind/* InputProblem */.S(`must look like owner/name, not "${value}"`);
        return value;
    },
};
/** The name of a file without folders. */
const fileName = {
    describe: 'file name',
    parse(value) {
        if (!/^[^/\s]+\.ya?ml$/.test(value))
            throw new kind/* InputProblem */.S(`must be the name of a file such as deploy.yml, not "${value}"`);
        return value;
    },
};
/** `[user@]host[:port]`, with an IPv6 address in brackets. */
const hostAddress = {
    describe: '`user@host` or `user@host:port`',
    parse: parseHostAddress,
};


/***/ }),

/***/ 5693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ actionsReporter),
  f: () => (/* binding */ savedState)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./build/src/errors/host-state.js
var host_state = __webpack_require__(6295);
;// CONCATENATED MODULE: ./build/src/errors/render-error.js

const runbook = 'https://github.com/org/deploy-kit/blob/v1/docs/runbook.md';
/** Where the runbook explains an entry. */
function runbookLink(entry) {
    return `${runbook}#${entry}`;
}
/** The annotation's and the log's text of a failure: why, what mends it, what is live, where to read on. */
function renderErrorText(error) {
    return [
        error.why,
        `What to do: ${error.fix}`,
        ...(error.hint === undefined ? [] : [`It looks like this: ${error.hint.text}`]),
        (0,host_state/* describeHostState */.X)(error.hostState),
        ...(error.details.length > 0
            ? ['The last lines:', ...error.details.map((line) => `  ${line}`)]
            : []),
        `More: ${runbookLink(error.entry)}`,
        ...(error.hint === undefined ? [] : [`and: ${runbookLink(error.hint.entry)}`]),
    ].join('\n');
}
/** The same as Markdown for the job's summary. */
function renderErrorMarkdown(error) {
    const details = error.details.length > 0
        ? [
            '',
            '<details open><summary>The last lines</summary>',
            '',
            '```text',
            ...error.details.map(withoutFence),
            '```',
            '',
            '</details>',
        ]
        : [];
    return [
        `## :x: ${error.title}`,
        '',
        error.why,
        '',
        `**What to do:** ${error.fix}`,
        '',
        ...(error.hint === undefined
            ? []
            : [
                `**It looks like this:** ${error.hint.text} ([${error.hint.entry}](${runbookLink(error.hint.entry)}))`,
                '',
            ]),
        `**What is live:** ${(0,host_state/* describeHostState */.X)(error.hostState)}`,
        ...details,
        '',
        `[${error.entry} in the runbook](${runbookLink(error.entry)})`,
        '',
    ].join('\n');
}
// A log line must not end the block that it is shown in.
function withoutFence(line) {
    return line.replaceAll('```', "'''");
}

;// CONCATENATED MODULE: ./build/src/local/outside/actions-reporter.js



/** Masking a shorter text would tear holes into every log line and protect nothing. */
const shortestSecret = 4;
/** Reports to the runner that plays this step: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const actionsReporter = {
    read: (name) => core/* getInput */.V4(name),
    // https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
    names: () => Object.keys(process.env).flatMap((key) => key.startsWith('INPUT_') ? key.slice('INPUT_'.length).toLowerCase() : []),
    mask(secret) {
        for (const part of new Set([secret, ...secret.split(/\r?\n/)]))
            if (part.trim().length >= shortestSecret)
                core/* setSecret */.Pq(part);
    },
    openGroup,
    async group(title, phase) {
        const close = openGroup(title);
        try {
            return await phase();
        }
        finally {
            close();
        }
    },
    info: (line) => {
        core/* info */.pq(line);
    },
    debug: (line) => {
        core/* debug */.Yz(line);
    },
    notice: (title, message) => {
        core/* notice */.lm(message, { title });
    },
    warning: (title, message) => {
        core/* warning */.$e(message, { title });
    },
    annotate(level, title, message, { file, line: startLine, column: startColumn }) {
        const place = { title, file, startLine, startColumn };
        if (level === 'error')
            core/* error */.z3(message, place);
        else
            core/* warning */.$e(message, place);
    },
    failed(error) {
        core/* error */.z3(renderErrorText(error), { title: error.title });
        appendSummary(renderErrorMarkdown(error));
        if (error.kind === 'internal' && error.cause instanceof Error)
            core/* info */.pq(error.cause.stack ?? '');
        process.exitCode = 1;
    },
    output: (name, value) => {
        core/* setOutput */.uH(name, value);
    },
    summary: appendSummary,
    saveState: (name, value) => {
        core/* saveState */.LZ(name, value);
    },
    exportVariable: (name, value) => {
        core/* exportVariable */.dN(name, value);
    },
};
function openGroup(title) {
    const started = performance.now();
    core/* startGroup */.Oh(title);
    return () => {
        core/* info */.pq(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
        core/* endGroup */.N4();
    };
}
/** A value that this action's main step saved for its post step; empty when there is none. */
function savedState(name) {
    return core/* getState */.Gu(name);
}
// In one write at a time and at once: a process that is killed later has shown what it knew.
function appendSummary(markdown) {
    const file = process.env.GITHUB_STEP_SUMMARY;
    if (file !== undefined && file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${markdown}\n`);
}


/***/ }),

/***/ 72:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ githubContext)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(722);

/**
 * Reads the run's context from the runner's environment.
 * Source: https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
function githubContext() {
    const repository = process.env.GITHUB_REPOSITORY ?? '';
    return {
        eventName: process.env.GITHUB_EVENT_NAME ?? '',
        event: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.payload,
        defaultBranch: branchOf(_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.payload.repository?.default_branch),
        repository,
        repositoryId: process.env.GITHUB_REPOSITORY_ID ?? '',
        sha: process.env.GITHUB_SHA ?? '',
        ref: process.env.GITHUB_REF ?? '',
        refName: process.env.GITHUB_REF_NAME ?? '',
        // acme/api/.github/workflows/build.yml@refs/heads/main
        workflowPath: (process.env.GITHUB_WORKFLOW_REF ?? '')
            .replace(`${repository}/`, '')
            .replace(/@.*$/, ''),
        actor: process.env.GITHUB_ACTOR ?? '',
        runId: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId,
        runNumber: process.env.GITHUB_RUN_NUMBER ?? '',
        runUrl: `${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl}/${repository}/actions/runs/${_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.runId}`,
        isRerun: Number(process.env.GITHUB_RUN_ATTEMPT ?? '1') > 1,
        apiUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.apiUrl,
        serverUrl: _actions_github__WEBPACK_IMPORTED_MODULE_0__/* .context */ ._.serverUrl,
        workspace: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    };
}
function branchOf(name) {
    return typeof name === 'string' ? name : undefined;
}


/***/ }),

/***/ 8239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** The machine's own time. */
const systemClock = {
    now: () => new Date(),
    sleep: (seconds, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000, undefined, signal === undefined ? {} : { signal }),
};


/***/ })

};
