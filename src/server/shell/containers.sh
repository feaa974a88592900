#!/bin/sh
# Prints a line for each container of the project in a folder, one-off ones aside, from the engine's own data:
# `container=SERVICE|ID|STATE|HEALTH|RESTARTS|EXIT CODE|RESTART POLICY|PUBLISHED PORTS|PART`, PART being `once` where
# others of the live release wait for its end, `active` where it is of that release (or none is known), else `other`;
# and with `ports` what each service listens to:
# `port=SERVICE|PORT/tcp|PUBLISHED`, PUBLISHED empty where it is not.
# $1: the folder, $2: Compose's command, $3: how Docker is reached (`use_engine`), $4: containers or ports
set -u
LC_ALL=C
export LC_ALL
use_engine "$3"
cd "$1" || exit 70
# shellcheck disable=SC2086 # `docker compose` is two words
ids=$(look_with "$2 ps" $2 ps -a -q) || exit 71
if [ "$4" = ports ]; then
  # Of every project: what stands in front is often another one.
  for id in $(docker ps -q); do
    docker inspect --format '{{$name := index .Config.Labels "com.docker.compose.service"}}{{if not $name}}{{$name = .Name}}{{end}}{{range $port, $bindings := .NetworkSettings.Ports}}port={{$name}}|{{$port}}|{{range $bindings}}{{.HostPort}} {{end}}{{println}}{{end}}' "$id"
  done
else
  live=.deploy-kit/releases/$(cat .deploy-kit/current 2>/dev/null)
  for id in $ids; do
    line=$(docker inspect --format '{{if ne (index .Config.Labels "com.docker.compose.oneoff") "True"}}{{index .Config.Labels "com.docker.compose.service"}}|{{.ID}}|{{.State.Status}}|{{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}|{{.RestartCount}}|{{.State.ExitCode}}|{{.HostConfig.RestartPolicy.Name}}|{{len .HostConfig.PortBindings}}{{end}}' "$id")
    [ -n "$line" ] || continue
    part=active
    if grep -q "^${line%%|*} once\( \|$\)" "$live/order" 2>/dev/null; then
      part=once
    elif [ -e "$live/services" ] && ! grep -qxF -e "${line%%|*}" "$live/services"; then
      part=other
    fi
    printf 'container=%s|%s\n' "$line" "$part"
  done
fi
echo end=yes
