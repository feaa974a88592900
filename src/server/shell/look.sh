# shellcheck shell=sh
# Stands before each script that looks: where the engine does not answer the script ends, and says so.
exec 7>&1
docker_path=$(command -v docker)

# use_engine WAY: from here on Docker is reached that way: `sudo`, which never asks for a password, then the address of
# the engine. Empty: as the client does by itself.
use_engine() {
  case $1 in sudo*) docker_sudo=yes ;; esac
  case $1 in
    *://*)
      DOCKER_HOST=${1#sudo }
      export DOCKER_HOST
      unset DOCKER_CONTEXT
      ;;
  esac
}

# look_with WORDS COMMAND...: a client of the engine, which people call WORDS.
look_with() {
  looked_with=$1
  shift
  if [ -n "${docker_sudo:-}" ]; then
    looked_by=$1
    shift
    # sudo passes on no variables.
    set -- sudo -n "$looked_by" "--host=$DOCKER_HOST" "$@"
  fi
  look_status=0
  engine_client 20 "$@" || look_status=$?
  [ "$look_status" -ne 137 ] || end_silent "$looked_with"
  return "$look_status"
}

end_silent() {
  printf 'engine-silent=%s\n' "$1" >&7
  kill $$
}

docker() { look_with "docker $1" "$docker_path" "$@"; }

# in_order COMMAND...: functions or programs without arguments that run side by side, and what they print, whole, in this
# order: each writes into a pipe of its own, so that no line stands in the middle of another one's.
in_order() {
  if [ $# -eq 1 ]; then
    "$1"
    return
  fi
  in_order_first=$1
  shift
  "$in_order_first" | {
    in_order "$@" 6<&- </dev/null | {
      cat <&6
      cat
    }
  } 6<&0
}
