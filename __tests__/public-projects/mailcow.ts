import { appEntrypoint, keeps, released, standIn, type PublicProject } from './public-project.js';

const network = (name: string, address = ''): string => `networks:
      mailcow-network:
        ${address === '' ? '' : `ipv4_address: \${IPV4_NETWORK:-172.30.1}.${address}\n        `}aliases:
          - ${name}`;

/** Fixed addresses in a network of one's own, `.env` as a link, an override, services that need no network of theirs. */
export const mailcow: PublicProject = {
  name: 'mailcow-dockerized',
  project: 'mailcowdockerized',
  prepare: 'ln -s mailcow.conf .env',
  typed: 'docker compose up -d',
  inputs: { 'compose-files': 'docker-compose.yml\ndocker-compose.override.yml' },
  released: ['php-fpm-mailcow'],
  followers: ['nginx-mailcow', 'ofelia-mailcow'],
  checkout: {
    'docker-compose.yml': `services:
  unbound-mailcow:
    ${standIn}
    environment:
      - TZ=\${TZ}
    volumes:
      - ./data/hooks/unbound:/hooks:Z
      - ./data/conf/unbound/unbound.conf:/etc/unbound/unbound.conf:ro,Z
    restart: always
    tty: true
    ${network('unbound', '254')}

  mysql-mailcow:
    ${keeps('/var/lib/mysql')}
    depends_on:
      - unbound-mailcow
    stop_grace_period: 45s
    volumes:
      - mysql-vol-1:/var/lib/mysql/
      - mysql-socket-vol-1:/var/run/mysqld/
      - ./data/conf/mysql/:/etc/mysql/conf.d/:ro,Z
    environment:
      - TZ=\${TZ}
      - MYSQL_PASSWORD=\${DBPASS}
    restart: always
    ports:
      - "\${SQL_PORT:-127.0.0.1:13306}:3306"
    ${network('mysql')}

  redis-mailcow:
    ${keeps('/data')}
    volumes:
      - redis-vol-1:/data/
    restart: always
    sysctls:
      - net.core.somaxconn=4096
    ${network('redis', '249')}

  php-fpm-mailcow:
    image: ${released}:\${PHPFPM_VERSION}
    ${appEntrypoint}
    command: "php-fpm -d date.timezone=\${TZ} -d expose_php=0"
    depends_on:
      - redis-mailcow
    volumes:
      - ./data/hooks/phpfpm:/hooks:Z
      - ./data/web:/web:z
      - mysql-socket-vol-1:/var/run/mysqld/
      - ./data/conf/phpfpm/php-fpm.d/pools.conf:/usr/local/etc/php-fpm.d/z-pools.conf:Z
    dns:
      - \${IPV4_NETWORK:-172.30.1}.254
    environment:
      - DBPASS=\${DBPASS}
      - API_KEY=\${API_KEY:-invalid}
    restart: always
    labels:
      ofelia.enabled: "true"
      ofelia.job-exec.phpfpm.command: "/bin/sh -c \\"[ $\${MASTER} = y ] || exit 0\\""
    ${network('phpfpm')}

  nginx-mailcow:
    ${standIn}
    depends_on:
      - php-fpm-mailcow
      - redis-mailcow
    volumes:
      - ./data/web:/web:ro,z
      - ./data/conf/nginx/:/etc/nginx/conf.d/:z
    ports:
      - "\${HTTP_BIND:-}:\${HTTP_PORT:-80}:\${HTTP_PORT:-80}"
    restart: always
    ${network('nginx')}

  netfilter-mailcow:
    ${standIn}
    restart: always
    cap_add:
      - NET_ADMIN
    network_mode: host
    volumes:
      - /lib/modules:/lib/modules:ro

  ofelia-mailcow:
    ${standIn}
    command: daemon --docker
    depends_on:
      - php-fpm-mailcow
    labels:
      ofelia.enabled: "true"
    security_opt:
      - label=disable
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
    restart: always
    ${network('ofelia')}

networks:
  mailcow-network:
    driver: bridge
    driver_opts:
      com.docker.network.bridge.name: br-mailcow
    ipam:
      driver: default
      config:
        - subnet: \${IPV4_NETWORK:-172.30.1}.0/24

volumes:
  mysql-vol-1:
  mysql-socket-vol-1:
  redis-vol-1:
`,
    'docker-compose.override.yml': `services:
  nginx-mailcow:
    labels:
      - by=hand
`,
    'data/conf/unbound/unbound.conf': 'server:\n  verbosity: 1\n',
    'data/conf/mysql/my.cnf': '[mysqld]\nmax_connections = 550\n',
    'data/conf/nginx/site.conf': '# a site\n',
    'data/conf/phpfpm/php-fpm.d/pools.conf': '[web-worker]\npm = ondemand\n',
    'data/web/index.php': '<?php phpinfo();\n',
  },
  onServer: {
    'mailcow.conf': `# ------------------------------
# Settings of this server
# ------------------------------
MAILCOW_HOSTNAME=mail.example.com
DBPASS=ZGJwYXNz
TZ=Europe/Berlin
HTTP_PORT=8081
HTTP_BIND=
IPV4_NETWORK=172.30.1
PHPFPM_VERSION=v0
COMPOSE_PROJECT_NAME=mailcowdockerized
`,
  },
};
