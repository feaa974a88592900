import { released, standIn, type PublicProject } from './public-project.js';

/** A proxy with a file and folders in the project, a backup that reads what the app writes, dollars in `.env`. */
export const vaultwarden: PublicProject = {
  name: 'vaultwarden',
  project: 'vaultwarden',
  typed: 'docker compose up -d',
  released: ['vaultwarden'],
  followers: ['backup'],
  checkout: {
    'compose.yaml': `services:
  vaultwarden:
    image: ${released}:latest
    container_name: vaultwarden
    restart: always
    environment:
      DOMAIN: "\${DOMAIN}"
      SIGNUPS_ALLOWED: "false"
      ADMIN_TOKEN: "\${ADMIN_TOKEN}"
    volumes:
      - ./vw-data:/data

  caddy:
    image: caddy:2
    container_name: caddy
    restart: always
    ports:
      - 8084:80
      - 8084:80/udp
    volumes:
      - ./Caddyfile:/etc/caddy/Caddyfile:ro
      - ./caddy-config:/config
      - ./caddy-data:/data
    environment:
      DOMAIN: "\${DOMAIN}"
      LOG_FILE: "/data/access.log"

  backup:
    ${standIn}
    restart: always
    init: true
    depends_on:
      - vaultwarden
    volumes:
      - ./vw-data:/data:ro
      - ./backups:/backups
`,
    Caddyfile: `{
	admin off
}
:80 {
	log {
		output file {$LOG_FILE}
	}
	reverse_proxy vaultwarden:8080
}
`,
  },
  onServer: {
    '.env': `DOMAIN=https://vault.example.com
ADMIN_TOKEN='$argon2id$v=19$m=65540,t=3,p=4$c2FsdA$aGFzaA'
`,
  },
};
