#!/bin/sh
# Compares the env file on the server with the one on standard input, and changes nothing. Prints
# `added=KEY`, `removed=KEY`, `changed=KEY`, never a value. $1: the deploy folder, absolute.
set -u
LC_ALL=C
export LC_ALL
env=$1/.env
[ -r "$env" ] || env=/dev/null
awk '
  /^[ \t]*(#|$)/ { next }
  {
    at = index($0, "=")
    if (at == 0) next
    key = substr($0, 1, at - 1)
    sub(/^[ \t]*(export[ \t]+)?/, "", key)
    sub(/[ \t]+$/, "", key)
    if (key !~ /^[A-Za-z_][A-Za-z0-9_]*$/) next
    if (FILENAME == "-") {
      new[key] = $0
      if (!(key in old)) print "added=" key
      else if (old[key] != $0) print "changed=" key
    } else old[key] = $0
  }
  END { for (key in old) if (!(key in new)) print "removed=" key }
' "$env" -
printf 'end=yes\n'
