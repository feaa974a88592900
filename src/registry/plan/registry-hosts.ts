import type { ImageReference } from '../../image/image-reference.js';

/** What mends each kind of refusal. */
interface Remedies {
  readonly login: string;
  readonly password: string;
  readonly scope: string;
  readonly link: string;
  readonly create: string;
}

/** A registry that is run by one company, with its own ways. */
export interface RegistryHost {
  readonly matches: RegExp;
  /** A push does not create them. */
  readonly repositoriesAreMadeBeforehand: boolean;
  readonly remedies: (image: ImageReference, action: 'pull' | 'push') => Remedies;
}

const rights = { pull: 'read', push: 'write' } as const;

const hosts: readonly RegistryHost[] = [
  {
    // https://docs.github.com/packages/working-with-a-github-packages-registry/working-with-the-container-registry
    matches: /^ghcr\.io$/,
    repositoriesAreMadeBeforehand: false,
    remedies: ({ repository }, action) => {
      const account =
        '`registry-username: ${{ github.actor }}` and `registry-password: ${{ github.token }}`';
      const permission = `\`permissions: packages: ${rights[action]}\``;
      return {
        login: `Give ${account}, and the job ${permission}.`,
        password:
          "Use the job's token (`${{ github.token }}`) or a classic personal access token: GHCR takes no fine-grained one. Check that the secret holds the whole token and has not expired.",
        scope: `Give the job ${permission}; a classic token needs the scope \`${rights[action]}:packages\`.`,
        link: `On the page of the package ${repository}: Package settings → Manage Actions access → add this repository with the role ${action === 'push' ? 'Write' : 'Read'}; and give the job ${permission}. A token of your own must be whole and not expired.`,
        create: `Check the name: the owner of ${repository} does not exist.`,
      };
    },
  },
  {
    // https://cloud.google.com/artifact-registry/docs/docker/pushing-and-pulling
    matches: /-docker\.pkg\.dev$/,
    repositoriesAreMadeBeforehand: true,
    remedies: ({ registry, repository }, action) => {
      const [project = '', name = ''] = repository.split('/');
      const location = registry.replace('-docker.pkg.dev', '');
      const role =
        action === 'push' ? 'roles/artifactregistry.writer' : 'roles/artifactregistry.reader';
      const login =
        'Give `registry-username: oauth2accesstoken` and an access token as `registry-password` (the output `access_token` of google-github-actions/auth).';
      return {
        login,
        password: `${login} It lives for an hour.`,
        scope: `Grant the service account ${role}.`,
        link: `Grant the service account ${role}: \`gcloud artifacts repositories add-iam-policy-binding ${name} --project=${project} --location=${location} --role=${role} --member=serviceAccount:…\``,
        create: `Create it: \`gcloud artifacts repositories create ${name} --project=${project} --location=${location} --repository-format=docker\``,
      };
    },
  },
  {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html
    matches: /^\d+\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/,
    repositoriesAreMadeBeforehand: true,
    remedies: ({ registry, repository }, action) => {
      const region = registry.split('.')[3] ?? '';
      const login = `Give \`registry-username: AWS\` and the output of \`aws ecr get-login-password --region ${region}\` as \`registry-password\`, or log in before this step with aws-actions/amazon-ecr-login.`;
      const policy =
        action === 'push'
          ? 'ecr:PutImage, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload'
          : 'ecr:BatchGetImage, ecr:GetDownloadUrlForLayer';
      return {
        login,
        password: `${login} The password lives for 12 hours.`,
        scope: `Allow ${policy} on the repository ${repository}.`,
        link: `Allow ${policy} on the repository ${repository} in the role's policy.`,
        create: `Create it: \`aws ecr create-repository --repository-name ${repository} --region ${region}\``,
      };
    },
  },
  {
    // https://learn.microsoft.com/azure/container-registry/container-registry-authentication
    matches: /\.azurecr\.io$/,
    repositoriesAreMadeBeforehand: false,
    remedies: ({ registry }, action) => {
      const name = registry.replace('.azurecr.io', '');
      const role = action === 'push' ? 'AcrPush' : 'AcrPull';
      const login = `Give a service principal's id and secret, or \`registry-username: 00000000-0000-0000-0000-000000000000\` with the token of \`az acr login --name ${name} --expose-token\`.`;
      return {
        login,
        password: login,
        scope: `Grant the role ${role} on the registry ${name}.`,
        link: `Grant the role ${role} on the registry ${name}: \`az role assignment create --role ${role} --assignee … --scope $(az acr show --name ${name} --query id --output tsv)\``,
        create: `Check the name of the registry: \`az acr show --name ${name}\`.`,
      };
    },
  },
];

const anyHost: RegistryHost = {
  matches: /$/,
  repositoriesAreMadeBeforehand: false,
  remedies: ({ registry, repository }, action) => {
    const login = `Give \`registry-username\` and \`registry-password\` of an account of ${registry}${registry === 'docker.io' ? ' (an access token from hub.docker.com → Account settings)' : ''}, or log in before this step.`;
    return {
      login,
      password: `Check both, and that the secret is not empty or expired. ${login}`,
      scope: `Use a token that may ${action} ${repository}.`,
      link: `Give the account the right to ${action} ${repository}, and check the name.`,
      create: `Create the repository (project, organisation) of ${repository} at ${registry} first, or correct the name.`,
    };
  },
};

/** Whose registry it is. */
export function hostOf(registry: string): RegistryHost {
  return hosts.find(({ matches }) => matches.test(registry)) ?? anyHost;
}
