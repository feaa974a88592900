import type { CatalogueEntry } from './entry.js';

export const serverErrors = {
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
    cause:
      '`<command>` had no answer within <seconds> s: the engine takes the request and then says nothing. Its process is stopped or stuck, or the disk that it waits for is.',
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
    cause:
      '<by> says that `docker` there means <endpoint>. The files of a release are put on <host>, where only an engine of <host> itself finds them: it is reached by its socket (`unix://…`), or at 127.0.0.1 without TLS.',
    fix: 'Deploy to the machine of that engine (`host:`), or let Docker mean the one of <host>, as <user>: `docker context use default`, and no `DOCKER_HOST` in its start-up files.',
  },
  'podman-unsupported': {
    title: '<host> runs Podman in place of Docker',
    kind: 'environment',
    cause:
      '`docker` leads to Podman there (<message>). deploy-kit needs what Docker keeps of restarts, health and labels, which Podman tells in other ways.',
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
    cause:
      'Docker <docker-version> is there, but neither the plugin (`docker compose`) nor a standalone `docker-compose`: <message>',
    fix: "Install the plugin on the server: `sudo apt-get install docker-compose-plugin` (Docker's own packages), `docker-compose-v2` (Ubuntu), `docker-compose` (Debian 13).",
  },
  'server-tool-missing': {
    title: '<host> lacks <tool>',
    kind: 'environment',
    cause:
      'A deploy needs docker, flock, setsid, tar and timeout on the server; <tool> is not on the PATH of user <user>.',
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
    cause:
      'It differs in: <parts>. A volume can not be changed: Compose would keep the old one, or stop, or ask whether all that is in it may go.',
    fix: 'Give the new volume another key or `name:` in the Compose file, and copy the data into it; or take the change of `volumes.<key>` back. Where the data may go, on the server: stop what uses it, then `docker volume rm <name>`',
  },
  'network-changed': {
    title: 'The network <name> on <host> would be made anew, and others use it',
    kind: 'configuration',
    cause:
      'It differs in: <parts>. Compose can only remove it and make another, for which everything on it must stop; <others> of other projects would lose it.',
    fix: 'Take the change back, or give the new network another key or `name:` and move the others over to it first; where they may stop, on the server: `docker network disconnect -f <name> CONTAINER` for each of them.',
  },
  'network-made-anew': {
    title: 'The network <name> on <host> would be made anew while services roll',
    kind: 'configuration',
    cause:
      'It differs in: <parts>. Compose removes it and makes another, for which all of <users> must stop at once; services that roll are started one by one.',
    fix: 'Deploy this change with `strategy: recreate`, once; or give the new network another key in the Compose file.',
  },
  'service-not-built': {
    title: 'The image of service <services> is to be built, and <host> does not have it',
    kind: 'configuration',
    cause:
      'There is `build:` and no `image:` that is in a registry. A deploy ships no build context and builds nothing on the server.',
    fix: 'Build and push the image in the workflow and name it with `image:`; or give a service that is only for building a profile (`profiles: [build]`), or put it into a Compose file that is not deployed.',
  },
} as const satisfies Record<string, CatalogueEntry>;
