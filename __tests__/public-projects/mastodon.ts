import {
  appEntrypoint,
  healthy,
  keeps,
  released,
  standIn,
  type PublicProject,
} from './public-project.js';

/** Started under a name of somebody's, an env file that only the server has, a network without a way out. */
export const mastodon: PublicProject = {
  name: 'mastodon',
  project: 'live',
  typed: 'docker compose -p live up -d',
  released: ['web', 'sidekiq'],
  checkout: {
    'docker-compose.yml': `services:
  db:
    restart: always
    ${keeps('/var/lib/postgresql/data')}
    shm_size: 256mb
    networks:
      - internal_network
    ${healthy("['CMD', 'test', '-s', '/var/lib/postgresql/data/started']")}
    volumes:
      - ./postgres14:/var/lib/postgresql/data
    environment:
      - 'POSTGRES_HOST_AUTH_METHOD=trust'

  redis:
    restart: always
    ${keeps('/data')}
    networks:
      - internal_network
    ${healthy("['CMD', 'test', '-s', '/data/started']")}
    volumes:
      - ./redis:/data

  web:
    # build: .
    image: ${released}:v4.3.17
    restart: always
    env_file: .env.production
    ${appEntrypoint}
    command: bundle exec puma -C config/puma.rb
    networks:
      - external_network
      - internal_network
    ${healthy(`['CMD-SHELL', "wget -q -O - localhost:8080/health | grep -q 'version' || exit 1"]`)}
    ports:
      - '127.0.0.1:3000:8080'
    depends_on:
      - db
      - redis
    volumes:
      - ./public/system:/mastodon/public/system

  streaming:
    ${standIn}
    restart: always
    env_file: .env.production
    command: node ./streaming/index.js
    networks:
      - external_network
      - internal_network
    ports:
      - '127.0.0.1:4000:4000'
    depends_on:
      - db
      - redis

  sidekiq:
    # build: .
    image: ${released}:v4.3.17
    restart: always
    env_file: .env.production
    ${appEntrypoint}
    command: bundle exec sidekiq
    depends_on:
      - db
      - redis
    networks:
      - external_network
      - internal_network
    volumes:
      - ./public/system:/mastodon/public/system
    ${healthy(`['CMD-SHELL', "ps | grep '[s]idekiq' || false"]`)}

networks:
  external_network:
  internal_network:
    internal: true
`,
  },
  onServer: {
    '.env.production': `# Federation
LOCAL_DOMAIN=social.example.com

DB_HOST=db
DB_PASS=
SECRET_KEY_BASE=0f1e2d3c4b5a
SMTP_FROM_ADDRESS='Mastodon <notifications@example.com>'
VAPID_PUBLIC_KEY=BMRz$8=
`,
  },
};
