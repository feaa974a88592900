#!/bin/sh
# Prints what is the same for two addresses only where they lead to the same folder of the same server, and changes nothing.
# $1: the deploy folder.
set -u
LC_ALL=C
export LC_ALL
path=$1
# shellcheck disable=SC2088 # a tilde that arrived as text
case $path in '~/'*) path=$HOME/${path#'~/'} ;; esac
# What is not there yet has no links in it.
there=$path rest=''
while [ ! -d "$there" ] && [ "$there" != / ]; do
  rest=/${there##*/}$rest
  there=$(dirname "$there")
done
# Containers of one machine share its start, but not their network.
printf 'identity=%s %s %s\n' "$(cat /proc/sys/kernel/random/boot_id)" "$(readlink /proc/self/ns/net)" \
  "$(cd "$there" && pwd -P)$rest"
