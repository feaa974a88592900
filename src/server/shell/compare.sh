#!/bin/sh
# Compares the env file on the server with the lines of a release on standard input, and changes nothing. Prints
# `added=KEY`, `removed=KEY`, `changed=KEY`, `kept=KEY`, never a value. $1: the deploy folder, absolute; $2: `yes` where
# what no release brought is not kept.
set -u
LC_ALL=C
export LC_ALL
env=$1/.env
[ -r "$env" ] || env=/dev/null
brought=$1/.deploy-kit/releases/$(cat "$1/.deploy-kit/current" 2>/dev/null)/env.brought
# shellcheck disable=SC2154 # `env_reader` stands before this script
awk -v brought="$brought" -v drops="$2" '
  BEGIN { while ((getline line <brought) > 0) goes[line] }'"$env_reader"'
  key == "" { next }
  FILENAME == "-" { new[key] = (first ? "" : new[key] "\n") $0; next }
  { old[key] = (first ? "" : old[key] "\n") $0 }
  END {
    for (key in new) if (!(key in old)) print "added=" key; else if (old[key] != new[key]) print "changed=" key
    for (key in old) if (!(key in new)) print (key in goes || drops == "yes" ? "removed=" : "kept=") key
  }
' "$env" -
printf 'end=yes\n'
