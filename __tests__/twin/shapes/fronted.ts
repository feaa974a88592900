import { changed, project, service, web, type Revision, type Shape } from '../shape.js';

const caddyfile = (to: string): string => `{\n\tadmin off\n}\n:80 {\n\treverse_proxy ${to}\n}\n`;

const caddy = (port: number, more = ''): string =>
  service(
    'front',
    `image: caddy:2\nrestart: unless-stopped\nports: ['${port}:80']\nvolumes: ['./Caddyfile:/etc/caddy/Caddyfile:ro']\n${more}`,
  );

const behindCaddy = (port: number, more: string, to = 'web:8080'): Revision => ({
  compose: project([web(more), caddy(port, 'depends_on: [web]')]),
  files: { Caddyfile: caddyfile(to) },
});

const nginx = `events {}
http { server { listen 80; location / { proxy_pass http://web:8080; } } }
`;

const behindNginx = (more: string): Revision => ({
  compose: project([
    web(more),
    service(
      'front',
      `image: nginx:1\nrestart: unless-stopped\nports: ['8112:80']\nvolumes: ['./nginx.conf:/etc/nginx/nginx.conf:ro']\ndepends_on: [web]`,
    ),
  ]),
  files: { 'nginx.conf': nginx },
});

/** A proxy in the project, and one that comes. */
export const frontedShapes: readonly Shape[] = [
  {
    name: 'behind-caddy',
    v1: behindCaddy(8111, ''),
    v2: behindCaddy(8111, changed),
  },
  { name: 'behind-nginx', v1: behindNginx(''), v2: behindNginx(changed) },
  {
    name: 'proxy-configured-anew',
    v1: behindCaddy(8113, ''),
    v2: behindCaddy(8113, '', 'web:8080 {\n\t\tlb_try_duration 1s\n\t}'),
  },
  {
    name: 'proxy-takes-the-port',
    v1: { compose: project([web(`ports: ['8114:8080']`)]) },
    v2: behindCaddy(8114, ''),
  },
];
