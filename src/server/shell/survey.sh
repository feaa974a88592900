#!/bin/sh
# Looks at what a deploy will meet on the server, and changes nothing. Prints `key=value` lines.
# $1: the deploy folder, absolute; $2: how Docker is reached (`use_engine`).
# Of a blue-green deploy $3 is the container of its proxy or '', $4 the file that the proxy reads; else both are ''.
set -u
LC_ALL=C
export LC_ALL
kit=$1/.deploy-kit
use_engine "$2"

fact() { printf '%s=%s\n' "$1" "$(printf '%s' "$2" | tr '\n\r' '  ')"; }

# room NAME FOLDER: kilobytes and inodes that are free in its file system.
room() {
  fact "$1-free-kb" "$(df -Pk "$2" 2>/dev/null | awk 'NR == 2 { print $4 }')"
  fact "$1-inodes" "$(df -Pi "$2" 2>/dev/null | awk 'NR == 2 { print $2, $4 }')"
}

fact now "$(date +%s)"
fact system "$(sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' /etc/os-release 2>/dev/null)"
awk '/^(MemAvailable|SwapFree):/ { sum += $2 } END { if (sum > 0) print "memory-free-kb=" sum }' /proc/meminfo 2>/dev/null

root=$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)
[ -z "$root" ] || room images "$root"

# What listens: `sl local_address rem_address st`, where state 0A is LISTEN and UDP has 07.
for table in tcp tcp6 udp udp6; do
  awk -v table="$table" 'NR > 1 && ($4 == "0A" || $4 == "07") { print "listens=" table " " $2 }' "/proc/net/$table" 2>/dev/null
done
docker ps --format 'container={{.Label "com.docker.compose.project.working_dir"}}|{{.Label "com.docker.compose.project"}}|{{.Names}}|{{.Ports}}' 2>/dev/null

# Linux hands what waits for Caddy's old listener to the new one only where this is 1.
if [ -n "$3" ]; then
  if docker exec "$3" nginx -v >/dev/null 2>&1; then
    fact proxy nginx
  elif docker exec "$3" caddy version >/dev/null 2>&1; then
    fact proxy "caddy $(docker exec "$3" cat /proc/sys/net/ipv4/tcp_migrate_req 2>/dev/null)"
  else
    fact proxy ''
  fi
fi
if [ -n "$4" ]; then
  # shellcheck disable=SC2088 # a tilde that arrived as text
  case $4 in
    /*) written=$4 ;;
    '~/'*) written=$HOME/${4#'~/'} ;;
    *) written=$1/$4 ;;
  esac
  # What is not there yet a deploy makes, with its folders.
  there=$written
  until [ -e "$there" ]; do there=$(dirname "$there"); done
  if [ -d "$there" ] && [ "$there" = "$written" ]; then
    fact unwritable "$written"
  elif [ ! -d "$there" ] && [ "$there" != "$written" ]; then
    fact unwritable "$written"
  elif [ ! -w "$there" ]; then
    fact unwritable "$written"
  fi
fi

# flock would make the file.
if [ -e "$kit/lock" ] && ! flock -n "$kit/lock" true; then fact holder "$(lock_holder)"; fi
for part in "$kit/releases"/*.part; do
  if [ -e "$part/alive" ] && flock -n "$part/alive" true; then fact leftover "${part##*/}"; fi
done
fact end yes
