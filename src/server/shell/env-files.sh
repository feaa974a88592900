#!/bin/sh
# Prints what is in files of the deploy folder, each line behind the number of its file, and changes nothing: the env files
# of services, which a server with Compose 1 alone reads in its own way. Values leave the server only encrypted, and stay
# in the job's memory.
# $1: the deploy folder, absolute; then the files' paths in it. What is not there, or not to be read, has no line.
set -u
LC_ALL=C
export LC_ALL
folder=$1
shift
number=0
for file in "$@"; do
  number=$((number + 1))
  if [ -f "$folder/$file" ] && [ -r "$folder/$file" ]; then { cat "$folder/$file" && echo; } | sed "s/^/$number /"; fi
done
echo end=yes
