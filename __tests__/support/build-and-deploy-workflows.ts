/** A workflow that builds and pushes an image on a push to main. */
export const build = `name: Build
on:
  push:
    branches: [main]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/build-push-action@v7
        with:
          push: true
          tags: ghcr.io/acme/web:latest
`;

/** The jobs of a workflow that deploys that image over SSH. */
export const deployJobs = `concurrency: deploy
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: appleboy/ssh-action@v1
        with:
          host: \${{ secrets.HOST }}
          script: |
            cd /opt/app
            docker compose pull
            docker compose up -d
`;

/** A workflow that deploys on a push that passes the filter. */
export const deployOnPush = (filter: string): string =>
  `name: Deploy\non:\n  push:\n    ${filter}\n${deployJobs}`;

/** The build, which then sends an event. */
export const sendsEvent = `${build}      - uses: peter-evans/repository-dispatch@v4
        with:
          event-type: deploy
`;
