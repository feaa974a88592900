# Also before each script that looks: a client of the engine waits for ever for one that does not answer.

# What sudo runs this user can't end: its output comes by way of programs that he can, so that nobody waits for it.
# shellcheck disable=SC2016 # for another shell
by_way_of='exit "$({ { { "$@" 3>&- 4>&- 5>&-; echo $? >&3; } 2>&1 >&5 | cat >&2; } 5>&1 | cat >&4; } 3>&1)"'

# engine_client SECONDS COMMAND...: status 137 where it had to be ended. KILL, since some pass on what is milder.
engine_client() {
  client_seconds=$1
  shift
  if [ -n "${docker_sudo:-}" ]; then
    timeout -s KILL "$client_seconds" sh -c "$by_way_of" sh "$@" 4>&1
  else
    timeout -s KILL "$client_seconds" "$@"
  fi
}
