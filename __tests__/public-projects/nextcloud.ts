import { keeps, released, standIn, type PublicProject } from './public-project.js';

/** A helper that was built on the server, the same image twice on one volume, env files of some services. */
export const nextcloud: PublicProject = {
  name: 'nextcloud',
  project: 'nextcloud',
  typed: 'docker compose up -d',
  released: ['app', 'cron'],
  followers: ['web'],
  checkout: {
    'compose.yaml': `services:
  db:
    ${keeps('/var/lib/postgresql/data')}
    restart: always
    volumes:
      - db:/var/lib/postgresql/data:Z
    env_file:
      - db.env

  redis:
    ${standIn}
    restart: always

  app:
    image: ${released}:fpm-alpine
    restart: always
    volumes:
      - nextcloud:/var/www/html:z
    environment:
      - POSTGRES_HOST=db
      - REDIS_HOST=redis
    env_file:
      - db.env
    depends_on:
      - db
      - redis
      - proxy

  web:
    image: nginx:1
    restart: always
    volumes:
      - ./web/nginx.conf:/etc/nginx/nginx.conf:ro
      - nextcloud:/var/www/html:z,ro
    environment:
      - VIRTUAL_HOST=
      - LETSENCRYPT_HOST=
    depends_on:
      - app
    networks:
      - proxy-tier
      - default

  cron:
    image: ${released}:fpm-alpine
    restart: always
    volumes:
      - nextcloud:/var/www/html:z
    entrypoint: sh /app.sh
    depends_on:
      - db
      - redis

  proxy:
    build: ./proxy
    restart: always
    ports:
      - 8083:80
    labels:
      - "com.example.nginx-proxy"
    volumes:
      - certs:/etc/nginx/certs:z,ro
      - vhost.d:/etc/nginx/vhost.d:z
      - /var/run/docker.sock:/tmp/docker.sock:z,ro
    networks:
      - proxy-tier

  letsencrypt-companion:
    ${keeps('/etc/nginx/certs')}
    restart: always
    volumes:
      - certs:/etc/nginx/certs:z
      - acme:/etc/acme.sh:z
      - vhost.d:/etc/nginx/vhost.d:z
      - /var/run/docker.sock:/var/run/docker.sock:z,ro
    environment:
      - DEFAULT_EMAIL=
    networks:
      - proxy-tier
    depends_on:
      - proxy

volumes:
  db:
  nextcloud:
  certs:
  acme:
  vhost.d:

networks:
  proxy-tier:
`,
    'proxy/Dockerfile': 'FROM nginx:1\nCOPY uploadsize.conf nginx.conf /etc/nginx/\n',
    'proxy/uploadsize.conf': 'client_max_body_size 10G;\n',
    'proxy/nginx.conf': 'events {}\nhttp { include uploadsize.conf; server { listen 80; } }\n',
    'web/nginx.conf': `events {}
http {
  server { listen 80; location / { resolver 127.0.0.11; set $app app; proxy_pass http://$app:8080; } }
}
`,
  },
  onServer: { 'db.env': 'POSTGRES_PASSWORD=\nPOSTGRES_DB=nextcloud\nPOSTGRES_USER=nextcloud\n' },
};
