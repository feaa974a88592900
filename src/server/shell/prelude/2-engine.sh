# The engine's clients: none of them waits for ever for an engine that does not answer.

# engine_answers: fails once the engine was seen to be silent. From then on this program asks it nothing more, and ends.
engine_answers() { [ ! -e "$folder/engine-silent" ]; }

# engine_call COMMAND...: a client that has no end of its own, such as `docker inspect`.
engine_call() {
  engine_answers || return 137
  engine_status=0
  engine_client "$engine_limit" "$@" || engine_status=$?
  # Some clients end with that status by themselves.
  [ "$engine_status" -ne 137 ] || engine_is_there 10 || hear_nothing "$1 ${2:-}"
  return "$engine_status"
}

# engine_is_there SECONDS: whether it answers within them, be it with an error.
engine_is_there() {
  version_status=0
  engine_client "$1" docker version >/dev/null 2>&1 </dev/null || version_status=$?
  [ "$version_status" -ne 137 ]
}

# hear_nothing COMMAND: in a file, since most of it happens in shells whose variables nobody sees.
hear_nothing() { printf '%s\n' "$1" >"$folder/engine-silent"; }

# Where these replace a shell (`exec docker`), `bounded` ends them.
docker() { engine_call docker "$@"; }

# shellcheck disable=SC2086 # `docker compose` is two words
compose() { engine_call $compose_command "$@"; }

# docker_each ARGUMENT...: with the words of standard input at the end; nothing where there are none.
docker_each() {
  each=$(cat)
  # shellcheck disable=SC2086 # one word an id
  [ -z "$each" ] || docker "$@" $each </dev/null
}

# bounded_client SECONDS COMMAND...: what asks the engine again and again, such as a pull, within limits of its own. It
# is ended too where the engine does not answer others any more.
bounded_client() {
  engine_answers || return 137
  watched=$(uptime)
  client_status=0
  bounded "$@" || client_status=$?
  watched=''
  return "$client_status"
}

# watch_engine: asks it every half a minute, as patient as an ordinary call.
watch_engine() {
  [ $(($(uptime) - watched)) -ge 30 ] || return 0
  engine_is_there "$engine_limit" || {
    hear_nothing 'docker version'
    return 1
  }
  watched=$(uptime)
}

# Replaces its subshell, so that ending the subshell ends it.
client() { exec "$@"; }

# stop_containers ID...: each gets its own stop signal and grace period.
stop_containers() {
  [ $# -eq 0 ] || bounded_client "$((engine_limit + $(longest_grace "$@")))" client docker stop "$@"
}

# longest_grace ID...: the seconds that one of them may take to stop, as the engine knows it.
longest_grace() {
  grace=$(docker inspect --format '{{.Config.StopTimeout}}' "$@" 2>/dev/null </dev/null | sort -n | tail -n 1)
  case $grace in '' | *[!0-9]*) grace=10 ;; esac
  printf '%s' "$grace"
}

# end_silent: without the engine nothing can be restored, and each try would only wait again.
end_silent() {
  because docker-not-answering command "$(cat "$folder/engine-silent")" seconds "$engine_limit" || true
  if [ -z "$undo" ]; then
    forget_snapshot
    journal unchanged "$(current_release)"
    finish unchanged "$(current_release)"
  fi
  journal unknown ''
  finish unknown '' docker-not-answering
}
