import { released, standIn, type PublicProject } from './public-project.js';

/** One service, a folder that Compose makes, and a proxy of the engine's socket. */
export const uptimeKuma: PublicProject = {
  name: 'uptime-kuma',
  project: 'uptime-kuma',
  typed: 'docker compose up -d',
  released: ['uptime-kuma'],
  checkout: {
    'compose.yaml': `services:
  uptime-kuma:
    hostname: uptime-kuma
    image: ${released}:latest
    restart: unless-stopped
    ports:
      # host:container
      - 3001:8080
    volumes:
      - ./data:/app/data
  socket-proxy:
    ${standIn}
    container_name: kuma-sockets
    restart: unless-stopped
    environment: { CONTAINERS: 1 }
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
`,
  },
};
