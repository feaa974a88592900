# Hooks and the migration: commands of the project's own, each with a limit.

# last_words FILE: its last line that says something; newer Compose ends with one that does not.
last_words() { grep '[^[:space:]]' "$1" | tail -n 1; }

# hook NAME: runs that hook in the deploy folder, with the release in its environment.
hook() {
  [ -e "$folder/hooks/$1" ] || return 0
  hook_status=0
  bounded "$hook_timeout" run_hook "$1" >"$folder/hook.log" 2>&1 || hook_status=$?
  log_lines "$1" <"$folder/hook.log"
  [ "$hook_status" -ne 0 ] || return 0
  because hook-failed hook "$1" status "$hook_status" limit "$hook_timeout" message "$(last_words "$folder/hook.log")"
}

# Replaces its subshell, and leads a group of its own: ending that ends all that the hook started.
run_hook() {
  cd "$path" || return 1
  now_live=$(current_release)
  export DEPLOY_KIT_RELEASE="$release" DEPLOY_KIT_VERSION="$version" DEPLOY_KIT_REVISION="$revision" \
    DEPLOY_KIT_PREVIOUS="$now_live" DEPLOY_KIT_ACTOR="$actor" DEPLOY_KIT_RUN="$run"
  exec setsid sh -eu "$folder/hooks/$1"
}

# migrate SERVICE [DEPENDENCY]...: once, in a container of its own, of the new release.
migrate() {
  start_needed "$@" || return 1
  migration_status=0
  bounded_client "$migration_timeout" run_once "$folder/migration" "$1" >"$folder/migration.log" 2>&1 || migration_status=$?
  docker rm -f "deploy-kit-$release" >/dev/null 2>&1
  log_lines migration <"$folder/migration.log"
  if [ "$migration_status" -ne 0 ]; then
    because migration-failed service "$1" status "$migration_status" limit "$migration_timeout" message "$(last_words "$folder/migration.log")"
    return 1
  fi
  mark "$transaction/migrated" || return 1
  printf '%s' "$1" >"$folder/migrated-by"
}

# start_needed SERVICE [DEPENDENCY]...: what it depends on is started where it does not run, and is as it wants it.
start_needed() {
  migrating=$1
  shift
  needed_first=''
  for dependency in "$@"; do
    [ -n "$(containers_of "$dependency" --filter status=running)" ] || needed_first="$needed_first $dependency"
  done
  [ -n "$needed_first" ] || return 0
  # shellcheck disable=SC2086 # one word a service
  start_in_order anew $needed_first || return 1
  for need in $(order_lines | sed -n "s/^$migrating [a-z]* //p"); do await "$need" || return 1; done
}

# run_once SCRIPT SERVICE: the service's own command, or the script in its container.
# shellcheck disable=SC2086 # `docker compose` is two words
run_once() {
  script=$1 target=$2
  cd "$path" || return 1
  set -- run --rm -T --no-deps --name "deploy-kit-$release" "$target"
  [ ! -e "$script" ] || set -- "$@" sh -c "$(cat "$script")"
  exec setsid $compose_command "$@"
}

# undo_live_migration RELEASE: before the code from before it comes back by hand.
undo_live_migration() {
  from=$kit/releases/$1
  undo_status=0
  bounded_client "$migration_timeout" run_once "$from/rollback" "$(cat "$from/migrated-by")" >"$folder/migration.log" 2>&1 || undo_status=$?
  docker rm -f "deploy-kit-$release" >/dev/null 2>&1
  log_lines rollback-command <"$folder/migration.log"
  [ "$undo_status" -ne 0 ] || return 0
  because migration-failed service "$(cat "$from/migrated-by")" status "$undo_status" limit "$migration_timeout" message "$(last_words "$folder/migration.log")"
}

# undo_migration FOLDER: the former code can't run on the schema of that release.
undo_migration() {
  [ -e "$transaction/migrated" ] && [ -e "$1/breaking" ] || return 0
  if [ ! -e "$1/rollback" ]; then
    event note title 'The migration stays' text 'It is marked as breaking and there is no rollback-command: what ran before is restored, but the schema is the new one.'
    return 0
  fi
  bounded_client "$migration_timeout" run_once "$1/rollback" "$(cat "$1/migrated-by")" >"$folder/migration.log" 2>&1 ||
    event note title 'The rollback-command failed' text "$(tail -n 5 "$folder/migration.log")"
  docker rm -f "deploy-kit-$release" >/dev/null 2>&1
  log_lines rollback-command <"$folder/migration.log"
  rm -f "$transaction/migrated"
}
