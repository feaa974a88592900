# Who has the lock. Also before the script that looks (survey.sh), so that both give the same name.

# program_words RELEASE: what its program is for, as its head says.
program_words() {
  sed -n "s/'\\\\''/'/g; s/^kind='\(.*\)'$/the \1 of /p; s/^holder='\(.*\)'$/\1/p; /^holder=/q" "$kit/releases/$1/program.sh" 2>/dev/null | tr -d '\n'
}

# lock_holder: in words, by the process that holds it, which may be no program of ours. Linux shows with each open file
# whether a lock belongs to it: proc_pid_fdinfo(5).
lock_holder() {
  lock_path=$(cd "$kit" && pwd -P)/lock
  foreign=''
  # shellcheck disable=SC2013 # no spaces in these
  for opened in $(grep -rls FLOCK /proc/[0-9]*/fdinfo 2>/dev/null); do
    process=${opened%/fdinfo/*}
    [ "$(readlink "$process/fd/${opened##*/}" 2>/dev/null)" = "$lock_path" ] || continue
    command_line=$(tr '\0' ' ' <"$process/cmdline" 2>/dev/null)
    case $command_line in
      *"/.deploy-kit/releases/"*/program.sh\ *)
        running=${command_line#*/.deploy-kit/releases/}
        program_words "${running%%/*}"
        return
        ;;
    esac
    [ -n "$foreign" ] || foreign="process ${process#/proc/} of $(stat -c %U "$process" 2>/dev/null) ($(cat "$process/comm" 2>/dev/null))"
  done
  if [ -n "$foreign" ]; then
    printf '%s, which is no deploy' "$foreign"
  elif flock -n "$kit/lock" true 2>/dev/null; then
    printf 'nobody any more'
  else
    printf 'a process of another user'
  fi
}
