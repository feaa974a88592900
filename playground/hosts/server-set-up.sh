#!/bin/sh
# Runs inside the new root file system of a playground server. $1: this machine's address on the bridge.
set -eu
useradd --create-home --shell /bin/bash --groups docker deploy
# Without a password and not locked: sshd lets keys in.
usermod --password '*' deploy
install -d -o deploy -g deploy -m 700 /home/deploy/.ssh
install -d -o deploy -g deploy /opt/app /opt/staging /opt/production
systemctl enable ssh docker

# The registry of the playground has the same address on every machine: loopback, forwarded.
cat >/etc/systemd/system/registry-forward.socket <<UNIT
[Socket]
ListenStream=127.0.0.1:5480
[Install]
WantedBy=sockets.target
UNIT
cat >/etc/systemd/system/registry-forward.service <<UNIT
[Service]
ExecStart=/lib/systemd/systemd-socket-proxyd $1:5480
UNIT
systemctl enable registry-forward.socket

cat >/etc/ssh/sshd_config.d/playground.conf <<CONF
PasswordAuthentication no
UseDNS no
CONF
# Nothing that only a real machine needs.
systemctl mask systemd-udevd.service systemd-logind.service getty.target apt-daily.timer apt-daily-upgrade.timer
