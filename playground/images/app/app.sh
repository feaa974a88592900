#!/bin/sh
# Serves the version on every path, until it is told to stop.
trap 'kill "$server" 2>/dev/null; exit 0' TERM INT
case $MODE in
  exit)
    echo 'uninitialized constant Api::Greeting (NameError)'
    exit 3
    ;;
  unhealthy)
    echo 'waiting for a database that is not there'
    sleep 100000 &
    ;;
  *)
    mkdir -p /www
    printf 'version %s\n' "$VERSION" >/www/index.html
    cp /www/index.html /www/health
    httpd -f -p 8080 -h /www &
    ;;
esac
server=$!
wait "$server"
