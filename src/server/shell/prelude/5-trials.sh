# Proxies whose configuration comes with the release: it is tried in the new image, before anything changes.

# try_proxy SERVICE IMAGE TOOL CADDYFILE
try_proxy() {
  trial=$folder/trials/$1
  trial_status=0
  bounded_client 30 run_trial "$2" "$3" "$4" >"$folder/trial.log" 2>&1 || trial_status=$?
  docker rm -f "deploy-kit-try-$release" >/dev/null 2>&1
  doubt=$(cat "$trial/doubt" 2>/dev/null)
  [ "$trial_status" -ne 0 ] || return 0
  engine_answers || return 1
  log_lines "$1 (trial)" <"$folder/trial.log"
  fault=$(sed -n -e 's/^.*\[emerg\] *\([0-9#]*: *\)\{0,1\}//p' -e 's/^Error: //p' "$folder/trial.log" | head -n 1)
  doubt=${doubt:-$(doubt_of "$trial_status" "$fault")}
  if [ -z "$doubt" ]; then
    because proxy-config-invalid service "$1" image "$2" message "$fault"
    return 1
  fi
  event note title "The configuration of $1 could not be judged" \
    text "${fault:-$(tail -n 1 "$folder/trial.log")} ($doubt). The deploy goes on."
}

# doubt_of STATUS FAULT: why that need not be a fault of the configuration; empty where it is one.
doubt_of() {
  case $1 in
    124 | 137) echo 'it did not end in half a minute' ;;
    125 | 126 | 127) echo 'its image cannot be tried' ;;
    *)
      case $2 in
        '') echo 'it does not say why' ;;
        *'host not found'* | *': lookup '*) echo 'that host may be of another project' ;;
        *'o such file'*) echo 'that file may come from the server, or later' ;;
        *'ermission denied'* | *'ead-only file system'* | *'bind() to'*) echo 'here it may less than it will' ;;
      esac
      ;;
  esac
}

# run_trial IMAGE TOOL CADDYFILE: replaces its subshell, so that ending the subshell ends it.
run_trial() {
  trial_program "$@"
  {
    printf '%s\n' run --rm --pull never --name "deploy-kit-try-$release" --network none --env-file "$trial/env"
    cat "$trial/options"
    trial_mounts
    [ -z "$trial_entry" ] || printf '%s\n' --entrypoint "$judge"
    printf '%s\n' "$1"
    [ -n "$trial_entry" ] || printf '%s\n' "$judge"
    case $2 in
      # Of the words that run it those that say which file, and how it is written.
      caddy) awk 'BEGIN { print "validate" } takes { print; takes = 0; next } /^--?(config|adapter)=/ { print } /^(--?config|-c|--?adapter|-a)$/ { print; takes = 1 }' "$trial/arguments" ;;
      *) cat "$trial/arguments" && echo -t ;;
    esac
  } >"$trial/words"
  set --
  while IFS= read -r word; do set -- "$@" "$word"; done <"$trial/words"
  exec docker "$@"
}

# trial_program IMAGE TOOL CADDYFILE: what judges the configuration, its arguments in a file, a word a line. Sets
# `trial_entry` where it takes the place of the entrypoint; the image's own prepares what it reads (templates, say).
trial_program() {
  trial_entry=yes
  if [ ! -e "$trial/entrypoint" ]; then
    trial_entry=''
    words_of_image "$1" Entrypoint >"$trial/entrypoint"
  fi
  [ -e "$trial/command" ] || words_of_image "$1" Cmd >"$trial/command"
  enters_with=$(head -n 1 "$trial/entrypoint")
  begins_with=$(head -n 1 "$trial/command")
  judge=$2
  if [ "${enters_with##*/}" = "$2" ]; then
    trial_entry=yes judge=$enters_with
    sed 1d "$trial/entrypoint" | cat - "$trial/command" >"$trial/arguments"
  elif [ "${begins_with##*/}" = "$2" ]; then
    judge=$begins_with
    sed 1d "$trial/command" >"$trial/arguments"
  else
    # A script starts it, with the file that is usual.
    { [ "$2" != caddy ] || printf '%s\n' --config "$3"; } >"$trial/arguments"
  fi
}

words_of_image() { docker image inspect --format "{{range .Config.$2}}{{println .}}{{end}}" "$1" | sed '/^$/d'; }

# trial_mounts: all that the service mounts and that is there, read-only; the release's files from its own folder.
trial_mounts() {
  while IFS='|' read -r mount from to; do
    case $mount in
      memory)
        printf '%s\n' --tmpfs "$to"
        continue
        ;;
      volume)
        ! docker volume inspect "$from" >/dev/null 2>&1 </dev/null || printf '%s\n' -v "$from:$to:ro"
        continue
        ;;
      project)
        note_others_in "$from"
        if [ -e "$folder/files/$from" ] && ! grep -qxF -e "keep ./$from" "$folder/fates"; then from=$folder/files/$from; else from=$path/$from; fi
        ;;
      server)
        # shellcheck disable=SC2088 # a tilde that arrived as text
        case $from in '~/'*) from=$HOME/${from#'~/'} ;; esac
        ;;
    esac
    if [ ! -e "$from" ] || [ -S "$from" ]; then continue; fi
    printf '%s\n' -v "$from:$to:ro"
  done <"$trial/mounts"
}

# note_others_in FOLDER: what somebody has put there beside the files of releases belongs to the configuration too.
note_others_in() {
  if [ ! -d "$path/$1" ] || [ -e "$trial/doubt" ]; then return 0; fi
  live_list=$kit/releases/$(current_release)/files.list
  [ -e "$live_list" ] || live_list=$folder/files.list
  { ! (cd "$path" && find "./${1#.}" ! -type d) 2>/dev/null | grep -qvxF -f "$folder/files.list" -f "$live_list" &&
    ! grep -qF -e "keep ./${1#.}" "$folder/fates"; } ||
    printf '%s on the server holds more than the release' "$1" >"$trial/doubt"
}
