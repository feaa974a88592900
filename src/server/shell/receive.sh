#!/bin/sh
# Receives a release as a tar stream on standard input, starts its program detached from this
# connection, and prints the program's events.
# $1: the deploy folder, $2: the release id, $3: the release whose unchanged files are used again, or ''.
set -u
LC_ALL=C
export LC_ALL
path=$1 release=$2 current=$3
kit=$path/.deploy-kit
part=$kit/releases/$release.part
folder=$kit/releases/$release

refuse() {
  rm -rf "$part"
  printf '%s\n' "$1" >&2
  exit 70
}

# Whoever can open a lock can hold it: nobody else comes near.
{ mkdir -p "$path" && (umask 077 && mkdir -p "$kit/releases") && chmod 700 "$kit" "$kit/releases" && mkdir -m 700 "$part"; } ||
  refuse "cannot make $part"
# As in the prelude: a backslash in a name is one.
tar_names=''
case $(tar --version 2>&1) in *GNU*) tar_names=--no-unquote ;; esac
# Locked for as long as the upload, and then the program or one of its commands, runs.
exec 8>"$part/alive"
flock 8
mkdir "$part/files" || refuse "cannot make $part/files"
tar -xpf - -C "$part" || refuse 'the upload was not received whole'
[ -e "$part/complete" ] || refuse 'the upload was not received whole'
if [ -s "$part/unchanged" ]; then
  # shellcheck disable=SC2086 # none or one word
  { tar -C "$kit/releases/$current/files" $tar_names -cf - -T "$part/unchanged" || echo failed >"$part/broken"; } |
    tar -C "$part/files" -xpf - || refuse 'the unchanged files could not be used again'
  [ ! -e "$part/broken" ] || refuse 'the unchanged files could not be used again'
fi
: >"$part/events.jsonl"
# A move would put it into a folder of that name.
[ ! -e "$folder" ] || refuse "$folder is there already"
mv "$part" "$folder" || refuse "cannot make $folder"

# A clean environment: nothing that a login script sets may change what Compose reads. Which engine it is for the program
# itself says.
env -i HOME="$HOME" PATH="$PATH" LC_ALL=C USER="$(id -un)" \
  ${DOCKER_CONFIG+"DOCKER_CONFIG=$DOCKER_CONFIG"} ${XDG_RUNTIME_DIR+"XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR"} \
  setsid sh "$folder/program.sh" </dev/null >>"$folder/output.log" 2>&1 &
exec 8>&-

