import type { CatalogueEntry } from './entry.js';

export const deployErrors = {
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
    cause:
      'It reads env files in its own way: it knows no escaped `$`, takes `${…}` for a variable even in single quotes, does not replace `$NAME`, needs `=` between name and value, and knows in the `env_file` of a service no variable of `.env`. <host> has no newer Compose.',
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
    cause:
      '<missing>. They are neither in the checkout nor in <path> on the server; Docker would make an empty folder in their place. An empty one is not what is meant where it is only read (`:ro`), has the name of a file, or something in it is run or read by a command, healthcheck or hook.',
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
    cause:
      'The live release was deployed with `strategy: blue-green`, this one would not switch the proxy, and <file> names containers of <project> that would be gone afterwards.',
    fix: 'Keep `strategy: blue-green`. To leave it, first point the proxy to the names of the services (`web:8080`) in <file>, and reload it.',
  },
  'rollback-over-strategy': {
    title: 'A rollback can not lead over the change to or from blue-green',
    kind: 'configuration',
    cause:
      'The live release <current> and <target> are set up in different ways: one is a project of its own behind a proxy that is switched, the other is not. Its volumes and its proxy would be other ones.',
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
    cause:
      '`blue-green` switches a proxy that serves: the container <container> of `proxy-container` is stopped, restarts again and again, or is not there.',
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
    cause:
      'The container of service <service> ended with status <status> (124: it was not done within <limit> s): <message>',
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
    cause:
      'Of <path>/.deploy-kit/releases/<release>, where its program says what it does, nothing is there any more.',
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
    cause:
      'Its container was <what> while the deploy only waited for it: not by this program, and not by itself.',
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
    cause:
      'It has no healthcheck, and in <seconds> s there were never <stable> s in which no container was started again.',
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
    cause:
      '`<command>` was ended after <limit> s: <health-timeout> s of `health-timeout`, 60 s of its own, <waits> s for what services of the Compose files wait for, <stops> s for what ran to stop. Its last line: <message>',
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
    cause:
      'On <hosts> no word of this job came within `confirm-within`, so that it was taken for dead, and what ran before was restored. The confirmation came after that.',
    fix: 'Where the job was alive, something in it takes longer: set `confirm-within` to more than what lies between the deploy and its verification, or use the root action, or give verify-health the `host` and the `path`, which then says that the job is alive. Then release again.',
  },
  'former-release-rejected': {
    title: 'Release <release> was taken back, and what runs now was rejected, too',
    kind: 'environment',
    cause:
      'What ran before it is <live>, which its own job has rejected meanwhile. What ran before that one is not kept any more, so there was nothing else to go back to.',
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
    cause:
      "<releases> changed the database so that the code of <target> can't run on it, and deploy-kit can't take that back by itself.",
    fix: 'Take the migration back first, or set `force: true` when the code of <target> does run on the schema as it is.',
  },
  'folder-owned': {
    title: 'The folder <path> on <host> belongs to <owner>',
    kind: 'configuration',
    cause:
      'Its live release was deployed by <owner>; this deploy comes from <repository>, and would take that app away.',
    fix: 'Give this app a folder of its own (`path:`). Where it has moved from one repository to the other: `allow: owner` in this step, once.',
  },
  'compose-files-left': {
    title: 'Compose reads files in <path> that the release does not have',
    kind: 'configuration',
    cause:
      'What runs there was started with <files> too, or a `docker compose up -d` typed there takes them; no release has brought them, and this one has <compose-files>. What they add to the project would be gone.',
    fix: 'Put them into the repository and into `compose-files:`. To give them up: `allow: server-files` in this step, once, or move them away on the server.',
  },
  'env-file-left': {
    title: 'What runs in <path> on <host> was started with another env file',
    kind: 'configuration',
    cause:
      'It was started with `--env-file <file>`, and the env file of this release lacks of it, or has otherwise: <keys>.',
    fix: 'To go on with that file: `env-file: <file>` (a path on the server that <user> can read). Or give those variables in `env:` or `env-file:`. To give them up: `allow: env-keys` in this step, once.',
  },
  'env-emptied': {
    title: 'Variables of what runs in <path> on <host> would be empty',
    kind: 'configuration',
    cause:
      'They have a value in the containers that run, and no env file that Compose reads gives them one: <keys>. They were in the shell of whoever has started this.',
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
    cause:
      '<services>: somebody has started that with `--profile`, and Compose would leave it as it is, with the former image.',
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
    cause:
      'It runs from <folder>. A deploy to <path> under the same name would take its containers and volumes over.',
    fix: 'For another app: give this one a name of its own, `name:` in its Compose file. For the same app: set `path:` to <folder>, or end it there (`docker compose down`, which leaves the volumes) before the first deploy to <path>.',
  },
  'started-below': {
    title: 'The app on <host> was started from a folder below <path>',
    kind: 'configuration',
    cause:
      'The project <project> runs <image> from <folder>. A deploy to <path> would start it a second time beside that.',
    fix: 'Set `path:` to <folder>: as for Compose, the project folder is that of the first Compose file. Where it is to be a second one all the same: `allow: project-name` in this step, once.',
  },
  'project-renamed': {
    title: 'The Compose project on <host> has another name',
    kind: 'configuration',
    cause:
      'What runs from <path> is the project <project>; the release would be <planned>, a second one beside it, on the same data.',
    fix: 'Take `name:` or COMPOSE_PROJECT_NAME out of the release, or set it to <project>. To change the name for good: `allow: project-name` in this step, once; the volumes whose names begin with <project> stay behind.',
  },
  'restart-not-proven': {
    title: 'What runs on <host> could not be started again',
    kind: 'environment',
    cause:
      'If this deploy failed, nothing could bring <services> back: Compose would not start what runs as it stands, neither from the files in <path> nor as it was started (<message>), and no release of ours holds it. It may run with variables that are in no file.',
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
} as const satisfies Record<string, CatalogueEntry>;
