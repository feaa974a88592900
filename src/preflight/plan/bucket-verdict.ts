import type { BucketState } from '../bucket-store.js';
import type { GcsSubject, S3Subject } from './check.js';
import { fail, pass, warn, type CheckOutcome } from './outcome.js';

type BucketSubject = GcsSubject | S3Subject;

/** What the state of a bucket means for what is wanted of it. */
export function bucketVerdict(subject: BucketSubject, state: BucketState): CheckOutcome {
  const commands = commandsFor(subject);
  const { bucket, access, versioned } = subject;
  switch (state.kind) {
    case 'missing':
      return fail(
        `there is no bucket ${bucket}`,
        `Create it: \`${commands.create}\`.${isShared(subject) ? " Names are shared with everybody else's: where it is taken, choose another." : ''}`,
      );
    case 'elsewhere':
      return fail(
        `the bucket is in ${state.region}, not where it was looked for`,
        `Set \`region: ${state.region}\` here, and wherever the bucket is used.`,
      );
    case 'refused': {
      const lacking = state.lacking.join(', ');
      return fail(
        `${existence(state.exists)} this login lacks ${lacking} (${state.message})`,
        `${commands.allow(lacking)}${state.exists ? ' Names are shared by everybody: make sure that the bucket is yours.' : ` If it does not exist: \`${commands.create}\``}`,
      );
    }
    case 'open':
      break;
  }
  const granted = `exists, and this login may ${access === 'write' ? 'write to' : 'read'} it`;
  if (!versioned) return pass(granted);
  if (state.versioned === true) return pass(`${granted}; it keeps versions`);
  if (state.versioned === false)
    return fail(
      'the bucket keeps no versions: what is overwritten is lost',
      `Turn it on: \`${commands.version}\``,
    );
  return warn(
    `${granted}; whether it keeps versions is hidden from it`,
    commands.allow(commands.seeVersioning),
  );
}

/** Whether the store has one namespace for all its customers. */
function isShared(subject: BucketSubject): boolean {
  return subject.kind === 'gcs' || subject.endpoint === undefined;
}

function existence(exists: boolean): string {
  return exists ? 'the bucket exists, but' : 'the store does not tell whether the bucket exists;';
}

interface Commands {
  readonly create: string;
  readonly version: string;
  /** The permission that shows whether versions are kept. */
  readonly seeVersioning: string;
  readonly allow: (permissions: string) => string;
}

function commandsFor(subject: BucketSubject): Commands {
  return subject.kind === 'gcs' ? gcsCommands(subject) : s3Commands(subject);
}

// https://cloud.google.com/storage/docs/access-control/iam-roles
function gcsCommands({ bucket, access }: GcsSubject): Commands {
  const role = access === 'write' ? 'roles/storage.objectUser' : 'roles/storage.objectViewer';
  return {
    create: `gcloud storage buckets create gs://${bucket} --location=… --uniform-bucket-level-access`,
    version: `gcloud storage buckets update gs://${bucket} --versioning`,
    seeVersioning: 'storage.buckets.get',
    allow: (permissions) => {
      const needed = permissions.includes('buckets.get') ? 'roles/storage.bucketViewer' : role;
      return `Grant the account of the login ${needed} (${permissions}): \`gcloud storage buckets add-iam-policy-binding gs://${bucket} --role=${needed} --member=serviceAccount:…\`.`;
    },
  };
}

function s3Commands({ bucket, endpoint, region }: S3Subject): Commands {
  const at = endpoint === undefined ? '' : ` --endpoint-url ${endpoint.href}`;
  const where = region === undefined ? '' : ` --region ${region}`;
  return {
    create: `aws s3 mb s3://${bucket}${where}${at}`,
    version: `aws s3api put-bucket-versioning --bucket ${bucket} --versioning-configuration Status=Enabled${at}`,
    seeVersioning: 's3:GetBucketVersioning',
    allow: (permissions) =>
      `Allow ${permissions} on arn:aws:s3:::${bucket} and arn:aws:s3:::${bucket}/* in the policy of the login's role or user.`,
  };
}
