import type { CatalogueEntry } from './entry.js';

export const deployErrors = {
  'compose-file-missing': {
    title: 'The Compose file <file> is not there',
    kind: 'configuration',
    cause: 'There is no <file> in the checkout (<directory>).',
    fix: 'Check `compose-files:`, and that actions/checkout runs before this step.',
  },
  'env-file-missing': {
    title: 'The env file <file> is not there',
    kind: 'configuration',
    cause: 'There is no <file> in the checkout.',
    fix: 'Check `env-file:`. A file that lives on the server only needs no input: leave `env-file` out and the server keeps its `.env`.',
  },
  'env-file-invalid': {
    title: 'The env file is not valid',
    kind: 'configuration',
    cause: 'Line <line>: <problem>. Compose would refuse the file.',
    fix: "Mend that line of the env file. A value with spaces, `#` or `$` stands in single quotes: `NAME='value'`",
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
      '<missing>. They are neither in the checkout nor in <path> on the server; Docker would make an empty folder in their place.',
    fix: 'Commit them, or make them on the server; for a folder that the app itself fills, use the long form with `bind: {create_host_path: true}`.',
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
    fix: 'Put a proxy in front that publishes the port, and take `ports:` or `container_name:` out of the service; or set `strategy: auto`, which rolls the others and recreates this one.',
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
    title: 'Another deploy holds the lock on <host>',
    kind: 'environment',
    cause: '<holder> is deploying to <path>; this one waited <seconds> s for it.',
    fix: 'Wait for that run to end and run this job again, or raise `lock-timeout`. The lock ends with its holder: there is nothing to clean up.',
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
    fix: 'The login must give a POSIX shell and print nothing by itself: try `ssh <user>@<host> true`.',
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
    fix: "The container's last lines below say why it ended; mend it and deploy again.",
  },
  'container-restart-loop': {
    title: 'Service <service> restarts for ever',
    kind: 'configuration',
    cause: 'Its container ended with status <status> and was restarted <restarts> times.',
    fix: "The container's last lines below say why it ended; mend it and deploy again.",
  },
  'container-unhealthy': {
    title: 'Service <service> did not become healthy',
    kind: 'configuration',
    cause: 'After <seconds> s its healthcheck says "<health>".',
    fix: "The healthcheck's and the container's last lines are below; when the app only needs longer to start, raise `health-timeout` or the healthcheck's `start_period`.",
  },
  'compose-up-failed': {
    title: 'Compose could not start the release',
    kind: 'configuration',
    cause: '`<command>` ended with status <status>: <message>',
    fix: "The lines below are Compose's own; mend what they name and deploy again.",
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
  'release-rejected': {
    title: 'The release <release> did not pass and was taken back',
    kind: 'environment',
    cause: '<reason>',
    fix: 'Mend what the failed step says, and release again.',
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
