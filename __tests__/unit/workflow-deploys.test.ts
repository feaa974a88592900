import { describe, expect, it } from '@jest/globals';
import { ruleNames } from '../../src/workflows/plan/rule-catalogue.js';
import { check, shortly } from '../support/workflow-cases.js';

/** A workflow with one job, from the lines of its parts. */
function workflow(
  job: readonly string[],
  steps: readonly string[],
  top: readonly string[] = [],
  on = 'push',
): string {
  return [
    'name: W',
    `on: ${on}`,
    ...top,
    'jobs:',
    '  job:',
    '    runs-on: ubuntu-latest',
    ...job.map((line) => `    ${line}`),
    '    steps:',
    ...steps.map((line) => `      ${line}`),
    '',
  ].join('\n');
}

const deploy = [
  '- run: ssh deploy@203.0.113.7 "cd /opt/app && git pull && docker compose up -d --build"',
];
const group = ['concurrency:', '  group: deploy', '  cancel-in-progress: false'];

describe('concurrency', () => {
  it('a deploy without it', async () => {
    const found = await check({ 'a.yml': workflow([], deploy) });
    expect(shortly(found)).toEqual(['deploy-without-concurrency a.yml:4:3']);
    expect(found.reports[0]?.fix).toBe(
      'In the job `job`:\n    concurrency:\n      group: job\n      cancel-in-progress: false',
    );
    expect(shortly(await check({ 'a.yml': workflow(group, deploy) }))).toEqual([]);
    expect(
      shortly(await check({ 'a.yml': workflow([], deploy, ['concurrency: deploy']) })),
    ).toEqual([]);
  });

  it('a group that is another one in each run is none', async () => {
    const inGroup = async (name: string, on: string) =>
      shortly(
        await check({
          'a.yml': workflow([`concurrency: ${name}`, 'environment: e'], deploy, [], on),
        }),
      );
    const tags = "{ push: { tags: ['v*'] } }";
    const gone = ['deploy-without-concurrency a.yml:6:18'];
    expect(await inGroup('a-${{ github.sha }}', 'push')).toEqual(gone);
    expect(await inGroup('a-${{ github.run_id }}', 'push')).toEqual(gone);
    expect(await inGroup('a-${{ github.ref }}', tags)).toEqual(gone);
    expect(await inGroup('a-${{ github.ref }}', 'push')).toEqual([]);
    expect(await inGroup('a-${{ github.workflow }}', tags)).toEqual([]);
  });

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
      expect(shortly(await check({ 'a.yml': workflow([], steps) }))).toEqual([]);
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
    expect(shortly(await check({ 'a.yml': workflow([], [`- run: ${run}`]) }))).toEqual([
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
      expect(shortly(await check({ 'a.yml': workflow([], steps) }))).toEqual([]);
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
    expect(shortly(await check({ 'a.yml': workflow([], steps) }))).toEqual([
      'deploy-without-concurrency a.yml:4:3',
    ]);
  });

  it('a tunnel is none, nor what the runner does after a script that is handed over', async () => {
    for (const run of [
      ['    ssh -i ~/.ssh/deploy_key -fN -L 5432:localhost:5432 ops@203.0.113.7'],
      ["    ssh ops@203.0.113.7 <<'EOF'", '    df -h', '    EOF', '    git checkout main'],
    ])
      expect(shortly(await check({ 'a.yml': workflow([], ['- run: |', ...run]) }))).toEqual([]);
  });

  it('so does a script that is handed over, and an engine elsewhere', async () => {
    const heredoc = [
      '- run: |',
      "    ssh deploy@203.0.113.7 <<'EOF'",
      '    cd /opt/app',
      '    docker compose pull',
      '    EOF',
    ];
    expect(shortly(await check({ 'a.yml': workflow([], heredoc) }))).toHaveLength(1);
    const engine = [
      '- run: docker compose up -d',
      '  env:',
      '    DOCKER_HOST: ssh://deploy@203.0.113.7',
    ];
    expect(shortly(await check({ 'a.yml': workflow([], engine) }))).toHaveLength(1);
  });

  it('what only pull requests deploy, each to its own place, needs none', async () => {
    const preview = [
      '- run: helm upgrade --install pr-${{ github.event.pull_request.number }} ./chart',
    ];
    expect(shortly(await check({ 'a.yml': workflow([], preview, [], 'pull_request') }))).toEqual(
      [],
    );
    const merged = workflow(
      ['if: github.event.pull_request.merged'],
      deploy,
      [],
      '{ pull_request: { types: [closed] } }',
    );
    expect(shortly(await check({ 'a.yml': merged }))).toEqual([
      'deploy-without-concurrency a.yml:4:3',
    ]);
  });

  it('a workflow of another repository may have its own, but is cancelled all the same', async () => {
    const call = (top: string): string =>
      `on: push\n${top}jobs:\n  deploy:\n    uses: acme/shared/.github/workflows/deploy.yml@v1\n`;
    expect(shortly(await check({ 'a.yml': call('') }))).toEqual([]);
    expect(
      shortly(
        await check({ 'a.yml': call('concurrency: { group: x, cancel-in-progress: true }\n') }),
      ),
    ).toEqual(['deploy-cancelled-midway a.yml:2:46']);
  });

  it('the caller’s group counts for a called workflow', async () => {
    const called = workflow([], deploy, [], 'workflow_call');
    const caller = (more: string): string =>
      `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${more}`;
    expect(shortly(await check({ 'a.yml': caller(''), 'called.yml': called }))).toEqual([
      'deploy-without-concurrency called.yml:4:3',
    ]);
    expect(
      shortly(await check({ 'a.yml': caller('    concurrency: deploy\n'), 'called.yml': called })),
    ).toEqual([]);
  });

  it('a newer run cancels a deploy', async () => {
    const cancelling = (value: string) =>
      workflow([], deploy, [
        'concurrency:',
        '  group: ${{ github.ref }}',
        `  cancel-in-progress: ${value}`,
      ]);
    const found = await check({ 'a.yml': cancelling('true') });
    expect(shortly(found)).toEqual(['deploy-cancelled-midway a.yml:5:23']);
    expect(found.reports[0]?.fix).toContain('cancel-in-progress: false');
    expect(
      shortly(await check({ 'a.yml': cancelling("${{ github.event_name == 'push' }}") })),
    ).toHaveLength(1);
    expect(
      shortly(await check({ 'a.yml': cancelling("${{ github.event_name == 'pull_request' }}") })),
    ).toEqual([]);
    expect(shortly(await check({ 'a.yml': cancelling('false') }))).toEqual([]);
  });

  const inGroup = (name: string, folder = '/opt/app') =>
    workflow(
      ['environment: production', `concurrency: ${name}`],
      [
        '- uses: org/deploy-kit/deploy-compose@v1',
        '  with:',
        '    host: ${{ vars.HOST }}',
        `    path: ${folder}`,
      ],
      ['permissions: {}'],
      'workflow_dispatch',
    );

  it('two groups for one place', async () => {
    const found = await check({
      'a.yml': inGroup('deploy-production'),
      'b.yml': inGroup('release-production'),
    });
    expect(shortly(found)).toEqual(['concurrency-groups-differ b.yml:8:18']);
    expect(found.reports[0]?.fix).toBe('group: deploy-production');
    expect(
      shortly(await check({ 'a.yml': inGroup('a'), 'b.yml': inGroup('b', '/opt/other') })),
    ).toEqual([]);
    expect(
      shortly(await check({ 'a.yml': inGroup('a'), 'b.yml': inGroup('b', '/opt/app/') })),
    ).toEqual(['concurrency-groups-differ b.yml:8:18']);
  });

  it('one place in other words: with a user, in quotes, by an action', async () => {
    const script = 'cd /opt/app && docker compose up -d --build';
    const by = (name: string, steps: readonly string[]) =>
      workflow([`concurrency: ${name}`, 'environment: production'], steps);
    const action = [
      '- uses: appleboy/ssh-action@v1',
      `  with: { host: 203.0.113.7, username: deploy, script: "${script}" }`,
    ];
    const found = await check({
      'a.yml': by('one', action),
      'b.yml': by('two', [`- run: ssh deploy@203.0.113.7 "${script}"`]),
    });
    expect(shortly(found)).toEqual(['concurrency-groups-differ b.yml:6:18']);
  });

  it.each([
    ['deploy-production', 'deploy-${{ inputs.environment }}', true],
    [
      'deploy-${{ github.event.client_payload.release.environment || inputs.environment }}',
      'deploy-${{ inputs.environment }}',
      true,
    ],
    ['${{ github.workflow }}-${{ github.ref }}', 'deploy-production', false],
    ["${{ inputs.now && 'deploy' || 'later' }}", 'deploy', true],
  ])('%s and %s', async (first, second, same) => {
    const found = await check({ 'a.yml': inGroup(first), 'b.yml': inGroup(second) });
    expect(found.reports.map(({ rule }) => rule)).toEqual(
      same ? [] : ['concurrency-groups-differ'],
    );
  });
});

describe('permissions', () => {
  const send = [
    '- uses: org/deploy-kit/build-and-dispatch@v1',
    '  with:',
    '    image: ghcr.io/acme/api',
  ];
  const files = (permissions: readonly string[], steps = send) => ({
    'a.yml': workflow([], steps, ['permissions:', ...permissions]),
    'b.yml': workflow(
      ['environment: e'],
      ['- run: "true"'],
      [],
      '{ repository_dispatch: { types: [deploy] } }',
    ),
  });

  it('each that a step needs is reported at the step, with the line to add', async () => {
    const found = await check(files(['  contents: read']));
    expect(shortly(found)).toEqual([
      'permission-missing a.yml:9:15',
      'permission-missing a.yml:9:15',
    ]);
    expect(found.reports.map(({ fix }) => fix)).toEqual([
      'Under `permissions:` of a.yml:\n  contents: write',
      'Under `permissions:` of a.yml:\n  packages: write',
    ]);
    expect(shortly(await check(files(['  contents: write', '  packages: write'])))).toEqual([]);
  });

  it('a job’s own list counts alone, and nothing is said where there is none', async () => {
    const steps = ['- uses: peter-evans/repository-dispatch@v4', '  with: { event-type: deploy }'];
    const listener = files([])['b.yml'];
    const own = workflow(['permissions: { contents: read }'], steps, ['permissions: write-all']);
    expect(shortly(await check({ 'a.yml': own, 'b.yml': listener }))).toEqual([
      'permission-missing a.yml:9:15',
    ]);
    expect(shortly(await check({ 'a.yml': workflow([], steps), 'b.yml': listener }))).toEqual([]);
    const other = [
      '- uses: peter-evans/repository-dispatch@v4',
      '  with: { event-type: deploy, token: "${{ secrets.PAT }}" }',
    ];
    expect(shortly(await check(files(['  contents: read'], other)))).toEqual([]);
  });

  it.each([
    [
      'packages',
      'deploy-compose',
      '{ host: a, path: b, registry-username: c, registry-password: "${{ github.token }}" }',
    ],
    ['actions', 'preflight', '{ checks: "- environment: production" }'],
  ])('%s: read of %s', async (scope, action, inputs) => {
    const steps = [`- uses: org/deploy-kit/${action}@v1`, `  with: ${inputs}`];
    const withPermissions = async (permissions: string) =>
      shortly(
        await check({ 'a.yml': workflow(group, steps, [`permissions: { ${permissions} }`]) }),
      );
    expect(await withPermissions('contents: read')).toEqual(['permission-missing a.yml:11:15']);
    expect(await withPermissions(`${scope}: read`)).toEqual([]);
  });

  it('that a caller does not have is reported where it calls', async () => {
    const called = `on: workflow_call
jobs:
  job:
    runs-on: x
    concurrency: d
    permissions: { deployments: write }
    steps:
      - uses: org/deploy-kit/rollback@v1
        with: { environment: production, host: a, path: b }
`;
    const caller = (permissions: string): string =>
      `on: push\n${permissions}jobs:\n  call:\n    uses: ./.github/workflows/b.yml\n`;
    const found = await check({ 'a.yml': caller('permissions: {}\n'), 'b.yml': called });
    expect(shortly(found)).toEqual(['permission-missing a.yml:5:11']);
    expect(found.reports[0]?.fix).toBe('Under `permissions:` of a.yml:\n  deployments: write');
    expect(shortly(await check({ 'a.yml': caller(''), 'b.yml': called }))).toEqual([]);
  });

  it('deploy-kit’s other actions', async () => {
    const steps = [
      '- uses: org/deploy-kit/dispatch@v1',
      '  with: { wait: completed }',
      '- uses: org/deploy-kit/rollback@v1',
      '  with: { environment: production, host: a, path: b }',
    ];
    const found = await check({ ...files(['  contents: write'], steps), 'c.yml': '' });
    const missing = found.reports.filter(({ rule }) => rule === 'permission-missing');
    expect(missing.map(({ fix }) => fix.split('\n')[1])).toEqual([
      '  actions: read',
      '  deployments: write',
    ]);
  });
});

describe('reusable workflows', () => {
  const called = (declared: string): string => `on:
  workflow_call:
${declared}jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - run: make
        env:
          TOKEN: \${{ secrets.TOKEN }}
`;
  const caller = (secrets: string): string =>
    `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${secrets}`;
  const declared = '    secrets:\n      TOKEN: { required: true }\n';

  it('a secret that is not declared is empty', async () => {
    const found = await check({ 'a.yml': caller(''), 'called.yml': called('') });
    expect(shortly(found)).toEqual(['secret-undeclared called.yml:9:18']);
    expect(found.reports[0]?.fix).toContain(
      'on:\n  workflow_call:\n    secrets:\n      TOKEN:\n        required: true',
    );
    expect(
      shortly(await check({ 'a.yml': caller('    secrets: inherit\n'), 'called.yml': called('') })),
    ).toEqual([]);
    expect(
      shortly(
        await check({
          'a.yml': caller('    secrets:\n      TOKEN: ${{ secrets.T }}\n'),
          'called.yml': called(declared),
        }),
      ),
    ).toEqual([]);
  });

  it('nor is one that is named by an index, in the workflow’s own variables, or handed on', async () => {
    const forms = [
      called('').replace('secrets.TOKEN', "secrets['TOKEN']"),
      called('')
        .replace('jobs:\n', 'env: { A: "${{ secrets.TOKEN }}" }\njobs:\n')
        .replace(/ {8}env:\n.*\n/, ''),
      called('').replace(
        / {4}steps:[^]*/,
        '    container: { image: a, credentials: { username: b, password: "${{ secrets.TOKEN }}" } }\n    steps: [{ run: make }]\n',
      ),
      `on: workflow_call\njobs:\n  x:\n    uses: a/b/.github/workflows/c.yml@v1\n    secrets: { T: "\${{ secrets.TOKEN }}" }\n`,
    ];
    for (const form of forms) {
      const rules = async (secrets: string) =>
        (await check({ 'a.yml': caller(secrets), 'called.yml': form })).reports.map(
          ({ rule }) => rule,
        );
      expect(await rules('')).toEqual(['secret-undeclared']);
      expect(await rules('    secrets: inherit\n')).toEqual([]);
    }
  });

  it('one that is required is handed on, and only declared ones are', async () => {
    expect(shortly(await check({ 'a.yml': caller(''), 'called.yml': called(declared) }))).toEqual([
      'secret-undeclared a.yml:4:11',
    ]);
    const both = '    secrets:\n      TOKEN: ${{ secrets.T }}\n      OTHER: ${{ secrets.O }}\n';
    expect(shortly(await check({ 'a.yml': caller(both), 'called.yml': called(declared) }))).toEqual(
      ['secret-undeclared a.yml:7:7'],
    );
  });
});

describe('environments', () => {
  const named = (name: string, job: readonly string[] = []) =>
    workflow([...group, ...job], deploy).replace('name: W', `name: ${name}`);

  it('a deploy to production has one', async () => {
    const found = await check({ 'a.yml': named('Deploy production') });
    expect(shortly(found)).toEqual(['environment-missing a.yml:4:3']);
    expect(found.reports[0]?.fix).toBe('In the job `job`:\n    environment: production');
    expect(
      shortly(await check({ 'a.yml': named('Deploy production', ['environment: production']) })),
    ).toEqual([]);
    expect(shortly(await check({ 'deploy-prod.yml': named('Deploy') }))).toEqual([
      'environment-missing deploy-prod.yml:4:3',
    ]);
  });

  it('the host says it, too', async () => {
    const to = async (host: string) =>
      shortly(
        await check({
          'a.yml': workflow(
            ['permissions: {}', ...group],
            [
              '- uses: org/deploy-kit/deploy-compose@v1',
              `  with: { host: "\${{ secrets.${host} }}" }`,
            ],
          ),
        }),
      );
    expect(await to('PROD_HOST')).toEqual(['environment-missing a.yml:4:3']);
    expect(await to('STAGING_HOST')).toEqual([]);
    expect(await to('HOST')).toEqual([]);
  });

  it.each(['Deploy staging', 'Deploy', 'Deploy pre-prod', 'Products', 'reproduction'])(
    '%s needs none',
    async (name) => {
      expect(shortly(await check({ 'a.yml': named(name) }))).toEqual([]);
    },
  );
});

describe('script injection', () => {
  it('by a variable that is written as an expression', async () => {
    const by = async (value: string, use: string) =>
      shortly(
        await check({
          'a.yml': workflow([], [`- run: echo "${use}"`], [`env: { TITLE: "${value}" }`]),
        }),
      );
    const title = '${{ github.event.pull_request.title }}';
    expect(await by(title, '${{ env.TITLE }}')).toEqual(['script-injection a.yml:8:20']);
    expect(await by(title, '$TITLE')).toEqual([]);
    expect(await by('${{ github.sha }}', '${{ env.TITLE }}')).toEqual([]);
  });

  const run = (text: string) => check({ 'a.yml': workflow([], ['- run: |', `    echo ${text}`]) });

  it('is reported at the expression, with the variable to use', async () => {
    const found = await run('"${{ github.event.client_payload.title }}"');
    expect(shortly(found)).toEqual(['script-injection a.yml:8:17']);
    expect(found.reports[0]?.fix).toBe(
      'In the step:\n  env:\n    TITLE: ${{ github.event.client_payload.title }}\nand in the script "$TITLE"',
    );
    const mended = workflow(
      [],
      ['- run: echo "$TITLE"', '  env:', '    TITLE: ${{ github.event.client_payload.title }}'],
    );
    expect(shortly(await check({ 'a.yml': mended }))).toEqual([]);
  });

  it.each([
    ['${{ github.head_ref }}', true],
    ['${{ github.event.pull_request.title }}', true],
    ["${{ github.event_name == 'pull_request' && github.head_ref || github.ref_name }}", true],
    ['${{ github.head_ref || github.ref_name }}', true],
    ['${{ toJSON(github.event) }}', true],
    ["${{ format('a {0}', github.event.comment.body) }}", true],
    ["${{ contains(github.event.comment.body, 'x') }}", false],
    ["${{ github.head_ref == 'main' && 'a' || 'b' }}", false],
    ['${{ github.sha }} ${{ github.event.pull_request.number }}', false],
    ['${{ github.event.client_payload.a', false],
  ])('%s', async (text, reported) => {
    const { reports } = await run(text);
    expect(reports.some(({ rule }) => rule === 'script-injection')).toBe(reported);
  });

  it('looks into scripts on servers, of github-script and of local actions', async () => {
    const steps = [
      '- uses: actions/github-script@v8',
      '  with:',
      '    script: console.log(`${{ github.event.issue.title }}`)',
    ];
    expect(shortly(await check({ 'a.yml': workflow([], steps) }))).toEqual([
      'script-injection a.yml:9:32',
    ]);
    const action =
      'name: a\ndescription: b\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: echo ${{ github.head_ref }}\n';
    const found = await check({
      'a.yml': workflow([], ['- uses: ./tools/a']),
      'tools/a/action.yml': action,
    });
    expect(shortly(found)).toEqual(['script-injection tools/a/action.yml:7:17']);
  });
});

describe('versions', () => {
  it('actions by a branch', async () => {
    const found = await check({ 'a.yml': workflow([], ['- uses: acme/tool@main']) });
    expect(shortly(found)).toEqual(['moving-action a.yml:7:15']);
    for (const uses of [
      'acme/tool@v1',
      'acme/tool@1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d',
      './tool',
      'docker://alpine:3',
    ])
      expect(shortly(await check({ 'a.yml': workflow([], [`- uses: ${uses}`]) }))).toEqual([]);
  });

  it('one report a file for actions of old runtimes, with each line', async () => {
    const found = await check({
      'a.yml': workflow(
        [],
        [
          '- uses: actions/checkout@v4',
          '- uses: actions/setup-node@v3',
          '- uses: actions/cache@v5',
        ],
      ),
    });
    expect(shortly(found)).toEqual(['runtime-deprecated a.yml:7:15']);
    expect(found.reports[0]?.fix).toBe(
      'line 7: uses: actions/checkout@v5 (or newer)\nline 8: uses: actions/setup-node@v5 (or newer)',
    );
    expect(
      shortly(await check({ 'a.yml': workflow([], ['- uses: actions/checkout@v5']) })),
    ).toEqual([]);
  });

  it('runners that are gone, and local actions of old versions', async () => {
    const old = workflow([], ['- uses: ./x']).replace('ubuntu-latest', 'ubuntu-20.04');
    const action = (node: string): string =>
      `name: x\ndescription: x\nruns:\n  using: ${node}\n  main: x.js\n`;
    const found = await check({ 'a.yml': old, 'x/action.yml': action('node16') });
    expect(shortly(found)).toEqual([
      'runtime-deprecated a.yml:4:3',
      'runtime-deprecated x/action.yml:4:10',
    ]);
    expect(found.reports[0]?.fix).toBe('job: runs-on: ubuntu-latest');
    const mended = { 'a.yml': workflow([], ['- uses: ./x']), 'x/action.yml': action('node24') };
    expect(shortly(await check(mended))).toEqual([]);
    const matrix =
      'on: push\njobs:\n  x:\n    strategy:\n      matrix: { os: [ubuntu-24.04, ubuntu-20.04], include: [{ os: macos-12 }] }\n    runs-on: ${{ matrix.os }}\n    steps: [{ run: make }]\n';
    const many = await check({ 'a.yml': matrix });
    expect(shortly(many)).toEqual(['runtime-deprecated a.yml:3:3']);
    expect(many.reports[0]?.fix).toBe('x: os: ubuntu-latest\nx: os: macos-latest');
    const own = old.replace('ubuntu-20.04', '[self-hosted, ubuntu-20.04]');
    expect(shortly(await check({ 'a.yml': own, 'x/action.yml': action('node24') }))).toEqual([]);
  });

  it('commands that are gone', async () => {
    const found = await check({
      'a.yml': workflow([], ['- run: |', '    make', '    echo "::set-output name=a::b"']),
    });
    expect(shortly(found)).toEqual(['runtime-deprecated a.yml:9:11']);
    expect(found.reports[0]?.fix).toBe('echo "name=value" >> "$GITHUB_OUTPUT"');
  });
});

describe('syntax', () => {
  it('is what GitHub’s parser says, where it says it', async () => {
    const found = await check({
      'a.yml': workflow([], ['- run: make', '  nonsense: 1']),
      'b.yml': 'on: [push\n',
      'c.yml':
        'on: repository_dispatch\njobs:\n  a:\n    needs: b\n    runs-on: x\n    steps: [{ run: x }]\n  c:\n    runs-on: x\n    steps: [{ run: x }]\n',
    });
    expect(shortly(found)).toEqual(['syntax a.yml:8:9', 'syntax b.yml:2:1', 'syntax c.yml:4:12']);
    expect(found.reports[0]?.message).toBe("GitHub's parser says: Unexpected value 'nonsense'");
  });

  it('steps that many jobs share by aliases are read', async () => {
    const jobs = Array.from(
      { length: 40 },
      (_, index) => `  j${index}: { runs-on: x, steps: *s }\n`,
    );
    const shared =
      '  a:\n    runs-on: x\n    steps: &s [&a { run: a }, &b { run: b }, *a, *b, *a, *b]\n';
    expect(shortly(await check({ 'a.yml': `on: push\njobs:\n${shared}${jobs.join('')}` }))).toEqual(
      [],
    );
  });

  it('what is not read, and what is empty, is said in words of the check’s own', async () => {
    const list = (name: string, of: string): string => `${name}: &${name} [${of.repeat(9)}]\n`;
    const bomb = `${list('a', 'x, ')}${['b', 'c', 'd', 'e', 'f'].map((name, at) => list(name, `*${'abcde'[at] ?? ''}, `)).join('')}`;
    const found = await check({ 'a.yml': bomb, 'b.yml': '# later\n\n', 'c.yml': '' });
    expect(
      found.reports.map(({ verdict, place, message }) => [verdict, place.file, message]),
    ).toEqual([
      ['fail', '.github/workflows/a.yml', expect.stringMatching(/^With its aliases written out/)],
      ['warn', '.github/workflows/b.yml', expect.stringMatching(/^The file holds no workflow/)],
      ['warn', '.github/workflows/c.yml', expect.stringMatching(/^The file holds no workflow/)],
    ]);
  });
});

describe('suppression', () => {
  const allow = (comment: string) =>
    check({ 'a.yml': workflow([], [comment, '- uses: acme/tool@main']) });

  it('with a reason, on the line or above it', async () => {
    expect(shortly(await allow('# deploy-kit: allow moving-action because it is ours'))).toEqual(
      [],
    );
    const same = '- uses: acme/tool@main # deploy-kit: allow moving-action because it is ours';
    expect(shortly(await check({ 'a.yml': workflow([], [same]) }))).toEqual([]);
    expect(
      shortly(
        await allow(
          '# deploy-kit: allow moving-action because it is ours\n      # and another comment',
        ),
      ),
    ).toEqual([]);
  });

  it.each([
    ['# deploy-kit: allow moving-action', 'gives no reason'],
    ['# deploy-kit: allow moving-action because', 'gives no reason'],
    ['# deploy-kit: allow movingaction because it is ours', 'There is no rule `movingaction`'],
  ])('%s does not count, and is reported', async (comment, message) => {
    const found = await allow(comment);
    expect(shortly(found)).toEqual(['suppression a.yml:7:7', 'moving-action a.yml:8:15']);
    expect(found.reports[0]?.message).toContain(message);
  });

  it('a rule with a colon is written as it is meant', async () => {
    const found = await allow('# deploy-kit: allow moving-action: because it is ours');
    expect(found.reports[0]?.fix).toBe('# deploy-kit: allow moving-action because it is ours');
  });

  it('one that suppresses nothing is reported', async () => {
    const found = await check({
      'a.yml': workflow([], ['# deploy-kit: allow race because we know', '- run: make']),
    });
    expect(shortly(found)).toEqual(['suppression a.yml:7:7']);
    expect(found.reports[0]).toMatchObject({ verdict: 'warn' });
  });
});

describe('what comes of it', () => {
  it('as SARIF names files as addresses', async () => {
    const { sarif } = await check({ 'a#b?.yml': workflow([], deploy) });
    const [location] = sarif.runs[0]?.results[0]?.locations ?? [];
    expect(location?.physicalLocation.artifactLocation.uri).toBe('.github/workflows/a%23b%3F.yml');
  });

  it('drawn, a name that begins like a list is a text', async () => {
    const named = workflow([], ['- run: ls']).replace('name: W', 'name: 1. Build');
    expect((await check({ 'a.yml': named })).graph).toContain('["1#46; Build (a.yml)"]');
  });

  it('SARIF with each rule’s help, and a result for each report', async () => {
    const { sarif, reports, findings } = await check({ 'a.yml': workflow([], deploy) });
    const [run] = sarif.runs;
    expect(sarif.version).toBe('2.1.0');
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(ruleNames);
    for (const { id, helpUri, help } of run?.tool.driver.rules ?? []) {
      expect(helpUri).toMatch(new RegExp(`docs/workflow-check\\.md#${id}$`));
      expect(help.markdown).toContain('**What to do:**');
    }
    expect(run?.results).toEqual([
      {
        ruleId: 'deploy-without-concurrency',
        ruleIndex: ruleNames.indexOf('deploy-without-concurrency'),
        level: 'warning',
        message: { text: `${reports[0]?.message ?? ''}\n\nWhat to do: ${reports[0]?.fix ?? ''}` },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: '.github/workflows/a.yml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 4, startColumn: 3 },
            },
          },
        ],
      },
    ]);
    expect(findings[0]).toMatchObject({
      check: 'workflows: deploy-without-concurrency',
      verdict: 'warn',
      place: { line: 4 },
    });
  });

  it('no workflow, no picture', async () => {
    const { files, reports, graph } = await check({});
    expect({ files, reports, graph }).toEqual({ files: 0, reports: [], graph: '' });
  });
});
