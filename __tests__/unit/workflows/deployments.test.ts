import { describe, expect, it } from '@jest/globals';
import { jobWorkflow } from '../../support/job-workflow.js';
import { check, shortly } from '../../support/workflow-cases.js';

describe('what is a deploy', () => {
  it('a test on the runner, a test cluster, and a static site are no deploys', async () => {
    for (const steps of [
      ['- run: docker compose up -d --wait'],
      ['- uses: helm/kind-action@v1', '- run: kubectl apply -f k8s'],
      ['- uses: peaceiris/actions-gh-pages@v4'],
      ['- run: echo "kubectl apply -f k8s"'],
      ['- run: kubectl apply --dry-run=client -f k8s'],
      ['- run: helm plugin install x'],
      ['- run: ssh -T git@github.com', '- run: docker build .'],
      ['- run: scp deploy@203.0.113.7:/backup/db.sql .'],
      ['- run: terraform apply -auto-approve', '- if: always()', '  run: terraform destroy'],
      ['- run: kubectl patch --local -f a.yml -p x -o yaml > b.yml'],
    ])
      expect(shortly(await check({ 'a.yml': jobWorkflow([], steps) }))).toEqual([]);
  });

  it.each([
    'ssh -i key -o StrictHostKeyChecking=no vps "docker compose up -d"',
    'scp compose.yml deploy@203.0.113.7:/opt/app/',
    'kubectl -n shop rollout restart deployment/api',
    'helm --kube-context prod upgrade --install api ./chart',
    'tofu -chdir=infra apply -auto-approve',
    'bundle exec cap live deploy',
    './scripts/deploy.sh',
    'aws ecs update-service --service api --force-new-deployment',
  ])('%s deploys', async (run) => {
    expect(shortly(await check({ 'a.yml': jobWorkflow([], [`- run: ${run}`]) }))).toEqual([
      'deploy-without-concurrency a.yml:4:3',
    ]);
  });

  it.each([
    'pg_dump app > /backup/app.sql',
    'df -h',
    'docker ps --format json',
    'docker logs --tail 200 app',
    'docker system prune -af',
    'docker compose ps',
    'journalctl -u app | grep -c restart',
    'docker compose -f /srv/app/compose.yml logs --tail 100',
    'cd /srv/app && docker compose exec -T db pg_dump -U app app > /backup/up.sql',
    'docker run --rm -v data:/data alpine tar -c /data',
    'tail -n 50 /home/deploy/app/releases.log',
    './scripts/backup.sh',
  ])('%s on a server is no deploy, whatever its user is called', async (command) => {
    const action = [
      '- uses: appleboy/ssh-action@v1',
      '  with:',
      '    host: h',
      `    script: ${command}`,
    ];
    for (const steps of [[`- run: ssh deploy@203.0.113.7 "${command}"`], action])
      expect(shortly(await check({ 'a.yml': jobWorkflow([], steps) }))).toEqual([]);
  });

  it.each([
    'docker compose -f prod.yml --env-file .env up -d',
    'docker compose restart web',
    'docker run -d --name app ghcr.io/acme/app:1',
    'docker service update --image acme/app:2 app',
    'kubectl apply -f k8s',
    'sudo systemctl restart app',
    'cd app && git pull && pm2 reload all',
    '/opt/app/update.sh',
    'make deploy',
  ])('%s on a server is one', async (command) => {
    const steps = [`- run: ssh ops@203.0.113.7 "${command}"`];
    expect(shortly(await check({ 'a.yml': jobWorkflow([], steps) }))).toEqual([
      'deploy-without-concurrency a.yml:4:3',
    ]);
  });

  it('a tunnel is none, nor what the runner does after a script that is handed over', async () => {
    for (const run of [
      ['    ssh -i ~/.ssh/deploy_key -fN -L 5432:localhost:5432 ops@203.0.113.7'],
      ["    ssh ops@203.0.113.7 <<'EOF'", '    df -h', '    EOF', '    git checkout main'],
    ])
      expect(shortly(await check({ 'a.yml': jobWorkflow([], ['- run: |', ...run]) }))).toEqual([]);
  });

  it('so does a script that is handed over, and an engine elsewhere', async () => {
    const heredoc = [
      '- run: |',
      "    ssh deploy@203.0.113.7 <<'EOF'",
      '    cd /opt/app',
      '    docker compose pull',
      '    EOF',
    ];
    expect(shortly(await check({ 'a.yml': jobWorkflow([], heredoc) }))).toHaveLength(1);
    const engine = [
      '- run: docker compose up -d',
      '  env:',
      '    DOCKER_HOST: ssh://deploy@203.0.113.7',
    ];
    expect(shortly(await check({ 'a.yml': jobWorkflow([], engine) }))).toHaveLength(1);
  });
});
